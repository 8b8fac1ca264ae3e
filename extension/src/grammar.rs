//! What the English pack says of drafts: asked aside, told as news.
//!
//! A draft is answered at once with what is known of its grammar. The pack, which may still
//! be loading, is asked afterwards; when it has something new to say the tab hears it.

use crate::compose;
use crate::state::{Composer, Shared, State};
use toonvast_engine::Engine;
use toonvast_model::draft::GrammarFault;
use toonvast_model::span::Span;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// A composer's draft, as the pack reads it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Read {
    heard: Heard,
    /// Whether the pack is being asked.
    asking: bool,
    /// Whether a check is on its way to the tab: until it is there news would be taken for
    /// older, and the check knows nothing of it.
    answering: bool,
    /// The grammar the tab was told of last.
    told: Vec<GrammarFault>,
}

impl Read {
    /// What is known so far of the grammar of a draft.
    #[must_use]
    pub fn known(&self, engine: &Engine, draft: &str) -> Vec<GrammarFault> {
        if self.heard.faults.is_empty() {
            return Vec::new();
        }
        self.heard.carried(engine.english(draft).unwrap_or(""))
    }

    /// A check of a draft is made and goes to the tab.
    fn answer(&mut self, engine: &Engine, draft: &str) {
        self.answering = true;
        self.told = self.known(engine, draft);
    }

    /// Whether the tab has yet to hear of what is known; from then on it has.
    fn is_news(&mut self, engine: &Engine, draft: &str) -> bool {
        if self.answering {
            return false;
        }
        let known = self.known(engine, draft);
        let news = known != self.told;
        self.told = known;
        news
    }

    /// The English words that the pack has yet to read.
    fn unread(&self, engine: &Engine, draft: &str) -> Option<String> {
        let words = engine.english(draft)?;
        (words != self.heard.words).then(|| words.to_owned())
    }
}

/// What the pack said last, and of which words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Heard {
    words: String,
    faults: Vec<GrammarFault>,
}

impl Heard {
    /// The faults that may be taken to stand in other words too: those in the part that both
    /// begin with and in the part that both end with. So a mark does not blink while the
    /// agent types on.
    fn carried(&self, words: &str) -> Vec<GrammarFault> {
        if self.words == words {
            return self.faults.clone();
        }
        let (old, new) = (self.words.as_bytes(), words.as_bytes());
        let head = same(old.iter().zip(new));
        let most = old.len().min(new.len()) - head;
        let tail = same(old.iter().rev().zip(new.iter().rev())).min(most);
        let (tail_start, tail_moved) = (old.len() - tail, new.len() - tail);
        let carried = self.faults.iter().filter_map(|fault| {
            let Span { start, end } = fault.span;
            let span = if end < head {
                fault.span
            } else if start > tail_start {
                Span::new(
                    start - tail_start + tail_moved,
                    end - tail_start + tail_moved,
                )
            } else {
                return None;
            };
            Some(GrammarFault {
                span,
                ..fault.clone()
            })
        });
        carried.collect()
    }
}

fn same<'b>(pairs: impl Iterator<Item = (&'b u8, &'b u8)>) -> usize {
    pairs.take_while(|(a, b)| a == b).count()
}

/// A check is made, with what is known of the draft's grammar, and goes to the tab.
pub fn answer(state: &mut State, port: u32, number: u32) {
    if let Some((composer, engine)) = composer(state, port, number) {
        composer.read.answer(engine, &composer.draft);
    }
}

/// A check has reached the tab: has the pack read the draft, if it is English and not read
/// yet, and tells what was heard while the check was on its way.
pub fn follow(shared: &Shared, port: u32, number: u32) {
    let mut state = shared.borrow_mut();
    let ask = state.english.clone();
    let Some((composer, engine)) = composer(&mut state, port, number) else {
        return;
    };
    composer.read.answering = false;
    let unread = composer.read.unread(engine, &composer.draft);
    // Whoever is asking already goes on with the newest words.
    if let (Some(words), Some(ask), false) = (unread, ask, composer.read.asking) {
        composer.read.asking = true;
        spawn_local(listen(shared.clone(), ask, port, number, words));
    }
    tell(&mut state, port, number);
}

/// Asks until the newest words have been read, and tells the tab what it has not heard.
async fn listen(shared: Shared, ask: js_sys::Function, port: u32, number: u32, words: String) {
    let mut next = Some(words);
    while let Some(words) = next {
        // A pack that cannot be had leaves the draft without grammar, not without a check.
        let faults = asked(&ask, &words).await.unwrap_or_default();
        let mut state = shared.borrow_mut();
        let Some((composer, engine)) = composer(&mut state, port, number) else {
            return;
        };
        composer.read.heard = Heard { words, faults };
        next = composer.read.unread(engine, &composer.draft);
        composer.read.asking = next.is_some();
        tell(&mut state, port, number);
    }
}

/// Tells the tab what it has yet to hear.
fn tell(state: &mut State, port: u32, number: u32) {
    let Some((composer, engine)) = composer(state, port, number) else {
        return;
    };
    if composer.read.is_news(engine, &composer.draft)
        && let Some(says) = compose::again(state, port, number)
    {
        state.to_page(port, 0, says);
    }
}

fn composer(state: &mut State, port: u32, number: u32) -> Option<(&mut Composer, &Engine)> {
    let composer = state.pages.get_mut(&port)?.composers.get_mut(&number)?;
    Some((composer, &state.engine))
}

async fn asked(ask: &js_sys::Function, words: &str) -> Option<Vec<GrammarFault>> {
    let said = ask.call1(&JsValue::NULL, &JsValue::from_str(words)).ok()?;
    let said = JsFuture::from(said.dyn_into::<js_sys::Promise>().ok()?);
    serde_wasm_bindgen::from_value(said.await.ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{Heard, Read};
    use toonvast_engine::{Brand, Engine};
    use toonvast_model::draft::GrammarFault;
    use toonvast_model::span::Span;

    fn engine() -> Engine {
        let brand = Brand::from_json(r#"{"id": "b", "policy": {"name": "B"}}"#);
        Engine::new(brand.expect("a brand"))
    }

    fn fault(words: &str, passage: &str) -> GrammarFault {
        let start = words.find(passage).expect("the passage stands there");
        GrammarFault {
            span: Span::new(start, start + passage.len()),
            why: String::new(),
            message: String::new(),
            replacement: None,
        }
    }

    fn hear(read: &mut Read, words: &str, passages: &[&str]) {
        read.heard = Heard {
            words: words.to_owned(),
            faults: passages.iter().map(|it| fault(words, it)).collect(),
        };
    }

    #[test]
    fn what_is_heard_of_older_words_is_news_where_it_still_stands() {
        let (engine, mut read) = (engine(), Read::default());
        let begun = "They is on their way to";
        let whole = "They is on their way to you today.";
        read.answer(&engine, whole);
        read.answering = false;
        assert!(!read.is_news(&engine, whole));
        hear(&mut read, begun, &["is"]);
        assert!(read.is_news(&engine, whole), "the first time");
        hear(&mut read, whole, &["is"]);
        assert!(!read.is_news(&engine, whole), "the tab knows");
        hear(&mut read, whole, &[]);
        assert!(read.is_news(&engine, whole), "it is gone");
    }

    #[test]
    fn what_is_heard_while_a_check_is_on_its_way_is_told_after_it() {
        let (engine, mut read) = (engine(), Read::default());
        let words = "They is on their way to you today.";
        read.answer(&engine, words);
        hear(&mut read, words, &["is"]);
        assert!(!read.is_news(&engine, words), "it would overtake the check");
        read.answering = false;
        assert!(read.is_news(&engine, words));
        read.answer(&engine, words);
        read.answering = false;
        assert!(!read.is_news(&engine, words), "the check said it");
    }

    #[test]
    fn faults_outside_an_edit_stay_where_their_words_are() {
        let words = "They is late. é We has called you.";
        let heard = Heard {
            words: words.to_owned(),
            faults: ["is", "has"].map(|it| fault(words, it)).to_vec(),
        };
        for (now, carried) in [
            (words, vec!["is", "has"]),
            (
                "They is late. é We has called you. Sorry",
                vec!["is", "has"],
            ),
            ("Oh! They is late. é We has called you.", vec!["is", "has"]),
            (
                "They is late. è Indeed we has called you.",
                vec!["is", "has"],
            ),
            ("They isn late. é We has called you.", vec!["has"]),
            ("They is late. é We hav called you.", vec!["is"]),
            ("Something else", vec![]),
            ("", vec![]),
        ] {
            let found = heard.carried(now);
            let found: Vec<&str> = found.iter().map(|fault| fault.span.of(now)).collect();
            assert_eq!(found, carried, "{now}");
        }
    }
}
