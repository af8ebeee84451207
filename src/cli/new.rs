//! `kehoach new`

use super::Exit;
use super::args::NewTask;
use super::console;
use super::words::Words;
use crate::diag::io_reason;
use crate::starter::{self, Refusal};

/// Writes a starter portal and says what comes next.
pub fn run(task: &NewTask, words: Words) -> Exit {
    let dir = task.dir.display().to_string();
    let reason = match starter::write(&task.dir) {
        Ok(()) => {
            // The portal is there, whether or not anybody hears of it.
            let _ = console::print(&format!("{}\n", words.portal_made(&dir)));
            return Exit::Fine;
        }
        Err(Refusal::NotEmpty) => words.not_empty(&dir),
        Err(Refusal::Unwritable(path, error)) => {
            words.cannot_write(&path.display().to_string(), io_reason(&error).in_lang(words.lang()))
        }
    };
    console::tell(&format!("{} {reason}\n", console::error_label(words)));
    Exit::Output
}
