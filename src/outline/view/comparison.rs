use super::{AmountView, Link, MeasureRow, PlanLink, ProseView, Words};
use serde::Serialize;

/// The list of comparisons.
#[derive(Debug, Clone, Serialize)]
pub struct ComparisonsView {
    /// In the order of the content; never empty.
    pub indicators: Vec<ComparisonCard>,
}

/// A comparison in a list.
#[derive(Debug, Clone, Serialize)]
pub struct ComparisonCard {
    /// Its page, by the indicator's name.
    pub to: Link,
    /// How many plans have the indicator; at least two.
    pub plans: usize,
    /// What it shows.
    pub finding: Finding,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// An indicator and what plans set for it.
#[derive(Debug, Clone, Serialize)]
pub struct ComparisonView {
    /// What the indicator means, and where plans differ.
    pub definition: Option<ProseView>,
    /// What the page shows, for a sentence.
    pub finding: Finding,
    /// The higher figures first, those without a figure last.
    pub targets: Vec<ComparedTarget>,
    /// Whether there is a result to tell of any of them.
    pub told: bool,
    /// The scale of the picture; none where no target has a figure.
    pub axis: Option<Axis>,
}

/// For a sentence on what plans set.
#[derive(Debug, Clone, Serialize)]
pub struct Finding {
    /// `none` (no figure), `same` (one figure) or `spread`.
    pub kind: &'static str,
    /// The lowest figure; what is counted is named with the highest, unless it differs.
    pub low: Option<AmountView>,
    /// The highest.
    pub high: Option<AmountView>,
    /// How many targets have a figure in the indicator's unit.
    pub figures: usize,
    /// How many have none.
    pub in_words: usize,
    /// Whether figures are not all meant alike: one "reach", another "at least".
    pub mixed: bool,
    /// Whether a goal is given as a part of a whole ("150/200"): its share is named, and stands in the picture.
    pub of_whole: bool,
}

/// A target beside those of other plans.
#[derive(Debug, Clone, Serialize)]
pub struct ComparedTarget {
    /// Its plan.
    pub plan: PlanLink,
    /// The target.
    pub target: MeasureRow,
    /// A condition of the goal.
    pub condition: Option<Words>,
    /// Its mark in the picture; the shape goes by the goal's kind. None without a figure in the indicator's unit.
    pub mark: Option<MarkView>,
}

/// Where a goal stands in the picture.
#[derive(Debug, Clone, Serialize)]
pub struct MarkView {
    /// How far along the scale: `98%`.
    pub x: String,
    /// The other end of a range.
    pub to: Option<String>,
}

/// The scale of a picture.
#[derive(Debug, Clone, Serialize)]
pub struct Axis {
    /// From zero on.
    pub ticks: Vec<Tick>,
    /// What is counted, on a figure of 0.
    pub unit: AmountView,
}

/// A tick of a scale.
#[derive(Debug, Clone, Serialize)]
pub struct Tick {
    /// How far along the scale.
    pub x: String,
    /// As the language writes it.
    pub text: String,
}
