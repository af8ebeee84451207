//! `kehoach watch`

use super::args::WatchTask;
use super::words::Words;
use super::{Exit, build, console, language};
use crate::lang::Lang;
use crate::preview::{Changes, Source};
use crate::world::{DiskWorld, World};

/// Builds and publishes, and does so again after every change, for as long as the program runs. What is broken is told and
/// not published.
pub fn run(task: &WatchTask, wanted: Option<Lang>) -> Exit {
    let words = Words::new(language::choose(wanted, None));
    let source = if task.poll { Source::Poll } else { Source::Events };
    // From before the first build on, so that no change is missed.
    let mut changes = Changes::of(&task.build.dir, &source);
    let world = DiskWorld::new(&task.build.dir);
    console::tell(&format!("{}\n", words.watching(&task.build.dir.display().to_string())));
    loop {
        let ran = build::run(&task.build, wanted);
        // Midnight, or a clock that was set: the as-of date is another one.
        let is_over = |(day, offset)| world.today(offset) != day;
        changes.wait(|| task.build.as_of.is_none() && ran.day.is_some_and(is_over));
    }
}
