//! Content as it is written: every field of every file, each leaf with its place. docs/content.md describes the same
//! fields for editors.

use super::decode::{At, record};
use super::goal::RawUnit;
use super::hotline::RawHotlineFact;
use super::leaf::{RawText, Reference};
use super::plan::RawPlan;
use super::shape::{Entries, RawIssuer, Routes};
use crate::diag::FileId;
use crate::lang::{Lang, PartialDate};
use crate::model::{AgencyKind, DocumentType, Id, Level};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// All content of a portal, as it is written.
#[derive(Debug)]
pub struct Raw {
    /// The languages of the site, the default first; Vietnamese and English if the site does not say.
    pub langs: Vec<Lang>,
    /// The portal itself, unless it is broken.
    pub site: Option<RawSite>,
    /// Places, by the name of their file.
    pub places: Vec<Named<RawPlace>>,
    /// Documents.
    pub documents: Vec<RawDocument>,
    /// Indicators.
    pub indicators: Vec<RawIndicator>,
    /// Plans, by the name of their folder.
    pub plans: Vec<Named<RawPlan>>,
    /// Free pages.
    pub pages: Vec<RawPage>,
    /// Every file under `content/`, by its path there.
    pub files: BTreeSet<String>,
    /// Ids of records that are not whole: what refers to them is not to be blamed.
    pub broken: BTreeSet<String>,
}

/// What a file holds, with the name that its id must equal.
#[derive(Debug)]
pub struct Named<T> {
    /// The name of the file or folder.
    pub name: String,
    /// What it holds.
    pub content: T,
}

/// A free page in one language.
#[derive(Debug)]
pub struct RawPage {
    /// The first part of the file's name.
    pub id: Id,
    /// The second part of it.
    pub lang: Lang,
    /// Its head.
    pub head: RawPageHead,
    /// Its Markdown.
    pub body: At<Arc<str>>,
    /// Its file.
    pub file: FileId,
}

record! {
    /// The head of a free page.
    RawPageHead ("phần đầu của một trang", "the head of a page") {
        required title: At<Arc<str>>,
        optional slug: At<Id>,
        optional order: i16,
    }
}

record! {
    /// `site.yaml`.
    RawSite ("site.yaml", "site.yaml") {
        required format: At<Arc<str>>,
        required title: RawText,
        optional tagline: RawText,
        required base_url: At<Arc<str>>,
        required languages: Vec<RawLanguage>,
        optional time_zone: At<Arc<str>>,
        optional theme: At<Id>,
        required place: Reference,
        optional units: Entries<RawText>,
        optional routes: Routes,
        optional contact: RawContact,
        optional licence: RawLicence,
    }
}

record! {
    /// A language of the site.
    RawLanguage ("một ngôn ngữ", "a language") {
        required code: At<Arc<str>>,
        required name: String,
    }
}

record! {
    /// Whom to write to.
    RawContact ("địa chỉ liên hệ", "a contact") {
        required name: RawText,
        optional email: String,
        optional phone: String,
        optional url: At<Arc<str>>,
    }
}

record! {
    /// Terms of use.
    RawLicence ("giấy phép", "a licence") {
        required name: RawText,
        optional url: At<Arc<str>>,
    }
}

record! {
    /// `places/<place>.yaml`.
    RawPlace ("một địa bàn", "a place") {
        required format: At<Arc<str>>,
        required id: At<Id>,
        required level: Level,
        optional parent: Reference,
        required name: RawText,
        optional short_name: RawText,
        list codes: RawPlaceCode,
        list history: RawChange,
        list sources: RawPublished,
        list agencies: RawAgency,
        list hotlines: RawHotline,
    }
}

record! {
    /// A place's code in a register.
    RawPlaceCode ("một mã số", "a code") {
        required code: String,
        required scheme: At<Id>,
        optional as_of: At<PartialDate>,
        optional source: Reference,
    }
}

record! {
    /// What became of a place or an agency.
    RawChange ("một lần thay đổi", "a change") {
        required date: At<PartialDate>,
        required text: RawText,
        optional successor: Reference,
        optional source: Reference,
    }
}

record! {
    /// Something published elsewhere.
    RawPublished ("một nguồn", "a source") {
        required id: At<Id>,
        required title: At<Arc<str>>,
        optional publisher: String,
        optional url: At<Arc<str>>,
        optional date: At<PartialDate>,
        optional read: At<PartialDate>,
        optional language: At<Arc<str>>,
        optional machine_translated: bool,
        optional quote: String,
    }
}

record! {
    /// An agency.
    RawAgency ("một cơ quan", "an agency") {
        required id: At<Id>,
        required name: RawText,
        optional short_name: RawText,
        optional kind: AgencyKind,
        optional parent: Reference,
        list history: RawChange,
    }
}

record! {
    /// A hotline.
    RawHotline ("một đường dây nóng", "a hotline") {
        required number: At<Arc<str>>,
        required name: RawText,
        optional r#for: RawText,
        list facts: RawHotlineFact,
        optional called: At<Date>,
    }
}

record! {
    /// `documents.yaml`.
    RawDocuments ("documents.yaml", "documents.yaml") {
        required format: At<Arc<str>>,
        list documents: RawDocument,
    }
}

record! {
    /// A document.
    RawDocument ("một văn bản", "a document") {
        required id: At<Id>,
        required r#type: DocumentType,
        optional number: String,
        optional date: At<PartialDate>,
        optional issuer: RawIssuer,
        optional place: Reference,
        required title: RawText,
        optional details: Reference,
        optional url: At<Arc<str>>,
    }
}

record! {
    /// `indicators.yaml`.
    RawIndicators ("indicators.yaml", "indicators.yaml") {
        required format: At<Arc<str>>,
        list indicators: RawIndicator,
    }
}

record! {
    /// An indicator.
    RawIndicator ("một chỉ số", "an indicator") {
        required id: At<Id>,
        required name: RawText,
        required unit: RawUnit,
        optional definition: RawText,
    }
}
