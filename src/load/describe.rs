//! What the decoders take, as data: the same records that are decoded say which fields they have, of what shape and what
//! for. The schemas for editors are made of it, and the tests hold docs/content.md against it.

use super::decode::At;
use super::leaf::{self, Between, Cell, Phrase, RawText};
use super::plan::RawPlan;
use super::raw::{RawDocuments, RawIndicators, RawPageHead, RawPlace, RawSite};
use crate::lang::{Decimal, PartialDate, Period};
use crate::model::Id;
use jiff::civil::Date;
use std::sync::Arc;

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

/// What each kind of content file holds, by the name of its schema.
pub fn files() -> [(&'static str, Record); 6] {
    fn record<T: Describe>(name: &'static str) -> (&'static str, Record) {
        match T::shape() {
            Shape::Record(record) => (name, record()),
            _ => unreachable!("`record!` describes a type by nothing else"),
        }
    }
    [
        record::<RawSite>("site"),
        record::<RawPlace>("place"),
        record::<RawDocuments>("documents"),
        record::<RawIndicators>("indicators"),
        record::<RawPlan>("plan"),
        record::<RawPageHead>("page"),
    ]
}

/// A type that says what it can be read from.
pub(super) trait Describe {
    /// What can stand for it.
    fn shape() -> Shape;
}

const fn form(pattern: &'static str, numbers: Option<(i64, i64)>, (vi, en): (&'static str, &'static str)) -> Shape {
    Shape::Form(Form { pattern, numbers, hint: Words { vi, en } })
}

/// `format: 1`.
pub(super) const FORMAT: Shape = Shape::Whole(1, 1);
/// Anything on one line: the name of a file, a number that was.
pub(super) const LINE: Shape = Shape::Line;
/// The code of a language.
pub(super) const LANGUAGE: Shape =
    form("^[a-z]{2,3}$", None, ("Viết mã như vi, en, tyz.", "Write a code such as vi, en, tyz."));
/// An address in the web.
pub(super) const URL: Shape = form(
    "^https?://[^ ]+$",
    None,
    ("Viết địa chỉ bắt đầu bằng https://.", "Write an address that begins with https://."),
);
/// Where a site will stand.
pub(super) const BASE_URL: Shape = form(
    "^https?://[^ ?#]+/$",
    None,
    (
        "Viết địa chỉ bắt đầu bằng https:// và kết thúc bằng /.",
        "Write an address that begins with https:// and ends in /.",
    ),
);
/// An offset from UTC.
pub(super) const TIME_ZONE: Shape = form(
    "^[+-][0-9]{2}(:[0-9]{2})?$",
    None,
    ("Viết độ lệch so với UTC trong ngoặc kép: \"+07\".", "Write the offset from UTC in quotes: \"+07\"."),
);
/// A phone number.
pub(super) const PHONE: Shape = form(
    "^[+(]?[0-9][0-9 .()-]*$",
    WHOLE,
    ("Viết số trong ngoặc kép: \"111\", \"0203 383 5111\".", "Write the number in quotes: \"111\", \"0203 383 5111\"."),
);
/// The id of a unit.
pub(super) const UNIT: Shape = form(
    "^[a-z0-9][a-z0-9_-]*$",
    WHOLE,
    ("Viết percent hoặc một mã trong units của site.yaml.", "Write percent, or an id of units in site.yaml."),
);

const ID: Shape = form(
    "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$",
    WHOLE,
    (
        "Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.",
        "An id is made of small letters without accents, digits and hyphens.",
    ),
);
const REFERENCE: Shape = form(
    "^([a-z]+:)?([a-z0-9-]+/)?[a-z0-9-]+$",
    WHOLE,
    ("Viết một mã: so-y-te, viet-nam/bo-y-te.", "Write an id: so-y-te, viet-nam/bo-y-te."),
);
const ANY_DATE: Shape = form("^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$", YEARS, leaf::ANY_DATE);
const DAY: Shape = form("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", None, leaf::DAY);
const ANY_PERIOD: Shape =
    form("^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$", YEARS, leaf::ANY_PERIOD);

const WHOLE: Option<(i64, i64)> = Some((0, 999_999_999_999));
const YEARS: Option<(i64, i64)> = Some((1, 9999));

macro_rules! shapes {
    ($( $type:ty => $shape:expr, )*) => { $(
        impl Describe for $type {
            fn shape() -> Shape {
                $shape
            }
        }
    )* };
}

shapes! {
    Arc<str> => Shape::Line,
    String => Shape::Line,
    Phrase => Shape::Line,
    // A reference is such a value: a field that holds any other says so behind `as`.
    At<Arc<str>> => REFERENCE,
    At<Id> => ID,
    bool => Shape::Flag,
    i16 => Shape::Whole(-999, 9999),
    At<Decimal> => Shape::Figure,
    At<PartialDate> => ANY_DATE,
    At<Date> => DAY,
    At<Period> => ANY_PERIOD,
    RawText => Shape::Text,
    Cell => Shape::Cell,
}

impl RawText {
    /// A text under the codes of its languages: where a plain string would be a reference.
    pub(super) fn by_language() -> Shape {
        Shape::ByLanguage(|| Shape::Line)
    }
}

impl<T: Describe> Describe for Vec<T> {
    fn shape() -> Shape {
        Shape::List(T::shape, 0, None)
    }
}

impl<const LOW: i16, const HIGH: i16> Describe for Between<LOW, HIGH> {
    fn shape() -> Shape {
        Shape::Whole(LOW, HIGH)
    }
}
