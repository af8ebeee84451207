//! Letters: Be Vietnam Pro in two weights, with every letter of Vietnamese. `font/subset.py` says where it is from.

use ab_glyph_rasterizer::{Point, Rasterizer, point};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::LazyLock;
use ttf_parser::{Face, OutlineBuilder};

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    Regular,
    Bold,
}

static REGULAR: LazyLock<Face> = LazyLock::new(|| face(include_bytes!("font/BeVietnamPro-Regular.ttf")));
static BOLD: LazyLock<Face> = LazyLock::new(|| face(include_bytes!("font/BeVietnamPro-Bold.ttf")));

fn face(bytes: &'static [u8]) -> Face<'static> {
    Face::parse(bytes, 0).expect("a font that is part of the program, and drawn by the tests")
}

impl Weight {
    fn face(self) -> &'static Face<'static> {
        match self {
            Weight::Regular => &REGULAR,
            Weight::Bold => &BOLD,
        }
    }
}

/// A letter as drawn at a size.
#[derive(Debug)]
pub struct Glyph {
    /// From the origin to its first column and row.
    pub left: i32,
    pub top: i32,
    pub width: usize,
    /// How much of each pixel it covers, row by row.
    pub coverage: Vec<u8>,
    /// From its origin to that of the next letter.
    advance: f32,
}

thread_local! {
    /// The letters that this thread has drawn: some hundreds at some ten sizes.
    static DRAWN: RefCell<HashMap<(Weight, u16, char), Rc<Glyph>>> = RefCell::default();
}

/// Whether there is a picture of a letter.
#[cfg(test)]
pub fn has(letter: char, weight: Weight) -> bool {
    weight.face().glyph_index(like(letter)).is_some()
}

/// How wide a text is, in pixels.
pub fn width(text: &str, weight: Weight, size: u16) -> f32 {
    text.chars().map(|letter| glyph(letter, weight, size).advance).sum()
}

/// Hands over each letter with its place from the beginning of the text.
pub fn write(text: &str, weight: Weight, size: u16, mut put: impl FnMut(&Glyph, i32)) {
    let mut x = 0.0_f32;
    for letter in text.chars() {
        let glyph = glyph(letter, weight, size);
        put(&glyph, x.round() as i32);
        x += glyph.advance;
    }
}

fn glyph(letter: char, weight: Weight, size: u16) -> Rc<Glyph> {
    DRAWN.with_borrow_mut(|drawn| {
        Rc::clone(drawn.entry((weight, size, letter)).or_insert_with(|| Rc::new(drawn_glyph(letter, weight, size))))
    })
}

fn drawn_glyph(letter: char, weight: Weight, size: u16) -> Glyph {
    let face = weight.face();
    let id = face.glyph_index(like(letter)).unwrap_or_default();
    let scale = f32::from(size) / f32::from(face.units_per_em());
    let advance = f32::from(face.glyph_hor_advance(id).unwrap_or(0)) * scale;
    let Some(bounds) = face.glyph_bounding_box(id) else {
        return Glyph { left: 0, top: 0, width: 0, coverage: Vec::new(), advance };
    };
    let floor = |units: i16| (f32::from(units) * scale).floor();
    let ceiling = |units: i16| (f32::from(units) * scale).ceil();
    let (left, top) = (floor(bounds.x_min), -ceiling(bounds.y_max));
    let (width, height) = (ceiling(bounds.x_max) - left, -floor(bounds.y_min) - top);
    let (width, height) = (width as usize, height as usize);
    let mut pen =
        Pen { scale, left, top, start: Point::default(), at: Point::default(), on: Rasterizer::new(width, height) };
    face.outline_glyph(id, &mut pen);
    let mut coverage = vec![0; width * height];
    pen.on.for_each_pixel(|at, covered| coverage[at] = (covered.clamp(0.0, 1.0) * 255.0).round() as u8);
    Glyph { left: left as i32, top: top as i32, width, coverage, advance }
}

/// Marks that the font has under another code alone.
fn like(letter: char) -> char {
    match letter {
        '\u{2002}'..='\u{200a}' | '\u{202f}' | '\u{a0}' => ' ',
        '\u{2010}' | '\u{2011}' => '-',
        letter => letter,
    }
}

/// Draws an outline whose units go up, into rows that go down.
struct Pen {
    scale: f32,
    left: f32,
    top: f32,
    start: Point,
    at: Point,
    on: Rasterizer,
}

impl Pen {
    fn point(&self, x: f32, y: f32) -> Point {
        point(x * self.scale - self.left, -y * self.scale - self.top)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.start = self.point(x, y);
        self.at = self.start;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.point(x, y);
        self.on.draw_line(self.at, to);
        self.at = to;
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (by, to) = (self.point(x1, y1), self.point(x, y));
        self.on.draw_quad(self.at, by, to);
        self.at = to;
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (by, and, to) = (self.point(x1, y1), self.point(x2, y2), self.point(x, y));
        self.on.draw_cubic(self.at, by, and, to);
        self.at = to;
    }

    fn close(&mut self) {
        self.on.draw_line(self.at, self.start);
        self.at = self.start;
    }
}
