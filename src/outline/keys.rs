//! Keys of the theme's strings for closed sets of the model.

use crate::model::{DocumentType, FundingLevel, Role};

pub(super) fn funding_level(level: FundingLevel) -> &'static str {
    match level {
        FundingLevel::Central => "funding.central",
        FundingLevel::Province => "funding.province",
        FundingLevel::District => "funding.district",
        FundingLevel::Commune => "funding.commune",
        FundingLevel::Local => "funding.local",
        FundingLevel::Agency => "funding.agency",
        FundingLevel::NonState => "funding.non_state",
        FundingLevel::International => "funding.international",
        FundingLevel::Other => "funding.other",
    }
}

pub(super) fn document_type(kind: DocumentType) -> &'static str {
    match kind {
        DocumentType::Law => "document_type.law",
        DocumentType::Resolution => "document_type.resolution",
        DocumentType::Decree => "document_type.decree",
        DocumentType::Decision => "document_type.decision",
        DocumentType::Directive => "document_type.directive",
        DocumentType::Circular => "document_type.circular",
        DocumentType::JointCircular => "document_type.joint_circular",
        DocumentType::OfficialLetter => "document_type.official_letter",
        DocumentType::Plan => "document_type.plan",
        DocumentType::Conclusion => "document_type.conclusion",
        DocumentType::Programme => "document_type.programme",
        DocumentType::Other => "document_type.other",
    }
}

/// The last word of [`role`], of which other keys and names are made.
pub(super) fn role_word(role: Role) -> &'static str {
    self::role(role).trim_start_matches("role.")
}

pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::Lead => "role.lead",
        Role::Assigned => "role.assigned",
        Role::Coordinate => "role.coordinate",
        Role::Requested => "role.requested",
    }
}
