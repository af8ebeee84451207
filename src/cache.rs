//! Fingerprints: a rebuild need not render a page whose view, theme and strings are the same as before.
//!
//! A page is a pure function of them, so a hash of them is its key. Kept are, for each page, its key and a hash of its bytes;
//! the bytes themselves are those of the old site, and are taken only if their hash is the one that is kept. So a cache or an
//! old site that is damaged, edited or of another day costs time and nothing else. The cache can be deleted at any time.

use crate::outline::view::View;
use blake3::{Hash, Hasher};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The file in the cache's folder: a line a page, with its key, the hash of its bytes, and its path in the site.
const FILE: &str = "pages";

/// The fingerprints of the last build.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    /// The site as it was published last.
    site: PathBuf,
    /// What every page depends on: so far, the program.
    common: Hasher,
    before: HashMap<String, Known>,
    now: Mutex<BTreeMap<String, Known>>,
}

/// What is known of a file of the old site.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known {
    key: Hash,
    bytes: Hash,
}

/// What a page's bytes follow from.
#[derive(Debug, Clone, Copy)]
pub struct Key(Hash);

impl Cache {
    /// The fingerprints that are kept in a folder, and the site that was published last. `None` where the program cannot
    /// tell which program it is: another one may make other pages.
    pub fn open(folder: &Path, site: &Path) -> Option<Cache> {
        let program = std::env::current_exe().and_then(fs::metadata).ok()?;
        let mut common = Hasher::new();
        add(&mut common, format!("{} {:?}", program.len(), program.modified().ok()?).as_bytes());
        let before = fs::read_to_string(folder.join(FILE)).unwrap_or_default().lines().filter_map(entry).collect();
        Some(Cache { folder: folder.to_owned(), site: site.to_owned(), common, before, now: Mutex::default() })
    }

    /// What all pages depend on besides their views: the files of the theme by name, and whatever else.
    pub(crate) fn depend_on<'s>(&self, parts: impl Iterator<Item = (&'s str, &'s str)>) -> Keys<'_> {
        let mut common = self.common.clone();
        for (name, text) in parts {
            add(&mut common, name.as_bytes());
            add(&mut common, text.as_bytes());
        }
        Keys { cache: self, common }
    }

    /// Writes down the fingerprints of this build, for the next one. That it cannot be done is no reason not to publish.
    ///
    /// # Errors
    /// As the system says.
    pub fn save(&self) -> io::Result<()> {
        let mut text = String::new();
        for (path, known) in &*self.now.lock().unwrap_or_else(PoisonError::into_inner) {
            let _ = writeln!(text, "{} {} {path}", known.key, known.bytes);
        }
        fs::create_dir_all(&self.folder)?;
        fs::write(self.folder.join(".gitignore"), "*\n")?;
        let new = self.folder.join("new");
        fs::write(&new, text)?;
        fs::rename(new, self.folder.join(FILE))
    }
}

/// The cache of one build.
#[derive(Debug)]
pub(crate) struct Keys<'c> {
    cache: &'c Cache,
    common: Hasher,
}

impl Keys<'_> {
    /// The key of a page; `None` if its view cannot be written down.
    pub(crate) fn of(&self, template: &str, view: &View) -> Option<Key> {
        let mut hasher = self.common.clone();
        add(&mut hasher, template.as_bytes());
        add(&mut hasher, &serde_json::to_vec(view).ok()?);
        Some(Key(hasher.finalize()))
    }

    /// The key of what is made of some bytes alone, in a way that has this name.
    pub(crate) fn of_bytes(&self, way: &str, bytes: &[u8]) -> Key {
        let mut hasher = self.common.clone();
        add(&mut hasher, way.as_bytes());
        add(&mut hasher, bytes);
        Key(hasher.finalize())
    }

    /// The bytes of the page with this key, if the old site has them.
    fn find(&self, path: &str, key: Key) -> Option<Vec<u8>> {
        let known = self.cache.before.get(path).filter(|known| known.key == key.0)?;
        let bytes = fs::read(self.cache.site.join(path)).ok()?;
        (blake3::hash(&bytes) == known.bytes).then_some(bytes)
    }

    /// Keeps the fingerprint of a page for the next build.
    fn keep(&self, path: &str, key: Key, bytes: &[u8]) {
        let known = Known { key: key.0, bytes: blake3::hash(bytes) };
        self.cache.now.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), known);
    }
}

impl Known {
    /// What stands at this path: the old site's bytes if they have this key, else as made. Without a key it is made.
    pub(crate) fn or_make<E>(
        path: &str,
        key: Option<(&Keys, Key)>,
        make: impl FnOnce() -> Result<Vec<u8>, E>,
    ) -> Result<Vec<u8>, E> {
        let Some((keys, key)) = key else { return make() };
        let bytes = keys.find(path, key).map_or_else(make, Ok)?;
        keys.keep(path, key, &bytes);
        Ok(bytes)
    }
}

/// With its length before it, so that no two lists of parts are the same bytes.
fn add(hasher: &mut Hasher, part: &[u8]) {
    hasher.update(&(part.len() as u64).to_le_bytes());
    hasher.update(part);
}

fn entry(line: &str) -> Option<(String, Known)> {
    let mut parts = line.splitn(3, ' ');
    let mut hash = || parts.next().and_then(|hex| Hash::from_hex(hex).ok());
    let known = Known { key: hash()?, bytes: hash()? };
    Some((parts.next()?.to_owned(), known))
}
