//! How easy a draft reads (M71): Flesch-Douma in Dutch, Flesch's reading ease in English, in
//! thousandths of a point and whole numbers throughout.
//!
//! Douma (*De leesbaarheid van landbouwbladen*, 1960): 206.84 − 0.77 × syllables per 100 words −
//! 0.93 × words per sentence. Flesch (1948): 206.835 − 84.6 × syllables per word − 1.015 × words
//! per sentence. Both were made for samples of a hundred words: of less than [`ENOUGH`] the score
//! says little, and a short reply is not called hard for it.

use super::Found;
use super::data::PlainWords as Data;
use super::phrasing::{Hits, List, Lists, overlap};
use super::syllables::syllables;
use super::tables::Tables;
use crate::checks::Scene;
use crate::reading::{Reading, Token};
use std::ops::Range;
use toonvast_model::language::Language;
use toonvast_model::locale::Locale;
use toonvast_model::meters::{DifficultWord, HardSentence, Level, Passage, Readability};
use toonvast_text::WordKind;

/// Words from which the score says something.
const ENOUGH: u32 = 25;

/// Words from which a sentence is hard whatever its words. Guides to plain Dutch and English
/// agree on some twenty-five.
const LONG: u32 = 26;

/// Words from which a sentence is hard when [`MANY_HARD`] of its words are.
const LONGISH: u32 = 16;
const MANY_HARD: usize = 3;

/// One office word in so many words makes a text a level harder.
const OFFICE_SHARE: u32 = 15;

/// Office words ready to be looked for.
#[derive(Debug)]
pub(super) struct PlainWords {
    words: List,
    except: List,
    /// What to say, by the phrase's place in the list.
    says: Vec<String>,
}

impl PlainWords {
    /// Indexes the words.
    pub fn new(lists: &mut Lists, data: &Data) -> Self {
        Self {
            words: lists.add(data.say.keys()),
            except: lists.add(&data.except),
            says: data.say.values().cloned().collect(),
        }
    }

    /// Office words, none overlapping another; not those the customer, the brand or a finding
    /// named already.
    fn find(&self, hits: &Hits, scene: &Scene, found: &[Found]) -> Vec<DifficultWord> {
        let reading = scene.reading;
        let plain = scene.voice.plain.find_all(reading);
        let mut words: Vec<DifficultWord> = Vec::new();
        for word in hits.of(self.words) {
            let span = reading.span(word.marked.clone());
            let except = hits.of(self.except).iter();
            let fine = except.chain(&plain).any(|fine| overlap(fine, word));
            let known = found.iter().any(|it| it.finding.span == span)
                || words
                    .last()
                    .is_some_and(|last| last.passage.span.overlaps(&span));
            let said = word
                .marked
                .clone()
                .all(|at| is_said(&reading.tokens[at], scene));
            if !fine && !known && !said && !scene.is_name_or_quotation(&word.marked) {
                words.push(DifficultWord {
                    passage: Passage::of(span, reading.text),
                    plain: self
                        .says
                        .get(self.words.place(word))
                        .cloned()
                        .unwrap_or_default(),
                });
            }
        }
        words
    }
}

/// Whether the customer used the word.
fn is_said(token: &Token, scene: &Scene) -> bool {
    let said = &scene.post.tokens;
    said.iter().any(|said| said.folded == token.folded)
}

/// What is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Counts {
    words: u32,
    sentences: u32,
    syllables: u32,
}

impl Counts {
    fn of(reading: &Reading, language: Language) -> Self {
        let mut counts = Self::default();
        for unit in units(reading) {
            let words = reading.tokens[unit].iter().filter(|token| is_word(token));
            let before = counts.words;
            for token in words {
                counts.words += 1;
                counts.syllables += syllables(token.span.of(reading.text), language);
            }
            counts.sentences += u32::from(counts.words > before);
        }
        counts
    }

    /// Reading ease in thousandths of a point; may leave 0 to 100 000.
    fn ease(self, language: Language) -> i64 {
        let [words, sentences, syllables] =
            [self.words.max(1), self.sentences.max(1), self.syllables].map(i64::from);
        match language {
            Language::En => {
                206_835 - rounded(84_600 * syllables, words) - rounded(1_015 * words, sentences)
            }
            _ => 206_840 - rounded(77_000 * syllables, words) - rounded(930 * words, sentences),
        }
    }
}

/// The tokens of each sentence as a reader takes it in: a semicolon ends one (so counted Flesch),
/// and so does an emoji between two.
fn units(reading: &Reading) -> Vec<Range<usize>> {
    let mut units: Vec<Range<usize>> = Vec::new();
    for (at, token) in reading.tokens.iter().enumerate() {
        let goes_on = at.checked_sub(1).is_some_and(|before| {
            let before = &reading.tokens[before];
            let between = reading.text.get(before.span.end..token.span.start);
            let between = between.unwrap_or("");
            let emoji = || toonvast_text::emoji(between).is_empty();
            // *… de datum. 's Ochtends …* is two, whatever the sentences of the text say.
            let ends = between.contains(';') || between.contains(". '") || between.contains(". ’");
            before.sentence == token.sentence && !ends && emoji()
        });
        match units.last_mut() {
            Some(last) if goes_on => last.end = at + 1,
            _ => units.push(at..at + 1),
        }
    }
    units
}

const fn rounded(part: i64, of: i64) -> i64 {
    (part + of / 2) / of
}

/// A handle, hashtag or address is looked at, not read.
const fn is_word(token: &Token) -> bool {
    matches!(token.kind, WordKind::Word | WordKind::Number)
}

/// The level of a score. Douma called 60 to 70 *normaal* and 45 to 60 *tamelijk moeilijk*, Flesch
/// 60 to 70 *standard* and 50 to 60 *fairly difficult*; normal or easier is the target.
const fn level(points: u8, language: Language) -> Level {
    let fairly = if matches!(language, Language::En) {
        50
    } else {
        45
    };
    match points {
        80.. => Level::A2,
        60..=79 => Level::B1,
        points if points >= fairly => Level::B2,
        30.. => Level::C1,
        _ => Level::C2,
    }
}

const fn harder(level: Level) -> Level {
    match level {
        Level::A2 => Level::B1,
        Level::B1 => Level::B2,
        Level::B2 => Level::C1,
        Level::C1 | Level::C2 => Level::C2,
    }
}

/// How easy the draft reads.
pub(super) fn measure(
    tables: &Tables,
    hits: &Hits,
    scene: &Scene,
    found: &[Found],
    locale: Locale,
) -> Readability {
    let language = tables.language;
    let counts = Counts::of(scene.reading, language);
    let points = counts.ease(language).clamp(0, 100_000);
    let score = u8::try_from(rounded(points, 1_000)).unwrap_or(100);
    let enough = counts.words >= ENOUGH;
    let difficult = tables.plain.find(hits, scene, found);
    let hard = hard_sentences(scene, &difficult, language, locale);
    let mut level = level(score, language);
    if !enough && hard.is_empty() {
        level = level.min(Level::B1);
    }
    let office = u32::try_from(difficult.len()).unwrap_or(u32::MAX);
    if office.saturating_mul(OFFICE_SHARE) >= counts.words.max(1) {
        level = harder(level);
    }
    Readability {
        score,
        words: counts.words,
        sentences: counts.sentences,
        level,
        enough,
        advice: advice(&hard, &difficult, level, locale),
        hard,
        difficult,
    }
}

fn hard_sentences(
    scene: &Scene,
    difficult: &[DifficultWord],
    language: Language,
    locale: Locale,
) -> Vec<HardSentence> {
    let reading = scene.reading;
    let units = units(reading).into_iter();
    units
        .filter_map(|tokens| {
            let span = reading.span(tokens.clone());
            let count = reading.tokens[tokens.clone()]
                .iter()
                .filter(|it| is_word(it));
            let words = u32::try_from(count.count()).unwrap_or(u32::MAX);
            if words < LONGISH {
                return None;
            }
            let first = tokens.start;
            let hard_words: Vec<String> = tokens
                .filter(|&at| is_hard(scene, at, at == first, difficult, language))
                .map(|at| reading.tokens[at].span.of(reading.text).to_owned())
                .collect();
            let many = hard_words.len() >= MANY_HARD;
            let hard = words >= LONG || (words >= LONGISH && many);
            hard.then(|| HardSentence {
                passage: Passage::of(span, reading.text),
                words,
                why: why(words, &hard_words, locale),
                hard_words,
            })
        })
        .collect()
}

/// Long words and office words; names and what the customer wrote are known to the customer.
fn is_hard(
    scene: &Scene,
    at: usize,
    opens: bool,
    difficult: &[DifficultWord],
    language: Language,
) -> bool {
    let (reading, token) = (scene.reading, &scene.reading.tokens[at]);
    let within = |word: &DifficultWord| word.passage.span.overlaps(&token.span);
    if difficult.iter().any(within) {
        return true;
    }
    let word = token.span.of(reading.text);
    let name = !opens && word.starts_with(char::is_uppercase);
    let long = if matches!(language, Language::En) {
        4
    } else {
        5
    };
    token.kind == WordKind::Word
        && !name
        && !scene.is_name_or_quotation(&(at..at + 1))
        && !is_said(token, scene)
        && syllables(word, language) >= long
}

fn why(words: u32, hard: &[String], locale: Locale) -> String {
    let mut text = match locale {
        Locale::Nl => format!("{words} woorden"),
        Locale::En => format!("{words} words"),
    };
    if !hard.is_empty() {
        let said = match locale {
            Locale::Nl => format!(", waarvan moeilijk: {}", hard.join(", ")),
            Locale::En => format!(", hard among them: {}", hard.join(", ")),
        };
        text.push_str(&said);
    }
    text
}

fn advice(
    hard: &[HardSentence],
    difficult: &[DifficultWord],
    level: Level,
    locale: Locale,
) -> Option<String> {
    if let Some(longest) = hard.iter().max_by_key(|sentence| sentence.words) {
        let words = longest.words;
        return Some(match locale {
            Locale::Nl => format!("Maak van de zin van {words} woorden twee zinnen."),
            Locale::En => format!("Make two sentences of the one of {words} words."),
        });
    }
    if let Some(word) = difficult.first() {
        let (said, plain) = (&word.passage.quote, &word.plain);
        return Some(match locale {
            Locale::Nl => format!("In gewone woorden: '{plain}' in plaats van '{said}'."),
            Locale::En => format!("In plain words: '{plain}' rather than '{said}'."),
        });
    }
    (level > Level::B1).then(|| {
        locale
            .pick(
                "Kies kortere woorden en kortere zinnen.",
                "Choose shorter words and shorter sentences.",
            )
            .to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::super::tables::data;
    use super::{Counts, Level, level};
    use crate::reading::Reading;
    use toonvast_model::language::Language;

    #[test]
    fn the_formulas_give_what_they_give_by_hand() {
        let sample = Counts {
            words: 100,
            sentences: 8,
            syllables: 150,
        };
        // 206.84 - 0.77 * 150 - 0.93 * 12.5 = 79.715
        assert_eq!(sample.ease(Language::Nl), 79_715);
        // 206.835 - 84.6 * 1.5 - 1.015 * 12.5 = 67.2475
        assert_eq!(sample.ease(Language::En), 67_247);
        assert_eq!(Counts::default().ease(Language::Nl), 206_840 - 930);
    }

    #[test]
    fn counts_what_is_read() {
        let reading =
            Reading::new("@sanne De fiets staat klaar. Kijk op https://fluit.nl 🙂 ^Noor");
        let counts = Counts {
            words: 6,
            sentences: 2,
            syllables: 6,
        };
        assert_eq!(Counts::of(&reading, Language::Nl), counts);
        for (text, sentences) in [
            ("Klaar 😄 Ik bel", 2),
            ("Klaar; ik bel", 2),
            ("Klaar. 's Ochtends bel ik", 2),
            ("Klaar, ik bel", 1),
            ("", 0),
        ] {
            let counts = Counts::of(&Reading::new(text), Language::Nl);
            assert_eq!(counts.sentences, sentences, "{text}");
        }
    }

    #[test]
    fn bands_are_those_of_the_books() {
        for (points, nl, en) in [
            (100, Level::A2, Level::A2),
            (80, Level::A2, Level::A2),
            (79, Level::B1, Level::B1),
            (60, Level::B1, Level::B1),
            (59, Level::B2, Level::B2),
            (50, Level::B2, Level::B2),
            (49, Level::B2, Level::C1),
            (45, Level::B2, Level::C1),
            (44, Level::C1, Level::C1),
            (30, Level::C1, Level::C1),
            (29, Level::C2, Level::C2),
        ] {
            assert_eq!(level(points, Language::Nl), nl, "{points}");
            assert_eq!(level(points, Language::En), en, "{points}");
        }
    }

    #[test]
    fn there_are_office_words_enough_and_each_has_a_plain_one() {
        for (language, least) in [(Language::Nl, 150), (Language::En, 80)] {
            let say = data(language).plain.say;
            assert!(say.len() >= least, "{} in {language:?}", say.len());
            assert!(say.values().all(|plain| !plain.trim().is_empty()));
        }
    }
}
