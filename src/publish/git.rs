//! The entries of git in a published folder: `.git`, `.gitignore` and their like outlive every swap.

use super::disk::{Act, Disk};
use super::keep;
use std::fs::{self, DirEntry};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Whether an entry of this name belongs to git.
pub fn is_git_entry(name: &str) -> bool {
    name.starts_with(".git")
}

/// Brings the entries from the old site into the new one. Files stay in both, so that the old site is whole until the swap;
/// anything else, such as the repository itself, is renamed, and goes back by [`put_back`] if the swap fails.
pub fn carry(old: &Path, new: &Path, disk: &dyn Disk) -> io::Result<()> {
    let (files, others): (Vec<_>, Vec<_>) =
        entries(old)?.into_iter().partition(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    for file in files {
        keep::place(disk, &file.path(), &new.join(file.file_name()), &fs::read(file.path())?)?;
    }
    for other in others {
        disk.act(Act::Rename { from: &other.path(), to: &new.join(other.file_name()) })?;
    }
    Ok(())
}

/// Brings the entries that the site lacks back into it, so that what is left in the other folder may be deleted.
///
/// # Errors
/// As the system says, and where both hold the same entry and it is more than a file: nobody can tell which one counts.
pub fn put_back(from: &Path, site: &Path, disk: &dyn Disk) -> io::Result<()> {
    for entry in entries(from)? {
        let home = site.join(entry.file_name());
        if fs::symlink_metadata(&home).is_err_and(|error| error.kind() == ErrorKind::NotFound) {
            disk.act(Act::Rename { from: &entry.path(), to: &home })?;
        } else if !entry.file_type()?.is_file() {
            return Err(ErrorKind::AlreadyExists.into());
        }
    }
    Ok(())
}

/// Whether a folder, which may be missing, is known to hold none of the entries.
pub fn holds_none(folder: &Path) -> bool {
    entries(folder).is_ok_and(|entries| entries.is_empty())
}

/// Whether a folder holds at most these entries.
pub fn holds_nothing_else(folder: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        if !is_git_entry(&entry?.file_name().to_string_lossy()) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn entries(folder: &Path) -> io::Result<Vec<DirEntry>> {
    let all = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        all => all?.collect::<io::Result<Vec<_>>>()?,
    };
    Ok(all.into_iter().filter(|entry| is_git_entry(&entry.file_name().to_string_lossy())).collect())
}
