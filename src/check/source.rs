//! What facts rest on.

use super::reference::SOURCE;
use super::{Checker, Scope};
use crate::diag::{Arg, Code, Diagnostic, Span};
use crate::lang::{Lang, Text};
use crate::load::{RawPublished, Reference};
use crate::model::{Published, Source};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The sources of a place's file, by id.
pub(super) type Shelf<'a> = BTreeMap<&'a str, Arc<Published>>;

impl<'a> Checker<'a> {
    pub(super) fn shelf(&mut self, raw: &'a [RawPublished]) -> Shelf<'a> {
        let mut shelf = Shelf::new();
        let mut places: BTreeMap<&str, Span> = BTreeMap::new();
        for published in raw {
            let id = published.id.value.as_str();
            if let Some(first) = places.insert(id, published.id.span) {
                let diagnostic = Diagnostic::at(Code::DuplicateId, published.id.span).arg("id", id);
                self.report.push(diagnostic.related(first));
            }
            shelf.insert(id, Arc::new(self.published(published)));
        }
        shelf
    }

    fn published(&mut self, raw: &RawPublished) -> Published {
        let lang = match &raw.language {
            None => self.langs()[0],
            Some(code) => Lang::new(&code.value).unwrap_or_else(|| {
                let diagnostic = Diagnostic::at(Code::UnknownLanguage, code.span).arg("value", &code.value);
                self.report.push(diagnostic.arg("languages", "vi, en, fr, ..."));
                self.langs()[0]
            }),
        };
        Published {
            title: Text::new(lang, raw.title.0.value.clone()),
            publisher: raw.publisher.as_ref().map(|phrase| phrase.0.value.to_string()),
            url: raw.url.as_ref().map(|url| self.web_address(url)),
            date: raw.date.as_ref().map(|at| at.value),
            read: raw.read.as_ref().map(|at| at.value),
            machine_translated: raw.machine_translated == Some(true),
            quote: raw.quote.as_ref().map(|phrase| phrase.0.value.to_string()),
        }
    }

    /// Who states a fact: an id of the shelf, `plan:...` or `document:...`. A fact without one is reported.
    pub(super) fn source(
        &mut self,
        reference: Option<&Reference>,
        fact: Span,
        what: Arg,
        shelf: &Shelf,
        scope: Scope,
    ) -> Option<Source> {
        let Some(reference) = reference else {
            self.report.push(Diagnostic::at(Code::NoSource, fact).arg("what", what));
            return None;
        };
        let named = |rest: &str| Reference { value: rest.into(), span: reference.span };
        match reference.value.split_once(':') {
            Some(("plan", id)) => self.plan_at(&named(id))?.map(Source::Plan),
            Some(("document", id)) => self.cited(&named(id), scope).map(Source::Document),
            _ => {
                let found = shelf.get(&*reference.value).cloned().map(Source::Published);
                if found.is_none() {
                    self.unknown(SOURCE, reference, shelf.keys().copied());
                }
                found
            }
        }
    }
}
