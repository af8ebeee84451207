//! When reports are due.

use super::decode::{At, Decode, Decoder, Fields, What};
use super::leaf::{Reference, integer};
use crate::diag::{Arg, Code, Diagnostic};
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

/// A day of a month that recurs, as written.
#[derive(Debug)]
pub struct RawRule {
    /// 1 to 31.
    pub day: At<i16>,
    /// Which month.
    pub month: RuleMonth,
    /// 1 to 4.
    pub quarter: Option<i16>,
    /// If printed.
    pub year: Option<i16>,
}

impl Decode for RuleMonth {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let at = Reference::decode(d, node)?;
        match &*at.value {
            "last-of-quarter" => Some(RuleMonth::LastOfQuarter),
            "last-of-year" => Some(RuleMonth::LastOfYear),
            _ => integer(d, node, 1, 12).and_then(|m| i8::try_from(m.value).ok()).map(RuleMonth::Month),
        }
    }
}

/// A number of this range, or nothing.
fn ranged(d: &mut Decoder, fields: &mut Fields, name: &'static str, low: i16, high: i16) -> Option<At<i16>> {
    let node = fields.node(d, name)?;
    integer(d, node, low, high)
}

impl Decode for RawRule {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let mut fields = Fields::of(d, node, What { vi: "quy tắc ngày báo cáo", en: "a rule for a day" })?;
        let day = ranged(d, &mut fields, "day", 1, 31);
        let month = fields.required(d, "month");
        let quarter = ranged(d, &mut fields, "quarter", 1, 4).map(|at| at.value);
        let year = ranged(d, &mut fields, "year", 1, 9999).map(|at| at.value);
        let has_day = fields.has("day");
        fields.finish(d);
        if !has_day {
            let what = Arg::each("quy tắc ngày báo cáo", "a rule for a day");
            d.push(Diagnostic::at(Code::MissingField, node.span).arg("what", what).arg("field", "day"));
        }
        Some(RawRule { day: day?, month: month?, quarter, year })
    }
}

impl Decode for RawReportDue {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let Kind::Map(entries) = &node.kind else {
            let at = Reference::decode(d, node)?;
            return match &*at.value {
                "on-request" => Some(RawReportDue::OnRequest),
                "not-stated" => Some(RawReportDue::NotStated),
                other => {
                    let known = [
                        "on-request",
                        "not-stated",
                        "{before: 2023-05-20}",
                        "{by: ...}",
                        "{on: ...}",
                        "{within: 2018-Q1}",
                    ];
                    d.unknown_choice("due", other, at.span, &known);
                    None
                }
            };
        };
        let rule = entries.iter().find(|(key, node)| &*key.text == "on" && matches!(node.kind, Kind::Map(_)));
        let mut fields = Fields::of(d, node, What { vi: "thời hạn báo cáo", en: "a report's date" })?;
        let mut found = Vec::new();
        if rule.is_some() {
            found.extend(fields.optional(d, "on").map(RawReportDue::Rule));
        } else {
            let year = fields.optional(d, "year").unwrap_or(Stated::Printed);
            for (name, timing) in [("before", Timing::Before), ("by", Timing::By), ("on", Timing::On)] {
                found.extend(fields.optional(d, name).map(|date| RawReportDue::Dated(timing, date, year)));
            }
            found.extend(fields.optional(d, "within").map(RawReportDue::Within));
            found.extend(fields.optional(d, "every").map(RawReportDue::Every));
        }
        let whole = fields.finish(d);
        if found.len() != 1 && whole {
            let hint = Arg::each(
                "Viết một trong: before, by, on, within, every; hoặc `on-request`, `not-stated`.",
                "Write one of: before, by, on, within, every; or `on-request`, `not-stated`.",
            );
            d.wrong_shape(node, Arg::each("đúng một thời hạn", "just one date"), hint);
            return None;
        }
        found.pop()
    }
}
