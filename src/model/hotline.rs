use super::{Agency, Ix, Place, Prose, Source};
use crate::diag::Span;
use crate::lang::{PartialDate, Text};
use jiff::civil::Date;

/// A number to call.
#[derive(Debug)]
pub struct Hotline {
    /// The number.
    pub number: Phone,
    /// The place that it belongs to.
    pub place: Ix<Place>,
    /// What it is called.
    pub name: Text,
    /// Who should call it.
    pub audience: Option<Text>,
    /// What is stated about it, in the order of its file; each with its source.
    pub facts: Vec<HotlineFact>,
    /// The day on which a person rang it.
    pub called: Option<Date>,
    /// Where that day is written; where none is, the number.
    pub called_span: Span,
    /// Where it is written.
    pub span: Span,
}

impl Hotline {
    /// Whether nobody has rung it, and plans alone speak of it: it may have changed since.
    pub fn rests_on_plans_alone(&self) -> bool {
        self.called.is_none() && self.facts.iter().all(|fact| matches!(fact.source, Source::Plan(_)))
    }
}

/// A phone number that is a known short code or plausible in Viet Nam.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// Letter by letter as the editor wrote it.
    pub shown: String,
    /// What a telephone dials: digits, and a leading `+` where it was written.
    pub dialled: String,
}

/// One thing that a source states about a hotline.
#[derive(Debug)]
pub struct HotlineFact {
    /// What.
    pub kind: HotlineFactKind,
    /// Who says so.
    pub source: Source,
    /// Where it is written.
    pub span: Span,
}

/// What can be stated about a hotline.
#[derive(Debug)]
pub enum HotlineFactKind {
    /// Who answers.
    Operator(Operator),
    /// When it answers.
    Hours(Hours),
    /// What a call costs.
    Cost(Cost),
    /// Since when it serves.
    Since(PartialDate),
    /// A number that it took the place of, as typed.
    Replaces(String),
    /// The languages spoken.
    Languages(Text),
    /// Anything else.
    Note(Prose),
}

/// Who answers.
#[derive(Debug)]
pub enum Operator {
    /// An agency of the portal.
    Agency(Ix<Agency>),
    /// A body that is not in the portal.
    Named(Text),
}

/// When a hotline answers.
#[derive(Debug)]
pub enum Hours {
    /// Day and night, every day.
    Always,
    /// As stated.
    Stated(Text),
}

/// What a call costs.
#[derive(Debug)]
pub enum Cost {
    /// Nothing.
    Free,
    /// Something.
    Charged,
    /// As stated.
    Stated(Text),
}
