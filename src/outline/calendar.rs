//! The calendar: reports due and events of all plans, by date. Samples stay out of it.

use super::deadline::{Occasion, every_time};
use super::dossier::Dossier;
use super::page::PageKind;
use super::route::Route;
use super::text::Here;
use super::view::{CalendarFile, CalendarMonth, CalendarView, CalendarYear, Deadline, PlanDeadlines, PlanFile};
use super::{Outline, address};
use crate::export::calendar::Addresses;
use crate::lang::{Lang, PartialDate};
use crate::measure::{Occurrence, PlanFigures};
use crate::model::{Item, Ix, Plan, ReportDue};
use std::cmp::Reverse;
use std::sync::Arc;

/// Something at one of its times.
struct Entry<'o> {
    dossier: Dossier<'o>,
    occasion: Occasion,
    time: Occurrence,
    /// The year under which it stands, and the month, if it is known that exactly.
    year: i16,
    month: Option<i8>,
}

pub(super) fn calendar(here: Here) -> CalendarView {
    let mut plans = here.plans_by_place();
    plans.retain(|plan| !here.portal()[*plan].sample);
    let (mut dated, mut undated) = (Vec::new(), Vec::new());
    for dossier in plans.iter().map(|plan| here.dossier(*plan)) {
        let mut deadlines = Vec::new();
        for (time, occasion) in every_time(dossier) {
            match time {
                Some(time) => dated.push(Entry::new(dossier, occasion, time)),
                None => deadlines.push(Deadline { plan: None, ..here.deadline_at(dossier, occasion, None) }),
            }
        }
        if !deadlines.is_empty() {
            undated.push(PlanDeadlines { plan: here.plan_link(dossier.ix), deadlines });
        }
    }
    let (mut past, mut coming): (Vec<_>, Vec<_>) = dated.into_iter().partition(|entry| entry.time.past);
    coming.sort_by_key(|entry| (entry.year, entry.month.is_none(), entry.month, entry.time.last));
    past.sort_by_key(|entry| (Reverse(entry.year), entry.month.is_none(), Reverse((entry.month, entry.time.last))));
    CalendarView {
        coming: years(here, &coming, "coming"),
        past: years(here, &past, "past"),
        undated,
        file: here.calendar_file(None),
        plans: plans
            .iter()
            .map(|plan| PlanFile { plan: here.plan_link(*plan), file: here.calendar_file(Some(*plan)) })
            .collect(),
    }
}

impl<'o> Entry<'o> {
    fn new(dossier: Dossier<'o>, occasion: Occasion, time: Occurrence) -> Entry<'o> {
        let month = match stated(dossier, occasion) {
            Some(PartialDate::Year(_)) => None,
            Some(_) => Some(time.first.month()),
            None => ((time.first.year(), time.first.month()) == (time.last.year(), time.last.month()))
                .then_some(time.first.month()),
        };
        Entry { dossier, occasion, time, year: time.first.year(), month }
    }
}

/// The date that the plan gives it, of a span the first; none where it gives a period or a rule.
fn stated(dossier: Dossier, occasion: Occasion) -> Option<PartialDate> {
    let due = match occasion {
        Occasion::Report(ix) => &dossier.plan[ix].due,
        Occasion::Forward(ix) => &dossier.plan[ix].then.as_ref()?.due,
        Occasion::Event(ix) => {
            let event = &dossier.plan[ix];
            return event.from.or(event.to);
        }
    };
    match due {
        ReportDue::Dated { date, .. } => Some(*date),
        _ => None,
    }
}

/// Entries that are in order already, by year and month.
fn years(here: Here, entries: &[Entry], part: &str) -> Vec<CalendarYear> {
    let deadline = |entry: &Entry| here.deadline_at(entry.dossier, entry.occasion, Some(entry.time));
    let month = |entries: &[Entry]| CalendarMonth {
        month: entries[0].month,
        deadlines: entries.iter().map(deadline).collect::<Vec<Deadline>>(),
    };
    let year = |entries: &[Entry]| CalendarYear {
        year: format!("{:04}", entries[0].year),
        anchor: format!("{part}-{:04}", entries[0].year),
        months: entries.chunk_by(|a, b| a.month == b.month).map(month).collect(),
    };
    entries.chunk_by(|a, b| a.year == b.year).map(year).collect()
}

impl Outline<'_> {
    /// Whether the address of the site is one that is meant for examples, where nothing will ever stand: RFC 2606.
    fn is_placeholder(&self) -> bool {
        let host = self.host().split(':').next().unwrap_or_default();
        host.rsplit('.').next().is_some_and(|last| last.eq_ignore_ascii_case("example"))
    }

    /// Where the calendar of a plan, or of the portal, stands; none where nothing has a date.
    fn calendar_route(&self, plan: Option<Ix<Plan>>, lang: Lang) -> Option<Route> {
        let has_dates = |(plan, figures): (&Arc<Plan>, &Arc<PlanFigures>)| !plan.sample && figures.has_dates();
        let any = match plan {
            Some(plan) => self.figures.plans[plan.index()].has_dates(),
            None => self.portal.plans.iter().zip(&self.figures.plans).any(has_dates),
        };
        any.then(|| address::calendar_file(self.portal, plan.map(|plan| &self.portal[plan].id), lang))
    }
}

impl Addresses for Outline<'_> {
    fn calendar(&self, plan: Option<Ix<Plan>>, lang: Lang) -> Vec<String> {
        let aliases = plan.map_or(&[][..], |plan| &self.portal[plan].aliases);
        let left = aliases.iter().map(|alias| address::calendar_file(self.portal, Some(alias), lang));
        let stands = self.calendar_route(plan, lang);
        stands
            .into_iter()
            .flat_map(|route| std::iter::once(route).chain(left.clone()))
            .map(|route| route.output())
            .collect()
    }

    fn page(&self, plan: Option<Ix<Plan>>, lang: Lang) -> String {
        self.url(plan.map_or(PageKind::Calendar, PageKind::Plan), lang)
    }

    fn paragraph(&self, plan: Ix<Plan>, item: Ix<Item>, lang: Lang) -> String {
        format!("{}#{}", self.url(PageKind::Document(plan), lang), self.portal[plan][item].anchor)
    }

    fn host(&self) -> &str {
        let host = self.base_url.split_once("://").map_or(self.base_url.as_str(), |(_, rest)| rest);
        host.split('/').next().unwrap_or_default()
    }
}

impl Here<'_> {
    /// The calendar of a plan, or of the portal, as a file; none where nothing has a date.
    pub(super) fn calendar_file(&self, plan: Option<Ix<Plan>>) -> Option<CalendarFile> {
        let route = self.outline.calendar_route(plan, self.lang())?;
        Some(CalendarFile {
            name: route.as_str().rsplit('/').next().unwrap_or_default().to_owned(),
            href: self.page.route.to(&route),
            url: (!self.outline.is_placeholder()).then(|| format!("{}{route}", self.outline.base_url)),
        })
    }
}
