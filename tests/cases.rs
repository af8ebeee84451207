//! Behaviour of the whole pipeline: every folder `tests/cases/<feature>/<case>/` is laid over `tests/base/` and built in
//! memory. Beside the input stand
//!
//! - `diagnostics.txt`: what is reported, in Vietnamese and in English; absent where nothing is;
//! - `fidelity.txt`, below `tests/cases/fidelity/`: what `check --fidelity` counts; there it reports, too;
//! - `site/<path>.txt`: the visible text of the page `<path>`, or, if it is no page, the file itself.
//!
//! `KEHOACH_BLESS=1 cargo test --test cases` writes what came out into these files; to take a page in, create its file
//! empty first. Then read the difference.

mod support;

use kehoach::BuildOptions;
use kehoach::diag::{Report, Severity, Sources, to_human};
use kehoach::lang::Lang;
use kehoach::world::MemoryWorld;
use std::fs;
use std::path::{Path, PathBuf};
use support::{build, files_below, main_text, read_portal};

fn diagnostics(report: &Report, sources: &Sources) -> String {
    let mut out = String::new();
    for lang in [Lang::VI, Lang::EN] {
        for diagnostic in &report.diagnostics {
            out.push_str(&to_human(diagnostic, sources, lang, false));
            out.push_str("\n\n");
        }
    }
    out.trim_end().to_owned()
}

/// Compares, or with `KEHOACH_BLESS` writes, one expected file; an empty one that should not be there is removed.
fn expect(path: &Path, actual: &str, failures: &mut Vec<String>) {
    let actual = if actual.is_empty() { String::new() } else { format!("{}\n", actual.trim_end()) };
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == actual {
        return;
    }
    if std::env::var_os("KEHOACH_BLESS").is_some() {
        if actual.is_empty() {
            let _ = fs::remove_file(path);
        } else {
            fs::write(path, actual).unwrap();
        }
        return;
    }
    let difference = difference(&expected, &actual);
    failures.push(format!("{}\n{difference}", path.display()));
}

fn difference(expected: &str, actual: &str) -> String {
    let (expected, actual): (Vec<_>, Vec<_>) = (expected.lines().collect(), actual.lines().collect());
    let same = expected.iter().zip(&actual).take_while(|(a, b)| a == b).count();
    let show = |sign: char, lines: &[&str]| {
        lines.iter().skip(same).take(12).map(|line| format!("  {sign} {line}\n")).collect::<String>()
    };
    format!("  from line {}:\n{}{}", same + 1, show('-', &expected), show('+', &actual))
}

fn run(case: &Path, failures: &mut Vec<String>) {
    let world = read_portal(&[Path::new("tests/base"), case]);
    if case.parent().is_some_and(|feature| feature.ends_with("fidelity")) {
        return compare(case, &world, failures);
    }
    let (built, files) = build(&world, &BuildOptions::default());
    expect(&case.join("diagnostics.txt"), &diagnostics(&built.report, &built.sources), failures);
    let errors = built.report.count(Severity::Error);
    let site = case.join("site");
    for expected in files_below(&site) {
        let path = expected.strip_prefix(&site).unwrap().to_str().unwrap();
        let path = path.strip_suffix(".txt").expect("expected files end in .txt");
        let actual = match files.get(path) {
            _ if errors > 0 => "(nothing is published)".to_owned(),
            None => "(there is no such file)".to_owned(),
            Some(bytes) if path.ends_with(".html") => main_text(std::str::from_utf8(bytes).unwrap()),
            Some(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        };
        expect(&expected, &actual, failures);
    }
}

fn compare(case: &Path, world: &MemoryWorld, failures: &mut Vec<String>) {
    let (checked, compared) = kehoach::check_fidelity(world, None);
    expect(&case.join("diagnostics.txt"), &diagnostics(&checked.report, &checked.sources), failures);
    let counted: String = compared.iter().map(|of| format!("{}: {:?}\n", of.plan, of.outcome)).collect();
    expect(&case.join("fidelity.txt"), &counted, failures);
}

/// The folders two levels below `tests/cases`; `KEHOACH_CASE` picks those whose path holds it.
fn cases() -> Vec<PathBuf> {
    let wanted = std::env::var("KEHOACH_CASE").unwrap_or_default();
    let below = |folder: &Path| -> Vec<PathBuf> {
        let mut folders: Vec<_> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect();
        folders.sort();
        folders
    };
    let all = below(Path::new("tests/cases")).iter().flat_map(|feature| below(feature)).collect::<Vec<_>>();
    all.into_iter().filter(|case| case.to_string_lossy().contains(&wanted)).collect()
}

#[test]
fn every_case_comes_out_as_written_beside_it() {
    let mut failures = Vec::new();
    let cases = cases();
    assert!(!cases.is_empty(), "no case");
    for case in &cases {
        run(case, &mut failures);
    }
    assert!(failures.is_empty(), "{} of {} cases differ:\n\n{}", failures.len(), cases.len(), failures.join("\n"));
}

#[test]
fn the_base_of_all_cases_is_sound() {
    let (built, files) = build(&read_portal(&[Path::new("tests/base")]), &BuildOptions::default());
    assert_eq!(diagnostics(&built.report, &built.sources), "");
    assert!(files.contains_key("index.html") && files.contains_key("en/index.html"));
}
