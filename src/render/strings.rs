//! The words of the interface in one language: texts by key, with `{placeholders}` and with a form for one thing and
//! for any other number of things.

use crate::lang::{Decimal, Lang, format_decimal};
use std::collections::HashMap;
use tera::{Error, Kwargs, TeraResult, Value, escape_html};

/// The strings of a theme in a language.
#[derive(Debug)]
pub(super) struct Strings {
    lang: Lang,
    entries: HashMap<String, Entry>,
}

/// What stands under a key.
#[derive(Debug, Clone)]
pub(super) enum Entry {
    /// The same for any number.
    Text(Pattern),
    /// By the number `n`.
    Count {
        /// For 1.
        one: Pattern,
        /// For any other.
        other: Pattern,
    },
}

/// A text as HTML, with what is filled in.
#[derive(Debug, Clone)]
pub(super) enum Pattern {
    /// Nothing is filled in.
    Plain(Value),
    /// Text and names in turn.
    Filled(Vec<Piece>),
}

/// A part of a pattern.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    /// Text, escaped.
    Text(String),
    /// The name of an argument.
    Argument(String),
}

impl Strings {
    /// Strings in this language: a key's first entry counts.
    pub(super) fn new(lang: Lang, entries: impl IntoIterator<Item = (String, Entry)>) -> Strings {
        let mut first = HashMap::new();
        for (key, entry) in entries {
            first.entry(key).or_insert(entry);
        }
        Strings { lang, entries: first }
    }

    /// The string of a key as safe HTML; arguments that are not safe are escaped. `n` is written as the language does.
    pub(super) fn get(&self, key: &str, args: &Kwargs) -> TeraResult<Value> {
        let entry = self.entries.get(key).ok_or_else(|| Error::message(format!("there is no string `{key}`")))?;
        let pattern = match entry {
            Entry::Text(pattern) => pattern,
            Entry::Count { one, other } => match args.must_get::<u64>("n")? {
                1 => one,
                _ => other,
            },
        };
        match pattern {
            Pattern::Plain(value) => Ok(value.clone()),
            Pattern::Filled(pieces) => self.fill(key, pieces, args),
        }
    }

    fn fill(&self, key: &str, pieces: &[Piece], args: &Kwargs) -> TeraResult<Value> {
        let mut out = String::new();
        for piece in pieces {
            let name = match piece {
                Piece::Text(text) => {
                    out.push_str(text);
                    continue;
                }
                Piece::Argument(name) => name,
            };
            let value: &Value = args
                .get(name)?
                .filter(|value: &&Value| !value.is_undefined() && !value.is_none())
                .ok_or_else(|| Error::message(format!("the string `{key}` needs the argument `{name}`")))?;
            match (value.as_u64(), value.as_str()) {
                (Some(n), _) if name == "n" => out.push_str(&format_decimal(Decimal::from(n), self.lang)),
                (_, Some(html)) if value.is_safe() => out.push_str(html),
                _ => out.push_str(&escaped(&value.to_string())),
            }
        }
        Ok(Value::safe_string(&out))
    }
}

impl Pattern {
    /// Reads `{names}` in a text.
    pub(super) fn parse(text: &str) -> Pattern {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, name, after)) = next_name(rest) {
            if !before.is_empty() {
                pieces.push(Piece::Text(escaped(before)));
            }
            pieces.push(Piece::Argument(name.to_owned()));
            rest = after;
        }
        if pieces.is_empty() {
            return Pattern::Plain(Value::safe_string(&escaped(text)));
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(escaped(rest)));
        }
        Pattern::Filled(pieces)
    }

    /// The names in it.
    #[cfg(test)]
    pub(super) fn names(&self) -> Vec<&str> {
        let Pattern::Filled(pieces) = self else { return Vec::new() };
        pieces.iter().filter_map(|p| if let Piece::Argument(name) = p { Some(name.as_str()) } else { None }).collect()
    }
}

fn next_name(text: &str) -> Option<(&str, &str, &str)> {
    let (before, after) = text.split_once('{')?;
    let (name, after) = after.split_once('}')?;
    Some((before, name, after))
}

/// A text as it stands in HTML, between tags and in attributes.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    // Neither fails: the buffer takes all, and escaping keeps UTF-8.
    let _ = escape_html(text, &mut out);
    String::from_utf8(out).unwrap_or_default()
}
