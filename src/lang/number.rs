use super::Lang;
pub use rust_decimal::Decimal;

/// A number as a language writes it, with as many decimals as it was given: 1234.50 is `1.234,50` in
/// Vietnamese and `1,234.50` in English. Other languages write as Vietnamese does.
pub fn format_decimal(number: Decimal, lang: Lang) -> String {
    let (group, point) = if lang == Lang::EN { (',', '.') } else { ('.', ',') };
    let plain = number.abs().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = String::new();
    if number.is_sign_negative() && !number.is_zero() {
        out.push('\u{2212}');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_each_language_does() {
        let n = |s: &str| s.parse::<Decimal>().unwrap();
        assert_eq!(format_decimal(n("1.1"), Lang::VI), "1,1");
        assert_eq!(format_decimal(n("1.10"), Lang::EN), "1.10");
        assert_eq!(format_decimal(n("1234567.5"), Lang::VI), "1.234.567,5");
        assert_eq!(format_decimal(n("100000"), Lang::EN), "100,000");
        assert_eq!(format_decimal(n("-0.5"), Lang::EN), "\u{2212}0.5");
        assert_eq!(format_decimal(n("0"), Lang::VI), "0");
    }
}
