//! The whole text of a plan.

use super::dossier::Dossier;
use super::source::titled;
use super::text::Here;
use super::view::{
    ContentsEntry, CorrectionView, DocumentView, Link, Paragraph, SectionView, SourceView, TableView, Words,
};
use crate::model::{Correction, Item, Ix, Section, Table};

/// Headings of the outermost sections stand below the page's own.
const OUTERMOST: u8 = 2;
/// HTML has no deeper headings.
const DEEPEST: u8 = 6;

pub(super) fn document(here: Here, dossier: Dossier) -> DocumentView {
    let (plan, portal) = (dossier.plan, here.portal());
    let paragraphs = |items: &[Ix<Item>]| paragraphs(here, dossier, items);
    let sections = |list: &[Ix<Section>]| sections(here, dossier, list, OUTERMOST);
    let top: Vec<Ix<Section>> = plan.body.iter().chain(&plan.annexes).copied().collect();
    DocumentView {
        head: here.plan_head(dossier),
        original: here.lang() == portal.site.default_lang(),
        parent_body: portal[plan.issuer].parent.map(|parent| here.agency(parent)),
        issuer: here.agency(plan.issuer),
        issuer_page: here.agency_href(plan.issuer),
        number: plan.number.printed.as_ref().map(|printed| here.words(printed)),
        issued: here.words(&plan.issued_printed),
        kind: here.words(&plan.kind),
        title: here.words(&plan.title),
        bases: paragraphs(&plan.bases),
        preamble: paragraphs(&plan.preamble),
        sections: sections(&plan.body),
        closing: paragraphs(&plan.closing),
        annexes: sections(&plan.annexes),
        recipients: paragraphs(&plan.recipients),
        signature_lines: plan.signature.lines.iter().map(|line| here.words(line)).collect(),
        signature_name: plan.signature.name.clone(),
        contents: contents(here, dossier, &top),
        corrections: corrections(here, dossier),
        signed_copy: here.signed_copy(plan),
        scan: plan.scan.as_ref().map(|file| {
            let name = Words { text: format!("{}.txt", plan.id), lang: None };
            Link { href: here.file(file), label: name }
        }),
        signed_copy_source: plan
            .signed_copy
            .as_ref()
            .and_then(|copy| copy.source)
            .map(|agency| SourceView { href: here.agency_href(agency), ..titled(here.agency(agency)) }),
    }
}

fn sections(here: Here, dossier: Dossier, list: &[Ix<Section>], level: u8) -> Vec<SectionView> {
    let section = |section: &Section| SectionView {
        anchor: section.anchor.clone(),
        level,
        number: section.number.clone(),
        title: section.title.as_ref().map(|title| here.words(title)),
        items: paragraphs(here, dossier, &section.items),
        sections: sections(here, dossier, &section.sections, (level + 1).min(DEEPEST)),
        trace: here.trace(section.span),
    };
    list.iter().map(|ix| section(&dossier.plan[*ix])).collect()
}

fn paragraphs(here: Here, dossier: Dossier, items: &[Ix<Item>]) -> Vec<Paragraph> {
    let paragraph = |item: &Item| Paragraph {
        anchor: item.anchor.clone(),
        marker: item.marker.clone(),
        text: item.text.as_ref().map(|text| here.prose(text)),
        table: item.table.as_ref().map(|table| self::table(here, table)),
        measures: item.measures.iter().map(|measure| here.measure_link(dossier, *measure)).collect(),
        items: paragraphs(here, dossier, &item.items),
        trace: here.trace(item.span),
    };
    items.iter().map(|ix| paragraph(&dossier.plan[*ix])).collect()
}

fn table(here: Here, table: &Table) -> TableView {
    let row = |cells: &Vec<_>| cells.iter().map(|cell| here.words(cell)).collect();
    TableView {
        caption: table.caption.as_ref().map(|caption| here.words(caption)),
        columns: row(&table.columns),
        rows: table.rows.iter().map(row).collect(),
    }
}

fn contents(here: Here, dossier: Dossier, list: &[Ix<Section>]) -> Vec<ContentsEntry> {
    let entry = |section: &Section| ContentsEntry {
        anchor: section.anchor.clone(),
        number: section.number.clone(),
        title: heading(here, dossier, section),
        sections: contents(here, dossier, &section.sections),
    };
    list.iter().map(|ix| entry(&dossier.plan[*ix])).collect()
}

/// A section's heading, or the first words of one that has none.
fn heading(here: Here, dossier: Dossier, section: &Section) -> Words {
    if let Some(title) = &section.title {
        return here.words(title);
    }
    let first = section.items.iter().find_map(|item| dossier.plan[*item].text.as_ref());
    first.map_or(Words { text: String::new(), lang: None }, |prose| here.first_words(&prose.text))
}

/// Every place where the text reads otherwise than the scan: the title's, the headings', the paragraphs'.
fn corrections(here: Here, dossier: Dossier) -> Vec<CorrectionView> {
    let plan = dossier.plan;
    let title = Link { href: "./".to_owned(), label: here.words(&plan.title) };
    let mut all = here.corrections(&plan.title_corrections, &title);
    let sections = plan.sections.iter().filter(|section| !section.corrections.is_empty());
    for section in sections {
        let href = here.href_at(here.page.kind, &section.anchor);
        let label = here.section(section).unwrap_or_else(|| heading(here, dossier, section));
        all.extend(here.corrections(&section.corrections, &Link { href, label }));
    }
    for ix in dossier.in_print_order().filter(|ix| !plan[*ix].corrections.is_empty()) {
        all.extend(here.paragraph_corrections(dossier, ix));
    }
    all
}

impl Here<'_> {
    pub(super) fn paragraph_corrections(&self, dossier: Dossier, ix: Ix<Item>) -> Vec<CorrectionView> {
        let at = Link { href: self.paragraph_href(dossier, ix), label: self.paragraph_name(dossier, ix) };
        self.corrections(&dossier.plan[ix].corrections, &at)
    }

    fn corrections(&self, corrections: &[Correction], at: &Link) -> Vec<CorrectionView> {
        let view = |correction: &Correction| {
            let words = |text: &String| Words { text: text.clone(), lang: self.foreign(correction.lang) };
            CorrectionView {
                read: words(&correction.read),
                printed: words(&correction.printed),
                times: correction.times,
                note: correction.note.as_ref().map(|note| self.words(note)),
                at: at.clone(),
            }
        };
        corrections.iter().map(view).collect()
    }
}
