//! On top of the pipeline: the site as an editor sees it while writing.
//!
//! [`serve`] watches a portal's folder, reads it anew when something has changed and it is quiet again, and answers browsers
//! from memory: pages are made when they are asked for, by the very functions of a build. What is written may be broken at
//! any moment; the last sound site then stays, with a list of what is wrong over it. [`Changes`] alone is what `kehoach watch`
//! waits for.

mod board;
mod changes;
mod editor;
mod overlay;
mod port;
mod request;
mod server;
mod snapshot;
mod stamp;
mod watched;

pub use changes::{Changes, Source};
pub use editor::Editor;
pub use port::{Address, listen};

use crate::Known;
use crate::diag::{Report, Sources};
use crate::lang::Lang;
use crate::outline::SiteOptions;
use crate::world::World;
use board::{Board, State};
use jiff::civil::Date;
use server::Server;
use snapshot::Snapshot;
use std::io;
use std::net::TcpListener;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};
use watched::Watched;

/// What a preview is told.
pub struct Options {
    /// The portal's folder.
    pub dir: PathBuf,
    /// What holds for the whole site.
    pub site: SiteOptions,
    /// The day as of which the site is shown, in place of today.
    pub as_of: Option<Date>,
    /// By what places in files are opened from the page.
    pub editor: Editor,
    /// How changes are found.
    pub source: Source,
    /// In which language to speak, by the site's first.
    pub lang: fn(Option<Lang>, Option<Lang>) -> Lang,
    /// What the user wants of that.
    pub wanted: Option<Lang>,
    /// Is told what happens.
    pub tell: fn(&News, Lang),
}

/// What a preview tells whoever started it.
pub enum News<'r> {
    /// Everything was read.
    Read {
        /// What is wrong.
        report: &'r Report,
        /// In which files.
        sources: &'r Sources,
        /// How long it took.
        took: Duration,
    },
    /// A page could not be made.
    PageFailed {
        /// What is wrong.
        report: &'r Report,
        /// In which files.
        sources: &'r Sources,
    },
    /// A mistake of the program's own; what is shown stays.
    Panicked,
    /// The system tells of no changes: they are looked for.
    Polling,
}

/// Serves on an open port for as long as the program runs.
///
/// # Errors
/// As the system says, before the first answer.
pub fn serve(options: Options, listener: TcpListener) -> io::Result<()> {
    let (tell, lang) = (options.tell, (options.lang)(options.wanted, None));
    let server = Arc::new(Server {
        board: Board::new(lang),
        world: Watched::new(&options.dir),
        listening: listener.local_addr()?.ip(),
        editor: options.editor.clone(),
        folder: editor::folder(&options.dir),
        on_failure: Box::new(move |state: &State| {
            tell(&News::PageFailed { report: &state.report, sources: &state.sources }, state.lang);
        }),
    });
    let reader = Arc::clone(&server);
    std::thread::Builder::new().name("reader".to_owned()).spawn(move || keep_reading(&options, &reader))?;
    server::run(server, listener)
}

/// Reads, and reads again after every change.
fn keep_reading(options: &Options, server: &Arc<Server>) {
    // From before the first reading on, so that no change is missed.
    let mut changes = Changes::of(&options.dir, &options.source);
    let mut known = Known::default();
    let mut was_polling = matches!(options.source, Source::Poll);
    loop {
        let day = today(server);
        if catch_unwind(AssertUnwindSafe(|| read(options, server, &mut known))).is_err() {
            known = Known::default();
            server.board.put_panic();
            (options.tell)(&News::Panicked, server.board.state().lang);
        }
        if changes.is_polling() && !was_polling {
            was_polling = true;
            (options.tell)(&News::Polling, server.board.state().lang);
        }
        // Midnight, or a clock that was set: the as-of date is another one.
        let day = day.or_else(|| today(server));
        match changes.wait(|| options.as_of.is_none() && today(server) != day) {
            Some(files) => server.world.have_changed(files.iter().map(PathBuf::as_path)),
            None => server.world.forget(),
        }
    }
}

fn read(options: &Options, server: &Arc<Server>, known: &mut Known) {
    let started = Instant::now();
    let earlier = server.board.state();
    let before = earlier.site.as_deref();
    let reading = snapshot::read(&server.world, &options.site, options.as_of, before, known);
    let lang = (options.lang)(options.wanted, reading.default_lang);
    server.board.put(reading, lang);
    let state = server.board.state();
    let (report, sources) = (&state.report, &state.sources);
    (options.tell)(&News::Read { report, sources, took: started.elapsed() }, lang);
    // A page that failed before may fail again, whatever else has changed.
    let may_fail =
        |site: &Arc<Snapshot>| earlier.report.has_errors() || before.is_none_or(|before| !before.has_theme_of(site));
    if let Some(site) = state.site.clone().filter(|site| !report.has_errors() && may_fail(site)) {
        try_all_pages(server, site);
    }
}

/// Looks for a page that the new templates cannot make, for as long as nothing newer is shown.
fn try_all_pages(server: &Arc<Server>, site: Arc<Snapshot>) {
    let server = Arc::clone(server);
    rayon::spawn(move || {
        let is_old = || !server.board.state().site.as_ref().is_some_and(|now| Arc::ptr_eq(now, &site));
        if let Some(failure) = site.first_failure(is_old) {
            server.tell_failure(&site, &failure);
        }
    });
}

/// Today in the portal's time zone, once that is known.
fn today(server: &Server) -> Option<Date> {
    server.board.state().site.as_ref().map(|site| server.world.today(site.utc_offset_minutes()))
}
