//! Beside the render stage: the data files of the site, from the same portal and figures.
//!
//! Each file is a table: what a row is, and its columns, each with its meaning in both languages and the function
//! that fills it. [`ALL`] lists them; the data page and `docs/data.md` are made of that list.
//!
//! The day of the build changes nothing in the files but `statuses.csv` and the statuses of [`measures`], and for plans that wait for theirs (`publish`).

mod agencies;
pub mod calendar;
mod cell;
mod codes;
mod column;
mod documents;
mod duties;
mod events;
mod fact;
pub mod headers;
mod hotlines;
mod json;
pub mod measures;
mod names;
mod observations;
mod plans;
mod reports;
mod rules;
mod said;
mod statuses;
mod targets;

pub use codes::Code;
pub use column::{ColumnAbout, Kind};
pub use rules::RULES;
pub use said::Said;

use crate::measure::Figures;
use crate::model::{Artifact, Ix, Plan, Portal};
use column::Column;
use json::Json;

/// What rows are made of.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'p> {
    /// The portal.
    pub portal: &'p Portal,
    /// What follows from it.
    pub figures: &'p Figures,
    /// For each document the plans that cite it, samples left aside.
    citing: &'p [Vec<Ix<Plan>>],
}

/// A data file.
pub trait Export: Sync {
    /// What it is called without folder and ending: `targets`.
    fn name(&self) -> &'static str;
    /// What it holds.
    fn title(&self) -> Said;
    /// What one row is.
    fn row(&self) -> Said;
    /// Its columns, in their order.
    fn columns(&self) -> Vec<ColumnAbout>;
    /// Its bytes.
    fn bytes(&self, facts: Facts) -> Vec<u8>;

    /// Its path in the site: `data/targets.csv`.
    fn path(&self) -> String {
        format!("data/{}.csv", self.name())
    }
}

/// Every data file there is, in the order in which they are shown.
pub static ALL: [&dyn Export; 10] = [
    &plans::PLANS,
    &targets::TARGETS,
    &observations::OBSERVATIONS,
    &statuses::STATUSES,
    &duties::DUTIES,
    &reports::REPORTS,
    &events::EVENTS,
    &hotlines::HOTLINES,
    &documents::DOCUMENTS,
    &agencies::AGENCIES,
];

/// The data files of a portal.
pub fn exports<'p>(portal: &'p Portal, figures: &'p Figures) -> impl Iterator<Item = Artifact> + 'p {
    let citing = documents::citing(portal);
    ALL.iter().map(move |export| {
        let facts = Facts { portal, figures, citing: &citing };
        Artifact { path: export.path(), bytes: export.bytes(facts) }
    })
}

/// The data file at this path of the site.
pub fn export_at(portal: &Portal, figures: &Figures, path: &str) -> Option<Vec<u8>> {
    let export = ALL.iter().find(|export| export.path() == path)?;
    Some(export.bytes(Facts { portal, figures, citing: &documents::citing(portal) }))
}

/// A CSV file with rows of one kind.
struct Table<R> {
    name: &'static str,
    title: Said,
    row: Said,
    /// All rows, always in the same order.
    rows: fn(Facts) -> Vec<R>,
    columns: fn() -> Vec<Column<R>>,
}

impl<R: Copy> Export for Table<R> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn title(&self) -> Said {
        self.title
    }

    fn row(&self) -> Said {
        self.row
    }

    fn columns(&self) -> Vec<ColumnAbout> {
        (self.columns)().iter().map(|column| column.about).collect()
    }

    fn bytes(&self, facts: Facts) -> Vec<u8> {
        self.csv(facts, (self.rows)(facts))
    }
}

impl<R: Copy> Table<R> {
    /// The file with these rows alone.
    fn csv(&self, facts: Facts, rows: impl IntoIterator<Item = R>) -> Vec<u8> {
        let langs = facts.langs();
        let columns = (self.columns)();
        let head = columns.iter().flat_map(|column| column.about.names(&langs)).collect();
        let cells = |row: R| columns.iter().flat_map(|column| column.cells(facts, row, &langs)).collect();
        cell::csv(std::iter::once(head).chain(rows.into_iter().map(cells)))
    }

    /// A row as members of a JSON object, under the names of the columns.
    fn members(&self, facts: Facts, row: R) -> Vec<(&'static str, Json)> {
        let langs = facts.langs();
        (self.columns)().iter().map(|column| column.member(facts, row, &langs)).collect()
    }
}
