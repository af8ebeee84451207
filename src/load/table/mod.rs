//! Observations in tables beside a plan: `progress.csv` and `progress.xlsx`. Both become one [`grid`] of cells, which one
//! decoder of rows reads into what the YAML of a measure would give.

mod csv;
mod grid;
mod header;
mod measures;
mod number;
mod period;
mod row;
mod xlsx;

use super::raw::{Named, Raw, RawReported};
use super::{CONTENT, Loader};
use crate::diag::{Arg, Code, Diagnostic, Span, did_you_mean};
use crate::yaml;
use grid::Grid;
use header::{Column, Header, header};
use measures::Measures;
use std::collections::BTreeSet;

/// The tables that may stand beside a plan.
pub(super) const NAMES: [&str; 2] = ["progress.csv", "progress.xlsx"];

/// Why a table is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unreadable {
    Broken,
    Encrypted,
    OldExcel,
    NoWorkbook,
    WorkbookAsCsv,
    TooLarge,
    Encoding,
}

impl Unreadable {
    fn words(self) -> (Arg, Arg) {
        const SAVE: (&str, &str) = (
            "Mở bằng Excel, chọn Lưu dưới dạng (Save As), loại Excel Workbook (*.xlsx).",
            "Open it in Excel, choose Save As and the type Excel Workbook (*.xlsx).",
        );
        let (why, hint) = match self {
            Unreadable::Broken => (("tệp Excel này bị hỏng", "the workbook is broken"), SAVE),
            Unreadable::Encrypted => (
                ("tệp được đặt mật khẩu", "it is protected by a password"),
                ("Bỏ mật khẩu của tệp rồi lưu lại.", "Take the password off and save it again."),
            ),
            Unreadable::OldExcel => (
                ("đây là tệp Excel kiểu cũ (.xls), chỉ đổi tên", "it is an old Excel file (.xls) under another name"),
                SAVE,
            ),
            Unreadable::NoWorkbook => (("đây không phải là tệp Excel", "it is no Excel workbook"), SAVE),
            Unreadable::WorkbookAsCsv => (
                ("đây là tệp Excel, không phải CSV", "it is an Excel file, not CSV"),
                ("Đổi tên tệp thành progress.xlsx.", "Rename it to progress.xlsx."),
            ),
            Unreadable::TooLarge => (
                (
                    "tệp chứa quá nhiều dữ liệu (trên 64 MB hoặc 200.000 ô)",
                    "it holds too much (over 64 MB or 200,000 cells)",
                ),
                ("Chỉ giữ bảng số liệu thực hiện trong tệp này.", "Keep only the table of observations in this file."),
            ),
            Unreadable::Encoding => (
                ("tệp không phải là UTF-8 nên chữ tiếng Việt bị sai", "it is not UTF-8, so that letters are lost"),
                (
                    "Trong Excel chọn Lưu dưới dạng (Save As), loại “CSV UTF-8 (Comma delimited) (*.csv)”; hoặc lưu thành progress.xlsx.",
                    "In Excel choose Save As and the type “CSV UTF-8 (Comma delimited) (*.csv)”; or save it as progress.xlsx.",
                ),
            ),
        };
        (Arg::each(why.0, why.1), Arg::each(hint.0, hint.1))
    }
}

/// A text without blanks at its ends, in NFC.
fn trimmed(text: &str) -> String {
    yaml::composed(text.trim_matches(|c: char| c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}').to_owned())
}

impl Loader<'_> {
    /// Reads the tables beside every plan. Plans come first: rows name their measures by labels too.
    pub(super) fn tables(&mut self, raw: &mut Raw, files: &BTreeSet<String>) {
        for path in files {
            let ["plans", plan, file] = path.split('/').collect::<Vec<_>>()[..] else { continue };
            if !NAMES.contains(&file) {
                continue;
            }
            let Some(content) = raw.plans.iter().find(|named| named.name == plan).map(|named| &named.content) else {
                self.without_plan(plan, path);
                continue;
            };
            let measures = Measures::of(content);
            let (grids, mut whole) = self.grids(&format!("{CONTENT}/{path}")).unwrap_or_default();
            let mut rows = Vec::new();
            for (grid, header) in grids {
                whole &= self.rows(&grid, &header, &measures, &mut rows);
            }
            if !whole {
                self.broken.rows.insert(plan.to_owned());
            }
            raw.reported.push(Named { name: plan.to_owned(), content: rows });
        }
    }

    fn without_plan(&mut self, plan: &str, path: &str) {
        if self.broken.ids.contains(plan) {
            return;
        }
        let file = self.sources.add(&format!("{CONTENT}/{path}"), "");
        let hint = Arg::each(
            "Đặt bảng này cạnh plan.yaml của kế hoạch, hoặc xóa tệp.",
            "Put this table beside the plan's plan.yaml, or remove it.",
        );
        self.report.push(Diagnostic::at(Code::UnexpectedFile, file.whole()).arg("hint", hint));
    }

    /// The tables of a file, each with its header, and whether these are all; `None` after a report of why there is none.
    fn grids(&mut self, path: &str) -> Option<(Vec<(Grid, Header)>, bool)> {
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
            if let (None, Some(cell)) = (column, row.at(*at)) {
                let hint = did_you_mean(&cell.text, header::known());
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
        if let Some(cell) = header.twice().and_then(|(at, _)| row.at(at)) {
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

    /// Reads every row below a header; whether all could be read.
    fn rows(&mut self, grid: &Grid, header: &Header, measures: &Measures, out: &mut Vec<RawReported>) -> bool {
        let mut whole = true;
        let mut stray: Vec<u32> = Vec::new();
        let mut rows = row::Rows { loader: self, grid, header, measures };
        for (at, row) in grid.rows.iter().enumerate().skip(header.row + 1) {
            if rows.is_not_data(row, at == header.row + 1) {
                continue;
            }
            match rows.decode(row) {
                Ok(reported) => out.extend(reported),
                Err(row::Unread) => whole = false,
            }
            let below_nothing =
                row.cells.iter().filter(|cell| !header.columns.iter().any(|(at, _)| *at == cell.column));
            for cell in below_nothing.filter(|cell| !stray.contains(&cell.column)).collect::<Vec<_>>() {
                stray.push(cell.column);
                let hint =
                    Arg::each("Đặt tên cho cột này, hoặc xóa các ô đó.", "Give the column a heading, or clear it.");
                let column = Arg::each(
                    format!("{} (không có tên)", grid::letters(cell.column)),
                    format!("{} (without a heading)", grid::letters(cell.column)),
                );
                let diagnostic = Diagnostic::at(Code::UnknownColumn, cell.span).arg("column", column);
                rows.loader.report.push(diagnostic.arg("hint", hint));
            }
        }
        whole
    }
}

const HEADER: (&str, &str) = (
    "Dòng tiêu đề cần các cột “chỉ tiêu”, “kỳ”, “giá trị”, và cần cả “trạng thái”, “nguồn” cho các dòng có số liệu.",
    "The header row needs the columns “measure”, “period” and “value”, and “status” and “source” for rows with a figure.",
);

/// A file that looks like a table of observations under another name: what to do.
pub(super) fn misnamed(parts: &[&str]) -> Option<Arg> {
    let ["plans", _, file] = parts else { return None };
    let (stem, kind) = file.rsplit_once('.')?;
    let (stem, kind) = (stem.trim().to_lowercase(), kind.to_lowercase());
    let copy = stem == "progress" || stem.starts_with("progress (") || stem.starts_with("progress - ");
    match (copy, &*kind) {
        (true, "csv" | "xlsx") => Some(Arg::each(
            format!("Bảng số liệu thực hiện phải có tên progress.{kind}, viết thường."),
            format!("A table of observations must be called progress.{kind}, in small letters."),
        )),
        (true, "xls" | "xlsm" | "xlsb" | "ods" | "tsv") => Some(Arg::each(
            "Mở bằng Excel và lưu thành progress.xlsx (loại Excel Workbook).",
            "Open it in Excel and save it as progress.xlsx (type Excel Workbook).",
        )),
        _ => None,
    }
}
