//! The list of plans, and how a plan is introduced anywhere.

use super::dossier::Dossier;
use super::page::PageKind;
use super::text::Here;
use super::view::{PeriodView, PlacePlans, PlanCard, PlanHead, PlanPage, PlansView};
use crate::lang::PartialDate;
use crate::measure::Phase;
use crate::model::{Ix, PeriodStated, Plan};
use std::cmp::Reverse;

pub(super) fn plans(here: Here) -> PlansView {
    let portal = here.portal();
    let (samples, real): (Vec<_>, Vec<_>) = here.plans_by_place().into_iter().partition(|ix| portal[*ix].sample);
    let places = real.chunk_by(|a, b| portal[*a].place == portal[*b].place).map(|plans| {
        let place = &portal[portal[plans[0]].place];
        PlacePlans { place: here.words(&place.name), plans: here.cards(plans), trace: here.trace(place.span) }
    });
    PlansView { places: places.collect(), samples: here.cards(&samples), comparisons: here.comparisons_href() }
}

/// Sorts the newest plan first.
pub(super) fn newest(plan: &Plan) -> impl Ord + use<> {
    let (from, to) = plan.period;
    Reverse((to.last_day(), from.first_day(), plan.issued.last_day()))
}

impl Here<'_> {
    /// All plans in the order of their places' names, of a place the newest first.
    pub(super) fn plans_by_place(&self) -> Vec<Ix<Plan>> {
        let portal = self.portal();
        let mut plans: Vec<Ix<Plan>> = portal.each_plan().map(|(ix, _)| ix).collect();
        let place_rank = |plan: &Plan| self.outline.index.place_rank(self.lang(), plan.place);
        plans.sort_by_key(|ix| (place_rank(&portal[*ix]), newest(&portal[*ix])));
        plans
    }

    pub(super) fn cards(&self, plans: &[Ix<Plan>]) -> Vec<PlanCard> {
        plans.iter().map(|plan| self.card(self.dossier(*plan))).collect()
    }

    fn card(&self, dossier: Dossier) -> PlanCard {
        let plan = dossier.plan;
        PlanCard {
            title: self.words(&plan.title),
            href: self.href(PageKind::Plan(dossier.ix)),
            place: self.words(&self.portal()[plan.place].short_name),
            issuer: self.agency(plan.issuer),
            period: self.plan_period(dossier),
            counts: dossier.index.counts,
            trace: self.trace(plan.span),
        }
    }

    pub(super) fn plan_head(&self, dossier: Dossier) -> PlanHead {
        let (plan, ix) = (dossier.plan, dossier.ix);
        PlanHead {
            title: self.words(&plan.title),
            place: self.words(&self.portal()[plan.place].short_name),
            overview: self.href(PageKind::Plan(ix)),
            pages: vec![
                self.plan_page("plan.overview", PageKind::Plan(ix)),
                self.plan_page("plan.targets", PageKind::Targets(ix)),
                self.plan_page("plan.responsibilities", PageKind::Responsibilities(ix)),
                self.plan_page("plan.document", PageKind::Document(ix)),
            ],
            period: self.plan_period(dossier),
            revised: self.day(plan.revised),
            sample: plan.sample,
            replaced_by: self.outline.index.replaced_by(dossier.ix).iter().map(|plan| self.plan_link(*plan)).collect(),
            trace: self.trace(plan.span),
        }
    }

    fn plan_page(&self, key: &'static str, kind: PageKind) -> PlanPage {
        let current = match (self.page.kind, kind) {
            (page, entry) if page == entry => Some("page"),
            (PageKind::Target(..), PageKind::Targets(_)) => Some("true"),
            _ => None,
        };
        PlanPage { key, href: self.href(kind), current }
    }

    pub(super) fn plan_period(&self, dossier: Dossier) -> PeriodView {
        let (from, to): (PartialDate, PartialDate) = dossier.plan.period;
        PeriodView {
            from: self.date(from),
            to: self.date(to),
            single: from == to,
            stated: match dossier.plan.period_stated {
                PeriodStated::Printed => "printed",
                PeriodStated::Implied => "implied",
                PeriodStated::NoEnd => "no-end",
            },
            phase: match dossier.figures.phase {
                Phase::Coming => "coming",
                Phase::Running => "running",
                Phase::Ended => "ended",
                Phase::Open => "open",
            },
        }
    }
}
