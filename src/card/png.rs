//! PNG (<https://www.w3.org/TR/png-3/>) with a palette of at most sixteen colours: all of it that a card needs.

use super::canvas::{Canvas, palette};

const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];
/// Four bits a pixel, a palette, deflate, the one method of filters, no interlacing.
const FORM: [u8; 5] = [4, 3, 0, 0, 0];
/// Beyond it bytes are few and time is much.
const LEVEL: u8 = 4;

/// A canvas as a file.
pub fn png(canvas: &Canvas) -> Vec<u8> {
    let (width, height) = canvas.size;
    let mut out = SIGNATURE.to_vec();
    chunk(&mut out, b"IHDR", &[&width.to_be_bytes()[..], &height.to_be_bytes(), &FORM].concat());
    chunk(&mut out, b"PLTE", palette().as_flattened());
    chunk(&mut out, b"IDAT", &miniz_oxide::deflate::compress_to_vec_zlib(&canvas.rows, LEVEL));
    chunk(&mut out, b"IEND", &[]);
    out
}

fn chunk(out: &mut Vec<u8>, kind: &[u8; 4], bytes: &[u8]) {
    // A card has some ten thousand bytes.
    out.extend((bytes.len() as u32).to_be_bytes());
    let from = out.len();
    out.extend(kind);
    out.extend(bytes);
    let sum = crc32fast::hash(&out[from..]);
    out.extend(sum.to_be_bytes());
}
