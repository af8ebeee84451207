//! Where what a page shows is written: known to the traced pages of a preview alone.

use super::dossier::Dossier;
use super::page::PageKind;
use super::text::Here;
use super::view::Trace;
use crate::diag::Span;
use crate::lang::PartialDate;
use crate::measure::is_old;
use crate::model::{Hotline, HotlineFact, Ix, Measure, Prose, Source};

impl Here<'_> {
    /// Where something is written; empty on a page that is not traced.
    pub(super) fn trace(&self, span: Span) -> Trace {
        self.sources.map_or_else(Trace::default, |sources| {
            let at = sources.position(span);
            let at = format!("{}:{}:{}", sources.path(span.file), at.line, at.column);
            let cell = sources.cell(span).and_then(|cell| {
                let sheet = cell.sheet.as_ref()?;
                Some(format!("{sheet}!{}{}", cell.column, cell.row))
            });
            Trace { at: Some(at), cell, stale: false }
        })
    }

    /// The same of a text in the language in which it is shown.
    pub(super) fn trace_of_prose(&self, prose: &Prose) -> Trace {
        let shown = prose.text.best(self.lang()).0;
        let span = prose.spans.iter().find(|(lang, _)| *lang == shown);
        span.map_or_else(Trace::default, |(_, span)| self.trace(*span))
    }

    /// A measure; stale where a figure of it is awaited.
    pub(super) fn trace_of_measure(&self, dossier: Dossier, ix: Ix<Measure>) -> Trace {
        let stale = || dossier.figures.awaited.iter().any(|awaited| awaited.measures.contains(&ix));
        self.trace_if_stale(dossier.plan[ix].span, stale)
    }

    /// A fact about a hotline; stale where neither its source nor a call is of late.
    pub(super) fn trace_of_fact(&self, hotline: &Hotline, fact: &HotlineFact) -> Trace {
        let stated = match &fact.source {
            Source::Plan(plan) => Some(self.portal()[*plan].issued),
            Source::Document(document) => self.portal()[*document].date,
            Source::Published(published) => published.read.or(published.date),
        };
        let confirmed = stated.map(PartialDate::last_day).max(hotline.called);
        self.trace_if_stale(fact.span, || is_old(confirmed, self.outline.figures.as_of))
    }

    /// The page itself.
    pub(super) fn trace_of_page(&self) -> Trace {
        let portal = self.portal();
        match self.page.kind {
            PageKind::Target(plan, measure) => self.trace(portal[plan][measure].span),
            PageKind::Comparison(indicator) => self.trace(portal[indicator].span),
            PageKind::Agency(agency) => self.trace(portal[agency].span),
            PageKind::Free(page) => self.trace_of_prose(&portal[page].body),
            kind => kind.plan().map_or_else(Trace::default, |plan| self.trace(portal[plan].span)),
        }
    }

    fn trace_if_stale(&self, span: Span, stale: impl Fn() -> bool) -> Trace {
        Trace { stale: self.sources.is_some() && stale(), ..self.trace(span) }
    }
}
