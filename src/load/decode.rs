//! From a tree of nodes to raw types: one implementation of [`Decode`] a type. Decoding goes on after a mistake, so
//! that one run reports them all.

use super::describe::Describe;
use crate::diag::{Arg, Code, Diagnostic, Report, Sources, Span, did_you_mean};
use crate::lang::Lang;
use crate::yaml::{Kind, Node, Scalar, Style};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What could not be read whole: what refers to it is not to be blamed.
#[derive(Debug, Default)]
pub struct Broken {
    /// Ids of records that are not whole.
    pub ids: BTreeSet<String>,
    /// Files, by their path, that may hold records whose ids nobody could read.
    pub files: BTreeSet<String>,
    /// Plans, by their folder, of whose tables not every row could be read: an earlier figure may be among the others.
    pub rows: BTreeSet<String>,
}

impl Broken {
    /// Takes in what is broken elsewhere too.
    pub(super) fn add(&mut self, more: &Broken) {
        self.ids.extend(more.ids.iter().cloned());
        self.files.extend(more.files.iter().cloned());
        self.rows.extend(more.rows.iter().cloned());
    }
}

/// A value with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// What the decoders of a run share.
pub(super) struct Decoder<'a> {
    /// The files.
    pub sources: &'a Sources,
    /// Where mistakes go.
    pub report: &'a mut Report,
    /// The languages of the site, the default first; never empty.
    pub langs: &'a [Lang],
    /// Whether the site names no other: if its list of languages is broken, nobody is to blame for using one of it.
    pub langs_known: bool,
    /// What could not be read whole.
    pub broken: &'a mut Broken,
    /// How many entries of lists could not be read so far.
    pub dropped: usize,
}

/// A type that can be read from a node.
pub(super) trait Decode: Describe + Sized {
    /// The value, or `None` after a report.
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self>;
}

impl Decoder<'_> {
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        self.report.push(diagnostic);
    }

    /// The scalar that a node is, else a report of what was expected.
    pub(super) fn scalar<'n>(&mut self, node: &'n Node, expected: Arg, hint: Arg) -> Option<&'n Scalar> {
        match &node.kind {
            Kind::Scalar(scalar) => Some(scalar),
            _ => {
                self.wrong_shape(node, expected, hint);
                None
            }
        }
    }

    pub(super) fn wrong_shape(&mut self, node: &Node, expected: Arg, hint: Arg) {
        self.wrong_count(node, expected, node.found(), hint);
    }

    /// As [`Decoder::wrong_shape`], where what was found is more than the kind of node says.
    pub(super) fn wrong_count(&mut self, node: &Node, expected: Arg, found: Arg, hint: Arg) {
        let diagnostic = Diagnostic::at(Code::WrongShape, head(node)).arg("expected", expected);
        self.push(diagnostic.arg("found", found).arg("hint", hint));
    }

    /// Records may be hidden in what is not a list or a group of fields.
    pub(super) fn lose(&mut self, node: &Node) {
        self.broken.files.insert(self.sources.path(node.span.file).to_owned());
    }

    pub(super) fn unknown_choice(&mut self, field: &str, text: &str, span: Span, choices: &[&str]) {
        let hint = did_you_mean(text, choices.iter().copied());
        self.push(Diagnostic::at(Code::UnknownChoice, span).arg("value", text).arg("field", field).arg("hint", hint));
    }

    /// Reports words that YAML drops as a comment behind a text.
    pub(super) fn refuse_cut_text(&mut self, node: &Node, scalar: &Scalar) {
        if scalar.style != Style::Plain {
            return;
        }
        let text = self.sources.text(node.span.file);
        let end = (node.span.start + node.span.len) as usize;
        let rest = text[end..].split('\n').next().unwrap_or("");
        if rest.trim_start().starts_with('#') && rest.starts_with([' ', '\t']) {
            let from = end + rest.len() - rest.trim_start().len();
            self.push(Diagnostic::at(Code::CutByComment, node.span.file.span(from, end + rest.trim_end().len())));
        }
    }
}

/// How many of something were found, for a message.
pub(super) fn count(n: usize, vi: &str) -> Arg {
    Arg::each(format!("{n} {vi}"), if n == 0 { "none".to_owned() } else { n.to_string() })
}

/// A node's place, or its first line where it is long: a mark under a whole file helps nobody.
pub(super) fn head(node: &Node) -> Span {
    match &node.kind {
        Kind::Map(fields) => fields.first().map_or(node.span, |(key, _)| key.span),
        Kind::List(nodes) => nodes.first().map_or(node.span, head),
        _ => node.span,
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        T::decode(d, node).map(Box::new)
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let Kind::List(nodes) = &node.kind else {
            let short = match &node.kind {
                Kind::Scalar(scalar) if scalar.style == Style::Plain && scalar.text.len() <= 40 => &*scalar.text,
                _ => "a, b",
            };
            let dash =
                matches!(&node.kind, Kind::Map(fields) if fields.first().is_some_and(|(k, _)| k.text.starts_with('-')));
            let hint = if dash {
                Arg::each("Thêm một dấu cách sau dấu gạch nối: `- `.", "Put a space after the hyphen: `- `.")
            } else {
                Arg::each(
                    format!("Viết `[{short}]`, hoặc mỗi mục một dòng bắt đầu bằng `- `."),
                    format!("Write `[{short}]`, or each entry on a line of its own that begins with `- `."),
                )
            };
            d.wrong_shape(node, Arg::each("một danh sách", "a list"), hint);
            d.lose(node);
            return None;
        };
        let mut entries = Vec::with_capacity(nodes.len());
        entries.extend(nodes.iter().filter_map(|node| T::decode(d, node)));
        d.dropped += nodes.len() - entries.len();
        Some(entries)
    }
}

impl Decode for At<Arc<str>> {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let hint = Arg::each("Viết một giá trị trên dòng này.", "Write one value on this line.");
        let scalar = d.scalar(node, Arg::each("một giá trị", "a value"), hint)?;
        Some(At { value: scalar.text.trim().into(), span: node.span })
    }
}
