//! The geometry of charts: where ticks and marks stand. Vocabulary: numbers in, numbers out; it knows no words and no markup.

mod scale;

pub use scale::Scale;
