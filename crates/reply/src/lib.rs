//! Canned replies: found, filled in, proposed.
//!
//! A [`Library`] ranks a brand's canned replies for a post by BM25 over their questions and
//! answers. The ranking is our own (`bm25.rs`, under 200 lines): the kept crates for it bring
//! tokenisers, stop word lists and async of their own, too large for WASM, and score in
//! floating point, while a suggestion must be byte-identical in browser and server. Ours is
//! integers throughout.
//!
//! Words meet by their stem (Snowball, Dutch and English), by the concept they stand for
//! (`data/concepts.txt`: *opzeggen*, *stopzetten*, *cancel*), by the parts of a Dutch compound, by a
//! separable verb put together again (*zeg … op*), and, for a word nobody knows, by its letters.

mod bm25;
mod concepts;
mod fill;
mod letters;
mod logarithm;
mod terms;
mod why;

use bm25::{Hit, Index};
use concepts::Concepts;
use terms::Reader;
use toonvast_brand::Brand;
use toonvast_brand::library::CannedReply;
use toonvast_model::language::Language;
use toonvast_model::locale::Locale;
use toonvast_model::suggestion::Suggestion;
use toonvast_text::language;

/// At most so many suggestions for one post.
pub const MAX_SUGGESTIONS: usize = 3;
/// Bytes of a post that are read; a post is longer only when somebody plays with us.
pub const MAX_POST: usize = 16 << 10;

/// A brand's canned replies, ready to be searched.
#[derive(Debug)]
pub struct Library {
    replies: Vec<CannedReply>,
    reader: Reader,
    index: Index,
}

impl Library {
    /// Reads a brand's replies.
    #[must_use]
    pub fn new(brand: &Brand) -> Self {
        let reader = Reader::new(brand, Concepts::general());
        let index = Index::new(&brand.library, &reader);
        Self {
            replies: brand.library.clone(),
            reader,
            index,
        }
    }

    /// Replies that fit a post, best first; none when nothing fits well enough. Known fields
    /// are filled: the customer as given, the agent's name, who also signs; an open field reads
    /// `[label]`.
    #[must_use]
    pub fn suggest(
        &self,
        text: &str,
        agent: Option<&str>,
        customer: Option<&str>,
        locale: Locale,
    ) -> Vec<Suggestion> {
        let text = start(text, MAX_POST);
        let spoken = language(text);
        let asked = self.reader.asked(text, spoken, &self.index);
        let found = self.understood(self.index.search(&asked), spoken);
        let known = fill::Known { agent, customer };
        found
            .into_iter()
            .take(MAX_SUGGESTIONS)
            .filter_map(|hit| {
                let reply = self.replies.get(hit.reply)?;
                Some(Suggestion {
                    reply: reply.id.clone(),
                    score: hit.score,
                    text: fill::fill(reply, &known),
                    why: why::why(reply, &hit, &asked, text, &self.reader, locale),
                })
            })
            .collect()
    }

    /// The hits in the customer's own language; all of them when there is none, for a reply
    /// in another language is still one to translate.
    fn understood(&self, hits: Vec<Hit>, spoken: Language) -> Vec<Hit> {
        let own = |hit: &Hit| {
            self.replies
                .get(hit.reply)
                .is_some_and(|one| one.lang == spoken)
        };
        if hits.iter().any(own) {
            hits.into_iter().filter(own).collect()
        } else {
            hits
        }
    }
}

/// The first `limit` bytes, or a little less: up to a character's boundary.
fn start(text: &str, limit: usize) -> &str {
    let end = (0..=limit.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or(0)]
}
