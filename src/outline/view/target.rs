use super::{DateView, Link, PlanHead, ProseView, Words};
use serde::Serialize;

/// The targets of a plan.
#[derive(Debug, Clone, Serialize)]
pub struct TargetsView {
    /// The head.
    pub head: PlanHead,
    /// By section, in the order of print; empty where the plan sets none.
    pub sections: Vec<TargetSection>,
    /// How many measures have a figure.
    pub figures: usize,
    /// How many have none.
    pub qualitative: usize,
    /// How far they are; none where the plan sets no figure.
    pub standing: Option<super::StandingView>,
    /// The comparisons that its measures stand in.
    pub comparisons: Vec<Link>,
}

/// The targets of a section.
#[derive(Debug, Clone, Serialize)]
pub struct TargetSection {
    /// For links to it.
    pub anchor: String,
    /// Its number and heading, those above it first.
    pub path: Vec<Words>,
    /// The paragraphs that state measures; never empty.
    pub targets: Vec<TargetParagraph>,
}

/// A paragraph and the measures that it states.
#[derive(Debug, Clone, Serialize)]
pub struct TargetParagraph {
    /// For links to it.
    pub anchor: String,
    /// What is printed before it.
    pub marker: Option<String>,
    /// The sentence.
    pub text: Option<ProseView>,
    /// Its place on the document page.
    pub href: String,
    /// Its measures; a part stands after its whole.
    pub measures: Vec<MeasureRow>,
}

/// A measure in a list.
#[derive(Debug, Clone, Serialize)]
pub struct MeasureRow {
    /// What is measured.
    pub label: Words,
    /// Its page.
    pub href: String,
    /// What shall be reached.
    pub goal: GoalView,
    /// Where it began.
    pub baseline: Option<BaselineView>,
    /// When; none is "the plan states no deadline".
    pub due: Option<MeasureDue>,
    /// Whether it is a part of the one before.
    pub part: bool,
    /// Where it stands, as [`ProgressView::state`](super::ProgressView); none where the portal neither keeps
    /// observations of its plan nor has any of it.
    pub state: Option<&'static str>,
    /// Its latest figure.
    pub latest: Option<super::ObservationView>,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// What shall be reached. In templates: `<goal g={x} />`.
#[derive(Debug, Clone, Serialize)]
pub struct GoalView {
    /// `reach`, `reach_down` and `reach_up` where the sentence says which way, `at_least`, `at_most`, `under`, `over`, `exactly`, `maintain`, `range`, `lower_than`, `higher_than`,
    /// `qualitative`.
    pub kind: &'static str,
    /// The figure, or the lower one of a range.
    pub amount: Option<AmountView>,
    /// The higher one of a range.
    pub high: Option<AmountView>,
    /// Than what, of a relative goal.
    pub than: Option<Words>,
}

/// A figure. In templates: `<amount a={x} />` in figures, `<amount_words a={x} />` in words.
#[derive(Debug, Clone, Serialize)]
pub struct AmountView {
    /// As the language writes it: `1,1` or `1.1`.
    pub value: String,
    /// The whole.
    pub of: Option<String>,
    /// `percent`, `per`, `named` or `bare`.
    pub unit: &'static str,
    /// So many of: `100.000`.
    pub per: Option<String>,
    /// What is counted.
    pub name: Option<Words>,
    /// The figure for machines, with a point.
    pub machine: String,
}

/// Where a measure began.
#[derive(Debug, Clone, Serialize)]
pub struct BaselineView {
    /// The figure, if stated.
    pub amount: Option<AmountView>,
    /// When.
    pub period: Option<DateView>,
}

/// When a measure is due.
#[derive(Debug, Clone, Serialize)]
pub struct MeasureDue {
    /// The date.
    pub date: DateView,
    /// Printed in the sentence, or implied by the plan's period.
    pub printed: bool,
    /// Whether it lies before the as-of date.
    pub past: bool,
}

/// The page of one measure.
#[derive(Debug, Clone, Serialize)]
pub struct TargetView {
    /// The head.
    pub head: PlanHead,
    /// What is measured.
    pub label: Words,
    /// What shall be reached.
    pub goal: GoalView,
    /// Where it began.
    pub baseline: Option<BaselineView>,
    /// When.
    pub due: Option<MeasureDue>,
    /// On the way.
    pub milestones: Vec<MilestoneView>,
    /// A condition of the goal.
    pub condition: Option<Words>,
    /// A remark.
    pub note: Option<ProseView>,
    /// The measure that it is a part of.
    pub part_of: Option<Link>,
    /// Whether the sentence says of what whole it is a part.
    pub whole_stated: bool,
    /// Its parts.
    pub parts: Vec<MeasureRow>,
    /// The other measures of the same paragraph.
    pub siblings: Vec<MeasureRow>,
    /// The paragraph that states it, with its sections.
    pub path: Vec<Words>,
    /// What is printed before the paragraph.
    pub marker: Option<String>,
    /// The sentence.
    pub text: Option<ProseView>,
    /// Where the scan differs.
    pub corrections: Vec<super::CorrectionView>,
    /// Its place on the document page.
    pub href: String,
    /// Agencies whose duty the paragraph is.
    pub agencies: Vec<Link>,
    /// The page before in the plan, and the page after.
    pub previous: Option<Link>,
    /// The page after.
    pub next: Option<Link>,
    /// How far it is.
    pub progress: super::ProgressView,
    /// Where the method is explained.
    pub method: String,
    /// What other plans set for the same indicator, where some do.
    pub comparison: Option<Link>,
    /// Its files.
    pub downloads: DownloadsView,
}

/// The files of a measure, and what its picture says of itself.
#[derive(Debug, Clone, Serialize)]
pub struct DownloadsView {
    /// Its observations as CSV, relative to the page.
    pub csv: String,
    /// All of it as JSON.
    pub json: String,
    /// Its picture, where the page shows one.
    pub svg: Option<String>,
    /// Who reports the observations, each once, the latest first.
    pub sources: Vec<super::SourceView>,
}

/// A figure on the way.
#[derive(Debug, Clone, Serialize)]
pub struct MilestoneView {
    /// The figure.
    pub amount: AmountView,
    /// When.
    pub by: DateView,
}
