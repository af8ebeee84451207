//! Goals and deadlines of measures.

use super::decode::{At, Decode, Decoder, count};
use super::describe::{Describe, Shape};
use super::forms::UNIT;
use super::leaf::{RawText, Reference};
use super::record::record;
use crate::diag::{Arg, Span};
use crate::lang::{Decimal, PartialDate};
use crate::model::{Comparator, Direction, Stated, Unit};
use crate::yaml::{Kind, Node};

/// What a figure counts, as written: a unit's id, or a text.
#[derive(Debug, Clone)]
pub enum RawUnit {
    /// A built-in unit or one of `units` in `site.yaml`.
    Id(Reference),
    /// Its name, where it is used.
    Named(RawText),
}

impl Describe for RawUnit {
    fn shape() -> Shape {
        Shape::Either(&[|| Shape::Words(|| Unit::BUILT_IN.map(|(id, _)| id).to_vec()), || UNIT, RawText::by_language])
    }
}

impl Decode for RawUnit {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        match node.kind {
            Kind::Map(_) => RawText::decode(d, node).map(RawUnit::Named),
            _ => Reference::decode(d, node).map(RawUnit::Id),
        }
    }
}

/// A goal as written.
#[derive(Debug)]
pub struct RawGoal {
    /// Where it stands.
    pub span: Span,
    /// What it says.
    pub aim: RawAim,
    /// The whole.
    pub of: Option<At<Decimal>>,
    /// What is counted.
    pub unit: Option<RawUnit>,
}

/// What a goal says.
#[derive(Debug)]
pub enum RawAim {
    /// A figure.
    Figure(Comparator, Option<Direction>, At<Decimal>),
    /// Between two.
    Range(At<Decimal>, At<Decimal>),
    /// Relative to something without a figure.
    Relative(Direction, RawText),
}

record! {
    /// The fields of a goal.
    RawGoalFields ("mục tiêu của chỉ tiêu", "a goal", "{reach: 100, unit: percent}")
    one [reach, at_least, at_most, under, over, exactly, maintain, range, lower_than, higher_than] {
        optional reach: At<Decimal> = "Câu chỉ nêu con số: 100" "The sentence gives the bare figure: 100",
        optional at_least: At<Decimal> = "Ít nhất, trở lên" "At least",
        optional at_most: At<Decimal> = "Nhiều nhất, không quá, xuống còn" "At most",
        optional under: At<Decimal> = "Dưới" "Under",
        optional over: At<Decimal> = "Trên" "Over",
        optional exactly: At<Decimal> = "Đúng bằng" "Exactly",
        optional maintain: At<Decimal> = "Duy trì ở mức này" "Keep at this figure",
        optional range: RawRange = "Trong khoảng: [0.4, 0.7]" "Between two figures: [0.4, 0.7]",
        optional lower_than: RawText
            = "Thấp hơn, không có con số: “cùng kỳ năm 2019”" "Lower, without a figure: “the same period of 2019”",
        optional higher_than: RawText
            = "Cao hơn, không có con số: “cùng kỳ năm 2019”" "Higher, without a figure: “the same period of 2019”",
        optional way: Direction
            = "Chiều của reach hoặc maintain khi câu nói rõ: down (giảm xuống), up (tăng lên)"
              "Which way reach or maintain lies, where the sentence says so: down or up",
        optional of: At<Decimal> = "Tổng số, khi con số là một phần: 150 trên 200" "The whole, where the figure is a part: 150 of 200",
        optional unit: RawUnit
            = "Đơn vị: percent, per_1000, per_10000, per_100000, một mã trong units của site.yaml, hoặc tên"
              "Its unit: percent, per_1000, per_10000, per_100000, an id of units in site.yaml, or a name",
    }
}

impl Describe for RawGoal {
    fn shape() -> Shape {
        RawGoalFields::shape()
    }
}

impl Decode for RawGoal {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let goal = RawGoalFields::decode(d, node)?;
        let figures = [
            (Comparator::Reach, goal.reach),
            (Comparator::AtLeast, goal.at_least),
            (Comparator::AtMost, goal.at_most),
            (Comparator::Under, goal.under),
            (Comparator::Over, goal.over),
            (Comparator::Exactly, goal.exactly),
            (Comparator::Maintain, goal.maintain),
        ];
        let way = |comparator| goal.way.filter(|_| matches!(comparator, Comparator::Reach | Comparator::Maintain));
        let figure = |(comparator, value): (_, Option<_>)| Some(RawAim::Figure(comparator, way(comparator), value?));
        let stated = figures.into_iter().filter_map(figure);
        let mut aims: Vec<RawAim> = stated.collect();
        aims.extend(goal.range.map(|RawRange(low, high)| RawAim::Range(low, high)));
        aims.extend(goal.lower_than.map(|than| RawAim::Relative(Direction::Lower, than)));
        aims.extend(goal.higher_than.map(|than| RawAim::Relative(Direction::Higher, than)));
        if aims.len() != 1 && goal.whole {
            let expected = Arg::each("đúng một cách so sánh", "just one way to compare");
            let found = count(aims.len(), "cách");
            let hint = Arg::each(
                "Viết một trong: reach, at_least, at_most, under, over, exactly, range, maintain, lower_than, higher_than; \
                 chỉ tiêu không có con số thì bỏ cả `goal`.",
                "Write one of: reach, at_least, at_most, under, over, exactly, range, maintain, lower_than, higher_than; \
                 leave out `goal` where the plan gives no figure.",
            );
            d.wrong_count(node, expected, found, hint);
            return None;
        }
        Some(RawGoal { span: node.span, aim: aims.pop()?, of: goal.of, unit: goal.unit })
    }
}

/// Two figures.
#[derive(Debug)]
pub struct RawRange(pub At<Decimal>, pub At<Decimal>);

impl Describe for RawRange {
    fn shape() -> Shape {
        Shape::List(At::<Decimal>::shape, 2, Some(2))
    }
}

impl Decode for RawRange {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let dropped = d.dropped;
        let ends = Vec::<At<Decimal>>::decode(d, node)?;
        let found = ends.len();
        match <[At<Decimal>; 2]>::try_from(ends) {
            Ok([low, high]) => return Some(RawRange(low, high)),
            Err(_) if d.dropped > dropped => {}
            Err(_) => {
                let hint = Arg::each("Viết hai số: `range: [0.4, 0.7]`.", "Write two figures: `range: [0.4, 0.7]`.");
                let found = count(found, "số");
                d.wrong_count(node, Arg::each("hai số", "two figures"), found, hint);
            }
        }
        None
    }
}

record! {
    /// A deadline that says whether it is printed.
    RawDueFields ("một thời hạn", "a deadline") {
        required by: At<PartialDate> = "Thời hạn: 2023, 2023-05 hoặc 2023-05-20" "When: 2023, 2023-05 or 2023-05-20",
        optional stated: Stated
            = "implied nếu suy ra từ kế hoạch; bỏ trống là printed" "implied where it follows from the plan; printed if left out",
    }
}

impl Describe for RawDue {
    fn shape() -> Shape {
        Shape::Either(&[At::<PartialDate>::shape, RawDueFields::shape])
    }
}

impl Decode for RawDue {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let Kind::Map(_) = node.kind else {
            return Some(RawDue { by: At::decode(d, node)?, stated: Stated::Printed });
        };
        let due = RawDueFields::decode(d, node)?;
        Some(RawDue { by: due.by, stated: due.stated.unwrap_or(Stated::Printed) })
    }
}

/// When a measure is due.
#[derive(Debug)]
pub struct RawDue {
    /// The date.
    pub by: At<PartialDate>,
    /// Whether it is printed.
    pub stated: Stated,
}
