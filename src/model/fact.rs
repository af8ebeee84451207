use super::{Agency, Id, Item, Ix, Rule, Stated};
use crate::diag::Span;
use crate::lang::{PartialDate, Period, Text};

/// When a measure is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The last of it counts.
    pub by: PartialDate,
    /// Printed in the sentence, or implied by the plan.
    pub stated: Stated,
}

/// What an agency, or several, must do.
#[derive(Debug)]
pub struct Duty {
    /// Who; never empty.
    pub agencies: Vec<Ix<Agency>>,
    /// As what.
    pub role: Role,
    /// With whom.
    pub partners: Vec<Partner>,
    /// Which part of the paragraph, where it holds several duties.
    pub label: Option<Text>,
    /// To whom the result goes on.
    pub then: Option<Partner>,
    /// The paragraph that states it.
    pub item: Ix<Item>,
    /// Where it is written.
    pub span: Span,
}

/// The role of an agency in a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Chủ trì.
    Lead,
    /// Given the duty, no word about others.
    Assigned,
    /// Phối hợp.
    Coordinate,
    /// Đề nghị.
    Requested,
}

/// Someone a plan names.
#[derive(Debug)]
pub enum Partner {
    /// An agency of the portal.
    Agency(Ix<Agency>),
    /// In the words of the plan.
    Named(Text),
}

/// A report that is owed.
#[derive(Debug)]
pub struct Report {
    /// Its id, unique in the plan.
    pub id: Id,
    /// What it is called.
    pub label: Option<Text>,
    /// Who owes it; never empty.
    pub from: Vec<Partner>,
    /// To whom; empty where the plan does not say.
    pub to: Vec<Partner>,
    /// Through whom.
    pub via: Option<Partner>,
    /// When.
    pub due: ReportDue,
    /// What happens next with it.
    pub then: Option<Then>,
    /// The paragraph that states it.
    pub item: Ix<Item>,
    /// Where it is written.
    pub span: Span,
}

/// Where a report goes on to.
#[derive(Debug)]
pub struct Then {
    /// To whom; never empty.
    pub to: Vec<Partner>,
    /// When.
    pub due: ReportDue,
}

/// When a report is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportDue {
    /// A date.
    Dated {
        /// Before, until or on it.
        timing: Timing,
        /// The date.
        date: PartialDate,
        /// Whether the year is printed.
        year: Stated,
    },
    /// Some day within a period.
    Within(Period),
    /// A day of a month that recurs.
    Rule(Rule),
    /// Again and again, no day stated.
    Every(Cycle),
    /// When asked, or when there is something to report.
    OnRequest,
    /// Not stated.
    NotStated,
}

/// How a date is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// Before that day.
    Before,
    /// On that day at the latest.
    By,
    /// On that day.
    On,
}

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cycle {
    /// Each month.
    Month,
    /// Each quarter.
    Quarter,
    /// Each half-year.
    HalfYear,
    /// After nine months.
    NineMonths,
    /// Each year.
    Year,
}

/// Something that takes place.
#[derive(Debug)]
pub struct Event {
    /// Its id, unique in the plan.
    pub id: Id,
    /// What.
    pub name: Text,
    /// From when, as far as stated.
    pub from: Option<PartialDate>,
    /// Until when; not before it begins.
    pub to: Option<PartialDate>,
    /// Whether the year is printed.
    pub year: Stated,
    /// Its theme.
    pub theme: Option<Text>,
    /// The paragraph that states it.
    pub item: Ix<Item>,
    /// Where it is written.
    pub span: Span,
}

/// Where money comes from.
#[derive(Debug)]
pub struct Funding {
    /// Whose it is.
    pub level: FundingLevel,
    /// In a few words of the plan.
    pub source: Option<Text>,
    /// How much.
    pub amount: FundingAmount,
    /// The paragraph that states it.
    pub item: Ix<Item>,
    /// Where it is written.
    pub span: Span,
}

/// How much money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FundingAmount {
    /// Not stated.
    NotStated,
    /// Vietnamese đồng.
    Vnd(crate::lang::Decimal),
}

/// Whose money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FundingLevel {
    /// The State's central budget.
    Central,
    /// The province's budget.
    Province,
    /// The district's budget.
    District,
    /// The commune's budget.
    Commune,
    /// Local budgets, of whichever level.
    Local,
    /// An agency's own budget estimate.
    Agency,
    /// Xã hội hóa.
    NonState,
    /// International aid.
    International,
    /// Any other.
    Other,
}
