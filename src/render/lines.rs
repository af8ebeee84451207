//! Texts in pictures, which do not break by themselves.

/// How wide letters are in ems, taken generously: nobody knows the reader's font.
fn advance(letter: char) -> f64 {
    if letter.is_uppercase() { 0.74 } else { 0.56 }
}

/// A text in lines that are at most so wide at a size of letters, all in the same unit. A word that is wider stands alone.
pub(super) fn lines(text: &str, width: f64, size: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut room = 0.0;
    for word in text.split_ascii_whitespace() {
        let wide = (word.chars().map(advance).sum::<f64>() + advance(' ')) * size;
        match lines.last_mut() {
            Some(line) if wide <= room => {
                line.push(' ');
                line.push_str(word);
                room -= wide;
            }
            _ => {
                lines.push(word.to_owned());
                room = width - wide;
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_broken_between_words() {
        assert_eq!(lines("một hai ba bốn", 80.0, 14.0), ["một hai", "ba bốn"]);
        assert_eq!(lines("một\n  hai", 200.0, 14.0), ["một hai"]);
        assert_eq!(lines("", 80.0, 14.0), [""; 0]);
    }

    #[test]
    fn a_word_wider_than_a_line_stands_alone() {
        assert_eq!(lines("a https://mau.vn/ke-hoach b", 60.0, 14.0), ["a", "https://mau.vn/ke-hoach", "b"]);
    }
}
