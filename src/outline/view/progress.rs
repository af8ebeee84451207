use super::{AmountView, DateView, GoalView, MilestoneView, ProseView, SourceView};
use crate::chart::{BulletDrawing, LineDrawing, Segment};
use serde::Serialize;

/// How far a measure is.
#[derive(Debug, Clone, Serialize)]
pub struct ProgressView {
    /// `met`, `on-track`, `behind`, `off-track`, `not-met`, `not-assessed`, `no-report`, `ended-without-report`.
    pub state: &'static str,
    /// Which row of the method's table decided: `satisfied`, `pace`, `no-baseline`, ...
    pub rule: &'static str,
    /// Whether this portal keeps observations of the plan.
    pub kept: bool,
    /// The observation that was judged.
    pub latest: Option<ObservationView>,
    /// How fast it goes, where that decided.
    pub pace: Option<PaceView>,
    /// The milestone that was missed.
    pub missed: Option<MilestoneView>,
    /// All observations in the order of time; of one period, a revision after what it revises.
    pub observations: Vec<ObservationView>,
    /// Whether there is an even way from baseline to goal to hold them against.
    pub evenly: bool,
    /// The picture of the latest figure; none where no scale holds the figures, or the goal has none.
    pub bullet: Option<BulletView>,
    /// The picture over time; none without an observation.
    pub line: Option<LineView>,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// A figure that was reported.
#[derive(Debug, Clone, Serialize)]
pub struct ObservationView {
    /// What time it speaks of.
    pub period: DateView,
    /// The figure.
    pub amount: AmountView,
    /// The figure as the goal counts, where that differs: a part of a whole as a share.
    pub counted: Option<AmountView>,
    /// Where an even pace would have been.
    pub expected: Option<AmountView>,
    /// `final`, `provisional` or `estimated`.
    pub status: &'static str,
    /// Who reports it.
    pub source: SourceView,
    /// A remark.
    pub note: Option<ProseView>,
    /// When it took the place of an earlier figure.
    pub revised: Option<DateView>,
    /// Whether a later figure took its place.
    pub superseded: bool,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// How fast a measure goes, with all that this was reckoned from.
#[derive(Debug, Clone, Serialize)]
pub struct PaceView {
    /// The baseline.
    pub from: AmountView,
    /// The last day of its time.
    pub from_day: DateView,
    /// The goal.
    pub to: AmountView,
    /// The last day of its deadline.
    pub to_day: DateView,
    /// The figure judged.
    pub at: AmountView,
    /// The last day of its time.
    pub at_day: DateView,
    /// The share of the way that is behind, in percent.
    pub covered: String,
    /// The share of the time, in percent.
    pub elapsed: String,
    /// The one by the other.
    pub ratio: String,
    /// Where an even pace would be.
    pub expected: AmountView,
}

/// A bullet bar in two widths.
#[derive(Debug, Clone, Serialize)]
pub struct BulletView {
    /// For phones, and for wider screens.
    pub drawings: [BulletDrawing; 2],
    /// The latest figure as the goal counts.
    pub value: Option<AmountView>,
    /// Why there is none: `waiting` for a report, `ended` without one, or `unpublished` as far as the portal knows.
    pub silent: &'static str,
    /// The goal.
    pub goal: GoalView,
    /// The baseline as the goal counts.
    pub baseline: Option<AmountView>,
    /// Where an even pace would be.
    pub expected: Option<AmountView>,
}

/// A measure over time in two widths.
#[derive(Debug, Clone, Serialize)]
pub struct LineView {
    /// For phones, and for wider screens.
    pub drawings: [LineScene; 2],
    /// The goal.
    pub goal: GoalView,
    /// The baseline as the goal counts.
    pub baseline: Option<AmountView>,
    /// The last figure as it was reported.
    pub last: AmountView,
    /// The same as the goal counts, where that differs.
    pub counted: Option<AmountView>,
    /// Its period.
    pub last_period: DateView,
    /// Whether it is final.
    pub last_firm: bool,
}

/// One drawing with the words on its upright axis.
#[derive(Debug, Clone, Serialize)]
pub struct LineScene {
    /// The drawing.
    pub drawing: LineDrawing,
    /// What its ticks say, in their order.
    pub ticks: Vec<String>,
}

/// How many measures stand where.
#[derive(Debug, Clone, Serialize)]
pub struct StatesView {
    /// How many there are.
    pub total: usize,
    /// How many are met or on track.
    pub well: usize,
    /// How many are behind, off track or not met.
    pub badly: usize,
    /// How many cannot be told: not assessed, or without a report.
    pub open: usize,
    /// Each state with its count, none left out.
    pub counts: Vec<StateCount>,
    /// The parts of a bar 600 units wide.
    pub bar: Vec<Segment>,
}

/// How far the measures of a plan, or of an agency, are.
#[derive(Debug, Clone, Serialize)]
pub struct StandingView {
    /// How many stand where; none where the portal neither keeps observations nor has any.
    pub states: Option<StatesView>,
    /// Where the method is explained.
    pub method: String,
}

/// A figure that was reported, with what it is about.
#[derive(Debug, Clone, Serialize)]
pub struct LatestObservation {
    /// The measure's page.
    pub measure: super::Link,
    /// The plan.
    pub plan: super::PlanLink,
    /// Where it stands.
    pub state: &'static str,
    /// The figure.
    pub observation: ObservationView,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// A state and how many measures are in it.
#[derive(Debug, Clone, Serialize)]
pub struct StateCount {
    /// As [`ProgressView::state`].
    pub state: &'static str,
    /// How many.
    pub count: usize,
}

/// How progress is measured.
#[derive(Debug, Clone, Serialize)]
pub struct MethodView {
    /// All states, as [`ProgressView::state`].
    pub states: Vec<&'static str>,
    /// From this pace on a measure is on track.
    pub on_track: String,
    /// From this pace on it is behind.
    pub behind: String,
    /// An example.
    pub example: ExampleView,
}

/// A pace worked out.
#[derive(Debug, Clone, Serialize)]
pub struct ExampleView {
    /// The figures.
    pub pace: PaceView,
    /// What it comes to.
    pub state: &'static str,
}
