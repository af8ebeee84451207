//! What publishing does to a disk, act by act. Everything that changes something goes through here, so that a test can
//! make any one act fail, or let it be a run's last.

use std::fmt::Debug;
use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::time::SystemTime;

/// One change.
#[derive(Debug, Clone, Copy)]
pub enum Act<'a> {
    /// Makes a folder, which must not be there.
    CreateFolder(&'a Path),
    /// Makes a folder, and those above it, where they are missing.
    CreateFolders(&'a Path),
    /// Writes a file, which must not be there, and dates it.
    Write {
        /// Which.
        path: &'a Path,
        /// All of it.
        bytes: &'a [u8],
        /// When it was last changed, if that is not now.
        modified: Option<SystemTime>,
    },
    /// Gives a file a second name, which must not be there.
    Link {
        /// Its name.
        from: &'a Path,
        /// The second one.
        to: &'a Path,
    },
    /// Moves a file or folder.
    Rename {
        /// From here.
        from: &'a Path,
        /// To here.
        to: &'a Path,
    },
    /// Puts each of two folders in the place of the other, in one step.
    Exchange(&'a Path, &'a Path),
    /// Says who may enter a folder.
    Permit(&'a Path, &'a Permissions),
    /// Removes a file.
    RemoveFile(&'a Path),
    /// Removes a folder and everything in it.
    RemoveFolder(&'a Path),
}

/// Something that performs acts.
pub trait Disk: Debug + Send + Sync {
    /// Performs one.
    ///
    /// # Errors
    /// As the system says; [`ErrorKind::Unsupported`] where it has no such thing.
    fn act(&self, act: Act) -> io::Result<()>;
}

/// The disks of this computer.
#[derive(Debug, Clone, Copy)]
pub struct SystemDisk;

impl Disk for SystemDisk {
    fn act(&self, act: Act) -> io::Result<()> {
        match act {
            Act::CreateFolder(path) => fs::create_dir(path),
            Act::CreateFolders(path) => fs::create_dir_all(path),
            Act::Write { path, bytes, modified } => {
                let mut file = File::create_new(path)?;
                file.write_all(bytes)?;
                modified.map_or(Ok(()), |time| file.set_modified(time))
            }
            Act::Link { from, to } => fs::hard_link(from, to),
            Act::Rename { from, to } => fs::rename(from, to),
            Act::Exchange(one, other) => exchange(one, other),
            Act::Permit(path, permissions) => fs::set_permissions(path, permissions.clone()),
            Act::RemoveFile(path) => fs::remove_file(path),
            Act::RemoveFolder(path) => fs::remove_dir_all(path),
        }
    }
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(|error| match error {
        Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP => ErrorKind::Unsupported.into(),
        error => error.into(),
    })
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}
