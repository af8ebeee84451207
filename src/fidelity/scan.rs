//! The words of a scan without what is layout in its Markdown.

use super::word::{Mark, Word, split};
use crate::diag::FileId;

/// Bullets before a line. A number or letter there is text.
pub(super) const BULLETS: [char; 5] = ['-', '+', '*', '•', '–'];

/// Every word of a scan; each line is a paragraph.
pub(super) fn words(file: FileId, text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = 0;
    for (paragraph, line) in text.split_inclusive('\n').enumerate() {
        let body = body(line);
        let from = start + line.len() - body.len();
        let in_table = body.starts_with('|');
        if !is_rule(body) {
            words.extend(split(body, |rest| mark(rest, in_table)).into_iter().map(|(text, range)| Word {
                text,
                span: file.span(from + range.start, from + range.end),
                paragraph,
                correction: None,
            }));
        }
        start += line.len();
    }
    words
}

/// What follows the marks of a heading and the bullets.
fn body(line: &str) -> &str {
    let mut rest = line.trim_start().trim_start_matches('#').trim_start();
    loop {
        let bullet = rest.trim_start_matches('*').strip_prefix(BULLETS);
        match bullet.filter(|after| after.starts_with(char::is_whitespace)) {
            Some(after) => rest = after.trim_start(),
            None => return rest,
        }
    }
}

/// A line across the page, or the one below the head of a table.
fn is_rule(body: &str) -> bool {
    body.contains("---") && !body.contains(|c: char| !c.is_whitespace() && !matches!(c, '-' | '|' | ':'))
}

fn mark(rest: &str, in_table: bool) -> Mark {
    let mut chars = rest.chars();
    match (chars.next(), chars.next()) {
        (Some('*'), _) => Mark::Markup(1),
        (Some('\\'), Some(next)) if next.is_ascii_punctuation() => Mark::Markup(1),
        (Some('|'), _) if in_table => Mark::Gap(1),
        (Some('<'), _) => match tag(rest) {
            Some((length, "br")) => Mark::Gap(length),
            Some((length, _)) => Mark::Markup(length),
            None => Mark::Letter,
        },
        _ => Mark::Letter,
    }
}

/// The length of a tag such as `<sub>`, `</sub>` or `<br/>`, and its name.
fn tag(rest: &str) -> Option<(usize, &str)> {
    let (inner, _) = rest.strip_prefix('<')?.split_once('>')?;
    let name = inner.trim_start_matches('/').trim_end_matches(['/', ' ']);
    let is_name =
        name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.bytes().all(|b| b.is_ascii_alphanumeric());
    is_name.then_some((inner.len() + 2, name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Sources;

    fn texts(scan: &str) -> String {
        let file = Sources::default().add("source.txt", scan);
        words(file, scan).into_iter().map(|word| word.text).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn headings_bullets_emphasis_and_tags_are_layout() {
        assert_eq!(texts("## I. MỤC ĐÍCH\n"), "I. MỤC ĐÍCH");
        assert_eq!(texts("- Một;\n- + Hai;\n  + Ba.\n* Bốn\n**- Năm**"), "Một; Hai; Ba. Bốn Năm");
        assert_eq!(texts("### *Nơi nhận:*  \n**Phòng**  \n**LĐTBXH**"), "Nơi nhận: Phòng LĐTBXH");
        assert_eq!(texts("KGVX<sub>lmc312</sub>. a<br>b"), "KGVXlmc312. a b");
        assert_eq!(texts("| STT | Xã |\n|---|:--|\n| 1 | A |"), "STT Xã 1 A");
    }

    #[test]
    fn numbers_letters_and_dashes_inside_a_line_are_text() {
        assert_eq!(texts("1. Một\na) Hai\n2021 - 2025 <5 tuổi -7 a|b"), "1. Một a) Hai 2021 - 2025 <5 tuổi -7 a|b");
        assert_eq!(texts("\n\n---\n\u{c}\nMột\n\nhai"), "Một hai");
    }

    #[test]
    fn a_word_knows_its_place() {
        let text = "# A\n\n- **Bé** ơi\n";
        let file = Sources::default().add("source.txt", text);
        let words = words(file, text);
        let at = |n: usize| (words[n].span.start as usize, words[n].span.len as usize, words[n].paragraph);
        assert_eq!((at(1), &text[9..12]), ((9, 3, 2), "Bé"));
    }
}
