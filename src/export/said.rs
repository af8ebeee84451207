//! What is said of data files, in both languages.

use crate::lang::Lang;

/// A text of the program in its two languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// Vietnamese.
    pub vi: &'static str,
    /// English.
    pub en: &'static str,
}

impl Said {
    /// In this language, or in English where it is neither; with the language that it is in.
    pub fn best(self, lang: Lang) -> (Lang, &'static str) {
        if lang == Lang::VI { (Lang::VI, self.vi) } else { (Lang::EN, self.en) }
    }
}

pub(super) const fn said(vi: &'static str, en: &'static str) -> Said {
    Said { vi, en }
}
