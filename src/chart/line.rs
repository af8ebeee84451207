//! A measure over time: figures by the last days of their periods, between baseline and goal.
//!
//! Years stand at their last days, so that the figure of a year stands over its number. A line joins two figures only
//! where the period of the one follows on that of the other: a gap stays a gap.

use super::bullet::share;
use super::px;
use super::scale::Scale;
use crate::lang::Decimal;
use jiff::civil::{Date, date};
use serde::Serialize;

/// What a chart over time shows, all in one unit.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// The figures, the earliest first.
    pub marks: &'a [Mark],
    /// The baseline; it is a figure of its time.
    pub baseline: Option<Mark>,
    /// The goal; of a range, both edges.
    pub goal: (Decimal, Option<Decimal>),
    /// The last day of the deadline.
    pub due: Date,
    /// Where an even pace would lead: from the baseline to this figure at the deadline.
    pub path: Option<Decimal>,
    /// Figures on the way.
    pub milestones: &'a [(Date, Decimal)],
    /// The most that there can be, such as 100 %.
    pub whole: Option<Decimal>,
}

/// A figure of a period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The figure.
    pub value: Decimal,
    /// Whether it will not change any more.
    pub firm: bool,
}

/// Whether a drawing is the narrow one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Narrow(pub bool);

/// A drawing: everything as SVG takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LineDrawing {
    /// How wide it is.
    pub width: u16,
    /// How high it is.
    pub height: u16,
    /// The plot's left edge.
    pub left: String,
    /// Its right edge.
    pub right: String,
    /// Its upper edge.
    pub top: String,
    /// Its lower edge: zero.
    pub bottom: String,
    /// Values on the upright axis.
    pub ticks: Vec<Tick>,
    /// Years.
    pub years: Vec<Year>,
    /// Lines between figures whose periods follow on each other.
    pub runs: Vec<Run>,
    /// The figures, in the order given.
    pub marks: Vec<Point>,
    /// Times between two figures for which there is none.
    pub gaps: Vec<Gap>,
    /// The baseline.
    pub baseline: Option<Point>,
    /// The goal, or the lower edge of a range.
    pub goal: String,
    /// The upper edge of a range.
    pub high: Option<String>,
    /// The even pace.
    pub path: Option<[Point; 2]>,
    /// Figures on the way.
    pub milestones: Vec<Point>,
    /// Where the label of the last figure stands.
    pub last: Option<Label>,
}

/// A value on the upright axis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tick {
    /// Where.
    pub y: String,
    /// Which.
    #[serde(skip)]
    pub value: Decimal,
    /// Whether it has a grid line: not near the goal's, which would be taken for it.
    pub line: bool,
}

/// A year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Year {
    /// Where its last day stands.
    pub x: String,
    /// Which.
    pub year: i16,
    /// Whether there is room for its number.
    pub shown: bool,
}

/// A line between figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Run {
    /// As the `d` of a path.
    pub d: String,
    /// Whether the figure at its end will not change any more.
    pub firm: bool,
}

/// A time for which there is no figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// Its middle.
    pub x: String,
    /// Whether there is room for a word.
    pub room: bool,
}

/// A figure's place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Point {
    /// Across.
    pub x: String,
    /// Down.
    pub y: String,
    /// Whether it will not change any more.
    pub firm: bool,
}

/// Where a label stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Label {
    /// Across.
    pub x: String,
    /// Down, of its base line.
    pub y: String,
    /// `start` or `end`.
    pub anchor: &'static str,
}

/// The plot inside a drawing.
struct Plot {
    width: u16,
    height: u16,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    first: Date,
    days: f64,
    scale: Scale,
}

impl Plot {
    fn x(&self, day: Date) -> f64 {
        self.left + (self.right - self.left) * f64::from((day - self.first).get_days()) / self.days
    }

    fn y(&self, value: Decimal) -> f64 {
        self.bottom - (self.bottom - self.top) * share(self.scale, value)
    }

    fn point(&self, mark: &Mark) -> Point {
        Point { x: px(self.x(mark.to)), y: px(self.y(mark.value)), firm: mark.firm }
    }
}

/// The narrow drawing's size, its margins (left, right, top, bottom), and how far apart the numbers of years stand.
const NARROW: ([u16; 2], [f64; 4], f64) = ([294, 260], [40.0, 16.0, 30.0, 40.0], 44.0);
/// The wide drawing's.
const WIDE: ([u16; 2], [f64; 4], f64) = ([900, 340], [48.0, 150.0, 30.0, 44.0], 48.0);

/// One of the two drawings, or none where no scale holds the figures.
pub fn line(of: &Line, narrow: Narrow) -> Option<LineDrawing> {
    let (size, margins, apart) = if narrow.0 { NARROW } else { WIDE };
    let plot = plot(of, size, margins)?;
    let goal = plot.y(of.goal.0);
    let series: Vec<Mark> = of.baseline.iter().chain(of.marks).copied().collect();
    Some(LineDrawing {
        width: plot.width,
        height: plot.height,
        left: px(plot.left),
        right: px(plot.right),
        top: px(plot.top),
        bottom: px(plot.bottom),
        ticks: ticks(&plot, goal, narrow),
        years: years(&plot, apart),
        runs: series.windows(2).filter(|pair| follow(pair[0], pair[1])).map(|pair| run(&plot, pair)).collect(),
        marks: of.marks.iter().map(|mark| plot.point(mark)).collect(),
        gaps: of.marks.windows(2).filter_map(|pair| gap(&plot, pair[0], pair[1])).collect(),
        baseline: of.baseline.as_ref().map(|mark| plot.point(mark)),
        goal: px(goal),
        high: of.goal.1.map(|high| px(plot.y(high))),
        path: of.baseline.zip(of.path).map(|(from, to)| {
            let end = Mark { from: of.due, to: of.due, value: to, firm: true };
            [plot.point(&from), plot.point(&end)]
        }),
        milestones: of
            .milestones
            .iter()
            .map(|(day, value)| plot.point(&Mark { from: *day, to: *day, value: *value, firm: true }))
            .collect(),
        last: of.marks.last().map(|mark| last_label(&plot, mark, of.goal, narrow)),
    })
}

fn plot(of: &Line, [width, height]: [u16; 2], [left, right, top, bottom]: [f64; 4]) -> Option<Plot> {
    let figures = of.baseline.iter().chain(of.marks).map(|mark| mark.value);
    let goals = [Some(of.goal.0), of.goal.1].into_iter().flatten();
    let milestones = of.milestones.iter().map(|(_, value)| *value);
    let scale = Scale::holding(figures.chain(goals).chain(milestones), of.whole)?;
    let days = of.baseline.iter().chain(of.marks).map(|mark| mark.to).chain([of.due]);
    let (earliest, latest) = (days.clone().min()?, days.max()?);
    let first = end_of_year_up_to(earliest);
    let last = date(latest.year(), 12, 31).max(date((first.year() + 1).min(9999), 12, 31));
    Some(Plot {
        width,
        height,
        left,
        right: f64::from(width) - right,
        top,
        bottom: f64::from(height) - bottom,
        first,
        days: f64::from((last - first).get_days()),
        scale,
    })
}

/// The last 31 December up to a day.
fn end_of_year_up_to(day: Date) -> Date {
    let own = date(day.year(), 12, 31);
    if day == own { own } else { date((day.year() - 1).max(-9999), 12, 31) }
}

/// A line near the goal's would be taken for it.
const NEAR: f64 = 16.0;

fn ticks(plot: &Plot, goal: f64, narrow: Narrow) -> Vec<Tick> {
    let all: Vec<Decimal> = plot.scale.ticks().collect();
    let steps = all.len() - 1;
    let chosen = |at: usize| !narrow.0 || at == 0 || at == steps || (steps.is_multiple_of(2) && at == steps / 2);
    let tick = |value: Decimal| {
        let y = plot.y(value);
        Tick { y: px(y), value, line: (y - goal).abs() >= NEAR }
    };
    all.into_iter().enumerate().filter(|(at, _)| chosen(*at)).map(|(_, value)| tick(value)).collect()
}

/// The ends of all years; numbers as close as there is room, always with the last.
fn years(plot: &Plot, apart: f64) -> Vec<Year> {
    let last = (plot.first.year()..=9999).take_while(|year| plot.x(date(*year, 12, 31)) <= plot.right + 0.05).last();
    let last = last.unwrap_or(plot.first.year());
    let mut years: Vec<Year> = Vec::new();
    let mut free = f64::INFINITY;
    for year in (plot.first.year()..=last).rev() {
        let x = plot.x(date(year, 12, 31));
        let shown = free - x >= apart;
        if shown {
            free = x;
        }
        years.push(Year { x: px(x), year, shown });
    }
    years.reverse();
    years
}

/// Whether the period of a figure follows on that of another.
fn follow(first: Mark, second: Mark) -> bool {
    first.to.tomorrow().is_ok_and(|day| day == second.from)
}

fn run(plot: &Plot, pair: &[Mark]) -> Run {
    let [from, to] = [plot.point(&pair[0]), plot.point(&pair[1])];
    Run { d: format!("M{} {}L{} {}", from.x, from.y, to.x, to.y), firm: to.firm }
}

/// How much room the words for a gap take.
const WORD: f64 = 64.0;

/// The time between two figures for which there is none; days without a period leave none.
fn gap(plot: &Plot, first: Mark, second: Mark) -> Option<Gap> {
    let periods = first.from < first.to && second.from < second.to;
    let open = periods && first.to < second.from && !follow(first, second);
    let (from, to) = (plot.x(first.to), plot.x(second.to));
    open.then(|| Gap { x: px((from + to) / 2.0), room: to - from >= WORD })
}

fn last_label(plot: &Plot, mark: &Mark, goal: (Decimal, Option<Decimal>), narrow: Narrow) -> Label {
    let (x, y) = (plot.x(mark.to), plot.y(mark.value));
    // Under the figure, unless the axis is there; beside it where there is room and the goal's label is not near.
    let near = |edge: Decimal| (y - plot.y(edge)).abs() < NEAR * 1.5;
    let beside = !narrow.0 && !near(goal.0) && !goal.1.is_some_and(near);
    if beside {
        return Label { x: px(x + 14.0), y: px(y + 5.0), anchor: "start" };
    }
    let under = y + 26.0 <= plot.bottom - 8.0;
    let y = if under { y + 26.0 } else { y - 14.0 };
    let end = x > (plot.left + plot.right) / 2.0;
    Label { x: px(if end { x + 8.0 } else { x - 8.0 }), y: px(y), anchor: if end { "end" } else { "start" } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(value: i64) -> Decimal {
        Decimal::from(value)
    }

    fn year(year: i16, value: i64) -> Mark {
        Mark { from: date(year, 1, 1), to: date(year, 12, 31), value: n(value), firm: true }
    }

    fn of<'a>(marks: &'a [Mark]) -> Line<'a> {
        Line {
            marks,
            baseline: Some(year(2020, 40)),
            goal: (n(90), None),
            due: date(2025, 12, 31),
            path: Some(n(90)),
            milestones: &[],
            whole: Some(n(100)),
        }
    }

    #[test]
    fn the_figure_of_a_year_stands_over_its_number() {
        let marks = [year(2021, 50), year(2022, 60)];
        let drawing = line(&of(&marks), Narrow(false)).unwrap();
        assert_eq!(drawing.marks[1].x, drawing.years.iter().find(|at| at.year == 2022).unwrap().x);
        assert_eq!((drawing.years[0].year, drawing.years.last().unwrap().year), (2020, 2025));
        assert_eq!((drawing.years[0].x.as_str(), drawing.years.last().unwrap().x.as_str()), ("48.0", "750.0"));
    }

    #[test]
    fn a_missing_year_breaks_the_line_and_is_named() {
        let marks = [year(2021, 50), year(2023, 60), year(2024, 70)];
        let drawing = line(&of(&marks), Narrow(false)).unwrap();
        assert_eq!((drawing.runs.len(), drawing.gaps.len()), (2, 1), "baseline to 2021, 2023 to 2024");
    }

    #[test]
    fn a_line_to_a_figure_that_may_change_is_no_firm_one() {
        let marks = [year(2021, 50), Mark { firm: false, ..year(2022, 60) }];
        let drawing = line(&of(&marks), Narrow(true)).unwrap();
        assert_eq!(drawing.runs.iter().map(|run| run.firm).collect::<Vec<_>>(), [true, false]);
    }

    #[test]
    fn the_numbers_of_years_keep_their_distance_and_the_last_is_shown() {
        let mut long = of(&[]);
        long.due = date(2035, 12, 31);
        let drawing = line(&long, Narrow(true)).unwrap();
        let shown: Vec<&Year> = drawing.years.iter().filter(|year| year.shown).collect();
        assert_eq!(shown.last().unwrap().year, 2035);
        for pair in shown.windows(2) {
            let (a, b): (f64, f64) = (pair[0].x.parse().unwrap(), pair[1].x.parse().unwrap());
            assert!(b - a >= 43.9, "{a} {b}");
        }
    }

    #[test]
    fn everything_stays_inside_the_drawing() {
        for narrow in [Narrow(true), Narrow(false)] {
            let marks = [year(2021, 0), year(2022, 100)];
            let drawing = line(&of(&marks), narrow).unwrap();
            for point in drawing.marks.iter().chain(&drawing.baseline) {
                let (x, y): (f64, f64) = (point.x.parse().unwrap(), point.y.parse().unwrap());
                assert!(
                    (0.0..=f64::from(drawing.width)).contains(&x) && (0.0..=f64::from(drawing.height)).contains(&y)
                );
            }
        }
    }
}
