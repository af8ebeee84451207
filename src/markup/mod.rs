//! Markdown as editors write it. Vocabulary: the check stage reads the links in it, the render stage makes HTML of it.
//!
//! Raw HTML is never passed through: it is shown as the text that it is.

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Whether a text is one paragraph or a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// One paragraph: whatever stands at its start is text, never a list, a heading or a quotation.
    Inline,
    /// Paragraphs, headings, lists, tables.
    Blocks,
}

/// A link or an image as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its destination.
    pub destination: String,
    /// Whether it is an image.
    pub image: bool,
    /// Where it stands in the Markdown, in bytes.
    pub range: Range<usize>,
}

/// Keeps the start of a paragraph from being read as a list or a heading: it is no white space and has no width.
const GUARD: &str = "\u{2060}";

fn options(flow: Flow) -> Options {
    match flow {
        Flow::Inline => Options::empty(),
        Flow::Blocks => Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
    }
}

/// One line, so that nothing in it begins a block.
fn guarded(markdown: &str) -> String {
    format!("{GUARD}{}", markdown.replace('\n', " "))
}

/// As [`guarded`], where a product stays one: `5*3*2` is no emphasis.
fn guarded_words(markdown: &str) -> String {
    let text = guarded(markdown);
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if c == '*' && is_digit(text[..at].chars().next_back()) && is_digit(text[at + 1..].chars().next()) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Every link and image, in the order in which they stand.
pub fn links(markdown: &str, flow: Flow) -> Vec<Found> {
    let (text, shift) = match flow {
        Flow::Inline => (guarded(markdown), GUARD.len()),
        Flow::Blocks => (markdown.to_owned(), 0),
    };
    let mut found = Vec::new();
    for (event, range) in Parser::new_ext(&text, options(flow)).into_offset_iter() {
        let (destination, image) = match event {
            Event::Start(Tag::Link { dest_url, link_type, .. }) => (written(&dest_url, link_type), false),
            Event::Start(Tag::Image { dest_url, .. }) => (dest_url.to_string(), true),
            _ => continue,
        };
        let range = range.start.saturating_sub(shift)..range.end.saturating_sub(shift);
        found.push(Found { destination, image, range });
    }
    found
}

/// `<a@b.vn>` is written without a scheme and means one.
fn written(destination: &str, kind: LinkType) -> String {
    if kind == LinkType::Email { format!("mailto:{destination}") } else { destination.to_owned() }
}

/// What stands in the visible text and was meant as a link, such as `](document:`: a bracket that was not closed, or a
/// space where none may be.
pub fn broken_link(markdown: &str, flow: Flow) -> Option<String> {
    const OWN: [&str; 8] = ["hotline:", "agency:", "document:", "target:", "plan:", "page:", "https:", "http:"];
    let text = if flow == Flow::Inline { guarded(markdown) } else { markdown.to_owned() };
    let mut seen = String::new();
    for event in Parser::new_ext(&text, options(flow)) {
        match event {
            Event::Text(words) => seen.push_str(&words),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => seen.push(' '),
            _ => {}
        }
    }
    let after = |at: usize| seen[at + 1..].trim_start();
    let meant = |at: &usize| {
        after(*at).strip_prefix('(').is_some_and(|rest| OWN.iter().any(|own| rest.trim_start().starts_with(own)))
    };
    let at = seen.match_indices(']').map(|(at, _)| at).find(meant)?;
    let scheme = seen[at..].find(':').map_or(seen.len(), |colon| at + colon + 1);
    Some(seen[at..scheme].to_owned())
}

/// The words of a paragraph without its Markdown: what a reader sees.
pub fn plain(markdown: &str) -> String {
    let text = guarded_words(markdown);
    let mut out = String::with_capacity(markdown.len());
    for event in Parser::new_ext(&text, options(Flow::Inline)) {
        match event {
            Event::Text(t) | Event::Code(t) | Event::InlineHtml(t) | Event::Html(t) => out.push_str(&t),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            _ => {}
        }
    }
    out.replace(GUARD, "")
}

/// HTML of a Markdown text. `links` gives the address for each destination; one that is not among them becomes plain
/// text, an image without address its description.
pub fn to_html(markdown: &str, flow: Flow, links: &BTreeMap<String, String>) -> String {
    let text = match flow {
        Flow::Inline => guarded_words(markdown),
        Flow::Blocks => markdown.to_owned(),
    };
    let events = Resolve { links, open: Vec::new() };
    let parser = Parser::new_ext(&text, options(flow));
    let resolved = events.run(parser);
    let resolved = if flow == Flow::Blocks { headings(resolved) } else { resolved };
    let out = html_of(resolved);
    match flow {
        Flow::Blocks => out,
        Flow::Inline => {
            let inner = out.trim_end().strip_prefix("<p>").and_then(|o| o.strip_suffix("</p>")).unwrap_or(&out);
            inner.replace(GUARD, "")
        }
    }
}

/// As [`to_html`] of a page, with a mark in the first tag of each block: `mark` is told where in the Markdown the block begins,
/// in bytes.
pub fn to_marked_html(markdown: &str, links: &BTreeMap<String, String>, mark: impl Fn(usize) -> String) -> String {
    let mut events = Resolve { links, open: Vec::new() };
    let parser = Parser::new_ext(markdown, options(Flow::Blocks)).into_offset_iter();
    let resolved = parser.filter_map(|(event, range)| Some((events.event(event)?, range.start)));
    let (resolved, starts): (Vec<_>, Vec<_>) = resolved.unzip();
    let (mut out, mut block, mut begin, mut depth) = (String::new(), Vec::new(), 0, 0_usize);
    for (event, start) in headings(resolved).into_iter().zip(starts) {
        if depth == 0 {
            begin = start;
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        block.push(event);
        if depth == 0 {
            let mut html = html_of(block.drain(..));
            let after_name = html.find([' ', '>', '/']).filter(|_| html.starts_with('<')).unwrap_or(0);
            html.insert_str(after_name, &if after_name > 0 { mark(begin) } else { String::new() });
            out.push_str(&html);
        }
    }
    out
}

/// HTML of parsed Markdown. Its tables have headers of columns alone, and say so.
fn html_of<'a>(events: impl IntoIterator<Item = Event<'a>>) -> String {
    let mut html = String::new();
    html::push_html(&mut html, events.into_iter());
    html.replace("<th>", "<th scope=\"col\">")
}

struct Resolve<'a> {
    links: &'a BTreeMap<String, String>,
    /// For each link or image that is open: whether it is shown as one.
    open: Vec<bool>,
}

impl Resolve<'_> {
    fn run<'t>(mut self, parser: Parser<'t>) -> Vec<Event<'t>> {
        parser.filter_map(|event| self.event(event)).collect()
    }

    fn event<'t>(&mut self, event: Event<'t>) -> Option<Event<'t>> {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let address = self.address(&written(&dest_url, link_type))?;
                let link_type = if link_type == LinkType::Email { LinkType::Inline } else { link_type };
                Some(Event::Start(Tag::Link { link_type, dest_url: address, title, id }))
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let address = self.address(&dest_url)?;
                Some(Event::Start(Tag::Image { link_type, dest_url: address, title, id }))
            }
            Event::End(TagEnd::Link | TagEnd::Image) => self.open.pop()?.then_some(event),
            Event::Html(html) | Event::InlineHtml(html) => Some(Event::Text(html)),
            Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
            other => Some(other),
        }
    }

    fn address<'t>(&mut self, destination: &str) -> Option<CowStr<'t>> {
        let address = self.links.get(destination);
        self.open.push(address.is_some());
        address.map(|a| CowStr::from(a.clone()))
    }
}

/// Gives each heading an id made of its words, unique on the page, and keeps `#` free for the page's title.
fn headings(mut events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut taken = BTreeSet::new();
    let mut at = 0;
    while at < events.len() {
        let (start, end) = (at, events[at..].iter().position(|e| matches!(e, Event::End(TagEnd::Heading(_)))));
        at += 1;
        let (Event::Start(Tag::Heading { .. }), Some(end)) = (&events[start], end) else { continue };
        let words: String = events[start..start + end]
            .iter()
            .filter_map(|e| match e {
                Event::Text(t) | Event::Code(t) => Some(&**t),
                _ => None,
            })
            .collect();
        let anchor = unique(&crate::lang::slug(&words), &mut taken);
        if let Event::Start(Tag::Heading { level, id, .. }) = &mut events[start] {
            *level = below_title(*level);
            *id = Some(anchor.into());
        }
        if let Event::End(TagEnd::Heading(level)) = &mut events[start + end] {
            *level = below_title(*level);
        }
    }
    events
}

fn below_title(level: HeadingLevel) -> HeadingLevel {
    if level == HeadingLevel::H1 { HeadingLevel::H2 } else { level }
}

fn unique(slug: &str, taken: &mut BTreeSet<String>) -> String {
    let base = if slug.is_empty() { "muc" } else { slug };
    let mut candidate = base.to_owned();
    let mut n = 2;
    while !taken.insert(candidate.clone()) {
        candidate = format!("{base}-{n}");
        n += 1;
    }
    candidate
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inline(markdown: &str) -> String {
        let links = [
            ("hotline:111".to_owned(), "../#so-111".to_owned()),
            ("https://a.vn/?x=1&y".to_owned(), "https://a.vn/?x=1&y".to_owned()),
        ];
        to_html(markdown, Flow::Inline, &links.into())
    }

    #[test]
    fn a_paragraph_stays_one_whatever_it_begins_with() {
        for text in ["- a", "1. a", "# a", "> a", "+ a", "* a", "    a", "```", "---", "1) a\n2) b"] {
            let html = inline(text);
            assert!(!html.contains('<'), "{text:?} became {html:?}");
            assert_eq!(plain(text).trim(), text.replace('\n', " ").trim());
        }
    }

    #[test]
    fn links_lead_where_they_are_told_or_become_text() {
        assert_eq!(inline("gọi [số 111](hotline:111)!"), "gọi <a href=\"../#so-111\">số 111</a>!");
        assert_eq!(inline("[x](javascript:alert(1)) y"), "x y");
        assert_eq!(inline("![x](javascript:alert(1)) y"), "x y");
        assert_eq!(inline("<https://a.vn/?x=1&y>"), "<a href=\"https://a.vn/?x=1&amp;y\">https://a.vn/?x=1&amp;y</a>");
    }

    #[test]
    fn a_product_of_numbers_is_no_emphasis() {
        assert_eq!(inline("5*3*2 và *x*"), "5*3*2 và <em>x</em>");
        assert_eq!(plain("5*3*2 **a**"), "5*3*2 a");
        assert_eq!(inline("5\\*3*2"), "5*3*2");
    }

    #[test]
    fn raw_html_is_shown_as_text() {
        assert_eq!(
            inline("a <b onclick=x>đậm</b> & <script>"),
            "a &lt;b onclick=x&gt;đậm&lt;/b&gt; &amp; &lt;script&gt;"
        );
        let page = to_html("<div>\n*x*\n</div>\n\ny", Flow::Blocks, &BTreeMap::new());
        assert!(!page.contains("<div>") && page.contains("&lt;div&gt;"), "{page}");
    }

    #[test]
    fn headings_have_stable_ids_below_the_title() {
        let page = to_html("# Đuối nước\n\n## Đuối nước\n\n## *…*", Flow::Blocks, &BTreeMap::new());
        assert!(page.contains("<h2 id=\"duoi-nuoc\">") && page.contains("<h2 id=\"duoi-nuoc-2\">"), "{page}");
        assert!(page.contains("<h2 id=\"muc\">"), "{page}");
    }

    #[test]
    fn headers_of_a_table_say_what_they_head() {
        let page = to_html("| a | b |\n|---|---|\n| <th> | 2 |\n", Flow::Blocks, &BTreeMap::new());
        assert_eq!(page.matches("<th scope=\"col\">").count(), 2, "{page}");
        assert!(page.contains("&lt;th&gt;"), "{page}");
    }

    #[test]
    fn a_link_that_is_not_whole_is_seen() {
        let broken = |text: &str| broken_link(text, Flow::Inline);
        assert_eq!(broken("theo [a](document:x của").as_deref(), Some("](document:"));
        assert_eq!(broken("theo [a] (document:x)").as_deref(), Some("] (document:"));
        assert_eq!(broken("theo [a](document:x y)").as_deref(), Some("](document:"));
        assert_eq!(broken("theo [a](document:x), mục [1] (xem http)"), None);
    }

    #[test]
    fn links_are_found_where_they_stand() {
        let found = links("- xem [a](document:x) và ![b](b.png)", Flow::Inline);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].destination.as_str(), found[0].range.clone()), ("document:x", 6..21));
        assert!(found[1].image);
    }
}
