//! Words in braces that YAML takes for the name of a field without a value: mostly the rest of a text that a comma cut.

use super::decode::Decoder;
use crate::diag::{Arg, Code, Diagnostic};
use crate::yaml::{Key, Kind, Node};

/// Whether an entry is such words.
pub(super) fn is_loose(d: &Decoder, (key, node): &(Key, Node)) -> bool {
    let text = d.sources.text(key.span.file);
    let rest = &text[(key.span.start + key.span.len) as usize..];
    matches!(node.kind, Kind::Null) && rest.trim_start().starts_with([',', '}'])
}

/// Reports the loose words of a mapping that stand at this place of it.
pub(super) fn report(d: &mut Decoder, entries: &[(Key, Node)], at: usize) {
    let key = &entries[at].0;
    let no_space = key.text.split_once(':').is_some_and(|(name, _)| name.bytes().all(|b| b.is_ascii_alphanumeric()));
    match at.checked_sub(1).map(|before| &entries[before].1) {
        _ if no_space => no_field(d, key, "Thêm một dấu cách sau dấu hai chấm.", "Put a space after the colon."),
        None => no_field(
            d,
            key,
            "Viết tên của trường, dấu hai chấm và một dấu cách trước giá trị.",
            "Write the name of the field, a colon and a space before the value.",
        ),
        Some(Node { kind: Kind::Scalar(whole), span }) if is_digits(&whole.text) && is_digits(&key.text) => {
            let end = (key.span.start + key.span.len) as usize;
            let number = format!("{},{}", whole.text, key.text);
            d.bad_number(&number, span.file.span(span.start as usize, end));
        }
        Some(_) => d.push(Diagnostic::at(Code::CutByComma, key.span).arg("rest", &key.text)),
    }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

fn no_field(d: &mut Decoder, key: &Key, vi: &'static str, en: &'static str) {
    let diagnostic = Diagnostic::at(Code::WrongShape, key.span)
        .arg("expected", Arg::each("`tên: giá trị`", "`name: value`"))
        .arg("found", Arg::each(format!("“{}”", key.text), format!("`{}`", key.text)));
    d.push(diagnostic.arg("hint", Arg::each(vi, en)));
}
