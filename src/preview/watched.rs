//! The disk, as far as it was looked at: what nobody has told of is as it was. A thousand folders need not be walked for the
//! save of one file.

use crate::world::{DiskWorld, Listing, Version, World};
use jiff::civil::Date;
use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// A portal's folder on disk, whose changes somebody watches and tells.
pub struct Watched {
    disk: DiskWorld,
    /// As files are named by those who tell of changes.
    root: PathBuf,
    known: Mutex<Seen>,
}

/// What was seen since something unknown changed.
#[derive(Default)]
struct Seen {
    listings: HashMap<String, Vec<String>>,
    versions: HashMap<String, Version>,
}

impl Watched {
    /// The world below this folder.
    pub fn new(root: &Path) -> Watched {
        let disk = DiskWorld::new(root);
        let root = std::fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        Watched { disk, root, known: Mutex::default() }
    }

    fn seen(&self) -> std::sync::MutexGuard<'_, Seen> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Files that were there before have changed, and nothing else has.
    pub fn have_changed<'f>(&self, files: impl Iterator<Item = &'f Path>) {
        let mut seen = self.seen();
        for file in files {
            let parts = file.strip_prefix(&self.root).ok().into_iter().flat_map(Path::components);
            let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
            seen.versions.remove(&parts.join("/"));
        }
    }

    /// Anything may have changed.
    pub fn forget(&self) {
        *self.seen() = Seen::default();
    }
}

impl World for Watched {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        self.disk.read(path)
    }

    fn list(&self, folder: &str) -> Listing {
        if let Some(files) = self.seen().listings.get(folder) {
            return Listing { files: files.clone(), refused: Vec::new() };
        }
        let listing = self.disk.list(folder);
        if listing.refused.is_empty() {
            self.seen().listings.insert(folder.to_owned(), listing.files.clone());
        }
        listing
    }

    fn version(&self, path: &str) -> Option<Version> {
        if let Some(version) = self.seen().versions.get(path) {
            return Some(version.clone());
        }
        let version = self.disk.version(path)?;
        self.seen().versions.insert(path.to_owned(), version.clone());
        Some(version)
    }

    fn today(&self, utc_offset_minutes: i16) -> Date {
        self.disk.today(utc_offset_minutes)
    }
}
