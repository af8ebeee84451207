//! Compressed versions of files, which a server hands out as they are (`gzip_static`, `MultiViews`): `x.html.gz` and
//! `x.html.br` beside `x.html`.
//!
//! The bytes are the same on every computer. So gzip is packed by `miniz_oxide`, which has one way for all processors, and
//! bears no time.

/// A way of packing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// RFC 1952.
    Gzip,
    /// RFC 7932.
    #[cfg(feature = "brotli")]
    Brotli,
}

/// Endings of files that are worth packing: pictures and workbooks are packed already.
const WORTH: [&str; 12] = ["html", "css", "js", "svg", "json", "csv", "ics", "txt", "xml", "atom", "webmanifest", "md"];

/// gzip's own best, brotli's best before it takes ten times as long: a page of 30 KB takes 1 ms and 8 ms.
const LEVEL: u8 = 9;

impl Encoding {
    /// Every one that this program was built with.
    pub const ALL: &'static [Encoding] = &[
        Encoding::Gzip,
        #[cfg(feature = "brotli")]
        Encoding::Brotli,
    ];

    /// What is put behind a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Encoding::Gzip => "gz",
            #[cfg(feature = "brotli")]
            Encoding::Brotli => "br",
        }
    }

    /// The bytes, packed.
    pub fn encode(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Encoding::Gzip => gzip(bytes),
            #[cfg(feature = "brotli")]
            Encoding::Brotli => brotli(bytes),
        }
    }
}

/// Whether a file at this path is worth packing.
pub fn is_worth_packing(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| WORTH.contains(&ending))
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    // Deflate, no flags, no time, packed as small as can be, by no system in particular.
    let mut out = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255];
    out.extend(miniz_oxide::deflate::compress_to_vec(bytes, LEVEL));
    out.extend(crc32fast::hash(bytes).to_le_bytes());
    // The size modulo 2^32, as RFC 1952 has it.
    out.extend((bytes.len() as u64).to_le_bytes().iter().take(4));
    out
}

#[cfg(feature = "brotli")]
fn brotli(bytes: &[u8]) -> Vec<u8> {
    use brotli::enc::{BrotliEncoderParams, backward_references::BrotliEncoderMode};
    let params = BrotliEncoderParams {
        quality: i32::from(LEVEL),
        mode: BrotliEncoderMode::BROTLI_MODE_TEXT,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut out = Vec::with_capacity(bytes.len() / 3);
    match brotli::BrotliCompress(&mut &*bytes, &mut out, &params) {
        Ok(_) => out,
        // To memory it cannot fail; if it did, bytes that are no smaller are not published.
        Err(_) => bytes.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    #[test]
    fn what_is_packed_can_be_unpacked_and_is_smaller() {
        let page = "<li>Đường dây nóng bảo vệ trẻ em 111</li>\n".repeat(400);
        for encoding in Encoding::ALL {
            let packed = encoding.encode(page.as_bytes());
            assert!(packed.len() < page.len() / 20, "{encoding:?}: {}", packed.len());
            let unpacked = match encoding {
                Encoding::Gzip => {
                    let (head, body) = packed.split_at(10);
                    assert_eq!(head, [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
                    let (body, tail) = body.split_at(body.len() - 8);
                    let sum = crc32fast::hash(page.as_bytes()).to_le_bytes();
                    assert_eq!((&tail[..4], &tail[4..]), (&sum[..], &(page.len() as u32).to_le_bytes()[..]));
                    miniz_oxide::inflate::decompress_to_vec(body).unwrap()
                }
                #[cfg(feature = "brotli")]
                Encoding::Brotli => {
                    let mut out = Vec::new();
                    brotli::Decompressor::new(&*packed, 4096).read_to_end(&mut out).unwrap();
                    out
                }
            };
            assert!(unpacked == page.as_bytes(), "{encoding:?}");
        }
    }

    #[test]
    fn pictures_and_workbooks_are_left_alone() {
        for path in ["index.html", "data/targets.csv", "lich.ics", "static/style.css", "a/bieu-do.svg"] {
            assert!(is_worth_packing(path), "{path}");
        }
        for path in ["a/chia-se.png", "files/plans/a/progress.xlsx", "_headers", ".kehoach", "files/a.pdf"] {
            assert!(!is_worth_packing(path), "{path}");
        }
    }
}
