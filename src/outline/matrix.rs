//! Agencies by sections: who leads, is assigned, coordinates or is requested where.
//!
//! A column is a section that gives duties. Most plans close with a section of one part an agency; as columns these would
//! make a diagonal that says nothing. So a section in which one agency alone is named is counted with the section around
//! it, and a part keeps a column of its own where others take part in it: there the column says who works with whom.

use super::dossier::{Dossier, named_agencies};
use super::text::Here;
use super::view::{MatrixColumn, MatrixMark, MatrixRow, MatrixView, PartnerView, Trace};
use super::{anchor, keys};
use crate::model::{Agency, Duty, Ix, Plan, Role, Section, indexed};
use std::collections::{BTreeMap, BTreeSet};

/// An agency in a duty.
struct Part<'p> {
    duty: &'p Duty,
    agency: Ix<Agency>,
    role: Role,
    /// Under which agency the duty is listed: itself, or of a partner the first that has the duty.
    listed_under: Ix<Agency>,
}

/// What an agency does in a role in a section: how many duties, and where the first of them is listed.
struct Mark {
    count: usize,
    href: String,
}

/// The column of a duty: a section, or the paragraphs outside all of them.
type Column = Option<Ix<Section>>;

/// None where fewer than two agencies or two sections would stand in it: the list below says as much.
pub(super) fn matrix(here: Here, dossier: Dossier) -> Option<MatrixView> {
    let plan = dossier.plan;
    let column_of = columns(plan);
    let mut parts: Vec<Part> = plan.duties.iter().flat_map(parts).collect();
    // A mark leads to a duty of the agency's own, where it has one; and those that are partners only come last.
    parts.sort_by_key(|part| part.agency != part.listed_under);
    let mut rows: Vec<Ix<Agency>> = Vec::new();
    let mut marks: BTreeMap<(Ix<Agency>, Column, Role), Mark> = BTreeMap::new();
    for part in &parts {
        let column = plan[part.duty.item].section.and_then(|section| column_of[section.index()]);
        let href = || format!("#{}", anchor::duty(here.portal(), plan, part.listed_under, part.duty));
        let mark = marks.entry((part.agency, column, part.role));
        mark.or_insert_with(|| Mark { count: 0, href: href() }).count += 1;
        if !rows.contains(&part.agency) {
            rows.push(part.agency);
        }
    }
    let mut columns: Vec<Column> = marks.keys().map(|(_, column, _)| *column).collect();
    columns.sort_by_key(|column| (column.is_none(), *column));
    columns.dedup();
    let roles: BTreeSet<Role> = marks.keys().map(|(.., role)| *role).collect();
    let cell = |agency, column| {
        let in_role = |role: &Role| marks.get(&(agency, column, *role)).map(|mark| (*role, mark));
        let mark = |(role, mark): (Role, &Mark)| MatrixMark {
            role: keys::role_word(role),
            count: mark.count,
            href: mark.href.clone(),
        };
        roles.iter().filter_map(in_role).map(mark).collect()
    };
    let row = |agency: &Ix<Agency>| MatrixRow {
        agency: row_head(here, dossier, *agency),
        cells: columns.iter().map(|column| cell(*agency, *column)).collect(),
        trace: here.trace(here.portal()[*agency].span),
    };
    (rows.len() > 1 && columns.len() > 1).then(|| MatrixView {
        rows: rows.iter().map(row).collect(),
        columns: columns.iter().map(|column| self::column(here, dossier, &columns, *column)).collect(),
        roles: roles.iter().map(|role| keys::role_word(*role)).collect(),
    })
}

/// Each agency in a duty once; a partner coordinates.
fn parts(duty: &Duty) -> Vec<Part<'_>> {
    let own = duty.agencies.iter().map(|agency| Part { duty, agency: *agency, role: duty.role, listed_under: *agency });
    let listed_under = duty.agencies[0];
    let partners = named_agencies(&duty.partners).filter(|partner| !duty.agencies.contains(partner));
    let partners = partners.map(|agency| Part { duty, agency, role: Role::Coordinate, listed_under });
    let mut parts: Vec<Part> = own.chain(partners).collect();
    let mut seen = BTreeSet::new();
    parts.retain(|part| seen.insert(part.agency));
    parts
}

/// For each section the column that its duties stand in.
fn columns(plan: &Plan) -> Vec<Column> {
    let mut named: Vec<BTreeSet<Ix<Agency>>> = vec![BTreeSet::new(); plan.sections.len()];
    for duty in &plan.duties {
        if let Some(section) = plan[duty.item].section {
            named[section.index()].extend(parts(duty).into_iter().map(|part| part.agency));
        }
    }
    let mut column: Vec<Column> = indexed(&plan.sections).map(|(ix, _)| Some(ix)).collect();
    // A section stands after the one around it, so that from the last on each has already taken in what is inside it.
    for (ix, section) in indexed(&plan.sections).rev() {
        if let (1, Some(parent)) = (named[ix.index()].len(), section.parent) {
            column[ix.index()] = Some(parent);
            let alone = std::mem::take(&mut named[ix.index()]);
            named[parent.index()].extend(alone);
        }
    }
    for at in 0..column.len() {
        column[at] = column[at].and_then(|around| column[around.index()]);
    }
    column
}

fn row_head(here: Here, dossier: Dossier, agency: Ix<Agency>) -> PartnerView {
    let below = dossier.names(agency).then(|| format!("#{}", anchor::agency(here.portal(), agency)));
    PartnerView { name: here.agency(agency), href: below.or_else(|| here.agency_href(agency)) }
}

fn column(here: Here, dossier: Dossier, all: &[Column], column: Column) -> MatrixColumn {
    let section = column.map(|ix| &dossier.plan[ix]);
    let inside = |other: Ix<Section>| {
        std::iter::successors(dossier.plan[other].parent, |at| dossier.plan[*at].parent).any(|at| Some(at) == column)
    };
    MatrixColumn {
        number: column.and_then(|ix| dossier.section_number(ix)),
        title: section.and_then(|section| section.title.as_ref()).map(|title| here.words(title)),
        rest: all.iter().flatten().any(|other| inside(*other)),
        href: column.map(|ix| here.section_href(dossier, ix)),
        trace: section.map_or_else(Trace::default, |section| here.trace(section.span)),
    }
}
