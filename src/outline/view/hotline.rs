use super::{Call, DateView, PaperLink, ProseView, SourceView, Words};
use serde::Serialize;

/// The page of hotlines.
#[derive(Debug, Clone, Serialize)]
pub struct HotlinesView {
    /// Places that have any, the highest first; never an empty one.
    pub places: Vec<PlaceHotlines>,
    /// Numbers that no longer serve, each once.
    pub retired: Vec<RetiredNumber>,
    /// For each place that has posters, those; the highest place first.
    pub posters: Vec<PlacePosters>,
}

/// A number that another one took the place of.
#[derive(Debug, Clone, Serialize)]
pub struct RetiredNumber {
    /// As typed.
    pub shown: String,
    /// For links to it: its digits after `so-cu-`.
    pub anchor: String,
    /// Who says so.
    pub source: SourceView,
    /// The number to call now.
    pub now: Call,
    /// Where that stands on the page.
    pub link: String,
}

/// The posters of a place.
#[derive(Debug, Clone, Serialize)]
pub struct PlacePosters {
    /// The place.
    pub place: Words,
    /// One a paper.
    pub papers: Vec<PaperLink>,
}

/// The hotlines of a place.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceHotlines {
    /// The place.
    pub place: Words,
    /// For links to it.
    pub anchor: String,
    /// Its hotlines; never empty.
    pub hotlines: Vec<HotlineView>,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// A hotline, as far as sources state.
#[derive(Debug, Clone, Serialize)]
pub struct HotlineView {
    /// For links to it: the number's digits after `so-`.
    pub anchor: String,
    /// Letter by letter.
    pub shown: String,
    /// Character by character with spaces between, for screen readers.
    pub spelled: String,
    /// The `tel:` address.
    pub href: String,
    /// What it is called.
    pub name: Words,
    /// Who should call.
    pub audience: Option<Words>,
    /// Whether plans alone speak of it, and nobody has rung it.
    pub unconfirmed: bool,
    /// Who answers.
    pub operator: Option<OperatorView>,
    /// When; none is "not stated".
    pub hours: Option<HoursView>,
    /// What it costs; none is "not stated".
    pub cost: Option<CostView>,
    /// Since when.
    pub since: Vec<Stated<DateView>>,
    /// Numbers that it took the place of.
    pub replaces: Vec<Stated<String>>,
    /// Languages spoken; none is "not stated".
    pub languages: Option<Stated<Words>>,
    /// Anything else.
    pub notes: Vec<Stated<ProseView>>,
    /// Where its facts were read, each once.
    pub sources: Vec<SourceView>,
    /// The day on which a person rang it.
    pub called: Option<DateView>,
    /// Its own place on the page of hotlines.
    pub link: String,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// Something with the number of its source in [`HotlineView::sources`], from 1.
#[derive(Debug, Clone, Serialize)]
pub struct Stated<T> {
    /// What.
    pub value: T,
    /// Which source.
    pub source: usize,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// When a hotline answers.
#[derive(Debug, Clone, Serialize)]
pub struct HoursView {
    /// Day and night, every day.
    pub always: bool,
    /// Else as stated.
    pub stated: Option<Words>,
    /// Which source.
    pub source: usize,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// What a call costs.
#[derive(Debug, Clone, Serialize)]
pub struct CostView {
    /// `free`, `charged` or `stated`.
    pub kind: &'static str,
    /// As stated.
    pub stated: Option<Words>,
    /// Which source.
    pub source: usize,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// Who answers.
#[derive(Debug, Clone, Serialize)]
pub struct OperatorView {
    /// Its name.
    pub name: Words,
    /// Its page.
    pub href: Option<String>,
    /// Which source.
    pub source: usize,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}
