//! Decoders of single values: ids, references, dates, numbers, texts.

use super::decode::{At, Decode, Decoder, in_braces};
use crate::diag::{Arg, Code, Diagnostic, Span};
use crate::lang::{Decimal, Lang, PartialDate, Period, Quarter, Text, slug};
use crate::model::Id;
use crate::yaml::{Kind, Node};
use jiff::civil::Date;
use std::sync::Arc;

/// Text, each language with its place.
#[derive(Debug, Clone)]
pub struct RawText {
    /// Where it stands.
    pub span: Span,
    /// Whether it is a plain string, in the default language.
    pub plain: bool,
    /// In the order in which it is written; never empty.
    pub entries: Vec<(Lang, At<Arc<str>>)>,
}

impl RawText {
    /// The text without places, in the order of these languages.
    pub fn text(&self, langs: &[Lang]) -> Text {
        let mut entries: Vec<_> = self.entries.iter().map(|(lang, at)| (*lang, at.value.clone())).collect();
        entries.sort_by_key(|(lang, _)| langs.iter().position(|l| l == lang));
        Text::of(entries).expect("the decoder makes no text without a language")
    }
}

/// A text that may be empty: a cell of a table.
#[derive(Debug)]
pub struct Cell(pub RawText);

/// A reference as written: `so-y-te`, `viet-nam/bo-ldtbxh`, `plan:lang-son-2023`.
pub type Reference = At<Arc<str>>;

impl Decode for Arc<str> {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        At::<Arc<str>>::decode(d, node).map(|at| at.value)
    }
}

impl Decode for String {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        At::<Arc<str>>::decode(d, node).map(|at| at.value.to_string())
    }
}

impl Decode for At<Id> {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let at = At::<Arc<str>>::decode(d, node)?;
        match Id::new(&at.value) {
            Some(value) => Some(At { value, span: at.span }),
            None => {
                let example = Some(slug(&at.value)).filter(|s| !s.is_empty()).unwrap_or("so-y-te".to_owned());
                d.push(Diagnostic::at(Code::BadId, at.span).arg("value", &at.value).arg("example", &example));
                None
            }
        }
    }
}

impl Decode for bool {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let at = At::<Arc<str>>::decode(d, node)?;
        match &*at.value {
            "true" => Some(true),
            "false" => Some(false),
            other => {
                d.unknown_choice("true/false", other, at.span, &["true", "false"]);
                None
            }
        }
    }
}

impl Decode for At<Decimal> {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let at = At::<Arc<str>>::decode(d, node)?;
        let text = &*at.value;
        let digits = text.strip_prefix('-').unwrap_or(text);
        let shape = digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.ends_with(|c: char| c.is_ascii_digit())
            && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        if shape && let Ok(value) = text.parse() {
            return Some(At { value, span: at.span });
        }
        let hint = match text.trim_end_matches(['%', ' ']) {
            number if number.len() < text.len() => {
                Arg::each("Bỏ dấu % và viết `unit: percent`.", "Leave the % out and write `unit: percent`.")
            }
            number if number.contains(',') => {
                let with_point = number.replace(',', ".");
                Arg::each(
                    format!("Viết dấu chấm thập phân: `{with_point}`; trang tiếng Việt sẽ hiện dấu phẩy."),
                    format!("Write a decimal point: `{with_point}`; the Vietnamese page shows a comma."),
                )
            }
            _ => Arg::each("Viết bằng chữ số, ví dụ 150 hoặc 1.1.", "Write it in digits, such as 150 or 1.1."),
        };
        d.push(Diagnostic::at(Code::BadNumber, at.span).arg("value", text).arg("hint", hint));
        None
    }
}

/// A whole number of a small range.
pub(super) fn integer(d: &mut Decoder, node: &Node, low: i16, high: i16) -> Option<At<i16>> {
    let at = At::<Arc<str>>::decode(d, node)?;
    match at.value.parse::<i16>() {
        Ok(value) if (low..=high).contains(&value) => Some(At { value, span: at.span }),
        _ => {
            let hint =
                Arg::each(format!("Viết một số từ {low} đến {high}."), format!("Write a number from {low} to {high}."));
            d.push(Diagnostic::at(Code::BadNumber, at.span).arg("value", &at.value).arg("hint", hint));
            None
        }
    }
}

impl Decode for i16 {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        integer(d, node, -999, 9999).map(|at| at.value)
    }
}

/// A date as exact as it is written, or `None` if it is none.
fn partial_date(text: &str) -> Option<PartialDate> {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, width: usize| -> Option<i16> {
        (part.len() == width && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok()).flatten()
    };
    let year = number(parts.first()?, 4).filter(|year| *year > 0)?;
    let month = || number(parts[1], 2).and_then(|m| i8::try_from(m).ok()).filter(|m| (1..=12).contains(m));
    match parts.len() {
        1 => Some(PartialDate::Year(year)),
        2 => Some(PartialDate::Month(year, month()?)),
        3 => {
            let day = i8::try_from(number(parts[2], 2)?).ok()?;
            Date::new(year, month()?, day).ok().map(PartialDate::Day)
        }
        _ => None,
    }
}

/// What a date that is none may have meant: 20/5/2023.
fn date_hint(text: &str) -> Arg {
    let parts: Vec<&str> = text.split(['/', '.', '-']).map(str::trim).collect();
    let [day, month, year] = parts[..] else { return Arg::each("", "") };
    let (day, year) = if day.len() == 4 { (year, day) } else { (day, year) };
    let padded = format!("{year}-{month:0>2}-{day:0>2}");
    match partial_date(&padded) {
        Some(_) => Arg::each(format!(" Ở đây: {padded}."), format!(" Here: {padded}.")),
        None => Arg::each("", ""),
    }
}

fn bad_date(d: &mut Decoder, text: &str, span: Span) {
    d.push(Diagnostic::at(Code::BadDate, span).arg("value", text).arg("hint", date_hint(text)));
}

impl Decode for At<PartialDate> {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let at = At::<Arc<str>>::decode(d, node)?;
        let value = partial_date(&at.value);
        if value.is_none() {
            bad_date(d, &at.value, at.span);
        }
        value.map(|value| At { value, span: at.span })
    }
}

impl Decode for At<Date> {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let at = At::<PartialDate>::decode(d, node)?;
        match at.value {
            PartialDate::Day(value) => Some(At { value, span: at.span }),
            other => {
                bad_date(d, &other.to_string(), at.span);
                None
            }
        }
    }
}

impl Decode for At<Period> {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let at = At::<Arc<str>>::decode(d, node)?;
        let quarter = at.value.split_once("-Q").and_then(|(year, quarter)| {
            let PartialDate::Year(year) = partial_date(year)? else { return None };
            let quarter = quarter.parse().ok().filter(|q| (1..=4).contains(q))?;
            Some(Period::Quarter(Quarter { year, quarter }))
        });
        let value = quarter.or_else(|| partial_date(&at.value).map(Period::Date));
        if value.is_none() {
            bad_date(d, &at.value, at.span);
        }
        value.map(|value| At { value, span: at.span })
    }
}

impl Decode for RawText {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let default = d.langs[0];
        match &node.kind {
            Kind::Scalar(scalar) => {
                d.refuse_cut_text(node, scalar);
                let value = scalar.text.trim();
                if value.is_empty() {
                    d.push(Diagnostic::at(Code::EmptyValue, node.span).arg("field", default.code()));
                    return None;
                }
                let entries = vec![(default, At { value: value.into(), span: node.span })];
                Some(RawText { span: node.span, plain: true, entries })
            }
            Kind::Map(fields) => {
                let mut entries = Vec::new();
                for (key, value) in fields {
                    let known = Lang::new(&key.text).filter(|lang| d.langs.contains(lang));
                    match (known, &value.kind) {
                        (None, Kind::Null) if in_braces(d, key) => {
                            d.push(Diagnostic::at(Code::CutByComma, key.span).arg("rest", &key.text));
                        }
                        (None, _) => {
                            let languages = d.langs.iter().map(Lang::code).collect::<Vec<_>>().join(", ");
                            let diagnostic = Diagnostic::at(Code::UnknownLanguage, key.span).arg("value", &key.text);
                            d.push(diagnostic.arg("languages", &languages));
                        }
                        (Some(lang), Kind::Scalar(scalar)) if !scalar.text.trim().is_empty() => {
                            d.refuse_cut_text(value, scalar);
                            entries.push((lang, At { value: scalar.text.trim().into(), span: value.span }));
                        }
                        (Some(_), Kind::Null | Kind::Scalar(_)) => {
                            d.push(Diagnostic::at(Code::EmptyValue, key.span).arg("field", &key.text));
                        }
                        (Some(_), _) => text_expected(d, value),
                    }
                }
                let span = fields.first().map_or(node.span, |(key, _)| key.span);
                (!entries.is_empty()).then_some(RawText { span, plain: false, entries })
            }
            _ => {
                text_expected(d, node);
                None
            }
        }
    }
}

fn text_expected(d: &mut Decoder, node: &Node) {
    let hint = Arg::each(
        "Viết câu trong dấu ngoặc kép hoặc trong khối `>-`; bản dịch viết dưới `vi:` và `en:`.",
        "Write the sentence in double quotes or in a `>-` block; translations go under `vi:` and `en:`.",
    );
    d.wrong_shape(node, Arg::each("một đoạn văn bản", "a text"), hint);
}

impl Decode for Cell {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let empty = matches!(&node.kind, Kind::Scalar(s) if s.text.trim().is_empty());
        if empty {
            let entries = d.langs.iter().map(|lang| (*lang, At { value: "".into(), span: node.span })).collect();
            return Some(Cell(RawText { span: node.span, plain: false, entries }));
        }
        RawText::decode(d, node).map(Cell)
    }
}
