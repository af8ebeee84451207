//! Diagnostics for programs: one JSON object each.

use super::{Diagnostic, Severity, Sources, Span};
use crate::lang::Lang;
use serde_json::{Value, json};

/// A diagnostic as an object with `code`, `severity`, `place` (`file`, `line`, `column`, both from 1, columns and `length` in characters),
/// `message`, `help` and `related`; places are null where there is none.
pub fn to_json(diagnostic: &Diagnostic, sources: &Sources, lang: Lang) -> Value {
    let entry = diagnostic.code.entry();
    let severity = match entry.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let place = diagnostic.span.map(|span| place(sources, span));
    json!({
        "code": entry.name,
        "severity": severity,
        "place": place,
        "message": diagnostic.message(lang),
        "help": diagnostic.help(lang),
        "related": diagnostic.related.map(|span| self::place(sources, span)),
    })
}

fn place(sources: &Sources, span: Span) -> Value {
    let at = sources.position(span);
    let text = sources.text(span.file);
    let bytes = text.as_bytes();
    let start = (span.start as usize).min(bytes.len());
    let end = (start + span.len as usize).min(bytes.len());
    let length = String::from_utf8_lossy(&bytes[start..end]).chars().count();
    json!({ "file": sources.path(span.file), "line": at.line, "column": at.column, "length": length })
}
