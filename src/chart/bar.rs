//! A bar of parts, such as a plan's measures by status.

use super::px;
use serde::Serialize;

/// A part of the bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Segment {
    /// Which of the counts.
    pub index: usize,
    /// Where it begins.
    pub x: String,
    /// How wide it is.
    pub width: String,
}

/// Between two parts.
const SPACE: f64 = 2.0;

/// The parts of a bar so many units wide, in the order of the counts; those of nothing are left out.
pub fn bar(counts: &[usize], width: u16) -> Vec<Segment> {
    let shown: Vec<(usize, f64)> =
        counts.iter().enumerate().filter(|(_, count)| **count > 0).map(|(at, count)| (at, count_of(*count))).collect();
    let all: f64 = shown.iter().map(|(_, count)| count).sum();
    let free = f64::from(width) - SPACE * count_of(shown.len().saturating_sub(1));
    let mut x = 0.0;
    let mut segments = Vec::with_capacity(shown.len());
    for (index, count) in shown {
        let width = free * count / all;
        segments.push(Segment { index, x: px(x), width: px(width) });
        x += width + SPACE;
    }
    segments
}

fn count_of(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_as_wide_as_their_counts_and_fill_the_bar() {
        let parts = bar(&[1, 0, 3], 402);
        let shown: Vec<_> = parts.iter().map(|part| (part.index, part.x.as_str(), part.width.as_str())).collect();
        assert_eq!(shown, [(0, "0.0", "100.0"), (2, "102.0", "300.0")]);
        assert!(bar(&[0, 0], 100).is_empty());
    }
}
