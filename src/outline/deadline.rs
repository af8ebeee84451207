//! Reports and events, by date.

use super::dossier::Dossier;
use super::text::Here;
use super::view::{DateView, Deadline, DueView, Words};
use crate::model::{Cycle, Event, Ix, Partner, Report, ReportDue, RuleMonth, Stated, Timing, indexed};
use jiff::civil::Date;

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

/// The reports of a plan and their ways onwards, with their last days, in the order of print.
pub(super) fn reports(dossier: Dossier) -> Vec<(Option<Date>, Occasion)> {
    let mut all = Vec::new();
    for ((ix, report), figures) in indexed(&dossier.plan.reports).zip(&dossier.figures.reports) {
        all.push((figures.due.map(|due| due.day), Occasion::Report(ix)));
        if report.then.is_some() {
            all.push((figures.then.map(|due| due.day), Occasion::Forward(ix)));
        }
    }
    all
}

impl Here<'_> {
    pub(super) fn deadline(&self, dossier: Dossier, occasion: Occasion) -> Deadline {
        match occasion {
            Occasion::Report(ix) => self.report(dossier, ix),
            Occasion::Forward(ix) => self.forward(dossier, ix),
            Occasion::Event(ix) => self.event(dossier, ix),
        }
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
            theme: None,
            past: dossier.figures.reports[ix.index()].due.map(|due| due.past),
            href: self.paragraph_href(dossier, report.item),
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
            past: dossier.figures.reports[ix.index()].then.map(|due| due.past),
            ..self.report(dossier, ix)
        }
    }

    fn event(&self, dossier: Dossier, ix: Ix<Event>) -> Deadline {
        let event = &dossier.plan.events[ix.index()];
        Deadline {
            kind: "event",
            label: Some(self.words(&event.name)),
            plan: self.page.kind.plan().is_none().then(|| self.plan_link(dossier.ix)),
            from: Vec::new(),
            to: Vec::new(),
            via: None,
            due: self.event_due(event),
            theme: event.theme.as_ref().map(|theme| self.words(theme)),
            past: dossier.figures.events[ix.index()].past,
            href: self.paragraph_href(dossier, event.item),
        }
    }

    fn partners(&self, partners: &[Partner]) -> Vec<Words> {
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
            ReportDue::Rule { day, month, quarter, year } => {
                let quarter = quarter.map(|quarter| ["I", "II", "III", "IV"][(quarter - 1).clamp(0, 3) as usize]);
                let (day, month) = (Some(*day), Some(rule_month(*month)));
                DueView { day, month, quarter, year: *year, ..undated("rule") }
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
