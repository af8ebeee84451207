//! Every id of the content with its index, before anything is resolved: references may lead forwards.

use super::phone;
use crate::diag::{Arg, Code, Diagnostic, Report, Span};
use crate::load::{At, Raw, RawHotlineFactKind, RawPlan, RawText};
use crate::model::{Agency, Document, FreePage, Hotline, Id, Indicator, Ix, Measure, Place, Plan};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Ids of a kind, with what they mean and where they stand.
pub(super) type Ids<K, T> = BTreeMap<K, (T, Span)>;

/// Every id of the content.
pub(super) struct Registry<'a> {
    pub places: Ids<&'a str, Ix<Place>>,
    /// For each place the one above it, as it is written.
    pub parents: Vec<Option<Ix<Place>>>,
    pub agencies: Ids<(Ix<Place>, &'a str), Ix<Agency>>,
    /// By the digits of the number.
    pub hotlines: Ids<(Ix<Place>, String), Ix<Hotline>>,
    /// By the digits of a number that no longer serves: the hotline in its place.
    pub retired: BTreeMap<String, Ix<Hotline>>,
    /// Whether a hotline's number cannot be called: it may be the one that is referred to, and must not be proposed.
    pub hotline_doubtful: bool,
    pub documents: Ids<(Option<Ix<Place>>, &'a str), Ix<Document>>,
    pub indicators: Ids<&'a str, Ix<Indicator>>,
    /// `None` for a plan that is left out of the site.
    pub plans: Ids<&'a str, Option<Ix<Plan>>>,
    /// By the plan's folder and the measure's id.
    pub measures: Ids<(&'a str, &'a str), Ix<Measure>>,
    pub pages: Ids<&'a str, Ix<FreePage>>,
    pub units: Ids<&'a str, &'a RawText>,
    /// The place of pages that belong to none.
    pub home: Option<Ix<Place>>,
}

/// Takes an id in, or reports that it stands twice.
fn take<K: Ord, T>(ids: &mut Ids<K, T>, key: K, value: T, shown: &str, span: Span, report: &mut Report) {
    match ids.get(&key) {
        Some((_, first)) => {
            report.push(Diagnostic::at(Code::DuplicateId, span).arg("id", shown).related(*first));
        }
        None => _ = ids.insert(key, (value, span)),
    }
}

/// Reports an id that is not the name of its file.
fn same_as_file(id: &At<Id>, name: &str, report: &mut Report) {
    if id.value.as_str() != name {
        let hint = match Id::new(name) {
            Some(_) => {
                Arg::each(format!("Viết `id: {name}`, hoặc đổi tên."), format!("Write `id: {name}`, or rename."))
            }
            None => {
                let id = &id.value;
                Arg::each(
                    format!("Tên “{name}” không dùng làm mã được; đổi tên thành `{id}`."),
                    format!("The name `{name}` cannot be an id; rename it `{id}`."),
                )
            }
        };
        let diagnostic = Diagnostic::at(Code::IdNotFileName, id.span).arg("id", &id.value).arg("name", name);
        report.push(diagnostic.arg("hint", hint));
    }
}

impl<'a> Registry<'a> {
    pub(super) fn of(raw: &'a Raw, as_of: Date, report: &mut Report) -> Registry<'a> {
        let mut registry = Registry {
            places: BTreeMap::new(),
            parents: Vec::new(),
            agencies: BTreeMap::new(),
            hotlines: BTreeMap::new(),
            retired: BTreeMap::new(),
            hotline_doubtful: false,
            documents: BTreeMap::new(),
            indicators: BTreeMap::new(),
            plans: BTreeMap::new(),
            measures: BTreeMap::new(),
            pages: BTreeMap::new(),
            units: BTreeMap::new(),
            home: None,
        };
        registry.take_places(raw, report);
        registry.take_lists(raw, report);
        registry.take_plans(raw, as_of, report);
        registry
    }

    fn take_places(&mut self, raw: &'a Raw, report: &mut Report) {
        for (index, named) in raw.places.iter().enumerate() {
            let id = &named.content.id;
            same_as_file(id, &named.name, report);
            take(&mut self.places, named.name.as_str(), Ix::new(index), id.value.as_str(), id.span, report);
        }
        let place = |id: &str| self.places.get(id).map(|(ix, _)| *ix);
        self.home = raw.site.as_ref().and_then(|site| place(&site.place.value));
        self.parents =
            raw.places.iter().map(|named| named.content.parent.as_ref().and_then(|p| place(&p.value))).collect();
        let (mut agencies, mut hotlines) = (0, 0);
        for (index, named) in raw.places.iter().enumerate() {
            let place = Ix::new(index);
            for agency in &named.content.agencies {
                let id = agency.id.value.as_str();
                take(&mut self.agencies, (place, id), Ix::new(agencies), id, agency.id.span, report);
                agencies += 1;
            }
            for hotline in &named.content.hotlines {
                let number = &hotline.number;
                self.hotline_doubtful |= phone::phone(&number.value).is_err();
                let key = (place, phone::digits(&number.value));
                take(&mut self.hotlines, key, Ix::new(hotlines), &number.value, number.span, report);
                for fact in &hotline.facts {
                    if let RawHotlineFactKind::Replaces(old) = &fact.kind {
                        self.retired.entry(phone::digits(&old.value)).or_insert(Ix::new(hotlines));
                    }
                }
                hotlines += 1;
            }
        }
    }

    fn take_lists(&mut self, raw: &'a Raw, report: &mut Report) {
        for (index, document) in raw.documents.iter().enumerate() {
            let place = document.place.as_ref().and_then(|p| self.places.get(&*p.value)).map(|(ix, _)| *ix);
            let id = document.id.value.as_str();
            take(&mut self.documents, (place, id), Ix::new(index), id, document.id.span, report);
        }
        for (index, indicator) in raw.indicators.iter().enumerate() {
            let id = indicator.id.value.as_str();
            take(&mut self.indicators, id, Ix::new(index), id, indicator.id.span, report);
        }
        for (name, text) in raw.site.iter().flat_map(|site| &site.units).flat_map(|units| &units.0) {
            take(&mut self.units, &*name.value, text, &name.value, name.span, report);
        }
        for page in &raw.pages {
            let next = Ix::new(self.pages.len());
            self.pages.entry(page.id.as_str()).or_insert((next, page.file.whole()));
        }
    }

    fn take_plans(&mut self, raw: &'a Raw, as_of: Date, report: &mut Report) {
        let mut shown = 0;
        for named in &raw.plans {
            let (plan, name) = (&named.content, named.name.as_str());
            same_as_file(&plan.id, name, report);
            let visible = is_visible(plan, as_of);
            let ix = visible.then(|| Ix::new(shown));
            shown += usize::from(visible);
            take(&mut self.plans, name, ix, name, plan.id.span, report);
            let mut measures = 0;
            plan.each_measure(&mut |measure| {
                let id = measure.id.value.as_str();
                take(&mut self.measures, (name, id), Ix::new(measures), id, measure.id.span, report);
                measures += 1;
            });
        }
        for named in &raw.plans {
            for alias in &named.content.aliases {
                not_in_use(alias, self.plans.get(alias.value.as_str()), report);
            }
            named.content.each_measure(&mut |measure| {
                for alias in &measure.aliases {
                    not_in_use(alias, self.measures.get(&(named.name.as_str(), alias.value.as_str())), report);
                }
            });
        }
    }

    /// A place and those above it, nearest first; stops where it would go in a circle.
    pub(super) fn with_places_above(&self, place: Ix<Place>) -> Vec<Ix<Place>> {
        let mut path = vec![place];
        while let Some(parent) = path.last().and_then(|at| *self.parents.get(at.index())?) {
            if path.contains(&parent) {
                break;
            }
            path.push(parent);
        }
        path
    }
}

/// Reports an older id that something else has now.
fn not_in_use<T>(alias: &At<Id>, now: Option<&(T, Span)>, report: &mut Report) {
    if let Some((_, first)) = now {
        let diagnostic = Diagnostic::at(Code::DuplicateId, alias.span).arg("id", &alias.value);
        report.push(diagnostic.related(*first));
    }
}

/// Whether a plan is part of the site on that day.
fn is_visible(plan: &RawPlan, as_of: Date) -> bool {
    plan.draft != Some(true) && plan.publish.as_ref().is_none_or(|day| day.value <= as_of)
}
