//! The rows of the glossary that are marked `fixed`: where content or a string of the theme has the Vietnamese term, its
//! English has the English one.
//!
//! Of terms that stand in one another the longest counts: "Sở Kế hoạch và Đầu tư" is no "Kế hoạch". A term that begins
//! with a capital is met only where the text has one too: "cơ sở y tế" is no "Sở Y tế". Capitals otherwise, plurals,
//! genitives, Markdown and the two ways of setting a tone mark (Uỷ, Ủy) make no difference.

mod support;

use kehoach::diag::{FileId, Report, Sources, Span};
use kehoach::yaml::{self, Kind, Node};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use support::files_below;

/// How a note begins that marks its row.
const MARK: &str = "`fixed`";

/// How many words a term has at most.
const LONGEST: usize = 20;

/// A row of the glossary.
struct Term {
    vietnamese: Vec<String>,
    english: Vec<String>,
    shown: String,
    fixed: bool,
}

/// A text in both languages, and where it stands.
struct Pair {
    vietnamese: String,
    english: String,
    file: String,
    line: u32,
}

fn glossary() -> Vec<Term> {
    let page = std::fs::read_to_string("docs/glossary.md").unwrap();
    let rows = page.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let rows = rows.filter_map(|row| {
        let cells: Vec<&str> = row.split(" | ").map(str::trim).collect();
        let [vietnamese, english, note, ..] = cells[..] else { return None };
        Some(Term {
            vietnamese: words(&without_brackets(vietnamese)),
            english: stems(&without_brackets(english)),
            shown: format!("{vietnamese} = {english}"),
            fixed: note.starts_with(MARK),
        })
    });
    rows.collect()
}

/// "Ministry of Labour, Invalids and Social Affairs (MOLISA)" stands without its abbreviation too.
fn without_brackets(cell: &str) -> String {
    cell.split_once(" (").map_or(cell, |(before, _)| before).to_owned()
}

fn words(text: &str) -> Vec<String> {
    let inside = |c: char| c.is_alphanumeric() || c == '’' || c == '\'';
    let words = text.split(|c| !inside(c)).map(|word| word.trim_matches(['’', '\'']));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A word without capitals, tone marks set in one way: `uỷ` and `ủy` are the same.
fn small(word: &str) -> String {
    const MARKS: [(&str, &str, &str); 3] =
        [("o a", "òóỏõọ", "àáảãạ"), ("o e", "òóỏõọ", "èéẻẽẹ"), ("u y", "ùúủũụ", "ỳýỷỹỵ")];
    let mut word = word.to_lowercase();
    for (letters, early, late) in MARKS {
        let (first, last) = letters.split_once(' ').unwrap();
        for (early, late) in early.chars().zip(late.chars()) {
            word = word.replace(&format!("{first}{late}"), &format!("{early}{last}"));
        }
    }
    word
}

/// The words of an English text without capitals, plurals and genitives.
fn stems(text: &str) -> Vec<String> {
    words(&text.replace('\'', "’")).iter().map(|word| stem(&word.to_lowercase())).collect()
}

fn stem(word: &str) -> String {
    let word = word.strip_suffix("’s").unwrap_or(word);
    if let Some(start) = word.strip_suffix("ies").filter(|start| start.len() > 1) {
        return format!("{start}y");
    }
    if let Some(start) = word.strip_suffix("es").filter(|start| start.ends_with(['x', 's']) || start.ends_with("ch")) {
        return start.to_owned();
    }
    word.strip_suffix('s').filter(|start| start.len() > 2 && !start.ends_with('s')).unwrap_or(word).to_owned()
}

/// The text without the addresses of its links.
fn without_links(text: &str) -> String {
    let mut parts = text.split("](");
    let first = parts.next().unwrap_or_default().replace('[', "");
    parts.fold(first, |out, part| out + part.split_once(')').map_or(part, |(_, after)| after).replace('[', "").as_str())
}

/// The fixed terms of a text, longest first at each place; a longer term that is not fixed hides what stands in it.
fn fixed_in<'t>(text: &str, terms: &'t BTreeMap<Vec<String>, &'t Term>) -> Vec<&'t Term> {
    let text = words(&without_links(text));
    let folded: Vec<String> = text.iter().map(|word| small(word)).collect();
    let (mut at, mut found) = (0, Vec::new());
    while at < text.len() {
        let lengths = (1..=LONGEST.min(text.len() - at)).rev();
        let longest = lengths.filter_map(|length| terms.get(&folded[at..at + length])).find(|term| {
            let capital = |word: &String| word.starts_with(char::is_uppercase);
            !capital(&term.vietnamese[0]) || capital(&text[at])
        });
        at += longest.map_or(1, |term| term.vietnamese.len());
        found.extend(longest.filter(|term| term.fixed));
    }
    found
}

fn wrong(pairs: &[Pair], terms: &[Term]) -> Vec<String> {
    let lower = |term: &Term| term.vietnamese.iter().map(|word| small(word)).collect();
    let terms: BTreeMap<Vec<String>, &Term> = terms.iter().map(|term| (lower(term), term)).collect();
    let mut wrong = Vec::new();
    for pair in pairs {
        let english = stems(&without_links(&pair.english));
        for term in fixed_in(&pair.vietnamese, &terms) {
            if !english.windows(term.english.len()).any(|words| words == term.english) {
                wrong.push(format!("{}:{}: {}: {}", pair.file, pair.line, term.shown, pair.english));
            }
        }
    }
    wrong.dedup();
    wrong
}

fn read(path: &Path, sources: &mut Sources) -> (FileId, Node) {
    let mut report = Report::default();
    let file = yaml::decode(&path.to_string_lossy(), std::fs::read(path).unwrap(), sources, &mut report);
    let node = file.and_then(|file| yaml::parse(sources, file, &mut report));
    (file.unwrap(), node.unwrap_or_else(|| panic!("{}: {:?}", path.display(), report.diagnostics)))
}

/// Every scalar below a node with the fields that lead to it.
fn scalars(node: &Node, path: &str, take: &mut dyn FnMut(&str, &str, Span)) {
    match &node.kind {
        Kind::Null => {}
        Kind::Scalar(scalar) => take(path, &scalar.text, node.span),
        Kind::List(list) => {
            list.iter().enumerate().for_each(|(at, node)| scalars(node, &format!("{path}/{at}"), take));
        }
        Kind::Map(fields) => {
            fields.iter().for_each(|(key, node)| scalars(node, &format!("{path}/{}", key.text), take));
        }
    }
}

/// What stands under `vi:` and beside it under `en:`.
fn content_pairs() -> Vec<Pair> {
    let mut pairs = Vec::new();
    let is_yaml = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "yaml");
    for path in files_below(Path::new("content")).into_iter().filter(is_yaml) {
        let mut sources = Sources::default();
        let (_, node) = read(&path, &mut sources);
        let mut texts = BTreeMap::new();
        scalars(&node, "", &mut |path, text, span| _ = texts.insert(path.to_owned(), (text.to_owned(), span)));
        for (at, (vietnamese, span)) in &texts {
            if let Some((english, _)) = at.strip_suffix("/vi").and_then(|at| texts.get(&format!("{at}/en"))) {
                pairs.push(pair(vietnamese, english, &path, &sources, *span));
            }
        }
    }
    pairs
}

/// The strings of the default theme, those with several forms by their last.
fn theme_pairs() -> Vec<Pair> {
    let file = |lang: &str| PathBuf::from(format!("themes/default/strings/{lang}.yaml"));
    let mut sources = Sources::default();
    let strings = |lang: &str, sources: &mut Sources| {
        let mut strings = BTreeMap::new();
        scalars(&read(&file(lang), sources).1, "", &mut |path, text, span| {
            let path = path.trim_end_matches("/one").trim_end_matches("/other");
            strings.insert(path.to_owned(), (text.to_owned(), span));
        });
        strings
    };
    let (vietnamese, english) = (strings("vi", &mut sources), strings("en", &mut sources));
    let pairs = vietnamese.iter().filter_map(|(at, (text, span))| {
        let (english, _) = english.get(at)?;
        Some(pair(text, english, &file("vi"), &sources, *span))
    });
    pairs.collect()
}

fn pair(vietnamese: &str, english: &str, path: &Path, sources: &Sources, span: Span) -> Pair {
    let line = u32::try_from(sources.position(span).line).unwrap();
    Pair { vietnamese: vietnamese.to_owned(), english: english.to_owned(), file: path.display().to_string(), line }
}

#[test]
fn every_fixed_term_is_translated_as_the_glossary_says() {
    let terms = glossary();
    assert!(terms.iter().filter(|term| term.fixed).count() > 50, "hardly a row of docs/glossary.md is marked {MARK}");
    let mut pairs = content_pairs();
    pairs.extend(theme_pairs());
    assert!(pairs.len() > 500, "only {} texts were found", pairs.len());
    let wrong = wrong(&pairs, &terms);
    assert!(wrong.is_empty(), "{} texts:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_longest_term_wins_and_plurals_genitives_and_marks_make_no_difference() {
    let term = |vietnamese: &str, english: &str, fixed| Term {
        vietnamese: words(vietnamese),
        english: stems(english),
        shown: vietnamese.to_owned(),
        fixed,
    };
    let terms = [
        term("Kế hoạch", "Plan", true),
        term("Sở Kế hoạch và Đầu tư", "Department of Planning and Investment", false),
        term("Ủy ban nhân dân", "People’s Committee", true),
        term("Sở Y tế", "Department of Health", true),
    ];
    let found = |vietnamese: &str, english: &str| {
        let pair =
            Pair { vietnamese: vietnamese.to_owned(), english: english.to_owned(), file: "a".to_owned(), line: 1 };
        wrong(&[pair], &terms).len()
    };
    assert_eq!(found("Sở Kế hoạch và Đầu tư", "Department of Planning"), 0);
    assert_eq!(found("[Kế hoạch](plan:a) số 1", "The programme"), 1);
    assert_eq!(found("Uỷ ban nhân dân các xã", "The communes’ People's Committees"), 0);
    assert_eq!(found("UỶ BAN NHÂN DÂN", "Popular Committee"), 1);
    assert_eq!(found("cơ sở y tế", "health facilities"), 0);
    assert_eq!(found("Các Sở Y tế", "Departments of Health"), 0);
}
