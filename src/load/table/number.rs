//! Figures as people write them, in Vietnamese and in English. What may be two numbers is none.

use super::grid::Reason;
use crate::diag::Arg;
use crate::lang::Decimal;

/// A figure as written in one cell.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Figure {
    pub value: Decimal,
    /// The whole: 200 of `147/200`.
    pub of: Option<Decimal>,
    /// Whether a percent sign says so.
    pub percent: bool,
}

/// A figure: `85`, `85,5`, `1.234.567`, `85 %`, `147/200`.
pub(super) fn figure(text: &str) -> Result<Figure, Reason> {
    if let Some((part, whole)) = text.split_once('/') {
        let (value, of) = (decimal(part)?, decimal(whole)?);
        return Ok(Figure { value, of: Some(of), percent: false });
    }
    let (number, percent) = match text.strip_suffix('%') {
        Some(number) => (number, true),
        None => (text, false),
    };
    Ok(Figure { value: decimal(number)?, of: None, percent })
}

/// A number, with a point or a comma before decimals and, between thousands, the other one or a space.
pub(super) fn decimal(text: &str) -> Result<Decimal, Reason> {
    let text = text.trim().replace('\u{2212}', "-");
    let digits = text.strip_prefix(['-', '+']).unwrap_or(&text);
    let (joined, spaced) = without_spaces(digits).ok_or_else(no_number)?;
    let plain = plain(&joined, spaced)?;
    let signed = if text.starts_with('-') { format!("-{plain}") } else { plain };
    signed.parse().map_err(|_| no_number())
}

/// Digits without the spaces between thousands, and whether there were any; `None` where spaces stand elsewhere.
fn without_spaces(digits: &str) -> Option<(String, bool)> {
    let groups: Vec<&str> = digits.split_whitespace().collect();
    let [first, others @ ..] = &groups[..] else { return None };
    let whole = |group: &str| group.split(['.', ',']).next().unwrap_or("").len();
    let (last, between) = others.split_last().map_or((None, others), |(last, between)| (Some(*last), between));
    let fits = others.is_empty()
        || ((1..=3).contains(&first.len())
            && between.iter().all(|group| group.len() == 3)
            && last.is_none_or(|last| whole(last) == 3)
            && first.bytes().chain(between.iter().flat_map(|g| g.bytes())).all(|b| b.is_ascii_digit()));
    fits.then(|| (groups.concat(), !others.is_empty()))
}

/// The same number with nothing between thousands and a point before decimals. With spaces between thousands, a lone
/// mark is before decimals.
fn plain(digits: &str, spaced: bool) -> Result<String, Reason> {
    let sound = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',');
    if !sound {
        return Err(no_number());
    }
    let Some(at) = digits.rfind(['.', ',']) else { return Ok(digits.to_owned()) };
    let (before, mark, after) = (&digits[..at], &digits[at..=at], &digits[at + 1..]);
    let grouped = |text: &str, mark: char| {
        let mut groups = text.split(mark);
        let first = groups.next().unwrap_or("");
        (1..=3).contains(&first.len()) && groups.all(|g| g.len() == 3 && g.bytes().all(|b| b.is_ascii_digit()))
    };
    let other = if mark == "." { ',' } else { '.' };
    if before.contains(other) {
        let whole = grouped(before, other) && !before.contains(mark);
        return if whole { Ok(format!("{}.{after}", before.replace(other, ""))) } else { Err(no_number()) };
    }
    if before.contains(mark) {
        let whole = mark.chars().all(|mark| grouped(digits, mark));
        return if whole { Ok(digits.replace(mark, "")) } else { Err(no_number()) };
    }
    if !spaced && after.len() == 3 && before.len() <= 3 && !before.starts_with('0') {
        let (thousands, decimals) = (format!("{before}{after}"), format!("{before}{mark}{after}0"));
        return Err(Reason {
            why: Arg::each(
                format!("có thể là {thousands}, cũng có thể là số thập phân"),
                format!("may be {thousands} or a decimal number"),
            ),
            hint: Arg::each(
                format!("Viết {thousands} nếu dấu này ngăn hàng nghìn, {decimals} nếu đứng trước phần thập phân."),
                format!("Write {thousands} if the mark separates thousands, {decimals} if it comes before decimals."),
            ),
        });
    }
    Ok(format!("{before}.{after}"))
}

fn no_number() -> Reason {
    Reason::new(
        ("không phải là một con số", "is not a number"),
        (
            "Ô này chỉ ghi con số: 85, 85,5, 85% hoặc 147/200. Chưa có số thì để trống; bằng không thì viết 0.",
            "This cell holds the figure alone: 85, 85.5, 85% or 147/200. Leave it empty if there is none yet; write 0 for nought.",
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match figure(text) {
            Ok(Figure { value, of, percent }) => {
                format!(
                    "{value}{}{}",
                    of.map_or(String::new(), |of| format!(" of {of}")),
                    if percent { "%" } else { "" }
                )
            }
            Err(reason) if reason.hint == no_number().hint => "no number".to_owned(),
            Err(_) => "unclear".to_owned(),
        }
    }

    #[test]
    fn numbers_are_read_as_either_language_writes_them() {
        for (written, read_as) in [
            ("85", "85"),
            ("85,5", "85.5"),
            ("85.50", "85.50"),
            ("0,125", "0.125"),
            ("0.125", "0.125"),
            ("1.234.567", "1234567"),
            ("1,234,567", "1234567"),
            ("1.234,5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("1 234", "1234"),
            ("1\u{a0}234\u{a0}567,25", "1234567.25"),
            ("1 234,567", "1234.567"),
            ("1234,567", "1234.567"),
            ("-5", "-5"),
            ("\u{2212}0,5", "-0.5"),
            ("85%", "85%"),
            ("85,5 %", "85.5%"),
            ("147/200", "147 of 200"),
            ("147 / 1.200.000", "147 of 1200000"),
        ] {
            assert_eq!(read(written), read_as, "{written}");
        }
    }

    #[test]
    fn what_may_be_two_numbers_is_unclear_and_what_is_none_is_said_to_be_none() {
        for unclear in ["1.234", "1,234", "12.500", "999,999", "1.234%", "147/1.200", "-1.234"] {
            assert_eq!(read(unclear), "unclear", "{unclear}");
        }
        for none in [
            "",
            "-",
            "…",
            "85 xã",
            ">85",
            "1.23.456",
            "1,2,3",
            "1.234.56",
            "12 34",
            "1 2345",
            "1/2/3",
            "%",
            "/",
            "5.",
            ".5",
            "1e5",
            "１２",
            "1.234,567.8",
            "99999999999999999999999999999999",
        ] {
            assert_eq!(read(none), "no number", "{none}");
        }
    }
}
