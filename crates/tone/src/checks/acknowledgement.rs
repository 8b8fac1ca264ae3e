//! `no-acknowledgement`: nothing acknowledges the customer's situation (M66).

use super::{Hit, Scene};
use crate::phrases::Phrases;
use toonvast_brand::rule::{NoAcknowledgement, SpeechAct};

/// How sure the learnt reading must be of a sentence for it to acknowledge, per mille.
const MEANT: u16 = 600;
/// Below this in every sentence, nothing acknowledges, whatever way the reply opens.
const COLD: u16 = 150;

/// Letters two words must share at their start to be the same word.
const SAME_START: usize = 4;

#[derive(Debug)]
pub(crate) struct Acknowledgement {
    says: Phrases,
    cold: Option<Phrases>,
    greets: Phrases,
    except: Phrases,
    common: Phrases,
    comments: Phrases,
}

impl Acknowledgement {
    pub fn new(data: &NoAcknowledgement) -> Self {
        Self {
            says: Phrases::new(&data.says),
            cold: (!data.cold.is_empty()).then(|| Phrases::new(&data.cold)),
            greets: Phrases::new(&data.greets),
            except: Phrases::new(&data.except),
            common: Phrases::new(&data.common),
            comments: Phrases::new(&data.comments),
        }
    }

    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        let reading = scene.reading;
        let unmeant = self.except.find_all(reading);
        let first_meant = unmeant
            .iter()
            .all(|other| reading.tokens[other.tokens.start].sentence > 0);
        let acknowledged = self.says.find_all(reading).iter().any(|says| {
            !unmeant.iter().any(|other| {
                other.tokens.start < says.tokens.end && says.tokens.start < other.tokens.end
            })
        });
        let warm = first_meant && (self.repeats(scene) || self.comments(scene));
        let read = |least| {
            let acts = &[SpeechAct::Acknowledge, SpeechAct::Personal];
            (0..scene.acts.len()).any(|sentence| scene.does(sentence, acts) >= least)
        };
        if acknowledged || warm || read(MEANT) {
            return Vec::new();
        }
        let doubtful = scene.acts.is_empty() || read(COLD);
        if doubtful && self.opens_otherwise(scene) {
            Vec::new()
        } else {
            vec![Hit::missing()]
        }
    }

    /// Whether the reply opens, after any greeting, in none of the ways known to be cold: who
    /// says something else first has mostly read what happened.
    fn opens_otherwise(&self, scene: &Scene) -> bool {
        let Some(cold) = &self.cold else {
            return false;
        };
        let reading = scene.reading;
        let starts = |phrases: &Phrases, at: usize| {
            let clause = reading.clause_tokens(at);
            let found = phrases.find(reading, clause.clone());
            found.iter().any(|found| found.tokens.start == clause.start)
        };
        let mut at = 0;
        while at < reading.tokens.len() && starts(&self.greets, at) {
            at = reading.clause_tokens(at).end;
        }
        at < reading.tokens.len() && !starts(cold, at)
    }

    /// Whether the first sentence names something and then says what it is like.
    fn comments(&self, scene: &Scene) -> bool {
        let first = scene.reading.sentence_tokens(0);
        let found = self.comments.find(scene.reading, first.clone());
        found.iter().any(|found| found.tokens.start > first.start)
    }

    /// Whether the first sentence takes up two of the customer's own words: who says
    /// *seven weeks without an answer* has read what happened.
    fn repeats(&self, scene: &Scene) -> bool {
        let own = |token: &&crate::reading::Token| {
            token.folded.chars().count() >= SAME_START || token.is_number()
        };
        let first = &scene.reading.tokens[scene.reading.sentence_tokens(0)];
        let taken_up = first.iter().enumerate().filter(|(at, token)| {
            own(token)
                && !self.common.any(scene.reading, *at..*at + 1)
                && scene
                    .post
                    .tokens
                    .iter()
                    .filter(own)
                    .any(|said| same(&said.folded, &token.folded))
        });
        taken_up.count() >= 2
    }
}

fn same(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let longest = a.chars().count().max(b.chars().count());
    shared >= SAME_START && longest - shared <= 3
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn words_meet_across_endings() {
        assert!(same("bellen", "bellend") && same("3", "3"));
        assert!(!same("week", "weken"));
        assert!(!same("pakket", "paard"));
    }
}
