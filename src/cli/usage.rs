//! What is wrong with a command line, in the reader's language.

use super::Exit;
use super::args::Refusal;
use super::console;
use super::words::Words;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error as _;

/// Says what is wrong with the arguments, or prints the help or version that they ask for.
pub fn explain(refusal: &Refusal, words: Words) -> Exit {
    let error = match refusal {
        Refusal::Words(reason) => return refuse(reason, words),
        Refusal::Clap(error) => error,
    };
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            // Nobody reads on, as in `kehoach --help | head -1`.
            let _ = error.print();
            if error.exit_code() == 0 { Exit::Fine } else { Exit::Usage }
        }
        _ => {
            let mut text = reason(error, words);
            if let Some(hint) = hint(error, words) {
                text.push('\n');
                text.push_str(&hint);
            }
            refuse(&text, words)
        }
    }
}

/// Says why the program cannot even begin.
pub fn refuse(reason: &str, words: Words) -> Exit {
    console::tell(&format!("{} {reason}\n\n{}\n", console::error_label(words), words.see_help()));
    Exit::Usage
}

fn reason(error: &clap::Error, words: Words) -> String {
    let argument = context(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = context(error, ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::UnknownArgument => words.unknown_argument(&argument),
        ErrorKind::InvalidSubcommand => {
            words.unknown_command(&context(error, ContextKind::InvalidSubcommand).unwrap_or_default())
        }
        ErrorKind::MissingRequiredArgument => words.missing_argument(&argument),
        ErrorKind::MissingSubcommand => words.missing_command().to_owned(),
        ErrorKind::InvalidValue if value.is_empty() => words.missing_value(&argument),
        ErrorKind::InvalidValue => words.bad_value(&argument, &value),
        ErrorKind::ValueValidation => {
            let reason = error.source().map(ToString::to_string).unwrap_or_default();
            words.bad_value_because(&argument, &value, &reason)
        }
        ErrorKind::TooManyValues => words.value_not_wanted(&argument, &value),
        ErrorKind::ArgumentConflict => words.given_twice(&argument),
        ErrorKind::InvalidUtf8 => words.not_utf8().to_owned(),
        _ => words.not_understood().to_owned(),
    }
}

fn hint(error: &clap::Error, words: Words) -> Option<String> {
    if let Some(values) = context(error, ContextKind::ValidValue).filter(|values| !values.is_empty()) {
        return Some(words.choices(&values));
    }
    let similar = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    similar.into_iter().find_map(|kind| context(error, kind)).map(|similar| words.did_you_mean(&similar))
}

fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::None => None,
        value => Some(value.to_string()),
    }
}
