//! Who may know whom: the way of the data can be read from the folders because each folder keeps to this list.

mod support;

use std::collections::BTreeSet;
use std::path::Path;

/// Each folder of `src/` with the folders that it may name, in the order of the data. Vocabulary first.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("lang", &[]),
    ("diag", &["lang"]),
    ("world", &["diag"]),
    ("model", &["lang", "diag"]),
    ("yaml", &["lang", "diag"]),
    ("markup", &["lang"]),
    ("chart", &["lang"]),
    ("card", &[]),
    ("load", &["lang", "diag", "world", "model", "yaml", "markup"]),
    ("check", &["lang", "diag", "model", "markup", "load"]),
    ("fidelity", &["lang", "diag", "model", "markup", "load"]),
    ("measure", &["lang", "model"]),
    ("export", &["lang", "model", "markup", "measure"]),
    ("outline", &["lang", "diag", "model", "markup", "chart", "measure", "export"]),
    ("render", &["lang", "diag", "world", "model", "yaml", "markup", "card", "outline"]),
    ("search", &["lang", "model", "outline"]),
    ("offline", &["diag", "model", "outline", "render"]),
    ("schema", &["load"]),
    ("starter", &["schema"]),
    ("publish", &["diag", "model"]),
    (
        "preview",
        &["lang", "diag", "world", "model", "load", "measure", "export", "outline", "offline", "render", "search"],
    ),
    ("cli", &["lang", "diag", "world", "check", "fidelity", "outline", "publish", "schema", "starter", "preview"]),
];

/// The folders that a source names after `crate::`.
fn named(source: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for after in source.split("crate::").skip(1) {
        let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
        match after.strip_prefix('{') {
            // `use crate::{a::X, b::{Y, Z}}`: the words at the first level of braces.
            Some(list) => {
                let mut depth = 0;
                let mut start = true;
                for (at, c) in list.char_indices() {
                    match c {
                        '{' => depth += 1,
                        '}' if depth == 0 => break,
                        '}' => depth -= 1,
                        ',' if depth == 0 => start = true,
                        c if start && depth == 0 && c.is_alphanumeric() => {
                            names.insert(word(&list[at..]));
                            start = false;
                        }
                        _ => {}
                    }
                }
            }
            None => _ = names.insert(word(after)),
        }
    }
    names
}

#[test]
fn a_stage_names_only_the_vocabulary_and_what_it_is_handed() {
    let mut wrong = Vec::new();
    for (folder, allowed) in MAY_NAME {
        let files = support::files_below(&Path::new("src").join(folder));
        assert!(!files.is_empty(), "src/{folder} is empty");
        // Unit tests make what they need.
        let is_source = |file: &&std::path::PathBuf| {
            let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            name.ends_with(".rs") && !name.ends_with("tests.rs")
        };
        for file in files.iter().filter(is_source) {
            let source = std::fs::read_to_string(file).unwrap();
            for name in named(&source) {
                let is_folder = MAY_NAME.iter().any(|(of, _)| *of == name);
                if is_folder && name != *folder && !allowed.contains(&name.as_str()) {
                    wrong.push(format!("{} names {name}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_folder_has_its_rule() {
    for entry in std::fs::read_dir("src").unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        assert!(!path.is_dir() || MAY_NAME.iter().any(|(of, _)| *of == name), "src/{name} has no rule");
    }
}

#[test]
fn the_rule_sees_every_way_of_naming() {
    let names = named("use crate::{load::X, check::{a, b}, diag};\nlet x = crate::model::Y;");
    assert_eq!(names.into_iter().collect::<Vec<_>>(), ["check", "diag", "load", "model"]);
}
