//! When reports are due.

use super::Checker;
use super::builder::Builder;
use crate::diag::{Arg, Code, Diagnostic, Span};
use crate::lang::PartialDate;
use crate::load::{At, RawReportDue, RawRule};
use crate::model::{ReportDue, Rule};
use jiff::civil::Date;

impl Checker<'_> {
    pub(super) fn report_due(&mut self, raw: &RawReportDue, plan: &Builder) -> ReportDue {
        match raw {
            RawReportDue::Dated(timing, date, year) => {
                self.not_before_plan(date, plan);
                ReportDue::Dated { timing: *timing, date: date.value, year: *year }
            }
            RawReportDue::Within(period) => ReportDue::Within(period.value),
            RawReportDue::Rule(rule) => ReportDue::Rule(self.rule(rule, plan)),
            RawReportDue::Every(cycle) => ReportDue::Every(*cycle),
            RawReportDue::OnRequest => ReportDue::OnRequest,
            RawReportDue::NotStated => ReportDue::NotStated,
        }
    }

    /// A rule of which every month that it means has the day.
    fn rule(&mut self, raw: &RawRule, plan: &Builder) -> Rule {
        let rule = Rule {
            day: i8::try_from(raw.day.0.value).unwrap_or(31),
            month: raw.month,
            quarter: raw.quarter.as_ref().and_then(|q| i8::try_from(q.0.value).ok()),
            year: raw.year.as_ref().map(|year| year.0.value),
        };
        if let Some(At { value: year, span }) = raw.year.as_ref().map(|year| &year.0) {
            self.not_before_plan(&At { value: PartialDate::Year(*year), span: *span }, plan);
        }
        let (from, to) = plan.period;
        let time = (from.first_day(), to.last_day());
        if time.1 < time.0 {
            return rule;
        }
        let (day, span) = (rule.day, raw.day.0.span);
        let mut months = rule.months(time).peekable();
        if months.peek().is_none() {
            let vi = format!("không có tháng nào của kế hoạch ({from} đến {to}) hợp với quy tắc này");
            self.no_day(span, vi, format!("no month of the plan ({from} to {to}) fits the rule"));
        } else if let Some((year, month)) = months.find(|(year, month)| Date::new(*year, *month, day).is_err()) {
            let vi = format!("tháng {month}/{year} không có ngày {day}");
            self.no_day(span, vi, format!("{year:04}-{month:02} has no day {day}"));
        }
        rule
    }

    fn no_day(&mut self, span: Span, vi: String, en: String) {
        self.report.push(Diagnostic::at(Code::RuleWithoutDay, span).arg("reason", Arg::each(vi, en)));
    }
}
