//! What a page costs its reader: bytes on the way, packed by gzip, with all that it loads.

mod support;

use kehoach::BuildOptions;
use kehoach::publish::encoding::Encoding;
use kehoach::world::DiskWorld;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;
use support::{Site, build, read_portal};

/// The most that a page may weigh with its style sheet, scripts and pictures.
const PAGE: usize = 35_000;
const STYLE_SHEET: usize = 12_000;
const SCRIPT: usize = 6_000;
/// A picture that networks load, and no page does.
const CARD: usize = 32_000;

/// The real portal.
static SITE: LazyLock<Site> = LazyLock::new(|| {
    let (built, site) = build(&DiskWorld::new("."), &BuildOptions::default());
    assert!(!built.report.has_errors(), "{:#?}", built.report.diagnostics);
    site
});

fn packed(bytes: &[u8]) -> usize {
    Encoding::Gzip.encode(bytes).len()
}

/// The values of an attribute in the tags of these names, quoted or minified.
fn attributes<'h>(html: &'h str, names: &[&str], attribute: &str) -> Vec<(&'h str, &'h str)> {
    let tags = html.split('<').skip(1).filter_map(|piece| piece.split_once('>').map(|(tag, _)| tag));
    let tags = tags.filter(|tag| names.contains(&tag.split([' ', '/']).next().unwrap_or("")));
    let value = |tag: &'h str| {
        let (_, rest) = tag.split_once(&format!(" {attribute}="))?;
        let value = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next(),
            None => rest.split(' ').next(),
        };
        Some((tag, value?))
    };
    tags.filter_map(value).collect()
}

/// What a page loads by itself, by its path in the site.
fn loaded(site: &Site, page: &str, html: &str) -> Vec<String> {
    let sheets = attributes(html, &["link"], "href").into_iter();
    let sheets =
        sheets.filter(|(tag, _)| tag.contains("stylesheet") || tag.contains("rel=icon") || tag.contains("\"icon\""));
    let others = attributes(html, &["script", "img", "source", "iframe", "video", "audio"], "src");
    let folder: Vec<&str> = page.split('/').collect();
    let mut paths = Vec::new();
    for (_, address) in sheets.chain(others).filter(|(_, address)| !address.starts_with("data:")) {
        assert!(!address.contains("://"), "{page} loads {address} from another host");
        let mut path = folder[..folder.len() - 1].to_vec();
        let root = address.strip_prefix('/');
        if root.is_some() {
            path.clear();
        }
        for part in root.unwrap_or(address).split('/') {
            match part {
                ".." => _ = path.pop(),
                "." => {}
                part => path.push(part),
            }
        }
        let path = path.join("/");
        assert!(site.contains_key(&path), "{page} loads {path}, which is not there");
        paths.push(path);
    }
    paths.sort();
    paths.dedup();
    paths
}

#[test]
fn every_page_is_light_with_all_that_it_loads() {
    let site = &*SITE;
    let mut weights: BTreeMap<String, usize> = BTreeMap::new();
    let mut heaviest: Vec<(usize, &str)> = Vec::new();
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).unwrap();
        let loads = loaded(site, path, html);
        let mut of = |path: &String| *weights.entry(path.clone()).or_insert_with(|| packed(&site[path]));
        let weight = packed(bytes) + loads.iter().map(&mut of).sum::<usize>();
        assert!(weight < PAGE, "{path}: {weight} bytes with {loads:?}");
        let sheets = loads.iter().filter(|path| path.ends_with(".css"));
        let for_screens = sheets.filter(|path| !path.contains("poster"));
        assert_eq!(for_screens.count(), 1, "{path} has one style sheet: {loads:?}");
        heaviest.push((weight, path));
        for (tag, _) in attributes(html, &["script"], "src") {
            assert!(tag.contains(" defer") || tag.contains("type=module") || tag.contains(" async"), "{path}: {tag}");
        }
    }
    heaviest.sort_unstable();
    println!("heaviest: {:?}", &heaviest[heaviest.len().saturating_sub(8)..]);
    println!("median: {:?}", heaviest[heaviest.len() / 2]);
    for (path, bytes) in site {
        let (weight, most) = match path.rsplit_once('.').map(|(_, ending)| ending) {
            Some("css") => (packed(bytes), STYLE_SHEET),
            Some("js") => (packed(bytes), SCRIPT),
            Some("png") if !path.starts_with("files/") => (bytes.len(), CARD),
            _ => continue,
        };
        assert!(weight < most, "{path}: {weight} bytes");
    }
}

/// What a page says of itself: `name` is that of a `meta` or its property.
fn said<'h>(html: &'h str, name: &str) -> Option<&'h str> {
    let metas = attributes(html, &["meta"], "content");
    let is_it = |tag: &str| tag.split([' ', '"']).any(|part| part.rsplit('=').next() == Some(name));
    metas.into_iter().find(|(tag, _)| is_it(tag)).map(|(_, content)| content)
}

#[test]
fn plans_and_targets_can_be_shared_with_a_picture_of_their_own() {
    let site = &*SITE;
    let base = said(std::str::from_utf8(&site["index.html"]).unwrap(), "og:url").unwrap();
    let mut pictures: Vec<&str> = Vec::new();
    let mut descriptions: BTreeMap<&str, &str> = BTreeMap::new();
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with("index.html")) {
        let html = std::str::from_utf8(bytes).unwrap();
        if html.contains("http-equiv=refresh") || html.contains("http-equiv=\"refresh\"") {
            continue;
        }
        let description = said(html, "description").unwrap_or_default();
        assert!(description.chars().count() > 20, "{path}: {description:?}");
        // Two sizes of a poster are the same page for search engines.
        let is_poster = path.contains("/ap-phich/") || path.contains("/poster/");
        if let Some(other) = descriptions.insert(description, path).filter(|_| !is_poster) {
            panic!("{path} and {other} say the same of themselves: {description}");
        }
        for name in ["og:type", "og:title", "og:site_name", "og:url"] {
            assert!(said(html, name).is_some_and(|said| !said.is_empty()), "{path}: {name}");
        }
        let (own, other) = if path.starts_with("en/") { ("en_GB", "vi_VN") } else { ("vi_VN", "en_GB") };
        assert_eq!((said(html, "og:locale"), said(html, "og:locale:alternate")), (Some(own), Some(other)), "{path}");
        let of_plan = (path.starts_with("ke-hoach/") && path != "ke-hoach/index.html")
            || (path.starts_with("en/plans/") && path != "en/plans/index.html");
        let picture = said(html, "og:image");
        assert_eq!(picture.is_some(), of_plan, "{path}");
        let Some(picture) = picture else { continue };
        let file = picture.strip_prefix(base).unwrap();
        assert!(site.get(file).is_some_and(|png| png.starts_with(b"\x89PNG")), "{path}: {picture}");
        assert_eq!((said(html, "og:image:width"), said(html, "og:image:height")), (Some("1200"), Some("630")));
        assert!(said(html, "og:image:alt").is_some() && said(html, "twitter:card") == Some("summary_large_image"));
        pictures.push(file);
    }
    pictures.sort_unstable();
    pictures.dedup();
    let drawn = site.keys().filter(|path| path.ends_with(".png") && !path.starts_with("files/")).count();
    assert_eq!(pictures.len(), drawn);
}

#[test]
fn the_words_of_a_picture_have_no_day_in_them() {
    let on = |day| {
        let options = BuildOptions { as_of: Some(day), ..BuildOptions::default() };
        let world = read_portal(&[Path::new("tests/base"), Path::new("tests/cases/progress/downloads")]);
        let (_, mut site) = build(&world, &options);
        site.retain(|path, _| path.ends_with(".png"));
        site
    };
    let (before, after) = (on(jiff::civil::date(2026, 11, 22)), on(jiff::civil::date(2031, 12, 31)));
    let differ: Vec<&String> = before.keys().filter(|path| before.get(*path) != after.get(*path)).collect();
    assert!(!before.is_empty() && before.len() == after.len() && differ.is_empty(), "{differ:?}");
}
