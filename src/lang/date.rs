use super::Lang;
use jiff::civil::{Date, date};
use std::fmt;

/// A date as exact as its source gives it. Years are 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// A year.
    Year(i16),
    /// A month of a year, 1 to 12.
    Month(i16, i8),
    /// A day.
    Day(Date),
}

/// A quarter of a year, 1 to 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quarter {
    /// The year.
    pub year: i16,
    /// 1 to 4.
    pub quarter: i8,
}

/// A span of time that a source names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// A year, month or day.
    Date(PartialDate),
    /// A quarter.
    Quarter(Quarter),
}

impl PartialDate {
    /// The first day that it may mean.
    pub fn first_day(self) -> Date {
        match self {
            PartialDate::Year(y) => date(y, 1, 1),
            PartialDate::Month(y, m) => date(y, m, 1),
            PartialDate::Day(d) => d,
        }
    }

    /// The last day that it may mean.
    pub fn last_day(self) -> Date {
        match self {
            PartialDate::Year(y) => date(y, 12, 31),
            PartialDate::Month(y, m) => date(y, m, 1).last_of_month(),
            PartialDate::Day(d) => d,
        }
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.first_day().year()
    }

    /// In the short form of the language's texts: `20/05/2023`, `tháng 5/2023`; `20 May 2023`, `May 2023`.
    pub fn format(self, lang: Lang) -> String {
        if lang == Lang::EN {
            return match self {
                PartialDate::Year(y) => y.to_string(),
                PartialDate::Month(y, m) => format!("{} {y}", english_month(m)),
                PartialDate::Day(d) => format!("{} {} {}", d.day(), english_month(d.month()), d.year()),
            };
        }
        match self {
            PartialDate::Year(y) => y.to_string(),
            PartialDate::Month(y, m) => format!("tháng {m}/{y}"),
            PartialDate::Day(d) => format!("{:02}/{:02}/{}", d.day(), d.month(), d.year()),
        }
    }
}

impl fmt::Display for PartialDate {
    /// ISO 8601, as exact as it is: `2023`, `2023-05`, `2023-05-20`.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            PartialDate::Year(y) => write!(f, "{y:04}"),
            PartialDate::Month(y, m) => write!(f, "{y:04}-{m:02}"),
            PartialDate::Day(d) => write!(f, "{d}"),
        }
    }
}

impl fmt::Display for Period {
    /// As [`PartialDate`]; a quarter is `2018-Q1`.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Period::Date(date) => date.fmt(f),
            Period::Quarter(Quarter { year, quarter }) => write!(f, "{year:04}-Q{quarter}"),
        }
    }
}

impl Period {
    /// The first day of it.
    pub fn first_day(self) -> Date {
        match self {
            Period::Date(d) => d.first_day(),
            Period::Quarter(q) => date(q.year, q.quarter * 3 - 2, 1),
        }
    }

    /// The last day of it.
    pub fn last_day(self) -> Date {
        match self {
            Period::Date(d) => d.last_day(),
            Period::Quarter(q) => date(q.year, q.quarter * 3, 1).last_of_month(),
        }
    }

    /// As [`PartialDate::format`]; a quarter is `Quý I/2018` or `the first quarter of 2018`.
    pub fn format(self, lang: Lang) -> String {
        let Quarter { year, quarter } = match self {
            Period::Date(d) => return d.format(lang),
            Period::Quarter(q) => q,
        };
        let at = (quarter - 1).clamp(0, 3) as usize;
        if lang == Lang::EN {
            format!("the {} quarter of {year}", ["first", "second", "third", "fourth"][at])
        } else {
            format!("quý {}/{year}", ["I", "II", "III", "IV"][at])
        }
    }
}

fn english_month(month: i8) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    MONTHS[(month - 1).clamp(0, 11) as usize]
}
