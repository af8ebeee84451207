//! References: a bare id means that of the place at hand, then of the places above it; another place's is `place/id`.

use super::registry::KnownPlan;
use super::{Checker, Scope, phone};
use crate::diag::{Arg, Code, Diagnostic, did_you_mean};
use crate::lang::Lang;
use crate::load::Reference;
use crate::model::{Agency, Document, FreePage, Hotline, Indicator, Ix, Measure, Place, Plan};
use std::sync::Arc;

/// What is referred to: its name in messages, and the files that hold such records, by the start of their path.
#[derive(Clone, Copy)]
pub(super) struct Kind {
    vi: &'static str,
    en: &'static str,
    held_in: &'static str,
}

const PLACES: &str = "content/places/";
const PLANS: &str = "content/plans/";
pub(super) const PLACE: Kind = Kind { vi: "địa bàn", en: "place", held_in: PLACES };
pub(super) const AGENCY: Kind = Kind { vi: "cơ quan", en: "agency", held_in: PLACES };
pub(super) const HOTLINE: Kind = Kind { vi: "đường dây nóng", en: "hotline", held_in: PLACES };
pub(super) const DOCUMENT: Kind = Kind { vi: "văn bản", en: "document", held_in: "content/documents.yaml" };
pub(super) const INDICATOR: Kind = Kind { vi: "chỉ số", en: "indicator", held_in: "content/indicators.yaml" };
pub(super) const MEASURE: Kind = Kind { vi: "chỉ tiêu", en: "target", held_in: PLANS };
pub(super) const PLAN: Kind = Kind { vi: "kế hoạch", en: "plan", held_in: PLANS };
pub(super) const PAGE: Kind = Kind { vi: "trang", en: "page", held_in: "content/pages/" };
pub(super) const UNIT: Kind = Kind { vi: "đơn vị tính", en: "unit", held_in: "content/site.yaml" };
pub(super) const SOURCE: Kind = Kind { vi: "nguồn", en: "source", held_in: PLACES };

impl<'a> Checker<'a> {
    /// Reports a reference that leads nowhere, unless it may lead to something that is broken itself. `known` is what
    /// could be written instead.
    pub(super) fn unknown<'c>(
        &mut self,
        kind: Kind,
        reference: &Reference,
        known: impl Iterator<Item = &'c str> + Clone,
    ) {
        self.asked.in_vain = true;
        let broken = &self.raw.broken;
        if reference.value.split('/').any(|id| broken.ids.contains(id))
            || broken.files.iter().any(|file| file.starts_with(kind.held_in))
        {
            return;
        }
        let mut hint = did_you_mean(&reference.value, known);
        if kind.held_in == UNIT.held_in {
            let (vi, en) = (hint.in_lang(Lang::VI), hint.in_lang(Lang::EN));
            hint = Arg::each(
                format!("{vi} Hoặc viết tên đơn vị ngay ở đây: `unit: {{vi: ..., en: ...}}`."),
                format!("{en} Or name the unit here: `unit: {{vi: ..., en: ...}}`."),
            );
        }
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

    /// The places in which an id is looked for, and the id; none where the place itself is unknown, which is reported.
    fn places_and_id<'r>(&mut self, reference: &'r Reference, scope: Scope) -> Option<(Vec<Ix<Place>>, &'r str)> {
        match reference.value.split_once('/') {
            Some((place, id)) => {
                let place = self.place(&Reference { value: place.into(), span: reference.span })?;
                Some((vec![place], id))
            }
            None => Some((self.registry.with_places_above(scope.place?), &reference.value)),
        }
    }

    /// What could be written for an agency or a document in place of a reference that leads nowhere: ids of the places in
    /// which it was looked for, or those of other places that have this very id.
    fn nearby(&self, reference: &Reference, places: &[Ix<Place>], ids: &[(Ix<Place>, &str)]) -> Vec<String> {
        let with_place = |place: Ix<Place>, id: &str| {
            let name = self.registry.places.iter().find(|(_, (ix, _))| *ix == place).map_or("", |(name, _)| name);
            format!("{name}/{id}")
        };
        if reference.value.contains('/') {
            return ids.iter().filter(|(p, _)| places.contains(p)).map(|(p, id)| with_place(*p, id)).collect();
        }
        let same = ids.iter().filter(|(_, id)| *id == &*reference.value).map(|(p, id)| with_place(*p, id));
        let same: Vec<_> = same.collect();
        match same.is_empty() {
            true => ids.iter().filter(|(p, _)| places.contains(p)).map(|(_, id)| (*id).to_owned()).collect(),
            false => same,
        }
    }

    pub(super) fn agency(&mut self, reference: &Reference, scope: Scope) -> Option<Ix<Agency>> {
        let (places, id) = self.places_and_id(reference, scope)?;
        let registry = self.registry;
        let found = places.iter().find_map(|place| registry.agencies.get(&(*place, id))).map(|(ix, _)| *ix);
        if found.is_none() {
            let ids: Vec<_> = registry.agencies.keys().copied().collect();
            let known = self.nearby(reference, &places, &ids);
            self.unknown(AGENCY, reference, known.iter().map(String::as_str));
        }
        found
    }

    /// A document: that of the place at hand or above it, else the country's.
    pub(super) fn cited(&mut self, reference: &Reference, scope: Scope) -> Option<Ix<Document>> {
        let (places, id) = self.places_and_id(reference, scope)?;
        let registry = self.registry;
        let country = (!reference.value.contains('/')).then_some(None);
        let mut owners = places.iter().copied().map(Some).chain(country);
        let found = owners.find_map(|place| registry.documents.get(&(place, id))).map(|(ix, _)| *ix);
        if found.is_none() {
            let ids: Vec<_> = registry.documents.keys().filter_map(|(place, id)| Some(((*place)?, *id))).collect();
            let mut known = self.nearby(reference, &places, &ids);
            if country.is_some() && !known.iter().any(|id| id.contains('/')) {
                let of_country = registry.documents.keys().filter(|(place, _)| place.is_none());
                known.extend(of_country.map(|(_, id)| (*id).to_owned()));
            }
            self.unknown(DOCUMENT, reference, known.iter().map(String::as_str));
        }
        found
    }

    /// A hotline by its number: that of the place at hand or above it, else of any place, else the one that took the place of
    /// that number.
    pub(super) fn hotline(&mut self, reference: &Reference, scope: Scope) -> Option<Ix<Hotline>> {
        let registry = self.registry;
        let digits = phone::digits(&reference.value);
        let near = scope.place.map(|place| registry.with_places_above(place)).unwrap_or_default();
        let near = near.into_iter().find_map(|place| registry.hotlines.get(&(place, digits.clone())));
        let anywhere = || {
            let same = registry.hotlines.iter().filter(|((_, number), _)| *number == digits);
            same.map(|(_, found)| found).min_by_key(|(ix, _)| *ix)
        };
        let found = near.or_else(anywhere).map(|(ix, _)| *ix).or_else(|| registry.retired.get(&digits).copied());
        if found.is_none() && !registry.hotline_doubtful {
            self.unknown(HOTLINE, reference, registry.hotlines.keys().map(|(_, number)| number.as_str()));
        }
        found
    }

    /// A plan; `Some(None)` if it is left out of the site.
    pub(super) fn plan_at(&mut self, reference: &Reference) -> Option<Option<Ix<Plan>>> {
        let registry = self.registry;
        let found = self.plan_of(&reference.value).map(|plan| plan.ix);
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
        let (plan, id) = match reference.value.split_once('/') {
            Some((plan, id)) => (plan, id),
            None => (scope.plan.unwrap_or(""), &*reference.value),
        };
        let of = self.plan_of(plan);
        let found = of.and_then(|of| of.measure(id));
        let Some(measure) = found else {
            if reference.value.contains('/') {
                self.plan_at(&Reference { value: plan.into(), span: reference.span })?;
            }
            let named = |id: &str| if reference.value.contains('/') { format!("{plan}/{id}") } else { id.to_owned() };
            let known: Vec<String> = of.iter().flat_map(|of| of.measures()).map(named).collect();
            self.unknown(MEASURE, reference, known.iter().map(String::as_str));
            return None;
        };
        Some(of.and_then(|of| of.ix).map(|plan| (plan, measure)))
    }

    /// A plan by its folder. Whoever asks depends on it.
    fn plan_of(&mut self, name: &str) -> Option<&'a KnownPlan<'a>> {
        let found = self.registry.plans.get(name).map(|(plan, _)| plan);
        if let Some(plan) = found {
            self.asked.plans.insert(name.to_owned(), (plan.ix, Arc::clone(plan.file)));
        }
        found
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
