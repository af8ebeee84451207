//! A column: what it is called, what it means, and how it is filled.

use super::codes::Code;
use super::json::Json;
use super::said::{Said, said};
use super::{Facts, cell};
use crate::lang::Lang;

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An id.
    Id,
    /// Words.
    Text,
    /// Several ids or words in one cell.
    List,
    /// A number.
    Number,
    /// A date, as exact as it is known.
    Date,
    /// One of these.
    Choice(&'static [Code]),
    /// `true` or `false`.
    YesNo,
    /// An address of a page.
    Url,
}

impl Kind {
    /// One of each, in the order in which they are explained.
    pub const EACH: [Kind; 8] =
        [Kind::Id, Kind::Text, Kind::List, Kind::Number, Kind::Date, Kind::Choice(&[]), Kind::YesNo, Kind::Url];

    /// What it is called.
    pub const fn name(self) -> Said {
        match self {
            Kind::Id => said("mã", "id"),
            Kind::Text => said("chữ", "text"),
            Kind::List => said("danh sách", "list"),
            Kind::Number => said("số", "number"),
            Kind::Date => said("ngày", "date"),
            Kind::Choice(_) => said("lựa chọn", "choice"),
            Kind::YesNo => said("đúng/sai", "true/false"),
            Kind::Url => said("địa chỉ", "address"),
        }
    }

    /// How it is written.
    pub const fn meaning(self) -> Said {
        match self {
            Kind::Id => said(
                "Chữ thường không dấu, chữ số và dấu gạch nối; không đổi về sau. Mã của cơ quan, và của văn bản riêng \
                 một địa phương, có mã địa phương đứng trước: lang-son/so-y-te.",
                "Small letters, digits and hyphens; it stays for ever. The id of an agency, and of a document of one \
                 place, has the place's id before it: lang-son/so-y-te.",
            ),
            Kind::Text => said("Chữ thuần, không định dạng, không liên kết.", "Plain words, without markup or links."),
            Kind::List => said(
                "Không, một hay nhiều giá trị, cách nhau bằng dấu chấm phẩy và dấu cách.",
                "None, one or several values, with a semicolon and a space between them.",
            ),
            Kind::Number => said(
                "Dấu thập phân là dấu chấm, không có dấu phân nhóm: 1234.5. Số chữ số thập phân như trong kế hoạch.",
                "With a decimal point and no separators of thousands: 1234.5. As many decimals as the plan has.",
            ),
            Kind::Date => said(
                "Theo ISO 8601, đúng mức nguồn nêu: năm 2023, tháng 2023-05, ngày 2023-05-20; quý là 2018-Q1.",
                "ISO 8601, as exact as its source: a year 2023, a month 2023-05, a day 2023-05-20; a quarter is 2018-Q1.",
            ),
            Kind::Choice(_) => said("Một trong các giá trị được liệt kê.", "One of the values listed."),
            Kind::YesNo => said("true (đúng) hoặc false (sai).", "true or false."),
            Kind::Url => said("Địa chỉ trang web.", "The address of a web page."),
        }
    }

    /// Whether a spreadsheet might take such a cell for a formula.
    fn is_free_text(self) -> bool {
        matches!(self, Kind::Text | Kind::List | Kind::Url)
    }
}

/// What is known of a column, whatever its rows are.
#[derive(Debug, Clone, Copy)]
pub struct ColumnAbout {
    /// Its name; the part before the language where there is one for each.
    pub name: &'static str,
    /// What its cells hold.
    pub kind: Kind,
    /// What they mean.
    pub meaning: Said,
    /// Whether there is one for each language of the site.
    pub each_language: bool,
}

impl ColumnAbout {
    /// The names in the file's first line.
    pub fn names(&self, langs: &[Lang]) -> Vec<String> {
        if self.each_language {
            langs.iter().map(|lang| format!("{}_{lang}", self.name)).collect()
        } else {
            vec![self.name.to_owned()]
        }
    }
}

/// A column of a table with such rows.
pub(super) struct Column<R> {
    pub about: ColumnAbout,
    fill: Fill<R>,
}

/// Gives a cell; `None` is an empty one.
type One<R> = fn(Facts, R) -> Option<String>;
/// Gives a cell in a language.
type Each<R> = fn(Facts, R, Lang) -> Option<String>;

enum Fill<R> {
    One(One<R>),
    Each(Each<R>),
}

impl<R: Copy> Column<R> {
    pub fn one(name: &'static str, kind: Kind, meaning: Said, fill: One<R>) -> Column<R> {
        Column { about: ColumnAbout { name, kind, meaning, each_language: false }, fill: Fill::One(fill) }
    }

    /// One for each language of the site.
    pub fn each(name: &'static str, kind: Kind, meaning: Said, fill: Each<R>) -> Column<R> {
        Column { about: ColumnAbout { name, kind, meaning, each_language: true }, fill: Fill::Each(fill) }
    }

    /// The cells of a row, as they are written.
    pub fn cells(&self, facts: Facts, row: R, langs: &[Lang]) -> Vec<String> {
        let safe = |cell: Option<String>| {
            let cell = cell.unwrap_or_default();
            if self.about.kind.is_free_text() { cell::harmless(cell) } else { cell }
        };
        match self.fill {
            Fill::One(fill) => vec![safe(fill(facts, row))],
            Fill::Each(fill) => langs.iter().map(|lang| safe(fill(facts, row, *lang))).collect(),
        }
    }

    /// The same as a member of a JSON object.
    pub fn member(&self, facts: Facts, row: R, langs: &[Lang]) -> (&'static str, Json) {
        let json = |cell| Json::of_cell(self.about.kind, cell);
        let value = match self.fill {
            Fill::One(fill) => json(fill(facts, row)),
            Fill::Each(fill) => Json::by_language(langs, |lang| json(fill(facts, row, lang))),
        };
        (self.about.name, value)
    }
}
