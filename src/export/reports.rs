//! `reports.csv`

use super::codes::{self, STATED};
use super::column::{Column, Kind};
use super::fact::{Of, all, paragraph_columns, plan_columns, text_column};
use super::names::{joined, words};
use super::said::said;
use super::{Facts, Table};
use crate::lang::{Period, Quarter};
use crate::measure::{Dues, ReportFigures};
use crate::model::{Cycle, Report, ReportDue, Rule, RuleMonth, Then, Timing};

type Row = Of<Report>;

pub(super) static REPORTS: Table<Row> = Table {
    name: "reports",
    title: said("Báo cáo phải gửi", "Reports owed"),
    row: said(
        "Mỗi dòng là một báo cáo; then_to và các cột sau nói nơi nhận gửi tiếp đến đâu.",
        "One row a report; then_to and what follows say where those who receive it send it on to.",
    ),
    rows: |facts| all(facts, |plan| &plan.reports),
    columns,
};

fn report<'p>(facts: Facts<'p>, row: Row) -> &'p Report {
    &facts.portal[row.0][row.1]
}

fn then<'p>(facts: Facts<'p>, row: Row) -> Option<&'p Then> {
    report(facts, row).then.as_ref()
}

fn figures<'p>(facts: Facts<'p>, row: Row) -> &'p ReportFigures {
    &facts.figures.plans[row.0.index()].reports[row.1.index()]
}

/// The last day in time, each time that it is due.
fn days(dues: &Dues) -> Option<String> {
    joined(dues.0.iter().map(|time| time.last.to_string()))
}

fn columns() -> Vec<Column<Row>> {
    let mut columns = plan_columns();
    columns.extend(paragraph_columns("paragraph"));
    columns.extend(ways());
    columns.extend(dues());
    columns.extend(onwards());
    columns.push(text_column());
    columns
}

fn ways() -> [Column<Row>; 8] {
    [
        Column::one(
            "report",
            Kind::Id,
            said("Báo cáo; mỗi mã một lần trong một kế hoạch.", "The report; each id once in a plan."),
            |facts, row| Some(report(facts, row).id.to_string()),
        ),
        Column::each("label", Kind::Text, said("Tên báo cáo.", "What it is called."), |facts, row, lang| {
            words(report(facts, row).label.as_ref()?, lang)
        }),
        Column::one(
            "from",
            Kind::List,
            said(
                "Ai phải gửi: mã cơ quan, hoặc lời của kế hoạch nếu không phải một cơ quan của cổng.",
                "Who owes it: ids of agencies, or the plan's words where that is no agency of the portal.",
            ),
            |facts, row| facts.partner_ids(&report(facts, row).from),
        ),
        Column::each("from_names", Kind::List, said("Tên của họ.", "Their names."), |facts, row, lang| {
            facts.partner_names(&report(facts, row).from, lang)
        }),
        Column::one(
            "to",
            Kind::List,
            said("Gửi đến ai; trống nếu kế hoạch không nêu.", "To whom; empty where the plan does not say."),
            |facts, row| facts.partner_ids(&report(facts, row).to),
        ),
        Column::each("to_names", Kind::List, said("Tên của họ.", "Their names."), |facts, row, lang| {
            facts.partner_names(&report(facts, row).to, lang)
        }),
        Column::one("via", Kind::Text, said("Qua ai.", "Through whom."), |facts, row| {
            facts.partner_ids(&report(facts, row).via)
        }),
        Column::each("via_name", Kind::Text, said("Tên của họ.", "Their name."), |facts, row, lang| {
            facts.partner_names(&report(facts, row).via, lang)
        }),
    ]
}

fn dues() -> [Column<Row>; 4] {
    [
        Column::one(
            "due",
            Kind::Date,
            said("Ngày, tháng, quý hay năm mà kế hoạch nêu.", "The day, month, quarter or year that the plan states."),
            |facts, row| date(&report(facts, row).due),
        ),
        Column::one(
            "rule",
            Kind::Text,
            said(
                "Hạn được hiểu thế nào: before (trước due), by (chậm nhất), on (vào ngày), within (trong kỳ due); day 20 \
                 of last-of-quarter (ngày 20 tháng cuối quý; tháng còn là last-of-year hoặc 1 đến 12, sau đó có thể có Q1 \
                 đến Q4 và năm); every month, quarter, half-year, nine-months, year; on-request (khi được yêu cầu, đột \
                 xuất); not-stated.",
                "How it is meant: before due, by (on it at the latest), on, within; day 20 of last-of-quarter (or of \
                 last-of-year, or of a month 1 to 12; then Q1 to Q4 and a year, where stated); every month, quarter, \
                 half-year, nine-months, year; on-request (when asked, ad hoc); not-stated.",
            ),
            |facts, row| Some(rule(&report(facts, row).due)),
        ),
        Column::one(
            "days",
            Kind::List,
            said(
                "Ngày cuối còn đúng hạn; nếu hạn là một quy tắc, từng ngày của quy tắc trong kỳ kế hoạch.",
                "The last day that is in time; where the due is a rule, each day of it in the plan's period.",
            ),
            |facts, row| days(&figures(facts, row).due),
        ),
        Column::one(
            "year_stated",
            Kind::Choice(STATED),
            said("Năm của due lấy từ đâu.", "Where the year of due comes from."),
            |facts, row| year_stated(&report(facts, row).due),
        ),
    ]
}

fn onwards() -> [Column<Row>; 5] {
    [
        Column::one(
            "then_to",
            Kind::List,
            said("Nơi nhận gửi tiếp đến ai.", "To whom it then goes on."),
            |facts, row| facts.partner_ids(&then(facts, row)?.to),
        ),
        Column::each("then_to_names", Kind::List, said("Tên của họ.", "Their names."), |facts, row, lang| {
            facts.partner_names(&then(facts, row)?.to, lang)
        }),
        Column::one(
            "then_due",
            Kind::Date,
            said("Như due, cho lần gửi tiếp.", "As due, of that."),
            |facts, row| date(&then(facts, row)?.due),
        ),
        Column::one(
            "then_rule",
            Kind::Text,
            said("Như rule, cho lần gửi tiếp.", "As rule, of that."),
            |facts, row| Some(rule(&then(facts, row)?.due)),
        ),
        Column::one(
            "then_days",
            Kind::List,
            said("Như days, cho lần gửi tiếp.", "As days, of that."),
            |facts, row| days(&figures(facts, row).then),
        ),
    ]
}

fn date(due: &ReportDue) -> Option<String> {
    match due {
        ReportDue::Dated { date, .. } | ReportDue::Within(Period::Date(date)) => Some(date.to_string()),
        ReportDue::Within(Period::Quarter(Quarter { year, quarter })) => Some(format!("{year:04}-Q{quarter}")),
        ReportDue::Rule { .. } | ReportDue::Every(_) | ReportDue::OnRequest | ReportDue::NotStated => None,
    }
}

fn year_stated(due: &ReportDue) -> Option<String> {
    match due {
        ReportDue::Dated { year, .. } => Some(codes::stated(*year).to_owned()),
        _ => None,
    }
}

fn rule(due: &ReportDue) -> String {
    let word = match due {
        ReportDue::Dated { timing: Timing::Before, .. } => "before",
        ReportDue::Dated { timing: Timing::By, .. } => "by",
        ReportDue::Dated { timing: Timing::On, .. } => "on",
        ReportDue::Within(_) => "within",
        ReportDue::OnRequest => "on-request",
        ReportDue::NotStated => "not-stated",
        ReportDue::Every(Cycle::Month) => "every month",
        ReportDue::Every(Cycle::Quarter) => "every quarter",
        ReportDue::Every(Cycle::HalfYear) => "every half-year",
        ReportDue::Every(Cycle::NineMonths) => "every nine-months",
        ReportDue::Every(Cycle::Year) => "every year",
        ReportDue::Rule(Rule { day, month, quarter, year }) => {
            let month = match month {
                RuleMonth::LastOfQuarter => "last-of-quarter".to_owned(),
                RuleMonth::LastOfYear => "last-of-year".to_owned(),
                RuleMonth::Month(month) => month.to_string(),
            };
            let quarter = quarter.map(|quarter| format!(" Q{quarter}")).unwrap_or_default();
            let year = year.map(|year| format!(" {year}")).unwrap_or_default();
            return format!("day {day} of {month}{quarter}{year}");
        }
    };
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_that_recurs_is_told_with_what_is_stated_of_it() {
        let due = |month, quarter, year| rule(&ReportDue::Rule(Rule { day: 20, month, quarter, year }));
        assert_eq!(due(RuleMonth::LastOfQuarter, None, None), "day 20 of last-of-quarter");
        assert_eq!(due(RuleMonth::LastOfQuarter, Some(1), Some(2018)), "day 20 of last-of-quarter Q1 2018");
        assert_eq!(due(RuleMonth::Month(6), None, None), "day 20 of 6");
    }

    #[test]
    fn a_quarter_is_a_date() {
        let due = ReportDue::Within(Period::Quarter(Quarter { year: 2018, quarter: 1 }));
        assert_eq!((date(&due).as_deref(), rule(&due).as_str()), (Some("2018-Q1"), "within"));
    }
}
