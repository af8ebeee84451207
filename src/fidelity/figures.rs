//! What a paragraph states in figures: its numbers and its dates, as its language writes them.

use crate::lang::{Decimal, Lang, PartialDate};

/// Words that may stand between a day and the month that it shares with another: "từ ngày 01 đến ngày 30 tháng 6".
const BETWEEN: [&str; 12] = ["ngày", "đến", "và", "hoặc", "hết", "tháng", "-", "–", ",", "to", "and", "of"];

/// What stands in a paragraph.
#[derive(Debug, Default)]
pub(super) struct Figures {
    /// Numbers, but for those of dates.
    figures: Vec<Decimal>,
    /// What is written as 7/8, and may be a date just as well.
    shares: Vec<(Decimal, Decimal)>,
    /// Days of a month.
    days: Vec<(i8, i8)>,
    /// Days whose month has no number: "ngày 20 của tháng cuối quý".
    lone_days: Vec<i8>,
    months: Vec<i8>,
    years: Vec<i16>,
}

impl Figures {
    /// What a text without Markdown states.
    pub(super) fn of(text: &str, lang: Lang) -> Figures {
        let mut reader = Reader { lang, stated: Figures::default(), waiting: Vec::new(), before: "" };
        let mut rest = text;
        while !rest.is_empty() {
            rest = reader.piece(rest, text);
        }
        reader.release();
        reader.stated
    }

    /// Whether a figure stands there, with its whole where it is a part of one.
    pub(super) fn has_figure(&self, value: Decimal, of: Option<Decimal>) -> bool {
        let has = |figure: Decimal| self.figures.contains(&figure);
        of.is_some_and(|of| self.shares.contains(&(value, of))) || (has(value) && of.is_none_or(has))
    }

    /// Whether a date stands there, its year aside: a year's own is [`Figures::has_year`].
    pub(super) fn has_date(&self, date: PartialDate) -> bool {
        match date {
            PartialDate::Year(_) => true,
            PartialDate::Month(_, month) => self.months.contains(&month),
            PartialDate::Day(day) => self.has_day(day.day(), Some(day.month())),
        }
    }

    /// Whether a day stands there: of that month, or of one that has no number.
    pub(super) fn has_day(&self, day: i8, month: Option<i8>) -> bool {
        let is_it = |&(d, m): &(i8, i8)| d == day && month.is_none_or(|month| m == month);
        self.days.iter().any(is_it) || (month.is_none() && self.lone_days.contains(&day))
    }

    /// Whether a year stands there.
    pub(super) fn has_year(&self, year: i16) -> bool {
        self.years.contains(&year)
    }
}

/// Reads a text from left to right.
struct Reader<'t> {
    lang: Lang,
    stated: Figures,
    /// Numbers that may be days of a month that follows.
    waiting: Vec<i8>,
    /// The word before.
    before: &'t str,
}

impl<'t> Reader<'t> {
    /// Takes a word, a number or a mark off the rest of a text; gives what is left.
    fn piece(&mut self, rest: &'t str, text: &'t str) -> &'t str {
        let first = rest.chars().next().unwrap_or(' ');
        if first.is_ascii_digit() {
            let (run, left) = rest.split_at(run_length(rest));
            let joined = text[..text.len() - rest.len()].ends_with(char::is_alphabetic);
            // 56/2017/NĐ-CP is the number of a document.
            let numbers_document = left.strip_prefix('/').is_some_and(|left| left.starts_with(char::is_uppercase));
            match joined || numbers_document {
                true => self.release(),
                false => self.run(run),
            }
            self.before = "";
            return left;
        }
        let length = match first.is_alphabetic() {
            true => rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len()),
            false => first.len_utf8(),
        };
        let (word, left) = rest.split_at(length);
        if !first.is_whitespace() {
            self.word(word);
        }
        left
    }

    fn word(&mut self, word: &'t str) {
        if let Some(month) = self.month_named(word) {
            self.month(month);
        } else if !BETWEEN.contains(&word.to_lowercase().as_str()) {
            self.release();
        }
        self.before = word;
    }

    /// The month of an English name.
    fn month_named(&self, word: &str) -> Option<i8> {
        let is_it = |month: &i8| PartialDate::Month(1, *month).format(Lang::EN).split(' ').next() == Some(word);
        (self.lang == Lang::EN).then(|| (1..=12).find(is_it)).flatten()
    }

    /// Digits with what stands between them: `150`, `1.250,5`, `144/200`, `20/05/2023`.
    fn run(&mut self, run: &str) {
        let parts: Vec<&str> = run.split(['/', '-']).collect();
        let small = |at: usize| parts.get(at).and_then(|part| part.parse::<i16>().ok());
        let month = |at| small(at).and_then(|n| i8::try_from(n).ok()).filter(|n| (1..=12).contains(n));
        let day = |at| small(at).and_then(|n| i8::try_from(n).ok()).filter(|n| (1..=31).contains(n));
        let year = |at| small(at).filter(|n| (1000..=9999).contains(n));
        let is_one_of = |words: &[&str]| words.iter().any(|word| self.before.eq_ignore_ascii_case(word));
        match &parts[..] {
            [only] => {
                let number = number(only, self.lang);
                match (month(0), day(0)) {
                    (Some(month), _) if is_one_of(&["tháng"]) => self.month(month),
                    (_, Some(day)) => self.waiting.push(day),
                    _ => {
                        self.release();
                        self.stated.years.extend(year(0));
                        self.stated.figures.extend(number);
                    }
                }
            }
            [_, _, _] if day(0).is_some() && month(1).is_some() && year(2).is_some() => {
                self.waiting.extend(day(0));
                self.stated.years.extend(year(2));
                month(1).into_iter().for_each(|month| self.month(month));
            }
            [_, _] if month(0).is_some() && year(1).is_some() => {
                self.stated.years.extend(year(1));
                match is_one_of(&["quý"]) {
                    true => self.release(),
                    false => month(0).into_iter().for_each(|month| self.month(month)),
                }
            }
            [value, of] => {
                if let (Some(day), Some(month)) = (day(0), month(1)) {
                    self.waiting.push(day);
                    self.month(month);
                    self.stated.shares.extend(number(value, self.lang).zip(number(of, self.lang)));
                } else {
                    self.release();
                    self.stated.figures.extend([value, of].into_iter().filter_map(|part| number(part, self.lang)));
                    self.stated.years.extend([year(0), year(1)].into_iter().flatten());
                }
            }
            _ => self.release(),
        }
    }

    /// A month, and the days that wait for it.
    fn month(&mut self, month: i8) {
        self.stated.months.push(month);
        self.stated.days.extend(self.waiting.drain(..).map(|day| (day, month)));
    }

    /// Numbers that no month followed are just numbers.
    fn release(&mut self) {
        for day in self.waiting.drain(..) {
            self.stated.figures.push(day.into());
            self.stated.lone_days.push(day);
        }
    }
}

/// How many bytes at the start are digits, with single marks between them. A hyphen is part of a whole date alone.
fn run_length(text: &str) -> usize {
    let length = |marks: &[char]| {
        let mut end = 0;
        for (at, c) in text.char_indices() {
            match c {
                _ if c.is_ascii_digit() => end = at + 1,
                _ if marks.contains(&c) && end == at => {}
                _ => break,
            }
        }
        end
    };
    let dashed = length(&['-']);
    let parts: Vec<&str> = text[..dashed].split('-').collect();
    match parts[..] {
        [day, month, year] if day.len() <= 2 && month.len() <= 2 && year.len() == 4 => dashed,
        _ => length(&['.', ',', '/']),
    }
}

/// A number as a language writes it: `1.250,5` in Vietnamese. A lone mark that cannot stand between thousands is one before
/// decimals.
fn number(run: &str, lang: Lang) -> Option<Decimal> {
    let (group, point) = if lang == Lang::EN { (',', '.') } else { ('.', ',') };
    let (whole, decimals) = run.split_once(point).map_or((run, None), |(whole, decimals)| (whole, Some(decimals)));
    let groups: Vec<&str> = whole.split(group).collect();
    let plain = match &groups[..] {
        [only] => (*only).to_owned(),
        [first, others @ ..] if first.len() <= 3 && *first != "0" && others.iter().all(|part| part.len() == 3) => {
            groups.concat()
        }
        [_, _] if decimals.is_none() => groups.join("."),
        _ => return None,
    };
    let text = decimals.map_or(plain.clone(), |decimals| format!("{plain}.{decimals}"));
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn day(month: i8, day: i8) -> PartialDate {
        PartialDate::Day(date(2023, month, day))
    }

    fn vi(text: &str) -> Figures {
        Figures::of(text, Lang::VI)
    }

    fn has(text: &str, figure: &str) -> bool {
        vi(text).has_figure(figure.parse().unwrap(), None)
    }

    #[test]
    fn figures_are_compared_as_numbers() {
        assert!(has("giảm xuống còn 1,1%", "1.1") && has("đạt 1,10%", "1.1") && has("đạt 0.5%", "0.5"));
        assert!(has("1.250 trẻ em", "1250") && !has("1.250 trẻ em", "1.25") && has("08 xã", "8"));
        assert!(has("giai đoạn 0,4-0,7%", "0.7") && has("từ 2021 - 2025", "2025"));
        assert!(!has("đạt 82%", "83") && !has("đạt 82%", "8") && !has("Nghị định số 56/2017/NĐ-CP", "56"));
    }

    #[test]
    fn a_part_of_a_whole_is_no_date_and_a_date_no_figure() {
        let whole = |text: &str, value: i32, of: i32| vi(text).has_figure(value.into(), Some(of.into()));
        assert!(whole("144/200 xã", 144, 200) && whole("14/14 xã", 14, 14) && whole("7/8 xã", 7, 8));
        assert!(whole("150 trên tổng số 200 xã", 150, 200) && !whole("144/200 xã", 150, 200));
        assert!(!has("trước ngày 20/5", "20") && !has("trước ngày 20 tháng 5", "20") && has("trong 6 tháng", "6"));
    }

    #[test]
    fn a_date_stands_there_as_exactly_as_it_is_given() {
        for text in ["trước ngày 20/5/2023", "ngày 20 tháng 5 năm 2023", "ngày 20-05-2023", "trước 20/5 năm 2023"]
        {
            assert!(vi(text).has_date(day(5, 20)) && vi(text).has_year(2023), "{text}");
            assert!(!vi(text).has_date(day(5, 21)) && !vi(text).has_date(day(6, 20)), "{text}");
        }
        assert!(vi("trước ngày 20/5").has_date(day(5, 20)) && !vi("trước ngày 20/5").has_year(2023));
        assert!(vi("từ tháng 5/2018").has_date(PartialDate::Month(2018, 5)));
        assert!(!vi("từ tháng 5/2018").has_date(PartialDate::Month(2018, 6)));
        let june = vi("từ ngày 01 đến ngày 30 tháng 6");
        assert!(june.has_date(day(6, 1)) && june.has_date(day(6, 30)) && !june.has_date(day(6, 2)));
        let two = vi("trước ngày 20/5 (6 tháng) và ngày 15/11 (năm)");
        assert!(!two.has_date(day(5, 15)) && two.has_date(day(11, 15)));
        let rule = vi("ngày 20 của tháng cuối quý");
        assert!(rule.has_day(20, None) && !rule.has_day(25, None));
    }

    #[test]
    fn english_dates_have_names_of_months() {
        let stated = Figures::of("from 1 to 30 June 2023, 1,250 children", Lang::EN);
        assert!(stated.has_date(day(6, 1)) && stated.has_date(day(6, 30)) && !stated.has_date(day(6, 2)));
        assert!(stated.has_figure(1250.into(), None));
    }
}
