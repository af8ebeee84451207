//! Smaller pages, with the cargo feature `minify`.

/// The same page in fewer bytes: white space that nobody sees and quotes that HTML can do without are left out. What a
/// reader sees stays the same, letter by letter. Without the feature the page comes back as it is.
///
/// `minify-html` drops the space between inline neighbours right inside `div`, `nav`, `main`, `section`, `footer` and
/// `body`, and no option stops it: so templates put such neighbours into list items or paragraphs.
pub fn minified(html: Vec<u8>) -> Vec<u8> {
    #[cfg(feature = "minify")]
    return minify_html::minify(
        &html,
        &minify_html::Cfg { keep_closing_tags: true, keep_html_and_head_opening_tags: true, ..minify_html::Cfg::new() },
    );
    #[cfg(not(feature = "minify"))]
    html
}
