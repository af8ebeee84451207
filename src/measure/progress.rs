//! Where a measure stands against its goal: the table of docs/progress.md, row by row.
//!
//! Pace is linear, as in the progress reports of UN ESCAP (*Asia and the Pacific SDG Progress Report*) and UNECA; the two
//! bounds are this project's own. Compound growth is not used: it breaks on a goal of zero.

use super::aim::{Aim, figure};
use crate::lang::Decimal;
use crate::model::{Measure, Milestone, Observation};
use jiff::civil::Date;

/// From this pace on a measure is on track.
pub const ON_TRACK: Decimal = Decimal::from_parts(95, 0, 0, false, 2);
/// From this pace on it is behind; below it, off track.
pub const BEHIND: Decimal = Decimal::from_parts(60, 0, 0, false, 2);

/// Where a measure stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Đã đạt.
    Met,
    /// Đúng tiến độ.
    OnTrack,
    /// Chậm tiến độ.
    Behind,
    /// Khó đạt.
    OffTrack,
    /// Không đạt: the deadline has passed.
    NotMet,
    /// Chưa đánh giá được.
    NotAssessed,
    /// Chưa có báo cáo.
    NoReport,
    /// Đã kết thúc, không có báo cáo.
    EndedWithoutReport,
}

impl State {
    /// All, in the order in which they are listed.
    pub const ALL: [State; 8] = [
        State::Met,
        State::OnTrack,
        State::Behind,
        State::OffTrack,
        State::NotMet,
        State::NotAssessed,
        State::NoReport,
        State::EndedWithoutReport,
    ];

    /// Its name in data files, style sheets and theme strings.
    pub const fn key(self) -> &'static str {
        match self {
            State::Met => "met",
            State::OnTrack => "on-track",
            State::Behind => "behind",
            State::OffTrack => "off-track",
            State::NotMet => "not-met",
            State::NotAssessed => "not-assessed",
            State::NoReport => "no-report",
            State::EndedWithoutReport => "ended-without-report",
        }
    }
}

/// The row of the table that decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The goal has no figure.
    NoFigure,
    /// Nothing was reported, and the deadline is to come.
    NoReportYet,
    /// Nothing was reported for the time up to the deadline, which has passed.
    EndedWithoutReport,
    /// The latest figure satisfies the goal.
    Satisfied,
    /// A goal to be kept was kept up to the deadline.
    KeptToTheEnd,
    /// The goal was reached, after the deadline.
    SatisfiedLate,
    /// The latest figure up to the deadline does not satisfy the goal.
    NotSatisfied,
    /// A goal to be kept is broken.
    Broken,
    /// A goal to be kept is kept.
    Kept,
    /// There is no baseline with a figure and a date.
    NoBaseline,
    /// The figure is of the baseline's time, or earlier.
    NotAfterBaseline,
    /// The baseline is the goal.
    NoWay,
    /// The pace is held against the bounds.
    Pace,
    /// The pace would be enough, but a milestone was missed.
    MilestoneMissed,
}

impl Rule {
    /// Its name in data files and theme strings.
    pub const fn key(self) -> &'static str {
        match self {
            Rule::NoFigure => "no-figure",
            Rule::NoReportYet => "no-report-yet",
            Rule::EndedWithoutReport => "ended-without-report",
            Rule::Satisfied => "satisfied",
            Rule::KeptToTheEnd => "kept-to-the-end",
            Rule::SatisfiedLate => "satisfied-late",
            Rule::NotSatisfied => "not-satisfied",
            Rule::Broken => "broken",
            Rule::Kept => "kept",
            Rule::NoBaseline => "no-baseline",
            Rule::NotAfterBaseline => "not-after-baseline",
            Rule::NoWay => "no-way",
            Rule::Pace => "pace",
            Rule::MilestoneMissed => "milestone-missed",
        }
    }
}

/// Where a measure stands, with all that decided it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Assessment {
    /// Where it stands.
    pub state: State,
    /// Why.
    pub rule: Rule,
    /// The observation that was judged, by its place in the measure's list.
    pub judged: Option<usize>,
    /// The milestone that was missed, by its place in the measure's list.
    pub missed: Option<usize>,
    /// How fast it goes; only where the pace decided.
    pub pace: Option<Pace>,
}

/// The even way from baseline to goal, in the goal's unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Path {
    /// The baseline and the last day of its time.
    pub from: (Decimal, Date),
    /// The goal and the last day of its deadline, which is later; of a range, its nearer edge.
    pub to: (Decimal, Date),
}

impl Path {
    /// The way of a measure that has a baseline with figure and date before its deadline, and somewhere to go.
    pub(super) fn of(measure: &Measure, due: Date) -> Option<Path> {
        let aim = Aim::of(measure).filter(|aim| !aim.kept)?;
        let from = aim.baseline?;
        let to = (aim.edge(from.0), due);
        (to.0 != from.0 && from.1 < due).then_some(Path { from, to })
    }

    fn days(&self, until: Date) -> Decimal {
        Decimal::from((until - self.from.1).get_days())
    }

    /// The share of the time that is over on a day.
    fn elapsed(&self, day: Date) -> Decimal {
        share(self.days(day), self.days(self.to.1))
    }

    /// Where an even pace would be on a day.
    pub fn at(&self, day: Date) -> Decimal {
        let way = self.to.0.saturating_sub(self.from.0);
        self.from.0.saturating_add(way.saturating_mul(self.elapsed(day)))
    }
}

/// How fast a measure goes: all figures in the goal's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pace {
    /// From where to where.
    pub path: Path,
    /// The figure judged and the last day of its time.
    pub at: (Decimal, Date),
    /// The share of the way that is behind: 0 at the baseline, 1 at the goal.
    pub covered: Decimal,
    /// The share of the time that is behind.
    pub elapsed: Decimal,
    /// `covered / elapsed`.
    pub ratio: Decimal,
    /// Where an even pace would be on that day.
    pub expected: Decimal,
}

/// The observations that are known on a day, each period's last revision alone, the earliest first; by their places in
/// the measure's list, which is in the order of time.
pub fn current(measure: &Measure, as_of: Date) -> Vec<usize> {
    let known = |observation: &Observation| {
        observation.period.first_day() <= as_of && observation.revised.is_none_or(|day| day.first_day() <= as_of)
    };
    let all = &measure.observations;
    let mut current: Vec<usize> = Vec::new();
    for (at, observation) in all.iter().enumerate().filter(|(_, observation)| known(observation)) {
        match current.last_mut() {
            Some(last) if all[*last].period == observation.period => *last = at,
            _ => current.push(at),
        }
    }
    current
}

/// The figures of these observations as the goal counts; none where the goal has none.
pub(super) fn series(measure: &Measure, current: &[usize]) -> Vec<(usize, Decimal)> {
    let Some(aim) = Aim::of(measure) else { return Vec::new() };
    current.iter().map(|at| (*at, figure(&measure.observations[*at].amount, aim.goal))).collect()
}

/// Holds a measure's latest figure against its goal. `due` is the last day of its deadline.
pub fn assess(measure: &Measure, due: Date, as_of: Date) -> Assessment {
    let decided = |state, rule, judged| Assessment { state, rule, judged, missed: None, pace: None };
    let Some(aim) = Aim::of(measure) else {
        return decided(State::NotAssessed, Rule::NoFigure, None);
    };
    let current = current(measure, as_of);
    let of = |at: usize| figure(&measure.observations[at].amount, aim.goal);
    let satisfied = |at: &Option<usize>| at.is_some_and(|at| aim.satisfied(of(at)));
    let over = as_of > due;
    let latest = current.last().copied();
    let in_time = current.iter().copied().rfind(|at| measure.observations[*at].period.last_day() <= due);
    let Some(last) = latest else {
        let none = (State::NoReport, Rule::NoReportYet);
        let (state, rule) = if over { (State::EndedWithoutReport, Rule::EndedWithoutReport) } else { none };
        return decided(state, rule, None);
    };
    match (aim.kept, over) {
        (true, true) if satisfied(&in_time) => return decided(State::Met, Rule::KeptToTheEnd, in_time),
        (false, true) if satisfied(&in_time) => return decided(State::Met, Rule::Satisfied, in_time),
        (false, true) if satisfied(&latest) => return decided(State::Met, Rule::SatisfiedLate, latest),
        (_, true) if in_time.is_some() => return decided(State::NotMet, Rule::NotSatisfied, in_time),
        (_, true) => return decided(State::EndedWithoutReport, Rule::EndedWithoutReport, None),
        (false, false) if satisfied(&latest) => return decided(State::Met, Rule::Satisfied, latest),
        (true, false) if satisfied(&latest) => return decided(State::OnTrack, Rule::Kept, latest),
        (true, false) => return decided(State::OffTrack, Rule::Broken, latest),
        (false, false) => {}
    }
    let Some((from, since)) = aim.baseline else { return decided(State::NotAssessed, Rule::NoBaseline, latest) };
    let at = (of(last), measure.observations[last].period.last_day());
    if at.1 <= since || due <= since {
        return decided(State::NotAssessed, Rule::NotAfterBaseline, latest);
    }
    let to = aim.edge(from);
    if to == from {
        return decided(State::NotAssessed, Rule::NoWay, latest);
    }
    let (pace, state) = pace(Path { from: (from, since), to: (to, due) }, aim.distance(at.0), at);
    let missed = measure.milestones.iter().position(|milestone| missed(measure, &aim, milestone, &current, at.1));
    match missed {
        Some(_) if state == State::OnTrack => {
            let behind = decided(State::Behind, Rule::MilestoneMissed, latest);
            Assessment { missed, pace: Some(pace), ..behind }
        }
        _ => Assessment { missed, pace: Some(pace), ..decided(state, Rule::Pace, latest) },
    }
}

/// The pace and what it comes to. The bounds are held against products, which are exact where quotients are not.
/// `distance` is how far the figure `at` is from the goal.
pub fn pace(path: Path, distance: Decimal, at: (Decimal, Date)) -> (Pace, State) {
    let whole = path.to.0.saturating_sub(path.from.0).abs();
    let behind = whole.saturating_sub(distance);
    let (covered, elapsed) = (share(behind, whole), path.elapsed(at.1));
    let ratio = share(covered, elapsed);
    let products = behind.checked_mul(path.days(path.to.1)).zip(whole.checked_mul(path.days(at.1)));
    let at_least = |bound: Decimal| match products.and_then(|(way, time)| Some((way, time.checked_mul(bound)?))) {
        Some((way, needed)) => way >= needed,
        None => ratio >= bound,
    };
    let state = if at_least(ON_TRACK) {
        State::OnTrack
    } else if at_least(BEHIND) {
        State::Behind
    } else {
        State::OffTrack
    };
    (Pace { path, at, covered, elapsed, ratio, expected: path.at(at.1) }, state)
}

/// A quotient of which the divisor is known not to be zero.
fn share(part: Decimal, whole: Decimal) -> Decimal {
    part.checked_div(whole).unwrap_or_default()
}

/// Whether a milestone up to a day was missed: by the latest figure up to it, or else the first one after it.
fn missed(measure: &Measure, aim: &Aim, milestone: &Milestone, current: &[usize], until: Date) -> bool {
    let by = milestone.by.last_day();
    let end = |at: &usize| measure.observations[*at].period.last_day();
    let judged = current.iter().rfind(|at| end(at) <= by).or_else(|| current.iter().find(|at| end(at) > by));
    let wanted = figure(&milestone.amount, aim.goal);
    by <= until
        && judged.is_some_and(|at| !aim.at(wanted).satisfied(figure(&measure.observations[*at].amount, aim.goal)))
}
