//! Publishing: bytes become the folder of the site. Everything is first written into a staging folder beside the target,
//! then swapped in whole, so that a reader sees the old site or the new one and never a mixture.
//!
//! Only a folder that kehoach made (it bears [`MARKER`]) or one that is empty but for `.git*` is replaced; those entries
//! stay. What a killed run left behind is put right by [`Staging::begin`] of the next.

mod git;
mod leftover;
mod swap;
mod target;

use crate::diag::{Arg, Code, Diagnostic, io_reason};
use crate::model::Artifact;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The file by which kehoach knows a folder as one that it made.
pub const MARKER: &str = ".kehoach";

const MARKER_TEXT: &str = "Thư mục này do kehoach tạo ra; lần dựng sau sẽ thay toàn bộ nội dung.\n\
    This folder was made by kehoach; the next build replaces all of it.\n";

/// A site that is being written, unseen until [`Staging::commit`]. Dropped without that, it leaves no trace.
#[derive(Debug)]
pub struct Staging {
    /// What will be replaced: absolute, links resolved.
    target: PathBuf,
    /// Where the new site is written; after the swap, where the old one lies until it is removed.
    folder: PathBuf,
    /// The marker in `folder`, locked for as long as this run lives.
    marker: Option<File>,
}

impl Staging {
    /// A staging folder beside the target, which may be a folder, a link to one, or not there yet. Folders above it are
    /// made where they are missing; what dead runs left beside it is cleaned up.
    ///
    /// # Errors
    /// [`Code::OutputNotOurs`] where the target holds what kehoach did not make, [`Code::CannotWrite`] as the system says.
    pub fn begin(target: &Path) -> Result<Staging, Diagnostic> {
        let target = target::resolve(target)?;
        leftover::clear(&target);
        target::may_be_replaced(&target)?;
        let (folder, marker) = leftover::create(&target).map_err(|error| cannot_write(&target, &error))?;
        let mut staging = Staging { target, folder, marker: None };
        (&marker).write_all(MARKER_TEXT.as_bytes()).map_err(|error| cannot_write(&staging.target, &error))?;
        staging.marker = Some(marker);
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
        write_new(&self.folder.join(&artifact.path), &artifact.bytes).map_err(|error| cannot_write(&shown(), &error))
    }

    /// Puts the new site in the place of the old one, which is then removed.
    ///
    /// # Errors
    /// As [`Staging::begin`]; the old site is then as it was.
    pub fn commit(mut self) -> Result<(), Diagnostic> {
        target::may_be_replaced(&self.target)?;
        if cfg!(windows) {
            // An open file keeps its folder from being renamed there.
            self.marker = None;
        }
        let carried =
            git::carry(&self.target, &self.folder).and_then(|()| same_permissions(&self.target, &self.folder));
        carried
            .and_then(|()| swap::swap(&self.folder, &self.target))
            .map_err(|error| cannot_write(&self.target, &error))
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        self.marker = None;
        leftover::discard(&self.folder, &self.target);
    }
}

/// Whether a path is one of a file below the site's folder, and neither the marker nor one of the entries that git owns.
fn stays_inside(path: &str) -> bool {
    let plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':', '\0']);
    path.split('/').all(plain) && path != MARKER && !git::is_git_entry(path)
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = match File::create_new(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            File::create_new(path)?
        }
        opened => opened?,
    };
    file.write_all(bytes)
}

/// A web server may depend on who may enter the folder.
fn same_permissions(from: &Path, to: &Path) -> io::Result<()> {
    match fs::metadata(from) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        found => fs::set_permissions(to, found?.permissions()),
    }
}

fn cannot_write(path: &Path, error: &io::Error) -> Diagnostic {
    cannot_write_because(path, io_reason(error))
}

fn cannot_write_because(path: &Path, reason: Arg) -> Diagnostic {
    Diagnostic::nowhere(Code::CannotWrite).arg("path", &path.display()).arg("reason", reason)
}
