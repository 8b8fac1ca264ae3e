//! The engine alone, without messages or database, for the page that measures it
//! (`tests/browser/measure.html`).

use crate::spelling::Dictionaries;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use toonvast_engine::{Brand, Engine};
use toonvast_model::draft::{Answered, Draft};
use toonvast_model::id::PostId;
use toonvast_model::language::Language;
use toonvast_model::locale::Locale;
use toonvast_model::post::{Author, Context, Post, Reach, Site};
use wasm_bindgen::prelude::*;

/// The engine alone.
#[wasm_bindgen]
pub struct Measure {
    engine: Engine,
}

#[wasm_bindgen]
impl Measure {
    /// An engine for a brand, given as JSON.
    ///
    /// # Errors
    /// When the JSON is no brand.
    #[wasm_bindgen(constructor)]
    pub fn new(brand: &str) -> Result<Measure, JsError> {
        let brand: Brand = serde_json::from_str(brand)?;
        Ok(Self {
            engine: Engine::new(brand),
        })
    }

    /// Judges a post; returns its score.
    #[must_use]
    pub fn triage(&self, text: &str) -> i32 {
        self.engine
            .triage(&post(text), &addressed(), Locale::Nl)
            .score
    }

    /// Judges a post; returns all that is said of it, as the page gets it.
    ///
    /// # Errors
    /// When the judgement cannot become a JavaScript value.
    pub fn judge(&self, text: &str) -> Result<JsValue, JsError> {
        let triage = self.engine.triage(&post(text), &addressed(), Locale::Nl);
        Ok(triage.serialize(&Serializer::json_compatible())?)
    }

    /// Checks a draft; returns the number of findings.
    #[must_use]
    pub fn check(&self, draft: &str, answers: &str) -> usize {
        let draft = Draft {
            draft: draft.to_owned(),
            brand: None,
            site: Site::X,
            public: true,
            agent: Some("Noor".to_owned()),
            post: Some(Answered {
                text: answers.to_owned(),
                ..Answered::default()
            }),
        };
        self.engine.check(&draft, Locale::Nl).findings.len()
    }

    /// Checks with these dictionaries from now on.
    ///
    /// # Errors
    /// When what is left of them cannot be read.
    pub fn spell(&mut self, dictionaries: Dictionaries) -> Result<(), JsError> {
        self.engine.spell(dictionaries.finish()?);
        Ok(())
    }

    /// What may be meant by a wrong word, best first.
    #[must_use]
    pub fn corrections(&self, word: &str) -> Vec<String> {
        let spelling = self.engine.spelling();
        spelling.map_or_else(Vec::new, |spelling| spelling.suggest(word, Language::Nl))
    }

    /// Finds canned replies; returns how many.
    #[must_use]
    pub fn suggest(&self, text: &str) -> usize {
        self.engine
            .suggest(&post(text), Some("Noor"), Locale::Nl)
            .len()
    }
}

/// Posts of the measurements reached the brand's own account.
fn addressed() -> Context {
    Context {
        addressed: true,
        ..Context::default()
    }
}

fn post(text: &str) -> Post {
    Post {
        id: PostId("1".to_owned()),
        text: text.to_owned(),
        site: Site::X,
        brand: None,
        author: Author::default(),
        reach: Reach::default(),
        posted_at: None,
    }
}
