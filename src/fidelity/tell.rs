//! What is said of the places where a plan and its scan differ: one diagnostic a paragraph.

use super::change::Change;
use super::printed::Printed;
use super::word::Word;
use crate::diag::{Arg, Code, Diagnostic, FileId, Report, Span};
use std::ops::Range;

/// Longer pieces are shown by their first and last words.
const SHOWN: usize = 24;
/// The last words of a longer piece.
const LAST: usize = 6;
/// Shorter pieces may be the same by chance: they were not moved.
const MOVED: usize = 3;
/// How many words say where something stands.
const PLACE: usize = 6;

/// Reports every change.
pub(super) fn tell(scan: &[Word], printed: &Printed, changes: &[Change], file: FileId, report: &mut Report) {
    let teller = Teller { scan, plan: &printed.words, printed, file };
    let pairs = teller.moved(changes);
    for (at, change) in changes.iter().enumerate() {
        match pairs.iter().find(|(from, to)| *from == at || *to == at) {
            Some((from, to)) if *to == at => report.push(teller.tell_moved(&changes[*from], change)),
            Some(_) => {}
            None => teller.tell_change(change, report),
        }
    }
}

struct Teller<'w> {
    scan: &'w [Word],
    plan: &'w [Word],
    printed: &'w Printed<'w>,
    file: FileId,
}

impl Teller<'_> {
    /// Pieces that the plan has elsewhere: where they stand in the scan, and where in the plan.
    fn moved(&self, changes: &[Change]) -> Vec<(usize, usize)> {
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for (from, change) in changes.iter().enumerate() {
            let missing = &self.scan[change.scan.clone()];
            if !change.plan.is_empty() || missing.len() < MOVED {
                continue;
            }
            let is_it = |change: &Change| {
                let added = &self.plan[change.plan.clone()];
                change.scan.is_empty() && added.iter().map(|w| &w.text).eq(missing.iter().map(|w| &w.text))
            };
            let free = |to: &usize| pairs.iter().all(|(_, taken)| taken != to);
            let mut fitting = (0..changes.len()).filter(|to| is_it(&changes[*to]));
            if let Some(to) = fitting.find(free) {
                pairs.push((from, to));
            }
        }
        pairs
    }

    fn tell_moved(&self, from: &Change, to: &Change) -> Diagnostic {
        Diagnostic::at(Code::TextMoved, self.plan[to.plan.start].span)
            .arg("words", &excerpt(&self.plan[to.plan.clone()]))
            .arg("place", place(self.scan, from.scan.start))
            .related(self.span_in_scan(&from.scan))
    }

    fn tell_change(&self, change: &Change, report: &mut Report) {
        let (missing, added) = (paragraphs(self.scan, &change.scan), paragraphs(self.plan, &change.plan));
        match (&missing[..], &added[..]) {
            ([missing], [added]) => report.push(self.differs(missing, added)),
            ([], [added]) if self.correction(added).is_some() => report.push(self.differs(&change.scan, added)),
            _ => {
                missing.iter().for_each(|range| report.push(self.missing(range, change.plan.start)));
                added.iter().for_each(|range| report.push(self.added(range, change.scan.start)));
            }
        }
    }

    /// The correction that put all of these words into the plan.
    fn correction(&self, added: &Range<usize>) -> Option<usize> {
        let mut words = self.plan[added.clone()].iter().map(|word| word.correction);
        let first = words.next()??;
        words.all(|correction| correction == Some(first)).then_some(first)
    }

    fn differs(&self, missing: &Range<usize>, added: &Range<usize>) -> Diagnostic {
        let (scan, plan) = (&self.scan[missing.clone()], &self.plan[added.clone()]);
        let related = match scan {
            [] => self.place_in_scan(missing.start),
            _ => Some(self.span_in_scan(missing)),
        };
        let diagnostic = match self.correction(added) {
            Some(correction) => {
                let printed = &self.printed.corrections[correction].printed.0;
                let has = match scan {
                    [] => Arg::each("không có chữ nào", "nothing"),
                    _ => Arg::from(&format!("“{}”", excerpt(scan))),
                };
                Diagnostic::at(Code::CorrectionNotPrinted, printed.span).arg("printed", &printed.value).arg("scan", has)
            }
            None => {
                Diagnostic::at(Code::TextDiffers, plan[0].span).arg("scan", &excerpt(scan)).arg("plan", &excerpt(plan))
            }
        };
        Diagnostic { related, ..diagnostic }
    }

    fn missing(&self, range: &Range<usize>, at: usize) -> Diagnostic {
        let words = excerpt(&self.scan[range.clone()]);
        let related = at.checked_sub(1).map(|before| self.plan[before].span);
        let diagnostic = Diagnostic::at(Code::TextMissing, self.span_in_scan(range)).arg("words", &words);
        Diagnostic { related, ..diagnostic.arg("place", place(self.plan, at)) }
    }

    fn added(&self, range: &Range<usize>, at: usize) -> Diagnostic {
        let words = &self.plan[range.clone()];
        let diagnostic = Diagnostic::at(Code::TextAdded, words[0].span).arg("words", &excerpt(words));
        Diagnostic { related: self.place_in_scan(at), ..diagnostic }
    }

    /// The word of the scan before a place.
    fn place_in_scan(&self, at: usize) -> Option<Span> {
        at.checked_sub(1).map(|before| self.scan[before].span)
    }

    fn span_in_scan(&self, range: &Range<usize>) -> Span {
        let (first, last) = (self.scan[range.start].span, self.scan[range.end - 1].span);
        self.file.span(first.start as usize, (last.start + last.len) as usize)
    }
}

/// Ranges of words, cut where a paragraph ends.
fn paragraphs(words: &[Word], range: &Range<usize>) -> Vec<Range<usize>> {
    let mut start = range.start;
    let pieces = words[range.clone()].chunk_by(|a, b| a.paragraph == b.paragraph);
    let place = |piece: &[Word]| {
        let from = start;
        start += piece.len();
        from..start
    };
    pieces.map(place).collect()
}

/// Where something belongs: behind which words.
fn place(words: &[Word], at: usize) -> Arg {
    match &words[at.saturating_sub(PLACE)..at] {
        [] => Arg::each("ở đầu văn bản", "at the beginning of the text"),
        before => {
            let before = joined(before);
            Arg::each(format!("sau “… {before}”"), format!("after “… {before}”"))
        }
    }
}

fn joined(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Words to be shown; of many the first and the last.
fn excerpt(words: &[Word]) -> String {
    if words.len() <= SHOWN {
        return joined(words);
    }
    format!("{} … {}", joined(&words[..SHOWN - LAST]), joined(&words[words.len() - LAST..]))
}
