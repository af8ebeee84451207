use super::{World, is_hidden};
use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use std::io;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

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

    fn relative(&self, path: &Path) -> Option<String> {
        let parts: Option<Vec<&str>> =
            path.strip_prefix(&self.root).ok()?.components().map(|part| part.as_os_str().to_str()).collect();
        Some(parts?.join("/"))
    }
}

impl World for DiskWorld {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        std::fs::read(self.root.join(path))
    }

    fn list(&self, folder: &str) -> io::Result<Vec<String>> {
        let folder = self.root.join(folder);
        if !folder.is_dir() {
            return Ok(Vec::new());
        }
        let mut files = Vec::new();
        let walk = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
        let shown = |name: Option<&str>| !name.is_some_and(is_hidden);
        for entry in walk.filter_entry(|e| e.depth() == 0 || shown(e.file_name().to_str())) {
            let entry = entry?;
            if !entry.file_type().is_file() {
                continue;
            }
            let path = self.relative(entry.path()).ok_or_else(|| {
                let message = format!("{}: the file's name is not UTF-8", entry.path().display());
                io::Error::new(io::ErrorKind::InvalidData, message)
            })?;
            files.push(path);
        }
        files.sort();
        Ok(files)
    }

    fn today(&self, utc_offset_minutes: i16) -> Date {
        let offset = Offset::from_seconds(i32::from(utc_offset_minutes) * 60).unwrap_or(Offset::UTC);
        jiff::Timestamp::now().to_zoned(TimeZone::fixed(offset)).date()
    }
}
