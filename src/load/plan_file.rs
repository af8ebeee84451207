//! A plan's file: what others may ask of a plan, and all of it for as long as somebody needs it. Decoded, a plan takes several
//! times the room of its text; once it is checked, nobody asks for it again until it or what it stands on is another one.

use super::cache::From;
use super::decode::{At, Broken, Decoder};
use super::leaf::Reference;
use super::plan::RawPlan;
use crate::diag::{Report, Sources};
use crate::model::Id;
use jiff::civil::Date;
use std::sync::{Arc, Mutex, PoisonError};

/// A plan as it is written.
#[derive(Debug)]
pub struct PlanFile {
    /// Its id.
    pub id: At<Id>,
    /// Older ids.
    pub aliases: Vec<At<Id>>,
    /// The plans whose place it takes.
    pub replaces: Vec<Reference>,
    /// The ids of its measures, in the order in which the plan stage takes them.
    pub measures: Vec<Id>,
    draft: bool,
    publish: Option<Date>,
    from: From,
    whole: Mutex<Option<Arc<RawPlan>>>,
}

impl PlanFile {
    pub(super) fn new(plan: RawPlan, from: From) -> PlanFile {
        let mut measures = Vec::new();
        plan.each_measure(&mut |measure| measures.push(measure.id.value.clone()));
        PlanFile {
            id: plan.id.clone(),
            aliases: plan.aliases.clone(),
            replaces: plan.replaces.clone(),
            measures,
            draft: plan.draft == Some(true),
            publish: plan.publish.as_ref().map(|day| day.value),
            from,
            whole: Mutex::new(Some(Arc::new(plan))),
        }
    }

    /// Whether it is part of the site on that day.
    pub fn is_visible(&self, as_of: Date) -> bool {
        !self.draft && self.publish.is_none_or(|day| day <= as_of)
    }

    /// All of it, decoded again if it was let go. What is wrong with it was said the first time.
    pub fn whole(&self, sources: &Sources) -> Arc<RawPlan> {
        let mut whole = self.whole.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(whole.get_or_insert_with(|| {
            let (mut report, mut broken) = (Report::default(), Broken::default());
            let mut decoder = Decoder {
                sources,
                report: &mut report,
                langs: &self.from.langs,
                langs_known: self.from.langs_known,
                broken: &mut broken,
                dropped: 0,
            };
            Arc::new(decoder.content(self.from.file).expect("of the same text there was a plan before"))
        }))
    }

    /// Keeps no more of it than what others ask for.
    pub fn let_go(&self) {
        *self.whole.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
