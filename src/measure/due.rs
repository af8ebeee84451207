use crate::model::{Report, ReportDue, Rule, Timing};
use jiff::civil::Date;

/// A time at which something is due or takes place, against the as-of date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// The first day of it: another than the last only of a time that is stated as a span.
    pub first: Date,
    /// The last day of it; of something due, the last that is in time.
    pub last: Date,
    /// Whether the as-of date is after the last day.
    pub past: bool,
}

impl Occurrence {
    pub(super) fn new(first: Date, last: Date, as_of: Date) -> Occurrence {
        Occurrence { first, last, past: as_of > last }
    }
}

/// When a report is due: each time, in the order of the days. Empty where no day follows from the plan: a cycle without
/// a day, on request, not stated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dues(pub Vec<Occurrence>);

impl Dues {
    /// The time that matters now: the first that is not past, else the last.
    pub fn next(&self) -> Option<Occurrence> {
        self.0.iter().find(|occurrence| !occurrence.past).or(self.0.last()).copied()
    }
}

/// What was found about a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportFigures {
    /// When it is due.
    pub due: Dues,
    /// When it is due on its way onwards.
    pub then: Dues,
}

/// Holds a report of a plan with this time against a day.
pub(super) fn report(report: &Report, time: (Date, Date), as_of: Date) -> ReportFigures {
    ReportFigures {
        due: dues(&report.due, time, as_of),
        then: report.then.as_ref().map(|then| dues(&then.due, time, as_of)).unwrap_or_default(),
    }
}

fn dues(due: &ReportDue, time: (Date, Date), as_of: Date) -> Dues {
    let spans = spans(due, time).into_iter();
    Dues(spans.map(|(first, last)| Occurrence::new(first, last, as_of)).collect())
}

/// First and last day of each time. "Before" a day, a month or a year is the day before it begins.
fn spans(due: &ReportDue, time: (Date, Date)) -> Vec<(Date, Date)> {
    let day = |day: Date| (day, day);
    match due {
        ReportDue::Dated { timing: Timing::Before, date, .. } => {
            date.first_day().yesterday().into_iter().map(day).collect()
        }
        ReportDue::Dated { timing: Timing::By, date, .. } => vec![day(date.last_day())],
        ReportDue::Dated { timing: Timing::On, date, .. } => vec![(date.first_day(), date.last_day())],
        ReportDue::Within(period) => vec![(period.first_day(), period.last_day())],
        ReportDue::Rule(rule) => days(*rule, time).into_iter().map(day).collect(),
        ReportDue::Every(_) | ReportDue::OnRequest | ReportDue::NotStated => Vec::new(),
    }
}

/// The days that a rule means: of one that prints no year, those within the plan's time.
fn days(rule: Rule, time: (Date, Date)) -> Vec<Date> {
    let named = rule.months(time).filter_map(|(year, month)| Date::new(year, month, rule.day).ok());
    named.filter(|day| rule.year.is_some() || (time.0 <= *day && *day <= time.1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{PartialDate, Period, Quarter};
    use crate::model::{Cycle, RuleMonth, Stated};
    use jiff::civil::date;

    const YEAR: (Date, Date) = (date(2023, 1, 1), date(2023, 12, 31));

    fn dated(timing: Timing, date: PartialDate) -> ReportDue {
        ReportDue::Dated { timing, date, year: Stated::Printed }
    }

    fn one(due: &ReportDue) -> (Date, Date) {
        let spans = spans(due, YEAR);
        assert_eq!(spans.len(), 1, "{due:?}");
        spans[0]
    }

    #[test]
    fn a_report_before_a_date_is_due_on_the_day_before_it() {
        let day = PartialDate::Day(date(2023, 11, 15));
        let last = |timing, date| one(&dated(timing, date)).1;
        assert_eq!(last(Timing::Before, day), date(2023, 11, 14));
        assert_eq!(last(Timing::By, day), date(2023, 11, 15));
        assert_eq!(last(Timing::Before, PartialDate::Month(2024, 3)), date(2024, 2, 29));
        assert_eq!(last(Timing::By, PartialDate::Month(2024, 2)), date(2024, 2, 29));
        assert_eq!(one(&dated(Timing::By, PartialDate::Month(2024, 2))).0, date(2024, 2, 29));
    }

    #[test]
    fn a_report_within_a_period_or_on_a_month_has_all_of_it() {
        let quarter = Period::Quarter(Quarter { year: 2018, quarter: 1 });
        assert_eq!(one(&ReportDue::Within(quarter)), (date(2018, 1, 1), date(2018, 3, 31)));
        let may = PartialDate::Month(2023, 5);
        assert_eq!(one(&dated(Timing::On, may)), (date(2023, 5, 1), date(2023, 5, 31)));
    }

    #[test]
    fn a_report_without_a_date_has_no_day() {
        for due in [ReportDue::Every(Cycle::Quarter), ReportDue::OnRequest, ReportDue::NotStated] {
            assert_eq!(spans(&due, YEAR), []);
        }
    }

    #[test]
    fn a_rule_gives_a_day_for_each_month_that_it_means() {
        let rule = Rule { day: 20, month: RuleMonth::LastOfQuarter, quarter: None, year: None };
        let expected = [3, 6, 9, 12].map(|month| date(2023, month, 20));
        assert_eq!(days(rule, YEAR), expected);
        assert_eq!(days(Rule { quarter: Some(1), ..rule }, YEAR), expected[..1]);
        assert_eq!(days(Rule { month: RuleMonth::LastOfYear, ..rule }, YEAR), expected[3..]);
        assert_eq!(days(rule, (date(2023, 3, 21), date(2023, 12, 19))), expected[1..3], "not outside the plan's time");
        assert_eq!(days(Rule { year: Some(2024), quarter: Some(1), ..rule }, YEAR), [date(2024, 3, 20)]);
    }

    #[test]
    fn every_rule_over_every_time_gives_its_days_in_order_and_no_others() {
        let months = (1..=12).map(RuleMonth::Month).chain([RuleMonth::LastOfQuarter, RuleMonth::LastOfYear]);
        let quarters = [None, Some(1), Some(2), Some(3), Some(4)];
        let times = [YEAR, (date(2021, 1, 1), date(2025, 12, 31)), (date(2019, 5, 17), date(2024, 2, 28))];
        let rules = months.flat_map(|month| quarters.map(|quarter| (month, quarter)));
        for (month, quarter) in rules {
            for day in [1, 20, 29, 30, 31] {
                let rule = Rule { day, month, quarter, year: None };
                for time in times {
                    let found = days(rule, time);
                    let meant = |day: &Date| {
                        let in_month = match month {
                            RuleMonth::Month(month) => day.month() == month,
                            RuleMonth::LastOfQuarter => day.month() % 3 == 0,
                            RuleMonth::LastOfYear => day.month() == 12,
                        };
                        let in_quarter = quarter.is_none_or(|q| (q * 3 - 2..=q * 3).contains(&day.month()));
                        day.day() == rule.day && in_month && in_quarter
                    };
                    let each = time.0.series(jiff::Span::new().days(1)).take_while(|day| *day <= time.1);
                    assert_eq!(found, each.filter(meant).collect::<Vec<_>>(), "{rule:?} in {time:?}");
                }
            }
        }
    }

    #[test]
    fn the_time_that_matters_is_the_next_and_after_all_of_them_the_last() {
        let rule = ReportDue::Rule(Rule { day: 20, month: RuleMonth::LastOfQuarter, quarter: None, year: None });
        let next = |as_of| dues(&rule, YEAR, as_of).next().map(|occurrence| (occurrence.last, occurrence.past));
        assert_eq!(next(date(2022, 7, 1)), Some((date(2023, 3, 20), false)));
        assert_eq!(next(date(2023, 6, 20)), Some((date(2023, 6, 20), false)));
        assert_eq!(next(date(2023, 6, 21)), Some((date(2023, 9, 20), false)));
        assert_eq!(next(date(2026, 1, 1)), Some((date(2023, 12, 20), true)));
    }
}
