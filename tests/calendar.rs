//! The calendars keep to RFC 5545: by their bytes, and in the eyes of another program, PyPI's `icalendar`.

mod support;

use kehoach::BuildOptions;
use kehoach::world::{DiskWorld, World};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::{Site, build, need, read_portal};

/// The portals of which every calendar is looked at.
fn sites() -> Vec<Site> {
    let case = |name: &str| read_portal(&[Path::new("tests/base"), &Path::new("tests/cases").join(name)]);
    let cases = [
        "calendar/past-and-coming",
        "calendar/samples-stay-out",
        "date/as-exact-as-stated",
        "language/third-works-on-all-pages",
    ];
    let mut sites: Vec<Site> = cases.iter().map(|name| site(&case(name))).collect();
    sites.push(site(&DiskWorld::new(".")));
    sites
}

fn site(world: &dyn World) -> Site {
    let (built, site) = build(world, &BuildOptions::default());
    assert!(!built.report.has_errors(), "{:?}", built.report.diagnostics);
    site
}

fn calendars(site: &Site) -> impl Iterator<Item = (&str, &str)> {
    let files = site.iter().filter(|(path, _)| path.ends_with(".ics"));
    files.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).expect("a calendar is UTF-8")))
}

#[test]
fn lines_end_as_the_standard_asks_and_have_75_octets_at_most() {
    let sites = sites();
    assert!(sites.iter().flat_map(calendars).count() >= 10);
    for (path, text) in sites.iter().flat_map(calendars) {
        assert!(
            text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.ends_with("END:VCALENDAR\r\n"),
            "{path}"
        );
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{path}: a line end without CR");
        assert_eq!(text.matches('\r').count(), text.matches("\r\n").count(), "{path}: a CR without a line end");
        for line in text.split("\r\n") {
            assert!(line.len() <= 75, "{path}: {} octets: {line}", line.len());
        }
    }
}

/// The lines of a calendar, unfolded, event by event.
fn events(text: &str) -> Vec<Vec<String>> {
    let unfolded = text.replace("\r\n ", "");
    let events = unfolded.split("BEGIN:VEVENT\r\n").skip(1);
    events
        .map(|event| event.split("\r\n").map(str::to_owned).take_while(|line| line != "END:VEVENT").collect())
        .collect()
}

#[test]
fn every_entry_has_whole_days_an_id_of_its_own_and_says_where_it_is_from() {
    for site in sites() {
        for (path, text) in calendars(&site) {
            let mut ids = BTreeSet::new();
            assert!(!events(text).is_empty(), "{path}: a calendar without entries is none");
            for event in events(text) {
                let value = |key: &str| {
                    let found: Vec<_> = event.iter().filter_map(|line| line.strip_prefix(key)).collect();
                    assert_eq!(found.len(), 1, "{path}: {key} in {event:?}");
                    found[0].to_owned()
                };
                assert!(ids.insert(value("UID:")), "{path}: {event:?}");
                assert!(value("DTSTART;VALUE=DATE:") < value("DTEND;VALUE=DATE:"), "{path}: the end is the day after");
                assert!(value("DTSTAMP:").ends_with("T000000Z"), "{path}");
                let url = value("URL:");
                let (page, anchor) = url.split_once('#').expect("a paragraph");
                let page = site.keys().find(|path| {
                    page.ends_with(path.trim_end_matches("index.html")) && path.len() > 12 && path.contains("/index")
                });
                assert!(page.is_some() && !anchor.is_empty(), "{path}: {url}");
                assert_eq!(value("TRANSP:"), "TRANSPARENT");
                value("SUMMARY;LANGUAGE=");
                value("DESCRIPTION;LANGUAGE=");
            }
        }
    }
}

#[test]
fn the_day_of_the_build_changes_no_calendar() {
    let portal = DiskWorld::new(".");
    let on = |year| BuildOptions { as_of: Some(jiff::civil::date(year, 3, 1)), ..BuildOptions::default() };
    let [early, late] = [2022, 2030].map(|year| build(&portal, &on(year)).1);
    assert!(calendars(&early).count() > 0);
    assert!(calendars(&early).eq(calendars(&late)));
}

#[test]
fn files_stand_where_the_site_wants_them_and_say_what_is_missing_in_a_language() {
    let mut world = read_portal(&[Path::new("tests/base"), Path::new("tests/cases/calendar/past-and-coming")]);
    let read = |path: &str| String::from_utf8(world.read(path).unwrap()).unwrap();
    let settings = format!("{}routes:\n  vi: {{calendar: lich-bao-cao}}\n", read("content/site.yaml"));
    let plan = read("content/plans/thu-2026/plan.yaml").replace(", en: Peak period", "");
    world.write("content/site.yaml", settings);
    world.write("content/plans/thu-2026/plan.yaml", plan);
    let mut options = BuildOptions::default();
    options.site.base_url = Some("https://tinh.example/ke-hoach".to_owned());
    let (_, site) = build(&world, &options);
    let paths: Vec<_> = calendars(&site).map(|(path, _)| path).collect();
    let expected = [
        "en/calendar.ics",
        "en/plans/thu-2026/calendar.ics",
        "en/plans/thu-cu/calendar.ics",
        "ke-hoach/thu-2026/lich-bao-cao.ics",
        "ke-hoach/thu-cu/lich-bao-cao.ics",
        "lich-bao-cao.ics",
    ];
    assert_eq!(paths, expected);
    assert!(site.contains_key("lich-bao-cao/index.html"));
    let english = std::str::from_utf8(&site["en/calendar.ics"]).unwrap().replace("\r\n ", "");
    assert!(english.contains("SUMMARY;LANGUAGE=vi:Sample: Đợt cao điểm\r\n"));
    assert!(english.contains("UID:thu-2026-event-dot-20261115@tinh.example\r\n"));
    assert!(english.contains("URL:https://tinh.example/ke-hoach/en/plans/thu-2026/document/#su-kien\r\n"));
    assert_eq!(site["en/plans/thu-cu/calendar.ics"], site["en/plans/thu-2026/calendar.ics"], "an address stays");
}

/// A Python that has the packages of `tests/web/requirements.txt`.
fn python() -> PathBuf {
    let requirements = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/web/requirements.txt");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("python");
    let python = folder.join("bin/python");
    let has_it =
        || Command::new(&python).args(["-c", "import icalendar"]).output().is_ok_and(|out| out.status.success());
    if !has_it() {
        need("python3", "python3");
        let venv = || Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder).status();
        if !venv().is_ok_and(|status| status.success()) {
            support::install("python3-venv");
            assert!(venv().is_ok_and(|status| status.success()), "this test needs python3-venv");
        }
        let pip =
            Command::new(&python).args(["-m", "pip", "install", "--quiet", "--requirement"]).arg(requirements).status();
        assert!(pip.is_ok_and(|status| status.success()) && has_it(), "pip did not bring tests/web/requirements.txt");
    }
    python
}

#[test]
fn another_program_reads_what_was_meant() {
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for (at, site) in sites().iter().enumerate() {
        for (path, text) in calendars(site) {
            let file = folder.path().join(format!("{at}-{}", path.replace('/', "-")));
            std::fs::write(&file, text).unwrap();
            files.push(file);
        }
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/web/read_calendar.py");
    let out = Command::new(python()).arg(script).args(&files).output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    assert!(out.status.success(), "{said}");
    assert!(said.contains("Đợt cao điểm") && said.contains("2026-11-15 2026-12-16"), "{said}");
    assert!(said.contains(r"Chủ đề: Chủ đề; của đợt, \ này"), "{said}");
}
