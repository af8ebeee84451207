use jiff::civil::Date;

/// A day of a month that recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// 1 to 31.
    pub day: i8,
    /// Which month.
    pub month: RuleMonth,
    /// Which quarter, 1 to 4; every one if none.
    pub quarter: Option<i8>,
    /// Which year; every year of the plan if none.
    pub year: Option<i16>,
}

/// The month of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleMonth {
    /// The last of the quarter.
    LastOfQuarter,
    /// December.
    LastOfYear,
    /// 1 to 12.
    Month(i8),
}

impl Rule {
    /// The months that it means, in their order, each as a year and 1 to 12. A rule that prints no year means those
    /// that touch the plan's time, from the first of these days to the last.
    pub fn months(self, (from, to): (Date, Date)) -> impl Iterator<Item = (i16, i8)> {
        let years = self.year.map_or(from.year()..=to.year(), |year| year..=year);
        let months = years.flat_map(|year| (1..=12).map(move |month| (year, month)));
        months
            .filter(move |&(year, month)| self.means(month) && (self.year.is_some() || touches(year, month, from, to)))
    }

    fn means(self, month: i8) -> bool {
        let in_quarter = self.quarter.is_none_or(|quarter| (month - 1) / 3 == quarter - 1);
        in_quarter
            && match self.month {
                RuleMonth::LastOfQuarter => month % 3 == 0,
                RuleMonth::LastOfYear => month == 12,
                RuleMonth::Month(stated) => month == stated,
            }
    }
}

fn touches(year: i16, month: i8, from: Date, to: Date) -> bool {
    (from.year(), from.month()) <= (year, month) && (year, month) <= (to.year(), to.month())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn months(rule: Rule, from: Date, to: Date) -> Vec<(i16, i8)> {
        rule.months((from, to)).collect()
    }

    const QUARTERLY: Rule = Rule { day: 20, month: RuleMonth::LastOfQuarter, quarter: None, year: None };

    #[test]
    fn a_rule_without_quarter_or_year_means_every_quarter_of_the_plans_time() {
        let quarters = [(2021, 3), (2021, 6), (2021, 9), (2021, 12)];
        assert_eq!(months(QUARTERLY, date(2021, 1, 1), date(2021, 12, 31)), quarters);
        assert_eq!(
            months(QUARTERLY, date(2021, 4, 1), date(2022, 3, 31)),
            [(2021, 6), (2021, 9), (2021, 12), (2022, 3)]
        );
        assert_eq!(months(QUARTERLY, date(2021, 4, 1), date(2021, 5, 31)), []);
    }

    #[test]
    fn a_printed_year_counts_even_outside_the_plans_time() {
        let rule = Rule { quarter: Some(1), year: Some(2018), ..QUARTERLY };
        assert_eq!(months(rule, date(2017, 1, 1), date(2017, 12, 31)), [(2018, 3)]);
    }

    #[test]
    fn a_month_is_meant_in_its_quarter_alone() {
        let june = |quarter| Rule { month: RuleMonth::Month(6), quarter, ..QUARTERLY };
        let year = (date(2021, 1, 1), date(2021, 12, 31));
        assert_eq!(june(None).months(year).collect::<Vec<_>>(), [(2021, 6)]);
        assert_eq!(june(Some(2)).months(year).count(), 1);
        assert_eq!(june(Some(1)).months(year).count(), 0);
    }
}
