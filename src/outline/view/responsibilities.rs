use super::{ChangeView, Deadline, Link, PlanHead, ProseView, Words};
use serde::Serialize;

/// Who must do what in a plan.
#[derive(Debug, Clone, Serialize)]
pub struct ResponsibilitiesView {
    /// The head.
    pub head: PlanHead,
    /// Agency by agency, in the order in which the plan names them; empty where it gives no duty.
    pub agencies: Vec<AgencyDuties>,
}

/// What one agency must do.
#[derive(Debug, Clone, Serialize)]
pub struct AgencyDuties {
    /// For links to it.
    pub anchor: String,
    /// Its name as issued.
    pub name: Words,
    /// Whether it is a class of bodies.
    pub class: bool,
    /// What became of it.
    pub history: Vec<ChangeView>,
    /// Its duties by role: leads, is assigned, coordinates, is requested; never empty ones.
    pub roles: Vec<RoleDuties>,
    /// Reports that it owes.
    pub reports: Vec<Deadline>,
    /// How many duties.
    pub count: usize,
}

/// Duties in one role.
#[derive(Debug, Clone, Serialize)]
pub struct RoleDuties {
    /// Key of the theme's string: `role.lead`, `role.assigned`, `role.coordinate`, `role.requested`.
    pub role: &'static str,
    /// The duties.
    pub duties: Vec<DutyView>,
}

/// A duty.
#[derive(Debug, Clone, Serialize)]
pub struct DutyView {
    /// The sentence.
    pub text: Option<ProseView>,
    /// Which part of it.
    pub label: Option<Words>,
    /// Where it stands: `III.6`, and the heading above it.
    pub place: Option<Words>,
    /// Its place on the document page.
    pub href: String,
    /// With whom: linked where it is an agency of this page.
    pub partners: Vec<PartnerView>,
    /// Other agencies that have the same duty.
    pub together: Vec<Link>,
    /// To whom the result goes on.
    pub then: Option<Words>,
    /// Pages of measures that the paragraph states.
    pub measures: Vec<Link>,
}

/// A partner.
#[derive(Debug, Clone, Serialize)]
pub struct PartnerView {
    /// Its name, or the plan's words.
    pub name: Words,
    /// Its place on this page, if it has one.
    pub href: Option<String>,
}
