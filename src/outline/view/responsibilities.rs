use super::{ChangeView, Deadline, Link, MatrixView, PlanHead, ProseView, Words};
use serde::Serialize;

/// Who must do what in a plan.
#[derive(Debug, Clone, Serialize)]
pub struct ResponsibilitiesView {
    /// The head.
    pub head: PlanHead,
    /// Agencies by sections; none where there are fewer than two of either.
    pub matrix: Option<MatrixView>,
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
    /// Its page; none if a sample alone names it.
    pub page: Option<String>,
    /// Whether it is a class of bodies.
    pub class: bool,
    /// What became of it.
    pub history: Vec<ChangeView>,
    /// How far the measures are whose paragraph is its duty; none where it has none with a figure.
    pub standing: Option<super::StandingView>,
    /// Its duties by role: leads, is assigned, coordinates, is requested; never empty ones.
    pub roles: Vec<RoleDuties>,
    /// Reports that it owes.
    pub reports: Vec<Deadline>,
    /// How many duties.
    pub count: usize,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
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
    /// For links to it from the matrix; the same for all duties that one paragraph gives an agency in one role.
    pub anchor: String,
    /// Whose it is, where that is not the agency under which it stands.
    pub of: Option<DutyOf>,
    /// The sentence.
    pub text: Option<ProseView>,
    /// Which part of it.
    pub label: Option<Words>,
    /// Where it stands: `III.6`, and the heading above it.
    pub place: Option<Words>,
    /// Its place on the document page.
    pub href: String,
    /// With whom.
    pub partners: Vec<PartnerView>,
    /// Other agencies that have the same duty.
    pub together: Vec<PartnerView>,
    /// To whom the result goes on.
    pub then: Option<PartnerView>,
    /// Pages of measures that the paragraph states.
    pub measures: Vec<Link>,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}

/// Those whose duty it is.
#[derive(Debug, Clone, Serialize)]
pub struct DutyOf {
    /// As [`RoleDuties::role`].
    pub role: &'static str,
    /// They.
    pub agencies: Vec<PartnerView>,
}

/// Someone whom a plan names. In templates: `<named p={x} />`.
#[derive(Debug, Clone, Serialize)]
pub struct PartnerView {
    /// Its name, or the plan's words.
    pub name: Words,
    /// Its page, if it has one.
    pub href: Option<String>,
}
