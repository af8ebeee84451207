//! Reports whose day is over while the data has no figure since; docs/progress.md has the rule in words.

use super::aim::{Aim, figure};
use super::due::ReportFigures;
use super::{MeasureFigures, Occurrence};
use crate::lang::{PartialDate, Period, Quarter};
use crate::model::{Hotline, Ix, Measure, Plan, Portal, Progress, Report, indexed};
use jiff::ToSpan;
use jiff::civil::Date;

/// A report that was due, and the measures of which the data has no figure since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Awaited {
    /// The report.
    pub report: Ix<Report>,
    /// Its last time that is past.
    pub due: Occurrence,
    /// The measures, in the order of the plan's; never empty.
    pub measures: Vec<Ix<Measure>>,
}

/// The reports of a plan that are awaited, the latest first. A measure stands under the report that was due last, or
/// under each of those due on that day.
pub(super) fn awaited(plan: &Plan, measures: &[MeasureFigures], reports: &[ReportFigures]) -> Vec<Awaited> {
    if plan.progress == Progress::NotKept {
        return Vec::new();
    }
    let begin = plan.period.0.first_day();
    let mut turns: Vec<(Ix<Report>, Turn)> = indexed(&plan.reports)
        .zip(reports)
        .filter_map(|((ix, _), report)| Some((ix, Turn::last(&report.due.0, begin)?)))
        .collect();
    turns.sort_by_key(|(_, turn)| std::cmp::Reverse(turn.due.last));
    let mut all: Vec<Awaited> =
        turns.iter().map(|(report, turn)| Awaited { report: *report, due: turn.due, measures: Vec::new() }).collect();
    let over = |figures: &MeasureFigures| turns.iter().any(|(_, turn)| figures.due.by.last_day() < turn.since);
    for ((ix, measure), figures) in indexed(&plan.measures).zip(measures).filter(|(_, figures)| !over(figures)) {
        let day = turns.iter().find(|(_, turn)| turn.lacks(measure, figures)).map(|(_, turn)| turn.due.last);
        for ((_, turn), awaited) in turns.iter().zip(&mut all) {
            if Some(turn.due.last) == day && turn.lacks(measure, figures) {
                awaited.measures.push(ix);
            }
        }
    }
    all.retain(|awaited| !awaited.measures.is_empty());
    all
}

/// Hotlines that a person rang more days ago than the site allows.
pub(super) fn to_ring_again(portal: &Portal, as_of: Date) -> Vec<Ix<Hotline>> {
    let allowed = i64::from(portal.site.hotline_check_days).days();
    let is_old = |called: Date| called.checked_add(allowed).is_ok_and(|last| last < as_of);
    indexed(&portal.hotlines).filter(|(_, hotline)| hotline.called.is_some_and(is_old)).map(|(ix, _)| ix).collect()
}

/// The time between two days of the same report.
#[derive(Debug, Clone, Copy)]
pub(super) struct Turn {
    /// When the report was due last.
    due: Occurrence,
    /// When it was due before; else the plan's first day.
    since: Date,
}

impl Turn {
    /// None where no day of the report is past. Days before the plan's first are not held against it.
    pub(super) fn last(dues: &[Occurrence], begin: Date) -> Option<Turn> {
        let mut past = dues.iter().rev().filter(|due| due.past && due.last >= begin);
        let due = *past.next()?;
        Some(Turn { due, since: past.next().map_or(begin, |before| before.last) })
    }

    /// Whether a figure of the measure is awaited, and there is none.
    pub(super) fn lacks(&self, measure: &Measure, figures: &MeasureFigures) -> bool {
        let Some(aim) = Aim::of(measure) else { return false };
        let observed = || figures.current.iter().map(|at| &measure.observations[*at]);
        let reached = !aim.kept && observed().any(|one| aim.satisfied(figure(&one.amount, aim.goal)));
        let after = self.awaited_after(observed().map(|one| one.period));
        !reached && !observed().any(|one| one.period.last_day() > after)
    }

    /// The day after which a period must end to tell of this turn: never later than the report was due before, and not
    /// within the last whole period of the longest kind that the measure has figures of.
    fn awaited_after(&self, observed: impl Iterator<Item = Period>) -> Date {
        let whole = observed.map(Habit::of).max().map(|habit| habit.last_whole_before(self.due.last));
        let before = whole.and_then(|first| first.yesterday().ok());
        before.map_or(self.since, |before| before.min(self.since))
    }
}

/// How often a measure may be expected to have a figure. A figure of a day or a month alone does not tell (a survey, a
/// school year, a forum each August), so it is taken as one a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Habit {
    Quarterly,
    Yearly,
}

impl Habit {
    fn of(period: Period) -> Habit {
        match period {
            Period::Quarter(_) => Habit::Quarterly,
            Period::Date(_) => Habit::Yearly,
        }
    }

    /// The first day of the last quarter, or year, that ends before a day.
    fn last_whole_before(self, day: Date) -> Date {
        let (year, quarter) = (day.year(), (day.month() - 1) / 3 + 1);
        match (self, quarter) {
            (Habit::Yearly, _) => PartialDate::Year(year - 1).first_day(),
            (Habit::Quarterly, 1) => Period::Quarter(Quarter { year: year - 1, quarter: 4 }).first_day(),
            (Habit::Quarterly, _) => Period::Quarter(Quarter { year, quarter: quarter - 1 }).first_day(),
        }
    }
}
