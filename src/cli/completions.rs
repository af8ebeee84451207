//! `kehoach completions`

use super::args;
use super::words::Words;
use super::{Exit, console};
use clap_complete::{Shell, generate};

/// Prints the script by which a shell completes command lines.
pub fn run(shell: Shell, words: Words) -> Exit {
    let mut script = Vec::new();
    generate(shell, &mut args::command(words), "kehoach", &mut script);
    console::print_or_tell(&String::from_utf8_lossy(&script), words)
}
