//! Publishing: bytes become the folder of the site. Everything is first written into a staging folder beside the target,
//! then swapped in whole, so that a reader sees the old site or the new one and never a mixture.
//!
//! Only a folder that kehoach made (it bears [`MARKER`]) or one that is empty but for `.git*` is replaced; those entries
//! stay. What a killed run left behind is put right by [`Staging::begin`] of the next.

mod disk;
pub mod encoding;
mod git;
mod keep;
mod leftover;
mod lock;
mod swap;
mod target;

pub use disk::{Act, Disk, SystemDisk};

use crate::diag::{Arg, Code, Diagnostic, io_reason};
use crate::model::Artifact;
use lock::Lock;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The file by which kehoach knows a folder as one that it made.
pub const MARKER: &str = ".kehoach";

const MARKER_TEXT: &str = "Thư mục này do kehoach tạo ra; lần dựng sau sẽ thay toàn bộ nội dung.\n\
    This folder was made by kehoach; the next build replaces all of it.\n";

/// A site that is being written, unseen until [`Staging::commit`]. Dropped without that, it leaves no trace.
#[derive(Debug)]
pub struct Staging {
    disk: Arc<dyn Disk>,
    /// What will be replaced: absolute, links resolved.
    target: PathBuf,
    /// Where the new site is written; after the swap, where the old one lies until it is removed.
    folder: PathBuf,
    /// Let go last of all.
    _lock: Lock,
}

impl Staging {
    /// A staging folder beside the target, which may be a folder, a link to one, or not there yet. Folders above it are
    /// made where they are missing; what dead runs left beside it is cleaned up.
    ///
    /// # Errors
    /// [`Code::OutputNotOurs`] where the target holds what kehoach did not make, [`Code::OutputBusy`] while another run
    /// writes there, [`Code::CannotWrite`] as the system says.
    pub fn begin(target: &Path) -> Result<Staging, Diagnostic> {
        Staging::begin_on(Arc::new(SystemDisk), target)
    }

    /// As [`Staging::begin`], on a disk of the caller's.
    ///
    /// # Errors
    /// As there.
    pub fn begin_on(disk: Arc<dyn Disk>, target: &Path) -> Result<Staging, Diagnostic> {
        let target = target::resolve(target)?;
        let failed = |error| cannot_write(&target, &error);
        let lock = Lock::take(&target, Arc::clone(&disk))?;
        swap::repair(&target, &*disk).map_err(failed)?;
        if lock.is_held() {
            leftover::clear(&target, &*disk);
        }
        target::may_be_replaced(&target)?;
        let folder = leftover::create(&target, &*disk).map_err(failed)?;
        let staging = Staging { disk, target, folder, _lock: lock };
        staging.place(MARKER, MARKER_TEXT.as_bytes()).map_err(|error| cannot_write(&staging.target, &error))?;
        Ok(staging)
    }

    /// Writes one file of the site. May be called from many threads.
    ///
    /// # Errors
    /// [`Code::CannotWrite`] as the system says, for a path that leads out of the site, and for one that was written already.
    pub fn write(&self, artifact: &Artifact) -> Result<(), Diagnostic> {
        let shown = || self.target.join(&artifact.path);
        if !stays_inside(&artifact.path) {
            let reason = Arg::each("đường dẫn ra ngoài trang", "the path leads out of the site");
            return Err(cannot_write_because(&shown(), reason));
        }
        self.place(&artifact.path, &artifact.bytes).map_err(|error| cannot_write(&shown(), &error))
    }

    fn place(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        keep::place(&*self.disk, &self.target.join(path), &self.folder.join(path), bytes)
    }

    /// Puts the new site in the place of the old one, which is then removed.
    ///
    /// # Errors
    /// As [`Staging::begin`]; the old site is then as it was.
    pub fn commit(self) -> Result<(), Diagnostic> {
        target::may_be_replaced(&self.target)?;
        git::carry(&self.target, &self.folder, &*self.disk)
            .and_then(|()| self.same_permissions())
            .and_then(|()| swap::swap(&self.folder, &self.target, &*self.disk))
            .map_err(|error| cannot_write(&self.target, &error))
    }

    /// A web server may depend on who may enter the folder.
    fn same_permissions(&self) -> io::Result<()> {
        match fs::metadata(&self.target) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            found => self.disk.act(Act::Permit(&self.folder, &found?.permissions())),
        }
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        leftover::discard(&self.folder, &self.target, &*self.disk);
    }
}

/// What stands beside the target for it: `.public.kehoach-lock` for `public` and `lock`.
fn beside(target: &Path, what: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(".kehoach-");
    name.push(what);
    target.with_file_name(name)
}

/// Whether a path is one of a file below the site's folder, and neither the marker nor one of the entries that git owns.
fn stays_inside(path: &str) -> bool {
    let plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':', '\0']);
    path.split('/').all(plain) && path != MARKER && !git::is_git_entry(path)
}

fn cannot_write(path: &Path, error: &io::Error) -> Diagnostic {
    cannot_write_because(path, io_reason(error))
}

fn cannot_write_because(path: &Path, reason: Arg) -> Diagnostic {
    Diagnostic::nowhere(Code::CannotWrite).arg("path", &path.display()).arg("reason", reason)
}
