use super::{CalendarFile, Words};
use serde::Serialize;

/// The page of data files.
#[derive(Debug, Clone, Serialize)]
pub struct DataView {
    /// The files, in the order of the list of exports.
    pub files: Vec<DataFile>,
    /// The calendar: what it holds, what an entry is, and where it can be had.
    pub calendar: DataCalendar,
    /// The files of single measures.
    pub measures: DataMeasures,
    /// How all tables are written.
    pub rules: Vec<Words>,
    /// What cells may hold.
    pub kinds: Vec<DataTerm>,
}

/// The calendar among the data files.
#[derive(Debug, Clone, Serialize)]
pub struct DataCalendar {
    /// What it holds.
    pub title: Words,
    /// What an entry is.
    pub entry: Words,
    /// The file; none where nothing has a date.
    pub file: Option<CalendarFile>,
    /// The page from which each plan's own can be had.
    pub page: String,
}

/// The files of single measures among the data files.
#[derive(Debug, Clone, Serialize)]
pub struct DataMeasures {
    /// What they hold.
    pub title: Words,
    /// What one file is.
    pub entry: Words,
    /// Their paths, with names in angle brackets in the place of ids.
    pub paths: [&'static str; 2],
    /// The page from which each measure's page can be found.
    pub plans: String,
}

/// A data file.
#[derive(Debug, Clone, Serialize)]
pub struct DataFile {
    /// For links to it.
    pub anchor: String,
    /// What it is called: `targets.csv`.
    pub name: String,
    /// The file itself.
    pub href: String,
    /// What it holds.
    pub title: Words,
    /// What one row is.
    pub row: Words,
    /// Its columns, in their order.
    pub columns: Vec<DataColumn>,
}

/// A column, or one for each language of the site.
#[derive(Debug, Clone, Serialize)]
pub struct DataColumn {
    /// Its name, or one for each language; never empty.
    pub names: Vec<String>,
    /// What its cells hold.
    pub kind: Words,
    /// What they mean.
    pub meaning: Words,
    /// The values that it may have, where these are listed.
    pub choices: Vec<DataTerm>,
}

/// A word of data files, and what it means.
#[derive(Debug, Clone, Serialize)]
pub struct DataTerm {
    /// The word.
    pub term: Words,
    /// What it means.
    pub meaning: Words,
}
