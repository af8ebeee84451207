//! The list of diagnostics: its words fit together, and a test shows each of them.

mod support;

use kehoach::diag::{Code, Severity};
use kehoach::world::{MemoryWorld, World};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use support::{files_below, placeholders, read_portal};

#[test]
fn both_languages_say_the_same_of_every_code() {
    let mut names = BTreeSet::new();
    for code in Code::ALL {
        let entry = code.entry();
        assert!(names.insert(entry.name), "{} stands twice", entry.name);
        for (vi, en) in [(entry.message_vi, entry.message_en), (entry.help_vi, entry.help_en)] {
            assert_eq!(placeholders(vi), placeholders(en), "{}: {vi:?} and {en:?}", entry.name);
        }
        for message in [entry.message_vi, entry.message_en] {
            assert!(!message.ends_with('.') && !message.starts_with(char::is_uppercase), "{}: {message}", entry.name);
        }
        for help in [entry.help_vi, entry.help_en].iter().filter(|help| **help != "{hint}") {
            assert!(
                help.ends_with('.') && help.starts_with(|c: char| c.is_uppercase() || c == '`'),
                "{}: {help}",
                entry.name
            );
        }
    }
}

#[test]
fn a_test_shows_every_code() {
    let mut shown = String::new();
    for file in files_below(Path::new("tests")) {
        if file.file_name().is_some_and(|name| name == "diagnostics.txt") || file.extension().is_some_and(|e| e == "rs")
        {
            shown.push_str(&fs::read_to_string(&file).unwrap());
        }
    }
    let is_shown = |code: &&Code| {
        let name = code.entry().name;
        let severities = ["error", "warning", "note"].map(|severity| format!("{severity}[{name}]"));
        let others = [format!("\"{name}\""), format!("Code::{code:?}")];
        severities.iter().chain(&others).any(|words| shown.contains(words))
    };
    let missing: Vec<_> = Code::ALL.iter().filter(|code| !is_shown(code)).collect();
    assert!(missing.is_empty(), "no test shows {missing:?}");
}

fn codes(world: &dyn World) -> Vec<&'static str> {
    let report = kehoach::check(world, None).report;
    let errors = report.diagnostics.iter().filter(|d| d.code.entry().severity == Severity::Error);
    errors.map(|d| d.code.entry().name).collect()
}

#[test]
fn a_file_of_more_than_16_megabytes_is_refused() {
    let mut world = read_portal(&[Path::new("tests/base")]);
    let mut plan = world.read("content/plans/mau-2024/plan.yaml").unwrap();
    plan.resize(17 * 1024 * 1024, b'\n');
    world.write("content/plans/mau-2024/plan.yaml", plan);
    assert_eq!(codes(&world), ["file-too-large"]);
}

/// A disk on which one file cannot be read.
struct Locked(MemoryWorld, &'static str);

impl World for Locked {
    fn read(&self, path: &str) -> std::io::Result<Vec<u8>> {
        if path == self.1 { Err(std::io::ErrorKind::PermissionDenied.into()) } else { self.0.read(path) }
    }

    fn list(&self, folder: &str) -> kehoach::world::Listing {
        self.0.list(folder)
    }

    fn today(&self, utc_offset_minutes: i16) -> jiff::civil::Date {
        self.0.today(utc_offset_minutes)
    }
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_nothing_else_is_blamed() {
    let world = Locked(read_portal(&[Path::new("tests/base")]), "content/places/tinh-mau.yaml");
    assert_eq!(codes(&world), ["unreadable-file"]);
    let report = kehoach::check(&world, None).report;
    let message = report.diagnostics[0].message(kehoach::lang::Lang::VI);
    assert_eq!(message, "không đọc được content/places/tinh-mau.yaml: không có quyền");
}

/// A file with one example in place of its mend, wherever that stands: lines of the same indentation, or a part of a line.
fn with_example(file: &str, right: &str, wrong: &str) -> Option<String> {
    if !right.contains('\n') && !wrong.contains('\n') {
        return file.contains(right).then(|| file.replacen(right, wrong, 1));
    }
    let (lines, wanted): (Vec<&str>, Vec<&str>) = (file.lines().collect(), right.lines().collect());
    let at = lines.windows(wanted.len()).position(|window| {
        let indent = window[0].len() - window[0].trim_start().len();
        window.iter().zip(&wanted).all(|(line, wanted)| line.get(indent..) == Some(*wanted))
    })?;
    let indent = &lines[at][..lines[at].len() - lines[at].trim_start().len()];
    let wrong = wrong.lines().map(|line| format!("{indent}{line}"));
    let before = lines[..at].iter().map(ToString::to_string);
    let after = lines[at + wanted.len()..].iter().map(ToString::to_string);
    Some(before.chain(wrong).chain(after).map(|line| line + "\n").collect())
}

#[test]
fn the_example_of_a_code_triggers_it_and_its_mend_does_not() {
    let folders = [Path::new("tests/base"), Path::new("tests/explain")];
    let sound = kehoach::check(&read_portal(&folders), None).report;
    let said = |report: &kehoach::diag::Report| report.diagnostics.iter().map(|d| d.code).collect::<Vec<_>>();
    assert_eq!(said(&sound), [], "the mends stand in this portal");
    let mut files = vec![];
    for folder in folders {
        files.extend(
            files_below(&folder.join("content")).into_iter().map(|file| file.strip_prefix(folder).unwrap().to_owned()),
        );
    }
    let mut missing = Vec::new();
    for code in Code::ALL {
        let entry = code.entry();
        assert!(entry.wrong != entry.right && !entry.wrong.is_empty() && !entry.right.is_empty(), "{code:?}");
        if entry.wrong.starts_with("$ ") {
            assert!(entry.right.starts_with("$ "), "{code:?}");
            continue;
        }
        let triggers = files.iter().any(|path| {
            let mut world = read_portal(&folders);
            let path = path.to_str().unwrap();
            let file = world.read(path).unwrap();
            let Some(broken) = std::str::from_utf8(&file).ok().and_then(|f| with_example(f, entry.right, entry.wrong))
            else {
                return false;
            };
            world.write(path, broken);
            said(&kehoach::check(&world, None).report).contains(code)
        });
        if !triggers {
            missing.push((code, entry.wrong, entry.right));
        }
    }
    assert!(
        missing.is_empty(),
        "tests/explain holds no such mend, or the example triggers something else: {missing:#?}"
    );
}

#[test]
fn the_page_of_diagnostics_is_current() {
    let page = kehoach::diag::codes_as_markdown();
    if std::env::var_os("KEHOACH_BLESS").is_some() {
        fs::write("docs/diagnostics.md", &page).unwrap();
    }
    let current = fs::read_to_string("docs/diagnostics.md").unwrap_or_default() == page;
    assert!(current, "docs/diagnostics.md is out of date: KEHOACH_BLESS=1 cargo test --test codes");
}
