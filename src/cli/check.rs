//! `kehoach check`

use super::args::CheckTask;
use super::console::{self, Limit};
use super::words::Words;
use super::{Exit, fidelity, language, timings};
use crate::diag::{Report, Severity, Sources, to_json};
use crate::fidelity::Compared;
use crate::lang::Lang;
use crate::timings::Stopwatch;
use crate::world::DiskWorld;
use serde_json::json;

/// Checks a portal and says what was found.
pub fn run(task: &CheckTask, wanted: Option<Lang>) -> Exit {
    let mut watch = Stopwatch::start();
    let world = DiskWorld::new(&task.dir);
    let (checked, compared) = match task.fidelity {
        true => {
            let (checked, compared) = crate::check_fidelity(&world, task.as_of);
            (checked, Some(compared))
        }
        false => (crate::check(&world, task.as_of), None),
    };
    let words = Words::new(language::choose(wanted, checked.default_lang));
    let mut report = checked.report;
    report.sort(&checked.sources);
    if task.json {
        let printed = console::print_or_tell(&document(&report, &checked.sources, compared.as_deref(), words), words);
        if printed != Exit::Fine {
            return printed;
        }
    } else {
        console::show(&report, &checked.sources, words, Limit::None);
        let printed = console::print_or_tell(&fidelity::lines(compared.as_deref().unwrap_or_default(), words), words);
        if printed != Exit::Fine {
            return printed;
        }
    }
    if task.timings {
        watch.lap_timed(&checked.timings);
        console::tell(&timings::table(&watch.timings(), words));
    }
    if fails(&report, task.strict) { Exit::Content } else { Exit::Fine }
}

/// Whether a report keeps a site from being published.
pub fn fails(report: &Report, strict: bool) -> bool {
    report.has_errors() || strict && report.count(Severity::Warning) > 0
}

fn document(report: &Report, sources: &Sources, compared: Option<&[Compared]>, words: Words) -> String {
    let diagnostics: Vec<_> = report.diagnostics.iter().map(|d| to_json(d, sources, words.lang())).collect();
    let mut document = json!({
        "diagnostics": diagnostics,
        "errors": report.count(Severity::Error),
        "warnings": report.count(Severity::Warning),
        "notes": report.count(Severity::Note),
    });
    if let Some(compared) = compared {
        document["fidelity"] = fidelity::document(compared);
    }
    format!("{document:#}\n")
}
