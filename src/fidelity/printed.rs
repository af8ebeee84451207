//! What a plan prints: the fields that are shown, in the order of print, without Markdown, corrections undone.

use super::scan::BULLETS;
use super::word::{Mark, Word, split};
use crate::diag::Span;
use crate::lang::Lang;
use crate::load::{At, RawCorrection, RawItem, RawPlan, RawSection, RawTable, RawText};
use crate::markup;
use crate::model::Plan;
use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

/// What stands above the recipients.
const RECIPIENTS: &str = "Nơi nhận:";

/// The printed text of a plan.
pub(super) struct Printed<'p> {
    /// Its words.
    pub words: Vec<Word>,
    /// The corrections that were undone, as [`Word::correction`] counts them.
    pub corrections: Vec<&'p RawCorrection>,
}

/// The printed text of a plan that was issued in a language.
pub(super) fn printed(plan: &RawPlan, lang: Lang) -> Printed<'_> {
    let mut printer = Printer { lang, paragraph: 0, out: Printed { words: Vec::new(), corrections: Vec::new() } };
    printer.plan(plan);
    printer.out
}

struct Printer<'p> {
    lang: Lang,
    paragraph: usize,
    out: Printed<'p>,
}

impl<'p> Printer<'p> {
    fn plan(&mut self, plan: &'p RawPlan) {
        plan.number.printed.iter().for_each(|number| self.line(number));
        self.line(&plan.issued.printed);
        match &plan.r#type {
            Some(kind) => self.line(kind),
            None => {
                let kind = Plan::KIND.iter().find(|(lang, _)| *lang == self.lang);
                self.paragraph();
                self.say(kind.map_or("", |(_, word)| word), self.place(Some(&plan.title), plan.span));
            }
        }
        self.paragraph();
        self.correctable(&plan.title, &plan.as_printed, str::to_owned);
        self.items(&plan.bases);
        self.items(&plan.preamble);
        self.sections(&plan.sections);
        self.items(&plan.closing);
        if let Some(first) = plan.recipients.first() {
            self.paragraph();
            self.say(if self.lang == Lang::VI { RECIPIENTS } else { "" }, first.span);
            self.items(&plan.recipients);
        }
        if let Some(signature) = &plan.signature {
            signature.lines.iter().for_each(|line| self.line(line));
            self.paragraph();
            signature.name.iter().for_each(|name| self.say(&name.0.value, name.0.span));
        }
        self.sections(&plan.annexes);
    }

    fn sections(&mut self, sections: &'p [RawSection]) {
        for section in sections {
            self.paragraph();
            if let Some(heading) = section.heading(self.lang) {
                let place = self.place(section.title.as_ref(), section.span);
                self.corrected(&heading, place, &section.as_printed);
            }
            self.items(&section.items);
            self.sections(&section.sections);
        }
    }

    fn items(&mut self, items: &'p [RawItem]) {
        for item in items {
            self.paragraph();
            if let Some(marker) = item.marker.as_deref().filter(|marker| !is_bullet(marker)) {
                self.say(marker, self.place(item.text.as_ref(), item.span));
            }
            if let Some(text) = &item.text {
                self.correctable(text, &item.as_printed, markup::plain);
            }
            item.table.iter().for_each(|table| self.table(table));
            self.items(&item.items);
        }
    }

    fn table(&mut self, table: &'p RawTable) {
        table.caption.iter().for_each(|caption| self.line(caption));
        self.paragraph();
        table.columns.iter().for_each(|column| self.text(column));
        for row in &table.rows {
            self.paragraph();
            row.cells.iter().for_each(|cell| self.text(&cell.0));
        }
    }

    fn paragraph(&mut self) {
        self.paragraph += 1;
    }

    /// A paragraph of its own.
    fn line(&mut self, text: &'p RawText) {
        self.paragraph();
        self.text(text);
    }

    fn text(&mut self, text: &'p RawText) {
        self.correctable(text, &[], str::to_owned);
    }

    fn say(&mut self, text: &str, span: Span) {
        self.words(text, span, &[]);
    }

    /// Where a number stands: at the text that it is printed before, if there is one.
    fn place(&self, text: Option<&RawText>, whole: Span) -> Span {
        text.and_then(|text| text.get(self.lang)).map_or(whole, |at| at.span)
    }

    /// A text as the scan has it. `plain` takes the Markdown out of it.
    fn correctable(&mut self, text: &'p RawText, corrections: &'p [RawCorrection], plain: fn(&str) -> String) {
        if let Some(At { value, span }) = text.get(self.lang) {
            self.corrected(&plain(value), *span, corrections);
        }
    }

    /// A text without Markdown as the scan has it.
    fn corrected(&mut self, text: &str, span: Span, corrections: &'p [RawCorrection]) {
        let ours = |correction: &&RawCorrection| match &correction.lang {
            Some(code) => Lang::new(&code.value) == Some(self.lang),
            None => true,
        };
        let ours: Vec<&RawCorrection> = corrections.iter().filter(ours).collect();
        let (text, undone) = undo(text, &ours, self.out.corrections.len());
        self.words(&text, span, &undone);
        self.out.corrections.extend(ours);
    }

    fn words(&mut self, text: &str, span: Span, undone: &[(Range<usize>, usize)]) {
        // Emphasis is layout in a scan, and so an asterisk is never compared.
        let mark = |rest: &str| if rest.starts_with('*') { Mark::Markup(1) } else { Mark::Letter };
        self.out.words.extend(split(text, mark).into_iter().map(|(text, range)| {
            let touches = |of: &&(Range<usize>, usize)| of.0.start < range.end && range.start < of.0.end;
            let correction = undone.iter().find(touches).map(|(_, correction)| *correction);
            Word { text, span, paragraph: self.paragraph, correction }
        }));
    }
}

/// Whether a marker is layout, as it is in a scan: `-`, `+`, or one within the other, `- +`.
fn is_bullet(marker: &str) -> bool {
    marker.chars().all(|c| c.is_whitespace() || BULLETS.contains(&c))
}

/// A text with what the scan has in the place of what it reads, and where that stands in it. All corrections are of the text
/// as it reads, so none is looked for in what another put there.
fn undo(text: &str, corrections: &[&RawCorrection], first: usize) -> (String, Vec<(Range<usize>, usize)>) {
    let read = |n: usize| -> &Arc<str> { &corrections[n].read.0.value };
    let found = |n: usize| text.match_indices(&**read(n)).map(move |(at, _)| (at, n));
    let mut places: Vec<(usize, usize)> = (0..corrections.len()).flat_map(found).collect();
    places.sort_by_key(|(at, n)| (*at, Reverse(read(*n).len())));
    let (mut out, mut undone) = (String::with_capacity(text.len()), Vec::new());
    let mut done = 0;
    for (at, n) in places {
        if at >= done {
            out.push_str(&text[done..at]);
            let start = out.len();
            out.push_str(&corrections[n].printed.0.value);
            undone.push((start..out.len(), first + n));
            done = at + read(n).len();
        }
    }
    out.push_str(&text[done..]);
    (out, undone)
}
