//! How far measures are, in the page's language, with the pictures of it.

use super::dossier::Dossier;
use super::page::PageKind;
use super::text::Here;
use super::view::{
    AmountView, BulletView, LineScene, LineView, ObservationView, ProgressView, StandingView, StateCount, StatesView,
};
use crate::chart::{Bullet, Line, Mark, Narrow, bar, bullet, line};
use crate::lang::{Decimal, format_decimal};
use crate::measure::{MeasureFigures, State, states};
use crate::model::{Agency, Amount, Goal, Item, Ix, Measure, Observation, ObservationStatus, Progress, Unit, indexed};

/// The widths of the two drawings of a bullet bar.
const BULLET: [u16; 2] = [294, 588];
/// The width of the bar of states, which is stretched.
const STATES: u16 = 600;
/// How many decimals a reckoned figure has beyond those of the goal.
const MORE_DECIMALS: u32 = 1;

impl Here<'_> {
    /// How far a measure is; none where nothing is to be told: a goal without a figure, and no observation.
    pub(super) fn progress(&self, dossier: Dossier, ix: Ix<Measure>) -> ProgressView {
        let (measure, figures) = (&dossier.plan[ix], &dossier.figures.measures[ix.index()]);
        let assessment = &figures.assessment;
        let shown = |at: usize| self.observation(measure, figures, at);
        ProgressView {
            state: assessment.state.key(),
            rule: assessment.rule.key(),
            kept: dossier.plan.progress == Progress::Kept,
            latest: self.latest(dossier, ix),
            pace: assessment.pace.as_ref().map(|pace| self.pace(pace, |value| reckoned(&measure.goal, value))),
            missed: assessment.missed.map(|at| self.milestone(&measure.milestones[at])),
            observations: (0..measure.observations.len()).map(shown).collect(),
            evenly: figures.path.is_some(),
            bullet: self.bullet(measure, figures, is_told(dossier)),
            line: self.line(measure, figures),
            trace: self.trace_of_measure(dossier, ix),
        }
    }

    /// The observation that was judged; of a goal without a figure, the last that is known.
    pub(super) fn latest(&self, dossier: Dossier, ix: Ix<Measure>) -> Option<ObservationView> {
        let (measure, figures) = (&dossier.plan[ix], &dossier.figures.measures[ix.index()]);
        let at = figures.assessment.judged.or(figures.current.last().copied())?;
        Some(self.observation(measure, figures, at))
    }

    /// How far the measures of these plans are; none where none has a figure.
    pub(super) fn standing(&self, dossiers: &[Dossier]) -> Option<StandingView> {
        let told: Vec<&Dossier> = dossiers.iter().filter(|dossier| is_told(**dossier)).collect();
        let with_figures = |dossier: &Dossier| indexed(&dossier.plan.measures).any(|(_, m)| edges(&m.goal).is_some());
        dossiers.iter().any(with_figures).then(|| {
            let figures = told.iter().flat_map(|dossier| figures_of(**dossier, |_, _| true));
            self.standing_view((!told.is_empty()).then(|| states_view(figures)))
        })
    }

    /// How far the measures of a plan are whose paragraph is the duty of this agency; none where there is none with a
    /// figure, or nothing to tell of the plan.
    pub(super) fn standing_of(&self, dossier: Dossier, agency: Ix<Agency>) -> Option<StandingView> {
        let duties = dossier.plan.duties.iter().filter(|duty| duty.agencies.contains(&agency));
        let items: Vec<Ix<Item>> = duties.map(|duty| duty.item).collect();
        let mut figures = figures_of(dossier, |_, measure| items.contains(&measure.item)).peekable();
        figures.peek()?;
        is_told(dossier).then(|| self.standing_view(Some(states_view(figures))))
    }

    fn standing_view(&self, states: Option<StatesView>) -> StandingView {
        StandingView { states, method: self.href(PageKind::Method) }
    }

    fn observation(&self, measure: &Measure, figures: &MeasureFigures, at: usize) -> ObservationView {
        let observation = &measure.observations[at];
        let counted = figures.series.iter().find(|(of, _)| *of == at).map(|(_, value)| *value);
        let counted = counted.filter(|value| *value != observation.amount.value);
        let later = measure.observations.get(at + 1);
        ObservationView {
            period: self.period(observation.period),
            amount: self.amount(&observation.amount),
            counted: counted.map(|value| self.reckoned(measure, value)),
            expected: figures.path.map(|path| self.reckoned(measure, path.at(observation.period.last_day()))),
            status: match observation.status {
                ObservationStatus::Final => "final",
                ObservationStatus::Provisional => "provisional",
                ObservationStatus::Estimated => "estimated",
            },
            source: self.source(&observation.source),
            note: observation.note.as_ref().map(|note| self.prose(note)),
            revised: observation.revised.map(|date| self.date(date)),
            superseded: later.is_some_and(|later| later.period == observation.period),
            trace: self.trace(observation.span),
        }
    }

    /// A figure that was reckoned, as the goal counts, to one decimal more than the goal has.
    fn reckoned(&self, measure: &Measure, value: Decimal) -> AmountView {
        self.amount(&reckoned(&measure.goal, value))
    }

    fn bullet(&self, measure: &Measure, figures: &MeasureFigures, told: bool) -> Option<BulletView> {
        let value = figures.series.last().map(|(_, value)| *value);
        let expected = figures.assessment.pace.map(|pace| pace.expected);
        let (goal, whole) = (edges(&measure.goal)?, whole(&measure.goal));
        let of = Bullet { value, goal, baseline: figures.baseline, expected, whole };
        let [narrow, wide] = BULLET.map(|width| bullet(&of, width));
        Some(BulletView {
            drawings: [narrow?, wide?],
            value: value.map(|value| self.reckoned(measure, value)),
            silent: match (told, figures.past) {
                (false, _) => "unpublished",
                (true, true) => "ended",
                (true, false) => "waiting",
            },
            goal: self.goal(&measure.goal),
            baseline: figures.baseline.map(|value| self.reckoned(measure, value)),
            expected: expected.map(|value| self.reckoned(measure, value)),
        })
    }

    fn line(&self, measure: &Measure, figures: &MeasureFigures) -> Option<LineView> {
        let (last, value) = *figures.series.last()?;
        let mark = |(at, value): &(usize, Decimal)| {
            let observation = &measure.observations[*at];
            let (from, to) = (observation.period.first_day(), observation.period.last_day());
            Mark { from, to, value: *value, firm: is_firm(observation) }
        };
        let marks: Vec<Mark> = figures.series.iter().map(mark).collect();
        let since = measure.baseline.as_ref().and_then(|baseline| baseline.period);
        let baseline = figures.baseline.zip(since).map(|(value, period)| Mark {
            from: period.first_day(),
            to: period.last_day(),
            value,
            firm: true,
        });
        let counted = |amount: &Amount| figures.milestone(measure, amount);
        let milestones: Vec<_> = measure.milestones.iter().map(|at| (at.by.last_day(), counted(&at.amount))).collect();
        let of = Line {
            marks: &marks,
            baseline,
            goal: edges(&measure.goal)?,
            due: figures.due.by.last_day(),
            path: figures.path.map(|path| path.to.0),
            milestones: &milestones,
            whole: whole(&measure.goal),
        };
        let scene = |narrow| {
            let drawing = line(&of, narrow)?;
            let ticks = drawing.ticks.iter().map(|tick| format_decimal(tick.value, self.lang())).collect();
            Some(LineScene { drawing, ticks })
        };
        Some(LineView {
            drawings: [scene(Narrow(true))?, scene(Narrow(false))?],
            goal: self.goal(&measure.goal),
            baseline: baseline.map(|mark| self.reckoned(measure, mark.value)),
            last: self.amount(&measure.observations[last].amount),
            counted: (measure.observations[last].amount.value != value).then(|| self.reckoned(measure, value)),
            last_period: self.period(measure.observations[last].period),
            last_firm: is_firm(&measure.observations[last]),
        })
    }
}

/// Whether there is anything to tell of a plan's measures: the portal keeps observations of it, or has some.
pub(super) fn is_told(dossier: Dossier) -> bool {
    let plan = dossier.plan;
    plan.progress == Progress::Kept || plan.measures.iter().any(|measure| !measure.observations.is_empty())
}

/// What was found about the measures of a plan that have a figure.
fn figures_of<'o>(
    dossier: Dossier<'o>,
    chosen: impl Fn(Ix<Measure>, &Measure) -> bool,
) -> impl Iterator<Item = &'o MeasureFigures> {
    let measures = indexed(&dossier.plan.measures).filter(|(_, measure)| edges(&measure.goal).is_some());
    measures.filter(move |(ix, measure)| chosen(*ix, measure)).map(|(ix, _)| &dossier.figures.measures[ix.index()])
}

/// How many of these measures stand where.
fn states_view<'f>(figures: impl IntoIterator<Item = &'f MeasureFigures>) -> StatesView {
    let counts = states(figures);
    let of = |wanted: &[State]| {
        State::ALL.iter().zip(counts).filter(|(state, _)| wanted.contains(state)).map(|(_, n)| n).sum()
    };
    StatesView {
        total: counts.iter().sum(),
        well: of(&[State::Met, State::OnTrack]),
        badly: of(&[State::Behind, State::OffTrack, State::NotMet]),
        open: of(&[State::NotAssessed, State::NoReport, State::EndedWithoutReport]),
        counts: State::ALL.iter().zip(counts).map(|(state, count)| StateCount { state: state.key(), count }).collect(),
        bar: bar(&counts, STATES),
    }
}

fn reckoned(goal: &Goal, value: Decimal) -> Amount {
    let goal = goal_amount(goal);
    let decimals = goal.map_or(0, |goal| goal.value.scale()) + MORE_DECIMALS;
    let unit = goal.map_or(Unit::Bare, |goal| goal.unit.clone());
    Amount { value: value.round_dp(decimals).normalize(), of: goal.and_then(|goal| goal.of), unit }
}

fn is_firm(observation: &Observation) -> bool {
    observation.status == ObservationStatus::Final
}

fn goal_amount(goal: &Goal) -> Option<&Amount> {
    match goal {
        Goal::Figure { amount, .. } | Goal::Range { low: amount, .. } => Some(amount),
        Goal::Qualitative | Goal::Relative { .. } => None,
    }
}

/// The goal's figure, or both of a range.
fn edges(goal: &Goal) -> Option<(Decimal, Option<Decimal>)> {
    match goal {
        Goal::Figure { amount, .. } => Some((amount.value, None)),
        Goal::Range { low, high } => Some((low.value, Some(high.value))),
        Goal::Qualitative | Goal::Relative { .. } => None,
    }
}

/// The most that a goal's figures can come to.
fn whole(goal: &Goal) -> Option<Decimal> {
    let amount = goal_amount(goal)?;
    amount.of.or((amount.unit == Unit::Percent).then_some(Decimal::ONE_HUNDRED))
}
