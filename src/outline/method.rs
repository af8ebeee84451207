//! How progress is measured: the bounds as the code has them, and an example that the code itself works out.

use super::text::Here;
use super::view::{ExampleView, MethodView, PaceView};
use crate::lang::{Decimal, format_decimal};
use crate::measure::{BEHIND, ON_TRACK, Pace, Path, State, pace};
use crate::model::{Amount, Unit};
use jiff::civil::date;

/// The example's baseline, goal and figure, in percent.
const EXAMPLE: [i64; 3] = [60, 90, 70];

pub(super) fn method(here: Here) -> MethodView {
    let [from, to, at] = EXAMPLE.map(Decimal::from);
    let path = Path { from: (from, date(2023, 12, 31)), to: (to, date(2028, 12, 31)) };
    let (pace, state) = pace(path, to - at, (at, date(2025, 12, 31)));
    MethodView {
        states: State::ALL.map(State::key).to_vec(),
        on_track: format_decimal(ON_TRACK, here.lang()),
        behind: format_decimal(BEHIND, here.lang()),
        example: ExampleView {
            pace: here.pace(&pace, |value| Amount { value: value.round_dp(1), of: None, unit: Unit::Percent }),
            state: state.key(),
        },
    }
}

impl Here<'_> {
    /// A pace in the page's language; `figure` makes an amount of what was reckoned.
    pub(super) fn pace(&self, pace: &Pace, figure: impl Fn(Decimal) -> Amount) -> PaceView {
        let figure = |value| self.amount(&Amount { value: figure(value).value.normalize(), ..figure(value) });
        let percent =
            |share: Decimal| format_decimal((share * Decimal::ONE_HUNDRED).round_dp(1).normalize(), self.lang());
        PaceView {
            from: figure(pace.path.from.0),
            from_day: self.day(pace.path.from.1),
            to: figure(pace.path.to.0),
            to_day: self.day(pace.path.to.1),
            at: figure(pace.at.0),
            at_day: self.day(pace.at.1),
            covered: percent(pace.covered),
            elapsed: percent(pace.elapsed),
            ratio: format_decimal(pace.ratio.round_dp(2).normalize(), self.lang()),
            expected: figure(pace.expected),
        }
    }
}
