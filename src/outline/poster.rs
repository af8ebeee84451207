//! Posters: a place's numbers on one sheet, with a QR code of the very page.

use super::frame::hotlines_for;
use super::page::{PageKind, Paper};
use super::text::Here;
use super::view::{PaperLink, PlacePosters, PosterNumber, PosterView, QrView};
use crate::chart;
use crate::model::{Hotline, Ix, Level, Place, Portal, indexed};

/// How many numbers a sheet has room for.
const NUMBERS: usize = 3;

/// How wide a bold figure is in most fonts, where it is 100 high.
const FIGURE: usize = 58;

/// The places that have posters: countries and provinces for which there is any number, and whatever else has one of its
/// own. A commune without one would only say again what its province's poster says. Places of sample plans alone have none.
pub(super) fn places(portal: &Portal) -> impl Iterator<Item = Ix<Place>> {
    let is_sample = |ix: Ix<Place>| {
        let mut plans = portal.plans.iter().filter(|plan| plan.place == ix).peekable();
        plans.peek().is_some() && plans.all(|plan| plan.sample)
    };
    let has = move |(ix, place): &(Ix<Place>, &Place)| {
        let stands_high = matches!(place.level, Level::Country | Level::Province) && !is_sample(*ix);
        !place.hotlines.is_empty() || (stands_high && !hotlines_for(portal, *ix).is_empty())
    };
    indexed(&portal.places).filter(has).map(|(ix, _)| ix)
}

pub(super) fn poster(here: Here, place: Ix<Place>, paper: Paper) -> PosterView {
    let portal = here.portal();
    let mut hotlines = hotlines_for(portal, place).into_iter();
    let numbers = hotlines.by_ref().take(NUMBERS).map(|ix| number(here, ix)).collect();
    let other = if paper == Paper::A4 { Paper::A5 } else { Paper::A4 };
    let languages = portal.site.languages.iter().map(|language| language.lang);
    let drawn = chart::qr(&here.url(here.page.kind, here.lang()));
    PosterView {
        place: here.words(&portal[place].name),
        paper: paper.name(),
        other: here.paper(place, other),
        numbers,
        more: hotlines.count(),
        qr: drawn.map(|chart::Qr { size, path }| QrView { size, path }),
        languages: languages.filter(|lang| *lang != here.lang()).collect(),
    }
}

fn number(here: Here, ix: Ix<Hotline>) -> PosterNumber {
    let hotline = here.hotline(ix);
    PosterNumber { width: hotline.shown.chars().count().max(3) * FIGURE, hotline }
}

impl Here<'_> {
    fn paper(&self, place: Ix<Place>, paper: Paper) -> PaperLink {
        PaperLink { paper: paper.name(), href: self.href(PageKind::Poster(place, paper)) }
    }

    /// The posters of every place that has them, the highest place first.
    pub(super) fn posters(&self) -> Vec<PlacePosters> {
        let with: Vec<Ix<Place>> = places(self.portal()).collect();
        let posters = |(ix, place): (Ix<Place>, &Place)| {
            with.contains(&ix).then(|| PlacePosters {
                place: self.words(&place.short_name),
                papers: Paper::ALL.map(|paper| self.paper(ix, paper)).into(),
            })
        };
        self.places(|_| true).into_iter().filter_map(posters).collect()
    }
}
