//! Whether a plan's text is that of its scan, word for word: beside the stages, and called by `check --fidelity` alone.
//!
//! Both sides become lists of words with their places: the scan without its layout (`scan.rs`), the plan as it was
//! printed, corrections undone (`printed.rs`). Where the lists differ (`change.rs`) stands a diagnostic (`tell.rs`).
//! And whether the figures and dates of its facts (`facts.rs`) are those of its paragraphs (`figures.rs`).

mod change;
mod facts;
mod figures;
mod printed;
mod scan;
mod tell;
mod word;

use crate::diag::{Code, Diagnostic, Report, Sources};
use crate::load::{CONTENT, Raw, RawPlan, SCAN, Scan};

/// What came of comparing a plan with its scan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The plan: the name of its folder.
    pub plan: String,
    /// The path of its scan, if there is one.
    pub source: Option<String>,
    /// What came of it.
    pub outcome: Outcome,
}

/// What a comparison can come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// There is no scan beside the plan.
    NoScan,
    /// Plan or scan could not be read whole: the report says why.
    NotCompared,
    /// They were compared.
    Compared(Tally),
}

/// How much of a scan is in its plan, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Words of the scan.
    pub words: usize,
    /// Those of them that the plan has, in their place.
    pub found: usize,
    /// Words of the plan that the scan does not have there.
    pub added: usize,
    /// Corrections that were undone for the comparison.
    pub corrections: usize,
}

impl Tally {
    /// Whether nothing differs.
    pub fn is_whole(&self) -> bool {
        self.found == self.words && self.added == 0
    }

    /// How much of the scan was found, in tenths of a per cent, rounded down: 1000 is all of it.
    pub fn per_mille(&self) -> usize {
        (self.found * 1000).checked_div(self.words).unwrap_or(1000)
    }
}

/// Compares every plan with its scan, drafts as well. `scans` are those of [`Raw::plans`], in their order.
pub fn compare(raw: &Raw, scans: &[Scan], sources: &Sources, report: &mut Report) -> Vec<Compared> {
    let plans = raw.plans.iter().zip(scans);
    let compared = plans.map(|(named, scan)| {
        let outcome = outcome(raw, &named.content.whole(sources), *scan, sources, report);
        let source = (*scan != Scan::Absent).then(|| format!("{CONTENT}/plans/{}/{SCAN}", named.name));
        Compared { plan: named.name.clone(), source, outcome }
    });
    compared.collect()
}

fn outcome(raw: &Raw, plan: &RawPlan, scan: Scan, sources: &Sources, report: &mut Report) -> Outcome {
    let file = match scan {
        Scan::Text(file) => file,
        Scan::Unreadable => return Outcome::NotCompared,
        Scan::Absent => {
            // A sample is invented: nothing of it was ever printed.
            if plan.sample != Some(true) {
                report.push(Diagnostic::at(Code::NoScan, plan.id.span));
            }
            return Outcome::NoScan;
        }
    };
    let scan = scan::words(file, sources.text(file));
    let printed = printed::printed(plan, raw.langs[0]);
    let changes = change::changes(&scan, &printed.words);
    let (missing, added) =
        changes.iter().fold((0, 0), |(missing, added), c| (missing + c.scan.len(), added + c.plan.len()));
    tell::tell(&scan, &printed, &changes, file, report);
    facts::facts(plan, raw.langs[0], report);
    Outcome::Compared(Tally {
        words: scan.len(),
        found: scan.len() - missing,
        added,
        corrections: printed.corrections.len(),
    })
}
