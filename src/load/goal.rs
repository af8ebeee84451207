//! Goals and deadlines of measures.

use super::decode::{At, Decode, Decoder, Fields, What};
use super::leaf::{RawText, Reference};
use crate::diag::{Arg, Span};
use crate::lang::{Decimal, PartialDate};
use crate::model::{Comparator, Direction, Stated};
use crate::yaml::{Kind, Node};

/// What a figure counts, as written: a unit's id, or a text.
#[derive(Debug, Clone)]
pub enum RawUnit {
    /// A built-in unit or one of `units` in `site.yaml`.
    Id(Reference),
    /// Its name, where it is used.
    Named(RawText),
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
    Figure(Comparator, At<Decimal>),
    /// Between two.
    Range(At<Decimal>, At<Decimal>),
    /// Relative to something without a figure.
    Relative(Direction, RawText),
}

const COMPARATORS: [(&str, Comparator); 7] = [
    ("reach", Comparator::Reach),
    ("at_least", Comparator::AtLeast),
    ("at_most", Comparator::AtMost),
    ("under", Comparator::Under),
    ("over", Comparator::Over),
    ("exactly", Comparator::Exactly),
    ("maintain", Comparator::Maintain),
];

impl Decode for RawGoal {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let what = What { vi: "mục tiêu của chỉ tiêu", en: "a goal" };
        let mut fields = Fields::of(d, node, what)?;
        let mut aims = Vec::new();
        let mut named = 0;
        for (name, comparator) in COMPARATORS {
            named += usize::from(fields.has(name));
            aims.extend(fields.optional(d, name).map(|value| RawAim::Figure(comparator, value)));
        }
        for (name, direction) in [("lower_than", Direction::Lower), ("higher_than", Direction::Higher)] {
            named += usize::from(fields.has(name));
            aims.extend(fields.optional(d, name).map(|than| RawAim::Relative(direction, than)));
        }
        named += usize::from(fields.has("range"));
        if let Some(ends) = fields.optional::<Vec<At<Decimal>>>(d, "range") {
            match <[At<Decimal>; 2]>::try_from(ends) {
                Ok([low, high]) => aims.push(RawAim::Range(low, high)),
                Err(_) => {
                    let hint =
                        Arg::each("Viết hai số: `range: [0.4, 0.7]`.", "Write two figures: `range: [0.4, 0.7]`.");
                    d.wrong_shape(node, Arg::each("hai số", "two figures"), hint);
                }
            }
        }
        let (of, unit) = (fields.optional(d, "of"), fields.optional(d, "unit"));
        fields.finish(d);
        if named != 1 {
            let expected = Arg::each("đúng một cách so sánh", "just one way to compare");
            let hint = Arg::each(
                "Viết một trong: reach, at_least, at_most, under, over, exactly, range, maintain, lower_than, higher_than; \
                 chỉ tiêu không có con số thì bỏ cả `goal`.",
                "Write one of: reach, at_least, at_most, under, over, exactly, range, maintain, lower_than, higher_than; \
                 leave out `goal` where the plan gives no figure.",
            );
            d.wrong_shape(node, expected, hint);
            return None;
        }
        Some(RawGoal { span: node.span, aim: aims.pop()?, of, unit })
    }
}

impl Decode for RawDue {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let Kind::Map(_) = node.kind else {
            return Some(RawDue { by: At::decode(d, node)?, stated: Stated::Printed });
        };
        let mut fields = Fields::of(d, node, What { vi: "một thời hạn", en: "a deadline" })?;
        let by = fields.required(d, "by");
        let stated = fields.optional(d, "stated").unwrap_or(Stated::Printed);
        fields.finish(d);
        Some(RawDue { by: by?, stated })
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
