//! A plan on its way from the page to the model.

use super::source::Shelf;
use crate::diag::Span;
use crate::lang::PartialDate;
use crate::load::{RawPlan, RawReported};
use crate::model::{Agency, Duty, Event, Funding, Item, Ix, Measure, Report, Role, Section};
use std::collections::BTreeMap;

/// A plan while its lists grow.
pub(super) struct Builder<'a> {
    pub period: (PartialDate, PartialDate),
    /// Whether that has an end.
    pub ends: bool,
    /// What observations may rest on.
    pub shelf: Shelf<'a>,
    /// Observations that stand in tables beside the plan, by measure.
    pub reported: BTreeMap<&'a str, Vec<&'a RawReported>>,
    pub sections: Vec<Section>,
    pub items: Vec<Item>,
    pub measures: Vec<Measure>,
    pub duties: Vec<Duty>,
    pub reports: Vec<Report>,
    pub events: Vec<Event>,
    pub funding: Vec<Funding>,
    /// Addresses on the document page that are taken.
    pub anchors: BTreeMap<String, Span>,
}

impl<'a> Builder<'a> {
    pub fn of(raw: &'a RawPlan, shelf: Shelf<'a>) -> Builder<'a> {
        Builder {
            period: (raw.period.from.value, raw.period.to.as_ref().unwrap_or(&raw.period.from).value),
            ends: raw.period.to.is_some(),
            shelf,
            reported: BTreeMap::new(),
            sections: Vec::new(),
            items: Vec::new(),
            measures: Vec::new(),
            duties: Vec::new(),
            reports: Vec::new(),
            events: Vec::new(),
            funding: Vec::new(),
            anchors: BTreeMap::new(),
        }
    }

    /// Gives back the room that lists took for growing: a portal may hold a thousand plans.
    pub fn shrink(&mut self) {
        self.sections.shrink_to_fit();
        self.items.shrink_to_fit();
        self.measures.shrink_to_fit();
        self.duties.shrink_to_fit();
        self.reports.shrink_to_fit();
        self.events.shrink_to_fit();
        self.funding.shrink_to_fit();
    }

    /// An address that nobody has, from what it should be called.
    pub fn anchor(&mut self, wanted: String, span: Span) -> String {
        let mut anchor = wanted.clone();
        let mut n = 2;
        while self.anchors.contains_key(&anchor) {
            anchor = format!("{wanted}-{n}");
            n += 1;
        }
        self.anchors.insert(anchor.clone(), span);
        anchor
    }
}

/// Whose duties the paragraphs of a section are, where they say nothing else.
#[derive(Clone)]
pub(super) struct Charge {
    /// Who.
    pub agencies: Vec<Ix<Agency>>,
    /// As what.
    pub role: Role,
    /// Whether that could be read, so that nobody means nobody.
    pub known: bool,
}
