//! Measures and their figures in the page's language.

use super::dossier::Dossier;
use super::page::PageKind;
use super::progress::is_told;
use super::text::Here;
use super::view::{AmountView, BaselineView, GoalView, Link, MeasureDue, MeasureRow, MilestoneView};
use crate::lang::{Decimal, format_decimal};
use crate::measure::MeasureFigures;
use crate::model::{Amount, Baseline, Comparator, Direction, Goal, Ix, Measure, Milestone, Stated, Unit};

impl Here<'_> {
    pub(super) fn measure_row(&self, dossier: Dossier, ix: Ix<Measure>) -> MeasureRow {
        let measure = &dossier.plan[ix];
        MeasureRow {
            label: self.words(&measure.label),
            href: self.href(PageKind::Target(dossier.ix, ix)),
            goal: self.goal(&measure.goal),
            baseline: measure.baseline.as_ref().map(|baseline| self.baseline(baseline)),
            due: Some(self.measure_due(&dossier.figures.measures[ix.index()])),
            part: measure.part_of.is_some(),
            state: is_told(dossier).then(|| dossier.figures.measures[ix.index()].assessment.state.key()),
            latest: self.latest(dossier, ix),
            trace: self.trace_of_measure(dossier, ix),
        }
    }

    pub(super) fn measure_link(&self, dossier: Dossier, ix: Ix<Measure>) -> Link {
        self.link(PageKind::Target(dossier.ix, ix), self.words(&dossier.plan[ix].label))
    }

    pub(super) fn measure_due(&self, figures: &MeasureFigures) -> MeasureDue {
        let printed = figures.due.stated == Stated::Printed;
        MeasureDue { date: self.date(figures.due.by), printed, past: figures.past }
    }

    pub(super) fn goal(&self, goal: &Goal) -> GoalView {
        let none = GoalView { kind: "qualitative", amount: None, high: None, than: None };
        match goal {
            Goal::Qualitative => none,
            Goal::Relative { direction, than } => {
                let kind = match direction {
                    Direction::Lower => "lower_than",
                    Direction::Higher => "higher_than",
                };
                GoalView { kind, than: Some(self.words(than)), ..none }
            }
            Goal::Figure { comparator, way, amount } => {
                let kind = match (comparator, way) {
                    (Comparator::Reach, Some(Direction::Lower)) => "reach_down",
                    (Comparator::Reach, Some(Direction::Higher)) => "reach_up",
                    _ => comparator_key(*comparator),
                };
                GoalView { kind, amount: Some(self.amount(amount)), ..none }
            }
            Goal::Range { low, high } => {
                GoalView { kind: "range", amount: Some(self.amount(low)), high: Some(self.amount(high)), ..none }
            }
        }
    }

    pub(super) fn amount(&self, amount: &Amount) -> AmountView {
        let format = |number: Decimal| format_decimal(number, self.lang());
        let (unit, per, name) = match &amount.unit {
            Unit::Percent => ("percent", None, None),
            Unit::Per(of) => ("per", Some(format(Decimal::from(*of))), None),
            Unit::Named(name) => ("named", None, Some(self.words(name))),
            Unit::Bare => ("bare", None, None),
        };
        let (value, of) = (format(amount.value), amount.of.map(format));
        AmountView { value, of, unit, per, name, machine: amount.value.to_string() }
    }

    pub(super) fn baseline(&self, baseline: &Baseline) -> BaselineView {
        BaselineView {
            amount: baseline.amount.as_ref().map(|amount| self.amount(amount)),
            period: baseline.period.map(|period| self.date(period)),
        }
    }

    pub(super) fn milestone(&self, milestone: &Milestone) -> MilestoneView {
        MilestoneView { amount: self.amount(&milestone.amount), by: self.date(milestone.by) }
    }
}

fn comparator_key(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Reach => "reach",
        Comparator::AtLeast => "at_least",
        Comparator::AtMost => "at_most",
        Comparator::Under => "under",
        Comparator::Over => "over",
        Comparator::Exactly => "exactly",
        Comparator::Maintain => "maintain",
    }
}
