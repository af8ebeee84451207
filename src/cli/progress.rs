//! A bar on standard error while a build takes its time.

use super::words::Words;
use crate::Progress;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{self, IsTerminal};
use std::sync::atomic::Ordering;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

/// Work that is done sooner needs no bar.
const PATIENCE: Duration = Duration::from_millis(500);
const BETWEEN_LOOKS: Duration = Duration::from_millis(100);

/// Does the work; if it takes more than [`PATIENCE`] and somebody may be watching, a bar shows how far it is.
pub fn with_bar<T>(progress: &Progress, words: Words, work: impl FnOnce() -> T) -> T {
    if !is_watched() {
        return work();
    }
    std::thread::scope(|scope| {
        // Dropped when the work is done, also by a panic.
        let (_working, done) = mpsc::channel::<()>();
        scope.spawn(move || {
            if done.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                show(progress, words, &done);
            }
        });
        work()
    })
}

fn show(progress: &Progress, words: Words, done: &mpsc::Receiver<()>) {
    let bar = ProgressBar::new(0).with_message(words.progress());
    if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
        bar.set_style(style);
    }
    loop {
        bar.set_length(progress.of.load(Ordering::Relaxed) as u64);
        bar.set_position(progress.done.load(Ordering::Relaxed) as u64);
        if done.recv_timeout(BETWEEN_LOOKS) != Err(RecvTimeoutError::Timeout) {
            return bar.finish_and_clear();
        }
    }
}

/// Whether standard error is a terminal, and not the log of a build service.
fn is_watched() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    io::stderr().is_terminal() && !set("CI") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}
