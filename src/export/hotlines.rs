//! `hotlines.csv`

use super::codes::{self, HOTLINE_FACTS};
use super::column::{Column, Kind};
use super::names::{plain, words};
use super::said::said;
use super::{Facts, Table};
use crate::lang::Lang;
use crate::model::{Cost, Hotline, HotlineFact, HotlineFactKind, Hours, Ix, Operator, Published, Source, indexed};

/// A hotline, and which of its facts.
type Row = (Ix<Hotline>, Option<usize>);

pub(super) static HOTLINES: Table<Row> = Table {
    name: "hotlines",
    title: said("Đường dây nóng", "Hotlines"),
    row: said(
        "Mỗi dòng là một điều mà một nguồn nêu về một số điện thoại; số mà không nguồn nào nêu gì có một dòng.",
        "One row a fact that a source states about a number; a number of which nothing is stated has one row.",
    ),
    rows: |facts| indexed(&facts.portal.hotlines).flat_map(|(ix, hotline)| rows(ix, hotline)).collect(),
    columns,
};

fn rows(ix: Ix<Hotline>, hotline: &Hotline) -> Vec<Row> {
    if hotline.facts.is_empty() {
        return vec![(ix, None)];
    }
    (0..hotline.facts.len()).map(|at| (ix, Some(at))).collect()
}

fn hotline<'p>(facts: Facts<'p>, row: Row) -> &'p Hotline {
    &facts.portal[row.0]
}

fn fact<'p>(facts: Facts<'p>, row: Row) -> Option<&'p HotlineFact> {
    hotline(facts, row).facts.get(row.1?)
}

fn published<'p>(facts: Facts<'p>, row: Row) -> Option<&'p Published> {
    match &fact(facts, row)?.source {
        Source::Published(published) => Some(published),
        Source::Plan(_) | Source::Document(_) => None,
    }
}

fn columns() -> Vec<Column<Row>> {
    let mut columns = Vec::from(number());
    columns.extend(stated());
    columns.extend(source());
    columns
}

fn number() -> [Column<Row>; 6] {
    [
        Column::one("place", Kind::Id, said("Địa phương.", "The place."), |facts, row| {
            Some(facts.portal[hotline(facts, row).place].id.to_string())
        }),
        Column::one(
            "number",
            Kind::Text,
            said(
                "Số điện thoại, đúng từng chữ như biên tập viên ghi.",
                "The number, letter by letter as it was written.",
            ),
            |facts, row| Some(hotline(facts, row).number.shown.clone()),
        ),
        Column::one(
            "dialled",
            Kind::Text,
            said("Số để quay: chữ số, và dấu + nếu có.", "What is dialled: digits, and a + where there is one."),
            |facts, row| Some(hotline(facts, row).number.dialled.clone()),
        ),
        Column::each("name", Kind::Text, said("Tên.", "What it is called."), |facts, row, lang| {
            words(&hotline(facts, row).name, lang)
        }),
        Column::each("for", Kind::Text, said("Dành cho ai.", "Who should call."), |facts, row, lang| {
            words(hotline(facts, row).audience.as_ref()?, lang)
        }),
        Column::one(
            "called",
            Kind::Date,
            said("Ngày một người đã gọi kiểm tra.", "The day on which a person rang it."),
            |facts, row| hotline(facts, row).called.map(|day| day.to_string()),
        ),
    ]
}

fn stated() -> [Column<Row>; 3] {
    [
        Column::one(
            "fact",
            Kind::Choice(HOTLINE_FACTS),
            said("Nguồn nêu điều gì.", "What the source states."),
            |facts, row| Some(codes::hotline_fact(&fact(facts, row)?.kind).to_owned()),
        ),
        Column::one(
            "value",
            Kind::Text,
            said("Giá trị không tùy ngôn ngữ, nếu có.", "The value that is the same in every language, if any."),
            |facts, row| value(facts, &fact(facts, row)?.kind),
        ),
        Column::each(
            "words",
            Kind::Text,
            said("Lời của điều đó, nếu có.", "The words of it, if any."),
            |facts, row, lang| in_words(facts, &fact(facts, row)?.kind, lang),
        ),
    ]
}

fn value(facts: Facts, kind: &HotlineFactKind) -> Option<String> {
    match kind {
        HotlineFactKind::Operator(Operator::Agency(ix)) => Some(facts.agency_id(*ix)),
        HotlineFactKind::Hours(Hours::Always) => Some("24/7".to_owned()),
        HotlineFactKind::Cost(Cost::Free) => Some("free".to_owned()),
        HotlineFactKind::Cost(Cost::Charged) => Some("charged".to_owned()),
        HotlineFactKind::Since(date) => Some(date.to_string()),
        HotlineFactKind::Replaces(number) => Some(number.clone()),
        HotlineFactKind::Operator(Operator::Named(_))
        | HotlineFactKind::Hours(Hours::Stated(_))
        | HotlineFactKind::Cost(Cost::Stated(_))
        | HotlineFactKind::Languages(_)
        | HotlineFactKind::Note(_) => None,
    }
}

fn in_words(facts: Facts, kind: &HotlineFactKind, lang: Lang) -> Option<String> {
    match kind {
        HotlineFactKind::Operator(Operator::Agency(ix)) => words(&facts.portal[*ix].name, lang),
        HotlineFactKind::Operator(Operator::Named(text))
        | HotlineFactKind::Hours(Hours::Stated(text))
        | HotlineFactKind::Cost(Cost::Stated(text))
        | HotlineFactKind::Languages(text) => words(text, lang),
        HotlineFactKind::Note(prose) => plain(prose, lang),
        HotlineFactKind::Hours(Hours::Always)
        | HotlineFactKind::Cost(Cost::Free | Cost::Charged)
        | HotlineFactKind::Since(_)
        | HotlineFactKind::Replaces(_) => None,
    }
}

fn source() -> [Column<Row>; 6] {
    [
        Column::one(
            "source",
            Kind::Text,
            said(
                "Nguồn: plan: và mã kế hoạch, document: và mã văn bản, hoặc địa chỉ trang web.",
                "The source: plan: and the plan's id, document: and the document's id, or the address of a page.",
            ),
            |facts, row| Some(facts.source(&fact(facts, row)?.source)),
        ),
        Column::one(
            "source_title",
            Kind::Text,
            said("Tên nguồn, bằng ngôn ngữ của nguồn.", "Its title, in its own language."),
            |facts, row| Some(published(facts, row)?.title.best(facts.first_lang()).1.to_owned()),
        ),
        Column::one("source_publisher", Kind::Text, said("Bên công bố.", "Who published it."), |facts, row| {
            published(facts, row)?.publisher.clone()
        }),
        Column::one("source_date", Kind::Date, said("Ngày công bố.", "When it was published."), |facts, row| {
            published(facts, row)?.date.map(|date| date.to_string())
        }),
        Column::one("source_read", Kind::Date, said("Ngày đọc nguồn.", "When it was read."), |facts, row| {
            published(facts, row)?.read.map(|date| date.to_string())
        }),
        Column::one(
            "source_machine_translated",
            Kind::YesNo,
            said("true: đọc qua bản dịch máy.", "true: it was read in a machine's translation."),
            |facts, row| published(facts, row).map(|published| published.machine_translated.to_string()),
        ),
    ]
}
