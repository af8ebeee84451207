//! How a text falls into words. `themes/default/static/search.js` cuts queries and texts in the same way: what is changed
//! here is changed there.

use crate::lang::folded;
use std::collections::{HashMap, HashSet};
use unicode_normalization::char::is_combining_mark;

/// A word as it is written, in small letters, and without its accents.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Word {
    /// `đuối`
    pub form: String,
    /// `duoi`
    pub folded: String,
}

/// The words of a text as they are written: what stands between any other characters than letters and digits.
/// `71/KH-UBND` has three.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    text.split(move |c| !is_part(c)).filter(|word| !word.is_empty())
}

/// The words of several texts. Few words make up most of a text: each is folded once.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// By how it is written: its place in `folded`.
    known: HashMap<String, usize>,
    folded: Vec<String>,
    places: HashMap<String, usize>,
    pairs: HashSet<(usize, usize)>,
}

impl Vocabulary {
    /// Takes in a text's words and, with `pairs`, which stand side by side.
    pub(super) fn take(&mut self, text: &str, pairs: bool) {
        let mut before = None;
        for token in tokens(text) {
            let own = self.place(token);
            if let Some(before) = before.filter(|_| pairs) {
                self.pairs.insert((before, own));
            }
            before = Some(own);
        }
    }

    fn place(&mut self, token: &str) -> usize {
        if let Some(place) = self.known.get(token) {
            return *place;
        }
        let folded: String = folded(token).collect();
        let next = self.folded.len();
        let place = *self.places.entry(folded).or_insert_with_key(|folded| {
            self.folded.push(folded.clone());
            next
        });
        self.known.insert(token.to_owned(), place);
        place
    }

    /// Each word, and each pair of folded words, once and in no order.
    pub(super) fn words_and_pairs(self) -> (Vec<Word>, Vec<String>) {
        let Vocabulary { known, folded, pairs, .. } = self;
        let small = |(token, place): (String, usize)| (token.to_lowercase(), place);
        let forms: HashSet<(String, usize)> = known.into_iter().map(small).collect();
        let words = forms.into_iter().map(|(form, place)| Word { form, folded: folded[place].clone() });
        let pairs = pairs.iter().map(|(a, b)| format!("{}_{}", folded[*a], folded[*b]));
        (words.collect(), pairs.collect())
    }
}

/// Telephone numbers in a text that are written in groups, each as one word: `18006605` for `1800 6605`.
pub(super) fn joined_numbers(text: &str) -> Vec<String> {
    let mut numbers = Vec::new();
    let mut joined = String::new();
    let mut groups = 0;
    let mut end = |joined: &mut String, groups: &mut usize| {
        let starts = ["0", "1800", "1900", "84"].iter().any(|start| joined.starts_with(start));
        if *groups > 1 && starts && (8..=12).contains(&joined.len()) {
            numbers.push(std::mem::take(joined));
        }
        joined.clear();
        *groups = 0;
    };
    let mut apart = 0;
    for c in text.chars() {
        if c.is_ascii_digit() {
            groups += usize::from(joined.is_empty() || apart > 0);
            apart = 0;
            joined.push(c);
        } else if matches!(c, ' ' | '.' | '-' | '\u{a0}') && apart == 0 {
            apart = 1;
        } else if !joined.is_empty() {
            end(&mut joined, &mut groups);
            apart = 0;
        }
    }
    end(&mut joined, &mut groups);
    numbers
}
