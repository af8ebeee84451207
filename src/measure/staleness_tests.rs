//! Which figures are awaited, and what must be true of that whatever was observed.

use super::measure_figures;
use super::progress_tests::{figure, measure, n, observed, year};
use super::staleness::Turn;
use crate::lang::{PartialDate, Period, Quarter};
use crate::measure::Occurrence;
use crate::model::{Comparator, Goal, Measure};
use jiff::civil::{Date, date};

const BEGIN: Date = date(2021, 1, 1);
const END: PartialDate = PartialDate::Year(2024);

fn quarter(year: i16, quarter: i8) -> Period {
    Period::Quarter(Quarter { year, quarter })
}

fn month(year: i16, month: i8) -> Period {
    Period::Date(PartialDate::Month(year, month))
}

/// The 20th of the last month of each quarter.
fn quarterly(as_of: Date) -> Vec<Occurrence> {
    let months = (2021..=2024).flat_map(|year| [3, 6, 9, 12].map(|month| date(year, month, 20)));
    months.map(|day| Occurrence::new(day, day, as_of)).collect()
}

fn yearly(as_of: Date) -> Vec<Occurrence> {
    (2021..=2024).map(|year| date(year, 11, 20)).map(|day| Occurrence::new(day, day, as_of)).collect()
}

fn reported(periods: &[Period]) -> Measure {
    let mut measure = measure(figure(Comparator::Reach, "90"), Some("50"), &[]);
    measure.observations = periods.iter().map(|period| observed(*period, n("60"))).collect();
    measure.observations.sort_by_key(|one| (one.period.last_day(), one.period.first_day()));
    measure
}

fn lacks(measure: &Measure, dues: &[Occurrence], as_of: Date) -> bool {
    let turn = Turn::last(dues, BEGIN);
    turn.is_some_and(|turn| turn.lacks(measure, &measure_figures(measure, END, as_of)))
}

fn lacks_quarterly(periods: &[Period], as_of: Date) -> bool {
    lacks(&reported(periods), &quarterly(as_of), as_of)
}

#[test]
fn a_report_is_awaited_from_the_day_after_it_was_due() {
    assert!(!lacks_quarterly(&[], date(2021, 3, 20)));
    assert!(lacks_quarterly(&[], date(2021, 3, 21)));
    assert!(!lacks_quarterly(&[quarter(2021, 1)], date(2021, 3, 21)));
}

#[test]
fn a_measure_of_years_is_not_asked_for_each_quarter() {
    let last_year = [year(2021), year(2022)];
    for as_of in [date(2023, 3, 21), date(2023, 12, 31), date(2024, 1, 31)] {
        assert!(!lacks_quarterly(&last_year, as_of), "{as_of}");
    }
    assert!(lacks_quarterly(&last_year, date(2024, 3, 21)), "the figure of 2023");
}

#[test]
fn a_measure_of_quarters_may_lack_the_quarter_in_which_the_report_is_due() {
    let until_second = [quarter(2023, 1), quarter(2023, 2)];
    assert!(!lacks_quarterly(&until_second, date(2023, 9, 21)));
    assert!(lacks_quarterly(&until_second, date(2023, 12, 21)));
}

#[test]
fn a_figure_of_a_month_or_a_day_is_one_a_year() {
    let forum = [month(2022, 8), month(2023, 8)];
    assert!(!lacks_quarterly(&forum, date(2024, 9, 21)));
    let day = [Period::Date(PartialDate::Day(date(2022, 5, 31)))];
    assert!(!lacks_quarterly(&day, date(2023, 12, 31)) && lacks_quarterly(&day, date(2024, 3, 21)));
}

#[test]
fn a_yearly_report_asks_for_what_ended_since_the_last_one() {
    let asks = |periods: &[Period], as_of| lacks(&reported(periods), &yearly(as_of), as_of);
    assert!(!asks(&[quarter(2022, 4)], date(2023, 11, 21)));
    assert!(asks(&[quarter(2022, 3)], date(2023, 11, 21)));
}

#[test]
fn a_goal_that_was_reached_is_not_asked_for_but_one_to_be_kept_is() {
    let as_of = date(2024, 6, 21);
    let of = |comparator| measure(figure(comparator, "90"), Some("50"), &[(2021, "95")]);
    assert!(!lacks(&of(Comparator::Reach), &quarterly(as_of), as_of));
    assert!(lacks(&of(Comparator::Maintain), &quarterly(as_of), as_of));
    assert!(!lacks(&measure(Goal::Qualitative, None, &[]), &quarterly(as_of), as_of), "no figure is set");
}

#[test]
fn before_the_first_day_of_a_report_nothing_is_awaited() {
    let as_of = date(2020, 12, 31);
    assert!(Turn::last(&quarterly(as_of), BEGIN).is_none() && Turn::last(&[], BEGIN).is_none());
    let before = Occurrence::new(date(2020, 12, 20), date(2020, 12, 20), date(2024, 1, 1));
    assert!(Turn::last(&[before], BEGIN).is_none(), "before the plan begins");
}

/// Every set of up to three of these periods, every month, both cycles.
#[test]
fn one_more_observation_never_makes_a_measure_lack_a_figure() {
    let mut periods = vec![year(2021), year(2022), year(2023), month(2022, 8), month(2023, 8)];
    periods.extend((2021..=2023).flat_map(|year| (1..=4).map(move |at| quarter(year, at))));
    let days = BEGIN.series(jiff::Span::new().months(1)).take(49).map(|day| day.yesterday().unwrap());
    for as_of in days {
        for dues in [quarterly(as_of), yearly(as_of)] {
            for (at, first) in periods.iter().enumerate() {
                for second in &periods[at + 1..] {
                    let (none, one) = (lacks(&reported(&[]), &dues, as_of), lacks(&reported(&[*first]), &dues, as_of));
                    let two = lacks(&reported(&[*first, *second]), &dues, as_of);
                    assert!(none || !one, "{first:?} on {as_of}");
                    assert!(one || !two, "{first:?}, then {second:?} on {as_of}");
                    let third = periods[(at * 7 + 3) % periods.len()];
                    let three = lacks(&reported(&[*first, *second, third]), &dues, as_of);
                    assert!(two || !three || third == *first || third == *second, "{third:?} too on {as_of}");
                }
            }
        }
    }
}
