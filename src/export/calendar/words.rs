use crate::export::said::{Said, said};
use crate::lang::{Lang, PartialDate, Period};
use crate::model::{ReportDue, Rule, RuleMonth, Timing};

/// The words of a calendar in its language; `{names}` are filled in.
#[derive(Clone, Copy)]
pub(super) struct Words(pub Lang);

pub(super) const ABOUT: Said = said("{about} - lịch báo cáo và sự kiện", "{about} – reports and events");
pub(super) const REPORT: Said = said("Báo cáo", "Report");
pub(super) const FORWARD: Said = said("{name}, tổng hợp báo cáo cấp trên", "{name}, passed on");
pub(super) const SAMPLE: Said = said("KẾ HOẠCH MẪU: {summary}", "SAMPLE: {summary}");
pub(super) const SAMPLE_NOTE: Said = said(
    "Kế hoạch mẫu: số liệu là giả định, chỉ để minh họa, không phải của cơ quan nào.",
    "A sample plan: what stands in it is invented to show how the portal works. It is no agency’s.",
);
pub(super) const PLAN: Said = said("Kế hoạch: {plan} ({place})", "Plan: {plan} ({place})");
pub(super) const FROM: Said = said("Nơi gửi: {who}", "From: {who}");
pub(super) const TO: Said = said("Nơi nhận: {who}", "To: {who}");
pub(super) const TO_UNKNOWN: Said = said("Kế hoạch không nêu nơi nhận.", "The plan does not state to whom.");
pub(super) const VIA: Said = said("Qua: {who}", "Through: {who}");
pub(super) const THEME: Said = said("Chủ đề: {theme}", "Theme: {theme}");
pub(super) const NO_END: Said =
    said("Kế hoạch không nêu sự kiện này kết thúc khi nào.", "The plan does not state when this event ends.");
pub(super) const DUE: Said = said("Thời hạn: {due}", "Due: {due}");
pub(super) const YEAR_IMPLIED: Said = said(
    "Năm không ghi trong câu mà suy ra từ kế hoạch.",
    "The sentence does not print the year; the plan implies it.",
);
const BEFORE: Said = said("trước {date}", "before {date}");
const BY: Said = said("chậm nhất {date}", "by {date}");
const ON: Said = said("{date}", "on {date}");
const SINCE: Said = said("từ {date}", "from {date}");
const WITHIN: Said = said("trong {date}", "within {date}");
const EACH_QUARTER: Said = said("ngày {day} của tháng cuối mỗi quý", "on day {day} of the last month of each quarter");
const QUARTER: Said =
    said("ngày {day} của tháng cuối quý {quarter}", "on day {day} of the last month of quarter {quarter}");
const EACH_YEAR: Said = said("ngày {day} tháng {month} mỗi năm", "on day {day} of month {month} of each year");
const OF_YEAR: Said = said("ngày {day} tháng {month} năm {year}", "on day {day} of month {month} of {year}");

impl Words {
    pub fn with(self, said: Said, filled: &[(&str, &str)]) -> String {
        let text = said.best(self.0).1.to_owned();
        filled.iter().fold(text, |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }

    pub fn plain(self, said: Said) -> String {
        self.with(said, &[])
    }

    /// When a report is due, in words. A rule stands for the day that it comes to: what it says is [`Words::rule`].
    pub fn due(self, due: &ReportDue) -> Option<String> {
        let (said, date) = match due {
            ReportDue::Dated { timing: Timing::Before, date, .. } => (BEFORE, self.date(*date)),
            ReportDue::Dated { timing: Timing::By, date, .. } => (BY, self.date(*date)),
            ReportDue::Dated { timing: Timing::On, date: date @ PartialDate::Day(_), .. } => (ON, self.date(*date)),
            ReportDue::Dated { timing: Timing::On, date, .. } | ReportDue::Within(Period::Date(date)) => {
                (WITHIN, self.date(*date))
            }
            ReportDue::Within(period) => (WITHIN, period.format(self.0)),
            ReportDue::Rule(_) | ReportDue::Every(_) | ReportDue::OnRequest | ReportDue::NotStated => return None,
        };
        Some(self.with(said, &[("date", &date)]))
    }

    pub fn rule(self, rule: Rule) -> String {
        let (day, year) = (rule.day.to_string(), rule.year.map(|year| year.to_string()));
        let (year, quarter) =
            (year.as_deref(), rule.quarter.map(|quarter| ["I", "II", "III", "IV"][(quarter - 1).clamp(0, 3) as usize]));
        let month = match rule.month {
            RuleMonth::LastOfQuarter => {
                let said = if quarter.is_some() { QUARTER } else { EACH_QUARTER };
                return self.with(said, &[("day", &day), ("quarter", quarter.unwrap_or_default())]);
            }
            RuleMonth::LastOfYear => 12,
            RuleMonth::Month(month) => month,
        };
        let said = if year.is_some() { OF_YEAR } else { EACH_YEAR };
        self.with(said, &[("day", &day), ("month", &month.to_string()), ("year", year.unwrap_or_default())])
    }

    /// The time of an event that is stated less exactly than by days.
    pub fn span(self, from: Option<PartialDate>, to: Option<PartialDate>) -> Option<String> {
        match (from, to) {
            (Some(from), Some(to)) if from == to && !matches!(from, PartialDate::Day(_)) => {
                Some(self.with(WITHIN, &[("date", &self.date(from))]))
            }
            (Some(from), None) => Some(self.with(SINCE, &[("date", &self.date(from))])),
            (None, Some(to)) => Some(self.with(BY, &[("date", &self.date(to))])),
            _ => None,
        }
    }

    fn date(self, date: PartialDate) -> String {
        let text = date.format(self.0);
        match date {
            PartialDate::Year(_) if self.0 == Lang::VI => format!("năm {text}"),
            PartialDate::Day(_) if self.0 == Lang::VI => format!("ngày {text}"),
            _ => text,
        }
    }
}
