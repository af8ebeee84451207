//! Observations: those of a measure's own list and those of the tables beside the plan, as one series.

use super::builder::Builder;
use super::goal::aimed;
use super::reference::MEASURE;
use super::{Checker, Scope};
use crate::diag::{Arg, Code, Diagnostic};
use crate::lang::Decimal;
use crate::load::{RawMeasure, RawObservation, RawObservationSource};
use crate::model::{Amount, Goal, Observation, Published, Source, Unit};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

impl<'a> Checker<'a> {
    /// The rows of a plan's tables, by measure; rows for measures that the plan does not have are reported.
    pub(super) fn reported(&mut self, plan: &str) -> BTreeMap<&'a str, Vec<&'a RawObservation>> {
        let registry = self.registry;
        let rows = self.raw.reported.iter().filter(|named| named.name == plan).flat_map(|named| &named.content);
        let mut reported: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for row in rows {
            let measures = || registry.measures.keys().filter(|(of, _)| *of == plan).map(|(_, id)| *id);
            if measures().any(|id| id == &*row.measure.value) {
                reported.entry(&*row.measure.value).or_default().extend(&row.observation);
            } else {
                let known: Vec<&str> = measures().chain(self.labels(plan)).collect();
                self.unknown(MEASURE, &row.measure, known.into_iter());
            }
        }
        reported
    }

    /// What the measures of a plan are called, in every language: rows may name them so too.
    fn labels(&self, plan: &str) -> Vec<&'a str> {
        let mut labels = Vec::new();
        for named in self.raw.plans.iter().filter(|named| named.name == plan) {
            named
                .content
                .each_measure(&mut |measure| labels.extend(measure.label.entries.iter().map(|(_, at)| &*at.value)));
        }
        labels
    }

    /// What was reported for a measure, in the order of time; of one period, a revision after what it revises.
    pub(super) fn observations(
        &mut self,
        raw: &'a RawMeasure,
        goal: &Goal,
        scope: Scope,
        plan: &Builder<'a>,
    ) -> Vec<Observation> {
        let tables = plan.reported.get(raw.id.value.as_str()).into_iter().flatten().copied();
        let mut all: Vec<Observation> = Vec::new();
        for written in raw.observations.iter().chain(tables) {
            all.extend(self.observation(written, goal, scope, plan));
        }
        all.sort_by_key(|o| (o.period.last_day(), Reverse(o.period.first_day()), o.revised.map(|day| day.last_day())));
        let all_read = !scope.plan.is_some_and(|plan| self.raw.broken.rows.contains(plan));
        self.one_figure_each(&raw.id.value.to_string(), &mut all, all_read);
        all
    }

    fn observation(
        &mut self,
        raw: &'a RawObservation,
        goal: &Goal,
        scope: Scope,
        plan: &Builder<'a>,
    ) -> Option<Observation> {
        if raw.period.value.first_day() > self.as_of {
            let diagnostic = Diagnostic::at(Code::FutureObservation, raw.period.span);
            self.report.push(diagnostic.arg("period", &raw.period.value).arg("as_of", &self.as_of));
        }
        let unit = aimed(goal).map_or(Unit::Bare, |amount| amount.unit.clone());
        Some(Observation {
            period: raw.period.value,
            amount: self.amount(&raw.value, raw.of.as_ref(), &unit),
            status: raw.status,
            source: match &raw.source {
                RawObservationSource::Named(text) => Source::Published(Arc::new(Published::named(self.text(text)))),
                RawObservationSource::Source(reference) => {
                    let what = Arg::each("số liệu", "a figure");
                    self.source(Some(reference), raw.span, what, &plan.shelf, scope)?
                }
            },
            note: raw.note.as_ref().map(|text| self.prose(text, scope)),
            revised: raw.revised.as_ref().map(|at| at.value),
            span: raw.value.span,
        })
    }

    /// Reports two figures for one period where neither says that it revises the other. The same figure in two files is
    /// one. What a revision takes the place of may stand in a row that could not be read.
    fn one_figure_each(&mut self, id: &str, all: &mut Vec<Observation>, all_read: bool) {
        all.dedup_by(|b, a| a.period == b.period && a.revised == b.revised && same(&a.amount, &b.amount));
        for at in 0..all.len() {
            let second = &all[at];
            let before = at.checked_sub(1).map(|at| &all[at]).filter(|first| first.period == second.period);
            match before {
                Some(first) if first.revised == second.revised => {
                    let diagnostic = Diagnostic::at(Code::ConflictingObservations, second.span).arg("id", id);
                    let (first_figure, second_figure) = (shown(&first.amount), shown(&second.amount));
                    let diagnostic = diagnostic.arg("first", &first_figure).arg("second", &second_figure);
                    self.report.push(diagnostic.related(first.span));
                }
                None if second.revised.is_some() && all_read => {
                    let diagnostic = Diagnostic::at(Code::RevisionOfNothing, second.span);
                    self.report.push(diagnostic.arg("period", &second.period));
                }
                _ => {}
            }
        }
    }
}

fn same(a: &Amount, b: &Amount) -> bool {
    (a.value, a.of) == (b.value, b.of)
}

fn shown(amount: &Amount) -> String {
    let whole = |of: Decimal| format!("{}/{of}", amount.value);
    amount.of.map_or(amount.value.to_string(), whole)
}
