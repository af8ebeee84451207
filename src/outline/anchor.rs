//! Places on pages that links may lead to, apart from those of sections and paragraphs, which the model gives.

use super::keys;
use crate::model::{Agency, Document, Duty, Ix, Place, Plan, Portal};
use std::collections::HashSet;

/// An agency's place on a plan's page of responsibilities.
pub(super) fn agency(portal: &Portal, agency: Ix<Agency>) -> String {
    let agency = &portal[agency];
    format!("agency-{}-{}", portal[agency.place].id, agency.id)
}

/// Where a plan's page of responsibilities lists the duties that a paragraph gives an agency in a role.
pub(super) fn duty(portal: &Portal, plan: &Plan, agency: Ix<Agency>, duty: &Duty) -> String {
    format!("{}--{}--{}", self::agency(portal, agency), keys::role_word(duty.role), plan[duty.item].anchor)
}

/// A place's place on pages that list something by place.
pub(super) fn place(portal: &Portal, place: Ix<Place>) -> String {
    format!("place-{}", portal[place].id)
}

/// A document's place on the overview of a plan that cites it.
pub(super) fn document(portal: &Portal, document: Ix<Document>) -> String {
    let document = &portal[document];
    match document.place {
        Some(place) => format!("doc-{}-{}", portal[place].id, document.id),
        None => format!("doc-{}", document.id),
    }
}

/// Each hotline's place on the page of hotlines: its digits, and its place's id where another place has the same.
pub(super) fn hotlines(portal: &Portal) -> Vec<String> {
    let mut taken = HashSet::new();
    let anchors = portal.hotlines.iter().map(|hotline| {
        let digits: String = hotline.number.dialled.chars().filter(char::is_ascii_digit).collect();
        let mut anchor = format!("so-{digits}");
        while !taken.insert(anchor.clone()) {
            anchor = format!("{anchor}-{}", portal[hotline.place].id);
        }
        anchor
    });
    anchors.collect()
}
