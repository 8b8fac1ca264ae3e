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

/// Has the pack read a composer's draft, if it is English and not read yet.
pub fn follow(shared: &Shared, port: u32, number: u32) {
    let mut state = shared.borrow_mut();
    let Some(ask) = state.english.clone() else {
        return;
    };
    let Some((composer, engine)) = composer(&mut state, port, number) else {
        return;
    };
    // Whoever is asking already goes on with the newest words.
    if composer.read.asking {
        return;
    }
    if let Some(words) = composer.read.unread(engine, &composer.draft) {
        composer.read.asking = true;
        spawn_local(listen(shared.clone(), ask, port, number, words));
    }
}

/// Asks until the newest words have been read, and tells the tab.
async fn listen(shared: Shared, ask: js_sys::Function, port: u32, number: u32, words: String) {
    let mut words = words;
    loop {
        // A pack that cannot be had leaves the draft without grammar, not without a check.
        let faults = asked(&ask, &words).await.unwrap_or_default();
        let mut state = shared.borrow_mut();
        let before = compose::again(&state, port, number);
        let Some((composer, engine)) = composer(&mut state, port, number) else {
            return;
        };
        composer.read.heard = Heard { words, faults };
        if let Some(newest) = composer.read.unread(engine, &composer.draft) {
            words = newest;
            continue;
        }
        composer.read.asking = false;
        let now = compose::again(&state, port, number);
        if let Some(says) = now.filter(|now| before.as_ref() != Some(now)) {
            state.to_page(port, 0, says);
        }
        return;
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
    use super::Heard;
    use toonvast_model::draft::GrammarFault;
    use toonvast_model::span::Span;

    #[test]
    fn faults_outside_an_edit_stay_where_their_words_are() {
        let words = "They is late. é We has called you.";
        let faults = ["is", "has"].map(|word| {
            let start = words.find(word).expect("the word stands there");
            GrammarFault {
                span: Span::new(start, start + word.len()),
                why: String::new(),
                message: String::new(),
                replacement: None,
            }
        });
        let heard = Heard {
            words: words.to_owned(),
            faults: faults.to_vec(),
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
