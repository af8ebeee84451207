//! Figures: goals, baselines and milestones that fit each other.

use super::Checker;
use super::reference::UNIT;
use crate::diag::{Arg, Code, Diagnostic, Span};
use crate::lang::{Decimal, PartialDate, Text};
use crate::load::{At, RawAim, RawBaseline, RawGoal, RawMilestone, RawUnit};
use crate::model::{Amount, Baseline, Goal, Milestone, Unit};

impl Checker<'_> {
    pub(super) fn unit(&mut self, raw: Option<&RawUnit>) -> Unit {
        let reference = match raw {
            None => return Unit::Bare,
            Some(RawUnit::Named(text)) => return Unit::Named(self.text(text)),
            Some(RawUnit::Id(reference)) => reference,
        };
        if let Some((_, unit)) = Unit::BUILT_IN.iter().find(|(id, _)| *id == &*reference.value) {
            return unit.clone();
        }
        let registry = self.registry;
        let text: Option<Text> = registry.units.get(&*reference.value).map(|(text, _)| text.text(self.langs()));
        match text {
            Some(text) => Unit::Named(text),
            None => {
                let known = Unit::BUILT_IN.iter().map(|(id, _)| *id).chain(registry.units.keys().copied());
                self.unknown(UNIT, reference, known);
                Unit::Bare
            }
        }
    }

    pub(super) fn mismatch(&mut self, span: Span, vi: impl Into<String>, en: impl Into<String>) {
        let reason = Arg::each(vi.into(), en.into());
        self.report.push(Diagnostic::at(Code::GoalMismatch, span).arg("reason", reason));
    }

    /// A figure with its whole, which is not smaller.
    fn amount(&mut self, value: &At<Decimal>, of: Option<&At<Decimal>>, unit: &Unit) -> Amount {
        for (span, reason) in misfits(value, of, unit) {
            self.report.push(Diagnostic::at(Code::GoalMismatch, span).arg("reason", reason));
        }
        Amount { value: value.value, of: of.map(|at| at.value), unit: unit.clone() }
    }

    pub(super) fn goal(&mut self, raw: &RawGoal) -> Goal {
        let unit = self.unit(raw.unit.as_ref());
        if let Some(of) = &raw.of
            && unit == Unit::Percent
        {
            let vi = "phần trăm không có tổng; viết `reach: 150, of: 200, unit: ...` hoặc chỉ phần trăm";
            let en = "a percentage has no whole; write `reach: 150, of: 200, unit: ...`, or the percentage alone";
            self.mismatch(of.span, vi, en);
        }
        match &raw.aim {
            RawAim::Figure(comparator, way, value) => {
                let amount = self.amount(value, raw.of.as_ref(), &unit);
                Goal::Figure { comparator: *comparator, way: *way, amount }
            }
            RawAim::Range(low, high) => {
                if low.value > high.value {
                    self.mismatch(high.span, "số đầu lớn hơn số cuối", "the first figure is more than the last");
                }
                let low = self.amount(low, raw.of.as_ref(), &unit);
                Goal::Range { low, high: self.amount(high, raw.of.as_ref(), &unit) }
            }
            RawAim::Relative(direction, than) => Goal::Relative { direction: *direction, than: self.text(than) },
        }
    }

    /// Where a measure began, in the goal's unit unless it names its own.
    pub(super) fn baseline(&mut self, raw: &RawBaseline, goal: &Goal) -> Baseline {
        let aimed = aimed(goal);
        let unit = match (&raw.unit, aimed) {
            (Some(unit), _) => self.unit(Some(unit)),
            (None, Some(aimed)) => aimed.unit.clone(),
            (None, None) => Unit::Bare,
        };
        let amount = raw.value.as_ref().map(|value| self.amount(value, raw.of.as_ref(), &unit));
        if let (Some(amount), Some(aimed), Some(value)) = (&amount, aimed, &raw.value) {
            self.same_kind(value.span, amount, aimed);
        }
        if raw.value.is_none() && raw.period.is_none() {
            let vi = "`baseline` không có số, cũng không có kỳ";
            self.mismatch(raw.span, vi, "the `baseline` has neither a figure nor a period");
        }
        Baseline { amount, period: raw.period.as_ref().map(|at| at.value) }
    }

    /// Figures of one measure are all parts of a whole, or none is; and count the same.
    fn same_kind(&mut self, span: Span, amount: &Amount, aimed: &Amount) {
        if amount.of.is_some() != aimed.of.is_some() {
            let vi = "một bên viết trên tổng (`of`), bên kia thì không";
            self.mismatch(span, vi, "one of them is a part of a whole (`of`), the other is not");
        } else if amount.unit != aimed.unit {
            self.mismatch(span, "hai số có đơn vị khác nhau", "the two figures have different units");
        }
    }

    pub(super) fn milestone(&mut self, raw: &RawMilestone, goal: &Goal, due: Option<PartialDate>) -> Option<Milestone> {
        let Some(aimed) = aimed(goal) else {
            self.mismatch(
                raw.span,
                "có mốc mà mục tiêu không có con số",
                "there is a milestone, but the goal has no figure",
            );
            return None;
        };
        let amount = self.amount(&raw.value, raw.of.as_ref(), &aimed.unit);
        self.same_kind(raw.value.span, &amount, aimed);
        if let Some(due) = due
            && raw.by.value.last_day() > due.last_day()
        {
            self.mismatch(raw.by.span, "mốc sau thời hạn", "the milestone is after the deadline");
        }
        Some(Milestone { amount, by: raw.by.value })
    }
}

/// What is wrong with a figure and its whole, and where: a part is not negative, nor more than the whole.
pub(super) fn misfits(value: &At<Decimal>, of: Option<&At<Decimal>>, unit: &Unit) -> Vec<(Span, Arg)> {
    let mut found = Vec::new();
    let counts = of.is_some() || matches!(unit, Unit::Percent | Unit::Per(_));
    if value.value.is_sign_negative() && !value.value.is_zero() && counts {
        let reason = Arg::each("một phần hoặc một tỷ lệ không thể âm", "a part or a share cannot be negative");
        found.push((value.span, reason));
    }
    if let Some(of) = of
        && (value.value > of.value || of.value.is_zero())
    {
        let (part, whole) = (value.value, of.value);
        let (vi, en) = (format!("{part} lớn hơn tổng {whole}"), format!("{part} is more than the whole, {whole}"));
        found.push((of.span, Arg::each(vi, en)));
    }
    found
}

/// The figure of a goal, if it has one.
pub(super) fn aimed(goal: &Goal) -> Option<&Amount> {
    match goal {
        Goal::Figure { amount, .. } => Some(amount),
        Goal::Range { low, .. } => Some(low),
        Goal::Qualitative | Goal::Relative { .. } => None,
    }
}
