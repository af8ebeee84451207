//! The page of hotlines.

use super::anchor;
use super::source::Changing;
use super::text::Here;
use super::view::{
    Call, CostView, HotlineView, HotlinesView, HoursView, OperatorView, PartnerView, PlaceHotlines, RetiredNumber,
    Stated, Trace,
};
use crate::model::{Agency, Cost, Hotline, HotlineFactKind, Hours, Ix, Operator, Place, Source, indexed};
use std::sync::Arc;

pub(super) fn hotlines(here: Here) -> HotlinesView {
    let portal = here.portal();
    let place = |(ix, place): (Ix<Place>, &Place)| PlaceHotlines {
        place: here.words(&place.name),
        anchor: anchor::place(portal, ix),
        hotlines: place.hotlines.iter().map(|ix| here.hotline(*ix)).collect(),
        trace: here.trace(place.span),
    };
    let places = here.places(|place| !place.hotlines.is_empty());
    HotlinesView { places: places.into_iter().map(place).collect(), retired: retired(here), posters: here.posters() }
}

/// Numbers that another took the place of, unless they are hotlines themselves.
pub(super) fn retired(here: Here) -> Vec<RetiredNumber> {
    let portal = here.portal();
    let mut retired: Vec<RetiredNumber> = Vec::new();
    for (ix, hotline) in indexed(&portal.hotlines) {
        for fact in &hotline.facts {
            let HotlineFactKind::Replaces(shown) = &fact.kind else { continue };
            let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
            let anchor = format!("so-cu-{digits}");
            let serves = portal.hotlines.iter().any(|other| other.number.dialled == digits);
            if !serves && retired.iter().all(|known| known.anchor != anchor) {
                let (source, now) = (here.source(&fact.source), here.call(ix));
                retired.push(RetiredNumber { shown: shown.clone(), anchor, source, now, link: here.hotline_href(ix) });
            }
        }
    }
    retired
}

impl<'o> Here<'o> {
    /// Places for a list by place: the highest level first, of a level in the order of names.
    pub(super) fn places(&self, shown: impl Fn(&Place) -> bool) -> Vec<(Ix<Place>, &'o Place)> {
        let mut places: Vec<_> = indexed(&self.portal().places).filter(|(_, place)| shown(place)).collect();
        places.sort_by_key(|(ix, place)| (place.level as u8, self.outline.index.place_rank(self.lang(), *ix)));
        places
    }

    pub(super) fn hotline(&self, ix: Ix<Hotline>) -> HotlineView {
        let hotline = &self.portal()[ix];
        let number = &hotline.number;
        let characters = number.shown.chars().filter(|c| !c.is_whitespace()).map(String::from);
        let mut view = HotlineView {
            anchor: self.outline.index.hotline_anchors[ix.index()].clone(),
            shown: number.shown.clone(),
            spelled: characters.collect::<Vec<_>>().join(" "),
            href: format!("tel:{}", number.dialled),
            name: self.words(&hotline.name),
            audience: hotline.audience.as_ref().map(|audience| self.words(audience)),
            unconfirmed: hotline.rests_on_plans_alone(),
            operator: None,
            hours: None,
            cost: None,
            since: Vec::new(),
            replaces: Vec::new(),
            languages: None,
            notes: Vec::new(),
            sources: Vec::new(),
            called: hotline.called.map(|day| self.day(day)),
            link: self.hotline_href(ix),
            trace: self.trace(hotline.span),
        };
        let mut cited = Vec::new();
        for fact in &hotline.facts {
            let source = numbered(&mut cited, &fact.source);
            self.add_fact(&mut view, &fact.kind, source, self.trace_of_fact(hotline, fact));
        }
        view.sources = cited.into_iter().map(|source| self.source(source)).collect();
        view
    }

    /// A hotline in brief.
    pub(super) fn call(&self, ix: Ix<Hotline>) -> Call {
        let HotlineView { shown, href, name, unconfirmed, cost, hours, trace, .. } = self.hotline(ix);
        let free = cost.is_some_and(|cost| cost.kind == "free");
        Call { shown, href, name, unconfirmed, free, always: hours.is_some_and(|hours| hours.always), trace }
    }

    fn add_fact(&self, view: &mut HotlineView, kind: &HotlineFactKind, source: usize, trace: Trace) {
        match kind {
            HotlineFactKind::Operator(operator) => {
                let PartnerView { name, href } = match operator {
                    Operator::Agency(agency) => Agency::named(*self, *agency),
                    Operator::Named(name) => PartnerView { name: self.words(name), href: None },
                };
                view.operator = Some(OperatorView { name, href, source, trace });
            }
            HotlineFactKind::Hours(hours) => {
                let stated = match hours {
                    Hours::Always => None,
                    Hours::Stated(text) => Some(self.words(text)),
                };
                view.hours = Some(HoursView { always: stated.is_none(), stated, source, trace });
            }
            HotlineFactKind::Cost(cost) => {
                let (kind, stated) = match cost {
                    Cost::Free => ("free", None),
                    Cost::Charged => ("charged", None),
                    Cost::Stated(text) => ("stated", Some(self.words(text))),
                };
                view.cost = Some(CostView { kind, stated, source, trace });
            }
            HotlineFactKind::Since(date) => view.since.push(Stated { value: self.date(*date), source, trace }),
            HotlineFactKind::Replaces(number) => view.replaces.push(Stated { value: number.clone(), source, trace }),
            HotlineFactKind::Languages(text) => {
                view.languages = Some(Stated { value: self.words(text), source, trace });
            }
            HotlineFactKind::Note(note) => view.notes.push(Stated { value: self.prose(note), source, trace }),
        }
    }
}

/// The number of a source, from 1, among those cited so far.
fn numbered<'p>(cited: &mut Vec<&'p Source>, source: &'p Source) -> usize {
    let same = |known: &&Source| match (*known, source) {
        (Source::Plan(a), Source::Plan(b)) => a == b,
        (Source::Document(a), Source::Document(b)) => a == b,
        (Source::Published(a), Source::Published(b)) => Arc::ptr_eq(a, b),
        _ => false,
    };
    cited.iter().position(same).unwrap_or_else(|| {
        cited.push(source);
        cited.len() - 1
    }) + 1
}
