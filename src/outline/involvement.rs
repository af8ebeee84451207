//! What the portal says of each agency, gathered once: what plans give it to do, and what else refers to it.

use super::deadline::Occasion;
use super::dossier::{PlanIndex, named_agencies};
use crate::lang::PartialDate;
use crate::model::{
    Agency, Document, Duty, Hotline, HotlineFactKind, Issuer, Item, Ix, LinkTarget, Operator, Partner, Plan, Portal,
    Prose, indexed,
};

/// What the portal says of an agency. Samples stay out of it.
#[derive(Debug, Default)]
pub(super) struct Involvement {
    /// Plans that name it, in the order of the content.
    pub plans: Vec<PlanInvolvement>,
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
#[derive(Debug)]
pub(super) struct PlanInvolvement {
    /// Which plan.
    pub plan: Ix<Plan>,
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

/// One for each agency.
pub(super) fn involvements(portal: &Portal, indices: &[PlanIndex]) -> Vec<Involvement> {
    let mut all = Gathering { all: portal.agencies.iter().map(|_| Involvement::default()).collect() };
    for (ix, plan) in indexed(&portal.plans).filter(|(_, plan)| !plan.sample) {
        all.of(plan.issuer).issued.push(ix);
        all.take_duties(ix, plan);
        all.take_reports(ix, plan);
        all.take_names(ix, plan);
        for citation in &indices[ix.index()].citations {
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

struct Gathering {
    all: Vec<Involvement>,
}

impl Gathering {
    fn of(&mut self, agency: Ix<Agency>) -> &mut Involvement {
        &mut self.all[agency.index()]
    }

    fn within(&mut self, agency: Ix<Agency>, plan: Ix<Plan>) -> &mut PlanInvolvement {
        let plans = &mut self.of(agency).plans;
        let at = plans.iter().position(|known| known.plan == plan).unwrap_or_else(|| {
            plans.push(PlanInvolvement {
                plan,
                duties: Vec::new(),
                takes_part: Vec::new(),
                results: Vec::new(),
                owes: Vec::new(),
                receives: Vec::new(),
                passes_on: Vec::new(),
                named_in: Vec::new(),
            });
            plans.len() - 1
        });
        &mut plans[at]
    }

    fn take_duties(&mut self, ix: Ix<Plan>, plan: &Plan) {
        let add = |list: &mut Vec<Ix<Duty>>, duty| {
            if list.last() != Some(&duty) {
                list.push(duty);
            }
        };
        for (at, duty) in indexed(&plan.duties) {
            for &agency in &duty.agencies {
                add(&mut self.within(agency, ix).duties, at);
            }
            for agency in named_agencies(&duty.partners).filter(|partner| !duty.agencies.contains(partner)) {
                add(&mut self.within(agency, ix).takes_part, at);
            }
            if let Some(Partner::Agency(agency)) = duty.then {
                add(&mut self.within(agency, ix).results, at);
            }
        }
    }

    fn take_reports(&mut self, ix: Ix<Plan>, plan: &Plan) {
        for (at, report) in indexed(&plan.reports) {
            for agency in named_agencies(&report.from) {
                self.within(agency, ix).owes.push(Occasion::Report(at));
            }
            for agency in named_agencies(&report.to) {
                self.within(agency, ix).receives.push(Occasion::Report(at));
            }
            for agency in named_agencies(report.via.as_slice()) {
                self.within(agency, ix).passes_on.push(Occasion::Report(at));
            }
            let Some(then) = &report.then else { continue };
            for agency in named_agencies(&report.to) {
                self.within(agency, ix).passes_on.push(Occasion::Forward(at));
            }
            for agency in named_agencies(&then.to) {
                self.within(agency, ix).receives.push(Occasion::Forward(at));
            }
        }
    }

    /// Paragraphs that link to an agency. Call it when all facts of the plan are taken.
    fn take_names(&mut self, ix: Ix<Plan>, plan: &Plan) {
        for (item, _) in indexed(&plan.items) {
            for agency in plan.texts_of(item).flat_map(linked_agencies) {
                let within = self.within(agency, ix);
                if !within.items(plan).any(|known| known == item) {
                    within.named_in.push(item);
                }
            }
        }
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
        self.plans.iter().map(|plan| plan.duties.len()).sum()
    }

    /// How many plans give it duties.
    pub(super) fn duty_plans(&self) -> usize {
        self.plans.iter().filter(|plan| !plan.duties.is_empty()).count()
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
