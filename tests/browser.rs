//! What Chromium shows: each test runs one of the scripts of `tests/web/`, whose checks it lists by name.

mod support;

use std::path::Path;
use std::process::Command;

/// Runs a suite of checks. Its report is this test's output, which cargo shows if a check fails.
fn suite(script: &str) {
    support::npm("playwright-core/package.json");
    let node = Command::new("node")
        .arg("--test-reporter=spec")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/web").join(script))
        .env("CHROMIUM", support::chromium())
        .env("KEHOACH", env!("CARGO_BIN_EXE_kehoach"))
        .env("NO_COLOR", "1")
        .output()
        .expect("npm brought node");
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
