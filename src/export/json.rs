//! JSON whose objects keep the order of their members.

use super::column::Kind;
use crate::lang::{Decimal, Lang};
use serde::{Serialize, Serializer};
use serde_json::Number;

/// A value. One that no source states is `null`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub(super) enum Json {
    Null,
    Truth(bool),
    Number(Number),
    Text(String),
    List(Vec<Json>),
    Object(#[serde(serialize_with = "in_order")] Vec<(&'static str, Json)>),
    /// By language, in the order of the site.
    ByLanguage(#[serde(serialize_with = "in_order")] Vec<(Lang, Json)>),
}

fn in_order<K: Serialize, S: Serializer>(members: &[(K, Json)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(members.iter().map(|(name, value)| (name, value)))
}

impl Json {
    /// What stands in a cell, before it is made harmless for spreadsheets.
    pub fn of_cell(kind: Kind, cell: Option<String>) -> Json {
        let Some(cell) = cell else { return Json::Null };
        match kind {
            Kind::Number => number(cell),
            Kind::YesNo => Json::Truth(cell == "true"),
            _ => Json::Text(cell),
        }
    }

    /// A value for each language.
    pub fn by_language(langs: &[Lang], value: impl Fn(Lang) -> Json) -> Json {
        Json::ByLanguage(langs.iter().map(|lang| (*lang, value(*lang))).collect())
    }

    /// A text, or none.
    pub fn text(text: Option<impl ToString>) -> Json {
        text.map_or(Json::Null, |text| Json::Text(text.to_string()))
    }

    /// A figure, or none.
    pub fn figure(figure: Option<Decimal>) -> Json {
        Json::of_cell(Kind::Number, figure.map(|figure| figure.to_string()))
    }

    /// As bytes of a file.
    pub fn bytes(&self) -> Vec<u8> {
        // Names are texts, and a vector takes all that is written: nothing fails.
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
}

/// Up to here a 64-bit number holds every whole number.
const EXACT: u64 = 1 << 53;

/// A number; a text with its digits where readers of JSON, who take a number for a 64-bit one, would get another.
fn number(digits: String) -> Json {
    if let Some(whole) = digits.parse::<i64>().ok().filter(|whole| whole.unsigned_abs() <= EXACT) {
        return Json::Number(whole.into());
    }
    let read = digits.parse::<f64>().ok();
    let same = |read: &f64| read.to_string().parse::<Decimal>().ok() == digits.parse::<Decimal>().ok();
    match read.filter(same).and_then(Number::from_f64) {
        Some(number) => Json::Number(number),
        None => Json::Text(digits),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_the_source_or_texts() {
        let written = |digits: &str| String::from_utf8(number(digits.to_owned()).bytes()).unwrap();
        for (digits, json) in
            [("150", "150"), ("-0.5", "-0.5"), ("98.50", "98.5"), ("0.1", "0.1"), ("40000000000", "40000000000")]
        {
            assert_eq!(written(digits), format!("{json}\n"));
        }
        assert_eq!(written("1234567890.123456789"), "\"1234567890.123456789\"\n");
    }

    #[test]
    fn members_keep_their_order() {
        let object = Json::Object(vec![("b", Json::Null), ("a", Json::Truth(true))]);
        assert_eq!(serde_json::to_string(&object).unwrap(), r#"{"b":null,"a":true}"#);
    }
}
