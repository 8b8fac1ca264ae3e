//! Conversational human voice (M64): what of the published instrument stands in a draft.
//!
//! Van Hooijdonk and Liebrecht (*Tijdschrift voor Taalbeheersing* 40, 2018) tell three groups of
//! elements apart in Dutch webcare. An element counts once; what does not fit the situation (an
//! emoji on a complaint) is neither earned nor missed. What each is worth is our own choice and
//! stands with its words in `voice/<lang>.toml`.

use super::data::{Fits, Mark, Marks};
use super::phrasing::{Hits, List, Lists, Phrasing};
use super::register::{self, Registers};
use crate::checks::Scene;
use crate::reading::{Reading, Token};
use toonvast_brand::guide::{FormOfAddress, Humour};
use toonvast_brand::rule::phrase::{Phrase, fold};
use toonvast_model::locale::Locale;
use toonvast_model::meters::{Passage, VoiceElement, VoiceGroup, VoiceMark, VoiceMeter, VoicePart};
use toonvast_model::span::Span;
use toonvast_model::triage::{Sentiment, Situation};
use toonvast_text::WordKind;

/// Below this a group is worth advice.
const GOOD: u8 = 70;

/// Words of the customer's from which a first sentence takes the message up.
const TAKEN_UP: usize = 2;

/// Marks ready to be looked for.
#[derive(Debug)]
pub(super) struct Voices {
    marks: Vec<Ready>,
    registers: Registers,
    /// Words everybody uses, which take up nothing.
    common: List,
}

#[derive(Debug)]
struct Ready {
    mark: Mark,
    phrasing: Phrasing,
    unless: List,
}

impl Voices {
    /// Indexes the marks; `jokes` are the words of humour, `common` those everybody uses.
    pub fn new(lists: &mut Lists, data: Marks, jokes: &[Phrase], common: &[Phrase]) -> Self {
        let registers = Registers::new(&data.register);
        let common = lists.add(common);
        let marks = data.mark.into_iter();
        let marks = marks.map(|mark| Ready::new(lists, mark, jokes));
        Self {
            marks: marks.collect(),
            registers,
            common,
        }
    }
}

impl Ready {
    fn new(lists: &mut Lists, mark: Mark, jokes: &[Phrase]) -> Self {
        let words = match mark.element {
            VoiceElement::Humour => jokes,
            _ => &mark.words,
        };
        Self {
            phrasing: Phrasing::new(lists, words, &mark.except, mark.signs.clone()),
            unless: lists.add(&mark.unless),
            mark,
        }
    }

    /// Whether the mark belongs in an answer to this post, by this brand's guide.
    fn fits(&self, scene: &Scene) -> bool {
        let grave = scene.grave() || scene.negative();
        let pleased = scene.answered.sentiment == Some(Sentiment::Positive)
            || scene.answered.situation == Some(Situation::Compliment);
        let situation = match self.mark.fits {
            Fits::Always => true,
            Fits::NotGrave => !grave,
            Fits::Grave => grave,
            Fits::Positive => pleased && !grave,
        };
        let guide = &scene.voice.guide;
        situation
            && match self.mark.element {
                VoiceElement::Emoji => {
                    let never = &guide.emoji.never_on;
                    guide.emoji.max > 0
                        && !scene
                            .answered
                            .situation
                            .is_some_and(|it| never.contains(&it))
                }
                VoiceElement::Humour => guide.humour != Humour::None,
                _ => true,
            }
    }

    /// The passages that earn the mark; none where it is not earned.
    fn find(&self, hits: &Hits, reading: &Reading) -> Vec<Span> {
        if !hits.of(self.unless).is_empty() {
            return Vec::new();
        }
        let mut found: Vec<Span> = match self.mark.element {
            VoiceElement::CustomerName => names(&self.phrasing, hits, reading),
            VoiceElement::Signature => signature(&self.phrasing, hits, reading),
            VoiceElement::Stretched => stretched(reading),
            VoiceElement::Emoji => reading.emoji.clone(),
            _ => words(&self.phrasing, hits, reading),
        };
        found.extend(self.phrasing.signs(reading));
        found.sort();
        found
    }
}

/// Where the customer is called by a name they bear, as far as it is known.
fn called(scene: &Scene) -> Vec<Span> {
    let author = scene.answered.author.as_ref();
    let borne = author.map_or_else(String::new, |it| format!("{} {}", it.name, it.handle));
    let names: Vec<String> = borne
        .split_whitespace()
        .map(|name| fold(name.trim_start_matches('@')))
        .filter(|name| name.chars().count() >= 3)
        .collect();
    let reading = scene.reading;
    let named = reading.tokens.iter().filter(|token| {
        let word = token.span.of(reading.text);
        word.starts_with(char::is_uppercase) && names.contains(&token.folded)
    });
    named.map(|token| token.span).collect()
}

/// The customer's own words in the first sentence; who takes up two has read the message.
fn taken_up(common: List, hits: &Hits, scene: &Scene) -> Vec<Span> {
    let reading = scene.reading;
    let first = reading.sentence_tokens(0);
    let own = first.filter(|&at| {
        let token = &reading.tokens[at];
        let weighty = |token: &Token| token.folded.chars().count() >= 5 || token.is_number();
        let said = |said: &Token| weighty(said) && said.folded == token.folded;
        weighty(token)
            && !hits
                .of(common)
                .iter()
                .any(|found| found.tokens.contains(&at))
            && scene.post.tokens.iter().any(said)
    });
    let spans: Vec<Span> = own.map(|at| reading.tokens[at].span).collect();
    if spans.len() >= TAKEN_UP {
        spans
    } else {
        Vec::new()
    }
}

fn words(phrasing: &Phrasing, hits: &Hits, reading: &Reading) -> Vec<Span> {
    let own = phrasing.tokens(hits).into_iter().filter(|tokens| {
        !reading.tokens[tokens.clone()]
            .iter()
            .all(|token| token.quoted)
    });
    own.map(|tokens| reading.span(tokens)).collect()
}

/// A name: a handle at the start, or capitals right behind a greeting or a title. What ends
/// the clause before it is no greeting *of* somebody: *Goedemiddag! De winkel …*
fn names(phrasing: &Phrasing, hits: &Hits, reading: &Reading) -> Vec<Span> {
    let tokens = &reading.tokens;
    let handle = tokens
        .first()
        .filter(|first| first.kind == WordKind::Handle);
    let mut found: Vec<Span> = handle.map(|token| token.span).into_iter().collect();
    for greeted in phrasing.tokens(hits) {
        let Some(last) = greeted.end.checked_sub(1).map(|at| &tokens[at]) else {
            continue;
        };
        let called = tokens.get(greeted.end).filter(|next| {
            let between = &reading.text[last.span.end..next.span.start];
            let close = matches!(between.trim(), "" | "," | ".") && between != ".";
            close && is_name(next, reading.text)
        });
        let known = |span: &Span| found.iter().any(|other| other.overlaps(span));
        if let Some(span) = called.map(|token| token.span).filter(|span| !known(span)) {
            found.push(span);
        }
    }
    found
}

fn is_name(token: &Token, text: &str) -> bool {
    let word = token.span.of(text);
    let capital = word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
    match token.kind {
        WordKind::Handle => true,
        WordKind::Word => {
            capital
                && !matches!(
                    token.folded.as_str(),
                    "klant" | "customer" | "heer" | "lezer" | "allemaal" | "team"
                )
                && token.ends_clause
        }
        _ => false,
    }
}

/// `^Name`, or a closing with a name behind it.
fn signature(phrasing: &Phrasing, hits: &Hits, reading: &Reading) -> Vec<Span> {
    if let Some(span) = reading.signature {
        return vec![span];
    }
    let last = phrasing.tokens(hits).pop();
    let closing = last.and_then(|found| reading.tokens.get(found.start));
    closing
        .map(|token| Span::new(token.span.start, reading.body_end))
        .into_iter()
        .collect()
}

/// Words with a letter three times in a row.
fn stretched(reading: &Reading) -> Vec<Span> {
    let drawn = |token: &&Token| {
        let word: Vec<char> = token.span.of(reading.text).chars().collect();
        token.kind == WordKind::Word
            && word
                .windows(3)
                .any(|three| three[0].is_alphabetic() && three.iter().all(|c| *c == three[0]))
    };
    reading
        .tokens
        .iter()
        .filter(drawn)
        .map(|token| token.span)
        .collect()
}

/// What of a human voice stands in the draft.
pub(super) fn measure(voices: &Voices, hits: &Hits, scene: &Scene, locale: Locale) -> VoiceMeter {
    let (text, grave) = (scene.reading.text, scene.grave() || scene.negative());
    let fitting: Vec<(&Ready, Vec<Span>)> = voices
        .marks
        .iter()
        .filter(|ready| ready.fits(scene))
        .map(|ready| {
            let mut found = ready.find(hits, scene.reading);
            if found.is_empty() && ready.mark.element == VoiceElement::Acknowledging {
                found = taken_up(voices.common, hits, scene);
            }
            if found.is_empty() && ready.mark.element == VoiceElement::CustomerName {
                found = called(scene);
            }
            (ready, found)
        })
        .collect();
    let parts: Vec<VoicePart> = GROUPS
        .iter()
        .map(|&group| part(group, &fitting, text, locale))
        .collect();
    let weights = weights(grave, scene.voice.guide.form_of_address);
    let weighed = parts
        .iter()
        .zip(weights)
        .map(|(part, weight)| u32::from(part.score) * weight)
        .sum::<u32>();
    let score = weighed / weights.iter().sum::<u32>().max(1);
    VoiceMeter {
        score: u8::try_from(score).unwrap_or(100),
        advice: advice(&parts, &fitting, weights, locale),
        register: register::matched(&voices.registers, scene, &parts, locale),
        parts,
    }
}

const GROUPS: [VoiceGroup; 3] = [
    VoiceGroup::Personalisation,
    VoiceGroup::InformalSpeech,
    VoiceGroup::InvitationalRhetoric,
];

/// How the groups weigh, by our own choice: the instrument counts elements and weighs none. Informal
/// speech, which guides restrict most, weighs half of the others, and a quarter where the matter
/// is grave or the guide says *u*.
const fn weights(grave: bool, form: FormOfAddress) -> [u32; 3] {
    let informal = match (grave, form) {
        (false, FormOfAddress::Je) => 2,
        _ => 1,
    };
    [4, informal, 4]
}

fn part(
    group: VoiceGroup,
    fitting: &[(&Ready, Vec<Span>)],
    text: &str,
    locale: Locale,
) -> VoicePart {
    let here = || {
        fitting
            .iter()
            .filter(|(ready, _)| ready.mark.element.group() == group)
    };
    let points = |ready: &Ready| u32::from(ready.mark.points);
    let possible: u32 = here().map(|(ready, _)| points(ready)).sum();
    let earned: u32 = here()
        .filter(|(_, found)| !found.is_empty())
        .map(|(ready, _)| points(ready))
        .sum();
    // Nobody puts everything in 280 characters: a hundred points' worth is full marks.
    let full = possible.clamp(1, 100);
    let score = (100 * earned / full).min(100);
    VoicePart {
        group,
        score: u8::try_from(score).unwrap_or(100),
        marks: here()
            .filter(|(_, found)| !found.is_empty())
            .map(|(ready, found)| voice_mark(ready, found, text, locale))
            .collect(),
    }
}

fn voice_mark(ready: &Ready, found: &[Span], text: &str, locale: Locale) -> VoiceMark {
    VoiceMark {
        element: ready.mark.element,
        label: told(&ready.mark, locale).label.clone(),
        points: ready.mark.points,
        words: found.iter().map(|&span| Passage::of(span, text)).collect(),
    }
}

const fn told(mark: &Mark, locale: Locale) -> &super::data::Told {
    match locale {
        Locale::Nl => &mark.nl,
        Locale::En => &mark.en,
    }
}

/// What would help most: the dearest mark missing in the lowest group, where that is low at all.
/// Informal speech is only advised where it weighs in full.
fn advice(
    parts: &[VoicePart],
    fitting: &[(&Ready, Vec<Span>)],
    weights: [u32; 3],
    locale: Locale,
) -> Option<String> {
    let worth = parts.iter().zip(weights).filter(|(part, weight)| {
        part.score < GOOD && (part.group != VoiceGroup::InformalSpeech || *weight > 1)
    });
    let (lowest, _) = worth.min_by_key(|(part, _)| part.score)?;
    let missing = fitting.iter().filter(|(ready, found)| {
        found.is_empty()
            && ready.mark.element.group() == lowest.group
            && !told(&ready.mark, locale).advice.is_empty()
    });
    let (dearest, _) = missing.min_by_key(|(ready, _)| std::cmp::Reverse(ready.mark.points))?;
    Some(told(&dearest.mark, locale).advice.clone())
}

#[cfg(test)]
mod tests {
    use super::super::tables::{data, of};
    use crate::reading::Reading;
    use toonvast_model::language::Language;

    #[test]
    fn every_mark_is_earned_by_its_examples_and_by_no_other() {
        let mut wrong = Vec::new();
        for language in [Language::Nl, Language::En] {
            let tables = of(language);
            for ready in &tables.voice.marks {
                let name = format!("{:?} in {language:?}", ready.mark.element);
                let found = |draft: &str| -> Vec<String> {
                    let reading = Reading::new(draft);
                    let spans = ready.find(&tables.lists.find(&reading), &reading);
                    spans.iter().map(|span| span.of(draft).to_owned()).collect()
                };
                let examples = &ready.mark.examples;
                assert!(!examples.earns.is_empty(), "{name} has no example");
                assert!(!examples.not.is_empty(), "{name} has no counter-example");
                for earning in &examples.earns {
                    let said = found(&earning.draft);
                    if said != earning.words {
                        wrong.push(format!("{name}: {} earns {said:?}", earning.draft));
                    }
                }
                for draft in &examples.not {
                    let said = found(draft);
                    if !said.is_empty() {
                        wrong.push(format!("{name}: {draft} earns {said:?}"));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }

    #[test]
    fn every_element_stands_once_and_every_group_can_be_full() {
        for language in [Language::Nl, Language::En] {
            let marks = data(language).voice.mark;
            let mut elements: Vec<_> = marks.iter().map(|mark| mark.element).collect();
            elements.sort();
            elements.dedup();
            assert_eq!(elements.len(), marks.len(), "{language:?}");
            for group in super::GROUPS {
                let points: u32 = marks
                    .iter()
                    .filter(|mark| mark.element.group() == group)
                    .map(|mark| u32::from(mark.points))
                    .sum();
                assert!(points >= 100, "{group:?} in {language:?}: {points}");
            }
        }
    }
}
