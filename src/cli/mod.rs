//! The command line: what is asked for, in which language, and what is said about it. On top of the pipeline; no stage
//! knows of it.

mod args;
mod build;
mod check;
mod completions;
mod console;
mod explain;
mod fidelity;
mod language;
mod new;
mod progress;
mod schema;
mod serve;
mod timings;
mod usage;
mod watch;
mod words;

use args::Task;
use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;
use words::Words;

/// How a run ended. The numbers are documented in `--help` and stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Exit {
    Fine = 0,
    /// The content has errors, or warnings with `--strict`.
    Content = 1,
    /// The command line is wrong.
    Usage = 2,
    /// Something could not be written.
    Output = 3,
}

/// Runs the program with these arguments, the first of which is its own name.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let lang = language::asked_for(&args).or_else(language::of_system);
    let words = Words::new(language::choose(lang, None));
    let exit = match args::parse(&args, words) {
        Ok(Task::Build(task)) => with_portal(&task.dir, words, || build::run(&task, lang).exit),
        Ok(Task::Check(task)) => with_portal(&task.dir, words, || check::run(&task, lang)),
        Ok(Task::Serve(task)) => with_portal(&task.dir, words, || serve::run(&task, lang)),
        Ok(Task::Watch(task)) => with_portal(&task.build.dir, words, || watch::run(&task, lang)),
        Ok(Task::New(task)) => new::run(&task, words),
        Ok(Task::Schema(task)) => schema::run(&task, words),
        Ok(Task::Explain(task)) => explain::run(&task, words),
        Ok(Task::Completions(shell)) => completions::run(shell, words),
        Err(error) => usage::explain(&error, words),
    };
    ExitCode::from(exit as u8)
}

fn with_portal(dir: &Path, words: Words, run: impl FnOnce() -> Exit) -> Exit {
    if dir.join("content").is_dir() {
        return run();
    }
    usage::refuse(&words.no_content(&dir.display().to_string()), words)
}
