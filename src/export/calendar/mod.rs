//! The calendars: reports due and events as iCalendar (RFC 5545), one file for the portal and one for each plan, in each
//! language. Readers subscribe to them, so that every line is meant to stay the same until the content does not.
//!
//! <https://www.rfc-editor.org/rfc/rfc5545>, <https://www.rfc-editor.org/rfc/rfc7986> for `NAME`.

mod event;
mod lines;
mod words;

use super::said::{Said, said};
use crate::lang::Lang;
use crate::measure::Figures;
use crate::model::{Artifact, Item, Ix, Plan, Portal};
use event::{dated, event};
use icalendar::{Calendar, Property};
use words::{ABOUT, Words};

/// What the files hold.
pub const TITLE: Said = said("Lịch báo cáo và sự kiện", "Calendar of reports and events");

/// What one entry is.
pub const ENTRY: Said = said(
    "Tệp iCalendar (.ics) cho ứng dụng lịch: mỗi ngày hạn báo cáo và mỗi sự kiện có thời gian là một mục cả ngày. Hạn \
     “trước ngày 20/05” nằm ở ngày cuối còn đúng hạn (19/05); “trong quý I” kéo dài cả quý; sự kiện chỉ nêu lúc bắt \
     đầu, như “từ tháng 5”, nằm ở ngày đầu tiên có thể. Điều không nêu thời gian không có trong tệp. Mỗi ngôn ngữ có tệp riêng.",
    "An iCalendar file (.ics) for calendar applications: each day on which a report is due, and each event with a date, \
     is an all-day entry. A report due “before 20 May” stands on the last day in time (19 May); one “within the first \
     quarter” takes all of it; an event of which only the beginning is stated, “from May”, stands on the first day \
     that this may be. What has no date is not in the file. Each language has a file of its own.",
);

/// Where the outline puts what calendars name.
pub trait Addresses {
    /// The paths of a plan's calendar, or of the portal's: the one that pages link to, then those that it has left.
    /// None where nothing has a date.
    fn calendar(&self, plan: Option<Ix<Plan>>, lang: Lang) -> Vec<String>;
    /// The whole address of a plan's overview, or of the calendar.
    fn page(&self, plan: Option<Ix<Plan>>, lang: Lang) -> String;
    /// The whole address of a paragraph.
    fn paragraph(&self, plan: Ix<Plan>, item: Ix<Item>, lang: Lang) -> String;
    /// The host of the portal.
    fn host(&self) -> &str;
}

/// What entries are made of.
#[derive(Clone, Copy)]
struct Sources<'p> {
    portal: &'p Portal,
    figures: &'p Figures,
    addresses: &'p dyn Addresses,
}

/// The calendars of a portal. The portal's own leaves samples out.
pub fn calendars<'p>(
    portal: &'p Portal,
    figures: &'p Figures,
    addresses: &'p dyn Addresses,
) -> impl Iterator<Item = Artifact> + 'p {
    let sources = Sources { portal, figures, addresses };
    each_of(portal).flat_map(move |(plan, lang)| {
        let paths = addresses.calendar(plan, lang);
        let bytes = if paths.is_empty() { Vec::new() } else { bytes(sources, plan, lang) };
        paths.into_iter().map(move |path| Artifact { path, bytes: bytes.clone() })
    })
}

/// The calendar at this path of the site.
pub fn calendar_at(portal: &Portal, figures: &Figures, addresses: &dyn Addresses, path: &str) -> Option<Vec<u8>> {
    let stands = |(plan, lang): &(Option<Ix<Plan>>, Lang)| addresses.calendar(*plan, *lang).iter().any(|at| at == path);
    let (plan, lang) = each_of(portal).filter(|_| path.ends_with(".ics")).find(stands)?;
    Some(bytes(Sources { portal, figures, addresses }, plan, lang))
}

/// The portal's own and each plan's, in each language.
fn each_of(portal: &Portal) -> impl Iterator<Item = (Option<Ix<Plan>>, Lang)> {
    let plans = || portal.each_plan().map(|(ix, _)| Some(ix));
    portal
        .site
        .languages
        .iter()
        .flat_map(move |language| std::iter::once(None).chain(plans()).map(move |plan| (plan, language.lang)))
}

fn bytes(sources: Sources, plan: Option<Ix<Plan>>, lang: Lang) -> Vec<u8> {
    let portal = sources.portal;
    let plans: Vec<Ix<Plan>> = match plan {
        Some(plan) => vec![plan],
        None => portal.each_plan().filter(|(_, plan)| !plan.sample).map(|(ix, _)| ix).collect(),
    };
    let words = Words(lang);
    let about = plan.map_or(&portal.site.title, |plan| &portal[plan].title).best(lang).1;
    let name = words.with(ABOUT, &[("about", about)]);
    let mut entries: Vec<_> = plans.into_iter().flat_map(|plan| dated(sources, plan)).collect();
    entries.sort_by_key(|entry| (entry.time.first, entry.time.last));

    let mut calendar = Calendar::empty();
    let text = |key: &str, value: &str| Property::new(key, value).add_parameter("VALUE", "TEXT").done();
    for (key, value) in [("VERSION", "2.0"), ("PRODID", "-//kehoach//kehoach//EN"), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property((key, value));
    }
    // Without its type the one is not escaped by the crate, the other not read as escaped by every reader.
    calendar.append_property(text("NAME", &name)).append_property(text("X-WR-CALNAME", &name));
    calendar.append_property(("URL", sources.addresses.page(plan, lang).as_str()));
    calendar.extend(entries.into_iter().map(|entry| event(sources, entry, words)));
    lines::folded(&calendar.to_string()).into_bytes()
}
