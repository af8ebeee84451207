use super::Sources;
use super::words::{self, Words};
use crate::lang::{Lang, Text};
use crate::measure::Occurrence;
use crate::model::{Event as PlanEvent, Item, Ix, Partner, Plan, Report, ReportDue, Stated, indexed};
use icalendar::{Component, Event, Property};
use jiff::civil::Date;

/// Something of a plan at one of its times.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    plan: Ix<Plan>,
    what: What,
    pub time: Occurrence,
}

#[derive(Clone, Copy)]
enum What {
    Report(Ix<Report>),
    /// A report on its way onwards.
    Forward(Ix<Report>),
    Event(Ix<PlanEvent>),
}

/// What an entry says.
struct Said<'p> {
    id: String,
    name: String,
    /// The language of the name: where it is missing in the calendar's, another.
    lang: Lang,
    /// Its time in words, where the days alone do not tell it.
    when: Option<String>,
    lines: Vec<String>,
    year: Stated,
    /// Whether the plan says when it begins, and not when it ends.
    no_end: bool,
    item: Ix<Item>,
    plan: &'p Plan,
}

/// All of a plan that has a date, each time by itself.
pub(super) fn dated(sources: Sources, ix: Ix<Plan>) -> Vec<Entry> {
    let (plan, figures) = (&sources.portal[ix], &sources.figures.plans[ix.index()]);
    let entry = |what| move |time: &Occurrence| Entry { plan: ix, what, time: *time };
    let mut all = Vec::new();
    for ((report, _), figures) in indexed(&plan.reports).zip(&figures.reports) {
        all.extend(figures.due.0.iter().map(entry(What::Report(report))));
        all.extend(figures.then.0.iter().map(entry(What::Forward(report))));
    }
    let events = indexed(&plan.events).zip(&figures.events);
    all.extend(events.filter_map(|((ix, _), figures)| figures.at.as_ref().map(entry(What::Event(ix)))));
    all
}

/// An entry as it stands in a file: its days whole, its id and stamp a matter of the content alone.
pub(super) fn event(sources: Sources, entry: Entry, words: Words) -> Event {
    let said = said(sources, entry, words);
    let plan = said.plan;
    let place = sources.portal[plan.place].short_name.best(words.0).1;
    let when = said.when.map(|when| format!(" ({when})")).unwrap_or_default();
    let mut summary = format!("{place}: {}{when}", said.name);
    let title = plan.title.best(words.0).1;
    let mut lines = vec![words.with(words::PLAN, &[("plan", title), ("place", place)])];
    lines.extend(said.lines);
    if said.year == Stated::Implied {
        lines.push(words.plain(words::YEAR_IMPLIED));
    }
    if plan.sample {
        summary = words.with(words::SAMPLE, &[("summary", &summary)]);
        lines.insert(0, words.plain(words::SAMPLE_NOTE));
    }
    let Occurrence { first, last, .. } = entry.time;
    // Of what has no end stated the beginning alone is shown: to its last possible day it would look as if it ended then.
    let last = if said.no_end { first } else { last };
    let text =
        |key: &str, value: &str, lang: Lang| Property::new(key, value).add_parameter("LANGUAGE", lang.code()).done();
    let day = |key: &str, day: Date| Property::new(key, compact(day)).add_parameter("VALUE", "DATE").done();
    let mut event = Event::new();
    event
        .uid(&format!("{}-{}-{}@{}", plan.id, said.id, compact(first), sources.addresses.host()))
        .append_property(("DTSTAMP", format!("{}T000000Z", compact(plan.revised)).as_str()))
        .append_property(day("DTSTART", first))
        // The end is the day after; the calendar ends with the year 9999.
        .append_property(day("DTEND", last.tomorrow().unwrap_or(last)))
        .append_property(text("SUMMARY", &summary, said.lang))
        .append_property(text("DESCRIPTION", &lines.join("\n"), words.0))
        .append_property(("URL", sources.addresses.paragraph(entry.plan, said.item, words.0).as_str()))
        .append_property(("TRANSP", "TRANSPARENT"));
    event
}

fn compact(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

fn said<'p>(sources: Sources<'p>, entry: Entry, words: Words) -> Said<'p> {
    let plan = &sources.portal[entry.plan];
    match entry.what {
        What::Event(ix) => {
            let event = &plan[ix];
            let theme = event.theme.as_ref().map(|theme| words.with(words::THEME, &[("theme", text(theme, words))]));
            let no_end = event.from.is_some() && event.to.is_none();
            Said {
                id: format!("event-{}", event.id),
                name: text(&event.name, words).to_owned(),
                lang: event.name.best(words.0).0,
                when: words.span(event.from, event.to),
                lines: theme.into_iter().chain(no_end.then(|| words.plain(words::NO_END))).collect(),
                year: event.year,
                no_end,
                item: event.item,
                plan,
            }
        }
        What::Report(ix) => {
            let report = &plan[ix];
            Said {
                id: format!("report-{}", report.id),
                name: name(report, words),
                ..report_said(sources, plan, report, (&report.from, &report.to, &report.due), words)
            }
        }
        What::Forward(ix) => {
            let report = &plan[ix];
            let then = report.then.as_ref();
            let (to, due) = then.map_or((&[][..], &ReportDue::NotStated), |then| (&then.to, &then.due));
            Said {
                id: format!("forward-{}", report.id),
                name: words.with(words::FORWARD, &[("name", &name(report, words))]),
                ..report_said(sources, plan, report, (&report.to, to, due), words)
            }
        }
    }
}

/// Who sends a report or passes it on, to whom and when.
type Way<'p> = (&'p [Partner], &'p [Partner], &'p ReportDue);

fn report_said<'p>(
    sources: Sources<'p>,
    plan: &'p Plan,
    report: &'p Report,
    (from, to, due): Way<'p>,
    words: Words,
) -> Said<'p> {
    let who = |said, partners: &mut dyn Iterator<Item = &Partner>| {
        let names: Vec<&str> = partners.map(|partner| partner_name(sources, partner, words)).collect();
        (!names.is_empty()).then(|| words.with(said, &[("who", &names.join("; "))]))
    };
    let from = who(words::FROM, &mut from.iter());
    let to = who(words::TO, &mut to.iter()).unwrap_or_else(|| words.plain(words::TO_UNKNOWN));
    let via = who(words::VIA, &mut report.via.iter());
    let (rule, year) = match due {
        ReportDue::Rule(rule) => {
            let year = if rule.year.is_some() { Stated::Printed } else { Stated::Implied };
            (Some(words.with(words::DUE, &[("due", &words.rule(*rule))])), year)
        }
        ReportDue::Dated { year, .. } => (None, *year),
        _ => (None, Stated::Printed),
    };
    Said {
        id: String::new(),
        name: String::new(),
        lang: report.label.as_ref().map_or(words.0, |label| label.best(words.0).0),
        when: words.due(due),
        lines: from.into_iter().chain([to]).chain(via).chain(rule).collect(),
        year,
        no_end: false,
        item: report.item,
        plan,
    }
}

fn name(report: &Report, words: Words) -> String {
    report.label.as_ref().map_or_else(|| words.plain(words::REPORT), |label| text(label, words).to_owned())
}

fn text(text: &Text, words: Words) -> &str {
    text.best(words.0).1
}

fn partner_name<'p>(sources: Sources<'p>, partner: &'p Partner, words: Words) -> &'p str {
    match partner {
        Partner::Agency(agency) => text(&sources.portal[*agency].name, words),
        Partner::Named(named) => text(named, words),
    }
}
