//! Content as it is written: every field of every file, each leaf with its place. docs/content.md describes the same
//! fields for editors.

use super::decode::{At, record};
use super::fact::{RawGoal, RawIssuer, RawPartner, RawReportDue, RawUnit};
use super::leaf::{Cell, RawText, Reference};
use crate::diag::{FileId, Span};
use crate::lang::{Decimal, Lang, PartialDate};
use crate::model::{AgencyKind, DocumentType, FundingLevel, Id, Level, Progress, Role, RouteWord, Stated, Whole};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
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

/// Values by names that the editor chooses, in the order in which they are written.
#[derive(Debug)]
pub struct Entries<T>(pub Vec<(At<Arc<str>>, T)>);

/// Words of addresses, by language.
#[derive(Debug)]
pub struct Routes(pub BTreeMap<(Lang, RouteWord), At<Id>>);

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
        list facts: super::fact::RawHotlineFact,
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

record! {
    /// `plan.yaml`.
    RawPlan ("một kế hoạch", "a plan") {
        required format: At<Arc<str>>,
        required id: At<Id>,
        required place: Reference,
        required issuer: Reference,
        optional r#type: RawText,
        required title: RawText,
        list as_printed: RawCorrection,
        required number: RawNumber,
        required issued: RawIssued,
        required period: RawPeriod,
        required progress: Progress,
        required revised: At<Date>,
        optional draft: bool,
        optional sample: bool,
        optional publish: At<Date>,
        list replaces: Reference,
        list aliases: At<Id>,
        optional signed_copy: RawSignedCopy,
        list bases: RawItem,
        list preamble: RawItem,
        required sections: Vec<RawSection>,
        list closing: RawItem,
        list annexes: RawSection,
        list recipients: RawItem,
        optional signature: RawSignature,
    }
}

/// Whether a plan's number was filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberState {
    /// There is a place for it, left empty.
    Blank,
    /// There is none.
    Absent,
    /// It was.
    Given,
}

record! {
    /// A plan's number.
    RawNumber ("số của kế hoạch", "a plan's number") {
        optional printed: RawText,
        required state: NumberState,
        optional value: String,
    }
}

record! {
    /// Where and when a plan was issued.
    RawIssued ("nơi và ngày ban hành", "place and date of issue") {
        required printed: RawText,
        required date: At<PartialDate>,
    }
}

record! {
    /// What a plan covers.
    RawPeriod ("kỳ kế hoạch", "a plan's period") {
        required from: At<PartialDate>,
        required to: At<PartialDate>,
        required stated: Stated,
    }
}

record! {
    /// The signed document.
    RawSignedCopy ("bản đã ký", "a signed copy") {
        required file: At<Arc<str>>,
        optional source: Reference,
    }
}

record! {
    /// Who signed.
    RawSignature ("phần ký", "a signature") {
        list lines: RawText,
        optional name: String,
    }
}

record! {
    /// A section.
    RawSection ("một mục", "a section") {
        optional id: At<Id>,
        optional number: String,
        optional title: RawText,
        list agencies: Reference,
        optional role: Role,
        list items: RawItem,
        list sections: RawSection,
        list as_printed: RawCorrection,
    }
}

record! {
    /// A paragraph.
    RawItem ("một đoạn", "a paragraph") {
        optional id: At<Id>,
        optional marker: String,
        optional text: RawText,
        list as_printed: RawCorrection,
        list measures: RawMeasure,
        optional duties: Vec<RawDuty>,
        list reports: RawReport,
        list events: RawEvent,
        list funding: RawFunding,
        list items: RawItem,
        optional table: RawTable,
    }
}

record! {
    /// A place where the text reads otherwise than the scan.
    RawCorrection ("một chỗ đính chính", "a correction") {
        optional lang: At<Arc<str>>,
        required read: At<Arc<str>>,
        required printed: At<Arc<str>>,
        optional times: i16,
        optional note: RawText,
    }
}

record! {
    /// A table.
    RawTable ("một bảng", "a table") {
        optional caption: RawText,
        required columns: Vec<RawText>,
        required rows: Vec<RawRow>,
    }
}

/// A row of a table with its place.
#[derive(Debug)]
pub struct RawRow {
    /// Where it stands.
    pub span: Span,
    /// Its cells.
    pub cells: Vec<Cell>,
}

record! {
    /// A measure.
    RawMeasure ("một chỉ tiêu", "a measure") {
        required id: At<Id>,
        required label: RawText,
        optional goal: RawGoal,
        optional baseline: RawBaseline,
        optional due: RawDue,
        list milestones: RawMilestone,
        optional condition: RawText,
        optional indicator: Reference,
        optional note: RawText,
        optional of: Whole,
        list parts: RawMeasure,
    }
}

/// When a measure is due.
#[derive(Debug)]
pub struct RawDue {
    /// The date.
    pub by: At<PartialDate>,
    /// Whether it is printed.
    pub stated: Stated,
}

record! {
    /// Where a measure began.
    RawBaseline ("số gốc", "a baseline") {
        optional value: At<Decimal>,
        optional of: At<Decimal>,
        optional unit: RawUnit,
        optional period: At<PartialDate>,
    }
}

record! {
    /// A figure on the way.
    RawMilestone ("một mốc", "a milestone") {
        required value: At<Decimal>,
        optional of: At<Decimal>,
        required by: At<PartialDate>,
    }
}

record! {
    /// A duty.
    RawDuty ("một nhiệm vụ", "a duty") {
        optional role: Role,
        list agencies: Reference,
        list with: RawPartner,
        optional label: RawText,
        optional then: RawDutyThen,
    }
}

record! {
    /// Where the result of a duty goes on to.
    RawDutyThen ("bước tiếp theo", "a next step") {
        required to: RawPartner,
    }
}

record! {
    /// A report.
    RawReport ("một báo cáo", "a report") {
        required id: At<Id>,
        optional label: RawText,
        required from: Vec<RawPartner>,
        required to: Vec<RawPartner>,
        optional via: RawPartner,
        required due: RawReportDue,
        optional then: RawThen,
    }
}

record! {
    /// Where a report goes on to.
    RawThen ("bước tiếp theo", "a next step") {
        required to: Vec<RawPartner>,
        required due: RawReportDue,
    }
}

record! {
    /// An event.
    RawEvent ("một sự kiện", "an event") {
        required id: At<Id>,
        required name: RawText,
        optional date: At<PartialDate>,
        optional from: At<PartialDate>,
        optional to: At<PartialDate>,
        optional year: Stated,
        optional theme: RawText,
    }
}

record! {
    /// A source of money.
    RawFunding ("một nguồn kinh phí", "a source of funding") {
        required level: FundingLevel,
        optional source: RawText,
        optional amount: super::fact::RawFundingAmount,
    }
}
