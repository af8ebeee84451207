//! What the measurements share: their arguments, figures of several runs, a program's memory.
#![allow(dead_code)]

pub mod client;
pub mod program;

pub use program::{Program, mib};
use std::fmt;
use std::time::Duration;

/// What a measurement is told.
pub struct Task {
    /// How many plans, one portal after another.
    pub plans: Vec<usize>,
    /// How many times.
    pub times: usize,
}

impl Task {
    /// From the command line: `100 1000 --edits 20`.
    pub fn of_args(flag: &str, times: usize) -> Task {
        let mut task = Task { plans: Vec::new(), times };
        // Cargo adds `--bench`.
        let mut args = std::env::args().skip(1).filter(|arg| arg != "--bench");
        while let Some(arg) = args.next() {
            let number = if arg == flag { args.next() } else { Some(arg.clone()) };
            match number.and_then(|number| number.parse().ok()) {
                Some(number) if arg == flag => task.times = number,
                Some(number) => task.plans.push(number),
                None => panic!("expected numbers of plans, or {flag} and a number, not {arg}"),
            }
        }
        if task.plans.is_empty() {
            task.plans = vec![100];
        }
        task
    }
}

/// How long something took, several times.
pub struct Times(Vec<Duration>);

impl Times {
    pub fn new() -> Times {
        Times(Vec::new())
    }

    pub fn push(&mut self, time: Duration) {
        self.0.push(time);
        self.0.sort_unstable();
    }

    /// The one in the middle, or between the two that are; none took no time.
    pub fn median(&self) -> Duration {
        let above = self.0.len() / 2;
        let below = self.0.len().saturating_sub(1) / 2;
        let [Some(below), Some(above)] = [self.0.get(below), self.0.get(above)] else { return Duration::ZERO };
        (*below + *above) / 2
    }
}

/// The median, and from the least to the most.
impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [Some(least), Some(most)] = [self.0.first(), self.0.last()] else { return f.write_str("-") };
        write!(f, "{} ({} to {})", shown(self.median()), shown(*least), shown(*most))
    }
}

/// In milliseconds, from ten seconds on in seconds.
pub fn shown(time: Duration) -> String {
    match time.as_millis() {
        ms if ms < 10_000 => format!("{ms} ms"),
        ms => format!("{}.{} s", ms / 1000, ms % 1000 / 100),
    }
}

/// A table's row, as Markdown has it.
pub fn row(cells: &[String]) {
    println!("| {} |", cells.join(" | "));
}

/// A table's head.
pub fn head(names: &[&str]) {
    println!("| {} |\n|{}", names.join(" | "), "---|".repeat(names.len()));
}
