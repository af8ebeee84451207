//! Reports that were due while the data has no figure since: what pages show of them, and the notes for editors.

use super::deadline::Occasion;
use super::dossier::{Dossier, named_agencies};
use super::text::Here;
use super::view::{AwaitedView, Deadline, StaleMeasure};
use crate::diag::{Arg, Code, Diagnostic, Report};
use crate::lang::{Lang, PartialDate};
use crate::measure::{Awaited, Figures};
use crate::model::{Agency, Ix, Measure, Partner, Plan, Portal};

/// How many measures a note names.
const NAMED: usize = 5;

impl Here<'_> {
    /// The reports of a plan of which figures are awaited.
    pub(super) fn awaited(&self, dossier: Dossier) -> Vec<AwaitedView> {
        let awaited = dossier.figures.awaited.iter();
        awaited.map(|awaited| self.awaited_view(dossier, awaited, &awaited.measures)).collect()
    }

    /// Those that an agency owes. Where the paragraph of a measure is the duty of some of those who owe the report, it is
    /// theirs alone: of ten agencies that report, one does not answer for the figures of another.
    pub(super) fn awaited_of(&self, dossier: Dossier, agency: Ix<Agency>) -> Vec<AwaitedView> {
        let mut views = Vec::new();
        for awaited in &dossier.figures.awaited {
            let owers: Vec<_> = named_agencies(&dossier.plan[awaited.report].from).collect();
            let mut measures = awaited.measures.clone();
            measures.retain(|measure| answers_for(dossier.plan, *measure, agency, &owers));
            if owers.contains(&agency) && !measures.is_empty() {
                let view = self.awaited_view(dossier, awaited, &measures);
                views.push(AwaitedView { report: Deadline { plan: None, ..view.report }, ..view });
            }
        }
        views
    }

    fn awaited_view(&self, dossier: Dossier, awaited: &Awaited, measures: &[Ix<Measure>]) -> AwaitedView {
        let stale = |ix: &Ix<Measure>| {
            let (measure, figures) = (&dossier.plan[*ix], &dossier.figures.measures[ix.index()]);
            let last = figures.current.last().map(|at| self.period(measure.observations[*at].period));
            let trace = self.trace_of_measure(dossier, *ix);
            StaleMeasure { measure: self.measure_link(dossier, *ix), last, trace }
        };
        AwaitedView {
            report: self.deadline_at(dossier, Occasion::Report(awaited.report), Some(awaited.due)),
            due: self.day(awaited.due.last),
            measures: measures.iter().map(stale).collect(),
        }
    }
}

fn answers_for(plan: &Plan, measure: Ix<Measure>, agency: Ix<Agency>, owers: &[Ix<Agency>]) -> bool {
    let duties = plan.duties.iter().filter(|duty| duty.item == plan[measure].item);
    let mut theirs = duties.flat_map(|duty| &duty.agencies).filter(|agency| owers.contains(agency)).peekable();
    theirs.peek().is_none() || theirs.any(|of| *of == agency)
}

/// Notes each report of which figures are awaited, at its place in the plan. Samples stay out of it: nobody sends theirs.
pub(super) fn report_awaited(portal: &Portal, figures: &Figures, report: &mut Report) {
    for ((_, plan), figures) in portal.each_plan().zip(&figures.plans).filter(|((_, plan), _)| !plan.sample) {
        for awaited in &figures.awaited {
            let owed = &plan[awaited.report];
            let date = PartialDate::Day(awaited.due.last);
            let each = |words: &dyn Fn(Lang) -> String| Arg::each(words(Lang::VI), words(Lang::EN));
            let note = Diagnostic::at(Code::ReportNotInData, owed.span);
            let note = note.arg("date", each(&|lang| date.format(lang)));
            let note = note.arg("from", each(&|lang| names(portal, &owed.from, lang)));
            report.push(note.arg("measures", each(&|lang| named(plan, &awaited.measures, lang))));
        }
    }
}

/// Warns of each hotline that was rung too long ago.
pub(super) fn report_to_ring_again(portal: &Portal, figures: &Figures, report: &mut Report) {
    for hotline in figures.to_ring_again.iter().map(|ix| &portal[*ix]) {
        let Some(date) = hotline.called.map(PartialDate::Day) else { continue };
        let old = Diagnostic::at(Code::HotlineCheckOld, hotline.called_span).arg("number", &hotline.number.shown);
        let old = old.arg("date", Arg::each(date.format(Lang::VI), date.format(Lang::EN)));
        report.push(old.arg("days", &portal.site.hotline_check_days));
    }
}

fn names(portal: &Portal, partners: &[Partner], lang: Lang) -> String {
    let name = |partner: &Partner| match partner {
        Partner::Agency(agency) => portal[*agency].short_name.best(lang).1.to_owned(),
        Partner::Named(words) => words.best(lang).1.to_owned(),
    };
    partners.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Measures by their ids, as tables of observations name them.
fn named(plan: &Plan, measures: &[Ix<Measure>], lang: Lang) -> String {
    let ids: Vec<&str> = measures.iter().take(NAMED).map(|measure| plan[*measure].id.as_str()).collect();
    let more = measures.len() - ids.len();
    match (more, lang == Lang::VI) {
        (0, _) => ids.join(", "),
        (_, true) => format!("{} và {more} chỉ tiêu khác", ids.join(", ")),
        (_, false) => format!("{} and {more} more", ids.join(", ")),
    }
}
