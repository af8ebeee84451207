use super::{HotlineView, Words};
use serde::Serialize;

/// A place's numbers on one sheet of paper.
#[derive(Debug, Clone, Serialize)]
pub struct PosterView {
    /// The place.
    pub place: Words,
    /// The paper: `a4` or `a5`.
    pub paper: &'static str,
    /// The other paper.
    pub other: PaperLink,
    /// The numbers that serve the place, as far as there is room. The first is the one to show large; never empty.
    pub numbers: Vec<PosterNumber>,
    /// How many more there are.
    pub more: usize,
    /// A QR code of this very page; none where its address is too long for one.
    pub qr: Option<QrView>,
    /// The other languages, in which the poster says the most needful too.
    pub languages: Vec<crate::lang::Lang>,
}

/// A number on a poster.
#[derive(Debug, Clone, Serialize)]
pub struct PosterNumber {
    /// What is stated about it.
    pub hotline: HotlineView,
    /// How wide its figures are where they are 100 high, so that they fill the sheet's width whatever the font.
    pub width: usize,
}

/// A poster on a paper.
#[derive(Debug, Clone, Serialize)]
pub struct PaperLink {
    /// `a4` or `a5`.
    pub paper: &'static str,
    /// Relative to the page.
    pub href: String,
}

/// A QR code as SVG draws it.
#[derive(Debug, Clone, Serialize)]
pub struct QrView {
    /// How wide and high.
    pub size: i32,
    /// The dark squares.
    pub path: String,
}
