//! `kehoach serve` and `kehoach watch`, as editors and browsers meet them: the real program, real files, real connections.
//! Nothing here waits for a time to pass: what is awaited is asked for until it is there, or [`PATIENCE`] ends.

mod support;

use kehoach::BuildOptions;
use kehoach::world::DiskWorld;
use std::fs;
use std::io::{BufRead, BufReader, Read, Seek, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};
use support::{Dice, Site, build, files_below};
use tempfile::TempDir;

/// Far more than anything takes, so that no slow computer fails a test.
const PATIENCE: Duration = Duration::from_secs(120);
const AS_OF: &str = "2026-11-22";
const PLAN: &str = "content/plans/mau-2024/plan.yaml";
const SITE: &str = "content/site.yaml";

/// Some disks take seconds to remove many folders.
fn folder() -> TempDir {
    TempDir::new_in("/dev/shm").or_else(|_| TempDir::new()).unwrap()
}

fn copy(from: &Path, to: &Path) {
    for file in files_below(from) {
        let home = to.join(file.strip_prefix(from).unwrap());
        fs::create_dir_all(home.parent().unwrap()).unwrap();
        fs::copy(&file, home).unwrap();
    }
}

/// A portal of its own that can be edited.
fn portal() -> TempDir {
    let root = folder();
    copy(Path::new("tests/base"), root.path());
    root
}

fn until<T>(what: &str, mut found: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = found() {
            return found;
        }
        assert!(begun.elapsed() < PATIENCE, "still waiting: {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn start(args: &[&str], dir: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kehoach"));
    for name in ["LANGUAGE", "LC_MESSAGES", "LANG", "SOURCE_DATE_EPOCH"] {
        command.env_remove(name);
    }
    let errors = fs::File::create(dir.join("stderr.txt")).unwrap();
    command.env("LC_ALL", "C").args(args).current_dir(dir).stdout(Stdio::piped()).stderr(errors).spawn().unwrap()
}

/// A preview that ends with the test.
struct Preview {
    child: Child,
    /// Kept open: a program whose output nobody takes may stop.
    out: BufReader<ChildStdout>,
    port: u16,
    dir: PathBuf,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[derive(Debug)]
struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Preview {
    fn of(dir: &Path, more: &[&str]) -> Preview {
        let mut args = vec!["serve", "--as-of", AS_OF];
        for default in [["--port", "0"], ["--lang", "en"]] {
            args.extend(default.iter().filter(|_| !more.contains(&default[0])));
        }
        args.extend(more);
        let mut child = start(&args, dir);
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        let port = port_of(&line);
        Preview { child, out, port, dir: dir.to_owned() }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    fn ask(&self, method: &str, path: &str, host: &str) -> Answer {
        let mut stream = self.connect();
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end =
            bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or_else(|| panic!("no answer to {path}"));
        let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head, body: bytes[end + 4..].to_vec() }
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &format!("127.0.0.1:{}", self.port))
    }

    /// A file of the site, without the script.
    fn file(&self, path: &str) -> Vec<u8> {
        without_script(self.get(&format!("/{}", encoded(path))).body)
    }

    fn page(&self, path: &str) -> String {
        String::from_utf8(self.file(path)).unwrap()
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.dir.join(path), text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.dir.join(path)).unwrap()
    }

    /// The states of the preview, as a page hears of them.
    fn events(&self) -> Events {
        let mut stream = self.connect();
        write!(stream, "GET /__kehoach/events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port).unwrap();
        Events(BufReader::new(stream))
    }

    fn told(&self) -> serde_json::Value {
        self.events().next()
    }

    /// Waits until this many errors are told, and gives the list of them.
    fn wait_for_errors(&self, errors: u64) -> String {
        let told = self.events().wait(|told| told["errors"] == errors);
        told["problems"].as_str().unwrap().to_owned()
    }

    fn wait_for_text(&self, path: &str, text: &str) {
        until(text, || self.page(path).contains(text).then_some(()));
    }

    /// Whether everything that a build writes is served just so.
    fn equals_a_clean_build(&self) -> Result<(), String> {
        let site = clean_build(&self.dir).ok_or("the content has errors")?;
        for (path, bytes) in &site {
            if self.file(path) != *bytes {
                return Err(format!("{path} differs"));
            }
        }
        Ok(())
    }
}

struct Events(BufReader<TcpStream>);

impl Events {
    fn next(&mut self) -> serde_json::Value {
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the events have ended");
            if let Some(told) = line.strip_prefix("data: ") {
                return serde_json::from_str(told).unwrap();
            }
        }
    }

    fn wait(&mut self, wanted: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
        let begun = Instant::now();
        loop {
            let told = self.next();
            if wanted(&told) {
                return told;
            }
            assert!(begun.elapsed() < PATIENCE, "last told: {told}");
        }
    }
}

fn port_of(line: &str) -> u16 {
    let after = line.split("http://127.0.0.1:").nth(1).unwrap_or_else(|| panic!("no address in {line:?}"));
    after.split('/').next().unwrap().parse().unwrap()
}

fn without_script(page: Vec<u8>) -> Vec<u8> {
    let Ok(text) = String::from_utf8(page.clone()) else { return page };
    let Some(at) = text.find("<script src=\"/__kehoach/") else { return page };
    let end = at + text[at..].find("</script>").unwrap() + "</script>".len();
    (text[..at].to_owned() + &text[end..]).into_bytes()
}

fn encoded(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

fn clean_build(dir: &Path) -> Option<Site> {
    let options = BuildOptions { as_of: Some(AS_OF.parse().unwrap()), ..BuildOptions::default() };
    let (built, site) = build(&DiskWorld::new(dir), &options);
    (!built.report.has_errors()).then_some(site)
}

/// The site's title is on every page.
fn titled(site: &str, title: &str) -> String {
    site.lines().map(|l| if l.starts_with("title:") { format!("title: {title}\n") } else { format!("{l}\n") }).collect()
}

#[test]
fn everything_is_served_as_a_build_writes_it() {
    let portal = portal();
    fs::create_dir_all(portal.path().join("themes/default/static")).unwrap();
    fs::write(portal.path().join("themes/default/static/own.css"), "p { color: red }").unwrap();
    let preview = Preview::of(portal.path(), &[]);
    assert_eq!(preview.equals_a_clean_build(), Ok(()));
    let home = preview.get("/");
    assert!(home.status == 200 && home.head.contains("text/html; charset=utf-8"), "{}", home.head);
    assert!(
        home.text().contains("<script src=\"/__kehoach/preview.js\"") && home.text().contains("defer></script></body>")
    );
    assert_eq!(without_script(home.body), preview.file("index.html"));
    assert!(preview.get("/static/own.css").head.contains("text/css"));
    assert!(preview.get("/static/own.css?15f2").status == 200);
    assert_eq!(preview.ask("HEAD", "/", "localhost").body, b"");
    assert_eq!(preview.ask("POST", "/", "localhost").status, 405);
}

#[test]
fn an_address_without_its_last_slash_leads_on_and_an_unknown_one_is_not_found() {
    let portal = portal();
    let preview = Preview::of(portal.path(), &[]);
    let answer = preview.get("/ke-hoach");
    assert!(answer.status == 302 && answer.head.contains("location: /ke-hoach/\r"), "{}", answer.head);
    let site = clean_build(portal.path()).unwrap();
    let (vi, en) = (preview.get("/khong-co/"), preview.get("/en/nothing"));
    assert_eq!((vi.status, without_script(vi.body)), (404, site["404.html"].clone()));
    assert_eq!((en.status, without_script(en.body)), (404, site["en/404.html"].clone()));
}

#[test]
fn a_changed_value_is_on_every_page() {
    let portal = portal();
    let preview = Preview::of(portal.path(), &[]);
    let mut events = preview.events();
    let before = events.next();
    preview.write(SITE, &titled(&preview.read(SITE), "{vi: Cổng mới, en: New portal}"));
    let after = events.wait(|told| told["state"] != before["state"]);
    assert_eq!(after["errors"], 0);
    preview.wait_for_text("index.html", "Cổng mới");
    preview.wait_for_text("en/plans/index.html", "New portal");
    assert_eq!(preview.equals_a_clean_build(), Ok(()));
}

#[test]
fn what_is_broken_is_told_over_the_last_good_page_until_it_is_mended() {
    let portal = portal();
    let preview = Preview::of(portal.path(), &[]);
    let (sound, home) = (preview.read(SITE), preview.file("index.html"));
    preview.write(SITE, &format!("{sound}tittle: <b>x\n"));
    let problems = preview.wait_for_errors(1);
    for part in ["content/site.yaml:", "tittle: &lt;b&gt;x", "class=\"help\"", "unknown-field"] {
        assert!(problems.contains(part), "{part} in {problems}");
    }
    assert!(preview.file("index.html") == home, "the last good page stays");
    assert_eq!(preview.get("/ke-hoach/").status, 200);
    until("the terminal", || preview.read("stderr.txt").contains("tittle: <b>x").then_some(()));
    preview.write(SITE, &titled(&sound, "Đã sửa"));
    assert_eq!(preview.wait_for_errors(0), "");
    preview.wait_for_text("index.html", "Đã sửa");
}

#[test]
fn what_is_wrong_in_one_file_stays_told_while_another_one_changes() {
    let portal = portal();
    let preview = Preview::of(portal.path(), &[]);
    let (plan, site) = (preview.read(PLAN), preview.read(SITE));
    preview.write(PLAN, &format!("{plan}no_such_field: 1\n"));
    preview.wait_for_errors(1);
    preview.write(SITE, &format!("{site}tittle: x\n"));
    let problems = preview.wait_for_errors(2);
    assert!(problems.contains("no_such_field") && problems.contains("tittle"), "{problems}");
    preview.write(SITE, &site);
    assert!(preview.wait_for_errors(1).contains("no_such_field"));
    // A file before it shifts the numbers by which places name their files.
    preview.write("content/indicators.yaml", "format: 1\nindicators: []\n");
    preview.write(PLAN, &plan);
    preview.wait_for_errors(0);
    until("all of it", || preview.equals_a_clean_build().ok());
}

#[test]
fn before_the_first_good_site_there_is_a_page_of_what_is_wrong() {
    let portal = portal();
    let sound = fs::read_to_string(portal.path().join(SITE)).unwrap();
    fs::write(portal.path().join(SITE), "format: 1\ntitle: [\n").unwrap();
    let preview = Preview::of(portal.path(), &["--lang", "vi"]);
    let page = preview.get("/ke-hoach/");
    assert_eq!(page.status, 503);
    for part in ["<html lang=\"vi\">", "content/site.yaml:", "Cách sửa", "preview.js\" data-state="] {
        assert!(page.text().contains(part), "{part} in {}", page.text());
    }
    preview.write(SITE, &sound);
    preview.wait_for_errors(0);
    until("the site", || (preview.get("/ke-hoach/").status == 200).then_some(()));
}

#[test]
fn a_broken_template_or_string_is_told_like_broken_content() {
    let portal = portal();
    let preview = Preview::of(portal.path(), &[]);
    let home = preview.file("index.html");
    fs::create_dir_all(portal.path().join("themes/default/templates")).unwrap();
    fs::create_dir_all(portal.path().join("themes/default/strings")).unwrap();
    let template = "themes/default/templates/home.html";
    for broken in ["{{ page.title", "{{ page.no_such_thing.at_all }}", "{{ t(key=\"no.such.string\") }}"] {
        preview.write(template, broken);
        let problems = preview.events().wait(|told| told["problems"].as_str().unwrap().contains(template));
        assert!(problems["errors"].as_u64() > Some(0), "{broken}");
        assert!(preview.file("index.html") == home, "{broken}");
        fs::remove_file(portal.path().join(template)).unwrap();
        preview.wait_for_errors(0);
    }
    preview.write("themes/default/strings/vi.yaml", "call: {\n");
    preview.events().wait(|told| told["problems"].as_str().unwrap().contains("strings/vi.yaml:"));
    fs::remove_dir_all(portal.path().join("themes")).unwrap();
    preview.wait_for_errors(0);
    assert!(preview.file("index.html") == home);
}

#[test]
fn a_page_that_fails_by_its_content_alone_keeps_its_last_good_self() {
    let portal = portal();
    let templates = portal.path().join("themes/default/templates");
    fs::create_dir_all(&templates).unwrap();
    let preview = Preview::of(portal.path(), &[]);
    let path = "ke-hoach/mau-2024/index.html";
    let good = preview.file(path);
    let template = fs::read_to_string("themes/default/templates/plan.html").unwrap();
    let trap = "{% if frame.canonical is ending_with(\"/mau-2024/\") %}{{ page.no.such.thing }}{% endif %}</main>";
    fs::write(templates.join("plan.html"), template + trap).unwrap();
    preview.wait_for_errors(1);
    assert!(preview.file(path) == good);
}

#[test]
fn a_deleted_folder_keeps_the_last_site_and_comes_back() {
    let portal = portal();
    let preview = Preview::of(portal.path(), &[]);
    let home = preview.file("index.html");
    fs::rename(portal.path().join("content"), portal.path().join("aside")).unwrap();
    preview.events().wait(|told| told["errors"].as_u64() > Some(0));
    assert!(preview.file("index.html") == home);
    fs::rename(portal.path().join("aside"), portal.path().join("content")).unwrap();
    preview.wait_for_errors(0);
    preview.write(SITE, &titled(&preview.read(SITE), "Sau khi trở lại"));
    preview.wait_for_text("index.html", "Sau khi trở lại");
    fs::remove_dir_all(portal.path().join("content/plans")).unwrap();
    until("no plan", || (preview.get("/ke-hoach/mau-2024/").status == 404).then_some(()));
    copy(Path::new("tests/base/content/plans"), &portal.path().join("content/plans"));
    until("the plan", || (preview.get("/ke-hoach/mau-2024/").status == 200).then_some(()));
    until("all of it", || preview.equals_a_clean_build().ok());
}

#[test]
fn a_save_by_rename_is_seen_and_lock_files_are_not() {
    let portal = portal();
    let preview = Preview::of(portal.path(), &[]);
    let site = preview.read(SITE);
    let before = preview.told();
    for lock in [".site.yaml.swp", "site.yaml~", "~$site.yaml", "#site.yaml#", ".~lock.site.yaml#", "4913.tmp"] {
        preview.write(&format!("content/{lock}"), "x");
    }
    for round in 0..3 {
        let title = format!("Lần {round}");
        fs::rename(portal.path().join(SITE), portal.path().join("content/site.yaml~")).unwrap();
        preview.write("content/.site.yaml.new", &titled(&site, &title));
        fs::rename(portal.path().join("content/.site.yaml.new"), portal.path().join(SITE)).unwrap();
        preview.wait_for_text("index.html", &title);
    }
    assert_ne!(preview.told()["state"], before["state"]);
    assert_eq!(preview.told()["errors"], 0, "{}", preview.told());
}

/// Only Linux tells when a file is closed.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_is_still_open_is_not_taken_for_whole() {
    let portal = portal();
    let preview = Preview::of(portal.path(), &[]);
    let mut events = preview.events();
    let before = events.next();
    let (first, rest) = ("format: 1\ntitle: {vi: Nửa tệp, en: Half}\n", titled(&preview.read(SITE), "Cả tệp"));
    let mut file = fs::File::create(portal.path().join(SITE)).unwrap();
    file.write_all(first.as_bytes()).unwrap();
    let written = Instant::now();
    std::thread::sleep(Duration::from_millis(700));
    file.set_len(0).unwrap();
    file.rewind().unwrap();
    file.write_all(rest.as_bytes()).unwrap();
    drop(file);
    let in_time = written.elapsed() < Duration::from_secs(3);
    let after = events.wait(|told| told["state"] != before["state"]);
    // Half of it has no languages, which is an error.
    assert!(!in_time || after["errors"] == 0, "{after}");
    preview.wait_for_text("index.html", "Cả tệp");
}

#[test]
fn lock_files_alone_cost_no_reading() {
    let portal = portal();
    let preview = Preview::of(portal.path(), &[]);
    let mut events = preview.events();
    let first = number(&events.next());
    for lock in [".site.yaml.swp", "site.yaml~", "~$site.yaml", "#site.yaml#"] {
        preview.write(&format!("content/{lock}"), "x");
    }
    preview.write("notes.txt", "beside the content");
    preview.write(SITE, &titled(&preview.read(SITE), "Sau cùng"));
    preview.wait_for_text("index.html", "Sau cùng");
    assert_eq!(number(&events.next()), first + 1);
}

fn number(told: &serde_json::Value) -> u64 {
    told["state"].as_str().unwrap().split('-').nth(1).unwrap().parse().unwrap()
}

#[test]
fn five_hundred_files_at_once_cost_one_reading() {
    let portal = portal();
    let preview = Preview::of(portal.path(), &[]);
    let first = number(&preview.told());
    for file in 0..500 {
        let path = portal.path().join(format!("content/plans/mau-2024/{file}.pdf"));
        fs::write(path, format!("{file}")).unwrap();
    }
    preview.write(SITE, &titled(&preview.read(SITE), "Sau năm trăm tệp"));
    preview.wait_for_text("index.html", "Sau năm trăm tệp");
    let readings = number(&preview.told()) - first;
    // One, unless the computer stood still in the middle of the burst for longer than a burst's silence.
    assert!((1..=3).contains(&readings), "{readings}");
}

#[test]
fn foreign_hosts_are_refused() {
    let portal = portal();
    let preview = Preview::of(portal.path(), &[]);
    for path in ["/", "/__kehoach/events", "/__kehoach/preview.js", "/data/plans.csv"] {
        for host in ["evil.example", "localhost.evil.example:80", "192.168.1.5", ""] {
            let answer = preview.ask("GET", path, host);
            assert_eq!(answer.status, 403, "{host} {path}");
            assert!(!answer.text().contains('<'));
        }
    }
    assert_eq!(preview.ask("GET", "/", "localhost").status, 200);
    assert_eq!(preview.ask("GET", "/", "[::1]:1").status, 200);
}

#[test]
fn no_request_leads_out_of_the_site() {
    let portal = portal();
    fs::write(portal.path().join("secret.txt"), "secret").unwrap();
    let preview = Preview::of(portal.path(), &[]);
    for path in [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/files/../../secret.txt",
        "/files/%2e%2e/%2e%2e/secret.txt",
        "/files/..%5c..%5csecret.txt",
        "/files\\..\\secret.txt",
        "//secret.txt",
        "/secret.txt",
        "/content/site.yaml",
        "/files/site.yaml",
        "/%00",
        "/%ff",
    ] {
        let answer = preview.get(path);
        assert!([400, 404].contains(&answer.status), "{path}: {}", answer.status);
        assert!(!answer.text().contains("secret") && !answer.text().contains("base_url:"), "{path}");
    }
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn a_busy_port_moves_on_and_says_so() {
    let portal = portal();
    let busy = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = busy.local_addr().unwrap().port();
    let preview = Preview::of(portal.path(), &["--port", &port.to_string()]);
    assert_ne!(preview.port, port);
    assert_eq!(preview.get("/").status, 200);
    assert!(preview.read("stderr.txt").contains(&format!("Port {port} is busy")));
}

#[test]
fn with_host_the_address_for_a_phone_is_printed() {
    let portal = portal();
    let mut preview = Preview::of(portal.path(), &["--host"]);
    let mut line = String::new();
    preview.out.read_line(&mut line).unwrap();
    assert!(
        line.starts_with("On a phone in the same network: http://") && line.contains(&format!(":{}/", preview.port))
    );
    assert_eq!(preview.ask("GET", "/", "192.168.1.5:8080").status, 200);
    assert_eq!(preview.ask("GET", "/", "evil.example").status, 403);
}

#[test]
fn polling_finds_what_events_would_tell() {
    let portal = portal();
    let preview = Preview::of(portal.path(), &["--poll"]);
    let site = preview.read(SITE);
    for title in ["Một", "Hai"] {
        // Of one size, within one step of a coarse clock.
        preview.write(SITE, &titled(&site, title));
        preview.wait_for_text("index.html", title);
    }
    fs::remove_dir_all(portal.path().join("content/plans")).unwrap();
    until("no plan", || (preview.get("/ke-hoach/mau-2024/").status == 404).then_some(()));
}

/// Breaks a file or not, in one of the ways in which people and programs save.
fn edit(dice: &mut Dice, dir: &Path, files: &[(PathBuf, String)], round: usize) {
    let (file, sound) = &files[dice.below(files.len())];
    let home = dir.join(file);
    let half = sound.char_indices().nth(sound.chars().count() / 2).map_or(0, |(at, _)| at);
    let text = match dice.below(8) {
        0 => sound[..half].to_owned(),
        1 => String::new(),
        2 => format!("{sound}\nno_such_field: {round}\n"),
        3 => format!("{sound}\n\t- : [\n"),
        _ => format!("{sound}\n# {round}\n"),
    };
    let _ = fs::create_dir_all(home.parent().unwrap());
    match dice.below(6) {
        0 => {
            let aside = home.with_extension("new.tmp");
            fs::write(&aside, text).unwrap();
            fs::rename(aside, home).unwrap();
        }
        1 => {
            let mut open = fs::File::create(home).unwrap();
            for piece in text.as_bytes().chunks(text.len() / 5 + 1) {
                open.write_all(piece).unwrap();
                open.flush().unwrap();
            }
        }
        2 => _ = fs::remove_file(home),
        3 if dice.below(4) == 0 => _ = fs::remove_dir_all(home.parent().unwrap()),
        _ => fs::write(home, text).unwrap(),
    }
}

#[test]
fn after_a_hundred_random_edits_the_served_pages_are_those_of_a_clean_build() {
    let portal = portal();
    let preview = Preview::of(portal.path(), &[]);
    let files: Vec<_> = files_below(&portal.path().join("content"))
        .into_iter()
        .map(|file| (file.strip_prefix(portal.path()).unwrap().to_owned(), fs::read_to_string(&file).unwrap()))
        .collect();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for round in 0..100 {
        edit(&mut dice, portal.path(), &files, round);
        let home = preview.get("/");
        assert!(home.status == 200 && home.text().contains("<main"), "{round}: {}", home.status);
        std::thread::sleep(Duration::from_millis(dice.below(40) as u64));
    }
    for (number, (file, sound)) in files.iter().enumerate() {
        let home = portal.path().join(file);
        fs::create_dir_all(home.parent().unwrap()).unwrap();
        let title = format!("Lần cuối {number}");
        fs::write(home, if file == Path::new(SITE) { titled(sound, &title) } else { sound.clone() }).unwrap();
    }
    until("the last content", || preview.equals_a_clean_build().ok());
    assert_eq!(preview.wait_for_errors(0), "");
}

#[test]
fn watch_publishes_what_is_sound_and_keeps_what_is_published_otherwise() {
    let portal = portal();
    let child = start(&["watch", "--as-of", AS_OF, "--lang", "en", "--out", "out"], portal.path());
    struct Ends(Child);
    impl Drop for Ends {
        fn drop(&mut self) {
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }
    let _ends = Ends(child);
    let published = || fs::read_to_string(portal.path().join("out/index.html")).ok();
    let first = until("the first site", published);
    let site = fs::read_to_string(portal.path().join(SITE)).unwrap();
    fs::write(portal.path().join(SITE), format!("{site}tittle: x\n")).unwrap();
    let errors = || fs::read_to_string(portal.path().join("stderr.txt")).unwrap();
    until("the error", || errors().contains("tittle: x").then_some(()));
    until("its end", || errors().contains("Nothing was published").then_some(()));
    assert!(published() == Some(first));
    fs::write(portal.path().join(SITE), titled(&site, "Đã sửa")).unwrap();
    until("the mended site", || published().filter(|page| page.contains("Đã sửa")));
    let clean = clean_build(portal.path()).unwrap();
    let equal = || {
        clean.iter().all(|(path, bytes)| fs::read(portal.path().join("out").join(path)).ok().as_ref() == Some(bytes))
    };
    until("all of it", || equal().then_some(()));
    assert!(portal.path().join(PLAN).is_file());
}

/// The place of the nearest traced element around the first time that a traced page says this, without the column.
fn place_of(page: &str, text: &str) -> String {
    let before = &page[..page.find(text).unwrap_or_else(|| panic!("{text} is not on {page}"))];
    let at = before.rfind("data-at=").unwrap_or_else(|| panic!("{text} has no place")) + "data-at=".len();
    let place = before[at..].trim_start_matches('"').split([' ', '>', '"']).next().unwrap();
    place.rsplit_once(':').unwrap().0.to_owned()
}

/// A file and the line in which something stands for the first time.
fn line_of(dir: &Path, file: &str, text: &str) -> String {
    let content = fs::read_to_string(dir.join(file)).unwrap();
    let line =
        content.lines().position(|line| line.contains(text)).unwrap_or_else(|| panic!("{text} is not in {file}"));
    format!("{file}:{}", line + 1)
}

/// A portal in which a measure has an observation, and a page has text of its own.
fn portal_with_figures() -> TempDir {
    let portal = portal();
    let plan = fs::read_to_string(portal.path().join(PLAN)).unwrap();
    fs::write(portal.path().join(PLAN), plan.replace("progress: none", "progress: kept")).unwrap();
    let rows = "measure,period,value,status,source\ntre-em-duoc-bao-ve,2023,80,final,Báo cáo mẫu\n\
                tre-em-duoc-bao-ve,2024,85,final,Báo cáo mẫu\n";
    fs::write(portal.path().join(FIGURES), rows).unwrap();
    fs::create_dir_all(portal.path().join("content/pages")).unwrap();
    let page = |title: &str, text: &str| format!("---\ntitle: {title}\n---\n\n{text} 1\n\n- {text} 2\n\n{text} 3\n");
    fs::write(portal.path().join("content/pages/gioi.vi.md"), page("Giới thiệu", "Đoạn văn")).unwrap();
    fs::write(portal.path().join("content/pages/gioi.en.md"), page("About", "Paragraph")).unwrap();
    portal
}

const FIGURES: &str = "content/plans/mau-2024/progress.csv";
const PLACE: &str = "content/places/viet-nam.yaml";
const TRACED: &str = "/__kehoach/traced";

#[test]
fn a_traced_page_tells_where_each_of_it_is_written() {
    let portal = portal_with_figures();
    let preview = Preview::of(portal.path(), &[]);
    let is_at = |page: &str, text: &str, file: &str, line: &str| {
        let answer = preview.get(&format!("{TRACED}{page}"));
        assert_eq!(answer.status, 200, "{page}");
        assert_eq!(place_of(&answer.text(), text), line_of(portal.path(), file, line), "{text} on {page}");
    };
    let plan = "/ke-hoach/mau-2024";
    is_at(&format!("{plan}/"), "Trẻ em được bảo vệ</a>", PLAN, "id: tre-em-duoc-bao-ve");
    is_at(&format!("{plan}/chi-tieu/"), "Trẻ em được bảo vệ</a>", PLAN, "id: tre-em-duoc-bao-ve");
    is_at(&format!("{plan}/chi-tieu/tre-em-duoc-bao-ve/"), "page_bullet_n_t", PLAN, "id: tre-em-duoc-bao-ve");
    is_at(&format!("{plan}/chi-tieu/tre-em-duoc-bao-ve/"), "page_line_n_t", PLAN, "id: tre-em-duoc-bao-ve");
    is_at(&format!("{plan}/chi-tieu/tre-em-duoc-bao-ve/"), "80%</span></span>", FIGURES, "2023,80");
    is_at(&format!("{plan}/trach-nhiem/"), "Chủ trì thực hiện", PLAN, "Chủ trì thực hiện");
    is_at(&format!("{plan}/toan-van/"), "100% trẻ em được bảo vệ", PLAN, "vi: 100% trẻ em");
    is_at("/en/plans/mau-2024/document/", "100% of children are", PLAN, "en: 100% of children");
    is_at("/duong-day-nong/", "Tổng đài mẫu</h3>", PLACE, "number: \"111\"");
    is_at("/duong-day-nong/", "Miễn phí cuộc gọi", PLACE, "cost: free");
    is_at("/gioi/", "Đoạn văn 2", "content/pages/gioi.vi.md", "Đoạn văn 2");
    is_at("/en/gioi/", "Paragraph 3", "content/pages/gioi.en.md", "Paragraph 3");
}

#[test]
fn the_place_moves_with_the_line() {
    let portal = portal_with_figures();
    let preview = Preview::of(portal.path(), &[]);
    let page = format!("{TRACED}/ke-hoach/mau-2024/toan-van/");
    let place = || place_of(&preview.get(&page).text(), "100% trẻ em được bảo vệ");
    let first = place();
    preview.write(PLAN, &format!("# a remark\n{}", preview.read(PLAN)));
    let second = line_of(portal.path(), PLAN, "vi: 100% trẻ em");
    assert_ne!(first, second);
    until("the line below", || (place() == second).then_some(()));
}

#[test]
fn a_traced_page_tells_what_is_old() {
    let portal = portal_with_figures();
    let read = fs::read_to_string(portal.path().join(PLACE)).unwrap();
    let preview = Preview::of(portal.path(), &[]);
    let page = || preview.get(&format!("{TRACED}/duong-day-nong/")).text();
    assert!(!page().contains("data-stale"));
    preview.write(PLACE, &read.replace("read: 2026-11-22", "read: 2025-11-21"));
    until("old facts", || (page().matches("data-stale").count() == 2).then_some(()));
    preview.write(
        PLACE,
        &read
            .replace("read: 2026-11-22", "read: 2025-11-21")
            .replace("    facts:\n", "    called: 2026-11-20\n    facts:\n"),
    );
    until("somebody rang", || (!page().contains("data-stale")).then_some(()));
}

#[test]
fn a_measure_is_old_whose_figure_is_awaited() {
    let portal = portal_with_figures();
    let preview = Preview::of(portal.path(), &[]);
    let page = || preview.get(&format!("{TRACED}/ke-hoach/mau-2024/chi-tieu/")).text();
    assert!(!page().contains("data-stale"));
    preview.write(FIGURES, &preview.read(FIGURES).replace(",2024,", ",2021,").replace(",2023,", ",2022,"));
    let duty = "            duties: [{role: lead, with: [so-y-te]}]\n";
    let report = "            reports: [{id: nam, from: [so-mau], due: {by: 2024-11-15}}]\n";
    preview.write(PLAN, &preview.read(PLAN).replace(duty, &format!("{duty}{report}")));
    until("an awaited figure", || page().contains("data-stale").then_some(()));
    assert_eq!(page().matches("data-stale").count(), 1);
}

#[test]
fn no_published_file_tells_where_it_is_written() {
    let portal = portal_with_figures();
    let preview = Preview::of(portal.path(), &[]);
    assert!(preview.get(&format!("{TRACED}/")).text().contains("data-at="));
    assert_eq!(preview.equals_a_clean_build(), Ok(()));
    for (path, bytes) in clean_build(portal.path()).unwrap() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!["data-at", "data-stale", "plan.yaml:"].iter().any(|trace| text.contains(trace)), "{path}");
    }
}

#[test]
fn a_traced_page_is_found_as_the_page_itself_is() {
    let portal = portal();
    let preview = Preview::of(portal.path(), &[]);
    let (known, unknown) = (preview.get(&format!("{TRACED}/en/")), preview.get(&format!("{TRACED}/en/nothing")));
    assert!(known.status == 200 && known.head.contains("text/html"), "{}", known.head);
    assert!(!known.text().contains("<script"));
    assert!(unknown.status == 200 && unknown.text().contains("lang=en"), "{}", unknown.text());
    for path in ["/../site.yaml", "/%2e%2e/content/site.yaml"] {
        assert_eq!(preview.get(&format!("{TRACED}{path}")).status, 400, "{path}");
    }
}

#[test]
fn folders_of_this_computer_are_told_to_its_own_pages_alone() {
    let portal = portal();
    let preview = Preview::of(portal.path(), &["--editor", "zed"]);
    let told = |answer: Answer| serde_json::from_slice::<serde_json::Value>(&answer.body).unwrap();
    let own = told(preview.get("/__kehoach/editor"));
    assert_eq!(own["link"], "zed://file{path}:{line}:{column}");
    assert_eq!(own["folder"], fs::canonicalize(portal.path()).unwrap().to_str().unwrap());
    let host = "localhost\r\nSec-Fetch-Site: cross-site";
    assert_eq!(told(preview.ask("GET", "/__kehoach/editor", host)), serde_json::json!({}));
    for path in ["/__kehoach/editor", TRACED, "/__kehoach/traced/"] {
        assert_eq!(preview.ask("GET", path, "evil.example").status, 403, "{path}");
    }
    let none = Preview::of(portal.path(), &["--editor", "none"]);
    assert_eq!(told(none.get("/__kehoach/editor"))["link"], serde_json::Value::Null);
}
