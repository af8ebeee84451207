//! The scanned texts of plans.

use super::{CONTENT, Named, PlanFile, Raw};
use crate::diag::{Code, Diagnostic, FileId, Report, Severity, Sources, io_reason};
use crate::world::World;
use crate::yaml;
use std::sync::Arc;

/// The name of the file beside `plan.yaml` that holds the text of the plan as it was scanned.
pub const SCAN: &str = "source.txt";

/// The scanned text of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scan {
    /// There is none.
    Absent,
    /// It could not be read, or the plan not whole, so that there is nothing to compare: the report says why.
    Unreadable,
    /// It is among the sources.
    Text(FileId),
}

/// Reads the scanned text of every plan, in the order of [`Raw::plans`]. `report` holds what [`load`](super::load) said. Only a comparison needs it: the plans themselves
/// do not depend on it.
pub fn scans(world: &dyn World, raw: &Raw, sources: &mut Sources, report: &mut Report) -> Vec<Scan> {
    let is_broken = |file: FileId| {
        let is_error = |d: &&Diagnostic| d.code.entry().severity == Severity::Error;
        let mut errors = report.diagnostics.iter().filter(is_error);
        // Without the site nobody knows which language is the first.
        raw.site.is_none() || errors.any(|d| d.span.is_some_and(|span| span.file == file))
    };
    let whole: Vec<bool> = raw.plans.iter().map(|plan| !is_broken(plan.content.id.span.file)).collect();
    let plans = raw.plans.iter().zip(whole);
    let scan = |(plan, whole): (&Named<Arc<PlanFile>>, bool)| match scan(world, raw, &plan.name, sources, report) {
        Scan::Text(_) if !whole => Scan::Unreadable,
        scan => scan,
    };
    plans.map(scan).collect()
}

fn scan(world: &dyn World, raw: &Raw, plan: &str, sources: &mut Sources, report: &mut Report) -> Scan {
    let path = format!("plans/{plan}/{SCAN}");
    if !raw.files.contains(&path) {
        return Scan::Absent;
    }
    let path = format!("{CONTENT}/{path}");
    let file = match world.read(&path) {
        Ok(bytes) => yaml::decode(&path, bytes, sources, report),
        Err(error) => {
            let unreadable = Diagnostic::nowhere(Code::UnreadableFile).arg("path", &path);
            report.push(unreadable.arg("reason", io_reason(&error)));
            None
        }
    };
    file.map_or(Scan::Unreadable, Scan::Text)
}
