//! From a tree of nodes to raw types: one implementation of [`Decode`] a type. Decoding goes on after a mistake, so
//! that one run reports them all.

use crate::diag::{Arg, Code, Diagnostic, Report, Sources, Span, did_you_mean};
use crate::lang::Lang;
use crate::yaml::{Key, Kind, Node, Scalar, Style};
use std::collections::BTreeSet;
use std::sync::Arc;

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
    /// Ids of records that are not whole: what refers to them is not to be blamed.
    pub broken: &'a mut BTreeSet<String>,
}

/// A type that can be read from a node.
pub(super) trait Decode: Sized {
    /// The value, or `None` after a report.
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self>;
}

/// What a record is called: "một kế hoạch", "a plan".
#[derive(Debug, Clone, Copy)]
pub(super) struct What {
    pub vi: &'static str,
    pub en: &'static str,
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
        let found = node.found();
        let span = head(node);
        self.push(
            Diagnostic::at(Code::WrongShape, span).arg("expected", expected).arg("found", found).arg("hint", hint),
        );
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

/// A node's place, or its first line where it is long: a mark under a whole file helps nobody.
fn head(node: &Node) -> Span {
    match &node.kind {
        Kind::Map(fields) => fields.first().map_or(node.span, |(key, _)| key.span),
        Kind::List(nodes) => nodes.first().map_or(node.span, head),
        _ => node.span,
    }
}

/// The fields of a record while they are taken out one by one.
pub(super) struct Fields<'n> {
    what: What,
    span: Span,
    entries: &'n [(Key, Node)],
    asked: Vec<&'static str>,
    whole: bool,
}

impl<'n> Fields<'n> {
    /// The fields of a node, else a report that it has none.
    pub(super) fn of(d: &mut Decoder, node: &'n Node, what: What) -> Option<Fields<'n>> {
        match &node.kind {
            Kind::Map(entries) => Some(Fields { what, span: head(node), entries, asked: Vec::new(), whole: true }),
            _ => {
                let expected = Arg::each(format!("{} gồm các trường", what.vi), format!("{} with its fields", what.en));
                let hint = Arg::each(
                    "Viết mỗi trường một dòng: `tên: giá trị`.",
                    "Write each field on a line of its own: `name: value`.",
                );
                d.wrong_shape(node, expected, hint);
                None
            }
        }
    }

    /// The node of a field, if it is there and not empty.
    pub(super) fn node(&mut self, d: &mut Decoder, name: &'static str) -> Option<&'n Node> {
        self.asked.push(name);
        let (key, node) = self.entries.iter().find(|(key, _)| &*key.text == name)?;
        if matches!(node.kind, Kind::Null) {
            d.push(Diagnostic::at(Code::EmptyValue, key.span).arg("field", name));
            self.whole = false;
            return None;
        }
        Some(node)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|(key, _)| &*key.text == name)
    }

    /// A field that must be there.
    pub(super) fn required<T: Decode>(&mut self, d: &mut Decoder, name: &'static str) -> Option<T> {
        let value = self.optional(d, name);
        if !self.has(name) {
            let what = Arg::each(self.what.vi, self.what.en);
            d.push(Diagnostic::at(Code::MissingField, self.span).arg("what", what).arg("field", name));
        }
        self.whole &= value.is_some();
        value
    }

    /// A field that may be there.
    pub(super) fn optional<T: Decode>(&mut self, d: &mut Decoder, name: &'static str) -> Option<T> {
        let node = self.node(d, name)?;
        let value = T::decode(d, node);
        self.whole &= value.is_some();
        value
    }

    /// A field that holds a list, or is not there.
    pub(super) fn list<T: Decode>(&mut self, d: &mut Decoder, name: &'static str) -> Vec<T> {
        match self.node(d, name) {
            Some(node) => Vec::decode(d, node).unwrap_or_default(),
            None => Vec::new(),
        }
    }

    /// Reports the fields that nobody asked for, and whether the record is whole.
    pub(super) fn finish(self, d: &mut Decoder) -> bool {
        for (key, node) in self.entries.iter().filter(|(key, _)| !self.asked.contains(&&*key.text)) {
            if matches!(node.kind, Kind::Null) && in_braces(d, key) {
                d.push(Diagnostic::at(Code::CutByComma, key.span).arg("rest", &key.text));
                continue;
            }
            let what = Arg::each(capital(self.what.vi), capital(self.what.en));
            let hint = did_you_mean(&key.text, self.asked.iter().copied());
            let diagnostic = Diagnostic::at(Code::UnknownField, key.span).arg("field", &key.text);
            d.push(diagnostic.arg("what", what).arg("hint", hint));
        }
        if !self.whole
            && let Some((_, Node { kind: Kind::Scalar(id), .. })) = self.entries.iter().find(|(k, _)| &*k.text == "id")
        {
            d.broken.insert(id.text.to_string());
        }
        self.whole
    }
}

/// Whether a key without a value stands in braces: then it is the rest of a text that a comma cut.
pub(super) fn in_braces(d: &Decoder, key: &Key) -> bool {
    let text = d.sources.text(key.span.file);
    let rest = &text[(key.span.start + key.span.len) as usize..];
    rest.trim_start().starts_with([',', '}'])
}

fn capital(words: &'static str) -> String {
    let mut chars = words.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let Kind::List(nodes) = &node.kind else {
            let hint = Arg::each(
                "Bắt đầu mỗi mục bằng `- ` ở đầu dòng, hoặc viết `[a, b]`.",
                "Begin each entry with `- ` on a line of its own, or write `[a, b]`.",
            );
            d.wrong_shape(node, Arg::each("một danh sách", "a list"), hint);
            return None;
        };
        Some(nodes.iter().filter_map(|node| T::decode(d, node)).collect())
    }
}

impl Decode for At<Arc<str>> {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let hint = Arg::each("Viết một giá trị trên dòng này.", "Write one value on this line.");
        let scalar = d.scalar(node, Arg::each("một giá trị", "a value"), hint)?;
        Some(At { value: scalar.text.trim().into(), span: node.span })
    }
}

/// A record: a type whose fields are the fields of a YAML mapping, each `required`, `optional` or a `list`.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $name:ident ($vi:literal, $en:literal) {
            $( $(#[$field_meta:meta])* $mode:ident $field:ident: $type:ty, )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug)]
        pub struct $name {
            /// Where it stands.
            pub span: $crate::diag::Span,
            $( $(#[$field_meta])* #[doc = concat!("The field `", stringify!($field), "`.")] pub $field: record!(@type $mode $type), )*
        }

        impl $crate::load::decode::Decode for $name {
            fn decode(
                d: &mut $crate::load::decode::Decoder,
                node: &$crate::yaml::Node,
            ) -> Option<Self> {
                let what = $crate::load::decode::What { vi: $vi, en: $en };
                let mut fields = $crate::load::decode::Fields::of(d, node, what)?;
                $( let $field = record!(@take fields d $mode $field); )*
                fields.finish(d);
                Some($name { span: node.span, $( $field: record!(@give $mode $field), )* })
            }
        }
    };
    (@type required $type:ty) => { $type };
    (@type optional $type:ty) => { Option<$type> };
    (@type list $type:ty) => { Vec<$type> };
    (@take $fields:ident $d:ident $mode:ident $field:ident) => {
        $fields.$mode($d, stringify!($field).trim_start_matches("r#"))
    };
    (@give required $field:ident) => { $field? };
    (@give optional $field:ident) => { $field };
    (@give list $field:ident) => { $field };
}
pub(super) use record;

/// A closed set of words, decoded to a type of the model.
macro_rules! choices {
    ($type:ty, $field:literal { $( $word:literal => $value:expr ),* $(,)? }) => {
        impl $crate::load::decode::Decode for $type {
            fn decode(d: &mut $crate::load::decode::Decoder, node: &$crate::yaml::Node) -> Option<Self> {
                use $crate::load::decode::At;
                let at = <At<std::sync::Arc<str>> as $crate::load::decode::Decode>::decode(d, node)?;
                match &*at.value {
                    $( $word => Some($value), )*
                    other => {
                        d.unknown_choice($field, other, at.span, &[$( $word ),*]);
                        None
                    }
                }
            }
        }
    };
}
pub(super) use choices;
