//! Numbers that look random and are the same each time.
#![allow(dead_code)]

/// Thrown again and again (xorshift64, Marsaglia 2003).
pub struct Dice(pub u64);

impl Dice {
    /// The dice of one of many things, from a seed for all of them (the mixing of splitmix64, Steele 2014).
    pub fn of(seed: u64, number: u64) -> Dice {
        let mut bits = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(number);
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        // Of nothing but zeros xorshift makes zeros.
        Dice((bits ^ (bits >> 31)).max(1))
    }

    /// A number below this one; 0 where there is none.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most.max(1) as u64).unwrap()
    }
}
