//! What stands in each column of a row.

use super::grid::{Cell, Content, Reason, Row, Shown};
use super::header::Column;
use super::measures::{Found, aims_high, in_percent};
use super::number::{self, Figure};
use super::period;
use super::row::{Rows, Unread};
use crate::diag::Arg;
use crate::lang::{Decimal, Lang, PartialDate, Period, format_decimal, slug};
use crate::load::decode::At;
use crate::load::leaf::RawText;
use crate::load::{RawMeasure, RawWho};
use crate::model::{Id, ObservationStatus};
use std::sync::Arc;

impl<'g> Rows<'_, '_, 'g> {
    /// The measure's id; a text that names none is left for the check of references, which knows what may be meant.
    pub fn measure(&mut self, row: &Row) -> Result<(At<Arc<str>>, Option<&'g RawMeasure>), Unread> {
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

    pub fn period(&mut self, row: &Row) -> Result<At<Period>, Unread> {
        let Some(cell) = self.cell(row, Column::Period) else { return Err(self.missing(row, Column::Period)) };
        self.when(row, cell)
    }

    fn when(&mut self, row: &Row, cell: &Cell) -> Result<At<Period>, Unread> {
        let read = match &cell.content {
            Content::Date(date) => Ok(Period::Date(*date)),
            Content::Unusable(reason) => Err(reason.clone()),
            Content::Number(_) if cell.text.len() == 5 && !cell.text.contains('.') => Err(Reason::new(
                ("là số thứ tự của một ngày trong Excel", "is the number that Excel keeps for a day"),
                (
                    "Đổi định dạng của ô thành Date, rồi xem lại ngày.",
                    "Set the cell's format to Date, and look at the day again.",
                ),
            )),
            // 2024.1 may be January or October.
            Content::Number(_) if cell.text.contains('.') => Err(period::not_understood()),
            Content::Number(_) | Content::Text => period::period(&cell.text),
        };
        match read {
            Ok(value) => Ok(At { value, span: cell.span }),
            Err(reason) => Err(self.unclear(row, cell, reason)),
        }
    }

    pub fn revised(&mut self, row: &Row) -> Result<Option<At<PartialDate>>, Unread> {
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
    pub fn figure(&mut self, row: &Row, cell: &Cell, measure: Option<&RawMeasure>) -> Result<Figure, Unread> {
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
            Content::Number(shown) => match text.trim_end_matches('%').parse() {
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

    pub fn whole(&mut self, row: &Row, figure: Option<&Figure>) -> Result<Option<At<Decimal>>, Unread> {
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

    pub fn status(&mut self, row: &Row) -> Result<ObservationStatus, Unread> {
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
    pub fn source(&mut self, row: &Row) -> Result<RawWho, Unread> {
        let Some(named) = self.texts(row, Column::Source)? else {
            return Err(self.missing(row, Column::Source(self.loader.langs[0])));
        };
        let [(_, at)] = &named.entries[..] else { return Ok(RawWho::Named(named)) };
        let id = at.value.strip_prefix("plan:").or(at.value.strip_prefix("document:")).unwrap_or(&at.value);
        Ok(match id.split('/').all(|part| Id::new(part).is_some()) {
            true => RawWho::Known(at.clone()),
            false => RawWho::Named(named),
        })
    }

    /// A text that has a column for each language; `None` where all of them are empty.
    pub fn texts(&mut self, row: &Row, column: fn(Lang) -> Column) -> Result<Option<RawText>, Unread> {
        let mut entries = Vec::new();
        for lang in self.loader.langs.clone() {
            let Some(cell) = self.cell(row, column(lang)) else { continue };
            if let Content::Unusable(reason) = &cell.content {
                return Err(self.unclear(row, cell, reason.clone()));
            }
            entries.push((lang, At { value: cell.text.clone(), span: cell.span }));
        }
        let span = entries.first().map(|(_, at)| at.span);
        Ok(span.map(|span| RawText { span, plain: false, entries, unreadable: Vec::new() }))
    }
}

/// The status that a word means, in either language.
pub(super) fn status(text: &str) -> Option<ObservationStatus> {
    match &*slug(text) {
        "final" | "chinh-thuc" => Some(ObservationStatus::Final),
        "provisional" | "so-bo" | "tam-tinh" => Some(ObservationStatus::Provisional),
        "estimated" | "estimate" | "uoc-tinh" => Some(ObservationStatus::Estimated),
        _ => None,
    }
}
