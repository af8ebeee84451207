//! `statuses.csv`

use super::codes::{RULES, STATES};
use super::column::{Column, Kind};
use super::fact::{Of, all, plan_columns};
use super::said::said;
use super::{Facts, Table};
use crate::lang::Decimal;
use crate::measure::{Assessment, Pace};
use crate::model::Measure;

type Row = Of<Measure>;

pub(super) static STATUSES: Table<Row> = Table {
    name: "statuses",
    title: said("Trạng thái của chỉ tiêu", "Statuses of targets"),
    row: said(
        "Mỗi dòng là một chỉ tiêu: trạng thái tính đến ngày as_of và những con số đã dùng để tính.",
        "One row a measure: its status as of a day, and the figures that it was worked out from.",
    ),
    rows: |facts| all(facts, |plan| &plan.measures),
    columns,
};

fn assessment<'p>(facts: Facts<'p>, row: Row) -> &'p Assessment {
    &facts.figures.plans[row.0.index()].measures[row.1.index()].assessment
}

fn pace<'p>(facts: Facts<'p>, row: Row) -> Option<&'p Pace> {
    assessment(facts, row).pace.as_ref()
}

/// Figures that were divided, to six decimals.
fn number(value: Decimal) -> String {
    value.round_dp(6).normalize().to_string()
}

fn columns() -> Vec<Column<Row>> {
    let mut columns = plan_columns::<Row>();
    columns.extend([
        Column::one("measure", Kind::Id, said("Chỉ tiêu.", "The measure."), |facts: Facts, row: Row| {
            Some(facts.portal[row.0][row.1].id.to_string())
        }),
        Column::one("as_of", Kind::Date, said("Tính đến ngày nào.", "As of which day."), |facts, _| {
            Some(facts.figures.as_of.to_string())
        }),
        Column::one("status", Kind::Choice(STATES), said("Trạng thái.", "The status."), |facts, row| {
            Some(assessment(facts, row).state.key().to_owned())
        }),
        Column::one(
            "rule",
            Kind::Choice(RULES),
            said("Quy tắc đã quyết định.", "The rule that decided."),
            |facts, row| Some(assessment(facts, row).rule.key().to_owned()),
        ),
        Column::one(
            "period",
            Kind::Date,
            said("Kỳ của số liệu được xét.", "The period of the figure that was judged."),
            |facts, row| {
                let at = assessment(facts, row).judged?;
                Some(facts.portal[row.0][row.1].observations[at].period.to_string())
            },
        ),
        Column::one(
            "value",
            Kind::Number,
            said("Số liệu được xét, tính theo đơn vị của mục tiêu.", "The figure that was judged, as the goal counts."),
            |facts, row| {
                let series = &facts.figures.plans[row.0.index()].measures[row.1.index()].series;
                let judged = assessment(facts, row).judged?;
                series.iter().find(|(at, _)| *at == judged).map(|(_, value)| number(*value))
            },
        ),
        Column::one(
            "way_from",
            Kind::Number,
            said(
                "Số gốc dùng để tính nhịp, theo đơn vị của mục tiêu.",
                "The baseline of the pace, as the goal counts.",
            ),
            |facts, row| pace(facts, row).map(|pace| number(pace.path.from.0)),
        ),
        Column::one(
            "way_from_day",
            Kind::Date,
            said("Ngày cuối của kỳ số gốc.", "The last day of the baseline's time."),
            |facts, row| pace(facts, row).map(|pace| pace.path.from.1.to_string()),
        ),
        Column::one(
            "way_to",
            Kind::Number,
            said("Mức mục tiêu dùng để tính nhịp.", "The goal of the pace."),
            |facts, row| pace(facts, row).map(|pace| number(pace.path.to.0)),
        ),
        Column::one(
            "way_to_day",
            Kind::Date,
            said("Ngày cuối của thời hạn.", "The last day of the deadline."),
            |facts, row| pace(facts, row).map(|pace| pace.path.to.1.to_string()),
        ),
        Column::one(
            "day",
            Kind::Date,
            said("Ngày cuối của kỳ được xét.", "The last day of the period that was judged."),
            |facts, row| pace(facts, row).map(|pace| pace.at.1.to_string()),
        ),
        Column::one(
            "covered",
            Kind::Number,
            said("Phần quãng đường đã đi, nếu tính nhịp.", "The share of the way covered, where the pace is reckoned."),
            |facts, row| pace(facts, row).map(|pace| number(pace.covered)),
        ),
        Column::one(
            "elapsed",
            Kind::Number,
            said("Phần thời gian đã qua.", "The share of the time elapsed."),
            |facts, row| pace(facts, row).map(|pace| number(pace.elapsed)),
        ),
        Column::one("pace", Kind::Number, said("covered chia cho elapsed.", "covered by elapsed."), |facts, row| {
            pace(facts, row).map(|pace| number(pace.ratio))
        }),
        Column::one(
            "expected",
            Kind::Number,
            said("Nhịp đều thì lúc đó phải có.", "Where an even pace would be by then."),
            |facts, row| pace(facts, row).map(|pace| number(pace.expected)),
        ),
    ]);
    columns
}
