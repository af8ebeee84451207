use super::{ChangeView, Counts, DateView, Link, PartnerView, Words};
use serde::Serialize;

/// The list of plans.
#[derive(Debug, Clone, Serialize)]
pub struct PlansView {
    /// By place, in the order of their names.
    pub places: Vec<PlacePlans>,
    /// Samples, listed by themselves.
    pub samples: Vec<PlanCard>,
    /// The list of comparisons; none where there is none.
    pub comparisons: Option<String>,
}

/// The plans of a place.
#[derive(Debug, Clone, Serialize)]
pub struct PlacePlans {
    /// The place.
    pub place: Words,
    /// Its plans, the newest first; never empty.
    pub plans: Vec<PlanCard>,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// A plan in a list.
#[derive(Debug, Clone, Serialize)]
pub struct PlanCard {
    /// Its abstract.
    pub title: Words,
    /// Its overview.
    pub href: String,
    /// Its place.
    pub place: Words,
    /// Who issued it.
    pub issuer: Words,
    /// Its period.
    pub period: PeriodView,
    /// What it holds.
    pub counts: Counts,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// A plan where another is named, or something of it is listed. In templates: `<plan_link p={x} />`.
#[derive(Debug, Clone, Serialize)]
pub struct PlanLink {
    /// Its overview.
    pub href: String,
    /// Its abstract.
    pub label: Words,
    /// Its place.
    pub place: Words,
    /// Its period.
    pub period: PeriodView,
}

/// What a plan covers, against the as-of date.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PeriodView {
    /// From when.
    pub from: DateView,
    /// Until when.
    pub to: DateView,
    /// Whether both are the same, so that one is enough.
    pub single: bool,
    /// `printed` in the plan, `implied` by its title, or `no-end`: then `to` says nothing.
    pub stated: &'static str,
    /// `coming`, `running`, `ended`, or `open`: no end is stated.
    pub phase: &'static str,
}

/// What stands at the head of every page of a plan.
#[derive(Debug, Clone, Serialize)]
pub struct PlanHead {
    /// Its abstract.
    pub title: Words,
    /// Its place.
    pub place: Words,
    /// Its overview.
    pub overview: String,
    /// Pages of the plan: overview, targets, responsibilities, document.
    pub pages: Vec<PlanPage>,
    /// Its period.
    pub period: PeriodView,
    /// When its web text was last revised.
    pub revised: DateView,
    /// Whether it is invented.
    pub sample: bool,
    /// The plans that took its place.
    pub replaced_by: Vec<PlanLink>,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// An entry of a plan's own navigation.
#[derive(Debug, Clone, Serialize)]
pub struct PlanPage {
    /// Key of the theme's string: `plan.overview`, `plan.targets`, `plan.responsibilities`, `plan.document`.
    pub key: &'static str,
    /// Where.
    pub href: String,
    /// As [`NavEntry::current`](super::NavEntry).
    pub current: Option<&'static str>,
}

/// A plan's overview.
#[derive(Debug, Clone, Serialize)]
pub struct PlanView {
    /// The head.
    pub head: PlanHead,
    /// The kind of document, in capitals: "KẾ HOẠCH".
    pub kind: Words,
    /// Its number as printed; none where there is none.
    pub number: Option<Words>,
    /// Whether the number was given; else it was left blank.
    pub numbered: bool,
    /// Place and date as printed.
    pub issued: Words,
    /// Who issued it, as issued.
    pub issuer: Words,
    /// Its page.
    pub issuer_page: Option<String>,
    /// What became of the issuer.
    pub issuer_history: Vec<ChangeView>,
    /// The place with its full name.
    pub place: Words,
    /// What became of the place.
    pub place_history: Vec<ChangeView>,
    /// What it holds.
    pub counts: Counts,
    /// Its dated reports and events, in order of time; undated ones last.
    pub deadlines: Vec<Deadline>,
    /// These as a file; none where none has a date.
    pub calendar_file: Option<super::CalendarFile>,
    /// The calendar of all plans; none for a sample, which is not in it.
    pub calendar: Option<String>,
    /// Its measures with figures, for the overview: the first twelve.
    pub measures: Vec<super::MeasureRow>,
    /// The hotlines that it names.
    pub hotlines: Vec<Link>,
    /// How far its measures are; none where it sets no figure.
    pub standing: Option<super::StandingView>,
    /// Its reports of which figures are awaited.
    pub awaited: Vec<super::AwaitedView>,
    /// How many measures are not among these.
    pub more_measures: usize,
    /// Agencies with the most duties first.
    pub agencies: Vec<AgencyCount>,
    /// Where its money comes from.
    pub funding: Vec<FundingView>,
    /// Legal documents that it cites.
    pub documents: Vec<CitedDocument>,
    /// The plans that it took the place of.
    pub replaces: Vec<PlanLink>,
    /// The signed document.
    pub signed_copy: Option<Link>,
}

/// An agency and how much it has to do.
#[derive(Debug, Clone, Serialize)]
pub struct AgencyCount {
    /// Its name; leads to its page.
    pub agency: PartnerView,
    /// Its place on the page of responsibilities.
    pub href: String,
    /// How many duties.
    pub duties: usize,
    /// How many of them it leads.
    pub leads: usize,
}

/// Where money comes from.
#[derive(Debug, Clone, Serialize)]
pub struct FundingView {
    /// Key of the theme's string: `funding.central`, `funding.non_state`, ... as in `keys.rs`.
    pub level: &'static str,
    /// In the words of the plan.
    pub source: Option<Words>,
    /// How much, with its unit; none is "not stated".
    pub amount: Option<String>,
    /// The paragraph.
    pub href: String,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// A document that a plan cites.
#[derive(Debug, Clone, Serialize)]
pub struct CitedDocument {
    /// For links to it.
    pub anchor: String,
    /// Key of the theme's string: `document_type.decree`, `document_type.official_letter`, ... as in `keys.rs`.
    pub kind: &'static str,
    /// As printed.
    pub number: Option<String>,
    /// Its date.
    pub date: Option<DateView>,
    /// Who issued it.
    pub issuer: Option<PartnerView>,
    /// What it is about.
    pub title: Words,
    /// Its entry on the page of documents; none where a sample alone cites it.
    pub href: Option<String>,
    /// Its text.
    pub outside: Option<super::Outside>,
    /// The paragraphs that cite it: links into the document page, labelled by section and marker.
    pub cited_in: Vec<Link>,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// Something that falls due, or takes place.
#[derive(Debug, Clone, Serialize)]
pub struct Deadline {
    /// `report`, `forward` (a report passed on), `event`.
    pub kind: &'static str,
    /// What it is called; a report may have no name.
    pub label: Option<Words>,
    /// Its plan, where pages of several plans show it.
    pub plan: Option<PlanLink>,
    /// From whom.
    pub from: Vec<PartnerView>,
    /// To whom.
    pub to: Vec<PartnerView>,
    /// Through whom.
    pub via: Option<PartnerView>,
    /// When.
    pub due: DueView,
    /// Of a rule: the day that it comes to.
    pub day: Option<RuleDay>,
    /// The theme of an event.
    pub theme: Option<Words>,
    /// Whether it is an event that is under way on the as-of date.
    pub now: bool,
    /// Whether it lies before the as-of date, of a rule all its days; none where it has no date.
    pub past: Option<bool>,
    /// The paragraph that states it.
    pub href: String,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// A day that a rule comes to.
#[derive(Debug, Clone, Serialize)]
pub struct RuleDay {
    /// The day.
    pub date: DateView,
    /// `this` where the entry stands for that day alone; else `next`, or `last` where all have passed, or `only`.
    pub which: &'static str,
}

/// When something is due. In templates: `<due d={x} />`.
#[derive(Debug, Clone, Serialize)]
pub struct DueView {
    /// `before`, `by`, `on`, `within`, `from`, `from-to`, `rule`, `every`, `on-request`, `not-stated`.
    pub kind: &'static str,
    /// The date.
    pub date: Option<DateView>,
    /// The end of a span.
    pub to: Option<DateView>,
    /// Whether the year follows from the plan rather than from the sentence.
    pub year_implied: bool,
    /// Of a rule: the day.
    pub day: Option<i8>,
    /// Of a rule: `last-of-quarter`, `last-of-year`, or 1 to 12.
    pub month: Option<String>,
    /// Of a rule: I to IV.
    pub quarter: Option<&'static str>,
    /// Of a rule: the year.
    pub year: Option<i16>,
    /// How often: `month`, `quarter`, `half-year`, `nine-months`, `year`.
    pub every: Option<&'static str>,
}
