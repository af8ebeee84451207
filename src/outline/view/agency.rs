use super::{ChangeView, DateView, Deadline, HotlineView, Link, PartnerView, PlanLink, RoleDuties, SourceView, Words};
use serde::Serialize;

/// The list of agencies.
#[derive(Debug, Clone, Serialize)]
pub struct AgenciesView {
    /// By place, the highest level first; never places without agencies.
    pub places: Vec<PlaceAgencies>,
}

/// The agencies of a place.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceAgencies {
    /// The place.
    pub place: Words,
    /// For links to it.
    pub anchor: String,
    /// What became of the place.
    pub history: Vec<ChangeView>,
    /// Its agencies, in the order of its file; never empty.
    pub agencies: Vec<AgencyEntry>,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// An agency in a list.
#[derive(Debug, Clone, Serialize)]
pub struct AgencyEntry {
    /// Its page, by its name as issued.
    pub link: Link,
    /// Whether it is a class of bodies.
    pub class: bool,
    /// How many duties it has.
    pub duties: usize,
    /// How many plans give it these.
    pub plans: usize,
    /// What took its place, or a part of it.
    pub successors: Vec<Succession>,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// Who took an agency's place, or whose place it took.
#[derive(Debug, Clone, Serialize)]
pub struct Succession {
    /// The other agency.
    pub agency: PartnerView,
    /// Since when.
    pub date: DateView,
}

/// An agency, over all plans that are not samples. Its name is the page's title.
#[derive(Debug, Clone, Serialize)]
pub struct AgencyView {
    /// Its name in lists, where that is another.
    pub short_name: Option<Words>,
    /// Its place.
    pub place: Words,
    /// Its place in the list of agencies.
    pub place_href: String,
    /// Whether it is a class of bodies.
    pub class: bool,
    /// The body that it works under.
    pub above: Option<PartnerView>,
    /// The bodies that work under it.
    pub below: Vec<PartnerView>,
    /// What became of it.
    pub history: Vec<ChangeView>,
    /// Whose place it took.
    pub succeeded: Vec<Succession>,
    /// How many duties it has.
    pub duties: usize,
    /// How many plans give it these.
    pub duty_plans: usize,
    /// What it has to do, by plan, the newest first.
    pub plans: Vec<AgencyPlan>,
    /// Plans that it issued, the newest first.
    pub issued: Vec<PlanLink>,
    /// Documents that it issued and that plans cite.
    pub documents: Vec<IssuedDocument>,
    /// Hotlines that it operates.
    pub hotlines: Vec<HotlineView>,
}

/// What an agency has to do with a plan.
#[derive(Debug, Clone, Serialize)]
pub struct AgencyPlan {
    /// The plan.
    pub plan: PlanLink,
    /// Its part of the plan's page of responsibilities, if it has one.
    pub responsibilities: Option<String>,
    /// How far the measures are whose paragraph is its duty; none where it has none with a figure.
    pub standing: Option<super::StandingView>,
    /// The reports that it owes of which figures are awaited.
    pub awaited: Vec<super::AwaitedView>,
    /// Its duties by role: leads, is assigned, coordinates, is requested; never empty ones.
    pub roles: Vec<RoleDuties>,
    /// Duties of others in which it is a partner.
    pub takes_part: Vec<super::DutyView>,
    /// Duties of others whose result goes on to it.
    pub results: Vec<super::DutyView>,
    /// Reports that it owes.
    pub owes: Vec<Deadline>,
    /// Reports that come to it.
    pub receives: Vec<Deadline>,
    /// Reports that it passes on.
    pub passes_on: Vec<Deadline>,
    /// Paragraphs that name it and give it nothing of the above.
    pub named_in: Vec<Link>,
}

/// A document that an agency issued.
#[derive(Debug, Clone, Serialize)]
pub struct IssuedDocument {
    /// Key of the theme's string: `document_type.decree`, ... as in `keys.rs`.
    pub kind: &'static str,
    /// Number, title, date.
    pub document: SourceView,
    /// Plans that cite it, each at the document's place on its overview.
    pub cited_by: Vec<PlanLink>,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}
