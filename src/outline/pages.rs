//! Every page with its address, and the way from an address to its page.

use super::index::Index;
use super::page::Page;
use super::route::Route;
use super::{address, poster};
use crate::model::{Plan, Portal};
use std::sync::Arc;

/// Every page there will be.
#[derive(Debug)]
pub(super) struct Pages {
    /// By kind, in the order of the content, each in every language; then the addresses that pages have left.
    pub list: Vec<Page>,
    /// Their places in the list, sorted by address; of one address the first page first.
    by_address: Vec<u32>,
    from: From,
}

/// What addresses follow from.
#[derive(Debug)]
struct From {
    plans: Vec<Arc<Plan>>,
    /// Everything else, written down.
    rest: String,
}

impl Pages {
    /// Those of a portal; those that are known, if they are the same.
    pub(super) fn of(portal: &Portal, index: &Index, known: Option<Arc<Pages>>) -> Arc<Pages> {
        let from = From { plans: portal.plans.clone(), rest: rest(portal, index) };
        if let Some(known) = known.filter(|known| known.from.is(&from)) {
            return known;
        }
        let list = address::all_pages(portal, index);
        let mut by_address: Vec<u32> = (0..).take(list.len()).collect();
        by_address.sort_by(|a, b| list[*a as usize].route.cmp(&list[*b as usize].route));
        Arc::new(Pages { list, by_address, from })
    }

    fn at(&self, at: u32) -> &Page {
        &self.list[at as usize]
    }

    /// The page at an address.
    pub(super) fn find(&self, route: &Route) -> Option<&Page> {
        let at = self.by_address.partition_point(|at| self.at(*at).route < *route);
        self.by_address.get(at).map(|at| self.at(*at)).filter(|page| page.route == *route)
    }

    /// Pages that stand on the address of another, each with the first that does.
    pub(super) fn on_one_address(&self) -> impl Iterator<Item = (&Page, &Page)> {
        let groups = self.by_address.chunk_by(|a, b| self.at(*a).route == self.at(*b).route);
        groups.flat_map(|group| group[1..].iter().map(|at| (self.at(group[0]), self.at(*at))))
    }
}

impl From {
    fn is(&self, other: &From) -> bool {
        let same = |(a, b): (&Arc<Plan>, &Arc<Plan>)| {
            let ids =
                |plan: &Plan| plan.measures.iter().map(|of| (of.id.clone(), of.aliases.clone())).collect::<Vec<_>>();
            Arc::ptr_eq(a, b) || (a.id == b.id && a.aliases == b.aliases && ids(a) == ids(b))
        };
        self.rest == other.rest
            && self.plans.len() == other.plans.len()
            && self.plans.iter().zip(&other.plans).all(same)
    }
}

/// What addresses follow from besides plans: the site's languages and words, and what else has pages.
fn rest(portal: &Portal, index: &Index) -> String {
    let site = &portal.site;
    let langs: Vec<_> = site.languages.iter().map(|language| language.lang).collect();
    let agencies = portal.agencies.iter().zip(&index.agencies).filter(|(_, involvement)| involvement.has_page);
    let agencies: Vec<_> = agencies.map(|(agency, _)| (&portal[agency.place].id, &agency.id)).collect();
    let places: Vec<_> = portal.places.iter().map(|place| &place.id).collect();
    let indicators = portal.indicators.iter().zip(&index.compared).map(|(of, measures)| (&of.id, measures.is_empty()));
    let indicators: Vec<_> = indicators.collect();
    let posters: Vec<_> = poster::places(portal).collect();
    let pages: Vec<_> = portal.pages.iter().map(|page| (&page.id, &page.slug)).collect();
    format!("{langs:?} {:?} {places:?} {agencies:?} {indicators:?} {posters:?} {pages:?}", site.routes)
}
