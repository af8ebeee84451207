//! Places with their agencies and hotlines, and circles among what leads to its own kind.

use super::source::Shelf;
use super::{Checker, Scope};
use crate::diag::{Arg, Code, Diagnostic, Span};
use crate::lang::Text;
use crate::load::{RawAgency, RawChange, RawPlace, RawText, Reference};
use crate::model::{Agency, AgencyKind, Change, Hotline, Ix, Place, PlaceCode};

impl<'a> Checker<'a> {
    /// All places, agencies and hotlines.
    pub(super) fn places(&mut self) -> (Vec<Place>, Vec<Agency>, Vec<Hotline>) {
        let (mut places, mut agencies, mut hotlines) = (Vec::new(), Vec::new(), Vec::new());
        for (index, named) in self.raw.places.iter().enumerate() {
            let raw = &named.content;
            let scope = Scope { plan: None, place: Some(Ix::new(index)), folder: "places" };
            let shelf = self.shelf(&raw.sources);
            let mut place = self.place_alone(raw, scope, &shelf);
            for agency in &raw.agencies {
                place.agencies.push(Ix::new(agencies.len()));
                agencies.push(self.agency_alone(agency, Ix::new(index), scope, &shelf));
            }
            for hotline in &raw.hotlines {
                place.hotlines.push(Ix::new(hotlines.len()));
                hotlines.push(self.hotline_alone(hotline, Ix::new(index), scope, &shelf));
            }
            places.push(place);
        }
        (places, agencies, hotlines)
    }

    fn place_alone(&mut self, raw: &'a RawPlace, scope: Scope, shelf: &Shelf) -> Place {
        let codes = raw.codes.iter().filter_map(|code| {
            let what = Arg::each("mã số này", "this code");
            Some(PlaceCode {
                source: self.source(code.source.as_ref(), code.scheme.span, what, shelf, scope)?,
                code: code.code.clone(),
                scheme: code.scheme.value.clone(),
                as_of: code.as_of.as_ref().map(|at| at.value),
            })
        });
        Place {
            id: raw.id.value.clone(),
            level: raw.level,
            codes: codes.collect(),
            parent: raw.parent.as_ref().and_then(|parent| self.place(parent)),
            name: self.text(&raw.name),
            short_name: self.short_name(raw.short_name.as_ref(), &raw.name),
            history: self.history(&raw.history, scope, shelf, Checker::place_in),
            agencies: Vec::new(),
            hotlines: Vec::new(),
            span: raw.id.span,
        }
    }

    fn place_in(&mut self, reference: &Reference, _: Scope) -> Option<Ix<Place>> {
        self.place(reference)
    }

    fn agency_alone(&mut self, raw: &'a RawAgency, place: Ix<Place>, scope: Scope, shelf: &Shelf) -> Agency {
        Agency {
            id: raw.id.value.clone(),
            place,
            name: self.text(&raw.name),
            short_name: self.short_name(raw.short_name.as_ref(), &raw.name),
            kind: raw.kind.unwrap_or(AgencyKind::Body),
            parent: raw.parent.as_ref().and_then(|parent| self.agency(parent, scope)),
            history: self.history(&raw.history, scope, shelf, Checker::agency),
            span: raw.id.span,
        }
    }

    fn short_name(&mut self, short: Option<&RawText>, name: &RawText) -> Text {
        match short {
            Some(short) => self.text(short),
            None => name.text(self.langs()),
        }
    }

    fn history<T>(
        &mut self,
        raw: &'a [RawChange],
        scope: Scope,
        shelf: &Shelf,
        successor: fn(&mut Checker<'a>, &Reference, Scope) -> Option<Ix<T>>,
    ) -> Vec<Change<T>> {
        let changes = raw.iter().filter_map(|change| {
            let what = Arg::each("thay đổi này", "this change");
            Some(Change {
                source: self.source(change.source.as_ref(), change.date.span, what, shelf, scope)?,
                date: change.date.value,
                text: self.prose(&change.text, scope),
                successor: change.successor.as_ref().and_then(|reference| successor(self, reference, scope)),
            })
        });
        let mut changes: Vec<_> = changes.collect();
        changes.sort_by_key(|change| change.date.first_day());
        changes
    }

    /// Places above, agencies above, documents detailed and plans replaced never lead back to where one began.
    pub(super) fn circles(&mut self) {
        let raw = self.raw;
        let parents = raw.places.iter().map(|named| {
            let place = &named.content;
            let above = place.parent.as_ref().map(|parent| parent.value.to_string());
            (named.name.clone(), above, place.parent.as_ref().map_or(place.span, |parent| parent.span))
        });
        self.circle_of(parents.collect());
        for named in &raw.places {
            let above = named.content.agencies.iter().map(|agency| {
                let parent = agency.parent.as_ref().map(|parent| parent.value.to_string());
                (agency.id.value.to_string(), parent, agency.parent.as_ref().map_or(agency.span, |p| p.span))
            });
            self.circle_of(above.collect());
        }
        let details = raw.documents.iter().map(|document| {
            let of = document.details.as_ref().map(|details| details.value.to_string());
            (document.id.value.to_string(), of, document.details.as_ref().map_or(document.span, |d| d.span))
        });
        self.circle_of(details.collect());
        let implements = raw.documents.iter().flat_map(|document| {
            let id = document.id.value.to_string();
            document.implements.iter().map(move |of| (id.clone(), Some(of.value.to_string()), of.span))
        });
        self.circle_of(implements.collect());
        let replaces = raw.plans.iter().flat_map(|named| {
            let others = named.content.replaces.iter().filter(|reference| *reference.value != *named.name);
            others.map(|reference| (named.name.clone(), Some(reference.value.to_string()), reference.span))
        });
        self.circle_of(replaces.collect());
    }

    /// Reports each entry that leads back to itself by its next one; once a circle.
    fn circle_of(&mut self, steps: Vec<(String, Option<String>, Span)>) {
        let next = |id: &str| steps.iter().find(|(of, ..)| of == id).and_then(|(_, next, _)| next.as_deref());
        let mut reported: Vec<&str> = Vec::new();
        for (id, _, span) in &steps {
            let mut path = vec![id.as_str()];
            while let Some(step) = path.last().and_then(|at| next(at)) {
                if step == id || path.contains(&step) {
                    break;
                }
                path.push(step);
            }
            let closed = path.last().and_then(|at| next(at)).is_some_and(|step| step == id);
            if closed && !reported.contains(&id.as_str()) {
                reported.extend(&path);
                path.push(id);
                let path = path.join(" → ");
                self.report.push(Diagnostic::at(Code::CircularReference, *span).arg("id", id).arg("path", &path));
            }
        }
    }
}
