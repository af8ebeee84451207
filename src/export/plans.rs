//! `plans.csv`

use super::Table;
use super::codes::{self, LEVELS, NUMBER_STATES, PERIODS, PROGRESS};
use super::column::{Column, Kind};
use super::fact::plan_columns;
use super::names::{joined, words};
use super::said::said;
use crate::model::{Ix, PeriodStated, Plan};
use std::collections::BTreeSet;

pub(super) static PLANS: Table<Ix<Plan>> = Table {
    name: "plans",
    title: said("Các kế hoạch", "Plans"),
    row: said("Mỗi dòng là một kế hoạch.", "One row a plan."),
    rows: |facts| facts.portal.each_plan().map(|(ix, _)| ix).collect(),
    columns,
};

fn columns() -> Vec<Column<Ix<Plan>>> {
    let mut columns = plan_columns();
    columns.extend(place());
    columns.extend(document());
    columns.extend(course());
    columns
}

fn place() -> [Column<Ix<Plan>>; 3] {
    [
        Column::each(
            "place_name",
            Kind::Text,
            said("Tên địa phương.", "The place's name."),
            |facts, ix, lang| words(&facts.portal[facts.portal[ix].place].name, lang),
        ),
        Column::one(
            "place_level",
            Kind::Choice(LEVELS),
            said("Cấp của địa phương.", "The place's level."),
            |facts, ix| Some(codes::level(facts.portal[facts.portal[ix].place].level).to_owned()),
        ),
        Column::one(
            "place_codes",
            Kind::List,
            said(
                "Mã địa phương, sau tên danh mục: gso:20 là mã 20 của Tổng cục Thống kê.",
                "The place's codes after the name of the register: gso:20 is 20 of the General Statistics Office.",
            ),
            |facts, ix| {
                let place = &facts.portal[facts.portal[ix].place];
                let codes: BTreeSet<_> = place.codes.iter().map(|c| format!("{}:{}", c.scheme, c.code)).collect();
                joined(codes)
            },
        ),
    ]
}

fn document() -> [Column<Ix<Plan>>; 9] {
    [
        Column::one("issuer", Kind::Id, said("Cơ quan ban hành.", "The issuing agency."), |facts, ix| {
            Some(facts.agency_id(facts.portal[ix].issuer))
        }),
        Column::each(
            "issuer_name",
            Kind::Text,
            said("Tên cơ quan ban hành.", "Its name as issued."),
            |facts, ix, lang| words(&facts.portal[facts.portal[ix].issuer].name, lang),
        ),
        Column::each("kind", Kind::Text, said("Loại văn bản.", "The kind of document."), |facts, ix, lang| {
            words(&facts.portal[ix].kind, lang)
        }),
        Column::each("title", Kind::Text, said("Trích yếu.", "The abstract."), |facts, ix, lang| {
            words(&facts.portal[ix].title, lang)
        }),
        Column::one("number", Kind::Text, said("Số, ký hiệu.", "The number."), |facts, ix| {
            facts.portal[ix].number.value.clone()
        }),
        Column::one(
            "number_state",
            Kind::Choice(NUMBER_STATES),
            said("Số có được ghi hay không.", "Whether the number was given."),
            |facts, ix| Some(codes::number_state(&facts.portal[ix].number).to_owned()),
        ),
        Column::each("number_printed", Kind::Text, said("Số như bản in.", "As printed."), |facts, ix, lang| {
            words(facts.portal[ix].number.printed.as_ref()?, lang)
        }),
        Column::one("issued", Kind::Date, said("Ngày ban hành.", "The date of issue."), |facts, ix| {
            Some(facts.portal[ix].issued.to_string())
        }),
        Column::each(
            "issued_printed",
            Kind::Text,
            said("Nơi và ngày ban hành như bản in.", "Place and date of issue as printed."),
            |facts, ix, lang| words(&facts.portal[ix].issued_printed, lang),
        ),
    ]
}

fn course() -> [Column<Ix<Plan>>; 6] {
    [
        Column::one(
            "from",
            Kind::Date,
            said("Đầu kỳ kế hoạch.", "The beginning of its period."),
            |facts, ix| Some(facts.portal[ix].period.0.to_string()),
        ),
        Column::one("to", Kind::Date, said("Cuối kỳ kế hoạch.", "The end of its period."), |facts, ix| {
            let plan = &facts.portal[ix];
            (plan.period_stated != PeriodStated::NoEnd).then(|| plan.period.1.to_string())
        }),
        Column::one(
            "period_stated",
            Kind::Choice(PERIODS),
            said("Kỳ kế hoạch lấy từ đâu.", "Where the period comes from."),
            |facts, ix| Some(codes::period(facts.portal[ix].period_stated).to_owned()),
        ),
        Column::one(
            "progress",
            Kind::Choice(PROGRESS),
            said("Cổng này có theo dõi kết quả không.", "Whether this portal keeps observations of it."),
            |facts, ix| Some(codes::progress(facts.portal[ix].progress).to_owned()),
        ),
        Column::one(
            "replaces",
            Kind::List,
            said("Các kế hoạch mà nó thay thế.", "The plans that it takes the place of."),
            |facts, ix| joined(facts.portal[ix].replaces.iter().map(|other| facts.portal[*other].id.to_string())),
        ),
        Column::one(
            "revised",
            Kind::Date,
            said("Ngày sửa nội dung gần nhất trên cổng.", "When its text on the portal was last revised."),
            |facts, ix| Some(facts.portal[ix].revised.to_string()),
        ),
    ]
}
