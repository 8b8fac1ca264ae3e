//! Hashing of n-grams.

/// A running hash (FNV-1a), from which n-grams of growing length are read off.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Gram(u32);

const PRIME: u32 = 0x0100_0193;

impl Gram {
    /// A fresh hash; `salt` keeps n-grams of different sorts apart.
    pub(crate) const fn new(salt: u8) -> Self {
        Self((0x811c_9dc5 ^ salt as u32).wrapping_mul(PRIME))
    }

    /// With one more byte.
    pub(crate) const fn byte(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u32).wrapping_mul(PRIME))
    }

    /// With the bytes of a word.
    pub(crate) const fn word(self, word: &str) -> Self {
        let bytes = word.as_bytes();
        let (mut gram, mut at) = (self, 0);
        while at < bytes.len() {
            gram = gram.byte(bytes[at]);
            at += 1;
        }
        gram
    }

    /// The bucket before it is cut to a model's size: FNV's low bits alone are weak.
    pub(crate) const fn bucket(self) -> u32 {
        let mixed = (self.0 ^ (self.0 >> 15)).wrapping_mul(0x2c1b_3c6d);
        mixed ^ (mixed >> 13)
    }
}

/// A hash of a word, for comparing without keeping it.
#[must_use]
pub fn hash(word: &str) -> u32 {
    Gram::new(b'h').word(word).bucket()
}
