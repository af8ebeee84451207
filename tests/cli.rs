//! The real program, as people and scripts meet it.

mod support;

use assert_cmd::Command;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const SITE: &str = "\
format: 1
title: {vi: Cổng thử, en: Test portal}
base_url: https://example.org/thu/
languages:
  - {code: vi, name: Tiếng Việt}
  - {code: en, name: English}
place: viet-nam
";
const ENGLISH_FIRST: &str = "\
format: 1
title: {en: Test portal, vi: Cổng thử}
base_url: https://example.org/test/
languages:
  - {code: en, name: English}
  - {code: vi, name: Tiếng Việt}
place: viet-nam
";
const PLACE: &str = "\
format: 1
id: viet-nam
level: country
name: {vi: Việt Nam, en: Viet Nam}
";

/// A small sound portal in a folder of its own.
fn portal(site: &str) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir_all(root.path().join("content/places")).unwrap();
    fs::write(root.path().join("content/site.yaml"), site).unwrap();
    fs::write(root.path().join("content/places/viet-nam.yaml"), PLACE).unwrap();
    root
}

fn break_it(portal: &TempDir) {
    fs::write(portal.path().join("content/site.yaml"), format!("{SITE}tittle: x\n")).unwrap();
}

/// The program in a system without a language of its own.
fn kehoach(args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("kehoach").unwrap();
    for name in ["LANGUAGE", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH"] {
        command.env_remove(name);
    }
    command.env("LC_ALL", "C").args(args);
    command
}

/// Exit code, standard output and standard error.
fn run(command: &mut Command) -> (i32, String, String) {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().expect("no panic, no signal"), text(output.stdout), text(output.stderr))
}

fn build(portal: &TempDir, more: &[&str]) -> (i32, String, String) {
    run(kehoach(&["build"]).args(more).current_dir(portal.path()))
}

/// Every file below a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let all = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    all.map(|e| (e.path().strip_prefix(folder).unwrap().display().to_string(), fs::read(e.path()).unwrap())).collect()
}

/// What stands in a folder, the cache aside.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name != ".kehoach-cache");
    names.sort();
    names
}

#[test]
fn help_is_in_the_readers_language_and_names_the_exit_codes() {
    let (code, vi, _) = run(&mut kehoach(&["--help"]));
    assert_eq!(code, 0);
    assert!(vi.contains("Cách dùng: kehoach <LỆNH>") && vi.contains("Mã kết thúc:"), "{vi}");
    let (_, en, _) = run(&mut kehoach(&["build", "--help", "--lang", "en"]));
    assert!(en.contains("Usage: kehoach build") && en.contains("Exit codes:"), "{en}");
    for option in ["--out <FOLDER>", "--base-url <URL>", "--as-of <DATE>", "--strict", "--lang <LANGUAGE>"] {
        assert!(en.contains(option), "{option}: {en}");
    }
    let (_, vi, _) = run(&mut kehoach(&["check", "--help"]));
    for english in ["Usage", "Options", "Arguments", "default", "possible", "FOLDER"] {
        assert!(!vi.contains(english), "{english}: {vi}");
    }
}

#[test]
fn the_version_is_told() {
    let (code, out, _) = run(&mut kehoach(&["--version"]));
    assert_eq!((code, out), (0, format!("kehoach {}\n", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn the_option_for_language_beats_the_locale_and_the_locale_beats_the_site() {
    let portal = portal(ENGLISH_FIRST);
    let check = |locale: &str, more: &[&str]| {
        run(kehoach(&["check"]).args(more).env("LC_ALL", locale).current_dir(portal.path())).2
    };
    assert_eq!(check("C", &[]).trim(), "No errors, no warnings.");
    assert_eq!(check("vi_VN.UTF-8", &[]).trim(), "Không có lỗi, không có cảnh báo.");
    assert_eq!(check("fr_FR.UTF-8", &[]).trim(), "No errors, no warnings.");
    assert_eq!(check("en_GB.UTF-8", &["--lang", "vi"]).trim(), "Không có lỗi, không có cảnh báo.");
}

#[test]
fn a_wrong_command_line_is_explained_in_vietnamese() {
    for (args, words) in [
        (&["build", "--strct"][..], "Có phải bạn muốn viết --strict?"),
        (&["build", "--nonsense"], "không có tùy chọn hay tham số --nonsense ở đây"),
        (&["bild"], "Có phải bạn muốn viết build?"),
        (&["build", "--out"], "--out <THƯ MỤC> cần một giá trị"),
        (&["build", "--as-of", "2026-02-30"], "cần một ngày có thật"),
        (&["build", "--base-url", "example.org"], "cần một địa chỉ đầy đủ"),
        (&["check", "--format", "xml"], "Các giá trị dùng được: human, json"),
        (&["check", "--strict=yes"], "--strict không nhận giá trị"),
        (&["check", "a", "b"], "không có tùy chọn hay tham số b ở đây"),
        (&["build", "--out", "a", "--out", "b"], "được viết nhiều lần"),
        (&["check", "/nowhere"], "không có thư mục content/ trong /nowhere"),
    ] {
        let (code, out, err) = run(&mut kehoach(args));
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}");
        assert!(err.starts_with("lỗi: ") && err.contains(words) && err.contains("kehoach --help"), "{args:?}: {err}");
        for english in ["error", "unexpected", "tip:", "Usage", "invalid"] {
            assert!(!err.contains(english), "{args:?}: {err}");
        }
    }
    let (_, _, err) = run(&mut kehoach(&["build", "--nonsense", "--lang=en"]));
    assert!(err.starts_with("error: there is no option or argument --nonsense here"), "{err}");
}

#[test]
fn without_a_command_the_help_is_shown_and_the_code_is_2() {
    let (code, out, err) = run(&mut kehoach(&[]));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("Các lệnh:"), "{err}");
}

#[test]
fn an_epoch_that_is_no_number_is_refused() {
    let portal = portal(SITE);
    let (code, _, err) = run(kehoach(&["build"]).current_dir(portal.path()).env("SOURCE_DATE_EPOCH", "today"));
    assert!(code == 2 && err.contains("SOURCE_DATE_EPOCH"), "{err}");
    assert_eq!(names(portal.path()), ["content"]);
}

#[test]
fn a_build_publishes_and_closes_with_what_it_made() {
    let portal = portal(SITE);
    let (code, out, err) = build(&portal, &["--as-of", "2026-11-22"]);
    assert_eq!(code, 0, "{err}");
    assert!(out.starts_with("Đã dựng ") && out.contains(" trang, ") && out.ends_with(" giây vào public/\n"), "{out}");
    assert_eq!(names(portal.path()), ["content", "public"], "no staging folder stays");
    let site = portal.path().join("public");
    assert!(site.join("index.html").is_file() && site.join("en/index.html").is_file());

    let first = files(&site);
    let (_, out, _) = build(&portal, &["--as-of", "2026-11-22", "--lang", "en"]);
    assert!(out.starts_with("Built ") && out.ends_with(" seconds into public/\n"), "{out}");
    assert!(files(&site) == first, "the same content gives the same bytes");
}

#[test]
fn the_portal_and_the_output_may_be_elsewhere() {
    let portal = portal(SITE);
    let elsewhere = tempfile::tempdir().unwrap();
    let dir = portal.path().to_str().unwrap();
    let (code, _, err) = run(kehoach(&["build", "--out", "web/site", dir]).current_dir(elsewhere.path()));
    assert_eq!(code, 0, "{err}");
    assert!(elsewhere.path().join("web/site/index.html").is_file());
    assert_eq!(names(portal.path()), ["content"]);
    let (code, _, err) = run(kehoach(&["build", dir]).current_dir(elsewhere.path()));
    assert_eq!(code, 0, "{err}");
    assert!(portal.path().join("public/index.html").is_file(), "public/ stands in the portal's folder");
}

#[test]
fn the_base_url_of_the_command_line_counts() {
    let portal = portal(SITE);
    assert_eq!(build(&portal, &["--base-url", "https://other.example/duong"]).0, 0);
    let home = fs::read_to_string(portal.path().join("public/index.html")).unwrap();
    assert!(home.contains("https://other.example/duong/"), "{home}");
    assert!(!home.contains("https://example.org/thu/"), "{home}");
}

#[test]
fn the_epoch_is_the_day_of_the_pages_unless_the_command_line_says_another() {
    let portal = portal(SITE);
    let built = |more: &[&str]| {
        let mut command = kehoach(&["build"]);
        let (code, _, err) = run(command.args(more).env("SOURCE_DATE_EPOCH", "981173106").current_dir(portal.path()));
        assert_eq!(code, 0, "{err}");
        fs::read_to_string(portal.path().join("public/index.html")).unwrap()
    };
    assert!(built(&[]).contains("03/02/2001"));
    let later = built(&["--as-of", "2022-05-20"]);
    assert!(later.contains("20/05/2022") && !later.contains("03/02/2001"));
}

#[test]
fn an_error_leaves_the_old_site_as_it_was() {
    let portal = portal(SITE);
    assert_eq!(build(&portal, &[]).0, 0);
    let before = files(&portal.path().join("public"));
    break_it(&portal);
    let (code, out, err) = build(&portal, &[]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("lỗi[unknown-field]") && err.contains("content/site.yaml:8:1"), "{err}");
    assert!(err.contains("1 lỗi trong 1 tệp\nChưa công bố gì; public/ vẫn như cũ.\n"), "{err}");
    assert!(files(&portal.path().join("public")) == before);
    assert_eq!(names(portal.path()), ["content", "public"]);
}

#[test]
fn strict_makes_warnings_errors() {
    let portal = portal(&SITE.replace("title: {vi: Cổng thử, en: Test portal}", "title: {vi: Cổng thử}"));
    let (code, _, err) = build(&portal, &["--strict"]);
    assert!(code == 1 && err.contains("cảnh báo[missing-language]") && err.contains("--strict"), "{err}");
    assert_eq!(names(portal.path()), ["content"]);
    assert_eq!(run(kehoach(&["check", "--strict"]).current_dir(portal.path())).0, 1);
    assert_eq!(run(kehoach(&["check"]).current_dir(portal.path())).0, 0);
    assert_eq!(build(&portal, &[]).0, 0);
}

#[test]
fn a_late_report_is_noted_and_fails_nothing() {
    let portal = portal(SITE);
    let content = portal.path().join("content");
    for file in ["site.yaml", "documents.yaml", "places/tinh-mau.yaml", "places/viet-nam.yaml"] {
        fs::copy(Path::new("tests/base/content").join(file), content.join(file)).unwrap();
    }
    let plan = "plans/khong-theo-doi/plan.yaml";
    let left_out = fs::read_to_string(Path::new("tests/cases/progress/stale-left-out/content").join(plan)).unwrap();
    fs::create_dir_all(content.join("plans/khong-theo-doi")).unwrap();
    fs::write(content.join(plan), left_out.replace("progress: none", "progress: kept")).unwrap();
    let (code, _, err) = build(&portal, &["--strict", "--as-of", "2025-03-21"]);
    assert!(code == 0 && err.contains("lưu ý[report-not-in-data]") && err.contains("1 lưu ý trong 1 tệp"), "{err}");
    let (code, _, err) = build(&portal, &["--strict", "--as-of", "2025-03-20"]);
    assert_eq!((code, err.as_str()), (0, ""), "on the day itself it is in time");
}

#[test]
fn check_speaks_json_on_standard_output_alone() {
    let portal = portal(SITE);
    break_it(&portal);
    let (code, out, err) = run(kehoach(&["check", "--format", "json"]).current_dir(portal.path()));
    assert_eq!((code, err.as_str()), (1, ""));
    let document: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&document["errors"], &document["warnings"]), (&1.into(), &0.into()));
    let found = &document["diagnostics"][0];
    assert_eq!((&found["code"], &found["severity"]), (&"unknown-field".into(), &"error".into()));
    assert_eq!(found["place"], serde_json::json!({"file": "content/site.yaml", "line": 8, "column": 1, "length": 6}));
    assert!(found["message"].is_string() && found["help"].is_string());
    assert_eq!(names(portal.path()), ["content"], "check writes nothing");
}

#[test]
fn check_counts_what_it_found_and_writes_it_to_standard_error() {
    let portal = portal(SITE);
    break_it(&portal);
    let (code, out, err) = run(kehoach(&["check", "--lang", "en"]).current_dir(portal.path()));
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.ends_with("1 error in 1 file\n") && !err.contains('\x1b'), "{err}");
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let portal = portal(SITE);
    fs::create_dir(portal.path().join("public")).unwrap();
    fs::write(portal.path().join("public/letter.txt"), "mine").unwrap();
    let (code, out, err) = build(&portal, &[]);
    assert!(code == 3 && out.is_empty() && err.contains("output-not-ours"), "{err}");
    assert_eq!(names(&portal.path().join("public")), ["letter.txt"]);
    let (code, ..) = build(&portal, &["--out", "."]);
    assert_eq!((code, names(portal.path())), (3, vec!["content".to_owned(), "public".to_owned()]));
}

#[test]
fn a_file_and_a_read_only_folder_cannot_be_the_output() {
    let portal = portal(SITE);
    fs::write(portal.path().join("file"), "mine").unwrap();
    let (code, _, err) = build(&portal, &["--out", "file"]);
    assert!(code == 3 && err.contains("đó là một tệp, không phải thư mục"), "{err}");

    let locked = portal.path().join("locked");
    fs::create_dir(&locked).unwrap();
    let mut permissions = fs::metadata(&locked).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&locked, permissions).unwrap();
    let (code, _, err) = build(&portal, &["--out", "locked"]);
    assert!(code == 3 && err.contains("không có quyền"), "{err}");
}

#[test]
fn the_entries_of_git_stay_in_the_output() {
    let portal = portal(SITE);
    let site = portal.path().join("public");
    fs::create_dir_all(site.join(".git/refs")).unwrap();
    fs::write(site.join(".gitignore"), "*\n!.gitignore\n").unwrap();
    for _ in 0..2 {
        assert_eq!(build(&portal, &[]).0, 0);
        assert!(site.join(".git/refs").is_dir() && site.join("index.html").is_file());
        assert_eq!(fs::read_to_string(site.join(".gitignore")).unwrap(), "*\n!.gitignore\n");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_reader_that_goes_away_is_no_panic_and_a_full_disk_is_told() {
    use std::process::{Command, Stdio};
    let portal = portal(SITE);
    let check = || {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin("kehoach"));
        command.args(["check", "--format", "json"]).current_dir(portal.path()).stderr(Stdio::piped());
        command
    };
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = check().stdout(writer).output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));

    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    assert_eq!(check().stdout(full).output().unwrap().status.code(), Some(3));
}

/// The links of a page that lead to something in the site, without `?` and `#` parts.
fn links(page: &str) -> Vec<String> {
    let attributes = support::tags(page).into_iter().flat_map(|tag| tag.attributes);
    let values = attributes.filter(|(name, _)| ["href", "src"].contains(name)).map(|(_, value)| value);
    let values = values.map(|link| link.split(['#', '?']).next().unwrap_or_default().to_owned());
    values.filter(|link| !link.is_empty() && !link.split('/').next().unwrap().contains(':')).collect()
}

#[test]
fn every_link_of_a_portable_site_leads_to_a_file_and_of_any_other_to_a_page() {
    for (portal, portable) in [(".", true), (".", false), ("tests/base", true), ("tests/base", false)] {
        let out = tempfile::tempdir().unwrap();
        let site = out.path().join("site");
        let mut command = kehoach(&[
            "build",
            portal,
            "--out",
            site.to_str().unwrap(),
            "--base-url",
            "https://x.example/",
            "--no-cache",
        ]);
        let (code, _, err) = run(command.args(portable.then_some("--portable")));
        assert_eq!(code, 0, "{err}");
        let mut seen = 0;
        for (name, bytes) in files(&site).into_iter().filter(|(name, _)| name.ends_with(".html")) {
            let page = String::from_utf8(bytes).unwrap();
            for link in links(&page) {
                seen += 1;
                let to = match link.strip_prefix('/') {
                    // The page for \"not found\" is shown anywhere, by a server.
                    Some(rest) => {
                        assert!(!portable && name.ends_with("404.html"), "{link} in {name}");
                        site.join(rest)
                    }
                    None => site.join(&name).parent().unwrap().join(percent_decoded(&link)),
                };
                let is_page = to.join("index.html").is_file() && (link.ends_with('/') || link.ends_with('.'));
                assert!(to.is_file() || !portable && is_page, "{link} in {name} (portable: {portable}) leads nowhere");
            }
        }
        assert!(seen > 100, "{seen} links in {portal}");
    }
}

fn percent_decoded(link: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = link.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || (rest.next().unwrap() as char).to_digit(16).unwrap() as u8;
        bytes.push(if byte == b'%' { digit() * 16 + digit() } else { byte });
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn the_number_of_threads_changes_nothing_but_time() {
    let portal = portal(SITE);
    let built = |jobs: &str| {
        assert_eq!(build(&portal, &["--as-of", "2026-11-22", "--jobs", jobs]).0, 0);
        files(&portal.path().join("public"))
    };
    assert!(built("1") == built("7"));
    for bad in ["0", "-1", "many", "100000"] {
        let (code, _, err) = build(&portal, &["--jobs", bad, "--lang", "en"]);
        assert_eq!(code, 2, "{bad}: {err}");
    }
    let (_, _, err) = build(&portal, &["--jobs", "0"]);
    assert!(err.contains("cần một số từ 1 đến 1024"), "{err}");
}

/// The rows of a table of timings: names, and tenths of milliseconds.
fn timings(err: &str, point: char) -> Vec<(String, u64)> {
    let rows = err.lines().filter_map(|line| line.strip_prefix("  ")?.strip_suffix(" ms")?.rsplit_once("  "));
    let tenths = |time: &str| time.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap();
    let rows = rows.map(|(name, time)| (name.trim().to_owned(), time.trim(), tenths(time)));
    rows.inspect(|(_, time, _)| assert!(time.contains(point), "{time}")).map(|(name, _, n)| (name, n)).collect()
}

#[test]
fn timings_add_up() {
    let portal = portal(SITE);
    let started = std::time::Instant::now();
    let (code, out, err) = build(&portal, &["--timings", "--lang", "en"]);
    let passed = started.elapsed().as_micros() as u64 / 100;
    let rows = timings(&err, '.');
    let (total, stages) = rows.split_last().unwrap();
    assert!(code == 0 && out.starts_with("Built "), "{err}");
    let names: Vec<_> = stages.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["load", "check", "measure", "outline", "render", "export", "search", "publish", "rest"]);
    assert_eq!((total.0.as_str(), total.1), ("total", stages.iter().map(|(_, time)| time).sum()));
    // The closing line gives hundredths of a second of the same wall clock.
    let seconds = out.rsplit_once(" seconds").unwrap().0.rsplit_once(' ').unwrap().1;
    let wall = seconds.replace('.', "").parse::<u64>().unwrap() * 100;
    assert!(total.1 <= passed && total.1 + 60 >= wall, "{} {wall} {passed}", total.1);

    let (_, _, err) = build(&portal, &["--timings"]);
    assert!(timings(&err, ',').iter().any(|(name, _)| name == "ghi và công bố"), "{err}");
    let (_, _, err) = run(kehoach(&["check", "--timings", "--lang", "en"]).current_dir(portal.path()));
    assert!(timings(&err, '.').iter().any(|(name, _)| name == "outline"), "{err}");
    break_it(&portal);
    let (code, _, err) = build(&portal, &["--timings", "--lang", "en"]);
    assert!(code == 1 && !timings(&err, '.').is_empty(), "{err}");
}

#[test]
fn a_diagnostic_is_explained_in_the_readers_language() {
    let (code, out, err) = run(&mut kehoach(&["explain", "unknown-field"]));
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("lỗi[unknown-field]: … không có trường “…”\n\nCách sửa: "), "{out}");
    assert!(
        out.contains("\nSai:\n\n    shortname: {vi: ") && out.contains("\nĐúng:\n\n    short_name: {vi: "),
        "{out}"
    );
    let (_, out, _) = run(&mut kehoach(&["explain", "--lang", "en", "output-busy"]));
    assert!(out.starts_with("error[output-busy]: another build is writing to …\n"), "{out}");
    assert!(out.contains("\nWrong:\n\n    $ kehoach build & kehoach build\n"), "{out}");

    let (code, out, err) = run(&mut kehoach(&["explain", "unknown-feild"]));
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("không có thông báo unknown-feild. Có phải ý bạn là `unknown-field`?"), "{err}");
    let (code, out, _) = run(&mut kehoach(&["explain", "--lang", "en"]));
    assert_eq!((code, out.lines().count()), (0, kehoach::diag::Code::ALL.len()));
    assert!(out.contains("\noutput-busy "), "{out}");
}

#[test]
fn shells_get_their_completions() {
    for (shell, words) in [
        ("bash", "complete -F _kehoach"),
        ("zsh", "#compdef kehoach"),
        ("fish", "complete -c kehoach"),
        ("powershell", "Register-ArgumentCompleter"),
    ] {
        let (code, out, err) = run(&mut kehoach(&["completions", shell]));
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(out.contains(words) && out.contains("explain") && out.contains("portable"), "{shell}: {out}");
    }
    let (code, _, err) = run(&mut kehoach(&["completions", "tcsh", "--lang", "en"]));
    assert!(code == 2 && err.contains("bash, zsh, fish, powershell"), "{err}");
    assert_eq!(run(&mut kehoach(&["completions"])).0, 2);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_content_publishes_nothing_from_outside() {
    use std::os::unix::fs::symlink;
    let (portal, outside) = (portal(SITE), TempDir::new().unwrap());
    fs::write(outside.path().join("secret.png"), "secret").unwrap();
    let pages = portal.path().join("content/pages");
    fs::create_dir_all(&pages).unwrap();
    symlink(outside.path().join("secret.png"), pages.join("a.png")).unwrap();
    symlink(portal.path(), pages.join("loop")).unwrap();
    fs::write(pages.join("about.vi.md"), "---\ntitle: A\n---\n\n![a](a.png)\n").unwrap();
    let (code, _, err) = build(&portal, &["--lang", "en"]);
    assert_eq!(code, 1);
    assert!(err.contains("the link leads out of the portal's folder"), "{err}");
    assert!(err.contains("leads back to a folder around it"), "{err}");
    assert!(!err.contains("missing-file"), "{err}");
    assert!(!portal.path().join("public").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_bar_is_shown_on_a_terminal_and_nowhere_else() {
    use std::process::Command;
    let portal = portal(SITE);
    let plan = fs::read_to_string("tests/base/content/plans/mau-2024/plan.yaml").unwrap();
    for file in ["places/viet-nam.yaml", "places/tinh-mau.yaml", "documents.yaml", "site.yaml"] {
        fs::copy(Path::new("tests/base/content").join(file), portal.path().join("content").join(file)).unwrap();
    }
    // Enough for a second or so.
    for number in 0..150 {
        let folder = portal.path().join(format!("content/plans/so-{number}"));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("plan.yaml"), plan.replace("id: mau-2024", &format!("id: so-{number}"))).unwrap();
    }
    // In memory, where there is such a place: some disks take seconds to remove so many folders.
    let out = TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).unwrap();
    let out = out.path().join("site").display().to_string();
    let on_terminal = |ci: &str| {
        let program = assert_cmd::cargo::cargo_bin("kehoach");
        let build = format!("{} build --lang en --jobs 1 --out {out}", program.display());
        let mut command = Command::new("script");
        command.args(["--quiet", "--return", "--command", &build, "/dev/null"]);
        command.current_dir(portal.path()).env("TERM", "xterm").env("CI", ci).output()
    };
    match on_terminal("") {
        Ok(output) if output.status.success() => {
            let shown = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(shown.contains("Building pages") && shown.contains("Built "), "{shown}");
            let in_ci = on_terminal("true").unwrap();
            assert!(!String::from_utf8_lossy(&in_ci.stdout).contains("Building pages"));
        }
        _ => eprintln!("skipped: there is no command `script` that makes a terminal"),
    }
    let (code, _, err) = build(&portal, &["--lang", "en", "--out", &out]);
    assert_eq!((code, err.as_str()), (0, ""), "nothing in a pipe");
}

const PLAN: &str = "\
format: 1
id: thu
place: viet-nam
issuer: bo-thu
title: {vi: Công tác thử, en: Trial work}
number: {state: absent}
issued: {printed: \"Hà Nội, năm 2025\", date: 2025}
period: {from: 2025, to: 2025, stated: printed}
progress: none
revised: 2026-11-22
sections:
  - title: {vi: Phấn đấu, en: Strive}
    as_printed: [{read: Phấn, printed: Phần}]
";
const SCAN: &str = "Hà Nội, năm 2025\n\n## KẾ HOẠCH\n\nCông tác thử\n\n**Phần đấu**\n";

/// A portal with a plan and its scan.
fn portal_with_scan(scan: &str) -> TempDir {
    let portal = portal(SITE);
    let content = portal.path().join("content");
    let agencies = "agencies: [{id: bo-thu, name: {vi: Bộ Thử, en: Ministry of Trials}}]\n";
    fs::write(content.join("places/viet-nam.yaml"), format!("{PLACE}{agencies}")).unwrap();
    fs::create_dir_all(content.join("plans/thu")).unwrap();
    fs::write(content.join("plans/thu/plan.yaml"), PLAN).unwrap();
    fs::write(content.join("plans/thu/source.txt"), scan).unwrap();
    portal
}

fn check_fidelity(portal: &TempDir, more: &[&str]) -> (i32, String, String) {
    run(kehoach(&["check", "--fidelity"]).args(more).current_dir(portal.path()))
}

#[test]
fn a_plan_is_compared_with_its_scan_when_that_is_asked_for() {
    let portal = portal_with_scan(SCAN);
    let (code, out, err) = check_fidelity(&portal, &["--lang", "en"]);
    let line = "thu: 11 of 11 words of the source, 100 %; nothing added; 1 correction undone\n";
    assert_eq!((code, out.as_str(), err.as_str()), (0, line, "No errors, no warnings.\n"));
    let (_, out, _) = check_fidelity(&portal, &["--lang", "vi"]);
    assert_eq!(out, "thu: 11/11 từ của bản quét, 100 %; không thêm chữ nào; hoàn nguyên 1 đính chính\n");

    let plan = portal_with_scan(&SCAN.replace("Phần", "Phấn"));
    let (code, out, err) = check_fidelity(&plan, &["--lang", "en"]);
    assert_eq!((code, out.contains('%')), (1, true), "{out}");
    assert!(out.contains("10 of 11 words of the source, 90.9 %; 1 word added;"), "{out}");
    assert!(err.contains("error[correction-not-printed]") && err.contains("plan.yaml:13:40"), "{err}");
    let (code, out, _) = run(kehoach(&["check"]).current_dir(plan.path()));
    assert_eq!((code, out.as_str()), (0, ""), "without the option nothing is compared");
}

#[test]
fn a_whole_hundred_is_said_of_nothing_less() {
    let long = "từ ".repeat(30_000);
    let portal = portal_with_scan(&format!("{SCAN}\n{long}thừa\n"));
    let plan = format!("{PLAN}    items: [{{text: {{vi: {long}, en: words}}}}]\n");
    fs::write(portal.path().join("content/plans/thu/plan.yaml"), &plan).unwrap();
    let (code, out, _) = check_fidelity(&portal, &["--lang", "vi"]);
    assert_eq!((code, out.contains("30011/30012 từ của bản quét, 99,9 %;")), (1, true), "{out}");
    fs::write(portal.path().join("content/plans/thu/source.txt"), format!("{SCAN}\n{long}")).unwrap();
    fs::write(portal.path().join("content/plans/thu/plan.yaml"), plan.replace("{vi: từ", "{vi: thêm từ")).unwrap();
    let (code, out, _) = check_fidelity(&portal, &["--lang", "en"]);
    let line = "thu: 30011 of 30011 words of the source; 1 word added; 1 correction undone\n";
    assert_eq!((code, out.as_str()), (1, line));
}

#[test]
fn a_comparison_is_there_for_programs() {
    let portal = portal_with_scan(&SCAN.replace("Công tác thử", "Công tác thử nghiệm"));
    let (code, out, err) = check_fidelity(&portal, &["--format", "json"]);
    assert_eq!((code, err.as_str()), (1, ""));
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let plan = serde_json::json!({
        "plan": "thu", "state": "differs", "source": "content/plans/thu/source.txt",
        "words": 12, "found": 11, "added": 0, "corrections": 1,
    });
    assert_eq!(json["fidelity"], serde_json::json!([plan]));
    assert_eq!((&json["errors"], &json["diagnostics"][0]["code"]), (&1.into(), &"text-missing".into()));
    let place = serde_json::json!({"file": "content/plans/thu/source.txt", "line": 5, "column": 14, "length": 6});
    assert_eq!(json["diagnostics"][0]["place"], place);

    fs::remove_file(portal.path().join("content/plans/thu/source.txt")).unwrap();
    let (code, out, err) = check_fidelity(&portal, &["--lang", "en"]);
    assert_eq!((code, out.as_str()), (0, "thu: no source.txt, nothing compared\n"));
    assert!(err.contains("warning[no-scan]"), "{err}");
    let (_, out, _) = run(kehoach(&["check", "--format", "json"]).current_dir(portal.path()));
    assert!(!out.contains("fidelity"), "{out}");
}
