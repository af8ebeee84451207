//! Plans as they were checked last. What a check of a plan finds follows from the plan, the tables and files beside it, the
//! plans that it refers to, and everything that is no plan. Where all of that is the same, so is what it finds.

use crate::diag::{Diagnostic, Sources};
use crate::lang::Lang;
use crate::load::{CONTENT, PlanFile, Raw, RawReported};
use crate::model::{Id, Ix, Plan};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Bound;
use std::sync::Arc;

/// What earlier runs of the same program have checked.
#[derive(Debug, Default)]
pub struct Cache {
    ground: Option<Ground>,
    plans: HashMap<String, Known>,
}

/// What every plan stands on.
#[derive(Debug, PartialEq, Eq)]
struct Ground {
    as_of: Date,
    langs: Vec<Lang>,
    /// The texts of the site, the places and the lists, by path.
    files: Vec<(String, Arc<str>)>,
    pages: Vec<Id>,
}

/// What was asked of other plans while one was checked.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// What was found, by the plan's folder: where it stands in the site, and what it says.
    pub plans: BTreeMap<String, (Option<Ix<Plan>>, Arc<PlanFile>)>,
    /// Whether something was not found: then all that there is counts.
    pub in_vain: bool,
}

/// A plan that was checked, and all that came of it.
#[derive(Debug)]
pub(super) struct Known {
    pub from: From,
    pub plan: Arc<Plan>,
    pub said: Vec<Diagnostic>,
    pub attachments: BTreeSet<String>,
    pub asked: Asked,
}

/// What it was checked from.
#[derive(Debug)]
pub(super) struct From {
    plan: Arc<PlanFile>,
    reported: Vec<Arc<Vec<RawReported>>>,
    rows_are_broken: bool,
    /// The files in its folder.
    files: Vec<String>,
}

impl From {
    /// That of a plan by its folder.
    pub(super) fn of(raw: &Raw, name: &str, plan: &Arc<PlanFile>) -> From {
        let tables = raw.reported.iter().filter(|named| named.name == name);
        let inside = format!("plans/{name}/");
        let files = raw.files.range::<str, _>((Bound::Included(inside.as_str()), Bound::Unbounded));
        From {
            plan: Arc::clone(plan),
            reported: tables.map(|named| Arc::clone(&named.content)).collect(),
            rows_are_broken: raw.broken.rows.contains(name),
            files: files.take_while(|path| path.starts_with(&inside)).cloned().collect(),
        }
    }

    fn is(&self, other: &From) -> bool {
        Arc::ptr_eq(&self.plan, &other.plan)
            && self.reported.len() == other.reported.len()
            && self.reported.iter().zip(&other.reported).all(|(a, b)| Arc::ptr_eq(a, b))
            && self.rows_are_broken == other.rows_are_broken
            && self.files == other.files
    }
}

impl Cache {
    /// Forgets all that stands on another ground than what is to be checked now, and plans that are gone.
    pub(super) fn stand_on(&mut self, raw: &Raw, sources: &Sources, as_of: Date) {
        let plans = format!("{CONTENT}/plans/");
        let pages = format!("{CONTENT}/pages/");
        let counts = |path: &str| !path.starts_with(&plans) && !path.starts_with(&pages);
        let ground = Ground {
            as_of,
            langs: raw.langs.clone(),
            files: sources
                .files()
                .filter(|(path, _)| counts(path))
                .map(|(path, text)| (path.to_owned(), Arc::clone(text)))
                .collect(),
            pages: raw.pages.iter().map(|page| page.id.clone()).collect(),
        };
        if self.ground.as_ref() != Some(&ground) {
            self.plans.clear();
            self.ground = Some(ground);
        }
        self.plans.retain(|name, _| raw.files.contains(&format!("plans/{name}/plan.yaml")));
    }

    /// A plan that was checked from the same, if `same` says of the plans that it asked for that they are.
    pub(super) fn plan(&self, name: &str, from: &From, same: impl Fn(&Asked) -> bool) -> Option<&Known> {
        self.plans.get(name).filter(|known| known.from.is(from) && same(&known.asked))
    }

    /// Keeps what was found, unless it depends on everything.
    pub(super) fn keep(&mut self, name: &str, known: Known) {
        if known.asked.in_vain {
            self.plans.remove(name);
        } else {
            self.plans.insert(name.to_owned(), known);
        }
    }
}
