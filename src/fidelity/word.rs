//! Words with their places.

use crate::diag::Span;
use std::ops::Range;

/// A word of a scan, or of the printed text of a plan.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Its letters and marks, in NFC.
    pub text: String,
    /// In a scan the word itself, in a plan the text that it is part of.
    pub span: Span,
    /// Which paragraph it is part of.
    pub paragraph: usize,
    /// In a plan, which correction put it in the place of the word that the text reads.
    pub correction: Option<usize>,
}

/// What stands at a place of a text.
pub(super) enum Mark {
    /// Part of a word.
    Letter,
    /// So many bytes of markup: the word goes on behind them.
    Markup(usize),
    /// So many bytes between words.
    Gap(usize),
}

/// The words of a text with their places in it, in bytes. `mark` says what the rest of the text begins with, white space
/// aside.
pub(super) fn split(text: &str, mark: impl Fn(&str) -> Mark) -> Vec<(String, Range<usize>)> {
    let mut words: Vec<(String, Range<usize>)> = Vec::new();
    let mut open = false;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let next = at + c.len_utf8();
        at = match mark(&text[at..]) {
            _ if c.is_whitespace() => {
                open = false;
                next
            }
            Mark::Gap(length) => {
                open = false;
                at + length
            }
            Mark::Markup(length) => at + length,
            Mark::Letter => {
                match words.last_mut().filter(|_| open) {
                    Some((word, range)) => {
                        word.push(c);
                        range.end = next;
                    }
                    None => words.push((c.to_string(), at..next)),
                }
                open = true;
                next
            }
        };
    }
    words
}
