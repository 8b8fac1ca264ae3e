//! Phrases and signs of one thing, looked for together: the lists of all meters in one pass over
//! the draft, because it is measured at every pause in typing.

use crate::phrases::{Match, Phrases};
use crate::reading::Reading;
use std::ops::Range;
use toonvast_brand::rule::phrase::Phrase;
use toonvast_model::span::Span;

/// Many lists of phrases.
#[derive(Debug, Default)]
pub(super) struct Lists {
    phrases: Phrases,
    /// The list of each phrase, by number.
    of: Vec<usize>,
    lists: usize,
}

/// One list among [`Lists`].
#[derive(Debug, Clone, Copy)]
pub(super) struct List {
    number: usize,
    /// The number of its first phrase.
    first: usize,
}

/// What of every list stands in a text.
#[derive(Debug)]
pub(super) struct Hits(Vec<Vec<Match>>);

impl Lists {
    /// Adds a list.
    pub fn add<'p>(&mut self, phrases: impl IntoIterator<Item = &'p Phrase>) -> List {
        let list = List {
            number: self.lists,
            first: self.phrases.len(),
        };
        self.lists += 1;
        for phrase in phrases {
            self.phrases.add(phrase.clone());
            self.of.push(list.number);
        }
        list
    }

    /// Looks for all of them: of each list the longest phrase at each place.
    pub fn find(&self, reading: &Reading) -> Hits {
        let mut hits = vec![Vec::new(); self.lists];
        let end = reading.tokens.len();
        for at in 0..end {
            for found in self.phrases.all_at(reading, at, end) {
                let list: &mut Vec<Match> = &mut hits[self.of[found.phrase]];
                match list.last_mut() {
                    Some(last) if last.tokens.start == at => {
                        let rank =
                            |found: &Match| (found.tokens.end, std::cmp::Reverse(found.phrase));
                        if rank(&found) > rank(last) {
                            *last = found;
                        }
                    }
                    _ => list.push(found),
                }
            }
        }
        Hits(hits)
    }
}

impl List {
    /// The place of a match's phrase in this list.
    pub const fn place(self, found: &Match) -> usize {
        found.phrase.saturating_sub(self.first)
    }
}

impl Hits {
    /// What of one list was found, in order.
    pub fn of(&self, list: List) -> &[Match] {
        self.0.get(list.number).map_or(&[], Vec::as_slice)
    }
}

/// Words, phrases and signs that mean one thing, and what they do not mean.
#[derive(Debug)]
pub(super) struct Phrasing {
    words: List,
    except: List,
    signs: Vec<String>,
}

impl Phrasing {
    /// Indexes them; a longer sign goes before the one it begins with.
    pub fn new(
        lists: &mut Lists,
        words: &[Phrase],
        except: &[Phrase],
        mut signs: Vec<String>,
    ) -> Self {
        signs.sort_by_key(|sign| std::cmp::Reverse(sign.len()));
        Self {
            words: lists.add(words),
            except: lists.add(except),
            signs,
        }
    }

    /// The tokens of each phrase found that is not excepted, in order; none overlaps another.
    pub fn tokens(&self, hits: &Hits) -> Vec<Range<usize>> {
        let except = hits.of(self.except);
        let mut apart: Vec<Range<usize>> = Vec::new();
        for found in hits.of(self.words) {
            let fine = except.iter().any(|fine| overlap(fine, found));
            let free = apart
                .last()
                .is_none_or(|last| last.end <= found.tokens.start);
            if !fine && free {
                apart.push(found.marked.clone());
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

/// Whether two matches share a token.
pub(super) const fn overlap(one: &Match, other: &Match) -> bool {
    one.tokens.start < other.tokens.end && other.tokens.start < one.tokens.end
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
