//! CSV, and cells that a spreadsheet takes for what they are.

use csv::{QuoteStyle, Terminator, WriterBuilder};

/// What makes a spreadsheet take a text for a formula; the wide forms are those of East Asian keyboards.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A text that no spreadsheet takes for a formula (CWE-1236): with an apostrophe before it where it begins with `=`, `+`,
/// `-` or `@`, spaces before it or none, or with a tab or a line end. A text that begins with an apostrophe gets one more,
/// so that whoever takes one away has the text again.
pub(super) fn harmless(text: String) -> String {
    let begins = text.chars().next();
    let risky = begins.is_some_and(|first| matches!(first, '\'' | '\t' | '\r' | '\n'))
        || text.trim_start().starts_with(FORMULA);
    if risky { format!("'{text}") } else { text }
}

/// RFC 4180 in UTF-8 without a byte-order mark, but that lines end with LF alone, as tools of all systems read them.
pub(super) fn csv(lines: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::Necessary)
        .terminator(Terminator::Any(b'\n'))
        .flexible(true)
        .from_writer(Vec::new());
    for line in lines {
        // A vector takes all that is written, and lines may be of any length: neither call fails.
        let _ = writer.write_record(line);
    }
    writer.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_looks_like_a_formula_gets_an_apostrophe() {
        for text in ["=1+1", "+84 24", "-", "@SUM(A1)", "\tx", "\rx", "\n=x", "  =1", "\u{a0}-x", "＝1", "'=1", "'x"] {
            assert_eq!(harmless(text.to_owned()), format!("'{text}"));
        }
    }

    #[test]
    fn any_other_text_stays_as_it_is() {
        for text in ["", "111", "0203", "a=b", "số 111", "‘Safe’", "“-”", "– a", "2023-05", " x", "1. a"] {
            assert_eq!(harmless(text.to_owned()), text);
        }
    }

    #[test]
    fn commas_quotes_and_line_ends_are_quoted() {
        let line = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        let out = csv([line(&["a", "b"]), line(&["x, \"y\"", "1\n2"])].into_iter());
        assert_eq!(String::from_utf8(out).unwrap(), "a,b\n\"x, \"\"y\"\"\",\"1\n2\"\n");
    }
}
