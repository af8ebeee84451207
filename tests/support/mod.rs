//! What several test files share.
#![allow(dead_code, unused_imports)]

mod dice;
mod html;

pub use dice::Dice;
pub use html::{Tag, tags};
use kehoach::world::{MemoryWorld, World};
use kehoach::{BuildOptions, Built};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

/// A command, from Debian's package where it is missing and this user may install it.
pub fn need(command: &str, package: &str) {
    let runs = || Command::new(command).arg("--version").output().is_ok();
    let _alone = alone();
    if runs() {
        return;
    }
    install(package);
    assert!(runs(), "this test needs {command}: apt-get install {package}");
}

/// Tests that install something do so one after another.
fn alone() -> fs::File {
    let lock = fs::File::create(Path::new(env!("CARGO_TARGET_TMPDIR")).join("installing")).unwrap();
    lock.lock().unwrap();
    lock
}

/// The browser that `CHROMIUM` names, else a Chromium or Chrome that is there, else Debian's Chromium, installed if this
/// user may.
pub fn chromium() -> PathBuf {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return named.into();
    }
    let names = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];
    let path = std::env::var_os("PATH").unwrap_or_default();
    let find = || {
        let mut places = std::env::split_paths(&path).flat_map(|folder| names.map(|name| folder.join(name)));
        places.find(|place| place.is_file())
    };
    let _alone = alone();
    find().unwrap_or_else(|| {
        install("chromium");
        find().expect("this test needs a browser: apt-get install chromium, or name a Chrome in CHROMIUM")
    })
}

/// Installs a package of Debian's, if this user may.
pub fn install(package: &str) {
    let apt = |args: &[&str]| Command::new("apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive").status();
    let _ = apt(&["update", "--quiet"]);
    let _ = apt(&["install", "--yes", "--quiet", "--no-install-recommends", package]);
}

/// A file of a package that `tests/web/package.json` names, fetched by npm if it is not there yet.
pub fn npm(file: &str) -> PathBuf {
    let web = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/web");
    let file = web.join("node_modules").join(file);
    if !file.is_file() {
        need("npm", "npm");
    }
    let _alone = alone();
    if !file.is_file() {
        // Install scripts would fetch more, such as a Java of their own.
        let npm = Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit"]).current_dir(web).status();
        let fetched = npm.expect("npm was there a moment ago").success();
        assert!(fetched && file.is_file(), "npm ci in tests/web did not bring {}", file.display());
    }
    file
}

/// Every file below a folder, sorted; none if there is no such folder.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(folder) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    files
}

/// A world of the `content/` and `themes/` of these folders, later ones over earlier ones, on 22 November 2026.
/// A file whose content is just `(removed)` is taken away; `(copy of themes/...)` stands for that file of the project.
pub fn read_portal(folders: &[&Path]) -> MemoryWorld {
    let mut world = MemoryWorld::new(jiff::civil::date(2026, 11, 22));
    for folder in folders {
        for part in ["content", "themes"] {
            for file in files_below(&folder.join(part)) {
                let path = file.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                let bytes = fs::read(&file).unwrap();
                let text = std::str::from_utf8(&bytes).unwrap_or("").trim();
                match text.strip_prefix("(copy of ").and_then(|text| text.strip_suffix(')')) {
                    _ if text == "(removed)" => world.remove(&path),
                    Some(other) => world.write(&path, fs::read(other).unwrap()),
                    None => world.write(&path, bytes),
                }
            }
        }
    }
    world
}

/// What a reader sees of a page's `<main>`: a line a block, `[words](address)` for links, `{en: words}` for words in
/// another language.
pub fn main_text(html: &str) -> String {
    let start = html.find("<main").map_or(0, |at| at + html[at..].find('>').unwrap_or(0) + 1);
    let end = html.rfind("</main>").unwrap_or(html.len());
    text(&html[start..end])
}

const BLOCKS: [&str; 37] = [
    "text",
    "desc",
    "title",
    "svg",
    "p",
    "div",
    "section",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "figure",
    "figcaption",
    "nav",
    "header",
    "footer",
    "aside",
    "article",
    "blockquote",
    "details",
    "summary",
    "br",
    "hr",
    "main",
];

/// As [`main_text`], of any piece of HTML.
pub fn text(html: &str) -> String {
    let mut out = String::new();
    // For each open element with a mark of its own: its name and what closes the mark.
    let mut marks: Vec<(String, String)> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        push_words(&mut out, &rest[..at]);
        let end = rest[at..].find('>').map_or(rest.len(), |e| at + e);
        let tag = &rest[at + 1..end];
        rest = rest.get(end + 1..).unwrap_or("");
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or("").to_ascii_lowercase();
        if tag.starts_with('/') {
            if let Some(open) = marks.iter().rposition(|(of, _)| *of == name) {
                marks.drain(open..).rev().for_each(|(_, close)| out.push_str(&close));
            }
        } else {
            let mut close = String::new();
            if let Some(lang) = attribute(tag, "lang") {
                out.push_str(&format!("{{{lang}: "));
                close.push('}');
            }
            if name == "a"
                && let Some(href) = attribute(tag, "href")
            {
                out.push('[');
                close.insert_str(0, &format!("]({})", unescaped(href)));
            }
            let closed = tag.ends_with(" /") || tag.ends_with("\"/");
            if !closed && !["br", "hr", "img", "link", "meta", "path", "circle", "rect"].contains(&&*name) {
                marks.push((name.clone(), close));
            }
        }
        if BLOCKS.contains(&&*name) {
            out.push('\n');
        } else if ["td", "th"].contains(&&*name) && tag.starts_with('/') {
            out.push_str(" | ");
        }
    }
    push_words(&mut out, rest);
    let lines = out.lines().map(|line| line.trim().trim_end_matches(" |").trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn unescaped(html: &str) -> String {
    let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&nbsp;", "\u{a0}")];
    let text = marks.iter().fold(html.to_owned(), |text, (escape, mark)| text.replace(escape, mark));
    text.replace("&amp;", "&")
}

fn push_words(out: &mut String, words: &str) {
    let words = unescaped(words);
    for part in words.split_inclusive(char::is_whitespace) {
        let (word, space) = part.strip_suffix(char::is_whitespace).map_or((part, false), |word| (word, true));
        out.push_str(word);
        if space && !out.ends_with([' ', '\n']) {
            out.push(' ');
        }
    }
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let at = tag.find(&format!(" {name}="))? + name.len() + 2;
    let value = &tag[at..];
    match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next(),
        _ => value.split([' ', '\n']).next(),
    }
}

/// The names in braces of a template, sorted.
pub fn placeholders(template: &str) -> Vec<&str> {
    let mut names: Vec<_> =
        template.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect();
    names.sort_unstable();
    names
}

/// The files of a site by path.
pub type Site = BTreeMap<String, Vec<u8>>;

/// What a build makes, in memory.
pub fn build(world: &dyn World, options: &BuildOptions) -> (Built, Site) {
    let site = Mutex::new(Site::new());
    let built = kehoach::build(world, options, &|artifact| {
        site.lock().unwrap().insert(artifact.path, artifact.bytes);
        Ok(())
    });
    (built, site.into_inner().unwrap())
}
