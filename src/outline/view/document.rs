use super::{Link, PlanHead, ProseView, SourceView, Words};
use serde::Serialize;

/// The whole text of a plan.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentView {
    /// The head.
    pub head: PlanHead,
    /// The language that the plan was issued in: the site's first.
    pub original: bool,
    /// The body above the issuer, if known ("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN").
    pub parent_body: Option<Words>,
    /// The issuing body.
    pub issuer: Words,
    /// Its page.
    pub issuer_page: Option<String>,
    /// Its number as printed.
    pub number: Option<Words>,
    /// Place and date as printed.
    pub issued: Words,
    /// The kind of document in capitals.
    pub kind: Words,
    /// The abstract.
    pub title: Words,
    /// Legal bases.
    pub bases: Vec<Paragraph>,
    /// Paragraphs before the first section.
    pub preamble: Vec<Paragraph>,
    /// The sections.
    pub sections: Vec<SectionView>,
    /// Paragraphs after them.
    pub closing: Vec<Paragraph>,
    /// After the signature.
    pub annexes: Vec<SectionView>,
    /// Nơi nhận.
    pub recipients: Vec<Paragraph>,
    /// Lines above the name.
    pub signature_lines: Vec<Words>,
    /// The name.
    pub signature_name: Option<String>,
    /// Contents: the sections and those in them.
    pub contents: Vec<ContentsEntry>,
    /// Every place where the text reads otherwise than the scan.
    pub corrections: Vec<CorrectionView>,
    /// The signed document.
    pub signed_copy: Option<Link>,
    /// The text as it was scanned, by the name under which it is saved.
    pub scan: Option<Link>,
    /// Who provided the signed document.
    pub signed_copy_source: Option<SourceView>,
}

/// An entry of the contents.
#[derive(Debug, Clone, Serialize)]
pub struct ContentsEntry {
    /// Where.
    pub anchor: String,
    /// As shown.
    pub number: Option<String>,
    /// The heading, or the first words of a section without one.
    pub title: Words,
    /// The sections in it.
    pub sections: Vec<ContentsEntry>,
}

/// A section.
#[derive(Debug, Clone, Serialize)]
pub struct SectionView {
    /// For links to it.
    pub anchor: String,
    /// 2 for the outermost.
    pub level: u8,
    /// As shown: `II.`
    pub number: Option<String>,
    /// The heading.
    pub title: Option<Words>,
    /// Its paragraphs.
    pub items: Vec<Paragraph>,
    /// The sections in it.
    pub sections: Vec<SectionView>,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// A paragraph.
#[derive(Debug, Clone, Serialize)]
pub struct Paragraph {
    /// For links to it.
    pub anchor: String,
    /// What is printed before it.
    pub marker: Option<String>,
    /// The sentence.
    pub text: Option<ProseView>,
    /// A table.
    pub table: Option<TableView>,
    /// The pages of the measures that it states.
    pub measures: Vec<Link>,
    /// Paragraphs under it.
    pub items: Vec<Paragraph>,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// A table.
#[derive(Debug, Clone, Serialize)]
pub struct TableView {
    /// Its caption.
    pub caption: Option<Words>,
    /// Column heads.
    pub columns: Vec<Words>,
    /// Rows as long as `columns`.
    pub rows: Vec<Vec<Words>>,
}

/// A place where the text reads otherwise than the scan.
#[derive(Debug, Clone, Serialize)]
pub struct CorrectionView {
    /// As it reads.
    pub read: Words,
    /// As the scan has it.
    pub printed: Words,
    /// How often.
    pub times: u16,
    /// Why.
    pub note: Option<Words>,
    /// The paragraph: where, and how it is called.
    pub at: Link,
}
