//! `humour`: jokes where the brand's guide wants none (M60).

use super::{Hit, Scene, word_list::WordList};
use toonvast_brand::guide::Humour as Wanted;
use toonvast_brand::rule::Words;
use toonvast_model::draft::Severity;
use toonvast_model::triage::{Sentiment, Situation};

#[derive(Debug)]
pub(crate) struct Humour(WordList);

impl Humour {
    pub fn new(data: &Words) -> Self {
        Self(WordList::new(data))
    }

    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        if welcome(scene) {
            return Vec::new();
        }
        let severity = if scene.grave() { Severity::Block } else { Severity::Warn };
        self.0.find(scene).into_iter().map(|hit| hit.graded(severity)).collect()
    }
}

/// Whether a joke is fine; where nothing is known of the post it is.
fn welcome(scene: &Scene) -> bool {
    let sad = scene.grave()
        || scene.negative()
        || scene.answered.situation == Some(Situation::FactualError);
    let glad = scene.answered.sentiment == Some(Sentiment::Positive)
        || matches!(scene.answered.situation, Some(Situation::Compliment | Situation::Other) | None);
    match scene.voice.guide.humour {
        Wanted::None => scene.answered.situation.is_none(),
        Wanted::Positive => !sad && glad,
        Wanted::Light => !sad,
    }
}
