//! What plans set for the same indicator, side by side. Goals are promises, not results: nothing here ranks them.

use super::dossier::PlanIndex;
use super::page::PageKind;
use super::text::Here;
use super::view::{
    AmountView, Axis, ComparedTarget, ComparisonCard, ComparisonView, ComparisonsView, Finding, Link, MarkView, Tick,
};
use crate::chart::Scale;
use crate::lang::{Decimal, format_decimal};
use crate::measure::counted_in;
use crate::model::{Amount, Goal, Indicator, Ix, Measure, Plan, Portal, Unit, indexed};
use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::Arc;

/// A measure and its plan.
type OfPlan = (Ix<Plan>, Ix<Measure>);

/// For each indicator the measures that are compared: of plans that are no samples; none where fewer than two plans have
/// it, since there is nothing to compare.
pub(super) fn compared(portal: &Portal, plans: &[Arc<PlanIndex>]) -> Vec<Vec<OfPlan>> {
    let mut compared: Vec<Vec<OfPlan>> = vec![Vec::new(); portal.indicators.len()];
    for (ix, _) in portal.each_plan().filter(|(_, plan)| !plan.sample) {
        for (indicator, measure) in &plans[ix.index()].indicated {
            compared[indicator.index()].push((ix, *measure));
        }
    }
    for measures in &mut compared {
        if measures.iter().all(|(plan, _)| *plan == measures[0].0) {
            measures.clear();
        }
    }
    compared
}

/// The indicators that have a page.
pub(super) fn with_pages(portal: &Portal, compared: &[Vec<OfPlan>]) -> impl Iterator<Item = Ix<Indicator>> {
    indexed(&portal.indicators).map(|(ix, _)| ix).filter(|ix| !compared[ix.index()].is_empty())
}

pub(super) fn comparisons(here: Here) -> ComparisonsView {
    let portal = here.portal();
    let card = |ix: Ix<Indicator>| {
        let rows = rows(here, ix);
        let plans: HashSet<Ix<Plan>> = rows.iter().map(|row| row.of.0).collect();
        ComparisonCard {
            to: here.link(PageKind::Comparison(ix), here.words(&portal[ix].name)),
            plans: plans.len(),
            finding: finding(here, &portal[ix], &rows),
            trace: here.trace(portal[ix].span),
        }
    };
    ComparisonsView { indicators: with_pages(portal, &here.outline.index.compared).map(card).collect() }
}

pub(super) fn comparison(here: Here, ix: Ix<Indicator>) -> ComparisonView {
    let indicator = &here.portal()[ix];
    let rows = rows(here, ix);
    let whole = (indicator.unit == Unit::Percent).then_some(Decimal::ONE_HUNDRED);
    let scale = Scale::holding(rows.iter().filter_map(|row| Some(row.figures?.1)), whole);
    let target = |row: &Row| {
        let dossier = here.dossier(row.of.0);
        ComparedTarget {
            plan: here.plan_link(row.of.0),
            condition: row.measure.condition.as_ref().map(|condition| here.words(condition)),
            target: here.measure_row(dossier, row.of.1),
            mark: row.figures.zip(scale).map(|(figures, scale)| mark(figures, scale)),
        }
    };
    let targets: Vec<ComparedTarget> = rows.iter().map(target).collect();
    ComparisonView {
        told: targets.iter().any(|compared| compared.target.state.is_some()),
        definition: indicator.definition.as_ref().map(|definition| here.prose(definition)),
        finding: finding(here, indicator, &rows),
        targets,
        axis: scale.map(|scale| axis(here, indicator, scale)),
    }
}

/// A measure that is compared, with the lowest and the highest figure of its goal, in the indicator's unit.
struct Row<'m> {
    of: OfPlan,
    measure: &'m Measure,
    figures: Option<(Decimal, Decimal)>,
}

/// The higher figures first, those without a figure last; the same ones in the order in which plans are listed.
fn rows<'o>(here: Here<'o>, ix: Ix<Indicator>) -> Vec<Row<'o>> {
    let portal = here.portal();
    let row = |of: &OfPlan| {
        let measure = &portal[of.0][of.1];
        let counted: Option<Vec<Decimal>> =
            amounts(&measure.goal).map(|amount| counted_in(amount, &portal[ix].unit)).collect();
        let figures = counted.and_then(|figures| Some((*figures.first()?, *figures.last()?)));
        Row { of: *of, measure, figures }
    };
    let order = here.plans_by_place();
    let mut rows: Vec<Row> = here.outline.index.compared[ix.index()].iter().map(row).collect();
    rows.sort_by_key(|row| {
        let figures = row.figures.map(|(low, high)| (high, low));
        (Reverse(figures), order.iter().position(|plan| *plan == row.of.0), row.of.1)
    });
    rows
}

/// The figures of a goal, the lower one first.
fn amounts(goal: &Goal) -> impl Iterator<Item = &Amount> {
    let (low, high) = match goal {
        Goal::Figure { amount, .. } => (Some(amount), None),
        Goal::Range { low, high } => (Some(low), Some(high)),
        Goal::Qualitative | Goal::Relative { .. } => (None, None),
    };
    low.into_iter().chain(high)
}

/// What the page says in a sentence.
fn finding(here: Here, indicator: &Indicator, rows: &[Row]) -> Finding {
    let with_figures: Vec<&Row> = rows.iter().filter(|row| row.figures.is_some()).collect();
    let view = |amount: Option<&Amount>| -> Option<AmountView> { amount.map(|amount| here.amount(amount)) };
    let lowest = with_figures.iter().min_by_key(|row| row.figures.map(|(low, _)| low));
    let highest = with_figures.first();
    let ends = lowest.and_then(|row| row.figures).zip(highest.and_then(|row| row.figures));
    let in_percent = indicator.unit == Unit::Percent;
    let figure = |value: Decimal, amount: Option<&Amount>| match in_percent {
        // "150 of 200" and "14 of 14" are no two ends of anything, but 75% and 100% are.
        true => Some(share(here, value)),
        false => view(amount),
    };
    let mut low = ends.and_then(|((low, _), _)| figure(low, lowest.and_then(|row| amounts(&row.measure.goal).next())));
    let high = ends.and_then(|(_, (_, high))| figure(high, highest.and_then(|row| amounts(&row.measure.goal).last())));
    if let (Some(low), Some(high)) = (&mut low, &high)
        && low.name == high.name
    {
        low.name = None;
    }
    let kinds: HashSet<&str> = with_figures.iter().map(|row| here.goal(&row.measure.goal).kind).collect();
    Finding {
        kind: match ends {
            None => "none",
            Some(((low, _), (_, high))) if low == high => "same",
            Some(_) => "spread",
        },
        low,
        high,
        figures: with_figures.len(),
        in_words: rows.len() - with_figures.len(),
        mixed: kinds.len() > 1,
        of_whole: in_percent && with_figures.iter().flat_map(|row| amounts(&row.measure.goal)).any(|a| a.of.is_some()),
    }
}

/// A share, to a tenth of a per cent.
fn share(here: Here, value: Decimal) -> AmountView {
    here.amount(&Amount { value: value.round_dp(1).normalize(), of: None, unit: Unit::Percent })
}

fn mark((low, high): (Decimal, Decimal), scale: Scale) -> MarkView {
    let at = |value| format!("{}%", scale.at(value));
    MarkView { x: at(low), to: (low != high).then(|| at(high)) }
}

fn axis(here: Here, indicator: &Indicator, scale: Scale) -> Axis {
    let tick = |value| Tick { x: format!("{}%", scale.at(value)), text: format_decimal(value, here.lang()) };
    let unit = here.amount(&Amount { value: Decimal::ZERO, of: None, unit: indicator.unit.clone() });
    Axis { ticks: scale.ticks().map(tick).collect(), unit }
}

impl Here<'_> {
    /// To the comparison that a measure stands in; none where it stands in none.
    pub(super) fn comparison_link(&self, plan: Ix<Plan>, measure: Ix<Measure>) -> Option<Link> {
        let indicator = self.portal()[plan][measure].indicator?;
        let stands = self.outline.index.compared[indicator.index()].contains(&(plan, measure));
        stands.then(|| self.link(PageKind::Comparison(indicator), self.words(&self.portal()[indicator].name)))
    }

    /// To the list of comparisons; none where there is none.
    pub(super) fn comparisons_href(&self) -> Option<String> {
        let any = with_pages(self.portal(), &self.outline.index.compared).next().is_some();
        any.then(|| self.href(PageKind::Comparisons))
    }
}
