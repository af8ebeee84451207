use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The characters of a text as someone types them who types no accents: small letters without marks, `đ` as `d`; the same
/// from precomposed and decomposed input.
pub fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    let letters = text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    letters.map(|c| if c == 'đ' { 'd' } else { c })
}

#[cfg(test)]
mod tests {
    use super::folded;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn accents_and_d_are_folded_from_either_form() {
        let text = "ĐUỐI NƯỚC, Đắk Lắk, Ủy ban";
        assert_eq!(folded(text).collect::<String>(), "duoi nuoc, dak lak, uy ban");
        assert_eq!(folded(&text.nfd().collect::<String>()).collect::<String>(), "duoi nuoc, dak lak, uy ban");
    }
}
