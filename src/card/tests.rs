use super::font::{Weight, has, width};
use super::lines::{Fit, fit};
use super::*;

/// Letters of one pixel a point.
fn counted(words: &str, size: u16) -> f32 {
    words.chars().count() as f32 * f32::from(size)
}

fn fitted(text: &str, sizes: &[u16], room: (u32, u32)) -> (u16, Vec<String>) {
    let Fit { size, lines } = fit(text, sizes, room, &counted);
    (size, lines)
}

#[test]
fn a_text_is_as_large_as_it_can_be() {
    let (a, b) = ("một hai", "một hai ba bốn");
    assert_eq!(fitted(a, &[20, 10], (140, 27)), (20, vec![a.to_owned()]));
    assert_eq!(fitted(b, &[20, 10], (140, 27)), (10, vec![b.to_owned()]));
    assert_eq!(fitted(b, &[20, 10], (140, 54)), (20, vec!["một hai".to_owned(), "ba bốn".to_owned()]));
    assert_eq!(fitted("", &[20, 10], (140, 54)), (20, vec![]));
}

#[test]
fn what_has_no_room_is_cut_behind_a_word() {
    assert_eq!(fitted("một hai, ba bốn năm", &[10], (80, 13)), (10, vec!["một hai…".to_owned()]));
    assert_eq!(fitted("một hai ba bốn", &[10], (70, 13)), (10, vec!["một…".to_owned()]));
    let long = fitted("nghiêngngảnghiêng một", &[10], (80, 130));
    assert_eq!(long, (10, vec!["nghiêng…".to_owned()]));
    assert_eq!(fitted("một", &[10], (5, 5)).1.len(), 1);
}

#[test]
fn the_font_has_every_letter_of_vietnamese_and_what_plans_print() {
    let vowels = "aăâeêioôơuưy";
    let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
    let letters = vowels.chars().flat_map(|vowel| tones.map(|tone| format!("{vowel}{tone}")));
    let small: String =
        letters.chain([" bcdđghklmnpqrstvxfjwz0123456789".to_owned()]).collect::<String>().nfc().collect();
    let marks = "…–—“”‘’·•×%°/()[]{}&+−=<>₫§!?.,;:'\"-_#@*|~^`\\$€";
    for letter in small.chars().chain(small.to_uppercase().chars()).chain(marks.chars()) {
        assert!(has(letter, Weight::Regular) && has(letter, Weight::Bold), "{letter}");
        assert!(width(&letter.to_string(), Weight::Bold, 40) > 0.0, "{letter}");
    }
}

fn card() -> Card {
    let text = |words: &str| words.to_owned();
    Card {
        site: text("Cổng thử"),
        warning: text("MẪU."),
        above: text("Tỉnh Mẫu · Số 1/KH-UBND"),
        title: text("Tỷ lệ trẻ em được tiêm chủng đầy đủ"),
        figure: text("Ít nhất 90%"),
        notes: vec![text("Thời hạn: hết năm 2025")],
    }
}

/// Width, height and rows of a card as a program that knows PNG reads them.
fn decoded(png: &[u8]) -> (u32, u32, Vec<u8>) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    let (mut at, mut packed, mut kinds) = (8, Vec::new(), Vec::new());
    while at < png.len() {
        let size = number(at) as usize;
        let (kind, bytes) = (&png[at + 4..at + 8], &png[at + 8..at + 8 + size]);
        assert_eq!(number(at + 8 + size), crc32fast::hash(&png[at + 4..at + 8 + size]), "{kind:?}");
        kinds.push(String::from_utf8_lossy(kind).into_owned());
        if kind == b"IDAT" {
            packed.extend(bytes);
        }
        at += size + 12;
    }
    assert_eq!(kinds, ["IHDR", "PLTE", "IDAT", "IEND"]);
    (number(16), number(20), miniz_oxide::inflate::decompress_to_vec_zlib(&packed).unwrap())
}

#[test]
fn a_card_is_a_sound_picture_of_its_size() {
    let (width, height, rows) = decoded(&draw(&card()));
    assert_eq!((width, height), SIZE);
    assert_eq!(rows.len(), (1 + 600) * 630);
    assert!(rows.chunks(601).all(|row| row[0] == 0));
    // The band is there, the warning under it, and the margins are empty.
    assert!(rows[1..601].iter().all(|byte| *byte == 0x99));
    assert!(rows.chunks(601).skip(160).all(|row| row[1..30].iter().chain(&row[575..]).all(|byte| *byte == 0)));
}

#[test]
fn the_same_words_give_the_same_bytes_however_their_accents_are_written() {
    let decomposed = Card { title: card().title.nfd().collect(), ..card() };
    assert_ne!(decomposed, card());
    assert!(draw(&decomposed) == draw(&card()));
}

#[test]
fn texts_of_any_length_stay_on_the_card() {
    for count in [0, 1, 40, 4000] {
        let long = "Nghiêng ".repeat(count);
        let word = "Ứ".repeat(count);
        for text in [long, word] {
            let notes = vec![text.clone(); 3];
            let card = Card {
                site: text.clone(),
                warning: text.clone(),
                above: text.clone(),
                title: text.clone(),
                figure: text,
                notes,
            };
            let bytes = draw(&card);
            assert!(bytes.len() < 60_000, "{count}: {}", bytes.len());
            decoded(&bytes);
        }
    }
}
