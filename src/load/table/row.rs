//! One row of a table: what YAML calls an observation.

use super::columns::status;
use super::grid::{Cell, Content, Grid, Reason, Row};
use super::header::{Column, Header, NEEDED};
use super::measures::{Found, Measures};
use super::number::Figure;
use crate::diag::{Arg, Code, Diagnostic, TableCell};
use crate::lang::slug;
use crate::load::decode::At;
use crate::load::{Loader, RawFragments, RawMeasure, RawObservation, RawReported};

/// The rows of one table.
pub(super) struct Rows<'l, 'w, 'g> {
    pub loader: &'l mut Loader<'w>,
    pub grid: &'g Grid,
    pub header: &'g Header,
    pub measures: &'g Measures<'g>,
}

/// A row that is wrong, which is reported.
#[derive(Debug)]
pub(super) struct Unread;

impl<'g> Rows<'_, '_, 'g> {
    pub(super) fn cell<'r>(&self, row: &'r Row, column: Column) -> Option<&'r Cell> {
        row.at(self.header.of(column)?)
    }

    /// Whether a row is of the table but no data: its header again, the numbers of its columns, a sum, a line of text.
    pub fn is_not_data(&self, row: &Row, is_first: bool) -> bool {
        let heading = |cell: &Cell| self.header.at(cell.column).map(|heading| &heading.text);
        let numbering = |text: &str| {
            let bare = text.trim_matches(['(', ')']);
            bare.len() <= 2
                && (bare.bytes().all(|b| b.is_ascii_digit())
                    || (bare.len() == 1 && bare.starts_with(char::is_alphabetic)))
        };
        let [measure, period, value] = NEEDED.map(|column| self.cell(row, column));
        let again = row.cells.iter().all(|cell| heading(cell) == Some(&cell.text));
        let numbers =
            is_first && period.is_some() && row.cells.len() >= 3 && row.cells.iter().all(|cell| numbering(&cell.text));
        let is_sum = |cell: &Cell| {
            ["cong", "tong", "tong-cong", "tong-so", "total", "sum"].contains(&&*slug(&cell.text))
                && matches!(self.measures.find(&cell.text), Found::None)
        };
        // The word stands below any heading on the left, as where cells are merged across.
        let value_column = self.header.of(Column::Value).unwrap_or(0);
        let leading = row.cells.iter().take_while(|cell| cell.column < value_column);
        let sum = leading.chain(measure).any(is_sum) && measure.is_none_or(is_sum) && period.is_none_or(is_sum);
        // A place for signatures, a remark below the table.
        let words = measure.is_none()
            && period.is_none()
            && value.is_none_or(|cell| {
                !cell.text.contains(|c: char| c.is_ascii_digit()) && !matches!(cell.content, Content::Unusable(_))
            })
            && self.cell(row, Column::Status).is_none_or(|cell| status(&cell.text).is_none());
        self.swallower(row).is_none() && (again || numbers || sum || words)
    }

    /// The cell of a CSV file that swallows what stands behind it: a quotation mark is open, or closed some lines below.
    /// Such a row may have lost its figure, and others with it.
    fn swallower<'r>(&self, row: &'r Row) -> Option<&'r Cell> {
        let wordy = |cell: &Cell| {
            let column = self.header.columns.iter().find(|(at, _)| *at == cell.column).and_then(|(_, column)| *column);
            matches!(column, Some(Column::Note(_) | Column::Source(_) | Column::Aside))
        };
        let swallows =
            |cell: &&Cell| matches!(cell.content, Content::Unusable(_)) || (cell.text.contains('\n') && !wordy(cell));
        if self.grid.sheet.is_some() { None } else { row.cells.iter().find(swallows) }
    }

    /// What a row reports; nothing where its value is empty. Of a row that could not be read the rest is kept: whether
    /// there is such a measure or source is found later.
    pub fn decode(&mut self, row: &Row) -> Result<Option<RawReported>, Unread> {
        if let Some(cell) = self.swallower(row) {
            return Err(self.unclear(row, cell, swallowed()));
        }
        let Some(value) = self.cell(row, Column::Value) else {
            self.warn_of_words(row);
            return Ok(None);
        };
        for (column, _) in self.header.columns.iter().filter(|(_, column)| column.is_some()) {
            if let Some(cell) = row.at(*column) {
                self.loader.sources.name_cell(cell.span, self.table_cell(row, *column));
            }
        }
        let measure = self.measure(row).ok();
        let observation = self.observation(row, value, measure.as_ref().and_then(|(_, measure)| *measure));
        Ok(Some(RawReported { measure: measure.map(|(id, _)| id), observation }))
    }

    /// Every cell is looked at, so that one run reports what is wrong with any.
    fn observation(
        &mut self,
        row: &Row,
        value: &Cell,
        measure: Option<&RawMeasure>,
    ) -> Result<RawObservation, Box<RawFragments>> {
        let period = self.period(row);
        let figure = self.figure(row, value, measure);
        let of = self.whole(row, figure.as_ref().ok());
        let status = self.status(row);
        let source = self.source(row);
        let revised = self.revised(row);
        let note = self.texts(row, Column::Note);
        let span = row.span;
        let at = |figure: &Figure| At { value: figure.value, span: value.span };
        let whole = |figure: &Figure| figure.of.map(|of| At { value: of, span: value.span });
        match (period, figure, of, status, source, revised, note) {
            (Ok(period), Ok(figure), Ok(of), Ok(status), Ok(source), Ok(revised), Ok(note)) => {
                let (value, of) = (at(&figure), of.or(whole(&figure)));
                Ok(RawObservation { span, whole: true, period, value, of, status, source, note, revised })
            }
            (period, figure, of, _, source, _, note) => {
                // Without its whole a part is no figure.
                let figure = figure.ok().zip(of.ok());
                Err(Box::new(RawFragments {
                    span,
                    period: period.ok(),
                    value: figure.as_ref().map(|(figure, _)| at(figure)),
                    of: figure.and_then(|(figure, of)| of.or(whole(&figure))),
                    source: source.ok(),
                    note: note.ok().flatten(),
                }))
            }
        }
    }

    /// What a cell is called, empty or not.
    fn called(&self, row: &Row, column: u32) -> Arg {
        self.table_cell(row, column).called()
    }

    fn table_cell(&self, row: &Row, column: u32) -> TableCell {
        let heading = self.header.at(column).map_or_else(|| "".into(), |cell| cell.text.clone());
        self.grid.table_cell(row, column, heading)
    }

    pub(super) fn unclear(&mut self, row: &Row, cell: &Cell, reason: Reason) -> Unread {
        let diagnostic = Diagnostic::at(Code::UnclearCell, cell.span).arg("cell", self.called(row, cell.column));
        let diagnostic =
            diagnostic.arg("value", first_line(&cell.text)).arg("reason", reason.why).arg("hint", reason.hint);
        self.loader.report.push(diagnostic);
        Unread
    }

    pub(super) fn missing(&mut self, row: &Row, column: Column) -> Unread {
        let (vi, en) = match column {
            Column::Measure => ("chỉ tiêu", "measure"),
            Column::Period => ("kỳ", "period"),
            Column::Status => ("trạng thái", "status"),
            _ => ("nguồn", "source"),
        };
        let place = match self.header.of(column) {
            Some(at) => self.called(row, at),
            None => Arg::each(format!("bảng này, dòng {}", row.number), format!("this table, row {}", row.number)),
        };
        let diagnostic = Diagnostic::at(Code::MissingCell, row.span).arg("cell", place);
        self.loader.report.push(diagnostic.arg("field", Arg::each(vi, en)));
        Unread
    }

    /// Something is said of a figure that is not there.
    fn warn_of_words(&mut self, row: &Row) {
        let langs = self.loader.langs.clone();
        let notes = langs.into_iter().map(Column::Note);
        let said = notes.chain([Column::Of, Column::Status, Column::Revised]).find_map(|column| self.cell(row, column));
        if let (Some(said), Some(value)) = (said, self.header.of(Column::Value)) {
            let diagnostic = Diagnostic::at(Code::RowWithoutValue, said.span).arg("cell", self.called(row, value));
            self.loader.report.push(diagnostic.arg("said", &said.text));
        }
    }
}

/// Why a cell of CSV cannot be read that holds others.
pub(super) fn swallowed() -> Reason {
    Reason::new(
        ("có dấu ngoặc kép mở mà không đóng trên dòng này", "has a quotation mark that is not closed on this line"),
        (
            "Đóng dấu ngoặc kép, hoặc viết hai dấu liền nhau (\"\") nếu nó là một phần của chữ.",
            "Close it, or write it twice (\"\") if it is part of the text.",
        ),
    )
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or(text)
}
