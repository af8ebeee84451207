use super::{Agency, Document, Hotline, Id, Ix, Plan, Prose};
use crate::diag::Span;
use crate::lang::{PartialDate, Text};
use std::sync::Arc;

/// A country, province, city, district or commune.
#[derive(Debug)]
pub struct Place {
    /// Its id.
    pub id: Id,
    /// How high it stands.
    pub level: Level,
    /// The place that it is part of; never leads back to itself.
    pub parent: Option<Ix<Place>>,
    /// "Tỉnh Lạng Sơn".
    pub name: Text,
    /// "Lạng Sơn"; the name where none is given.
    pub short_name: Text,
    /// Codes in public registers.
    pub codes: Vec<PlaceCode>,
    /// What became of it, newest last.
    pub history: Vec<Change<Place>>,
    /// Its agencies, in the order of its file.
    pub agencies: Vec<Ix<Agency>>,
    /// Its hotlines, in the order of its file.
    pub hotlines: Vec<Ix<Hotline>>,
    /// Where it is written.
    pub span: Span,
}

/// The level of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// A country.
    Country,
    /// A province or centrally-run city.
    Province,
    /// A city inside a province.
    City,
    /// A district, of either kind.
    District,
    /// A commune, ward or township.
    Commune,
}

/// A place's code in a register.
#[derive(Debug)]
pub struct PlaceCode {
    /// As printed, zeros and all.
    pub code: String,
    /// Which register, such as `gso`.
    pub scheme: Id,
    /// As of when it is known to hold.
    pub as_of: Option<PartialDate>,
    /// Who says so.
    pub source: Source,
}

/// What became of a place or an agency.
#[derive(Debug)]
pub struct Change<T> {
    /// When.
    pub date: PartialDate,
    /// What happened.
    pub text: Prose,
    /// What took its place, if that is in the portal.
    pub successor: Option<Ix<T>>,
    /// Who says so.
    pub source: Source,
}

/// What a fact rests on.
#[derive(Debug, Clone)]
pub enum Source {
    /// A plan of the portal.
    Plan(Ix<Plan>),
    /// A document of the portal.
    Document(Ix<Document>),
    /// Something published elsewhere.
    Published(Arc<Published>),
}

/// A page, report or register outside the portal.
#[derive(Debug)]
pub struct Published {
    /// Its title, in its own language.
    pub title: Text,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where.
    pub url: Option<String>,
    /// When it was published.
    pub date: Option<PartialDate>,
    /// The day on which it was read.
    pub read: Option<PartialDate>,
    /// Whether the page read is a machine's translation: good for the fact, not for the wording.
    pub machine_translated: bool,
    /// Its words.
    pub quote: Option<String>,
}

impl Published {
    /// A source of which only the title is known.
    pub fn named(title: Text) -> Published {
        Published { title, publisher: None, url: None, date: None, read: None, machine_translated: false, quote: None }
    }
}
