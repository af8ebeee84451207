//! The build: each page is rendered and handed on as it comes, in parallel.

use crate::cache::{Cache, Key, Keys, Known};
use crate::card;
use crate::diag::{Code, Diagnostic, Report, Sources, io_reason};
use crate::lang::Lang;
use crate::measure::Figures;
use crate::model::{Artifact, Portal};
use crate::outline::view::View;
use crate::outline::{Outline, Page, Picture, SiteOptions};
use crate::publish::encoding::{Encoding, is_worth_packing};
use crate::render::{Theme, minified};
use crate::timings::{Stage, Stopwatch, Timings};
use crate::world::World;
use crate::{Checked, Prepared, export, load, measure, offline, outline, prepare, search};
use jiff::civil::Date;
use rayon::prelude::*;
use std::convert::Infallible;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Instant;

/// What a build may be told.
#[derive(Debug, Clone, Default)]
pub struct BuildOptions {
    /// What holds for the whole site.
    pub site: SiteOptions,
    /// The day as of which the site is built, in place of today.
    pub as_of: Option<Date>,
    /// The fingerprints of the last build, which spare the rendering of pages that are the same.
    pub cache: Option<Arc<Cache>>,
    /// Whether compressed versions stand beside the files that are smaller so.
    pub precompress: bool,
    /// Where the build says how far it is.
    pub progress: Arc<Progress>,
}

/// How far a build is; read from another thread.
#[derive(Debug, Default)]
pub struct Progress {
    /// Pages made.
    pub done: AtomicUsize,
    /// Pages that there will be; 0 until that is known.
    pub of: AtomicUsize,
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
    /// As of which day the site is, and by which clock that was told: minutes before that of Greenwich.
    pub day: (Date, i16),
    /// Pages made.
    pub pages: usize,
    /// Files made, pages included.
    pub files: usize,
    /// Their size.
    pub bytes: u64,
    /// How long each stage took. The sink's time counts as [`Stage::Publish`]; where both are at work at once, the time that
    /// passes is shared out as the threads' time is.
    pub timings: Timings,
}

/// Takes an artifact; called from many threads.
pub type Sink<'s> = &'s (dyn Fn(Artifact) -> Result<(), Diagnostic> + Sync);

/// Makes every file of the site and hands it to the sink as it comes.
pub fn build(world: &dyn World, options: &BuildOptions, sink: Sink) -> Built {
    let mut watch = Stopwatch::start();
    let Prepared { checked, theme, as_of, content_files, utc_offset_minutes } =
        prepare(world, options.as_of, &mut watch);
    let Checked { sources, mut report, default_lang, portal, .. } = checked;
    let of_bytes = options.cache.as_deref().map(|cache| cache.depend_on(std::iter::empty()));
    let versions = options.precompress.then_some(Versions { keys: of_bytes.as_ref() });
    let making = Making::new(sink, &options.progress, versions);
    if let (Some(portal), Some(theme)) = (&portal, &theme)
        && !report.has_errors()
    {
        let figures = measure::measure(portal, as_of);
        watch.lap(Stage::Measure);
        let outline = outline::outline(portal, &figures, &options.site, &mut report);
        watch.lap(Stage::Outline);
        if !report.has_errors() {
            let languages = format!("{:?}", portal.site.languages);
            let theme_files = || sources.iter().skip(content_files).chain([("languages", languages.as_str())]);
            let keys = options.cache.as_deref().map(|cache| cache.depend_on(theme_files()));
            making.pages(&outline, theme, keys.as_ref());
            making.static_files(theme);
            making.attachments(world, &outline);
            making.worker(&outline, theme);
            making.lap(&mut watch, Stage::Render);
            making.all(data_files(portal, &figures, &outline));
            let of_measure = |measure| making.all(export::measures::files(portal, &figures, &outline, measure));
            export::measures::measures(portal).into_par_iter().for_each(of_measure);
            making.lap(&mut watch, Stage::Export);
            making.search(&outline);
            making.lap(&mut watch, Stage::Search);
        }
    }
    report.diagnostics.extend(making.failed.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner()));
    report.sort(&sources);
    watch.lap(Stage::Rest);
    Built {
        sources,
        report,
        default_lang,
        day: (as_of, utc_offset_minutes),
        pages: options.progress.done.load(Ordering::Relaxed),
        files: making.files.into_inner(),
        bytes: making.bytes.into_inner(),
        timings: watch.timings(),
    }
}

/// A page as it is published.
pub(crate) fn page_bytes(outline: &Outline, theme: &Theme, page: &Page) -> Result<Vec<u8>, Diagnostic> {
    theme.page(page.template(), &outline.view(page)).map(minified)
}

/// The picture beside a page, as it is published at this path; `None` where there is none.
pub(crate) fn picture_bytes(
    outline: &Outline,
    theme: &Theme,
    page: &Page,
    path: &str,
) -> Result<Option<Vec<u8>>, Diagnostic> {
    // At an address that the page has left, its pictures stand as well.
    let page = outline.pages().iter().find(|at| at.kind == page.kind && at.lang == page.lang).unwrap_or(page);
    let view = outline.view(page);
    let stands_there = |picture: &Picture| picture.paths.iter().any(|own| own == path);
    if let Some(picture) = outline.picture(page, &view).filter(stands_there) {
        return theme.page(picture.template, &view).map(Some);
    }
    let picture = outline.card(page).filter(stands_there);
    picture.map(|picture| theme.card(picture.template, &view).map(|card| card::draw(&card))).transpose()
}

/// The script that keeps the pages for help on a reader's device.
pub(crate) fn worker(outline: &Outline, theme: &Theme) -> Result<Option<Artifact>, Diagnostic> {
    offline::worker(outline, theme, |page| page_bytes(outline, theme, page))
}

/// The files that are neither pages nor pictures nor those of single measures, nor the theme's nor attachments.
fn data_files<'p>(
    portal: &'p Portal,
    figures: &'p Figures,
    outline: &'p Outline,
) -> impl Iterator<Item = Artifact> + 'p {
    let headers = std::iter::once_with(|| export::headers::headers_file(outline.base_path()));
    export::exports(portal, figures).chain(export::calendar::calendars(portal, figures, outline)).chain(headers)
}

/// The file of that kind, or of a single measure, at this path of the site, as it is published.
pub(crate) fn data_file_at(portal: &Portal, figures: &Figures, outline: &Outline, path: &str) -> Option<Vec<u8>> {
    let headers = || Some(export::headers::headers_file(outline.base_path())).filter(|file| file.path == path);
    export::export_at(portal, figures, path)
        .or_else(|| export::measures::file_at(portal, figures, outline, path))
        .or_else(|| export::calendar::calendar_at(portal, figures, outline, path))
        .or_else(|| headers().map(|file| file.bytes))
}

/// Artifacts on their way to the sink.
struct Making<'s> {
    sink: Sink<'s>,
    progress: &'s Progress,
    versions: Option<Versions<'s>>,
    /// Set once the sink took no more: a full disk is reported once.
    stop: AtomicBool,
    files: AtomicUsize,
    bytes: AtomicU64,
    failed: Mutex<Vec<Diagnostic>>,
    /// Nanoseconds of all threads since the last lap: in the sink, and in all.
    in_sink: AtomicU64,
    at_work: AtomicU64,
}

impl<'s> Making<'s> {
    fn new(sink: Sink<'s>, progress: &'s Progress, versions: Option<Versions<'s>>) -> Making<'s> {
        Making {
            sink,
            progress,
            versions,
            stop: AtomicBool::new(false),
            files: AtomicUsize::new(0),
            bytes: AtomicU64::new(0),
            failed: Mutex::default(),
            in_sink: AtomicU64::new(0),
            at_work: AtomicU64::new(0),
        }
    }

    fn pages(&self, outline: &Outline, theme: &Theme, keys: Option<&Keys>) {
        let pages = outline.pages();
        self.progress.of.store(pages.len(), Ordering::Relaxed);
        pages.par_iter().for_each(|page| timed(&self.at_work, || self.page(outline, theme, keys, page)));
    }

    fn page(&self, outline: &Outline, theme: &Theme, keys: Option<&Keys>, page: &Page) {
        if self.stop.load(Ordering::Relaxed) {
            return;
        }
        let view = outline.view(page);
        self.rendered(keys, page.template(), &view, &[page.route.output()], |template| {
            theme.page(template, &view).map(minified)
        });
        if let Some(picture) = outline.picture(page, &view) {
            self.rendered(keys, picture.template, &view, &picture.paths, |template| theme.page(template, &view));
        }
        if let Some(picture) = outline.card(page) {
            self.card(theme, keys, &picture, &view);
        }
        self.progress.done.fetch_add(1, Ordering::Relaxed);
    }

    /// What a template makes of a view, at each of these paths; the first is known to the fingerprints.
    fn rendered(
        &self,
        keys: Option<&Keys>,
        template: &str,
        view: &View,
        paths: &[String],
        render: impl FnOnce(&str) -> Result<Vec<u8>, Diagnostic>,
    ) {
        let key = keys.and_then(|keys| Some((keys, keys.of(template, view)?)));
        self.at_each(paths, key, || render(template));
    }

    /// The picture beside links to a page. It shows nothing of the day, so it is known by its words alone.
    fn card(&self, theme: &Theme, keys: Option<&Keys>, picture: &Picture, view: &View) {
        match theme.card(picture.template, view) {
            Ok(card) => {
                let key = keys.map(|keys| (keys, keys.of_bytes("card", format!("{card:?}").as_bytes())));
                self.at_each(&picture.paths, key, || Ok(card::draw(&card)));
            }
            Err(diagnostic) => self.fail(diagnostic),
        }
    }

    /// The same bytes at each of these paths; the first is known to the fingerprints.
    fn at_each(&self, paths: &[String], key: Option<(&Keys, Key)>, make: impl FnOnce() -> Result<Vec<u8>, Diagnostic>) {
        let Some(first) = paths.first() else { return };
        match Known::or_make(first, key, make) {
            Ok(bytes) => {
                paths.iter().for_each(|path| self.take(Artifact { path: path.clone(), bytes: bytes.clone() }));
            }
            Err(diagnostic) => self.fail(diagnostic),
        }
    }

    fn static_files(&self, theme: &Theme) {
        self.all(theme.static_files());
    }

    fn worker(&self, outline: &Outline, theme: &Theme) {
        match timed(&self.at_work, || worker(outline, theme)) {
            Ok(script) => self.all(script.into_iter()),
            Err(diagnostic) => self.fail(diagnostic),
        }
    }

    /// The files beside the content that pages link to.
    fn attachments(&self, world: &dyn World, outline: &Outline) {
        self.all(outline.attachments().filter_map(|attachment| {
            let from = format!("{}/{}", load::CONTENT, attachment.file);
            match world.read(&from) {
                Ok(bytes) => Some(Artifact { path: attachment.path, bytes }),
                Err(error) => {
                    let reason = io_reason(&error);
                    self.fail(Diagnostic::nowhere(Code::UnreadableFile).arg("path", &from).arg("reason", reason));
                    None
                }
            }
        }));
    }

    /// The index of search, in each language.
    fn search(&self, outline: &Outline) {
        let take = |artifact| timed(&self.at_work, || self.take(artifact));
        timed(&self.at_work, || outline.search_pages().for_each(|page| search::files(outline, page, &take)));
    }

    fn all(&self, artifacts: impl Iterator<Item = Artifact>) {
        timed(&self.at_work, || artifacts.for_each(|artifact| self.take(artifact)));
    }

    /// Hands an artifact on, and its compressed versions.
    fn take(&self, artifact: Artifact) {
        let versions = self.versions.map_or_else(Vec::new, |versions| versions.of(&artifact));
        self.hand_on(artifact);
        versions.into_iter().for_each(|version| self.hand_on(version));
    }

    fn hand_on(&self, artifact: Artifact) {
        if self.stop.load(Ordering::Relaxed) {
            return;
        }
        let size = artifact.bytes.len() as u64;
        match timed(&self.in_sink, || (self.sink)(artifact)) {
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

    /// Ends a lap of a stage that hands artifacts to the sink.
    fn lap(&self, watch: &mut Stopwatch, stage: Stage) {
        let (in_sink, at_work) = (self.in_sink.swap(0, Ordering::Relaxed), self.at_work.swap(0, Ordering::Relaxed));
        watch.lap_shared(stage, Stage::Publish, in_sink as f64 / at_work.max(1) as f64);
    }
}

/// Where compressed versions come from: the old site, as far as it is known.
#[derive(Clone, Copy)]
struct Versions<'s> {
    keys: Option<&'s Keys<'s>>,
}

impl Versions<'_> {
    /// The compressed versions of an artifact that are smaller than it.
    fn of(self, artifact: &Artifact) -> Vec<Artifact> {
        let encodings = Encoding::ALL.iter().filter(|_| is_worth_packing(&artifact.path));
        let versions = encodings.map(|encoding| {
            let path = format!("{}.{}", artifact.path, encoding.ending());
            let key = self.keys.map(|keys| (keys, keys.of_bytes(encoding.ending(), &artifact.bytes)));
            let encode = || Ok::<_, Infallible>(encoding.encode(&artifact.bytes));
            let Ok(bytes) = Known::or_make(&path, key, encode);
            Artifact { path, bytes }
        });
        versions.filter(|version| version.bytes.len() < artifact.bytes.len()).collect()
    }
}

/// Does the work and adds its nanoseconds.
fn timed<T>(sum: &AtomicU64, work: impl FnOnce() -> T) -> T {
    let started = Instant::now();
    let done = work();
    sum.fetch_add(u64::try_from(started.elapsed().as_nanos()).unwrap_or(u64::MAX), Ordering::Relaxed);
    done
}
