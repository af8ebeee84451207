//! Who must do what in a plan.

use super::deadline::Occasion;
use super::dossier::{Dossier, Share};
use super::matrix::matrix;
use super::source::Changing;
use super::text::Here;
use super::view::{AgencyDuties, DutyView, ResponsibilitiesView, RoleDuties};
use super::{anchor, keys};
use crate::model::{Agency, AgencyKind, Duty, Ix, Partner, Role};

const ROLES: [Role; 4] = [Role::Lead, Role::Assigned, Role::Coordinate, Role::Requested];

pub(super) fn responsibilities(here: Here, dossier: Dossier) -> ResponsibilitiesView {
    ResponsibilitiesView {
        head: here.plan_head(dossier),
        matrix: matrix(here, dossier),
        agencies: dossier.index.shares.iter().map(|share| agency(here, dossier, share)).collect(),
    }
}

fn agency(here: Here, dossier: Dossier, share: &Share) -> AgencyDuties {
    let agency = &here.portal()[share.agency];
    let owed = share.reports.iter().map(|ix| Occasion::Report(*ix));
    let occasions = owed.chain(share.forwards.iter().map(|ix| Occasion::Forward(*ix)));
    AgencyDuties {
        anchor: anchor::agency(here.portal(), share.agency),
        name: here.agency(share.agency),
        page: here.has_page(share.agency).then(|| here.agency_href(share.agency)).flatten(),
        class: agency.kind == AgencyKind::Class,
        history: here.changes(&agency.history),
        standing: here.standing_of(dossier, share.agency),
        roles: here.duties_by_role(dossier, &share.duties, share.agency),
        reports: occasions.map(|occasion| here.deadline(dossier, occasion)).collect(),
        count: share.duties.len(),
        trace: here.trace(agency.span),
    }
}

impl Here<'_> {
    /// An agency's duties by role, roles without any left out.
    pub(super) fn duties_by_role(&self, dossier: Dossier, duties: &[Ix<Duty>], of: Ix<Agency>) -> Vec<RoleDuties> {
        let in_role = |role: Role| {
            let duties = duties.iter().map(|ix| &dossier.plan[*ix]).filter(|duty| duty.role == role);
            let duties: Vec<DutyView> = duties.map(|duty| self.duty(dossier, duty, of)).collect();
            (!duties.is_empty()).then(|| RoleDuties { role: keys::role(role), duties })
        };
        ROLES.into_iter().filter_map(in_role).collect()
    }

    /// A duty on an agency's list, which does not name the agency again.
    pub(super) fn duty(&self, dossier: Dossier, duty: &Duty, of: Ix<Agency>) -> DutyView {
        let plan = dossier.plan;
        let item = &plan[duty.item];
        let others =
            duty.partners.iter().filter(|partner| !matches!(partner, Partner::Agency(agency) if *agency == of));
        let together = duty.agencies.iter().filter(|agency| **agency != of);
        DutyView {
            anchor: anchor::duty(self.portal(), plan, of, duty),
            of: None,
            text: item.text.as_ref().map(|text| self.prose(text)),
            label: duty.label.as_ref().map(|label| self.words(label)),
            place: self.paragraph_place(dossier, duty.item),
            href: self.paragraph_href(dossier, duty.item),
            partners: others.map(|partner| self.partner(partner)).collect(),
            together: together.map(|agency| Agency::named(*self, *agency)).collect(),
            then: duty.then.as_ref().map(|then| self.partner(then)),
            measures: item.measures.iter().map(|measure| self.measure_link(dossier, *measure)).collect(),
            trace: self.trace(duty.span),
        }
    }
}
