//! Many phrases, looked for at once.

use crate::reading::{Reading, Token};
use std::collections::HashMap;
use std::ops::Range;
use toonvast_brand::rule::phrase::{Form, Item, MOST_ITEMS, Phrase};
use toonvast_model::span::Span;
use toonvast_text::{WordKind, words};

/// Most words a `...` stands for.
const WIDEST_GAP: usize = 5;

/// Phrases, indexed by their first word.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    list: Vec<Phrase>,
    by_word: HashMap<String, Vec<usize>>,
    by_start: HashMap<char, Vec<usize>>,
    others: Vec<usize>,
}

/// A phrase found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Match {
    /// Number of the phrase.
    pub phrase: usize,
    /// The tokens it covers.
    pub tokens: Range<usize>,
    /// The tokens it marks; all it covers when it marks none.
    pub marked: Range<usize>,
}

impl Phrases {
    /// Indexes phrases.
    pub fn new<'p>(phrases: impl IntoIterator<Item = &'p Phrase>) -> Self {
        let mut all = Self::default();
        for phrase in phrases {
            all.add(phrase.clone());
        }
        all
    }

    /// Indexes plain texts: names, words of a guide. What holds no word is left out.
    pub fn of_texts<'p>(texts: impl IntoIterator<Item = &'p str>) -> Self {
        let mut all = Self::default();
        for text in texts {
            if let Some(phrase) = plain(text) {
                all.add(phrase);
            }
        }
        all
    }

    /// Adds a phrase; it gets the next number.
    pub fn add(&mut self, phrase: Phrase) {
        let number = self.list.len();
        let mut sure = false;
        for item in phrase.items() {
            let Item::Word { forms, optional } = item else {
                break;
            };
            for form in forms {
                match (form, form.first_char()) {
                    (Form::Exact(word), _) => {
                        self.by_word.entry(word.clone()).or_default().push(number);
                    }
                    (Form::Prefix(_), Some(first)) => {
                        self.by_start.entry(first).or_default().push(number);
                    }
                    _ => self.others.push(number),
                }
            }
            if !optional {
                sure = true;
                break;
            }
        }
        if !sure {
            self.others.push(number);
        }
        self.list.push(phrase);
    }

    /// How many phrases there are: the next one's number.
    pub const fn len(&self) -> usize {
        self.list.len()
    }

    /// The phrase of a match.
    pub fn get(&self, number: usize) -> Option<&Phrase> {
        self.list.get(number)
    }

    /// Everything found among these tokens, in order; the longest at each place. What is found
    /// at one place may overlap what is found at the next.
    pub fn find(&self, reading: &Reading, among: Range<usize>) -> Vec<Match> {
        if self.list.is_empty() {
            return Vec::new();
        }
        among
            .clone()
            .filter_map(|at| self.longest_at(reading, at, among.end))
            .collect()
    }

    /// Everything found in the text.
    pub fn find_all(&self, reading: &Reading) -> Vec<Match> {
        self.find(reading, 0..reading.tokens.len())
    }

    /// The tokens of everything found in the text.
    pub fn ranges(&self, reading: &Reading) -> Vec<Range<usize>> {
        self.find_all(reading)
            .into_iter()
            .map(|found| found.tokens)
            .collect()
    }

    /// Whether one is found among these tokens.
    pub fn any(&self, reading: &Reading, among: Range<usize>) -> bool {
        !self.list.is_empty()
            && among
                .clone()
                .any(|at| self.longest_at(reading, at, among.end).is_some())
    }

    fn longest_at(&self, reading: &Reading, at: usize, end: usize) -> Option<Match> {
        self.all_at(reading, at, end)
            .max_by_key(|found| (found.tokens.end, std::cmp::Reverse(found.phrase)))
    }

    /// Every phrase found at a place, in no order.
    pub fn all_at(&self, reading: &Reading, at: usize, end: usize) -> impl Iterator<Item = Match> {
        let word = reading.tokens.get(at).map_or("", |token| &token.folded);
        let exact = self.by_word.get(word).map_or(&[][..], Vec::as_slice);
        let first = word
            .chars()
            .next()
            .and_then(|first| self.by_start.get(&first));
        let started = first.map_or(&[][..], Vec::as_slice);
        let candidates = exact.iter().chain(started).chain(&self.others);
        candidates.filter_map(move |&number| {
            matched(&self.list[number], number, &reading.tokens[..end], at)
        })
    }

    /// The passage a match flags, with the full stop that belongs to an abbreviation.
    pub fn passage(&self, found: &Match, reading: &Reading) -> Span {
        let mut span = reading.span(found.marked.clone());
        let dotted = self.get(found.phrase).is_some_and(Phrase::is_dotted);
        if dotted && reading.text[span.end..].starts_with('.') {
            span.end += 1;
        }
        span
    }
}

trait FirstChar {
    fn first_char(&self) -> Option<char>;
}

impl FirstChar for Form {
    fn first_char(&self) -> Option<char> {
        match self {
            Self::Exact(text) | Self::Prefix(text) | Self::Suffix(text) => text.chars().next(),
        }
    }
}

/// A phrase of exactly these words.
fn plain(text: &str) -> Option<Phrase> {
    let reading = Reading::new(text);
    let mut folded: Vec<&str> = reading
        .tokens
        .iter()
        .map(|token| token.folded.as_str())
        .collect();
    folded.truncate(MOST_ITEMS);
    folded.join(" ").parse().ok()
}

fn matched(phrase: &Phrase, number: usize, tokens: &[Token], at: usize) -> Option<Match> {
    let first = tokens.get(at)?;
    if phrase.starts_clause() && !first.starts_clause {
        return None;
    }
    let walk = Walk {
        phrase,
        tokens,
        sentence: first.sentence,
        start: at,
    };
    let mut trail = Trail {
        places: vec![0; phrase.items().len() + 1],
        failed: [0; MOST_ITEMS + 1],
    };
    if !walk.from(0, at, &mut trail) || trail.places[phrase.items().len()] == at {
        return None;
    }
    let places = trail.places;
    let covered = at..places[phrase.items().len()];
    let marked = phrase
        .marked()
        .map(|(from, to)| places[from]..places[to + 1]);
    let marked = marked
        .filter(|range| !range.is_empty())
        .unwrap_or_else(|| covered.clone());
    Some(Match {
        phrase: number,
        tokens: covered,
        marked,
    })
}

struct Walk<'a> {
    phrase: &'a Phrase,
    tokens: &'a [Token],
    sentence: usize,
    start: usize,
}

/// Where a walk has been.
struct Trail {
    /// Where each item begins.
    places: Vec<usize>,
    /// By item, how far from the start it is known to lead nowhere, a bit each: without this,
    /// many gaps in one phrase are tried in every combination.
    failed: [u128; MOST_ITEMS + 1],
}

impl Walk<'_> {
    /// Whether the items from `item` on fit the tokens from `at` on; notes where each begins.
    fn from(&self, item: usize, at: usize, trail: &mut Trail) -> bool {
        // At most sixteen items of at most five words each lie between.
        let bit = 1 << (at - self.start).min(127);
        if trail.failed[item] & bit != 0 {
            return false;
        }
        trail.places[item] = at;
        let fits = self.fits(item, at, trail);
        if !fits {
            trail.failed[item] |= bit;
        }
        fits
    }

    fn fits(&self, item: usize, at: usize, trail: &mut Trail) -> bool {
        let Some(wanted) = self.phrase.items().get(item) else {
            return !self.phrase.ends_clause()
                || at
                    .checked_sub(1)
                    .is_some_and(|last| self.tokens[last].ends_clause);
        };
        let here = self
            .tokens
            .get(at)
            .filter(|token| token.sentence == self.sentence);
        match wanted {
            Item::Word { forms, optional } => {
                let fits =
                    here.is_some_and(|token| forms.iter().any(|form| form.fits(&token.folded)));
                (fits && self.from(item + 1, at + 1, trail))
                    || (*optional && self.skip(item, at, trail))
            }
            Item::Any => here.is_some() && self.from(item + 1, at + 1, trail),
            Item::Number => {
                here.is_some_and(Token::is_number) && self.from(item + 1, at + 1, trail)
            }
            Item::Gap => (0..=WIDEST_GAP).any(|width| {
                let inside = self.tokens.get(at..at + width);
                inside.is_some_and(|gap| gap.iter().all(|token| token.sentence == self.sentence))
                    && self.from(item + 1, at + width, trail)
                    && {
                        trail.places[item] = at;
                        true
                    }
            }),
        }
    }

    fn skip(&self, item: usize, at: usize, trail: &mut Trail) -> bool {
        trail.places[item] = at;
        self.from(item + 1, at, trail)
    }
}

/// Whether a text has a word of letters or digits at all.
pub(crate) fn has_words(text: &str) -> bool {
    words(text)
        .iter()
        .any(|word| matches!(word.kind, WordKind::Word | WordKind::Number))
}

#[cfg(test)]
mod tests {
    use super::Phrases;
    use crate::reading::Reading;
    use toonvast_brand::rule::phrase::Phrase;

    fn found<'t>(phrase: &str, text: &'t str) -> Vec<&'t str> {
        let phrase: Phrase = phrase.parse().unwrap();
        let phrases = Phrases::new([&phrase]);
        let reading = Reading::new(text);
        let matches = phrases.find_all(&reading);
        matches
            .iter()
            .map(|found| phrases.passage(found, &reading).of(text))
            .collect()
    }

    #[test]
    fn finds_what_the_notation_says() {
        let cases: &[(&str, &str, &[&str])] = &[
            (
                "vervelend*",
                "Wat Vervelende zaak, vervelend",
                &["Vervelende", "vervelend"],
            ),
            (
                "had je|u ... moeten",
                "Dat had u toch echt moeten lezen",
                &["had u toch echt moeten"],
            ),
            ("had je|u ... moeten", "Dat had u. Moeten we", &[]),
            ("hoger [als]", "Dat is hoger als vorig jaar", &["als"]),
            ("heel|erg? naar", "Wat heel naar", &["heel naar", "naar"]),
            ("z.s.m.", "We komen z.s.m. langs", &["z.s.m."]),
            ("< daar bij >", "Ja, daar bij. Nee daar bij", &["daar bij"]),
            ("het app", "het app-account en het app", &["het app"]),
            (
                "binnen # dagen",
                "binnen 24 uur of binnen 3 dagen",
                &["binnen 3 dagen"],
            ),
            ("*lijk gedaan", "eerlijk gedaan", &["eerlijk gedaan"]),
        ];
        for (phrase, text, expected) in cases {
            assert_eq!(&found(phrase, text), expected, "{phrase} in {text}");
        }
    }
}
