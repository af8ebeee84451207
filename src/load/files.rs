//! The kinds of content files.

use super::describe::{Describe, Record, Shape};
use super::plan::RawPlan;
use super::raw::{RawDocuments, RawIndicators, RawPageHead, RawPlace, RawSite};

/// What each kind of content file holds, by the name of its schema.
pub fn files() -> [(&'static str, Record); 6] {
    fn record<T: Describe>(name: &'static str) -> (&'static str, Record) {
        match T::shape() {
            Shape::Record(record) => (name, record()),
            _ => unreachable!("`record!` describes a type by nothing else"),
        }
    }
    [
        record::<RawSite>("site"),
        record::<RawPlace>("place"),
        record::<RawDocuments>("documents"),
        record::<RawIndicators>("indicators"),
        record::<RawPlan>("plan"),
        record::<RawPageHead>("page"),
    ]
}
