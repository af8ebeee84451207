//! Which files there are, and of what size and time: enough to see that something has changed.

use super::changes::WATCHED;
use crate::world::{Version, is_hidden};
use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The files of a portal at one instant.
#[derive(Debug, Default)]
pub struct Stamp(BTreeMap<PathBuf, Seen>);

#[derive(Debug)]
struct Seen {
    version: Version,
    /// A hash of its bytes, if it is young: then they are looked at too.
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

    /// Looks at one file again; false if that is not enough, since it was not there before or is no more.
    pub fn look_again(&mut self, path: &Path) -> bool {
        let Some(known) = self.0.get_mut(path) else { return false };
        let Ok(metadata) = std::fs::metadata(path) else { return false };
        *known = seen(path, &metadata);
        metadata.is_file()
    }

    /// Whether any file came, went or changed.
    pub fn differs_from(&self, before: &Stamp) -> bool {
        let same = |new: &Seen, old: &Seen| {
            let young = new.bytes.zip(old.bytes).is_none_or(|(new, old)| new == old);
            young && new.version == old.version
        };
        self.0.len() != before.0.len()
            || !self.0.iter().all(|(path, new)| before.0.get(path).is_some_and(|old| same(new, old)))
    }
}

fn seen(path: &Path, metadata: &Metadata) -> Seen {
    let version = Version::of(metadata);
    let bytes = version.is_young().then(|| std::fs::read(path).ok()).flatten().map(|bytes| blake3::hash(&bytes));
    Seen { version, bytes }
}
