//! The third stage: what follows from the portal and the as-of date. The only home of arithmetic; later stages show
//! what it found and reckon nothing themselves.

mod aim;
mod due;
mod freshness;
mod progress;
#[cfg(test)]
mod progress_tests;
mod staleness;
#[cfg(test)]
mod staleness_tests;

mod unit;

pub use due::{Dues, Occurrence, ReportFigures};
pub use freshness::is_old;
pub use progress::{Assessment, BEHIND, ON_TRACK, Pace, Path, Rule, State, pace};
pub use staleness::Awaited;
pub use unit::counted_in;

use crate::lang::{Decimal, PartialDate};
use crate::model::{Amount, Due, Event, Hotline, Ix, Measure, Memo, PeriodStated, Plan, Portal, Stated};
use aim::Aim;
use jiff::civil::Date;
use progress::{assess, current, series};
use std::sync::Arc;

/// What was found, as of a day.
#[derive(Debug)]
pub struct Figures {
    /// The day against which everything was held.
    pub as_of: Date,
    /// One for each of the portal's plans, in their order.
    pub plans: Vec<Arc<PlanFigures>>,
    /// Hotlines that were rung so long ago that they shall be rung again, in the portal's order.
    pub to_ring_again: Vec<Ix<Hotline>>,
}

/// What earlier runs of the same program have found, as of a day.
#[derive(Debug, Default)]
pub struct Cache(Option<(Date, Memo<PlanFigures>)>);

/// What was found about a plan; each list is in the order of the plan's own.
#[derive(Debug)]
pub struct PlanFigures {
    /// Where the plan stands in its period.
    pub phase: Phase,
    /// One for each measure.
    pub measures: Vec<MeasureFigures>,
    /// One for each report.
    pub reports: Vec<ReportFigures>,
    /// One for each event.
    pub events: Vec<EventFigures>,
    /// The reports that were due while the data has no figure since, the latest first. Not in the order of the plan's.
    pub awaited: Vec<Awaited>,
}

/// Where a plan stands in its period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// The as-of date is before the first day.
    Coming,
    /// It is in the period, first and last day included.
    Running,
    /// It is after the last day.
    Ended,
    /// It has begun, and no end is stated.
    Open,
}

/// What was found about a measure.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureFigures {
    /// Its deadline; where the sentence has none, the end of the plan's period.
    pub due: Due,
    /// Whether the as-of date is after the last day of it.
    pub past: bool,
    /// Where it stands.
    pub assessment: Assessment,
    /// The observations that count, the earliest first, by their places in the measure's list.
    pub current: Vec<usize>,
    /// The same where the goal has a figure: their places in the measure's list, and their figures as the
    /// goal counts. Empty where the goal has no figure.
    pub series: Vec<(usize, Decimal)>,
    /// The baseline's figure as the goal counts.
    pub baseline: Option<Decimal>,
    /// The even way from baseline to goal.
    pub path: Option<Path>,
}

impl MeasureFigures {
    /// A milestone's figure as the goal counts.
    pub fn milestone(&self, measure: &Measure, amount: &Amount) -> Decimal {
        Aim::of(measure).map_or(amount.value, |aim| aim::figure(amount, aim.goal))
    }
}

/// How many measures stand where, in the order of [`State::ALL`].
pub fn states<'f>(figures: impl IntoIterator<Item = &'f MeasureFigures>) -> [usize; State::ALL.len()] {
    let mut counts = [0; State::ALL.len()];
    for figures in figures {
        let at = State::ALL.iter().position(|state| *state == figures.assessment.state);
        counts[at.unwrap_or_default()] += 1;
    }
    counts
}

/// What was found about an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventFigures {
    /// The last day on which it may begin, where it has a date: one "in 2023" comes after those with a day in 2023.
    pub begins_by: Option<Date>,
    /// When it takes place, as far as that is stated.
    pub at: Option<Occurrence>,
    /// Whether it is under way for certain, however exactly its ends are stated.
    pub now: bool,
}

/// Holds a portal against a day.
pub fn measure(portal: &Portal, as_of: Date) -> Figures {
    measure_again(portal, as_of, &mut Cache::default())
}

/// As [`measure`], for a program that does so again and again: plans that are the same are not measured anew on the same day.
pub fn measure_again(portal: &Portal, as_of: Date, cache: &mut Cache) -> Figures {
    let known = cache.0.take().filter(|(of, _)| *of == as_of);
    let (_, memo) = cache.0.insert(known.unwrap_or_else(|| (as_of, Memo::default())));
    let plans = memo.of_each(&portal.plans, |plan| plan_figures(plan, as_of));
    Figures { as_of, plans, to_ring_again: staleness::to_ring_again(portal, as_of) }
}

impl PlanFigures {
    /// Whether any of its reports and events has a day or a period.
    pub fn has_dates(&self) -> bool {
        let reported = self.reports.iter().any(|report| !report.due.0.is_empty() || !report.then.0.is_empty());
        reported || self.events.iter().any(|event| event.at.is_some())
    }
}

fn plan_figures(plan: &Plan, as_of: Date) -> PlanFigures {
    let time = (plan.period.0.first_day(), plan.period.1.last_day());
    let measures: Vec<_> = plan.measures.iter().map(|measure| measure_figures(measure, plan.period.1, as_of)).collect();
    let reports: Vec<_> = plan.reports.iter().map(|report| due::report(report, time, as_of)).collect();
    PlanFigures {
        phase: phase(plan, as_of),
        awaited: staleness::awaited(plan, &measures, &reports),
        measures,
        reports,
        events: plan.events.iter().map(|event| event_figures(event, as_of)).collect(),
    }
}

fn phase(plan: &Plan, as_of: Date) -> Phase {
    match plan.period_stated {
        PeriodStated::NoEnd if as_of >= plan.period.0.first_day() => Phase::Open,
        PeriodStated::NoEnd => Phase::Coming,
        PeriodStated::Printed | PeriodStated::Implied => within(plan.period, as_of),
    }
}

fn within((from, to): (PartialDate, PartialDate), as_of: Date) -> Phase {
    if as_of < from.first_day() {
        Phase::Coming
    } else if as_of > to.last_day() {
        Phase::Ended
    } else {
        Phase::Running
    }
}

fn measure_figures(measure: &Measure, end: PartialDate, as_of: Date) -> MeasureFigures {
    let due = measure.due.unwrap_or(Due { by: end, stated: Stated::Implied });
    let last_day = due.by.last_day();
    let current = current(measure, as_of);
    MeasureFigures {
        due,
        past: as_of > last_day,
        assessment: assess(measure, last_day, as_of),
        series: series(measure, &current),
        current,
        baseline: Aim::of(measure).and_then(|aim| aim.from),
        path: Path::of(measure, last_day),
    }
}

/// An event of which only the beginning or only the end is stated takes place then, as far as is known.
fn event_figures(event: &Event, as_of: Date) -> EventFigures {
    let ends = event.from.or(event.to).zip(event.to.or(event.from));
    EventFigures {
        begins_by: ends.map(|(from, _)| from.last_day()),
        now: is_under_way(event.from, event.to, as_of),
        at: ends.map(|(from, to)| Occurrence::new(from.first_day(), to.last_day(), as_of)),
    }
}

/// Whether both ends are stated, and the day is certain to be between them.
fn is_under_way(from: Option<PartialDate>, to: Option<PartialDate>, as_of: Date) -> bool {
    from.zip(to).is_some_and(|(from, to)| from.last_day() <= as_of && as_of <= to.first_day())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_plan_runs_from_its_first_day_to_its_last_and_has_ended_after_it() {
        let period = (PartialDate::Year(2021), PartialDate::Month(2025, 6));
        assert_eq!(within(period, date(2020, 12, 31)), Phase::Coming);
        assert_eq!(within(period, date(2021, 1, 1)), Phase::Running);
        assert_eq!(within(period, date(2025, 6, 30)), Phase::Running);
        assert_eq!(within(period, date(2025, 7, 1)), Phase::Ended);
    }

    #[test]
    fn an_event_is_under_way_only_when_it_is_certain() {
        let (may, july) = (PartialDate::Month(2023, 5), PartialDate::Month(2023, 7));
        let day = |month, day| PartialDate::Day(date(2023, month, day));
        assert!(is_under_way(Some(day(6, 1)), Some(day(6, 30)), date(2023, 6, 1)));
        assert!(is_under_way(Some(day(6, 1)), Some(day(6, 30)), date(2023, 6, 30)));
        assert!(!is_under_way(Some(day(6, 1)), Some(day(6, 30)), date(2023, 7, 1)));
        assert!(is_under_way(Some(may), Some(july), date(2023, 6, 15)));
        assert!(!is_under_way(Some(may), Some(july), date(2023, 5, 15)), "it may begin on the last of May");
        let year = Some(PartialDate::Year(2023));
        assert!(!is_under_way(year, year, date(2023, 6, 15)), "some day of the year");
        assert!(!is_under_way(year, None, date(2024, 6, 15)));
    }
}
