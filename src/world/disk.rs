use super::{Listing, Refusal, Version, World, is_hidden};
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
    fn taken(&self, entry: walkdir::Result<DirEntry>, homes: &mut Homes) -> Result<Option<String>, (String, Refusal)> {
        let shown = |path: Option<&Path>| {
            let path = path.unwrap_or(&self.root);
            path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
        };
        let entry = entry.map_err(|error| {
            let path = shown(error.path());
            let circle = error.loop_ancestor().is_some();
            (path, if circle { Refusal::Circle } else { Refusal::Io(error.into()) })
        })?;
        if entry.path_is_symlink() {
            homes.links.push(entry.path().to_owned());
        }
        if !entry.file_type().is_file() {
            return Ok(None);
        }
        let refused = |why| (shown(Some(entry.path())), why);
        if !homes.hold(entry.path()).map_err(|error| refused(Refusal::Io(error)))? {
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
        let of = [&self.root, &top].into_iter().flat_map(fs::canonicalize).collect();
        let mut homes = Homes { of, links: Vec::new() };
        let shown = |name: Option<&str>| !name.is_some_and(is_hidden);
        let walk = WalkDir::new(top).follow_links(true).into_iter();
        for entry in walk.filter_entry(|e| e.depth() == 0 || shown(e.file_name().to_str())) {
            match self.taken(entry, &mut homes) {
                Ok(file) => listing.files.extend(file),
                Err(refused) => listing.refused.push(refused),
            }
        }
        listing.files.sort();
        listing.refused.sort_by(|a, b| a.0.cmp(&b.0));
        listing
    }

    fn version(&self, path: &str) -> Option<Version> {
        let version = Version::of(&fs::metadata(self.root.join(path)).ok()?);
        (!version.is_young()).then_some(version)
    }

    fn today(&self, utc_offset_minutes: i16) -> Date {
        let offset = Offset::from_seconds(i32::from(utc_offset_minutes) * 60).unwrap_or(Offset::UTC);
        jiff::Timestamp::now().to_zoned(TimeZone::fixed(offset)).date()
    }
}

/// The folders that content may stand in.
struct Homes {
    of: Vec<PathBuf>,
    /// Links that were met on the way: only what lies behind one can stand elsewhere.
    links: Vec<PathBuf>,
}

impl Homes {
    /// Whether a path leads to what stands in one of them.
    fn hold(&self, path: &Path) -> io::Result<bool> {
        if !self.links.iter().any(|link| path.starts_with(link)) {
            return Ok(true);
        }
        let real = fs::canonicalize(path)?;
        Ok(self.of.iter().any(|home| real.starts_with(home)))
    }
}
