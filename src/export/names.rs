//! How places, agencies, documents and texts stand in cells.

use super::Facts;
use crate::lang::{Lang, Text};
use crate::markup;
use crate::model::{Agency, Document, Ix, Partner, Prose, Source};

/// Stands between the values of a list.
const BETWEEN: &str = "; ";

/// Several values in one cell; `None` of none.
pub(super) fn joined(values: impl IntoIterator<Item = String>) -> Option<String> {
    let values: Vec<String> = values.into_iter().collect();
    (!values.is_empty()).then(|| values.join(BETWEEN))
}

/// A text in this very language.
pub(super) fn words(text: &Text, lang: Lang) -> Option<String> {
    text.get(lang).map(str::to_owned)
}

/// The same of a text with Markdown, without it.
pub(super) fn plain(prose: &Prose, lang: Lang) -> Option<String> {
    prose.text.get(lang).map(markup::plain)
}

impl Facts<'_> {
    /// The languages of the site, in its order.
    pub(super) fn langs(self) -> Vec<Lang> {
        self.portal.site.languages.iter().map(|language| language.lang).collect()
    }

    /// The language of what stands once, in whatever languages the site is.
    pub(super) fn first_lang(self) -> Lang {
        self.portal.site.default_lang()
    }

    pub(super) fn agency_id(self, ix: Ix<Agency>) -> String {
        let agency = &self.portal[ix];
        format!("{}/{}", self.portal[agency.place].id, agency.id)
    }

    pub(super) fn document_id(self, ix: Ix<Document>) -> String {
        let document = &self.portal[ix];
        match document.place {
            Some(place) => format!("{}/{}", self.portal[place].id, document.id),
            None => document.id.to_string(),
        }
    }

    /// The ids of agencies; of those that the portal does not have, the words of the plan.
    pub(super) fn partner_ids<'m>(self, partners: impl IntoIterator<Item = &'m Partner>) -> Option<String> {
        joined(partners.into_iter().map(|partner| match partner {
            Partner::Agency(ix) => self.agency_id(*ix),
            Partner::Named(text) => text.best(self.first_lang()).1.to_owned(),
        }))
    }

    /// Their names in a language; `None` where one has none in it, since the rest would be another list.
    pub(super) fn partner_names<'m>(
        self,
        partners: impl IntoIterator<Item = &'m Partner>,
        lang: Lang,
    ) -> Option<String> {
        let names = partners.into_iter().map(|partner| match partner {
            Partner::Agency(ix) => words(&self.portal[*ix].name, lang),
            Partner::Named(text) => words(text, lang),
        });
        joined(names.collect::<Option<Vec<_>>>()?)
    }

    /// A source as a content file writes it, or its address.
    pub(super) fn source(self, source: &Source) -> String {
        match source {
            Source::Plan(ix) => format!("plan:{}", self.portal[*ix].id),
            Source::Document(ix) => format!("document:{}", self.document_id(*ix)),
            Source::Published(published) => {
                published.url.clone().unwrap_or_else(|| published.title.best(self.first_lang()).1.to_owned())
            }
        }
    }
}
