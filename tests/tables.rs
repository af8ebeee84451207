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
    report.sort(&sources);
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
    assert_eq!(
        observations(&world),
        [
            "tre-em 2024-03-31 85.5 final, Báo cáo quý I/2024 (From the department)",
            "tre-em 2024-Q2 90.5 provisional, Báo cáo quý I/2024",
            "tre-em 2024 91.3 estimated, Báo cáo quý I/2024",
            "so-xa 2024-06 147/200 final, Báo cáo số 15/BC-SM",
            "so-xa 2024-09 150/200 final, Báo cáo quý I/2024",
            "duoi-nuoc-nam 2024 1150 provisional, Báo cáo quý I/2024",
            "duoi-nuoc-nam 2024 1148000.5 final, Báo cáo quý I/2024 revised 2025-03-31",
            "duoi-nuoc-nu 2024-Q2 0.4 final, Báo cáo quý I/2024",
        ]
    );
    let [missing] = &said(&world)[..] else { panic!("{:?}", said(&world)) };
    let expected = "missing-language 9: trang tính “Quý I”, ô G9: chưa có bản tiếng Anh";
    assert_eq!(missing, expected, "the report of row 9, hidden, has one name");
}

#[test]
fn dates_from_1904_are_the_same_days() {
    let world = portal(XLSX, workbook("dates-from-1904.xlsx"));
    assert_eq!(observations(&world), ["duoi-nuoc-nam 2024-03-31 85 final, Báo cáo quý I/2024"]);
}

#[test]
fn every_unclear_cell_of_a_workbook_is_named_with_its_sheet() {
    let world = portal(XLSX, workbook("unclear.xlsx"));
    let on = |cell: &str, what: &str| format!("trang tính “Số liệu”, ô {cell}: {what}");
    let expected = [
        on("C3", "“0.85” có thể là 0,85%, cũng có thể là 85%"),
        on("C4", "“1.234” có thể là 1234, cũng có thể là số thập phân"),
        on("C5", "“1,234” có thể là 1234, cũng có thể là số thập phân"),
        on("B6", "“2024.1” không phải là một kỳ"),
        on("B7", "“31/03/24” có năm chỉ hai chữ số"),
        on("B8", "“13/25/2024” không có trong lịch"),
        on("C9", "“#REF!” là lỗi của Excel"),
        on("C10", "“=1+1” là công thức chưa được tính"),
        on("C11", "“2024-04-03” là một ngày: Excel tự đổi 3/4 thành ngày 3 tháng 4"),
        on("C12", "“5%” là phần trăm, nhưng chỉ tiêu này không tính bằng phần trăm"),
        on("C13", "“0.75” hiện ra là một phân số"),
        on("B14", "“0.3541666666666667” là giờ, không phải là ngày"),
        on("A15", "dòng có số liệu mà thiếu chỉ tiêu"),
        on("B16", "dòng có số liệu mà thiếu kỳ"),
        on("A17", "không có chỉ tiêu “so-xaa”"),
        on("C17", "“TRUE” không phải là một con số"),
        "trang tính “Thiếu cột” không có cột “kỳ”".to_owned(),
    ];
    let said = said(&world);
    let messages: Vec<&str> = said.iter().filter_map(|said| Some(said.split_once(": ")?.1)).collect();
    assert_eq!(messages, expected);
    assert!(said[0].starts_with("unclear-cell 3:"), "the line is the row of Excel: {}", said[0]);
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

/// A workbook in which a file is replaced, or one more.
fn with_part(bytes: &[u8], name: &str, part: &[u8]) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    let is_new = old.by_name(name).is_err();
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
    if is_new {
        new.start_file(name, options).unwrap();
        new.write_all(part).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// A workbook of one sheet, Sheet1, with these rows; of cells that are merged the first has the text.
fn sheet(rows: &str, merged: &str) -> Vec<u8> {
    let row = |(at, row): (usize, &str)| {
        let cells = row.split(';').zip('A'..).filter(|(text, _)| !text.is_empty());
        let cell = |(text, column)| format!("<c r=\"{column}{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
        format!("<row r=\"{at}\">{}</row>", cells.map(cell).collect::<String>())
    };
    let rows: String = (1..).zip(rows.lines()).map(row).collect();
    let merges: String = merged.split_whitespace().map(|range| format!("<mergeCell ref=\"{range}\"/>")).collect();
    let sheet = format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData>\
         <mergeCells>{merges}</mergeCells></worksheet>"
    );
    with_part(&workbook("dates-from-1904.xlsx"), "xl/worksheets/sheet1.xml", sheet.as_bytes())
}

const WITH_NUMBERS: &str = "STT;Chỉ tiêu;Kỳ;Giá trị;Trên tổng số;Trạng thái;Nguồn;Ghi chú\n";

#[test]
fn a_row_of_sums_is_passed_over_wherever_its_word_stands() {
    let data = "1;so-xa;2024;147;200;chính thức;bao-cao-quy-1\n";
    for sum in [
        "Tổng cộng;;;147;200;;",
        "TỔNG SỐ:;;;147;;chính thức;",
        ";Cộng;;147;;;",
        ";;Total;147;;;",
        "2;;Tổng cộng;147;;;",
        "2;Total;;147;;;",
    ] {
        let rows = format!("{WITH_NUMBERS}{data}{sum}");
        for (path, bytes) in [(CSV, rows.clone().into_bytes()), (XLSX, sheet(&rows, "A3:C3"))] {
            let world = portal(path, bytes);
            assert_eq!(said(&world), [""; 0], "{path}: {sum}");
            assert_eq!(observations(&world), ["so-xa 2024 147/200 final, Báo cáo quý I/2024"]);
        }
    }
    let unnamed =
        portal(XLSX, sheet(&format!("{WITH_NUMBERS}{data}Tổng cộng;;2024;147;;chính thức;bao-cao-quy-1"), ""));
    assert_eq!(codes(&unnamed), [Code::MissingCell], "a period makes it an observation");
    let named = portal(XLSX, sheet(&format!("{WITH_NUMBERS}Tổng cộng;so-xa;;147;;chính thức;bao-cao-quy-1"), ""));
    assert_eq!(codes(&named), [Code::MissingCell], "and so does a measure");
}

#[test]
fn what_is_wrong_with_a_figure_names_its_cells_and_what_to_do_there() {
    let rows = "so-xa;2023;150;148;chính thức;bao-cao-quy-1\nso-xa;2024;-1/200;;chính thức;bao-cao-quy-1\n\
                tre-em;2024;155;;chính thức;bao-cao-quy-1\nso-xa;2025;1;200;chính thức;bao-cao-quy-1\n\
                so-xa;2025;2;200;chính thức;bao-cao-quy-1\ntre-em;2024;80;;chính thức;bao-cao;;";
    let rows: String = rows.lines().map(|row| format!(";{row}\n")).collect();
    let (_, report, _) = checked(&portal(XLSX, sheet(&format!("{WITH_NUMBERS}{rows}"), "")));
    let shown: Vec<_> = report.diagnostics.iter().map(|d| (d.message(Lang::EN), d.help(Lang::EN))).collect();
    let expected = [
        (
            "sheet “Sheet1”, cell E2: the figures do not fit: 150 is more than the whole, 148",
            "Compare with the report, then mend sheet “Sheet1”, cell D2 or sheet “Sheet1”, cell E2.",
        ),
        (
            "sheet “Sheet1”, cell D3: the figures do not fit: a part or a share cannot be negative",
            "Compare with the report, then mend sheet “Sheet1”, cell D3.",
        ),
        (
            "sheet “Sheet1”, cell D4: 155% is more than a hundred percent",
            "Is this meant? Compare with the report. If it is right, say why in a `note` (the column `note` of a table); if not, mend the figure.",
        ),
        (
            "sheet “Sheet1”, cell D6: the target `so-xa` has two figures for the same period: 1/200 (sheet “Sheet1”, cell D5) and 2/200",
            "Keep one; if the later replaces the earlier, say when it was published: `revised: 2025-03-31` (column `revised` in a table).",
        ),
        ("sheet “Sheet1”, cell G7: there is no source `bao-cao`", "Choose from: `bao-cao-quy-1`."),
    ];
    assert_eq!(shown, expected.map(|(message, help)| (message.to_owned(), help.to_owned())));
}

#[test]
fn every_bad_cell_of_a_row_is_named_in_one_run() {
    let rows = "so-xaa;2052;150;148;chính thức;bao-cao\n;2024;150;148;xong;bao-cao\nso-xa;2052;148;150;xong;bao-cao\n\
                tre-em;ngày mai;155;;chính thức;bao-cao";
    let rows: String = rows.lines().map(|row| format!(";{row}\n")).collect();
    let (_, report, _) = checked(&portal(XLSX, sheet(&format!("{WITH_NUMBERS}{rows}"), "")));
    let cell = |d: &Diagnostic| d.message(Lang::EN).split([',', ':']).nth(1).unwrap().replace(" cell ", "");
    let found: Vec<_> = report.diagnostics.iter().map(|d| format!("{} {}", cell(d), d.code.entry().name)).collect();
    let expected = [
        "B2 unknown-reference",
        "C2 future-observation",
        "E2 observation-mismatch",
        "G2 unknown-reference",
        "B3 missing-cell",
        "E3 observation-mismatch",
        "F3 unclear-cell",
        "G3 unknown-reference",
        "C4 future-observation",
        "F4 unclear-cell",
        "G4 unknown-reference",
        "C5 unclear-cell",
        "D5 over-a-hundred",
        "G5 unknown-reference",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_heading_may_have_two_rows() {
    let rows = "chỉ tiêu;kỳ;kết quả;;trạng thái;nguồn\n;;giá trị;trên tổng số;;\nso-xa;2024;147;200;chính thức;bao-cao-quy-1\n";
    assert_eq!(observations(&portal(CSV, rows)), ["so-xa 2024 147/200 final, Báo cáo quý I/2024"]);
}

#[test]
fn a_diagnostic_shows_the_row_of_a_sheet() {
    let (sources, report, _) = checked(&portal(XLSX, workbook("unclear.xlsx")));
    let shown = to_human(&report.diagnostics[1], &sources, Lang::VI, false);
    assert!(shown.contains("content/plans/ket-qua/progress.xlsx:4:"), "{shown}");
    assert!(shown.contains("[Số liệu] A4: duoi-nuoc-nam | B4: 2024 | C4: 1.234 | E4: chính thức"), "{shown}");
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
    let promise = b"<sst uniqueCount=\"18446744073709551615\"><si><t>x</t></si></sst>";
    let promise = with_part(&sound, "xl/sharedStrings.xml", promise);
    let long = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(100_000));
    let same =
        format!("<worksheet><sheetData>{}</sheetData></worksheet>", "<row><c t=\"s\"><v>0</v></c></row>".repeat(1000));
    let texts = with_part(&sound, "xl/worksheets/sheet1.xml", same.as_bytes());
    let texts = with_part(&texts, "xl/sharedStrings.xml", long.as_bytes());
    let far = "<worksheet><sheetData><row r=\"4294967295\"><c><v>1</v></c></row><row><c><v>1</v></c></row></sheetData></worksheet>";
    let far = with_part(&sound, "xl/worksheets/sheet1.xml", far.as_bytes());
    for (bytes, reason) in [
        (promise, "hỏng"),
        (far, "hỏng"),
        (texts, "quá nhiều"),
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
