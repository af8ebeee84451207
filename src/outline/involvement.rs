//! What the portal says of each agency, gathered once: what plans give it to do, and what else refers to it.

use super::deadline::Occasion;
use super::dossier::{PlanIndex, named_agencies};
use crate::lang::PartialDate;
use crate::model::{
    Agency, Document, Duty, Hotline, HotlineFactKind, Issuer, Item, Ix, LinkTarget, Operator, Partner, Plan, Portal,
    Prose, indexed,
};
use std::collections::HashMap;
use std::sync::Arc;

/// What the portal says of an agency. Samples stay out of it.
#[derive(Debug, Default)]
pub(super) struct Involvement {
    /// Plans that name it, in the order of the content.
    pub plans: Vec<(Ix<Plan>, Arc<PlanInvolvement>)>,
    /// Plans that it issued.
    pub issued: Vec<Ix<Plan>>,
    /// Documents that it issued, each with the plans that cite it.
    pub documents: Vec<(Ix<Document>, Vec<Ix<Plan>>)>,
    /// Hotlines that it operates.
    pub hotlines: Vec<Ix<Hotline>>,
    /// Agencies that work under it.
    pub below: Vec<Ix<Agency>>,
    /// Agencies whose place it took, and when.
    pub succeeded: Vec<(Ix<Agency>, PartialDate)>,
    /// Whether it has a page.
    ///
    /// It has one if a plan names it, it issued something, operates a hotline, or a text links to it; and if it is the
    /// successor of an agency that has one, or the body above it: so every link from an agency's page leads somewhere. Of
    /// the others nothing could be said but the name.
    pub has_page: bool,
}

/// What a plan says of an agency.
#[derive(Debug, Default)]
pub(super) struct PlanInvolvement {
    /// Its duties.
    pub duties: Vec<Ix<Duty>>,
    /// Duties of others in which it is a partner.
    pub takes_part: Vec<Ix<Duty>>,
    /// Duties of others whose result goes on to it.
    pub results: Vec<Ix<Duty>>,
    /// Reports that it owes.
    pub owes: Vec<Occasion>,
    /// Reports that come to it.
    pub receives: Vec<Occasion>,
    /// Reports that it passes on.
    pub passes_on: Vec<Occasion>,
    /// Paragraphs that link to it and give it nothing of the above.
    pub named_in: Vec<Ix<Item>>,
}

/// What a plan says of each agency that it names.
pub(super) fn involved(plan: &Plan) -> Vec<(Ix<Agency>, Arc<PlanInvolvement>)> {
    let mut within = Within { order: Vec::new(), of: HashMap::new() };
    within.take_duties(plan);
    within.take_reports(plan);
    within.take_names(plan);
    let Within { order, mut of } = within;
    order.into_iter().filter_map(|agency| Some((agency, Arc::new(of.remove(&agency)?)))).collect()
}

/// One for each agency.
pub(super) fn involvements(portal: &Portal, indices: &[Arc<PlanIndex>]) -> Vec<Involvement> {
    let mut all = Gathering { all: portal.agencies.iter().map(|_| Involvement::default()).collect() };
    for (ix, plan) in portal.each_plan().filter(|(_, plan)| !plan.sample) {
        let index = &indices[ix.index()];
        all.of(plan.issuer).issued.push(ix);
        for (agency, within) in &index.involved {
            all.of(*agency).plans.push((ix, Arc::clone(within)));
        }
        for citation in &index.citations {
            if let Some(Issuer::Agency(issuer)) = portal[citation.document].issuer {
                all.take_document(issuer, citation.document, ix);
            }
        }
    }
    all.take_hotlines(portal);
    for (ix, agency) in indexed(&portal.agencies) {
        if let Some(above) = agency.parent {
            all.of(above).below.push(ix);
        }
        for change in &agency.history {
            if let Some(successor) = change.successor {
                all.of(successor).succeeded.push((ix, change.date));
            }
        }
    }
    all.give_pages(portal);
    all.all
}

/// What a plan says, while it is gathered.
struct Within {
    /// As the plan names them.
    order: Vec<Ix<Agency>>,
    of: HashMap<Ix<Agency>, PlanInvolvement>,
}

impl Within {
    fn agency(&mut self, agency: Ix<Agency>) -> &mut PlanInvolvement {
        self.of.entry(agency).or_insert_with(|| {
            self.order.push(agency);
            PlanInvolvement::default()
        })
    }

    fn take_duties(&mut self, plan: &Plan) {
        let add = |list: &mut Vec<Ix<Duty>>, duty| {
            if list.last() != Some(&duty) {
                list.push(duty);
            }
        };
        for (at, duty) in indexed(&plan.duties) {
            for &agency in &duty.agencies {
                add(&mut self.agency(agency).duties, at);
            }
            for agency in named_agencies(&duty.partners).filter(|partner| !duty.agencies.contains(partner)) {
                add(&mut self.agency(agency).takes_part, at);
            }
            if let Some(Partner::Agency(agency)) = duty.then {
                add(&mut self.agency(agency).results, at);
            }
        }
    }

    fn take_reports(&mut self, plan: &Plan) {
        for (at, report) in indexed(&plan.reports) {
            for agency in named_agencies(&report.from) {
                self.agency(agency).owes.push(Occasion::Report(at));
            }
            for agency in named_agencies(&report.to) {
                self.agency(agency).receives.push(Occasion::Report(at));
            }
            for agency in named_agencies(report.via.as_slice()) {
                self.agency(agency).passes_on.push(Occasion::Report(at));
            }
            let Some(then) = &report.then else { continue };
            for agency in named_agencies(&report.to) {
                self.agency(agency).passes_on.push(Occasion::Forward(at));
            }
            for agency in named_agencies(&then.to) {
                self.agency(agency).receives.push(Occasion::Forward(at));
            }
        }
    }

    /// Paragraphs that link to an agency. Call it when all facts of the plan are taken.
    fn take_names(&mut self, plan: &Plan) {
        for (item, _) in indexed(&plan.items) {
            for agency in plan.texts_of(item).flat_map(linked_agencies) {
                let within = self.agency(agency);
                if !within.items(plan).any(|known| known == item) {
                    within.named_in.push(item);
                }
            }
        }
    }
}

struct Gathering {
    all: Vec<Involvement>,
}

impl Gathering {
    fn of(&mut self, agency: Ix<Agency>) -> &mut Involvement {
        &mut self.all[agency.index()]
    }

    fn take_document(&mut self, issuer: Ix<Agency>, document: Ix<Document>, plan: Ix<Plan>) {
        let documents = &mut self.of(issuer).documents;
        match documents.iter_mut().find(|(known, _)| *known == document) {
            Some((_, plans)) => plans.push(plan),
            None => documents.push((document, vec![plan])),
        }
    }

    fn take_hotlines(&mut self, portal: &Portal) {
        for (ix, hotline) in indexed(&portal.hotlines) {
            for fact in &hotline.facts {
                if let HotlineFactKind::Operator(Operator::Agency(agency)) = fact.kind {
                    self.of(agency).hotlines.push(ix);
                }
            }
        }
    }

    fn give_pages(&mut self, portal: &Portal) {
        let said = |(at, involvement): (usize, &Involvement)| {
            let nothing = involvement.plans.is_empty()
                && involvement.issued.is_empty()
                && involvement.documents.is_empty()
                && involvement.hotlines.is_empty();
            (!nothing).then_some(at)
        };
        let mut open: Vec<usize> = self.all.iter().enumerate().filter_map(said).collect();
        open.extend(texts_outside_plans(portal).flat_map(linked_agencies).map(Ix::index));
        while let Some(at) = open.pop() {
            if std::mem::replace(&mut self.all[at].has_page, true) {
                continue;
            }
            let agency = &portal.agencies[at];
            let leads_to = agency.history.iter().filter_map(|change| change.successor).chain(agency.parent);
            open.extend(leads_to.map(Ix::index));
        }
    }
}

impl Involvement {
    /// How many duties it has.
    pub(super) fn duties(&self) -> usize {
        self.plans.iter().map(|(_, plan)| plan.duties.len()).sum()
    }

    /// How many plans give it duties.
    pub(super) fn duty_plans(&self) -> usize {
        self.plans.iter().filter(|(_, plan)| !plan.duties.is_empty()).count()
    }
}

impl PlanInvolvement {
    /// Paragraphs that give it something to do, or send it something.
    fn items<'p>(&'p self, plan: &'p Plan) -> impl Iterator<Item = Ix<Item>> + 'p {
        let duties = self.duties.iter().chain(&self.takes_part).chain(&self.results).map(|duty| plan[*duty].item);
        let reports = self.owes.iter().chain(&self.receives).chain(&self.passes_on);
        let reports = reports.filter_map(|occasion| match occasion {
            Occasion::Report(report) | Occasion::Forward(report) => Some(plan[*report].item),
            Occasion::Event(_) => None,
        });
        duties.chain(reports).chain(self.named_in.iter().copied())
    }
}

fn linked_agencies(prose: &Prose) -> impl Iterator<Item = Ix<Agency>> {
    prose.links.values().filter_map(|target| match target {
        LinkTarget::Agency(agency) => Some(*agency),
        _ => None,
    })
}

/// Free pages, what became of places and agencies, remarks on hotlines, and what indicators mean.
fn texts_outside_plans(portal: &Portal) -> impl Iterator<Item = &Prose> {
    let pages = portal.pages.iter().map(|page| &page.body);
    let places = portal.places.iter().flat_map(|place| &place.history).map(|change| &change.text);
    let agencies = portal.agencies.iter().flat_map(|agency| &agency.history).map(|change| &change.text);
    let facts = portal.hotlines.iter().flat_map(|hotline| &hotline.facts);
    let notes = facts.filter_map(|fact| match &fact.kind {
        HotlineFactKind::Note(note) => Some(note),
        _ => None,
    });
    let indicators = portal.indicators.iter().filter_map(|indicator| indicator.definition.as_ref());
    pages.chain(places).chain(agencies).chain(notes).chain(indicators)
}
