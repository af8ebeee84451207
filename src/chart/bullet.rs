//! A bullet bar: the latest figure against goal, baseline and where it should be by now.

use super::px;
use super::scale::Scale;
use crate::lang::Decimal;
use serde::Serialize;

/// What a bullet bar shows, all in one unit.
#[derive(Debug, Clone, Copy)]
pub struct Bullet {
    /// The latest figure; none is "no report yet".
    pub value: Option<Decimal>,
    /// The goal; of a range, both edges.
    pub goal: (Decimal, Option<Decimal>),
    /// The baseline.
    pub baseline: Option<Decimal>,
    /// Where an even pace would be.
    pub expected: Option<Decimal>,
    /// The most that there can be, such as 100 %.
    pub whole: Option<Decimal>,
}

/// A bullet bar of some width; heights are the theme's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BulletDrawing {
    /// How wide it is.
    pub width: u16,
    /// How long the bar is.
    pub bar: Option<String>,
    /// Where the goal stands, and how its label is anchored.
    pub goal: Spot,
    /// The further edge of a range.
    pub high: Option<Spot>,
    /// Where the baseline stands.
    pub baseline: Option<Spot>,
    /// Where an even pace would be.
    pub expected: Option<Spot>,
}

/// A place along a bar and its label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Spot {
    /// Where.
    pub x: String,
    /// Where its label stands.
    pub label: String,
    /// `start`, `middle` or `end`.
    pub anchor: &'static str,
}

/// How near to an edge a label is anchored to it.
const EDGE: f64 = 70.0;

/// The drawing of a bullet bar so many units wide, or none where no scale holds its figures.
pub fn bullet(of: &Bullet, width: u16) -> Option<BulletDrawing> {
    let goals = [Some(of.goal.0), of.goal.1];
    let values = goals.into_iter().chain([of.value, of.baseline, of.expected]).flatten();
    let scale = Scale::holding(values, of.whole)?;
    let at = |value: Decimal| share(scale, value) * f64::from(width);
    let spot = |value: Decimal| {
        let x = at(value);
        let (label, anchor) = match x {
            x if x < EDGE => (0.0, "start"),
            x if x > f64::from(width) - EDGE => (f64::from(width), "end"),
            x => (x, "middle"),
        };
        Spot { x: px(x), label: px(label), anchor }
    };
    Some(BulletDrawing {
        width,
        bar: of.value.map(|value| px(at(value))),
        goal: spot(of.goal.0),
        high: of.goal.1.map(spot),
        baseline: of.baseline.map(spot),
        expected: of.expected.map(spot),
    })
}

/// How far along a scale a value stands, from 0 to 1.
pub(super) fn share(scale: Scale, value: Decimal) -> f64 {
    f64::try_from(scale.at(value)).unwrap_or_default() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(value: i64) -> Decimal {
        Decimal::from(value)
    }

    #[test]
    fn a_bar_is_as_long_as_its_figure_and_labels_keep_inside() {
        let of = Bullet {
            value: Some(n(50)),
            goal: (n(100), None),
            baseline: Some(n(0)),
            expected: Some(n(60)),
            whole: Some(n(100)),
        };
        let drawing = bullet(&of, 300).unwrap();
        assert_eq!(drawing.bar.as_deref(), Some("150.0"));
        assert_eq!(drawing.goal, Spot { x: "300.0".into(), label: "300.0".into(), anchor: "end" });
        assert_eq!(drawing.baseline, Some(Spot { x: "0.0".into(), label: "0.0".into(), anchor: "start" }));
        assert_eq!(drawing.expected, Some(Spot { x: "180.0".into(), label: "180.0".into(), anchor: "middle" }));
    }

    #[test]
    fn without_a_report_there_is_a_goal_and_no_bar() {
        let of = Bullet { value: None, goal: (n(1), Some(n(2))), baseline: None, expected: None, whole: None };
        let drawing = bullet(&of, 300).unwrap();
        assert_eq!((drawing.bar, drawing.high.is_some()), (None, true));
    }
}
