//! What stands on standard output and standard error.

use super::Exit;
use super::words::{Noun, Words};
use crate::diag::{Code, Report, Severity, Sources, io_reason, to_human};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind, IsTerminal, Write};

/// How many diagnostics of one code are shown.
#[derive(Debug, Clone, Copy)]
pub enum Limit {
    None,
    EachCode(usize),
}

/// Writes to standard error. Where nobody listens there is nobody to tell.
pub fn tell(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Writes to standard output. That the reader has heard enough, as in `| head`, is no error.
pub fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// As [`print()`]; what keeps it from being written is told.
pub fn print_or_tell(text: &str, words: Words) -> Exit {
    match print(text) {
        Ok(()) => Exit::Fine,
        Err(error) => {
            let reason = io_reason(&error);
            tell(&format!("{} {}\n", error_label(words), words.cannot_print(reason.in_lang(words.lang()))));
            Exit::Output
        }
    }
}

/// `error:`, in colour where standard error has it.
pub fn error_label(words: Words) -> String {
    if has_colour() { format!("\x1b[1;31m{}\x1b[0m", words.error()) } else { words.error().to_owned() }
}

/// Shows what was found on standard error, followed by a line that sums it up. The report is in the order of files.
pub fn show(report: &Report, sources: &Sources, words: Words, limit: Limit) {
    let colour = has_colour();
    let mut shown: BTreeMap<Code, usize> = BTreeMap::new();
    let mut out = String::new();
    for diagnostic in &report.diagnostics {
        let count = shown.entry(diagnostic.code).or_default();
        *count += 1;
        if !matches!(limit, Limit::EachCode(most) if *count > most) {
            out.push_str(&to_human(diagnostic, sources, words.lang(), colour));
            out.push_str("\n\n");
        }
    }
    if let Limit::EachCode(most) = limit {
        for (code, count) in shown.into_iter().filter(|(_, count)| *count > most) {
            out.push_str(&words.and_more(&(count - most).to_string(), code.entry().name));
            out.push('\n');
        }
    }
    out.push_str(&summary(report, words));
    out.push('\n');
    tell(&out);
}

/// `3 errors, 2 warnings in 2 files`
fn summary(report: &Report, words: Words) -> String {
    let counts: Vec<String> =
        [(Severity::Error, Noun::Error), (Severity::Warning, Noun::Warning), (Severity::Note, Noun::Note)]
            .into_iter()
            .map(|(severity, noun)| (report.count(severity), noun))
            .filter(|(count, _)| *count > 0)
            .map(|(count, noun)| words.count(count, noun))
            .collect();
    let files: BTreeSet<_> = report.diagnostics.iter().filter_map(|d| d.span).map(|span| span.file).collect();
    match (counts.is_empty(), files.len()) {
        (true, _) => words.nothing_found().to_owned(),
        (false, 0) => counts.join(", "),
        (false, files) => words.in_files(&counts.join(", "), &words.count(files, Noun::File)),
    }
}

/// Whether standard error takes colours: see <https://no-color.org>.
fn has_colour() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    io::stderr().is_terminal() && !set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}
