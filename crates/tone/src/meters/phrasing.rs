//! Phrases and signs of one thing, looked for together.

use crate::phrases::Phrases;
use crate::reading::Reading;
use std::ops::Range;
use toonvast_brand::rule::phrase::Phrase;
use toonvast_model::span::Span;

/// Words, phrases and signs that mean one thing, and what they do not mean.
#[derive(Debug, Default)]
pub(super) struct Phrasing {
    words: Phrases,
    except: Phrases,
    signs: Vec<String>,
}

impl Phrasing {
    /// Indexes them; a longer sign goes before the one it begins with.
    pub fn new(words: &[Phrase], except: &[Phrase], mut signs: Vec<String>) -> Self {
        signs.sort_by_key(|sign| std::cmp::Reverse(sign.len()));
        Self {
            words: Phrases::new(words),
            except: Phrases::new(except),
            signs,
        }
    }

    /// The tokens of each phrase found that is not excepted, in order; none overlaps another.
    pub fn tokens(&self, reading: &Reading) -> Vec<Range<usize>> {
        let mut found = self.words.find_all(reading);
        if found.is_empty() {
            return Vec::new();
        }
        let except = self.except.find_all(reading);
        found.retain(|found| {
            !except.iter().any(|fine| {
                fine.tokens.start < found.tokens.end && found.tokens.start < fine.tokens.end
            })
        });
        let mut apart: Vec<Range<usize>> = Vec::new();
        for found in found {
            if apart
                .last()
                .is_none_or(|last| last.end <= found.tokens.start)
            {
                apart.push(found.marked);
            }
        }
        apart
    }

    /// Where its signs stand before the signature, outside quotation marks. A `!` or `?`
    /// stands alone: one in a row of them is shouting.
    pub fn signs(&self, reading: &Reading) -> Vec<Span> {
        let body = &reading.text[..reading.body_end];
        let mut found: Vec<Span> = Vec::new();
        for sign in &self.signs {
            for (start, sign) in body.match_indices(sign.as_str()) {
                let span = Span::new(start, start + sign.len());
                let taken = found.iter().any(|other| other.overlaps(&span));
                if !taken && stands_alone(body, span) && !is_quoted(reading, start) {
                    found.push(span);
                }
            }
        }
        found.sort();
        found
    }
}

/// Whether no mark of the same sort touches it; only single marks are asked.
fn stands_alone(text: &str, span: Span) -> bool {
    let mark = |c: char| matches!(c, '!' | '?');
    let sign = span.of(text);
    if sign.chars().count() != 1 || !sign.starts_with(mark) {
        return true;
    }
    !text[..span.start].ends_with(mark) && !text[span.end..].starts_with(mark)
}

/// Whether the word before a place is somebody else's.
fn is_quoted(reading: &Reading, at: usize) -> bool {
    let before = reading
        .tokens
        .partition_point(|token| token.span.start < at);
    let before = before.checked_sub(1).and_then(|at| reading.tokens.get(at));
    before.is_some_and(|token| {
        // The quotation must not have ended between the word and the sign.
        let between = reading.text.get(token.span.end..at).unwrap_or("");
        token.quoted && !between.contains(['\'', '"', '’', '”'])
    })
}
