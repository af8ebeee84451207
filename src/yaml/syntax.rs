//! What the YAML crate could not read, in words for people who did not come to learn YAML.

use crate::diag::{Arg, Code, Diagnostic, FileId};
use serde_saphyr::Error;

/// The diagnostic for a text that has no tree.
pub(super) fn explain(text: &str, file: FileId, from: usize, error: &Error) -> Diagnostic {
    let at = error.location().map_or(0, |at| byte_of(text, at.line(), at.column()));
    if let Some((start, tabs)) = tab_indent(text, at) {
        return Diagnostic::at(Code::YamlTab, file.span(from + start, from + start + tabs));
    }
    let message = error.to_string();
    let width = text[at..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
    let here = file.span(from + at, from + at + width);
    let deep = message.contains("depth") || message.contains("nest") || message.contains("recursion");
    let code = match error {
        Error::MultipleDocuments { .. } => Some(Code::YamlDocuments),
        _ if deep => Some(Code::YamlDepth),
        Error::Budget { .. } | Error::AliasError { .. } | Error::UnknownAnchor { .. } => Some(Code::YamlAlias),
        _ if ["anchor", "alias", "tag"].iter().any(|w| message.contains(w)) => Some(Code::YamlAlias),
        _ => None,
    };
    if let Some(code) = code {
        return Diagnostic::at(code, here);
    }
    if let Some(colon) = colon_without_space(text, at).filter(|_| message.contains("mapping values")) {
        let (reason, hint) = NO_SPACE.words();
        return Diagnostic::at(Code::YamlSyntax, file.span(from + colon, from + colon + 1))
            .arg("reason", reason)
            .arg("hint", hint);
    }
    let line = line_at(text, at);
    let words = REASONS.iter().find(|r| r.fits(&message, line)).map(Reason::words);
    let (reason, hint) = words.unwrap_or_else(|| unknown(&message));
    Diagnostic::at(Code::YamlSyntax, here).arg("reason", reason).arg("hint", hint)
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

/// The first tab among the leading blanks of this line, or of the one before.
fn tab_indent(text: &str, at: usize) -> Option<(usize, usize)> {
    let this = text[..at].rfind('\n').map_or(0, |i| i + 1);
    let before = text[..this.saturating_sub(1)].rfind('\n').map_or(0, |i| i + 1);
    [this, before].into_iter().find_map(|start| {
        let indent = text[start..].find(|c| c != ' ' && c != '\t').unwrap_or(0);
        let tab = text[start..start + indent].find('\t')?;
        let tabs = text[start + tab..].find(|c| c != '\t').unwrap_or(1);
        Some((start + tab, tabs))
    })
}

/// The colon of a field on the line before that lacks its space: `tên:giá trị`.
fn colon_without_space(text: &str, at: usize) -> Option<usize> {
    let this = text[..at].rfind('\n')?;
    let start = text[..this].rfind('\n').map_or(0, |i| i + 1);
    let line = &text[start..this];
    let colon = line.find(':')?;
    let name = line[..colon].trim_start().trim_start_matches("- ");
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    let follows = line[colon + 1..].chars().next()?;
    (is_name && !follows.is_whitespace()).then_some(start + colon)
}

/// What a complaint of the reader may mean.
struct Reason {
    /// Words of the complaint, any of which must be there.
    complaint: &'static [&'static str],
    /// Marks with which the line's value may begin instead.
    begins: &'static str,
    vi: (&'static str, &'static str),
    en: (&'static str, &'static str),
}

impl Reason {
    fn fits(&self, message: &str, line: &str) -> bool {
        let value = line.split_once(": ").map_or(line, |(_, value)| value).trim_start();
        self.complaint.iter().any(|w| message.contains(w)) || value.starts_with(|c| self.begins.contains(c))
    }

    fn words(&self) -> (Arg, Arg) {
        (Arg::each(self.vi.0, self.en.0), Arg::each(self.vi.1, self.en.1))
    }
}

const NO_SPACE: Reason = Reason {
    complaint: &[],
    begins: "",
    vi: ("sau dấu hai chấm thiếu dấu cách", "Viết `tên: giá trị`, có một dấu cách sau dấu hai chấm."),
    en: ("there is no space after the colon", "Write `name: value`, with a space after the colon."),
};

/// In this order: the first that fits is taken.
const REASONS: &[Reason] = &[
    Reason {
        complaint: &["unclosed quote", "while scanning a quoted"],
        begins: "",
        vi: (
            "một dấu ngoặc kép mở ra mà không đóng lại",
            "Đóng dấu ngoặc; câu có dấu ngoặc kép ở trong thì viết trong khối `>-`.",
        ),
        en: (
            "a quotation mark opens and does not close",
            "Close the quotes; a sentence with quotation marks in it goes in a `>-` block.",
        ),
    },
    Reason {
        complaint: &["trailing content after"],
        begins: "",
        vi: (
            "còn chữ sau dấu ngoặc kép đóng",
            "Đặt cả câu trong một cặp dấu ngoặc kép, hoặc viết câu trong khối `>-`.",
        ),
        en: (
            "there are words after the closing quotation mark",
            "Put the whole sentence in one pair of quotes, or in a `>-` block.",
        ),
    },
    Reason {
        complaint: &["bracket", "brace", "flow", "illegal placement"],
        begins: "",
        vi: (
            "dấu ngoặc { } hoặc [ ] không khép đúng chỗ",
            "Khép dấu ngoặc; văn bản có dấu phẩy, hai chấm hoặc ngoặc thì đặt trong dấu ngoặc kép.",
        ),
        en: (
            "the brackets { } or [ ] do not close where they should",
            "Close the brackets; put text with a comma, a colon or a bracket in double quotes.",
        ),
    },
    Reason {
        complaint: &["mapping values"],
        begins: "",
        vi: (
            "dấu hai chấm ở đây làm cho câu thành tên trường",
            "Đặt cả câu trong dấu ngoặc kép, hoặc viết câu ở các dòng dưới `>-`.",
        ),
        en: (
            "the colon here makes the sentence look like a field",
            "Put the whole sentence in double quotes, or on the lines below `>-`.",
        ),
    },
    Reason {
        complaint: &["simple key expected"],
        begins: "",
        vi: (
            "dòng này không phải là một trường, cũng không thuộc về văn bản ở trên",
            "Nếu nó nối tiếp câu trên thì thụt lề sâu hơn dòng `>-`; nếu là một trường thì viết `tên: giá trị`.",
        ),
        en: (
            "this line is no field and does not belong to the text above it",
            "If it goes on with the sentence, indent it deeper than the line with `>-`; a field is written `name: value`.",
        ),
    },
    Reason {
        complaint: &["unexpected character", "cannot start"],
        begins: "@`%",
        vi: ("văn bản không được bắt đầu bằng dấu này", "Đặt văn bản trong dấu ngoặc kép."),
        en: ("a text cannot begin with this mark", "Put the text in double quotes."),
    },
    Reason {
        complaint: &["block mapping", "block collection", "block sequence", "indent", "did not find expected"],
        begins: "",
        vi: (
            "dòng này thụt lề không khớp với các dòng quanh nó",
            "Cho các trường cùng nhóm thẳng cột với nhau, thụt lề bằng dấu cách; mỗi mục của danh sách bắt đầu bằng `- `.",
        ),
        en: (
            "this line is not indented like the lines around it",
            "Let fields of one group begin in the same column, indented with spaces; each entry of a list begins with `- `.",
        ),
    },
];

fn unknown(message: &str) -> (Arg, Arg) {
    let message = message.split(" at line ").next().unwrap_or(message);
    (
        Arg::each(format!("cú pháp sai ({message})"), message.to_owned()),
        Arg::each(
            "So với các dòng gần đó: thụt lề, dấu cách sau dấu hai chấm, dấu ngoặc kép đóng đủ.",
            "Compare with the lines near it: indentation, a space after each colon, closed quotes.",
        ),
    )
}
