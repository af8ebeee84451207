//! The measures of a plan, by id and by label.

use crate::lang::Decimal;
use crate::load::{RawAim, RawMeasure, RawPlan, RawUnit};
use std::collections::BTreeMap;

/// The measures of a plan.
pub(super) struct Measures<'a> {
    by_id: BTreeMap<&'a str, &'a RawMeasure>,
    by_label: BTreeMap<String, Vec<&'a RawMeasure>>,
}

/// What a text names.
pub(super) enum Found<'a> {
    One(&'a RawMeasure),
    /// Several measures of one label.
    Several(Vec<&'a str>),
    /// None that could be read.
    None,
}

impl<'a> Measures<'a> {
    pub fn of(plan: &'a RawPlan) -> Measures<'a> {
        let (mut by_id, mut by_label) = (BTreeMap::new(), BTreeMap::<String, Vec<_>>::new());
        plan.each_measure(&mut |measure| {
            by_id.entry(measure.id.value.as_str()).or_insert(measure);
            for (_, label) in &measure.label.entries {
                let named = by_label.entry(folded(&label.value)).or_default();
                if !named.iter().any(|known: &&RawMeasure| known.id.value == measure.id.value) {
                    named.push(measure);
                }
            }
        });
        Measures { by_id, by_label }
    }

    /// The measure of this id, or of this label in any language, whatever its case and spaces.
    pub fn find(&self, text: &str) -> Found<'a> {
        if let Some(measure) = self.by_id.get(text) {
            return Found::One(measure);
        }
        match self.by_label.get(&folded(text)).map(Vec::as_slice) {
            Some([measure]) => Found::One(measure),
            Some(several) => Found::Several(several.iter().map(|measure| measure.id.value.as_str()).collect()),
            None => Found::None,
        }
    }
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Whether a measure's goal is in percent.
pub(super) fn in_percent(measure: &RawMeasure) -> bool {
    let unit = measure.goal.as_ref().and_then(|goal| goal.unit.as_ref());
    matches!(unit, Some(RawUnit::Id(id)) if &*id.value == "percent")
}

/// Whether a goal has a figure of ten or more: then one between 0 and 1 is likely a share of one.
pub(super) fn aims_high(measure: &RawMeasure) -> bool {
    let high = |value: &Decimal| *value >= Decimal::TEN;
    match measure.goal.as_ref().map(|goal| &goal.aim) {
        Some(RawAim::Figure(_, _, value)) => high(&value.value),
        Some(RawAim::Range(low, _)) => high(&low.value),
        _ => false,
    }
}
