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
//!    and beside it [`export`]: (portal, figures) → bytes, the data files, and [`search`]: outline → bytes, the index of search
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
//! The vocabulary under all of them: [`model`], [`lang`], [`diag`], [`world`], [`yaml`], [`markup`], [`chart`], [`card`].
//! On top: [`fn@build`], which calls the stages one after another ([`cache`] spares it pages that are the same, [`timings`] says
//! how long each took), and [`cli`]; beside it [`fidelity`], which compares plans with their scans, [`schema`] for editors and
//! the [`starter`] portal.

mod build;
pub mod cache;
pub mod card;
pub mod chart;
pub mod check;
pub mod cli;
pub mod diag;
pub mod export;
pub mod fidelity;
pub mod lang;
pub mod load;
pub mod markup;
pub mod measure;
pub mod model;
pub mod offline;
pub mod outline;
pub mod preview;
pub mod publish;
pub mod render;
pub mod schema;
pub mod search;
pub mod starter;
pub mod timings;
pub mod world;
pub mod yaml;

pub use build::{BuildOptions, Built, Progress, Sink, build};

use diag::{Report, Sources};
use fidelity::Compared;
use jiff::civil::Date;
use lang::Lang;
use model::Portal;
use outline::SiteOptions;
use rayon::prelude::*;
use render::{Theme, ThemeCache};
use std::sync::Arc;
use timings::{Stage, Stopwatch, Timings};
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
    /// How long each stage took.
    pub timings: Timings,
}

/// What is read before a page can be made.
struct Prepared {
    checked: Checked,
    theme: Option<Arc<Theme>>,
    as_of: Date,
    utc_offset_minutes: i16,
    /// How many of the sources are content; the others are the theme's.
    content_files: usize,
}

/// What an earlier reading in the same program leaves to the next: each part is used only where it would be made anew just so.
#[derive(Debug, Default)]
struct Known {
    /// The files that were read last.
    sources: Arc<Sources>,
    content: load::Cache,
    checked: check::Cache,
    figures: measure::Cache,
    outline: outline::Cache,
    theme: ThemeCache,
}

/// Checks content and theme as a build does, and keeps nothing of what it makes.
pub fn check(world: &dyn World, as_of: Option<Date>) -> Checked {
    let mut watch = Stopwatch::start();
    let prepared = prepare(world, as_of, &mut watch);
    finish(prepared, watch)
}

/// As [`fn@check`], and compares the text of every plan with its scan, which nothing else needs.
pub fn check_fidelity(world: &dyn World, as_of: Option<Date>) -> (Checked, Vec<Compared>) {
    let mut watch = Stopwatch::start();
    let (mut sources, mut report) = (Sources::default(), Report::default());
    let raw = load::load(world, &mut sources, &mut report);
    let scans = load::scans(world, &raw, &mut sources, &mut report);
    watch.lap(Stage::Load);
    let mut differences = Report::default();
    let compared = fidelity::compare(&raw, &scans, &sources, &mut differences);
    let mut prepared = prepare_loaded(world, &raw, (sources, report), as_of, &mut Known::default(), &mut watch);
    prepared.checked.report.diagnostics.extend(differences.diagnostics);
    (finish(prepared, watch), compared)
}

/// Makes every view of what was prepared, and keeps none.
fn finish(prepared: Prepared, mut watch: Stopwatch) -> Checked {
    let Prepared { mut checked, theme, as_of, .. } = prepared;
    if let (Some(portal), Some(theme)) = (&checked.portal, &theme) {
        let figures = measure::measure(portal, as_of);
        watch.lap(Stage::Measure);
        let outline = outline::outline(portal, &figures, &SiteOptions::default(), &mut checked.report);
        watch.lap(Stage::Outline);
        // A template may ask for what the view of one page alone does not have.
        let broken = outline.pages().par_iter().flat_map_iter(|page| {
            let view = outline.view(page);
            let pictures = [outline.picture(page, &view), outline.card(page)];
            let pictures = pictures.into_iter().flatten().map(|picture| picture.template);
            let templates = std::iter::once(page.template()).chain(pictures);
            templates.filter_map(|template| theme.page(template, &view).err()).collect::<Vec<_>>()
        });
        checked.report.diagnostics.extend(broken.collect::<Vec<_>>());
        watch.lap(Stage::Render);
    }
    if checked.report.has_errors() {
        checked.portal = None;
    }
    checked.report.sort(&checked.sources);
    checked.timings = watch.timings();
    checked
}

fn prepare(world: &dyn World, as_of: Option<Date>, watch: &mut Stopwatch) -> Prepared {
    prepare_again(world, as_of, &mut Known::default(), watch)
}

/// As [`prepare`], with what is known from before.
fn prepare_again(world: &dyn World, as_of: Option<Date>, known: &mut Known, watch: &mut Stopwatch) -> Prepared {
    let (mut sources, mut report) = (Sources::after(&known.sources), Report::default());
    let raw = load::load_again(world, &mut sources, &mut report, &mut known.content);
    watch.lap(Stage::Load);
    prepare_loaded(world, &raw, (sources, report), as_of, known, watch)
}

fn prepare_loaded(
    world: &dyn World,
    raw: &load::Raw,
    (mut sources, mut report): (Sources, Report),
    as_of: Option<Date>,
    known: &mut Known,
    watch: &mut Stopwatch,
) -> Prepared {
    let utc_offset_minutes = check::utc_offset_minutes(raw);
    let as_of = as_of.unwrap_or_else(|| world.today(utc_offset_minutes));
    let portal = check::check_again(raw, &sources, as_of, &mut report, &mut known.checked);
    watch.lap(Stage::Check);
    let content_files = sources.count();
    let theme = portal.as_ref().and_then(|portal| known.theme.load(world, &portal.site, &mut sources, &mut report));
    watch.lap(Stage::Render);
    let default_lang = raw.site.as_ref().map(|_| raw.langs[0]);
    Prepared {
        checked: Checked { sources, report, default_lang, portal, timings: Timings::default() },
        theme,
        as_of,
        utc_offset_minutes,
        content_files,
    }
}
