//! Diagnostics for people: the line itself with a mark under the place, and what to do.

use super::{Diagnostic, Severity, Sources};
use crate::lang::Lang;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// A diagnostic as lines of text for a terminal, with colours where `colour` asks for them.
pub fn to_human(diagnostic: &Diagnostic, sources: &Sources, lang: Lang, colour: bool) -> String {
    let vi = lang == Lang::VI;
    let entry = diagnostic.code.entry();
    let level = match entry.severity {
        Severity::Error => Level::ERROR.with_name(if vi { "lỗi" } else { "error" }),
        Severity::Warning => Level::WARNING.with_name(if vi { "cảnh báo" } else { "warning" }),
        Severity::Note => Level::NOTE.with_name(if vi { "lưu ý" } else { "note" }),
    };
    let message = diagnostic.message(lang);
    let help = diagnostic.help(lang);
    let title = level.primary_title(message.as_str()).id(entry.name);
    let mut group = Group::with_title(title);
    if let Some(span) = diagnostic.span {
        let range = char_range(sources, span);
        let snippet = Snippet::source(&**sources.text(span.file)).path(sources.path(span.file));
        group = group.element(snippet.annotation(AnnotationKind::Primary.span(range)));
    }
    if let Some(span) = diagnostic.related {
        let range = char_range(sources, span);
        let label = if vi { "chỗ kia ở đây" } else { "the other place is here" };
        let snippet = Snippet::source(&**sources.text(span.file)).path(sources.path(span.file));
        group = group.element(snippet.annotation(AnnotationKind::Context.span(range).label(label)));
    }
    let group = group.element(Level::HELP.with_name(if vi { "cách sửa" } else { "help" }).message(help.as_str()));
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

/// The bytes of a span, cut to its first line and to whole characters: a paragraph would fill the screen.
fn char_range(sources: &Sources, span: super::Span) -> std::ops::Range<usize> {
    let text = sources.text(span.file);
    let mut start = (span.start as usize).min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = (start + span.len as usize).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let line = text[start..end].find('\n').map_or(end, |at| start + at);
    start..line
}
