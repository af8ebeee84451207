use super::{DateView, Deadline, Link};
use serde::Serialize;

/// A report that was due, and the measures of which the portal has no figure since.
#[derive(Debug, Clone, Serialize)]
pub struct AwaitedView {
    /// The report: what it is called, from whom, to whom.
    pub report: Deadline,
    /// The last day on which it was due.
    pub due: DateView,
    /// The measures; never empty.
    pub measures: Vec<StaleMeasure>,
}

/// A measure of which a figure is awaited.
#[derive(Debug, Clone, Serialize)]
pub struct StaleMeasure {
    /// Its page.
    pub measure: Link,
    /// The period of its last figure; none where there is no figure at all.
    pub last: Option<DateView>,
    /// Where it is written.
    #[serde(skip_serializing_if = "super::Trace::is_empty")]
    pub trace: super::Trace,
}
