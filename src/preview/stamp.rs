//! Which files there are, and of what size and time: enough to see that something has changed.

use super::changes::WATCHED;
use crate::world::is_hidden;
use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use walkdir::WalkDir;

/// Some drives tell times in steps of two seconds. A file as young as this may change again and look the same, so its
/// bytes are looked at too.
const YOUNG: Duration = Duration::from_secs(4);

/// The files of a portal at one instant.
#[derive(Debug, Default)]
pub struct Stamp(BTreeMap<PathBuf, Seen>);

#[derive(Debug, PartialEq, Eq)]
struct Seen {
    size: u64,
    modified: Option<SystemTime>,
    /// Another file under the same name has another one, where the system has such numbers.
    number: u64,
    /// A hash of its bytes, if it is young.
    bytes: Option<blake3::Hash>,
}

impl Stamp {
    /// The files below the folders that a site is made of; what cannot be read is as good as not there.
    pub fn of(root: &Path) -> Stamp {
        let mut files = BTreeMap::new();
        for folder in WATCHED {
            let shown =
                |entry: &walkdir::DirEntry| entry.depth() == 0 || !is_hidden(&entry.file_name().to_string_lossy());
            let walk = WalkDir::new(root.join(folder)).follow_links(true).into_iter().filter_entry(shown);
            for entry in walk.flatten().filter(|entry| entry.file_type().is_file()) {
                if let Ok(metadata) = entry.metadata() {
                    files.insert(entry.path().to_owned(), seen(entry.path(), &metadata));
                }
            }
        }
        Stamp(files)
    }

    /// Whether any file came, went or changed.
    pub fn differs_from(&self, before: &Stamp) -> bool {
        let same = |new: &Seen, old: &Seen| {
            let young = new.bytes.zip(old.bytes).is_none_or(|(new, old)| new == old);
            young && (new.size, new.modified, new.number) == (old.size, old.modified, old.number)
        };
        self.0.len() != before.0.len()
            || !self.0.iter().all(|(path, new)| before.0.get(path).is_some_and(|old| same(new, old)))
    }
}

fn seen(path: &Path, metadata: &Metadata) -> Seen {
    let modified = metadata.modified().ok();
    // A clock that was set back makes files of the future: these are young for as long.
    let is_young = modified.is_none_or(|at| at.elapsed().map_or(true, |age| age < YOUNG));
    let bytes = is_young.then(|| std::fs::read(path).ok()).flatten().map(|bytes| blake3::hash(&bytes));
    Seen { size: metadata.len(), modified, number: number(metadata), bytes }
}

#[cfg(unix)]
fn number(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn number(_: &Metadata) -> u64 {
    0
}
