//! `kehoach schema`

use super::Exit;
use super::args::SchemaTask;
use super::console;
use super::words::Words;
use crate::diag::io_reason;
use crate::schema::schemas;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Writes the schemas of the content files into a folder, over those of an older version.
pub fn run(task: &SchemaTask, words: Words) -> Exit {
    match write(&task.out) {
        Ok(()) => {
            let out = format!("{}/", task.out.display().to_string().trim_end_matches('/'));
            // The schemas are there, whether or not anybody hears of it.
            let _ = console::print(&format!("{}\n", words.schemas_written(&out)));
            Exit::Fine
        }
        Err((path, error)) => {
            let reason = words.cannot_write(&path.display().to_string(), io_reason(&error).in_lang(words.lang()));
            console::tell(&format!("{} {reason}\n", console::error_label(words)));
            Exit::Output
        }
    }
}

fn write(out: &Path) -> Result<(), (PathBuf, io::Error)> {
    fs::create_dir_all(out).map_err(|error| (out.to_owned(), error))?;
    schemas().into_iter().try_for_each(|(name, text)| {
        let path = out.join(name);
        fs::write(&path, text).map_err(|error| (path, error))
    })
}
