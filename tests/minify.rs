//! Minified or not, a reader sees the same.

mod support;

use kehoach::diag::{Report, Sources};
use kehoach::outline::{SiteOptions, outline};
use kehoach::render::{Theme, minified};
use kehoach::world::DiskWorld;
use support::text;

#[test]
fn the_visible_text_of_every_page_is_the_same_before_and_after() {
    let world = DiskWorld::new(".");
    let portal = kehoach::check(&world, None).portal.expect("sound content");
    let (mut sources, mut report) = (Sources::default(), Report::default());
    let theme = Theme::load(&world, &portal.site, &mut sources, &mut report).expect("a sound theme");
    let figures = kehoach::measure::measure(&portal, jiff::civil::date(2026, 11, 22));
    let outline = outline(&portal, &figures, &SiteOptions::default(), &mut report);
    let (mut before, mut after) = (0, 0);
    for page in outline.pages() {
        let plain = theme.page(page.template(), &outline.view(page)).expect("a page");
        let small = minified(plain.clone());
        before += plain.len();
        after += small.len();
        let read = |html: &[u8]| text(std::str::from_utf8(html).unwrap());
        assert_eq!(read(&plain), read(&small), "{}", page.route.as_str());
    }
    assert!(after <= before, "{after} bytes after, {before} before");
}
