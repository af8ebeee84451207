#![forbid(unsafe_code)]
#![warn(missing_docs)]
//! kehoach turns plans written in YAML into a bilingual public website.
//!
//! This page is the table of contents. The stages follow one another, each in a folder of its own; a stage knows only the
//! vocabulary and what it is handed:
//!
//! 1. [`load`]: files of a [`world::World`] → [`load::Raw`] content, every leaf with its place
//! 2. [`mod@check`]: raw content → a sound [`model::Portal`]
//! 3. [`mod@measure`]: (portal, as-of date) → [`measure::Figures`]; the only home of arithmetic
//! 4. [`mod@outline`]: (portal, figures) → an [`outline::Outline`]: every page, its route and what it shows
//! 5. [`render`]: (page, theme) → bytes, a pure function
//! 6. [`publish`]: bytes → the folder of the site, staged beside it and then swapped in whole
//!
//! ```
//! use kehoach::world::MemoryWorld;
//!
//! let mut world = MemoryWorld::new(jiff::civil::date(2026, 11, 22));
//! world.write("content/site.yaml", "format: 1\ntitel: Kế hoạch\n");
//! let checked = kehoach::check(&world, None);
//! let codes: Vec<_> = checked.report.diagnostics.iter().map(|d| d.code.entry().name).collect();
//! assert!(codes.contains(&"unknown-field") && checked.portal.is_none());
//! ```
//!
//! The vocabulary under all of them: [`model`], [`lang`], [`diag`], [`world`], [`yaml`], [`markup`].
//! On top: [`cli`].

pub mod check;
pub mod cli;
pub mod diag;
pub mod lang;
pub mod load;
pub mod markup;
pub mod measure;
pub mod model;
pub mod outline;
pub mod publish;
pub mod render;
pub mod world;
pub mod yaml;

use diag::{Code, Diagnostic, Report, Sources};
use jiff::civil::Date;
use lang::Lang;
use measure::Figures;
use model::{Artifact, Portal};
use outline::{Outline, Page, SiteOptions};
use rayon::prelude::*;
use render::Theme;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use world::World;

/// What a check found.
#[derive(Debug)]
pub struct Checked {
    /// The files that were read.
    pub sources: Sources,
    /// What is wrong, sorted by file and line.
    pub report: Report,
    /// The site's first language, if it could be read.
    pub default_lang: Option<Lang>,
    /// The portal, if nothing is wrong.
    pub portal: Option<Portal>,
}

/// What a build may be told.
#[derive(Debug, Clone, Default)]
pub struct BuildOptions {
    /// Where the site will stand, in place of the content's `base_url`.
    pub base_url: Option<String>,
    /// The day as of which the site is built, in place of today.
    pub as_of: Option<Date>,
}

/// What a build made.
#[derive(Debug)]
pub struct Built {
    /// The files that were read.
    pub sources: Sources,
    /// What is wrong, sorted by file and line. With an error in it, what was made must not be published.
    pub report: Report,
    /// The site's first language, if it could be read.
    pub default_lang: Option<Lang>,
    /// Pages made.
    pub pages: usize,
    /// Files made, pages included.
    pub files: usize,
    /// Their size.
    pub bytes: u64,
}

/// Takes an artifact; called from many threads.
pub type Sink<'s> = &'s (dyn Fn(Artifact) -> Result<(), Diagnostic> + Sync);

/// What is read before a page can be made.
struct Prepared {
    checked: Checked,
    theme: Option<Theme>,
    as_of: Date,
}

/// Checks content and theme, without making a page.
pub fn check(world: &dyn World, as_of: Option<Date>) -> Checked {
    let Prepared { mut checked, as_of, .. } = prepare(world, as_of);
    if let Some(portal) = &checked.portal {
        let figures = measure::measure(portal, as_of);
        outline::outline(portal, &figures, &SiteOptions::default(), &mut checked.report);
    }
    if checked.report.has_errors() {
        checked.portal = None;
    }
    checked.report.sort();
    checked
}

fn prepare(world: &dyn World, as_of: Option<Date>) -> Prepared {
    let (mut sources, mut report) = (Sources::default(), Report::default());
    let raw = load::load(world, &mut sources, &mut report);
    let as_of = as_of.unwrap_or_else(|| world.today(check::utc_offset_minutes(&raw)));
    let portal = check::check(&raw, &sources, as_of, &mut report);
    let theme = portal.as_ref().and_then(|portal| Theme::load(world, &portal.site, &mut sources, &mut report));
    let checked = Checked { sources, report, default_lang: raw.site.as_ref().map(|_| raw.langs[0]), portal };
    Prepared { checked, theme, as_of }
}

/// Makes every file of the site and hands it to the sink as it comes.
pub fn build(world: &dyn World, options: &BuildOptions, sink: Sink) -> Built {
    let Prepared { checked, theme, as_of } = prepare(world, options.as_of);
    let Checked { sources, mut report, default_lang, portal } = checked;
    let making = Making {
        sink,
        stop: AtomicBool::new(false),
        files: AtomicUsize::new(0),
        bytes: AtomicU64::new(0),
        failed: Mutex::default(),
    };
    let mut pages = 0;
    if let (Some(portal), Some(theme)) = (&portal, &theme)
        && !report.has_errors()
    {
        let figures: Figures = measure::measure(portal, as_of);
        let options = SiteOptions { base_url: options.base_url.clone() };
        let outline = outline::outline(portal, &figures, &options, &mut report);
        if !report.has_errors() {
            pages = outline.pages().len();
            making.pages(&outline, theme);
            making.files(world, &outline, theme);
        }
    }
    report.diagnostics.extend(making.failed.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner()));
    report.sort();
    Built { sources, report, default_lang, pages, files: making.files.into_inner(), bytes: making.bytes.into_inner() }
}

/// Artifacts on their way to the sink.
struct Making<'s> {
    sink: Sink<'s>,
    /// Set once the sink took no more: a full disk is reported once.
    stop: AtomicBool,
    files: AtomicUsize,
    bytes: AtomicU64,
    failed: Mutex<Vec<Diagnostic>>,
}

impl Making<'_> {
    fn pages(&self, outline: &Outline, theme: &Theme) {
        outline.pages().par_iter().for_each(|page| self.page(outline, theme, page));
    }

    fn page(&self, outline: &Outline, theme: &Theme, page: &Page) {
        if self.stop.load(Ordering::Relaxed) {
            return;
        }
        match theme.page(page.kind.template(), &outline.view(page)) {
            Ok(bytes) => self.take(Artifact { path: page.route.output(), bytes }),
            Err(diagnostic) => self.fail(diagnostic),
        }
    }

    /// The theme's static files, and the files beside the content that pages link to.
    fn files(&self, world: &dyn World, outline: &Outline, theme: &Theme) {
        theme.static_files().for_each(|artifact| self.take(artifact));
        for attachment in outline.attachments() {
            let from = format!("{}/{}", load::CONTENT, attachment.file);
            match world.read(&from) {
                Ok(bytes) => self.take(Artifact { path: attachment.path, bytes }),
                Err(error) => {
                    let reason = diag::io_reason(&error);
                    self.fail(Diagnostic::nowhere(Code::UnreadableFile).arg("path", &from).arg("reason", reason));
                }
            }
        }
    }

    fn take(&self, artifact: Artifact) {
        if self.stop.load(Ordering::Relaxed) {
            return;
        }
        let size = artifact.bytes.len() as u64;
        match (self.sink)(artifact) {
            Ok(()) => {
                self.files.fetch_add(1, Ordering::Relaxed);
                self.bytes.fetch_add(size, Ordering::Relaxed);
            }
            Err(diagnostic) => {
                self.stop.store(true, Ordering::Relaxed);
                self.fail(diagnostic);
            }
        }
    }

    fn fail(&self, diagnostic: Diagnostic) {
        self.failed.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).push(diagnostic);
    }
}
