//! From a file to its tables: grids that have a header.

use super::grid::Grid;
use super::header::{Column, Header, header, known};
use super::unreadable::Unreadable;
use super::{csv, xlsx};
use crate::diag::{Arg, Code, Diagnostic, Span, did_you_mean};
use crate::load::Loader;
use crate::yaml;

const HEADER: (&str, &str) = (
    "Dòng tiêu đề cần các cột “chỉ tiêu”, “kỳ”, “giá trị”, và cần cả “trạng thái”, “nguồn” cho các dòng có số liệu.",
    "The header row needs the columns “measure”, “period” and “value”, and “status” and “source” for rows with a figure.",
);

impl Loader<'_> {
    /// The tables of a file, each with its header, and whether these are all; `None` after a report of why there is none.
    pub(super) fn grids(&mut self, path: &str) -> Option<(Vec<(Grid, Header)>, bool)> {
        let bytes = match self.world.read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.unreadable(path, &error);
                return None;
            }
        };
        if bytes.len() > yaml::MAX_BYTES {
            let file = self.sources.add(path, "");
            self.report.push(Diagnostic::at(Code::FileTooLarge, file.whole()));
            return None;
        }
        let grids = if bytes.is_empty() {
            Ok(Vec::new())
        } else if path.ends_with(".csv") {
            self.csv(path, bytes)
        } else {
            xlsx::grids(path, bytes, self.sources)
        };
        match grids {
            Ok(grids) if grids.iter().all(|grid| grid.rows.is_empty()) => {
                let file = self.sources.add(path, "");
                self.report.push(Diagnostic::at(Code::EmptyFile, file.whole()));
                None
            }
            Ok(grids) => self.with_headers(grids),
            Err(unreadable) => {
                let file = self.sources.add(path, "");
                let (reason, hint) = unreadable.words();
                self.report
                    .push(Diagnostic::at(Code::UnreadableTable, file.whole()).arg("reason", reason).arg("hint", hint));
                None
            }
        }
    }

    /// A CSV file, with that between its fields which makes the best header.
    fn csv(&mut self, path: &str, bytes: Vec<u8>) -> Result<Vec<Grid>, Unreadable> {
        if bytes.starts_with(xlsx::ZIP) || bytes.starts_with(xlsx::COMPOUND) {
            return Err(Unreadable::WorkbookAsCsv);
        }
        if bytes.contains(&0) || std::str::from_utf8(&bytes).is_err() {
            return Err(Unreadable::Encoding);
        }
        let Some(file) = yaml::decode(path, bytes, self.sources, self.report) else { return Ok(Vec::new()) };
        let text = self.sources.text(file).clone();
        let read = csv::BETWEEN.map(|between| csv::rows(&text, file, between));
        let best = read.into_iter().rev().max_by_key(|rows| {
            header(rows, &self.langs).map_or(0, |header| 10 * (4 - header.lacks().len()) + header.known())
        });
        Ok(vec![Grid { sheet: None, rows: best.unwrap_or_default() }])
    }

    /// The grids that have a header. One without is passed over if another has one: a title page, a list of codes.
    fn with_headers(&mut self, grids: Vec<Grid>) -> Option<(Vec<(Grid, Header)>, bool)> {
        let first = grids.iter().find_map(|grid| grid.rows.first()).map(|row| row.span);
        let mut found = Vec::new();
        let mut near = false;
        for grid in grids {
            let Some(header) = header(&grid.rows, &self.langs) else { continue };
            if self.sound_header(&grid, &header) {
                found.push((grid, header));
            } else {
                near = true;
            }
        }
        if found.is_empty() && !near {
            let reason = Arg::each("không có dòng tiêu đề", "there is no header row");
            let span = first?;
            self.bad_header(span, reason, Arg::each(HEADER.0, HEADER.1));
        }
        Some((found, !near))
    }

    fn bad_header(&mut self, span: Span, reason: Arg, hint: Arg) {
        self.report.push(Diagnostic::at(Code::BadHeader, span).arg("reason", reason).arg("hint", hint));
    }

    /// Whether a header has all that is needed, and nothing twice. Columns that are not known are reported.
    fn sound_header(&mut self, grid: &Grid, header: &Header) -> bool {
        let Some(row) = grid.rows.get(header.row) else { return false };
        let sheet = grid.sheet.as_ref();
        let within = |words: (String, String)| match sheet {
            Some(sheet) => {
                Arg::each(format!("trang tính “{sheet}” {}", words.0), format!("sheet “{sheet}” {}", words.1))
            }
            None => Arg::each(format!("bảng này {}", words.0), format!("this table {}", words.1)),
        };
        for (at, column) in &header.columns {
            if let (None, Some(cell)) = (column, header.at(*at)) {
                let hint = did_you_mean(&cell.text, known());
                self.report
                    .push(Diagnostic::at(Code::UnknownColumn, cell.span).arg("column", &cell.text).arg("hint", hint));
            }
        }
        if let Some(column) = header.lacks().first() {
            let (vi, en) = match column {
                Column::Measure => ("chỉ tiêu", "measure"),
                Column::Period => ("kỳ", "period"),
                _ => ("giá trị", "value"),
            };
            let reason = within((format!("không có cột “{vi}”"), format!("has no column “{en}”")));
            self.bad_header(row.span, reason, Arg::each(HEADER.0, HEADER.1));
            return false;
        }
        if let Some(cell) = header.twice().and_then(|(at, _)| header.at(at)) {
            let reason = within((
                format!("có hai cột cùng nghĩa, cột sau là “{}”", cell.text),
                format!("has two columns of one meaning, the second is “{}”", cell.text),
            ));
            let hint =
                Arg::each("Giữ một cột và xóa hoặc đổi tên cột kia.", "Keep one and remove or rename the other.");
            self.bad_header(cell.span, reason, hint);
            return false;
        }
        true
    }
}
