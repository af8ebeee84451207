//! The documents that plans cite, and how a document is shown anywhere. Samples stay out of the page.

use super::dossier::{Citation, Dossier, PlanIndex};
use super::page::PageKind;
use super::source::Changing;
use super::text::Here;
use super::view::{
    CitingPlan, DocumentEntry, DocumentGroup, DocumentLink, DocumentsView, Link, Outside, PartnerView, Words,
};
use super::{anchor, keys};
use crate::model::{Agency, Document, Issuer, Item, Ix, Place, Plan, Portal, indexed};
use std::cmp::Reverse;
use std::sync::Arc;

/// The anchors of the country's documents and of those whose issuer is not stated; a place's id stands for its own.
const COUNTRY: &str = "_";
const UNSTATED: &str = "_unstated";

/// Whose a document is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Country,
    Place(Ix<Place>),
    /// No plan says: it may be anybody's.
    Unstated,
}

impl Whose {
    fn of(document: &Document) -> Whose {
        match document.place {
            Some(place) => Whose::Place(place),
            None if document.issuer.is_none() => Whose::Unstated,
            None => Whose::Country,
        }
    }
}

/// For each document whether the page lists it: a plan that is no sample cites it, or it leads from one that is listed.
pub(super) fn listed(portal: &Portal, plans: &[Arc<PlanIndex>]) -> Vec<bool> {
    let real = portal.plans.iter().zip(plans).filter(|(plan, _)| !plan.sample);
    let mut open: Vec<Ix<Document>> =
        real.flat_map(|(_, index)| index.citations.iter().map(|citation| citation.document)).collect();
    let mut listed = vec![false; portal.documents.len()];
    while let Some(ix) = open.pop() {
        if !std::mem::replace(&mut listed[ix.index()], true) {
            let document = &portal[ix];
            open.extend(document.details.iter().chain(&document.implements));
        }
    }
    listed
}

pub(super) fn documents(here: Here) -> DocumentsView {
    let portal = here.portal();
    let mut all: Vec<Ix<Document>> =
        indexed(&portal.documents).map(|(ix, _)| ix).filter(|ix| here.outline.index.lists(*ix)).collect();
    let place_rank = |place: Ix<Place>| here.outline.index.place_rank(here.lang(), place);
    all.sort_by_key(|ix| {
        let document = &portal[*ix];
        let whose = match Whose::of(document) {
            Whose::Country => (0, None),
            Whose::Place(place) => (1, Some(place_rank(place))),
            Whose::Unstated => (2, None),
        };
        let newest = Reverse(document.date.map(|date| date.last_day()));
        (whose, document.kind, newest, &document.number)
    });
    let whose = |ix: &Ix<Document>| Whose::of(&portal[*ix]);
    let groups = all.chunk_by(|a, b| whose(a) == whose(b)).map(|group| {
        let (kind, anchor, place) = match whose(&group[0]) {
            Whose::Country => ("country", COUNTRY.to_owned(), None),
            Whose::Place(place) => ("place", portal[place].id.to_string(), Some(here.words(&portal[place].name))),
            Whose::Unstated => ("no_issuer", UNSTATED.to_owned(), None),
        };
        DocumentGroup { kind, anchor, place, documents: group.iter().map(|ix| entry(here, *ix)).collect() }
    });
    DocumentsView { groups: groups.collect(), count: all.len() }
}

fn entry(here: Here, ix: Ix<Document>) -> DocumentEntry {
    let portal = here.portal();
    let document = &portal[ix];
    let links = |documents: &[Ix<Document>]| documents.iter().map(|ix| here.document_link(*ix)).collect();
    let listed = indexed(&portal.documents).filter(|(other, _)| here.outline.index.lists(*other));
    let (mut detailed_by, mut implemented_by) = (Vec::new(), Vec::new());
    for (other, from) in listed {
        detailed_by.extend((from.details == Some(ix)).then_some(other));
        implemented_by.extend(from.implements.contains(&ix).then_some(other));
    }
    DocumentEntry {
        anchor: anchor::document(portal, ix),
        kind: keys::document_type(document.kind),
        number: document.number.clone(),
        date: document.date.map(|date| here.date(date)),
        issuer: here.document_issuer(document),
        title: here.words(&document.title),
        details: document.details.map(|details| here.document_link(details)),
        implements: links(&document.implements),
        detailed_by: links(&detailed_by),
        implemented_by: links(&implemented_by),
        cited_by: cited_by(here, ix),
        outside: here.document_outside(document),
        trace: here.trace(document.span),
    }
}

/// The plans that cite a document, each with the paragraphs that do, in the order in which plans are listed.
fn cited_by(here: Here, document: Ix<Document>) -> Vec<CitingPlan> {
    let portal = here.portal();
    let citing = |plan: &Ix<Plan>| {
        let dossier = here.dossier(*plan);
        let citation = dossier.index.citations.iter().find(|citation| citation.document == document)?;
        Some(CitingPlan { plan: here.plan_link(*plan), cited_in: here.cited_in(dossier, citation) })
    };
    here.plans_by_place().iter().filter(|plan| !portal[**plan].sample).filter_map(citing).collect()
}

impl Here<'_> {
    /// The paragraphs of a plan that cite a document. Those that share a number are told apart by their first words.
    pub(super) fn cited_in(&self, dossier: Dossier, citation: &Citation) -> Vec<Link> {
        let names: Vec<Words> = citation.items.iter().map(|item| self.paragraph_name(dossier, *item)).collect();
        let link = |(item, name): (&Ix<Item>, &Words)| {
            let shared = names.iter().filter(|other| other.text == name.text).count() > 1;
            let first_words = dossier.plan[*item].text.as_ref().filter(|_| shared);
            let label = match first_words.map(|prose| self.first_words(&prose.text)) {
                Some(words) if words.text != name.text => {
                    Words { text: format!("{}: {}", name.text, words.text), ..words }
                }
                _ => name.clone(),
            };
            Link { href: self.paragraph_href(dossier, *item), label }
        };
        citation.items.iter().zip(&names).map(link).collect()
    }

    pub(super) fn document_issuer(&self, document: &Document) -> Option<PartnerView> {
        document.issuer.as_ref().map(|issuer| match issuer {
            Issuer::Agency(agency) => Agency::named(*self, *agency),
            Issuer::Named(name) => PartnerView { name: self.words(name), href: None },
        })
    }

    /// To a document's text, which stands outside the portal.
    pub(super) fn document_outside(&self, document: &Document) -> Option<Outside> {
        let href = document.url.clone()?;
        let after = href.split_once("://").map_or(href.as_str(), |(_, after)| after);
        let host = after.split(['/', '?', '#']).next().unwrap_or(after).to_owned();
        Some(Outside { href, host })
    }

    /// To a document's entry on the page of documents; none where that does not list it.
    pub(super) fn document_entry_href(&self, ix: Ix<Document>) -> Option<String> {
        let listed = self.outline.index.lists(ix);
        listed.then(|| self.href_at(PageKind::Documents, &anchor::document(self.portal(), ix)))
    }

    fn document_link(&self, ix: Ix<Document>) -> DocumentLink {
        let document = &self.portal()[ix];
        DocumentLink {
            href: self.document_entry_href(ix),
            kind: keys::document_type(document.kind),
            number: document.number.clone(),
            title: self.words(&document.title),
        }
    }
}
