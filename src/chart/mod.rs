//! The geometry of charts: where ticks and marks stand. Vocabulary: numbers in, numbers out; it knows no words and no markup.

mod bar;
mod bullet;
mod line;
mod qr;
mod scale;

pub use bar::{Segment, bar};
pub use bullet::{Bullet, BulletDrawing, bullet};
pub use line::{Line, LineDrawing, Mark, Narrow, line};
pub use qr::{Qr, qr};
pub use scale::Scale;

/// A place on a drawing, in its own units, to one decimal: as SVG takes it.
fn px(at: f64) -> String {
    let shown = format!("{at:.1}");
    if shown == "-0.0" { "0.0".to_owned() } else { shown }
}
