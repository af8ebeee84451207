//! Plans: the tree of sections and paragraphs, and the facts that hang on it.

use super::builder::{Builder, Charge};
use super::registry::{Ids, not_in_use, take};
use super::{Checker, Scope};
use crate::diag::{Arg, Code, Diagnostic};
use crate::lang::{Lang, Text, slug};
use crate::load::{
    At, NumberState, RawCorrection, RawItem, RawPeriod, RawPlan, RawSection, RawTable, RawText, Reference, SCAN,
};
use crate::markup;
use crate::model::{Correction, Id, Item, Ix, Number, PeriodStated, Plan, Role, Section, Signature, SignedCopy, Table};
use std::sync::Arc;

/// Where a list of paragraphs stands.
#[derive(Clone, Copy)]
struct Place<'p> {
    /// The section.
    section: Option<Ix<Section>>,
    /// What addresses of paragraphs without an id begin with.
    anchor: &'p str,
    /// Whose duties they are, if they say nothing else.
    charge: &'p Charge,
}

impl<'a> Checker<'a> {
    pub(super) fn plan(&mut self, name: &str, raw: &'a RawPlan) -> Plan {
        let folder = format!("plans/{name}");
        let place = self.place(&raw.place);
        let scope = Scope { plan: Some(name), place, folder: &folder };
        let mut builder = Builder::of(raw, self.shelf(&raw.sources));
        builder.reported = self.reported(name, scope, &builder.shelf);
        self.reserve_anchors(raw, &mut builder);
        self.measures_once(raw);
        self.period(&raw.period);
        let title_corrections = self.corrections(&raw.as_printed, |lang| plain(Some(&raw.title), lang));
        let nobody = Charge { agencies: Vec::new(), role: Role::Assigned, known: true };
        let list = |checker: &mut Self, items: &'a [RawItem], anchor: &str, builder: &mut Builder<'a>| {
            checker.items(items, Place { section: None, anchor, charge: &nobody }, scope, builder)
        };
        let bases = list(self, &raw.bases, "can-cu", &mut builder);
        let preamble = list(self, &raw.preamble, "mo-dau", &mut builder);
        let body = self.sections(&raw.sections, None, "muc", &nobody, scope, &mut builder);
        let closing = list(self, &raw.closing, "ket", &mut builder);
        let annexes = self.sections(&raw.annexes, None, "phu-luc", &nobody, scope, &mut builder);
        let recipients = list(self, &raw.recipients, "noi-nhan", &mut builder);
        builder.shrink();
        Plan {
            id: raw.id.value.clone(),
            aliases: raw.aliases.iter().map(|at| at.value.clone()).collect(),
            place: place.unwrap_or(Ix::new(0)),
            issuer: self.agency(&raw.issuer, scope).unwrap_or(Ix::new(0)),
            kind: self.kind(raw),
            title: self.text(&raw.title),
            title_corrections,
            number: self.number(raw),
            issued_printed: self.printed(&raw.issued.printed),
            issued: raw.issued.date.value,
            period: builder.period,
            period_stated: raw.period.stated,
            progress: raw.progress,
            revised: raw.revised.value,
            sample: raw.sample == Some(true),
            replaces: raw.replaces.iter().filter_map(|reference| self.replaced(reference, name)).collect(),
            signed_copy: raw.signed_copy.as_ref().and_then(|copy| {
                let file = self.attachment(&copy.file.value, copy.file.span, scope);
                let source = copy.source.as_ref().and_then(|reference| self.agency(reference, scope));
                file.map(|file| SignedCopy { file, source })
            }),
            scan: self.scan(raw, scope),
            bases,
            preamble,
            body,
            closing,
            annexes,
            recipients,
            signature: self.signature(raw),
            sections: builder.sections,
            items: builder.items,
            measures: builder.measures,
            duties: builder.duties,
            reports: builder.reports,
            events: builder.events,
            funding: builder.funding,
            span: raw.id.span,
        }
    }

    /// Reports a period that ends before it begins, or of which the end is missing, or that has one and says that it has
    /// none.
    fn period(&mut self, raw: &RawPeriod) {
        let no_end = raw.stated == PeriodStated::NoEnd;
        match &raw.to {
            Some(to) if to.value.last_day() < raw.from.value.first_day() => {
                let diagnostic = Diagnostic::at(Code::EndsBeforeItBegins, to.span);
                self.report.push(diagnostic.arg("from", &raw.from.value).arg("to", &to.value));
            }
            Some(to) if no_end => {
                self.mismatch(to.span, "có `to` mà `stated: no-end`", "there is `to`, but `stated: no-end`");
            }
            None if !no_end && raw.whole => {
                let what = Arg::each("kỳ kế hoạch", "a plan's period");
                self.report.push(Diagnostic::at(Code::MissingField, raw.span).arg("what", what).arg("field", "to"));
            }
            _ => {}
        }
    }

    /// A plan that another takes the place of.
    fn replaced(&mut self, reference: &Reference, by: &str) -> Option<Ix<Plan>> {
        if &*reference.value == by {
            let diagnostic = Diagnostic::at(Code::CircularReference, reference.span).arg("id", by);
            self.report.push(diagnostic.arg("path", &format!("{by} → {by}")));
        }
        self.plan_at(reference)?
    }

    fn kind(&mut self, raw: &RawPlan) -> Text {
        match &raw.r#type {
            Some(text) => self.text(text),
            None => {
                let words = Plan::KIND.into_iter().filter(|(lang, _)| self.langs().contains(lang));
                Text::of(words.map(|(lang, word)| (lang, word.into()))).unwrap_or(Text::new(Lang::VI, "KẾ HOẠCH"))
            }
        }
    }

    fn number(&mut self, raw: &RawPlan) -> Number {
        let number = &raw.number;
        let missing = match number.state {
            NumberState::Given => number.value.is_none().then_some("value"),
            NumberState::Blank => number.printed.is_none().then_some("printed"),
            NumberState::Absent => None,
        };
        if let Some(field) = missing {
            let what = Arg::each("số của kế hoạch", "the plan's number");
            self.report.push(Diagnostic::at(Code::MissingField, number.span).arg("what", what).arg("field", field));
        }
        Number { printed: number.printed.as_ref().map(|text| self.printed(text)), value: number.value.clone() }
    }

    fn signature(&mut self, raw: &RawPlan) -> Signature {
        let Some(signature) = &raw.signature else { return Signature::default() };
        let lines = signature.lines.iter().map(|line| self.text(line)).collect();
        Signature { lines, name: signature.name.as_ref().map(|name| name.0.value.to_string()) }
    }

    /// The text as it was scanned, where it stands beside the plan.
    fn scan(&mut self, raw: &RawPlan, scope: Scope) -> Option<String> {
        let is_there = self.raw.files.contains(&format!("{}/{SCAN}", scope.folder));
        is_there.then(|| self.attachment(SCAN, raw.id.span, scope)).flatten()
    }

    /// Measures have ids of their own, and no older one that another has now.
    fn measures_once(&mut self, raw: &'a RawPlan) {
        let mut ids = Ids::new();
        raw.each_measure(&mut |measure| {
            let (id, span) = (measure.id.value.as_str(), measure.id.span);
            take(&mut ids, id, (), id, span, &mut self.report);
        });
        raw.each_measure(&mut |measure| {
            let aliases = measure.aliases.iter();
            aliases.for_each(|alias| not_in_use(alias, ids.get(alias.value.as_str()), &mut self.report));
        });
    }

    /// Ids that editors gave come first, so that no address made of a place takes one away.
    fn reserve_anchors(&mut self, raw: &'a RawPlan, builder: &mut Builder<'a>) {
        fn items<'a>(list: &'a [RawItem], ids: &mut Vec<&'a At<Id>>) {
            for item in list {
                ids.extend(&item.id);
                items(&item.items, ids);
            }
        }
        fn sections<'a>(list: &'a [RawSection], ids: &mut Vec<&'a At<Id>>) {
            for section in list {
                ids.extend(&section.id);
                items(&section.items, ids);
                sections(&section.sections, ids);
            }
        }
        let mut ids = Vec::new();
        for list in [&raw.bases, &raw.preamble, &raw.closing, &raw.recipients] {
            items(list, &mut ids);
        }
        sections(&raw.sections, &mut ids);
        sections(&raw.annexes, &mut ids);
        for id in ids {
            if let Some(first) = builder.anchors.insert(id.value.to_string(), id.span) {
                let diagnostic = Diagnostic::at(Code::DuplicateId, id.span).arg("id", &id.value);
                self.report.push(diagnostic.related(first));
            }
        }
    }

    fn sections(
        &mut self,
        list: &'a [RawSection],
        parent: Option<Ix<Section>>,
        prefix: &str,
        outer: &Charge,
        scope: Scope,
        builder: &mut Builder<'a>,
    ) -> Vec<Ix<Section>> {
        let mut made = Vec::with_capacity(list.len());
        for (n, raw) in list.iter().enumerate() {
            let anchor = match (&raw.id, &raw.title) {
                (Some(id), _) => id.value.to_string(),
                (None, Some(title)) => builder.anchor(slug_or(&title.entries[0].1.value, prefix), title.span),
                (None, None) => builder.anchor(format!("{prefix}-{}", n + 1), raw.span),
            };
            let charge = match raw.agencies.is_empty() {
                true => {
                    Charge { role: raw.role.unwrap_or(outer.role), known: outer.known && raw.whole, ..outer.clone() }
                }
                false => {
                    let agencies = raw.agencies.iter().filter_map(|reference| self.agency(reference, scope));
                    let agencies: Vec<_> = agencies.collect();
                    Charge { known: !agencies.is_empty(), agencies, role: raw.role.unwrap_or(Role::Assigned) }
                }
            };
            let ix = Ix::new(builder.sections.len());
            builder.sections.push(Section {
                anchor: anchor.clone(),
                number: raw.number.as_deref().map(Section::shown_number),
                title: raw.title.as_ref().map(|title| self.text(title)),
                corrections: self.corrections(&raw.as_printed, |lang| raw.heading(lang)),
                parent,
                agencies: charge.agencies.clone(),
                items: Vec::new(),
                sections: Vec::new(),
                span: raw.span,
            });
            let place = Place { section: Some(ix), anchor: &anchor, charge: &charge };
            let items = self.items(&raw.items, place, scope, builder);
            let sections = self.sections(&raw.sections, Some(ix), &anchor, &charge, scope, builder);
            let section = &mut builder.sections[ix.index()];
            (section.items, section.sections) = (items, sections);
            made.push(ix);
        }
        made
    }

    fn items(&mut self, list: &'a [RawItem], place: Place, scope: Scope, builder: &mut Builder<'a>) -> Vec<Ix<Item>> {
        list.iter().enumerate().map(|(n, raw)| self.item(raw, n + 1, place, scope, builder)).collect()
    }

    fn item(&mut self, raw: &'a RawItem, n: usize, place: Place, scope: Scope, builder: &mut Builder<'a>) -> Ix<Item> {
        if raw.text.is_none() && raw.table.is_none() && raw.whole {
            let what = Arg::each("một đoạn", "a paragraph");
            self.report.push(Diagnostic::at(Code::MissingField, raw.span).arg("what", what).arg("field", "text"));
        }
        let span = raw.text.as_ref().map_or(raw.span, |text| text.span);
        let anchor = match &raw.id {
            Some(id) => id.value.to_string(),
            None => builder.anchor(format!("{}-{n}", place.anchor), span),
        };
        let ix = Ix::new(builder.items.len());
        builder.items.push(Item {
            anchor: anchor.clone(),
            marker: raw.marker.clone(),
            text: raw.text.as_ref().map(|text| self.prose(text, scope)),
            corrections: match (&raw.text, raw.whole) {
                (None, false) => Vec::new(),
                (text, _) => self.corrections(&raw.as_printed, |lang| plain(text.as_ref(), lang)),
            },
            table: raw.table.as_ref().map(|table| Box::new(self.table(table))),
            section: place.section,
            items: Vec::new(),
            measures: Vec::new(),
            span,
        });
        for measure in &raw.measures {
            self.measure(measure, ix, None, scope, builder);
        }
        match &raw.duties {
            Some(duties) => duties.iter().for_each(|duty| self.duty(duty, ix, place.charge, scope, builder)),
            None if place.charge.agencies.is_empty() => {}
            None => Self::implied_duty(ix, span, place.charge, builder),
        }
        raw.reports.iter().for_each(|report| self.report(report, ix, scope, builder));
        raw.events.iter().for_each(|event| self.event(event, ix, builder));
        raw.funding.iter().for_each(|funding| self.funding(funding, ix, builder));
        let items = self.items(&raw.items, Place { anchor: &anchor, ..place }, scope, builder);
        builder.items[ix.index()].items = items;
        ix
    }

    fn table(&mut self, raw: &RawTable) -> Table {
        let columns: Vec<_> = raw.columns.iter().map(|text| self.text(text)).collect();
        let mut rows = Vec::with_capacity(raw.rows.len());
        for row in &raw.rows {
            if row.cells.len() != columns.len() {
                let diagnostic = Diagnostic::at(Code::UnevenTable, row.span).arg("found", &row.cells.len());
                self.report.push(diagnostic.arg("expected", &columns.len()));
            }
            rows.push(row.cells.iter().map(|cell| self.text(&cell.0)).collect());
        }
        Table { caption: raw.caption.as_ref().map(|text| self.text(text)), columns, rows }
    }

    /// Corrections in a text, which `text` gives in a language without Markdown: what they read must stand there as often as
    /// they say.
    fn corrections(&mut self, list: &'a [RawCorrection], text: impl Fn(Lang) -> Option<String>) -> Vec<Correction> {
        list.iter().map(|raw| self.correction(raw, &text)).collect()
    }

    fn correction(&mut self, raw: &'a RawCorrection, text: impl Fn(Lang) -> Option<String>) -> Correction {
        let default = self.langs()[0];
        let wanted = raw.lang.as_ref().map_or(Some(default), |code| self.language(code));
        let (read, printed) = (&raw.read.0, &raw.printed.0);
        if read.value == printed.value {
            self.report.push(Diagnostic::at(Code::CorrectionSame, printed.span));
        }
        let times = raw.times.unwrap_or(1).max(1).unsigned_abs();
        if let Some(lang) = wanted {
            let found = text(lang).map_or(0, |text| text.matches(&*read.value).count());
            if found != usize::from(times) {
                let diagnostic = Diagnostic::at(Code::CorrectionNotFound, read.span).arg("read", &read.value);
                self.report.push(diagnostic.arg("found", &found).arg("times", &times));
            }
        }
        Correction {
            lang: wanted.unwrap_or(default),
            read: read.value.to_string(),
            printed: printed.value.to_string(),
            times,
            note: raw.note.as_ref().map(|text| self.text(text)),
        }
    }

    /// A language of the site, or `None` after a report.
    fn language(&mut self, code: &At<Arc<str>>) -> Option<Lang> {
        let known = Lang::new(&code.value).filter(|lang| self.langs().contains(lang));
        if known.is_none() {
            let languages = self.langs().iter().map(Lang::code).collect::<Vec<_>>().join(", ");
            let diagnostic = Diagnostic::at(Code::UnknownLanguage, code.span).arg("value", &code.value);
            self.report.push(diagnostic.arg("languages", &languages));
        }
        known
    }
}

/// A text without Markdown.
fn plain(text: Option<&RawText>, lang: Lang) -> Option<String> {
    text?.get(lang).map(|at| markup::plain(&at.value))
}

fn slug_or(title: &str, prefix: &str) -> String {
    let slug = slug(title);
    if slug.is_empty() { prefix.to_owned() } else { slug }
}
