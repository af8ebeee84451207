/// Octets that a line may have, its end not counted (RFC 5545, 3.1).
const LIMIT: usize = 75;

/// The lines of a calendar folded anew. The crate's own folding lets the last piece of a line have one octet too many.
pub(super) fn folded(calendar: &str) -> String {
    let unfolded = calendar.replace("\r\n ", "");
    let mut out = String::with_capacity(calendar.len() + calendar.len() / LIMIT);
    for line in unfolded.split_terminator("\r\n") {
        let mut width = 0;
        for c in line.chars() {
            if width + c.len_utf8() > LIMIT {
                out.push_str("\r\n ");
                width = 1;
            }
            out.push(c);
            width += c.len_utf8();
        }
        out.push_str("\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_has_more_than_75_octets_and_none_is_lost_or_cut_in_a_letter() {
        for letters in ["a", "ế", "aế", "老a", " ", "🌙x"] {
            for times in 0..400 {
                let line = format!("SUMMARY:{}", letters.repeat(times));
                let folded = folded(&format!("{line}\r\n"));
                assert!(folded.ends_with("\r\n"));
                assert!(folded.split("\r\n").all(|line| line.len() <= LIMIT), "{letters} {times}");
                assert_eq!(folded.replace("\r\n ", ""), format!("{line}\r\n"));
            }
        }
    }
}
