//! Records: types whose fields are the fields of a YAML mapping.

use super::braces;
use super::decode::{Decode, Decoder, head};
use crate::diag::{Arg, Code, Diagnostic, Span, did_you_mean};
use crate::model::Id;
use crate::yaml::{Key, Kind, Node};

/// What a record is called: "một kế hoạch", "a plan".
#[derive(Debug, Clone, Copy)]
pub(super) struct What {
    pub vi: &'static str,
    pub en: &'static str,
    /// How it is written, if that is short.
    pub example: Option<&'static str>,
}

impl What {
    pub(super) const fn new(vi: &'static str, en: &'static str) -> What {
        What { vi, en, example: None }
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
                let hint = match what.example {
                    Some(example) => {
                        Arg::each(format!("Viết theo mẫu `{example}`."), format!("Write it like `{example}`."))
                    }
                    None => Arg::each(
                        "Viết mỗi trường một dòng: `tên: giá trị`.",
                        "Write each field on a line of its own: `name: value`.",
                    ),
                };
                d.wrong_shape(node, expected, hint);
                d.lose(node);
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
        let dropped = d.dropped;
        let value = T::decode(d, node);
        self.whole &= value.is_some() && d.dropped == dropped;
        value
    }

    /// A field that holds a list, or is not there.
    pub(super) fn list<T: Decode>(&mut self, d: &mut Decoder, name: &'static str) -> Vec<T> {
        self.optional(d, name).unwrap_or_default()
    }

    /// Reports the fields that nobody asked for, and whether the record is whole.
    pub(super) fn finish(mut self, d: &mut Decoder) -> bool {
        for (at, entry) in self.entries.iter().enumerate().filter(|(_, (key, _))| !self.asked.contains(&&*key.text)) {
            self.whole = false;
            if braces::is_loose(d, entry) {
                braces::report(d, self.entries, at);
                continue;
            }
            let key = &entry.0;
            let hint = self.hint_for(&key.text);
            let what = Arg::each(self.what.vi, self.what.en);
            let diagnostic = Diagnostic::at(Code::UnknownField, key.span).arg("field", &key.text);
            d.push(diagnostic.arg("what", what).arg("hint", hint));
        }
        if !self.whole && self.asked.contains(&"id") {
            match self.entries.iter().find(|(key, _)| &*key.text == "id") {
                Some((_, Node { kind: Kind::Scalar(id), .. })) if Id::new(&id.text).is_some() => {
                    d.broken.ids.insert(id.text.to_string());
                }
                _ => _ = d.broken.files.insert(d.sources.path(self.span.file).to_owned()),
            }
        }
        self.whole
    }

    /// What the name of an unknown field may have meant. Names are ASCII: another is likely the start of a sentence.
    fn hint_for(&self, name: &str) -> Arg {
        let seen: String = name.chars().filter(char::is_ascii).collect();
        match name.is_ascii() {
            true => did_you_mean(name, self.asked.iter().copied()),
            false if self.asked.contains(&&*seen) => Arg::each(
                format!("Có một ký tự không nhìn thấy được; xóa đi rồi gõ lại `{seen}`."),
                format!("There is a character that cannot be seen; remove it and type `{seen}` anew."),
            ),
            false => Arg::each(
                "Nếu đây là một câu có dấu hai chấm thì đặt cả câu trong dấu ngoặc kép.",
                "If this is a sentence with a colon in it, put the whole of it in double quotes.",
            ),
        }
    }
}

/// A record: a type whose fields are the fields of a YAML mapping, each `required`, `optional` or a `list`, with what it
/// is for in Vietnamese and in English. Behind `as` stands the shape of a field that its type does not tell, and before
/// the braces what must hold of the fields together: `any [text, table]`, `one [before, by, on]`.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $name:ident ($vi:literal, $en:literal $(, $example:literal)?) $($rule:ident [$($of:ident),+])? {
            $( $mode:ident $field:ident: $type:ty $(as $shape:ident)? = $about_vi:literal $about_en:literal, )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug)]
        pub struct $name {
            /// Where it stands.
            pub span: $crate::diag::Span,
            /// Whether all of it could be read: what is absent from one that is not whole may be there.
            pub whole: bool,
            $( #[doc = $about_en] pub $field: record!(@type $mode $type), )*
        }

        impl $crate::load::describe::Describe for $name {
            fn shape() -> $crate::load::describe::Shape {
                use $crate::load::describe::{Field, Record, Shape, Words};
                Shape::Record(|| Record {
                    name: stringify!($name),
                    called: Words { vi: $vi, en: $en },
                    fields: vec![ $( Field {
                        name: stringify!($field).trim_start_matches("r#"),
                        required: record!(@required $mode),
                        shape: record!(@shape $mode $type $(as $shape)?),
                        about: Words { vi: $about_vi, en: $about_en },
                    } ),* ],
                    rule: record!(@rule $($rule [$($of),+])?),
                })
            }
        }

        impl $crate::load::decode::Decode for $name {
            fn decode(
                d: &mut $crate::load::decode::Decoder,
                node: &$crate::yaml::Node,
            ) -> Option<Self> {
                #[allow(unused_mut)]
                let mut what = $crate::load::record::What::new($vi, $en);
                $( what.example = Some($example); )?
                let mut fields = $crate::load::record::Fields::of(d, node, what)?;
                $( let $field = record!(@take fields d $mode $field); )*
                let whole = fields.finish(d);
                Some($name { span: node.span, whole, $( $field: record!(@give $mode $field), )* })
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
    (@required required) => { true };
    (@required $mode:ident) => { false };
    (@shape $mode:ident $type:ty as $shape:ident) => { $crate::load::forms::$shape };
    (@shape list $type:ty) => { <Vec<$type> as $crate::load::describe::Describe>::shape() };
    (@shape $mode:ident $type:ty) => { <$type as $crate::load::describe::Describe>::shape() };
    (@rule) => { None };
    (@rule any [$($of:ident),+]) => { Some($crate::load::describe::Rule::Any(&[$(stringify!($of)),+])) };
    (@rule one [$($of:ident),+]) => { Some($crate::load::describe::Rule::One(&[$(stringify!($of)),+])) };
}
pub(super) use record;

/// A closed set of words, decoded to a type of the model.
macro_rules! choices {
    ($type:ty, $field:literal { $( $word:literal => $value:expr ),* $(,)? }) => {
        impl $crate::load::describe::Describe for $type {
            fn shape() -> $crate::load::describe::Shape {
                $crate::load::describe::Shape::Words(|| vec![$( $word ),*])
            }
        }

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
