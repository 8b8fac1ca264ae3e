//! A language's words, and how they are read without making anybody wait.

use crate::pack::{BadPack, Pack, Place};
use rustc_hash::FxBuildHasher;

type Words = spellbook::Dictionary<FxBuildHasher>;

/// A language's words.
pub struct Dictionary {
    words: Words,
}

impl std::fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Dictionary")
    }
}

impl Dictionary {
    /// Whether Hunspell would call this word right.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        self.words.check(word)
    }
}

/// Reads a pack a few thousand words at a time, so that a keystroke can come between.
pub struct Loader {
    pack: Pack,
    sets: Vec<Box<str>>,
    place: Place,
    left: usize,
    words: Words,
    line: String,
}

impl std::fmt::Debug for Loader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Loader")
            .field("left", &self.left)
            .finish_non_exhaustive()
    }
}

impl Loader {
    /// Reads the rules and the words with capitals inside, which need more than being added.
    ///
    /// # Errors
    /// When the pack is damaged.
    pub fn new(pack: Pack) -> Result<Self, BadPack> {
        let sets = pack.sets()?;
        let mut place = Place::start(&pack);
        let mut line = String::new();
        // The count asks for all the room there will be: growing later would move every word at once.
        let mut dic = format!("{}\n", pack.stems());
        for _ in 0..pack.irregular() {
            place.line(&pack, &sets, &mut line)?;
            dic.push_str(&line);
            dic.push('\n');
        }
        let words = Words::new_with_hasher(pack.rules()?, &dic, FxBuildHasher);
        Ok(Self {
            left: pack.stems() - pack.irregular(),
            words: words.map_err(|_| BadPack::Rules)?,
            pack,
            sets,
            place,
            line,
        })
    }

    /// Reads up to `most` further words; returns how many are left.
    ///
    /// # Errors
    /// When the pack is damaged.
    pub fn step(&mut self, most: usize) -> Result<usize, BadPack> {
        for _ in 0..most.min(self.left) {
            self.place.line(&self.pack, &self.sets, &mut self.line)?;
            self.words.add(&self.line).map_err(|_| BadPack::Rules)?;
            self.left -= 1;
        }
        Ok(self.left)
    }

    /// Reads what is left.
    ///
    /// # Errors
    /// When the pack is damaged.
    pub fn finish(mut self) -> Result<Dictionary, BadPack> {
        self.step(usize::MAX)?;
        Ok(Dictionary { words: self.words })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_come_to_the_whole() {
        let mut loader = Loader::new(Pack::read(crate::EN).unwrap()).unwrap();
        let mut steps = 0;
        while loader.step(10_000).unwrap() > 0 {
            steps += 1;
        }
        assert_eq!(steps, 4);
        let dictionary = loader.finish().unwrap();
        for (word, known) in [
            ("parcels", true),
            ("Parcels", true),
            ("NASA", true),
            ("nasa", false),
            ("recieve", false),
        ] {
            assert_eq!(dictionary.knows(word), known, "{word}");
        }
    }
}
