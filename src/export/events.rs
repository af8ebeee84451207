//! `events.csv`

use super::codes::{self, STATED};
use super::column::{Column, Kind};
use super::fact::{Of, all, paragraph_columns, plan_columns, text_column};
use super::names::words;
use super::said::said;
use super::{Facts, Table};
use crate::model::Event;

type Row = Of<Event>;

pub(super) static EVENTS: Table<Row> = Table {
    name: "events",
    title: said("Sự kiện", "Events"),
    row: said("Mỗi dòng là một sự kiện của một kế hoạch.", "One row an event of a plan."),
    rows: |facts| all(facts, |plan| &plan.events),
    columns,
};

fn event<'p>(facts: Facts<'p>, row: Row) -> &'p Event {
    &facts.portal[row.0][row.1]
}

fn columns() -> Vec<Column<Row>> {
    let mut columns = plan_columns();
    columns.extend(paragraph_columns("paragraph"));
    columns.extend([
        Column::one(
            "event",
            Kind::Id,
            said("Sự kiện; mỗi mã một lần trong một kế hoạch.", "The event; each id once in a plan."),
            |facts, row| Some(event(facts, row).id.to_string()),
        ),
        Column::each("name", Kind::Text, said("Tên sự kiện.", "What it is called."), |facts, row, lang| {
            words(&event(facts, row).name, lang)
        }),
        Column::one("from", Kind::Date, said("Từ khi nào.", "From when."), |facts, row| {
            event(facts, row).from.map(|date| date.to_string())
        }),
        Column::one("to", Kind::Date, said("Đến khi nào.", "Until when."), |facts, row| {
            event(facts, row).to.map(|date| date.to_string())
        }),
        Column::one(
            "year_stated",
            Kind::Choice(STATED),
            said("Năm lấy từ đâu.", "Where the year comes from."),
            |facts, row| {
                let event = event(facts, row);
                event.from.or(event.to).map(|_| codes::stated(event.year).to_owned())
            },
        ),
        Column::each("theme", Kind::Text, said("Chủ đề.", "Its theme."), |facts, row, lang| {
            words(event(facts, row).theme.as_ref()?, lang)
        }),
    ]);
    columns.push(text_column());
    columns
}
