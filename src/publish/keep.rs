//! Files that do not change: the new site gets the old one's, so that their time stays and a copier sends what changed.

use super::disk::{Act, Disk};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::time::SystemTime;

/// Writes a file of the new site. Where the old site's file has the same bytes it is that very file, under a second name;
/// where the system refuses that, a copy of the same date. Other bytes always go into a fresh file.
pub fn place(disk: &dyn Disk, old: &Path, new: &Path, bytes: &[u8]) -> io::Result<()> {
    let modified = time_if_same(old, bytes);
    if modified.is_some() && below_its_folder(disk, new, Act::Link { from: old, to: new }).is_ok() {
        return Ok(());
    }
    below_its_folder(disk, new, Act::Write { path: new, bytes, modified })
}

/// Performs an act that needs the folder of `path`, which is made if it is missing.
fn below_its_folder(disk: &dyn Disk, path: &Path, act: Act) -> io::Result<()> {
    match (disk.act(act), path.parent()) {
        (Err(error), Some(folder)) if error.kind() == ErrorKind::NotFound => {
            disk.act(Act::CreateFolders(folder))?;
            disk.act(act)
        }
        (done, _) => done,
    }
}

/// When the file was last changed, if it is a plain file of just these bytes.
fn time_if_same(file: &Path, bytes: &[u8]) -> Option<SystemTime> {
    let found = fs::symlink_metadata(file).ok()?;
    let may_be = found.is_file() && found.len() == bytes.len() as u64;
    (may_be && fs::read(file).is_ok_and(|old| old == bytes)).then(|| found.modified().ok())?
}
