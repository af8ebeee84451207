//! What the decoders take, as data: the same records that are decoded say which fields they have, of what shape and what
//! for. The schemas for editors are made of it, and the tests hold docs/content.md against it.

/// What can stand somewhere. Shapes that hold others name them by a function, since a record may hold itself.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Any value on one line.
    Line,
    /// A value of this form.
    Form(Form),
    /// A whole number between these two.
    Whole(i16, i16),
    /// A figure: a point before its decimals.
    Figure,
    /// `true` or `false`.
    Flag,
    /// One of these words.
    Words(fn() -> Vec<&'static str>),
    /// A text: in the first language, or in several by their codes.
    Text,
    /// A text that may be empty.
    Cell,
    /// A list of these, at least so many and at most so many.
    List(fn() -> Shape, u8, Option<u8>),
    /// Fields.
    Record(fn() -> Record),
    /// These by names that the editor chooses.
    Entries(fn() -> Shape),
    /// These by the codes of languages, at least one.
    ByLanguage(fn() -> Shape),
    /// These words as names, each with such a value.
    ByWord(fn() -> Vec<&'static str>, fn() -> Shape),
    /// One or the other.
    Either(&'static [fn() -> Shape]),
}

/// How a value is written.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// A regular expression that it fits.
    pub pattern: &'static str,
    /// What numbers YAML may take it for; none if it is never such a number.
    pub numbers: Option<(i64, i64)>,
    /// What to write where something else stands.
    pub hint: Words,
}

/// A group of fields.
#[derive(Debug, Clone)]
pub struct Record {
    /// Its type: unique among all records.
    pub name: &'static str,
    /// What it is called, in Vietnamese and in English: "một kế hoạch", "a plan".
    pub called: Words,
    /// Its fields, in the order in which docs/content.md has them.
    pub fields: Vec<Field>,
    /// What more must hold.
    pub rule: Option<Rule>,
}

/// A field of a record.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What can stand in it.
    pub shape: Shape,
    /// What it is for.
    pub about: Words,
}

/// In Vietnamese and in English.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// In Vietnamese.
    pub vi: &'static str,
    /// In English.
    pub en: &'static str,
}

/// What must hold of the fields of a record together.
#[derive(Debug, Clone, Copy)]
pub enum Rule {
    /// At least one of these is there.
    Any(&'static [&'static str]),
    /// Just one of these is there.
    One(&'static [&'static str]),
}

/// A type that says what it can be read from.
pub(super) trait Describe {
    /// What can stand for it.
    fn shape() -> Shape;
}

impl<T: Describe> Describe for Box<T> {
    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: Describe> Describe for Vec<T> {
    fn shape() -> Shape {
        Shape::List(T::shape, 0, None)
    }
}
