//! Who must do what in a plan.

use super::deadline::Occasion;
use super::dossier::{Dossier, Share};
use super::text::Here;
use super::view::{AgencyDuties, DutyView, Link, PartnerView, ResponsibilitiesView, RoleDuties};
use super::{anchor, keys};
use crate::model::{Agency, AgencyKind, Duty, Ix, Partner, Role};

const ROLES: [Role; 4] = [Role::Lead, Role::Assigned, Role::Coordinate, Role::Requested];

pub(super) fn responsibilities(here: Here, dossier: Dossier) -> ResponsibilitiesView {
    ResponsibilitiesView {
        head: here.plan_head(dossier),
        agencies: dossier.index.shares.iter().map(|share| agency(here, dossier, share)).collect(),
    }
}

fn agency(here: Here, dossier: Dossier, share: &Share) -> AgencyDuties {
    let agency = &here.portal()[share.agency];
    let in_role = |role: Role| {
        let duties = share.duties.iter().map(|ix| &dossier.plan[*ix]).filter(|duty| duty.role == role);
        let duties: Vec<DutyView> = duties.map(|duty| self::duty(here, dossier, duty, share.agency)).collect();
        (!duties.is_empty()).then(|| RoleDuties { role: keys::role(role), duties })
    };
    let owed = share.reports.iter().map(|ix| Occasion::Report(*ix));
    let occasions = owed.chain(share.forwards.iter().map(|ix| Occasion::Forward(*ix)));
    AgencyDuties {
        anchor: anchor::agency(here.portal(), share.agency),
        name: here.agency(share.agency),
        class: agency.kind == AgencyKind::Class,
        history: here.changes(&agency.history),
        roles: ROLES.into_iter().filter_map(in_role).collect(),
        reports: occasions.map(|occasion| here.deadline(dossier, occasion)).collect(),
        count: share.duties.len(),
    }
}

fn duty(here: Here, dossier: Dossier, duty: &Duty, of: Ix<Agency>) -> DutyView {
    let plan = dossier.plan;
    let item = &plan[duty.item];
    let together = duty.agencies.iter().filter(|agency| **agency != of);
    DutyView {
        text: item.text.as_ref().map(|text| here.prose(text)),
        label: duty.label.as_ref().map(|label| here.words(label)),
        place: here.paragraph_place(dossier, duty.item),
        href: here.paragraph_href(dossier, duty.item),
        partners: duty.partners.iter().map(|partner| self::partner(here, partner)).collect(),
        together: together
            .filter_map(|agency| Some(Link { href: here.agency_href(*agency)?, label: here.agency(*agency) }))
            .collect(),
        then: duty.then.as_ref().map(|then| here.partner(then)),
        measures: item.measures.iter().map(|measure| here.measure_link(dossier, *measure)).collect(),
    }
}

fn partner(here: Here, partner: &Partner) -> PartnerView {
    let href = match partner {
        Partner::Agency(agency) => here.agency_href(*agency),
        Partner::Named(_) => None,
    };
    PartnerView { name: here.partner(partner), href }
}
