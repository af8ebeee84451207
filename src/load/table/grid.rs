//! Cells, however they came: what CSV and Excel have in common.

use crate::diag::{Arg, Span, TableCell};
use crate::lang::PartialDate;
use std::sync::Arc;

/// A sheet of Excel, or a CSV file.
#[derive(Debug)]
pub(super) struct Grid {
    /// The name of the sheet; none for CSV.
    pub sheet: Option<Arc<str>>,
    /// Rows in which something stands, top down.
    pub rows: Vec<Row>,
}

/// A row in which something stands.
#[derive(Debug)]
pub(super) struct Row {
    /// Excel's row number, or the line of a CSV file; from 1.
    pub number: u32,
    /// Where it stands.
    pub span: Span,
    /// Cells that are not empty, from the left.
    pub cells: Vec<Cell>,
}

/// A cell that is not empty.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// From 0.
    pub column: u32,
    /// What it holds.
    pub content: Content,
    /// What it reads, trimmed, in NFC.
    pub text: Arc<str>,
    /// Where it stands.
    pub span: Span,
}

/// What a cell holds.
#[derive(Debug, Clone)]
pub(super) enum Content {
    /// What somebody typed.
    Text,
    /// A number of Excel's; the text has a point before decimals. Shown as a percentage, it is that percentage.
    Number(Shown),
    /// A date of Excel's, as exact as it is shown.
    Date(PartialDate),
    /// Nothing that could be read: why, and what to do.
    Unusable(Reason),
}

/// How Excel shows a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    Plain,
    Percent,
}

/// Why something cannot be read, and what to do.
#[derive(Debug, Clone)]
pub(super) struct Reason {
    pub why: Arg,
    pub hint: Arg,
}

impl Reason {
    pub fn new(why: (&'static str, &'static str), hint: (&'static str, &'static str)) -> Reason {
        Reason { why: Arg::each(why.0, why.1), hint: Arg::each(hint.0, hint.1) }
    }
}

impl Row {
    /// The cell of a column, if it is not empty.
    pub fn at(&self, column: u32) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.column == column)
    }
}

impl Grid {
    /// The cell of a column, empty or not, under this heading.
    pub fn table_cell(&self, row: &Row, column: u32, heading: Arc<str>) -> TableCell {
        let column = if self.sheet.is_some() { letters(column).into() } else { heading };
        TableCell { sheet: self.sheet.clone(), row: row.number, column }
    }
}

/// The letters of a column: 0 is A, 26 is AA.
pub(super) fn letters(column: u32) -> String {
    let mut name = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        name.insert(0, char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_have_the_letters_of_excel() {
        let named = [0, 3, 25, 26, 51, 701, 702].map(letters);
        assert_eq!(named, ["A", "D", "Z", "AA", "AZ", "ZZ", "AAA"]);
    }
}
