//! The render stage: a page's view and a theme become bytes.
//!
//! A page is a pure function of its view, the theme and the theme's strings: templates see the view and nothing else,
//! so the same three give the same bytes.

mod again;
mod card;
mod engine;
mod errors;
mod lines;
mod load;
mod minify;
mod strings;
mod theme;

pub use again::ThemeCache;
pub use minify::minified;
pub(crate) use strings::escaped;
pub use theme::Theme;

#[cfg(test)]
mod tests;
