//! `kehoach new` and `kehoach schema`, as someone meets them who begins.

mod support;

use assert_cmd::Command;
use std::fs;
use std::path::Path;

/// The program in a system without a language of its own: exit code, standard output and standard error.
fn kehoach(dir: &Path, args: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("kehoach").unwrap();
    for name in ["LANGUAGE", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH"] {
        command.env_remove(name);
    }
    let output = command.env("LC_ALL", "C").args(args).current_dir(dir).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().expect("no panic, no signal"), text(output.stdout), text(output.stderr))
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = entries.collect();
    names.sort();
    names
}

#[test]
fn a_new_portal_is_without_a_warning_and_builds() {
    let root = tempfile::tempdir().unwrap();
    let (code, out, err) = kehoach(root.path(), &["new", "cong", "--lang", "vi"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("Đã tạo cổng thông tin trong cong.") && out.contains("cd cong"), "{out}");
    let dir = root.path().join("cong");
    assert_eq!(names(&dir), [".gitignore", "README.md", "content", "schemas"]);
    let (code, _, err) = kehoach(&dir, &["check", "--strict", "--lang", "en"]);
    assert_eq!((code, err.trim()), (0, "No errors, no warnings."));
    assert_eq!(kehoach(&dir, &["build", "--strict"]).0, 0);
    let ignored = fs::read_to_string(dir.join(".gitignore")).unwrap();
    let made = ["content", "schemas", "README.md", ".gitignore"];
    for name in names(&dir).iter().filter(|name| !made.contains(&name.as_str())) {
        let known =
            |line: &str| line.trim_end_matches(['/', '*']) == name || name.starts_with(line.trim_end_matches('*'));
        assert!(ignored.lines().any(known), "git would take {name}");
    }
    let page = |path: &str| fs::read_to_string(dir.join("public").join(path)).unwrap();
    assert!(page("index.html").contains("tel:111"));
    assert!(page("ke-hoach/ke-hoach-mau/index.html").contains("giả định"));
    assert!(page("en/plans/ke-hoach-mau/index.html").contains("invented"));
}

#[test]
fn the_comments_of_a_new_portal_are_in_both_languages() {
    let root = tempfile::tempdir().unwrap();
    kehoach(root.path(), &["new", "."]);
    let table = |file: &Path| file.extension().is_some_and(|kind| kind == "xlsx");
    for file in support::files_below(&root.path().join("content")).into_iter().filter(|file| !table(file)) {
        let text = fs::read_to_string(&file).unwrap();
        let count = |mark: &str| text.matches(mark).count();
        assert_eq!(count("# VI: "), count("# EN: "), "{}", file.display());
        assert!(count("# VI: ") > 3 || file.extension().unwrap() == "md", "{}", file.display());
    }
}

#[test]
fn a_mistake_in_a_new_portal_is_told_with_its_line() {
    let root = tempfile::tempdir().unwrap();
    kehoach(root.path(), &["new", "cong"]);
    let plan = root.path().join("cong/content/plans/ke-hoach-mau/plan.yaml");
    let text = fs::read_to_string(&plan).unwrap();
    fs::write(&plan, text.replace("\nprogress: none", "\nprogess: none")).unwrap();
    let (code, _, err) = kehoach(root.path(), &["check", "cong", "--lang", "vi"]);
    let line = 1 + text.lines().position(|line| line == "progress: none").unwrap();
    assert_eq!(code, 1);
    assert!(err.contains(&format!("plan.yaml:{line}:1")) && err.contains("progress"), "{err}");
}

#[test]
fn nothing_that_is_there_is_touched() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("full")).unwrap();
    fs::write(root.path().join("full/bai.txt"), "của tôi").unwrap();
    fs::write(root.path().join("file"), "của tôi").unwrap();
    for (dir, lang, words) in [
        ("full", "vi", "full đã có và không trống"),
        ("full", "en", "full is there already and is not empty"),
        ("file", "en", "file is there already"),
    ] {
        let (code, out, err) = kehoach(root.path(), &["new", dir, "--lang", lang]);
        assert_eq!((code, out.as_str()), (3, ""));
        assert!(err.contains(words), "{err}");
    }
    assert_eq!(names(root.path()), ["file", "full"]);
    assert_eq!(names(&root.path().join("full")), ["bai.txt"]);
}

#[test]
fn an_empty_folder_and_one_with_just_a_repository_will_do() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("empty")).unwrap();
    fs::create_dir_all(root.path().join("repository/.git")).unwrap();
    assert_eq!(kehoach(root.path(), &["new", "empty"]).0, 0);
    assert_eq!(kehoach(root.path(), &["new", "repository"]).0, 0);
    assert_eq!(kehoach(root.path(), &["new", "in/a/new/folder"]).0, 0);
}

#[test]
fn what_cannot_be_written_is_told_and_leaves_nothing() {
    let root = tempfile::tempdir().unwrap();
    fs::write(root.path().join("file"), "").unwrap();
    let (code, _, err) = kehoach(root.path(), &["new", "file/in/it", "--lang", "en"]);
    assert_eq!(code, 3, "{err}");
    assert_eq!(names(root.path()), ["file"]);
}

#[test]
fn a_folder_must_be_named() {
    let root = tempfile::tempdir().unwrap();
    let (code, _, err) = kehoach(root.path(), &["new", "--lang", "vi"]);
    assert_eq!(code, 2);
    assert!(err.contains("cần thêm <THƯ MỤC>"), "{err}");
}

#[test]
fn schemas_are_written_over_old_ones_and_beside_other_files() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("schemas")).unwrap();
    fs::write(root.path().join("schemas/plan.json"), "cũ").unwrap();
    fs::write(root.path().join("schemas/ghi-chu.txt"), "của tôi").unwrap();
    let (code, out, _) = kehoach(root.path(), &["schema", "--lang", "en"]);
    assert_eq!((code, out.as_str()), (0, "Wrote the schemas into schemas/\n"));
    let files =
        ["documents.json", "ghi-chu.txt", "indicators.json", "page.json", "place.json", "plan.json", "site.json"];
    assert_eq!(names(&root.path().join("schemas")), files);
    assert_eq!(kehoach(root.path(), &["schema", "--out", "a/b"]).0, 0);
    let read = |path: &str| fs::read(root.path().join(path)).unwrap();
    assert_eq!(read("schemas/plan.json"), read("a/b/plan.json"));
    assert_eq!(kehoach(root.path(), &["schema", "--out", "schemas/plan.json"]).0, 3);
}
