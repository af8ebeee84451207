//! Every address that a page, a picture, a style sheet, a calendar or a list of addresses names inside the site is there,
//! with the place in the page that it leads to.

mod support;

use kehoach::BuildOptions;
use kehoach::outline::SiteOptions;
use kehoach::world::{DiskWorld, World};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use support::{Site, build, read_portal, tags};

const BASE: &str = "https://mau.example/duoi/";
/// Attributes whose value is one address.
const ADDRESSES: [&str; 9] =
    ["href", "src", "action", "formaction", "poster", "cite", "data", "xlink:href", "data-index"];
/// Attributes whose value is names of places in the same page.
const IDS: [&str; 6] = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list"];
/// What a `meta` of these names has is an address.
const METAS: [&str; 3] = ["og:image", "og:url", "twitter:image"];

/// What an address leads to: the path of a file in the site, and the place in it.
fn resolved(from: &str, address: &str) -> Option<(String, String)> {
    let (address, place) = address.split_once('#').unwrap_or((address, ""));
    let address = address.split('?').next().unwrap_or_default();
    let place = decoded(place);
    if address.is_empty() {
        return Some((from.to_owned(), place));
    }
    let below = address.strip_prefix(BASE).or_else(|| address.strip_prefix("/duoi/"));
    if below.is_none() && (address.starts_with('/') || address.split('/').next().unwrap_or("").contains(':')) {
        assert!(!address.starts_with('/'), "{from} names {address}, outside of the site");
        return None;
    }
    let mut path: Vec<&str> = if below.is_some() { Vec::new() } else { from.split('/').collect() };
    path.pop();
    for part in below.unwrap_or(address).split('/') {
        match part {
            ".." => assert!(path.pop().is_some(), "{from} names {address}, above the site"),
            "." => {}
            part => path.push(part),
        }
    }
    // A page is named by its folder.
    let path = decoded(&path.join("/"));
    let is_folder = address.ends_with(['/', '.']);
    let folder = path.trim_end_matches('/');
    let path = match (is_folder, folder) {
        (true, "") => "index.html".to_owned(),
        (true, folder) => format!("{folder}/index.html"),
        (false, _) => path,
    };
    Some((path, place))
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = after.get(..2).filter(|_| *first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).unwrap()
}

/// The addresses that a file names, and the names of places that it has.
fn named(path: &str, bytes: &[u8]) -> (Vec<String>, BTreeSet<String>) {
    let (mut addresses, mut places) = (Vec::new(), BTreeSet::new());
    let text = match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html" | "svg" | "css" | "txt" | "xml" | "ics" | "atom" | "json") => std::str::from_utf8(bytes).unwrap(),
        _ => return (addresses, places),
    };
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html" | "svg") => {
            for tag in tags(text) {
                let is_twice = tag.get("id").is_some_and(|id| !places.insert(id.to_owned()));
                assert!(!is_twice, "{path} has two places named {:?}", tag.get("id"));
                for (name, value) in &tag.attributes {
                    match *name {
                        name if ADDRESSES.contains(&name) => addresses.push(value.clone()),
                        name if IDS.contains(&name) => {
                            addresses.extend(value.split_whitespace().map(|id| format!("#{id}")));
                        }
                        "srcset" | "imagesrcset" => {
                            let each = value.split(',').filter_map(|one| one.split_whitespace().next());
                            addresses.extend(each.map(str::to_owned));
                        }
                        "content" if tag.get("http-equiv") == Some("refresh") => {
                            addresses.extend(value.split_once("url=").map(|(_, to)| to.to_owned()));
                        }
                        "content" if tag.get("property").is_some_and(|property| METAS.contains(&property)) => {
                            addresses.push(value.clone());
                        }
                        _ => {}
                    }
                }
            }
        }
        Some("css") => {
            let urls = text.split("url(").skip(1).filter_map(|rest| rest.split_once(')'));
            addresses.extend(urls.map(|(url, _)| url.trim_matches(['"', '\'']).to_owned()));
        }
        // Whole addresses, wherever they stand.
        _ => {
            let unfolded = text.replace("\r\n ", "");
            let ends = |c: char| c.is_whitespace() || "<>\"\\,;".contains(c);
            let each = unfolded.split(BASE).skip(1).filter_map(|rest| rest.split(ends).next());
            addresses.extend(each.map(|rest| format!("{BASE}{rest}")));
        }
    }
    (addresses, places)
}

fn site(world: &dyn World) -> Site {
    let site = SiteOptions { base_url: Some(BASE.to_owned()), ..SiteOptions::default() };
    let (built, site) = build(world, &BuildOptions { site, ..BuildOptions::default() });
    assert!(!built.report.has_errors(), "{:#?}", built.report.diagnostics);
    site
}

fn dead_ends(site: &Site) -> Vec<String> {
    let named: BTreeMap<&String, _> = site.iter().map(|(path, bytes)| (path, named(path, bytes))).collect();
    let (mut dead, mut seen, mut with_place) = (Vec::new(), 0, 0);
    for (path, (addresses, _)) in &named {
        for address in addresses {
            let Some((to, place)) = resolved(path, address) else { continue };
            seen += 1;
            let Some((_, places)) = named.get(&to) else {
                dead.push(format!("{path}: {address}: no {to}"));
                continue;
            };
            with_place += usize::from(!place.is_empty());
            if !place.is_empty() && to.ends_with(".html") && !places.contains(&place) {
                dead.push(format!("{path}: {address}: no such place"));
            }
        }
    }
    println!("{seen} addresses, {with_place} with a place in the page");
    assert!(seen > 100 && with_place > 20, "{seen}, {with_place}");
    dead
}

#[test]
fn every_address_inside_the_portal_leads_somewhere() {
    let dead = dead_ends(&site(&DiskWorld::new(".")));
    assert!(dead.is_empty(), "{} dead ends:\n{}", dead.len(), dead.join("\n"));
}

#[test]
fn every_address_inside_a_small_site_leads_somewhere_and_a_dead_end_is_found() {
    let mut site = site(&read_portal(&[Path::new("tests/base"), Path::new("tests/cases/progress/downloads")]));
    assert_eq!(dead_ends(&site), [""; 0]);
    let more = "<a href=khong-co/>a</a><a href=\"#khong-co\">b</a><img srcset=\"static/khong-co.png 2x\"><p aria-labelledby=khong>";
    site.get_mut("en/index.html").unwrap().extend(more.as_bytes());
    assert_eq!(dead_ends(&site).len(), 4);
}
