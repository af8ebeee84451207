use std::fs::Metadata;
use std::time::{Duration, SystemTime};

/// Some drives tell times in steps of two seconds: a file as young as this may change again and look the same.
const YOUNG: Duration = Duration::from_secs(4);

/// What is told of a file beside its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    size: u64,
    modified: Option<SystemTime>,
    /// When the system last changed anything about it, which no program sets; and its number: another file under the same
    /// name has another one. Zero where a system has no such things.
    changed: (i64, i64),
    number: u64,
}

impl Version {
    /// That of a file.
    pub fn of(metadata: &Metadata) -> Version {
        let (changed, number) = told_by_system(metadata);
        Version { size: metadata.len(), modified: metadata.modified().ok(), changed, number }
    }

    /// Whether the file may change again without another version. A clock that was set back makes files of the future:
    /// these are young for as long.
    pub fn is_young(&self) -> bool {
        self.modified.is_none_or(|at| at.elapsed().map_or(true, |age| age < YOUNG))
            || changed_at(self.changed).is_some_and(|at| at.elapsed().map_or(true, |age| age < YOUNG))
    }
}

fn changed_at((seconds, nanoseconds): (i64, i64)) -> Option<SystemTime> {
    let since = Duration::new(u64::try_from(seconds).ok()?, u32::try_from(nanoseconds).ok()?);
    (!since.is_zero()).then_some(SystemTime::UNIX_EPOCH + since)
}

#[cfg(unix)]
fn told_by_system(metadata: &Metadata) -> ((i64, i64), u64) {
    use std::os::unix::fs::MetadataExt;
    ((metadata.ctime(), metadata.ctime_nsec()), metadata.ino())
}

#[cfg(not(unix))]
fn told_by_system(_: &Metadata) -> ((i64, i64), u64) {
    ((0, 0), 0)
}
