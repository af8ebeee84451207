//! The picture that others show beside a link to a page: a few texts on a card of 1200 by 630 pixels, as PNG, since social
//! networks take no SVG. Texts in, bytes out; the same on every computer.
//!
//! A site may have tens of thousands: so letters are drawn once a thread and then copied, and a card has ten colours, four bits
//! a pixel.

mod canvas;
mod font;
mod lines;
mod png;

use canvas::{ACCENT, Canvas, INK, MUTED, PAPER_ON_ACCENT, PAPER_ON_INK, Tone};
use font::{Weight, width};
use lines::{Fit, fit};
use unicode_normalization::UnicodeNormalization as _;

/// Its size in pixels: what networks show without cutting.
pub const SIZE: (u32, u32) = (1200, 630);

/// How far texts stay from the edges.
const MARGIN: u32 = 72;
/// The height of the band at the top.
const BAND: u32 = 96;
/// The height of the warning under it.
const WARNING: u32 = 64;
/// Letters beyond which no text has room.
const MOST: usize = 600;
/// Line height over size: Vietnamese capitals bear two marks.
const LEADING: f32 = 1.35;

/// What a card says, from top to bottom. An empty text takes no room.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// Whose it is: one line in the band at the top.
    pub site: String,
    /// What must not be overlooked: one line.
    pub warning: String,
    /// What the title belongs to.
    pub above: String,
    /// What it is about, as large as there is room.
    pub title: String,
    /// A figure: one line.
    pub figure: String,
    /// What else is to be said, at the bottom: a line each.
    pub notes: Vec<String>,
}

/// A text and how it is set.
struct Style {
    weight: Weight,
    tone: Tone,
    /// The first that fits is taken.
    sizes: &'static [u16],
    lines: usize,
}

const SITE: Style = Style { weight: Weight::Bold, tone: PAPER_ON_ACCENT, sizes: &[34, 30, 26], lines: 1 };
const ALERT: Style = Style { weight: Weight::Bold, tone: PAPER_ON_INK, sizes: &[28, 24, 20], lines: 1 };
const ABOVE: Style = Style { weight: Weight::Regular, tone: MUTED, sizes: &[28, 26], lines: 2 };
const TITLE: Style = Style { weight: Weight::Bold, tone: INK, sizes: &[60, 52, 46, 40, 36], lines: 8 };
const FIGURE: Style = Style { weight: Weight::Bold, tone: ACCENT, sizes: &[64, 54, 46, 38], lines: 1 };
const NOTE: Style = Style { weight: Weight::Regular, tone: INK, sizes: &[28, 24], lines: 1 };

impl Style {
    /// The text in lines of the width between the margins, at most so high.
    fn set(&self, text: &str, height: u32) -> Fit {
        // Marks that stand after their letter have no picture of their own in the font.
        let text: String = text.nfc().take(MOST).collect();
        let measure = |words: &str, size: u16| width(words, self.weight, size);
        fit(
            &text,
            self.sizes,
            (SIZE.0 - 2 * MARGIN, height.min(self.lines as u32 * line_height(self.sizes[0]))),
            &measure,
        )
    }
}

/// From one line to the next.
fn line_height(size: u16) -> u32 {
    (f32::from(size) * LEADING) as u32
}

/// A card as PNG.
pub fn draw(card: &Card) -> Vec<u8> {
    let mut canvas = Canvas::new(SIZE);
    let right = SIZE.0 - MARGIN;
    canvas.fill((0, 0), (SIZE.0, BAND), ACCENT);
    put_centred(&mut canvas, &SITE, &card.site, (0, BAND));
    let mut top = BAND;
    if !card.warning.is_empty() {
        canvas.fill((0, BAND), (SIZE.0, BAND + WARNING), INK);
        put_centred(&mut canvas, &ALERT, &card.warning, (BAND, BAND + WARNING));
        top += WARNING;
    }
    top += 36;
    let mut bottom = SIZE.1 - 40;
    for note in card.notes.iter().rev() {
        bottom -= put(&mut canvas, &NOTE, note, bottom, Edge::Bottom);
    }
    if !card.notes.is_empty() {
        bottom -= 18;
        canvas.fill((MARGIN, bottom), (right, bottom + 2), MUTED);
        bottom -= 16;
    }
    top += put(&mut canvas, &ABOVE, &card.above, top, Edge::Top) + 16;
    let figure = (!card.figure.is_empty()).then(|| FIGURE.set(&card.figure, SIZE.1));
    let room = bottom - top - figure.as_ref().map_or(0, |fit| line_height(fit.size) + 8);
    let title = TITLE.set(&card.title, room);
    write(&mut canvas, &TITLE, &title, top);
    if let Some(figure) = figure {
        write(&mut canvas, &FIGURE, &figure, top + title.lines.len() as u32 * line_height(title.size) + 8);
    }
    png::png(&canvas)
}

/// Which edge of a text is given.
#[derive(Clone, Copy)]
enum Edge {
    Top,
    Bottom,
}

/// Writes a text with this edge there, and says how high it is.
fn put(canvas: &mut Canvas, style: &Style, text: &str, at: u32, edge: Edge) -> u32 {
    let fit = style.set(text, SIZE.1);
    let height = fit.lines.len() as u32 * line_height(fit.size);
    let top = match edge {
        Edge::Top => at,
        Edge::Bottom => at - height,
    };
    write(canvas, style, &fit, top);
    height
}

fn put_centred(canvas: &mut Canvas, style: &Style, text: &str, (top, bottom): (u32, u32)) {
    let fit = style.set(text, bottom - top);
    let height = fit.lines.len() as u32 * line_height(fit.size);
    write(canvas, style, &fit, top + (bottom - top - height) / 2);
}

fn write(canvas: &mut Canvas, style: &Style, fit: &Fit, top: u32) {
    let step = line_height(fit.size);
    // The room above capitals is a little more than that below the line.
    let ascent = (f32::from(fit.size) * 1.02) as u32;
    for (at, line) in (0..).zip(&fit.lines) {
        font::write(line, style.weight, fit.size, |glyph, x| {
            canvas.stamp(glyph, (MARGIN as i32 + x, (top + at * step + ascent) as i32), style.tone);
        });
    }
}

#[cfg(test)]
mod tests;
