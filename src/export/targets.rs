//! `targets.csv`

use super::codes::{self, COMPARATORS, STATED, UNITS, WAYS, WHOLES};
use super::column::{Column, Kind};
use super::fact::{Of, all, paragraph_columns, plan_columns, section_columns, text_column};
use super::names::{joined, plain, words};
use super::said::said;
use super::{Facts, Table};
use crate::model::{Amount, Due, Goal, Measure, Unit};

type Row = Of<Measure>;

pub(super) static TARGETS: Table<Row> = Table {
    name: "targets",
    title: said("Các chỉ tiêu", "Targets"),
    row: said(
        "Mỗi dòng là một chỉ tiêu (measure), kể cả chỉ tiêu chỉ nêu bằng lời; một mục tiêu (target) trong văn bản có thể \
         có nhiều chỉ tiêu.",
        "One row a measure, those set in words among them; one target of the document may have several.",
    ),
    rows: |facts| all(facts, |plan| &plan.measures),
    columns,
};

fn columns() -> Vec<Column<Row>> {
    let mut columns = plan_columns();
    columns.extend(section_columns());
    columns.extend(paragraph_columns("target"));
    columns.extend(measure_columns());
    columns.push(text_column());
    columns.extend(goal_columns());
    columns.extend(baseline_columns());
    columns.extend(due_columns());
    columns
}

fn measure<'p>(facts: Facts<'p>, row: Row) -> &'p Measure {
    &facts.portal[row.0][row.1]
}

fn measure_columns() -> [Column<Row>; 4] {
    [
        Column::one(
            "measure",
            Kind::Id,
            said("Chỉ tiêu; mỗi mã một lần trong một kế hoạch.", "The measure; each id once in a plan."),
            |facts, row| Some(measure(facts, row).id.to_string()),
        ),
        Column::one(
            "part_of",
            Kind::Id,
            said("Chỉ tiêu mà nó là một phần (“trong đó”).", "The measure that it is a part of (“of these”)."),
            |facts, row| measure(facts, row).part_of.map(|(whole, _)| facts.portal[row.0][whole].id.to_string()),
        ),
        Column::one(
            "part_whole",
            Kind::Choice(WHOLES),
            said("Phần đó tính trên tổng nào.", "Of what whole the part is reckoned."),
            |facts, row| measure(facts, row).part_of.map(|(_, whole)| codes::whole(whole).to_owned()),
        ),
        Column::each(
            "label",
            Kind::Text,
            said("Điều được đo, nói ngắn gọn.", "What is measured, in a few words."),
            |facts, row, lang| words(&measure(facts, row).label, lang),
        ),
    ]
}

/// The goal's figure, the lower one of a range.
fn figure(goal: &Goal) -> Option<&Amount> {
    match goal {
        Goal::Figure { amount, .. } => Some(amount),
        Goal::Range { low, .. } => Some(low),
        Goal::Relative { .. } | Goal::Qualitative => None,
    }
}

/// What the figures count: a goal without one leaves it to the baseline.
fn unit(measure: &Measure) -> Option<&Unit> {
    let baseline = measure.baseline.as_ref().and_then(|baseline| baseline.amount.as_ref());
    figure(&measure.goal).or(baseline).map(|amount| &amount.unit)
}

fn goal_columns() -> [Column<Row>; 9] {
    [
        Column::one(
            "comparator",
            Kind::Choice(COMPARATORS),
            said("Con số được hiểu thế nào.", "How the figure is meant."),
            |facts, row| Some(codes::comparator(&measure(facts, row).goal).to_owned()),
        ),
        Column::one(
            "way",
            Kind::Choice(WAYS),
            said("Chiều của mục tiêu, nếu câu văn nói rõ.", "Which way the goal lies, where the sentence says so."),
            |facts, row| match &measure(facts, row).goal {
                Goal::Figure { way, .. } => way.map(|way| codes::way(way).to_owned()),
                _ => None,
            },
        ),
        Column::one(
            "value",
            Kind::Number,
            said("Con số; số thấp hơn nếu là khoảng.", "The figure; the lower one of a range."),
            |facts, row| figure(&measure(facts, row).goal).map(|amount| amount.value.to_string()),
        ),
        Column::one(
            "value_high",
            Kind::Number,
            said("Số cao hơn của khoảng.", "The higher one of a range."),
            |facts, row| match &measure(facts, row).goal {
                Goal::Range { high, .. } => Some(high.value.to_string()),
                _ => None,
            },
        ),
        Column::one(
            "of",
            Kind::Number,
            said(
                "Tổng, nếu con số là một phần của tổng: 150 trên 200.",
                "The whole, where the figure is a part: 150 of 200.",
            ),
            |facts, row| figure(&measure(facts, row).goal)?.of.map(|of| of.to_string()),
        ),
        Column::one(
            "unit",
            Kind::Choice(UNITS),
            said("Đơn vị của mọi con số trong dòng.", "The unit of all figures of the row."),
            |facts, row| unit(measure(facts, row)).map(|unit| codes::unit(unit).to_owned()),
        ),
        Column::each(
            "unit_name",
            Kind::Text,
            said("Điều được đếm, nếu unit là named.", "What is counted, where unit is named."),
            |facts, row, lang| match unit(measure(facts, row))? {
                Unit::Named(name) => words(name, lang),
                _ => None,
            },
        ),
        Column::each(
            "than",
            Kind::Text,
            said("So với mức nào, khi không phải con số.", "Than what, where that is not a figure."),
            |facts, row, lang| match &measure(facts, row).goal {
                Goal::Relative { than, .. } => words(than, lang),
                _ => None,
            },
        ),
        Column::each(
            "condition",
            Kind::Text,
            said("Điều kiện kèm theo: “ít nhất một lần”.", "A condition of it: “at least once”."),
            |facts, row, lang| words(measure(facts, row).condition.as_ref()?, lang),
        ),
    ]
}

fn baseline_columns() -> [Column<Row>; 3] {
    [
        Column::one("baseline", Kind::Number, said("Số gốc.", "The baseline."), |facts, row| {
            baseline(facts, row).map(|amount| amount.value.to_string())
        }),
        Column::one(
            "baseline_of",
            Kind::Number,
            said("Tổng mà số gốc là một phần.", "The whole that the baseline is a part of."),
            |facts, row| baseline(facts, row)?.of.map(|of| of.to_string()),
        ),
        Column::one(
            "baseline_period",
            Kind::Date,
            said("Thời điểm của số gốc; có thể nêu mà không có số.", "Its time, which may be stated without a figure."),
            |facts, row| measure(facts, row).baseline.as_ref()?.period.map(|period| period.to_string()),
        ),
    ]
}

fn baseline(facts: Facts<'_>, row: Row) -> Option<&Amount> {
    measure(facts, row).baseline.as_ref()?.amount.as_ref()
}

fn due(facts: Facts, row: Row) -> Due {
    facts.figures.plans[row.0.index()].measures[row.1.index()].due
}

fn due_columns() -> [Column<Row>; 5] {
    [
        Column::one(
            "due",
            Kind::Date,
            said(
                "Thời hạn; nếu câu văn không nêu thì là cuối kỳ kế hoạch.",
                "The deadline; the end of the plan's period where the sentence has none.",
            ),
            |facts, row| Some(due(facts, row).by.to_string()),
        ),
        Column::one(
            "due_stated",
            Kind::Choice(STATED),
            said("Thời hạn lấy từ đâu.", "Where the deadline comes from."),
            |facts, row| Some(codes::stated(due(facts, row).stated).to_owned()),
        ),
        Column::one(
            "milestones",
            Kind::List,
            said("Mốc giữa kỳ, theo ngày: 2023-06=147/200.", "Figures on the way, by date: 2023-06=147/200."),
            |facts, row| {
                joined(measure(facts, row).milestones.iter().map(|milestone| {
                    let Amount { value, of, .. } = &milestone.amount;
                    let of = of.map(|of| format!("/{of}")).unwrap_or_default();
                    format!("{}={value}{of}", milestone.by)
                }))
            },
        ),
        Column::one(
            "indicator",
            Kind::Id,
            said("Chỉ số chung với các kế hoạch khác.", "The indicator that it shares with other plans."),
            |facts, row| measure(facts, row).indicator.map(|ix| facts.portal[ix].id.to_string()),
        ),
        Column::each("note", Kind::Text, said("Ghi chú của cổng.", "The portal's remark."), |facts, row, lang| {
            plain(measure(facts, row).note.as_ref()?, lang)
        }),
    ]
}
