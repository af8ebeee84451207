//! Periods as people write them, in Vietnamese and in English.

use super::grid::Reason;
use crate::diag::Arg;
use crate::lang::{PartialDate, Period, Quarter, slug};
use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// `2024`, `năm 2024`, `Quý I/2024`, `quý 1 năm 2024`, `Q1/2024`, `2024-Q1`, `tháng 3/2024`, `03/2024`, `31/03/2024`,
/// `2024-03-31` and their likes. The day comes before the month, as in Viet Nam.
pub(super) fn period(text: &str) -> Result<Period, Reason> {
    let folded = slug(text.split('T').next().filter(|date| date.len() == 10).unwrap_or(text));
    let words: Vec<&str> = folded.split('-').filter(|word| !["of", "the"].contains(word)).collect();
    if let [count, "thang", rest @ ..] = &words[..]
        && count.parse::<u8>().is_ok()
        && rest.first().is_none_or(|next| next.parse::<u8>().is_err())
    {
        return Err(several_months());
    }
    let words: Vec<&str> =
        words.into_iter().filter(|word| !["nam", "ngay", "thang", "year", "month"].contains(word)).collect();
    if let Some(quarter) = quarter(&words) {
        return quarter;
    }
    let numbers: Option<Vec<(usize, i16)>> = words.iter().map(|word| number(word)).collect();
    date(&numbers.ok_or_else(not_understood)?)
}

/// A number with how many digits it is written; the name of a month is its number.
fn number(word: &str) -> Option<(usize, i16)> {
    let month = MONTHS.iter().position(|name| *name == word || name[..3] == *word);
    if let Some(month) = month {
        return Some((2, i16::try_from(month + 1).ok()?));
    }
    let digits = word.strip_prefix('t').unwrap_or(word);
    let fits = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    if fits { Some((digits.len(), digits.parse().ok()?)) } else { None }
}

/// A quarter, if the words speak of one.
fn quarter(words: &[&str]) -> Option<Result<Period, Reason>> {
    let ordinal = |word: &str| match word {
        "1" | "i" | "first" => Some(1),
        "2" | "ii" | "second" => Some(2),
        "3" | "iii" | "third" => Some(3),
        "4" | "iv" | "fourth" => Some(4),
        _ => None,
    };
    let bare = |word: &str| word.trim_start_matches("quy").trim_start_matches('q').to_owned();
    let (which, year) = match *words {
        ["quy" | "quarter" | "q", which, year] | [year, "quy" | "q", which] => (which.to_owned(), year),
        [a, "quarter", b] if ordinal(a).is_some() => (a.to_owned(), b),
        [a, "quarter", b] => (b.to_owned(), a),
        [which, year] if which.starts_with('q') => (bare(which), year),
        [year, which] if which.starts_with('q') => (bare(which), year),
        _ => return None,
    };
    let of_year = || match number(year)? {
        (4, year) if year > 0 => Some(year),
        _ => None,
    };
    Some(match (ordinal(&which), of_year()) {
        (Some(quarter), Some(year)) => Ok(Period::Quarter(Quarter { year, quarter })),
        (Some(_), None) if year.len() == 2 => Err(two_digits()),
        _ => Err(not_understood()),
    })
}

fn date(numbers: &[(usize, i16)]) -> Result<Period, Reason> {
    let year = |(digits, year): (usize, i16)| (digits == 4 && year > 0).then_some(year);
    let small = |(digits, n): (usize, i16)| if digits <= 2 { i8::try_from(n).ok() } else { None };
    let month = |n| small(n).filter(|m| (1..=12).contains(m));
    let found = match *numbers {
        [y] => year(y).map(PartialDate::Year),
        [a, b] => match (year(a), year(b)) {
            (Some(y), None) => month(b).map(|m| PartialDate::Month(y, m)),
            (None, Some(y)) => month(a).map(|m| PartialDate::Month(y, m)),
            _ => None,
        },
        [a, b, c] => match (year(a), year(c)) {
            (Some(y), None) => day(y, b, c),
            (None, Some(y)) => day(y, b, a),
            _ => None,
        },
        _ => None,
    };
    if let Some(date) = found {
        return Ok(Period::Date(date));
    }
    match *numbers {
        [m, d, y]
            if let Some(y) = year(y)
                && let Some(swapped) = day(y, m, d) =>
        {
            let meant = swapped.format(crate::lang::Lang::VI);
            Err(Reason {
                why: Arg::each("có tháng đứng trước ngày", "has the month before the day"),
                hint: Arg::each(
                    format!("Viết ngày trước tháng: {meant}; xem lại cả những ngày khác trong bảng này."),
                    format!("Write the day before the month: {meant}; look at the other dates of this table too."),
                ),
            })
        }
        [.., (2, _)] if numbers.iter().all(|(digits, _)| *digits <= 2) => Err(two_digits()),
        [_, _, (4, _)] | [(4, _), _, _] => Err(Reason::new(
            ("không có trong lịch", "is not in the calendar"),
            ("Viết ngày trước tháng: 31/03/2024.", "Write the day before the month: 31/03/2024."),
        )),
        _ => Err(not_understood()),
    }
}

fn day(year: i16, month: (usize, i16), day: (usize, i16)) -> Option<PartialDate> {
    if month.0 > 2 || day.0 > 2 {
        return None;
    }
    Date::new(year, i8::try_from(month.1).ok()?, i8::try_from(day.1).ok()?).ok().map(PartialDate::Day)
}

const FORMS: (&str, &str) = (
    "Viết 2024, Quý I/2024, tháng 3/2024 hoặc 31/03/2024.",
    "Write 2024, Q1/2024, 03/2024 or 31/03/2024 (the day first).",
);

pub(super) fn not_understood() -> Reason {
    Reason::new(("không phải là một kỳ", "is not a period"), FORMS)
}

fn two_digits() -> Reason {
    Reason::new(
        ("có năm chỉ hai chữ số", "has a year of two digits"),
        ("Viết năm đủ bốn chữ số: 31/03/2024.", "Write the year with four digits: 31/03/2024."),
    )
}

fn several_months() -> Reason {
    Reason::new(
        ("là một kỳ nhiều tháng", "is a period of several months"),
        (
            "Kỳ là năm, quý, tháng hoặc ngày. Số cộng dồn thì ghi ngày cuối kỳ, ví dụ 30/06/2024, và ghi “6 tháng đầu năm” ở cột ghi chú.",
            "A period is a year, quarter, month or day. Give a running total the last day, such as 30/06/2024, and say “first six months” in the note.",
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn periods_are_read_as_either_language_writes_them() {
        for (written, read_as) in [
            ("2024", "2024"),
            ("năm 2024", "2024"),
            ("Năm: 2024", "2024"),
            ("Quý I/2024", "2024-Q1"),
            ("quý 1 năm 2024", "2024-Q1"),
            ("QUÝ IV-2024", "2024-Q4"),
            ("Q1/2024", "2024-Q1"),
            ("2024-Q1", "2024-Q1"),
            ("QIII.2024", "2024-Q3"),
            ("the second quarter of 2024", "2024-Q2"),
            ("Quarter 2 2024", "2024-Q2"),
            ("tháng 3/2024", "2024-03"),
            ("Tháng 03 năm 2024", "2024-03"),
            ("T3/2024", "2024-03"),
            ("3/2024", "2024-03"),
            ("03-2024", "2024-03"),
            ("2024-03", "2024-03"),
            ("March 2024", "2024-03"),
            ("Sep 2024", "2024-09"),
            ("31/03/2024", "2024-03-31"),
            ("5/4/2024", "2024-04-05"),
            ("31.3.2024", "2024-03-31"),
            ("2024-03-31", "2024-03-31"),
            ("2024-03-31T00:00:00", "2024-03-31"),
            ("ngày 31 tháng 3 năm 2024", "2024-03-31"),
            ("31 March 2024", "2024-03-31"),
            ("quy\u{301} I/2024", "2024-Q1"),
        ] {
            assert_eq!(period(written).map(|p| p.to_string()).map_err(|r| r.why), Ok(read_as.to_owned()), "{written}");
        }
    }

    #[test]
    fn an_unclear_period_is_none_and_it_is_said_why() {
        for (written, why) in [
            ("31/03/24", "has a year of two digits"),
            ("Q1/24", "has a year of two digits"),
            ("03/24", "has a year of two digits"),
            ("04/13/2024", "has the month before the day"),
            ("13/25/2024", "is not in the calendar"),
            ("31/02/2024", "is not in the calendar"),
            ("6 tháng đầu năm 2024", "is a period of several months"),
            ("9 tháng năm 2024", "is a period of several months"),
            ("9 tháng 2024", "is a period of several months"),
            ("Q5/2024", "is not a period"),
            ("2023-2024", "is not a period"),
            ("cả năm", "is not a period"),
            ("", "is not a period"),
            ("13/2024", "is not a period"),
            ("0/0/0", "is not a period"),
            ("20245", "is not a period"),
        ] {
            let said = period(written).unwrap_err();
            assert_eq!(said.why.in_lang(Lang::EN), why, "{written}");
        }
    }
}
