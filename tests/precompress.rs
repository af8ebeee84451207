//! Compressed versions beside files: of the right ones, the same again, and made anew only where their file is another.

mod support;

use kehoach::BuildOptions;
use kehoach::cache::Cache;
use kehoach::publish::Staging;
use kehoach::publish::encoding::{Encoding, is_worth_packing};
use kehoach::world::MemoryWorld;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;
use support::{Site, build, read_portal};

fn options() -> BuildOptions {
    BuildOptions { precompress: true, ..BuildOptions::default() }
}

fn portal() -> MemoryWorld {
    read_portal(&[Path::new("tests/base")])
}

fn versions(site: &Site) -> impl Iterator<Item = (&String, &Vec<u8>, &'static str)> {
    let ending = |path: &str| Encoding::ALL.iter().map(|e| e.ending()).find(|end| path.ends_with(&format!(".{end}")));
    site.iter().filter_map(move |(path, bytes)| Some((path, bytes, ending(path)?)))
}

#[test]
fn only_on_request_and_only_what_is_smaller() {
    let (_, plain) = build(&portal(), &BuildOptions::default());
    assert_eq!(versions(&plain).count(), 0);
    let (_, site) = build(&portal(), &options());
    assert!(versions(&site).count() > plain.len());
    for (path, bytes, ending) in versions(&site) {
        let of = &site[path.strip_suffix(&format!(".{ending}")).unwrap()];
        assert!(bytes.len() < of.len(), "{path}");
    }
    for (path, bytes) in &plain {
        assert!(site[path] == *bytes, "{path}");
        for encoding in Encoding::ALL {
            let smaller = is_worth_packing(path) && encoding.encode(bytes).len() < bytes.len();
            assert_eq!(site.contains_key(&format!("{path}.{}", encoding.ending())), smaller, "{path}");
        }
    }
    assert!(build(&portal(), &options()).1 == site, "the same again");
}

/// Builds into `root/site` with the cache in `root/cache`, as the command line does.
fn published(root: &Path, world: &MemoryWorld) {
    let target = root.join("site");
    let staging = Staging::begin(&target).unwrap();
    let cache = Arc::new(Cache::open(&root.join("cache"), &target).unwrap());
    let options = BuildOptions { cache: Some(Arc::clone(&cache)), ..options() };
    let built = kehoach::build(world, &options, &|artifact| staging.write(&artifact));
    assert!(!built.report.has_errors());
    staging.commit().unwrap();
    cache.save().unwrap();
}

#[test]
fn versions_of_files_that_did_not_change_are_those_of_the_old_site() {
    let root = tempfile::tempdir().unwrap();
    let mut world = portal();
    published(root.path(), &world);
    let file = |path: &str| root.path().join("site").join(path);
    let (home, list) = (file("index.html.gz"), file("lich/index.html.gz"));
    let long_ago = SystemTime::UNIX_EPOCH;
    for path in [&home, &list] {
        fs::File::options().write(true).open(path).unwrap().set_modified(long_ago).unwrap();
    }
    // A title on home; the page of the calendar names no plan without dates.
    let plan = fs::read_to_string("tests/base/content/plans/mau-2024/plan.yaml").unwrap();
    world.write("content/plans/mau-2024/plan.yaml", plan.replace("công tác mẫu", "công tác khác"));
    published(root.path(), &world);
    let time = |path: &Path| fs::metadata(path).unwrap().modified().unwrap();
    assert!(time(&list) == long_ago && time(&home) != long_ago);
    let (_, clean) = build(&world, &options());
    for (path, bytes) in &clean {
        assert!(fs::read(file(path)).unwrap() == *bytes, "{path}");
    }
    // Whoever damages one gets it whole again.
    fs::write(file("index.html.gz"), "damaged").unwrap();
    published(root.path(), &world);
    assert!(fs::read(file("index.html.gz")).unwrap() == clean["index.html.gz"]);
}
