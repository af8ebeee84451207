use super::words::{Vocabulary, Word, joined_numbers};
use crate::outline::view::{Entry, Words};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// How many bytes of JSON the entries of a block may have together, as far as more than one is in it: some 3 KB compressed.
const SIZE: usize = 6_500;

/// Entries that are loaded together, and the words by which they are found.
pub(super) struct Block {
    pub bytes: Vec<u8>,
    /// Each once.
    pub words: Vec<Word>,
    /// Words that stand side by side, folded, each pair once: `duoi_nuoc`.
    pub pairs: Vec<String>,
}

/// The entries in their order, in blocks of about the same size.
pub(super) fn blocks(entries: &[Entry]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let (mut start, mut size) = (0, 0);
    for (at, entry) in entries.iter().enumerate() {
        let own = entry.title.text.len() + entry.text.as_ref().map_or(0, |text| text.text.len()) + entry.href.len() / 2;
        if at > start && size + own > SIZE {
            blocks.push(block(&entries[start..at]));
            (start, size) = (at, 0);
        }
        size += own;
    }
    if start < entries.len() {
        blocks.push(block(&entries[start..]));
    }
    blocks
}

fn block(entries: &[Entry]) -> Block {
    let base = common_start(entries);
    let mut contexts: Vec<Value> = Vec::new();
    let mut rows = Vec::new();
    let mut found = Vocabulary::default();
    for entry in entries {
        let context = context(entry);
        let at = contexts.iter().position(|known| *known == context).unwrap_or_else(|| {
            contexts.push(context);
            contexts.len() - 1
        });
        let numbers = numbers(entry);
        let text = entry.text.as_ref().map_or(json!(0), spoken);
        let name = name(entry);
        let mut row = vec![json!(entry.href[base..]), spoken(&name), text, json!(at)];
        if !numbers.is_empty() || entry.call.is_some() {
            row.push(json!(numbers));
        }
        if let Some((shown, dialled)) = &entry.call {
            row.extend([json!(shown), json!(dialled)]);
        }
        rows.push(Value::Array(row));
        for text in std::iter::once(&name).chain(&entry.text) {
            found.take(&text.text, true);
        }
        for text in entry.place.iter().map(|place| place.text.as_str()).chain([numbers.as_str()]) {
            found.take(text, false);
        }
    }
    let block = json!({ "base": entries[0].href[..base], "contexts": contexts, "entries": rows });
    let (words, pairs) = found.words_and_pairs();
    Block { bytes: block.to_string().into_bytes(), words, pairs }
}

/// How many bytes all addresses begin with.
fn common_start(entries: &[Entry]) -> usize {
    let first = entries[0].href.as_str();
    let shared = |href: &str| first.bytes().zip(href.bytes()).take_while(|(a, b)| a == b).count();
    let mut shared = entries.iter().map(|entry| shared(&entry.href)).min().unwrap_or(0);
    while !first.is_char_boundary(shared) {
        shared -= 1;
    }
    shared
}

/// Place, plan, number of the plan.
fn context(entry: &Entry) -> Value {
    let place = entry.place.as_ref().map_or(json!(0), spoken);
    match &entry.plan {
        Some((plan, number)) => json!([place, spoken(plan), number]),
        None => json!([place]),
    }
}

/// What an entry is called, behind its number.
fn name(entry: &Entry) -> Words {
    match &entry.number {
        Some(number) => Words { text: format!("{number} – {}", entry.title.text), lang: entry.title.lang },
        None => entry.title.clone(),
    }
}

/// A text, with its language where that is not the page's.
fn spoken(words: &Words) -> Value {
    match words.lang {
        Some(lang) => json!([words.text, lang]),
        None => json!(words.text),
    }
}

/// What an entry is found by besides its words: telephone numbers without what stands between their digits.
fn numbers(entry: &Entry) -> String {
    let digits = |number: &str| number.chars().filter(char::is_ascii_digit).collect::<String>();
    let called = entry.call.iter().flat_map(|(shown, dialled)| [digits(shown), digits(dialled)]);
    let written = entry.text.iter().flat_map(|text| joined_numbers(&text.text));
    called.chain(written).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(" ")
}
