//! Duties, reports, events and funding.

use super::builder::{Builder, Charge};
use super::{Checker, Scope};
use crate::diag::{Arg, Code, Diagnostic, Span};
use crate::load::{At, RawDuty, RawEvent, RawFunding, RawFundingAmount, RawPartner, RawReport};
use crate::model::{Duty, Event, Funding, FundingAmount, Id, Item, Ix, Partner, Report, Stated, Then};

impl<'a> Checker<'a> {
    fn partner(&mut self, raw: &RawPartner, scope: Scope) -> Option<Partner> {
        match raw {
            RawPartner::Agency(reference) => self.agency(reference, scope).map(Partner::Agency),
            RawPartner::Named(text) => Some(Partner::Named(self.text(text))),
        }
    }

    fn partners(&mut self, raw: &[RawPartner], scope: Scope) -> Vec<Partner> {
        raw.iter().filter_map(|partner| self.partner(partner, scope)).collect()
    }

    fn nobody(&mut self, span: Span, what: Arg, hint: Arg) {
        self.report.push(Diagnostic::at(Code::NobodyNamed, span).arg("what", what).arg("hint", hint));
    }

    pub(super) fn duty(&mut self, raw: &RawDuty, item: Ix<Item>, charge: &Charge, scope: Scope, plan: &mut Builder) {
        let own: Vec<_> = raw.agencies.iter().filter_map(|reference| self.agency(reference, scope)).collect();
        let agencies = if raw.agencies.is_empty() { charge.agencies.clone() } else { own };
        if agencies.is_empty() && raw.agencies.is_empty() && raw.whole && charge.known {
            let hint = Arg::each(
                "Thêm `agencies: [...]` tại đây, hoặc vào mục chứa nhiệm vụ này.",
                "Add `agencies: [...]` here, or to the section around it.",
            );
            self.nobody(raw.span, Arg::each("nhiệm vụ này", "this duty"), hint);
        }
        plan.duties.push(Duty {
            agencies,
            role: raw.role.unwrap_or(charge.role),
            partners: self.partners(&raw.with, scope),
            label: raw.label.as_ref().map(|text| self.text(text)),
            then: raw.then.as_ref().and_then(|then| self.partner(&then.to, scope)),
            item,
            span: raw.span,
        });
    }

    /// The duty of a paragraph that says nothing about duties, in a section with agencies.
    pub(super) fn implied_duty(item: Ix<Item>, span: Span, charge: &Charge, plan: &mut Builder) {
        plan.duties.push(Duty {
            agencies: charge.agencies.clone(),
            role: charge.role,
            partners: Vec::new(),
            label: None,
            then: None,
            item,
            span,
        });
    }

    pub(super) fn report(&mut self, raw: &'a RawReport, item: Ix<Item>, scope: Scope, plan: &mut Builder) {
        self.once(&raw.id, plan.reports.iter().map(|r: &Report| (&r.id, r.span)));
        if raw.from.is_empty() && raw.whole {
            let hint = Arg::each("Ghi cơ quan vào `from: [...]`.", "Name it in `from: [...]`.");
            self.nobody(raw.id.span, Arg::each("báo cáo này", "this report"), hint);
        }
        plan.reports.push(Report {
            id: raw.id.value.clone(),
            label: raw.label.as_ref().map(|text| self.text(text)),
            from: self.partners(&raw.from, scope),
            to: self.partners(&raw.to, scope),
            via: raw.via.as_ref().and_then(|partner| self.partner(partner, scope)),
            due: self.report_due(&raw.due, plan),
            then: raw
                .then
                .as_ref()
                .map(|then| Then { to: self.partners(&then.to, scope), due: self.report_due(&then.due, plan) }),
            item,
            span: raw.id.span,
        });
    }

    pub(super) fn event(&mut self, raw: &'a RawEvent, item: Ix<Item>, plan: &mut Builder) {
        self.once(&raw.id, plan.events.iter().map(|e: &Event| (&e.id, e.span)));
        let from = raw.from.as_ref().or(raw.date.as_ref());
        let to = raw.to.as_ref().or(raw.date.as_ref());
        if let (Some(from), Some(to)) = (from, to)
            && to.value.last_day() < from.value.first_day()
        {
            let diagnostic = Diagnostic::at(Code::EndsBeforeItBegins, to.span).arg("from", &from.value);
            self.report.push(diagnostic.arg("to", &to.value));
        }
        plan.events.push(Event {
            id: raw.id.value.clone(),
            name: self.text(&raw.name),
            from: from.map(|at| at.value),
            to: to.map(|at| at.value),
            year: raw.year.unwrap_or(Stated::Printed),
            theme: raw.theme.as_ref().map(|text| self.text(text)),
            item,
            span: raw.id.span,
        });
    }

    pub(super) fn funding(&mut self, raw: &RawFunding, item: Ix<Item>, plan: &mut Builder) {
        plan.funding.push(Funding {
            level: raw.level,
            source: raw.source.as_ref().map(|text| self.text(text)),
            amount: match &raw.amount {
                Some(RawFundingAmount::Vnd(value)) => FundingAmount::Vnd(value.value),
                Some(RawFundingAmount::NotStated) | None => FundingAmount::NotStated,
            },
            item,
            span: raw.span,
        });
    }

    /// Reports an id that stands among those before it.
    fn once<'i>(&mut self, id: &At<Id>, mut before: impl Iterator<Item = (&'i Id, Span)>) {
        if let Some((_, first)) = before.find(|(other, _)| **other == id.value) {
            self.report.push(Diagnostic::at(Code::DuplicateId, id.span).arg("id", &id.value).related(first));
        }
    }
}
