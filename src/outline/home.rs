//! Home. Samples stay out of it.

use super::deadline::reports;
use super::plans::newest;
use super::text::Here;
use super::view::{Deadline, HomeView};
use crate::model::{Ix, Plan, indexed};

/// How many of the next reports it shows.
const NEXT: usize = 3;

pub(super) fn home(here: Here) -> HomeView {
    let portal = here.portal();
    let mut plans: Vec<Ix<Plan>> = indexed(&portal.plans).filter(|(_, plan)| !plan.sample).map(|(ix, _)| ix).collect();
    let place_rank = |ix: &Ix<Plan>| here.outline.index.place_rank(here.lang(), portal[*ix].place);
    plans.sort_by_key(|ix| (newest(&portal[*ix]), place_rank(ix)));
    HomeView {
        hotlines: portal[portal.site.place].hotlines.iter().map(|ix| here.hotline(*ix)).collect(),
        next: next(here, &plans),
        plans: here.cards(&plans),
        counts: here.outline.index.counts,
        comparisons: here.comparisons_href(),
    }
}

/// The next reports due, from the as-of date on.
fn next(here: Here, plans: &[Ix<Plan>]) -> Vec<Deadline> {
    let as_of = here.outline.figures.as_of;
    let mut coming = Vec::new();
    for plan in plans {
        let dated = reports(here.dossier(*plan)).into_iter().filter_map(|(day, report)| Some((day?, report)));
        coming.extend(dated.filter(|(day, _)| *day >= as_of).map(|(day, report)| (day, *plan, report)));
    }
    coming.sort_by_key(|(day, ..)| *day);
    coming.into_iter().take(NEXT).map(|(_, plan, report)| here.deadline(here.dossier(plan), report)).collect()
}
