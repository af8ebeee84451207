//! Staging folders: how they are named, and what becomes of one whose run is dead.
//!
//! The folder for `public` is `.public.kehoach-<number>` beside it, and for the instant between two renames the old site is
//! `.public.kehoach-old` (see [`super::swap`]). Who has the target's lock knows that any that he finds is a dead run's.

use super::disk::{Act, Disk};
use super::{MARKER, beside, git};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A new staging folder for this target.
pub fn create(target: &Path, disk: &dyn Disk) -> io::Result<PathBuf> {
    let mut number = std::process::id();
    loop {
        let folder = beside(target, &number.to_string());
        match disk.act(Act::CreateFolder(&folder)) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => number = number.wrapping_add(1),
            made => return made.map(|()| folder),
        }
    }
}

/// Clears away what dead runs left beside the target. What cannot be cleared is no reason not to build, and stays.
pub fn clear(target: &Path, disk: &dyn Disk) {
    let prefix = beside(target, "");
    let (Some(parent), Some(prefix)) = (target.parent(), prefix.file_name().and_then(|name| name.to_str())) else {
        return;
    };
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let rest = name.to_str().and_then(|name| name.strip_prefix(prefix));
        let is_number = |rest: &str| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit());
        let named_by_us = rest.is_some_and(|rest| rest == super::swap::ASIDE || is_number(rest));
        if named_by_us && entry.file_type().is_ok_and(|kind| kind.is_dir()) && is_ours(&entry.path()) {
            discard(&entry.path(), target, disk);
        }
    }
}

/// Removes a staging folder, or the old site that the swap left in its place, once git's entries are safe at home.
pub fn discard(folder: &Path, target: &Path, disk: &dyn Disk) {
    let safe = if target.is_dir() { git::put_back(folder, target, disk).is_ok() } else { git::holds_none(folder) };
    if safe {
        // What cannot be removed stays, for the next run to try again.
        let _ = remove(folder, disk);
    }
}

/// The marker goes last, so that a folder whose removal was cut short is still known as ours.
fn remove(folder: &Path, disk: &dyn Disk) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            disk.act(Act::RemoveFolder(&entry.path()))?;
        } else if entry.file_name() != MARKER {
            disk.act(Act::RemoveFile(&entry.path()))?;
        }
    }
    disk.act(Act::RemoveFolder(folder))
}

/// Whether a folder bears the marker, or holds nothing that has to bear it.
fn is_ours(folder: &Path) -> bool {
    folder.join(MARKER).is_file() || git::holds_nothing_else(folder).unwrap_or(false)
}
