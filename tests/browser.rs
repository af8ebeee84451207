//! What Chromium shows: each test runs one of the scripts of `tests/web/`, whose checks it lists by name.

mod support;

use kehoach::outline::{PageKind, SiteOptions, outline};
use kehoach::world::{DiskWorld, World};
use kehoach::{BuildOptions, diag, measure};
use serde_json::json;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use support::{build, read_portal};

const AS_OF: jiff::civil::Date = jiff::civil::date(2026, 11, 22);

/// The portal of this repository, and a small one that has a page of every kind and changes only when a test's content does.
struct Portals {
    own: PathBuf,
    small: PathBuf,
}

static PORTALS: LazyLock<Portals> = LazyLock::new(|| {
    let cases =
        ["comparison/goals-of-several-plans", "progress/downloads", "calendar/past-and-coming", "page/for-help"];
    let mut folders = vec![PathBuf::from("tests/base")];
    folders.extend(cases.map(|case| Path::new("tests/cases").join(case)));
    let folders: Vec<&Path> = folders.iter().map(PathBuf::as_path).collect();
    Portals { own: built("own", &DiskWorld::new(".")), small: built("small", &read_portal(&folders)) }
});

/// A folder with the built site in `site/`, and in `pages.json` which page is made by which template.
fn built(name: &str, world: &dyn World) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("portals").join(name);
    // That of an earlier run; there may be none.
    let _ = fs::remove_dir_all(&folder);
    let (built, files) = build(world, &BuildOptions { as_of: Some(AS_OF), ..BuildOptions::default() });
    assert!(!built.report.has_errors(), "{:#?}", built.report.diagnostics);
    for (path, bytes) in &files {
        let file = folder.join("site").join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    let portal = kehoach::check(world, Some(AS_OF)).portal.unwrap();
    let figures = measure::measure(&portal, AS_OF);
    let outline = outline(&portal, &figures, &SiteOptions::default(), &mut diag::Report::default());
    let (mut pages, mut shown) = (Vec::new(), BTreeSet::new());
    for page in outline.pages() {
        let (template, file) = (page.template(), page.route.output());
        shown.insert(template);
        let size = files[&file].len();
        pages.push(json!({"template": template, "lang": page.lang.code(), "file": file, "size": size}));
    }
    for template in PageKind::TEMPLATES {
        assert!(shown.contains(template), "no page is made by {template}");
    }
    fs::write(folder.join("pages.json"), serde_json::to_vec(&pages).unwrap()).unwrap();
    folder
}

/// Runs a suite of checks. Its report is this test's output, which cargo shows if a check fails.
fn suite(script: &str) {
    run(script, None);
}

/// As [`suite`], over the built portals.
fn portal_suite(script: &str) {
    run(script, Some(&PORTALS));
}

fn run(script: &str, portals: Option<&Portals>) {
    support::npm("playwright-core/package.json");
    let mut node = Command::new("node");
    node.arg("--test-reporter=spec")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/web").join(script))
        .env("CHROMIUM", support::chromium())
        .env("KEHOACH", env!("CARGO_BIN_EXE_kehoach"))
        .env("SCREENSHOTS", Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("screenshots"))
        .env("NO_COLOR", "1");
    if let Some(Portals { own, small }) = portals {
        node.env("PORTAL", own).env("SMALL_PORTAL", small);
    }
    let node = node.output().expect("npm brought node");
    let report = String::from_utf8_lossy(&node.stdout);
    // What follows says the same of the failed ones again.
    let report = report.split("\n✖ failing tests:").next().unwrap_or_default();
    println!("{report}{}", String::from_utf8_lossy(&node.stderr));
    assert!(node.status.success(), "a check of tests/web/{script} failed: see above");
}

#[test]
fn the_open_page_follows_the_files() {
    suite("preview/follow.mjs");
}

#[test]
fn mistakes_lie_over_the_page_until_they_are_mended() {
    suite("preview/problems.mjs");
}

#[test]
fn files_that_come_and_go_are_followed() {
    suite("preview/files.mjs");
}

#[test]
fn the_page_leads_to_the_line_and_shows_what_is_missing_or_old() {
    suite("preview/point.mjs");
}

#[test]
fn pages_of_every_kind_are_for_everybody() {
    portal_suite("portal/kinds.mjs");
}

#[test]
fn pages_of_every_kind_are_read_aloud_in_order() {
    portal_suite("portal/trees.mjs");
}

#[test]
fn words_are_found_as_they_are_typed() {
    portal_suite("portal/search.mjs");
}

#[test]
fn pages_for_help_are_left_quickly_and_kept() {
    portal_suite("portal/hotlines.mjs");
}

#[test]
fn pages_work_under_their_policy_and_nothing_moves() {
    portal_suite("portal/policy.mjs");
}

/// `cargo test --test browser -- --ignored screenshots` writes them into `target/screenshots/`.
#[test]
#[ignore = "writes pictures for people to look at"]
fn screenshots() {
    portal_suite("portal/screenshots.mjs");
}
