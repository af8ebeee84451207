//! The portal of this repository: whole, in both languages.

mod support;

use kehoach::model::{Plan, Portal};
use kehoach::world::{DiskWorld, World};
use kehoach::{BuildOptions, Checked};
use support::{build, main_text};

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

/// A piece of a scan with what the corrections log says put right.
fn corrected(piece: &str, plan: &Plan) -> String {
    let lists = plan.items.iter().map(|item| &item.corrections).chain(plan.sections.iter().map(|s| &s.corrections));
    let corrections = lists.flatten().chain(&plan.title_corrections);
    corrections.fold(letters(piece), |text, correction| {
        text.replace(&letters(&correction.printed), &letters(&correction.read))
    })
}

#[test]
fn nothing_is_wrong_and_no_translation_is_missing() {
    let checked = checked();
    let found: Vec<_> = checked.report.diagnostics.iter().map(|d| d.message(kehoach::lang::Lang::EN)).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_paragraph_of_a_scan_stands_on_the_page_of_the_text() {
    let portal: Portal = checked().portal.expect("sound content");
    let (_, site) = build(&DiskWorld::new("."), &BuildOptions::default());
    for plan in &portal.plans {
        let id = plan.id.as_str();
        let source = DiskWorld::new(".").read(&format!("content/plans/{id}/source.txt"));
        let scan = String::from_utf8(source.expect("a plan has its scan beside it")).unwrap();
        let page = String::from_utf8(site[&format!("ke-hoach/{id}/toan-van/index.html")].clone()).unwrap();
        let shown = letters(&without_addresses(&main_text(&page)));
        // Page breaks of the scan lie inside paragraphs: each piece between blank lines must be there, letter by letter.
        for piece in scan.split("\n\n").map(|piece| corrected(piece, plan)).filter(|piece| !piece.is_empty()) {
            assert!(shown.contains(&piece), "{id}: not on the page: {piece:?}");
        }
    }
}
