//! Decoders of single values: ids, references, dates, numbers, texts.

use super::braces;
use super::decode::{At, Decode, Decoder};
use crate::diag::{Arg, Code, Diagnostic, Span};
use crate::lang::{Decimal, Lang, PartialDate, Period, Quarter, Text, format_decimal, slug};
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
    /// Languages in which something is written that could not be read.
    pub unreadable: Vec<Lang>,
}

impl RawText {
    /// The text without places, in the order of these languages.
    pub fn text(&self, langs: &[Lang]) -> Text {
        let mut entries: Vec<_> = self.entries.iter().map(|(lang, at)| (*lang, at.value.clone())).collect();
        entries.sort_by_key(|(lang, _)| langs.iter().position(|l| l == lang));
        Text::of(entries).expect("the decoder makes no text without a language")
    }

    /// The text in this very language.
    pub fn get(&self, lang: Lang) -> Option<&At<Arc<str>>> {
        self.entries.iter().find(|(l, _)| *l == lang).map(|(_, at)| at)
    }
}

/// A text that may be empty, or a number that is the same in every language: a cell of a table.
#[derive(Debug)]
pub struct Cell(pub RawText);

/// A text in one language, such as the title of a source.
#[derive(Debug)]
pub struct Phrase(pub At<Arc<str>>);

/// A whole number between these two.
#[derive(Debug, Clone)]
pub struct Between<const LOW: i16, const HIGH: i16>(pub At<i16>);

impl<const LOW: i16, const HIGH: i16> Decode for Between<LOW, HIGH> {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        integer(d, node, LOW, HIGH).map(Between)
    }
}

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
            _ => {
                let hint = Arg::each("Viết `true` (có) hoặc `false` (không).", "Write `true` or `false`.");
                d.wrong_shape(node, Arg::each("`true` hoặc `false`", "`true` or `false`"), hint);
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
            d.doubt_thousands(text, value, at.span);
            return Some(At { value, span: at.span });
        }
        d.bad_number(text, at.span);
        None
    }
}

impl Decoder<'_> {
    /// Reports the code of a language that the site does not have.
    pub(super) fn unknown_language(&mut self, code: &str, span: Span) {
        if self.langs_known {
            let languages = self.langs.iter().map(Lang::code).collect::<Vec<_>>().join(", ");
            let diagnostic = Diagnostic::at(Code::UnknownLanguage, span).arg("value", code);
            self.push(diagnostic.arg("languages", &languages));
        }
    }

    /// Reports a text that is no number, with what it should be.
    pub(super) fn bad_number(&mut self, text: &str, span: Span) {
        let number = text.trim_end_matches(['%', ' ']);
        let with_point = match number.contains('.') {
            true => number.replace('.', "").replace(',', "."),
            false => number.replace(',', "."),
        };
        let hint = if number.len() < text.len() {
            Arg::each("Bỏ dấu % và viết `unit: percent`.", "Leave the % out and write `unit: percent`.")
        } else if with_point == number || with_point.parse::<Decimal>().is_err() {
            Arg::each("Viết bằng chữ số, ví dụ 150 hoặc 1.1.", "Write it in digits, such as 150 or 1.1.")
        } else {
            Arg::each(
                format!(
                    "Viết `{with_point}`: dấu chấm trước phần thập phân, không ngăn hàng nghìn; trang sẽ hiện theo cách viết của từng ngôn ngữ."
                ),
                format!(
                    "Write `{with_point}`: a point before the decimals, nothing between thousands; each page shows it as its language does."
                ),
            )
        };
        self.push(Diagnostic::at(Code::BadNumber, span).arg("value", text).arg("hint", hint));
    }

    /// Warns of `1.000`: whoever writes a point between thousands, as Vietnamese does, means a thousand.
    fn doubt_thousands(&mut self, text: &str, value: Decimal, span: Span) {
        let Some((whole, decimals)) = text.split_once('.') else { return };
        if (1..=3).contains(&whole.len()) && !whole.starts_with('0') && decimals.len() == 3 {
            let joined = text.replace('.', "");
            let shown = format_decimal(value, Lang::VI);
            let diagnostic = Diagnostic::at(Code::LooksLikeThousands, span).arg("value", text);
            self.push(diagnostic.arg("shown", &shown).arg("joined", &joined));
        }
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

/// How dates are written, in Vietnamese and in English.
pub(super) const ANY_DATE: (&str, &str) = (
    "Viết năm, tháng hoặc ngày: 2023, 2023-05 hoặc 2023-05-20.",
    "Write a year, a month or a day: 2023, 2023-05 or 2023-05-20.",
);
pub(super) const DAY: (&str, &str) =
    ("Viết đủ năm, tháng, ngày: 2023-05-20.", "Write year, month and day: 2023-05-20.");
pub(super) const ANY_PERIOD: (&str, &str) = (
    "Viết năm, quý, tháng hoặc ngày: 2023, 2023-Q1, 2023-05 hoặc 2023-05-20.",
    "Write a year, a quarter, a month or a day: 2023, 2023-Q1, 2023-05 or 2023-05-20.",
);

/// What a date that is none may have meant: 20/5/2023, 5/2023.
fn meant(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['/', '.', '-']).map(str::trim).collect();
    let year_first = parts.first()?.len() == 4;
    let padded = match parts[..] {
        [year, month, day] if year_first => format!("{year}-{month:0>2}-{day:0>2}"),
        [day, month, year] => format!("{year}-{month:0>2}-{day:0>2}"),
        [year, month] if year_first => format!("{year}-{month:0>2}"),
        [month, year] => format!("{year}-{month:0>2}"),
        _ => return None,
    };
    partial_date(&padded).map(|_| padded)
}

fn bad_date(d: &mut Decoder, text: &str, span: Span, (vi, en): (&'static str, &'static str)) {
    let figures = text.split('-').map(str::len).eq([4, 2, 2]) && text.bytes().all(|b| b == b'-' || b.is_ascii_digit());
    let hint = match meant(text) {
        Some(date) => Arg::each(format!("Viết `{date}`."), format!("Write `{date}`.")),
        None if figures => Arg::each(
            "Lịch không có ngày này; so lại với văn bản gốc.",
            "The calendar has no such day; compare with the source.",
        ),
        None => Arg::each(vi, en),
    };
    d.push(Diagnostic::at(Code::BadDate, span).arg("value", text).arg("hint", hint));
}

impl Decode for At<PartialDate> {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let at = At::<Arc<str>>::decode(d, node)?;
        let value = partial_date(&at.value);
        if value.is_none() {
            bad_date(d, &at.value, at.span, ANY_DATE);
        }
        value.map(|value| At { value, span: at.span })
    }
}

impl Decode for At<Date> {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let at = At::<Arc<str>>::decode(d, node)?;
        match partial_date(&at.value) {
            Some(PartialDate::Day(value)) => return Some(At { value, span: at.span }),
            Some(_) => d.wrong_shape(node, Arg::each("một ngày", "a day"), Arg::each(DAY.0, DAY.1)),
            None => bad_date(d, &at.value, at.span, DAY),
        }
        None
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
            bad_date(d, &at.value, at.span, ANY_PERIOD);
        }
        value.map(|value| At { value, span: at.span })
    }
}

impl Decode for Phrase {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        if let Kind::Scalar(scalar) = &node.kind {
            d.refuse_cut_text(node, scalar);
        }
        At::decode(d, node).map(Phrase)
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
                Some(RawText { span: node.span, plain: true, entries, unreadable: Vec::new() })
            }
            Kind::Map(fields) => {
                let (mut entries, mut unreadable) = (Vec::new(), Vec::new());
                for (at, entry) in fields.iter().enumerate() {
                    let (key, value) = entry;
                    let known = Lang::new(&key.text).filter(|lang| d.langs.contains(lang));
                    match (known, &value.kind) {
                        (None, _) if braces::is_loose(d, entry) => {
                            braces::report(d, fields, at);
                            unreadable.extend(key.text.get(..2).and_then(Lang::new));
                        }
                        (None, _) => d.unknown_language(&key.text, key.span),
                        (Some(lang), Kind::Scalar(scalar)) if !scalar.text.trim().is_empty() => {
                            d.refuse_cut_text(value, scalar);
                            entries.push((lang, At { value: scalar.text.trim().into(), span: value.span }));
                        }
                        (Some(lang), Kind::Null | Kind::Scalar(_)) => {
                            d.push(Diagnostic::at(Code::EmptyValue, key.span).arg("field", &key.text));
                            unreadable.push(lang);
                        }
                        (Some(lang), _) => {
                            text_expected(d, value);
                            unreadable.push(lang);
                        }
                    }
                }
                let span = fields.first().map_or(node.span, |(key, _)| key.span);
                (!entries.is_empty()).then_some(RawText { span, plain: false, entries, unreadable })
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
        if let Kind::Scalar(scalar) = &node.kind
            && !scalar.text.contains(char::is_alphabetic)
        {
            d.refuse_cut_text(node, scalar);
            let value = At { value: scalar.text.trim().into(), span: node.span };
            let entries = d.langs.iter().map(|lang| (*lang, value.clone())).collect();
            return Some(Cell(RawText { span: node.span, plain: false, entries, unreadable: Vec::new() }));
        }
        RawText::decode(d, node).map(Cell)
    }
}
