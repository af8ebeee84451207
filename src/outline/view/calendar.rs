use super::{Deadline, PlanLink};
use serde::Serialize;

/// The calendar: reports due and events of all plans.
#[derive(Debug, Clone, Serialize)]
pub struct CalendarView {
    /// What is not over on the as-of date, the nearest first.
    pub coming: Vec<CalendarYear>,
    /// What is over, the newest first.
    pub past: Vec<CalendarYear>,
    /// What has no date, plan by plan: again and again without a day, on request, not stated.
    pub undated: Vec<PlanDeadlines>,
    /// All of it as a file; none where nothing has a date.
    pub file: Option<CalendarFile>,
    /// The plans whose calendar it is.
    pub plans: Vec<PlanFile>,
}

/// A year of the calendar.
#[derive(Debug, Clone, Serialize)]
pub struct CalendarYear {
    /// Which.
    pub year: String,
    /// For links to it.
    pub anchor: String,
    /// Its months; never empty ones.
    pub months: Vec<CalendarMonth>,
}

/// A month of the calendar.
#[derive(Debug, Clone, Serialize)]
pub struct CalendarMonth {
    /// 1 to 12; none of what is stated to be in the year, or in a quarter of it, without a month.
    pub month: Option<i8>,
    /// What is due then, in the order of its list.
    pub deadlines: Vec<Deadline>,
}

/// Reports and events of one plan.
#[derive(Debug, Clone, Serialize)]
pub struct PlanDeadlines {
    /// The plan.
    pub plan: PlanLink,
    /// They, in the order of print; never empty.
    pub deadlines: Vec<Deadline>,
}

/// A calendar as a file.
#[derive(Debug, Clone, Serialize)]
pub struct CalendarFile {
    /// What it is called: `calendar.ics`.
    pub name: String,
    /// The file itself.
    pub href: String,
    /// The whole address, for those who subscribe; none while the site has no true one.
    pub url: Option<String>,
}

/// A plan with its calendar.
#[derive(Debug, Clone, Serialize)]
pub struct PlanFile {
    /// The plan.
    pub plan: PlanLink,
    /// Its calendar; none where nothing in it has a date.
    pub file: Option<CalendarFile>,
}
