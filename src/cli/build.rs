//! `kehoach build`

use super::args::BuildTask;
use super::check::fails;
use super::console::{self, Limit};
use super::progress::with_bar;
use super::words::{Noun, Words};
use super::{Exit, language, timings, usage};
use crate::cache::Cache;
use crate::diag::{Code, Diagnostic, Report, Sources};
use crate::lang::Lang;
use crate::outline::SiteOptions;
use crate::publish::Staging;
use crate::timings::{Stage, Stopwatch};
use crate::world::DiskWorld;
use crate::{BuildOptions, Built};
use jiff::civil::Date;
use std::sync::Arc;
use std::time::Instant;

/// Where the fingerprints are kept, in the portal's folder.
const CACHE: &str = ".kehoach-cache";

/// Missing translations alone may be hundreds; `check` shows them all.
pub(super) const SHOWN_OF_EACH_CODE: usize = 20;

/// What came of a build.
pub struct Ran {
    /// How it ended.
    pub exit: Exit,
    /// As of which day the site is, and by which clock that was told: minutes before that of Greenwich. `None` where
    /// nothing was read.
    pub day: Option<(Date, i16)>,
}

/// Builds a portal, publishes it if it is sound, and says what was found.
pub fn run(task: &BuildTask, wanted: Option<Lang>) -> Ran {
    let not_begun = |exit| Ran { exit, day: None };
    let started = Instant::now();
    let mut watch = Stopwatch::start();
    let early_words = Words::new(language::choose(wanted, None));
    // Without a number, as many threads as rayon thinks right.
    let threads = match rayon::ThreadPoolBuilder::new().num_threads(task.jobs.unwrap_or(0)).build() {
        Ok(threads) => threads,
        Err(error) => return not_begun(usage::refuse(&early_words.no_threads(&error.to_string()), early_words)),
    };
    watch.lap(Stage::Rest);
    let staging = match Staging::begin(&task.out) {
        Ok(staging) => staging,
        Err(refused) => return not_begun(cannot_begin(refused, early_words)),
    };
    watch.lap(Stage::Publish);
    let site = SiteOptions { base_url: task.base_url.clone(), portable: task.portable };
    let cache = task.cache.then(|| Cache::open(&task.dir.join(CACHE), &task.out)).flatten().map(Arc::new);
    let options =
        BuildOptions { site, as_of: task.as_of, cache, precompress: task.precompress, ..BuildOptions::default() };
    let world = DiskWorld::new(&task.dir);
    let mut built = with_bar(&options.progress, early_words, || {
        threads.install(|| crate::build(&world, &options, &|artifact| staging.write(&artifact)))
    });
    watch.lap_timed(&built.timings);
    if fails(&built.report, task.strict) {
        drop(staging);
    } else if let Err(refused) = staging.commit() {
        built.report.push(refused);
    } else if let Some(cache) = &options.cache {
        // Without it the next build takes a little longer.
        let _ = cache.save();
    }
    watch.lap(Stage::Publish);
    let words = Words::new(language::choose(wanted, built.default_lang));
    let exit = tell_outcome(task, &mut built, started, words);
    if task.timings {
        watch.lap(Stage::Rest);
        console::tell(&timings::table(&watch.timings(), words));
    }
    Ran { exit, day: Some(built.day) }
}

fn tell_outcome(task: &BuildTask, built: &mut Built, started: Instant, words: Words) -> Exit {
    built.report.sort(&built.sources);
    if !built.report.diagnostics.is_empty() {
        console::show(&built.report, &built.sources, words, Limit::EachCode(SHOWN_OF_EACH_CODE));
    }
    let out = format!("{}/", task.out.display().to_string().trim_end_matches('/'));
    let exit = outcome(&built.report, task.strict);
    if exit == Exit::Fine {
        let line = closing_line(built, started, &out, words);
        // The site is published, whether or not anybody hears of it.
        let _ = console::print(&line);
    } else {
        if !built.report.has_errors() {
            console::tell(&format!("{}\n", words.strict_warnings()));
        }
        console::tell(&format!("{}\n", words.not_published(&out)));
    }
    exit
}

fn cannot_begin(refused: Diagnostic, words: Words) -> Exit {
    let report = Report { diagnostics: vec![refused] };
    console::show(&report, &Sources::default(), words, Limit::None);
    Exit::Output
}

fn outcome(report: &Report, strict: bool) -> Exit {
    let refused = |d: &Diagnostic| matches!(d.code, Code::CannotWrite | Code::OutputNotOurs | Code::OutputBusy);
    if report.diagnostics.iter().any(refused) {
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
