//! Hotlines: numbers that can be called, facts that have a source.

use super::source::Shelf;
use super::{Checker, Scope, phone};
use crate::diag::{Arg, Code, Diagnostic};
use crate::load::{RawHotline, RawHotlineFact, RawHotlineFactKind as Raw, RawText};
use crate::model::{Cost, Hotline, HotlineFact, HotlineFactKind, Hours, Ix, Operator, Phone, Place};

impl<'a> Checker<'a> {
    pub(super) fn hotline_alone(
        &mut self,
        raw: &'a RawHotline,
        place: Ix<Place>,
        scope: Scope,
        shelf: &Shelf,
    ) -> Hotline {
        let written = &raw.number.value;
        let number = phone::phone(written).unwrap_or_else(|reason| {
            let diagnostic = Diagnostic::at(Code::BadPhone, raw.number.span).arg("value", written);
            self.report.push(diagnostic.arg("reason", reason));
            Phone { shown: written.to_string(), dialled: String::new() }
        });
        Hotline {
            number,
            place,
            name: self.text(&raw.name),
            audience: raw.r#for.as_ref().map(|text| self.text(text)),
            facts: raw.facts.iter().filter_map(|fact| self.hotline_fact(fact, scope, shelf)).collect(),
            called: raw.called.as_ref().map(|at| at.value),
            span: raw.number.span,
            called_span: raw.called.as_ref().map_or(raw.number.span, |at| at.span),
        }
    }

    fn hotline_fact(&mut self, raw: &'a RawHotlineFact, scope: Scope, shelf: &Shelf) -> Option<HotlineFact> {
        let what = Arg::each("thông tin này về đường dây nóng", "this fact about the hotline");
        let source = self.source(raw.source.as_ref(), raw.span, what, shelf, scope);
        let kind = match &raw.kind {
            Raw::OperatorAgency(agency) => HotlineFactKind::Operator(Operator::Agency(self.agency(agency, scope)?)),
            Raw::Operator(text) => HotlineFactKind::Operator(Operator::Named(self.text(text))),
            Raw::Hours(text) => HotlineFactKind::Hours(match word(text) {
                Some("24/7") => Hours::Always,
                _ => Hours::Stated(self.text(text)),
            }),
            Raw::Cost(text) => HotlineFactKind::Cost(match word(text) {
                Some("free") => Cost::Free,
                Some("charged") => Cost::Charged,
                _ => Cost::Stated(self.text(text)),
            }),
            Raw::Since(at) => HotlineFactKind::Since(at.value),
            Raw::Replaces(at) => HotlineFactKind::Replaces(at.value.to_string()),
            Raw::Languages(text) => HotlineFactKind::Languages(self.text(text)),
            Raw::Note(text) => HotlineFactKind::Note(self.prose(text, scope)),
        };
        Some(HotlineFact { kind, source: source?, span: raw.span })
    }
}

/// A plain string, which may be a word of the format rather than a text.
fn word(text: &RawText) -> Option<&str> {
    text.plain.then(|| &*text.entries[0].1.value)
}
