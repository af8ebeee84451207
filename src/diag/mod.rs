//! Diagnostics: what is wrong with the input, as data. Vocabulary: every stage may report.
//!
//! A [`Diagnostic`] names a [`Code`] of the one list in `codes.rs`, a place in a source file and the words to fill in.
//! How it looks is the business of one file for each output: `human.rs`, `json.rs`.

mod cell;
mod codes;
mod explain;
mod human;
mod json;
mod reason;
mod source;
mod suggest;

pub use cell::TableCell;
pub use codes::{Code, Severity};
pub use explain::{code_page, codes_as_markdown, codes_list};
pub use human::to_human;
pub use json::to_json;
pub use reason::io_reason;
pub(crate) use source::Files;
pub use source::{FileId, Position, Sources, Span};
pub use suggest::did_you_mean;

use crate::lang::Lang;
use std::borrow::Cow;

/// Words that a message is filled with: the same in every language, or one for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A name, a number, something quoted.
    Same(String),
    /// In Vietnamese and in English.
    Each(Cow<'static, str>, Cow<'static, str>),
}

impl Arg {
    /// The words in Vietnamese and in English.
    pub fn each(vi: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Arg {
        Arg::Each(vi.into(), en.into())
    }

    pub(crate) fn in_lang(&self, lang: Lang) -> &str {
        match self {
            Arg::Same(text) => text,
            Arg::Each(vi, _) if lang == Lang::VI => vi,
            Arg::Each(_, en) => en,
        }
    }
}

impl<T: std::fmt::Display + ?Sized> From<&T> for Arg {
    fn from(text: &T) -> Arg {
        Arg::Same(text.to_string())
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which of the list.
    pub code: Code,
    /// Where, if it is in a file; a file as a whole has an empty span at its start.
    pub span: Option<Span>,
    /// Words for the message and the help, by name.
    pub args: Vec<(&'static str, Arg)>,
    /// Another place that has to do with it, such as the first of two equal ids.
    pub related: Option<Span>,
}

impl Diagnostic {
    /// A diagnostic at a place.
    pub fn at(code: Code, span: Span) -> Diagnostic {
        Diagnostic { code, span: Some(span), args: Vec::new(), related: None }
    }

    /// A diagnostic that belongs to no place.
    pub fn nowhere(code: Code) -> Diagnostic {
        Diagnostic { code, span: None, args: Vec::new(), related: None }
    }

    /// With words to fill in.
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Diagnostic {
        self.args.push((name, value.into()));
        self
    }

    /// With another place that has to do with it.
    pub fn related(mut self, span: Span) -> Diagnostic {
        self.related = Some(span);
        self
    }

    /// What is wrong, in Vietnamese or else in English. A `cell` that the message does not name comes before it.
    pub fn message(&self, lang: Lang) -> String {
        let entry = self.code.entry();
        let template = if lang == Lang::VI { entry.message_vi } else { entry.message_en };
        match self.args.iter().find(|(name, _)| *name == "cell") {
            Some((_, cell)) if !template.contains("{cell}") => {
                format!("{}: {}", cell.in_lang(lang), self.fill(template, lang))
            }
            _ => self.fill(template, lang),
        }
    }

    /// What to do, in Vietnamese or else in English.
    pub fn help(&self, lang: Lang) -> String {
        let entry = self.code.entry();
        self.fill(if lang == Lang::VI { entry.help_vi } else { entry.help_en }, lang)
    }

    fn fill(&self, template: &str, lang: Lang) -> String {
        let mut out = String::new();
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            if let Some((_, arg)) = self.args.iter().find(|(n, _)| *n == name) {
                out.push_str(arg.in_lang(lang));
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

/// All that a run found, in the order in which it was found.
#[derive(Debug, Default)]
pub struct Report {
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Takes one more in.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// How many are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|d| d.code.entry().severity == severity).count()
    }

    /// Whether nothing may be published.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Names the cells of tables that are wrong: an office knows its sheet, not the lines of a file.
    pub fn name_cells(&mut self, sources: &Sources) {
        for diagnostic in &mut self.diagnostics {
            let cell = diagnostic.span.and_then(|span| sources.cell(span));
            if let Some(cell) = cell.filter(|_| !diagnostic.args.iter().any(|(name, _)| *name == "cell")) {
                diagnostic.args.push(("cell", cell.called()));
            }
        }
    }

    /// In the order of files, as they were read, and of lines, each once.
    pub fn sort(&mut self, sources: &Sources) {
        self.diagnostics.sort_by_key(|d| (d.span.map(|s| (sources.rank(s.file), s.start)), d.code));
        self.diagnostics.dedup();
    }
}
