//! All plans, side by side; those that were checked already are not checked again.

use super::Checker;
use super::cache::{Asked, Cache, From, Known};
use crate::load::{Named, PlanFile};
use crate::model::Plan;
use rayon::prelude::*;
use std::sync::Arc;

impl<'a> Checker<'a> {
    /// The plans that are part of the site; the others are checked all the same.
    pub(super) fn plans(&mut self, cache: &mut Cache) -> Vec<Arc<Plan>> {
        cache.stand_on(self.raw, self.sources, self.as_of);
        let found = self.raw.plans.par_iter().map(|named| (named, self.found(named, cache)));
        let (mut plans, mut new) = (Vec::new(), Vec::new());
        for (named, found) in found.collect::<Vec<_>>() {
            let known = found.as_ref().map_or_else(|new| &**new, |known| *known);
            self.report.diagnostics.extend(known.said.iter().cloned());
            self.attachments.extend(known.attachments.iter().cloned());
            let visible = self.registry.plans.get(named.name.as_str()).is_some_and(|(plan, _)| plan.ix.is_some());
            plans.extend(visible.then(|| Arc::clone(&known.plan)));
            new.extend(found.err().map(|known| (&named.name, known)));
        }
        for (name, known) in new {
            cache.keep(name, *known);
        }
        plans
    }

    /// What is known of a plan, or is found out now.
    fn found<'c>(&self, named: &'a Named<Arc<PlanFile>>, cache: &'c Cache) -> Result<&'c Known, Box<Known>> {
        let from = From::of(self.raw, &named.name, &named.content);
        if let Some(known) = cache.plan(&named.name, &from, |asked| self.answers_as_before(asked)) {
            return Ok(known);
        }
        let whole = named.content.whole(self.sources);
        let mut alone = Checker::new(self.raw, self.sources, self.registry, self.as_of);
        let plan = Arc::new(alone.plan(&named.name, &whole));
        let (said, attachments, asked) = (alone.report.diagnostics, alone.attachments, alone.asked);
        named.content.let_go();
        Err(Box::new(Known { from, plan, said, attachments, asked }))
    }

    /// Whether the plans that another one refers to are what they were.
    fn answers_as_before(&self, asked: &Asked) -> bool {
        asked.plans.iter().all(|(name, (ix, file))| {
            let now = self.registry.plans.get(name.as_str()).map(|(plan, _)| plan);
            now.is_some_and(|now| now.ix == *ix && Arc::ptr_eq(now.file, file))
        })
    }
}
