//! How far measures are, in the page's language, with the pictures of it.

use super::dossier::Dossier;
use super::text::Here;
use super::view::{AmountView, BulletView, LineScene, LineView, ObservationView, ProgressView, StateCount, StatesView};
use crate::chart::{Bullet, Line, Mark, Narrow, bar, bullet, line};
use crate::lang::{Decimal, format_decimal};
use crate::measure::{MeasureFigures, State, states};
use crate::model::{Amount, Goal, Ix, Measure, Observation, ObservationStatus, Progress, Unit};

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
            latest: assessment.judged.map(shown),
            pace: assessment.pace.as_ref().map(|pace| self.pace(pace, |value| reckoned(&measure.goal, value))),
            missed: assessment.missed.map(|at| self.milestone(&measure.milestones[at])),
            observations: (0..measure.observations.len()).map(shown).collect(),
            evenly: figures.path.is_some(),
            bullet: self.bullet(measure, figures),
            line: self.line(measure, figures),
        }
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
        }
    }

    /// A figure that was reckoned, as the goal counts, to one decimal more than the goal has.
    fn reckoned(&self, measure: &Measure, value: Decimal) -> AmountView {
        self.amount(&reckoned(&measure.goal, value))
    }

    fn bullet(&self, measure: &Measure, figures: &MeasureFigures) -> Option<BulletView> {
        let value = figures.series.last().map(|(_, value)| *value);
        let expected = figures.assessment.pace.map(|pace| pace.expected);
        let (goal, whole) = (edges(&measure.goal)?, whole(&measure.goal));
        let of = Bullet { value, goal, baseline: figures.baseline, expected, whole };
        let [narrow, wide] = BULLET.map(|width| bullet(&of, width));
        Some(BulletView {
            drawings: [narrow?, wide?],
            value: value.map(|value| self.reckoned(measure, value)),
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
            last: self.reckoned(measure, value),
            last_period: self.period(measure.observations[last].period),
            last_firm: is_firm(&measure.observations[last]),
        })
    }
}

/// How many of these measures stand where.
pub(super) fn states_view<'f>(figures: impl IntoIterator<Item = &'f MeasureFigures>) -> StatesView {
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
