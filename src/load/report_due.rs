//! When reports are due.

use super::decode::{At, Decode, Decoder, count};
use super::describe::{Describe, Shape};
use super::leaf::{Between, Reference};
use super::record::record;
use crate::diag::Arg;
use crate::lang::{PartialDate, Period};
use crate::model::{Cycle, RuleMonth, Stated, Timing};
use crate::yaml::{Kind, Node};

/// When a report is due, as written.
#[derive(Debug)]
pub enum RawReportDue {
    /// A date.
    Dated(Timing, At<PartialDate>, Stated),
    /// A period.
    Within(At<Period>),
    /// A rule.
    Rule(RawRule),
    /// Again and again.
    Every(Cycle),
    /// When asked.
    OnRequest,
    /// Not stated.
    NotStated,
}

record! {
    /// A day of a month that recurs, as written.
    RawRule ("quy tắc ngày báo cáo", "a rule for a day") {
        required day: Between<1, 31> = "Ngày trong tháng: 1 đến 31" "The day of the month: 1 to 31",
        required month: RuleMonth
            = "Tháng: last-of-quarter (cuối quý), last-of-year (cuối năm), hoặc 1 đến 12"
              "The month: last-of-quarter, last-of-year, or 1 to 12",
        optional quarter: Between<1, 4> = "Quý nào; bỏ trống là mọi quý" "Which quarter; every one if left out",
        optional year: Between<1, 9999> = "Năm, nếu có in; bỏ trống là mọi năm của kế hoạch" "The year, if printed; else every year of the plan",
    }
}

record! {
    /// A date, a period or a cycle.
    RawDated ("thời hạn báo cáo", "a report's date") one [before, by, on, within, every] {
        optional before: At<PartialDate> = "Trước ngày này" "Before that day",
        optional by: At<PartialDate> = "Chậm nhất là ngày này" "Until that day",
        optional on: At<PartialDate> = "Vào ngày này; hoặc một quy tắc: {day: 20, month: last-of-quarter}" "On that day; or a rule: {day: 20, month: last-of-quarter}",
        optional within: At<Period> = "Trong khoảng này: 2018, 2018-Q1, 2018-05" "Some day in that time: 2018, 2018-Q1, 2018-05",
        optional every: Cycle
            = "Định kỳ: month (tháng), quarter (quý), half-year (6 tháng), nine-months (9 tháng), year (năm)" "Again and again",
        optional year: Stated = "implied nếu năm không in trong câu" "implied where the year is not printed",
    }
}

record! {
    /// A rule in the place of a date.
    RawRuled ("thời hạn báo cáo", "a report's date") {
        required on: RawRule = "Quy tắc: {day: 20, month: last-of-quarter}" "A rule: {day: 20, month: last-of-quarter}",
    }
}

const LAST_OF_QUARTER: &str = "last-of-quarter";
const LAST_OF_YEAR: &str = "last-of-year";
const ON_REQUEST: &str = "on-request";
const NOT_STATED: &str = "not-stated";

impl Describe for RuleMonth {
    fn shape() -> Shape {
        Shape::Either(&[|| Shape::Words(|| vec![LAST_OF_QUARTER, LAST_OF_YEAR]), Between::<1, 12>::shape])
    }
}

impl Decode for RuleMonth {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let at = Reference::decode(d, node)?;
        match &*at.value {
            LAST_OF_QUARTER => Some(RuleMonth::LastOfQuarter),
            LAST_OF_YEAR => Some(RuleMonth::LastOfYear),
            _ => Between::<1, 12>::decode(d, node).and_then(|m| i8::try_from(m.0.value).ok()).map(RuleMonth::Month),
        }
    }
}

impl Describe for RawReportDue {
    fn shape() -> Shape {
        Shape::Either(&[|| Shape::Words(|| vec![ON_REQUEST, NOT_STATED]), RawDated::shape, RawRuled::shape])
    }
}

impl Decode for RawReportDue {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let Kind::Map(entries) = &node.kind else {
            let at = Reference::decode(d, node)?;
            return match &*at.value {
                ON_REQUEST => Some(RawReportDue::OnRequest),
                NOT_STATED => Some(RawReportDue::NotStated),
                other => {
                    let known =
                        [ON_REQUEST, NOT_STATED, "{before: 2023-05-20}", "{by: ...}", "{on: ...}", "{within: 2018-Q1}"];
                    d.unknown_choice("due", other, at.span, &known);
                    None
                }
            };
        };
        if entries.iter().any(|(key, node)| &*key.text == "on" && matches!(node.kind, Kind::Map(_))) {
            return RawRuled::decode(d, node).map(|due| RawReportDue::Rule(due.on));
        }
        let due = RawDated::decode(d, node)?;
        let year = due.year.unwrap_or(Stated::Printed);
        let dates = [(Timing::Before, due.before), (Timing::By, due.by), (Timing::On, due.on)];
        let dated = dates.into_iter().filter_map(|(timing, date)| Some(RawReportDue::Dated(timing, date?, year)));
        let mut found: Vec<RawReportDue> = dated.collect();
        found.extend(due.within.map(RawReportDue::Within));
        found.extend(due.every.map(RawReportDue::Every));
        if found.len() != 1 && due.whole {
            let hint = Arg::each(
                "Viết một trong: before, by, on, within, every; hoặc `on-request`, `not-stated`.",
                "Write one of: before, by, on, within, every; or `on-request`, `not-stated`.",
            );
            d.wrong_count(node, Arg::each("đúng một thời hạn", "just one date"), count(found.len(), "thời hạn"), hint);
            return None;
        }
        found.pop()
    }
}
