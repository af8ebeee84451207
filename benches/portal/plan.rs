//! One generated plan.

use super::dice::Dice;
use super::shared::{DOCUMENTS, PROVINCES, document, province_id};
use super::words::{AGENCIES, AIMS, AREAS, Aim, OBJECTS, Phrase, TAILS, TASKS, TOPICS, VERBS};
use super::yaml::{Both, Yaml};

const MEASURES: usize = 20;
const AGENCIES_NAMED: usize = 16;
/// The reports that observations rest on: one a half-year of four years.
const REPORTS: usize = 8;

/// A plan's id; they are counted from 1.
pub fn plan_id(number: usize) -> String {
    format!("ke-hoach-{number:04}")
}

/// The text of `plan.yaml`.
pub fn plan(number: usize, seed: u64) -> String {
    let mut plan = Plan::new(number, seed);
    plan.head(number);
    plan.bases();
    plan.sources();
    plan.yaml.line(0, "sections:");
    plan.purposes();
    plan.targets();
    plan.tasks();
    plan.funding();
    plan.responsibilities();
    plan.reporting();
    plan.end();
    plan.yaml.into_text()
}

struct Plan {
    dice: Dice,
    yaml: Yaml,
    place: usize,
    from: usize,
    to: usize,
    /// Whether the portal says which figures it lacks, though a report was due: so of every tenth.
    is_kept: bool,
    /// The agencies that it names, the one that leads first.
    agencies: Vec<(&'static str, Phrase)>,
}

impl Plan {
    fn new(number: usize, seed: u64) -> Plan {
        let mut dice = Dice::of(seed, number as u64);
        let place = 1 + dice.below(PROVINCES);
        let from = 2020 + dice.below(3);
        let to = from + [4, 5, 7][dice.below(3)];
        let mut agencies: Vec<_> = AGENCIES.iter().map(|&(id, name, _)| (id, name)).collect();
        while agencies.len() > AGENCIES_NAMED {
            agencies.remove(dice.below(agencies.len()));
        }
        let leads = dice.below(AGENCIES_NAMED);
        agencies.swap(0, leads);
        Plan { dice, yaml: Yaml::default(), place, from, to, is_kept: number.is_multiple_of(10), agencies }
    }

    fn head(&mut self, number: usize) {
        let Plan { from, to, place, .. } = *self;
        let topic = self.one_of(&TOPICS);
        let (day, month) = (1 + self.dice.below(28), 1 + self.dice.below(6));
        let yaml = &mut self.yaml;
        yaml.line(
            0,
            "# Mọi nội dung là giả định, do máy tạo ra để đo tốc độ. All of it is invented, to measure speed.",
        );
        yaml.line(0, "format: 1");
        yaml.line(0, format_args!("id: {}", plan_id(number)));
        yaml.line(0, format_args!("place: {}", province_id(place)));
        yaml.line(0, "issuer: ubnd-tinh");
        let vi = format!("Kế hoạch giả định số {number} về {} giai đoạn {from}-{to}", topic.0);
        yaml.text(0, "title", &Both::new(vi, format!("Invented plan {number} for {}, {from}-{to}", topic.1)));
        yaml.line(0, format_args!("number: {{printed: \"Số: {number}/KH-TN\", state: given, value: {number}/KH-TN}}"));
        yaml.line(0, "issued:");
        yaml.line(1, format_args!("printed: \"Thử nghiệm {place:02}, ngày {day:02} tháng {month:02} năm {from}\""));
        yaml.line(1, format_args!("date: {from}-{month:02}-{day:02}"));
        yaml.line(0, format_args!("period: {{from: {from}, to: {to}, stated: printed}}"));
        yaml.line(0, if self.is_kept { "progress: kept" } else { "progress: none" });
        yaml.line(0, "revised: 2026-11-22");
    }

    fn bases(&mut self) {
        self.yaml.line(0, "bases:");
        let first = self.dice.below(DOCUMENTS);
        for at in 0..10 {
            let at = 1 + (first + at * 2) % DOCUMENTS;
            let (number, _, name) = document(at);
            let vi = format!("Căn cứ [{} ({number})](document:vb-{at:02}) về công tác trẻ em;", name.vi);
            let en = format!("Pursuant to the [{} ({number})](document:vb-{at:02}) on work for children;", name.en);
            self.paragraph(1, "-", &Both::new(vi, en));
        }
        self.yaml.line(0, "preamble:");
        let said = Both::new("*Kế hoạch này là giả định.*", "*This plan is invented.*").and(self.duties(3));
        self.paragraph(1, "-", &said);
    }

    fn sources(&mut self) {
        self.yaml.line(0, "sources:");
        for report in 0..REPORTS {
            let (year, half) = (self.from + report / 2, 1 + report % 2);
            self.yaml.line(1, format_args!("- id: bc-{year}-{half}"));
            self.yaml.line(2, format_args!("title: Báo cáo giả định 6 tháng {} năm {year}", ["đầu", "cuối"][half - 1]));
            self.yaml.line(2, format_args!("publisher: Sở Lao động và Xã hội (Thử nghiệm {:02})", self.place));
            self.yaml.line(2, format_args!("date: {year}-{}-28", ["06", "12"][half - 1]));
            self.yaml.line(2, "language: vi");
        }
    }

    fn purposes(&mut self) {
        self.section(1, "muc-dich", "I", &Both::new("MỤC ĐÍCH, YÊU CẦU", "PURPOSES AND REQUIREMENTS"));
        self.yaml.line(2, "items:");
        for at in 1..=4 {
            let words = self.duties(1);
            self.paragraph(3, &format!("{at}."), &words);
        }
    }

    fn targets(&mut self) {
        self.section(1, "muc-tieu", "II", &Both::new("MỤC TIÊU CỤ THỂ", "SPECIFIC TARGETS"));
        self.yaml.line(2, "items:");
        for at in 0..MEASURES {
            self.measure(at);
        }
    }

    fn measure(&mut self, at: usize) {
        let aim = &AIMS[at % AIMS.len()];
        let mut label = Both::new(aim.label.0, aim.label.1);
        if at >= AIMS.len() {
            let (vi, en) = self.one_of(&AREAS);
            label = label.and(Both::new(vi, en));
        }
        // In tenths, so that a figure is a whole number until it is written.
        let start = aim.from as usize * (80 + self.dice.below(20)) / 10;
        let goal = aim.to as usize * (90 + self.dice.below(10)) / 10;
        let share = aim.unit == "percent";
        let [start, goal] = [start, goal].map(|tenths| if share { tenths } else { tenths.div_ceil(10) * 10 });
        let to = self.to;
        let (first, last) = (figure(start, false), figure(goal, false));
        let (vi, en) = (&label.vi, &label.en);
        let said = Both::new(
            format!("{vi}: từ {} đến {} vào năm {to}.", comma(&first), comma(&last)),
            format!("{en}: from {first} to {last} by {to}."),
        );
        self.paragraph(3, &format!("{}.", at + 1), &said);
        let lead = self.agency();
        self.yaml.line(4, format_args!("duties: [{{role: lead, agencies: [{lead}]}}]"));
        self.yaml.line(4, "measures:");
        self.yaml.line(5, format_args!("- id: ct-{:02}", at + 1));
        self.yaml.text(6, "label", &label);
        let way = if aim.to > aim.from { "at_least" } else { "at_most" };
        self.yaml.line(6, format_args!("goal: {{{way}: {last}, unit: {}}}", aim.unit));
        self.yaml.line(6, format_args!("baseline: {{value: {first}, period: {}}}", self.from - 1));
        self.yaml.line(6, format_args!("due: {to}"));
        if let Some(indicator) = aim.indicator
            && at < AIMS.len()
            && self.dice.below(3) == 0
        {
            self.yaml.line(6, format_args!("indicator: {indicator}"));
        }
        self.observations(aim, start, goal);
    }

    fn observations(&mut self, aim: &Aim, start: usize, goal: usize) {
        let number = self.dice.below(REPORTS + 1);
        if number == 0 {
            return;
        }
        self.yaml.line(6, "observations:");
        let skipped = self.dice.below(REPORTS - number + 1);
        for at in 0..number {
            let (year, half) = (self.from + (skipped + at) / 2, 1 + (skipped + at) % 2);
            // Towards the goal, with steps of unequal length.
            let way = (at * 20 + 10 + self.dice.below(20)).min(180);
            let tenths =
                if goal > start { start + (goal - start) * way / 200 } else { start - (start - goal) * way / 200 };
            let value = figure(tenths, aim.unit != "percent");
            let status = if self.dice.below(8) == 0 { "provisional" } else { "final" };
            let quarter = half * 2;
            self.yaml.line(
                7,
                format_args!(
                    "- {{period: {year}-Q{quarter}, value: {value}, status: {status}, source: bc-{year}-{half}}}"
                ),
            );
        }
    }

    fn tasks(&mut self) {
        self.section(1, "nhiem-vu", "III", &Both::new("NHIỆM VỤ, GIẢI PHÁP", "TASKS AND SOLUTIONS"));
        self.yaml.line(2, "sections:");
        for (at, &(vi, en)) in TASKS.iter().enumerate() {
            self.section(3, &format!("nv-{}", at + 1), &format!("\"{}\"", at + 1), &Both::new(vi, en));
            self.yaml.line(4, "items:");
            for _ in 0..=self.dice.below(2) {
                let sentences = 1 + self.dice.below(2);
                let words = self.duties(sentences);
                self.paragraph(5, "-", &words);
                let (lead, partner) = (self.agency(), self.agency());
                let with = if lead == partner { String::new() } else { format!(", with: [{partner}]") };
                self.yaml.line(6, format_args!("duties: [{{role: lead, agencies: [{lead}]{with}}}]"));
            }
        }
    }

    fn funding(&mut self) {
        self.section(1, "kinh-phi", "IV", &Both::new("KINH PHÍ THỰC HIỆN", "FUNDING"));
        self.yaml.line(2, "items:");
        let words =
            Both::new("Ngân sách tỉnh bố trí hằng năm (giả định).", "The provincial budget, year by year (invented).");
        self.paragraph(3, "-", &words);
        self.yaml.line(4, "funding:");
        self.yaml.line(5, "- level: province");
        self.yaml.text(6, "source", &Both::new("Ngân sách tỉnh", "Provincial budget"));
        self.yaml.line(6, "amount: not-stated");
    }

    fn responsibilities(&mut self) {
        self.section(1, "to-chuc", "V", &Both::new("TỔ CHỨC THỰC HIỆN", "IMPLEMENTATION ARRANGEMENTS"));
        self.yaml.line(2, "sections:");
        for (at, (id, (vi, en))) in self.agencies.clone().into_iter().enumerate() {
            self.section(3, &format!("tn-{id}"), &format!("\"{}\"", at + 1), &Both::new(vi, en));
            self.yaml.line(4, format_args!("agencies: [{id}]"));
            if at == 0 {
                self.yaml.line(4, "role: lead");
            }
            self.yaml.line(4, "items:");
            for _ in 0..5 + self.dice.below(3) {
                let words = self.duties(1);
                self.paragraph(5, "-", &words);
            }
        }
    }

    fn reporting(&mut self) {
        self.section(1, "bao-cao", "VI", &Both::new("CHẾ ĐỘ BÁO CÁO", "REPORTING"));
        self.yaml.line(2, "items:");
        let lead = self.agencies[0].0;
        for report in 0..6 {
            let (year, half) = (self.from + report / 2, report % 2);
            let (vi, en) = [("sơ kết 6 tháng", "Mid-year"), ("tổng kết", "Annual")][half];
            let (month, name) = [("06", "June"), ("12", "December")][half];
            let label = Both::new(format!("Báo cáo {vi} năm {year}"), format!("{en} report for {year}"));
            let said = Both::new(
                format!("{} gửi trước ngày 15/{month}/{year}.", label.vi),
                format!("{} to be sent before 15 {name} {year}.", label.en),
            );
            self.paragraph(3, "-", &said);
            self.report(&format!("bc-{}", report + 1), &label, &format!("{{before: {year}-{month}-15}}"));
            self.yaml.line(6, format_args!("from: [{lead}]"));
        }
        if self.is_kept {
            self.quarterly_report(lead);
        }
    }

    fn quarterly_report(&mut self, lead: &str) {
        let label = Both::new("Báo cáo quý", "Quarterly report");
        let said =
            Both::new("Báo cáo vào ngày 20 của tháng cuối quý.", "Report on the 20th of each quarter’s last month.");
        self.paragraph(3, "-", &said);
        self.report("bc-quy", &label, "{on: {day: 20, month: last-of-quarter}}");
        self.yaml
            .line(6, format_args!("from: [ubnd-xa, {lead}]").to_string().replace("[ubnd-xa, ubnd-xa]", "[ubnd-xa]"));
        self.yaml.line(6, "then: {to: [viet-nam/bo-y-te], due: not-stated}");
    }

    fn report(&mut self, id: &str, label: &Both, due: &str) {
        self.yaml.line(4, "reports:");
        self.yaml.line(5, format_args!("- id: {id}"));
        self.yaml.text(6, "label", label);
        self.yaml.line(6, "to: [ubnd-tinh]");
        self.yaml.line(6, format_args!("due: {due}"));
    }

    fn end(&mut self) {
        self.yaml.line(0, "recipients:");
        for (vi, en) in
            [("Như mục V;", "As in section V;"), ("Lưu: VT (giả định).", "Filed: Records Office (invented).")]
        {
            self.paragraph(1, "-", &Both::new(vi, en));
        }
        self.yaml.line(0, "signature:");
        self.yaml.line(1, "lines:");
        self.yaml.line(
            2,
            "- {vi: \"(kế hoạch giả định, không có người ký)\", en: \"(an invented plan, nobody signed it)\"}",
        );
    }

    fn section(&mut self, depth: usize, id: &str, number: &str, title: &Both) {
        self.yaml.line(depth, format_args!("- id: {id}"));
        self.yaml.line(depth + 1, format_args!("number: {number}"));
        self.yaml.text(depth + 1, "title", title);
    }

    fn paragraph(&mut self, depth: usize, marker: &str, words: &Both) {
        self.yaml.line(depth, format_args!("- marker: \"{marker}\""));
        self.yaml.text(depth + 1, "text", words);
    }

    /// So many sentences, one after another.
    fn duties(&mut self, sentences: usize) -> Both {
        (1..sentences).fold(self.duty(), |text, _| text.and(self.duty()))
    }

    fn duty(&mut self) -> Both {
        let (verb, object, tail) = (self.one_of(&VERBS), self.one_of(&OBJECTS), self.one_of(&TAILS));
        let mut words = Both::new(object.0, object.1);
        if self.dice.below(4) == 0 {
            words = Both::new(verb.0, verb.1).and(words);
        }
        if self.dice.below(6) == 0 {
            words = words.and(Both::new(tail.0, tail.1));
        }
        Both::new(sentence(&words.vi), sentence(&words.en))
    }

    fn agency(&mut self) -> &'static str {
        let at = self.dice.below(self.agencies.len());
        self.agencies[at].0
    }

    fn one_of(&mut self, phrases: &[Phrase]) -> Phrase {
        phrases[self.dice.below(phrases.len())]
    }
}

/// With a capital and a full stop.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).chain(['.']).collect()
}

/// Tenths as a decimal, or to the nearest whole.
fn figure(tenths: usize, whole: bool) -> String {
    match tenths % 10 {
        _ if whole => ((tenths + 5) / 10).to_string(),
        0 => (tenths / 10).to_string(),
        tenth => format!("{}.{tenth}", tenths / 10),
    }
}

fn comma(figure: &str) -> String {
    figure.replace('.', ",")
}
