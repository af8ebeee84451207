//! One folder in the place of another.

use super::beside;
use super::disk::{Act, Disk};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// How the old site is called between two renames. That it is there is the journal of the swap: see [`repair`].
pub const ASIDE: &str = "old";

/// Puts `new` in the place of `target` and leaves the old folder, if there was one, where `new` was. Atomic where the
/// system can exchange two folders (Linux, macOS). Elsewhere there is an instant without a site; [`repair`] puts it right
/// if the run is killed just then.
pub fn swap(new: &Path, target: &Path, disk: &dyn Disk) -> io::Result<()> {
    if is_missing(target) {
        return disk.act(Act::Rename { from: new, to: target });
    }
    match disk.act(Act::Exchange(new, target)) {
        Err(error) if error.kind() == ErrorKind::Unsupported => rename_twice(new, target, disk),
        exchanged => exchanged,
    }
}

/// Puts the old site back if a run was killed between its two renames.
pub fn repair(target: &Path, disk: &dyn Disk) -> io::Result<()> {
    let aside = beside(target, ASIDE);
    if is_missing(target) && aside.is_dir() { disk.act(Act::Rename { from: &aside, to: target }) } else { Ok(()) }
}

fn rename_twice(new: &Path, target: &Path, disk: &dyn Disk) -> io::Result<()> {
    let aside = beside(target, ASIDE);
    disk.act(Act::Rename { from: target, to: &aside })?;
    if let Err(error) = disk.act(Act::Rename { from: new, to: target }) {
        repair(target, disk)?;
        return Err(error);
    }
    // The new site stands; what cannot be moved now is cleared by the next run.
    let _ = disk.act(Act::Rename { from: &aside, to: new });
    Ok(())
}

fn is_missing(path: &Path) -> bool {
    fs::symlink_metadata(path).is_err_and(|error| error.kind() == ErrorKind::NotFound)
}
