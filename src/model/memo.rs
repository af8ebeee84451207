use super::{Id, Plan};
use rayon::prelude::*;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

/// What was made of plans, each by itself, for a program that makes it again and again: a plan that is the same one need not
/// be looked at anew.
pub struct Memo<V>(HashMap<Id, (Arc<Plan>, Arc<V>)>);

impl<V: Send + Sync> Memo<V> {
    /// What is made of each plan, in their order. Forgets what is none of them.
    pub fn of_each(&mut self, plans: &[Arc<Plan>], make: impl Fn(&Plan) -> V + Sync) -> Vec<Arc<V>> {
        let known = |plan: &Arc<Plan>| self.0.get(&plan.id).filter(|(of, _)| Arc::ptr_eq(of, plan));
        let made = |plan| known(plan).map_or_else(|| Arc::new(make(plan)), |(_, made)| Arc::clone(made));
        let made: Vec<Arc<V>> = plans.par_iter().map(made).collect();
        if self.0.len() > plans.len() {
            self.0.clear();
        }
        for (plan, made) in plans.iter().zip(&made) {
            match self.0.get_mut(&plan.id) {
                Some(known) if Arc::ptr_eq(&known.0, plan) => {}
                Some(known) => *known = (Arc::clone(plan), Arc::clone(made)),
                None => _ = self.0.insert(plan.id.clone(), (Arc::clone(plan), Arc::clone(made))),
            }
        }
        made
    }
}

impl<V> Default for Memo<V> {
    fn default() -> Memo<V> {
        Memo(HashMap::new())
    }
}

impl<V> fmt::Debug for Memo<V> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} plans", self.0.len())
    }
}
