//! The header row: which column is which, in Vietnamese and in English.

use super::grid::Row;
use crate::lang::{Lang, slug};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Measure,
    Period,
    Value,
    Of,
    Status,
    Source(Lang),
    Note(Lang),
    Revised,
    /// For the reader's eye: the measure's label, the number of the row.
    Aside,
}

/// Without these a row is no header.
pub(super) const NEEDED: [Column; 3] = [Column::Measure, Column::Period, Column::Value];

/// Headings, accents and case folded, with what stands below them.
fn headings(lang: Lang) -> [(Column, &'static [&'static str]); 9] {
    [
        (Column::Measure, &["chi-tieu", "ma-chi-tieu", "measure", "measure-id", "target", "indicator"]),
        (Column::Period, &["ky", "ky-bao-cao", "ky-so-lieu", "thoi-ky", "period", "reporting-period"]),
        (
            Column::Value,
            &["gia-tri", "so-lieu", "ket-qua", "ket-qua-thuc-hien", "thuc-hien", "value", "figure", "result"],
        ),
        (Column::Of, &["tren-tong-so", "tong-so", "of", "out-of", "total"]),
        (Column::Status, &["trang-thai", "trang-thai-so-lieu", "status"]),
        (Column::Source(lang), &["nguon", "nguon-so-lieu", "source"]),
        (Column::Note(lang), &["ghi-chu", "note", "notes"]),
        (Column::Revised, &["ngay-sua", "ngay-cong-bo-lai", "revised"]),
        (Column::Aside, &["ten-chi-tieu", "label", "measure-label", "stt", "tt", "so-tt", "so-thu-tu", "no"]),
    ]
}

/// What every heading may be called, for suggestions.
pub(super) fn known() -> impl Iterator<Item = &'static str> + Clone {
    [
        "chỉ tiêu",
        "kỳ",
        "giá trị",
        "trên tổng số",
        "trạng thái",
        "nguồn",
        "ghi chú",
        "ngày sửa",
        "measure",
        "period",
        "value",
        "of",
        "status",
        "source",
        "note",
        "revised",
        "source_en",
        "note_en",
    ]
    .into_iter()
}

fn column(heading: &str, langs: &[Lang]) -> Option<Column> {
    let heading = slug(heading);
    let named =
        |heading: &str, lang| headings(lang).into_iter().find(|(_, names)| names.contains(&heading)).map(|(c, _)| c);
    if let Some(column) = named(&heading, langs[0]) {
        return Some(column);
    }
    // `note_en`, “ghi chú tiếng Anh”.
    let endings = langs.iter().flat_map(|lang| {
        let words: &[&str] = match *lang {
            Lang::VI => &["-tieng-viet", "-vietnamese"],
            Lang::EN => &["-tieng-anh", "-english"],
            _ => &[],
        };
        words.iter().map(|word| (*word).to_owned()).chain([format!("-{lang}")]).map(|end| (end, *lang))
    });
    endings
        .filter_map(|(end, lang)| named(heading.strip_suffix(&*end)?, lang))
        .find(|column| matches!(column, Column::Source(_) | Column::Note(_)))
}

/// The header row of a table.
#[derive(Debug)]
pub(super) struct Header {
    /// Its place among the rows.
    pub row: usize,
    /// Every column with a heading: what it is, or `None`.
    pub columns: Vec<(u32, Option<Column>)>,
}

impl Header {
    /// Where a column is.
    pub fn of(&self, wanted: Column) -> Option<u32> {
        self.columns.iter().find(|(_, column)| *column == Some(wanted)).map(|(at, _)| *at)
    }

    /// What a row lacks to be a header.
    pub fn lacks(&self) -> Vec<Column> {
        NEEDED.into_iter().filter(|column| self.of(*column).is_none()).collect()
    }

    /// How many columns are known.
    pub fn known(&self) -> usize {
        self.columns.iter().filter(|(_, column)| column.is_some()).count()
    }

    /// The second column of a kind that stands twice.
    pub fn twice(&self) -> Option<(u32, Column)> {
        let mut seen = Vec::new();
        self.columns.iter().find_map(|(at, column)| {
            let column = (*column)?;
            let again = seen.contains(&column) && column != Column::Aside;
            seen.push(column);
            again.then_some((*at, column))
        })
    }
}

/// The first row that is a header; else the one that is most like one, with at least two columns that are needed.
pub(super) fn header(rows: &[Row], langs: &[Lang]) -> Option<Header> {
    let mut nearest: Option<Header> = None;
    for (row, cells) in rows.iter().enumerate() {
        let columns = cells.cells.iter().map(|cell| (cell.column, column(&cell.text, langs))).collect();
        let mut header = Header { row, columns };
        if header.of(Column::Measure).is_none() {
            by_label(&mut header, cells);
        }
        match header.lacks().len() {
            0 => return Some(header),
            1 if nearest.as_ref().is_none_or(|near| near.known() < header.known()) => nearest = Some(header),
            _ => {}
        }
    }
    nearest
}

/// Where no column is called the measure, that of its label names it.
fn by_label(header: &mut Header, row: &Row) {
    let is_label = |at: u32| {
        row.at(at).is_some_and(|cell| ["ten-chi-tieu", "label", "measure-label"].contains(&&*slug(&cell.text)))
    };
    if let Some((_, column)) = header.columns.iter_mut().find(|(at, _)| is_label(*at)) {
        *column = Some(Column::Measure);
    }
}
