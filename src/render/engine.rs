//! Tera with the filters and functions of our templates: one for each language, since inside a component nothing of the
//! page's context is known.

use super::lines::lines;
use super::strings::{Strings, escaped};
use crate::lang::Lang;
use crate::markup::{Flow, to_html, to_marked_html};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;
use tera::value::Key;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

/// What a built-in template is called besides its own name, so that a theme's `base.html` can extend
/// `default/base.html`.
pub(super) const BUILT_IN: &str = "default/";

/// The strings of every language of a site.
pub(super) type Languages = Arc<BTreeMap<Lang, Strings>>;

/// An engine that speaks this language, and knows no template yet.
pub(super) fn engine(languages: &Languages, lang: Lang) -> TeraResult<Tera> {
    let mut tera = Tera::new();
    tera.set_fallback_prefixes([BUILT_IN])?;
    tera.register_filter("words", |value: &Value, _: Kwargs, _: &State| words(value));
    tera.register_filter("inline", |value: &Value, _: Kwargs, _: &State| prose(value, Flow::Inline, "span"));
    tera.register_filter("blocks", |value: &Value, _: Kwargs, _: &State| prose(value, Flow::Blocks, "div"));
    tera.register_filter("lines", |value: &str, args: Kwargs, _: &State| {
        let lines = lines(value, args.must_get("width")?, args.must_get("size")?);
        TeraResult::Ok(lines.iter().map(|line| Value::safe_string(line)).collect::<Vec<Value>>())
    });
    tera.register_filter("trace", |value: &Value, _: Kwargs, _: &State| trace(value));
    tera.autoescape_on([".html", ".svg"]);
    localise(&mut tera, languages, lang);
    Ok(tera)
}

/// Makes an engine speak this language.
pub(super) fn localise(tera: &mut Tera, languages: &Languages, lang: Lang) {
    let (for_label, for_plain, for_text) = (languages.clone(), languages.clone(), languages.clone());
    tera.register_filter("label", move |value: &Value, _: Kwargs, _: &State| match key(value) {
        Some(key) => string(&for_label, lang, key, &Kwargs::default()),
        None => words(value),
    });
    tera.register_filter("plain", move |value: &Value, _: Kwargs, _: &State| match key(value) {
        Some(key) => string(&for_plain, lang, key, &Kwargs::default()),
        None => Ok(Value::safe_string(&escaped(text_field(value, "text")?))),
    });
    tera.register_function("t", move |args: Kwargs, _: &State| {
        let other = args.get::<&str>("lang")?.map(|code| known(&for_text, code)).transpose()?;
        string(&for_text, other.unwrap_or(lang), args.must_get("key")?, &args)
    });
}

fn string(languages: &Languages, lang: Lang, key: &str, args: &Kwargs) -> TeraResult<Value> {
    let strings = languages.get(&lang).ok_or_else(|| Error::message(format!("`{lang}` is no language of the site")))?;
    strings.get(key, args)
}

fn known(languages: &Languages, code: &str) -> TeraResult<Lang> {
    let lang = Lang::new(code).filter(|lang| languages.contains_key(lang));
    lang.ok_or_else(|| Error::message(format!("`{code}` is no language of the site")))
}

/// The key of a label that is a string of the theme.
fn key(value: &Value) -> Option<&str> {
    field(value, "key").and_then(Value::as_str)
}

/// `{{ x | words }}`: a text of the content, marked with its language where that is not the page's.
fn words(value: &Value) -> TeraResult<Value> {
    let text = escaped(text_field(value, "text")?);
    Ok(Value::safe_string(&in_language(text, "span", language(value))))
}

/// `<li{{ x | trace }}>`: where something is written, as attributes for a preview; nothing in a build, which does not say.
fn trace(value: &Value) -> Value {
    let mut out = String::new();
    if let Some(trace) = field(value, "trace") {
        out.extend(field(trace, "at").and_then(Value::as_str).map(at));
        if let Some(cell) = field(trace, "cell").and_then(Value::as_str) {
            let _ = write!(out, " data-cell=\"{}\"", escaped(cell));
        }
        if field(trace, "stale").and_then(Value::as_bool) == Some(true) {
            out.push_str(" data-stale");
        }
    }
    Value::safe_string(&out)
}

fn at(place: &str) -> String {
    format!(" data-at=\"{}\"", escaped(place))
}

/// The file and the line in which something is written.
fn place(value: &Value) -> Option<(&str, usize)> {
    let at = field(field(value, "trace")?, "at")?.as_str()?;
    let (file, line) = at.rsplit_once(':')?.0.rsplit_once(':')?;
    Some((file, line.parse().ok()?))
}

/// `{{ x | inline }}` and `{{ x | blocks }}`: Markdown as HTML.
fn prose(value: &Value, flow: Flow, element: &str) -> TeraResult<Value> {
    let mut links = BTreeMap::new();
    if let Some(map) = field(value, "links").and_then(Value::as_map) {
        for (written, address) in map {
            if let (Some(written), Some(address)) = (written.as_str(), address.as_str()) {
                links.insert(written.to_owned(), address.to_owned());
            }
        }
    }
    let markdown = text_field(value, "markdown")?;
    let html = match place(value).filter(|_| flow == Flow::Blocks) {
        Some((file, line)) => to_marked_html(markdown, &links, |begin| {
            let line = line + markdown[..begin].matches('\n').count();
            at(&format!("{file}:{line}:1"))
        }),
        None => to_html(markdown, flow, &links),
    };
    Ok(Value::safe_string(&in_language(html, element, language(value))))
}

fn in_language(html: String, element: &str, lang: Option<&str>) -> String {
    let Some(lang) = lang else { return html };
    let mut out = String::with_capacity(html.len() + 32);
    let _ = write!(out, "<{element} lang=\"{}\">{html}</{element}>", escaped(lang));
    out
}

fn field<'v>(value: &'v Value, name: &'static str) -> Option<&'v Value> {
    value.as_map()?.get(&Key::Str(name))
}

fn text_field<'v>(value: &'v Value, name: &'static str) -> TeraResult<&'v str> {
    field(value, name).and_then(Value::as_str).ok_or_else(|| {
        let expected = if name == "text" { "words or a label" } else { "a text with Markdown" };
        Error::message(format!("{expected} is expected, but there is `{}`", value.name()))
    })
}

fn language(value: &Value) -> Option<&str> {
    field(value, "lang").and_then(Value::as_str)
}

/// Whether a page shows any text in another language than its own. Titles of sources and the corrections log
/// are left aside: they quote, in whatever language that was printed in.
pub(super) fn has_foreign_text(value: &Value) -> bool {
    if let Some(list) = value.as_array() {
        return list.iter().any(has_foreign_text);
    }
    let Some(map) = value.as_map() else { return false };
    let is_text = map.contains_key(&Key::Str("text")) || map.contains_key(&Key::Str("markdown"));
    if is_text && language(value).is_some() {
        return true;
    }
    let quotes = |key: &Key| matches!(key.as_str(), Some("source" | "sources" | "signed_copy_source" | "corrections"));
    map.iter().any(|(key, value)| !quotes(key) && has_foreign_text(value))
}
