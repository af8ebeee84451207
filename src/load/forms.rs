//! What single values look like, for editors: the pattern that each fits.

use super::decode::At;
use super::describe::{Describe, Form, Shape, Words};
use super::leaf::{self, Between, Cell, Phrase, RawText};
use crate::lang::{Decimal, PartialDate, Period};
use crate::model::Id;
use jiff::civil::Date;
use std::sync::Arc;

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

impl<const LOW: i16, const HIGH: i16> Describe for Between<LOW, HIGH> {
    fn shape() -> Shape {
        Shape::Whole(LOW, HIGH)
    }
}
