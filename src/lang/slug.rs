use super::folded;

/// The words of a text as they stand in addresses: small ASCII letters and digits with hyphens between,
/// accents folded and `đ` as `d`, from precomposed and decomposed input alike. Empty where nothing is left.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in folded(text) {
        match c {
            c if c.is_ascii_alphanumeric() => slug.push(c),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::slug;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn a_slug_folds_accents_and_d_from_either_form() {
        let text = "Đường dây nóng: Điện Biên Phủ (2021)";
        assert_eq!(slug(text), "duong-day-nong-dien-bien-phu-2021");
        assert_eq!(slug(&text.nfd().collect::<String>()), slug(text));
        assert_eq!(slug("…"), "");
    }
}
