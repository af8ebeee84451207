//! Writing YAML as an editor of a portal does: a text that fits its line quoted, a longer one in a folded block.

use std::fmt::{Display, Write};

/// A text in both languages.
#[derive(Clone)]
pub struct Both {
    pub vi: String,
    pub en: String,
}

impl Both {
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Both {
        Both { vi: vi.into(), en: en.into() }
    }

    /// One after the other, with a space between.
    pub fn and(self, other: Both) -> Both {
        Both::new(format!("{} {}", self.vi, other.vi), format!("{} {}", self.en, other.en))
    }
}

const WIDTH: usize = 110;

/// A file that is written line by line.
#[derive(Default)]
pub struct Yaml(String);

impl Yaml {
    /// A line, so many steps of two spaces in.
    pub fn line(&mut self, depth: usize, line: impl Display) {
        let space = depth * 2;
        writeln!(self.0, "{:space$}{line}", "").expect("a String takes everything");
    }

    /// A text under this key.
    pub fn text(&mut self, depth: usize, key: &str, text: &Both) {
        self.line(depth, format_args!("{key}:"));
        for (lang, words) in [("vi", &text.vi), ("en", &text.en)] {
            if depth * 2 + words.chars().count() < WIDTH {
                self.line(depth + 1, format_args!("{lang}: \"{words}\""));
            } else {
                self.line(depth + 1, format_args!("{lang}: >-"));
                self.folded(depth + 2, words);
            }
        }
    }

    fn folded(&mut self, depth: usize, words: &str) {
        let mut line = String::new();
        for word in words.split(' ') {
            if !line.is_empty() && depth * 2 + line.chars().count() + word.chars().count() > WIDTH {
                self.line(depth, &line);
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        self.line(depth, &line);
    }

    pub fn into_text(self) -> String {
        self.0
    }
}
