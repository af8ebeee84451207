//! Tera's errors as diagnostics at a place of a template.

use super::engine::BUILT_IN;
use crate::diag::{Code, Diagnostic, FileId, Sources, Span};
use std::collections::BTreeMap;
use tera::{Error, ErrorKind};

/// The templates of a theme, by the name that Tera knows them by.
pub(super) type Templates = BTreeMap<String, FileId>;

/// What went wrong while a page was made from this template.
pub(super) fn while_rendering(error: &Error, template: &str, templates: &Templates) -> Diagnostic {
    match located(error, templates) {
        Some(diagnostic) => diagnostic,
        None => broken(file_of(template, templates).map(FileId::whole), &error.to_string()),
    }
}

/// The theme's own template of a name, else the built-in one.
fn file_of(name: &str, templates: &Templates) -> Option<FileId> {
    templates.get(name).or_else(|| templates.get(&format!("{BUILT_IN}{name}"))).copied()
}

/// What is wrong with the templates, each mistake by itself: Tera gives several as one text.
pub(super) fn while_loading(error: &Error, templates: &Templates, sources: &Sources) -> Vec<Diagnostic> {
    if let Some(diagnostic) = located(error, templates) {
        return vec![diagnostic];
    }
    let named = match error.kind() {
        ErrorKind::MissingParent { current: name, .. }
        | ErrorKind::CircularExtend { tpl: name, .. }
        | ErrorKind::CircularInclude { tpl: name, .. } => Some(name),
        _ => None,
    };
    if let Some(name) = named {
        return vec![broken(file_of(name, templates).map(FileId::whole), &error.to_string())];
    }
    let text = error.to_string();
    text.split("\n\n").map(|report| from_report(report, templates, sources)).collect()
}

fn located(error: &Error, templates: &Templates) -> Option<Diagnostic> {
    let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else { return None };
    let range = &report.span().range;
    let span = templates.get(report.filename()).map(|file| file.span(range.start, range.end));
    Some(broken(span, report.message()))
}

/// A report in Tera's own layout: `error: what`, then `--> file:line:column`.
fn from_report(report: &str, templates: &Templates, sources: &Sources) -> Diagnostic {
    let mut lines = report.lines();
    let first = lines.next().unwrap_or_default();
    let message = first.strip_prefix("error: ").unwrap_or(first);
    let place = lines.next().and_then(|line| line.trim_start().strip_prefix("--> "));
    broken(place.and_then(|place| span_of(place, templates, sources)), message)
}

fn span_of(place: &str, templates: &Templates, sources: &Sources) -> Option<Span> {
    let (rest, column) = place.rsplit_once(':')?;
    let (name, line) = rest.rsplit_once(':')?;
    let (line, column): (usize, usize) = (line.parse().ok()?, column.parse().ok()?);
    let file = *templates.get(name)?;
    let text = sources.text(file);
    let start = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum::<usize>();
    let inside: usize = text.get(start..)?.chars().take(column.checked_sub(1)?).map(char::len_utf8).sum();
    Some(file.span(start + inside, start + inside))
}

fn broken(span: Option<Span>, reason: &str) -> Diagnostic {
    let diagnostic =
        span.map_or_else(|| Diagnostic::nowhere(Code::TemplateError), |s| Diagnostic::at(Code::TemplateError, s));
    diagnostic.arg("reason", reason)
}
