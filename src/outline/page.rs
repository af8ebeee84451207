use super::route::Route;
use crate::lang::Lang;
use crate::model::{Agency, FreePage, Indicator, Ix, Measure, Place, Plan, Portal};

macro_rules! page_kinds {
    ($( $(#[$doc:meta])* $kind:ident $(($($about:ty),+))? $template:literal )*) => {
        /// What kind of page it is, and of what. The list gives each kind's template.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum PageKind { $( $(#[$doc])* $kind $(($($about),+))?, )* }

        impl PageKind {
            /// The templates of all kinds.
            pub const TEMPLATES: &'static [&'static str] = &[ $( $template, )* ];

            /// The template that shows it.
            pub fn template(self) -> &'static str {
                match self { $( PageKind::$kind { .. } => $template, )* }
            }
        }
    };
}

page_kinds! {
    /// Numbers to call, then the plans.
    Home "home.html"
    /// All numbers, by place.
    Hotlines "hotlines.html"
    /// A place's numbers on one sheet of paper.
    Poster(Ix<Place>, Paper) "poster.html"
    /// All plans, by place.
    Plans "plans.html"
    /// A plan's overview.
    Plan(Ix<Plan>) "plan.html"
    /// A plan's whole text.
    Document(Ix<Plan>) "document.html"
    /// A plan's measures.
    Targets(Ix<Plan>) "targets.html"
    /// One measure.
    Target(Ix<Plan>, Ix<Measure>) "target.html"
    /// Who must do what in a plan.
    Responsibilities(Ix<Plan>) "responsibilities.html"
    /// The documents that plans cite.
    Documents "documents.html"
    /// The indicators that several plans have.
    Comparisons "comparisons.html"
    /// What plans set for the same indicator.
    Comparison(Ix<Indicator>) "comparison.html"
    /// Reports due and events, by date.
    Calendar "calendar.html"
    /// All agencies that have a page, by place.
    Agencies "agencies.html"
    /// What an agency has to do over all plans.
    Agency(Ix<Agency>) "agency.html"
    /// Looking for words; an index from A to Z.
    Search "search.html"
    /// The data files, with what each column means.
    Data "data.html"
    /// How progress is measured.
    Method "method.html"
    /// A page of free text.
    Free(Ix<FreePage>) "page.html"
    /// Shown where there is no page, at any address.
    NotFound "404.html"
}

impl PageKind {
    /// The place that it belongs to.
    pub fn place(self, portal: &Portal) -> Option<Ix<Place>> {
        match self {
            PageKind::Agency(agency) => Some(portal[agency].place),
            PageKind::Poster(place, _) => Some(place),
            _ => self.plan().map(|plan| portal[plan].place),
        }
    }

    /// Whether it is for people who look for help: it has the exit button, and can be kept for use without a connection.
    pub fn is_for_help(self, portal: &Portal) -> bool {
        match self {
            PageKind::Hotlines | PageKind::Poster(..) => true,
            PageKind::Free(page) => portal[page].help,
            _ => false,
        }
    }

    /// The plan that it belongs to.
    pub fn plan(self) -> Option<Ix<Plan>> {
        match self {
            PageKind::Plan(plan)
            | PageKind::Document(plan)
            | PageKind::Targets(plan)
            | PageKind::Target(plan, _)
            | PageKind::Responsibilities(plan) => Some(plan),
            PageKind::Home
            | PageKind::Hotlines
            | PageKind::Poster(..)
            | PageKind::Plans
            | PageKind::Documents
            | PageKind::Comparisons
            | PageKind::Comparison(_)
            | PageKind::Calendar
            | PageKind::Agencies
            | PageKind::Agency(_)
            | PageKind::Search
            | PageKind::Data
            | PageKind::Method
            | PageKind::Free(_)
            | PageKind::NotFound => None,
        }
    }
}

/// The paper of a poster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Paper {
    /// 210 by 297 mm.
    A4,
    /// 148 by 210 mm.
    A5,
}

impl Paper {
    /// Every one, the largest first.
    pub const ALL: [Paper; 2] = [Paper::A4, Paper::A5];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Paper::A4 => "a4",
            Paper::A5 => "a5",
        }
    }
}

/// A page of the site: which, in which language, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Which.
    pub kind: PageKind,
    /// In which language.
    pub lang: Lang,
    /// Where.
    pub route: Route,
    /// Whether the page itself stands there, or a word of where it has gone.
    pub stands: Stands,
}

/// What is found at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// The page.
    Here,
    /// A word of where it is now: an address that was published stays.
    Moved,
}

impl Page {
    /// The template that shows it.
    pub fn template(&self) -> &'static str {
        match self.stands {
            Stands::Here => self.kind.template(),
            Stands::Moved => MOVED,
        }
    }
}

/// The template of addresses that a page has left.
pub(super) const MOVED: &str = "moved.html";
