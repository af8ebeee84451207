use crate::lang::Decimal;

/// How many steps a scale has at most.
const STEPS: u32 = 4;

/// The tenths of a power of ten that a step may be.
const ROUND: [i128; 4] = [10, 20, 25, 50];

/// A straight scale that begins at zero and ends at a round number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    step: Decimal,
    steps: u32,
}

impl Scale {
    /// The shortest scale of at most four round steps that holds all values. Of a `whole` (100 of percentages) it shows
    /// all, unless every value is below a fifth of that. None of no value, of negative ones and of monstrous ones.
    pub fn holding(values: impl IntoIterator<Item = Decimal>, whole: Option<Decimal>) -> Option<Scale> {
        let values: Vec<Decimal> = values.into_iter().collect();
        if values.iter().any(Decimal::is_sign_negative) {
            return None;
        }
        let most = values.into_iter().max()?;
        let whole = whole.filter(|whole| most <= *whole && most.checked_mul(Decimal::from(5)) >= Some(*whole));
        let end = whole.unwrap_or(if most.is_zero() { Decimal::ONE } else { most });
        let step = round_numbers().find(|step| end.checked_div(*step).is_some_and(|n| n <= Decimal::from(STEPS)))?;
        let steps = u32::try_from(end.checked_div(step)?.ceil()).ok()?.max(1);
        Some(Scale { step, steps })
    }

    /// Its values from zero to the end.
    pub fn ticks(self) -> impl Iterator<Item = Decimal> {
        (0..=self.steps).map(move |n| (self.step * Decimal::from(n)).normalize())
    }

    /// How far along a value stands, in hundredths of the scale's length, to two decimals.
    pub fn at(self, value: Decimal) -> Decimal {
        let end = self.step * Decimal::from(self.steps);
        let share = value.checked_div(end).and_then(|share| share.checked_mul(Decimal::ONE_HUNDRED));
        share.unwrap_or_default().round_dp(2).normalize()
    }
}

/// The steps that a scale may have, from the smallest on.
fn round_numbers() -> impl Iterator<Item = Decimal> {
    let small = (1..=9).rev().flat_map(|places| ROUND.map(|n| Decimal::from_i128_with_scale(n, places + 1)));
    let large = (0..24).flat_map(|zeros| ROUND.map(|n| Decimal::from_i128_with_scale(n * 10_i128.pow(zeros), 1)));
    small.chain(large)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(values: &[&str], whole: Option<u32>) -> Option<Vec<String>> {
        let values = values.iter().map(|value| value.parse().unwrap());
        let scale = Scale::holding(values, whole.map(Decimal::from))?;
        Some(scale.ticks().map(|tick| tick.to_string()).collect())
    }

    #[test]
    fn a_scale_begins_at_zero_and_ends_at_a_round_number() {
        assert_eq!(scale(&["1", "1.1"], Some(100)).unwrap(), ["0", "0.5", "1", "1.5"]);
        assert_eq!(scale(&["200"], None).unwrap(), ["0", "50", "100", "150", "200"]);
        assert_eq!(scale(&["12345"], None).unwrap(), ["0", "5000", "10000", "15000"]);
        assert_eq!(scale(&["0"], None).unwrap(), ["0", "0.25", "0.5", "0.75", "1"]);
    }

    #[test]
    fn a_percentage_stands_against_the_whole_unless_all_are_small() {
        assert_eq!(scale(&["98", "82"], Some(100)).unwrap(), ["0", "25", "50", "75", "100"]);
        assert_eq!(scale(&["20"], Some(100)).unwrap(), ["0", "25", "50", "75", "100"]);
        assert_eq!(scale(&["19"], Some(100)).unwrap(), ["0", "5", "10", "15", "20"]);
        assert_eq!(scale(&["120"], Some(100)).unwrap(), ["0", "50", "100", "150"]);
    }

    #[test]
    fn what_no_scale_can_hold_has_none() {
        assert_eq!(scale(&[], None), None);
        assert_eq!(scale(&["-1", "5"], None), None);
        assert_eq!(scale(&["79228162514264337593543950335"], None), None);
        assert_eq!(scale(&["79228162514264337593543950335"], Some(100)), None);
    }

    #[test]
    fn a_value_stands_at_its_share_of_the_length() {
        let scale = Scale::holding([Decimal::from(98)], Some(Decimal::ONE_HUNDRED)).unwrap();
        assert_eq!(scale.at(Decimal::from(98)).to_string(), "98");
        assert_eq!(scale.at(Decimal::ZERO).to_string(), "0");
        let thirds = Scale::holding([Decimal::from(3)], None).unwrap();
        assert_eq!(thirds.at(Decimal::from(1)).to_string(), "33.33");
    }
}
