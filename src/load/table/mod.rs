//! Observations in tables beside a plan: `progress.csv` and `progress.xlsx`. Both become one [`grid`] of cells, which one
//! decoder of rows reads into what the YAML of a measure would give.

mod columns;
mod csv;
mod find;
mod grid;
mod header;
mod measures;
mod number;
mod period;
mod row;
mod unreadable;
mod xlsx;

use super::cache::{KnownTable, TableFrom};
use super::plan_file::PlanFile;
use super::raw::{Named, Raw, RawReported};
use super::{CONTENT, Loader};
use crate::diag::{Arg, Code, Diagnostic};
use crate::yaml;
use grid::Grid;
use header::Header;
use measures::Measures;
use std::collections::{BTreeSet, HashMap};
use std::mem;
use std::sync::Arc;

/// The tables that may stand beside a plan.
pub(super) const NAMES: [&str; 2] = ["progress.csv", "progress.xlsx"];

/// A text without blanks at its ends, in NFC.
fn trimmed(text: &str) -> String {
    yaml::composed(text.trim_matches(|c: char| c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}').to_owned())
}

impl Loader<'_> {
    /// Reads the tables beside every plan. Plans come first: rows name their measures by labels too.
    pub(super) fn tables(&mut self, raw: &mut Raw, files: &BTreeSet<String>) {
        let plans = raw.plans.iter().map(|named| (named.name.as_str(), &named.content));
        let plans: HashMap<&str, &Arc<PlanFile>> = plans.collect();
        for path in files {
            let ["plans", plan, file] = path.split('/').collect::<Vec<_>>()[..] else { continue };
            if !NAMES.contains(&file) {
                continue;
            }
            match plans.get(plan) {
                Some(of) => {
                    let content = self.table(path, plan, of);
                    raw.reported.push(Named { name: plan.to_owned(), content });
                }
                None => self.without_plan(plan, path),
            }
        }
    }

    /// The rows of a table. One that is known is as good as read: with all that was said, and the cells that have names.
    fn table(&mut self, path: &str, name: &str, plan: &Arc<PlanFile>) -> Arc<Vec<RawReported>> {
        let version = self.world.version(&format!("{CONTENT}/{path}"));
        let from = TableFrom { version, plan: Arc::clone(plan), langs: self.langs.clone() };
        if self.cache.table(path, &from).is_none() {
            let (said, broken) = (mem::take(&mut self.report.diagnostics), mem::take(&mut self.broken));
            let read = self.sources.count();
            let rows = self.decode_table(path, name, plan);
            let said = mem::replace(&mut self.report.diagnostics, said);
            let broken = mem::replace(&mut self.broken, broken);
            let known = KnownTable { from, rows: Arc::new(rows), said, broken, sources: self.sources.split_off(read) };
            self.cache.keep_table(path, known);
        }
        let Some(known) = self.cache.last_table(path) else { return Arc::default() };
        self.report.diagnostics.extend(known.said.iter().cloned());
        self.broken.add(&known.broken);
        self.sources.append(&known.sources);
        Arc::clone(&known.rows)
    }

    fn decode_table(&mut self, path: &str, name: &str, plan: &PlanFile) -> Vec<RawReported> {
        let plan = plan.whole(self.sources);
        let measures = Measures::of(&plan);
        let (grids, mut whole) = self.grids(&format!("{CONTENT}/{path}")).unwrap_or_default();
        let mut rows = Vec::new();
        for (grid, header) in grids {
            whole &= self.rows(&grid, &header, &measures, &mut rows);
        }
        if !whole {
            self.broken.rows.insert(name.to_owned());
        }
        rows
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
                Ok(None) => {}
                Ok(Some(reported)) => {
                    whole &= reported.measure.is_some() && reported.observation.is_ok();
                    out.push(reported);
                }
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
