//! A portal of invented plans, as large as one likes, for measuring speed.
//!
//! A plan depends on the seed and its number alone: the first hundred of a thousand plans are the hundred of a smaller portal.
//! Its shape is that of the real ones: twenty measures with up to eight observations each, sixteen agencies with five to seven
//! duties each, tasks, reports and legal bases, in both languages. All of it says that it is invented, but none of it is marked
//! `sample: true`: samples stay out of agencies, totals and the calendar, which shall bear their load here.
#![allow(dead_code)]

pub mod figure;
mod plan;
mod shared;
mod words;
mod yaml;

// One home for numbers that look random.
#[path = "../../tests/support/dice.rs"]
mod dice;

pub use plan::plan_id;
pub use shared::File;
use std::fs;
use std::io;
use std::path::Path;

/// The seed that all measurements use.
pub const SEED: u64 = 1;

/// A plan's number, picked among so many: another at each time of asking.
pub fn picked(plans: usize, time: usize) -> usize {
    // A step that shares no factor with powers of ten.
    1 + (plans / 2 + time * 37) % plans
}

/// Every file of a portal with so many plans, one after another.
pub fn files(plans: usize, seed: u64) -> impl Iterator<Item = File> {
    let plans = (1..=plans).map(move |number| {
        let id = plan_id(number);
        (format!("content/plans/{id}/plan.yaml"), plan::plan(number, seed))
    });
    shared::files().chain(plans)
}

/// Writes a portal into a folder, which is made if it is not there.
pub fn write(folder: &Path, plans: usize, seed: u64) -> io::Result<()> {
    for (path, text) in files(plans, seed) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("every file stands in a folder"))?;
        fs::write(path, text)?;
    }
    Ok(())
}
