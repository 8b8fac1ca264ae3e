//! A text as numbers.

use crate::gram::Gram;
use crate::mood::Mood;
use crate::polarity::Key;
use toonvast_text::{Line, Mark, WordKind};

/// How many counts a text may have; those from [`OWN_EXTRAS`] on are the caller's.
pub const EXTRAS: usize = 384;
/// Counts the learner makes itself.
pub const OWN_EXTRAS: usize = 48;

/// A count: which, and how many tenths of the value 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extra {
    /// Below [`EXTRAS`]; what is not is left out.
    pub id: u16,
    /// Tenths.
    pub tenths: u8,
}

impl Extra {
    /// A flag: there or not.
    #[must_use]
    pub const fn flag(id: u16) -> Self {
        Self { id, tenths: 10 }
    }

    /// A count up to `most`.
    #[must_use]
    pub fn count(id: u16, count: usize, most: u8) -> Self {
        let count = u8::try_from(count).unwrap_or(u8::MAX).min(most.min(25));
        Self {
            id,
            tenths: count * 10,
        }
    }
}

/// What a model looks at of one text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Features {
    /// Hashes of words, pairs of words next to each other and with one between them, and
    /// words under negation.
    pub(crate) words: Vec<u32>,
    /// Hashes of runs of 3 to 5 bytes inside words.
    pub(crate) chars: Vec<u32>,
    pub(crate) extras: Vec<Extra>,
}

/// Tokens looked at: no customer writes more that would change the verdict.
const TOKENS: usize = 1_200;
/// Shortest and longest run of bytes.
const RUNS: std::ops::RangeInclusive<usize> = 3..=5;
/// Bytes of a word that are looked at; what is longer is spam or an accident.
const LONGEST: usize = 128;
/// What stands before the first token.
const START: &str = "^";
/// Tokens that a negation reaches.
const REACH: usize = 3;

impl Features {
    /// Reads a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self::read(text, &Line::of(text), &|_| None)
    }

    /// Reads a text whose line is at hand. `instead` names the tokens that stand for a class
    /// of words, as a brand's name, so that what is learnt of one holds for all.
    #[must_use]
    pub fn read(text: &str, line: &Line, instead: &dyn Fn(usize) -> Option<&'static str>) -> Self {
        let mut features = Self {
            words: Vec::with_capacity(line.tokens().len() * 4),
            chars: Vec::with_capacity(line.text().len() * 4),
            extras: Vec::with_capacity(64),
        };
        let mut mood = Mood::default();
        let mut shape = Shape::default();
        let (mut before, mut negated) = ([START; 2], 0_usize);
        for (at, token) in line.tokens().iter().enumerate().take(TOKENS) {
            let stand_in = instead(at);
            let word = stand_in.unwrap_or_else(|| line.token(at));
            features.word(before, word, negated > 0);
            if let Mark::Word(kind) = token.mark {
                if stand_in.is_none() {
                    features.runs(word);
                }
                let key = Key::of(word);
                if kind == WordKind::Word {
                    mood.hear(key, negated > 0);
                }
                shape.see(token.span.of(text), kind);
                negated = if is_negator(word, key) {
                    REACH
                } else {
                    negated.saturating_sub(1)
                };
            } else {
                shape.mark(word);
                negated = 0;
            }
            before = [before[1], word];
        }
        features.faces(text, &mut mood);
        mood.count(&mut features.extras);
        shape.count(text, &mut features.extras);
        features
    }

    /// The n-grams of each token by itself, in the order of the line, to tell which words a
    /// decision rests on.
    #[must_use]
    pub fn by_token(line: &Line, instead: &dyn Fn(usize) -> Option<&'static str>) -> Vec<Self> {
        let mut before = [START; 2];
        let mut each = Vec::with_capacity(line.tokens().len());
        for (at, token) in line.tokens().iter().enumerate().take(TOKENS) {
            let stand_in = instead(at);
            let word = stand_in.unwrap_or_else(|| line.token(at));
            let mut features = Self::default();
            features.word(before, word, false);
            if stand_in.is_none() && matches!(token.mark, Mark::Word(_)) {
                features.runs(word);
            }
            before = [before[1], word];
            each.push(features);
        }
        each
    }

    /// Adds a count of the caller's.
    pub fn add(&mut self, extra: Extra) {
        if usize::from(extra.id) < EXTRAS && extra.tenths > 0 {
            self.extras.push(extra);
        }
    }

    fn word(&mut self, before: [&str; 2], word: &str, negated: bool) {
        let alone = Gram::new(b'w').word(word);
        self.words.push(alone.bucket());
        let pair = Gram::new(b'b').word(before[1]).byte(b' ').word(word);
        self.words.push(pair.bucket());
        if before[0] != START {
            let over = Gram::new(b's').word(before[0]).byte(b' ').word(word);
            self.words.push(over.bucket());
        }
        if negated {
            self.words.push(Gram::new(b'n').word(word).bucket());
        }
    }

    fn runs(&mut self, word: &str) {
        let mut padded = [b' '; LONGEST + 2];
        let bytes = &word.as_bytes()[..word.len().min(LONGEST)];
        padded[1..=bytes.len()].copy_from_slice(bytes);
        let mut rest = &padded[..bytes.len() + 2];
        while let [first, after @ ..] = rest {
            let mut gram = Gram::new(b'c').byte(*first);
            for (length, byte) in (2..=*RUNS.end()).zip(after) {
                gram = gram.byte(*byte);
                if length >= *RUNS.start() {
                    self.chars.push(gram.bucket());
                }
            }
            rest = after;
        }
    }

    /// Emoji are words of their own.
    fn faces(&mut self, text: &str, mood: &mut Mood) {
        if text.is_ascii() {
            return;
        }
        for face in text.chars().filter(|c| *c >= '\u{2190}').take(50) {
            let mut buffer = [0; 4];
            self.words
                .push(Gram::new(b'e').word(face.encode_utf8(&mut buffer)).bucket());
            mood.see(if PLEASED.contains(face) { 60 } else { 0 });
            mood.see(if DISPLEASED.contains(face) { -60 } else { 0 });
        }
    }
}

const PLEASED: &str = "😍❤🥰😘💚💙💛🧡💜💕👏🙌🎉👍🤩😊☺😁😄🤗💪⭐🌟🏆🥳💐🫶😀😃😆😎😋🤤🙂😉♥";
const DISPLEASED: &str = "😡🤬😠😤😢😭👎💩🤮🤢😞😔😩😫😖😣💔🖕😒☹🙁😱😰🙄🤡🤦";

/// Words that turn what follows, folded, by their hashes.
const NEGATORS: [Key; 27] = [
    Key::of("niet"),
    Key::of("geen"),
    Key::of("nooit"),
    Key::of("niks"),
    Key::of("niets"),
    Key::of("nergens"),
    Key::of("zonder"),
    Key::of("nauwelijks"),
    Key::of("noch"),
    Key::of("amper"),
    Key::of("nie"),
    Key::of("ni"),
    Key::of("gin"),
    Key::of("not"),
    Key::of("no"),
    Key::of("never"),
    Key::of("nothing"),
    Key::of("without"),
    Key::of("cannot"),
    Key::of("hardly"),
    Key::of("nor"),
    Key::of("cant"),
    Key::of("dont"),
    Key::of("wont"),
    Key::of("isnt"),
    Key::of("didnt"),
    Key::of("doesnt"),
];

fn is_negator(word: &str, key: Key) -> bool {
    NEGATORS.contains(&key) || word.as_bytes().ends_with(b"n't")
}

/// Punctuation, capitals, stretched letters, length.
#[derive(Default)]
struct Shape {
    words: usize,
    shouted: usize,
    stretched: usize,
    questions: usize,
    exclaims: usize,
    last_is_question: bool,
    kinds: [usize; 6],
}

impl Shape {
    fn see(&mut self, shown: &str, kind: WordKind) {
        self.words += 1;
        self.last_is_question = false;
        self.kinds[kind as usize] += 1;
        if kind == WordKind::Word {
            let letters = shown.chars().count();
            self.shouted += usize::from(letters >= 3 && shown.chars().all(char::is_uppercase));
            let bytes = shown.as_bytes();
            self.stretched += usize::from(bytes.windows(3).any(|w| w[0] == w[1] && w[1] == w[2]));
        }
    }

    fn mark(&mut self, sign: &str) {
        match sign {
            "?" => {
                self.questions += 1;
                self.last_is_question = true;
            }
            "!" => self.exclaims += 1,
            _ => {}
        }
    }

    fn count(&self, text: &str, extras: &mut Vec<Extra>) {
        let (dots, quotes) = dots_and_quotes(text);
        let counts = [
            (15, self.questions, 3),
            (16, usize::from(self.last_is_question), 1),
            (17, self.exclaims, 3),
            (18, self.shouted, 4),
            (19, self.stretched, 3),
            (20, self.kinds[WordKind::Number as usize], 4),
            (21, self.kinds[WordKind::Handle as usize], 3),
            (22, self.kinds[WordKind::Hashtag as usize], 4),
            (23, self.kinds[WordKind::Link as usize], 2),
            (24, dots, 2),
            (25, quotes, 3),
            (26, self.kinds[WordKind::Email as usize], 1),
        ];
        extras.extend(counts.map(|(id, count, most)| Extra::count(id, count, most)));
        let length = match self.words {
            0..=3 => 27,
            4..=8 => 28,
            9..=15 => 29,
            16..=25 => 30,
            26..=40 => 31,
            41..=70 => 32,
            _ => 33,
        };
        extras.push(Extra::flag(length));
    }
}

/// How often a text trails off, and pairs of quotation marks, in one pass over its bytes.
fn dots_and_quotes(text: &str) -> (usize, usize) {
    let (mut dots, mut quotes, mut run) = (0, 0, 0_usize);
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        run = if *byte == b'.' { run + 1 } else { 0 };
        match byte {
            b'.' if run % 3 == 0 => dots += 1,
            b'"' | b'\'' => quotes += 1,
            // The first byte of `…`, `“` and `‘` in UTF-8.
            0xE2 => match bytes.get(at + 1..at + 3) {
                Some([0x80, 0xA6]) => dots += 1,
                Some([0x80, 0x9C | 0x98]) => quotes += 1,
                _ => {}
            },
            _ => {}
        }
    }
    (dots, quotes / 2)
}

#[cfg(test)]
mod tests {
    use super::Features;

    #[test]
    fn the_same_words_make_the_same_numbers() {
        assert_eq!(
            Features::of("Niet mooi!"),
            Features::of("NIET mooi!").clone_without_capitals()
        );
        assert_ne!(Features::of("niet mooi"), Features::of("wel mooi"));
    }

    impl Features {
        fn clone_without_capitals(mut self) -> Self {
            for extra in &mut self.extras {
                if extra.id == 18 {
                    extra.tenths = 0;
                }
            }
            self
        }
    }
}
