//! The addresses of pages: the default language at the root, every other under its code, in words that a site may set.

use super::index::Index;
use super::page::{Page, PageKind, Paper, Stands};
use super::pages::Pages;
use super::route::Route;
use super::{comparison, poster};
use crate::diag::{Arg, Code, Diagnostic, Report, Span};
use crate::lang::Lang;
use crate::model::{Id, Ix, Measure, Plan, Portal, RouteWord, Site, indexed};

/// Every page there will be: of each kind in the order of the kinds and of the content, in each language.
pub(super) fn all_pages(portal: &Portal, index: &Index) -> Vec<Page> {
    let mut kinds = vec![PageKind::Home, PageKind::Hotlines];
    kinds.extend(poster::places(portal).flat_map(|place| Paper::ALL.map(|paper| PageKind::Poster(place, paper))));
    kinds.push(PageKind::Plans);
    for (ix, plan) in portal.each_plan() {
        let whole = [PageKind::Plan, PageKind::Document, PageKind::Targets, PageKind::Responsibilities];
        kinds.extend(whole.map(|kind| kind(ix)));
        kinds.extend(indexed(&plan.measures).map(|(measure, _)| PageKind::Target(ix, measure)));
    }
    kinds.push(PageKind::Documents);
    let compared: Vec<_> = comparison::with_pages(portal, &index.compared).collect();
    kinds.extend((!compared.is_empty()).then_some(PageKind::Comparisons));
    kinds.extend(compared.into_iter().map(PageKind::Comparison));
    kinds.push(PageKind::Calendar);
    kinds.push(PageKind::Agencies);
    let agencies = indexed(&portal.agencies).map(|(agency, _)| agency);
    kinds.extend(agencies.filter(|agency| index.agencies[agency.index()].has_page).map(PageKind::Agency));
    kinds.push(PageKind::Search);
    kinds.push(PageKind::Data);
    kinds.push(PageKind::Method);
    kinds.extend(indexed(&portal.pages).map(|(page, _)| PageKind::Free(page)));
    kinds.push(PageKind::NotFound);
    let langs = || portal.site.languages.iter().map(|language| language.lang);
    let pages = kinds.into_iter().flat_map(|kind| langs().map(move |lang| (kind, lang)));
    let here = |(kind, lang)| Page { kind, lang, route: route(portal, kind, lang), stands: Stands::Here };
    let mut pages: Vec<Page> = pages.map(here).collect();
    let moved: Vec<Page> = pages.iter().flat_map(|page| left_by(portal, page)).collect();
    pages.extend(moved);
    pages
}

/// The addresses that a page had under older ids of its plan or of its measure.
fn left_by<'p>(portal: &'p Portal, page: &'p Page) -> impl Iterator<Item = Page> + 'p {
    ids(portal, page.kind).skip(1).map(|ids| Page {
        route: route_with(portal, page.kind, page.lang, ids),
        stands: Stands::Moved,
        ..page.clone()
    })
}

/// Older ids, in place of those that a page's plan and measure have now.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ids<'p> {
    plan: Option<&'p Id>,
    measure: Option<&'p Id>,
}

/// The ids under which a page stands or stood: the present ones first.
pub(super) fn ids(portal: &Portal, page: PageKind) -> impl Iterator<Item = Ids<'_>> {
    let plan = page.plan().map(|plan| portal[plan].aliases.as_slice()).unwrap_or_default();
    let measure = match page {
        PageKind::Target(plan, measure) => portal[plan][measure].aliases.as_slice(),
        _ => &[],
    };
    let each = |older| std::iter::once(None).chain(<[Id]>::iter(older).map(Some));
    each(plan).flat_map(move |plan| each(measure).map(move |measure| Ids { plan, measure }))
}

/// Where a page stands.
pub(super) fn route(portal: &Portal, kind: PageKind, lang: Lang) -> Route {
    route_with(portal, kind, lang, Ids::default())
}

/// Where a page stands, or stood under these ids.
fn route_with(portal: &Portal, kind: PageKind, lang: Lang, ids: Ids) -> Route {
    let home = home(portal, lang);
    let word = |which| word(&portal.site, which, lang);
    let plan = |home: Route, plan: Ix<Plan>| plan_folder(portal, home, lang, ids.plan.unwrap_or(&portal[plan].id));
    match kind {
        PageKind::Home => home,
        PageKind::Hotlines => home.folder(word(RouteWord::Hotlines)),
        PageKind::Poster(place, paper) => {
            let posters = home.folder(word(RouteWord::Hotlines)).folder(word(RouteWord::Poster));
            posters.folder(portal[place].id.as_str()).folder(paper.name())
        }
        PageKind::Plans => home.folder(word(RouteWord::Plans)),
        PageKind::Plan(ix) => plan(home, ix),
        PageKind::Document(ix) => plan(home, ix).folder(word(RouteWord::Document)),
        PageKind::Targets(ix) => plan(home, ix).folder(word(RouteWord::Targets)),
        PageKind::Target(ix, measure) => {
            let id = ids.measure.unwrap_or(&portal[ix][measure].id);
            plan(home, ix).folder(word(RouteWord::Targets)).folder(id.as_str())
        }
        PageKind::Responsibilities(ix) => plan(home, ix).folder(word(RouteWord::Responsibilities)),
        PageKind::Documents => home.folder(word(RouteWord::Documents)),
        PageKind::Comparisons => home.folder(word(RouteWord::Comparison)),
        PageKind::Comparison(ix) => home.folder(word(RouteWord::Comparison)).folder(portal[ix].id.as_str()),
        PageKind::Calendar => home.folder(word(RouteWord::Calendar)),
        PageKind::Agencies => home.folder(word(RouteWord::Agencies)),
        PageKind::Agency(ix) => {
            let agency = &portal[ix];
            let place = home.folder(word(RouteWord::Agencies)).folder(portal[agency.place].id.as_str());
            place.folder(agency.id.as_str())
        }
        PageKind::Search => home.folder(word(RouteWord::Search)),
        PageKind::Data => home.folder(word(RouteWord::Data)),
        PageKind::Method => home.folder(word(RouteWord::Method)),
        PageKind::Free(ix) => home.folder(portal[ix].slug.best(lang).1),
        PageKind::NotFound => home.file("404.html"),
    }
}

fn home(portal: &Portal, lang: Lang) -> Route {
    let root = Route::root();
    if lang == portal.site.default_lang() { root } else { root.folder(lang.code()) }
}

fn plan_folder(portal: &Portal, home: Route, lang: Lang, plan: &Id) -> Route {
    home.folder(word(&portal.site, RouteWord::Plans, lang)).folder(plan.as_str())
}

/// Where the calendar's file stands: the portal's, or that of the plan with this id, or an older id of it.
pub(super) fn calendar_file(portal: &Portal, plan: Option<&Id>, lang: Lang) -> Route {
    let home = home(portal, lang);
    let folder = match plan {
        Some(plan) => plan_folder(portal, home, lang, plan),
        None => home,
    };
    folder.file(&format!("{}.ics", word(&portal.site, RouteWord::Calendar, lang)))
}

/// Where the picture of a measure stands: beside its page, so that two meet only where their pages do.
pub(super) fn chart_file(portal: &Portal, plan: Ix<Plan>, measure: Ix<Measure>, lang: Lang, ids: Ids) -> Route {
    let page = route_with(portal, PageKind::Target(plan, measure), lang, ids);
    page.file(&format!("{}.svg", word(&portal.site, RouteWord::Chart, lang)))
}

/// Where the picture stands that others show beside a link to this page.
pub(super) fn card_file(portal: &Portal, page: PageKind, lang: Lang, ids: Ids) -> Route {
    route_with(portal, page, lang, ids).file(&format!("{}.png", word(&portal.site, RouteWord::Card, lang)))
}

/// The site's own word, else the default one: a language other than Vietnamese has the English.
fn word(site: &Site, which: RouteWord, lang: Lang) -> &str {
    if let Some(word) = site.routes.get(&(lang, which)) {
        return word;
    }
    let default = RouteWord::ALL.iter().find(|(word, ..)| *word == which);
    default.map_or("", |(_, _, vi, en)| if lang == Lang::VI { vi } else { en })
}

/// Reports pages that stand on the address of another.
pub(super) fn report_duplicates(portal: &Portal, pages: &Pages, report: &mut Report) {
    for (first, page) in pages.on_one_address() {
        let ((first, first_span), (second, second_span)) = (origin(portal, first.kind), origin(portal, page.kind));
        let code = Code::DuplicateRoute;
        let mut found = match second_span.or(first_span) {
            Some(span) => Diagnostic::at(code, span),
            None => Diagnostic::nowhere(code),
        };
        found = found.arg("route", page.route.as_str()).arg("first", first).arg("second", second);
        if let (Some(first), Some(second)) = (first_span, second_span)
            && first != second
        {
            found = found.related(first);
        }
        report.push(found);
    }
}

/// What a page comes from, in words, and where that is written.
fn origin(portal: &Portal, kind: PageKind) -> (Arg, Option<Span>) {
    let words = portal.site.routes_span;
    let of_plan = |ix: Ix<Plan>, vi: &str, en: &str| {
        let id = &portal[ix].id;
        let origin = Arg::each(format!("{vi} của kế hoạch “{id}”"), format!("the {en} of the plan `{id}`"));
        (origin, words.or(Some(portal[ix].span)))
    };
    match kind {
        PageKind::Home => (Arg::each("trang chủ", "home"), words),
        PageKind::Hotlines => (Arg::each("trang đường dây nóng", "the page of hotlines"), words),
        PageKind::Poster(place, _) => {
            let id = &portal[place].id;
            (Arg::each(format!("áp phích của địa bàn “{id}”"), format!("the poster of the place `{id}`")), words)
        }
        PageKind::Plans => (Arg::each("danh sách kế hoạch", "the list of plans"), words),
        PageKind::Plan(ix) => (of_plan(ix, "trang tổng quan", "overview").0, Some(portal[ix].span)),
        PageKind::Document(ix) => of_plan(ix, "toàn văn", "whole text"),
        PageKind::Targets(ix) => of_plan(ix, "trang chỉ tiêu", "page of targets"),
        PageKind::Target(ix, measure) => {
            let (id, span) = (&portal[ix][measure].id, portal[ix][measure].span);
            let (origin, _) = of_plan(ix, &format!("chỉ tiêu “{id}”"), &format!("target `{id}`"));
            (origin, Some(span))
        }
        PageKind::Responsibilities(ix) => of_plan(ix, "trang trách nhiệm", "page of responsibilities"),
        PageKind::Documents => (Arg::each("trang văn bản", "the page of documents"), words),
        PageKind::Comparisons => (Arg::each("trang so sánh", "the page of comparisons"), words),
        PageKind::Comparison(ix) => {
            let id = &portal[ix].id;
            (
                Arg::each(format!("trang so sánh chỉ số “{id}”"), format!("the comparison of the indicator `{id}`")),
                words,
            )
        }
        PageKind::Calendar => (Arg::each("trang lịch", "the calendar"), words),
        PageKind::Agencies => (Arg::each("danh sách cơ quan", "the list of agencies"), words),
        PageKind::Agency(ix) => {
            let (place, id) = (&portal[portal[ix].place].id, &portal[ix].id);
            let (vi, en) = (format!("trang cơ quan “{place}/{id}”"), format!("the page of the agency `{place}/{id}`"));
            (Arg::each(vi, en), words)
        }
        PageKind::Search => (Arg::each("trang tìm kiếm", "the page of search"), words),
        PageKind::Data => (Arg::each("trang dữ liệu", "the page of data"), None),
        PageKind::Method => (Arg::each("trang cách đánh giá", "the page on the method"), None),
        PageKind::Free(ix) => {
            let id = &portal[ix].id;
            (Arg::each(format!("trang “{id}”"), format!("the page `{id}`")), Some(portal[ix].span))
        }
        PageKind::NotFound => (Arg::each("trang báo lỗi 404", "the 404 page"), words),
    }
}
