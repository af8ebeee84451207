//! QR codes, as one path of squares.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// A QR code as SVG draws it: one unit a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// How wide and high it is, with the blank edge of four modules that scanners need.
    pub size: i32,
    /// The dark modules.
    pub path: String,
}

/// The blank edge that ISO/IEC 18004 asks for, in modules.
const EDGE: i32 = 4;

/// The QR code of a text. A quarter of it may be dirty or torn off. `None` for a text of more than some 1,600 bytes.
pub fn qr(text: &str) -> Option<Qr> {
    let code = QrCode::encode_text(text, QrCodeEcc::Quartile).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                // A string takes whatever is written to it.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + EDGE, y + EDGE);
            }
            x += run.max(1);
        }
    }
    Some(Qr { size: code.size() + 2 * EDGE, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_has_just_the_dark_modules() {
        let text = "https://kehoach.example/duong-day-nong/ap-phich/lang-son/a4/";
        let Qr { size, path } = qr(text).unwrap();
        let code = QrCode::encode_text(text, QrCodeEcc::Quartile).unwrap();
        let mut drawn = vec![vec![false; size as usize]; size as usize];
        for run in path.split('M').skip(1) {
            let numbers: Vec<usize> =
                run.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
            (numbers[0]..numbers[0] + numbers[2]).for_each(|x| drawn[numbers[1]][x] = true);
        }
        for (y, row) in drawn.iter().enumerate() {
            for (x, dark) in row.iter().enumerate() {
                let module = code.get_module(x as i32 - EDGE, y as i32 - EDGE);
                assert_eq!(*dark, module, "{x}, {y}");
            }
        }
    }

    #[test]
    fn a_text_that_is_too_long_has_none() {
        assert_eq!(qr(&"a".repeat(4000)), None);
    }
}
