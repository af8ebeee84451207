//! `agencies.csv`

use super::Table;
use super::codes::{self, AGENCY_KINDS};
use super::column::{Column, Kind};
use super::names::{joined, plain, words};
use super::said::said;
use crate::model::{Agency, Ix, indexed};

pub(super) static AGENCIES: Table<Ix<Agency>> = Table {
    name: "agencies",
    title: said("Cơ quan, đơn vị", "Agencies"),
    row: said(
        "Mỗi dòng là một cơ quan, hoặc một nhóm cơ quan, mà các kế hoạch nêu.",
        "One row an agency, or a class of agencies, that plans name.",
    ),
    rows: |facts| indexed(&facts.portal.agencies).map(|(ix, _)| ix).collect(),
    columns,
};

fn columns() -> Vec<Column<Ix<Agency>>> {
    let mut columns = Vec::from(itself());
    columns.extend(history());
    columns
}

fn itself() -> [Column<Ix<Agency>>; 7] {
    [
        Column::one("agency", Kind::Id, said("Cơ quan.", "The agency."), |facts, ix| Some(facts.agency_id(ix))),
        Column::one(
            "place",
            Kind::Id,
            said("Địa phương của cơ quan.", "The place that it belongs to."),
            |facts, ix| Some(facts.portal[facts.portal[ix].place].id.to_string()),
        ),
        Column::one(
            "sample",
            Kind::YesNo,
            said(
                "true: cơ quan giả định, chỉ có kế hoạch mẫu.",
                "true: an invented agency, of a place that has sample plans alone.",
            ),
            |facts, ix| {
                let plans = facts.portal.plans.iter().filter(|plan| plan.place == facts.portal[ix].place);
                let samples: Vec<bool> = plans.map(|plan| plan.sample).collect();
                Some((!samples.is_empty() && samples.iter().all(|sample| *sample)).to_string())
            },
        ),
        Column::each(
            "name",
            Kind::Text,
            said("Tên như trong văn bản.", "Its name as issued."),
            |facts, ix, lang| words(&facts.portal[ix].name, lang),
        ),
        Column::each("short_name", Kind::Text, said("Tên ngắn.", "Its name in lists."), |facts, ix, lang| {
            words(&facts.portal[ix].short_name, lang)
        }),
        Column::one(
            "kind",
            Kind::Choice(AGENCY_KINDS),
            said("Một cơ quan hay một nhóm.", "One body, or many."),
            |facts, ix| Some(codes::agency_kind(facts.portal[ix].kind).to_owned()),
        ),
        Column::one(
            "parent",
            Kind::Id,
            said("Cơ quan cấp trên, nếu có nêu.", "Under which agency it works, if stated."),
            |facts, ix| facts.portal[ix].parent.map(|parent| facts.agency_id(parent)),
        ),
    ]
}

fn history() -> [Column<Ix<Agency>>; 4] {
    [
        Column::one(
            "changed",
            Kind::List,
            said("Ngày của các thay đổi về sau, cũ trước mới sau.", "When it changed later, the oldest first."),
            |facts, ix| joined(facts.portal[ix].history.iter().map(|change| change.date.to_string())),
        ),
        Column::one(
            "successors",
            Kind::List,
            said("Cơ quan kế tục, nếu có trên cổng.", "What took its place, if that is in the portal."),
            |facts, ix| {
                let successors = facts.portal[ix].history.iter().filter_map(|change| change.successor);
                joined(successors.map(|successor| facts.agency_id(successor)))
            },
        ),
        Column::each(
            "changes",
            Kind::List,
            said("Đã thay đổi thế nào.", "What happened."),
            |facts, ix, lang| {
                let texts = facts.portal[ix].history.iter().map(|change| plain(&change.text, lang));
                joined(texts.collect::<Option<Vec<_>>>()?)
            },
        ),
        Column::one(
            "change_sources",
            Kind::List,
            said("Nguồn của từng thay đổi.", "The source of each."),
            |facts, ix| joined(facts.portal[ix].history.iter().map(|change| facts.source(&change.source))),
        ),
    ]
}
