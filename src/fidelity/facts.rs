//! Whether the figures and dates of a plan's facts stand in the paragraphs that they are given with.

use super::figures::Figures;
use crate::diag::{Arg, Code, Diagnostic, Report, Span};
use crate::lang::{Decimal, Lang, PartialDate, Period, format_decimal};
use crate::load::{At, RawAim, RawEvent, RawItem, RawMeasure, RawPlan, RawReportDue, RawRule, RawSection, RawText};
use crate::markup;
use crate::model::{Id, RuleMonth, Stated};

/// Reports every figure and date that a plan issued in a language gives and its paragraph does not.
pub(super) fn facts(plan: &RawPlan, lang: Lang, report: &mut Report) {
    let mut teller = Teller { lang, headings: Vec::new(), report };
    for items in [&plan.bases, &plan.preamble, &plan.closing, &plan.recipients] {
        teller.items(items);
    }
    teller.sections(&plan.sections);
    teller.sections(&plan.annexes);
}

/// Between texts that have no number in common.
const APART: &str = "; ";

/// A fact, and what it is held against.
#[derive(Clone, Copy)]
struct Fact<'p> {
    id: &'p Id,
    /// What its paragraph states, and what the plan says around it that counts for such a fact.
    figures: &'p Figures,
    paragraph: Span,
}

struct Teller<'r> {
    lang: Lang,
    /// Of the sections that are being read, the outermost first.
    headings: Vec<String>,
    report: &'r mut Report,
}

impl Teller<'_> {
    fn sections(&mut self, sections: &[RawSection]) {
        for section in sections {
            self.headings.push(section.title.as_ref().and_then(|title| self.printed(title)).unwrap_or_default());
            self.items(&section.items);
            self.sections(&section.sections);
            self.headings.pop();
        }
    }

    fn items(&mut self, items: &[RawItem]) {
        for item in items {
            let text = self.text(item);
            let paragraph = item.text.as_ref().map_or(item.span, |text| text.span);
            item.measures.iter().for_each(|measure| self.measure(measure, &text, paragraph));
            // A heading may say when: "Tháng hành động vì trẻ em (từ ngày 01/6 đến ngày 30/6)".
            let under_headings = format!("{}{APART}{text}", self.headings.join(APART));
            let figures = Figures::of(&under_headings, self.lang);
            let fact = |id| Fact { id, figures: &figures, paragraph };
            for report in &item.reports {
                self.due(&report.due, fact(&report.id.value));
                report.then.iter().for_each(|then| self.due(&then.due, fact(&report.id.value)));
            }
            item.events.iter().for_each(|event| self.event(event, fact(&event.id.value)));
            self.items(&item.items);
        }
    }

    /// What a paragraph reads, its table with it.
    fn text(&self, item: &RawItem) -> String {
        let mut texts: Vec<&RawText> = item.text.iter().collect();
        if let Some(table) = &item.table {
            let cells = table.rows.iter().flat_map(|row| &row.cells).map(|cell| &cell.0);
            texts.extend(table.caption.iter().chain(&table.columns).chain(cells));
        }
        texts.into_iter().filter_map(|text| self.printed(text)).collect::<Vec<_>>().join(APART)
    }

    /// A text without Markdown, in the language that the plan was issued in.
    fn printed(&self, text: &RawText) -> Option<String> {
        text.get(self.lang).map(|at| markup::plain(&at.value))
    }

    /// A figure that its paragraph gives in words, or not at all, stands in a remark on the measure.
    fn measure(&mut self, measure: &RawMeasure, text: &str, paragraph: Span) {
        let remark = measure.note.as_ref().and_then(|note| self.printed(note)).unwrap_or_default();
        let figures = Figures::of(&format!("{text}{APART}{remark}"), self.lang);
        let fact = Fact { id: &measure.id.value, figures: &figures, paragraph };
        for part in &measure.parts {
            self.measure(part, text, paragraph);
        }
        if let Some(goal) = &measure.goal {
            match &goal.aim {
                RawAim::Figure(_, _, value) => self.amount(value, goal.of.as_ref(), fact),
                RawAim::Range(low, high) => {
                    self.amount(low, goal.of.as_ref(), fact);
                    self.amount(high, goal.of.as_ref(), fact);
                }
                RawAim::Relative(..) => {}
            }
        }
        if let Some(baseline) = &measure.baseline {
            baseline.value.iter().for_each(|value| self.amount(value, baseline.of.as_ref(), fact));
        }
        for milestone in &measure.milestones {
            self.amount(&milestone.value, milestone.of.as_ref(), fact);
            self.date(milestone.by.value, Stated::Printed, milestone.by.span, fact);
        }
        for due in measure.due.iter().filter(|due| due.stated == Stated::Printed) {
            self.date(due.by.value, Stated::Printed, due.by.span, fact);
        }
    }

    fn amount(&mut self, value: &At<Decimal>, of: Option<&At<Decimal>>, fact: Fact) {
        if fact.figures.has_figure(value.value, of.map(|of| of.value)) {
            return;
        }
        let missing = [Some(value), of].into_iter().flatten().find(|at| !fact.figures.has_figure(at.value, None));
        let at = missing.unwrap_or(value);
        let shown = |lang| format_decimal(at.value, lang);
        self.tell(Arg::each(shown(Lang::VI), shown(Lang::EN)), at.span, fact);
    }

    fn due(&mut self, due: &RawReportDue, fact: Fact) {
        match due {
            RawReportDue::Dated(_, date, year) => self.date(date.value, *year, date.span, fact),
            RawReportDue::Within(period) => {
                // Whether its year is printed is not said.
                if let Period::Date(date) = period.value {
                    self.date(date, Stated::Implied, period.span, fact);
                }
            }
            RawReportDue::Rule(rule) => self.rule(rule, fact),
            RawReportDue::Every(_) | RawReportDue::OnRequest | RawReportDue::NotStated => {}
        }
    }

    fn rule(&mut self, rule: &RawRule, fact: Fact) {
        let small = |n: i16| i8::try_from(n).unwrap_or_default();
        let (day, month) = (
            small(rule.day.0.value),
            match rule.month {
                RuleMonth::Month(month) => Some(month),
                RuleMonth::LastOfQuarter | RuleMonth::LastOfYear => None,
            },
        );
        if !fact.figures.has_day(day, month) {
            self.tell(Arg::each(format!("ngày {day}"), format!("day {day}")), rule.day.0.span, fact);
        }
        for year in rule.year.iter().filter(|year| !fact.figures.has_year(year.0.value)) {
            self.tell(Arg::from(&year.0.value), year.0.span, fact);
        }
    }

    fn event(&mut self, event: &RawEvent, fact: Fact) {
        let year = event.year.unwrap_or(Stated::Printed);
        for at in event.date.iter().chain(&event.from).chain(&event.to) {
            self.date(at.value, year, at.span, fact);
        }
    }

    fn date(&mut self, date: PartialDate, year: Stated, span: Span, fact: Fact) {
        if !fact.figures.has_date(date) || (year == Stated::Printed && !fact.figures.has_year(date.year())) {
            self.tell(Arg::each(date.format(Lang::VI), date.format(Lang::EN)), span, fact);
        }
    }

    fn tell(&mut self, figure: Arg, span: Span, fact: Fact) {
        let diagnostic = Diagnostic::at(Code::FactNotPrinted, span).arg("figure", figure).arg("fact", fact.id);
        self.report.push(diagnostic.related(fact.paragraph));
    }
}
