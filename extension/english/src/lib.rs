//! The English grammar check in the browser: a WebAssembly of its own in a Worker of the
//! engine's home, because it takes a second and much memory to make ready and most drafts
//! are Dutch.

use serde::Serialize;
use toonvast_english::English;
use wasm_bindgen::prelude::*;

/// The check, ready.
#[wasm_bindgen]
pub struct Pack {
    english: English,
}

#[wasm_bindgen]
impl Pack {
    /// Reads the dictionary and builds the rules: about a second.
    #[wasm_bindgen(constructor)]
    #[must_use]
    #[expect(clippy::new_without_default, reason = "JavaScript knows no defaults")]
    pub fn new() -> Self {
        console_error_panic_hook::set_once();
        Self {
            english: English::new(),
        }
    }

    /// The grammar faults of a text, as `GrammarFault[]`.
    ///
    /// # Errors
    /// Never in practice: a list of plain values is always JavaScript.
    pub fn faults(&mut self, text: &str) -> Result<JsValue, JsError> {
        let faults = self.english.faults(text);
        Ok(faults.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
    }
}
