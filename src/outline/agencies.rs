//! The list of agencies, and each one's page: what it has to do over all plans.

use super::deadline::Occasion;
use super::involvement::{Involvement, PlanInvolvement};
use super::page::PageKind;
use super::plans::newest;
use super::source::Changing;
use super::text::Here;
use super::view::{
    AgenciesView, AgencyEntry, AgencyPlan, AgencyView, Deadline, DutyOf, DutyView, IssuedDocument, Link, PlaceAgencies,
    PlanLink, Succession,
};
use super::{anchor, keys};
use crate::lang::PartialDate;
use crate::model::{Agency, AgencyKind, Document, Duty, Item, Ix, Place, Plan, Source};

pub(super) fn agencies(here: Here) -> AgenciesView {
    let portal = here.portal();
    let place = |(ix, place): (Ix<Place>, &Place)| PlaceAgencies {
        place: here.words(&place.name),
        anchor: anchor::place(portal, ix),
        history: here.changes(&place.history),
        trace: here.trace(place.span),
        agencies: place.agencies.iter().filter(|ix| here.has_page(**ix)).map(|ix| entry(here, *ix)).collect(),
    };
    AgenciesView { places: here.places(|place| here.lists(place)).into_iter().map(place).collect() }
}

fn entry(here: Here, ix: Ix<Agency>) -> AgencyEntry {
    let (agency, involvement) = (&here.portal()[ix], here.involvement(ix));
    let successors = agency.history.iter().filter_map(|change| Some((change.successor?, change.date)));
    AgencyEntry {
        link: here.link(PageKind::Agency(ix), here.words(&agency.name)),
        class: agency.kind == AgencyKind::Class,
        duties: involvement.duties(),
        plans: involvement.duty_plans(),
        successors: successors.map(|change| succession(here, change)).collect(),
        trace: here.trace(agency.span),
    }
}

fn succession(here: Here, (agency, date): (Ix<Agency>, PartialDate)) -> Succession {
    Succession { agency: Agency::named(here, agency), date: here.date(date) }
}

pub(super) fn agency(here: Here, ix: Ix<Agency>) -> AgencyView {
    let portal = here.portal();
    let (agency, involvement) = (&portal[ix], here.involvement(ix));
    let short_name = (agency.short_name != agency.name).then(|| here.words(&agency.short_name));
    let mut plans: Vec<_> = involvement.plans.iter().collect();
    plans.sort_by_key(|(plan, _)| newest(&portal[*plan]));
    let mut issued = involvement.issued.clone();
    issued.sort_by_key(|plan| newest(&portal[*plan]));
    let documents = involvement.documents.iter();
    AgencyView {
        short_name,
        place: here.words(&portal[agency.place].name),
        place_href: here.href_at(PageKind::Agencies, &anchor::place(portal, agency.place)),
        class: agency.kind == AgencyKind::Class,
        above: agency.parent.map(|above| Agency::named(here, above)),
        below: involvement.below.iter().map(|below| Agency::named(here, *below)).collect(),
        history: here.changes(&agency.history),
        succeeded: involvement.succeeded.iter().map(|change| succession(here, *change)).collect(),
        duties: involvement.duties(),
        duty_plans: involvement.duty_plans(),
        plans: plans.into_iter().map(|(of, within)| plan(here, ix, *of, within)).collect(),
        issued: issued.into_iter().map(|plan| here.plan_link(plan)).collect(),
        documents: documents.map(|(document, cited_by)| issued_document(here, *document, cited_by)).collect(),
        hotlines: involvement.hotlines.iter().map(|hotline| here.hotline(*hotline)).collect(),
    }
}

fn plan(here: Here, of: Ix<Agency>, plan: Ix<Plan>, within: &PlanInvolvement) -> AgencyPlan {
    let dossier = here.dossier(plan);
    let deadlines = |occasions: &[Occasion]| {
        let deadline = |occasion: &Occasion| Deadline { plan: None, ..here.deadline(dossier, *occasion) };
        occasions.iter().map(deadline).collect()
    };
    let of_others = |duties: &[Ix<Duty>]| duties.iter().map(|duty| of_others(here, plan, *duty, of)).collect();
    let named_in = |item: &Ix<Item>| Link {
        href: here.paragraph_href(dossier, *item),
        label: here.paragraph_name(dossier, *item),
    };
    let listed = dossier.names(of).then(|| anchor::agency(here.portal(), of));
    AgencyPlan {
        plan: here.plan_link(plan),
        responsibilities: listed.map(|at| here.href_at(PageKind::Responsibilities(plan), &at)),
        standing: here.standing_of(dossier, of),
        awaited: here.awaited_of(dossier, of),
        roles: here.duties_by_role(dossier, &within.duties, of),
        takes_part: of_others(&within.takes_part),
        results: of_others(&within.results),
        owes: deadlines(&within.owes),
        receives: deadlines(&within.receives),
        passes_on: deadlines(&within.passes_on),
        named_in: within.named_in.iter().map(named_in).collect(),
    }
}

/// A duty that another agency has: whose it is stands beside it.
fn of_others(here: Here, plan: Ix<Plan>, duty: Ix<Duty>, named: Ix<Agency>) -> DutyView {
    let dossier = here.dossier(plan);
    let duty = &dossier.plan[duty];
    let owners = duty.agencies.iter().map(|agency| Agency::named(here, *agency)).collect();
    let of = Some(DutyOf { role: keys::role(duty.role), agencies: owners });
    DutyView { of, together: Vec::new(), ..here.duty(dossier, duty, named) }
}

fn issued_document(here: Here, document: Ix<Document>, cited_by: &[Ix<Plan>]) -> IssuedDocument {
    let at = anchor::document(here.portal(), document);
    let cited = |plan: &Ix<Plan>| PlanLink { href: here.href_at(PageKind::Plan(*plan), &at), ..here.plan_link(*plan) };
    IssuedDocument {
        kind: keys::document_type(here.portal()[document].kind),
        document: here.source(&Source::Document(document)),
        cited_by: cited_by.iter().map(cited).collect(),
        trace: here.trace(here.portal()[document].span),
    }
}

impl<'o> Here<'o> {
    /// What the portal says of an agency.
    pub(super) fn involvement(&self, agency: Ix<Agency>) -> &'o Involvement {
        &self.outline.index.agencies[agency.index()]
    }

    /// Whether an agency has a page.
    pub(super) fn has_page(&self, agency: Ix<Agency>) -> bool {
        self.involvement(agency).has_page
    }

    /// Whether the place stands in the list of agencies.
    pub(super) fn lists(&self, place: &Place) -> bool {
        place.agencies.iter().any(|agency| self.has_page(*agency))
    }
}
