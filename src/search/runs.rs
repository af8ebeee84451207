/// The first of the 64 characters that are digits.
const FIRST: u8 = b'0';
/// The bit that says that another digit follows.
const MORE: u32 = 32;

/// Rising numbers as text: how many are left out, how many follow one another, and so on in turn, each in digits of five
/// bits, the lowest first. Both what is rare and what is nearly everywhere takes little.
pub(super) fn runs(numbers: &[u32]) -> String {
    let mut out = String::new();
    let mut next = 0;
    for run in numbers.chunk_by(|a, b| a + 1 == *b) {
        push(&mut out, run[0] - next);
        push(&mut out, run.len() as u32);
        next = run[0] + run.len() as u32;
    }
    out
}

fn push(out: &mut String, mut number: u32) {
    while number >= MORE {
        out.push(digit(number % MORE + MORE));
        number /= MORE;
    }
    out.push(digit(number));
}

fn digit(value: u32) -> char {
    char::from(FIRST + value as u8)
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn numbers_are_written_as_runs() {
        assert_eq!(runs(&[]), "");
        assert_eq!(runs(&[0, 1, 2]), "03");
        assert_eq!(runs(&[3, 7, 8]), "3132");
        assert_eq!(runs(&[32, 1100]), "P11[Q11");
    }
}
