//! Decoders of small things with a shape of their own: partners, issuers, amounts of money, rows, named entries.

use super::decode::{At, Decode, Decoder};
use super::describe::{Describe, Shape};
use super::leaf::{Cell, RawText, Reference};
use super::record::{choices, record};
use crate::diag::{Arg, Span};
use crate::lang::{Decimal, Lang};
use crate::model::{Id, RouteWord};
use crate::yaml::{Kind, Node};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Values by names that the editor chooses, in the order in which they are written.
#[derive(Debug)]
pub struct Entries<T>(pub Vec<(At<Arc<str>>, T)>);

/// Words of addresses, by language.
#[derive(Debug)]
pub struct Routes(pub BTreeMap<(Lang, RouteWord), At<Id>>);

/// A row of a table with its place.
#[derive(Debug)]
pub struct RawRow {
    /// Where it stands.
    pub span: Span,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// Someone a plan names, as written: a reference, or `{text: ...}`.
#[derive(Debug)]
pub enum RawPartner {
    /// An agency.
    Agency(Reference),
    /// The plan's words.
    Named(RawText),
}

record! {
    /// Someone whom a plan names in its own words.
    RawNamedPartner ("một bên phối hợp", "a partner") {
        required text: RawText = "Lời của kế hoạch: các đoàn thể" "The words of the plan: mass organisations",
    }
}

impl Describe for RawPartner {
    fn shape() -> Shape {
        Shape::Either(&[Reference::shape, RawNamedPartner::shape])
    }
}

impl Decode for RawPartner {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let Kind::Map(_) = node.kind else { return Reference::decode(d, node).map(RawPartner::Agency) };
        RawNamedPartner::decode(d, node).map(|partner| RawPartner::Named(partner.text))
    }
}

/// Who issued a document or reports a figure, as written: a reference, or a text.
#[derive(Debug)]
pub enum RawWho {
    /// An agency, or a source.
    Known(Reference),
    /// Its name.
    Named(RawText),
}

impl Describe for RawWho {
    fn shape() -> Shape {
        Shape::Either(&[Reference::shape, RawText::by_language])
    }
}

impl Decode for RawWho {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        match node.kind {
            Kind::Map(_) => RawText::decode(d, node).map(RawWho::Named),
            _ => Reference::decode(d, node).map(RawWho::Known),
        }
    }
}

/// How much money, as written.
#[derive(Debug)]
pub enum RawFundingAmount {
    /// Not stated.
    NotStated,
    /// Vietnamese đồng.
    Vnd(At<Decimal>),
}

/// What money is counted in.
#[derive(Debug)]
pub enum Currency {
    /// Vietnamese đồng.
    Vnd,
}
choices!(Currency, "unit" { "vnd" => Currency::Vnd });

record! {
    /// So much money.
    RawMoney ("một khoản tiền", "an amount of money") {
        required value: At<Decimal> = "Số tiền: 500000000" "How much: 500000000",
        required unit: Currency = "Đơn vị: vnd" "In what: vnd",
    }
}

const NOT_STATED: &str = "not-stated";

impl Describe for RawFundingAmount {
    fn shape() -> Shape {
        Shape::Either(&[|| Shape::Words(|| vec![NOT_STATED]), RawMoney::shape])
    }
}

impl Decode for RawFundingAmount {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let Kind::Map(_) = node.kind else {
            let at = Reference::decode(d, node)?;
            if &*at.value == NOT_STATED {
                return Some(RawFundingAmount::NotStated);
            }
            d.unknown_choice("amount", &at.value, at.span, &[NOT_STATED, "{value: 500000000, unit: vnd}"]);
            return None;
        };
        let RawMoney { value, unit: Currency::Vnd, .. } = RawMoney::decode(d, node)?;
        Some(RawFundingAmount::Vnd(value))
    }
}

impl Describe for RawRow {
    fn shape() -> Shape {
        Vec::<Cell>::shape()
    }
}

impl Decode for RawRow {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        Vec::<Cell>::decode(d, node).map(|cells| RawRow { span: node.span, cells })
    }
}

impl<T: Describe> Describe for Entries<T> {
    fn shape() -> Shape {
        Shape::Entries(T::shape)
    }
}

impl<T: Decode> Decode for Entries<T> {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let Kind::Map(fields) = &node.kind else {
            let hint =
                Arg::each("Viết mỗi mục một dòng: `tên: giá trị`.", "Write each entry on a line: `name: value`.");
            d.wrong_shape(node, Arg::each("các mục có tên", "named entries"), hint);
            d.lose(node);
            return None;
        };
        let value = |(key, node): &(crate::yaml::Key, Node), d: &mut Decoder| {
            Some((At { value: key.text.clone(), span: key.span }, T::decode(d, node)?))
        };
        Some(Entries(fields.iter().filter_map(|field| value(field, d)).collect()))
    }
}

impl Describe for Routes {
    fn shape() -> Shape {
        Shape::ByLanguage(|| Shape::ByWord(|| RouteWord::ALL.map(|(_, name, ..)| name).to_vec(), At::<Id>::shape))
    }
}

impl Decode for Routes {
    fn decode(d: &mut Decoder, node: &Node) -> Option<Self> {
        let mut routes = BTreeMap::new();
        for (lang, words) in Entries::<Entries<At<Id>>>::decode(d, node)?.0 {
            let Some(known) = Lang::new(&lang.value).filter(|l| d.langs.contains(l)) else {
                d.unknown_language(&lang.value, lang.span);
                continue;
            };
            for (word, segment) in words.0 {
                match RouteWord::ALL.iter().find(|(_, name, ..)| *name == &*word.value) {
                    Some((route, ..)) => {
                        routes.insert((known, *route), segment);
                    }
                    None => {
                        d.unknown_choice("routes", &word.value, word.span, &RouteWord::ALL.map(|(_, name, ..)| name))
                    }
                }
            }
        }
        Some(Routes(routes))
    }
}
