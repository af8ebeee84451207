use super::ids::owns;
use super::{Agency, Duty, Event, Funding, Id, Ix, Measure, Place, Prose, Report};
use crate::diag::Span;
use crate::lang::{Lang, PartialDate, Text};
use jiff::civil::Date;

/// A plan: an ordered tree of sections and paragraphs, and the facts that the paragraphs state.
#[derive(Debug)]
pub struct Plan {
    /// Its id: the folder's name.
    pub id: Id,
    /// Older ids.
    pub aliases: Vec<Id>,
    /// Whose it is.
    pub place: Ix<Place>,
    /// Who issued it.
    pub issuer: Ix<Agency>,
    /// The kind of document in capitals: `KẾ HOẠCH`.
    pub kind: Text,
    /// Its abstract.
    pub title: Text,
    /// Corrections in the title.
    pub title_corrections: Vec<Correction>,
    /// Its number.
    pub number: Number,
    /// Place and date as printed.
    pub issued_printed: Text,
    /// The date as far as known.
    pub issued: PartialDate,
    /// The first and the last time that it covers; the last not before the first, and the first itself where no end is
    /// stated.
    pub period: (PartialDate, PartialDate),
    /// Where the period comes from.
    pub period_stated: PeriodStated,
    /// Whether this portal keeps its observations.
    pub progress: Progress,
    /// When its web text was last revised.
    pub revised: Date,
    /// Whether it is invented.
    pub sample: bool,
    /// The plans whose place it takes.
    pub replaces: Vec<Ix<Plan>>,
    /// The signed document.
    pub signed_copy: Option<SignedCopy>,
    /// The text as it was scanned: path under `content/`.
    pub scan: Option<String>,
    /// Legal bases.
    pub bases: Vec<Ix<Item>>,
    /// Paragraphs before the first section.
    pub preamble: Vec<Ix<Item>>,
    /// The sections that stand in no other.
    pub body: Vec<Ix<Section>>,
    /// Paragraphs after the last section.
    pub closing: Vec<Ix<Item>>,
    /// Sections after the signature.
    pub annexes: Vec<Ix<Section>>,
    /// Nơi nhận.
    pub recipients: Vec<Ix<Item>>,
    /// Who signed.
    pub signature: Signature,
    /// All sections, in the order of print.
    pub sections: Vec<Section>,
    /// All paragraphs, in the order of the file.
    pub items: Vec<Item>,
    /// All measures, in the order of print; a part stands after its whole.
    pub measures: Vec<Measure>,
    /// All duties, in the order of print.
    pub duties: Vec<Duty>,
    /// All reports, in the order of print.
    pub reports: Vec<Report>,
    /// All events, in the order of print.
    pub events: Vec<Event>,
    /// All sources of money, in the order of print.
    pub funding: Vec<Funding>,
    /// Where it is written.
    pub span: Span,
}

owns!(Plan { sections: Section, items: Item, measures: Measure, duties: Duty, reports: Report, events: Event });

impl Plan {
    /// The kind of document that a plan is, if it does not say.
    pub const KIND: [(Lang, &str); 2] = [(Lang::VI, "KẾ HOẠCH"), (Lang::EN, "PLAN")];

    /// The sections that a paragraph stands in, outermost first.
    pub fn sections_of(&self, item: Ix<Item>) -> Vec<Ix<Section>> {
        let mut path: Vec<_> = std::iter::successors(self[item].section, |at| self[*at].parent).collect();
        path.reverse();
        path
    }

    /// The texts in which a paragraph may cite something: what it says, and the remarks on its measures.
    pub fn texts_of(&self, item: Ix<Item>) -> impl Iterator<Item = &Prose> {
        let item = &self[item];
        let notes = item.measures.iter().filter_map(|measure| self[*measure].note.as_ref());
        item.text.iter().chain(notes)
    }
}

/// Where a plan's period comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodStated {
    /// It is printed.
    Printed,
    /// It follows from the plan's title.
    Implied,
    /// No end is stated: the plan holds from its issue on, until something says otherwise.
    NoEnd,
}

/// A plan's number.
#[derive(Debug)]
pub struct Number {
    /// As printed, "Số: /KH-SLĐTBXH"; none where there is none.
    pub printed: Option<Text>,
    /// The number proper, where it was given: `71/KH-UBND`.
    pub value: Option<String>,
}

/// Whether a portal keeps a plan's observations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// It does: measures without a new figure since a report was due are listed.
    Kept,
    /// It does not.
    NotKept,
}

/// The signed document, offered beside the web text.
#[derive(Debug)]
pub struct SignedCopy {
    /// Path under `content/`.
    pub file: String,
    /// From whom it came.
    pub source: Option<Ix<Agency>>,
}

/// Who signed.
#[derive(Debug, Default)]
pub struct Signature {
    /// Lines above the name: "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC".
    pub lines: Vec<Text>,
    /// The name.
    pub name: Option<String>,
}

/// A section.
#[derive(Debug)]
pub struct Section {
    /// Its address on the document page, unique there.
    pub anchor: String,
    /// The number as it is shown: `II.`, `1.`, `a)`.
    pub number: Option<String>,
    /// Its heading.
    pub title: Option<Text>,
    /// Corrections in the heading.
    pub corrections: Vec<Correction>,
    /// The section that it stands in.
    pub parent: Option<Ix<Section>>,
    /// Whose duties stand in it.
    pub agencies: Vec<Ix<Agency>>,
    /// Its paragraphs.
    pub items: Vec<Ix<Item>>,
    /// The sections in it, after its paragraphs.
    pub sections: Vec<Ix<Section>>,
    /// Where it is written.
    pub span: Span,
}

impl Section {
    /// A number as it is shown: a full stop follows a bare letter or digit.
    pub fn shown_number(printed: &str) -> String {
        if printed.ends_with(char::is_alphanumeric) { format!("{printed}.") } else { printed.to_owned() }
    }
}

/// One printed paragraph or bullet.
#[derive(Debug)]
pub struct Item {
    /// Its address on the document page, unique there.
    pub anchor: String,
    /// What is printed before it: `9.`, `-`.
    pub marker: Option<String>,
    /// The sentence as it reads.
    pub text: Option<Prose>,
    /// Where the scan differs.
    pub corrections: Vec<Correction>,
    /// A table; few paragraphs have one.
    pub table: Option<Box<Table>>,
    /// The section that it stands in.
    pub section: Option<Ix<Section>>,
    /// Paragraphs printed under it.
    pub items: Vec<Ix<Item>>,
    /// The measures that it states.
    pub measures: Vec<Ix<Measure>>,
    /// Where it is written.
    pub span: Span,
}

/// A place where the text reads otherwise than the scan.
#[derive(Debug)]
pub struct Correction {
    /// In which language.
    pub lang: Lang,
    /// As it reads.
    pub read: String,
    /// As the scan has it.
    pub printed: String,
    /// How often.
    pub times: u16,
    /// Why.
    pub note: Option<Text>,
}

/// A table of an annex.
#[derive(Debug)]
pub struct Table {
    /// Its caption.
    pub caption: Option<Text>,
    /// Column heads.
    pub columns: Vec<Text>,
    /// Rows, each as long as `columns`.
    pub rows: Vec<Vec<Text>>,
}

/// What measures of several plans have in common.
#[derive(Debug)]
pub struct Indicator {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// What it counts.
    pub unit: super::Unit,
    /// What it means.
    pub definition: Option<Prose>,
    /// Where it is written.
    pub span: Span,
}

/// A page of free text.
#[derive(Debug)]
pub struct FreePage {
    /// Its id: the first part of the file's name.
    pub id: Id,
    /// Its title, in each language that there is a file for.
    pub title: Text,
    /// The word in its address, in the same languages.
    pub slug: Text,
    /// Its place in the footer.
    pub order: i16,
    /// Whether it is for people in danger, as the page of hotlines is.
    pub help: bool,
    /// Its Markdown.
    pub body: Prose,
    /// Where it is written.
    pub span: Span,
}
