//! The list of diagnostics for reading: a page each for a terminal, and all of them for `docs/diagnostics.md`.

use super::codes::{Code, Entry, Severity};
use crate::lang::Lang;

/// The names of all codes with what each says, a line each.
pub fn codes_list(lang: Lang) -> String {
    let width = Code::ALL.iter().map(|code| code.entry().name.len()).max().unwrap_or(0);
    let entries = Code::ALL.iter().map(|code| code.entry());
    entries.map(|entry| format!("{:width$}  {}\n", entry.name, message(entry, lang))).collect()
}

/// What a code means, what to do, and an example that triggers it with its mend, in Vietnamese or else in English.
pub fn code_page(code: Code, lang: Lang) -> String {
    let entry = code.entry();
    let words = Words::of(lang);
    let (wrong, right) = (indented(entry.wrong), indented(entry.right));
    format!(
        "{}[{}]: {}\n\n{}: {}\n\n{}:\n\n{wrong}\n{}:\n\n{right}",
        words.severity(entry),
        entry.name,
        message(entry, lang),
        words.help,
        help(entry, lang),
        words.wrong,
        words.right,
    )
}

/// The text of `docs/diagnostics.md`.
pub fn codes_as_markdown() -> String {
    let mut out = "# Diagnostics\n\nWhat kehoach can find wrong, each with an example and its mend; `kehoach explain CODE` shows the \
        same in a terminal. An *error* keeps the site from being published; a *warning* does so with `--strict`; a *note* never. What is found \
        by `check --fidelity` alone, where a plan is not its scan, keeps no site from being published.\n\n\
        Những gì kehoach có thể báo, kèm ví dụ và cách sửa; `kehoach explain MÃ` hiện nội dung này trên dòng lệnh. Có *lỗi* thì \
        trang không được công bố; *cảnh báo* cũng vậy khi dùng `--strict`; *lưu ý* thì không bao giờ. Những gì chỉ \
        `check --fidelity` tìm ra, tức chỗ kế hoạch khác bản quét, thì không ngăn việc công bố.\n\n\
        <!-- Made from src/diag/codes.rs: KEHOACH_BLESS=1 cargo test --test codes -->\n"
        .to_owned();
    for entry in Code::ALL.iter().map(|code| code.entry()) {
        out.push_str(&format!("\n## `{}`\n\n", entry.name));
        for lang in [Lang::EN, Lang::VI] {
            let (severity, message, help) = (Words::of(lang).severity(entry), message(entry, lang), help(entry, lang));
            out.push_str(&format!("*{severity}*: {message}. {help}\n\n"));
        }
        let kind = if entry.wrong.starts_with("$ ") { "console" } else { "yaml" };
        let block = |text: &str| format!("```{kind}\n{text}\n```\n");
        out.push_str(&format!("Wrong (sai):\n\n{}\nRight (đúng):\n\n{}", block(entry.wrong), block(entry.right)));
    }
    out
}

struct Words {
    error: &'static str,
    warning: &'static str,
    note: &'static str,
    help: &'static str,
    wrong: &'static str,
    right: &'static str,
}

impl Words {
    fn of(lang: Lang) -> &'static Words {
        if lang == Lang::VI {
            &Words {
                error: "lỗi", warning: "cảnh báo", note: "lưu ý", help: "Cách sửa", wrong: "Sai", right: "Đúng"
            }
        } else {
            &Words {
                error: "error",
                warning: "warning",
                note: "note",
                help: "What to do",
                wrong: "Wrong",
                right: "Right",
            }
        }
    }

    fn severity(&self, entry: &Entry) -> &'static str {
        match entry.severity {
            Severity::Error => self.error,
            Severity::Warning => self.warning,
            Severity::Note => self.note,
        }
    }
}

fn message(entry: &Entry, lang: Lang) -> String {
    with_gaps(if lang == Lang::VI { entry.message_vi } else { entry.message_en })
}

fn help(entry: &Entry, lang: Lang) -> String {
    match (entry.help_en, lang) {
        ("{hint}", Lang::VI) => "Tùy chỗ sai; thông báo nói rõ phải sửa gì.".to_owned(),
        ("{hint}", _) => "It depends; the message says what to mend.".to_owned(),
        (_, Lang::VI) => with_gaps(entry.help_vi),
        _ => with_gaps(entry.help_en),
    }
}

/// A template with `…` for what is filled in.
fn with_gaps(template: &str) -> String {
    let mut parts = template.split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('}') {
            Some((_, rest)) => out.extend(["…", rest]),
            None => out.extend(["{", part]),
        }
    }
    out
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect()
}
