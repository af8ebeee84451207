//! The targets of a plan, and the page of each.

use super::dossier::Dossier;
use super::page::PageKind;
use super::text::Here;
use super::view::{Link, TargetParagraph, TargetSection, TargetView, TargetsView};
use crate::model::{Agency, Indicator, Item, Ix, Measure, Whole, indexed};

/// The anchor of measures that stand before or after all sections. No id has an underscore.
const NO_SECTION: &str = "_";

pub(super) fn targets(here: Here, dossier: Dossier) -> TargetsView {
    let plan = dossier.plan;
    let all: Vec<Ix<Measure>> = indexed(&plan.measures).map(|(ix, _)| ix).collect();
    let item_of = |measure: &Ix<Measure>| plan[*measure].item;
    let section_of = |measure: &Ix<Measure>| plan[item_of(measure)].section;
    let section = |measures: &[Ix<Measure>]| TargetSection {
        anchor: section_of(&measures[0]).map_or(NO_SECTION.to_owned(), |section| plan[section].anchor.clone()),
        path: here.sections_of(plan, item_of(&measures[0])),
        targets: measures
            .chunk_by(|a, b| item_of(a) == item_of(b))
            .map(|measures| paragraph(here, dossier, item_of(&measures[0]), measures))
            .collect(),
    };
    TargetsView {
        head: here.plan_head(dossier),
        sections: all.chunk_by(|a, b| section_of(a) == section_of(b)).map(section).collect(),
        figures: dossier.index.counts.measures,
        qualitative: dossier.index.counts.qualitative,
        standing: here.standing(&[dossier]),
        comparisons: comparisons(here, dossier),
    }
}

/// The comparisons that the plan's measures stand in, each once.
fn comparisons(here: Here, dossier: Dossier) -> Vec<Link> {
    let mut seen: Vec<Ix<Indicator>> = Vec::new();
    let link = |(ix, measure): (Ix<Measure>, &Measure)| {
        let indicator = measure.indicator.filter(|indicator| !seen.contains(indicator))?;
        seen.push(indicator);
        here.comparison_link(dossier.ix, ix)
    };
    indexed(&dossier.plan.measures).filter_map(link).collect()
}

fn paragraph(here: Here, dossier: Dossier, ix: Ix<Item>, measures: &[Ix<Measure>]) -> TargetParagraph {
    let item = &dossier.plan[ix];
    TargetParagraph {
        anchor: item.anchor.clone(),
        marker: item.marker.clone(),
        text: item.text.as_ref().map(|text| here.prose(text)),
        href: here.paragraph_href(dossier, ix),
        measures: measures.iter().map(|measure| here.measure_row(dossier, *measure)).collect(),
    }
}

pub(super) fn target(here: Here, dossier: Dossier, ix: Ix<Measure>) -> TargetView {
    let plan = dossier.plan;
    let measure = &plan[ix];
    let item = &plan[measure.item];
    let whole = measure.part_of.map(|(whole, _)| whole);
    let is_part = |other: &Measure| other.part_of.is_some_and(|(whole, _)| whole == ix);
    let rows = |chosen: &dyn Fn(Ix<Measure>, &Measure) -> bool| {
        let chosen = indexed(&plan.measures).filter(|(at, other)| chosen(*at, other));
        chosen.map(|(at, _)| here.measure_row(dossier, at)).collect()
    };
    let neighbour = |at: Option<usize>| {
        let (at, _) = indexed(&plan.measures).nth(at?)?;
        Some(here.measure_link(dossier, at))
    };
    let progress = here.progress(dossier, ix);
    TargetView {
        head: here.plan_head(dossier),
        label: here.words(&measure.label),
        goal: here.goal(&measure.goal),
        baseline: measure.baseline.as_ref().map(|baseline| here.baseline(baseline)),
        due: Some(here.measure_due(&dossier.figures.measures[ix.index()])),
        milestones: measure.milestones.iter().map(|milestone| here.milestone(milestone)).collect(),
        condition: measure.condition.as_ref().map(|condition| here.words(condition)),
        note: measure.note.as_ref().map(|note| here.prose(note)),
        part_of: whole.map(|whole| here.measure_link(dossier, whole)),
        whole_stated: !matches!(measure.part_of, Some((_, Whole::NotStated))),
        parts: rows(&|_, other| is_part(other)),
        siblings: rows(&|at, other| other.item == measure.item && at != ix && Some(at) != whole && !is_part(other)),
        path: here.sections_of(plan, measure.item),
        marker: item.marker.clone(),
        text: item.text.as_ref().map(|text| here.prose(text)),
        corrections: here.paragraph_corrections(dossier, measure.item),
        href: here.paragraph_href(dossier, measure.item),
        agencies: agencies(here, dossier, measure.item),
        previous: neighbour(ix.index().checked_sub(1)),
        next: neighbour(Some(ix.index() + 1)),
        downloads: here.downloads(dossier, ix, &progress),
        progress,
        method: here.href(PageKind::Method),
        comparison: here.comparison_link(dossier.ix, ix),
    }
}

/// Agencies whose duty a paragraph is, each once.
fn agencies(here: Here, dossier: Dossier, item: Ix<Item>) -> Vec<Link> {
    let mut agencies: Vec<Ix<Agency>> = Vec::new();
    for agency in dossier.plan.duties.iter().filter(|duty| duty.item == item).flat_map(|duty| &duty.agencies) {
        if !agencies.contains(agency) {
            agencies.push(*agency);
        }
    }
    let link = |agency| Some(Link { href: here.agency_href(agency)?, label: here.agency(agency) });
    agencies.into_iter().filter_map(link).collect()
}
