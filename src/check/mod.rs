//! The second stage: from [`Raw`] content to a sound [`Portal`]. Ids, references, languages, phone numbers, dates and
//! figures are checked; after it only valid states exist.

mod builder;
mod cache;
mod due;
mod fact;
mod goal;
mod hotline;
mod measure;
mod observation;
mod phone;
mod place;
mod plan;
mod plans;
mod prose;
mod reference;
mod registry;
mod site;
mod source;
mod text;

pub use cache::Cache;
pub use site::{is_base_url, utc_offset_minutes};

use crate::diag::{Report, Sources};
use crate::lang::Lang;
use crate::load::Raw;
use crate::model::{Document, Indicator, Issuer, Ix, Portal};
use cache::Asked;
use jiff::civil::Date;
use registry::Registry;
use std::collections::BTreeSet;

/// The portal that the content describes, or `None` if the report then holds an error. Drafts, and plans to be published
/// after `as_of`, are checked but left out.
pub fn check(raw: &Raw, sources: &Sources, as_of: Date, report: &mut Report) -> Option<Portal> {
    check_again(raw, sources, as_of, report, &mut Cache::default())
}

/// As [`check`], for a program that checks the same content again and again: plans that are the same, in surroundings that
/// are the same, are not checked anew.
pub fn check_again(
    raw: &Raw,
    sources: &Sources,
    as_of: Date,
    report: &mut Report,
    cache: &mut Cache,
) -> Option<Portal> {
    let registry = Registry::of(raw, as_of, report);
    let mut checker = Checker::new(raw, sources, &registry, as_of);
    let site = raw.site.as_ref().map(|site| checker.site(site));
    let (places, agencies, hotlines) = checker.places();
    let documents = raw.documents.iter().map(|document| checker.document(document)).collect();
    checker.circles();
    let indicators = raw.indicators.iter().map(|indicator| checker.indicator(indicator)).collect();
    let plans = checker.plans(cache);
    let pages = checker.pages();
    let attachments = checker.attachments.into_iter().collect();
    report.diagnostics.extend(checker.report.diagnostics);
    report.name_cells(sources);
    if report.has_errors() {
        return None;
    }
    Some(Portal { site: site?, places, agencies, hotlines, documents, indicators, plans, pages, attachments })
}

/// What the checks of a run share. A check that fails reports, and gives back something in the place of what it could not
/// make: the portal is thrown away then, and the other checks go on.
struct Checker<'a> {
    raw: &'a Raw,
    sources: &'a Sources,
    registry: &'a Registry<'a>,
    /// The day against which dates are held.
    as_of: Date,
    /// Files beside the content that are linked to.
    attachments: BTreeSet<String>,
    /// What was asked of other plans.
    asked: Asked,
    report: Report,
}

/// Where a text stands: how its links are to be read.
#[derive(Clone, Copy)]
struct Scope<'s> {
    /// The plan, by the name of its folder.
    plan: Option<&'s str>,
    /// The place whose agencies and documents bare ids mean.
    place: Option<Ix<crate::model::Place>>,
    /// The folder of the file, under `content/`.
    folder: &'s str,
}

impl<'a> Checker<'a> {
    fn new(raw: &'a Raw, sources: &'a Sources, registry: &'a Registry<'a>, as_of: Date) -> Checker<'a> {
        let (attachments, asked, report) = (BTreeSet::new(), Asked::default(), Report::default());
        Checker { raw, sources, registry, as_of, attachments, asked, report }
    }

    fn langs(&self) -> &'a [Lang] {
        &self.raw.langs
    }

    fn document(&mut self, raw: &'a crate::load::RawDocument) -> Document {
        let place = raw.place.as_ref().and_then(|place| self.place(place));
        let scope = Scope { plan: None, place: place.or(self.registry.home), folder: "" };
        Document {
            id: raw.id.value.clone(),
            kind: raw.r#type,
            number: raw.number.clone(),
            date: raw.date.as_ref().map(|at| at.value),
            issuer: raw.issuer.as_ref().and_then(|issuer| match issuer {
                crate::load::RawWho::Known(reference) => self.agency(reference, scope).map(Issuer::Agency),
                crate::load::RawWho::Named(text) => Some(Issuer::Named(self.text(text))),
            }),
            place,
            title: self.text(&raw.title),
            details: raw.details.as_ref().and_then(|reference| self.cited(reference, scope)),
            implements: raw.implements.iter().filter_map(|reference| self.cited(reference, scope)).collect(),
            url: raw.url.as_ref().map(|url| self.web_address(url)),
            span: raw.id.span,
        }
    }

    fn indicator(&mut self, raw: &'a crate::load::RawIndicator) -> Indicator {
        let scope = Scope { plan: None, place: self.registry.home, folder: "" };
        Indicator {
            id: raw.id.value.clone(),
            name: self.text(&raw.name),
            unit: self.unit(Some(&raw.unit)),
            definition: raw.definition.as_ref().map(|text| self.prose(text, scope)),
            span: raw.id.span,
        }
    }
}
