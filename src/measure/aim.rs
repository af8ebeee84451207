//! What a goal asks for, as a comparison of figures.

use crate::lang::Decimal;
use crate::model::{Amount, Comparator, Direction, Goal, Measure, Unit};
use jiff::civil::Date;

/// What a measure's goal asks for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Aim<'a> {
    /// The goal's figure; of a range, the lower one.
    pub goal: &'a Amount,
    /// Whether the goal is to be kept from the beginning rather than reached: `maintain`, or a limit that the baseline
    /// already kept. Such a goal is met only when its time is over.
    pub kept: bool,
    /// The baseline's figure.
    pub from: Option<Decimal>,
    /// The baseline's figure and the last day of its time.
    pub baseline: Option<(Decimal, Date)>,
    bounds: Bounds,
}

/// Between which figures the goal is satisfied.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    low: Option<Decimal>,
    high: Option<Decimal>,
    /// Whether the figures themselves are left out.
    strict: bool,
}

impl Bounds {
    fn hold(self, value: Decimal) -> bool {
        let above = self.low.is_none_or(|low| if self.strict { value > low } else { value >= low });
        above && self.high.is_none_or(|high| if self.strict { value < high } else { value <= high })
    }
}

impl<'a> Aim<'a> {
    /// Of a measure whose goal has a figure.
    pub(super) fn of(measure: &'a Measure) -> Option<Aim<'a>> {
        let (goal, high) = match &measure.goal {
            Goal::Figure { amount, .. } => (amount, amount.value),
            Goal::Range { low, high } => (low, figure(high, low)),
            Goal::Qualitative | Goal::Relative { .. } => return None,
        };
        let baseline = measure.baseline.as_ref();
        let from = baseline.and_then(|baseline| baseline.amount.as_ref()).map(|amount| figure(amount, goal));
        let since = baseline.and_then(|baseline| baseline.period).map(|period| period.last_day());
        let (low, strict) = (figure(goal, goal), false);
        let floor = Bounds { low: Some(low), high: None, strict };
        let ceiling = Bounds { low: None, high: Some(low), strict };
        let (bounds, limit) = match &measure.goal {
            Goal::Range { .. } => (Bounds { low: Some(low), high: Some(high), strict }, true),
            Goal::Figure { comparator, way, .. } => match comparator {
                // A baseline that lies beyond the figure, on the side that the sentence names, has nothing to reach.
                Comparator::Reach if leads_down(*way, from, low) => (ceiling, way.is_some()),
                Comparator::Reach => (floor, way.is_some()),
                Comparator::AtLeast => (floor, true),
                Comparator::AtMost => (ceiling, true),
                Comparator::Over => (Bounds { strict: true, ..floor }, true),
                Comparator::Under => (Bounds { strict: true, ..ceiling }, true),
                Comparator::Exactly => (Bounds { low: Some(low), high: Some(low), strict }, false),
                Comparator::Maintain if *way == Some(Direction::Lower) || low.is_zero() => (ceiling, true),
                Comparator::Maintain => (floor, true),
            },
            Goal::Qualitative | Goal::Relative { .. } => return None,
        };
        let maintain = matches!(measure.goal, Goal::Figure { comparator: Comparator::Maintain, .. });
        let kept = maintain || (limit && from.is_some_and(|from| bounds.hold(from)));
        Some(Aim { goal, kept, from, baseline: from.zip(since), bounds })
    }

    /// Whether a figure satisfies the goal.
    pub(super) fn satisfied(&self, value: Decimal) -> bool {
        self.bounds.hold(value)
    }

    /// The same comparison with another figure: a milestone's. Of a goal with two edges, from the side on which the
    /// baseline lies: what is on the way to them is at least, or at most, the milestone.
    pub(super) fn at(self, figure: Decimal) -> Aim<'a> {
        let Bounds { low, high, strict } = self.bounds;
        let from_above = match (low, high) {
            (Some(low), Some(_)) => self.from.map_or(figure > low, |from| from > figure),
            (_, high) => high.is_some(),
        };
        let (floor, ceiling) = if from_above { (None, Some(figure)) } else { (Some(figure), None) };
        Aim { bounds: Bounds { low: floor, high: ceiling, strict }, ..self }
    }

    /// The edge of the goal that is nearest to a figure outside it.
    pub(super) fn edge(&self, from: Decimal) -> Decimal {
        match (self.bounds.low, self.bounds.high) {
            (Some(low), Some(high)) => {
                if from > high {
                    high
                } else {
                    low
                }
            }
            (Some(edge), None) | (None, Some(edge)) => edge,
            (None, None) => from,
        }
    }

    /// How far a figure is from the goal: below zero past a single edge, and growing again past the far edge of two.
    pub(super) fn distance(&self, value: Decimal) -> Decimal {
        match (self.bounds.low, self.bounds.high) {
            (Some(low), Some(high)) => low.saturating_sub(value).max(value.saturating_sub(high)).max(Decimal::ZERO),
            (Some(low), None) => low.saturating_sub(value),
            (None, Some(high)) => value.saturating_sub(high),
            (None, None) => Decimal::ZERO,
        }
    }
}

/// Whether a bare figure is to be reached from above: as the sentence says, else as the baseline lies.
fn leads_down(way: Option<Direction>, from: Option<Decimal>, to: Decimal) -> bool {
    way.map_or(from.is_some_and(|from| from > to), |way| way == Direction::Lower)
}

/// A figure as the goal counts: a part of a whole as a share where the goal is one, and as a part of the goal's own
/// whole where that has become another.
pub(super) fn figure(amount: &Amount, goal: &Amount) -> Decimal {
    let Some(whole) = amount.of.filter(|whole| !whole.is_zero()) else { return amount.value };
    let of = |base: Decimal| amount.value.checked_mul(base).map_or(amount.value, |product| product / whole);
    match (&goal.unit, goal.of) {
        (_, Some(own)) if own == whole => amount.value,
        (_, Some(own)) => of(own),
        (Unit::Percent, None) => of(Decimal::ONE_HUNDRED),
        (Unit::Per(base), None) => of(Decimal::from(*base)),
        (Unit::Named(_) | Unit::Bare, None) => amount.value,
    }
}
