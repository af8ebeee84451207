//! Tables of observations, as offices make them: `tests/tables/*.xlsx` were written by openpyxl, one for each habit.

mod support;

use kehoach::diag::{Code, Diagnostic, Report, Severity, Sources, to_human};
use kehoach::lang::Lang;
use kehoach::model::{ObservationStatus, Portal, Source};
use kehoach::world::{MemoryWorld, World};
use rayon::prelude::*;
use std::io::{Cursor, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use support::{Dice, read_portal};

const CSV: &str = "content/plans/ket-qua/progress.csv";
const XLSX: &str = "content/plans/ket-qua/progress.xlsx";

/// The portal of all tests here with a table beside its plan.
fn portal(path: &str, bytes: impl Into<Vec<u8>>) -> MemoryWorld {
    let mut world = read_portal(&[Path::new("tests/base"), Path::new("tests/tables")]);
    world.write(path, bytes);
    world
}

fn workbook(name: &str) -> Vec<u8> {
    std::fs::read(Path::new("tests/tables").join(name)).unwrap()
}

/// The portal of a world as far as tables reach: read and checked, no page made.
fn checked(world: &dyn World) -> (Sources, Report, Option<Portal>) {
    let (mut sources, mut report) = (Sources::default(), Report::default());
    let raw = kehoach::load::load(world, &mut sources, &mut report);
    let portal = kehoach::check::check(&raw, &sources, jiff::civil::date(2026, 11, 22), &mut report);
    report.sort();
    (sources, report, portal)
}

/// What was reported, a line an observation: `tre-em 2024-Q1 85.5 final, Báo cáo`.
fn observations(world: &dyn World) -> Vec<String> {
    let (_, _, Some(portal)) = checked(world) else { panic!("{:#?}", said(world)) };
    let plan = portal.plans.iter().find(|plan| plan.id.as_str() == "ket-qua").unwrap();
    let mut lines = Vec::new();
    for measure in &plan.measures {
        for seen in &measure.observations {
            let of = seen.amount.of.map_or(String::new(), |of| format!("/{of}"));
            let status = match seen.status {
                ObservationStatus::Final => "final",
                ObservationStatus::Provisional => "provisional",
                ObservationStatus::Estimated => "estimated",
            };
            let source = match &seen.source {
                Source::Published(published) => published.title.best(Lang::VI).1.to_owned(),
                other => format!("{other:?}"),
            };
            let note = seen.note.as_ref().map_or(String::new(), |note| format!(" ({})", note.text.best(Lang::EN).1));
            let revised = seen.revised.map_or(String::new(), |day| format!(" revised {day}"));
            let (id, period, value) = (&measure.id, seen.period, seen.amount.value);
            lines.push(format!("{id} {period} {value}{of} {status}, {source}{note}{revised}"));
        }
    }
    lines
}

/// Every diagnostic: its code, its line in the table, and what it says in Vietnamese.
fn said(world: &dyn World) -> Vec<String> {
    let (sources, report, _) = checked(world);
    let line = |d: &Diagnostic| d.span.map_or(0, |span| sources.position(span).line);
    let diagnostics = report.diagnostics.iter();
    diagnostics.map(|d| format!("{} {}: {}", d.code.entry().name, line(d), d.message(Lang::VI))).collect()
}

fn codes(world: &dyn World) -> Vec<Code> {
    checked(world).1.diagnostics.iter().map(|d| d.code).collect()
}

#[test]
fn a_table_of_an_office_is_read_as_it_is_shown() {
    let world = portal(XLSX, workbook("office.xlsx"));
    assert_eq!(observations(&world), Vec::<String>::new());
}

#[test]
fn dates_from_1904_are_the_same_days() {
    let world = portal(XLSX, workbook("dates-from-1904.xlsx"));
    assert_eq!(observations(&world), ["duoi-nuoc-nam 2024-03-31 85 final, Báo cáo quý I/2024"]);
}

#[test]
fn every_unclear_cell_of_a_workbook_is_named_with_its_sheet() {
    let world = portal(XLSX, workbook("unclear.xlsx"));
    assert_eq!(said(&world), Vec::<String>::new());
}

#[test]
fn a_workbook_and_a_csv_file_say_the_same() {
    let csv =
        "\u{feff}Chỉ tiêu\tKỳ\tGiá trị\tTrạng thái\tNguồn\nduoi-nuoc-nam\t31/03/2024\t85\tchính thức\tbao-cao-quy-1\n";
    let mut world = portal(XLSX, workbook("dates-from-1904.xlsx"));
    let of_workbook = observations(&world);
    world.write(CSV, csv);
    assert_eq!(observations(&world), of_workbook, "the same figure in two files is one");
    world.remove(XLSX);
    assert_eq!(observations(&world), of_workbook);
}

/// A workbook in which a file is replaced.
fn with_part(bytes: &[u8], name: &str, part: &[u8]) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for at in 0..old.len() {
        let mut file = old.by_index(at).unwrap();
        let its_name = file.name().unwrap().into_owned();
        new.start_file(&its_name, options).unwrap();
        if its_name == name {
            new.write_all(part).unwrap();
        } else {
            std::io::copy(&mut file, &mut new).unwrap();
        }
    }
    new.finish().unwrap().into_inner()
}

#[test]
fn what_is_no_workbook_is_told_plainly() {
    let sound = workbook("dates-from-1904.xlsx");
    let compound = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let bomb = with_part(&sound, "xl/worksheets/sheet1.xml", &vec![b' '; 70 * 1024 * 1024]);
    assert!(bomb.len() < 1024 * 1024, "{} bytes", bomb.len());
    let mut cells = String::from("<worksheet><sheetData>");
    for row in 1..=30_000 {
        cells.push_str(&format!("<row r=\"{row}\">{}</row>", "<c><v>1</v></c>".repeat(10)));
    }
    cells.push_str("</sheetData></worksheet>");
    let many = with_part(&sound, "xl/worksheets/sheet1.xml", cells.as_bytes());
    for (bytes, reason) in [
        (compound.clone(), "kiểu cũ"),
        ([compound, encrypted].concat(), "mật khẩu"),
        (b"<html>".to_vec(), "không phải là tệp Excel"),
        (sound[..sound.len() / 2].to_vec(), "hỏng"),
        (b"PK\x03\x04".to_vec(), "hỏng"),
        (with_part(&sound, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"), "hỏng"),
        (bomb, "quá nhiều"),
        (many, "quá nhiều"),
    ] {
        let said = said(&portal(XLSX, bytes));
        assert!(said.len() == 1 && said[0].starts_with("unreadable-table 1: ") && said[0].contains(reason), "{said:?}");
    }
    assert_eq!(codes(&portal(XLSX, "")), [Code::EmptyFile]);
    assert!(said(&portal(CSV, sound))[0].contains("không phải CSV"));
}

/// Bytes after some damage.
fn damaged(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(3) {
        let at = dice.below(bytes.len().max(1));
        match dice.below(5) {
            0 => bytes.truncate(at),
            1 => _ = (at < bytes.len()).then(|| bytes.remove(at)),
            2 => bytes.insert(at, b";,\"\n\t/%.-0\xef"[dice.below(11)]),
            3 => {
                let to = (at + dice.below(40)).min(bytes.len());
                let part = bytes[at..to].to_vec();
                bytes.splice(at..at, part);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(dice.below(256)).unwrap();
                }
            }
        }
    }
    bytes
}

/// Whether a portal with this table is checked without a panic, and whatever is wrong has a place and words.
fn survives(path: &str, bytes: Vec<u8>) -> bool {
    let world = portal(path, bytes);
    catch_unwind(AssertUnwindSafe(|| {
        let (sources, report, _) = checked(&world);
        report.diagnostics.iter().all(|d| {
            let shown = to_human(d, &sources, Lang::VI, false);
            shown.contains(d.code.entry().name) && (d.span.is_some() || d.code.entry().severity == Severity::Warning)
        })
    }))
    .unwrap_or(false)
}

/// Damages a table in hundreds of ways, the same in every run.
fn torture(path: &str, seed: u64, mutants: Vec<Vec<u8>>) {
    let failed: Vec<_> = mutants
        .into_par_iter()
        .enumerate()
        .filter(|(_, bytes)| !survives(path, bytes.clone()))
        .map(|(at, _)| at)
        .collect();
    assert!(failed.is_empty(), "seed {seed}: {failed:?}");
}

#[test]
fn a_damaged_csv_file_never_ends_in_a_panic() {
    let cases = ["as-vietnamese-excel-writes-it", "as-english-excel-writes-it", "unclear-cells-are-all-named"];
    for (seed, case) in (1..).zip(cases) {
        let file = Path::new("tests/cases/observations").join(case).join(CSV);
        let bytes = std::fs::read(file).unwrap();
        let mut dice = Dice(seed);
        torture(CSV, seed, (0..200).map(|_| damaged(&bytes, &mut dice)).collect());
    }
}

#[test]
fn a_damaged_workbook_never_ends_in_a_panic() {
    for (seed, name) in (1..).zip(["office.xlsx", "unclear.xlsx"]) {
        let bytes = workbook(name);
        let mut dice = Dice(seed);
        torture(XLSX, seed, (0..150).map(|_| damaged(&bytes, &mut dice)).collect());
        // Most damage to an archive is found by its sums: what is inside is damaged too.
        let archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
        let mut mutants = Vec::new();
        for part in names {
            let mut inside = Vec::new();
            let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
            std::io::copy(&mut archive.by_name(&part).unwrap(), &mut inside).unwrap();
            mutants.extend((0..25).map(|_| with_part(&bytes, &part, &damaged(&inside, &mut dice))));
        }
        torture(XLSX, seed, mutants);
    }
}
