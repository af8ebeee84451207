//! `documents.csv`

use super::Table;
use super::codes::{self, DOCUMENT_TYPES};
use super::column::{Column, Kind};
use super::names::{joined, words};
use super::said::said;
use crate::model::{Document, Issuer, Ix, Plan, Portal, Prose, indexed};

pub(super) static DOCUMENTS: Table<Ix<Document>> = Table {
    name: "documents",
    title: said("Văn bản được dẫn", "Documents cited"),
    row: said(
        "Mỗi dòng là một văn bản mà các kế hoạch dẫn. Được dẫn không có nghĩa là còn hiệu lực.",
        "One row a document that plans cite. That it is cited does not mean that it is still in force.",
    ),
    rows: |facts| indexed(&facts.portal.documents).map(|(ix, _)| ix).collect(),
    columns,
};

fn columns() -> Vec<Column<Ix<Document>>> {
    let mut columns = Vec::from(itself());
    columns.extend(about());
    columns
}

fn itself() -> [Column<Ix<Document>>; 5] {
    [
        Column::one("document", Kind::Id, said("Văn bản.", "The document."), |facts, ix| {
            Some(facts.document_id(ix))
        }),
        Column::one(
            "place",
            Kind::Id,
            said(
                "Địa phương của văn bản, nếu là văn bản riêng của một địa phương.",
                "The place, where it is a document of one.",
            ),
            |facts, ix| facts.portal[ix].place.map(|place| facts.portal[place].id.to_string()),
        ),
        Column::one(
            "type",
            Kind::Choice(DOCUMENT_TYPES),
            said("Loại văn bản.", "What kind it is."),
            |facts, ix| Some(codes::document_type(facts.portal[ix].kind).to_owned()),
        ),
        Column::one(
            "number",
            Kind::Text,
            said("Số, ký hiệu như kế hoạch ghi.", "The number as the plans print it."),
            |facts, ix| facts.portal[ix].number.clone(),
        ),
        Column::one("date", Kind::Date, said("Ngày văn bản.", "Its date."), |facts, ix| {
            facts.portal[ix].date.map(|date| date.to_string())
        }),
    ]
}

fn about() -> [Column<Ix<Document>>; 7] {
    [
        Column::one(
            "issuer",
            Kind::Text,
            said(
                "Cơ quan ban hành: mã, hoặc tên nếu không phải một cơ quan của cổng.",
                "Who issued it: an id, or a name where that is no agency of the portal.",
            ),
            |facts, ix| match facts.portal[ix].issuer.as_ref()? {
                Issuer::Agency(agency) => Some(facts.agency_id(*agency)),
                Issuer::Named(text) => Some(text.best(facts.first_lang()).1.to_owned()),
            },
        ),
        Column::each("issuer_name", Kind::Text, said("Tên cơ quan.", "Its name."), |facts, ix, lang| {
            match facts.portal[ix].issuer.as_ref()? {
                Issuer::Agency(agency) => words(&facts.portal[*agency].name, lang),
                Issuer::Named(text) => words(text, lang),
            }
        }),
        Column::each("title", Kind::Text, said("Trích yếu.", "What it is about."), |facts, ix, lang| {
            words(&facts.portal[ix].title, lang)
        }),
        Column::one(
            "details",
            Kind::Id,
            said("Văn bản mà nó quy định chi tiết hoặc sửa đổi.", "The document that it details or amends."),
            |facts, ix| facts.portal[ix].details.map(|other| facts.document_id(other)),
        ),
        Column::one(
            "implements",
            Kind::List,
            said("Những văn bản mà nó triển khai thực hiện.", "The documents that it was issued to carry out."),
            |facts, ix| joined(facts.portal[ix].implements.iter().map(|other| facts.document_id(*other))),
        ),
        Column::one(
            "url",
            Kind::Url,
            said("Nơi có toàn văn, nếu nguồn nêu.", "Its text, if a source gives it."),
            |facts, ix| facts.portal[ix].url.clone(),
        ),
        Column::one(
            "cited_by",
            Kind::List,
            said("Các kế hoạch dẫn văn bản này, trừ kế hoạch mẫu.", "The plans that cite it, samples left aside."),
            |facts, ix| joined(facts.citing[ix.index()].iter().map(|plan| facts.portal[*plan].id.to_string())),
        ),
    ]
}

/// For each document the plans that cite it.
pub(super) fn citing(portal: &Portal) -> Vec<Vec<Ix<Plan>>> {
    let mut citing = vec![Vec::new(); portal.documents.len()];
    for (ix, plan) in portal.each_plan().filter(|(_, plan)| !plan.sample) {
        let texts = indexed(&plan.items).flat_map(|(item, _)| plan.texts_of(item));
        for document in texts.flat_map(Prose::documents) {
            let plans: &mut Vec<_> = &mut citing[document.index()];
            if plans.last() != Some(&ix) {
                plans.push(ix);
            }
        }
    }
    citing
}
