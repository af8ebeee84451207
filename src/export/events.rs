//! `events.csv`

use super::codes::{self, STATED};
use super::column::{Column, Kind, said};
use super::fact::{OfParagraph, OfPlan, paragraph_columns, plan_columns, text_column};
use super::names::words;
use super::{Facts, Table};
use crate::model::{Event, Item, Ix, Plan, indexed};

type Row = (Ix<Plan>, Ix<Event>);

pub(super) static EVENTS: Table<Row> = Table {
    name: "events",
    title: said("Sự kiện", "Events"),
    row: said("Mỗi dòng là một sự kiện của một kế hoạch.", "One row an event of a plan."),
    rows: |facts| {
        let plans = indexed(&facts.portal.plans);
        plans.flat_map(|(ix, plan)| indexed(&plan.events).map(move |(event, _)| (ix, event))).collect()
    },
    columns,
};

impl OfPlan for Row {
    fn plan(self) -> Ix<Plan> {
        self.0
    }
}

impl OfParagraph for Row {
    fn item(self, plan: &Plan) -> &Item {
        &plan[plan.events[self.1.index()].item]
    }
}

fn event<'p>(facts: Facts<'p>, row: Row) -> &'p Event {
    &facts.portal[row.0].events[row.1.index()]
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
