//! The tags of a page, as they are written: quoted or minified.
#![allow(dead_code)]

/// A start tag.
pub struct Tag<'h> {
    /// Its name.
    pub name: &'h str,
    /// Name and value of each attribute, in order; an empty value where none is written.
    pub attributes: Vec<(&'h str, String)>,
}

impl Tag<'_> {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(of, _)| *of == name).map(|(_, value)| value.as_str())
    }
}

/// Every start tag of a page.
pub fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if after.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (tag, after) = tag(after);
            tags.push(tag);
            rest = after;
        }
    }
    tags
}

/// A start tag from its name on, and what follows it.
fn tag(html: &str) -> (Tag<'_>, &str) {
    let (name, mut rest) = split_at(html, |c| c.is_whitespace() || c == '>' || c == '/');
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            return (Tag { name, attributes }, rest);
        }
        let (of, after) = split_at(rest, |c| c.is_whitespace() || c == '>' || c == '=');
        let (value, after) = match after.strip_prefix('=') {
            None => ("", after),
            Some(after) => match after.chars().next() {
                Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((after, "")),
                _ => split_at(after, |c| c.is_whitespace() || c == '>'),
            },
        };
        attributes.push((of, super::unescaped(value)));
        rest = after;
    }
}

fn split_at(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(ends).unwrap_or(text.len()))
}
