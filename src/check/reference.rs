//! References: a bare id means that of the place at hand, then of the places above it; another place's is `place/id`.

use super::{Checker, Scope, phone};
use crate::diag::{Arg, Code, Diagnostic, did_you_mean};
use crate::load::Reference;
use crate::model::{Agency, Document, FreePage, Hotline, Indicator, Ix, Measure, Place, Plan};

/// What is referred to, for messages.
#[derive(Clone, Copy)]
pub(super) struct Kind {
    vi: &'static str,
    en: &'static str,
}

pub(super) const PLACE: Kind = Kind { vi: "địa bàn", en: "place" };
pub(super) const AGENCY: Kind = Kind { vi: "cơ quan", en: "agency" };
pub(super) const HOTLINE: Kind = Kind { vi: "đường dây nóng", en: "hotline" };
pub(super) const DOCUMENT: Kind = Kind { vi: "văn bản", en: "document" };
pub(super) const INDICATOR: Kind = Kind { vi: "chỉ số", en: "indicator" };
pub(super) const MEASURE: Kind = Kind { vi: "chỉ tiêu", en: "target" };
pub(super) const PLAN: Kind = Kind { vi: "kế hoạch", en: "plan" };
pub(super) const PAGE: Kind = Kind { vi: "trang", en: "page" };
pub(super) const UNIT: Kind = Kind { vi: "đơn vị tính", en: "unit" };
pub(super) const SOURCE: Kind = Kind { vi: "nguồn", en: "source" };

impl Checker<'_> {
    /// Reports a reference that leads nowhere, unless it leads to something that is broken itself.
    pub(super) fn unknown<'c>(
        &mut self,
        kind: Kind,
        reference: &Reference,
        known: impl Iterator<Item = &'c str> + Clone,
    ) {
        let last = reference.value.rsplit(['/', ':']).next().unwrap_or("");
        let first = reference.value.split(['/', ':']).next().unwrap_or("");
        if self.raw.broken.contains(last) || self.raw.broken.contains(first) {
            return;
        }
        let hint = did_you_mean(last, known);
        self.report.push(
            Diagnostic::at(Code::UnknownReference, reference.span)
                .arg("what", Arg::each(kind.vi, kind.en))
                .arg("id", &reference.value)
                .arg("hint", hint),
        );
    }

    pub(super) fn place(&mut self, reference: &Reference) -> Option<Ix<Place>> {
        let registry = self.registry;
        let found = registry.places.get(&*reference.value).map(|(ix, _)| *ix);
        if found.is_none() {
            self.unknown(PLACE, reference, registry.places.keys().copied());
        }
        found
    }

    /// The places in which an id is looked for, and the id.
    fn places_and_id<'r>(&mut self, reference: &'r Reference, scope: Scope) -> Option<(Vec<Ix<Place>>, &'r str)> {
        match reference.value.split_once('/') {
            Some((place, id)) => {
                let place = self.place(&Reference { value: place.into(), span: reference.span })?;
                Some((vec![place], id))
            }
            None => {
                let places = scope.place.map(|place| self.registry.with_places_above(place)).unwrap_or_default();
                Some((places, &reference.value))
            }
        }
    }

    pub(super) fn agency(&mut self, reference: &Reference, scope: Scope) -> Option<Ix<Agency>> {
        let (places, id) = self.places_and_id(reference, scope)?;
        let registry = self.registry;
        let found = places.iter().find_map(|place| registry.agencies.get(&(*place, id))).map(|(ix, _)| *ix);
        if found.is_none() {
            let known: Vec<&str> =
                registry.agencies.keys().filter(|(place, _)| places.contains(place)).map(|(_, id)| *id).collect();
            self.unknown(AGENCY, reference, known.into_iter());
        }
        found
    }

    /// A document: that of the place at hand or above it, else the country's.
    pub(super) fn cited(&mut self, reference: &Reference, scope: Scope) -> Option<Ix<Document>> {
        let (places, id) = self.places_and_id(reference, scope)?;
        let registry = self.registry;
        let country = (!reference.value.contains('/')).then_some(None);
        let owners = places.into_iter().map(Some).chain(country);
        let found = owners.clone().find_map(|place| registry.documents.get(&(place, id))).map(|(ix, _)| *ix);
        if found.is_none() {
            let owners: Vec<_> = owners.collect();
            let known: Vec<&str> =
                registry.documents.keys().filter(|(place, _)| owners.contains(place)).map(|(_, id)| *id).collect();
            self.unknown(DOCUMENT, reference, known.into_iter());
        }
        found
    }

    /// A hotline by its number: that of the place at hand or above it, else of any place.
    pub(super) fn hotline(&mut self, reference: &Reference, scope: Scope) -> Option<Ix<Hotline>> {
        let registry = self.registry;
        let digits = phone::digits(&reference.value);
        let near = scope.place.map(|place| registry.with_places_above(place)).unwrap_or_default();
        let near = near.into_iter().find_map(|place| registry.hotlines.get(&(place, digits.clone())));
        let anywhere = || {
            let same = registry.hotlines.iter().filter(|((_, number), _)| *number == digits);
            same.map(|(_, found)| found).min_by_key(|(ix, _)| *ix)
        };
        let found = near.or_else(anywhere).map(|(ix, _)| *ix);
        if found.is_none() {
            self.unknown(HOTLINE, reference, registry.hotlines.keys().map(|(_, number)| number.as_str()));
        }
        found
    }

    /// A plan; `Some(None)` if it is left out of the site.
    pub(super) fn plan_at(&mut self, reference: &Reference) -> Option<Option<Ix<Plan>>> {
        let registry = self.registry;
        let found = registry.plans.get(&*reference.value).map(|(ix, _)| *ix);
        if found.is_none() {
            self.unknown(PLAN, reference, registry.plans.keys().copied());
        }
        found
    }

    /// A measure of this plan, or of another as `plan/measure`; `Some(None)` if that is left out of the site.
    pub(super) fn measure_at(
        &mut self,
        reference: &Reference,
        scope: Scope,
    ) -> Option<Option<(Ix<Plan>, Ix<Measure>)>> {
        let registry = self.registry;
        let (plan, id) = match reference.value.split_once('/') {
            Some((plan, id)) => (plan, id),
            None => (scope.plan.unwrap_or(""), &*reference.value),
        };
        let found = registry.measures.get(&(plan, id)).map(|(ix, _)| *ix);
        let Some(measure) = found else {
            let known: Vec<&str> = registry.measures.keys().filter(|(of, _)| *of == plan).map(|(_, id)| *id).collect();
            self.unknown(MEASURE, reference, known.into_iter());
            return None;
        };
        Some(registry.plans.get(plan).and_then(|(ix, _)| *ix).map(|plan| (plan, measure)))
    }

    pub(super) fn page_at(&mut self, reference: &Reference) -> Option<Ix<FreePage>> {
        let registry = self.registry;
        let found = registry.pages.get(&*reference.value).map(|(ix, _)| *ix);
        if found.is_none() {
            self.unknown(PAGE, reference, registry.pages.keys().copied());
        }
        found
    }

    pub(super) fn indicator_at(&mut self, reference: &Reference) -> Option<Ix<Indicator>> {
        let registry = self.registry;
        let found = registry.indicators.get(&*reference.value).map(|(ix, _)| *ix);
        if found.is_none() {
            self.unknown(INDICATOR, reference, registry.indicators.keys().copied());
        }
        found
    }
}
