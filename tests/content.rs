//! The portal of this repository: whole, in both languages.

mod support;

use kehoach::diag::{Code, Diagnostic};
use kehoach::fidelity::{Outcome, Tally};
use kehoach::model::{Plan, Portal};
use kehoach::world::{DiskWorld, World};
use kehoach::{BuildOptions, Checked};
use std::path::Path;
use support::{Dice, build, main_text, read_portal};

fn checked() -> Checked {
    kehoach::check(&DiskWorld::new("."), None)
}

/// Letters and marks alone: no white space, no Markdown.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '#' | '[' | ']')).collect()
}

/// The text of a page without the addresses behind linked words.
fn without_addresses(text: &str) -> String {
    let mut parts = text.split("](");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| out + part.split_once(')').map_or(part, |(_, after)| after))
}

/// A line of a scan without its bullets and tags.
fn body(line: &str) -> String {
    let unmarked = line.trim_start_matches(|c: char| c.is_whitespace() || "*+-".contains(c));
    let mut parts = unmarked.split('<');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| out + part.split_once('>').map_or(part, |(_, after)| after))
}

/// What a line of a scan may read on the page: as it is, or with any of the corrections that fit.
fn readings(line: &str, plan: &Plan) -> Vec<String> {
    let lists = plan.items.iter().map(|item| &item.corrections).chain(plan.sections.iter().map(|s| &s.corrections));
    let corrections = lists.flatten().chain(&plan.title_corrections);
    corrections.fold(vec![letters(line)], |mut readings, correction| {
        let (printed, read) = (letters(&correction.printed), letters(&correction.read));
        let fitting = readings.iter().filter(|reading| reading.contains(&printed));
        let corrected: Vec<_> = fitting.map(|reading| reading.replace(&printed, &read)).collect();
        readings.extend(corrected);
        readings
    })
}

#[test]
fn nothing_is_wrong_and_no_translation_is_missing() {
    let checked = checked();
    let found: Vec<_> = checked.report.diagnostics.iter().map(|d| d.message(kehoach::lang::Lang::EN)).collect();
    assert!(found.is_empty(), "{found:#?}");
}

/// The plans that are no samples: each has a scan.
fn plans() -> Vec<String> {
    let portal = checked().portal.expect("sound content");
    let plans: Vec<_> = portal.plans.iter().filter(|plan| !plan.sample).map(|plan| plan.id.to_string()).collect();
    assert!(!plans.is_empty(), "no plan");
    plans
}

#[test]
fn every_plan_is_its_scan_word_for_word() {
    let mut command = assert_cmd::Command::cargo_bin("kehoach").unwrap();
    let output = command.args(["check", "--fidelity", "--lang", "en"]).output().unwrap();
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(0), "{err}{out}");
    for plan in plans() {
        let line = out.lines().find(|line| line.starts_with(&format!("{plan}: ")));
        let whole = line.is_some_and(|line| line.contains(" words of the source, 100 %; nothing added; "));
        assert!(whole, "{plan}:\n{out}");
    }
}

#[test]
fn a_word_of_a_scan_that_a_plan_lacks_is_found_wherever_it_stands() {
    let mut dice = Dice(7);
    for _ in 0..4 {
        let mut world = read_portal(&[Path::new(".")]);
        let mut lacking = Vec::new();
        for plan in plans() {
            let path = format!("content/plans/{plan}/source.txt");
            let scan = String::from_utf8(world.read(&path).unwrap()).unwrap();
            let spaces: Vec<usize> = scan.match_indices(' ').map(|(at, _)| at).collect();
            let (before, after) = scan.split_at(spaces[dice.below(spaces.len())]);
            lacking.push((path.clone(), before.matches('\n').count() + 1));
            world.write(&path, format!("{before} thừa{after}"));
        }
        let (checked, compared) = kehoach::check_fidelity(&world, None);
        let place = |d: &Diagnostic| {
            assert_eq!(d.code, Code::TextMissing, "{d:?}");
            let span = d.span.unwrap();
            (checked.sources.path(span.file).to_owned(), checked.sources.position(span).line)
        };
        assert_eq!(checked.report.diagnostics.iter().map(place).collect::<Vec<_>>(), lacking);
        for plan in compared.into_iter().filter(|plan| !matches!(plan.outcome, Outcome::NoScan)) {
            let is_one = |tally: Tally| tally.words == tally.found + 1 && tally.per_mille() < 1000;
            assert!(matches!(plan.outcome, Outcome::Compared(tally) if is_one(tally)), "{plan:?}");
        }
    }
}

#[test]
fn every_line_of_a_scan_stands_on_the_page_of_the_text() {
    let portal: Portal = checked().portal.expect("sound content");
    let (_, site) = build(&DiskWorld::new("."), &BuildOptions::default());
    let with_scan = portal.plans.iter().filter_map(|plan| Some((plan, plan.scan.as_ref()?)));
    for (plan, scan) in with_scan {
        let id = plan.id.as_str();
        let scan = String::from_utf8(DiskWorld::new(".").read(&format!("content/{scan}")).unwrap()).unwrap();
        let page = String::from_utf8(site[&format!("ke-hoach/{id}/toan-van/index.html")].clone()).unwrap();
        let shown = letters(&without_addresses(&main_text(&page)));
        for line in scan.lines().map(body) {
            let is_shown = readings(&line, plan).iter().any(|reading| shown.contains(reading));
            assert!(is_shown, "{id}: not on the page, letter by letter: {line:?}");
        }
    }
}

#[test]
fn every_indicator_is_one_that_several_plans_have() {
    let portal: Portal = checked().portal.expect("sound content");
    let (_, site) = build(&DiskWorld::new("."), &BuildOptions::default());
    for indicator in &portal.indicators {
        let page = format!("so-sanh/{}/index.html", indicator.id);
        assert!(site.contains_key(&page), "{}: fewer than two plans have it", indicator.id);
    }
}

#[test]
fn a_number_that_only_a_plan_names_is_offered_after_the_national_one() {
    let (_, site) = build(&DiskWorld::new("."), &BuildOptions::default());
    let page = String::from_utf8(site["ke-hoach/hai-phong-2020/index.html"].clone()).unwrap();
    let first = |number: &str| page.find(&format!("tel:{number}")).unwrap_or(usize::MAX);
    assert!(first("111") < first("18006605") && first("18006605") < usize::MAX);
}
