//! What happens to the published folder: swapped in whole, never mixed, never somebody else's.

use kehoach::diag::{Code, Diagnostic};
use kehoach::lang::Lang;
use kehoach::model::Artifact;
use kehoach::publish::{MARKER, Staging};
use std::fs;
use std::path::Path;

fn artifact(path: &str, text: &str) -> Artifact {
    Artifact { path: path.to_owned(), bytes: text.into() }
}

fn publish(target: &Path, files: &[(&str, &str)]) -> Result<(), Diagnostic> {
    let staging = Staging::begin(target)?;
    for (path, text) in files {
        staging.write(&artifact(path, text))?;
    }
    staging.commit()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn a_new_site_takes_the_place_of_the_old_one_whole() {
    let root = tempfile::tempdir().unwrap();
    let site = root.path().join("a/b/site");
    publish(&site, &[("index.html", "one"), ("en/index.html", "one"), ("gone/index.html", "")]).unwrap();
    publish(&site, &[("index.html", "two"), ("en/plans/index.html", "two")]).unwrap();
    assert_eq!(names(&site), [MARKER, "en", "index.html"]);
    assert_eq!(read(site.join("en/plans/index.html")), "two");
    assert_eq!(names(&root.path().join("a/b")), ["site"], "no staging folder stays");
}

#[test]
fn many_threads_may_write() {
    let root = tempfile::tempdir().unwrap();
    let site = root.path().join("site");
    let staging = Staging::begin(&site).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let staging = &staging;
            scope.spawn(move || {
                for page in 0..50 {
                    staging.write(&artifact(&format!("p/{page}/{thread}.html"), "x")).unwrap();
                }
            });
        }
    });
    staging.commit().unwrap();
    assert_eq!((names(&site.join("p")).len(), names(&site.join("p/7")).len()), (50, 4));
}

#[test]
fn a_site_that_is_not_committed_leaves_no_trace() {
    let root = tempfile::tempdir().unwrap();
    let site = root.path().join("site");
    publish(&site, &[("index.html", "old")]).unwrap();
    let staging = Staging::begin(&site).unwrap();
    staging.write(&artifact("index.html", "new")).unwrap();
    assert_eq!(read(site.join("index.html")), "old");
    drop(staging);
    assert_eq!((names(root.path()), read(site.join("index.html"))), (vec!["site".to_owned()], "old".to_owned()));
}

#[test]
fn a_folder_of_somebody_else_is_refused_and_untouched() {
    let root = tempfile::tempdir().unwrap();
    fs::write(root.path().join("letter.txt"), "mine").unwrap();
    let refused = Staging::begin(root.path()).unwrap_err();
    assert_eq!(refused.code, Code::OutputNotOurs);
    assert_eq!(names(root.path()), ["letter.txt"]);
}

#[test]
fn what_turns_up_while_the_site_is_written_is_not_overwritten() {
    let root = tempfile::tempdir().unwrap();
    let site = root.path().join("site");
    let staging = Staging::begin(&site).unwrap();
    fs::create_dir(&site).unwrap();
    fs::write(site.join("letter.txt"), "mine").unwrap();
    assert_eq!(staging.commit().unwrap_err().code, Code::OutputNotOurs);
    assert_eq!((names(root.path()), names(&site)), (vec!["site".to_owned()], vec!["letter.txt".to_owned()]));
}

#[test]
fn the_entries_of_git_stay() {
    let root = tempfile::tempdir().unwrap();
    let site = root.path().join("site");
    fs::create_dir_all(site.join(".git/objects")).unwrap();
    fs::write(site.join(".git/HEAD"), "ref").unwrap();
    fs::write(site.join(".gitignore"), "*\n").unwrap();
    publish(&site, &[("index.html", "one")]).unwrap();
    publish(&site, &[("index.html", "two")]).unwrap();
    assert_eq!(names(&site), [".git", ".gitignore", MARKER, "index.html"]);
    assert_eq!((read(site.join(".git/HEAD")), read(site.join(".gitignore"))), ("ref".to_owned(), "*\n".to_owned()));
    assert_eq!(names(root.path()), ["site"]);
}

#[test]
fn a_dead_run_is_cleaned_up_and_a_stranger_is_not() {
    let root = tempfile::tempdir().unwrap();
    let site = root.path().join("site");
    publish(&site, &[("index.html", "old")]).unwrap();
    // A run that was killed after it had moved the repository, one that was killed at once, and two strangers.
    let dead = root.path().join(".site.kehoach-1");
    fs::create_dir_all(dead.join(".git")).unwrap();
    fs::write(dead.join(MARKER), "").unwrap();
    fs::create_dir(root.path().join(".site.kehoach-2")).unwrap();
    fs::create_dir(root.path().join(".site.kehoach-notes")).unwrap();
    fs::create_dir(root.path().join(".site.kehoach-3")).unwrap();
    fs::write(root.path().join(".site.kehoach-3/letter.txt"), "mine").unwrap();
    publish(&site, &[("index.html", "new")]).unwrap();
    assert_eq!(names(&site), [".git", MARKER, "index.html"], "the repository is home again");
    assert_eq!(names(root.path()), [".site.kehoach-3", ".site.kehoach-notes", "site"]);
}

#[test]
fn a_repository_is_never_deleted_with_a_leftover() {
    let root = tempfile::tempdir().unwrap();
    let site = root.path().join("site");
    let dead = root.path().join(".site.kehoach-1");
    for folder in [&site, &dead] {
        fs::create_dir_all(folder.join(".git")).unwrap();
    }
    fs::write(dead.join(MARKER), "").unwrap();
    publish(&site, &[("index.html", "new")]).unwrap();
    assert!(dead.join(".git").is_dir(), "nobody can tell which of the two counts");
}

#[test]
fn a_path_that_leads_out_of_the_site_is_refused() {
    let root = tempfile::tempdir().unwrap();
    let staging = Staging::begin(&root.path().join("site")).unwrap();
    for path in
        ["../x", "/etc/x", "a/../../x", "", "a//b", "./x", "a/", "c:\\x", ".kehoach", ".git/hooks/x", ".gitignore"]
    {
        assert_eq!(staging.write(&artifact(path, "")).unwrap_err().code, Code::CannotWrite, "{path}");
    }
    staging.write(&artifact(".well-known/security.txt", "")).unwrap();
    staging.commit().unwrap();
    assert_eq!(names(root.path()), ["site"]);
}

#[test]
fn two_files_on_one_path_are_an_error() {
    let root = tempfile::tempdir().unwrap();
    let staging = Staging::begin(&root.path().join("site")).unwrap();
    staging.write(&artifact("index.html", "a")).unwrap();
    assert_eq!(staging.write(&artifact("index.html", "b")).unwrap_err().code, Code::CannotWrite);
}

#[test]
fn a_file_as_target_is_refused_in_words() {
    let root = tempfile::tempdir().unwrap();
    let file = root.path().join("public");
    fs::write(&file, "mine").unwrap();
    for target in [file.clone(), file.join("site")] {
        let refused = Staging::begin(&target).unwrap_err();
        assert_eq!(refused.code, Code::CannotWrite);
        assert!(
            refused.message(Lang::VI).contains("không phải là thư mục")
                || refused.message(Lang::VI).contains("không phải thư mục")
        );
        assert!(refused.message(Lang::EN).contains("not a folder"));
    }
    assert_eq!(read(file), "mine");
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_stays() {
    let root = tempfile::tempdir().unwrap();
    let real = root.path().join("disk/site");
    fs::create_dir_all(&real).unwrap();
    let link = root.path().join("public");
    std::os::unix::fs::symlink("disk/site", &link).unwrap();
    publish(&link, &[("index.html", "new")]).unwrap();
    assert!(link.is_symlink());
    assert_eq!(read(real.join("index.html")), "new");
    assert_eq!(
        (names(root.path()), names(&root.path().join("disk"))),
        (vec!["disk".into(), "public".into()], vec!["site".into()])
    );

    std::os::unix::fs::symlink("nowhere", root.path().join("dangling")).unwrap();
    assert_eq!(Staging::begin(&root.path().join("dangling")).unwrap_err().code, Code::CannotWrite);
}

#[cfg(unix)]
#[test]
fn permissions_of_the_folder_stay_and_a_read_only_one_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let root = tempfile::tempdir().unwrap();
    let site = root.path().join("site");
    fs::create_dir(&site).unwrap();
    fs::set_permissions(&site, fs::Permissions::from_mode(0o2750)).unwrap();
    publish(&site, &[("index.html", "one")]).unwrap();
    assert_eq!(fs::metadata(&site).unwrap().permissions().mode() & 0o7777, 0o2750);
    fs::set_permissions(&site, fs::Permissions::from_mode(0o555)).unwrap();
    assert_eq!(publish(&site, &[("index.html", "two")]).unwrap_err().code, Code::CannotWrite);
    assert_eq!(read(site.join("index.html")), "one");
    fs::set_permissions(&site, fs::Permissions::from_mode(0o755)).unwrap();
}
