//! What facts rest on, and what became of places and agencies.

use super::page::PageKind;
use super::text::Here;
use super::view::{ChangeView, SourceView, Words};
use crate::model::{Change, Source};

impl Here<'_> {
    pub(super) fn source(&self, source: &Source) -> SourceView {
        match source {
            Source::Plan(ix) => {
                let plan = &self.portal()[*ix];
                let (title, href) = (self.words(&plan.title), Some(self.href(PageKind::Plan(*ix))));
                SourceView { href, date: Some(self.date(plan.issued)), ..titled(title) }
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
                publisher: published.publisher.clone(),
                href: published.url.clone(),
                date: published.date.map(|date| self.date(date)),
                read: published.read.map(|date| self.date(date)),
                machine_translated: published.machine_translated,
            },
        }
    }

    pub(super) fn changes<T>(&self, history: &[Change<T>]) -> Vec<ChangeView> {
        let change = |change: &Change<T>| ChangeView {
            date: self.date(change.date),
            text: self.prose(&change.text),
            source: self.source(&change.source),
        };
        history.iter().map(change).collect()
    }
}

/// A source of which only the title is known.
pub(super) fn titled(title: Words) -> SourceView {
    SourceView { title, publisher: None, href: None, date: None, read: None, machine_translated: false }
}
