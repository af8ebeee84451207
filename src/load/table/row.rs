//! One row of a table: what YAML calls an observation.

use super::grid::{Cell, Content, Grid, Reason, Row, Shown};
use super::header::{Column, Header, NEEDED};
use super::measures::{Found, Measures, aims_high, in_percent};
use super::number::{self, Figure};
use super::period;
use crate::diag::{Arg, Code, Diagnostic};
use crate::lang::{Decimal, Lang, PartialDate, Period, format_decimal, slug};
use crate::load::decode::At;
use crate::load::leaf::RawText;
use crate::load::{Loader, RawMeasure, RawObservation, RawObservationSource, RawReported};
use crate::model::{Id, ObservationStatus};
use std::sync::Arc;

/// The rows of one table.
pub(super) struct Rows<'l, 'w, 'g> {
    pub loader: &'l mut Loader<'w>,
    pub grid: &'g Grid,
    pub header: &'g Header,
    pub measures: &'g Measures<'g>,
}

/// A row that is wrong, which is reported.
#[derive(Debug)]
pub(super) struct Unread;

impl<'g> Rows<'_, '_, 'g> {
    fn cell<'r>(&self, row: &'r Row, column: Column) -> Option<&'r Cell> {
        row.at(self.header.of(column)?)
    }

    /// Whether a row is of the table but no data: its header again, the numbers of its columns, a sum, a line of text.
    pub fn is_not_data(&self, row: &Row, is_first: bool) -> bool {
        let heading = |cell: &Cell| {
            self.grid.rows.get(self.header.row).and_then(|header| header.at(cell.column)).map(|heading| &heading.text)
        };
        let numbering = |text: &str| {
            let bare = text.trim_matches(['(', ')']);
            bare.len() <= 2
                && (bare.bytes().all(|b| b.is_ascii_digit())
                    || (bare.len() == 1 && bare.starts_with(char::is_alphabetic)))
        };
        let [measure, period, value] = NEEDED.map(|column| self.cell(row, column));
        let again = row.cells.iter().all(|cell| heading(cell) == Some(&cell.text));
        let numbers = is_first && row.cells.len() >= 3 && row.cells.iter().all(|cell| numbering(&cell.text));
        let sum = period.is_none()
            && measure.is_some_and(|cell| {
                ["cong", "tong", "tong-cong", "tong-so", "total", "sum"].contains(&&*slug(&cell.text))
                    && matches!(self.measures.find(&cell.text), Found::None)
            });
        // A place for signatures, a remark below the table.
        let words = measure.is_none()
            && period.is_none()
            && value.is_none_or(|cell| {
                !cell.text.contains(|c: char| c.is_ascii_digit()) && !matches!(cell.content, Content::Unusable(_))
            })
            && self.cell(row, Column::Status).is_none_or(|cell| status(&cell.text).is_none());
        again || numbers || sum || words
    }

    /// What a row reports; nothing where its value is empty.
    pub fn decode(&mut self, row: &Row) -> Result<Option<RawReported>, Unread> {
        let Some(value) = self.cell(row, Column::Value) else {
            self.warn_of_words(row);
            return Ok(None);
        };
        // What stands behind an open quotation mark is in no cell: nothing more can be said of such a row.
        let cut = row.cells.iter().find(|cell| matches!(cell.content, Content::Unusable(_)));
        if let (None, Some(cell)) = (&self.grid.sheet, cut)
            && let Content::Unusable(reason) = &cell.content
        {
            return Err(self.unclear(row, cell, reason.clone()));
        }
        let measure = self.measure(row);
        let period = self.period(row);
        let figure = self.figure(row, value, measure.as_ref().ok().and_then(|(_, measure)| *measure));
        let of = self.whole(row, figure.as_ref().ok());
        let status = self.status(row);
        let source = self.source(row);
        let revised = self.revised(row);
        let note = self.texts(row, Column::Note);
        let (figure, of) = (figure?, of?);
        let (reference, _) = measure?;
        Ok(Some(RawReported {
            measure: reference,
            observation: RawObservation {
                span: row.span,
                whole: true,
                period: period?,
                value: At { value: figure.value, span: value.span },
                of: of.or(figure.of.map(|of| At { value: of, span: value.span })),
                status: status?,
                source: source?,
                note,
                revised: revised?,
            },
        }))
    }

    /// What a cell is called, empty or not.
    fn called(&self, row: &Row, column: u32) -> Arg {
        let header = self.grid.rows.get(self.header.row);
        let heading = header.and_then(|header| header.at(column)).map_or("", |cell| &cell.text);
        self.grid.called(row, column, heading)
    }

    fn unclear(&mut self, row: &Row, cell: &Cell, reason: Reason) -> Unread {
        let diagnostic = Diagnostic::at(Code::UnclearCell, cell.span).arg("cell", self.called(row, cell.column));
        let diagnostic = diagnostic.arg("value", &cell.text).arg("reason", reason.why).arg("hint", reason.hint);
        self.loader.report.push(diagnostic);
        Unread
    }

    fn missing(&mut self, row: &Row, column: Column) -> Unread {
        let (vi, en) = match column {
            Column::Measure => ("chỉ tiêu", "measure"),
            Column::Period => ("kỳ", "period"),
            Column::Status => ("trạng thái", "status"),
            _ => ("nguồn", "source"),
        };
        let place = match self.header.of(column) {
            Some(at) => self.called(row, at),
            None => Arg::each(format!("bảng này, dòng {}", row.number), format!("this table, row {}", row.number)),
        };
        let diagnostic = Diagnostic::at(Code::MissingCell, row.span).arg("cell", place);
        self.loader.report.push(diagnostic.arg("field", Arg::each(vi, en)));
        Unread
    }

    /// Something is said of a figure that is not there.
    fn warn_of_words(&mut self, row: &Row) {
        let langs = self.loader.langs.clone();
        let notes = langs.into_iter().map(Column::Note);
        let said = notes.chain([Column::Of, Column::Status, Column::Revised]).find_map(|column| self.cell(row, column));
        if let (Some(said), Some(value)) = (said, self.header.of(Column::Value)) {
            let diagnostic = Diagnostic::at(Code::RowWithoutValue, said.span).arg("cell", self.called(row, value));
            self.loader.report.push(diagnostic.arg("said", &said.text));
        }
    }

    /// The measure's id; a text that names none is left for the check of references, which knows what may be meant.
    fn measure(&mut self, row: &Row) -> Result<(At<Arc<str>>, Option<&'g RawMeasure>), Unread> {
        let Some(cell) = self.cell(row, Column::Measure) else { return Err(self.missing(row, Column::Measure)) };
        if let Content::Unusable(reason) = &cell.content {
            return Err(self.unclear(row, cell, reason.clone()));
        }
        let at = |value: &str| At { value: value.into(), span: cell.span };
        match self.measures.find(&cell.text) {
            Found::One(measure) => Ok((at(measure.id.value.as_str()), Some(measure))),
            Found::None => Ok((at(&cell.text), None)),
            Found::Several(ids) => {
                let ids = ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
                let reason = Reason {
                    why: Arg::each("là tên của nhiều chỉ tiêu", "is the label of several targets"),
                    hint: Arg::each(format!("Viết mã của chỉ tiêu: {ids}."), format!("Write the target's id: {ids}.")),
                };
                Err(self.unclear(row, cell, reason))
            }
        }
    }

    fn period(&mut self, row: &Row) -> Result<At<Period>, Unread> {
        let Some(cell) = self.cell(row, Column::Period) else { return Err(self.missing(row, Column::Period)) };
        self.when(row, cell)
    }

    fn when(&mut self, row: &Row, cell: &Cell) -> Result<At<Period>, Unread> {
        let read = match &cell.content {
            Content::Date(date) => Ok(Period::Date(*date)),
            Content::Unusable(reason) => Err(reason.clone()),
            // 2024.1 may be January or October.
            Content::Number(_) if cell.text.contains('.') => Err(period::not_understood()),
            Content::Number(_) | Content::Text => period::period(&cell.text),
        };
        match read {
            Ok(value) => Ok(At { value, span: cell.span }),
            Err(reason) => Err(self.unclear(row, cell, reason)),
        }
    }

    fn revised(&mut self, row: &Row) -> Result<Option<At<PartialDate>>, Unread> {
        let Some(cell) = self.cell(row, Column::Revised) else { return Ok(None) };
        match self.when(row, cell)? {
            At { value: Period::Date(value), span } => Ok(Some(At { value, span })),
            _ => {
                let reason = Reason::new(
                    ("là một quý, không phải ngày công bố", "is a quarter, not a day of publication"),
                    ("Viết ngày, tháng hoặc năm: 15/04/2024.", "Write a day, a month or a year: 15/04/2024."),
                );
                Err(self.unclear(row, cell, reason))
            }
        }
    }

    /// The figure of a cell, in the unit of the measure's goal.
    fn figure(&mut self, row: &Row, cell: &Cell, measure: Option<&RawMeasure>) -> Result<Figure, Unread> {
        let figure = match self.number(&cell.content, &cell.text) {
            Ok(figure) => figure,
            Err(reason) => return Err(self.unclear(row, cell, reason)),
        };
        let Some(measure) = measure else { return Ok(figure) };
        if figure.percent && !in_percent(measure) {
            let reason = Reason::new(
                (
                    "là phần trăm, nhưng chỉ tiêu này không tính bằng phần trăm",
                    "is a percentage, but this target is not counted in percent",
                ),
                (
                    "Ghi số theo đơn vị của chỉ tiêu, hoặc sửa `unit` của nó trong plan.yaml.",
                    "Give the figure in the target's unit, or mend its `unit` in plan.yaml.",
                ),
            );
            return Err(self.unclear(row, cell, reason));
        }
        let between = figure.value > Decimal::ZERO && figure.value < Decimal::ONE;
        if between && !figure.percent && figure.of.is_none() && in_percent(measure) && aims_high(measure) {
            let (little, much) = (figure.value, figure.value * Decimal::ONE_HUNDRED);
            let (little, much) = (little.normalize(), much.normalize());
            let (vi_little, vi_much) = (format_decimal(little, Lang::VI), format_decimal(much, Lang::VI));
            let reason = Reason {
                why: Arg::each(
                    format!("có thể là {vi_little}%, cũng có thể là {vi_much}%"),
                    format!("may be {little}% or {much}%"),
                ),
                hint: Arg::each(
                    format!("Viết cả dấu phần trăm: {vi_much}% hoặc {vi_little}%."),
                    format!("Write the percent sign too: {much}% or {little}%."),
                ),
            };
            return Err(self.unclear(row, cell, reason));
        }
        Ok(figure)
    }

    fn number(&self, content: &Content, text: &str) -> Result<Figure, Reason> {
        match content {
            Content::Text => number::figure(text),
            Content::Unusable(reason) => Err(reason.clone()),
            Content::Number(shown) => match text.parse() {
                Ok(value) => Ok(Figure { value, of: None, percent: *shown == Shown::Percent }),
                Err(_) => number::figure(text),
            },
            Content::Date(_) => Err(Reason::new(
                ("là một ngày: Excel tự đổi 3/4 thành ngày 3 tháng 4", "is a date: Excel makes 3 April of 3/4"),
                (
                    "Đổi định dạng của ô thành Text rồi viết lại; hoặc ghi tổng số ở cột “trên tổng số”.",
                    "Set the cell's format to Text and write it anew; or give the whole in the column “of”.",
                ),
            )),
        }
    }

    fn whole(&mut self, row: &Row, figure: Option<&Figure>) -> Result<Option<At<Decimal>>, Unread> {
        let Some(cell) = self.cell(row, Column::Of) else { return Ok(None) };
        let read = self.number(&cell.content, &cell.text).and_then(|whole| match whole {
            Figure { value, of: None, percent: false } => Ok(value),
            _ => Err(Reason::new(
                ("không phải là một tổng số", "is not a whole"),
                ("Ô này chỉ ghi tổng số, ví dụ 200.", "This cell holds the whole alone, such as 200."),
            )),
        });
        let read = read.and_then(|value| match figure.and_then(|figure| figure.of) {
            Some(other) if other != value => Err(Reason {
                why: Arg::each(
                    format!("khác với tổng số {other} ở cột giá trị"),
                    format!("is not the whole {other} of the value"),
                ),
                hint: Arg::each("Ghi tổng số ở một trong hai ô.", "Give the whole in one of the two cells."),
            }),
            _ => Ok(value),
        });
        match read {
            Ok(value) => Ok(Some(At { value, span: cell.span })),
            Err(reason) => Err(self.unclear(row, cell, reason)),
        }
    }

    fn status(&mut self, row: &Row) -> Result<ObservationStatus, Unread> {
        let Some(cell) = self.cell(row, Column::Status) else { return Err(self.missing(row, Column::Status)) };
        status(&cell.text).ok_or_else(|| {
            let reason = Reason::new(
                ("không phải là một trạng thái", "is not a status"),
                ("Viết: chính thức, sơ bộ hoặc ước tính.", "Write: final, provisional or estimated."),
            );
            self.unclear(row, cell, reason)
        })
    }

    /// Who reports it: what looks like an id is one, anything else is the name of a report.
    fn source(&mut self, row: &Row) -> Result<RawObservationSource, Unread> {
        let Some(named) = self.texts(row, Column::Source) else {
            return Err(self.missing(row, Column::Source(self.loader.langs[0])));
        };
        let [(_, at)] = &named.entries[..] else { return Ok(RawObservationSource::Named(named)) };
        let id = at.value.strip_prefix("plan:").or(at.value.strip_prefix("document:")).unwrap_or(&at.value);
        Ok(match id.split('/').all(|part| Id::new(part).is_some()) {
            true => RawObservationSource::Source(at.clone()),
            false => RawObservationSource::Named(named),
        })
    }

    /// A text that has a column for each language; `None` where all of them are empty.
    fn texts(&self, row: &Row, column: fn(Lang) -> Column) -> Option<RawText> {
        let said = |lang: &Lang| Some((*lang, self.cell(row, column(*lang))?));
        let entries: Vec<_> = self.loader.langs.iter().filter_map(said).collect();
        let span = entries.first()?.1.span;
        let entries = entries.into_iter().map(|(lang, cell)| (lang, At { value: cell.text.clone(), span: cell.span }));
        Some(RawText { span, plain: false, entries: entries.collect(), unreadable: Vec::new() })
    }
}

fn status(text: &str) -> Option<ObservationStatus> {
    match &*slug(text) {
        "final" | "chinh-thuc" => Some(ObservationStatus::Final),
        "provisional" | "so-bo" | "tam-tinh" => Some(ObservationStatus::Provisional),
        "estimated" | "estimate" | "uoc-tinh" => Some(ObservationStatus::Estimated),
        _ => None,
    }
}
