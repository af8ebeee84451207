//! A rebuild that takes pages from the last one gives the same bytes as one that renders them all.

mod support;

use kehoach::BuildOptions;
use kehoach::cache::Cache;
use kehoach::outline::SiteOptions;
use kehoach::publish::{MARKER, Staging};
use kehoach::world::{MemoryWorld, World};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use support::{Dice, Site, build, files_below, read_portal};

/// In memory, where there is such a place: some disks take seconds to remove many folders.
fn folder() -> tempfile::TempDir {
    tempfile::TempDir::new_in("/dev/shm").or_else(|_| tempfile::TempDir::new()).unwrap()
}

/// A site built from nothing; `None` if the content has errors.
fn clean(world: &dyn World, options: &BuildOptions) -> Option<Site> {
    let (built, site) = build(world, options);
    (!built.report.has_errors()).then_some(site)
}

/// Builds into `root/site` with the cache in `root/cache`, as the command line does.
fn incremental(root: &Path, world: &dyn World, options: &BuildOptions) -> Site {
    let target = root.join("site");
    let staging = Staging::begin(&target).unwrap();
    let cache = Arc::new(Cache::open(&root.join("cache"), &target).unwrap());
    let options = BuildOptions { cache: Some(Arc::clone(&cache)), ..options.clone() };
    let built = kehoach::build(world, &options, &|artifact| staging.write(&artifact));
    assert!(!built.report.has_errors());
    staging.commit().unwrap();
    cache.save().unwrap();
    on_disk(&target)
}

fn on_disk(target: &Path) -> Site {
    let path = |file: &Path| file.strip_prefix(target).unwrap().to_str().unwrap().replace('\\', "/");
    let files = files_below(target).into_iter().map(|file| (path(&file), fs::read(&file).unwrap()));
    files.filter(|(path, _)| path != MARKER).collect()
}

/// What a portal is built from and with.
struct Portal {
    world: MemoryWorld,
    options: BuildOptions,
}

/// Another letter, line, day, string, template or address.
fn edit(dice: &mut Dice, portal: &mut Portal, files: &[String]) {
    match dice.below(12) {
        0 => portal.options.as_of = Some(jiff::civil::date(2026, 1 + dice.below(12) as i8, 1)),
        1 => {
            let words = ["Gọi ngay", "Gọi", "Gọi điện"][dice.below(3)];
            portal.world.write("themes/default/strings/vi.yaml", format!("call: {words}\n"));
        }
        2 => {
            let template = fs::read_to_string("themes/default/templates/404.html").unwrap();
            let more = " ".repeat(dice.below(3)) + "<!-- -->";
            portal.world.write("themes/default/templates/404.html", template + &more);
        }
        3 => portal.options.site.portable = dice.below(2) == 0,
        4 => portal.options.site.base_url = Some(format!("https://{}.example/", dice.below(3))),
        _ => {
            let path = &files[dice.below(files.len())];
            let text = String::from_utf8(portal.world.read(path).unwrap()).unwrap();
            portal.world.write(path, with_edit(dice, &text));
        }
    }
}

fn with_edit(dice: &mut Dice, text: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let at = dice.below(lines.len());
    match dice.below(6) {
        0 => _ = lines.remove(at),
        1 => {
            let line = lines[at].clone();
            lines.insert(at, line);
        }
        2 if at > 0 => lines.swap(at - 1, at),
        _ => {
            let letters: Vec<usize> =
                lines[at].char_indices().filter(|(_, c)| c.is_alphanumeric()).map(|(i, _)| i).collect();
            if let Some(&letter) = letters.get(dice.below(letters.len().max(1))) {
                let old = lines[at][letter..].chars().next().unwrap();
                let new = if old.is_ascii_digit() { "123" } else { "aăđ" }.chars().nth(dice.below(3)).unwrap();
                lines[at].replace_range(letter..letter + old.len_utf8(), &new.to_string());
            }
        }
    }
    lines.join("\n") + "\n"
}

#[test]
fn clean_and_incremental_builds_are_equal_after_random_edits() {
    const EDITS: usize = 60;
    let root = folder();
    let fresh = || Portal {
        world: read_portal(&[Path::new("tests/base"), Path::new("tests/explain")]),
        options: BuildOptions::default(),
    };
    let mut files = Vec::new();
    for ending in ["yaml", "md"] {
        files.extend(fresh().world.list("content").files.into_iter().filter(|file| file.ends_with(ending)));
    }
    let (mut dice, mut portal, mut sound, mut tried) = (Dice(0x2545_f491_4f6c_dd1d), fresh(), 0, 0);
    let mut last = Site::new();
    while sound < EDITS {
        tried += 1;
        assert!(tried < 40 * EDITS, "{sound} of {tried} edits leave a sound portal");
        let before = (portal.world.clone(), portal.options.clone());
        edit(&mut dice, &mut portal, &files);
        let Some(clean) = clean(&portal.world, &portal.options) else {
            (portal.world, portal.options) = before;
            continue;
        };
        let incremental = incremental(root.path(), &portal.world, &portal.options);
        let differ: Vec<_> = clean.iter().filter(|(path, bytes)| incremental.get(*path) != Some(*bytes)).collect();
        assert!(
            differ.is_empty() && clean.len() == incremental.len(),
            "edit {tried}: {:?}",
            differ.first().map(|d| d.0)
        );
        sound += usize::from(clean != last);
        last = clean;
    }
}

/// The file of fingerprints.
fn fingerprints(root: &Path) -> std::path::PathBuf {
    root.join("cache/pages")
}

#[test]
fn a_page_is_taken_from_the_old_site_only_if_its_bytes_are_the_known_ones() {
    let root = folder();
    let world = read_portal(&[Path::new("tests/base")]);
    let options = BuildOptions { site: SiteOptions::default(), ..BuildOptions::default() };
    let clean = clean(&world, &options).unwrap();
    assert!(incremental(root.path(), &world, &options) == clean);
    let page = root.path().join("site/index.html");

    // Somebody edits the published page.
    fs::write(&page, "edited").unwrap();
    assert!(incremental(root.path(), &world, &options) == clean);

    // Only who forges the fingerprint as well gets it taken; that it is taken shows that the page was not rendered.
    let text = fs::read_to_string(fingerprints(root.path())).unwrap();
    let line = text.lines().find(|line| line.ends_with(" index.html")).unwrap();
    let known = line.split(' ').nth(1).unwrap();
    fs::write(&page, "edited").unwrap();
    let forged = text.replace(line, &line.replace(known, &blake3::hash(b"edited").to_hex()));
    fs::write(fingerprints(root.path()), forged).unwrap();
    assert_eq!(incremental(root.path(), &world, &options)["index.html"], b"edited");

    // Another view, another key.
    let tomorrow = BuildOptions { as_of: Some(jiff::civil::date(2026, 11, 23)), ..options.clone() };
    incremental(root.path(), &world, &tomorrow);
    assert!(incremental(root.path(), &world, &options) == clean);
}

#[test]
fn the_cache_may_be_broken_or_gone() {
    let root = folder();
    let world = read_portal(&[Path::new("tests/base")]);
    let options = BuildOptions::default();
    let clean = clean(&world, &options).unwrap();
    incremental(root.path(), &world, &options);
    let file = fingerprints(root.path());
    let whole = fs::read(&file).unwrap();
    for broken in [b"".to_vec(), whole[..whole.len() / 2].to_vec(), b"\xff\xfe\n  \n1 2 3\n".to_vec(), whole.repeat(2)]
    {
        fs::write(&file, broken).unwrap();
        assert!(incremental(root.path(), &world, &options) == clean);
    }
    fs::remove_dir_all(root.path().join("cache")).unwrap();
    assert!(incremental(root.path(), &world, &options) == clean);
    fs::remove_dir_all(root.path().join("site")).unwrap();
    assert!(incremental(root.path(), &world, &options) == clean);
}
