//! Phone numbers that can be called in Viet Nam. The numbering plan of the Ministry of Information and Communications
//! (Circular 22/2014/TT-BTTTT, as amended for the change of prefixes in 2017 and 2018); general libraries call 111 to 115
//! invalid, and take the old 031 of Hải Phòng for a mobile number.

use crate::diag::Arg;
use crate::model::Phone;

/// Numbers of three or four digits that are dialled as they are, never with a country code.
const SHORT: [&str; 7] = ["111", "112", "113", "114", "115", "1022", "1080"];

/// Prefixes of mobile numbers of ten digits, after the 0.
const MOBILE: [&str; 37] = [
    "32", "33", "34", "35", "36", "37", "38", "39", "52", "55", "56", "58", "59", "70", "76", "77", "78", "79", "81",
    "82", "83", "84", "85", "86", "87", "88", "89", "90", "91", "92", "93", "94", "95", "96", "97", "98", "99",
];

/// The digits of a number.
pub(super) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// A number as it is written, if it can be called; else why not.
pub(super) fn phone(text: &str) -> Result<Phone, Arg> {
    let spaced = |c: char| matches!(c, ' ' | '.' | '-' | '(' | ')' | '\u{a0}');
    let number = text.strip_prefix('+').unwrap_or(text);
    if let Some(odd) = number.chars().find(|c| !c.is_ascii_digit() && !spaced(*c)) {
        return Err(Arg::each(
            format!("có “{odd}”; chỉ được có chữ số, dấu cách, dấu chấm, gạch nối và ngoặc tròn"),
            format!("it has `{odd}`; only digits, spaces, points, hyphens and round brackets may stand in it"),
        ));
    }
    if !number.starts_with(|c: char| c.is_ascii_digit() || c == '(') || !number.ends_with(|c: char| c.is_ascii_digit())
    {
        return Err(Arg::each("phải bắt đầu và kết thúc bằng chữ số", "it must begin and end with a digit"));
    }
    let all = digits(number);
    let (national, plus) = match text.starts_with('+') {
        true => match all.strip_prefix("84") {
            Some(rest) if SHORT.contains(&rest) => {
                return Err(Arg::each(
                    "số ngắn được gọi thẳng, không viết +84",
                    "a short code is dialled as it is, without +84",
                ));
            }
            Some(rest) if !rest.starts_with('0') => (format!("0{rest}"), "+"),
            _ => {
                return Err(Arg::each(
                    "sau dấu + phải là 84 và không có số 0",
                    "after the + there must be 84 and no 0",
                ));
            }
        },
        false => (all.clone(), ""),
    };
    plausible(&national)?;
    Ok(Phone { shown: text.to_owned(), dialled: format!("{plus}{all}") })
}

fn plausible(number: &str) -> Result<(), Arg> {
    let service = (number.starts_with("1800") || number.starts_with("1900")) && matches!(number.len(), 8 | 10);
    if SHORT.contains(&number) || service {
        return Ok(());
    }
    let wrong_length = |needed: &str| {
        let has = number.len();
        Err(Arg::each(format!("có {has} chữ số, cần {needed}"), format!("it has {has} digits, {needed} are needed")))
    };
    match number.strip_prefix('0') {
        // Land lines have eleven digits since 2017: 0203 3835 111, 024 3943 4126.
        Some(rest) if rest.starts_with('2') => {
            if number.len() == 11 {
                Ok(())
            } else {
                wrong_length("11")
            }
        }
        Some(rest) if MOBILE.iter().any(|prefix| rest.starts_with(prefix)) => {
            if number.len() == 10 {
                Ok(())
            } else {
                wrong_length("10")
            }
        }
        Some(_) => Err(Arg::each(
            "không có đầu số này; từ năm 2017 số cố định bắt đầu bằng 02",
            "there is no such prefix; since 2017 land lines begin with 02",
        )),
        None => Err(Arg::each(
            "không phải là số khẩn cấp, số 1800/1900, hay số bắt đầu bằng 0",
            "it is no short code, no 1800 or 1900 number, and does not begin with 0",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::phone;

    #[test]
    fn a_hotline_keeps_every_letter_and_dials_its_digits() {
        let dials = |text: &str| {
            let phone = phone(text).unwrap_or_else(|why| panic!("{text}: {why:?}"));
            assert_eq!(phone.shown, text);
            phone.dialled
        };
        assert_eq!(dials("111"), "111");
        assert_eq!(dials("18006605"), "18006605");
        assert_eq!(dials("1800 1567"), "18001567");
        assert_eq!(dials("(0203) 3835.111"), "02033835111");
        assert_eq!(dials("+84 912 345 678"), "+84912345678");
        assert_eq!(dials("0912345678"), "0912345678");
    }

    #[test]
    fn what_cannot_be_called_is_refused() {
        for text in [
            "",
            "+",
            "+84111",
            "116",
            "12345",
            "031 3842 111",
            "0912 345 67",
            "0203383511",
            "111a",
            "+1 202 555",
            "٠٩١",
            "0600000000 ",
            "-111",
        ] {
            assert!(phone(text).is_err(), "{text:?}");
        }
    }
}
