//! The table of docs/progress.md, row by row, and what must hold of it whatever the figures.

use super::progress::{Assessment, Rule, State, assess};
use crate::diag::Sources;
use crate::lang::{Decimal, Lang, PartialDate, Period, Quarter, Text};
use crate::model::{
    Amount, Baseline, Comparator, Direction, Goal, Id, Ix, Measure, Milestone, Observation, ObservationStatus,
    Published, Source, Unit,
};
use jiff::civil::{Date, date};
use std::sync::Arc;

pub(super) fn n(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn amount(value: Decimal) -> Amount {
    Amount { value, of: None, unit: Unit::Percent }
}

pub(super) fn figure(comparator: Comparator, value: &str) -> Goal {
    Goal::Figure { comparator, way: None, amount: amount(n(value)) }
}

pub(super) fn observed(period: Period, value: Decimal) -> Observation {
    Observation {
        period,
        amount: amount(value),
        status: ObservationStatus::Final,
        source: Source::Published(Arc::new(Published::named(Text::new(Lang::VI, "Báo cáo")))),
        note: None,
        revised: None,
        span: Sources::default().add("plan.yaml", "").whole(),
    }
}

pub(super) fn year(year: i16) -> Period {
    Period::Date(PartialDate::Year(year))
}

/// A measure with a baseline at the end of 2020 and these figures at the ends of years.
pub(super) fn measure(goal: Goal, baseline: Option<&str>, observations: &[(i16, &str)]) -> Measure {
    Measure {
        id: Id::new("ti-le").unwrap(),
        aliases: Vec::new(),
        label: Text::new(Lang::VI, "Tỷ lệ"),
        goal,
        baseline: baseline
            .map(|value| Baseline { amount: Some(amount(n(value))), period: Some(PartialDate::Year(2020)) }),
        due: None,
        milestones: Vec::new(),
        condition: None,
        indicator: None,
        observations: observations.iter().map(|(at, value)| observed(year(*at), n(value))).collect(),
        note: None,
        part_of: None,
        item: Ix::new(0),
        span: Sources::default().add("plan.yaml", "").whole(),
    }
}

/// The deadline of every measure here: four years after its baseline.
const DUE: Date = date(2024, 12, 31);
const BEFORE: Date = date(2023, 6, 1);
const AFTER: Date = date(2025, 1, 1);

fn stands(measure: &Measure, as_of: Date) -> (State, Rule) {
    let Assessment { state, rule, .. } = assess(measure, DUE, as_of);
    (state, rule)
}

use Comparator::{AtLeast, AtMost, Exactly, Maintain, Over, Reach, Under};

#[test]
fn a_goal_without_a_figure_is_not_assessed_whatever_was_observed() {
    let relative = Goal::Relative { direction: Direction::Lower, than: Text::new(Lang::VI, "cùng kỳ") };
    for goal in [Goal::Qualitative, relative] {
        assert_eq!(stands(&measure(goal, None, &[(2022, "5")]), BEFORE), (State::NotAssessed, Rule::NoFigure));
    }
}

#[test]
fn without_a_report_it_waits_until_the_deadline_and_then_has_ended() {
    let silent = measure(figure(Reach, "100"), Some("50"), &[]);
    assert_eq!(stands(&silent, DUE), (State::NoReport, Rule::NoReportYet));
    assert_eq!(stands(&silent, AFTER), (State::EndedWithoutReport, Rule::EndedWithoutReport));
}

#[test]
fn a_report_of_later_times_alone_tells_nothing_of_the_deadline_unless_it_satisfies() {
    let late = |value| measure(figure(AtLeast, "90"), Some("50"), &[(2025, value)]);
    let as_of = date(2026, 3, 1);
    assert_eq!(stands(&late("80"), as_of), (State::EndedWithoutReport, Rule::EndedWithoutReport));
    assert_eq!(stands(&late("90"), as_of), (State::Met, Rule::SatisfiedLate));
}

#[test]
fn each_comparison_is_met_by_what_its_word_says() {
    let met = |goal: Goal, value| stands(&measure(goal, None, &[(2022, value)]), BEFORE).0 == State::Met;
    for (comparator, satisfied, not) in [
        (Reach, "90", "89.9"),
        (AtLeast, "90", "89.9"),
        (Over, "90.1", "90"),
        (AtMost, "90", "90.1"),
        (Under, "89.9", "90"),
    ] {
        assert!(met(figure(comparator, "90"), satisfied), "{comparator:?}");
        assert!(!met(figure(comparator, "90"), not), "{comparator:?}");
    }
    assert!(met(figure(Exactly, "90"), "90") && !met(figure(Exactly, "90"), "91"));
    let range = || Goal::Range { low: amount(n("0.4")), high: amount(n("0.7")) };
    assert!(met(range(), "0.4") && met(range(), "0.7") && !met(range(), "0.71") && !met(range(), "0.39"));
}

#[test]
fn a_bare_figure_below_its_baseline_or_said_to_lie_below_is_reached_from_above() {
    let down = measure(figure(Reach, "10"), Some("20"), &[(2022, "10")]);
    assert_eq!(stands(&down, BEFORE), (State::Met, Rule::Satisfied));
    assert_eq!(stands(&measure(figure(Reach, "10"), Some("20"), &[(2022, "30")]), BEFORE).0, State::OffTrack);
    let said = Goal::Figure { comparator: Reach, way: Some(Direction::Lower), amount: amount(n("1")) };
    assert_eq!(stands(&measure(said, None, &[(2022, "1.2")]), BEFORE), (State::NotAssessed, Rule::NoBaseline));
}

#[test]
fn what_is_to_be_kept_is_on_track_while_it_is_and_met_only_at_the_end() {
    let kept = |value| measure(figure(Maintain, "14"), None, &[(2022, value)]);
    assert_eq!(stands(&kept("14"), BEFORE), (State::OnTrack, Rule::Kept));
    assert_eq!(stands(&kept("13"), BEFORE), (State::OffTrack, Rule::Broken));
    assert_eq!(stands(&kept("14"), AFTER), (State::Met, Rule::KeptToTheEnd));
    assert_eq!(stands(&kept("13"), AFTER), (State::NotMet, Rule::NotSatisfied));
    let none = |value| stands(&measure(figure(Maintain, "0"), None, &[(2022, value)]), BEFORE).0;
    assert_eq!((none("0"), none("1")), (State::OnTrack, State::OffTrack));
}

#[test]
fn a_limit_that_the_baseline_kept_is_to_be_kept() {
    for (comparator, kept, broken) in [(AtMost, "4", "6"), (Under, "4", "5"), (AtLeast, "6", "4"), (Over, "6", "5")] {
        let limit = |value| measure(figure(comparator, "5"), Some(kept), &[(2022, value)]);
        assert_eq!(stands(&limit(kept), BEFORE), (State::OnTrack, Rule::Kept), "{comparator:?}");
        assert_eq!(stands(&limit(broken), BEFORE), (State::OffTrack, Rule::Broken), "{comparator:?}");
    }
}

#[test]
fn the_pace_is_held_against_both_bounds_and_the_bounds_count_as_reached() {
    // Half of the time is over: a pace of 0.95 is 47.5 of 100 on the way from 0 to 100.
    let at =
        |value: Decimal| stands(&measure(figure(Reach, "100"), Some("0"), &[(2022, &value.to_string())]), BEFORE).0;
    // 31 December 2022 is day 730 of 1461.
    let bound = |share: &str| n(share) * n("100") * n("730") / n("1461");
    assert_eq!(at(bound("0.95") + n("0.0001")), State::OnTrack);
    assert_eq!(at(bound("0.95") - n("0.0001")), State::Behind);
    assert_eq!(at(bound("0.60") + n("0.0001")), State::Behind);
    assert_eq!(at(bound("0.60") - n("0.0001")), State::OffTrack);
    // An exact bound: 1461 to go, 0.95 of 730 gone.
    let exact = measure(figure(Reach, "1461"), Some("0"), &[(2022, "693.5")]);
    assert_eq!(stands(&exact, BEFORE), (State::OnTrack, Rule::Pace));
}

#[test]
fn a_pace_carries_all_that_it_was_reckoned_from() {
    let pace = assess(&measure(figure(Reach, "80"), Some("40"), &[(2022, "50")]), DUE, BEFORE).pace.unwrap();
    assert_eq!((pace.path.from, pace.path.to), ((n("40"), date(2020, 12, 31)), (n("80"), DUE)));
    assert_eq!((pace.at, pace.covered), ((n("50"), date(2022, 12, 31)), n("0.25")));
    assert_eq!(pace.elapsed, n("730") / n("1461"));
    assert_eq!(pace.expected.round_dp(3), n("59.986"));
}

#[test]
fn without_a_way_to_measure_it_says_why() {
    let stands = |baseline, observations: &[(i16, &str)]| {
        stands(&measure(figure(Exactly, "50"), baseline, observations), BEFORE)
    };
    assert_eq!(stands(None, &[(2022, "40")]), (State::NotAssessed, Rule::NoBaseline));
    assert_eq!(stands(Some("30"), &[(2020, "40")]), (State::NotAssessed, Rule::NotAfterBaseline));
    assert_eq!(stands(Some("50"), &[(2022, "40")]), (State::NotAssessed, Rule::NoWay));
}

#[test]
fn after_the_deadline_the_figure_up_to_it_counts_and_a_later_one_can_only_mend() {
    let of = |observations: &[(i16, &str)]| {
        stands(&measure(figure(AtLeast, "90"), Some("50"), observations), date(2026, 6, 1))
    };
    assert_eq!(of(&[(2024, "80")]), (State::NotMet, Rule::NotSatisfied));
    assert_eq!(of(&[(2024, "80"), (2025, "95")]), (State::Met, Rule::SatisfiedLate));
    assert_eq!(of(&[(2024, "95"), (2025, "80")]), (State::Met, Rule::Satisfied));
}

#[test]
fn a_missed_milestone_leaves_a_fast_measure_behind() {
    let mut fast = measure(figure(Reach, "100"), Some("0"), &[(2021, "10"), (2022, "60")]);
    fast.milestones = vec![Milestone { amount: amount(n("20")), by: PartialDate::Year(2021) }];
    assert_eq!(stands(&fast, BEFORE), (State::Behind, Rule::MilestoneMissed));
    fast.milestones[0].by = PartialDate::Year(2023);
    assert_eq!(stands(&fast, BEFORE), (State::OnTrack, Rule::Pace));
    fast.milestones = vec![Milestone { amount: amount(n("10")), by: PartialDate::Year(2021) }];
    assert_eq!(stands(&fast, BEFORE), (State::OnTrack, Rule::Pace));
}

#[test]
fn a_milestone_is_held_from_the_side_of_the_baseline() {
    let stands_at = |goal: Goal, baseline, milestone: &str, figure: &str| {
        let mut measure = measure(goal, Some(baseline), &[(2022, figure)]);
        measure.milestones = vec![Milestone { amount: amount(n(milestone)), by: PartialDate::Year(2022) }];
        stands(&measure, BEFORE).1
    };
    let range = || Goal::Range { low: amount(n("10")), high: amount(n("20")) };
    assert_eq!(stands_at(figure(Exactly, "5"), "8", "6", "5.5"), Rule::Pace);
    assert_eq!(stands_at(figure(Exactly, "5"), "8", "6.4", "6.45"), Rule::MilestoneMissed);
    assert_eq!(stands_at(range(), "30", "24", "23"), Rule::Pace);
    assert_eq!(stands_at(range(), "30", "24", "24.5"), Rule::MilestoneMissed);
    assert_eq!(stands_at(range(), "0", "8", "7"), Rule::MilestoneMissed);
}

#[test]
fn what_the_baseline_has_reached_already_is_to_be_kept() {
    let way = |way, value: &str| Goal::Figure { comparator: Reach, way: Some(way), amount: amount(n(value)) };
    let up = |figure| stands(&measure(way(Direction::Higher, "50"), Some("60"), &[(2022, figure)]), BEFORE);
    assert_eq!((up("50"), up("49")), ((State::OnTrack, Rule::Kept), (State::OffTrack, Rule::Broken)));
    let down = |figure| stands(&measure(way(Direction::Lower, "5"), Some("3"), &[(2022, figure)]), BEFORE);
    assert_eq!((down("5"), down("6")), ((State::OnTrack, Rule::Kept), (State::OffTrack, Rule::Broken)));
}

#[test]
fn the_last_revision_known_on_the_day_is_what_counts() {
    let mut revised = measure(figure(AtLeast, "90"), Some("50"), &[(2022, "95"), (2022, "70")]);
    revised.observations[1].revised = Some(PartialDate::Day(date(2023, 5, 1)));
    assert_eq!(stands(&revised, date(2023, 4, 30)).0, State::Met);
    assert_eq!(stands(&revised, BEFORE).0, State::OnTrack);
    // The period of 2023 has begun; that of 2024 has not.
    let early = measure(figure(AtLeast, "90"), Some("50"), &[(2022, "70"), (2024, "95")]);
    assert_eq!(stands(&early, BEFORE).0, State::OnTrack);
}

#[test]
fn a_part_of_a_whole_counts_as_the_goal_does() {
    let part = |value: &str, of: &str, unit| Amount { value: n(value), of: Some(n(of)), unit };
    let communes = || Unit::Named(Text::new(Lang::VI, "xã"));
    let goal = Goal::Figure { comparator: Reach, way: None, amount: part("150", "200", communes()) };
    let mut counted = measure(goal, None, &[(2022, "0")]);
    counted.observations[0].amount = part("150", "200", communes());
    assert_eq!(stands(&counted, BEFORE).0, State::Met);
    // After communes were merged, 90 of 120 is the same share.
    counted.observations[0].amount = part("90", "120", communes());
    assert_eq!(stands(&counted, BEFORE).0, State::Met);
    counted.observations[0].amount = part("89", "120", communes());
    assert_eq!(stands(&counted, BEFORE).0, State::NotAssessed);
    let mut share = measure(figure(AtLeast, "80"), None, &[(2022, "0")]);
    share.observations[0].amount = part("160", "200", Unit::Percent);
    assert_eq!(stands(&share, BEFORE).0, State::Met);
}

/// Numbers that look thrown, and are the same in every run.
struct Throws(u64);

impl Throws {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }

    fn figure(&mut self) -> Decimal {
        Decimal::new(i64::try_from(self.below(2_000)).unwrap(), 1)
    }

    /// Any goal, with any baseline, seen on any day.
    fn measure(&mut self) -> (Measure, Date) {
        let comparator = [Reach, AtLeast, AtMost, Under, Over, Exactly, Maintain][self.below(7) as usize];
        let goal = if self.below(8) == 0 {
            let low = self.figure();
            Goal::Range { low: amount(low), high: amount(low + self.figure()) }
        } else {
            figure(comparator, &self.figure().to_string())
        };
        let baseline = self.figure().to_string();
        let mut measure = measure(goal, (self.below(6) > 0).then_some(baseline.as_str()), &[]);
        for _ in 0..=self.below(3) {
            let (value, at) = (self.figure(), i16::try_from(2020 + self.below(6)).unwrap());
            let quarter = Quarter { year: at, quarter: i8::try_from(1 + self.below(4)).unwrap() };
            measure.observations.push(observed(Period::Quarter(quarter), value));
        }
        measure.observations.sort_by_key(|o| o.period.last_day());
        measure.observations.dedup_by_key(|o| o.period);
        if self.below(3) == 0 {
            measure.milestones = vec![Milestone { amount: amount(self.figure()), by: PartialDate::Year(2022) }];
        }
        (measure, date(i16::try_from(2019 + self.below(9)).unwrap(), 7, 1))
    }
}

/// How good a state is, where two states of one measure on one day can be held against each other.
fn rank(state: State) -> Option<u8> {
    match state {
        State::OffTrack | State::NotMet => Some(0),
        State::Behind => Some(1),
        State::OnTrack => Some(2),
        State::Met => Some(3),
        State::NotAssessed | State::NoReport | State::EndedWithoutReport => None,
    }
}

#[test]
fn more_progress_never_worsens_a_status() {
    let mut throws = Throws(20_240_101);
    let mut compared = 0;
    for _ in 0..20_000 {
        let (mut measure, as_of) = throws.measure();
        let before = assess(&measure, DUE, as_of);
        let Some(last) = before.judged else { continue };
        let up = match &measure.goal {
            Goal::Figure { comparator: Exactly, .. } | Goal::Range { .. } => continue,
            Goal::Figure { comparator: AtMost | Under, .. } => false,
            Goal::Figure { comparator: Maintain, amount, .. } => !amount.value.is_zero(),
            Goal::Figure { comparator: Reach, amount, .. } => measure
                .baseline
                .as_ref()
                .and_then(|baseline| baseline.amount.as_ref())
                .is_none_or(|baseline| baseline.value <= amount.value),
            _ => true,
        };
        let step = throws.figure();
        measure.observations[last].amount.value += if up { step } else { -step };
        let after = assess(&measure, DUE, as_of);
        if let (Some(before), Some(after)) = (rank(before.state), rank(after.state)) {
            assert!(after >= before, "{before} -> {after} on {as_of}: {measure:#?}");
            compared += 1;
        }
    }
    assert!(compared > 5_000, "{compared}");
}

#[test]
fn counting_everything_in_another_unit_changes_nothing() {
    let mut throws = Throws(7);
    for factor in ["1000", "0.001", "3"].map(n) {
        for _ in 0..5_000 {
            let (mut measure, as_of) = throws.measure();
            let before = assess(&measure, DUE, as_of);
            let scale = |amount: &mut Amount| amount.value *= factor;
            match &mut measure.goal {
                Goal::Figure { amount, .. } => scale(amount),
                Goal::Range { low, high } => [low, high].into_iter().for_each(scale),
                _ => {}
            }
            measure.baseline.iter_mut().filter_map(|baseline| baseline.amount.as_mut()).for_each(scale);
            measure.milestones.iter_mut().for_each(|milestone| scale(&mut milestone.amount));
            measure.observations.iter_mut().for_each(|observation| scale(&mut observation.amount));
            let after = assess(&measure, DUE, as_of);
            assert_eq!((before.state, before.rule), (after.state, after.rule), "{measure:#?} on {as_of}");
        }
    }
}

#[test]
fn the_largest_figures_are_assessed_without_a_crash() {
    let huge = Decimal::MAX.to_string();
    for comparator in [Reach, AtLeast, AtMost, Under, Over, Exactly, Maintain] {
        for (from, value) in [("0", huge.as_str()), (huge.as_str(), "0"), ("-79228162514264337593543950335", "1")] {
            let measure = measure(figure(comparator, &huge), Some(from), &[(2022, value)]);
            for as_of in [BEFORE, AFTER] {
                assess(&measure, DUE, as_of);
            }
        }
    }
}
