//! A text as the checks read it: words with their sentence, clause and quotation marks.

use toonvast_brand::rule::phrase::fold;
use toonvast_model::language::Language;
use toonvast_model::span::Span;
use toonvast_text::{Word, WordKind, emoji, language, sentences, words};

/// A word in its place.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: WordKind,
    /// It, as phrases compare it.
    pub folded: String,
    /// Number of its sentence.
    pub sentence: usize,
    /// Number of its clause; clauses end at punctuation.
    pub clause: usize,
    /// Whether it is the first of its clause.
    pub starts_clause: bool,
    /// Whether it is the last of its clause.
    pub ends_clause: bool,
    /// Whether it stands between quotation marks: somebody else's words, or a name.
    pub quoted: bool,
}

impl Token {
    /// Whether it holds a digit.
    pub fn is_number(&self) -> bool {
        self.folded.bytes().any(|byte| byte.is_ascii_digit())
    }
}

/// A text, read once.
#[derive(Debug)]
pub(crate) struct Reading<'t> {
    /// The whole text.
    pub text: &'t str,
    /// The words before the signature.
    pub tokens: Vec<Token>,
    /// The sentences before the signature.
    pub sentences: Vec<Span>,
    /// `^Name` at the end.
    pub signature: Option<Span>,
    /// Where the text ends and the signature or white space begins.
    pub body_end: usize,
    /// The language it is written in, names aside.
    pub language: Language,
    /// Emoji, each with what modifies it.
    pub emoji: Vec<Span>,
}

impl<'t> Reading<'t> {
    /// Reads a text.
    pub fn new(text: &'t str) -> Self {
        let signature = signature(text);
        let body = &text[..signature.map_or(text.len(), |span| span.start)];
        let body_end = body.trim_end().len();
        let body = &text[..body_end];
        let sentences = sentences(body);
        let tokens = tokens(body, &sentences);
        let emoji = emoji(text);
        let language = spoken(text, &tokens);
        Self {
            text,
            tokens,
            sentences,
            signature,
            body_end,
            language,
            emoji,
        }
    }

    /// The text without signature.
    pub fn body(&self) -> Span {
        let start = self.text.len() - self.text.trim_start().len();
        Span::new(start.min(self.body_end), self.body_end)
    }

    /// Positions of the tokens of one sentence.
    pub fn sentence_tokens(&self, sentence: usize) -> std::ops::Range<usize> {
        let from = self
            .tokens
            .partition_point(|token| token.sentence < sentence);
        let to = self
            .tokens
            .partition_point(|token| token.sentence <= sentence);
        from..to
    }

    /// Positions of the tokens of the clause a token stands in.
    pub fn clause_tokens(&self, at: usize) -> std::ops::Range<usize> {
        let Some(token) = self.tokens.get(at) else {
            return at..at;
        };
        let from = self
            .tokens
            .partition_point(|other| other.clause < token.clause);
        let to = self
            .tokens
            .partition_point(|other| other.clause <= token.clause);
        from..to
    }

    /// The passage from one token up to, not including, another.
    pub fn span(&self, range: std::ops::Range<usize>) -> Span {
        match self.tokens.get(range.clone()) {
            Some([first, .., last]) => Span::new(first.span.start, last.span.end),
            Some([only]) => only.span,
            _ => Span::MISSING,
        }
    }
}

/// The language of the words that are no names: *the shop in Van der Helststraat* is English.
fn spoken(text: &str, tokens: &[Token]) -> Language {
    let mut running = String::with_capacity(text.len());
    for (at, token) in tokens.iter().enumerate() {
        let word = token.span.of(text);
        let first = at == 0 || tokens[at - 1].sentence != token.sentence;
        let name =
            !first && word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
        if token.kind == WordKind::Word && !name && !token.quoted {
            running.push_str(word);
            running.push(' ');
        }
    }
    match language(&running) {
        Language::Und => language(text),
        known => known,
    }
}

/// The last `^Name`, with nothing but punctuation, emoji or white space behind it.
fn signature(text: &str) -> Option<Span> {
    let caret = text.rfind('^')?;
    let name = &text[caret + 1..];
    let length = name
        .find(|c: char| !(c.is_alphabetic() || c == '-' || c == '\''))
        .unwrap_or(name.len());
    let behind = name[length..].chars().any(char::is_alphanumeric);
    (length > 0 && !behind).then(|| Span::new(caret, caret + 1 + length))
}

fn tokens(body: &str, sentences: &[Span]) -> Vec<Token> {
    let quoted = quotations(body);
    let mut tokens: Vec<Token> = Vec::new();
    let (mut sentence, mut clause) = (0, 0);
    for Word { span, kind } in joined(body, words(body)) {
        while sentences
            .get(sentence)
            .is_some_and(|known| known.end <= span.start)
        {
            sentence += 1;
        }
        let between = tokens
            .last()
            .map_or("", |last| &body[last.span.end..span.start]);
        let boundary =
            tokens.last().is_some_and(|last| last.sentence != sentence) || ends_clause(between);
        if boundary {
            clause += 1;
            if let Some(last) = tokens.last_mut() {
                last.ends_clause = true;
            }
        }
        tokens.push(Token {
            span,
            kind,
            folded: fold(span.of(body)),
            sentence,
            clause,
            starts_clause: boundary || tokens.is_empty(),
            ends_clause: false,
            quoted: quoted.iter().any(|quote| quote.overlaps(&span)),
        });
    }
    if let Some(last) = tokens.last_mut() {
        last.ends_clause = true;
    }
    tokens
}

/// Words with a hyphen between them are one word: *app-account* is no *app*.
fn joined(body: &str, words: Vec<Word>) -> Vec<Word> {
    let plain = |kind| matches!(kind, WordKind::Word | WordKind::Number);
    let mut out: Vec<Word> = Vec::with_capacity(words.len());
    for word in words {
        match out.last_mut() {
            Some(last)
                if plain(last.kind)
                    && plain(word.kind)
                    && matches!(&body[last.span.end..word.span.start], "-" | "‑") =>
            {
                last.span.end = word.span.end;
            }
            _ => out.push(word),
        }
    }
    out
}

fn ends_clause(between: &str) -> bool {
    between.contains([',', ';', ':', '(', ')', '–', '—', '!', '?', '\n', '…'])
        || between.contains(" - ")
        || between.chars().any(|c| c >= '\u{2600}')
}

/// What stands between quotation marks, within one line.
fn quotations(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |&(_, next)| next);
        match open {
            Some((start, mark)) if c == mark && !(after.is_alphanumeric()) => {
                found.push(Span::new(start, at));
                open = None;
            }
            Some(_) if c == '\n' => open = None,
            None if !before.is_alphanumeric() && !after.is_whitespace() => {
                let mark = match c {
                    '\'' | '"' => Some(c),
                    '‘' => Some('’'),
                    '“' => Some('”'),
                    '„' => Some('”'),
                    _ => None,
                };
                open = mark.map(|mark| (at + c.len_utf8(), mark));
            }
            _ => {}
        }
        before = c;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::Reading;
    use proptest::prelude::*;

    #[test]
    fn a_signature_stands_at_the_end() {
        for (text, signature) in [
            ("Komt goed ^Noor", "^Noor"),
            ("Komt goed. ^Noor 🙂", "^Noor"),
            ("2^10 is 1024", ""),
            ("^Noor zegt dit", ""),
            ("Komt goed", ""),
        ] {
            let reading = Reading::new(text);
            assert_eq!(
                reading.signature.map_or("", |span| span.of(text)),
                signature,
                "{text}"
            );
        }
    }

    #[test]
    fn knows_clauses_and_quotations() {
        let text = "Kies 'System', dan 'Sprache'. App-account gemaakt";
        let reading = Reading::new(text);
        let seen: Vec<(&str, usize, usize, bool)> = reading
            .tokens
            .iter()
            .map(|token| {
                (
                    token.folded.as_str(),
                    token.sentence,
                    token.clause,
                    token.quoted,
                )
            })
            .collect();
        assert_eq!(
            seen,
            [
                ("kies", 0, 0, false),
                ("system", 0, 0, true),
                ("dan", 0, 1, false),
                ("sprache", 0, 1, true),
                ("app-account", 1, 2, false),
                ("gemaakt", 1, 2, false),
            ]
        );
    }

    proptest! {
        #[test]
        fn reads_anything(text in "[\\PC^'\n-]{0,80}") {
            let reading = Reading::new(&text);
            for token in &reading.tokens {
                prop_assert!(!token.span.of(&text).is_empty());
                prop_assert!(token.span.end <= reading.body_end);
            }
        }
    }
}
