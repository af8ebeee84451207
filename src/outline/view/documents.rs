use super::{DateView, Link, PartnerView, PlanLink, Words};
use serde::Serialize;

/// The documents that plans cite.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentsView {
    /// The country's, then those of each place in the order of their names, then those whose issuer no plan states; empty
    /// where no plan cites any.
    pub groups: Vec<DocumentGroup>,
    /// How many documents there are.
    pub count: usize,
}

/// The documents of the country, or of a place, or of an issuer that is not stated.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentGroup {
    /// For links to it.
    pub anchor: String,
    /// `country`, `place` or `no_issuer`.
    pub kind: &'static str,
    /// The place; none for the others.
    pub place: Option<Words>,
    /// Legislation first; of a kind the newest first. Never empty.
    pub documents: Vec<DocumentEntry>,
}

/// A document, whole.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentEntry {
    /// For links to it.
    pub anchor: String,
    /// Key of the theme's string: `document_type.decree`, `document_type.official_letter`, ... as in `keys.rs`.
    pub kind: &'static str,
    /// As printed, where a plan gives it.
    pub number: Option<String>,
    /// Its date, where a plan gives it.
    pub date: Option<DateView>,
    /// Who issued it, where stated.
    pub issuer: Option<PartnerView>,
    /// What it is about.
    pub title: Words,
    /// The document that it details or amends.
    pub details: Option<DocumentLink>,
    /// Those that it was issued to carry out.
    pub implements: Vec<DocumentLink>,
    /// Those that detail or amend it.
    pub detailed_by: Vec<DocumentLink>,
    /// Those that were issued to carry it out.
    pub implemented_by: Vec<DocumentLink>,
    /// The plans that cite it; empty where another document alone leads to it.
    pub cited_by: Vec<CitingPlan>,
    /// Its text.
    pub outside: Option<Outside>,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// A document by its name, linked to its entry. In templates: `<document_link d={x} />`.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentLink {
    /// Its entry; none where there is none.
    pub href: Option<String>,
    /// As in [`DocumentEntry`].
    pub kind: &'static str,
    /// As printed.
    pub number: Option<String>,
    /// What it is about.
    pub title: Words,
}

/// A plan that cites a document.
#[derive(Debug, Clone, Serialize)]
pub struct CitingPlan {
    /// Which.
    pub plan: PlanLink,
    /// The paragraphs that cite it: links into the plan's text.
    pub cited_in: Vec<Link>,
}

/// A link that leads out of the portal. In templates: `<outside o={x} words={...} />`.
#[derive(Debug, Clone, Serialize)]
pub struct Outside {
    /// The whole address.
    pub href: String,
    /// Whose it is: `vanban.chinhphu.vn`.
    pub host: String,
}
