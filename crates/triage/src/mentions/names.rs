//! Names of one or more words, and phrases in which a name means something else.

use super::Naming;
use toonvast_text::{Line, Mark};
use toonvast_text::{WordKind, fold, words};

/// A name, as the tokens it is written in.
pub(crate) struct Name {
    tokens: Vec<String>,
    /// The name is an ordinary word or place too, so that its spelling decides.
    ambiguous: bool,
}

impl Name {
    /// A name with at least one word; `homonyms` tell which words mean something else too.
    pub(crate) fn of(name: &str, homonyms: &Names) -> Option<Self> {
        let tokens = folded(name);
        let ambiguous = match tokens.as_slice() {
            [only] => homonyms
                .phrases
                .iter()
                .any(|phrase| phrase.tokens.len() == 1 && phrase.tokens[0] == *only),
            _ => false,
        };
        (!tokens.is_empty()).then_some(Self { tokens, ambiguous })
    }

    /// The name if it is one word, else nothing.
    pub(crate) fn only_token(&self) -> &str {
        match self.tokens.as_slice() {
            [only] => only,
            _ => "",
        }
    }

    /// The token it begins with.
    pub(crate) fn first_token(&self) -> &str {
        self.tokens.first().map_or("", String::as_str)
    }

    /// How many tokens it is written in.
    pub(crate) fn tokens(&self) -> usize {
        self.tokens.len()
    }

    /// Whether the name is an ordinary word or place too.
    pub(crate) const fn is_ambiguous(&self) -> bool {
        self.ambiguous
    }

    /// Whether the name stands at a token, and how surely.
    pub(crate) fn stands_at(&self, text: &str, line: &Line, index: usize) -> Option<Naming> {
        let matches = self
            .tokens
            .iter()
            .enumerate()
            .all(|(at, token)| line.token(index + at) == token);
        if !matches {
            return None;
        }
        if !self.ambiguous {
            return Some(Naming::Named);
        }
        Some(if deliberately_capital(text, line, index) {
            Naming::Named
        } else {
            Naming::Perhaps
        })
    }
}

/// Whether a word has a capital that its place in the sentence does not ask for.
fn deliberately_capital(text: &str, line: &Line, index: usize) -> bool {
    let Some(token) = line.tokens().get(index) else {
        return false;
    };
    let shown = token.span.of(text);
    let mut letters = shown.trim_start_matches('#').chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let inner = letters.any(char::is_lowercase);
    let before = line.tokens()[..index]
        .iter()
        .rev()
        .find(|token| matches!(token.mark, Mark::Word(_)));
    let opens = before.is_none_or(|before| before.sentence != token.sentence);
    capital && inner && token.mark == Mark::Word(WordKind::Word) && !opens
}

/// A phrase in which the name means something else.
struct Phrase {
    tokens: Vec<String>,
    /// As the brand writes it, when it has capitals: it must then stand exactly so.
    exact: Option<String>,
}

/// All homonyms of a brand.
pub(crate) struct Names {
    phrases: Vec<Phrase>,
}

impl Names {
    /// Reads a policy's homonyms.
    pub(crate) fn homonyms(list: &[String]) -> Self {
        let phrase = |shown: &String| Phrase {
            tokens: folded(shown),
            exact: shown
                .contains(char::is_uppercase)
                .then(|| shown.trim().to_owned()),
        };
        Self {
            phrases: list
                .iter()
                .map(phrase)
                .filter(|phrase| !phrase.tokens.is_empty())
                .collect(),
        }
    }

    /// Whether one of the phrases of several words stands in the post: as written when it
    /// has capitals, else its words in any order within a sentence, whatever their endings.
    pub(crate) fn stand_in(&self, text: &str, line: &Line) -> bool {
        self.phrases
            .iter()
            .any(|phrase| match (&phrase.exact, phrase.tokens.len()) {
                (Some(exact), 2..) => text.contains(exact.as_str()),
                (_, 0 | 1) => phrase.exact.is_none() && self.compound(&phrase.tokens, line),
                _ => scattered(&phrase.tokens, line),
            })
    }

    /// A homonym of one word counts by itself only when it is longer than a shorter homonym
    /// it holds: *winkelmandje* beside *mandje*.
    fn compound(&self, tokens: &[String], line: &Line) -> bool {
        let Some(word) = tokens.first() else {
            return false;
        };
        let holds = self.phrases.iter().any(|other| {
            other.tokens.len() == 1 && other.tokens[0] != *word && word.contains(&other.tokens[0])
        });
        holds && (0..line.tokens().len()).any(|index| line.token(index) == word)
    }
}

/// Whether every content word of a phrase stands in one sentence.
fn scattered(phrase: &[String], line: &Line) -> bool {
    let content: Vec<&String> = phrase.iter().filter(|word| word.len() > 3).collect();
    if content.len() < 2 {
        return false;
    }
    let mut from = 0;
    line.tokens()
        .chunk_by(|one, other| one.sentence == other.sentence)
        .any(|sentence| {
            let places = from..from + sentence.len();
            from = places.end;
            content.iter().all(|word| {
                places
                    .clone()
                    .any(|index| same_stem(word, line.token(index)))
            })
        })
}

/// Whether two words share all but their endings.
fn same_stem(one: &str, other: &str) -> bool {
    if one.bytes().next() != other.bytes().next() {
        return false;
    }
    let stem = one.chars().count().saturating_sub(3).max(4);
    let common = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    one == other || (common >= stem && other.chars().count() <= one.chars().count() + 2)
}

fn folded(shown: &str) -> Vec<String> {
    words(shown)
        .iter()
        .map(|word| fold(word.of(shown)).as_str().to_owned())
        .collect()
}
