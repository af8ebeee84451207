//! From the YAML crate's events to our tree.

use super::{Key, Kind, Node, Scalar, Style};
use crate::diag::{Code, Diagnostic, FileId, Report, Span};
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::options::{DuplicateKeyPolicy, MergeKeyPolicy, NonFiniteFloatPolicy};
use serde_saphyr::{Location, Spanned};
use std::fmt;
use std::sync::Arc;

type RawNode = Spanned<Raw>;

/// A node as the YAML crate hands it over.
#[derive(Debug)]
pub(super) enum Raw {
    Null,
    Text(String),
    /// YAML takes it for a number or the like: its text is taken from the source.
    Typed,
    List(Vec<RawNode>),
    Map(Vec<(RawNode, RawNode)>),
}

/// Reads a text of one YAML document.
pub(super) fn read(text: &str) -> Result<Option<RawNode>, serde_saphyr::Error> {
    let budget = serde_saphyr::budget! { max_aliases: 0, max_anchors: 0, max_depth: 64 };
    let options = serde_saphyr::options! {
        budget: budget,
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        reject_unsupported_tags: true,
        non_finite_float_policy: NonFiniteFloatPolicy::PassThrough,
        with_snippet: false,
    };
    serde_saphyr::from_str_with_options::<Option<RawNode>>(text, options)
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        d.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

macro_rules! typed { ($($visit:ident: $t:ty),*) => { $(
    fn $visit<E: de::Error>(self, _: $t) -> Result<Raw, E> { Ok(Raw::Typed) }
)* } }

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("anything")
    }

    typed!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_i128: i128, visit_u128: u128, visit_f64: f64);

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Raw, E> {
        Ok(Raw::Text(text))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, d: D) -> Result<Raw, D::Error> {
        d.deserialize_any(RawVisitor)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(node) = seq.next_element()? {
            list.push(node);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key()? {
            entries.push((key, map.next_value()?));
        }
        Ok(Raw::Map(entries))
    }
}

/// Gives the nodes of a text their places in a file.
pub(super) struct Placing<'a> {
    /// What was read.
    pub text: &'a str,
    /// The file that it is a part of.
    pub file: FileId,
    /// Where in the file it begins.
    pub from: usize,
    /// Where to say that a key stands twice.
    pub report: &'a mut Report,
}

impl Placing<'_> {
    pub(super) fn node(&mut self, raw: Option<RawNode>) -> Node {
        match raw {
            None => Node { span: self.file.span(self.from, self.from), kind: Kind::Null },
            Some(raw) => self.place(raw),
        }
    }

    fn place(&mut self, raw: RawNode) -> Node {
        let (start, end) = self.bytes(&raw.referenced);
        self.refuse_tag(start);
        let kind = match raw.value {
            Raw::Null => Kind::Null,
            Raw::Typed => Kind::Scalar(self.scalar(self.text[start..end].trim().to_owned(), start)),
            Raw::Text(text) => Kind::Scalar(self.scalar(text, start)),
            Raw::List(nodes) => Kind::List(nodes.into_iter().map(|node| self.place(node)).collect()),
            Raw::Map(entries) => self.map(entries),
        };
        Node { span: self.span(start, end), kind }
    }

    /// Reports a tag before a value: the YAML crate takes the common ones, and a lone `!`, for no part of the text.
    fn refuse_tag(&mut self, start: usize) {
        let before = self.text[..start].trim_end_matches(' ');
        let word = before.rfind([' ', '\n', '[', '{', ',']).map_or(0, |at| at + 1);
        if before.len() < start && before[word..].starts_with('!') {
            self.report.push(Diagnostic::at(Code::YamlAlias, self.span(word, before.len())));
        }
    }

    fn map(&mut self, entries: Vec<(RawNode, RawNode)>) -> Kind {
        let mut map: Vec<(Key, Node)> = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            let key = self.place(key);
            let value = self.place(value);
            let Kind::Scalar(name) = key.kind else {
                let wanted = crate::diag::Arg::each("tên của một trường", "the name of a field");
                let hint = crate::diag::Arg::each("Viết `tên: giá trị`.", "Write `name: value`.");
                let found = key.found();
                self.report.push(
                    Diagnostic::at(Code::WrongShape, key.span)
                        .arg("expected", wanted)
                        .arg("found", found)
                        .arg("hint", hint),
                );
                continue;
            };
            if &*name.text == "<<" {
                self.report.push(Diagnostic::at(Code::YamlAlias, key.span));
            } else if let Some((first, _)) = map.iter().find(|(k, _)| k.text == name.text) {
                let diagnostic = Diagnostic::at(Code::DuplicateKey, key.span).arg("key", &name.text);
                self.report.push(diagnostic.related(first.span));
            } else {
                map.push((Key { span: key.span, text: name.text }, value));
            }
        }
        Kind::Map(map)
    }

    fn scalar(&self, text: String, start: usize) -> Scalar {
        let style = match self.text.as_bytes().get(start) {
            Some(b'"' | b'\'') => Style::Quoted,
            _ if is_block(&self.text[..start]) => Style::Block,
            _ => Style::Plain,
        };
        // An escape such as `\u0302` may have taken it apart.
        let text: Arc<str> = super::composed(text).into();
        Scalar { text, style }
    }

    /// The bytes of a place in the text, on whole characters.
    fn bytes(&self, at: &Location) -> (usize, usize) {
        let span = at.span();
        let whole = |mut at: usize| {
            at = at.min(self.text.len());
            while !self.text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let start = span.byte_offset().map_or(0, |at| usize::try_from(at).unwrap_or(usize::MAX));
        let len = span.byte_len().map_or(0, |len| usize::try_from(len).unwrap_or(usize::MAX));
        (whole(start), whole(start.saturating_add(len)))
    }

    fn span(&self, start: usize, end: usize) -> Span {
        self.file.span(self.from + start, self.from + end)
    }
}

/// Whether what comes before a scalar is the mark of a block, such as `>-`: its place begins on the line below that.
fn is_block(before: &str) -> bool {
    let Some((above, indent)) = before.rsplit_once('\n') else { return false };
    let head = above.trim_end_matches(['\n', ' ']).lines().next_back().unwrap_or("");
    let head = head.split_once(" #").map_or(head, |(head, _)| head).trim_end();
    indent.trim().is_empty() && head.trim_end_matches(|c: char| "+-0123456789".contains(c)).ends_with(['|', '>'])
}
