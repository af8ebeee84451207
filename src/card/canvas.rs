//! A picture of at most sixteen colours, two pixels a byte, as PNG has it.

use super::font::Glyph;

/// Shades from the paper to a colour, by place in the palette; the last one is the colour itself.
#[derive(Debug, Clone, Copy)]
pub struct Tone(&'static [u8]);

/// Text.
pub const INK: Tone = Tone(&[0, 1, 2, 3]);
/// Text of less weight, and rules.
pub const MUTED: Tone = Tone(&[0, 4, 5, 6]);
/// The band, and figures.
pub const ACCENT: Tone = Tone(&[0, 7, 8, 9]);
/// Paper on the band.
pub const PAPER_ON_ACCENT: Tone = Tone(&[9, 8, 7, 0]);
/// Paper on ink.
pub const PAPER_ON_INK: Tone = Tone(&[3, 2, 1, 0]);

/// The light colours of the default theme's style sheet: `--page`, `--ink`, `--muted`, `--accent`.
const PAPER: [u8; 3] = [0xfa, 0xf9, 0xf6];
const COLOURS: [(Tone, [u8; 3]); 3] =
    [(INK, [0x1a, 0x23, 0x28]), (MUTED, [0x55, 0x61, 0x6a]), (ACCENT, [0x0b, 0x4f, 0x5c])];

/// The colours by their places.
pub fn palette() -> [[u8; 3]; 10] {
    let mut palette = [PAPER; 10];
    for (tone, colour) in COLOURS {
        let full = tone.0.len() - 1;
        for (level, place) in tone.0.iter().enumerate() {
            let mix = |of: usize| (usize::from(PAPER[of]) * (full - level) + usize::from(colour[of]) * level) / full;
            palette[usize::from(*place)] = [mix(0) as u8, mix(1) as u8, mix(2) as u8];
        }
    }
    palette
}

/// Pixels.
pub struct Canvas {
    /// Width and height.
    pub size: (u32, u32),
    /// Row by row, a byte 0 (PNG: no filter) before each.
    pub rows: Vec<u8>,
}

impl Canvas {
    /// Empty paper. The width is even.
    pub fn new(size: (u32, u32)) -> Canvas {
        Canvas { size, rows: vec![0; Canvas::stride(size) * size.1 as usize] }
    }

    fn stride((width, _): (u32, u32)) -> usize {
        width as usize / 2 + 1
    }

    /// Fills a rectangle from its upper left to its lower right corner, whose places across are even.
    pub fn fill(&mut self, (left, top): (u32, u32), (right, bottom): (u32, u32), tone: Tone) {
        let place = tone.0.last().copied().unwrap_or(0);
        let stride = Canvas::stride(self.size);
        for row in self.rows.chunks_exact_mut(stride).take(bottom as usize).skip(top as usize) {
            row[1 + left as usize / 2..1 + right as usize / 2].fill(place << 4 | place);
        }
    }

    /// Copies a letter so that its origin stands there; what is outside is left out.
    pub fn stamp(&mut self, glyph: &Glyph, (x, y): (i32, i32), tone: Tone) {
        let (stride, full) = (Canvas::stride(self.size), (tone.0.len() - 1) as u32);
        if glyph.width == 0 {
            return;
        }
        for (row, coverage) in (y + glyph.top..).zip(glyph.coverage.chunks_exact(glyph.width)) {
            for (column, covered) in (x + glyph.left..).zip(coverage) {
                let level = (u32::from(*covered) * full + 127) / 255;
                let inside = (0..self.size.0 as i32).contains(&column) && (0..self.size.1 as i32).contains(&row);
                if level == 0 || !inside {
                    continue;
                }
                let place = tone.0[level as usize];
                let byte = &mut self.rows[row as usize * stride + 1 + column as usize / 2];
                *byte = if column % 2 == 0 { *byte & 0x0f | place << 4 } else { *byte & 0xf0 | place };
            }
        }
    }
}
