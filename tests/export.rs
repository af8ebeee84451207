//! The data files: facts taken from the signed plan by hand, what spreadsheets make of them, and their description.

mod support;

use kehoach::BuildOptions;
use kehoach::export::calendar::{ENTRY, TITLE};
use kehoach::export::{ALL, ColumnAbout, Kind, RULES, measures};
use kehoach::lang::Lang;
use kehoach::world::{DiskWorld, MemoryWorld, World};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use std::sync::Mutex;
use support::{main_text, read_portal};

type Row = BTreeMap<String, String>;

/// Every file of a portal, by path.
fn site(world: &dyn World, as_of: Option<jiff::civil::Date>) -> BTreeMap<String, Vec<u8>> {
    let files = Mutex::new(BTreeMap::new());
    let options = BuildOptions { as_of, ..BuildOptions::default() };
    let built = kehoach::build(world, &options, &|artifact| {
        files.lock().unwrap().insert(artifact.path, artifact.bytes);
        Ok(())
    });
    assert!(!built.report.has_errors(), "{:#?}", built.report.diagnostics);
    let files = files.into_inner().unwrap();
    assert_eq!(built.files, files.len());
    files
}

/// Its data files.
fn files(world: &dyn World) -> BTreeMap<String, Vec<u8>> {
    let mut files = site(world, None);
    files.retain(|path, _| path.starts_with("data/"));
    files
}

fn rows(files: &BTreeMap<String, Vec<u8>>, name: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(&files[&format!("data/{name}.csv")][..]);
    reader.deserialize().map(|row| row.unwrap()).collect()
}

fn real(name: &str) -> Vec<Row> {
    rows(&files(&DiskWorld::new(".")), name)
}

/// The rows of the plan of Lạng Sơn.
fn lang_son(name: &str) -> Vec<Row> {
    real(name).into_iter().filter(|row| row["plan"] == "lang-son-2023").collect()
}

/// The one row with this in that column.
fn one<'r>(rows: &'r [Row], column: &str, value: &str) -> &'r Row {
    let found: Vec<_> = rows.iter().filter(|row| row[column] == value).collect();
    assert_eq!(found.len(), 1, "{column} = {value}");
    found[0]
}

fn cells<'r>(row: &'r Row, columns: &[&str]) -> Vec<&'r str> {
    columns.iter().map(|column| row[*column].as_str()).collect()
}

#[test]
fn every_listed_file_is_published_with_its_columns() {
    let files = files(&DiskWorld::new("."));
    let paths: Vec<_> = files.keys().filter(|path| !path.starts_with("data/targets/")).cloned().collect();
    let listed: BTreeSet<_> = ALL.iter().map(|export| export.path()).collect();
    assert_eq!(paths, listed.into_iter().collect::<Vec<_>>());
    for export in ALL {
        let bytes = &files[&export.path()];
        assert!(!bytes.starts_with(b"\xef\xbb\xbf") && !bytes.contains(&b'\r') && bytes.ends_with(b"\n"));
        let mut reader = csv::Reader::from_reader(&bytes[..]);
        let names: Vec<_> = export.columns().iter().flat_map(|about| about.names(&[Lang::VI, Lang::EN])).collect();
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), names, "{}", export.name());
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{}", export.name());
        assert!(reader.records().count() > 0, "{} has no row", export.name());
    }
}

#[test]
fn cells_are_what_their_column_says() {
    let files = files(&DiskWorld::new("."));
    for export in ALL {
        for row in rows(&files, export.name()) {
            for about in export.columns() {
                for name in about.names(&[Lang::VI, Lang::EN]) {
                    let cell = row[&name].as_str();
                    assert!(cell.is_empty() || fits(&about, cell), "{}: {name} is {cell:?}", export.name());
                }
            }
        }
    }
}

fn fits(about: &ColumnAbout, cell: &str) -> bool {
    let id = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-./".contains(&b));
    match about.kind {
        Kind::Id => id(cell),
        Kind::Number => cell.parse::<rust_decimal::Decimal>().is_ok(),
        Kind::Date => {
            let shape: String = cell.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
            ["0000", "0000-00", "0000-00-00", "0000-Q0"].contains(&shape.as_str())
        }
        Kind::Choice(codes) => codes.iter().any(|code| code.value == cell),
        Kind::YesNo => ["true", "false"].contains(&cell),
        Kind::Url => cell.starts_with("https://") || cell.starts_with("http://"),
        Kind::Text | Kind::List => !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']),
    }
}

#[test]
fn targets_are_those_of_the_signed_plan() {
    let targets = lang_son("targets");
    assert_eq!(targets.len(), 28);
    let figure = ["comparator", "value", "value_high", "of", "unit", "unit_name_en", "baseline", "baseline_of"];
    let communes = one(&targets, "measure", "xa-phu-hop");
    assert_eq!(cells(communes, &figure), ["reach", "150", "", "200", "named", "communes and wards", "144", "200"]);
    assert_eq!(cells(communes, &["baseline_period", "due", "due_stated"]), ["2022", "2023", "printed"]);
    assert_eq!(
        cells(communes, &["marker", "section_number", "label_en"]),
        ["9.", "II.", "Child-friendly communes and wards"]
    );
    assert_eq!(
        communes["text_vi"],
        "Phấn đấu tăng tỷ lệ xã, phường đạt tiêu chuẩn xã, phường phù hợp với trẻ em 144/200 năm 2022 lên 150/200 năm 2023."
    );
    let labour = one(&targets, "measure", "khong-lao-dong-trai-quy-dinh");
    assert_eq!(cells(labour, &["comparator", "value", "due", "due_stated"]), ["maintain", "0", "2023", "implied"]);
    let first_aid = one(&targets, "measure", "so-cap-cuu");
    assert_eq!(cells(first_aid, &["comparator", "value", "unit", "baseline"]), ["reach", "75", "percent", ""]);
    let in_words = one(&targets, "measure", "quan-ly-nha-nuoc");
    assert_eq!(cells(in_words, &["comparator", "value", "of", "unit"]), ["qualitative", "", "", ""]);
}

#[test]
fn reports_are_due_as_the_signed_plan_says() {
    let reports = lang_son("reports");
    let due = ["due", "rule", "days", "year_stated", "to", "then_due", "then_rule"];
    let half = one(&reports, "report", "bao-cao-6-thang");
    let expected = ["2023-05-20", "before", "2023-05-19", "implied", "lang-son/so-ldtbxh", "2023-05-25", "before"];
    assert_eq!(cells(half, &due), expected);
    let year = one(&reports, "report", "bao-cao-nam");
    let expected = ["2023-11-15", "before", "2023-11-14", "implied", "lang-son/so-ldtbxh", "2023-11-20", "before"];
    assert_eq!(cells(year, &due), expected);
    assert_eq!(half["from"], "lang-son/so-ban-nganh; cơ quan, đơn vị liên quan; lang-son/ubnd-huyen");
    assert_eq!(half["then_to"], "viet-nam/bo-ldtbxh; lang-son/ubnd-tinh");
    let difficulties = one(&reports, "report", "bao-cao-vuong-mac");
    assert_eq!(cells(difficulties, &["due", "rule", "days"]), ["", "on-request", ""]);
}

#[test]
fn a_duty_has_a_row_for_each_agency() {
    let duties = lang_son("duties");
    let plans: Vec<_> = duties.iter().filter(|row| row["paragraph"] == "xay-dung-ke-hoach").collect();
    let agencies: Vec<_> = plans.iter().map(|row| row["agency"].as_str()).collect();
    assert_eq!(agencies, ["lang-son/so-ban-nganh", "lang-son/mttq", "lang-son/doan-the", "lang-son/ubnd-huyen"]);
    assert!(plans.iter().all(|row| row["role"] == "assigned" && row["duty"] == "1"));
    let known: BTreeSet<String> = real("agencies").into_iter().map(|row| row["agency"].clone()).collect();
    assert!(duties.iter().all(|row| known.contains(&row["agency"])));
    let requested = duties.iter().filter(|row| row["paragraph"] == "de-nghi-ubnd-huyen");
    let numbers: Vec<_> = requested.map(|row| cells(row, &["duty", "role"]).join(" ")).collect();
    assert_eq!(numbers, (1..=8).map(|n| format!("{n} requested")).collect::<Vec<_>>());
}

#[test]
fn the_plan_its_documents_and_the_hotline_are_those_of_the_signed_plan() {
    let plans = lang_son("plans");
    assert_eq!(plans.len(), 1);
    let stated = ["sample", "issuer", "number", "number_state", "number_printed_vi", "issued", "from", "to"];
    let expected = ["false", "lang-son/so-ldtbxh", "", "blank", "Số: /KH-SLĐTBXH", "2023", "2023", "2023"];
    assert_eq!(cells(&plans[0], &stated), expected);

    let documents = real("documents");
    let letter = one(&documents, "number", "636/LĐTBXH-TE");
    let expected = ["official-letter", "2023-02-28", "viet-nam/bo-ldtbxh", "lang-son-2023"];
    assert_eq!(cells(letter, &["type", "date", "issuer", "cited_by"]), expected);
    let letter = one(&documents, "number", "1011/VP-KGVX");
    assert_eq!(cells(letter, &["document", "date"]), ["lang-son/1011-vp-kgvx", "2023-03-11"]);
    let decree = one(&documents, "number", "56/2017/NĐ-CP");
    assert_eq!(cells(decree, &["type", "details"]), ["decree", "102-2016-qh13"]);

    let facts: Vec<_> = real("hotlines").into_iter().filter(|row| row["number"] == "111").collect();
    let cost = one(&facts, "fact", "cost");
    assert_eq!(cells(cost, &["value", "source", "called"]), ["free", "plan:lang-son-2023", ""]);
    assert_eq!(one(&facts, "fact", "since")["value"], "2017-12-06");
    assert_eq!(one(&facts, "fact", "replaces")["value"], "18001567");
}

#[test]
fn the_day_of_the_build_changes_nothing_but_statuses() {
    let portal = DiskWorld::new(".");
    let (early, late) = [2022, 2030].map(|year| site(&portal, Some(jiff::civil::date(year, 3, 1)))).into();
    let same = |path: &String| early[path] == late[path];
    assert!(ALL.iter().all(|export| same(&export.path()) || export.name() == "statuses"));
    let of_targets = |path: &&String| path.starts_with("data/targets/");
    assert!(early.keys().filter(of_targets).all(|path| same(path) || path.ends_with(".json")));
    assert!(early["index.html"] != late["index.html"], "pages say the day");
}

/// The case laid over the base of all cases.
fn case(path: &str) -> MemoryWorld {
    read_portal(&[Path::new("tests/base"), &Path::new("tests/cases").join(path)])
}

#[test]
fn the_page_of_data_shows_every_file_and_column_in_each_language() {
    let mut world = case("export/facts-of-every-kind");
    let settings = String::from_utf8(world.read("content/site.yaml").unwrap()).unwrap();
    world.write("content/site.yaml", format!("{settings}routes:\n  vi: {{data: tai-ve}}\n"));
    let site = site(&world, None);
    for (page, lang, root) in [("tai-ve", Lang::VI, "../"), ("en/data", Lang::EN, "../../")] {
        let html = std::str::from_utf8(&site[&format!("{page}/index.html")]).unwrap();
        let text = main_text(html);
        for export in ALL {
            assert!(text.contains(&format!("]({root}{})", export.path())), "{lang}: {}", export.path());
            assert!(text.contains(export.row().best(lang).1), "{lang}: {}", export.row().en);
            for about in export.columns() {
                for words in [about.meaning, about.kind.name()] {
                    assert!(text.contains(words.best(lang).1), "{lang}: {}", words.en);
                }
                let names = about.names(&[Lang::VI, Lang::EN]);
                assert!(names.iter().all(|name| html.contains(&format!("<code>{name}</code>"))), "{names:?}");
            }
        }
        for said in [TITLE, ENTRY, measures::TITLE, measures::ENTRY] {
            assert!(text.contains(said.best(lang).1), "{lang}: {}", said.en);
        }
        assert!(RULES.iter().all(|rule| text.contains(rule.best(lang).1)), "{lang}");
    }
    let home = std::str::from_utf8(&site["en/index.html"]).unwrap().replace('"', "");
    assert_eq!(home.matches("href=data/>").count(), 2, "from the figures at a glance and from the footer");
}

#[test]
fn one_apostrophe_less_gives_the_text_that_was_written() {
    let files = files(&case("export/texts-that-look-like-formulas"));
    let hotlines = rows(&files, "hotlines");
    let number = one(&hotlines, "name_en", "'=1+1");
    assert_eq!(number, one(&hotlines, "number", "'+84 24 3333 3333"));
    assert_eq!(number["name_en"].strip_prefix('\''), Some("=1+1"));
    let targets = rows(&files, "targets");
    let risky = one(&targets, "plan", "thu-2025");
    assert_eq!(cells(risky, &["value", "baseline"]), ["-0.5", "-1.50"], "numbers stay numbers");
}

#[test]
fn a_third_language_has_columns_of_its_own() {
    let mut world = case("language/third-works-on-all-pages");
    let place = String::from_utf8(world.read("content/places/viet-nam.yaml").unwrap()).unwrap();
    let named = place.replace("en: Ministry of Samples", "en: Ministry of Samples, tai: Bộ Mẫu (tai)");
    world.write("content/places/viet-nam.yaml", named);
    let files = files(&world);
    let target = &rows(&files, "targets")[0];
    assert_eq!(cells(target, &["label_vi", "label_en"]), ["Trẻ em được bảo vệ", "Children protected"]);
    assert_eq!(target["label_tai"], "", "a text that is missing is not taken from another language");
    assert_eq!(rows(&files, "agencies").iter().filter(|row| row["name_tai"] == "Bộ Mẫu (tai)").count(), 1);
}

#[test]
fn docs_data_md_is_made_of_the_list() {
    let path = Path::new("docs/data.md");
    let made = described();
    if std::env::var_os("KEHOACH_BLESS").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(written == made, "docs/data.md differs from the list of exports: KEHOACH_BLESS=1 writes it");
}

fn described() -> String {
    let mut out = String::from(
        "# The data files\n\n\
         <!-- Made of the list in src/export/: `KEHOACH_BLESS=1 cargo test --test export` writes it. -->\n\n\
         `kehoach build` writes what the portal holds as tables into `data/`, beside the pages. The page `/du-lieu/`\n\
         (in English `/en/data/`) says the same as this one, in the language of its reader.\n\n",
    );
    out.push_str("| file | |\n|---|---|\n");
    for export in ALL {
        let name = export.name();
        writeln!(out, "| [`{}`](#{name}csv) | {}: {} |", export.path(), export.title().en, export.row().en).unwrap();
    }
    writeln!(
        out,
        "| `lich.ics`, `en/calendar.ics`, and one beside the page of each plan | {}: {} |",
        TITLE.en, ENTRY.en
    )
    .unwrap();
    let [csv, json] = measures::PATHS;
    writeln!(out, "| `{csv}`, `{json}` | {}: {} |", measures::TITLE.en, measures::ENTRY.en).unwrap();
    out.push_str("\n## How they are written\n\n");
    RULES.iter().for_each(|rule| writeln!(out, "- {}", rule.en).unwrap());
    out.push_str("\n| type | |\n|---|---|\n");
    Kind::EACH.iter().for_each(|kind| writeln!(out, "| {} | {} |", kind.name().en, kind.meaning().en).unwrap());
    for export in ALL {
        writeln!(
            out,
            "\n## `{}.csv`\n\n{}\n\n| column | type | meaning |\n|---|---|---|",
            export.name(),
            export.row().en
        )
        .unwrap();
        for about in export.columns() {
            let names: Vec<_> = about.names(&[Lang::VI, Lang::EN]).iter().map(|name| format!("`{name}`")).collect();
            let codes = if let Kind::Choice(codes) = about.kind { codes } else { &[] };
            let codes: String = codes.iter().map(|code| format!("<br>`{}`: {}", code.value, code.meaning.en)).collect();
            let (kind, meaning) = (about.kind.name().en, about.meaning.en);
            writeln!(out, "| {} | {kind} | {meaning}{codes} |", names.join(" ")).unwrap();
        }
    }
    out
}
