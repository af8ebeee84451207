//! Whatever an editor does to a file, kehoach says what is wrong and where, in both languages, or builds: it never
//! panics. The mutations are the same in every run.

mod support;

use kehoach::BuildOptions;
use kehoach::diag::{Diagnostic, Report, Severity, Sources, to_human, to_json};
use kehoach::lang::Lang;
use kehoach::world::{MemoryWorld, World};
use rayon::prelude::*;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use support::{Dice, placeholders, read_portal};

/// Marks that mean something to YAML, Markdown or templates.
const MARKS: [&str; 27] = [
    ":", ": ", "#", " #", "&", "*", "!", "|", ">", "{", "}", "[", "]", "\"", "'", "\t", "-", "- ", "%", "@", "`", ",",
    "?", "---\n", "\u{feff}", "\0", "\r",
];

/// What is done to a file.
#[derive(Debug, Clone, Copy)]
enum Mutation {
    Truncate,
    DeleteLine,
    DoubleLine,
    Unindent,
    EmptyValue,
    RenameField,
    SwapCharacters,
    DeleteByte,
    RandomBytes,
    Insert(&'static str),
}

const MUTATIONS: [Mutation; 9] = [
    Mutation::Truncate,
    Mutation::DeleteLine,
    Mutation::DoubleLine,
    Mutation::Unindent,
    Mutation::EmptyValue,
    Mutation::RenameField,
    Mutation::SwapCharacters,
    Mutation::DeleteByte,
    Mutation::RandomBytes,
];

/// A file after a mutation in one of its lines.
fn mutate(bytes: &[u8], line: usize, mutation: Mutation, dice: &mut Dice) -> Vec<u8> {
    let mut lines: Vec<Vec<u8>> = bytes.split_inclusive(|b| *b == b'\n').map(<[u8]>::to_vec).collect();
    let Some(there) = lines.get_mut(line) else { return bytes.to_vec() };
    let at = dice.below(there.len());
    match mutation {
        Mutation::Truncate => lines.truncate(line),
        Mutation::DeleteLine => _ = lines.remove(line),
        Mutation::DoubleLine => {
            let again = there.clone();
            lines.insert(line, again);
        }
        Mutation::Unindent => {
            let blanks = there.iter().take_while(|b| **b == b' ').count();
            there.drain(..blanks / 2);
        }
        Mutation::EmptyValue => {
            if let Some(colon) = there.iter().position(|b| *b == b':') {
                there.splice(colon + 1.., *b"\n");
            }
        }
        Mutation::RenameField => {
            let blanks = there.iter().take_while(|b| b" -".contains(b)).count();
            there.insert(blanks, b'x');
        }
        Mutation::SwapCharacters => {
            let mut letters: Vec<char> = String::from_utf8_lossy(there).chars().collect();
            let other = dice.below(letters.len());
            let at = at % letters.len().max(1);
            letters.swap(at, other);
            *there = letters.into_iter().collect::<String>().into_bytes();
        }
        Mutation::DeleteByte => _ = there.remove(at),
        Mutation::RandomBytes => {
            for _ in 0..3 {
                let byte = u8::try_from(dice.below(256)).unwrap();
                there.insert(at, byte);
            }
        }
        Mutation::Insert(mark) => _ = there.splice(at..at, mark.bytes()),
    }
    lines.concat()
}

/// What is amiss with how something was reported.
fn amiss(report: &Report, sources: &Sources) -> Option<String> {
    let errors: Vec<_> = report.diagnostics.iter().filter(|d| d.code.entry().severity == Severity::Error).collect();
    if !errors.is_empty() && !errors.iter().any(|d| d.span.is_some()) {
        return Some(format!("no error has a place: {errors:?}"));
    }
    report.diagnostics.iter().find_map(|diagnostic| badly_said(diagnostic, sources))
}

fn badly_said(diagnostic: &Diagnostic, sources: &Sources) -> Option<String> {
    let entry = diagnostic.code.entry();
    for template in [entry.message_vi, entry.message_en, entry.help_vi, entry.help_en] {
        for name in placeholders(template) {
            if !diagnostic.args.iter().any(|(arg, _)| *arg == name) {
                return Some(format!("nothing fills {{{name}}} of {}", entry.name));
            }
        }
    }
    for lang in [Lang::VI, Lang::EN] {
        let (message, help) = (diagnostic.message(lang), diagnostic.help(lang));
        let shown = to_human(diagnostic, sources, lang, false);
        let place = to_json(diagnostic, sources, lang)["place"].clone();
        if message.trim().is_empty() || help.trim().is_empty() || !shown.contains(entry.name) {
            return Some(format!("{} says {message:?} and helps {help:?} in {lang}", entry.name));
        }
        if diagnostic.span.is_some() && (place["line"].as_u64() < Some(1) || place["column"].as_u64() < Some(1)) {
            return Some(format!("{} stands at {place}", entry.name));
        }
    }
    for span in [diagnostic.span, diagnostic.related].into_iter().flatten() {
        let text = sources.text(span.file);
        let (start, end) = (span.start as usize, (span.start + span.len) as usize);
        if !text.is_char_boundary(start) || !text.is_char_boundary(end) {
            return Some(format!("{} marks {start}..{end} of {} bytes", entry.name, text.len()));
        }
    }
    None
}

/// Checks a world, and builds some of those in which nothing is wrong; what is amiss, if anything.
fn try_out(world: &MemoryWorld, build: bool) -> Option<String> {
    let tried = catch_unwind(AssertUnwindSafe(|| {
        let checked = kehoach::check(world, None);
        let amiss = amiss(&checked.report, &checked.sources);
        if amiss.is_some() || checked.report.has_errors() || !build {
            return amiss;
        }
        let built = kehoach::build(world, &BuildOptions::default(), &|_| Ok(()));
        self::amiss(&built.report, &built.sources)
    }));
    tried.unwrap_or_else(|_| Some("a panic".to_owned()))
}

/// Tries every mutation on every `step`th line of these files, each mark on one line of each.
fn torture(portal: &MemoryWorld, files: &[String], step: usize) {
    let mut dice = Dice(0x2023_0520);
    let mut mutants = Vec::new();
    for path in files {
        let bytes = portal.read(path).unwrap();
        let lines = bytes.split_inclusive(|b| *b == b'\n').count();
        let everywhere = (0..lines).step_by(step).flat_map(|line| MUTATIONS.map(|mutation| (line, mutation)));
        let marks = MARKS.map(|mark| (dice.below(lines), Mutation::Insert(mark)));
        for (line, mutation) in everywhere.chain(marks).collect::<Vec<_>>() {
            let build = dice.below(8) == 0;
            mutants.push((path, line, mutation, mutate(&bytes, line, mutation, &mut dice), build));
        }
    }
    assert!(mutants.len() > 300, "only {} mutations", mutants.len());
    let failures: Vec<_> = mutants
        .par_iter()
        .filter_map(|(path, line, mutation, bytes, build)| {
            let mut world = portal.clone();
            world.write(path, bytes.clone());
            Some(format!("{path}, line {}, {mutation:?}: {}", line + 1, try_out(&world, *build)?))
        })
        .collect();
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), mutants.len(), failures.join("\n"));
}

fn files(portal: &MemoryWorld, folder: &str) -> Vec<String> {
    let text = |path: &String| [".yaml", ".md", ".html"].iter().any(|end| path.ends_with(end));
    portal.list(folder).files.into_iter().filter(text).collect()
}

#[test]
fn a_small_portal_survives_every_mutation() {
    let portal = read_portal(&[Path::new("tests/base"), Path::new("tests/cases/page/headings-tables-and-raw-html")]);
    torture(&portal, &files(&portal, "content"), 2);
}

#[test]
fn the_real_portal_survives_mutations() {
    let portal = read_portal(&[Path::new(".")]);
    torture(&portal, &files(&portal, "content/plans"), 400);
}
