//! A post as one line of tokens, the form in which lexicons and brand names are matched.

use crate::fold::fold_into;
use crate::{Word, WordKind, words};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;
use toonvast_model::span::Span;

/// Bytes of a post that are read; what follows changes nothing.
const MOST: usize = 20_000;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Start of a sentence or clause: `|`.
    Start,
    /// `?` or `!`.
    End,
    /// A word, number, handle, hashtag or link.
    Word(WordKind),
}

/// A token: where it stands in the line and, for words, in the post.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// Byte in the line.
    pub at: usize,
    /// Bytes it takes there.
    pub len: usize,
    /// Place in the post; empty for marks.
    pub span: Span,
    /// What it is.
    pub mark: Mark,
    /// The sentence it belongs to, counted from 0.
    pub sentence: usize,
}

/// A post's tokens between spaces: ` | waar blijft mijn fiets ? `.
#[derive(Debug, Default)]
pub struct Line {
    text: String,
    tokens: Vec<Token>,
    sentence: usize,
}

impl Line {
    /// Reads a post.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let text = within(text);
        let mut line = Self {
            text: String::with_capacity(text.len() + text.len() / 4),
            tokens: Vec::with_capacity(text.len() / 4),
            sentence: 0,
        };
        line.text.push(' ');
        line.mark(Mark::Start, "|");
        let mut from = 0;
        for word in words(text) {
            line.between(&text[from..word.span.start]);
            line.word(text, word);
            from = word.span.end;
        }
        line.between(&text[from..]);
        line
    }

    /// The line itself.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its tokens.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// A token as it is matched.
    #[must_use]
    pub fn token(&self, index: usize) -> &str {
        self.tokens
            .get(index)
            .map_or("", |token| &self.text[token.at..token.at + token.len])
    }

    /// The token that stands at or before a byte of the line.
    #[must_use]
    pub fn token_at(&self, byte: usize) -> usize {
        self.tokens
            .partition_point(|token| token.at <= byte)
            .saturating_sub(1)
    }

    /// Whether two tokens stand in one sentence.
    #[must_use]
    pub fn same_sentence(&self, one: usize, other: usize) -> bool {
        let sentence = |index: usize| self.tokens.get(index).map(|token| token.sentence);
        sentence(one) == sentence(other)
    }

    fn mark(&mut self, mark: Mark, sign: &str) {
        let repeated = self
            .tokens
            .last()
            .is_some_and(|last| last.mark == Mark::Start);
        if !(mark == Mark::Start && repeated) {
            self.push(mark, Span::MISSING, sign);
        }
    }

    fn push(&mut self, mark: Mark, span: Span, sign: &str) {
        let at = self.text.len();
        self.text.push_str(sign);
        self.close(mark, span, at);
    }

    fn push_folded(&mut self, mark: Mark, span: Span, shown: &str) {
        let at = self.text.len();
        fold_into(shown, &mut self.text);
        // Some marks of faraway scripts fold into a space; a token holds none.
        if !shown.is_ascii()
            && let Some(space) = self.text[at..].find(' ')
        {
            self.text.truncate(at + space);
        }
        self.close(mark, span, at);
    }

    /// What was written from `at` on is a token.
    fn close(&mut self, mark: Mark, span: Span, at: usize) {
        self.tokens.push(Token {
            at,
            len: self.text.len() - at,
            span,
            mark,
            sentence: self.sentence,
        });
        self.text.push(' ');
    }

    /// What stands between two words: the ends of sentences and clauses.
    fn between(&mut self, gap: &str) {
        if gap == " " {
            return;
        }
        for c in gap.chars() {
            match c {
                '?' | '!' => {
                    self.mark(Mark::End, if c == '?' { "?" } else { "!" });
                    self.next_sentence();
                }
                '.' | '…' | '\n' => self.next_sentence(),
                ',' | ';' | ':' | '(' | ')' | '–' | '—' | '"' | '“' | '”' => {
                    self.mark(Mark::Start, "|")
                }
                c if c.is_whitespace() || c.is_ascii() => {}
                _ => self.mark(Mark::Start, "|"),
            }
        }
    }

    fn next_sentence(&mut self) {
        self.sentence += 1;
        self.mark(Mark::Start, "|");
    }

    fn word(&mut self, text: &str, word: Word) {
        let mark = Mark::Word(word.kind);
        match word.kind {
            WordKind::Handle => {
                let leading = self
                    .tokens
                    .last()
                    .is_some_and(|last| last.mark == Mark::Start);
                self.push(mark, word.span, "@");
                if leading {
                    self.mark(Mark::Start, "|");
                }
            }
            WordKind::Link | WordKind::Email => self.push(mark, word.span, "http"),
            WordKind::Hashtag => {
                let shown = word.of(text).trim_start_matches(['#', '＃']);
                self.push_folded(mark, word.span, shown);
            }
            WordKind::Number => {
                let shown = word.of(text);
                let ordinal = shown.ends_with(|c: char| c.is_alphabetic())
                    && ["e", "de", "ste", "th", "rd", "nd", "st"]
                        .iter()
                        .any(|end| {
                            shown
                                .strip_suffix(end)
                                .is_some_and(|number| number.chars().all(|c| c.is_ascii_digit()))
                        });
                self.push(mark, word.span, if ordinal { "0e" } else { "0" });
            }
            WordKind::Word => self.plain(mark, word.span, word.of(text)),
        }
    }

    /// A word; a number written out stands as `0`, an ordinal as `0e`.
    fn plain(&mut self, mark: Mark, span: Span, shown: &str) {
        let leading = self
            .tokens
            .last()
            .is_some_and(|last| last.mark == Mark::Start);
        let at = self.text.len();
        self.push_folded(mark, span, shown);
        let index = self.tokens.len() - 1;
        let word = self.token(index);
        if let Some(sign) = number_words().get(word) {
            self.tokens.pop();
            self.text.truncate(at);
            self.push(mark, span, sign);
        } else if leading && opens(word) {
            self.mark(Mark::Start, "|");
        }
    }
}

fn within(text: &str) -> &str {
    let end = (0..=MOST.min(text.len()))
        .rev()
        .find(|&end| text.is_char_boundary(end));
    &text[..end.unwrap_or(0)]
}

/// Whether a word opens a sentence without being part of its first clause.
fn opens(word: &str) -> bool {
    matches!(
        word,
        "hoi"
            | "hallo"
            | "hey"
            | "hee"
            | "he"
            | "hi"
            | "hello"
            | "dag"
            | "goedemorgen"
            | "goedemiddag"
            | "goedenavond"
            | "beste"
            | "yo"
            | "ok"
            | "oke"
            | "dus"
            | "maar"
            | "en"
            | "want"
            | "nou"
            | "so"
            | "but"
            | "and"
            | "also"
            | "please"
    )
}

fn number_words() -> &'static FxHashMap<&'static str, &'static str> {
    static INDEX: OnceLock<FxHashMap<&'static str, &'static str>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let numbers = "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien \
            twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd duizend tig two three \
            four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred";
        let ordinals = "tweede derde vierde vijfde zesde zevende achtste negende tiende twaalfde \
            zoveelste tigste third fourth fifth sixth seventh eighth ninth tenth umpteenth second";
        let mut index = FxHashMap::default();
        index.extend(numbers.split_ascii_whitespace().map(|word| (word, "0")));
        index.extend(ordinals.split_ascii_whitespace().map(|word| (word, "0e")));
        index
    })
}

#[cfg(test)]
mod tests {
    use super::Line;
    use proptest::prelude::*;

    #[test]
    fn marks_sentences_clauses_and_numbers() {
        for (text, expected) in [
            ("Waar blijft mijn fiets?", " | waar blijft mijn fiets ? | "),
            ("@Fluit hoi, kan het 3 keer", " | @ | hoi | kan het 0 keer "),
            (
                "Derde keer al... zucht 😡 boos",
                " | 0e keer al | zucht | boos ",
            ),
        ] {
            assert_eq!(Line::of(text).text(), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_token_can_be_read(text in "[\\PC\\n@#.?!, ]{0,80}") {
            let line = Line::of(&text);
            for (index, token) in line.tokens().iter().enumerate() {
                prop_assert!(!line.token(index).contains(' '));
                prop_assert_eq!(line.token_at(token.at), index);
            }
        }
    }
}
