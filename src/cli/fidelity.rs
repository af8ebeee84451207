//! What `kehoach check --fidelity` says of each plan, whether or not it is that of its scan.

use super::words::{Noun, Words};
use crate::fidelity::{Compared, Outcome, Tally};
use serde_json::{Value, json};

/// A line for each plan.
pub fn lines(compared: &[Compared], words: Words) -> String {
    compared.iter().map(|compared| line(compared, words) + "\n").collect()
}

fn line(compared: &Compared, words: Words) -> String {
    let plan = &compared.plan;
    let tally = match &compared.outcome {
        Outcome::NoScan => return words.no_scan(plan),
        Outcome::NotCompared => return words.not_compared(plan),
        Outcome::Compared(tally) => tally,
    };
    let added = match tally.added {
        0 => words.nothing_added().to_owned(),
        added => words.words_added(&words.plain_count(added, Noun::Word)),
    };
    let corrections = words.corrections_undone(&words.plain_count(tally.corrections, Noun::Correction));
    let (found, of) = (tally.found.to_string(), tally.words.to_string());
    words.compared(plan, &found, &of, &share(tally, words), &added, &corrections)
}

/// How much was found; nothing where that would read 100 % though the plan has words of its own.
fn share(tally: &Tally, words: Words) -> String {
    match tally.per_mille() {
        1000 if !tally.is_whole() => String::new(),
        per_mille => words.share(&words.per_cent(per_mille)),
    }
}

/// What `--format json` says of each plan: `plan`, `state` (`same`, `differs`, `no-source`, `not-compared`), `source`, and the
/// numbers of words; null where there are none.
pub fn document(compared: &[Compared]) -> Value {
    compared.iter().map(entry).collect()
}

fn entry(compared: &Compared) -> Value {
    let (state, tally) = match &compared.outcome {
        Outcome::NoScan => ("no-source", None),
        Outcome::NotCompared => ("not-compared", None),
        Outcome::Compared(tally) if tally.is_whole() => ("same", Some(tally)),
        Outcome::Compared(tally) => ("differs", Some(tally)),
    };
    json!({
        "plan": compared.plan,
        "state": state,
        "source": compared.source,
        "words": tally.map(|tally| tally.words),
        "found": tally.map(|tally| tally.found),
        "added": tally.map(|tally| tally.added),
        "corrections": tally.map(|tally| tally.corrections),
    })
}
