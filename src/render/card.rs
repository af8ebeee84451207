//! What a card says: the words of a template's paragraphs, by their class.

use super::Theme;
use crate::card::Card;
use crate::diag::Diagnostic;
use crate::outline::view::View;

impl Theme {
    /// The card of a page.
    ///
    /// # Errors
    /// As [`Theme::page`].
    pub fn card(&self, template: &str, view: &View) -> Result<Card, Diagnostic> {
        Ok(read(&String::from_utf8_lossy(&self.page(template, view)?)))
    }
}

/// The card that paragraphs with these classes make; others are left out.
fn read(html: &str) -> Card {
    let mut card = Card::default();
    for paragraph in html.split("<p class=\"").skip(1) {
        let Some((class, rest)) = paragraph.split_once("\">") else { continue };
        let text = words(rest.split_once("</p>").map_or(rest, |(text, _)| text));
        match class {
            "site" => card.site = text,
            "warning" => card.warning = text,
            "above" => card.above = text,
            "title" => card.title = text,
            "figure" => card.figure = text,
            "note" => card.notes.push(text),
            _ => {}
        }
    }
    card
}

/// The words of a piece of HTML as our templates write it.
fn words(html: &str) -> String {
    let mut pieces = html.split('<');
    let mut text = pieces.next().unwrap_or("").to_owned();
    for piece in pieces {
        text.push_str(if piece.starts_with("br") { " " } else { "" });
        text.push_str(piece.split_once('>').map_or("", |(_, words)| words));
    }
    let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")];
    let text = marks.iter().fold(text, |text, (escape, mark)| text.replace(escape, mark));
    // A space that holds words together stays.
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_read_by_their_class_and_without_markup() {
        let html = "<p class=\"title\">A &amp;\n <span lang=\"en\">B &lt;</span></p>\n<p class=\"note\">1</p><p>x</p>\
            <p class=\"note\">2 <time datetime=\"2024\">2024</time></p><p class=\"other\">y</p>";
        let card =
            Card { title: "A & B <".to_owned(), notes: vec!["1".to_owned(), "2 2024".to_owned()], ..Card::default() };
        assert_eq!(read(html), card);
    }
}
