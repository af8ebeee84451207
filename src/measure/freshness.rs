//! How long a fact is taken for fresh.

use jiff::ToSpan;
use jiff::civil::Date;

/// What nobody has read or tried for so many months may be wrong by now: a house choice.
const FRESH_MONTHS: i32 = 12;

/// Whether a fact is old on the as-of date that was last confirmed on this day, or on none that is known.
pub fn is_old(confirmed: Option<Date>, as_of: Date) -> bool {
    confirmed.is_none_or(|day| day.saturating_add(FRESH_MONTHS.months()) < as_of)
}

#[cfg(test)]
mod tests {
    use super::is_old;
    use jiff::civil::date;

    #[test]
    fn a_fact_is_fresh_for_twelve_months() {
        let as_of = date(2026, 11, 22);
        assert!(!is_old(Some(date(2025, 11, 22)), as_of) && is_old(Some(date(2025, 11, 21)), as_of));
        assert!(is_old(None, as_of));
    }
}
