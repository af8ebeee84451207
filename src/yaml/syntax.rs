//! What the YAML crate could not read: where the mistake is likely to be, and which words fit it.

use super::reasons;
use crate::diag::{Arg, Code, Diagnostic, FileId};
use serde_saphyr::Error;
use std::ops::Range;

/// The diagnostic for a text that has no tree.
pub(super) fn explain(text: &str, file: FileId, from: usize, error: &Error) -> Diagnostic {
    let at = error.location().map_or(0, |at| byte_of(text, at.line(), at.column()));
    let mark = |place: Range<usize>| file.span(from + place.start, from + place.end);
    if let Some(tabs) = tab_indent(text, at) {
        return Diagnostic::at(Code::YamlTab, mark(tabs));
    }
    let message = error.to_string();
    let says = |words: &[&str]| words.iter().any(|word| message.contains(word));
    match error {
        Error::MultipleDocuments { .. } => {
            let line = text[..at].rfind("\n---").map(|line| line + 1..line + 4);
            return Diagnostic::at(Code::YamlDocuments, mark(line.unwrap_or(character(text, at))));
        }
        _ if says(&["depth", "nest", "recursion"]) => {
            return Diagnostic::at(Code::YamlDepth, mark(character(text, at)));
        }
        Error::Budget { .. } | Error::AliasError { .. } | Error::UnknownAnchor { .. } => {}
        _ if says(&["anchor", "alias", "tag"]) => {}
        _ => {
            let (place, (reason, hint)) = mistake(text, at, &message);
            return Diagnostic::at(Code::YamlSyntax, mark(place)).arg("reason", reason).arg("hint", hint);
        }
    }
    let place = reference_mark(text, at).map_or(character(text, at), |mark| mark..mark + 1);
    Diagnostic::at(Code::YamlAlias, mark(place))
}

/// Where the mistake is likely to be, and the words for it. The reader often stumbles behind the mistake.
fn mistake(text: &str, at: usize, message: &str) -> (Range<usize>, (Arg, Arg)) {
    let says = |words: &[&str]| words.iter().any(|word| message.contains(word));
    let here = character(text, at);
    if text[at..].starts_with(|c: char| c != '\n' && c.is_control() || "\u{feff}\u{200b}\u{2060}".contains(c)) {
        return (here, reasons::INVISIBLE.words());
    }
    if says(&["mapping values", "simple key expected"])
        && let Some(colon) = colon_without_space(text, at)
    {
        return (colon..colon + 1, reasons::NO_SPACE.words());
    }
    if says(&["mapping values"]) && names_field(text, at) {
        return match line_above(text, at) {
            Some(above) if !text[above.clone()].contains(':') => (above, reasons::NO_COLON.words()),
            _ => (here, reasons::INDENTATION.words()),
        };
    }
    if says(&["trailing content after"])
        && let Some(quote) = quote_of_another_line(text, at)
    {
        return (quote..quote + 1, reasons::OPEN_QUOTE.words());
    }
    if says(&["bracket", "brace", "flow"])
        && let Some(bracket) = open_bracket(text, at)
    {
        if let Some(colon) = second_colon(text, bracket) {
            return (colon..colon + 1, reasons::COLON.words());
        }
        return (bracket..bracket + 1, reasons::BRACKETS.words());
    }
    (here, reasons::of(message, value_at(text, at)))
}

/// The value of this line, if a place is in it; else nothing.
fn value_at(text: &str, at: usize) -> &str {
    let line = line_at(text, at);
    let start = text[..at].rfind('\n').map_or(0, |i| i + 1);
    let value = line.split_once(": ").map_or(line, |(_, value)| value).trim_start();
    if at - start >= line.len() - value.len() { value } else { "" }
}

/// The character at a place; nothing at the end of a line.
fn character(text: &str, at: usize) -> Range<usize> {
    at..at + text[at..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8)
}

/// Whether a colon is the first of its line and follows the name of a field.
fn names_field(text: &str, colon: usize) -> bool {
    let start = text[..colon].rfind('\n').map_or(0, |i| i + 1);
    is_name(text[start..colon].trim_start().trim_start_matches("- "))
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

/// The words of the line before that of a place.
fn line_above(text: &str, at: usize) -> Option<Range<usize>> {
    let end = text[..at].rfind('\n')?;
    let start = text[..end].rfind('\n').map_or(0, |i| i + 1);
    let indent = text[start..end].len() - text[start..end].trim_start().len();
    Some(start + indent..end)
}

/// The quotation mark on a line above that opens the quotes which end before a place: they should have ended there.
fn quote_of_another_line(text: &str, at: usize) -> Option<usize> {
    let close = text[..at].rfind(['"', '\''])?;
    let open = text[..close].rfind(&text[close..close + 1])?;
    text[open..close].contains('\n').then_some(open)
}

/// The `&`, `*` or `!` on this line that the reader stumbled over: it names the place of what follows.
fn reference_mark(text: &str, at: usize) -> Option<usize> {
    let start = text[..at].rfind('\n').map_or(0, |i| i + 1);
    let begins = |i: usize| i == start || text[..i].ends_with([' ', '[', '{', ',']);
    let marks = text[start..].match_indices(['&', '*', '!']).map(|(i, _)| start + i);
    marks.take_while(|i| *i <= at).filter(|i| begins(*i)).last()
}

/// The colon that makes a second field of a text inside brackets: `{vi: Mục tiêu: chung}`.
fn second_colon(text: &str, bracket: usize) -> Option<usize> {
    let inside = text[bracket + 1..].split('\n').next().unwrap_or("");
    let (mut colons, mut quote) = (0, None);
    for (i, c) in inside.char_indices() {
        match (quote, c) {
            (None, ':') if inside[i + 1..].starts_with(' ') => {
                colons += 1;
                if colons == 2 {
                    return Some(bracket + 1 + i);
                }
            }
            (None, ',' | '[' | ']' | '{' | '}') => colons = 0,
            (None, '"' | '\'') => quote = Some(c),
            (Some(q), _) if q == c => quote = None,
            _ => {}
        }
    }
    None
}

/// The last bracket above a place that its own line does not close.
fn open_bracket(text: &str, at: usize) -> Option<usize> {
    let mut end = at;
    for _ in 0..50 {
        let start = text[..end].rfind('\n').map_or(0, |i| i + 1);
        let (mut open, mut quote) = (Vec::new(), None);
        for (i, c) in text[start..end].char_indices() {
            match (quote, c) {
                (None, '[' | '{') => open.push(start + i),
                (None, ']' | '}') => _ = open.pop(),
                (None, '"' | '\'') => quote = Some(c),
                (Some(q), _) if q == c => quote = None,
                _ => {}
            }
        }
        if let Some(bracket) = open.pop() {
            return Some(bracket);
        }
        end = start.checked_sub(1)?;
    }
    None
}

/// The byte of a line and a column, both from 1, columns in characters.
fn byte_of(text: &str, line: u64, column: u64) -> usize {
    let skip = |n: u64| usize::try_from(n.saturating_sub(1)).unwrap_or(usize::MAX);
    let start: usize = text.split_inclusive('\n').take(skip(line)).map(str::len).sum();
    let inside = text[start..].split('\n').next().unwrap_or("");
    start + inside.char_indices().nth(skip(column)).map_or(inside.len(), |(at, _)| at)
}

fn line_at(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |i| i + 1);
    let end = text[at..].find('\n').map_or(text.len(), |i| at + i);
    &text[start..end]
}

/// The first tab among the leading blanks of this line, of the one before or the one after.
fn tab_indent(text: &str, at: usize) -> Option<Range<usize>> {
    let this = text[..at].rfind('\n').map_or(0, |i| i + 1);
    let before = text[..this.saturating_sub(1)].rfind('\n').map_or(0, |i| i + 1);
    let after = text[at..].find('\n').map_or(text.len(), |i| at + i + 1);
    [this, before, after].into_iter().find_map(|start| {
        let indent = text[start..].find(|c| c != ' ' && c != '\t').unwrap_or(0);
        let tab = text[start..start + indent].find('\t')?;
        let tabs = text[start + tab..].find(|c| c != '\t').unwrap_or(1);
        Some(start + tab..start + tab + tabs)
    })
}

/// The colon of a field on this line, or on the one before, that lacks its space: `tên:giá trị`.
fn colon_without_space(text: &str, at: usize) -> Option<usize> {
    let this = text[..at].rfind('\n').map_or(0, |i| i + 1);
    let before = text[..this.saturating_sub(1)].rfind('\n').map_or(0, |i| i + 1);
    [this, before].into_iter().find_map(|start| {
        let line = line_at(text, start);
        let colon = line.find(':')?;
        let named = is_name(line[..colon].trim_start().trim_start_matches("- "));
        let follows = line[colon + 1..].chars().next()?;
        // Word processors leave blanks that only look like a space.
        (named && ![' ', '\t'].contains(&follows)).then_some(start + colon)
    })
}
