//! A plan's paragraphs and measures, one after another.

use super::plan::{RawItem, RawMeasure, RawPlan, RawSection};

impl RawPlan {
    /// Every measure with its parts, a part after its whole, in the order in which the plan stage takes them.
    pub fn each_measure<'a>(&'a self, then: &mut impl FnMut(&'a RawMeasure)) {
        each_item(self, &mut |item| each_measure(&item.measures, then));
    }
}

/// Every paragraph of a plan, in the order in which the plan stage takes them.
fn each_item<'a>(plan: &'a RawPlan, then: &mut impl FnMut(&'a RawItem)) {
    fn items<'a>(list: &'a [RawItem], then: &mut impl FnMut(&'a RawItem)) {
        for item in list {
            then(item);
            items(&item.items, then);
        }
    }
    fn sections<'a>(list: &'a [RawSection], then: &mut impl FnMut(&'a RawItem)) {
        for section in list {
            items(&section.items, then);
            sections(&section.sections, then);
        }
    }
    items(&plan.bases, then);
    items(&plan.preamble, then);
    sections(&plan.sections, then);
    items(&plan.closing, then);
    sections(&plan.annexes, then);
    items(&plan.recipients, then);
}

fn each_measure<'a>(list: &'a [RawMeasure], then: &mut impl FnMut(&'a RawMeasure)) {
    for measure in list {
        then(measure);
        each_measure(&measure.parts, then);
    }
}
