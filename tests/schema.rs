//! The schemas for editors: yaml-language-server, which VS Code's YAML extension runs, takes all real content, and marks
//! what the program refuses. What it answers is asked through `tests/web/editor.mjs`.

mod support;

use kehoach::diag::{Report, Sources};
use kehoach::load::{self, Record, Shape};
use kehoach::world::{MemoryWorld, World};
use kehoach::{schema, starter};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What an editor says of a file.
#[derive(Debug, Deserialize)]
struct Answer {
    problems: Vec<Value>,
    completions: Vec<String>,
    hover: String,
}

fn editor(questions: &[Value]) -> Vec<Answer> {
    support::npm("yaml-language-server/bin/yaml-language-server");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/web/editor.mjs");
    let mut node = Command::new("node").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    node.stdin.take().unwrap().write_all(Value::from(questions).to_string().as_bytes()).unwrap();
    let output = node.wait_with_output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The starter portal in a folder, by the real writer.
fn portal() -> (tempfile::TempDir, PathBuf) {
    let root = tempfile::tempdir().unwrap();
    let dir = root.path().join("cong");
    starter::write(&dir).unwrap();
    (root, dir)
}

fn yaml_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = support::files_below(folder);
    files.retain(|file| file.extension().is_some_and(|end| end == "yaml"));
    files
}

/// The schema that a file of content must name.
fn schema_name(file: &Path) -> &str {
    let stem = file.file_stem().unwrap().to_str().unwrap();
    if file.parent().unwrap().ends_with("places") { "place" } else { stem }
}

#[test]
fn the_shipped_schemas_are_those_of_the_decoders() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schemas");
    for (name, text) in schema::schemas() {
        let path = folder.join(name);
        if std::env::var_os("KEHOACH_BLESS").is_some() {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, &text).unwrap();
        }
        let shipped = fs::read_to_string(&path).unwrap_or_default();
        assert!(shipped == text, "{} is old: KEHOACH_BLESS=1 cargo test --test schema", path.display());
    }
}

#[test]
fn every_content_file_names_its_schema_and_an_editor_finds_nothing_wrong() {
    let (_root, portal) = portal();
    let mut files = yaml_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    files.extend(yaml_below(&portal.join("content")));
    assert!(files.len() > 8);
    let mut questions = Vec::new();
    for file in &files {
        let text = fs::read_to_string(file).unwrap();
        let first = text.lines().next().unwrap();
        let named =
            first.strip_prefix("# yaml-language-server: $schema=").unwrap_or_else(|| panic!("{file:?}: {first}"));
        let schema = file.parent().unwrap().join(named);
        assert!(schema.is_file(), "{} names {named}", file.display());
        assert_eq!(schema.file_stem().unwrap(), schema_name(file), "{}", file.display());
        questions.push(json!({"file": file, "text": text}));
    }
    questions.extend(page_heads(&portal));
    questions.extend(sound_cases(&portal));
    for (question, answer) in questions.iter().zip(editor(&questions)) {
        assert!(answer.problems.is_empty(), "{}: {:?}", question["file"], answer.problems);
    }
}

/// The content of `tests/cases/` of which nothing is reported, as files that name their schema.
fn sound_cases(portal: &Path) -> Vec<Value> {
    let sound = |file: &PathBuf| !file.ancestors().any(|folder| folder.join("diagnostics.txt").is_file());
    let mut files = yaml_below(Path::new("tests/cases"));
    files.retain(|file| sound(file) && file.components().any(|part| part.as_os_str() == "content"));
    files.extend(yaml_below(Path::new("tests/base")));
    let question = |file: &PathBuf| {
        let text = fs::read_to_string(file).unwrap();
        let schema = portal.join(format!("schemas/{}.json", schema_name(file)));
        let text =
            format!("# yaml-language-server: $schema={}\n{}", schema.display(), text.trim_start_matches('\u{feff}'));
        json!({"file": file, "text": text})
    };
    files.iter().filter(|file| !fs::read_to_string(file).unwrap().starts_with('(')).map(question).collect()
}

/// The heads of the portal's pages, as files that name their schema.
fn page_heads(portal: &Path) -> Vec<Value> {
    let files = support::files_below(&portal.join("content/pages"));
    let head = |file: &PathBuf| {
        let text = fs::read_to_string(file).unwrap();
        let head = text.split("---\n").nth(1).unwrap();
        json!({"file": file, "text": format!("# yaml-language-server: $schema=../../schemas/page.json\n{head}")})
    };
    files.iter().map(head).collect()
}

#[test]
fn an_editor_completes_and_explains_in_both_languages() {
    let (_root, portal) = portal();
    let file = portal.join("content/plans/ke-hoach-mau/plan.yaml");
    let text = fs::read_to_string(&file).unwrap();
    let line = |start: &str| text.lines().position(|line| line.trim_start().starts_with(start)).unwrap();
    let roles = text.replace("- role: lead", "- role: ");
    let role = text.lines().nth(line("- role: lead")).unwrap().find("lead").unwrap();
    let fields = text.replace("\nprogress: none\n", "\np\n");
    let answers = editor(&[
        json!({"file": file.with_extension("1.yaml"), "text": roles, "complete": [line("- role: lead"), role]}),
        json!({"file": file.with_extension("2.yaml"), "text": fields, "complete": [line("progress: none"), 1]}),
        json!({"file": file.with_extension("3.yaml"), "text": text, "hover": [line("progress: none"), 2]}),
    ]);
    assert_eq!(answers[0].completions, ["lead", "coordinate", "assigned", "requested"]);
    for field in ["progress", "publish"] {
        assert!(answers[1].completions.iter().any(|label| label == field), "{:?}", answers[1].completions);
    }
    let hover = &answers[2].hover;
    assert!(hover.contains("cổng này giữ số liệu") && hover.contains("this portal keeps"), "{hover}");
}

/// One way of breaking a file: what was done, and what the file then holds.
struct Break {
    what: String,
    content: Value,
}

/// Every field of a tree broken in several ways, once for each path.
fn breaks(content: &Value) -> Vec<Break> {
    let mut seen = BTreeSet::new();
    let mut paths = Vec::new();
    walk(content, &mut Vec::new(), &mut |path| {
        let plain: Vec<&str> = path.iter().map(|step| step.trim_start_matches(char::is_numeric)).collect();
        if seen.insert(plain.join(".")) {
            paths.push(path.to_vec());
        }
    });
    let mut breaks = Vec::new();
    for path in paths {
        let (field, parents) = path.split_last().unwrap();
        let mut add = |how: &str, change: &dyn Fn(&mut Map<String, Value>)| {
            let mut content = content.clone();
            let pointer = parents.iter().map(|step| format!("/{step}")).collect::<String>();
            change(content.pointer_mut(&pointer).unwrap().as_object_mut().unwrap());
            breaks.push(Break { what: format!("{} {how}", path.join(".")), content });
        };
        add("removed", &|map| _ = map.remove(field));
        add("renamed", &|map| {
            let value = map.remove(field).unwrap();
            map.insert(format!("{field}-x"), value);
        });
        for wrong in [json!({"x-y": 1}), json!([["a b"]]), json!("Không: phải!")] {
            add(&format!("= {wrong}"), &|map| _ = map.insert(field.clone(), wrong.clone()));
        }
    }
    breaks
}

/// Calls with the path of every field in a tree.
fn walk(value: &Value, path: &mut Vec<String>, each: &mut dyn FnMut(&[String])) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                path.push(key.clone());
                each(path);
                walk(value, path, each);
                path.pop();
            }
        }
        Value::Array(list) => {
            for (at, value) in list.iter().enumerate() {
                path.push(at.to_string());
                walk(value, path, each);
                path.pop();
            }
        }
        _ => {}
    }
}

/// What the program says of a portal: whether anything is wrong, and whether that is a field, or how a value is written.
fn verdict(world: &MemoryWorld) -> (bool, bool) {
    let (mut sources, mut report) = (Sources::default(), Report::default());
    let raw = load::load(world, &mut sources, &mut report);
    let shape = report.has_errors();
    kehoach::check::check(&raw, &sources, world.today(0), &mut report);
    (report.has_errors(), shape)
}

#[test]
fn the_editor_marks_fields_and_forms_that_the_program_refuses_and_nothing_that_it_takes() {
    let (_root, portal) = portal();
    let mut world = support::read_portal(&[&portal]);
    assert_eq!(verdict(&world), (false, false));
    let (mut questions, mut verdicts) = (Vec::new(), Vec::new());
    for file in yaml_below(&portal.join("content")) {
        let sound = fs::read_to_string(&file).unwrap();
        let content: Value = serde_saphyr::from_str(&sound).unwrap();
        let schema = portal.join(format!("schemas/{}.json", schema_name(&file)));
        let path = file.strip_prefix(&portal).unwrap().to_str().unwrap();
        for (at, Break { what, content }) in breaks(&content).into_iter().enumerate() {
            let text = format!("# yaml-language-server: $schema={}\n{content}\n", schema.display());
            world.write(path, text.clone());
            verdicts.push((format!("{path}: {what}"), verdict(&world)));
            questions.push(json!({"file": file.with_extension(format!("{at}.yaml")), "text": text}));
        }
        world.write(path, sound);
    }
    assert!(questions.len() > 500, "{}", questions.len());
    let mut wrong = Vec::new();
    for (answer, (what, (refused, shape))) in editor(&questions).into_iter().zip(verdicts) {
        let marked = !answer.problems.is_empty();
        if shape && !marked || marked && !refused {
            wrong.push(format!("{what}: refused: {refused}, marked: {:?}", answer.problems));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), questions.len(), wrong.join("\n"));
}

/// Every record that files of content hold.
fn records() -> Vec<Record> {
    fn take(shape: Shape, records: &mut Vec<Record>) {
        match shape {
            Shape::Record(of) => take_record(of(), records),
            Shape::List(of, ..) | Shape::Entries(of) | Shape::ByLanguage(of) => take(of(), records),
            Shape::Either(shapes) => shapes.iter().for_each(|of| take(of(), records)),
            _ => {}
        }
    }
    fn take_record(record: Record, records: &mut Vec<Record>) {
        if records.iter().any(|known| known.name == record.name) {
            return;
        }
        let shapes: Vec<Shape> = record.fields.iter().map(|field| field.shape).collect();
        records.push(record);
        shapes.into_iter().for_each(|shape| take(shape, records));
    }
    let mut records = Vec::new();
    load::files().into_iter().for_each(|(_, record)| take_record(record, &mut records));
    records
}

#[test]
fn the_page_on_the_content_format_names_every_field() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/content.md")).unwrap();
    let names = |name: &str| page.contains(&format!("`{name}`")) || page.contains(&format!("{name}:"));
    let mut missing = Vec::new();
    for record in records() {
        let lacking = record.fields.iter().filter(|field| !names(field.name));
        missing.extend(lacking.map(|field| format!("{}: {}", record.name, field.name)));
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_field_is_explained_in_both_languages() {
    for record in records() {
        for field in &record.fields {
            let about = field.about;
            assert!(
                !about.vi.is_empty() && !about.en.is_empty() && about.vi != about.en,
                "{} {}",
                record.name,
                field.name
            );
        }
    }
}
