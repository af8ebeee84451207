//! Columns that all facts of a plan have: whose they are, where they stand and what the paragraph says.

use super::Facts;
use super::column::{Column, Kind};
use super::names::{plain, words};
use super::said::said;
use crate::model::{Event, Item, Ix, Measure, Plan, Report, Section, indexed};
use std::ops::Index;

/// A row of, or about, a plan.
pub(super) trait OfPlan: Copy + 'static {
    fn plan(self) -> Ix<Plan>;
}

/// A row about something that a paragraph states.
pub(super) trait OfParagraph: OfPlan {
    fn item(self, plan: &Plan) -> &Item;
}

impl OfPlan for Ix<Plan> {
    fn plan(self) -> Ix<Plan> {
        self
    }
}

/// A fact of a plan.
pub(super) type Of<T> = (Ix<Plan>, Ix<T>);

impl<T: 'static> OfPlan for Of<T> {
    fn plan(self) -> Ix<Plan> {
        self.0
    }
}

impl<T: Stated + 'static> OfParagraph for Of<T>
where
    Plan: Index<Ix<T>, Output = T>,
{
    fn item(self, plan: &Plan) -> &Item {
        &plan.items[plan[self.1].item().index()]
    }
}

/// What a paragraph states.
pub(super) trait Stated {
    fn item(&self) -> Ix<Item>;
}

macro_rules! stated { ($($fact:ty),*) => { $(
    impl Stated for $fact {
        fn item(&self) -> Ix<Item> {
            self.item
        }
    }
)* } }
stated!(Measure, Report, Event);

/// Every fact of a kind, plan by plan.
pub(super) fn all<T>(facts: Facts, list: fn(&Plan) -> &[T]) -> Vec<Of<T>> {
    let plans = facts.portal.each_plan();
    plans.flat_map(|(ix, plan)| indexed(list(plan)).map(move |(fact, _)| (ix, fact))).collect()
}

/// Whose it is.
pub(super) fn plan_columns<R: OfPlan>() -> Vec<Column<R>> {
    vec![
        Column::one("plan", Kind::Id, said("Kế hoạch.", "The plan."), |facts, row| {
            Some(facts.portal[row.plan()].id.to_string())
        }),
        Column::one(
            "sample",
            Kind::YesNo,
            said(
                "true: kế hoạch mẫu, số liệu là giả định; hãy loại ra khi thống kê.",
                "true: a sample plan with invented figures; leave it out of statistics.",
            ),
            |facts, row| Some(facts.portal[row.plan()].sample.to_string()),
        ),
        Column::one(
            "place",
            Kind::Id,
            said("Địa phương của kế hoạch.", "The place of the plan."),
            |facts, row| Some(facts.portal[facts.portal[row.plan()].place].id.to_string()),
        ),
    ]
}

/// The section that it stands in.
pub(super) fn section_columns<R: OfParagraph>() -> Vec<Column<R>> {
    vec![
        Column::one(
            "section",
            Kind::Id,
            said(
                "Mục gần nhất chứa đoạn văn, cũng là vị trí trên trang toàn văn.",
                "The innermost section around the paragraph; also its place on the page of the full text.",
            ),
            |facts, row| section(facts, row).map(|section| section.anchor.clone()),
        ),
        Column::one(
            "section_number",
            Kind::Text,
            said("Số của mục như bản in; có thể trùng nhau.", "The section's number as printed; it may repeat."),
            |facts, row| section(facts, row).and_then(|section| section.number.clone()),
        ),
        Column::each("section_title", Kind::Text, said("Tên mục.", "The section's heading."), |facts, row, lang| {
            section(facts, row).and_then(|section| words(section.title.as_ref()?, lang))
        }),
    ]
}

/// The paragraph that states it, under this name.
pub(super) fn paragraph_columns<R: OfParagraph>(name: &'static str) -> Vec<Column<R>> {
    vec![
        Column::one(
            name,
            Kind::Id,
            said(
                "Đoạn văn nêu nội dung này, cũng là vị trí trên trang toàn văn.",
                "The paragraph that states it; also its place on the page of the full text.",
            ),
            |facts, row| Some(item(facts, row).anchor.clone()),
        ),
        Column::one(
            "marker",
            Kind::Text,
            said("Ký hiệu in trước đoạn văn: 9., -.", "What is printed before the paragraph: 9., -."),
            |facts, row| item(facts, row).marker.clone(),
        ),
    ]
}

/// What the paragraph says.
pub(super) fn text_column<R: OfParagraph>() -> Column<R> {
    Column::each(
        "text",
        Kind::Text,
        said("Nguyên văn của đoạn.", "The paragraph as it reads."),
        |facts, row, lang| plain(item(facts, row).text.as_ref()?, lang),
    )
}

fn item<R: OfParagraph>(facts: Facts<'_>, row: R) -> &Item {
    row.item(&facts.portal[row.plan()])
}

fn section<R: OfParagraph>(facts: Facts<'_>, row: R) -> Option<&Section> {
    let plan = &facts.portal[row.plan()];
    row.item(plan).section.map(|section| &plan[section])
}
