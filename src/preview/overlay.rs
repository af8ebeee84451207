//! What is wrong, as the piece of HTML that the preview lays over a page.

use crate::diag::{Diagnostic, Report, Severity, Sources};
use crate::lang::Lang;
use crate::render::escaped;
use std::fmt::Write as _;

/// Thousands of mistakes have one reason, and nobody reads them all.
const MOST: usize = 300;
/// A paragraph may be one line; who mends it knows it by its beginning.
const LONGEST_LINE: usize = 240;

/// A list of everything that is wrong, errors first: place, the line itself, what it is, what to do. Empty without errors.
pub fn problems(report: &Report, sources: &Sources, lang: Lang) -> String {
    if !report.has_errors() {
        return String::new();
    }
    let of = |severity| report.diagnostics.iter().filter(move |d| d.code.entry().severity == severity);
    let (errors, warnings) = (report.count(Severity::Error), report.count(Severity::Warning));
    let mut html = list(of(Severity::Error), sources, lang);
    more(&mut html, errors, lang);
    if warnings > 0 {
        let _ = write!(html, "<details><summary>{}</summary>", word(lang, "Cảnh báo", "Warnings"));
        let _ = write!(html, " <span>({warnings})</span>{}", list(of(Severity::Warning), sources, lang));
        more(&mut html, warnings, lang);
        html.push_str("</details>");
    }
    html
}

/// What is said where the program itself is to blame.
pub fn panicked(lang: Lang) -> &'static str {
    word(
        lang,
        "<p>kehoach gặp lỗi của chính nó. Sửa hoặc hoàn lại thay đổi vừa rồi.</p>",
        "<p>kehoach met a mistake of its own. Mend or take back the last change.</p>",
    )
}

/// Of two texts the one in this language.
pub fn word(lang: Lang, vi: &'static str, en: &'static str) -> &'static str {
    if lang == Lang::VI { vi } else { en }
}

fn list<'d>(diagnostics: impl Iterator<Item = &'d Diagnostic>, sources: &Sources, lang: Lang) -> String {
    let entries: String = diagnostics.take(MOST).map(|diagnostic| entry(diagnostic, sources, lang)).collect();
    format!("<ol>{entries}</ol>")
}

fn more(html: &mut String, count: usize, lang: Lang) {
    if count > MOST {
        let left = count - MOST;
        let _ = match lang {
            Lang::VI => write!(html, "<p>... và còn {left} mục nữa.</p>"),
            _ => write!(html, "<p>... and {left} more.</p>"),
        };
    }
}

fn entry(diagnostic: &Diagnostic, sources: &Sources, lang: Lang) -> String {
    let mut html = format!("<li><p class=\"what\">{}</p>", escaped(&diagnostic.message(lang)));
    if let Some(span) = diagnostic.span {
        let at = sources.position(span);
        let _ = write!(html, "<p class=\"place\">{}:{}:{}</p>", escaped(sources.path(span.file)), at.line, at.column);
        if let Some(line) = sources.text(span.file).lines().nth(at.line - 1).filter(|line| !line.trim().is_empty()) {
            let cut: String = line.chars().take(LONGEST_LINE).collect();
            let dots = if cut.len() < line.len() { " ..." } else { "" };
            let _ = write!(html, "<pre><b>{}</b> <code>{}{dots}</code></pre>", at.line, escaped(&cut));
        }
    }
    if let Some(span) = diagnostic.related {
        let also = word(lang, "Chỗ kia", "The other place");
        let line = sources.position(span).line;
        let _ = write!(html, "<p class=\"place\">{also}: {}:{line}</p>", escaped(sources.path(span.file)));
    }
    let help = word(lang, "Cách sửa", "Help");
    let _ = write!(html, "<p class=\"help\"><b>{help}:</b> {}", escaped(&diagnostic.help(lang)));
    let _ = write!(html, " <span class=\"code\">{}</span></p></li>", diagnostic.code.entry().name);
    html
}
