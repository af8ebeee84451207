use super::{Amount, Prose, Source};
use crate::diag::Span;
use crate::lang::{PartialDate, Period};

/// A figure that was reported for a measure.
#[derive(Debug)]
pub struct Observation {
    /// The day, month, quarter or year that it speaks of.
    pub period: Period,
    /// The figure, in the goal's unit; a part of a whole also where the goal is a share.
    pub amount: Amount,
    /// How firm it is.
    pub status: ObservationStatus,
    /// Who reports it.
    pub source: Source,
    /// A remark.
    pub note: Option<Prose>,
    /// When it took the place of an earlier figure for the same period.
    pub revised: Option<PartialDate>,
    /// Where it is written.
    pub span: Span,
}

/// How firm a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObservationStatus {
    /// Chính thức.
    Final,
    /// Sơ bộ, may still change.
    Provisional,
    /// Ước tính, not counted.
    Estimated,
}
