//! Closed sets of words: each with what it means.

use super::record::choices;
use crate::model::{
    AgencyKind, Cycle, Direction, DocumentType, FundingLevel, Level, ObservationStatus, PeriodStated, Progress, Role,
    Stated, Whole,
};

/// Whether a plan's number was filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberState {
    /// There is a place for it, left empty.
    Blank,
    /// There is none.
    Absent,
    /// It was.
    Given,
}

choices!(Level, "level" {
    "country" => Level::Country, "province" => Level::Province, "city" => Level::City,
    "district" => Level::District, "commune" => Level::Commune,
});
choices!(AgencyKind, "kind" { "body" => AgencyKind::Body, "class" => AgencyKind::Class });
choices!(DocumentType, "type" {
    "law" => DocumentType::Law, "resolution" => DocumentType::Resolution, "decree" => DocumentType::Decree,
    "decision" => DocumentType::Decision, "directive" => DocumentType::Directive,
    "circular" => DocumentType::Circular, "joint-circular" => DocumentType::JointCircular,
    "official-letter" => DocumentType::OfficialLetter, "plan" => DocumentType::Plan,
    "conclusion" => DocumentType::Conclusion, "programme" => DocumentType::Programme, "other" => DocumentType::Other,
});
choices!(Progress, "progress" { "kept" => Progress::Kept, "none" => Progress::NotKept });
choices!(NumberState, "state" {
    "blank" => NumberState::Blank, "absent" => NumberState::Absent, "given" => NumberState::Given,
});
choices!(Stated, "stated" { "printed" => Stated::Printed, "implied" => Stated::Implied });
choices!(Direction, "way" { "down" => Direction::Lower, "up" => Direction::Higher });
choices!(ObservationStatus, "status" {
    "final" => ObservationStatus::Final, "provisional" => ObservationStatus::Provisional,
    "estimated" => ObservationStatus::Estimated,
});
choices!(PeriodStated, "stated" {
    "printed" => PeriodStated::Printed, "implied" => PeriodStated::Implied, "no-end" => PeriodStated::NoEnd,
});
choices!(Whole, "of" { "whole" => Whole::Whole, "not-stated" => Whole::NotStated });
choices!(Role, "role" {
    "lead" => Role::Lead, "coordinate" => Role::Coordinate, "assigned" => Role::Assigned,
    "requested" => Role::Requested,
});
choices!(FundingLevel, "level" {
    "central" => FundingLevel::Central, "province" => FundingLevel::Province, "district" => FundingLevel::District,
    "commune" => FundingLevel::Commune, "local" => FundingLevel::Local, "agency" => FundingLevel::Agency, "non-state" => FundingLevel::NonState,
    "international" => FundingLevel::International, "other" => FundingLevel::Other,
});
choices!(Cycle, "every" {
    "month" => Cycle::Month, "quarter" => Cycle::Quarter, "half-year" => Cycle::HalfYear,
    "nine-months" => Cycle::NineMonths, "year" => Cycle::Year,
});
