use super::{Agency, Id, Ix, Place};
use crate::diag::Span;
use crate::lang::{PartialDate, Text};

/// A legal or administrative document that plans cite.
#[derive(Debug)]
pub struct Document {
    /// Its id, unique in its place.
    pub id: Id,
    /// What kind it is.
    pub kind: DocumentType,
    /// Exactly as printed, where a plan gives it.
    pub number: Option<String>,
    /// Its date, where a plan gives it.
    pub date: Option<PartialDate>,
    /// Who issued it, where stated.
    pub issuer: Option<Issuer>,
    /// Whose it is, if not the country's.
    pub place: Option<Ix<Place>>,
    /// What it is about.
    pub title: Text,
    /// The document that it details or amends, if stated.
    pub details: Option<Ix<Document>>,
    /// The documents that it was issued to carry out, if a plan says so.
    pub implements: Vec<Ix<Document>>,
    /// Where its text is, if a source gives it.
    pub url: Option<String>,
    /// Where it is written.
    pub span: Span,
}

/// Who issued a document.
#[derive(Debug, Clone)]
pub enum Issuer {
    /// An agency of the portal.
    Agency(Ix<Agency>),
    /// A body that is not in the portal.
    Named(Text),
}

/// The kinds of documents of Decree 30/2020/NĐ-CP and of legislation, as far as plans cite them, legislation first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DocumentType {
    /// Luật.
    Law,
    /// Nghị quyết.
    Resolution,
    /// Nghị định.
    Decree,
    /// Quyết định.
    Decision,
    /// Chỉ thị.
    Directive,
    /// Thông tư.
    Circular,
    /// Thông tư liên tịch.
    JointCircular,
    /// Công văn.
    OfficialLetter,
    /// Kế hoạch.
    Plan,
    /// Kết luận.
    Conclusion,
    /// Chương trình.
    Programme,
    /// Any other.
    Other,
}
