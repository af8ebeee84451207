//! Faults while a site is published: whatever goes wrong, and whenever, the old site stands whole or the new one does, and
//! the next build leaves nothing behind.

use assert_cmd::cargo::cargo_bin;
use kehoach::diag::{Code, Diagnostic};
use kehoach::model::Artifact;
use kehoach::publish::{Act, Disk, MARKER, Staging, SystemDisk};
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime};

type Site = [(&'static str, &'static str)];

const OLD: &Site = &[("index.html", "old"), ("same/index.html", "same"), ("gone/index.html", "gone")];
const NEW: &Site = &[("index.html", "new"), ("same/index.html", "same"), ("en/plans/index.html", "new")];

/// What happens at the act that is to go wrong.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Fault {
    /// That act alone fails.
    Once,
    /// So do all acts after it, as on a disk that is full or gone; removing still works.
    Full,
    /// The run is dead: nothing is done any more, a file is half written.
    Death,
}

/// A disk on which something goes wrong.
#[derive(Debug)]
struct Faulty {
    fault: Fault,
    /// At which act.
    at: usize,
    done: AtomicUsize,
    /// What this disk cannot do at all.
    lacks: fn(&Act) -> bool,
}

impl Faulty {
    fn new(fault: Fault, at: usize, lacks: fn(&Act) -> bool) -> Arc<Faulty> {
        Arc::new(Faulty { fault, at, done: AtomicUsize::new(0), lacks })
    }
}

impl Disk for Faulty {
    fn act(&self, act: Act) -> io::Result<()> {
        let done = self.done.fetch_add(1, Ordering::Relaxed);
        let removes = matches!(act, Act::RemoveFile(_) | Act::RemoveFolder(_));
        let fails = match self.fault {
            Fault::Once => done == self.at,
            Fault::Full => done >= self.at && !removes,
            Fault::Death => done >= self.at,
        };
        if fails {
            match act {
                Act::Write { path, bytes, .. } if done == self.at => {
                    // The system gives no such promise as that a file is written whole or not at all.
                    let _ = SystemDisk.act(Act::Write { path, bytes: &bytes[..bytes.len() / 2], modified: None });
                }
                Act::RemoveFolder(path) if done == self.at => {
                    let first = fs::read_dir(path).ok().and_then(|mut entries| entries.next()?.ok());
                    let _ = first.map(|entry| fs::remove_file(entry.path()));
                }
                _ => {}
            }
            return Err(ErrorKind::StorageFull.into());
        }
        if (self.lacks)(&act) { Err(ErrorKind::Unsupported.into()) } else { SystemDisk.act(act) }
    }
}

fn nothing(_: &Act) -> bool {
    false
}

fn exchange(act: &Act) -> bool {
    matches!(act, Act::Exchange(..))
}

fn exchange_and_links(act: &Act) -> bool {
    matches!(act, Act::Exchange(..) | Act::Link { .. })
}

fn publish_on(disk: Arc<dyn Disk>, target: &Path, site: &Site) -> Result<(), Diagnostic> {
    let staging = Staging::begin_on(disk, target)?;
    for (path, text) in site {
        staging.write(&Artifact { path: (*path).to_owned(), bytes: (*text).into() })?;
    }
    staging.commit()
}

fn publish(target: &Path, site: &Site) {
    publish_on(Arc::new(SystemDisk), target, site).unwrap();
}

/// Every file below a folder with its bytes, the marker aside.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let all = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let all = all.filter(|entry| entry.file_name() != MARKER);
    let path = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
    all.map(|e| (path(e.path()), fs::read(e.path()).unwrap())).collect()
}

fn is(folder: &Path, site: &Site) -> bool {
    let wanted: BTreeMap<_, _> =
        site.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    files(folder) == wanted && folder.join(MARKER).is_file()
}

/// What stands in a folder, the cache aside.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name != ".kehoach-cache");
    names.sort();
    names
}

fn when(path: impl AsRef<Path>) -> SystemTime {
    fs::metadata(path).unwrap().modified().unwrap()
}

/// Publishes over an old site with a fault at the first act, the second, and so on until a run has less acts than that;
/// hands over what each run left.
fn at_every_act(fault: Fault, lacks: fn(&Act) -> bool, look: impl Fn(usize, &Path, Result<(), Diagnostic>)) -> usize {
    for at in 0.. {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("site");
        publish(&target, OLD);
        let disk = Faulty::new(fault, at, lacks);
        let published = publish_on(disk.clone(), &target, NEW);
        let acts = disk.done.load(Ordering::Relaxed);
        if acts <= at {
            assert!(published.is_ok() && is(&target, NEW));
            return acts;
        }
        look(at, &target, published);
        // Half of the next builds are of the site that stood before.
        let next = if at % 2 == 0 { NEW } else { OLD };
        publish(&target, next);
        assert!(is(&target, next), "{fault:?} at {at}");
        assert_eq!(names(root.path()), ["site"], "{fault:?} at {at}: nothing stays behind");
    }
    0
}

#[test]
fn a_fault_at_any_act_leaves_the_old_site_or_the_new_one() {
    for fault in [Fault::Once, Fault::Full] {
        for lacks in [nothing, exchange, exchange_and_links] {
            let acts = at_every_act(fault, lacks, |at, target, published| match published {
                Ok(()) => assert!(is(target, NEW), "{fault:?} at {at}"),
                // Between two renames, on a disk that then takes no change at all: the next start puts it back.
                Err(_) if !target.exists() => {
                    assert!(fault == Fault::Full && is(&target.with_file_name(".site.kehoach-old"), OLD));
                }
                Err(refused) => {
                    assert_eq!(refused.code, Code::CannotWrite);
                    assert!(refused.message(kehoach::lang::Lang::VI).contains("ổ đĩa đã đầy"));
                    assert!(is(target, OLD), "{fault:?} at {at}");
                }
            });
            assert!(acts > 8, "{acts} acts");
        }
    }
}

#[test]
fn a_run_that_dies_at_any_act_leaves_the_old_site_or_the_new_one() {
    at_every_act(Fault::Death, nothing, |at, target, _| {
        assert!(is(target, OLD) || is(target, NEW), "death at {at}");
    });
}

#[test]
fn without_an_exchange_of_folders_the_next_start_repairs_what_a_death_left() {
    for lacks in [exchange, exchange_and_links] {
        at_every_act(Fault::Death, lacks, |at, target, _| {
            // The start alone, before anything is built.
            drop(Staging::begin(target).unwrap());
            assert!(is(target, OLD) || is(target, NEW), "death at {at}");
            assert_eq!(names(target.parent().unwrap()), ["site"], "death at {at}");
        });
    }
}

#[test]
fn a_repository_in_the_target_survives_a_death_at_any_act() {
    for lacks in [nothing, exchange] {
        for at in 0.. {
            let root = tempfile::tempdir().unwrap();
            let target = root.path().join("site");
            fs::create_dir_all(target.join(".git")).unwrap();
            fs::write(target.join(".git/HEAD"), "ref").unwrap();
            fs::write(target.join(".gitignore"), "*\n").unwrap();
            let disk = Faulty::new(Fault::Death, at, lacks);
            let _ = publish_on(disk.clone(), &target, NEW);
            publish(&target, NEW);
            assert_eq!(fs::read_to_string(target.join(".git/HEAD")).unwrap(), "ref", "death at {at}");
            assert_eq!(fs::read_to_string(target.join(".gitignore")).unwrap(), "*\n", "death at {at}");
            assert_eq!(names(root.path()), ["site"], "death at {at}");
            if disk.done.load(Ordering::Relaxed) <= at {
                break;
            }
        }
    }
}

#[test]
fn a_file_that_does_not_change_keeps_its_time() {
    for lacks in [nothing, exchange_and_links] {
        let root = tempfile::tempdir().unwrap();
        let target = root.path().join("site");
        publish(&target, OLD);
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_600_000_000);
        for file in ["index.html", "same/index.html", MARKER] {
            fs::File::options().append(true).open(target.join(file)).unwrap().set_modified(long_ago).unwrap();
        }
        publish_on(Faulty::new(Fault::Once, usize::MAX, lacks), &target, NEW).unwrap();
        assert!(is(&target, NEW));
        assert_eq!((when(target.join("same/index.html")), when(target.join(MARKER))), (long_ago, long_ago));
        assert!(when(target.join("index.html")) > long_ago, "other bytes, another time");
    }
}

#[test]
fn a_file_of_the_same_length_is_not_taken_for_the_same() {
    let root = tempfile::tempdir().unwrap();
    let target = root.path().join("site");
    publish(&target, &[("index.html", "abc")]);
    publish(&target, &[("index.html", "abd")]);
    assert!(is(&target, &[("index.html", "abd")]));
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_into_the_old_site() {
    use std::os::unix::fs::MetadataExt;
    let root = tempfile::tempdir().unwrap();
    let target = root.path().join("site");
    publish(&target, OLD);
    // A copy by links, as some backups are, and a page that is a link to somewhere else.
    let backup = root.path().join("backup.html");
    fs::hard_link(target.join("index.html"), &backup).unwrap();
    let elsewhere = root.path().join("elsewhere.html");
    fs::write(&elsewhere, "same").unwrap();
    fs::remove_file(target.join("same/index.html")).unwrap();
    std::os::unix::fs::symlink(&elsewhere, target.join("same/index.html")).unwrap();
    let before = fs::metadata(target.join("gone/index.html")).unwrap().ino();
    publish(&target, NEW);
    assert_eq!(fs::read_to_string(&backup).unwrap(), "old");
    assert!(!target.join("same/index.html").is_symlink() && is(&target, NEW));
    publish(&target, NEW);
    let page = fs::metadata(target.join("index.html")).unwrap();
    assert!(page.nlink() == 1 && page.ino() != before, "the old name went with the old site");
}

#[test]
fn a_second_run_for_the_same_target_says_so_and_stops() {
    let root = tempfile::tempdir().unwrap();
    let target = root.path().join("site");
    publish(&target, OLD);
    let first = Staging::begin(&target).unwrap();
    let refused = Staging::begin(&root.path().join("./site/")).unwrap_err();
    assert_eq!(refused.code, Code::OutputBusy);
    assert!(Staging::begin(&root.path().join("other")).is_ok(), "another target is not busy");
    first.write(&Artifact { path: "index.html".into(), bytes: b"first".to_vec() }).unwrap();
    first.commit().unwrap();
    assert!(is(&target, &[("index.html", "first")]));
    publish(&target, NEW);
    assert_eq!(names(root.path()), ["site"]);
}

#[test]
fn of_many_runs_at_once_each_publishes_whole_or_is_told_to_wait() {
    let root = tempfile::tempdir().unwrap();
    let target = root.path().join("site");
    publish(&target, OLD);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..50 {
                    match publish_on(Arc::new(SystemDisk), &target, NEW) {
                        Ok(()) => assert!(target.is_dir()),
                        Err(refused) => assert_eq!(refused.code, Code::OutputBusy, "{refused:?}"),
                    }
                }
            });
        }
    });
    publish(&target, OLD);
    assert!(is(&target, OLD));
    assert_eq!(names(root.path()), ["site"]);
}

/// A small portal in a folder of its own.
fn portal() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    let base = Path::new("tests/base");
    for entry in walkdir::WalkDir::new(base).into_iter().map(Result::unwrap) {
        let to = root.path().join(entry.path().strip_prefix(base).unwrap());
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).unwrap();
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
    root
}

/// A real build of the portal as of a day, into its `public/` if nothing else is said.
fn build(portal: &Path, day: &str) -> Command {
    let mut command = Command::new(cargo_bin("kehoach"));
    command.args(["build", "--lang", "en", "--as-of", day]).current_dir(portal).stdin(Stdio::null());
    command
}

fn site_as_of(portal: &Path, day: &str) -> BTreeMap<String, Vec<u8>> {
    assert!(build(portal, day).output().unwrap().status.success());
    files(&portal.join("public"))
}

const DAYS: [&str; 2] = ["2026-01-01", "2026-02-02"];

#[cfg(target_os = "linux")]
#[test]
fn real_builds_killed_at_many_moments_leave_a_whole_site() {
    const MOMENTS: u32 = 60;
    let portal = portal();
    let site = portal.path().join("public");
    let started = Instant::now();
    let sites = DAYS.map(|day| site_as_of(portal.path(), day));
    let whole = started.elapsed() / 2;
    // Each page prints its day, so that a mixture would be neither.
    assert!(sites[0] != sites[1]);
    for moment in 0..MOMENTS {
        let day = DAYS[moment as usize % 2];
        let mut run = build(portal.path(), day).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(whole * moment / MOMENTS);
        run.kill().unwrap();
        run.wait().unwrap();
        let left = files(&site);
        assert!(sites.contains(&left), "killed at moment {moment}: the site is neither the old one nor the new one");
    }
    assert!(site_as_of(portal.path(), DAYS[0]) == sites[0]);
    assert_eq!(names(portal.path()), ["content", "public"], "the next build cleans up");
}

#[cfg(target_os = "linux")]
#[test]
fn ctrl_c_and_a_polite_end_leave_a_whole_site_too() {
    let portal = portal();
    let sites = DAYS.map(|day| site_as_of(portal.path(), day));
    for (moment, signal) in
        [rustix::process::Signal::INT, rustix::process::Signal::TERM].into_iter().cycle().take(10).enumerate()
    {
        let mut run =
            build(portal.path(), DAYS[moment % 2]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(10 * moment as u64));
        let _ = rustix::process::kill_process(rustix::process::Pid::from_child(&run), signal);
        run.wait().unwrap();
        assert!(sites.contains(&files(&portal.path().join("public"))), "signal at moment {moment}");
    }
    assert!(site_as_of(portal.path(), DAYS[0]) == sites[0]);
    assert_eq!(names(portal.path()), ["content", "public"]);
}

#[cfg(unix)]
#[test]
fn the_second_of_two_real_builds_says_that_the_first_is_at_work() {
    let portal = portal();
    let staging = Staging::begin(&portal.path().join("public")).unwrap();
    let output = build(portal.path(), DAYS[0]).output().unwrap();
    let words = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{words}");
    assert!(words.contains("error[output-busy]: another build is writing to ") && words.contains("public"), "{words}");
    drop(staging);
    assert_eq!(build(portal.path(), DAYS[0]).output().unwrap().status.code(), Some(0));
}

/// Runs a shell script in a world of its own where it may mount; none if this system does not allow that.
#[cfg(target_os = "linux")]
fn with_mounts(portal: &Path, script: &str) -> Option<std::process::Output> {
    let unshare = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--map-root-user", "--mount", "sh", "-ec", script]).current_dir(portal);
        command.env("KEHOACH", cargo_bin("kehoach")).output()
    };
    let trial = unshare("mkdir -p disk && mount -t tmpfs -o size=64k none disk");
    if !trial.is_ok_and(|trial| trial.status.success()) {
        eprintln!("skipped: this system lets nobody mount a disk");
        return None;
    }
    Some(unshare(script).unwrap())
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_site_and_is_told_in_words() {
    let portal = portal();
    let script = "mkdir -p disk; mount -t tmpfs -o size=4m none disk
        $KEHOACH build --lang en --as-of 2026-01-01 --out disk/site >/dev/null
        cp -r disk/site before; find disk/site -type f -exec stat -c '%n %Y' {} + | sort >times
        dd if=/dev/zero of=disk/big bs=1k 2>/dev/null || true
        if $KEHOACH build --lang en --as-of 2026-02-02 --out disk/site; then exit 90; else test $? = 3; fi
        diff -r before disk/site; find disk/site -type f -exec stat -c '%n %Y' {} + | sort | diff times -
        test \"$(ls -A disk)\" = \"$(printf 'big\\nsite')\"
        rm disk/big; $KEHOACH build --lang en --as-of 2026-02-02 --out disk/site
        test \"$(ls -A disk)\" = site; ! diff -rq before disk/site >/dev/null";
    if let Some(output) = with_mounts(portal.path(), script) {
        let words = String::from_utf8(output.stderr).unwrap();
        let out = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{out}{words}");
        assert!(words.contains("error[cannot-write]") && words.contains("the disk is full"), "{words}");
        assert!(words.contains("Nothing was published; disk/site/ is as it was."), "{words}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_only_for_reading_keeps_its_site_and_is_told_in_words() {
    let portal = portal();
    let script = "mkdir -p disk; mount -t tmpfs none disk
        $KEHOACH build --lang en --as-of 2026-01-01 --out disk/site >/dev/null
        cp -r disk/site before; mount -o remount,ro disk
        if $KEHOACH build --lang en --as-of 2026-02-02 --out disk/site; then exit 90; else test $? = 3; fi
        diff -r before disk/site";
    if let Some(output) = with_mounts(portal.path(), script) {
        let words = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{words}");
        assert!(words.contains("error[cannot-write]") && words.contains("the disk is read-only"), "{words}");
    }
}
