//! The script that keeps the pages for help on a reader's device: what it keeps, and when it changes.

mod support;

use kehoach::BuildOptions;
use kehoach::outline::{SiteOptions, WORKER};
use kehoach::world::{MemoryWorld, World};
use std::path::Path;
use support::{Site, build, read_portal};

fn portal() -> MemoryWorld {
    read_portal(&[Path::new("tests/base"), Path::new("tests/cases/page/for-help")])
}

fn built(world: &MemoryWorld) -> Site {
    let (built, files) = build(world, &BuildOptions::default());
    assert!(!built.report.has_errors());
    files
}

fn script(files: &Site) -> String {
    String::from_utf8(files[WORKER].clone()).unwrap()
}

/// The files that the script keeps.
fn kept(script: &str) -> Vec<String> {
    let list = script.split("FILES = ").nth(1).and_then(|rest| rest.split(';').next()).unwrap();
    serde_json::from_str(list).unwrap()
}

fn edited(world: &mut MemoryWorld, path: &str, from: &str, to: &str) {
    let text = String::from_utf8(world.read(path).unwrap()).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    world.write(path, text.replace(from, to));
}

#[test]
fn it_keeps_the_pages_for_help_and_what_they_need() {
    let files = built(&portal());
    let kept = kept(&script(&files));
    for path in &kept {
        let file = if path.ends_with('/') { format!("{path}index.html") } else { path.clone() };
        assert!(files.contains_key(&file), "{file} is kept and not there");
    }
    let pages: Vec<_> = kept.iter().filter(|path| path.ends_with('/')).map(String::as_str).collect();
    assert_eq!(
        pages,
        [
            "duong-day-nong/",
            "en/hotlines/",
            "duong-day-nong/ap-phich/tinh-mau/a4/",
            "en/hotlines/poster/tinh-mau/a4/",
            "duong-day-nong/ap-phich/tinh-mau/a5/",
            "en/hotlines/poster/tinh-mau/a5/",
            "duong-day-nong/ap-phich/viet-nam/a4/",
            "en/hotlines/poster/viet-nam/a4/",
            "duong-day-nong/ap-phich/viet-nam/a5/",
            "en/hotlines/poster/viet-nam/a5/",
            "an-toan/",
            "en/safety/",
        ]
    );
    for file in ["static/style.css", "static/page.js", "static/poster.css", "static/poster-a5.css"] {
        assert!(kept.iter().any(|path| path == file), "{file} is not kept");
    }
}

#[test]
fn it_changes_with_what_it_keeps_and_with_nothing_else() {
    let before = script(&built(&portal()));
    let mut world = portal();
    edited(&mut world, "content/plans/mau-2024/plan.yaml", "Thực hiện công tác mẫu năm 2024", "Công tác mẫu năm 2024");
    assert_eq!(script(&built(&world)), before, "no page for help speaks of the plan");
    edited(&mut world, "content/places/viet-nam.yaml", "Tổng đài mẫu", "Tổng đài đổi tên");
    let after = script(&built(&world));
    assert_ne!(after, before);
    assert_eq!(kept(&after), kept(&before));
}

#[test]
fn without_a_server_there_is_neither_script_nor_button() {
    let site = SiteOptions { portable: true, ..SiteOptions::default() };
    let (_, files) = build(&portal(), &BuildOptions { site, ..BuildOptions::default() });
    assert!(!files.contains_key(WORKER));
    let page = std::str::from_utf8(&files["duong-day-nong/index.html"]).unwrap();
    assert!(page.contains("static/page.js") && !page.contains("page_keep"));
}
