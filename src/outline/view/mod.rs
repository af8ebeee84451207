//! What each kind of page shows, as plain data: all that a template gets. Numbers and dates stand in the page's
//! language already; words that belong to the interface are the theme's.

mod agency;
mod calendar;
mod comparison;
mod data;
mod document;
mod documents;
mod hotline;
mod matrix;
mod plan;
mod poster;
mod progress;
mod responsibilities;
mod search;
mod staleness;
mod target;
mod trace;

pub use agency::*;
pub use calendar::*;
pub use comparison::*;
pub use data::*;
pub use document::*;
pub use documents::*;
pub use hotline::*;
pub use matrix::*;
pub use plan::*;
pub use poster::*;
pub use progress::*;
pub use responsibilities::*;
pub use search::*;
pub use staleness::*;
pub use target::*;
pub use trace::*;

use crate::lang::Lang;
use serde::Serialize;
use std::collections::BTreeMap;

/// A short text of the content. In templates: `{{ x | words }}`.
#[derive(Debug, Clone, Serialize, PartialEq)]
pub struct Words {
    /// The text.
    pub text: String,
    /// Its language, where that is not the page's.
    pub lang: Option<Lang>,
}

/// A text with Markdown. In templates: `{{ x | inline }}`, or `{{ x | blocks }}` for a whole page.
#[derive(Debug, Clone, Serialize)]
pub struct ProseView {
    /// The Markdown.
    pub markdown: String,
    /// Its language, where that is not the page's.
    pub lang: Option<Lang>,
    /// The address for each destination that is written in it.
    pub links: BTreeMap<String, String>,
    /// Where it is written.
    #[serde(skip_serializing_if = "Trace::is_empty")]
    pub trace: Trace,
}

/// What a link, a breadcrumb or a heading says: words of the content, or the key of one of the theme's strings.
/// In templates: `{{ x | label }}`.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Label {
    /// Of the content.
    Words(Words),
    /// Of the theme.
    Key {
        /// `nav.home`, `nav.hotlines`, `nav.plans`, `nav.agencies`, `nav.documents`, `nav.comparison`, `nav.calendar`, `nav.search`, `nav.data`, `plan.document`, `plan.targets`, `plan.responsibilities`,
        /// `not_found.title`.
        key: &'static str,
    },
}

/// A link with its words.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// Relative to the page.
    pub href: String,
    /// What it says.
    pub label: Words,
}

/// A date in the page's language, and for machines.
#[derive(Debug, Clone, Serialize, PartialEq)]
pub struct DateView {
    /// ISO 8601, as exact as it is known.
    pub iso: String,
    /// As the language writes it.
    pub text: String,
}

/// A step of the way from home to this page.
#[derive(Debug, Clone, Serialize)]
pub struct Crumb {
    /// What it is called.
    pub label: Label,
    /// Where it is; none for the page itself.
    pub href: Option<String>,
}

/// An entry of the main navigation.
#[derive(Debug, Clone, Serialize)]
pub struct NavEntry {
    /// Key of the theme's string.
    pub key: &'static str,
    /// Where it is.
    pub href: String,
    /// `page` on that very page, `true` on a page below it, else none: the value of `aria-current`.
    pub current: Option<&'static str>,
}

/// The same page in a language.
#[derive(Debug, Clone, Serialize)]
pub struct Alternate {
    /// Which.
    pub lang: Lang,
    /// The language's name in itself.
    pub name: String,
    /// Relative to the page.
    pub href: String,
    /// The whole address.
    pub url: String,
    /// Whether it is this very page.
    pub current: bool,
}

/// What stands around the content of every page.
#[derive(Debug, Clone, Serialize)]
pub struct Frame {
    /// The page's language.
    pub lang: Lang,
    /// The page's title.
    pub title: Label,
    /// What the page belongs to (a plan's title), for `<title>`.
    pub of: Option<Words>,
    /// What the portal is called.
    pub site_title: Words,
    /// The line under it.
    pub tagline: Option<Words>,
    /// From the page to the site's root, ending in `/` or empty: before addresses of static files.
    pub root: String,
    /// Home in the page's language.
    pub home: String,
    /// The whole address of this page.
    pub canonical: String,
    /// The whole address of the picture that others show beside a link to it (1200 by 630 pixels).
    pub card: Option<String>,
    /// This page in every language, itself included.
    pub alternates: Vec<Alternate>,
    /// The whole address in the default language, for `x-default`.
    pub x_default: String,
    /// The main navigation.
    pub nav: Vec<NavEntry>,
    /// The way from home; empty on home.
    pub crumbs: Vec<Crumb>,
    /// Numbers that can be called from this page, the nearest place's first.
    pub calls: Vec<Call>,
    /// The page of hotlines.
    pub hotlines: String,
    /// Where the exit button leads, on pages for people in danger.
    pub exit: Option<String>,
    /// How these pages are kept for use without a connection, where that can be done.
    pub keep: Option<KeepView>,
    /// Free pages for people in danger, this one left out.
    pub help: Vec<Link>,
    /// The page of search.
    pub search: String,
    /// The page of data files.
    pub data: String,
    /// Free pages.
    pub footer: Vec<Link>,
    /// Whom to write to about the portal.
    pub contact: Option<ContactView>,
    /// Under which licence the data stands.
    pub licence: Option<LicenceView>,
    /// The day as of which the site was built.
    pub as_of: DateView,
    /// Whether search engines shall leave the page alone (a sample plan, the 404 page).
    pub noindex: bool,
    /// Where it is written.
    #[serde(skip_serializing_if = "Trace::is_empty")]
    pub trace: Trace,
}

/// How the pages for people in danger are kept on a reader's device.
#[derive(Debug, Clone, Serialize)]
pub struct KeepView {
    /// The service worker's script, relative to the page.
    pub worker: String,
    /// The folders for which it answers, relative to the page, with spaces between.
    pub scopes: String,
}

/// A number in the call bar.
#[derive(Debug, Clone, Serialize)]
pub struct Call {
    /// Letter by letter.
    pub shown: String,
    /// The `tel:` address.
    pub href: String,
    /// Whose it is.
    pub name: Words,
    /// Whether plans alone speak of it, and nobody has rung it.
    pub unconfirmed: bool,
    /// Whether it is stated that a call costs nothing.
    pub free: bool,
    /// Whether it is stated that it answers day and night.
    pub always: bool,
    /// Where it is written.
    #[serde(skip_serializing_if = "Trace::is_empty")]
    pub trace: Trace,
}

/// Whom to write to.
#[derive(Debug, Clone, Serialize)]
pub struct ContactView {
    /// Who.
    pub name: Words,
    /// Address of electronic mail.
    pub email: Option<String>,
    /// A `mailto:` address for a letter about this page, where there is an address of electronic mail.
    pub report: Option<String>,
    /// As typed.
    pub phone: Option<String>,
    /// Address of a page.
    pub url: Option<String>,
}

/// Terms of use.
#[derive(Debug, Clone, Serialize)]
pub struct LicenceView {
    /// What it is called.
    pub name: Words,
    /// Its text.
    pub url: Option<String>,
}

/// What a fact rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SourceView {
    /// Its title.
    pub title: Words,
    /// Its period, where it is a plan.
    pub period: Option<PeriodView>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where it can be read: on this site or elsewhere.
    pub href: Option<String>,
    /// When it was published.
    pub date: Option<DateView>,
    /// When it was read.
    pub read: Option<DateView>,
    /// Whether a machine's translation was read.
    pub machine_translated: bool,
}

/// What became of a place or an agency.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeView {
    /// When.
    pub date: DateView,
    /// What happened.
    pub text: ProseView,
    /// What took its place, if that is in the portal.
    pub successor: Option<PartnerView>,
    /// Who says so.
    pub source: SourceView,
}

/// What a page shows, by its kind.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
#[expect(clippy::large_enum_variant, reason = "one at a time, while its page is rendered")]
pub enum Body {
    /// `home.html`
    Home(HomeView),
    /// `hotlines.html`
    Hotlines(HotlinesView),
    /// `poster.html`
    Poster(PosterView),
    /// `plans.html`
    Plans(PlansView),
    /// `plan.html`
    Plan(PlanView),
    /// `document.html`
    Document(DocumentView),
    /// `targets.html`
    Targets(TargetsView),
    /// `target.html`
    Target(TargetView),
    /// `responsibilities.html`
    Responsibilities(ResponsibilitiesView),
    /// `documents.html`
    Documents(DocumentsView),
    /// `comparisons.html`
    Comparisons(ComparisonsView),
    /// `comparison.html`
    Comparison(ComparisonView),
    /// `calendar.html`
    Calendar(CalendarView),
    /// `agencies.html`
    Agencies(AgenciesView),
    /// `agency.html`
    Agency(AgencyView),
    /// `search.html`
    Search(SearchView),
    /// `data.html`
    Data(DataView),
    /// `method.html`
    Method(MethodView),
    /// `page.html`
    Page(FreePageView),
    /// `404.html`
    NotFound(NotFoundView),
    /// `moved.html`
    Moved(MovedView),
}

/// A page, whole: templates see its two fields as `frame` and `page`.
#[derive(Debug, Clone, Serialize)]
pub struct View {
    /// What stands around.
    pub frame: Frame,
    /// What it shows.
    pub page: Body,
}

/// Home.
#[derive(Debug, Clone, Serialize)]
pub struct HomeView {
    /// All hotlines that home's place has; the first is the one to show large.
    pub hotlines: Vec<HotlineView>,
    /// Every plan.
    pub plans: Vec<PlanCard>,
    /// How many of each there are: figures at a glance.
    pub counts: Counts,
    /// How far the measures of all plans are; none where none has a figure.
    pub standing: Option<StandingView>,
    /// Reports of all plans of which figures are awaited.
    pub awaited: Vec<AwaitedView>,
    /// The latest figures over all plans.
    pub latest: Vec<LatestObservation>,
    /// The list of comparisons; none where there is none.
    pub comparisons: Option<String>,
    /// The next reports due over all plans, at most three; empty where none is to come.
    pub next: Vec<Deadline>,
}

/// Figures at a glance.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Counts {
    /// Plans.
    pub plans: usize,
    /// Measures with a figure.
    pub measures: usize,
    /// Measures without a figure.
    pub qualitative: usize,
    /// Duties.
    pub duties: usize,
    /// Agencies with duties.
    pub agencies: usize,
    /// Reports owed.
    pub reports: usize,
    /// Documents cited.
    pub documents: usize,
}

/// An address that a page has left.
#[derive(Debug, Clone, Serialize)]
pub struct MovedView {
    /// Where the page is now. The label is the page's title.
    pub to: TitledLink,
}

/// A link that says what its page is called.
#[derive(Debug, Clone, Serialize)]
pub struct TitledLink {
    /// Relative to the page.
    pub href: String,
    /// What it says.
    pub label: Label,
}

/// A free page.
#[derive(Debug, Clone, Serialize)]
pub struct FreePageView {
    /// Its text.
    pub body: ProseView,
}

/// The 404 page; links absolute, since it is shown at any address.
#[derive(Debug, Clone, Serialize)]
pub struct NotFoundView {
    /// The other languages, in which it says the same: language and home.
    pub others: Vec<Alternate>,
}
