//! `duties.csv`

use super::codes::{self, ROLES};
use super::column::{Column, Kind};
use super::fact::{OfParagraph, OfPlan, paragraph_columns, plan_columns, section_columns, text_column};
use super::names::words;
use super::said::said;
use super::{Facts, Table};
use crate::model::{Agency, Duty, Item, Ix, Plan, indexed};

#[derive(Clone, Copy)]
pub(super) struct Row {
    plan: Ix<Plan>,
    duty: Ix<Duty>,
    /// Which of its paragraph, from 1.
    number: usize,
    agency: Ix<Agency>,
}

pub(super) static DUTIES: Table<Row> = Table {
    name: "duties",
    title: said("Nhiệm vụ của các cơ quan", "Duties of agencies"),
    row: said(
        "Mỗi dòng là một nhiệm vụ của một cơ quan; nhiệm vụ giao cho ba cơ quan có ba dòng.",
        "One row a duty of an agency: a duty that is given to three has three rows.",
    ),
    rows: |facts| facts.portal.each_plan().flat_map(|(ix, plan)| rows(ix, plan)).collect(),
    columns,
};

fn rows(ix: Ix<Plan>, plan: &Plan) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut in_paragraph = vec![0; plan.items.len()];
    for (at, duty) in indexed(&plan.duties) {
        let number = &mut in_paragraph[duty.item.index()];
        *number += 1;
        rows.extend(duty.agencies.iter().map(|agency| Row { plan: ix, duty: at, number: *number, agency: *agency }));
    }
    rows
}

impl OfPlan for Row {
    fn plan(self) -> Ix<Plan> {
        self.plan
    }
}

impl OfParagraph for Row {
    fn item(self, plan: &Plan) -> &Item {
        &plan[plan[self.duty].item]
    }
}

fn duty<'p>(facts: Facts<'p>, row: Row) -> &'p Duty {
    &facts.portal[row.plan][row.duty]
}

fn columns() -> Vec<Column<Row>> {
    let mut columns = plan_columns();
    columns.extend(section_columns());
    columns.extend(paragraph_columns("paragraph"));
    columns.extend(who());
    columns.extend(what());
    columns.push(text_column());
    columns
}

fn who() -> [Column<Row>; 6] {
    [
        Column::one(
            "duty",
            Kind::Number,
            said("Nhiệm vụ thứ mấy của đoạn văn, từ 1.", "Which duty of the paragraph it is, from 1."),
            |_, row| Some(row.number.to_string()),
        ),
        Column::one("agency", Kind::Id, said("Cơ quan có nhiệm vụ.", "The agency that has it."), |facts, row| {
            Some(facts.agency_id(row.agency))
        }),
        Column::each(
            "agency_name",
            Kind::Text,
            said("Tên cơ quan khi ban hành.", "Its name as issued."),
            |facts, row, lang| words(&facts.portal[row.agency].name, lang),
        ),
        Column::one("role", Kind::Choice(ROLES), said("Vai trò của cơ quan.", "As what."), |facts, row| {
            Some(codes::role(duty(facts, row).role).to_owned())
        }),
        Column::one(
            "partners",
            Kind::List,
            said(
                "Cùng với ai: mã cơ quan, hoặc lời của kế hoạch nếu không phải một cơ quan của cổng.",
                "With whom: ids of agencies, or the plan's words where that is no agency of the portal.",
            ),
            |facts, row| facts.partner_ids(&duty(facts, row).partners),
        ),
        Column::each("partner_names", Kind::List, said("Tên của họ.", "Their names."), |facts, row, lang| {
            facts.partner_names(&duty(facts, row).partners, lang)
        }),
    ]
}

fn what() -> [Column<Row>; 3] {
    [
        Column::each(
            "label",
            Kind::Text,
            said(
                "Phần nào của đoạn văn, nếu đoạn có nhiều nhiệm vụ.",
                "Which part of the paragraph, where it holds several.",
            ),
            |facts, row, lang| words(duty(facts, row).label.as_ref()?, lang),
        ),
        Column::one(
            "then",
            Kind::Text,
            said("Kết quả gửi tiếp đến ai.", "To whom the result goes on."),
            |facts, row| facts.partner_ids(&duty(facts, row).then),
        ),
        Column::each("then_name", Kind::Text, said("Tên của họ.", "Their name."), |facts, row, lang| {
            facts.partner_names(&duty(facts, row).then, lang)
        }),
    ]
}
