//! `kehoach build`

use super::args::BuildTask;
use super::check::fails;
use super::console::{self, Limit};
use super::words::{Noun, Words};
use super::{Exit, language};
use crate::diag::{Code, Diagnostic, Report, Sources};
use crate::lang::Lang;
use crate::publish::Staging;
use crate::world::DiskWorld;
use crate::{BuildOptions, Built};
use std::time::Instant;

/// Missing translations alone may be hundreds; `check` shows them all.
const SHOWN_OF_EACH_CODE: usize = 20;

/// Builds a portal, publishes it if it is sound, and says what was found.
pub fn run(task: &BuildTask, wanted: Option<Lang>) -> Exit {
    let started = Instant::now();
    let staging = match Staging::begin(&task.out) {
        Ok(staging) => staging,
        Err(refused) => return cannot_begin(refused, Words::new(language::choose(wanted, None))),
    };
    let options = BuildOptions { base_url: task.base_url.clone(), as_of: task.as_of };
    let mut built = crate::build(&DiskWorld::new(&task.dir), &options, &|artifact| staging.write(&artifact));
    let words = Words::new(language::choose(wanted, built.default_lang));
    if fails(&built.report, task.strict) {
        drop(staging);
    } else if let Err(refused) = staging.commit() {
        built.report.push(refused);
    }
    built.report.sort();
    if !built.report.diagnostics.is_empty() {
        console::show(&built.report, &built.sources, words, Limit::EachCode(SHOWN_OF_EACH_CODE));
    }
    let out = format!("{}/", task.out.display().to_string().trim_end_matches('/'));
    match outcome(&built.report, task.strict) {
        Exit::Fine => {
            let line = closing_line(&built, started, &out, words);
            // The site is published, whether or not anybody hears of it.
            let _ = console::print(&line);
            Exit::Fine
        }
        failed => {
            if !built.report.has_errors() {
                console::tell(&format!("{}\n", words.strict_warnings()));
            }
            console::tell(&format!("{}\n", words.not_published(&out)));
            failed
        }
    }
}

fn cannot_begin(refused: Diagnostic, words: Words) -> Exit {
    let report = Report { diagnostics: vec![refused] };
    console::show(&report, &Sources::default(), words, Limit::None);
    Exit::Output
}

fn outcome(report: &Report, strict: bool) -> Exit {
    if report.diagnostics.iter().any(|d| matches!(d.code, Code::CannotWrite | Code::OutputNotOurs)) {
        Exit::Output
    } else if fails(report, strict) {
        Exit::Content
    } else {
        Exit::Fine
    }
}

fn closing_line(built: &Built, started: Instant, out: &str, words: Words) -> String {
    let pages = words.count(built.pages, Noun::Page);
    let files = words.count(built.files, Noun::File);
    let line = words.built(&pages, &files, &words.size(built.bytes), &words.seconds(started.elapsed()), out);
    format!("{line}\n")
}
