//! What facts rest on, and what became of places and agencies.

use super::anchor;
use super::page::PageKind;
use super::text::Here;
use super::view::{ChangeView, PartnerView, SourceView, Words};
use crate::model::{Agency, Change, Ix, Place, Source};

impl Here<'_> {
    pub(super) fn source(&self, source: &Source) -> SourceView {
        match source {
            Source::Plan(ix) => {
                let (link, date) = (self.plan_link(*ix), self.date(self.portal()[*ix].issued));
                let (href, period) = (Some(link.href), Some(link.period));
                SourceView { href, period, date: Some(date), ..titled(link.label) }
            }
            Source::Document(ix) => {
                let document = &self.portal()[*ix];
                let mut title = self.words(&document.title);
                if let Some(number) = &document.number {
                    title.text = format!("{number}: {}", title.text);
                }
                let date = document.date.map(|date| self.date(date));
                SourceView { href: self.document_href(*ix), date, ..titled(title) }
            }
            Source::Published(published) => SourceView {
                title: self.words(&published.title),
                period: None,
                publisher: published.publisher.clone(),
                href: published.url.clone(),
                date: published.date.map(|date| self.date(date)),
                read: published.read.map(|date| self.date(date)),
                machine_translated: published.machine_translated,
            },
        }
    }

    pub(super) fn changes<T: Changing>(&self, history: &[Change<T>]) -> Vec<ChangeView> {
        let change = |change: &Change<T>| ChangeView {
            date: self.date(change.date),
            text: self.prose(&change.text),
            successor: change.successor.map(|successor| T::named(*self, successor)),
            source: self.source(&change.source),
        };
        history.iter().map(change).collect()
    }
}

/// What can be succeeded by another of its kind.
pub(super) trait Changing: Sized {
    /// One of them by its name, linked where it stands on a page.
    fn named(here: Here, ix: Ix<Self>) -> PartnerView;
}

impl Changing for Agency {
    fn named(here: Here, ix: Ix<Agency>) -> PartnerView {
        PartnerView { name: here.agency(ix), href: here.agency_href(ix) }
    }
}

impl Changing for Place {
    fn named(here: Here, ix: Ix<Place>) -> PartnerView {
        let place = &here.portal()[ix];
        let listed = here.lists(place).then(|| here.href_at(PageKind::Agencies, &anchor::place(here.portal(), ix)));
        PartnerView { name: here.words(&place.name), href: listed }
    }
}

/// A source of which only the title is known.
pub(super) fn titled(title: Words) -> SourceView {
    SourceView { title, period: None, publisher: None, href: None, date: None, read: None, machine_translated: false }
}
