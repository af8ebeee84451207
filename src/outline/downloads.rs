//! The files of a single measure: data, and its picture.

use super::address::Ids;
use super::dossier::Dossier;
use super::page::{Page, PageKind, Stands};
use super::text::Here;
use super::view::{Body, DownloadsView, ProgressView, SourceView, View};
use super::{Outline, address};
use crate::export::measures::{self, Format};
use crate::lang::Lang;
use crate::model::{Ix, Measure, Plan};

/// A picture of what a page shows, made of the page's own view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The template that draws it.
    pub template: &'static str,
    /// Its paths in the site: the one that the page links to, then those that it has left.
    pub paths: Vec<String>,
}

impl Picture {
    /// The templates of all pictures.
    pub const TEMPLATES: &'static [&'static str] = &[CHART, CARD];
}

/// The template of a measure's picture.
const CHART: &str = "chart.svg";
/// The template of what others show beside a link to a plan or a target.
const CARD: &str = "card.html";

impl Outline<'_> {
    /// The picture that a page has beside it; the view is that page's.
    pub fn picture(&self, page: &Page, view: &View) -> Option<Picture> {
        let (PageKind::Target(plan, measure), Stands::Here) = (page.kind, page.stands) else { return None };
        let Body::Target(target) = &view.page else { return None };
        target.downloads.svg.as_ref()?;
        let path = |ids| address::chart_file(self.portal, plan, measure, page.lang, ids).output();
        Some(Picture { template: CHART, paths: address::ids(self.portal, page.kind).map(path).collect() })
    }

    /// The picture that others show beside a link to a page. A stick is not linked to: a portable site has none.
    pub fn card(&self, page: &Page) -> Option<Picture> {
        let (PageKind::Plan(_) | PageKind::Target(..), Stands::Here) = (page.kind, page.stands) else {
            return None;
        };
        let path = |ids| address::card_file(self.portal, page.kind, page.lang, ids).output();
        let paths = || address::ids(self.portal, page.kind).map(path).collect();
        (!self.portable).then(|| Picture { template: CARD, paths: paths() })
    }
}

impl Here<'_> {
    /// The whole address of the picture that others show beside a link to this page: its own, else its plan's.
    pub(super) fn card_address(&self) -> Option<String> {
        let of = match self.page.kind {
            target @ PageKind::Target(..) => target,
            kind => PageKind::Plan(kind.plan()?),
        };
        let file = || address::card_file(self.portal(), of, self.lang(), Ids::default());
        (!self.outline.portable).then(|| format!("{}{}", self.outline.base_url, file()))
    }
}

impl measures::Addresses for Outline<'_> {
    fn target(&self, plan: Ix<Plan>, measure: Ix<Measure>, lang: Lang) -> String {
        self.url(PageKind::Target(plan, measure), lang)
    }
}

impl Here<'_> {
    /// The files of a measure with this progress.
    pub(super) fn downloads(&self, dossier: Dossier, ix: Ix<Measure>, progress: &ProgressView) -> DownloadsView {
        let (plan, measure) = (dossier.plan, &dossier.plan[ix]);
        let data = |format| format!("{}{}", self.root(), measures::path(&plan.id, &measure.id, format));
        let chart = || address::chart_file(self.portal(), dossier.ix, ix, self.lang(), Ids::default());
        let drawn = progress.line.is_some() || progress.bullet.is_some();
        let mut sources: Vec<SourceView> = Vec::new();
        for source in measure.observations.iter().rev().map(|observation| self.source(&observation.source)) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        DownloadsView {
            csv: data(Format::Csv),
            json: data(Format::Json),
            svg: drawn.then(|| self.page.route.to(&chart())),
            sources,
        }
    }
}
