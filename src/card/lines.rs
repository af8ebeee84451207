//! Texts in the room that there is: as large as they can be, else cut behind a word.

use super::line_height;

/// A text in lines.
#[derive(Debug, PartialEq, Eq)]
pub struct Fit {
    /// Of the letters.
    pub size: u16,
    pub lines: Vec<String>,
}

/// The text at the first of these sizes at which it has room, at the last one otherwise, with an ellipsis for what is left
/// out. `measure` says how wide words are at a size.
pub fn fit(text: &str, sizes: &[u16], (width, height): (u32, u32), measure: &dyn Fn(&str, u16) -> f32) -> Fit {
    let mut last = Fit { size: sizes.last().copied().unwrap_or(1), lines: Vec::new() };
    for &size in sizes {
        let most = (height / line_height(size)) as usize;
        let of = |words: &str| measure(words, size);
        let lines = broken(text, width as f32, &of);
        if lines.len() <= most && lines.iter().all(|line| of(line) <= width as f32) {
            return Fit { size, lines };
        }
        last = Fit { size, lines: cut(lines, most.max(1), width as f32, &of) };
    }
    last
}

/// Lines that end between words; a word wider than a line stands alone.
fn broken(text: &str, width: f32, measure: &dyn Fn(&str) -> f32) -> Vec<String> {
    let (mut lines, mut room): (Vec<String>, f32) = (Vec::new(), 0.0);
    let space = measure(" ");
    for word in text.split_ascii_whitespace() {
        let wide = measure(word);
        match lines.last_mut() {
            Some(line) if space + wide <= room => {
                line.push(' ');
                line.push_str(word);
                room -= space + wide;
            }
            _ => {
                lines.push(word.to_owned());
                room = width - wide;
            }
        }
    }
    lines
}

/// The first lines, none wider than this; where anything is left out, an ellipsis stands for it.
fn cut(mut lines: Vec<String>, most: usize, width: f32, measure: &dyn Fn(&str) -> f32) -> Vec<String> {
    let wide = lines.iter().take(most).position(|line| measure(line) > width);
    let end = wide.map_or(most, |at| at + 1);
    if lines.len() <= end && wide.is_none() {
        return lines;
    }
    lines.truncate(end);
    if let Some(line) = lines.last_mut() {
        loop {
            line.truncate(line.trim_end_matches([' ', ',', ';', ':', '.', '–', '(']).len());
            if line.is_empty() || measure(&format!("{line}…")) <= width {
                break;
            }
            let end = line.rfind(' ').or_else(|| line.char_indices().next_back().map(|(at, _)| at));
            line.truncate(end.unwrap_or(0));
        }
        line.push('…');
    }
    lines
}
