use super::{Due, Id, Indicator, Item, Ix, Observation, Prose};
use crate::diag::Span;
use crate::lang::{Decimal, PartialDate, Text};

/// One figure, or one quality, that a plan sets: what a target page shows.
#[derive(Debug)]
pub struct Measure {
    /// Its id, unique in the plan.
    pub id: Id,
    /// Older ids, at whose addresses a word stands of where it is now.
    pub aliases: Vec<Id>,
    /// What is measured, in a few words.
    pub label: Text,
    /// What shall be reached.
    pub goal: Goal,
    /// Where it began.
    pub baseline: Option<Baseline>,
    /// When the goal shall be reached.
    pub due: Option<Due>,
    /// What shall be reached on the way, by date.
    pub milestones: Vec<Milestone>,
    /// A condition of the goal, such as "at least once".
    pub condition: Option<Text>,
    /// What it has in common with measures of other plans.
    pub indicator: Option<Ix<Indicator>>,
    /// What was reported, in the order of time; of one period, a revision after what it revises.
    pub observations: Vec<Observation>,
    /// A remark.
    pub note: Option<Prose>,
    /// The measure that it is a part of ("of these, ...").
    pub part_of: Option<(Ix<Measure>, Whole)>,
    /// The paragraph that states it.
    pub item: Ix<Item>,
    /// Where it is written.
    pub span: Span,
}

/// What a measure shall come to.
#[derive(Debug)]
pub enum Goal {
    /// No figure is set.
    Qualitative,
    /// Lower or higher than something that is not a figure.
    Relative {
        /// Which way.
        direction: Direction,
        /// Than what: "the same period of 2019".
        than: Text,
    },
    /// A figure.
    Figure {
        /// How the figure is meant.
        comparator: Comparator,
        /// Which way a bare or kept figure lies, where the sentence says so: "reduce to 1%".
        way: Option<Direction>,
        /// The figure.
        amount: Amount,
    },
    /// Between two figures.
    Range {
        /// The lower.
        low: Amount,
        /// The higher, not below the lower.
        high: Amount,
    },
}

/// Which way a relative goal leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Down.
    Lower,
    /// Up.
    Higher,
}

/// How a goal's figure is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparator {
    /// The sentence gives the bare figure: at least, or at most where the way is down.
    Reach,
    /// Not less.
    AtLeast,
    /// Not more.
    AtMost,
    /// Less.
    Under,
    /// More.
    Over,
    /// Neither more nor less.
    Exactly,
    /// Kept at that level.
    Maintain,
}

/// A figure with its unit: `1.1 %`, `150 of 200 communes`.
#[derive(Debug, Clone)]
pub struct Amount {
    /// The figure, with as many decimals as printed.
    pub value: Decimal,
    /// The whole, where the figure is a part of one; not below the figure.
    pub of: Option<Decimal>,
    /// What is counted.
    pub unit: Unit,
}

/// What a figure counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// Hundredths.
    Percent,
    /// So many of 1,000, 10,000 or 100,000.
    Per(u32),
    /// Things with a name.
    Named(Text),
    /// Not stated.
    Bare,
}

impl Unit {
    /// The units that every portal has, by their ids.
    pub const BUILT_IN: [(&'static str, Unit); 4] = [
        ("percent", Unit::Percent),
        ("per_1000", Unit::Per(1_000)),
        ("per_10000", Unit::Per(10_000)),
        ("per_100000", Unit::Per(100_000)),
    ];
}

/// Where a measure began.
#[derive(Debug)]
pub struct Baseline {
    /// The figure, if stated.
    pub amount: Option<Amount>,
    /// When it was so, if stated.
    pub period: Option<PartialDate>,
}

/// A figure on the way to the goal.
#[derive(Debug)]
pub struct Milestone {
    /// The figure.
    pub amount: Amount,
    /// When.
    pub by: PartialDate,
}

/// Whether something is printed or follows from the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stated {
    /// It is printed.
    Printed,
    /// It follows.
    Implied,
}

/// What a part is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// Of the measure above it.
    Whole,
    /// The sentence does not say.
    NotStated,
}
