use crate::model::{ReportDue, Timing};
use jiff::civil::Date;

/// The last day on which something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastDay {
    /// The day.
    pub day: Date,
    /// Whether the as-of date is after it.
    pub past: bool,
}

/// The last day on which a report is due, or none where no day follows from the due alone: a rule, a cycle, on
/// request, not stated. "Before" a day, a month or a year is the day before it begins.
pub(super) fn last_day(due: &ReportDue) -> Option<Date> {
    match due {
        ReportDue::Dated { timing: Timing::Before, date, .. } => date.first_day().yesterday().ok(),
        ReportDue::Dated { timing: Timing::By | Timing::On, date, .. } => Some(date.last_day()),
        ReportDue::Within(period) => Some(period.last_day()),
        ReportDue::Rule { .. } | ReportDue::Every(_) | ReportDue::OnRequest | ReportDue::NotStated => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::{PartialDate, Period, Quarter};
    use crate::model::{Cycle, Stated};
    use jiff::civil::date;

    fn dated(timing: Timing, date: PartialDate) -> ReportDue {
        ReportDue::Dated { timing, date, year: Stated::Printed }
    }

    #[test]
    fn a_report_before_a_date_is_due_on_the_day_before_it() {
        let day = PartialDate::Day(date(2023, 11, 15));
        assert_eq!(last_day(&dated(Timing::Before, day)), Some(date(2023, 11, 14)));
        assert_eq!(last_day(&dated(Timing::By, day)), Some(date(2023, 11, 15)));
        assert_eq!(last_day(&dated(Timing::Before, PartialDate::Month(2024, 3))), Some(date(2024, 2, 29)));
        assert_eq!(last_day(&dated(Timing::By, PartialDate::Month(2024, 2))), Some(date(2024, 2, 29)));
    }

    #[test]
    fn a_report_within_a_period_is_due_by_its_last_day() {
        let quarter = Period::Quarter(Quarter { year: 2018, quarter: 1 });
        assert_eq!(last_day(&ReportDue::Within(quarter)), Some(date(2018, 3, 31)));
    }

    #[test]
    fn a_report_without_a_date_has_no_last_day() {
        assert_eq!(last_day(&ReportDue::Every(Cycle::Quarter)), None);
        assert_eq!(last_day(&ReportDue::OnRequest), None);
        assert_eq!(last_day(&ReportDue::NotStated), None);
    }
}
