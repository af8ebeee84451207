//! The fourth stage: which pages there are, where each stands and what it shows.
//!
//! An [`Outline`] knows every [`Page`] by its [`PageKind`], language and [`Route`]; what a page shows is a [`view::View`],
//! made when it is asked for, so that a large site never sits in memory. Each kind of page has a file of its own here.

mod address;
mod agencies;
mod anchor;
mod calendar;
mod comparison;
mod data;
mod deadline;
mod document;
mod documents;
mod dossier;
mod downloads;
mod frame;
mod goal;
mod home;
mod hotlines;
mod index;
mod involvement;
mod keys;
mod matrix;
mod method;
mod page;
mod pages;
mod plan;
mod plans;
mod poster;
mod progress;
mod responsibilities;
mod route;
mod search;
mod source;
mod staleness;
mod targets;
mod text;
mod trace;
pub mod view;

pub use downloads::Picture;
pub use frame::WORKER;
pub use page::{Page, PageKind, Paper, Stands};
pub use route::Route;
pub use search::EntryGroup;

use crate::diag::{Report, Sources};
use crate::lang::Lang;
use crate::measure::Figures;
use crate::model::{Memo, Portal};
use dossier::PlanIndex;
use index::Index;
use pages::Pages;
use std::sync::Arc;
use text::Here;
use view::{Body, FreePageView, MovedView, NotFoundView, TitledLink, View};

/// What a run may set otherwise than the content does.
#[derive(Debug, Clone, Default)]
pub struct SiteOptions {
    /// Where the site will stand, in place of the content's `base_url`.
    pub base_url: Option<String>,
    /// Whether links name the file of a page (`index.html`), for a site that is opened without a server.
    pub portable: bool,
}

/// Every page there will be.
#[derive(Debug)]
pub struct Outline<'a> {
    portal: &'a Portal,
    figures: &'a Figures,
    base_url: String,
    portable: bool,
    pages: Arc<Pages>,
    index: Index,
}

/// What earlier runs of the same program have laid out.
#[derive(Debug, Default)]
pub struct Cache {
    plans: Memo<PlanIndex>,
    pages: Option<Arc<Pages>>,
}

/// A file beside the content that is published as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment<'a> {
    /// Its path under `content/`.
    pub file: &'a str,
    /// Its path in the site.
    pub path: String,
}

/// Lays out a portal. Two pages on one address are reported, and reports whose figures are awaited.
pub fn outline<'a>(
    portal: &'a Portal,
    figures: &'a Figures,
    options: &SiteOptions,
    report: &mut Report,
) -> Outline<'a> {
    outline_again(portal, figures, options, report, &mut Cache::default())
}

/// As [`outline`], for a program that does so again and again: what follows from a plan alone is gathered anew only of
/// plans that are not the same, and addresses only where one may be another.
pub fn outline_again<'a>(
    portal: &'a Portal,
    figures: &'a Figures,
    options: &SiteOptions,
    report: &mut Report,
    cache: &mut Cache,
) -> Outline<'a> {
    let mut base_url = options.base_url.as_ref().unwrap_or(&portal.site.base_url).clone();
    if !base_url.ends_with('/') {
        base_url.push('/');
    }
    let index = Index::new(portal, &mut cache.plans);
    let pages = Pages::of(portal, &index, cache.pages.take());
    cache.pages = Some(Arc::clone(&pages));
    address::report_duplicates(portal, &pages, report);
    staleness::report_awaited(portal, figures, report);
    staleness::report_to_ring_again(portal, figures, report);
    Outline { portal, figures, base_url, portable: options.portable, pages, index }
}

impl Outline<'_> {
    /// The path of the base address on its host: `/` or `/ke-hoach/`.
    pub fn base_path(&self) -> &str {
        let host = self.base_url.split_once("://").map_or(0, |(scheme, _)| scheme.len() + 3);
        self.base_url[host..].find('/').map_or("/", |at| &self.base_url[host + at..])
    }

    /// The whole address of a page.
    fn url(&self, kind: PageKind, lang: Lang) -> String {
        format!("{}{}", self.base_url, address::route(self.portal, kind, lang))
    }

    /// All pages: by kind, in the order of the content, each in every language.
    pub fn pages(&self) -> &[Page] {
        &self.pages.list
    }

    /// The page whose file has this path in the site.
    pub fn page_at(&self, path: &str) -> Option<&Page> {
        self.pages.find(&Route::of_output(path))
    }

    /// The pages for people who look for help: those of hotlines, their posters, and free pages that are marked so.
    pub fn pages_for_help(&self) -> impl Iterator<Item = &Page> {
        self.pages().iter().filter(|page| page.stands == Stands::Here && page.kind.is_for_help(self.portal))
    }

    /// Whether links name files, for a site without a server.
    pub fn is_portable(&self) -> bool {
        self.portable
    }

    /// The same page in every language, itself included.
    pub fn alternates(&self, page: &Page) -> impl Iterator<Item = (Lang, Route)> {
        let kind = page.kind;
        let langs = self.portal.site.languages.iter().map(|language| language.lang);
        langs.map(move |lang| (lang, address::route(self.portal, kind, lang)))
    }

    /// Files that are published as they are.
    pub fn attachments(&self) -> impl Iterator<Item = Attachment<'_>> {
        self.portal.attachments.iter().map(|file| Attachment { file, path: attachment_path(file) })
    }

    /// What a page shows.
    pub fn view(&self, page: &Page) -> View {
        self.view_from(Here { outline: self, page, sources: None })
    }

    /// The same, and where each of it is written in the files that the portal was read from: for a preview.
    pub fn traced_view(&self, page: &Page, sources: &Sources) -> View {
        self.view_from(Here { outline: self, page, sources: Some(sources) })
    }

    fn view_from(&self, here: Here) -> View {
        let page = here.page;
        if page.stands == Stands::Moved {
            let to = TitledLink { href: here.href(page.kind), label: here.title(page.kind) };
            return View { frame: frame::frame(here), page: Body::Moved(MovedView { to }) };
        }
        let body = match page.kind {
            PageKind::Home => Body::Home(home::home(here)),
            PageKind::Hotlines => Body::Hotlines(hotlines::hotlines(here)),
            PageKind::Poster(place, paper) => Body::Poster(poster::poster(here, place, paper)),
            PageKind::Plans => Body::Plans(plans::plans(here)),
            PageKind::Plan(ix) => Body::Plan(plan::plan(here, here.dossier(ix))),
            PageKind::Document(ix) => Body::Document(document::document(here, here.dossier(ix))),
            PageKind::Targets(ix) => Body::Targets(targets::targets(here, here.dossier(ix))),
            PageKind::Target(ix, measure) => Body::Target(targets::target(here, here.dossier(ix), measure)),
            PageKind::Responsibilities(ix) => {
                Body::Responsibilities(responsibilities::responsibilities(here, here.dossier(ix)))
            }
            PageKind::Documents => Body::Documents(documents::documents(here)),
            PageKind::Comparisons => Body::Comparisons(comparison::comparisons(here)),
            PageKind::Comparison(ix) => Body::Comparison(comparison::comparison(here, ix)),
            PageKind::Calendar => Body::Calendar(calendar::calendar(here)),
            PageKind::Agencies => Body::Agencies(agencies::agencies(here)),
            PageKind::Agency(ix) => Body::Agency(agencies::agency(here, ix)),
            PageKind::Search => Body::Search(search::search(here)),
            PageKind::Data => Body::Data(data::data(here)),
            PageKind::Method => Body::Method(method::method(here)),
            PageKind::Free(ix) => Body::Page(FreePageView { body: here.prose(&self.portal[ix].body) }),
            PageKind::NotFound => Body::NotFound(not_found(here)),
        };
        View { frame: frame::frame(here), page: body }
    }
}

fn not_found(here: Here) -> NotFoundView {
    let mut others = here.alternates(PageKind::Home);
    others.retain(|home| home.lang != here.lang());
    NotFoundView { others }
}

/// Where a file beside the content stands in the site, by its path under `content/`.
fn attachment_path(file: &str) -> String {
    format!("files/{file}")
}
