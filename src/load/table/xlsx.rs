//! Excel's workbooks: cells as they are shown, and a rendering of each sheet in which a diagnostic can mark its place.

use super::grid::{Cell, Content, Grid, Reason, Row, Shown, letters};
use super::trimmed;
use super::unreadable::Unreadable;
use crate::diag::Sources;
use crate::lang::{Decimal, PartialDate};
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx, XlsxError};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// The most that a workbook may hold when it is unpacked, in bytes: a small file may hold ever so much.
const MAX_UNPACKED: u64 = 64 * 1024 * 1024;
/// The most cells of a workbook, and the most bytes of their texts: many cells may share one long text.
const MOST: Budget = Budget { cells: 200_000, bytes: 16 * 1024 * 1024 };
/// The rows and columns that a sheet of Excel has.
const SHEET: (u32, u32) = (1 << 20, 1 << 14);
/// How a ZIP archive begins, and so each workbook.
pub(super) const ZIP: &[u8] = b"PK\x03\x04";
/// How files of Excel 97 begin, and encrypted workbooks.
pub(super) const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0";

/// Cells by row and column, both from 0.
type Cells = BTreeMap<u32, BTreeMap<u32, (Content, String)>>;

/// Every sheet of a workbook, each a source of its own under the workbook's path.
pub(super) fn grids(path: &str, bytes: Vec<u8>, sources: &mut Sources) -> Result<Vec<Grid>, Unreadable> {
    if bytes.starts_with(COMPOUND) {
        return Err(if is_encrypted(&bytes) { Unreadable::Encrypted } else { Unreadable::OldExcel });
    }
    if !bytes.starts_with(ZIP) {
        return Err(Unreadable::NoWorkbook);
    }
    refuse_bombs(&bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_: XlsxError| Unreadable::Broken)?;
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    let mut left = MOST;
    let mut grids = Vec::new();
    for name in names {
        let mut cells = cells(&mut book, &name, &mut left)?;
        // Merges are for the eye: a workbook whose list of them is broken is read without.
        spread(&mut cells, &book.merge_cells_by_sheet_name(&name).unwrap_or_default(), &mut left)?;
        grids.push(rendered(path, name, cells, sources));
    }
    Ok(grids)
}

/// An encrypted workbook is a compound file with a stream of this name, in UTF-16.
fn is_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}

/// Unpacks everything once, part by part: what a file says of its own size may be untrue. So may the number of shared
/// texts be, for which calamine makes room before it reads them.
fn refuse_bombs(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Broken)?;
    let mut left = MAX_UNPACKED;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|_| Unreadable::Broken)?;
        let mut part = Vec::new();
        let size = file.take(left + 1).read_to_end(&mut part).map_err(|_| Unreadable::Broken)?;
        left = left.checked_sub(size as u64).ok_or(Unreadable::TooLarge)?;
        let in_utf_16 = part.starts_with(b"\xFF\xFE") || part.starts_with(b"\xFE\xFF") || part.starts_with(b"<\0");
        if in_utf_16 || promises_more_than_it_holds(&part) {
            return Err(Unreadable::Broken);
        }
    }
    Ok(())
}

fn promises_more_than_it_holds(part: &[u8]) -> bool {
    const COUNT: &[u8] = b"uniqueCount";
    let promised = part.windows(COUNT.len()).enumerate().filter(|(_, window)| *window == COUNT).map(|(at, _)| {
        let after = part[at + COUNT.len()..].iter().skip_while(|b| b" \t\r\n=\"'+0".contains(b));
        after
            .take_while(|b| b.is_ascii_digit())
            .fold(0_usize, |n, b| n.saturating_mul(10).saturating_add(usize::from(b - b'0')))
    });
    promised.max().unwrap_or(0) > part.len()
}

fn cells(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str, left: &mut Budget) -> Result<Cells, Unreadable> {
    let broken = |_: XlsxError| Unreadable::Broken;
    let mut cells = Cells::new();
    let mut reader = book.worksheet_cells_reader(name).map_err(broken)?;
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(broken)? {
        let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
        let format = format.map_or(String::new(), |format| bare(&format.format_code));
        if let Some(content) = content(cell.get_value(), &format) {
            put(&mut cells, cell.get_position(), content, left)?;
        }
    }
    drop(reader);
    // A formula without a value is not an empty cell: a programme wrote it, and nothing has reckoned it.
    let mut reader = book.worksheet_cells_reader(name).map_err(broken)?;
    while let Some(cell) = reader.next_formula().map_err(broken)? {
        let (row, column) = cell.get_position();
        if !cell.get_value().is_empty() && !cells.get(&row).is_some_and(|row| row.contains_key(&column)) {
            let reason = Reason::new(
                ("là công thức chưa được tính", "is a formula that has not been reckoned"),
                (
                    "Mở tệp bằng Excel và lưu lại, hoặc viết con số.",
                    "Open the file in Excel and save it, or write the figure.",
                ),
            );
            put(&mut cells, (row, column), (Content::Unusable(reason), format!("={}", cell.get_value())), left)?;
        }
    }
    Ok(cells)
}

/// How much a workbook may still hold.
struct Budget {
    cells: usize,
    bytes: usize,
}

fn put(
    cells: &mut Cells,
    (row, column): (u32, u32),
    content: (Content, String),
    left: &mut Budget,
) -> Result<(), Unreadable> {
    if row >= SHEET.0 || column >= SHEET.1 {
        return Err(Unreadable::Broken);
    }
    left.cells = left.cells.checked_sub(1).ok_or(Unreadable::TooLarge)?;
    left.bytes = left.bytes.checked_sub(content.1.len()).ok_or(Unreadable::TooLarge)?;
    cells.entry(row).or_default().insert(column, content);
    Ok(())
}

/// What merged cells hold counts for each row that they span: a measure stands once beside its four quarters.
fn spread(cells: &mut Cells, merges: &[calamine::Dimensions], left: &mut Budget) -> Result<(), Unreadable> {
    for merge in merges {
        let (top, column) = merge.start;
        let Some(first) = cells.get(&top).and_then(|row| row.get(&column)).cloned() else { continue };
        if merge.end.0 <= top {
            continue;
        }
        let below: Vec<u32> = cells.range(top + 1..=merge.end.0).map(|(row, _)| *row).collect();
        for row in below {
            put(cells, (row, column), first.clone(), left)?;
        }
    }
    Ok(())
}

/// A number format without what it shows as it stands, of positive numbers: `"tháng "m/yyyy;@` is `m/yyyy`.
fn bare(code: &str) -> String {
    let mut out = String::new();
    let (mut quoted, mut bracketed) = (false, false);
    let mut letters = code.chars();
    while let Some(c) = letters.next() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' | '_' | '*' => _ = letters.next(),
            '[' => bracketed = true,
            ']' => bracketed = false,
            _ if bracketed => {}
            ';' => break,
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// What a cell holds and reads; `None` if it is empty.
fn content(value: &DataRef, format: &str) -> Option<(Content, String)> {
    let text = |text: &str| {
        let text = trimmed(text);
        (!text.is_empty()).then_some((Content::Text, text))
    };
    match value {
        DataRef::Empty => None,
        DataRef::String(shown) => text(shown),
        DataRef::SharedString(shown) => text(shown),
        DataRef::DateTimeIso(shown) | DataRef::DurationIso(shown) => text(shown),
        DataRef::Bool(truth) => text(if *truth { "TRUE" } else { "FALSE" }),
        DataRef::Int(number) => Some(shown(Decimal::from(*number), format)),
        DataRef::Float(number) => Some(match shortest(*number) {
            Some(number) => shown(number, format),
            None => (Content::Text, number.to_string()),
        }),
        DataRef::DateTime(date) => Some(dated(date, format)),
        DataRef::Error(error) => {
            let reason = Reason::new(
                ("là lỗi của Excel", "is an error of Excel's"),
                (
                    "Sửa công thức của ô này trong Excel, hoặc viết con số.",
                    "Mend the formula of this cell in Excel, or write the figure.",
                ),
            );
            Some((Content::Unusable(reason), error.to_string()))
        }
    }
}

/// A number as Excel shows it, which counts 15 digits: a sum of 0.1 and 0.2 is 0.3.
fn shortest(number: f64) -> Option<Decimal> {
    Decimal::from_scientific(&format!("{number:.14e}")).ok().map(|number| number.normalize())
}

fn shown(number: Decimal, format: &str) -> (Content, String) {
    if format.contains("?/") || format.contains("#/") {
        let reason = Reason::new(
            ("hiện ra là một phân số", "is shown as a fraction"),
            (
                "Đổi định dạng của ô thành General; phần trên tổng số thì ghi tổng số ở cột “trên tổng số”.",
                "Set the cell's format to General; for a part of a whole, give the whole in the column “of”.",
            ),
        );
        return (Content::Unusable(reason), number.to_string());
    }
    if format.contains('%')
        && let Some(percentage) = number.checked_mul(Decimal::ONE_HUNDRED)
    {
        return (Content::Number(Shown::Percent), format!("{}%", percentage.normalize()));
    }
    (Content::Number(Shown::Plain), number.to_string())
}

/// A date, as exact as its format shows it: `3/2024` typed into a cell is 1 March to Excel, which then shows the month.
fn dated(date: &ExcelDateTime, format: &str) -> (Content, String) {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    let found = i16::try_from(year).ok().zip(i8::try_from(month).ok()).zip(i8::try_from(day).ok());
    let found = found.and_then(|((year, month), day)| Date::new(year, month, day).ok());
    match found.filter(|day| date.is_datetime() && date.as_f64() >= 1.0 && day.year() > 0) {
        Some(day) => {
            let has = |letter| format.contains(letter);
            let date = match (has('y'), has('m'), has('d')) {
                (true, true, false) => PartialDate::Month(day.year(), day.month()),
                (true, false, false) => PartialDate::Year(day.year()),
                _ => PartialDate::Day(day),
            };
            (Content::Date(date), date.to_string())
        }
        None => {
            let reason = Reason::new(
                ("là giờ, không phải là ngày", "is a time, not a date"),
                ("Viết lại ô này; định dạng của ô nên là Text.", "Write this cell anew; its format should be Text."),
            );
            (Content::Unusable(reason), date.as_f64().to_string())
        }
    }
}

/// The sheet as a text whose lines are Excel's rows, and the same cells with their places in it.
fn rendered(path: &str, name: String, cells: Cells, sources: &mut Sources) -> Grid {
    let mut text = String::new();
    let (mut line, mut places) = (0, Vec::new());
    for (row, cells) in &cells {
        text.extend((line..*row).map(|_| '\n'));
        line = *row;
        let from = text.len();
        text.push_str(&format!("[{name}]"));
        for (at, (column, (_, shown))) in cells.iter().enumerate() {
            text.push_str(&format!("{} {}{}: ", if at == 0 { "" } else { " |" }, letters(*column), row + 1));
            let start = text.len();
            text.extend(shown.chars().map(|c| if c.is_control() { ' ' } else { c }));
            places.push((start, text.len()));
        }
        places.push((from, text.len()));
    }
    text.push('\n');
    let file = sources.add(path, text);
    let mut places = places.into_iter();
    let mut span = || places.next().map_or(file.whole(), |(from, to)| file.span(from, to));
    let rows = cells.into_iter().map(|(row, cells)| {
        let cells = cells.into_iter().map(|(column, (content, text))| Cell {
            column,
            content,
            text: text.into(),
            span: span(),
        });
        let cells = cells.collect();
        Row { number: row + 1, cells, span: span() }
    });
    let rows = rows.collect();
    Grid { sheet: Some(name.into()), rows }
}
