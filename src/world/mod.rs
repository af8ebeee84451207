//! The world around a run: files and the day. One on disk, one in memory for tests. Vocabulary.

mod disk;
mod memory;
mod version;

pub use disk::DiskWorld;
pub use memory::MemoryWorld;
pub use version::Version;

use crate::diag::{Arg, io_reason};
use jiff::civil::Date;
use std::io;

/// What a run may ask of its surroundings. Paths are relative to the portal's folder, with `/` between folders.
pub trait World: Sync {
    /// The bytes of a file.
    ///
    /// # Errors
    /// As the system says; `NotFound` where there is no such file.
    fn read(&self, path: &str) -> io::Result<Vec<u8>>;

    /// All files below a folder; none if there is no such folder. Hidden files, editors' swap and backup files are left
    /// out.
    fn list(&self, folder: &str) -> Listing;

    /// What a file's bytes can be known again by without reading them: while it is the same, so are they. `None` where
    /// nothing can be told, as of a file that was changed a moment ago: clocks of drives go in steps.
    fn version(&self, path: &str) -> Option<Version> {
        let _ = path;
        None
    }

    /// Today, so many minutes from UTC.
    fn today(&self, utc_offset_minutes: i16) -> Date;
}

/// What stands below a folder.
#[derive(Debug, Default)]
pub struct Listing {
    /// The files, sorted by path.
    pub files: Vec<String>,
    /// What could not be taken in, by path.
    pub refused: Vec<(String, Refusal)>,
}

/// Why something below a folder could not be taken in.
#[derive(Debug)]
pub enum Refusal {
    /// As the system says.
    Io(io::Error),
    /// It leads out of the portal's folder: what stands there is not content, and must not be published.
    Outside,
    /// It leads back to a folder around it.
    Circle,
    /// Its name is not UTF-8.
    Name,
}

impl From<&Refusal> for Arg {
    fn from(refusal: &Refusal) -> Arg {
        match refusal {
            Refusal::Io(error) => io_reason(error),
            Refusal::Outside => Arg::each(
                "liên kết dẫn ra ngoài thư mục của cổng thông tin; hãy chép tệp vào đây",
                "the link leads out of the portal's folder; copy the file here",
            ),
            Refusal::Circle => Arg::each(
                "liên kết dẫn vòng về thư mục chứa nó; hãy xóa liên kết",
                "the link leads back to a folder around it; remove the link",
            ),
            Refusal::Name => Arg::each(
                "tên tệp không phải là UTF-8; hãy đổi tên tệp",
                "the file's name is not UTF-8; rename the file",
            ),
        }
    }
}

/// Whether a file belongs to an editor or a system rather than to the content.
pub(crate) fn is_hidden(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || name.starts_with('#')
        || name.ends_with(".swp")
        || name.ends_with(".tmp")
}
