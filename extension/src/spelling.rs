//! The dictionaries, read in steps, so that no keystroke waits for them.

use toonvast_engine::{BadPack, Loader, Pack, Spelling};
use wasm_bindgen::prelude::*;

/// Dictionaries being read.
#[wasm_bindgen]
pub struct Dictionaries {
    nl: Loader,
    en: Loader,
}

#[wasm_bindgen]
impl Dictionaries {
    /// Takes the packs of the extension's folder.
    ///
    /// # Errors
    /// When they are damaged.
    #[wasm_bindgen(constructor)]
    pub fn new(nl: Vec<u8>, en: Vec<u8>) -> Result<Dictionaries, JsError> {
        Ok(Self {
            nl: Loader::new(Pack::read(nl)?)?,
            en: Loader::new(Pack::read(en)?)?,
        })
    }

    /// Reads up to so many further words; returns how many are left.
    ///
    /// # Errors
    /// When a pack is damaged.
    pub fn step(&mut self, words: usize) -> Result<usize, JsError> {
        let left = self.nl.step(words)?;
        Ok(match left {
            0 => self.en.step(words)?,
            left => left,
        })
    }
}

impl Dictionaries {
    /// Both, read to the end.
    ///
    /// # Errors
    /// When a pack is damaged.
    pub fn finish(self) -> Result<Spelling, BadPack> {
        Ok(Spelling::new(self.nl.finish()?, self.en.finish()?))
    }
}
