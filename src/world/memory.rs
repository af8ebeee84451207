use super::{Listing, World, is_hidden};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::io;

/// A world of files in memory, on a given day.
#[derive(Debug, Clone)]
pub struct MemoryWorld {
    files: BTreeMap<String, Vec<u8>>,
    today: Date,
}

impl MemoryWorld {
    /// A world without files.
    pub fn new(today: Date) -> MemoryWorld {
        MemoryWorld { files: BTreeMap::new(), today }
    }

    /// Puts a file there, in place of one that was.
    pub fn write(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.to_owned(), bytes.into());
    }

    /// Takes a file away.
    pub fn remove(&mut self, path: &str) {
        self.files.remove(path);
    }
}

impl World for MemoryWorld {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        self.files.get(path).cloned().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    }

    fn list(&self, folder: &str) -> Listing {
        let inside = format!("{folder}/");
        let seen = |path: &String| path.starts_with(&inside) && !path.split('/').any(is_hidden);
        Listing { files: self.files.keys().filter(|path| seen(path)).cloned().collect(), refused: Vec::new() }
    }

    fn today(&self, _: i16) -> Date {
        self.today
    }
}
