//! Whom a draft greets, and what the customer is called: shared by the checks that compare them.

use super::Scene;
use crate::names::is_first_name;
use crate::phrases::Phrases;
use crate::reading::Reading;
use toonvast_brand::rule::Greetings as Data;
use toonvast_brand::rule::phrase::fold;
use toonvast_model::draft::AuthorName;
use toonvast_model::span::Span;
use toonvast_text::WordKind;

#[derive(Debug)]
pub(crate) struct Greetings {
    greets: Phrases,
    nobody: Phrases,
    closes: Phrases,
}

/// A first name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// As it is written.
    pub written: String,
    /// As it is compared.
    pub folded: String,
}

impl Name {
    fn new(written: &str) -> Self {
        let written = written
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_owned();
        let folded = fold(&written);
        Self { written, folded }
    }

    /// Whether both may be one person: *Piet* is *Pieter*, and *Peter* is not.
    pub fn is_like(&self, other: &Self) -> bool {
        let (short, long) = if self.folded.len() <= other.folded.len() {
            (&self.folded, &other.folded)
        } else {
            (&other.folded, &self.folded)
        };
        short == long || (short.len() >= 3 && long.starts_with(short.as_str()))
    }
}

impl Greetings {
    pub fn new(data: &Data) -> Self {
        Self {
            greets: Phrases::new(&data.greets),
            nobody: Phrases::new(&data.nobody),
            closes: Phrases::new(&data.closes),
        }
    }

    /// The name in the draft's greeting, handles before it aside.
    pub fn greeted(&self, reading: &Reading) -> Option<(Name, Span)> {
        let tokens = &reading.tokens;
        let start = tokens
            .iter()
            .position(|token| token.kind != WordKind::Handle)?;
        let clause = tokens[start].sentence;
        let near = start..tokens.partition_point(|token| token.sentence <= clause);
        let found = self.greets.find(reading, near.clone());
        let greeting = found.iter().find(|found| found.tokens.start == start)?;
        let at = greeting.tokens.end;
        let token = tokens.get(at).filter(|_| near.contains(&at))?;
        let written = token.span.of(reading.text);
        let capital = token.kind == WordKind::Word && written.starts_with(char::is_uppercase);
        let nobody = self.nobody.any(reading, at..at + 1);
        let name = Name::new(written);
        let sure = is_first_name(&name.folded) && (token.ends_clause || at + 1 < near.end);
        (capital && !nobody && sure).then_some((name, token.span))
    }

    /// The first name at the end of a post: *Groetjes, Karin*, or a first name on a line of its own.
    fn signed(&self, post: &Reading) -> Option<Name> {
        let (at, last) = post.tokens.iter().enumerate().next_back()?;
        let written = last.span.of(post.text);
        let behind = post.text[last.span.end..]
            .chars()
            .any(char::is_alphanumeric);
        let capital = last.kind == WordKind::Word && written.starts_with(char::is_uppercase);
        if behind || !capital || at == 0 {
            return None;
        }
        let line = post.text[..last.span.start]
            .trim_end_matches([' ', '-', '~'])
            .ends_with('\n');
        let clause = post.clause_tokens(at.saturating_sub(usize::from(last.starts_clause)));
        let closed = self.closes.any(post, clause.start..at);
        let name = Name::new(written);
        ((closed || line) && is_first_name(&name.folded)).then_some(name)
    }

    /// What the customer is surely called: as they signed, else the first name they show.
    pub fn customer(&self, scene: &Scene) -> Option<Name> {
        self.signed(scene.post)
            .or_else(|| first_name(scene.answered.author.as_ref()?))
    }
}

/// The first name an account shows, if it shows one.
pub(crate) fn first_name(author: &AuthorName) -> Option<Name> {
    let first = author.name.split_whitespace().next()?;
    let capital = first.starts_with(char::is_uppercase);
    let name = Name::new(first);
    (capital && is_first_name(&name.folded)).then_some(name)
}

/// Whether a name stands anywhere in what is known of the customer: post, handle, display name.
pub(crate) fn is_mentioned(name: &Name, scene: &Scene) -> bool {
    let in_post = scene
        .post
        .tokens
        .iter()
        .any(|token| Name::new(&token.folded).is_like(name));
    let author = scene.answered.author.as_ref();
    in_post
        || author.is_some_and(|author| {
            let shown = format!("{} {}", fold(&author.name), fold(&author.handle));
            shown.contains(name.folded.as_str())
        })
}
