//! YAML as a tree in which every node has its place. Vocabulary: content and theme files are read through it.
//!
//! This is the only module that knows the YAML crate. Numbers, dates and codes come out as they are written, not as YAML
//! types them, so that `0203`, `1.10` and `no` stay what the editor sees.

mod reasons;
mod syntax;
mod tree;

use crate::diag::{Code, Diagnostic, FileId, Report, Sources, Span};
use std::sync::Arc;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A value with its place.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// What a node is.
#[derive(Debug, Clone)]
pub enum Kind {
    /// Nothing: `key:`, `~` or `null`.
    Null,
    /// Text, a number, a date: whatever stands there.
    Scalar(Scalar),
    /// A list.
    List(Vec<Node>),
    /// Fields in the order in which they are written; no key twice.
    Map(Vec<(Key, Node)>),
}

/// A scalar as written.
#[derive(Debug, Clone)]
pub struct Scalar {
    /// The text, in NFC.
    pub text: Arc<str>,
    /// How it is written.
    pub style: Style,
}

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without marks.
    Plain,
    /// In quotes.
    Quoted,
    /// In a `|` or `>` block.
    Block,
}

/// The name of a field with its place.
#[derive(Debug, Clone)]
pub struct Key {
    /// Where it stands.
    pub span: Span,
    /// The name, in NFC.
    pub text: Arc<str>,
}

/// The largest file that is read, in bytes: a place keeps 32 bits, and a plan of 100 pages has 0.5 MB.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// The tree of a file. An empty file is `Null`. Whatever is wrong goes into the report; `None` if there is no tree.
pub fn parse(sources: &Sources, file: FileId, report: &mut Report) -> Option<Node> {
    parse_part(sources, file, 0, sources.text(file).len(), report)
}

/// As [`parse`], of the part of a file between two bytes: the head of a Markdown page.
pub fn parse_part(sources: &Sources, file: FileId, from: usize, to: usize, report: &mut Report) -> Option<Node> {
    let text = &sources.text(file)[from..to];
    match tree::read(text) {
        Ok(raw) => {
            let mut placing = tree::Placing { text, file, from, report };
            Some(placing.node(raw))
        }
        Err(error) => {
            report.push(syntax::explain(text, file, from, &error));
            None
        }
    }
}

/// Reads bytes as text in NFC: a byte-order mark is dropped, Windows line ends become plain ones. What is not UTF-8 is
/// reported at its first byte, and replaced.
pub fn decode(path: &str, bytes: Vec<u8>, sources: &mut Sources, report: &mut Report) -> Option<FileId> {
    if bytes.len() > MAX_BYTES {
        let file = sources.add(path, "");
        report.push(Diagnostic::at(Code::FileTooLarge, file.whole()));
        return None;
    }
    let (text, broken) = match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some(at))
        }
    };
    let unmarked = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let clean = unmarked.replace("\r\n", "\n").replace('\r', "\n");
    let removed = |at: usize| (text.len() - unmarked.len()) + text[..at.min(text.len())].matches("\r\n").count();
    let at = broken.map(|at| at.saturating_sub(removed(at)));
    let clean = if broken.is_none() { composed(clean) } else { clean };
    let file = sources.add(path, clean);
    match at {
        None => Some(file),
        Some(at) => {
            report.push(Diagnostic::at(Code::NotUtf8, file.span(at, at + '\u{fffd}'.len_utf8())));
            None
        }
    }
}

/// The same text in NFC: inside there is no other form.
pub fn composed(text: String) -> String {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text,
        _ => text.nfc().collect(),
    }
}

impl Node {
    /// What it is, for a message: "a list".
    pub fn found(&self) -> crate::diag::Arg {
        use crate::diag::Arg;
        match &self.kind {
            Kind::Null => Arg::each("chỗ trống", "nothing"),
            Kind::Scalar(s) if s.text.chars().count() <= 40 => {
                Arg::each(format!("“{}”", s.text), format!("`{}`", s.text))
            }
            Kind::Scalar(_) => Arg::each("một đoạn văn bản", "a text"),
            Kind::List(_) => Arg::each("một danh sách", "a list"),
            Kind::Map(_) => Arg::each("một nhóm các trường", "a group of fields"),
        }
    }
}

#[cfg(test)]
mod tests;
