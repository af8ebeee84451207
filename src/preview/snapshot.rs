//! A sound site in memory: pages are made when they are asked for, with the very functions of a build.

use super::changes::THEMES;
use crate::build::{data_file_at, page_bytes, picture_bytes, worker};
use crate::diag::{Diagnostic, Report, Sources};
use crate::lang::Lang;
use crate::measure::{self, Figures};
use crate::model::Portal;
use crate::outline::{self, Outline, SiteOptions, WORKER};
use crate::render::{Theme, minified};
use crate::search;
use crate::timings::Stopwatch;
use crate::world::World;
use crate::{Checked, Known, Prepared, load, prepare_again};
use blake3::Hasher;
use jiff::civil::Date;
use rayon::prelude::*;
use self_cell::self_cell;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// What an outline is made of.
struct Ground {
    portal: Portal,
    figures: Figures,
}

self_cell!(
    struct Laid {
        owner: Ground,
        #[covariant]
        dependent: Outline,
    }
);

/// A sound site.
pub struct Snapshot {
    laid: Laid,
    theme: Arc<Theme>,
    /// What it was read from.
    sources: Arc<Sources>,
    statics: HashMap<String, Arc<Vec<u8>>>,
    search: search::OnDemand,
    /// A hash of the style sheets.
    pub styles: String,
    /// Whether the portal has templates or strings of its own.
    own_theme: bool,
}

/// What came of reading everything anew.
pub struct Reading {
    /// The files that were read.
    pub sources: Arc<Sources>,
    /// What is wrong, sorted by file and line.
    pub report: Report,
    /// The site's first language, if it could be read.
    pub default_lang: Option<Lang>,
    /// The site, if it is sound.
    pub snapshot: Option<Snapshot>,
}

/// Reads everything. If the theme is another one than before, a page of each kind in each language is tried.
pub fn read(
    world: &dyn World,
    options: &SiteOptions,
    as_of: Option<Date>,
    before: Option<&Snapshot>,
    known: &mut Known,
) -> Reading {
    let prepared = prepare_again(world, as_of, known, &mut Stopwatch::start());
    let Prepared { checked, theme, as_of, .. } = prepared;
    let Checked { sources, mut report, default_lang, portal, .. } = checked;
    let (mut snapshot, sources) = (None, Arc::new(sources));
    if let (Some(portal), Some(theme), false) = (portal, theme, report.has_errors()) {
        let made = Snapshot::new(portal, theme, as_of, options, known, &mut report);
        let own_theme = !world.list(THEMES).files.is_empty();
        let made = Snapshot { own_theme, sources: Arc::clone(&sources), ..made };
        if made.own_theme && before.is_none_or(|before| !before.has_theme_of(&made)) {
            report.diagnostics.extend(made.try_each_kind());
        }
        snapshot = (!report.has_errors()).then_some(made);
    }
    report.sort(&sources);
    known.sources = Arc::clone(&sources);
    Reading { sources, report, default_lang, snapshot }
}

impl Snapshot {
    fn new(
        portal: Portal,
        theme: Arc<Theme>,
        as_of: Date,
        options: &SiteOptions,
        known: &mut Known,
        report: &mut Report,
    ) -> Snapshot {
        let figures = measure::measure_again(&portal, as_of, &mut known.figures);
        let laid = Laid::new(Ground { portal, figures }, |ground| {
            outline::outline_again(&ground.portal, &ground.figures, options, report, &mut known.outline)
        });
        let statics: HashMap<_, _> =
            theme.static_files().map(|artifact| (artifact.path, Arc::new(artifact.bytes))).collect();
        let styles = hash_of_styles(&statics);
        let (sources, search) = (Arc::default(), search::OnDemand::default());
        Snapshot { laid, theme, sources, statics, search, styles, own_theme: false }
    }

    fn outline(&self) -> &Outline<'_> {
        self.laid.borrow_dependent()
    }

    fn portal(&self) -> &Portal {
        &self.laid.borrow_owner().portal
    }

    /// Minutes by which the portal's clock is before that of Greenwich.
    pub fn utc_offset_minutes(&self) -> i16 {
        self.portal().site.utc_offset_minutes
    }

    /// The path of its base address: `/` or `/ke-hoach/`.
    pub fn base_path(&self) -> &str {
        self.outline().base_path()
    }

    /// Whether a page stands at this path.
    pub fn has_page(&self, path: &str) -> bool {
        self.outline().page_at(path).is_some()
    }

    /// The file at this path of the site, as a build would write it; `None` where there is none.
    ///
    /// # Errors
    /// What the page's template asks for in vain.
    pub fn file(&self, world: &dyn World, path: &str) -> Result<Option<Arc<Vec<u8>>>, Diagnostic> {
        if let Some(page) = self.outline().page_at(path) {
            return page_bytes(self.outline(), &self.theme, page).map(|bytes| Some(Arc::new(bytes)));
        }
        if path == WORKER {
            return worker(self.outline(), &self.theme).map(|script| script.map(|script| Arc::new(script.bytes)));
        }
        if let Some(bytes) = self.statics.get(path) {
            return Ok(Some(Arc::clone(bytes)));
        }
        if let Some((folder, _)) = path.rsplit_once('/').filter(|_| path.ends_with(".svg") || path.ends_with(".png"))
            && let Some(page) = self.outline().page_at(&format!("{folder}/index.html"))
        {
            let picture = picture_bytes(self.outline(), &self.theme, page, path)?;
            return Ok(picture.map(Arc::new));
        }
        if let Some(attachment) = self.outline().attachments().find(|attachment| attachment.path == path) {
            return Ok(attached(world, attachment.file).map(Arc::new));
        }
        if let Some(bytes) = self.search.file(self.outline(), path) {
            return Ok(Some(bytes));
        }
        let Ground { portal, figures } = self.laid.borrow_owner();
        Ok(data_file_at(portal, figures, self.outline(), path).map(Arc::new))
    }

    /// The page at this path of the site, with where each of it is written; `None` where there is no page.
    ///
    /// # Errors
    /// What the page's template asks for in vain.
    pub fn traced(&self, path: &str) -> Result<Option<Vec<u8>>, Diagnostic> {
        let page = self.outline().page_at(path);
        let traced = page.map(|page| {
            let view = self.outline().traced_view(page, &self.sources);
            self.theme.page(page.template(), &view).map(minified)
        });
        traced.transpose()
    }

    /// The path of the page that is shown where there is none: in the language of the address.
    pub fn not_found(&self, path: &str) -> String {
        let languages = self.portal().site.languages.iter().map(|language| language.lang);
        let of_path = languages.skip(1).find(|lang| path.split('/').next() == Some(lang.code()));
        let own = of_path.map(|lang| format!("{lang}/404.html")).filter(|own| self.has_page(own));
        own.unwrap_or_else(|| "404.html".to_owned())
    }

    /// What fails on a page of each template in each language.
    fn try_each_kind(&self) -> Vec<Diagnostic> {
        let mut seen = BTreeSet::new();
        let pages: Vec<_> =
            self.outline().pages().iter().filter(|page| seen.insert((page.template(), page.lang))).collect();
        pages.par_iter().filter_map(|page| page_bytes(self.outline(), &self.theme, page).err()).collect()
    }

    /// Tries every page until the first that fails, unless `stop` says that nobody wants to know any more. Templates of the
    /// program's own are left out: its tests try them.
    pub fn first_failure(&self, stop: impl Fn() -> bool) -> Option<Diagnostic> {
        let pages = self.outline().pages().iter().filter(|_| self.own_theme);
        pages.take_while(|_| !stop()).find_map(|page| page_bytes(self.outline(), &self.theme, page).err())
    }

    /// Whether both were made with the same templates and strings.
    pub fn has_theme_of(&self, other: &Snapshot) -> bool {
        Arc::ptr_eq(&self.theme, &other.theme)
    }
}

/// An attachment's bytes, unless it has gone or become a link out of the portal since.
fn attached(world: &dyn World, file: &str) -> Option<Vec<u8>> {
    let path = format!("{}/{file}", load::CONTENT);
    let folder = path.rsplit_once('/')?.0;
    world.list(folder).files.contains(&path).then(|| world.read(&path).ok()).flatten()
}

fn hash_of_styles(statics: &HashMap<String, Arc<Vec<u8>>>) -> String {
    let mut styles: Vec<_> = statics.iter().filter(|(path, _)| path.ends_with(".css")).collect();
    styles.sort();
    let mut hasher = Hasher::new();
    styles.iter().for_each(|(path, bytes)| _ = hasher.update(path.as_bytes()).update(bytes));
    hasher.finalize().to_hex()[..16].to_owned()
}
