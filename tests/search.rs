//! The search as the site's own script does it, in Node instead of a browser, on files that were really made.

mod support;

use kehoach::lang::Lang;
use kehoach::model::Artifact;
use kehoach::outline::view::{Entry, EntryKind, Words};
use kehoach::outline::{SiteOptions, outline};
use kehoach::world::{DiskWorld, World};
use kehoach::{check, diag, load, measure, search};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const SCRIPT: &str = "themes/default/static/search.js";

fn write(folder: &Path, artifact: &Artifact) {
    let file = folder.join(&artifact.path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, &artifact.bytes).unwrap();
}

/// The index of a portal in a language, in the folder of its own.
fn index_of(world: &dyn World, lang: Lang) -> TempDir {
    let (mut sources, mut report) = (diag::Sources::default(), diag::Report::default());
    let raw = load::load(world, &mut sources, &mut report);
    let portal = check::check(&raw, &sources, jiff::civil::date(2026, 11, 22), &mut report).unwrap();
    let figures = measure::measure(&portal, jiff::civil::date(2026, 11, 22));
    let outline = outline(&portal, &figures, &SiteOptions::default(), &mut report);
    let page = outline.search_pages().find(|page| page.lang == lang).unwrap();
    let folder = TempDir::new().unwrap();
    let start = page.route.as_str();
    let take = |mut artifact: Artifact| {
        artifact.path = artifact.path.strip_prefix(start).expect("beside the page").to_owned();
        write(folder.path(), &artifact);
    };
    search::files(&outline, page, &take);
    folder
}

/// What the script finds for each query.
fn ask(folder: &Path, queries: &[&str]) -> Vec<Value> {
    support::need("node", "nodejs");
    let asked =
        Command::new("node").arg("tests/web/search.mjs").args([Path::new(SCRIPT), folder]).args(queries).output();
    let asked = asked.unwrap();
    assert!(asked.status.success(), "{}", String::from_utf8_lossy(&asked.stderr));
    String::from_utf8(asked.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn hits(found: &Value) -> &[Value] {
    found["hits"].as_array().unwrap()
}

/// The first hit's kind, title and text, in small letters.
fn first(found: &Value) -> (u64, String) {
    let hit = hits(found).first().unwrap_or_else(|| panic!("nothing for {}", found["query"]));
    let said = format!("{} | {}", hit["title"].as_str().unwrap(), hit["text"].as_str().unwrap());
    (hit["kind"].as_u64().unwrap(), said.to_lowercase())
}

const fn kind(kind: EntryKind) -> u64 {
    kind as u64
}

#[test]
fn what_people_type_finds_what_they_mean() {
    let index = index_of(&DiskWorld::new("."), Lang::VI);
    let asked = ["tre em", "duoi nuoc", "so y te", "18006605", "1800 6605", "kh-ubnd", "71/kh-ubnd", "18001567"];
    let found = ask(index.path(), &asked);
    for (at, words) in [(0, "trẻ em"), (1, "đuối nước"), (2, "sở y tế")] {
        assert!(first(&found[at]).1.contains(words), "{} found {:?}", found[at]["query"], first(&found[at]));
    }
    assert_eq!(first(&found[0]).0, kind(EntryKind::Hotline), "whom to call comes first");
    assert_eq!(first(&found[2]).0, kind(EntryKind::Agency));
    for found in [&found[3], &found[4]] {
        assert_eq!(first(found).0, kind(EntryKind::Hotline));
        assert_eq!(hits(found)[0]["dialled"], "18006605");
    }
    assert!(first(&found[5]).1.contains("kh-ubnd"));
    assert!(first(&found[6]).1.starts_with("71/kh-ubnd"), "{:?}", first(&found[6]));
    assert_eq!(hits(&found[7])[0]["dialled"], "111", "an old number leads to the one that took its place");
    assert!(found.iter().all(|found| found["bytes"].as_u64().unwrap() < 30_000), "{found:?}");
}

#[test]
fn english_has_an_index_of_its_own() {
    let index = index_of(&DiskWorld::new("."), Lang::EN);
    let found = ask(index.path(), &["drowning", "department of health"]);
    assert!(first(&found[0]).1.contains("drowning") && first(&found[1]).1.contains("department of health"));
}

fn plain(text: &str) -> Words {
    Words { text: text.to_owned(), lang: None }
}

fn entry(title: &str, text: &str) -> Entry {
    let (href, place) = (format!("../{}/", kehoach::lang::slug(title)), Some(plain("Lạng Sơn")));
    Entry { href, number: None, title: plain(title), text: Some(plain(text)), place, plan: None, call: None }
}

/// An index of these entries.
fn made<G: Sync>(groups: &[(EntryKind, G)], entries: &(dyn Fn(&G) -> Vec<Entry> + Sync)) -> TempDir {
    let folder = TempDir::new().unwrap();
    search::files_of("", groups, entries, &|artifact| write(folder.path(), &artifact));
    folder
}

fn titles(found: &Value) -> Vec<&str> {
    hits(found).iter().map(|hit| hit["title"].as_str().unwrap()).collect()
}

#[test]
fn accents_that_are_typed_come_first_and_the_last_word_is_found_by_its_beginning() {
    let own = vec![
        entry("Trẻ dưới 16 tuổi gần nước", ""),
        entry("Đuối nước", "Chương trình chuyên biệt"),
        entry("Constructor", "toString __proto__"),
        entry("Ủy ban", "Nước sạch"),
    ];
    let index = made(&[(EntryKind::Target, own)], &Clone::clone);
    let queries =
        ["đuối nước", "dưới nước", "duoi nuoc", "đuối nư", "chuy", "c", "constructor", "uỷ ban", "lang son", "xyz"];
    let found = ask(index.path(), &queries);
    assert_eq!(titles(&found[0]), ["Đuối nước", "Trẻ dưới 16 tuổi gần nước"]);
    assert_eq!(titles(&found[1]), ["Trẻ dưới 16 tuổi gần nước", "Đuối nước"]);
    assert_eq!(titles(&found[2])[0], "Đuối nước", "side by side comes first");
    assert_eq!(titles(&found[3])[0], "Đuối nước");
    assert_eq!(hits(&found[3])[0]["marked"], serde_json::json!(["Đuối", "nước"]));
    assert_eq!(titles(&found[4]), ["Đuối nước"]);
    assert_eq!(titles(&found[5]).len(), 2);
    assert_eq!(titles(&found[6]), ["Constructor"]);
    assert_eq!(titles(&found[7]), ["Ủy ban"]);
    assert!(titles(&found[8]).is_empty(), "each of its targets would be one");
    assert!(titles(&found[9]).is_empty());
}

#[test]
fn a_place_finds_its_plans() {
    let index = made(&[(EntryKind::Plan, vec![entry("Đuối nước", "")])], &Clone::clone);
    let found = ask(index.path(), &["lang son", "lang son nuoc", "ha noi"]);
    assert_eq!(found.iter().map(|found| hits(found).len()).collect::<Vec<_>>(), [1, 1, 0]);
}

const WORDS: &str = "trẻ em bảo vệ chăm sóc phòng chống đuối nước tai nạn thương tích xâm hại bạo lực lao động sở y tế giáo dục đào tạo \
    văn hóa thể thao du lịch công an ủy ban nhân dân tỉnh huyện xã phường tổ chức triển khai thực hiện tuyên truyền nâng cao \
    nhận thức kỹ năng gia đình cộng đồng dịch vụ hỗ trợ can thiệp kịp thời hoàn cảnh đặc biệt môi trường mạng an toàn giao \
    thông dinh dưỡng tiêm chủng khuyết tật mồ côi báo cáo kiểm tra giám sát kinh phí ngân sách dưới mười sáu tuổi nhà trường";

/// A sentence of `length` words in which any word may stand beside any other: worse than what people write.
fn sentence(seed: &mut u64, length: usize) -> String {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut next = || {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*seed >> 33) as usize
    };
    (0..length).map(|_| words[next() % words.len()]).collect::<Vec<_>>().join(" ")
}

fn of_plan(kind: EntryKind, plan: usize) -> Vec<Entry> {
    let mut seed = (plan * 10 + kind as usize) as u64;
    let (count, title, text) = match kind {
        EntryKind::Target => (20, 8, 20),
        EntryKind::Duty => (100, 5, 30),
        _ => (1, 12, 5),
    };
    let context = Some((plain(&format!("Kế hoạch {plan} {}", sentence(&mut seed, 8))), format!("{plan}/KH-UBND")));
    let own = |at| Entry {
        href: format!("../ke-hoach/ke-hoach-{plan}/trach-nhiem/#agency-so-{at}"),
        plan: context.clone(),
        ..entry(&sentence(&mut seed, title), &sentence(&mut seed, text))
    };
    (0..count).map(own).collect()
}

/// `KEHOACH_PLANS=1000` for the size that the portal is meant for: a minute without optimisation.
#[test]
fn a_query_of_the_commonest_words_loads_little() {
    let plans = std::env::var("KEHOACH_PLANS").ok().and_then(|plans| plans.parse().ok()).unwrap_or(60);
    let kinds = [EntryKind::Plan, EntryKind::Target, EntryKind::Duty];
    let groups: Vec<_> = kinds.iter().flat_map(|kind| (0..plans).map(|plan| (*kind, (*kind, plan)))).collect();
    let index = made(&groups, &|(kind, plan)| of_plan(*kind, *plan));
    for found in ask(index.path(), &["tre em", "duoi nuoc", "so y te", "phong chong", "bao ve tre", "tre e"]) {
        let (bytes, files) = (found["bytes"].as_u64().unwrap(), found["files"].as_u64().unwrap());
        println!("{}: {} found, {bytes} bytes in {files} files", found["query"], hits(&found).len());
        assert!(hits(&found).len() >= 10, "{found}");
        assert!(bytes < 30_000 && files <= 24, "{}: {bytes} bytes in {files} files", found["query"]);
    }
}

/// Whether an entry holds the words, each whole and the last from its beginning, accents aside.
fn holds(entry: &Entry, words: &[&str]) -> bool {
    let text = format!("{} {}", entry.title.text, entry.text.as_ref().unwrap().text);
    let own: Vec<String> = text.split(' ').map(|word| kehoach::lang::folded(word).collect()).collect();
    let (last, whole) = words.split_last().unwrap();
    whole.iter().all(|word| own.iter().any(|own| own == word)) && own.iter().any(|own| own.starts_with(last))
}

#[test]
fn whoever_reads_on_finds_all_that_there_is() {
    let groups: Vec<_> = (0..12).map(|plan| (EntryKind::Duty, (EntryKind::Duty, plan))).collect();
    let index = made(&groups, &|(kind, plan)| of_plan(*kind, *plan));
    let all: Vec<Entry> = (0..12).flat_map(|plan| of_plan(EntryKind::Duty, plan)).collect();
    for query in ["tre em", "duoi nuoc tre", "bao ve t", "so y te", "xa"] {
        let words: Vec<&str> = query.split(' ').collect();
        let expected = all.iter().filter(|entry| holds(entry, &words)).count();
        let found = ask(index.path(), &[&format!("{}:{query}", kind(EntryKind::Duty))]);
        assert!(expected > 0 && hits(&found[0]).len() == expected, "{query}: {expected}, {}", hits(&found[0]).len());
    }
}

#[test]
fn the_same_entries_give_the_same_bytes() {
    let groups: Vec<_> = (0..5).map(|plan| (EntryKind::Duty, (EntryKind::Duty, plan))).collect();
    let read = |folder: &TempDir| {
        support::files_below(folder.path()).iter().map(|file| fs::read(file).unwrap()).collect::<Vec<_>>()
    };
    let twice = [0, 1].map(|_| read(&made(&groups, &|(kind, plan)| of_plan(*kind, *plan))));
    assert_eq!(twice[0], twice[1]);
}

#[test]
fn the_scripts_of_the_site_stay_small() {
    let scripts =
        ["themes/default/static", "src/offline"].map(|folder| support::files_below(Path::new(folder))).concat();
    let scripts: Vec<_> = scripts.into_iter().filter(|file| file.extension().is_some_and(|end| end == "js")).collect();
    let packed = Command::new("gzip").args(["-9", "--stdout"]).args(&scripts).output().expect("gzip is everywhere");
    assert!(scripts.len() > 1 && packed.stdout.len() < 6_000, "{} bytes", packed.stdout.len());
}
