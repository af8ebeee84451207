//! What is stated about hotlines.

use super::decode::{At, Decode, Decoder, count};
use super::describe::{Describe, Shape};
use super::leaf::{RawText, Reference};
use super::record::record;
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

record! {
    /// The fields of something stated about a hotline.
    RawHotlineFields ("thông tin về đường dây nóng", "a fact about a hotline")
    one [operator, hours, cost, since, replaces, languages, note] {
        optional operator: RawOperator = "Ai vận hành: tên, hoặc {agency: mã cơ quan}" "Who answers: a name, or {agency: id}",
        optional hours: RawText = "Giờ trực: \"24/7\" hoặc lời văn" "When: \"24/7\" or a text",
        optional cost: RawText = "Cước gọi: free (miễn phí), charged (mất cước) hoặc lời văn" "What it costs: free, charged or a text",
        optional since: At<PartialDate> = "Hoạt động từ khi nào" "Since when",
        optional replaces: At<Arc<str>> as LINE
            = "Số cũ mà nó thay thế, trong ngoặc kép" "A number that it took the place of, in quotes",
        optional languages: RawText = "Người nghe máy nói những thứ tiếng nào" "Languages spoken",
        optional note: RawText = "Điều khác" "Anything else",
        optional source: Reference
            = "Nguồn: mã trong sources của tệp này, plan:MÃ hoặc document:MÃ"
              "The source: an id of this file's sources, plan:ID or document:ID",
    }
}

record! {
    /// An agency that answers.
    RawOperatorAgency ("cơ quan vận hành", "an operator") {
        required agency: Reference = "Mã của cơ quan" "The agency's id",
    }
}

/// Who answers, as written: `{agency: ...}`, or a text.
#[derive(Debug)]
pub enum RawOperator {
    /// An agency.
    Agency(Reference),
    /// Its name.
    Named(RawText),
}

impl Describe for RawOperator {
    fn shape() -> Shape {
        Shape::Either(&[|| Shape::Line, RawText::by_language, RawOperatorAgency::shape])
    }
}

impl Decode for RawOperator {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        match &node.kind {
            Kind::Map(fields) if fields.iter().any(|(key, _)| &*key.text == "agency") => {
                RawOperatorAgency::decode(d, node).map(|operator| RawOperator::Agency(operator.agency))
            }
            _ => RawText::decode(d, node).map(RawOperator::Named),
        }
    }
}

impl Describe for RawHotlineFact {
    fn shape() -> Shape {
        RawHotlineFields::shape()
    }
}

impl Decode for RawHotlineFact {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        use RawHotlineFactKind as K;
        let fact = RawHotlineFields::decode(d, node)?;
        let operator = fact.operator.map(|operator| match operator {
            RawOperator::Agency(agency) => K::OperatorAgency(agency),
            RawOperator::Named(name) => K::Operator(name),
        });
        let stated = [
            operator,
            fact.hours.map(K::Hours),
            fact.cost.map(K::Cost),
            fact.since.map(K::Since),
            fact.replaces.map(K::Replaces),
            fact.languages.map(K::Languages),
            fact.note.map(K::Note),
        ];
        let mut found: Vec<K> = stated.into_iter().flatten().collect();
        if found.len() != 1 && fact.whole {
            let hint = Arg::each(
                "Mỗi mục nêu một điều: operator, hours, cost, since, replaces, languages hoặc note; kèm `source`.",
                "Each entry states one thing: operator, hours, cost, since, replaces, languages or note; with a `source`.",
            );
            d.wrong_count(
                node,
                Arg::each("đúng một thông tin", "just one fact"),
                count(found.len(), "thông tin"),
                hint,
            );
            return None;
        }
        Some(RawHotlineFact { span: node.span, kind: found.pop()?, source: fact.source })
    }
}
