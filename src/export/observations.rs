//! `observations.csv`

use super::codes::{self, FIRMNESS, UNITS};
use super::column::{Column, Kind};
use super::fact::{OfPlan, plan_columns};
use super::names::{plain, words};
use super::said::said;
use super::{Facts, Table};
use crate::model::{Ix, Measure, Observation, Plan, Unit, indexed};

/// An observation of a measure of a plan, by its place in the measure's list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    plan: Ix<Plan>,
    measure: Ix<Measure>,
    at: usize,
}

impl OfPlan for Row {
    fn plan(self) -> Ix<Plan> {
        self.plan
    }
}

pub(super) static OBSERVATIONS: Table<Row> = Table {
    name: "observations",
    title: said("Số liệu thực hiện", "Observations"),
    row: said(
        "Mỗi dòng là một số liệu đã báo cáo của một chỉ tiêu, kể cả số đã được sửa.",
        "One row a figure that was reported for a measure, those revised since among them.",
    ),
    rows: |facts| {
        let plans = facts.portal.each_plan();
        plans
            .flat_map(|(plan, of)| indexed(&of.measures).flat_map(move |(measure, of)| rows(plan, measure, of)))
            .collect()
    },
    columns,
};

/// The observations of a measure.
pub(super) fn rows(plan: Ix<Plan>, measure: Ix<Measure>, of: &Measure) -> impl Iterator<Item = Row> + use<> {
    (0..of.observations.len()).map(move |at| Row { plan, measure, at })
}

fn measure<'p>(facts: Facts<'p>, row: Row) -> &'p Measure {
    &facts.portal[row.plan][row.measure]
}

fn observation<'p>(facts: Facts<'p>, row: Row) -> &'p Observation {
    &measure(facts, row).observations[row.at]
}

fn columns() -> Vec<Column<Row>> {
    let mut columns = plan_columns();
    columns.extend(time_columns());
    columns.extend(figure_columns());
    columns.extend(standing_columns());
    columns
}

fn time_columns() -> [Column<Row>; 4] {
    [
        Column::one("measure", Kind::Id, said("Chỉ tiêu.", "The measure."), |facts, row| {
            Some(measure(facts, row).id.to_string())
        }),
        Column::one(
            "period",
            Kind::Date,
            said(
                "Kỳ: 2024, 2024-Q1, 2024-03, 2024-03-31.",
                "What time it speaks of: 2024, 2024-Q1, 2024-03, 2024-03-31.",
            ),
            |facts, row| Some(observation(facts, row).period.to_string()),
        ),
        Column::one("from", Kind::Date, said("Ngày đầu của kỳ.", "The first day of it."), |facts, row| {
            Some(observation(facts, row).period.first_day().to_string())
        }),
        Column::one("to", Kind::Date, said("Ngày cuối của kỳ.", "The last day of it."), |facts, row| {
            Some(observation(facts, row).period.last_day().to_string())
        }),
    ]
}

fn figure_columns() -> [Column<Row>; 4] {
    [
        Column::one("value", Kind::Number, said("Con số.", "The figure."), |facts, row| {
            Some(observation(facts, row).amount.value.to_string())
        }),
        Column::one(
            "of",
            Kind::Number,
            said("Tổng, nếu con số là một phần của tổng.", "The whole, where the figure is a part."),
            |facts, row| observation(facts, row).amount.of.map(|of| of.to_string()),
        ),
        Column::one(
            "unit",
            Kind::Choice(UNITS),
            said("Đơn vị của mục tiêu.", "The unit of the goal."),
            |facts, row| Some(codes::unit(&observation(facts, row).amount.unit).to_owned()),
        ),
        Column::each(
            "unit_name",
            Kind::Text,
            said("Điều được đếm, nếu unit là named.", "What is counted, where unit is named."),
            |facts, row, lang| match &observation(facts, row).amount.unit {
                Unit::Named(name) => words(name, lang),
                _ => None,
            },
        ),
    ]
}

fn standing_columns() -> [Column<Row>; 5] {
    [
        Column::one(
            "firmness",
            Kind::Choice(FIRMNESS),
            said("Số chính thức, tạm tính hay ước tính.", "Whether it is final, provisional or estimated."),
            |facts, row| Some(codes::firmness(observation(facts, row).status).to_owned()),
        ),
        Column::one(
            "revised",
            Kind::Date,
            said(
                "Ngày công bố, nếu thay một số cũ của cùng kỳ.",
                "When it took the place of an earlier figure for the same period.",
            ),
            |facts, row| observation(facts, row).revised.map(|day| day.to_string()),
        ),
        Column::one(
            "superseded",
            Kind::YesNo,
            said("true: đã có số khác thay cho kỳ này.", "true: another figure has taken its place for this period."),
            |facts, row| {
                let later = measure(facts, row).observations.get(row.at + 1);
                Some(later.is_some_and(|later| later.period == observation(facts, row).period).to_string())
            },
        ),
        Column::one("source", Kind::Text, said("Nguồn.", "Who reports it."), |facts, row| {
            Some(facts.source(&observation(facts, row).source))
        }),
        Column::each("note", Kind::Text, said("Ghi chú.", "A remark."), |facts, row, lang| {
            plain(observation(facts, row).note.as_ref()?, lang)
        }),
    ]
}
