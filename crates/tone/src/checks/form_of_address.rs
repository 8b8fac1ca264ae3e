//! `form-of-address`: the customer is addressed against the guide.

use super::{Hit, Scene};
use crate::phrases::Phrases;
use toonvast_brand::guide;
use toonvast_brand::rule::FormOfAddress as Data;
use toonvast_model::draft::Severity;

#[derive(Debug)]
pub(crate) struct FormOfAddress {
    je: Phrases,
    u: Phrases,
    except: Phrases,
}

impl FormOfAddress {
    pub fn new(data: &Data) -> Self {
        Self {
            je: Phrases::new(&data.je),
            u: Phrases::new(&data.u),
            except: Phrases::new(&data.except),
        }
    }

    /// One finding a sentence: its clauses from the first wrong word to the last. The fault is
    /// one for the whole draft, so those after the first are shown and not counted.
    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        let wrong = match scene.voice.guide.form_of_address {
            guide::FormOfAddress::Je => &self.u,
            guide::FormOfAddress::U => &self.je,
        };
        let reading = scene.reading;
        let mut found = wrong.find_all(reading);
        if found.is_empty() {
            return Vec::new();
        }
        let fine = self.except.find_all(reading);
        found.retain(|found| {
            !scene.is_name_or_quotation(&found.tokens)
                && !fine
                    .iter()
                    .any(|fine| fine.tokens.contains(&found.tokens.start))
        });
        let mut hits = Vec::new();
        for number in 0..reading.sentences.len() {
            let inside = |at: usize| reading.tokens[at].sentence == number;
            let mut here = found.iter().filter(|found| inside(found.tokens.start));
            let Some(first) = here.next() else { continue };
            let last = here.next_back().unwrap_or(first);
            let from = reading.clause_tokens(first.tokens.start).start;
            let to = reading.clause_tokens(last.tokens.start).end;
            let hit = Hit::at(reading.span(from..to));
            let first = hits.is_empty();
            hits.push(if first {
                hit
            } else {
                hit.graded(Severity::Hint)
            });
        }
        hits
    }
}
