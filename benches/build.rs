//! How long a build takes: from nothing, with nothing changed, with one figure changed:
//! `cargo bench --bench build -- 100 1000 --runs 3`.

mod measure;
mod portal;

use measure::program::{Memory, plan_file};
use measure::{Program, Task, Times, head, mib, row};
use portal::figure::Figure;
use std::fs;
use std::path::Path;
use std::time::Duration;

fn main() {
    let task = Task::of_args("--runs", 3);
    head(&["plans", "build", "time", "plans a second", "pages", "files", "size", "peak"]);
    for &plans in &task.plans {
        measure(plans, task.times);
    }
}

fn measure(plans: usize, runs: usize) {
    let folder = tempfile::tempdir().expect("a folder for the portal");
    let portal = folder.path();
    portal::write(portal, plans, portal::SEED).expect("a portal");
    let figure = Figure::in_plan(portal::picked(plans, 0), portal::SEED);
    // One uncounted run, so that the files are in the system's memory.
    build(portal);
    let from_nothing = || {
        fs::remove_dir_all(portal.join("public")).expect("there is a site");
        fs::remove_dir_all(portal.join(".kehoach-cache")).expect("there is a cache");
    };
    several(plans, "from nothing", portal, runs, |_| from_nothing());
    several(plans, "nothing changed", portal, runs, |_| ());
    several(plans, "one figure changed", portal, runs, |run| {
        let text = figure.text_with(&format!("{}.{run:03}7", figure.begun.split('.').next().unwrap_or_default()));
        fs::write(plan_file(portal, &figure.plan), text).expect("a file that can be written");
    });
}

/// Builds several times, each after a change, and prints a row.
fn several(plans: usize, name: &str, portal: &Path, runs: usize, change: impl Fn(usize)) {
    let (mut times, mut peak) = (Times::new(), None);
    for run in 0..runs {
        change(run);
        let (time, memory) = build(portal);
        times.push(time);
        peak = peak.max(memory.peak);
    }
    let site = Site::of(&portal.join("public"));
    let speed = plans as f64 / times.median().as_secs_f64();
    row(&[
        plans.to_string(),
        name.to_owned(),
        times.to_string(),
        format!("{speed:.1}"),
        site.pages.to_string(),
        site.files.to_string(),
        format!("{} MB", site.bytes / 1_000_000),
        mib(peak),
    ]);
}

fn build(portal: &Path) -> (Duration, Memory) {
    Program::start(portal, &["build"]).finish()
}

/// How much a site is.
#[derive(Default)]
struct Site {
    pages: usize,
    files: usize,
    bytes: u64,
}

impl Site {
    fn of(folder: &Path) -> Site {
        let mut site = Site::default();
        let mut folders = vec![folder.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("the site is there") {
                let (path, about) = entry.and_then(|entry| Ok((entry.path(), entry.metadata()?))).expect("and stays");
                if about.is_dir() {
                    folders.push(path);
                    continue;
                }
                site.files += 1;
                site.bytes += about.len();
                site.pages += usize::from(path.extension().is_some_and(|extension| extension == "html"));
            }
        }
        site
    }
}
