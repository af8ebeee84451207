use crate::lang::Decimal;
use crate::model::{Amount, Unit};

/// A figure counted in a unit; a part of a whole (150 of 200) also in hundredths. None where it counts something else.
pub fn counted_in(amount: &Amount, unit: &Unit) -> Option<Decimal> {
    if amount.unit == *unit {
        return Some(amount.value);
    }
    match unit {
        Unit::Percent => amount.value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(amount.of?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_whole_can_be_counted_in_hundredths_and_other_things_cannot() {
        let figure =
            |value: u32, of: Option<u32>, unit| Amount { value: Decimal::from(value), of: of.map(Decimal::from), unit };
        let counted = |amount: Amount, unit| counted_in(&amount, &unit).map(|value| value.to_string());
        assert_eq!(counted(figure(98, None, Unit::Percent), Unit::Percent).as_deref(), Some("98"));
        assert_eq!(counted(figure(150, Some(200), Unit::Bare), Unit::Percent).as_deref(), Some("75"));
        assert_eq!(counted(figure(0, Some(0), Unit::Bare), Unit::Percent), None);
        assert_eq!(counted(figure(150, None, Unit::Bare), Unit::Percent), None);
        assert_eq!(counted(figure(150, None, Unit::Per(1_000)), Unit::Per(100_000)), None);
    }
}
