use super::{Change, Id, Ix, Place};
use crate::diag::Span;
use crate::lang::Text;

/// A body, or a class of bodies, that has duties. It belongs to a place: "Sở Y tế" of two provinces are two.
#[derive(Debug)]
pub struct Agency {
    /// Its id, unique in its place.
    pub id: Id,
    /// The place that it belongs to.
    pub place: Ix<Place>,
    /// Its name as issued.
    pub name: Text,
    /// Its name in lists; the name where none is given.
    pub short_name: Text,
    /// One body or many.
    pub kind: AgencyKind,
    /// Under which agency it works, if stated; never leads back to itself.
    pub parent: Option<Ix<Agency>>,
    /// What became of it, newest last.
    pub history: Vec<Change<Agency>>,
    /// Where it is written.
    pub span: Span,
}

/// Whether an agency is one body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgencyKind {
    /// One body.
    Body,
    /// A class of bodies, such as "the districts' People's Committees".
    Class,
}
