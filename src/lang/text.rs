use super::Lang;
use std::sync::Arc;

/// A text in one or more languages, in the order of the site's languages; never without any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    first: (Lang, Arc<str>),
    others: Vec<(Lang, Arc<str>)>,
}

impl Text {
    /// A text that so far is in one language.
    pub fn new(lang: Lang, text: impl Into<Arc<str>>) -> Text {
        Text { first: (lang, text.into()), others: Vec::new() }
    }

    /// The text of several languages, or `None` of none.
    pub fn of(entries: impl IntoIterator<Item = (Lang, Arc<str>)>) -> Option<Text> {
        let mut entries = entries.into_iter();
        Some(Text { first: entries.next()?, others: entries.collect() })
    }

    /// The text in this very language.
    pub fn get(&self, lang: Lang) -> Option<&str> {
        self.iter().find(|(l, _)| *l == lang).map(|(_, text)| text)
    }

    /// The text in this language, else in the first that there is, with the language that it is in.
    pub fn best(&self, lang: Lang) -> (Lang, &str) {
        self.iter().find(|(l, _)| *l == lang).unwrap_or((self.first.0, &self.first.1))
    }

    /// Each language with its text.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        std::iter::once(&self.first).chain(&self.others).map(|(l, t)| (*l, &**t))
    }
}
