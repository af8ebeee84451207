//! Observations: those of a measure's own list and those of the tables beside the plan, as one series.

use super::builder::Builder;
use super::goal::{aimed, misfits};
use super::reference::MEASURE;
use super::registry::KnownPlan;
use super::source::Shelf;
use super::{Checker, Scope};
use crate::diag::{Arg, Code, Diagnostic, Span, TableCell};
use crate::lang::{Decimal, Lang, Period, format_decimal};
use crate::load::{At, RawMeasure, RawObservation, RawReported, RawText, RawWho};
use crate::model::{Amount, Goal, Observation, Published, Source, Unit};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

impl<'a> Checker<'a> {
    /// The rows of a plan's tables, by measure; rows for measures that the plan does not have are reported, and so is
    /// whatever else is wrong with them.
    pub(super) fn reported(
        &mut self,
        plan: &str,
        scope: Scope,
        shelf: &Shelf,
    ) -> BTreeMap<&'a str, Vec<&'a RawReported>> {
        let tables = self.raw.reported.iter().filter(|named| named.name == plan);
        let rows: Vec<&RawReported> = tables.flat_map(|named| &*named.content).collect();
        if rows.is_empty() {
            return BTreeMap::new();
        }
        let of = self.registry.plans.get(plan).map(|(plan, _)| plan);
        let mut reported: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for row in rows {
            let measures = || of.into_iter().flat_map(KnownPlan::measures);
            match &row.measure {
                Some(measure) if measures().any(|id| id == &*measure.value) => {
                    reported.entry(&*measure.value).or_default().push(row);
                    continue;
                }
                Some(measure) => {
                    let labels = self.labels(plan);
                    let known: Vec<&str> = measures().chain(labels.iter().map(|label| &**label)).collect();
                    self.unknown(MEASURE, measure, known.into_iter());
                }
                None => {}
            }
            self.row(row, &Goal::Qualitative, scope, shelf);
        }
        reported
    }

    /// What the measures of a plan are called, in every language: rows may name them so too.
    fn labels(&self, plan: &str) -> Vec<Arc<str>> {
        let mut labels = Vec::new();
        if let Some((plan, _)) = self.registry.plans.get(plan) {
            let whole = plan.file.whole(self.sources);
            whole.each_measure(&mut |measure| {
                labels.extend(measure.label.entries.iter().map(|(_, at)| Arc::clone(&at.value)));
            });
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
        let mut all: Vec<Observation> = Vec::new();
        for written in &raw.observations {
            all.extend(self.observation(written, goal, scope, &plan.shelf));
        }
        for row in plan.reported.get(raw.id.value.as_str()).into_iter().flatten() {
            all.extend(self.row(row, goal, scope, &plan.shelf));
        }
        all.sort_by_key(|o| (o.period.last_day(), Reverse(o.period.first_day()), o.revised.map(|day| day.last_day())));
        let all_read = !scope.plan.is_some_and(|plan| self.raw.broken.rows.contains(plan));
        self.one_figure_each(&raw.id.value.to_string(), &mut all, all_read);
        all
    }

    /// What a row of a table reports. Of one that could not be read whole the rest is looked at.
    fn row(&mut self, row: &RawReported, goal: &Goal, scope: Scope, shelf: &Shelf) -> Option<Observation> {
        let rest = match &row.observation {
            Ok(whole) => return self.observation(whole, goal, scope, shelf),
            Err(rest) => rest,
        };
        if let Some(period) = &rest.period {
            self.not_to_come(period);
        }
        if let Some(value) = &rest.value {
            self.figure(value, rest.of.as_ref(), rest.note.as_ref(), goal);
        }
        if let Some(source) = &rest.source {
            self.stated_by(source, rest.span, scope, shelf);
        }
        if let Some(note) = &rest.note {
            self.prose(note, scope);
        }
        None
    }

    fn observation(&mut self, raw: &RawObservation, goal: &Goal, scope: Scope, shelf: &Shelf) -> Option<Observation> {
        self.not_to_come(&raw.period);
        let amount = self.figure(&raw.value, raw.of.as_ref(), raw.note.as_ref(), goal);
        let source = self.stated_by(&raw.source, raw.span, scope, shelf);
        let note = raw.note.as_ref().map(|text| self.prose(text, scope));
        Some(Observation {
            period: raw.period.value,
            amount,
            status: raw.status,
            source: source?,
            note,
            revised: raw.revised.as_ref().map(|at| at.value),
            span: raw.value.span,
        })
    }

    fn not_to_come(&mut self, period: &At<Period>) {
        if period.value.first_day() > self.as_of {
            let diagnostic = Diagnostic::at(Code::FutureObservation, period.span);
            self.report.push(diagnostic.arg("period", &period.value).arg("as_of", &self.as_of));
        }
    }

    fn stated_by(&mut self, source: &RawWho, fact: Span, scope: Scope, shelf: &Shelf) -> Option<Source> {
        match source {
            RawWho::Named(text) => Some(Source::Published(Arc::new(Published::named(self.text(text))))),
            RawWho::Known(reference) => {
                self.source(Some(reference), fact, Arg::each("số liệu", "a figure"), shelf, scope)
            }
        }
    }

    /// A figure in the goal's unit. One over a hundred percent is asked about, unless the goal is too or a note says why.
    fn figure(&mut self, value: &At<Decimal>, of: Option<&At<Decimal>>, note: Option<&RawText>, goal: &Goal) -> Amount {
        let unit = aimed(goal).map_or(Unit::Bare, |amount| amount.unit.clone());
        for (span, reason) in misfits(value, of, &unit) {
            let diagnostic = Diagnostic::at(Code::ObservationMismatch, span).arg("reason", reason);
            let hint = self.mend(value.span, of.map_or(value.span, |of| of.span));
            self.report.push(diagnostic.arg("hint", hint));
        }
        let goes_beyond = match goal {
            Goal::Figure { amount, .. } | Goal::Range { high: amount, .. } => amount.value > Decimal::ONE_HUNDRED,
            Goal::Qualitative | Goal::Relative { .. } => false,
        };
        let over = unit == Unit::Percent && of.is_none() && value.value > Decimal::ONE_HUNDRED;
        if over && note.is_none() && !goes_beyond {
            let (vi, en) = (format_decimal(value.value, Lang::VI), format_decimal(value.value, Lang::EN));
            self.report.push(Diagnostic::at(Code::OverAHundred, value.span).arg("figure", Arg::each(vi, en)));
        }
        Amount { value: value.value, of: of.map(|at| at.value), unit }
    }

    /// What to do with a figure that does not fit its whole: in a table the cells are named.
    fn mend(&self, value: Span, of: Span) -> Arg {
        let (Some(value), Some(of)) = (self.sources.cell(value), self.sources.cell(of)) else {
            return Arg::each(
                "So lại với báo cáo rồi sửa `value` hoặc `of`.",
                "Compare with the report, then mend `value` or `of`.",
            );
        };
        let (first, second) = (value.called(), of.called());
        let in_table = |lang, start: &str, or: &str| {
            let second = if value == of { String::new() } else { format!(" {or} {}", second.in_lang(lang)) };
            format!("{start} {}{second}.", first.in_lang(lang))
        };
        Arg::each(
            in_table(Lang::VI, "So lại với báo cáo rồi sửa", "hoặc"),
            in_table(Lang::EN, "Compare with the report, then mend", "or"),
        )
    }

    /// A figure and, in a table, its cell.
    fn shown_at(&self, seen: &Observation) -> Arg {
        let figure = shown(&seen.amount);
        let Some(cell) = self.sources.cell(seen.span).map(TableCell::called) else { return Arg::from(&figure) };
        let within = |lang| format!("{figure} ({})", cell.in_lang(lang));
        Arg::each(within(Lang::VI), within(Lang::EN))
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
                    let diagnostic =
                        diagnostic.arg("first", self.shown_at(first)).arg("second", &shown(&second.amount));
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
