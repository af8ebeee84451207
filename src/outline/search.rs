//! What the search finds, and its page: an index from A to Z, which does without a script. Samples stay out of both.

use super::dossier::Dossier;
use super::hotlines::retired;
use super::index::order_of_names;
use super::page::{Page, PageKind, Stands};
use super::plans::newest;
use super::text::Here;
use super::view::{Entry, EntryKind, IndexEntry, IndexLetter, Link, RetiredNumber, SearchView, Words};
use super::{Outline, anchor};
use crate::markup;
use crate::model::{Agency, Document, Duty, Hotline, Ix, Measure, Plan, Prose, indexed};
use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization;

/// How many targets the index from A to Z takes in. A page with more would take longer to load than to leave.
const MOST_TARGETS: usize = 600;

/// The anchor of what begins with a number.
const NUMBERS: &str = "letter-0";

/// Entries that belong together: few enough to be held in memory at once.
#[derive(Debug, Clone, Copy)]
pub struct EntryGroup {
    /// What they all are.
    pub kind: EntryKind,
    plan: Option<Ix<Plan>>,
}

impl Outline<'_> {
    /// The pages of search, one in each language.
    pub fn search_pages(&self) -> impl Iterator<Item = &Page> {
        self.pages().iter().filter(|page| page.kind == PageKind::Search && page.stands == Stands::Here)
    }

    /// All groups of entries, by kind and, where a plan has them, the newest plan first.
    pub fn entry_groups(&self) -> Vec<EntryGroup> {
        let plans = self.searched_plans();
        let mut groups = Vec::new();
        for &kind in EntryKind::ALL {
            match kind {
                EntryKind::Target | EntryKind::Duty => {
                    groups.extend(plans.iter().map(|plan| EntryGroup { kind, plan: Some(*plan) }));
                }
                _ => groups.push(EntryGroup { kind, plan: None }),
            }
        }
        groups
    }

    /// The entries of a group as the page of search of a language shows them.
    pub fn entries(&self, page: &Page, group: EntryGroup) -> Vec<Entry> {
        let here = Here { outline: self, page, sources: None };
        match group.plan {
            Some(plan) => here.entries_of_plan(here.dossier(plan), group.kind),
            None => here.entries_of_kind(group.kind),
        }
    }

    /// Plans that are no samples, the newest first.
    fn searched_plans(&self) -> Vec<Ix<Plan>> {
        let mut plans: Vec<_> = self.portal.each_plan().filter(|(_, plan)| !plan.sample).collect();
        plans.sort_by_key(|(_, plan)| newest(plan));
        plans.into_iter().map(|(ix, _)| ix).collect()
    }
}

pub(super) fn search(here: Here) -> SearchView {
    let targets = here.outline.index.counts.measures + here.outline.index.counts.qualitative <= MOST_TARGETS;
    let listed = |group: &EntryGroup| match group.kind {
        EntryKind::Target => targets,
        EntryKind::Duty => false,
        _ => true,
    };
    let groups = here.outline.entry_groups().into_iter().filter(listed);
    let entries =
        groups.flat_map(|group| here.outline.entries(here.page, group).into_iter().map(move |e| (group.kind, e)));
    let mut entries: Vec<IndexEntry> = entries
        .map(|(kind, entry)| IndexEntry {
            link: Link { href: entry.href, label: entry.title },
            kind: kind.keys().one,
            number: entry.number,
            place: entry.place,
            plan: entry.plan.map(|(plan, _)| plan),
        })
        .collect();
    let in_order = order_of_names(here.lang());
    entries.sort_by(|a, b| in_order(&a.link.label.text, &b.link.label.text));
    let letters = entries.chunk_by(|a, b| initial(a) == initial(b)).map(|entries| {
        let letter = initial(&entries[0]);
        let anchor = letter.as_ref().map_or_else(|| NUMBERS.to_owned(), |letter| format!("letter-{letter}"));
        IndexLetter { letter, anchor, entries: entries.to_vec() }
    });
    SearchView {
        kinds: EntryKind::ALL.iter().map(|kind| kind.keys()).collect(),
        letters: letters.collect(),
        targets,
        agencies: here.href(PageKind::Agencies),
        plans: here.href(PageKind::Plans),
    }
}

/// The letter that a name begins with, large and without the mark of its tone: `Ô` for `Ổ`. None where it is no letter.
fn initial(entry: &IndexEntry) -> Option<String> {
    const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
    let first = entry.link.label.text.chars().find(|c| c.is_alphanumeric()).filter(|c| c.is_alphabetic())?;
    Some(first.to_uppercase().nfd().filter(|c| !TONES.contains(c)).nfc().collect())
}

impl Here<'_> {
    fn entries_of_kind(&self, kind: EntryKind) -> Vec<Entry> {
        let portal = self.portal();
        match kind {
            EntryKind::Hotline => {
                // Numbers that somebody has confirmed come first, as in the bar of each page.
                let mut hotlines: Vec<_> = indexed(&portal.hotlines).collect();
                hotlines.sort_by_key(|(_, hotline)| hotline.rests_on_plans_alone());
                let now = hotlines.into_iter().map(|(ix, hotline)| self.hotline_entry(ix, hotline));
                now.chain(retired(*self).into_iter().map(|old| self.retired_entry(old))).collect()
            }
            EntryKind::Plan => self.outline.searched_plans().into_iter().map(|ix| self.plan_entry(ix)).collect(),
            EntryKind::Agency => {
                let agencies = indexed(&portal.agencies).filter(|(ix, _)| self.has_page(*ix));
                agencies.map(|(ix, agency)| self.agency_entry(ix, agency)).collect()
            }
            EntryKind::Document => {
                let documents = indexed(&portal.documents);
                documents.filter_map(|(ix, document)| self.document_entry(ix, document)).collect()
            }
            EntryKind::Target | EntryKind::Duty => Vec::new(),
        }
    }

    fn entries_of_plan(&self, dossier: Dossier, kind: EntryKind) -> Vec<Entry> {
        let plan = dossier.plan;
        match kind {
            EntryKind::Target => indexed(&plan.measures).map(|(ix, of)| self.target_entry(dossier, ix, of)).collect(),
            EntryKind::Duty => {
                let mut duties: Vec<_> = plan.duties.iter().map(|duty| self.duty_entry(dossier, duty)).collect();
                // A paragraph may give several duties to the same: one way to it is enough.
                let mut seen = HashSet::new();
                duties
                    .retain(|duty| seen.insert((duty.href.clone(), duty.text.as_ref().map(|text| text.text.clone()))));
                duties
            }
            _ => Vec::new(),
        }
    }

    fn hotline_entry(&self, ix: Ix<Hotline>, hotline: &Hotline) -> Entry {
        let number = &hotline.number;
        Entry {
            href: self.hotline_href(ix),
            number: Some(number.shown.clone()),
            title: self.words(&hotline.name),
            text: hotline.audience.as_ref().map(|audience| self.words(audience)),
            place: Some(self.words(&self.portal()[hotline.place].name)),
            plan: None,
            call: Some((number.shown.clone(), number.dialled.clone())),
        }
    }

    /// An old number, by the hotline that took its place: that is the one to call.
    fn retired_entry(&self, old: RetiredNumber) -> Entry {
        let dialled = old.now.href.trim_start_matches("tel:").to_owned();
        Entry {
            href: self.href_at(PageKind::Hotlines, &old.anchor),
            number: Some(old.shown),
            title: old.now.name,
            text: None,
            place: None,
            plan: None,
            call: Some((old.now.shown, dialled)),
        }
    }

    fn plan_entry(&self, ix: Ix<Plan>) -> Entry {
        let plan = &self.portal()[ix];
        let mut issuer = self.agency(plan.issuer);
        let printed = plan.number.printed.as_ref().map(|printed| printed.best(self.lang()).1);
        if let Some(number) = plan.number.value.as_deref().or(printed) {
            issuer.text = format!("{number} – {}", issuer.text);
        }
        Entry {
            href: self.href(PageKind::Plan(ix)),
            number: None,
            title: self.words(&plan.title),
            text: Some(issuer),
            place: Some(self.words(&self.portal()[plan.place].short_name)),
            plan: None,
            call: None,
        }
    }

    fn agency_entry(&self, ix: Ix<Agency>, agency: &Agency) -> Entry {
        Entry {
            href: self.href(PageKind::Agency(ix)),
            number: None,
            title: self.words(&agency.name),
            text: (agency.short_name != agency.name).then(|| self.words(&agency.short_name)),
            place: Some(self.words(&self.portal()[agency.place].name)),
            plan: None,
            call: None,
        }
    }

    fn document_entry(&self, ix: Ix<Document>, document: &Document) -> Option<Entry> {
        Some(Entry {
            href: self.document_entry_href(ix)?,
            number: document.number.clone(),
            title: self.words(&document.title),
            text: self.document_issuer(document).map(|issuer| issuer.name),
            place: document.place.map(|place| self.words(&self.portal()[place].name)),
            plan: None,
            call: None,
        })
    }

    fn target_entry(&self, dossier: Dossier, ix: Ix<Measure>, measure: &Measure) -> Entry {
        let title = self.words(&measure.label);
        let text = dossier.plan[measure.item].text.as_ref().map(|text| self.plain(text));
        let href = self.href(PageKind::Target(dossier.ix, ix));
        Entry { text: text.filter(|text| *text != title), ..self.entry_of_plan(dossier, href, title) }
    }

    /// A duty by those who have it.
    fn duty_entry(&self, dossier: Dossier, duty: &Duty) -> Entry {
        let first = duty.agencies.first().map(|agency| anchor::duty(self.portal(), dossier.plan, *agency, duty));
        let href = match first {
            Some(anchor) => self.href_at(PageKind::Responsibilities(dossier.ix), &anchor),
            None => self.paragraph_href(dossier, duty.item),
        };
        let names: Vec<Words> = duty.agencies.iter().map(|agency| self.agency(*agency)).collect();
        let title = Words {
            text: names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join("; "),
            lang: names.first().and_then(|name| name.lang),
        };
        let text = dossier.plan[duty.item].text.as_ref().map(|text| self.plain(text));
        let text = text.or_else(|| duty.label.as_ref().map(|label| self.words(label)));
        Entry { text, ..self.entry_of_plan(dossier, href, title) }
    }

    fn entry_of_plan(&self, dossier: Dossier, href: String, title: Words) -> Entry {
        let plan = dossier.plan;
        let number = plan.number.value.clone().unwrap_or_else(|| plan.issued.format(self.lang()));
        let place = self.words(&self.portal()[plan.place].short_name);
        let plan = Some((self.words(&plan.title), number));
        Entry { href, number: None, title, text: None, place: Some(place), plan, call: None }
    }

    /// A paragraph without its Markdown.
    fn plain(&self, prose: &Prose) -> Words {
        let (lang, markdown) = prose.text.best(self.lang());
        Words { text: markup::plain(markdown).trim().to_owned(), lang: self.foreign(lang) }
    }
}
