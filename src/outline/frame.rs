//! What stands around every page.

use super::page::{PageKind, Stands};
use super::route::encoded;
use super::text::Here;
use super::view::{Alternate, Call, ContactView, Crumb, Frame, KeepView, Label, LicenceView, Link, NavEntry, Words};
use crate::model::{Hotline, Ix, Place, Portal, indexed};

/// The script that keeps the pages for help on a reader's device, from the site's root. It says nothing of what it keeps.
pub const WORKER: &str = "sw.js";

/// The main navigation.
const NAV: [PageKind; 6] =
    [PageKind::Home, PageKind::Hotlines, PageKind::Plans, PageKind::Agencies, PageKind::Documents, PageKind::Calendar];

pub(super) fn frame(here: Here) -> Frame {
    let (portal, kind) = (here.portal(), here.page.kind);
    let site = &portal.site;
    let plan = kind.plan();
    Frame {
        lang: here.lang(),
        title: title(here, kind),
        of: belongs_to(here),
        site_title: here.words(&site.title),
        tagline: site.tagline.as_ref().map(|tagline| here.words(tagline)),
        root: here.root(),
        home: here.href(PageKind::Home),
        canonical: here.url(kind, here.lang()),
        card: here.card_address(),
        alternates: here.alternates(kind),
        x_default: here.url(kind, site.default_lang()),
        nav: NAV.map(|entry| nav_entry(here, entry)).into(),
        crumbs: crumbs(here),
        calls: calls(here, kind.place(portal).unwrap_or(site.place)),
        hotlines: here.href(PageKind::Hotlines),
        exit: kind.is_for_help(portal).then(|| site.exit.clone()),
        keep: (kind.is_for_help(portal) && !here.outline.portable).then(|| keep(here)),
        help: help(here),
        search: here.href(PageKind::Search),
        data: here.href(PageKind::Data),
        footer: footer(here),
        contact: site.contact.as_ref().map(|contact| ContactView {
            name: here.words(&contact.name),
            report: contact.email.as_ref().map(|email| report_address(here, email)),
            email: contact.email.clone(),
            phone: contact.phone.clone(),
            url: contact.url.clone(),
        }),
        licence: site
            .licence
            .as_ref()
            .map(|licence| LicenceView { name: here.words(&licence.name), url: licence.url.clone() }),
        as_of: here.day(here.outline.figures.as_of),
        noindex: kind == PageKind::NotFound
            || here.page.stands == Stands::Moved
            || plan.is_some_and(|ix| portal[ix].sample),
        trace: here.trace_of_page(),
    }
}

impl Here<'_> {
    /// A page in every language, this one included.
    pub(super) fn alternates(&self, kind: PageKind) -> Vec<Alternate> {
        let alternate = |language: &crate::model::SiteLanguage| Alternate {
            lang: language.lang,
            name: language.name.clone(),
            href: self.href_in(kind, language.lang),
            url: self.url(kind, language.lang),
            current: kind == self.page.kind && language.lang == self.lang(),
        };
        self.portal().site.languages.iter().map(alternate).collect()
    }
}

/// What a page belongs to: a plan by its title, an agency's place.
fn belongs_to(here: Here) -> Option<Words> {
    let portal = here.portal();
    match here.page.kind {
        PageKind::Plan(_) => None,
        PageKind::Agency(agency) => Some(here.words(&portal[portal[agency].place].short_name)),
        PageKind::Poster(place, _) => Some(here.words(&portal[place].short_name)),
        kind => kind.plan().map(|plan| here.words(&portal[plan].title)),
    }
}

/// A letter about this page: it names the portal and the page's address.
fn report_address(here: Here, email: &str) -> String {
    let (subject, body) = (here.words(&here.portal().site.title).text, here.url(here.page.kind, here.lang()));
    format!("mailto:{email}?subject={}&body={}", encoded(&subject), encoded(&body))
}

impl Here<'_> {
    /// What a page is called.
    pub(super) fn title(&self, kind: PageKind) -> Label {
        title(*self, kind)
    }
}

/// What a page is called: words of the content, or a string of the theme.
fn title(here: Here, kind: PageKind) -> Label {
    let portal = here.portal();
    let key = match kind {
        PageKind::Home => "nav.home",
        PageKind::Hotlines => "nav.hotlines",
        PageKind::Poster(..) => "poster.title",
        PageKind::Plans => "nav.plans",
        PageKind::Documents => "nav.documents",
        PageKind::Comparisons => "nav.comparison",
        PageKind::Document(_) => "plan.document",
        PageKind::Targets(_) => "plan.targets",
        PageKind::Responsibilities(_) => "plan.responsibilities",
        PageKind::Calendar => "nav.calendar",
        PageKind::Agencies => "nav.agencies",
        PageKind::Search => "nav.search",
        PageKind::Data => "nav.data",
        PageKind::Method => "nav.method",
        PageKind::NotFound => "not_found.title",
        PageKind::Plan(plan) => return Label::Words(here.words(&portal[plan].title)),
        PageKind::Target(plan, measure) => return Label::Words(here.words(&portal[plan][measure].label)),
        PageKind::Comparison(indicator) => return Label::Words(here.words(&portal[indicator].name)),
        PageKind::Agency(agency) => return Label::Words(here.words(&portal[agency].name)),
        PageKind::Free(page) => return Label::Words(here.words(&portal[page].title)),
    };
    Label::Key { key }
}

/// The page above a page.
fn above(portal: &Portal, kind: PageKind) -> Option<PageKind> {
    match kind {
        PageKind::Home => None,
        PageKind::Hotlines
        | PageKind::Plans
        | PageKind::Documents
        | PageKind::Comparisons
        | PageKind::Calendar
        | PageKind::Search
        | PageKind::Data
        | PageKind::Method
        | PageKind::Free(_)
        | PageKind::NotFound => Some(PageKind::Home),
        PageKind::Poster(..) => Some(PageKind::Hotlines),
        PageKind::Comparison(_) => Some(PageKind::Comparisons),
        PageKind::Agencies => Some(PageKind::Home),
        PageKind::Agency(_) => Some(PageKind::Agencies),
        PageKind::Plan(_) => Some(PageKind::Plans),
        PageKind::Document(plan) | PageKind::Targets(plan) | PageKind::Responsibilities(plan) => {
            Some(PageKind::Plan(plan))
        }
        PageKind::Target(plan, measure) => match portal[plan][measure].part_of {
            Some((whole, _)) => Some(PageKind::Target(plan, whole)),
            None => Some(PageKind::Targets(plan)),
        },
    }
}

/// A page and those above it, from home down.
fn way_to(portal: &Portal, kind: PageKind) -> Vec<PageKind> {
    let mut way: Vec<PageKind> = std::iter::successors(Some(kind), |kind| above(portal, *kind)).collect();
    way.reverse();
    way
}

fn crumbs(here: Here) -> Vec<Crumb> {
    let page = here.page.kind;
    if page == PageKind::Home {
        return Vec::new();
    }
    let crumb = |kind: PageKind| Crumb { label: title(here, kind), href: (kind != page).then(|| here.href(kind)) };
    way_to(here.portal(), page).into_iter().map(crumb).collect()
}

fn nav_entry(here: Here, entry: PageKind) -> NavEntry {
    let page = here.page.kind;
    let below = entry != PageKind::Home && way_to(here.portal(), page).contains(&entry);
    let current = if entry == page { Some("page") } else { below.then_some("true") };
    let key = match entry {
        PageKind::Hotlines => "nav.hotlines",
        PageKind::Plans => "nav.plans",
        PageKind::Agencies => "nav.agencies",
        PageKind::Documents => "nav.documents",
        PageKind::Calendar => "nav.calendar",
        _ => "nav.home",
    };
    NavEntry { key, href: here.href(entry), current }
}

/// The hotlines of a place and of those above it: the nearest first, but those that nobody has confirmed since a plan
/// named them after the others. In need the number that surely answers comes first.
pub(super) fn hotlines_for(portal: &Portal, place: Ix<Place>) -> Vec<Ix<Hotline>> {
    let mut hotlines: Vec<_> =
        portal.with_places_above(place).flat_map(|place| &portal[place].hotlines).copied().collect();
    hotlines.sort_by_key(|hotline| portal[*hotline].rests_on_plans_alone());
    hotlines
}

fn calls(here: Here, place: Ix<Place>) -> Vec<Call> {
    hotlines_for(here.portal(), place).into_iter().map(|hotline| here.call(hotline)).collect()
}

/// A worker answers for the folder of each page for help and for no other, so that it has no part in the rest of the site.
fn keep(here: Here) -> KeepView {
    let mut scopes: Vec<String> = Vec::new();
    for page in here.outline.pages_for_help() {
        let within = matches!(page.kind, PageKind::Poster(..));
        scopes.extend((!within).then(|| here.page.route.to(&page.route)));
    }
    KeepView { worker: format!("{}{WORKER}", here.root()), scopes: scopes.join(" ") }
}

/// Free pages for people in danger, but for this very page.
fn help(here: Here) -> Vec<Link> {
    let pages = indexed(&here.portal().pages).filter(|(_, page)| page.help);
    let link = |(ix, page): (_, &crate::model::FreePage)| here.link(PageKind::Free(ix), here.words(&page.title));
    pages.filter(|(ix, _)| here.page.kind != PageKind::Free(*ix)).map(link).collect()
}

fn footer(here: Here) -> Vec<Link> {
    let link = |(ix, page): (_, &crate::model::FreePage)| here.link(PageKind::Free(ix), here.words(&page.title));
    indexed(&here.portal().pages).map(link).collect()
}
