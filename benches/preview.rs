//! How long it takes from a save to the new value served: `cargo bench --bench preview -- 100 1000 --edits 20`.
//!
//! Each edit changes the last figure of one measure, now to its goal, now to where it began, so that what the portal says of the
//! measure changes too, and with it the counts on home, on the plan's overview and on the agency's page. In the end the pages
//! are compared with those of a preview that was started anew on the same files.

mod measure;
mod portal;

use measure::client::Preview;
use measure::program::plan_file;
use measure::{Task, Times, head, mib, row, shown};
use portal::figure::Figure;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Far more than anything takes.
const PATIENCE: Duration = Duration::from_secs(120);
const BETWEEN_LOOKS: Duration = Duration::from_millis(1);
/// An editor does not save twice in that time; what a preview does afterwards is over by then.
const BETWEEN_EDITS: Duration = Duration::from_millis(500);

fn main() {
    let task = Task::of_args("--edits", 20);
    head(&["plans", "to first page", "target’s page", "list of targets", "all that changed", "memory", "peak"]);
    for &plans in &task.plans {
        measure(plans, task.times);
    }
}

fn measure(plans: usize, edits: usize) {
    let folder = tempfile::tempdir().expect("a folder for the portal");
    portal::write(folder.path(), plans, portal::SEED).expect("a portal");
    let warm_up = 1;
    let picked = (0..edits.div_ceil(2) + warm_up).map(|time| portal::picked(plans, time));
    let figures: Vec<_> = picked.map(|number| Figure::in_plan(number, portal::SEED)).collect();
    // So that already the first edit changes what is said of the measure.
    figures.iter().for_each(|figure| save(folder.path(), figure, &figure.begun));
    let mut preview = Preview::of(folder.path());
    preview.get("").expect("home");
    let start = preview.program.started.elapsed();
    let [mut target, mut list, mut all] = [Times::new(), Times::new(), Times::new()];
    for (number, figure) in figures.iter().enumerate() {
        for (at, base) in [&figure.goal, &figure.begun].into_iter().enumerate() {
            sleep(BETWEEN_EDITS);
            let times = edit(&mut preview, folder.path(), figure, &unique(base, number * 2 + at));
            if number >= warm_up {
                [&mut target, &mut list, &mut all].into_iter().zip(times).for_each(|(all, one)| all.push(one));
            }
        }
    }
    let memory = preview.program.memory();
    let cells = [plans.to_string(), shown(start), target.to_string(), list.to_string(), all.to_string()];
    row(&[&cells[..], &[mib(memory.now), mib(memory.peak)]].concat());
    compare(&mut preview, folder.path(), &figures);
}

fn save(portal: &Path, figure: &Figure, value: &str) {
    fs::write(plan_file(portal, &figure.plan), figure.text_with(value)).expect("a file that can be written");
}

/// A figure that stands nowhere else, hardly above this one.
fn unique(base: &str, number: usize) -> String {
    let dot = if base.contains('.') { "" } else { "." };
    format!("{base}{dot}0{number:03}7")
}

/// Saves a new value; gives the time until it stands on the target's page, in the plan's list, and everywhere.
fn edit(preview: &mut Preview, portal: &Path, figure: &Figure, value: &str) -> [Duration; 3] {
    let comma = value.replace('.', ",");
    let counted = figure.counting_pages();
    let before: Vec<_> = counted.iter().map(|page| preview.get(page)).collect();
    let saved = Instant::now();
    save(portal, figure, value);
    let mut until = |page: &str, is_right: &dyn Fn(&str) -> bool| {
        while !preview.get(page).is_some_and(|text| is_right(&text)) {
            assert!(saved.elapsed() < PATIENCE, "/{page} is as before {value} in {}", figure.plan);
            sleep(BETWEEN_LOOKS);
        }
        saved.elapsed()
    };
    let target = until(&figure.target("vi"), &|page| page.contains(&comma));
    let list = until(&figure.targets("vi"), &|page| page.contains(&comma));
    for page in [figure.target("en"), figure.targets("en"), "data/observations.csv".to_owned()] {
        until(&page, &|page| page.contains(value));
    }
    until(&figure.chart(), &|chart| chart.contains(&comma));
    let mut all = list;
    for (page, before) in counted.iter().zip(before) {
        all = until(page, &|text| before.as_deref() != Some(text));
    }
    [target, list, all]
}

/// Sees that a preview which has followed the edits shows what one shows that has just read the files.
fn compare(followed: &mut Preview, portal: &Path, edited: &[Figure]) {
    let mut fresh = Preview::of(portal);
    let mut pages: BTreeSet<String> = ["", "en/", "lich.ics", "data/observations.csv"].map(str::to_owned).into();
    for figure in edited {
        pages.extend(figure.counting_pages());
        pages.extend(["vi", "en"].into_iter().flat_map(|lang| [figure.target(lang), figure.targets(lang)]));
        pages.insert(figure.chart());
    }
    let linked: Vec<_> = pages.iter().flat_map(|page| links(page, &fresh.get(page).unwrap_or_default())).collect();
    pages.extend(linked);
    for page in &pages {
        let right = fresh.get(page);
        assert!(right.is_some() && followed.get(page) == right, "/{page} is not as the files are");
    }
    println!("\n{} pages and files are as in a preview started anew.\n", pages.len());
}

/// The addresses of this site that a page leads to, from the site's root.
fn links(page: &str, text: &str) -> Vec<String> {
    let folder = page.rfind('/').map_or("", |end| &page[..=end]);
    // Small pages have no quotation marks where HTML needs none.
    let hrefs = text.split("href=").skip(1).map(|rest| rest.strip_prefix('"').unwrap_or(rest));
    let hrefs = hrefs.filter_map(|rest| rest.split(['"', '#', ' ', '>']).next());
    hrefs.filter(|href| !href.is_empty() && !href.contains(':')).map(|href| resolved(folder, href)).collect()
}

fn resolved(folder: &str, href: &str) -> String {
    let mut parts: Vec<_> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let (way, file) = href.rsplit_once('/').unwrap_or(("", href));
    for part in way.split('/').filter(|part| !["", "."].contains(part)) {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.iter().map(|part| format!("{part}/")).collect::<String>() + if file == "." { "" } else { file }
}
