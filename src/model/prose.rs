use super::{Agency, Document, FreePage, Hotline, Ix, Measure, Plan};
use crate::diag::Span;
use crate::lang::{Lang, Text};
use std::collections::BTreeMap;

/// A text that may hold Markdown, with what its links lead to.
#[derive(Debug, Clone)]
pub struct Prose {
    /// The Markdown, in each language.
    pub text: Text,
    /// What each destination means that is written in it, in any language.
    pub links: Links,
    /// Where it is written, in each of its languages.
    pub spans: Box<[(Lang, Span)]>,
}

impl Prose {
    /// The documents that it cites, in no order that means anything.
    pub fn documents(&self) -> impl Iterator<Item = Ix<Document>> {
        self.links.values().filter_map(|target| match target {
            LinkTarget::Document(document) => Some(*document),
            _ => None,
        })
    }
}

impl Prose {
    /// The hotlines that it names, in no order that means anything.
    pub fn hotlines(&self) -> impl Iterator<Item = Ix<Hotline>> {
        self.links.values().filter_map(|target| match target {
            LinkTarget::Hotline(hotline) => Some(*hotline),
            _ => None,
        })
    }
}

/// What the destinations of a text mean: a few at most, mostly none, and as many of them as a portal has texts.
#[derive(Debug, Clone)]
pub struct Links(Box<[(Box<str>, LinkTarget)]>);

impl Links {
    /// What a destination means, as it is written.
    pub fn get(&self, destination: &str) -> Option<&LinkTarget> {
        self.iter().find(|(written, _)| *written == destination).map(|(_, target)| target)
    }

    /// What they mean, sorted by how they are written.
    pub fn values(&self) -> impl Iterator<Item = &LinkTarget> {
        self.iter().map(|(_, target)| target)
    }

    /// Each as it is written, with what it means; sorted.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &LinkTarget)> {
        self.0.iter().map(|(written, target)| (&**written, target))
    }
}

impl From<BTreeMap<String, LinkTarget>> for Links {
    fn from(links: BTreeMap<String, LinkTarget>) -> Links {
        Links(links.into_iter().map(|(written, target)| (written.into(), target)).collect())
    }
}

/// What a link leads to.
#[derive(Debug, Clone)]
pub enum LinkTarget {
    /// `hotline:`
    Hotline(Ix<Hotline>),
    /// `agency:`
    Agency(Ix<Agency>),
    /// `document:`
    Document(Ix<Document>),
    /// `target:`
    Measure(Ix<Plan>, Ix<Measure>),
    /// `plan:`
    Plan(Ix<Plan>),
    /// `page:`
    Page(Ix<FreePage>),
    /// A file beside the content, by its path under `content/`.
    Attachment(String),
    /// An address of an allowed scheme, or a place on the same page (`#...`).
    Address(String),
}
