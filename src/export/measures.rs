//! The files of a single measure: its observations as CSV, and all that is known of it as JSON.
//!
//! Both are made of the tables' own columns, so that a name means the same in every file.

use super::json::Json;
use super::observations::{self, OBSERVATIONS};
use super::said::{Said, said};
use super::statuses::STATUSES;
use super::targets::TARGETS;
use super::{Facts, names};
use crate::lang::{Lang, Text};
use crate::measure::Figures;
use crate::model::{Artifact, Id, Ix, Measure, Milestone, Observation, Plan, Portal, Source, indexed};

/// What the files hold.
pub const TITLE: Said = said("Từng chỉ tiêu", "Single targets");

/// What one file is.
pub const ENTRY: Said = said(
    "Mỗi chỉ tiêu có một tệp CSV và một tệp JSON, chung cho mọi ngôn ngữ. Tệp CSV là các dòng của observations.csv về chỉ \
     tiêu đó, cùng các cột; chưa có số liệu thì chỉ có dòng tên cột. Tệp JSON có mọi điều cổng biết về chỉ tiêu: các cột \
     của targets.csv theo đúng tên, trong đó milestones là danh sách gồm by, value, of; rồi plan_title, place_name và \
     pages (tên kế hoạch, tên địa phương, địa chỉ trang, theo ngôn ngữ), status (các cột của statuses.csv) và \
     observations (các cột của observations.csv; source nêu nguồn như cột source ở cited, kèm title, publisher, url, \
     date). Chữ có nhiều ngôn ngữ là một đối tượng theo mã ngôn ngữ; điều không nguồn nào nêu là null; con số là số, \
     hoặc là chữ nếu số 64 bit không giữ đủ chữ số. sample là true nếu chỉ tiêu thuộc kế hoạch mẫu.",
    "Each target has a CSV and a JSON file, the same for all languages. The CSV file has the rows of observations.csv \
     about it, with the same columns; without an observation there is the line of names alone. The JSON file has all \
     that the portal knows of the target: the columns of targets.csv under their names, of which milestones is a list of \
     by, value and of; then plan_title, place_name and pages (the plan's title, the place's name and the address of the \
     target's page, by language), status (the columns of statuses.csv) and observations (the columns of \
     observations.csv; source has what stands in that column as cited, with title, publisher, url and date). Words are \
     an object by language; what no source states is null; a figure is a number, or a text where a 64-bit number does \
     not hold all its digits. sample is true where the target belongs to a sample plan.",
);

/// The files' paths in the site, for a page on which they are told of.
pub const PATHS: [&str; 2] = ["data/targets/<plan>/<measure>.csv", "data/targets/<plan>/<measure>.json"];

/// Which of a measure's files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Its observations.
    Csv,
    /// All of it.
    Json,
}

/// Where a measure's file stands in the site, under this id of its plan.
pub fn path(plan: &Id, measure: &Id, format: Format) -> String {
    let ending = match format {
        Format::Csv => "csv",
        Format::Json => "json",
    };
    format!("data/targets/{plan}/{measure}.{ending}")
}

/// Where the outline puts what the files name.
pub trait Addresses {
    /// The whole address of a measure's page.
    fn target(&self, plan: Ix<Plan>, measure: Ix<Measure>, lang: Lang) -> String;
}

/// Every measure of a portal.
pub fn measures(portal: &Portal) -> Vec<(Ix<Plan>, Ix<Measure>)> {
    let plans = portal.each_plan();
    plans.flat_map(|(ix, plan)| indexed(&plan.measures).map(move |(measure, _)| (ix, measure))).collect()
}

/// The file of a measure at this path of the site.
pub fn file_at(portal: &Portal, figures: &Figures, addresses: &dyn Addresses, wanted: &str) -> Option<Vec<u8>> {
    let (plan, measure) = wanted.strip_prefix("data/targets/")?.split_once('/')?;
    let measure = measure.rsplit_once('.')?.0;
    let named =
        |wanted: &str, id: &Id, older: &[Id]| id.as_str() == wanted || older.iter().any(|id| id.as_str() == wanted);
    let (ix, of) = portal.each_plan().find(|(_, of)| named(plan, &of.id, &of.aliases))?;
    let (at, _) = indexed(&of.measures).find(|(_, of)| named(measure, &of.id, &of.aliases))?;
    files(portal, figures, addresses, (ix, at)).find(|file| file.path == wanted).map(|file| file.bytes)
}

/// The files of a measure; a plan or a measure that had other ids has them under these too.
pub fn files<'p>(
    portal: &'p Portal,
    figures: &'p Figures,
    addresses: &'p dyn Addresses,
    (ix, at): (Ix<Plan>, Ix<Measure>),
) -> impl Iterator<Item = Artifact> + 'p {
    let facts = Facts { portal, figures, citing: &[] };
    let (plan, measure) = (&portal[ix], &portal[ix][at]);
    [Format::Csv, Format::Json].into_iter().flat_map(move |format| {
        let bytes = match format {
            Format::Csv => OBSERVATIONS.csv(facts, observations::rows(ix, at, measure)),
            Format::Json => json(facts, ix, at, addresses).bytes(),
        };
        let plans = std::iter::once(&plan.id).chain(&plan.aliases);
        let measures = || std::iter::once(&measure.id).chain(&measure.aliases);
        let ids = plans.flat_map(move |plan| measures().map(move |measure| (plan, measure)));
        ids.map(move |(plan, measure)| Artifact { path: path(plan, measure, format), bytes: bytes.clone() })
    })
}

/// Columns that say whose a row is; in the JSON file they stand once, at the top.
const WHOSE: [&str; 4] = ["plan", "sample", "place", "measure"];

fn json(facts: Facts, ix: Ix<Plan>, at: Ix<Measure>, addresses: &dyn Addresses) -> Json {
    let (plan, langs) = (&facts.portal[ix], facts.langs());
    let measure = &plan[at];
    let by_language = |text: &Text| Json::by_language(&langs, |lang| Json::text(names::words(text, lang)));
    let mut members = TARGETS.members(facts, (ix, at));
    replace(&mut members, "milestones", milestones(measure));
    let observation = |(row, observation): (_, &Observation)| {
        let mut members = OBSERVATIONS.members(facts, row);
        replace(&mut members, "source", source(facts, &observation.source, &by_language));
        without_whose(members)
    };
    let observations = observations::rows(ix, at, measure).zip(&measure.observations).map(observation);
    members.extend([
        ("plan_title", by_language(&plan.title)),
        ("place_name", by_language(&facts.portal[plan.place].name)),
        ("pages", Json::by_language(&langs, |lang| Json::Text(addresses.target(ix, at, lang)))),
        ("status", without_whose(STATUSES.members(facts, (ix, at)))),
        ("observations", Json::List(observations.collect())),
    ]);
    Json::Object(members)
}

fn replace(members: &mut [(&'static str, Json)], name: &str, value: Json) {
    if let Some((_, old)) = members.iter_mut().find(|(of, _)| *of == name) {
        *old = value;
    }
}

fn without_whose(mut members: Vec<(&'static str, Json)>) -> Json {
    members.retain(|(name, _)| !WHOSE.contains(name));
    Json::Object(members)
}

fn milestones(measure: &Measure) -> Json {
    let milestone = |milestone: &Milestone| {
        Json::Object(vec![
            ("by", Json::text(Some(milestone.by))),
            ("value", Json::figure(Some(milestone.amount.value))),
            ("of", Json::figure(milestone.amount.of)),
        ])
    };
    Json::List(measure.milestones.iter().map(milestone).collect())
}

fn source(facts: Facts, source: &Source, by_language: &dyn Fn(&Text) -> Json) -> Json {
    let cited = ("cited", Json::Text(facts.source(source)));
    let members = |title, publisher: Option<&String>, url: Option<&String>, date: Option<String>| {
        Json::Object(vec![
            cited,
            ("title", by_language(title)),
            ("publisher", Json::text(publisher)),
            ("url", Json::text(url)),
            ("date", Json::text(date)),
        ])
    };
    match source {
        Source::Plan(ix) => members(&facts.portal[*ix].title, None, None, None),
        Source::Document(ix) => {
            let document = &facts.portal[*ix];
            members(&document.title, None, document.url.as_ref(), document.date.map(|date| date.to_string()))
        }
        Source::Published(of) => {
            let date = of.date.map(|date| date.to_string());
            members(&of.title, of.publisher.as_ref(), of.url.as_ref(), date)
        }
    }
}
