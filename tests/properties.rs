//! What holds for every input: phone numbers letter by letter, text in NFC, the same bytes whatever surrounds a build.

mod support;

use assert_cmd::Command;
use kehoach::BuildOptions;
use kehoach::diag::Code;
use kehoach::fidelity::Outcome;
use kehoach::world::{MemoryWorld, World};
use std::path::Path;
use support::{Dice, Site, build, files_below, read_portal};
use unicode_normalization::{UnicodeNormalization, is_nfc};

fn base() -> MemoryWorld {
    read_portal(&[Path::new("tests/base")])
}

/// A number as a hurried editor may type it: digits, and now and then something between them.
fn typed_number(dice: &mut Dice) -> String {
    const STARTS: [&str; 12] = ["", "0", "09", "02", "0203", "1800", "1900", "+84", "+84 9", "11", "(024) ", "031"];
    const BETWEEN: [&str; 8] = ["", "", "", "", " ", ".", "-", ") "];
    let mut number = STARTS[dice.below(STARTS.len())].to_owned();
    for _ in 0..dice.below(10) {
        number.push_str(BETWEEN[dice.below(BETWEEN.len())]);
        number.push(char::from(b'0' + u8::try_from(dice.below(10)).unwrap()));
    }
    number
}

#[test]
fn a_phone_number_that_is_accepted_comes_out_letter_by_letter() {
    let (mut dice, mut accepted) = (Dice(0x1800_1567), 0);
    let place = String::from_utf8(base().read("content/places/viet-nam.yaml").unwrap()).unwrap();
    for _ in 0..400 {
        let number = typed_number(&mut dice);
        let mut world = base();
        world.write("content/places/viet-nam.yaml", place.replace("\"111\"", &format!("\"{number}\"")));
        let (built, site) = build(&world, &BuildOptions::default());
        let refused = built.report.diagnostics.iter().any(|d| matches!(d.code, Code::BadPhone | Code::EmptyValue));
        if refused {
            assert!(site.is_empty(), "{number:?}");
            continue;
        }
        accepted += 1;
        let dialled: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        for path in ["duong-day-nong/index.html", "en/hotlines/index.html", "index.html"] {
            let page = String::from_utf8(site[path].clone()).unwrap();
            let link = page.split("<a ").find(|a| a.contains(&format!("tel:{dialled}")) && a.contains("class=\"tel"));
            let link = link.or_else(|| page.split("<a ").find(|a| a.contains(&format!("tel:{dialled}"))));
            let link = link.unwrap_or_else(|| panic!("{number:?} is not on {path}"));
            assert!(link.contains(&number), "{number:?} on {path}: {link}");
        }
    }
    assert!(accepted > 20, "only {accepted} numbers were accepted");
}

/// The same portal with every file in this form of Unicode.
fn in_form(world: &MemoryWorld, form: fn(&str) -> String) -> MemoryWorld {
    let mut other = world.clone();
    for path in ["content", "themes"].iter().flat_map(|folder| world.list(folder).files) {
        // A workbook is no text.
        if let Ok(text) = String::from_utf8(world.read(&path).unwrap()) {
            other.write(&path, form(&text));
        }
    }
    other
}

fn decomposed(text: &str) -> String {
    text.nfd().collect()
}

#[test]
fn all_text_is_nfc_however_it_was_typed() {
    let themed = Path::new("tests/cases/theme/own-template-and-string");
    for world in [base(), read_portal(&[Path::new(".")]), read_portal(&[Path::new("tests/base"), themed])] {
        let (_, composed) = build(&world, &BuildOptions::default());
        let (built, site) = build(&in_form(&world, decomposed), &BuildOptions::default());
        assert!(!built.report.has_errors(), "{:?}", built.report.diagnostics);
        assert!(!site.is_empty());
        // Static files, and those beside the content, are published as they are.
        let as_they_are = |path: &str| path.starts_with("static/") || path.starts_with("files/");
        for (path, bytes) in site.iter().filter(|(path, _)| !as_they_are(path)) {
            match std::str::from_utf8(bytes) {
                Ok(text) => assert!(is_nfc(text), "{path}"),
                Err(_) => assert!(path.ends_with(".png"), "{path}"),
            }
            assert!(composed[path] == *bytes, "{path} depends on the form");
        }
    }
}

#[test]
fn a_plan_is_compared_with_its_scan_however_either_was_typed() {
    let (checked, compared) = kehoach::check_fidelity(&in_form(&read_portal(&[Path::new(".")]), decomposed), None);
    assert!(!checked.report.has_errors(), "{:?}", checked.report.diagnostics);
    let is_whole = |outcome| matches!(outcome, Outcome::Compared(tally) if tally.is_whole());
    let scanned: Vec<_> = compared.iter().filter(|plan| plan.source.is_some()).collect();
    assert!(!scanned.is_empty() && scanned.iter().all(|plan| is_whole(plan.outcome)), "{compared:?}");
}

/// A build by the real binary in this folder, under these circumstances.
fn built_in(folder: &Path, variables: [(&str, &str); 4], jobs: &str) -> Site {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for part in ["content", "themes"] {
        for file in files_below(&root.join(part)) {
            let to = folder.join(file.strip_prefix(root).unwrap());
            std::fs::create_dir_all(to.parent().unwrap()).unwrap();
            std::fs::copy(file, to).unwrap();
        }
    }
    let mut command = Command::cargo_bin("kehoach").unwrap();
    command.current_dir(folder).envs(variables).env("SOURCE_DATE_EPOCH", "1795305600");
    command.args(["build", "--jobs", jobs]).assert().success();
    let site = folder.join("public");
    let name = |file: &Path| file.strip_prefix(&site).unwrap().to_str().unwrap().replace('\\', "/");
    files_below(&site).iter().map(|file| (name(file), std::fs::read(file).unwrap())).collect()
}

#[test]
fn two_builds_are_equal_byte_by_byte_whatever_surrounds_them() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let deeper = other.path().join("một thư mục/khác");
    std::fs::create_dir_all(&deeper).unwrap();
    let here = [("TZ", "UTC"), ("LC_ALL", "C"), ("USER", "root"), ("HOME", "/root")];
    let there = [("TZ", "Pacific/Kiritimati"), ("LC_ALL", "vi_VN.UTF-8"), ("USER", "biên-tập"), ("HOME", "/nowhere")];
    let (first, second) = (built_in(one.path(), here, "1"), built_in(&deeper, there, "7"));
    assert!(first.len() > 50, "{} files", first.len());
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    let different: Vec<_> =
        first.iter().filter(|(path, bytes)| second[*path] != **bytes).map(|(path, _)| path).collect();
    assert!(different.is_empty(), "{different:?}");
}

#[test]
fn every_page_offers_a_letter_that_names_it() {
    let mut world = base();
    let site = String::from_utf8(world.read("content/site.yaml").unwrap()).unwrap();
    let contact = "contact: {name: {vi: Văn phòng mẫu, en: Sample office}, email: a@mau.example}\n";
    world.write("content/site.yaml", site + contact);
    let (_, site) = build(&world, &BuildOptions::default());
    let page = String::from_utf8(site["en/plans/mau-2024/targets/index.html"].clone()).unwrap();
    let letter = "body=https%3A//mau.example/en/plans/mau-2024/targets/";
    assert!(page.contains("mailto:a@mau.example?") && page.contains(letter), "{page}");
}
