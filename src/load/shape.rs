//! Decoders of what has a shape of its own: goals, dates of reports, partners, facts about hotlines.

use super::decode::{At, Decode, Decoder, Fields, What, choices};
use super::leaf::{Cell, RawText, Reference, integer};
use crate::diag::{Arg, Code, Diagnostic, Span};
use crate::lang::{Decimal, Lang, PartialDate, Period};
use crate::model::{Comparator, Cycle, Direction, Id, RouteWord, RuleMonth, Stated, Timing};
use crate::yaml::{Kind, Node};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Values by names that the editor chooses, in the order in which they are written.
#[derive(Debug)]
pub struct Entries<T>(pub Vec<(At<Arc<str>>, T)>);

/// Words of addresses, by language.
#[derive(Debug)]
pub struct Routes(pub BTreeMap<(Lang, RouteWord), At<Id>>);

/// When a measure is due.
#[derive(Debug)]
pub struct RawDue {
    /// The date.
    pub by: At<PartialDate>,
    /// Whether it is printed.
    pub stated: Stated,
}

/// A row of a table with its place.
#[derive(Debug)]
pub struct RawRow {
    /// Where it stands.
    pub span: Span,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// What a figure counts, as written: a unit's id, or a text.
#[derive(Debug, Clone)]
pub enum RawUnit {
    /// A built-in unit or one of `units` in `site.yaml`.
    Id(Reference),
    /// Its name, where it is used.
    Named(RawText),
}

impl Decode for RawUnit {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        match node.kind {
            Kind::Map(_) => RawText::decode(d, node).map(RawUnit::Named),
            _ => Reference::decode(d, node).map(RawUnit::Id),
        }
    }
}

/// A goal as written.
#[derive(Debug)]
pub struct RawGoal {
    /// Where it stands.
    pub span: Span,
    /// What it says.
    pub aim: RawAim,
    /// The whole.
    pub of: Option<At<Decimal>>,
    /// What is counted.
    pub unit: Option<RawUnit>,
}

/// What a goal says.
#[derive(Debug)]
pub enum RawAim {
    /// A figure.
    Figure(Comparator, At<Decimal>),
    /// Between two.
    Range(At<Decimal>, At<Decimal>),
    /// Relative to something without a figure.
    Relative(Direction, RawText),
}

const COMPARATORS: [(&str, Comparator); 7] = [
    ("reach", Comparator::Reach),
    ("at_least", Comparator::AtLeast),
    ("at_most", Comparator::AtMost),
    ("under", Comparator::Under),
    ("over", Comparator::Over),
    ("exactly", Comparator::Exactly),
    ("maintain", Comparator::Maintain),
];

impl Decode for RawGoal {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let what = What { vi: "mục tiêu của chỉ tiêu", en: "a goal" };
        let mut fields = Fields::of(d, node, what)?;
        let mut aims = Vec::new();
        let mut named = 0;
        for (name, comparator) in COMPARATORS {
            named += usize::from(fields.has(name));
            aims.extend(fields.optional(d, name).map(|value| RawAim::Figure(comparator, value)));
        }
        for (name, direction) in [("lower_than", Direction::Lower), ("higher_than", Direction::Higher)] {
            named += usize::from(fields.has(name));
            aims.extend(fields.optional(d, name).map(|than| RawAim::Relative(direction, than)));
        }
        named += usize::from(fields.has("range"));
        if let Some(ends) = fields.optional::<Vec<At<Decimal>>>(d, "range") {
            match <[At<Decimal>; 2]>::try_from(ends) {
                Ok([low, high]) => aims.push(RawAim::Range(low, high)),
                Err(_) => {
                    let hint =
                        Arg::each("Viết hai số: `range: [0.4, 0.7]`.", "Write two figures: `range: [0.4, 0.7]`.");
                    d.wrong_shape(node, Arg::each("hai số", "two figures"), hint);
                }
            }
        }
        let (of, unit) = (fields.optional(d, "of"), fields.optional(d, "unit"));
        fields.finish(d);
        if named != 1 {
            let expected = Arg::each("đúng một cách so sánh", "just one way to compare");
            let hint = Arg::each(
                "Viết một trong: reach, at_least, at_most, under, over, exactly, range, maintain, lower_than, higher_than; \
                 chỉ tiêu không có con số thì bỏ cả `goal`.",
                "Write one of: reach, at_least, at_most, under, over, exactly, range, maintain, lower_than, higher_than; \
                 leave out `goal` where the plan gives no figure.",
            );
            d.wrong_shape(node, expected, hint);
            return None;
        }
        Some(RawGoal { span: node.span, aim: aims.pop()?, of, unit })
    }
}

impl Decode for RawDue {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let Kind::Map(_) = node.kind else {
            return Some(RawDue { by: At::decode(d, node)?, stated: Stated::Printed });
        };
        let mut fields = Fields::of(d, node, What { vi: "một thời hạn", en: "a deadline" })?;
        let by = fields.required(d, "by");
        let stated = fields.optional(d, "stated").unwrap_or(Stated::Printed);
        fields.finish(d);
        Some(RawDue { by: by?, stated })
    }
}

/// Someone a plan names, as written: a reference, or `{text: ...}`.
#[derive(Debug)]
pub enum RawPartner {
    /// An agency.
    Agency(Reference),
    /// The plan's words.
    Named(RawText),
}

impl Decode for RawPartner {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let Kind::Map(_) = node.kind else { return Reference::decode(d, node).map(RawPartner::Agency) };
        let mut fields = Fields::of(d, node, What { vi: "một bên phối hợp", en: "a partner" })?;
        let text = fields.required(d, "text");
        fields.finish(d);
        text.map(RawPartner::Named)
    }
}

/// Who issued a document, as written: a reference, or a text.
#[derive(Debug)]
pub enum RawIssuer {
    /// An agency.
    Agency(Reference),
    /// Its name.
    Named(RawText),
}

impl Decode for RawIssuer {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        match node.kind {
            Kind::Map(_) => RawText::decode(d, node).map(RawIssuer::Named),
            _ => Reference::decode(d, node).map(RawIssuer::Agency),
        }
    }
}

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

/// One thing stated about a hotline, as written.
#[derive(Debug)]
pub struct RawHotlineFact {
    /// Where it stands.
    pub span: Span,
    /// What.
    pub kind: RawHotlineFactKind,
    /// Who says so.
    pub source: Option<Reference>,
}

/// What can be stated about a hotline, as written.
#[derive(Debug)]
pub enum RawHotlineFactKind {
    /// Who answers, by reference.
    OperatorAgency(Reference),
    /// Who answers, by name.
    Operator(RawText),
    /// When.
    Hours(RawText),
    /// What it costs.
    Cost(RawText),
    /// Since when.
    Since(At<PartialDate>),
    /// A number that it took the place of.
    Replaces(At<Arc<str>>),
    /// Languages spoken.
    Languages(RawText),
    /// Anything else.
    Note(RawText),
}

impl Decode for RawHotlineFact {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        use RawHotlineFactKind as K;
        let mut fields = Fields::of(d, node, What { vi: "thông tin về đường dây nóng", en: "a fact about a hotline" })?;
        let mut found: Vec<K> = Vec::new();
        let by_agency = match &node.kind {
            Kind::Map(entries) => entries.iter().any(|(key, value)| {
                &*key.text == "operator"
                    && matches!(&value.kind, Kind::Map(inner) if inner.iter().any(|(k, _)| &*k.text == "agency"))
            }),
            _ => false,
        };
        if by_agency {
            found.extend(fields.node(d, "operator").and_then(|node| operator_agency(d, node)).map(K::OperatorAgency));
        } else {
            found.extend(fields.optional(d, "operator").map(K::Operator));
        }
        found.extend(fields.optional(d, "hours").map(K::Hours));
        found.extend(fields.optional(d, "cost").map(K::Cost));
        found.extend(fields.optional(d, "since").map(K::Since));
        found.extend(fields.optional(d, "replaces").map(K::Replaces));
        found.extend(fields.optional(d, "languages").map(K::Languages));
        found.extend(fields.optional(d, "note").map(K::Note));
        let source = fields.optional(d, "source");
        let whole = fields.finish(d);
        if found.len() != 1 && whole {
            let hint = Arg::each(
                "Mỗi mục nêu một điều: operator, hours, cost, since, replaces, languages hoặc note; kèm `source`.",
                "Each entry states one thing: operator, hours, cost, since, replaces, languages or note; with a `source`.",
            );
            d.wrong_shape(node, Arg::each("đúng một thông tin", "just one fact"), hint);
            return None;
        }
        Some(RawHotlineFact { span: node.span, kind: found.pop()?, source })
    }
}

/// The agency in `operator: {agency: ...}`.
fn operator_agency(d: &mut Decoder, node: &Node) -> Option<Reference> {
    let mut fields = Fields::of(d, node, What { vi: "cơ quan vận hành", en: "an operator" })?;
    let agency = fields.required(d, "agency");
    fields.finish(d);
    agency
}

/// How much money, as written.
#[derive(Debug)]
pub enum RawFundingAmount {
    /// Not stated.
    NotStated,
    /// Vietnamese đồng.
    Vnd(At<Decimal>),
}

enum Currency {
    Vnd,
}
choices!(Currency, "unit" { "vnd" => Currency::Vnd });

impl Decode for RawFundingAmount {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let Kind::Map(_) = node.kind else {
            let at = Reference::decode(d, node)?;
            if &*at.value == "not-stated" {
                return Some(RawFundingAmount::NotStated);
            }
            d.unknown_choice("amount", &at.value, at.span, &["not-stated", "{value: 500000000, unit: vnd}"]);
            return None;
        };
        let mut fields = Fields::of(d, node, What { vi: "một khoản tiền", en: "an amount of money" })?;
        let value = fields.required(d, "value");
        let unit: Option<Currency> = fields.required(d, "unit");
        fields.finish(d);
        unit?;
        value.map(RawFundingAmount::Vnd)
    }
}

impl Decode for RawRow {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        Vec::<Cell>::decode(d, node).map(|cells| RawRow { span: node.span, cells })
    }
}

impl<T: Decode> Decode for Entries<T> {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let Kind::Map(fields) = &node.kind else {
            let hint =
                Arg::each("Viết mỗi mục một dòng: `tên: giá trị`.", "Write each entry on a line: `name: value`.");
            d.wrong_shape(node, Arg::each("các mục có tên", "named entries"), hint);
            return None;
        };
        let value = |(key, node): &(crate::yaml::Key, Node), d: &mut Decoder| {
            Some((At { value: key.text.clone(), span: key.span }, T::decode(d, node)?))
        };
        Some(Entries(fields.iter().filter_map(|field| value(field, d)).collect()))
    }
}

impl Decode for Routes {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let mut routes = BTreeMap::new();
        for (lang, words) in Entries::<Entries<At<Id>>>::decode(d, node)?.0 {
            let Some(known) = Lang::new(&lang.value).filter(|l| d.langs.contains(l)) else {
                let languages = d.langs.iter().map(Lang::code).collect::<Vec<_>>().join(", ");
                let diagnostic = Diagnostic::at(Code::UnknownLanguage, lang.span).arg("value", &lang.value);
                d.push(diagnostic.arg("languages", &languages));
                continue;
            };
            for (word, segment) in words.0 {
                match RouteWord::ALL.iter().find(|(_, name, ..)| *name == &*word.value) {
                    Some((route, ..)) => {
                        routes.insert((known, *route), segment);
                    }
                    None => {
                        d.unknown_choice("routes", &word.value, word.span, &RouteWord::ALL.map(|(_, name, ..)| name))
                    }
                }
            }
        }
        Some(Routes(routes))
    }
}
