//! `--timings`

use super::words::Words;
use crate::timings::{Stage, Timings};

/// A table of the stages that took time, and their sum.
pub fn table(timings: &Timings, words: Words) -> String {
    let tenths = |stage: Stage| (timings.of(stage).as_micros() + 50) / 100;
    let stages = Stage::ALL.iter().filter(|stage| !timings.of(**stage).is_zero());
    let mut rows: Vec<_> = stages.map(|stage| (name(*stage, words), tenths(*stage))).collect();
    // Of the rounded times, so that the rows add up as they stand.
    rows.push((words.total(), rows.iter().map(|(_, tenths)| tenths).sum()));
    let rows: Vec<_> = rows.into_iter().map(|(name, tenths)| (name, words.milliseconds(tenths))).collect();
    let width = |column: fn(&(&str, String)) -> usize| rows.iter().map(column).max().unwrap_or(0);
    let (names, times) = (width(|row| row.0.chars().count()), width(|row| row.1.chars().count()));
    rows.iter().map(|(name, time)| format!("  {name:names$}  {time:>times$} ms\n")).collect()
}

fn name(stage: Stage, words: Words) -> &'static str {
    match stage {
        Stage::Load => words.stage_load(),
        Stage::Check => words.stage_check(),
        Stage::Measure => words.stage_measure(),
        Stage::Outline => words.stage_outline(),
        Stage::Render => words.stage_render(),
        Stage::Export => words.stage_export(),
        Stage::Search => words.stage_search(),
        Stage::Publish => words.stage_publish(),
        Stage::Rest => words.stage_rest(),
    }
}
