//! Words, handles, links and hashtags.

use crate::link::links_in_running_text;
use toonvast_model::span::Span;
use unicode_segmentation::UnicodeSegmentation;

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordKind {
    /// Letters, with the apostrophes and digits inside them.
    Word,
    /// Starts with a digit: an amount, a time, a number.
    Number,
    /// `@name`; the span holds the `@`.
    Handle,
    /// `#name`; the span holds the `#`.
    Hashtag,
    /// An address on the web.
    Link,
    /// An e-mail address.
    Email,
}

/// A word of a text, without white space or punctuation around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: WordKind,
}

impl Word {
    /// The word as it stands in `text`, the text it was found in.
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        self.span.of(text)
    }
}

/// The words of a text in order, by Unicode's word boundaries (UAX 29).
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::with_capacity(text.len() / 6);
    let mut from = 0;
    for link in links_in_running_text(text) {
        plain_words(text, from, link.start, &mut found);
        found.push(Word {
            span: link,
            kind: WordKind::Link,
        });
        from = link.end;
    }
    plain_words(text, from, text.len(), &mut found);
    found
}

fn plain_words(text: &str, from: usize, to: usize, found: &mut Vec<Word>) {
    let mut done = from;
    let mailed = text[from..to].contains('@');
    for (offset, word) in text[from..to].unicode_word_indices() {
        let start = from + offset;
        if start < done {
            continue;
        }
        let word = marked(text, start, word.len(), to, mailed);
        done = word.span.end;
        found.push(word);
    }
}

/// The word, or the handle, hashtag or e-mail address it is part of; `mailed` where there
/// may be one.
fn marked(text: &str, start: usize, length: usize, limit: usize, mailed: bool) -> Word {
    let end = start + length;
    if mailed && let Some(span) = email(text, start, limit) {
        return Word {
            span,
            kind: WordKind::Email,
        };
    }
    let mark = text[..start].chars().next_back();
    let kind = match mark {
        Some('@' | '＠') => WordKind::Handle,
        Some('#' | '＃') => WordKind::Hashtag,
        _ if text[start..].starts_with(|c: char| c.is_numeric()) => WordKind::Number,
        _ => {
            return Word {
                span: Span::new(start, end),
                kind: WordKind::Word,
            };
        }
    };
    if kind == WordKind::Number {
        return Word {
            span: Span::new(start, end),
            kind,
        };
    }
    let mark = mark.map_or(0, char::len_utf8);
    let name = text[start..limit].find(|c: char| !(c.is_alphanumeric() || c == '_'));
    let end = name.map_or(limit, |length| start + length);
    Word {
        span: Span::new(start - mark, end.max(start + length)),
        kind,
    }
}

fn email(text: &str, start: usize, limit: usize) -> Option<Span> {
    let rest = &text[start..limit];
    let local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    let at = rest.find(|c: char| !local(c))?;
    let domain = rest[at..].strip_prefix('@')?;
    let host = domain.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-')));
    let domain = domain[..host.unwrap_or(domain.len())].trim_end_matches(['.', '-']);
    let dotted = domain
        .rsplit_once('.')
        .is_some_and(|(name, tld)| !name.is_empty() && tld.len() >= 2);
    (at > 0 && dotted).then(|| Span::new(start, start + at + 1 + domain.len()))
}

#[cfg(test)]
mod tests {
    use super::{WordKind, words};
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<(&str, WordKind)> {
        words(text)
            .iter()
            .map(|word| (word.of(text), word.kind))
            .collect()
    }

    #[test]
    fn recognises_what_is_no_plain_word() {
        use WordKind::{Email, Handle, Hashtag, Link, Number, Word};
        assert_eq!(
            split("@Fluit_NL foto's via https://fluit.nl/a?b=1. #fail2 kost 9,95 (mail a.b@c.nl)"),
            [
                ("@Fluit_NL", Handle),
                ("foto's", Word),
                ("via", Word),
                ("https://fluit.nl/a?b=1", Link),
                ("#fail2", Hashtag),
                ("kost", Word),
                ("9,95", Number),
                ("mail", Word),
                ("a.b@c.nl", Email),
            ]
        );
    }

    #[test]
    fn a_forgotten_space_makes_no_link() {
        let kinds: Vec<WordKind> = split("weg.De fiets")
            .into_iter()
            .map(|(_, kind)| kind)
            .collect();
        assert!(!kinds.contains(&WordKind::Link));
        assert_eq!(split("kijk op fluit.nl")[2], ("fluit.nl", WordKind::Link));
    }

    proptest! {
        #[test]
        fn words_are_in_order_and_on_character_boundaries(text in "[\\PC@#./ ]{0,60}") {
            let mut end = 0;
            for word in words(&text) {
                prop_assert!(word.span.start >= end && word.span.start < word.span.end);
                prop_assert!(!word.of(&text).is_empty());
                end = word.span.end;
            }
        }
    }
}
