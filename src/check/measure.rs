//! Measures with their parts.

use super::builder::Builder;
use super::goal::aimed;
use super::{Checker, Scope};
use crate::diag::{Code, Diagnostic};
use crate::lang::PartialDate;
use crate::load::{At, RawMeasure};
use crate::model::{Due, Goal, Item, Ix, Measure, Whole};

impl<'a> Checker<'a> {
    /// Takes a measure and its parts into the plan.
    pub(super) fn measure(
        &mut self,
        raw: &'a RawMeasure,
        item: Ix<Item>,
        part_of: Option<Ix<Measure>>,
        scope: Scope,
        plan: &mut Builder<'a>,
    ) {
        let goal = raw.goal.as_ref().map_or(Goal::Qualitative, |goal| self.goal(goal));
        let due = raw.due.as_ref().map(|due| Due { by: due.by.value, stated: due.stated });
        if let Some(due) = &raw.due {
            self.not_before_plan(&due.by, plan);
        }
        if due.is_none() && !plan.ends && aimed(&goal).is_some() {
            let vi = "kế hoạch không nêu thời điểm kết thúc, nên chỉ tiêu cần `due`";
            self.mismatch(raw.id.span, vi, "the plan states no end, so the measure needs `due`");
        }
        let baseline = raw.baseline.as_ref().map(|baseline| self.baseline(baseline, &goal));
        if let Some(at) = raw.baseline.as_ref().and_then(|b| b.period.as_ref())
            && at.value.first_day() > due.map_or(plan.period.1, |due| due.by).last_day()
        {
            self.mismatch(at.span, "số gốc có sau thời hạn", "the baseline is after the deadline");
        }
        // A goal that could not be read is no goal without a figure.
        let known = raw.goal.is_some() || raw.whole;
        let stated = raw.milestones.iter().filter(|_| known);
        let milestones = stated.filter_map(|m| self.milestone(m, &goal, due.map(|due| due.by)));
        let milestones = milestones.collect();
        let observations = self.observations(raw, &goal, scope, plan);
        if part_of.is_none() && raw.of.is_some() {
            let vi = "`of` chỉ dùng cho chỉ tiêu trong `parts`";
            self.mismatch(raw.id.span, vi, "`of` is only for a measure in `parts`");
        }
        let ix = Ix::new(plan.measures.len());
        plan.items[item.index()].measures.push(ix);
        plan.measures.push(Measure {
            id: raw.id.value.clone(),
            aliases: raw.aliases.iter().map(|at| at.value.clone()).collect(),
            label: self.text(&raw.label),
            goal,
            baseline,
            due,
            milestones,
            observations,
            condition: raw.condition.as_ref().map(|text| self.text(text)),
            indicator: raw.indicator.as_ref().and_then(|reference| self.indicator_at(reference)),
            note: raw.note.as_ref().map(|text| self.prose(text, scope)),
            part_of: part_of.map(|whole| (whole, raw.of.unwrap_or(Whole::Whole))),
            item,
            span: raw.id.span,
        });
        for part in &raw.parts {
            self.measure(part, item, Some(ix), scope, plan);
        }
    }

    /// Reports a deadline that lies before the plan begins.
    pub(super) fn not_before_plan(&mut self, at: &At<PartialDate>, plan: &Builder) {
        let start = plan.period.0;
        if at.value.last_day() < start.first_day() {
            let diagnostic = Diagnostic::at(Code::DateOutsidePlan, at.span).arg("date", &at.value);
            self.report.push(diagnostic.arg("start", &start));
        }
    }
}
