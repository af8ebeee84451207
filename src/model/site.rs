use super::{Id, Ix, Place};
use crate::diag::Span;
use crate::lang::{Lang, Text};
use std::collections::BTreeMap;

/// The portal itself, from `site.yaml`.
#[derive(Debug)]
pub struct Site {
    /// What it is called.
    pub title: Text,
    /// A line under the title.
    pub tagline: Option<Text>,
    /// Where it will stand; ends in `/`.
    pub base_url: String,
    /// Its languages; the first is the default. Never empty.
    pub languages: Vec<SiteLanguage>,
    /// Hours and minutes from UTC, in minutes.
    pub utc_offset_minutes: i16,
    /// Folder under `themes/`.
    pub theme: Id,
    /// Where it names its theme.
    pub theme_span: Option<Span>,
    /// Whose hotlines stand on pages that belong to no place.
    pub place: Ix<Place>,
    /// Words of addresses that differ from the defaults.
    pub routes: BTreeMap<(Lang, RouteWord), String>,
    /// Where it sets the first of them.
    pub routes_span: Option<Span>,
    /// The page elsewhere that the exit button opens.
    pub exit: String,
    /// After how many days a hotline that was rung shall be rung again.
    pub hotline_check_days: i16,
    /// Whom to write to about the portal.
    pub contact: Option<Contact>,
    /// Under which licence its data stands.
    pub licence: Option<Licence>,
}

impl Site {
    /// The language of pages without a language in their address, and of plain strings.
    pub fn default_lang(&self) -> Lang {
        self.languages[0].lang
    }
}

/// A language of the site.
#[derive(Debug)]
pub struct SiteLanguage {
    /// Which.
    pub lang: Lang,
    /// Its name in itself.
    pub name: String,
    /// Where the site names it.
    pub span: Option<Span>,
}

/// A word of addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RouteWord {
    /// The page of hotlines.
    Hotlines,
    /// The posters of hotlines, below their page.
    Poster,
    /// The list of plans.
    Plans,
    /// The text of a plan.
    Document,
    /// The targets of a plan.
    Targets,
    /// The duties of a plan.
    Responsibilities,
    /// The page of documents.
    Documents,
    /// The pages that compare plans.
    Comparison,
    /// The calendar, and its files.
    Calendar,
    /// The list of agencies, and above each one's page.
    Agencies,
    /// The page of search, and its files.
    Search,
    /// The page of data files.
    Data,
    /// The page on how progress is measured.
    Method,
    /// The picture beside a target's page.
    Chart,
    /// The picture that others show beside a link to a plan or a target.
    Card,
}

impl RouteWord {
    /// Every word with its name in `site.yaml` and its default in Vietnamese and in English.
    pub const ALL: [(RouteWord, &'static str, &'static str, &'static str); 15] = [
        (RouteWord::Hotlines, "hotlines", "duong-day-nong", "hotlines"),
        (RouteWord::Poster, "poster", "ap-phich", "poster"),
        (RouteWord::Plans, "plans", "ke-hoach", "plans"),
        (RouteWord::Document, "document", "toan-van", "document"),
        (RouteWord::Targets, "targets", "chi-tieu", "targets"),
        (RouteWord::Responsibilities, "responsibilities", "trach-nhiem", "responsibilities"),
        (RouteWord::Documents, "documents", "van-ban", "documents"),
        (RouteWord::Comparison, "comparison", "so-sanh", "comparison"),
        (RouteWord::Calendar, "calendar", "lich", "calendar"),
        (RouteWord::Agencies, "agencies", "co-quan", "agencies"),
        (RouteWord::Search, "search", "tim-kiem", "search"),
        (RouteWord::Data, "data", "du-lieu", "data"),
        (RouteWord::Method, "method", "cach-danh-gia", "method"),
        (RouteWord::Chart, "chart", "bieu-do", "chart"),
        (RouteWord::Card, "card", "anh-chia-se", "card"),
    ];
}

/// Whom to write to.
#[derive(Debug)]
pub struct Contact {
    /// Who.
    pub name: Text,
    /// Address of electronic mail.
    pub email: Option<String>,
    /// As typed.
    pub phone: Option<String>,
    /// Address of a page.
    pub url: Option<String>,
}

/// Terms of use of the data.
#[derive(Debug)]
pub struct Licence {
    /// What it is called.
    pub name: Text,
    /// Its text.
    pub url: Option<String>,
}
