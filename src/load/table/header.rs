//! The header row: which column is which, in Vietnamese and in English.

use super::grid::{Cell, Row};
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
    /// Its place among the rows; of two, that of the second.
    pub row: usize,
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Every column with a heading: what it is, or `None`.
    pub columns: Vec<(u32, Option<Column>)>,
}

impl Header {
    /// Where a column is.
    pub fn of(&self, wanted: Column) -> Option<u32> {
        self.columns.iter().find(|(_, column)| *column == Some(wanted)).map(|(at, _)| *at)
    }

    /// The heading of a column.
    pub fn at(&self, column: u32) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.column == column)
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
    for (at, row) in rows.iter().enumerate() {
        let header = read(at, row.cells.clone(), langs);
        match header.lacks().len() {
            0 => return Some(rows.get(at + 1).and_then(|next| in_two_rows(&header, next, langs)).unwrap_or(header)),
            1 if nearest.as_ref().is_none_or(|near| near.known() < header.known()) => nearest = Some(header),
            _ => {}
        }
    }
    nearest
}

/// A row as a header. Where no column is called the measure, that of its label names it.
fn read(row: usize, cells: Vec<Cell>, langs: &[Lang]) -> Header {
    let columns = cells.iter().map(|cell| (cell.column, column(&cell.text, langs))).collect();
    let mut header = Header { row, cells, columns };
    let is_label = |cell: &&Cell| ["ten-chi-tieu", "label", "measure-label"].contains(&&*slug(&cell.text));
    if header.of(Column::Measure).is_none()
        && let Some(label) = header.cells.iter().find(is_label).map(|cell| cell.column)
    {
        header
            .columns
            .iter_mut()
            .filter(|(at, _)| *at == label)
            .for_each(|(_, column)| *column = Some(Column::Measure));
    }
    header
}

/// Both rows of a header, where the second has headings alone: “kết quả” above “giá trị” and “trên tổng số”.
fn in_two_rows(first: &Header, second: &Row, langs: &[Lang]) -> Option<Header> {
    second.cells.iter().all(|cell| column(&cell.text, langs).is_some()).then(|| {
        let above = first.cells.iter().filter(|cell| second.at(cell.column).is_none());
        let mut cells: Vec<Cell> = above.chain(&second.cells).cloned().collect();
        cells.sort_by_key(|cell| cell.column);
        read(first.row + 1, cells, langs)
    })
}
