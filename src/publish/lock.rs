//! One run at a time for a target: a lock on the file `.public.kehoach-lock` beside `public`. The system lets it go when
//! a run ends, however it ends.

use super::disk::{Act, Disk};
use super::{beside, cannot_write};
use crate::diag::{Code, Diagnostic};
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Held for as long as a run writes.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    /// Locked until this value is gone.
    file: File,
    /// Whether the file system has locks.
    held: bool,
    disk: Arc<dyn Disk>,
}

impl Lock {
    /// The lock of a target. Where the file system has none, every run gets one that is not [`Lock::is_held`].
    ///
    /// # Errors
    /// [`Code::OutputBusy`] while another run has it, [`Code::CannotWrite`] as the system says.
    pub fn take(target: &Path, disk: Arc<dyn Disk>) -> Result<Lock, Diagnostic> {
        let path = beside(target, "lock");
        loop {
            let file = File::options().create(true).append(true).open(&path);
            let file = file.map_err(|error| cannot_write(target, &error))?;
            let held = match file.try_lock() {
                Ok(()) if !is_at(&file, &path) => continue,
                Ok(()) => true,
                Err(TryLockError::WouldBlock) => {
                    return Err(Diagnostic::nowhere(Code::OutputBusy).arg("path", &target.display()));
                }
                Err(TryLockError::Error(_)) => false,
            };
            return Ok(Lock { path, file, held, disk });
        }
    }

    /// Whether no other run can be at work.
    pub fn is_held(&self) -> bool {
        self.held
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Elsewhere nobody can tell whether a file is still the one at its path, and it stays.
        if cfg!(unix) {
            // An empty file that stays does no harm.
            let _ = self.disk.act(Act::RemoveFile(&self.path));
        }
        // Not left to the closing of the file, which a process that was started meanwhile may have open as well.
        let _ = self.file.unlock();
    }
}

/// Whether the file still stands at its path: the run that had the lock removes it at its end.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |found: std::io::Result<std::fs::Metadata>| found.map(|found| (found.dev(), found.ino())).ok();
    id(file.metadata()) == id(std::fs::metadata(path))
}

#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}
