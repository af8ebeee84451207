use super::{Listing, Refusal, World, is_hidden};
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The files below a folder, and the system's clock.
#[derive(Debug, Clone)]
pub struct DiskWorld {
    root: PathBuf,
}

impl DiskWorld {
    /// The world below this folder.
    pub fn new(root: impl Into<PathBuf>) -> DiskWorld {
        DiskWorld { root: root.into() }
    }

    /// The path of an entry that is a file; nothing for a folder.
    fn taken(&self, entry: walkdir::Result<DirEntry>, homes: &[PathBuf]) -> Result<Option<String>, (String, Refusal)> {
        let shown = |path: Option<&Path>| {
            let path = path.unwrap_or(&self.root);
            path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
        };
        let entry = entry.map_err(|error| {
            let path = shown(error.path());
            let circle = error.loop_ancestor().is_some();
            (path, if circle { Refusal::Circle } else { Refusal::Io(error.into()) })
        })?;
        if !entry.file_type().is_file() {
            return Ok(None);
        }
        let refused = |why| (shown(Some(entry.path())), why);
        let real = fs::canonicalize(entry.path()).map_err(|error| refused(Refusal::Io(error)))?;
        if !homes.iter().any(|home| real.starts_with(home)) {
            return Err(refused(Refusal::Outside));
        }
        self.relative(entry.path()).map(Some).ok_or_else(|| refused(Refusal::Name))
    }

    fn relative(&self, path: &Path) -> Option<String> {
        let parts: Option<Vec<&str>> =
            path.strip_prefix(&self.root).ok()?.components().map(|part| part.as_os_str().to_str()).collect();
        Some(parts?.join("/"))
    }
}

impl World for DiskWorld {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        fs::read(self.root.join(path))
    }

    fn list(&self, folder: &str) -> Listing {
        let mut listing = Listing::default();
        let top = self.root.join(folder);
        if !top.is_dir() {
            return listing;
        }
        let homes: Vec<PathBuf> = [&self.root, &top].into_iter().flat_map(fs::canonicalize).collect();
        let shown = |name: Option<&str>| !name.is_some_and(is_hidden);
        let walk = WalkDir::new(top).follow_links(true).into_iter();
        for entry in walk.filter_entry(|e| e.depth() == 0 || shown(e.file_name().to_str())) {
            match self.taken(entry, &homes) {
                Ok(file) => listing.files.extend(file),
                Err(refused) => listing.refused.push(refused),
            }
        }
        listing.files.sort();
        listing.refused.sort_by(|a, b| a.0.cmp(&b.0));
        listing
    }

    fn today(&self, utc_offset_minutes: i16) -> Date {
        let offset = Offset::from_seconds(i32::from(utc_offset_minutes) * 60).unwrap_or(Offset::UTC);
        jiff::Timestamp::now().to_zoned(TimeZone::fixed(offset)).date()
    }
}
