//! How long each stage took.

use std::time::{Duration, Instant};

macro_rules! stages {
    ($( $(#[$doc:meta])* $stage:ident )*) => {
        /// What time is spent on.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Stage { $( $(#[$doc])* $stage, )* }

        impl Stage {
            /// All of them, in the order of the data.
            pub const ALL: &'static [Stage] = &[ $( Stage::$stage, )* ];
        }
    };
}

stages! {
    /// Files become raw content.
    Load
    /// Raw content becomes a portal.
    Check
    /// Deadlines and states.
    Measure
    /// Which pages there are.
    Outline
    /// Theme and pages.
    Render
    /// Data files.
    Export
    /// The index of search.
    Search
    /// Files are written and swapped in.
    Publish
    /// The program's start, messages, and what is between the stages.
    Rest
}

/// The time of each stage, as a clock on the wall shows it.
#[derive(Debug, Clone, Default)]
pub struct Timings([Duration; Stage::ALL.len()]);

impl Timings {
    /// The time of a stage.
    pub fn of(&self, stage: Stage) -> Duration {
        self.0[stage as usize]
    }

    /// The time of all stages.
    pub fn total(&self) -> Duration {
        self.0.iter().sum()
    }

    fn add(&mut self, stage: Stage, time: Duration) {
        self.0[stage as usize] += time;
    }
}

/// Gives every instant since its start to one stage, so that the times add up to what passed.
#[derive(Debug)]
pub struct Stopwatch {
    last: Instant,
    timings: Timings,
}

impl Stopwatch {
    /// Begins.
    pub fn start() -> Stopwatch {
        Stopwatch { last: Instant::now(), timings: Timings::default() }
    }

    /// What passed since the last lap goes to this stage.
    pub fn lap(&mut self, stage: Stage) {
        self.lap_shared(stage, stage, 0.0);
    }

    /// As [`Stopwatch::lap`], but the second stage has a share of it, of 0 to 1.
    pub fn lap_shared(&mut self, stage: Stage, second: Stage, share: f64) {
        let now = Instant::now();
        let lap = now - self.last;
        self.last = now;
        let seconds = lap.mul_f64(share.clamp(0.0, 1.0)).min(lap);
        self.timings.add(stage, lap - seconds);
        self.timings.add(second, seconds);
    }

    /// What passed since the last lap was timed by another watch; what that one missed is [`Stage::Rest`].
    pub fn lap_timed(&mut self, timings: &Timings) {
        let now = Instant::now();
        let missed = (now - self.last).saturating_sub(timings.total());
        self.last = now;
        Stage::ALL.iter().for_each(|stage| self.timings.add(*stage, timings.of(*stage)));
        self.timings.add(Stage::Rest, missed);
    }

    /// The times up to the last lap.
    pub fn timings(self) -> Timings {
        self.timings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_times_add_up_to_what_passed() {
        let started = Instant::now();
        let mut watch = Stopwatch::start();
        let mut inner = Stopwatch::start();
        inner.lap(Stage::Load);
        std::thread::sleep(Duration::from_millis(2));
        inner.lap_shared(Stage::Render, Stage::Publish, 0.25);
        watch.lap_timed(&inner.timings());
        watch.lap(Stage::Publish);
        let timings = watch.timings();
        assert!(timings.total() <= started.elapsed() && timings.total() >= Duration::from_millis(2));
        assert!(timings.of(Stage::Render) > timings.of(Stage::Publish) && timings.of(Stage::Check).is_zero());
    }
}
