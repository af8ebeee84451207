//! The portal that `kehoach new` writes: small, sound, and explained line by line in both languages. It is part of the
//! program, as the default theme is.

use crate::schema;
use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

#[derive(RustEmbed)]
#[folder = "src/starter/portal/"]
struct Portal;

/// Why a portal was not written.
#[derive(Debug)]
pub enum Refusal {
    /// Something stands there already: a file, or a folder that is not empty.
    NotEmpty,
    /// This could not be written.
    Unwritable(PathBuf, io::Error),
}

/// Every file of the starter portal, schemas included, by its path in it.
pub fn files() -> Vec<(String, Cow<'static, [u8]>)> {
    let portal = Portal::iter().filter_map(|path| Some((path.to_string(), Portal::get(&path)?.data)));
    let schemas = schema::schemas().into_iter();
    portal.chain(schemas.map(|(name, text)| (format!("{}/{name}", schema::FOLDER), text.into_bytes().into()))).collect()
}

/// Writes the starter portal into a folder that is not there yet, or is empty but for `.git`. Overwrites nothing; takes
/// away what it wrote if it cannot write all.
pub fn write(dir: &Path) -> Result<(), Refusal> {
    if is_taken(dir).map_err(|error| Refusal::Unwritable(dir.to_owned(), error))? {
        return Err(Refusal::NotEmpty);
    }
    let existed = dir.exists();
    let mut written = Vec::new();
    let outcome = files().iter().try_for_each(|(path, bytes)| {
        let path = dir.join(path);
        write_new(&path, bytes, &mut written).map_err(|error| Refusal::Unwritable(path, error))
    });
    if outcome.is_err() {
        written.iter().for_each(|path| _ = fs::remove_file(path));
        remove_empty_folders(dir, existed);
    }
    outcome
}

fn is_taken(dir: &Path) -> io::Result<bool> {
    match fs::read_dir(dir) {
        Ok(entries) => {
            for entry in entries {
                if entry?.file_name() != ".git" {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Ok(true),
        Err(error) => Err(error),
    }
}

fn write_new(path: &Path, bytes: &[u8], written: &mut Vec<PathBuf>) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    written.push(path.to_owned());
    file.write_all(bytes)
}

/// The folders of the portal, the inner ones first; `remove_dir` leaves any that hold something.
fn remove_empty_folders(dir: &Path, keep_outer: bool) {
    let mut folders: Vec<PathBuf> = files()
        .iter()
        .flat_map(|(path, _)| Path::new(path).ancestors().skip(1).map(|inner| dir.join(inner)).collect::<Vec<_>>())
        .collect();
    folders.sort_by_key(|folder| std::cmp::Reverse(folder.components().count()));
    folders.dedup();
    for folder in folders {
        if !(keep_outer && folder.components().eq(dir.components())) {
            let _ = fs::remove_dir(folder);
        }
    }
}
