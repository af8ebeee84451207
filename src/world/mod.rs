//! The world around a run: files and the day. One on disk, one in memory for tests. Vocabulary.

mod disk;
mod memory;

pub use disk::DiskWorld;
pub use memory::MemoryWorld;

use jiff::civil::Date;
use std::io;

/// What a run may ask of its surroundings. Paths are relative to the portal's folder, with `/` between folders.
pub trait World: Sync {
    /// The bytes of a file.
    ///
    /// # Errors
    /// As the system says; `NotFound` where there is no such file.
    fn read(&self, path: &str) -> io::Result<Vec<u8>>;

    /// All files below a folder, sorted by path; none if there is no such folder. Hidden files, editors' swap and
    /// backup files are left out.
    ///
    /// # Errors
    /// As the system says.
    fn list(&self, folder: &str) -> io::Result<Vec<String>>;

    /// Today, so many minutes from UTC.
    fn today(&self, utc_offset_minutes: i16) -> Date;
}

/// Whether a file belongs to an editor or a system rather than to the content.
fn is_hidden(name: &str) -> bool {
    name.starts_with('.')
        || name.ends_with('~')
        || name.starts_with('#')
        || name.ends_with(".swp")
        || name.ends_with(".tmp")
}
