//! Cells of tables, called as those who fill them in call them.

use super::Arg;
use std::sync::Arc;

/// A cell of a workbook or of a CSV file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableCell {
    /// The sheet of the workbook; none in CSV.
    pub sheet: Option<Arc<str>>,
    /// Excel's row number, or the line of a CSV file; from 1.
    pub row: u32,
    /// Excel's letters, or the heading of a CSV file.
    pub column: Arc<str>,
}

impl TableCell {
    /// “trang tính “Quý I”, ô D12”, or line and column of a CSV file.
    pub fn called(&self) -> Arg {
        let TableCell { sheet, row, column } = self;
        match sheet {
            Some(sheet) => Arg::each(
                format!("trang tính “{sheet}”, ô {column}{row}"),
                format!("sheet “{sheet}”, cell {column}{row}"),
            ),
            None => Arg::each(format!("dòng {row}, cột “{column}”"), format!("line {row}, column “{column}”")),
        }
    }
}
