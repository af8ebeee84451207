//! `kehoach explain`

use super::args::ExplainTask;
use super::words::Words;
use super::{Exit, console, usage};
use crate::diag::{Code, code_page, codes_list, did_you_mean};

/// Prints the page of a diagnostic, or the list of all.
pub fn run(task: &ExplainTask, words: Words) -> Exit {
    let Some(wanted) = &task.code else { return console::print_or_tell(&codes_list(words.lang()), words) };
    let names = Code::ALL.iter().map(|code| code.entry().name);
    match Code::ALL.iter().find(|code| code.entry().name == wanted.trim()) {
        Some(code) => console::print_or_tell(&code_page(*code, words.lang()), words),
        None => usage::refuse(&words.unknown_code(wanted, did_you_mean(wanted, names).in_lang(words.lang())), words),
    }
}
