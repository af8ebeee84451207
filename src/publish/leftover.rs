//! Staging folders: how they are named, and what becomes of one whose run is dead.
//!
//! The folder for `public` is `.public.kehoach-<number>` beside it. Its run holds a lock on the marker inside, which the
//! system lets go when the run ends, however it ends: a folder of that name is a dead run's if its marker can be locked.
//! A folder without a marker was made in the instant before a run died, and goes only if it is empty.

use super::{MARKER, git};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A new staging folder for this target, with its marker, locked where the file system has locks.
pub fn create(target: &Path) -> io::Result<(PathBuf, File)> {
    let mut number = std::process::id();
    let folder = loop {
        let folder = named(target, &number.to_string());
        match fs::create_dir(&folder) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => number = number.wrapping_add(1),
            made => break made.map(|()| folder)?,
        }
    };
    let marker = File::create_new(folder.join(MARKER))?;
    // Without locks, leftovers are simply not recognised as such, and stay.
    let _ = marker.try_lock();
    Ok((folder, marker))
}

/// Clears away what dead runs left beside the target. What cannot be cleared is no reason not to build, and stays.
pub fn clear(target: &Path) {
    let Some(parent) = target.parent() else { return };
    let prefix = named(target, "");
    let Some(prefix) = prefix.file_name().and_then(|name| name.to_str()) else { return };
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let number = name.to_str().and_then(|name| name.strip_prefix(prefix));
        let named_by_us = number.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
        if named_by_us && entry.file_type().is_ok_and(|kind| kind.is_dir()) && is_dead(&entry.path()) {
            discard(&entry.path(), target);
        }
    }
}

/// Removes a staging folder, or the old site that the swap left in its place, once git's entries are safe at home.
pub fn discard(folder: &Path, target: &Path) {
    let safe = if target.is_dir() { git::put_back(folder, target).is_ok() } else { git::holds_none(folder) };
    if safe {
        // What cannot be removed stays, for the next run to try again.
        let _ = remove(folder);
    }
}

/// The marker goes last, so that a folder whose removal was cut short is still known as ours.
fn remove(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else if entry.file_name() != MARKER {
            fs::remove_file(entry.path())?;
        }
    }
    fs::remove_dir_all(folder)
}

fn is_dead(folder: &Path) -> bool {
    match File::open(folder.join(MARKER)) {
        Ok(marker) => marker.try_lock().is_ok(),
        Err(error) if error.kind() == ErrorKind::NotFound => fs::remove_dir(folder).is_ok(),
        Err(_) => false,
    }
}

fn named(target: &Path, number: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(".kehoach-");
    name.push(number);
    target.with_file_name(name)
}
