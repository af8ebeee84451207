//! Languages and what they do to text, numbers and dates. Vocabulary: every stage may use it.

mod date;
mod fold;
mod number;
mod slug;
mod text;

pub use date::{PartialDate, Period, Quarter};
pub use fold::folded;
pub use number::{Decimal, format_decimal};
pub use slug::slug;
pub use text::Text;

use serde::{Serialize, Serializer};
use std::fmt;
use tinystr::TinyAsciiStr;

/// A language by its BCP 47 code of two or three letters, such as `vi`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(TinyAsciiStr<3>);

impl Lang {
    /// Vietnamese.
    pub const VI: Lang = Lang(tinystr::tinystr!(3, "vi"));
    /// English.
    pub const EN: Lang = Lang(tinystr::tinystr!(3, "en"));

    /// The language of a code, or `None` unless the code is two or three small ASCII letters.
    pub fn new(code: &str) -> Option<Lang> {
        let fits = (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase());
        fits.then(|| TinyAsciiStr::try_from_str(code).ok().map(Lang)).flatten()
    }

    /// The code.
    pub fn code(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.code())
    }
}
