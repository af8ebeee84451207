//! A figure of a generated plan that a measurement edits, and where it stands on the site.

use super::plan::{plan, plan_id};

const PARAGRAPH: &str = "\n      - marker: ";
const OBSERVATION: &str = "- {period: ";

/// The last observation of a measure whose figure shall rise.
pub struct Figure {
    /// The plan's id.
    pub plan: String,
    /// Where the measure began, and what it shall reach.
    pub begun: String,
    pub goal: String,
    measure: String,
    /// The agency that has it to do, with its place.
    agency: String,
    /// The plan's text before and after the figure.
    before: String,
    after: String,
}

impl Figure {
    /// The first such figure of a plan. Every plan has one: of its measures in percent most have observations.
    pub fn in_plan(number: usize, seed: u64) -> Figure {
        let (id, text) = (plan_id(number), plan(number, seed));
        let place = field(&text, "\nplace: ");
        // A measure reaches to the next paragraph.
        let paragraph = text.split(PARAGRAPH).find(|paragraph| {
            ["goal: {at_least: ", "unit: percent", OBSERVATION].iter().all(|words| paragraph.contains(words))
        });
        let paragraph = paragraph.unwrap_or_else(|| panic!("{id} has no figure in percent that shall rise"));
        let (before, last) = paragraph.rsplit_once(OBSERVATION).expect("it has observations");
        let value = field(last, "value: ");
        let (period, after) = last.split_once(&format!("value: {value}")).expect("the value stands there");
        let (above, below) = text.split_once(paragraph).expect("it is of this text");
        Figure {
            begun: field(paragraph, "baseline: {value: ").to_owned(),
            goal: field(paragraph, "at_least: ").to_owned(),
            measure: field(paragraph, "- id: ").to_owned(),
            agency: format!("{place}/{}", field(paragraph, "agencies: [")),
            before: [above, before, OBSERVATION, period].concat(),
            after: [after, below].concat(),
            plan: id,
        }
    }

    /// The plan's text with another value.
    pub fn text_with(&self, value: &str) -> String {
        format!("{}value: {value}{}", self.before, self.after)
    }

    /// The plan's overview.
    pub fn overview(&self, lang: &str) -> String {
        let folder = if lang == "en" { "en/plans" } else { "ke-hoach" };
        format!("{folder}/{}/", self.plan)
    }

    /// The plan's list of targets.
    pub fn targets(&self, lang: &str) -> String {
        format!("{}{}/", self.overview(lang), if lang == "en" { "targets" } else { "chi-tieu" })
    }

    /// The target's page.
    pub fn target(&self, lang: &str) -> String {
        format!("{}{}/", self.targets(lang), self.measure)
    }

    /// The target's picture.
    pub fn chart(&self) -> String {
        format!("{}bieu-do.svg", self.target("vi"))
    }

    /// The pages that count how measures stand: home, the plan's overview, the agency's page.
    pub fn counting_pages(&self) -> Vec<String> {
        let agency = |folder: &str| format!("{folder}/{}/", self.agency);
        let vi = [String::new(), self.overview("vi"), agency("co-quan")];
        let en = ["en/".to_owned(), self.overview("en"), agency("en/agencies")];
        vi.into_iter().chain(en).collect()
    }
}

/// What follows a name, up to the end of a plain value.
fn field<'t>(text: &'t str, name: &str) -> &'t str {
    let at = text.find(name).map_or(text.len(), |at| at + name.len());
    text[at..].split([',', '}', ']', '\n']).next().unwrap_or_default()
}
