//! What views look up, gathered once for the whole site.

use super::dossier::PlanIndex;
use super::involvement::{Involvement, involvements};
use super::view::Counts;
use super::{anchor, comparison, documents};
use crate::lang::Lang;
use crate::model::{Agency, Document, Ix, Measure, Memo, Plan, Portal, indexed};
use icu_collator::Collator;
use icu_collator::options::CollatorOptions;
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// What views look up.
#[derive(Debug)]
pub(super) struct Index {
    /// One for each plan.
    pub plans: Vec<Arc<PlanIndex>>,
    /// For plans that others took the place of, those.
    replaced_by: BTreeMap<Ix<Plan>, Vec<Ix<Plan>>>,
    /// One for each agency.
    pub agencies: Vec<Involvement>,
    /// One for each hotline.
    pub hotline_anchors: Vec<String>,
    /// For each document whether the page of documents lists it.
    documents: Vec<bool>,
    /// For each indicator the measures that are compared.
    pub compared: Vec<Vec<(Ix<Plan>, Ix<Measure>)>>,
    /// Over all plans that are not samples.
    pub counts: Counts,
    /// Agencies whose name another place's agency has too.
    namesakes: HashSet<Ix<Agency>>,
    /// For each language each place's position in the order of names.
    place_ranks: BTreeMap<Lang, Vec<usize>>,
}

impl Index {
    pub(super) fn new(portal: &Portal, known: &mut Memo<PlanIndex>) -> Index {
        let plans = known.of_each(&portal.plans, PlanIndex::new);
        let mut replaced_by: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (ix, plan) in portal.each_plan() {
            plan.replaces.iter().for_each(|replaced| replaced_by.entry(*replaced).or_default().push(ix));
        }
        let langs = portal.site.languages.iter().map(|language| language.lang);
        Index {
            counts: total(portal, &plans),
            agencies: involvements(portal, &plans),
            documents: documents::listed(portal, &plans),
            compared: comparison::compared(portal, &plans),
            plans,
            replaced_by,
            hotline_anchors: anchor::hotlines(portal),
            namesakes: namesakes(portal),
            place_ranks: langs.map(|lang| (lang, place_ranks(portal, lang))).collect(),
        }
    }

    /// The plans that took the place of one.
    pub(super) fn replaced_by(&self, plan: Ix<Plan>) -> &[Ix<Plan>] {
        self.replaced_by.get(&plan).map_or(&[], Vec::as_slice)
    }

    /// Whether the page of documents lists a document.
    pub(super) fn lists(&self, document: Ix<Document>) -> bool {
        self.documents[document.index()]
    }

    /// Whether an agency's name does not say which it is.
    pub(super) fn has_namesake(&self, agency: Ix<Agency>) -> bool {
        self.namesakes.contains(&agency)
    }

    /// A place's position in the order of names.
    pub(super) fn place_rank(&self, lang: Lang, place: Ix<crate::model::Place>) -> usize {
        self.place_ranks.get(&lang).map_or(0, |ranks| ranks[place.index()])
    }
}

fn namesakes(portal: &Portal) -> HashSet<Ix<Agency>> {
    let mut by_name: BTreeMap<(Lang, &str), Vec<Ix<Agency>>> = BTreeMap::new();
    for (ix, agency) in indexed(&portal.agencies) {
        for (lang, name) in agency.name.iter() {
            by_name.entry((lang, name)).or_default().push(ix);
        }
    }
    by_name.into_values().filter(|agencies| agencies.len() > 1).flatten().collect()
}

fn total(portal: &Portal, indices: &[Arc<PlanIndex>]) -> Counts {
    let mut total = Counts { plans: 0, measures: 0, qualitative: 0, duties: 0, agencies: 0, reports: 0, documents: 0 };
    let (mut agencies, mut documents) = (HashSet::<Ix<Agency>>::new(), HashSet::<Ix<Document>>::new());
    for (_, index) in portal.plans.iter().zip(indices).filter(|(plan, _)| !plan.sample) {
        total.plans += 1;
        total.measures += index.counts.measures;
        total.qualitative += index.counts.qualitative;
        total.duties += index.counts.duties;
        total.reports += index.counts.reports;
        agencies.extend(index.shares.iter().filter(|share| !share.duties.is_empty()).map(|share| share.agency));
        documents.extend(index.citations.iter().map(|citation| citation.document));
    }
    Counts { agencies: agencies.len(), documents: documents.len(), ..total }
}

/// The order of names as the language sorts: An, Ăn, Ân, Bà, Dương, Đoàn.
pub(super) fn order_of_names(lang: Lang) -> impl Fn(&str, &str) -> Ordering {
    let locale = icu_locale_core::Locale::try_from_str(lang.code()).unwrap_or(icu_locale_core::Locale::UNKNOWN);
    let collator = Collator::try_new(locale.into(), CollatorOptions::default()).ok();
    move |a, b| match &collator {
        Some(collator) => collator.compare(a, b),
        None => a.cmp(b),
    }
}

fn place_ranks(portal: &Portal, lang: Lang) -> Vec<usize> {
    let mut order: Vec<usize> = (0..portal.places.len()).collect();
    let in_order = order_of_names(lang);
    let name = |at: usize| portal.places[at].short_name.best(lang).1;
    order.sort_by(|a, b| in_order(name(*a), name(*b)));
    let mut ranks = vec![0; order.len()];
    for (rank, at) in order.into_iter().enumerate() {
        ranks[at] = rank;
    }
    ranks
}
