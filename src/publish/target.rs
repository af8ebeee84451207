//! Which folder is meant, and whether it may be replaced.

use super::{MARKER, cannot_write, cannot_write_because, git};
use crate::diag::{Arg, Code, Diagnostic};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The folder that a path means, absolute: a link is followed, so that the folder behind it is swapped and the link stays.
/// Where there is none yet, the folders above it are made.
pub fn resolve(target: &Path) -> Result<PathBuf, Diagnostic> {
    match fs::canonicalize(target) {
        Err(error) if error.kind() == ErrorKind::NotFound => place_of_new(target),
        found => found.map_err(|error| cannot_write(target, &error)),
    }
}

fn place_of_new(target: &Path) -> Result<PathBuf, Diagnostic> {
    if target.is_symlink() {
        let reason = Arg::each("liên kết này dẫn đến chỗ không có", "this link leads nowhere");
        return Err(cannot_write_because(target, reason));
    }
    let absolute = std::path::absolute(target).map_err(|error| cannot_write(target, &error))?;
    let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name()) else {
        let reason =
            Arg::each("đường dẫn không kết thúc bằng tên thư mục", "the path does not end in the name of a folder");
        return Err(cannot_write_because(target, reason));
    };
    let parent = fs::create_dir_all(parent).and_then(|()| fs::canonicalize(parent));
    Ok(parent.map_err(|error| cannot_write(target, &error))?.join(name))
}

/// Only a folder that kehoach made is replaced, or one that is not there yet or empty but for `.git*`.
pub fn may_be_replaced(target: &Path) -> Result<(), Diagnostic> {
    let found = match fs::metadata(target) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        found => found.map_err(|error| cannot_write(target, &error))?,
    };
    if !found.is_dir() {
        let reason = Arg::each("đó là một tệp, không phải thư mục", "it is a file, not a folder");
        return Err(cannot_write_because(target, reason));
    }
    if found.permissions().readonly() {
        return Err(cannot_write(target, &ErrorKind::PermissionDenied.into()));
    }
    if target.join(MARKER).is_file() {
        return Ok(());
    }
    if git::holds_nothing_else(target).map_err(|error| cannot_write(target, &error))? {
        return Ok(());
    }
    Err(Diagnostic::nowhere(Code::OutputNotOurs).arg("path", &target.display()))
}
