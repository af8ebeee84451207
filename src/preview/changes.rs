//! What changes on disk, as "something did, and now it is quiet": the only question that a build has, since it reads anew
//! whatever it reads.
//!
//! The system's events come within milliseconds, and may be lost (too many at once), missing (a network drive) or of a
//! folder that was made and filled before it could be watched. So a look at every file's size and time comes after them as a
//! second witness, now and then; where there are no events (`--poll`) it is the only one.

use super::stamp::Stamp;
use crate::world::is_hidden;
use notify::event::{AccessKind, AccessMode, CreateKind, MetadataKind, ModifyKind, RemoveKind};
use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// The folders of a portal that a site is made of.
pub const WATCHED: [&str; 2] = [crate::load::CONTENT, THEMES];

/// The folder of the portal's own themes.
pub const THEMES: &str = "themes";

/// How long it must be quiet after the save of a file: editors write, rename and set times within a few milliseconds.
const QUIET: Duration = Duration::from_millis(12);
/// How long after a burst (a branch switch, an unpacked archive) or a change of folders.
const QUIET_AFTER_BURST: Duration = Duration::from_millis(150);
/// So many different files are a burst.
const BURST: usize = 4;
/// Files that change without end keep nobody from seeing them for longer than this.
const LONGEST_BURST: Duration = Duration::from_secs(20);
/// So long a program may pause within a file that it writes, until what is there is taken for all of it.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
/// How often files are looked at while events come, and where there are none.
const SECOND_LOOK: Duration = Duration::from_secs(3);
const POLL: Duration = Duration::from_millis(400);

/// Where news of a portal's files comes from.
pub enum Source {
    /// The system's events.
    Events,
    /// Looking again and again: for drives that send no events.
    Poll,
}

/// The changes of a portal's folder.
pub struct Changes {
    root: PathBuf,
    /// Whatever the watcher sends, in the order in which it happened.
    events: Receiver<notify::Result<Event>>,
    /// None while there are no events to be had.
    watcher: Option<RecommendedWatcher>,
    /// Whether a folder went just as it was to be watched: others beside it may be unwatched.
    partly: bool,
    stamp: Stamp,
}

impl Changes {
    /// Watches from now on. Where the system sends no events, files are looked at instead.
    pub fn of(root: &Path, source: &Source) -> Changes {
        let (send, events) = mpsc::channel();
        let watcher = match source {
            Source::Events => notify::recommended_watcher(send).ok(),
            Source::Poll => None,
        };
        // Events name files by their real path.
        let root = std::fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        let mut changes = Changes { stamp: Stamp::default(), root, events, watcher, partly: false };
        changes.watch();
        changes.stamp = Stamp::of(&changes.root);
        changes
    }

    /// Whether changes are found by looking alone.
    pub fn is_polling(&self) -> bool {
        self.watcher.is_none()
    }

    /// Waits until something has changed and it is quiet again, or until `else_if` says so, which is asked now and then.
    /// Gives back the files that changed, if these were there before, are still, and nothing else has changed.
    pub fn wait(&mut self, else_if: impl Fn() -> bool) -> Option<BTreeSet<PathBuf>> {
        let changed = loop {
            let patience = if self.is_polling() || self.partly { POLL } else { SECOND_LOOK };
            match self.next(patience) {
                Some(news) if news.matters() => break self.settle(news),
                Some(_) => {}
                None if else_if() => break Burst::default(),
                None if self.has_changed() => break self.settle(News::Much),
                None => {}
            }
        };
        // All before the build reads: what is written after this is seen the next time.
        if !changed.much && changed.files.iter().all(|file| self.stamp.look_again(file)) {
            return Some(changed.files);
        }
        self.watch();
        self.stamp = Stamp::of(&self.root);
        None
    }

    /// Waits for the end of what has begun.
    fn settle(&mut self, first: News) -> Burst {
        let begun = Instant::now();
        let (mut burst, mut open, mut last) = (Burst::default(), BTreeSet::new(), begun);
        let mut news = Some(first);
        loop {
            if news.is_some() {
                last = Instant::now();
            }
            match news {
                Some(News::Much) => burst.much = true,
                Some(News::File(path)) => {
                    open.remove(&path);
                    burst.files.insert(path);
                }
                Some(News::Written(path)) => {
                    open.insert(path.clone());
                    burst.files.insert(path);
                }
                Some(News::Closed(path)) => _ = open.remove(&path),
                Some(News::Nothing) => {}
                None if !open.is_empty() && last.elapsed() < LONGEST_PAUSE => {}
                None if !self.is_polling() || !self.has_changed() => return burst,
                None => {}
            }
            if begun.elapsed() > LONGEST_BURST {
                return Burst { much: true, ..burst };
            }
            let quiet = if burst.much || burst.files.len() >= BURST { QUIET_AFTER_BURST } else { QUIET };
            news = self.next(quiet);
        }
    }

    /// The next thing that happens, or `None` after so long.
    fn next(&mut self, patience: Duration) -> Option<News> {
        if self.is_polling() {
            std::thread::sleep(patience);
            return None;
        }
        match self.events.recv_timeout(patience) {
            Ok(Ok(event)) => Some(self.news(&event)),
            // Too many watches, a folder that went while it was being watched: files are looked at.
            Ok(Err(_)) => Some(News::Much),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => {
                self.watcher = None;
                None
            }
        }
    }

    fn has_changed(&mut self) -> bool {
        let now = Stamp::of(&self.root);
        let changed = now.differs_from(&self.stamp);
        self.stamp = now;
        changed
    }

    fn news(&self, event: &Event) -> News {
        if event.need_rescan() {
            return News::Much;
        }
        let folders = match event.kind {
            // Reading is no change: a build that wakes itself would never end.
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => {
                return event.paths.first().map_or(News::Nothing, |path| News::Closed(path.clone()));
            }
            EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)) => {
                return News::Nothing;
            }
            EventKind::Create(CreateKind::Folder) | EventKind::Remove(RemoveKind::Folder) => true,
            _ => false,
        };
        let mut paths = event.paths.iter().filter(|path| self.is_watched(path));
        match paths.next() {
            None => News::Nothing,
            Some(path) if folders || path.parent() == Some(&*self.root) || path.is_dir() => News::Much,
            // Elsewhere nobody tells when a file is closed.
            Some(path) if cfg!(target_os = "linux") && is_writing(event.kind) => News::Written(path.clone()),
            Some(path) => News::File(path.clone()),
        }
    }

    /// Whether a path is one of the site's sources. Swap and lock files of editors are none.
    fn is_watched(&self, path: &Path) -> bool {
        let Ok(inside) = path.strip_prefix(&self.root) else { return false };
        let mut parts = inside.iter().map(|part| part.to_string_lossy());
        let Some(first) = parts.next() else { return false };
        WATCHED.contains(&&*first) && !parts.any(|part| is_hidden(&part))
    }

    /// Watches the folders that are there now: one that was moved away and put back is another one to the system.
    fn watch(&mut self) {
        let Some(watcher) = &mut self.watcher else { return };
        let mut failed = watcher.watch(&self.root, RecursiveMode::NonRecursive).err();
        for folder in WATCHED.map(|name| self.root.join(name)).iter().filter(|folder| folder.is_dir()) {
            failed = watcher.watch(folder, RecursiveMode::Recursive).err().or(failed);
        }
        self.partly = failed.as_ref().is_some_and(is_of_a_moment);
        if failed.is_some() && !self.partly {
            self.watcher = None;
        }
    }
}

/// Whether somebody has a file open and writes into it.
fn is_writing(kind: EventKind) -> bool {
    matches!(kind, EventKind::Create(CreateKind::File) | EventKind::Modify(ModifyKind::Data(_)))
}

/// Whether nothing is wrong but that a file or folder has just gone.
fn is_of_a_moment(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound | ErrorKind::WatchNotFound => true,
        ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
        _ => false,
    }
}

/// What changed at one go.
#[derive(Default)]
struct Burst {
    files: BTreeSet<PathBuf>,
    /// Whether folders changed as well, or nobody knows what.
    much: bool,
}

/// What an event tells.
enum News {
    /// Nothing that a site is made of.
    Nothing,
    /// A file, or what may be one.
    File(PathBuf),
    /// A file that is being written: its end is told too.
    Written(PathBuf),
    /// The end of that.
    Closed(PathBuf),
    /// Folders, or nobody knows what: more is likely to follow.
    Much,
}

impl News {
    fn matters(&self) -> bool {
        !matches!(self, News::Nothing | News::Closed(_))
    }
}
