//! A plan's overview.

use super::deadline::occasions;
use super::dossier::{Citation, Dossier, Share};
use super::page::PageKind;
use super::source::Changing;
use super::text::Here;
use super::view::{AgencyCount, CitedDocument, FundingView, Link, MeasureRow, PlanView, Words};
use super::{anchor, keys};
use crate::lang::{Lang, format_decimal};
use crate::model::{Agency, Funding, FundingAmount, Goal, Hotline, Ix, Plan, Prose, Role, indexed};
use std::cmp::Reverse;

/// How many measures it shows.
const MEASURES: usize = 12;

pub(super) fn plan(here: Here, dossier: Dossier) -> PlanView {
    let (plan, portal) = (dossier.plan, here.portal());
    let measures = measures(here, dossier);
    PlanView {
        head: here.plan_head(dossier),
        kind: here.words(&plan.kind),
        number: plan.number.printed.as_ref().map(|printed| here.words(printed)),
        numbered: plan.number.value.is_some(),
        issued: here.words(&plan.issued_printed),
        issuer: here.agency(plan.issuer),
        issuer_page: here.agency_href(plan.issuer),
        issuer_history: here.changes(&portal[plan.issuer].history),
        place: here.words(&portal[plan.place].name),
        place_history: here.changes(&portal[plan.place].history),
        counts: dossier.index.counts,
        deadlines: occasions(dossier).into_iter().map(|(_, occasion)| here.deadline(dossier, occasion)).collect(),
        calendar_file: here.calendar_file(Some(dossier.ix)),
        calendar: (!plan.sample).then(|| here.href(PageKind::Calendar)),
        hotlines: hotlines(here, dossier),
        standing: here.standing(&[dossier]),
        awaited: here.awaited(dossier),
        more_measures: plan.measures.len() - measures.len(),
        measures,
        agencies: agencies(here, dossier),
        funding: plan.funding.iter().map(|funding| self::funding(here, dossier, funding)).collect(),
        documents: dossier.index.citations.iter().map(|citation| document(here, dossier, citation)).collect(),
        replaces: plan.replaces.iter().map(|plan| here.plan_link(*plan)).collect(),
        signed_copy: here.signed_copy(plan),
    }
}

impl Here<'_> {
    /// The signed document, by its file's name.
    pub(super) fn signed_copy(&self, plan: &Plan) -> Option<Link> {
        let path = &plan.signed_copy.as_ref()?.file;
        let name = path.rsplit_once('/').map_or(path.as_str(), |(_, name)| name);
        Some(Link { href: self.file(path), label: Words { text: name.to_owned(), lang: None } })
    }
}

/// The hotlines that the plan's paragraphs name, the first named first.
fn hotlines(here: Here, dossier: Dossier) -> Vec<Link> {
    let mut named: Vec<Ix<Hotline>> = Vec::new();
    for hotline in dossier.in_print_order().flat_map(|item| dossier.plan.texts_of(item)).flat_map(Prose::hotlines) {
        if !named.contains(&hotline) {
            named.push(hotline);
        }
    }
    let link = |ix: Ix<Hotline>| {
        let number = Words { text: here.portal()[ix].number.shown.clone(), lang: None };
        Link { href: here.hotline_href(ix), label: number }
    };
    named.into_iter().map(link).collect()
}

fn measures(here: Here, dossier: Dossier) -> Vec<MeasureRow> {
    let with_figures = indexed(&dossier.plan.measures)
        .filter(|(_, measure)| matches!(measure.goal, Goal::Figure { .. } | Goal::Range { .. }));
    with_figures.take(MEASURES).map(|(ix, _)| here.measure_row(dossier, ix)).collect()
}

fn agencies(here: Here, dossier: Dossier) -> Vec<AgencyCount> {
    let mut shares: Vec<&Share> = dossier.index.shares.iter().filter(|share| !share.duties.is_empty()).collect();
    shares.sort_by_key(|share| Reverse(share.duties.len()));
    let count = |share: &Share| AgencyCount {
        agency: Agency::named(here, share.agency),
        href: here.href_at(PageKind::Responsibilities(dossier.ix), &anchor::agency(here.portal(), share.agency)),
        duties: share.duties.len(),
        leads: share.duties.iter().filter(|duty| dossier.plan[**duty].role == Role::Lead).count(),
    };
    shares.into_iter().map(count).collect()
}

fn funding(here: Here, dossier: Dossier, funding: &Funding) -> FundingView {
    let amount = match &funding.amount {
        FundingAmount::NotStated => None,
        FundingAmount::Vnd(amount) if here.lang() == Lang::EN => {
            Some(format!("VND {}", format_decimal(*amount, Lang::EN)))
        }
        FundingAmount::Vnd(amount) => Some(format!("{} đồng", format_decimal(*amount, here.lang()))),
    };
    FundingView {
        level: keys::funding_level(funding.level),
        source: funding.source.as_ref().map(|source| here.words(source)),
        amount,
        href: here.paragraph_href(dossier, funding.item),
        trace: here.trace(funding.span),
    }
}

fn document(here: Here, dossier: Dossier, citation: &Citation) -> CitedDocument {
    let document = &here.portal()[citation.document];
    CitedDocument {
        anchor: anchor::document(here.portal(), citation.document),
        kind: keys::document_type(document.kind),
        number: document.number.clone(),
        date: document.date.map(|date| here.date(date)),
        issuer: here.document_issuer(document),
        title: here.words(&document.title),
        href: here.document_entry_href(citation.document),
        outside: here.document_outside(document),
        cited_in: here.cited_in(dossier, citation),
        trace: here.trace(document.span),
    }
}
