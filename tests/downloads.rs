//! The files of single targets: data as in the tables, and pictures that stand alone.

mod support;

use kehoach::BuildOptions;
use kehoach::export::ALL;
use kehoach::world::{DiskWorld, World};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use support::{Site, main_text, read_portal};

fn site(world: &dyn World) -> Site {
    let (built, site) = support::build(world, &BuildOptions::default());
    assert!(!built.report.has_errors(), "{:#?}", built.report.diagnostics);
    site
}

/// The real portal, and the case of targets with and without observations.
fn sites() -> [Site; 2] {
    let case = Path::new("tests/cases/progress/downloads");
    [site(&DiskWorld::new(".")), site(&read_portal(&[Path::new("tests/base"), case]))]
}

/// The lines of a table by plan and measure, with the line of names before them.
fn lines(csv: &[u8]) -> BTreeMap<(String, String), Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(true).from_reader(csv);
    let names = reader.headers().unwrap().clone();
    let at = |name: &str| names.iter().position(|of| of == name).unwrap();
    let (plan, measure) = (at("plan"), at("measure"));
    let mut lines: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for record in reader.records().map(Result::unwrap) {
        let key = (record[plan].to_owned(), record[measure].to_owned());
        lines.entry(key).or_default().push(record.iter().collect::<Vec<_>>().join("\u{1f}"));
    }
    lines
}

/// The measures of a portal, with plan and whether it is a sample.
fn measures(site: &Site) -> Vec<(String, String, bool)> {
    let mut reader = csv::Reader::from_reader(&site["data/targets.csv"][..]);
    let rows = reader.deserialize().map(|row| row.unwrap());
    rows.map(|row: BTreeMap<String, String>| (row["plan"].clone(), row["measure"].clone(), row["sample"] == "true"))
        .collect()
}

#[test]
fn the_rows_of_each_target_are_those_of_the_table_of_observations() {
    for site in sites() {
        let mut all = lines(&site["data/observations.csv"]);
        assert!(!all.is_empty());
        let head = |csv: &[u8]| String::from_utf8_lossy(csv).lines().next().map(str::to_owned);
        for (plan, measure, _) in measures(&site) {
            let csv = &site[&format!("data/targets/{plan}/{measure}.csv")];
            assert_eq!(head(csv), head(&site["data/observations.csv"]));
            let key = (plan, measure);
            let own = lines(csv).remove(&key);
            assert_eq!(own, all.remove(&key), "{key:?}");
        }
        assert!(all.is_empty(), "{all:?}");
    }
}

#[test]
fn the_json_file_of_each_target_has_what_the_tables_have() {
    for site in sites() {
        let observations = lines(&site["data/observations.csv"]);
        for (plan, measure, sample) in measures(&site) {
            let json: Value = serde_json::from_slice(&site[&format!("data/targets/{plan}/{measure}.json")]).unwrap();
            assert_eq!((&json["plan"], &json["measure"]), (&Value::from(plan.clone()), &Value::from(measure.clone())));
            assert_eq!(json["sample"], sample);
            let count = observations.get(&(plan, measure)).map_or(0, Vec::len);
            assert_eq!(json["observations"].as_array().unwrap().len(), count);
            for (name, member) in [("targets", &json), ("statuses", &json["status"])] {
                let export = ALL.iter().find(|export| export.name() == name).unwrap();
                for about in export.columns() {
                    assert!(member.get(about.name).or(json.get(about.name)).is_some(), "{name}: {}", about.name);
                }
            }
        }
    }
}

#[test]
fn every_picture_is_sound_xml_and_needs_nothing_from_elsewhere() {
    for site in sites() {
        let pictures = site.iter().filter(|(path, _)| path.ends_with(".svg") && !path.starts_with("static/"));
        let mut count = 0;
        for (path, bytes) in pictures {
            let svg = std::str::from_utf8(bytes).unwrap();
            let classes = sound(svg).unwrap_or_else(|reason| panic!("{path}: {reason}"));
            for class in classes {
                assert!(
                    svg.contains(&format!(".{class} {{")) || svg.contains(&format!(".{class}, ")),
                    "{path}: {class}"
                );
            }
            let sample = path.contains("/mau-2024-2028/");
            let word = if path.starts_with("en/") { "SAMPLE" } else { "MẪU" };
            assert_eq!(svg.contains(&format!(">{word}. ")), sample, "{path}");
            count += 1;
        }
        assert!(count > 0);
    }
}

/// The classes used in a drawing, if it is one element after the rules of XML with neither scripts nor references.
fn sound(svg: &str) -> Result<Vec<String>, String> {
    let mut reader = Reader::from_str(svg);
    let (mut classes, mut open) = (Vec::new(), 0_usize);
    loop {
        let event = reader.read_event().map_err(|error| error.to_string())?;
        match &event {
            Event::Start(element) | Event::Empty(element) => {
                open += usize::from(matches!(event, Event::Start(_)));
                if ["script", "image", "use", "a", "foreignObject"].contains(&element.name().as_ref()) {
                    return Err(format!("{:?}", element.name()));
                }
                for attribute in element.attributes() {
                    let attribute = attribute.map_err(|error| error.to_string())?;
                    match attribute.key.as_ref() {
                        "class" => classes.extend(attribute.value.split(' ').map(str::to_owned)),
                        name if name.contains("href") || name.starts_with("on") || name == "style" => {
                            return Err(name.to_owned());
                        }
                        _ => {}
                    }
                }
            }
            Event::End(_) => open -= 1,
            Event::GeneralRef(name) => {
                if !["amp", "lt", "gt", "quot", "apos"].contains(&name.as_ref()) && !name.starts_with('#') {
                    return Err(format!("{name:?}"));
                }
            }
            Event::Eof if open == 0 => return Ok(classes),
            Event::Eof => return Err("an element stays open".to_owned()),
            Event::Text(_) | Event::Decl(_) => {}
            other => return Err(format!("{other:?}")),
        }
    }
}

#[test]
fn pages_lead_to_files_that_are_there() {
    for site in sites() {
        for (plan, measure, _) in measures(&site) {
            let folder = format!("ke-hoach/{plan}/chi-tieu/{measure}");
            let text = main_text(std::str::from_utf8(&site[&format!("{folder}/index.html")]).unwrap());
            for ending in ["csv", "json"] {
                assert!(text.contains(&format!("](../../../../data/targets/{plan}/{measure}.{ending})")), "{folder}");
            }
            assert_eq!(
                text.contains("](bieu-do.svg)"),
                site.contains_key(&format!("{folder}/bieu-do.svg")),
                "{folder}"
            );
        }
    }
}
