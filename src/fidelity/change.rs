//! Where two lists of words differ, in the pieces that an editor would see.

use super::word::Word;
use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::ops::Range;

/// Common words that happen to stand in both of two texts that have nothing to do with one another are no more than this.
const BY_CHANCE: usize = 4;

/// A place where a plan has other words than its scan, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    /// Words of the scan that the plan does not have there.
    pub scan: Range<usize>,
    /// Words of the plan that the scan does not have there.
    pub plan: Range<usize>,
}

impl Change {
    fn size(&self) -> usize {
        self.scan.len().max(self.plan.len())
    }
}

/// Where they differ, in the order of print.
pub(super) fn changes(scan: &[Word], plan: &[Word]) -> Vec<Change> {
    let texts = |words: &'_ [Word]| -> Vec<String> { words.iter().map(|word| word.text.clone()).collect() };
    // Patience finds the words that stand once in either text first: paragraphs stay whole.
    let ops = capture_diff_slices(Algorithm::Patience, &texts(scan), &texts(plan));
    let ops = ops.into_iter().filter(|op| op.tag() != DiffTag::Equal);
    let mut changes = joined(ops.map(|op| Change { scan: op.old_range(), plan: op.new_range() }), scan);
    for at in 0..changes.len() {
        let before = at.checked_sub(1).map_or((0, 0), |last| (changes[last].scan.end, changes[last].plan.end));
        let after = changes.get(at + 1).map_or((scan.len(), plan.len()), |next| (next.scan.start, next.plan.start));
        let change = &mut changes[at];
        let by = if change.plan.is_empty() {
            to_start_of_paragraph(scan, &change.scan, before.0..after.0)
        } else if change.scan.is_empty() {
            to_start_of_paragraph(plan, &change.plan, before.1..after.1)
        } else {
            0
        };
        (change.scan, change.plan) = (shifted(&change.scan, by), shifted(&change.plan, by));
    }
    changes
}

/// Changes with nothing between them but words that are the same by chance are one.
fn joined(changes: impl Iterator<Item = Change>, scan: &[Word]) -> Vec<Change> {
    let mut joined: Vec<Change> = Vec::new();
    for change in changes {
        let mut change = change;
        while let Some(last) = joined.last() {
            let between = last.scan.end..change.scan.start;
            let by_chance = between.len() <= BY_CHANCE.min(last.size()).min(change.size());
            if !by_chance || !between.is_empty() && is_whole(scan, &between) {
                break;
            }
            change = Change { scan: last.scan.start..change.scan.end, plan: last.plan.start..change.plan.end };
            joined.pop();
        }
        joined.push(change);
    }
    joined
}

/// Whether words are whole paragraphs.
fn is_whole(words: &[Word], range: &Range<usize>) -> bool {
    starts_paragraph(words, range.start) && starts_paragraph(words, range.end)
}

fn starts_paragraph(words: &[Word], at: usize) -> bool {
    at == 0 || at == words.len() || words[at - 1].paragraph != words[at].paragraph
}

/// How far words that only one side has can be moved within the same words before and behind them, so that they begin with
/// a paragraph: which "Tăng cường" of two is missing, the words alone do not say.
fn to_start_of_paragraph(words: &[Word], range: &Range<usize>, within: Range<usize>) -> isize {
    let same = |a: usize, b: usize| words[a].text == words[b].text;
    let (start, end) = (range.start, range.end);
    let left = (1..=start - within.start).take_while(|by| same(start - by, end - by)).count();
    let right = (1..=within.end - end).take_while(|by| same(start + by - 1, end + by - 1)).count();
    let back = (0..=left).find(|by| starts_paragraph(words, start - by)).map(|by| -by.cast_signed());
    let forth = || (1..=right).find(|by| starts_paragraph(words, start + by)).map(usize::cast_signed);
    back.or_else(forth).unwrap_or(0)
}

fn shifted(range: &Range<usize>, by: isize) -> Range<usize> {
    range.start.saturating_add_signed(by)..range.end.saturating_add_signed(by)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Sources;

    fn words(text: &str) -> Vec<Word> {
        let file = Sources::default().add("source.txt", text);
        super::super::scan::words(file, text)
    }

    /// What the plan lacks and what it adds, a pair for each change.
    fn found(scan: &str, plan: &str) -> Vec<(String, String)> {
        let (scan, plan) = (words(scan), words(plan));
        let text = |words: &[Word]| words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
        let changes = changes(&scan, &plan);
        changes.iter().map(|c| (text(&scan[c.scan.clone()]), text(&plan[c.plan.clone()]))).collect()
    }

    fn pair(missing: &str, added: &str) -> (String, String) {
        (missing.to_owned(), added.to_owned())
    }

    #[test]
    fn a_missing_paragraph_is_found_whole_among_its_like() {
        let scan = "Tăng cường kiểm tra.\nTăng cường giám sát.\nTăng cường phối hợp.";
        assert_eq!(found(scan, "Tăng cường kiểm tra.\nTăng cường phối hợp."), [pair("Tăng cường giám sát.", "")]);
        assert_eq!(found("A b.\nA b.\nA c.", "A b.\nA c."), [pair("A b.", "")]);
        assert_eq!(found("A c.", "A b.\nA c."), [pair("", "A b.")]);
    }

    #[test]
    fn words_that_are_the_same_by_chance_do_not_tear_a_paragraph() {
        let scan = "Mở đầu.\nCác sở và huyện báo cáo trước tháng năm.\nHết.";
        let plan = "Mở đầu.\nNhân dân và trẻ em vui chơi an toàn.\nHết.";
        assert_eq!(
            found(scan, plan),
            [pair("Các sở và huyện báo cáo trước tháng năm.", "Nhân dân và trẻ em vui chơi an toàn.")]
        );
    }

    #[test]
    fn a_short_paragraph_between_two_changes_stays_found() {
        let scan = "Một hai ba bốn năm.\nTỈNH ỦY\nSáu bảy tám chín mười.";
        assert_eq!(found(scan, "TỈNH ỦY"), [pair("Một hai ba bốn năm.", ""), pair("Sáu bảy tám chín mười.", "")]);
    }
}
