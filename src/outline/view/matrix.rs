use super::{PartnerView, Words};
use serde::Serialize;

/// Which agency has which role in which section of a plan.
#[derive(Debug, Clone, Serialize)]
pub struct MatrixView {
    /// Sections that give duties, in the order of print.
    pub columns: Vec<MatrixColumn>,
    /// Agencies: those with duties in the order in which the plan gives them, then those that are partners only.
    pub rows: Vec<MatrixRow>,
    /// Roles that occur, for the key: keys of the theme's strings as in [`MatrixMark::role`].
    pub roles: Vec<&'static str>,
}

/// A section that gives duties.
#[derive(Debug, Clone, Serialize)]
pub struct MatrixColumn {
    /// `V.1`; none where nothing is numbered.
    pub number: Option<String>,
    /// Its heading.
    pub title: Option<Words>,
    /// Whether sections in it have columns of their own, so that this one holds the rest.
    pub rest: bool,
    /// Its place on the document page; none for paragraphs outside all sections.
    pub href: Option<String>,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// An agency.
#[derive(Debug, Clone, Serialize)]
pub struct MatrixRow {
    /// Its name; leads to its duties below, else to its page.
    pub agency: PartnerView,
    /// One for each column: its roles there, each once; empty where it has none.
    pub cells: Vec<Vec<MatrixMark>>,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// A role that an agency has in a section.
#[derive(Debug, Clone, Serialize)]
pub struct MatrixMark {
    /// `lead`, `assigned`, `coordinate`, `requested`: `role.lead` and `matrix.letter.lead` are strings of the theme.
    pub role: &'static str,
    /// In how many duties.
    pub count: usize,
    /// The first of them on this page.
    pub href: String,
}
