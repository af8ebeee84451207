//! Home. Samples stay out of it.

use super::deadline::reports;
use super::dossier::Dossier;
use super::plans::newest;
use super::text::Here;
use super::view::{Deadline, HomeView, LatestObservation};
use crate::model::{Ix, Measure, Plan, indexed};
use std::cmp::Reverse;

/// How many of the next reports, and of the latest figures, it shows.
const NEXT: usize = 3;

pub(super) fn home(here: Here) -> HomeView {
    let portal = here.portal();
    let mut plans: Vec<Ix<Plan>> = portal.each_plan().filter(|(_, plan)| !plan.sample).map(|(ix, _)| ix).collect();
    let place_rank = |ix: &Ix<Plan>| here.outline.index.place_rank(here.lang(), portal[*ix].place);
    plans.sort_by_key(|ix| (newest(&portal[*ix]), place_rank(ix)));
    let dossiers: Vec<Dossier> = plans.iter().map(|plan| here.dossier(*plan)).collect();
    HomeView {
        hotlines: portal[portal.site.place].hotlines.iter().map(|ix| here.hotline(*ix)).collect(),
        next: next(here, &plans),
        standing: here.standing(&dossiers),
        awaited: dossiers.iter().flat_map(|dossier| here.awaited(*dossier)).collect(),
        latest: latest(here, &dossiers),
        plans: here.cards(&plans),
        counts: here.outline.index.counts,
        comparisons: here.comparisons_href(),
    }
}

/// The figures of the latest periods, one a measure.
fn latest(here: Here, dossiers: &[Dossier]) -> Vec<LatestObservation> {
    let mut latest = Vec::new();
    for dossier in dossiers {
        for (ix, measure) in indexed(&dossier.plan.measures) {
            let figures = &dossier.figures.measures[ix.index()];
            let last = figures.current.last().map(|at| measure.observations[*at].period.last_day());
            latest.extend(last.map(|day| (day, *dossier, ix)));
        }
    }
    latest.sort_by_key(|(day, ..)| Reverse(*day));
    let shown = |(_, dossier, ix): (_, Dossier, Ix<Measure>)| {
        Some(LatestObservation {
            measure: here.measure_link(dossier, ix),
            plan: here.plan_link(dossier.ix),
            state: dossier.figures.measures[ix.index()].assessment.state.key(),
            observation: here.latest(dossier, ix)?,
            trace: here.trace_of_measure(dossier, ix),
        })
    };
    latest.into_iter().filter_map(shown).take(NEXT).collect()
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
