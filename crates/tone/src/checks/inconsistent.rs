//! `inconsistent`: something else than a recent reply to a comparable question says (M69).

use super::{Hit, Scene};
use crate::note::Note;
use crate::phrases::Phrases;
use crate::reading::Reading;
use crate::recent::Kept;
use crate::recent::question::{Question, telling_words};
use crate::recent::substance::{Sort, Value, values};
use toonvast_brand::rule::Inconsistent as Data;
use toonvast_model::language::Language;

#[derive(Debug)]
pub(crate) struct Inconsistent {
    common: Phrases,
    yes: Phrases,
    no: Phrases,
    negates: Phrases,
    own: Phrases,
    status: Phrases,
    case: Phrases,
}

/// What an answer says.
#[derive(Debug, Default)]
pub(crate) struct Answer {
    /// What can be contradicted, by position.
    pub values: Vec<Value>,
    /// Its telling words.
    pub words: Vec<u32>,
}

impl Inconsistent {
    pub fn new(data: &Data) -> Self {
        Self {
            common: Phrases::new(&data.common),
            yes: Phrases::new(&data.yes),
            no: Phrases::new(&data.no),
            negates: Phrases::new(&data.negates),
            own: Phrases::new(&data.own),
            status: Phrases::new(&data.status),
            case: Phrases::new(&data.case),
        }
    }

    /// What a post asks; nothing comparable where it asks how the customer's own matter stands.
    pub fn question(&self, post: &Reading) -> Question {
        let all = 0..post.tokens.len();
        if self.status.any(post, all.clone()) {
            return Question::default();
        }
        let words = telling_words(post, |at| self.common.any(post, at..at + 1));
        Question::new(words, self.negates.any(post, all))
    }

    /// What an answer says to everybody.
    pub fn answer(&self, reading: &Reading) -> Answer {
        let mut values = values(reading);
        values.retain(|value| {
            !self
                .case
                .any(reading, reading.sentence_tokens(value.sentence))
        });
        values.extend(self.yes_or_no(reading));
        values.sort_by_key(|value| value.span);
        let words = telling_words(reading, |at| self.common.any(reading, at..at + 1));
        Answer { values, words }
    }

    /// Yes or no, when the answer says one of them and never the other.
    fn yes_or_no(&self, reading: &Reading) -> Option<Value> {
        let (yes, no) = (self.yes.find_all(reading), self.no.find_all(reading));
        let (found, measure) = match (yes.first(), no.first()) {
            (Some(yes), None) => (yes, 1),
            (None, Some(no)) => (no, 0),
            _ => return None,
        };
        let sentence = reading.tokens.get(found.tokens.start)?.sentence;
        let span = reading.span(found.tokens.clone());
        Some(Value {
            sort: Sort::Answer,
            measure,
            span,
            sentence,
        })
    }

    /// For each sort of value the newest comparable answer that holds one: does the draft
    /// hold another?
    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        let Some(recent) = scene.around.recent.filter(|recent| !recent.is_empty()) else {
            return Vec::new();
        };
        let (asked, answer) = (self.question(scene.post), self.answer(scene.reading));
        let everybodys = !self.own.any(scene.post, 0..scene.post.tokens.len());
        let comparable = recent.replies.iter().filter(|kept| {
            scene.answers_another(kept)
                && is_one(kept.language, scene.reading.language)
                && kept.question.is_like(&asked, [&kept.words, &answer.words])
        });
        let comparable: Vec<&Kept> = comparable.collect();
        let mut hits = Vec::new();
        let mut done: Vec<Sort> = Vec::new();
        for value in &answer.values {
            let sort = value.sort.compared_as();
            if done.contains(&sort) || (sort.is_of_a_day() && !everybodys) {
                continue;
            }
            done.push(sort);
            hits.extend(contradiction(scene, value, &answer.values, &comparable));
        }
        hits
    }
}

/// The newest comparable answer with a value of this sort, if it shares none with the draft.
fn contradiction(
    scene: &Scene,
    value: &Value,
    ours: &[Value],
    comparable: &[&Kept],
) -> Option<Hit> {
    let sort = value.sort.compared_as();
    let of_sort = |kept: &&&Kept| {
        kept.values
            .iter()
            .any(|(other, ..)| other.compared_as() == sort)
    };
    let kept = comparable.iter().find(of_sort)?;
    let theirs = kept
        .values
        .iter()
        .filter(|(other, ..)| other.compared_as() == sort);
    let shared = theirs.clone().any(|(other, measure, _)| {
        ours.iter()
            .any(|value| value.sort == *other && value.measure == *measure)
    });
    if shared {
        return None;
    }
    let note = Note::Differs {
        said: kept.said.clone(),
        theirs: theirs
            .map(|(.., words)| words.as_str())
            .collect::<Vec<_>>()
            .join(", "),
        ours: value.span.of(scene.reading.text).to_owned(),
    };
    Some(Hit::at(value.span).saying(note))
}

/// Whether two texts may be in one language: of a few words it is often not known.
fn is_one(one: Language, other: Language) -> bool {
    one == other || one == Language::Und || other == Language::Und
}
