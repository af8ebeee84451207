//! What a portal is, once it is known to be sound: pure types. Vocabulary: every stage may use it.

mod agency;
mod artifact;
mod document;
mod fact;
mod goal;
mod hotline;
mod ids;
mod memo;
mod observation;
mod place;
mod plan;
mod prose;
mod rule;
mod site;

pub use agency::{Agency, AgencyKind};
pub use artifact::Artifact;
pub use document::{Document, DocumentType, Issuer};
pub use fact::{
    Cycle, Due, Duty, Event, Funding, FundingAmount, FundingLevel, Partner, Report, ReportDue, Role, Then, Timing,
};
pub use goal::{Amount, Baseline, Comparator, Direction, Goal, Measure, Milestone, Stated, Unit, Whole};
pub use hotline::{Cost, Hotline, HotlineFact, HotlineFactKind, Hours, Operator, Phone};
pub use ids::{Id, Ix, indexed};
pub use memo::Memo;
pub use observation::{Observation, ObservationStatus};
pub use place::{Change, Level, Place, PlaceCode, Published, Source};
pub use plan::{
    Correction, FreePage, Indicator, Item, Number, PeriodStated, Plan, Progress, Section, Signature, SignedCopy, Table,
};
pub use prose::{LinkTarget, Links, Prose};
pub use rule::{Rule, RuleMonth};
pub use site::{Contact, Licence, RouteWord, Site, SiteLanguage};

use std::sync::Arc;

/// Everything that a portal states, sound: every reference leads somewhere, every id is unique.
#[derive(Debug)]
pub struct Portal {
    /// The portal itself.
    pub site: Site,
    /// All places, by id.
    pub places: Vec<Place>,
    /// All agencies, by place and in the order of its file.
    pub agencies: Vec<Agency>,
    /// All hotlines, by place and in the order of its file.
    pub hotlines: Vec<Hotline>,
    /// All documents, in the order of their file.
    pub documents: Vec<Document>,
    /// All indicators, in the order of their file.
    pub indicators: Vec<Indicator>,
    /// All plans that are neither drafts nor held back, by id. Shared: the next portal may have the same.
    pub plans: Vec<Arc<Plan>>,
    /// All free pages, by order and id.
    pub pages: Vec<FreePage>,
    /// Files beside content that are published as they are, by their path under `content/`.
    pub attachments: Vec<String>,
}

ids::owns!(Portal {
    places: Place,
    agencies: Agency,
    hotlines: Hotline,
    documents: Document,
    indicators: Indicator,
    plans: Plan,
    pages: FreePage,
});

impl Portal {
    /// Each plan with its place in the list.
    pub fn each_plan(&self) -> impl DoubleEndedIterator<Item = (Ix<Plan>, &Plan)> + ExactSizeIterator {
        indexed(&self.plans).map(|(ix, plan)| (Ix::new(ix.index()), &**plan))
    }

    /// A place and the places above it, nearest first.
    pub fn with_places_above(&self, place: Ix<Place>) -> impl Iterator<Item = Ix<Place>> {
        std::iter::successors(Some(place), |at| self[*at].parent)
    }
}
