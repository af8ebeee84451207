//! Reports and events, by date.

use super::dossier::Dossier;
use super::text::Here;
use super::view::{DateView, Deadline, DueView, PartnerView, RuleDay};
use crate::measure::{Dues, EventFigures, Occurrence};
use crate::model::{Cycle, Event, Ix, Partner, Report, ReportDue, Rule, RuleMonth, Stated, Timing, indexed};
use jiff::civil::Date;

/// The kind of due whose days follow from a rule.
const RULE: &str = "rule";

/// Something of a plan that falls due or takes place.
#[derive(Debug, Clone, Copy)]
pub(super) enum Occasion {
    /// A report.
    Report(Ix<Report>),
    /// A report that is passed on.
    Forward(Ix<Report>),
    /// An event.
    Event(Ix<Event>),
}

/// All of a plan in the order of time, undated ones last and in the order of print.
pub(super) fn occasions(dossier: Dossier) -> Vec<(Option<Date>, Occasion)> {
    let mut all = reports(dossier);
    let events = indexed(&dossier.plan.events).zip(&dossier.figures.events);
    all.extend(events.map(|((ix, _), figures)| (figures.begins_by, Occasion::Event(ix))));
    all.sort_by_key(|(day, _)| (day.is_none(), *day));
    all
}

/// The reports of a plan and their ways onwards, in the order of print, with the last day of the time that matters now.
pub(super) fn reports(dossier: Dossier) -> Vec<(Option<Date>, Occasion)> {
    let all = reports_and_forwards(dossier).into_iter();
    all.map(|occasion| (dues(dossier, occasion).next().map(|next| next.last), occasion)).collect()
}

/// All of a plan in the order of print, each time by itself; what has no date once.
pub(super) fn every_time(dossier: Dossier) -> Vec<(Option<Occurrence>, Occasion)> {
    let mut all = Vec::new();
    for occasion in reports_and_forwards(dossier) {
        let times = &dues(dossier, occasion).0;
        all.extend(times.iter().map(|time| (Some(*time), occasion)));
        if times.is_empty() {
            all.push((None, occasion));
        }
    }
    let events = indexed(&dossier.plan.events).zip(&dossier.figures.events);
    all.extend(events.map(|((ix, _), figures)| (figures.at, Occasion::Event(ix))));
    all
}

fn reports_and_forwards(dossier: Dossier) -> Vec<Occasion> {
    let ways = |(ix, report): (_, &Report)| {
        let forward = report.then.is_some().then_some(Occasion::Forward(ix));
        [Some(Occasion::Report(ix)), forward].into_iter().flatten()
    };
    indexed(&dossier.plan.reports).flat_map(ways).collect()
}

/// The times of a report; an event has none of these.
fn dues<'o>(dossier: Dossier<'o>, occasion: Occasion) -> &'o Dues {
    const NONE: &Dues = &Dues(Vec::new());
    match occasion {
        Occasion::Report(ix) => &dossier.figures.reports[ix.index()].due,
        Occasion::Forward(ix) => &dossier.figures.reports[ix.index()].then,
        Occasion::Event(_) => NONE,
    }
}

impl Here<'_> {
    /// Something with all its times as one; of a rule the next day is named, or the last.
    pub(super) fn deadline(&self, dossier: Dossier, occasion: Occasion) -> Deadline {
        let dues = dues(dossier, occasion);
        let next = dues.next();
        let which = match next {
            _ if dues.0.len() == 1 => "only",
            Some(next) if next.past => "last",
            _ => "next",
        };
        self.entry(dossier, occasion, next, which)
    }

    /// Something at one of its times.
    pub(super) fn deadline_at(&self, dossier: Dossier, occasion: Occasion, time: Option<Occurrence>) -> Deadline {
        self.entry(dossier, occasion, time, "this")
    }

    fn entry(&self, dossier: Dossier, occasion: Occasion, time: Option<Occurrence>, which: &'static str) -> Deadline {
        let mut entry = match occasion {
            Occasion::Report(ix) => self.report(dossier, ix),
            Occasion::Forward(ix) => self.forward(dossier, ix),
            Occasion::Event(ix) => return self.event(dossier, ix),
        };
        entry.past = time.map(|time| time.past);
        if entry.due.kind == RULE {
            entry.day = time.map(|time| RuleDay { date: self.day(time.last), which });
        }
        entry
    }

    fn report(&self, dossier: Dossier, ix: Ix<Report>) -> Deadline {
        let report = &dossier.plan[ix];
        Deadline {
            kind: "report",
            label: report.label.as_ref().map(|label| self.words(label)),
            plan: self.page.kind.plan().is_none().then(|| self.plan_link(dossier.ix)),
            from: self.partners(&report.from),
            to: self.partners(&report.to),
            via: report.via.as_ref().map(|via| self.partner(via)),
            due: self.report_due(&report.due),
            day: None,
            theme: None,
            past: None,
            now: false,
            href: self.paragraph_href(dossier, report.item),
            trace: self.trace(report.span),
        }
    }

    /// A report on its way onwards: from those who received it.
    fn forward(&self, dossier: Dossier, ix: Ix<Report>) -> Deadline {
        let report = &dossier.plan[ix];
        let then = report.then.as_ref();
        Deadline {
            kind: "forward",
            from: self.partners(&report.to),
            to: self.partners(then.map_or(&[], |then| &then.to)),
            via: None,
            due: self.report_due(then.map_or(&ReportDue::NotStated, |then| &then.due)),
            ..self.report(dossier, ix)
        }
    }

    fn event(&self, dossier: Dossier, ix: Ix<Event>) -> Deadline {
        let event = &dossier.plan[ix];
        let EventFigures { at, now, .. } = dossier.figures.events[ix.index()];
        Deadline {
            kind: "event",
            label: Some(self.words(&event.name)),
            plan: self.page.kind.plan().is_none().then(|| self.plan_link(dossier.ix)),
            from: Vec::new(),
            to: Vec::new(),
            via: None,
            due: self.event_due(event),
            day: None,
            theme: event.theme.as_ref().map(|theme| self.words(theme)),
            past: at.map(|at| at.past),
            now,
            href: self.paragraph_href(dossier, event.item),
            trace: self.trace(event.span),
        }
    }

    fn partners(&self, partners: &[Partner]) -> Vec<PartnerView> {
        partners.iter().map(|partner| self.partner(partner)).collect()
    }

    fn report_due(&self, due: &ReportDue) -> DueView {
        match due {
            ReportDue::Dated { timing, date, year } => {
                let kind = match timing {
                    Timing::Before => "before",
                    Timing::By => "by",
                    Timing::On => "on",
                };
                DueView { year_implied: *year == Stated::Implied, ..dated(kind, self.date(*date)) }
            }
            ReportDue::Within(period) => dated("within", self.period(*period)),
            ReportDue::Rule(Rule { day, month, quarter, year }) => {
                let quarter = quarter.map(|quarter| ["I", "II", "III", "IV"][(quarter - 1).clamp(0, 3) as usize]);
                let (day, month) = (Some(*day), Some(rule_month(*month)));
                DueView { day, month, quarter, year: *year, year_implied: year.is_none(), ..undated(RULE) }
            }
            ReportDue::Every(cycle) => DueView { every: Some(cycle_key(*cycle)), ..undated("every") },
            ReportDue::OnRequest => undated("on-request"),
            ReportDue::NotStated => undated("not-stated"),
        }
    }

    fn event_due(&self, event: &Event) -> DueView {
        let due = match (event.from, event.to) {
            (Some(from), Some(to)) if from != to => {
                DueView { to: Some(self.date(to)), ..dated("from-to", self.date(from)) }
            }
            (Some(from), None) => dated("from", self.date(from)),
            (Some(at), _) if at.first_day() == at.last_day() => dated("on", self.date(at)),
            (Some(at), _) => dated("within", self.date(at)),
            (None, Some(to)) => dated("by", self.date(to)),
            (None, None) => return undated("not-stated"),
        };
        DueView { year_implied: event.year == Stated::Implied, ..due }
    }
}

fn undated(kind: &'static str) -> DueView {
    DueView {
        kind,
        date: None,
        to: None,
        year_implied: false,
        day: None,
        month: None,
        quarter: None,
        year: None,
        every: None,
    }
}

fn dated(kind: &'static str, date: DateView) -> DueView {
    DueView { date: Some(date), ..undated(kind) }
}

fn rule_month(month: RuleMonth) -> String {
    match month {
        RuleMonth::LastOfQuarter => "last-of-quarter".to_owned(),
        RuleMonth::LastOfYear => "last-of-year".to_owned(),
        RuleMonth::Month(month) => month.to_string(),
    }
}

fn cycle_key(cycle: Cycle) -> &'static str {
    match cycle {
        Cycle::Month => "month",
        Cycle::Quarter => "quarter",
        Cycle::HalfYear => "half-year",
        Cycle::NineMonths => "nine-months",
        Cycle::Year => "year",
    }
}
