//! `personal-data`: data that belong to one person, in public.

use super::{Hit, Scene};
use crate::personal;
use crate::phrases::Phrases;
use crate::reading::Token;
use toonvast_brand::rule::PersonalData as Data;
use toonvast_model::span::Span;
use toonvast_text::WordKind;

/// Words between a reference such as *bestelnummer* and its number.
const NEAR: usize = 3;

/// How Dutch streets end.
const STREETS: &[&str] = &[
    "straat",
    "laan",
    "weg",
    "plein",
    "kade",
    "gracht",
    "singel",
    "lei",
    "dreef",
    "dijk",
    "steeg",
    "hof",
    "plantsoen",
    "markt",
    "boulevard",
    "street",
    "road",
    "avenue",
    "lane",
];

#[derive(Debug)]
pub(crate) struct PersonalData {
    references: Phrases,
    titles: Phrases,
    theirs: Phrases,
    ours: Phrases,
}

impl PersonalData {
    pub fn new(data: &Data) -> Self {
        Self {
            references: Phrases::new(&data.references),
            titles: Phrases::new(&data.titles),
            theirs: Phrases::new(&data.theirs),
            ours: Phrases::new(&data.ours),
        }
    }

    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        let text = scene.reading.text;
        let mut spans = personal::bsn(text);
        spans.extend(personal::iban(text));
        spans.extend(personal::email(text, &scene.voice.own_hosts));
        spans.extend(personal::plate(text));
        spans.extend(self.not_ours(scene, personal::phone(text)));
        spans.extend(self.not_ours(scene, personal::postcode(text)));
        spans.extend(self.referenced(scene));
        spans.extend(self.persons(scene));
        spans.extend(self.addresses(scene));
        merged(spans, text).into_iter().map(Hit::at).collect()
    }

    /// Leaves out what the sentence calls our own.
    fn not_ours(&self, scene: &Scene, spans: Vec<Span>) -> Vec<Span> {
        let ours = |span: &Span| {
            let at = scene
                .reading
                .tokens
                .partition_point(|token| token.span.end <= span.start);
            let Some(token) = scene.reading.tokens.get(at) else {
                return false;
            };
            let sentence = scene.reading.sentence_tokens(token.sentence);
            self.ours.any(scene.reading, sentence)
        };
        spans.into_iter().filter(|span| !ours(span)).collect()
    }

    /// *bestelnummer 20448-B*
    fn referenced(&self, scene: &Scene) -> Vec<Span> {
        let reading = scene.reading;
        let mut spans = Vec::new();
        for found in self.references.find_all(reading) {
            let near = found.tokens.end..(found.tokens.end + NEAR).min(reading.tokens.len());
            let number = near
                .into_iter()
                .find(|&at| is_reference(&reading.tokens[at]));
            if let Some(at) = number.filter(|&at| {
                reading.tokens[at].sentence == reading.tokens[found.tokens.start].sentence
            }) {
                spans.push(reading.span(found.tokens.start..at + 1));
            }
        }
        spans
    }

    /// *mevrouw De Wit*, *de heer W. Abbringh*
    fn persons(&self, scene: &Scene) -> Vec<Span> {
        let reading = scene.reading;
        let mut spans = Vec::new();
        for found in self.titles.find_all(reading) {
            let name = reading.tokens[found.tokens.end..]
                .iter()
                .take(4)
                .take_while(|token| {
                    let capital = token.span.of(reading.text).starts_with(char::is_uppercase);
                    capital
                        || matches!(
                            token.folded.as_str(),
                            "van" | "de" | "der" | "den" | "ten" | "ter"
                        )
                })
                .take_while(|token| token.sentence == reading.tokens[found.tokens.start].sentence)
                .count();
            if name > 0 {
                spans.push(reading.span(found.tokens.start..found.tokens.end + name));
            }
        }
        spans
    }

    /// *je bestelling naar de Statielei 9*
    fn addresses(&self, scene: &Scene) -> Vec<Span> {
        let reading = scene.reading;
        let mut spans = Vec::new();
        for at in 1..reading.tokens.len() {
            let (street, house) = (&reading.tokens[at - 1], &reading.tokens[at]);
            let sentence = reading.sentence_tokens(house.sentence);
            let is_street = STREETS.iter().any(|end| street.folded.ends_with(end))
                && street.span.of(reading.text).starts_with(char::is_uppercase);
            let is_house = house.kind == WordKind::Number && house.folded.len() <= 5;
            if is_street
                && is_house
                && street.sentence == house.sentence
                && self.theirs.any(reading, sentence.clone())
                && !self.ours.any(reading, sentence)
            {
                spans.push(reading.span(at - 1..at + 1));
            }
        }
        spans
    }
}

/// A number long enough to be somebody's own, and no amount, time or year.
fn is_reference(token: &Token) -> bool {
    let digits = token.folded.bytes().filter(u8::is_ascii_digit).count();
    digits >= 4
        && matches!(token.kind, WordKind::Number | WordKind::Word)
        && !token.folded.contains([',', '.', ':'])
        && !(token.folded.len() == 4
            && (token.folded.starts_with("20") || token.folded.starts_with("19")))
}

/// Passages of one sentence that overlap or nearly touch, as one.
fn merged(mut spans: Vec<Span>, text: &str) -> Vec<Span> {
    const NEAR: usize = 25;
    spans.sort();
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        match out.last_mut() {
            Some(last)
                if span.start <= last.end + NEAR
                    && !text
                        .get(last.end..span.start)
                        .is_some_and(|between| between.contains(". ")) =>
            {
                last.end = last.end.max(span.end);
            }
            _ => out.push(span),
        }
    }
    out
}
