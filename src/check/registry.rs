//! Every id of the content with its index, before anything is resolved: references may lead forwards.

use super::phone;
use crate::diag::{Arg, Code, Diagnostic, Report, Span};
use crate::load::{At, PlanFile, Raw, RawHotlineFactKind, RawText};
use crate::model::{Agency, Document, FreePage, Hotline, Id, Indicator, Ix, Measure, Place, Plan};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

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
    /// By the plan's folder.
    pub plans: Ids<&'a str, KnownPlan<'a>>,
    pub pages: Ids<&'a str, Ix<FreePage>>,
    pub units: Ids<&'a str, &'a RawText>,
    /// The place of pages that belong to none.
    pub home: Option<Ix<Place>>,
}

/// A plan that may be referred to.
pub(super) struct KnownPlan<'a> {
    /// `None` if it is left out of the site.
    pub ix: Option<Ix<Plan>>,
    pub file: &'a Arc<PlanFile>,
}

impl<'a> KnownPlan<'a> {
    /// The ids of its measures. One may stand there twice, which is reported where the plan itself is checked.
    pub(super) fn measures(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.file.measures.iter().map(Id::as_str)
    }

    /// The first measure of this id.
    pub(super) fn measure(&self, id: &str) -> Option<Ix<Measure>> {
        self.measures().position(|measure| measure == id).map(Ix::new)
    }
}

/// Takes an id in, or reports that it stands twice.
pub(super) fn take<K: Ord, T>(ids: &mut Ids<K, T>, key: K, value: T, shown: &str, span: Span, report: &mut Report) {
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
            let visible = plan.is_visible(as_of);
            let ix = visible.then(|| Ix::new(shown));
            shown += usize::from(visible);
            let known = KnownPlan { ix, file: plan };
            take(&mut self.plans, name, known, name, plan.id.span, report);
        }
        for named in &raw.plans {
            for alias in &named.content.aliases {
                not_in_use(alias, self.plans.get(alias.value.as_str()), report);
            }
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
pub(super) fn not_in_use<T>(alias: &At<Id>, now: Option<&(T, Span)>, report: &mut Report) {
    if let Some((_, first)) = now {
        let diagnostic = Diagnostic::at(Code::DuplicateId, alias.span).arg("id", &alias.value);
        report.push(diagnostic.related(*first));
    }
}
