//! CSV: fields with their places.

use super::grid::{Cell, Content, Row};
use super::row::swallowed;
use crate::diag::FileId;
use csv_core::{ReadFieldResult, ReaderBuilder};

/// What may stand between fields: Excel writes a semicolon where the comma is for decimals.
pub(super) const BETWEEN: [u8; 3] = *b";,\t";

/// The rows of a file, read with this between its fields.
pub(super) fn rows(text: &str, file: FileId, between: u8) -> Vec<Row> {
    let mut reader = ReaderBuilder::new().delimiter(between).build();
    let (mut rows, mut cells): (Vec<Row>, Vec<Cell>) = (Vec::new(), Vec::new());
    let mut field = Vec::new();
    let mut out = [0; 1024];
    let (mut from, mut at, mut column, mut lines) = (0, 0, 0, Lines::default());
    loop {
        let (result, taken, given) = reader.read_field(&text.as_bytes()[at..], &mut out);
        at += taken;
        field.extend_from_slice(&out[..given]);
        match result {
            ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
            ReadFieldResult::End => return rows,
            ReadFieldResult::Field { record_end } => {
                cells.extend(cell(&text[from..at], from, file, column, &field, between));
                (from, column) = (at, column + 1);
                field.clear();
                if record_end {
                    let cells = std::mem::take(&mut cells);
                    if let (Some(first), Some(last)) = (cells.first(), cells.last()) {
                        let start = first.span.start as usize;
                        let span = file.span(start, (last.span.start + last.span.len) as usize);
                        rows.push(Row { number: lines.upto(text, start), span, cells });
                    }
                    column = 0;
                }
            }
        }
    }
}

/// The field of these bytes, if it is not empty. `raw` is as it stands in the file, quotes and all.
fn cell(raw: &str, from: usize, file: FileId, column: u32, field: &[u8], between: u8) -> Option<Cell> {
    let value = String::from_utf8_lossy(field);
    let value = super::trimmed(&value);
    let body = raw.strip_suffix(['\n', char::from(between)]).unwrap_or(raw);
    let written = body.trim();
    let start = from + body.len() - body.trim_start().len();
    let span = file.span(start, start + written.len());
    let unclosed = written.starts_with('"') && written.matches('"').count() % 2 == 1;
    if unclosed {
        let first: String = written.lines().next().unwrap_or("").chars().take(40).collect();
        return Some(Cell { column, content: Content::Unusable(swallowed()), text: first.into(), span });
    }
    (!value.is_empty()).then(|| Cell { column, content: Content::Text, text: value.into(), span })
}

/// Counts lines once, going forward.
#[derive(Default)]
struct Lines {
    counted: usize,
    lines: u32,
}

impl Lines {
    /// The line, from 1, on which a byte stands that is not before the last one asked for.
    fn upto(&mut self, text: &str, at: usize) -> u32 {
        let new = text.as_bytes()[self.counted..at].iter().filter(|b| **b == b'\n').count();
        self.lines = self.lines.saturating_add(u32::try_from(new).unwrap_or(u32::MAX));
        self.counted = at;
        self.lines.saturating_add(1)
    }
}
