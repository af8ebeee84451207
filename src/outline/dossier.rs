//! A plan with all that is known of it.

use super::involvement::{PlanInvolvement, involved};
use super::view::Counts;
use crate::markup::{self, Flow};
use crate::measure::PlanFigures;
use crate::model::{
    Agency, Document, Duty, Goal, Indicator, Item, Ix, LinkTarget, Measure, Partner, Plan, Prose, Report, Section,
    indexed,
};
use std::sync::Arc;

/// A plan with all that is known of it.
#[derive(Clone, Copy)]
pub(super) struct Dossier<'o> {
    pub ix: Ix<Plan>,
    pub plan: &'o Plan,
    pub figures: &'o PlanFigures,
    pub index: &'o PlanIndex,
}

/// What views look up in a plan, gathered once.
#[derive(Debug)]
pub(super) struct PlanIndex {
    /// For each paragraph the one that it is printed under.
    outer: Vec<Option<Ix<Item>>>,
    /// All paragraphs as a reader meets them.
    order: Vec<Ix<Item>>,
    /// Agencies with duties in the order in which the plan gives them, then those that only report.
    pub shares: Vec<Share>,
    /// Documents in the order in which they are first cited.
    pub citations: Vec<Citation>,
    /// What the plan holds.
    pub counts: Counts,
    /// What it says of each agency that it names.
    pub involved: Vec<(Ix<Agency>, Arc<PlanInvolvement>)>,
    /// The measures that give an indicator.
    pub indicated: Vec<(Ix<Indicator>, Ix<Measure>)>,
}

/// What an agency has to do in a plan.
#[derive(Debug)]
pub(super) struct Share {
    pub agency: Ix<Agency>,
    pub duties: Vec<Ix<Duty>>,
    /// Reports that it owes.
    pub reports: Vec<Ix<Report>>,
    /// Reports that it passes on.
    pub forwards: Vec<Ix<Report>>,
}

/// A document that a plan cites.
#[derive(Debug)]
pub(super) struct Citation {
    pub document: Ix<Document>,
    /// The paragraphs that cite it, each once.
    pub items: Vec<Ix<Item>>,
}

impl PlanIndex {
    pub(super) fn new(plan: &Plan) -> PlanIndex {
        let mut outer = vec![None; plan.items.len()];
        for (ix, item) in indexed(&plan.items) {
            for inner in &item.items {
                outer[inner.index()] = Some(ix);
            }
        }
        let order = in_print_order(plan);
        let (shares, citations) = (shares(plan), citations(plan, &order));
        let has_figure = |goal: &Goal| matches!(goal, Goal::Figure { .. } | Goal::Range { .. });
        let measures = plan.measures.iter().filter(|measure| has_figure(&measure.goal)).count();
        let counts = Counts {
            plans: 1,
            measures,
            qualitative: plan.measures.len() - measures,
            duties: plan.duties.len(),
            agencies: shares.iter().filter(|share| !share.duties.is_empty()).count(),
            reports: plan.reports.len(),
            documents: citations.len(),
        };
        let indicated = indexed(&plan.measures).filter_map(|(ix, measure)| Some((measure.indicator?, ix))).collect();
        PlanIndex { outer, order, shares, citations, counts, involved: involved(plan), indicated }
    }
}

impl<'o> Dossier<'o> {
    /// All paragraphs as a reader meets them.
    pub(super) fn in_print_order(&self) -> impl Iterator<Item = Ix<Item>> + use<'o> {
        self.index.order.iter().copied()
    }

    /// Whether the agency has a place on the page of responsibilities.
    pub(super) fn names(&self, agency: Ix<Agency>) -> bool {
        self.index.shares.iter().any(|share| share.agency == agency)
    }

    /// Whether the document has a place on the overview.
    pub(super) fn cites(&self, document: Ix<Document>) -> bool {
        self.index.citations.iter().any(|citation| citation.document == document)
    }

    /// Where a paragraph stands, by the numbers of its sections and its own: `III.6`. None where nothing is numbered.
    pub(super) fn number_of(&self, item: Ix<Item>) -> Option<String> {
        let sections = self.plan.sections_of(item);
        let sections = sections.into_iter().map(|section: Ix<Section>| self.plan[section].number.as_deref());
        let mut items: Vec<_> = std::iter::successors(Some(item), |at| self.index.outer[at.index()]).collect();
        items.reverse();
        let items = items.into_iter().map(|item| self.plan[item].marker.as_deref());
        joined(sections.chain(items).flatten())
    }

    /// The same of a section: `V.1`.
    pub(super) fn section_number(&self, section: Ix<Section>) -> Option<String> {
        let mut path: Vec<_> = std::iter::successors(Some(section), |at| self.plan[*at].parent).collect();
        path.reverse();
        joined(path.into_iter().filter_map(|section| self.plan[section].number.as_deref()))
    }
}

/// Printed numbers from the outermost on as one, their full stops and brackets left out; a dash is no number. A number
/// that repeats the one around it (`1.2` in `1.`) stands for both.
fn joined<'n>(printed: impl Iterator<Item = &'n str>) -> Option<String> {
    let mut numbers: Vec<&str> = Vec::new();
    for number in printed.map(|number| number.trim_matches(|c: char| !c.is_alphanumeric())) {
        let repeats = |outer: &&str| number.strip_prefix(*outer).is_some_and(|rest| rest.starts_with('.'));
        if numbers.last().is_some_and(repeats) {
            numbers.pop();
        }
        if !number.is_empty() {
            numbers.push(number);
        }
    }
    (!numbers.is_empty()).then(|| numbers.join("."))
}

fn shares(plan: &Plan) -> Vec<Share> {
    let mut shares: Vec<Share> = Vec::new();
    for (ix, duty) in indexed(&plan.duties) {
        for &agency in &duty.agencies {
            let duties = &mut share_of(&mut shares, agency).duties;
            if duties.last() != Some(&ix) {
                duties.push(ix);
            }
        }
    }
    for (ix, report) in indexed(&plan.reports) {
        for agency in named_agencies(&report.from) {
            share_of(&mut shares, agency).reports.push(ix);
        }
        for agency in named_agencies(if report.then.is_some() { &report.to } else { &[] }) {
            share_of(&mut shares, agency).forwards.push(ix);
        }
    }
    shares
}

fn share_of(shares: &mut Vec<Share>, agency: Ix<Agency>) -> &mut Share {
    let at = shares.iter().position(|share| share.agency == agency).unwrap_or_else(|| {
        shares.push(Share { agency, duties: Vec::new(), reports: Vec::new(), forwards: Vec::new() });
        shares.len() - 1
    });
    &mut shares[at]
}

/// The agencies of the portal among those whom a plan names.
pub(super) fn named_agencies(partners: &[Partner]) -> impl Iterator<Item = Ix<Agency>> {
    partners.iter().filter_map(|partner| match partner {
        Partner::Agency(agency) => Some(*agency),
        Partner::Named(_) => None,
    })
}

fn citations(plan: &Plan, order: &[Ix<Item>]) -> Vec<Citation> {
    let mut citations: Vec<Citation> = Vec::new();
    for &ix in order {
        for document in plan.texts_of(ix).flat_map(cited_in) {
            match citations.iter_mut().find(|citation| citation.document == document) {
                Some(citation) if citation.items.last() == Some(&ix) => {}
                Some(citation) => citation.items.push(ix),
                None => citations.push(Citation { document, items: vec![ix] }),
            }
        }
    }
    citations
}

/// The documents that a text cites, in the order in which it does.
fn cited_in(prose: &Prose) -> Vec<Ix<Document>> {
    if prose.documents().next().is_none() {
        return Vec::new();
    }
    let written = prose.text.iter().flat_map(|(_, text)| markup::links(text, Flow::Inline));
    let cited = written.filter_map(|link| match prose.links.get(&link.destination) {
        Some(LinkTarget::Document(document)) => Some(*document),
        _ => None,
    });
    cited.collect()
}

fn in_print_order(plan: &Plan) -> Vec<Ix<Item>> {
    fn take(plan: &Plan, items: &[Ix<Item>], order: &mut Vec<Ix<Item>>) {
        for &item in items {
            order.push(item);
            take(plan, &plan[item].items, order);
        }
    }
    fn take_sections(plan: &Plan, sections: &[Ix<Section>], order: &mut Vec<Ix<Item>>) {
        for &section in sections {
            take(plan, &plan[section].items, order);
            take_sections(plan, &plan[section].sections, order);
        }
    }
    let mut order = Vec::with_capacity(plan.items.len());
    take(plan, &plan.bases, &mut order);
    take(plan, &plan.preamble, &mut order);
    take_sections(plan, &plan.body, &mut order);
    take(plan, &plan.closing, &mut order);
    take(plan, &plan.recipients, &mut order);
    take_sections(plan, &plan.annexes, &mut order);
    order
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn a_paragraph_is_called_by_its_numbers_from_the_outermost_on() {
        let name = |printed: &[&str]| joined(printed.iter().copied());
        assert_eq!(name(&["III.", "6."]).as_deref(), Some("III.6"));
        assert_eq!(name(&["II.", "1.", "1.2.", "a)", "-"]).as_deref(), Some("II.1.2.a"));
        assert_eq!(name(&["đ)"]).as_deref(), Some("đ"));
        assert_eq!(name(&["-", "+"]), None);
    }
}
