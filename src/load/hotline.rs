//! What is stated about hotlines.

use super::decode::{At, Decode, Decoder, Fields, What};
use super::leaf::{RawText, Reference};
use crate::diag::{Arg, Span};
use crate::lang::PartialDate;
use crate::yaml::{Kind, Node};
use std::sync::Arc;

/// One thing stated about a hotline, as written.
#[derive(Debug)]
pub struct RawHotlineFact {
    /// Where it stands.
    pub span: Span,
    /// What.
    pub kind: RawHotlineFactKind,
    /// Who says so.
    pub source: Option<Reference>,
}

/// What can be stated about a hotline, as written.
#[derive(Debug)]
pub enum RawHotlineFactKind {
    /// Who answers, by reference.
    OperatorAgency(Reference),
    /// Who answers, by name.
    Operator(RawText),
    /// When.
    Hours(RawText),
    /// What it costs.
    Cost(RawText),
    /// Since when.
    Since(At<PartialDate>),
    /// A number that it took the place of.
    Replaces(At<Arc<str>>),
    /// Languages spoken.
    Languages(RawText),
    /// Anything else.
    Note(RawText),
}

impl Decode for RawHotlineFact {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        use RawHotlineFactKind as K;
        let mut fields = Fields::of(d, node, What { vi: "thông tin về đường dây nóng", en: "a fact about a hotline" })?;
        let mut found: Vec<K> = Vec::new();
        let by_agency = match &node.kind {
            Kind::Map(entries) => entries.iter().any(|(key, value)| {
                &*key.text == "operator"
                    && matches!(&value.kind, Kind::Map(inner) if inner.iter().any(|(k, _)| &*k.text == "agency"))
            }),
            _ => false,
        };
        if by_agency {
            found.extend(fields.node(d, "operator").and_then(|node| operator_agency(d, node)).map(K::OperatorAgency));
        } else {
            found.extend(fields.optional(d, "operator").map(K::Operator));
        }
        found.extend(fields.optional(d, "hours").map(K::Hours));
        found.extend(fields.optional(d, "cost").map(K::Cost));
        found.extend(fields.optional(d, "since").map(K::Since));
        found.extend(fields.optional(d, "replaces").map(K::Replaces));
        found.extend(fields.optional(d, "languages").map(K::Languages));
        found.extend(fields.optional(d, "note").map(K::Note));
        let source = fields.optional(d, "source");
        let whole = fields.finish(d);
        if found.len() != 1 && whole {
            let hint = Arg::each(
                "Mỗi mục nêu một điều: operator, hours, cost, since, replaces, languages hoặc note; kèm `source`.",
                "Each entry states one thing: operator, hours, cost, since, replaces, languages or note; with a `source`.",
            );
            d.wrong_shape(node, Arg::each("đúng một thông tin", "just one fact"), hint);
            return None;
        }
        Some(RawHotlineFact { span: node.span, kind: found.pop()?, source })
    }
}

/// The agency in `operator: {agency: ...}`.
fn operator_agency(d: &mut Decoder, node: &Node) -> Option<Reference> {
    let mut fields = Fields::of(d, node, What { vi: "cơ quan vận hành", en: "an operator" })?;
    let agency = fields.required(d, "agency");
    fields.finish(d);
    agency
}
