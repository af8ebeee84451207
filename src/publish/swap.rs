//! One folder in the place of another.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Puts `new` in the place of `target` and leaves the old folder, if there was one, where `new` was. Atomic where the
/// system can exchange two folders (Linux, macOS); elsewhere there is an instant without a site between two renames, and
/// only a run that is killed in it leaves the old site aside as `<new>.old`.
pub fn swap(new: &Path, target: &Path) -> io::Result<()> {
    if fs::symlink_metadata(target).is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        return fs::rename(new, target);
    }
    match exchange(new, target) {
        Err(error) if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) => {
            rename_twice(new, target)
        }
        exchanged => exchanged,
    }
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(new: &Path, target: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, new, CWD, target, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

fn rename_twice(new: &Path, target: &Path) -> io::Result<()> {
    let mut aside = new.as_os_str().to_owned();
    aside.push(".old");
    fs::rename(target, &aside)?;
    if let Err(error) = fs::rename(new, target) {
        fs::rename(&aside, target)?;
        return Err(error);
    }
    fs::rename(&aside, new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two_folders() -> (tempfile::TempDir, std::path::PathBuf, std::path::PathBuf) {
        let root = tempfile::tempdir().unwrap();
        let (new, target) = (root.path().join("new"), root.path().join("target"));
        fs::create_dir(&target).unwrap();
        fs::write(target.join("old.html"), "old").unwrap();
        (root, new, target)
    }

    #[test]
    fn two_renames_do_what_an_exchange_does() {
        for way in [swap, rename_twice] {
            let (_root, new, target) = two_folders();
            fs::create_dir(&new).unwrap();
            fs::write(new.join("new.html"), "new").unwrap();
            way(&new, &target).unwrap();
            assert!(target.join("new.html").is_file() && !target.join("old.html").exists());
            assert!(new.join("old.html").is_file(), "the old site lies where the new one was");
        }
    }

    #[test]
    fn a_failed_second_rename_is_undone() {
        let (root, new, target) = two_folders();
        assert!(rename_twice(&new, &target).is_err(), "there is no new folder");
        assert_eq!(fs::read_to_string(target.join("old.html")).unwrap(), "old");
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
    }
}
