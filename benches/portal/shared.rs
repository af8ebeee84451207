//! The files that all plans of a generated portal share.

use super::words::{AGENCIES, AIMS};
use super::yaml::{Both, Yaml};

/// How many provinces a portal has.
pub const PROVINCES: usize = 28;
/// How many documents plans cite.
pub const DOCUMENTS: usize = 24;

/// A file's path under the portal, and its text.
pub type File = (String, String);

/// Every file but the plans.
pub fn files() -> impl Iterator<Item = File> {
    let fixed = [
        ("content/site.yaml", include_str!("site.yaml").to_owned()),
        ("content/pages/about.vi.md", include_str!("about.vi.md").to_owned()),
        ("content/pages/about.en.md", include_str!("about.en.md").to_owned()),
        ("content/places/viet-nam.yaml", include_str!("viet-nam.yaml").to_owned()),
        ("content/documents.yaml", documents()),
        ("content/indicators.yaml", indicators()),
    ];
    let places = (1..=PROVINCES).map(|place| (format!("content/places/{}.yaml", province_id(place)), province(place)));
    fixed.into_iter().map(|(path, text)| (path.to_owned(), text)).chain(places)
}

/// A province's id; they are counted from 1.
pub fn province_id(place: usize) -> String {
    format!("thu-nghiem-{place:02}")
}

fn province(place: usize) -> String {
    let mut yaml = Yaml::default();
    yaml.line(0, "format: 1");
    yaml.line(0, format_args!("id: {}", province_id(place)));
    yaml.line(0, "level: province");
    yaml.line(0, "parent: viet-nam");
    yaml.line(0, format_args!("name: {{vi: Tỉnh Thử nghiệm {place:02}, en: Trial Province {place:02}}}"));
    yaml.line(0, format_args!("short_name: {{vi: Thử nghiệm {place:02}, en: Trial {place:02}}}"));
    yaml.line(0, "agencies:");
    yaml.line(1, "- id: ubnd-tinh");
    let name = Both::new(
        format!("Ủy ban nhân dân tỉnh Thử nghiệm {place:02}"),
        format!("People’s Committee of Trial Province {place:02}"),
    );
    yaml.text(2, "name", &name);
    for (id, (vi, en), class) in AGENCIES {
        yaml.line(1, format_args!("- id: {id}"));
        yaml.text(2, "name", &Both::new(format!("{vi} (Thử nghiệm {place:02})"), format!("{en} (Trial {place:02})")));
        yaml.line(2, if class { "kind: class" } else { "parent: ubnd-tinh" });
    }
    yaml.into_text()
}

/// A document's number and type; they are counted from 1.
pub fn document(number: usize) -> (String, &'static str, Both) {
    let kinds = [
        ("law", "QH", "Luật Thử nghiệm", "Trial Law"),
        ("decree", "NĐ-CP", "Nghị định Thử nghiệm", "Trial Decree"),
        ("directive", "CT-TTg", "Chỉ thị Thử nghiệm", "Trial Directive"),
        ("circular", "TT", "Thông tư Thử nghiệm", "Trial Circular"),
    ];
    let (kind, suffix, vi, en) = kinds[(number - 1) % kinds.len()];
    let name = Both::new(format!("{vi} số {number}"), format!("{en} No. {number}"));
    (format!("{number:02}/{}/{suffix}-TN", 2010 + number % 10), kind, name)
}

fn documents() -> String {
    let mut yaml = Yaml::default();
    yaml.line(0, "format: 1");
    yaml.line(0, "documents:");
    for at in 1..=DOCUMENTS {
        let (number, kind, name) = document(at);
        yaml.line(1, format_args!("- id: vb-{at:02}"));
        yaml.line(2, format_args!("type: {kind}"));
        yaml.line(2, format_args!("number: {number}"));
        yaml.line(2, format_args!("date: {}-{:02}-{:02}", 2010 + at % 10, 1 + at % 12, 1 + at % 28));
        yaml.line(2, "issuer: viet-nam/chinh-phu");
        let vi = format!("{} về công tác trẻ em (văn bản giả định)", name.vi);
        yaml.text(2, "title", &Both::new(vi, format!("{} on work for children (an invented document)", name.en)));
    }
    yaml.into_text()
}

fn indicators() -> String {
    let mut yaml = Yaml::default();
    yaml.line(0, "format: 1");
    yaml.line(0, "indicators:");
    for (id, aim) in AIMS.iter().filter_map(|aim| Some((aim.indicator?, aim))) {
        let (vi, en) = aim.label;
        yaml.line(1, format_args!("- id: {id}"));
        yaml.text(2, "name", &Both::new(vi, en));
        yaml.line(2, format_args!("unit: {}", aim.unit));
        let vi = format!("{vi}, trên tổng số của địa phương (chỉ số giả định).");
        yaml.text(2, "definition", &Both::new(vi, format!("{en}, out of all in the place (an invented indicator).")));
    }
    yaml.into_text()
}
