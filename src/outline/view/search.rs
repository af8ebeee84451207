use super::{Link, Words};
use serde::Serialize;

macro_rules! entry_kinds {
    ($( $(#[$doc:meta])* $kind:ident $one:literal $many:literal )*) => {
        /// What the search finds.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum EntryKind { $( $(#[$doc])* $kind, )* }

        impl EntryKind {
            /// All of them, in the order in which the search looks through them: whom to call comes first.
            pub const ALL: &'static [EntryKind] = &[ $( EntryKind::$kind, )* ];

            /// Keys of the theme's strings: for one of them, and for a list.
            pub fn keys(self) -> SearchKind {
                match self { $( EntryKind::$kind => SearchKind { one: $one, many: $many }, )* }
            }
        }
    };
}

entry_kinds! {
    /// A number to call.
    Hotline "search.hotline" "nav.hotlines"
    /// A plan.
    Plan "search.plan" "nav.plans"
    /// An agency that has a page.
    Agency "search.agency" "nav.agencies"
    /// A document that plans cite.
    Document "search.document" "nav.documents"
    /// A measure of a plan.
    Target "search.target" "plan.targets"
    /// A duty that a plan gives.
    Duty "search.duty" "search.duties"
}

/// How a kind of what is found is called.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct SearchKind {
    /// Key of the theme's string for one.
    pub one: &'static str,
    /// Key of the theme's string for many.
    pub many: &'static str,
}

/// What the search finds: an entry of its index.
#[derive(Debug, Clone)]
pub struct Entry {
    /// From the page of search.
    pub href: String,
    /// The number that stands before its name: a hotline's, a document's.
    pub number: Option<String>,
    /// What it is called.
    pub title: Words,
    /// What it says.
    pub text: Option<Words>,
    /// Whose it is.
    pub place: Option<Words>,
    /// The plan that it stands in, and that plan's number or date of issue.
    pub plan: Option<(Words, String)>,
    /// A number to call: as it is shown, and as it is dialled.
    pub call: Option<(String, String)>,
}

/// The page of search: without a script, an index from A to Z.
#[derive(Debug, Clone, Serialize)]
pub struct SearchView {
    /// The kinds of what is found, in the order of [`EntryKind::ALL`].
    pub kinds: Vec<SearchKind>,
    /// The letters that something begins with, as the language orders them; numbers first.
    pub letters: Vec<IndexLetter>,
    /// Whether targets are among them: in a large portal they stand on the pages of their plans alone.
    pub targets: bool,
    /// The page of all agencies: duties stand on theirs.
    pub agencies: String,
    /// The page of all plans.
    pub plans: String,
}

/// What begins with a letter.
#[derive(Debug, Clone, Serialize)]
pub struct IndexLetter {
    /// The letter, large; none for what begins with a number.
    pub letter: Option<String>,
    /// For links to it.
    pub anchor: String,
    /// In the order of the language; never empty.
    pub entries: Vec<IndexEntry>,
}

/// An entry of the index from A to Z.
#[derive(Debug, Clone, Serialize)]
pub struct IndexEntry {
    /// Where it is.
    pub link: Link,
    /// Key of the theme's string for what it is.
    pub kind: &'static str,
    /// Its number, where it has one that is not its name.
    pub number: Option<String>,
    /// Whose it is.
    pub place: Option<Words>,
    /// The plan that it stands in.
    pub plan: Option<Words>,
}
