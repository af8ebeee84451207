use serde::Serialize;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// An id that an editor gave: small ASCII letters, digits and hyphens. Unique among its kind where it stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Id(String);

impl Id {
    /// The id, or `None` if the text is not one.
    pub fn new(text: &str) -> Option<Id> {
        let inside = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        let fits = !text.is_empty() && text.bytes().all(inside) && !text.starts_with('-') && !text.ends_with('-');
        fits.then(|| Id(text.to_owned()))
    }

    /// The text of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where a `T` stands in the list that owns it: in [`Portal`](super::Portal) or, for what a plan states, in
/// its [`Plan`](super::Plan). Given out by the check stage only, for lists that then no longer change.
pub struct Ix<T>(u32, PhantomData<fn() -> T>);

impl<T> Ix<T> {
    /// The place in the list.
    pub(crate) fn new(index: usize) -> Ix<T> {
        Ix(
            u32::try_from(index).expect("fewer than 2^32 entries: each takes more than one byte of content"),
            PhantomData,
        )
    }

    /// As an index into the list.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl<T> Clone for Ix<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Ix<T> {}
impl<T> PartialEq for Ix<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Ix<T> {}
impl<T> PartialOrd for Ix<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Ix<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> Hash for Ix<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> fmt::Debug for Ix<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// `list[ix]` for each list that a type owns, and the list with its indices.
macro_rules! owns {
    ($owner:ty { $($list:ident: $item:ty),* $(,)? }) => { $(
        impl std::ops::Index<$crate::model::Ix<$item>> for $owner {
            type Output = $item;
            fn index(&self, ix: $crate::model::Ix<$item>) -> &$item {
                std::borrow::Borrow::borrow(&self.$list[ix.index()])
            }
        }
    )* };
}
pub(super) use owns;

/// Each entry of a list with its place in it.
pub fn indexed<T>(list: &[T]) -> impl DoubleEndedIterator<Item = (Ix<T>, &T)> + ExactSizeIterator {
    list.iter().enumerate().map(|(i, item)| (Ix::new(i), item))
}
