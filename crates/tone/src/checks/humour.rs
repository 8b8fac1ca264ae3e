//! `humour`: jokes where the brand's guide wants none (M60).

use super::{Hit, Scene, word_list::WordList};
use toonvast_brand::guide::Humour as Wanted;
use toonvast_brand::rule::Words;
use toonvast_model::draft::Severity;
use toonvast_model::triage::Situation;

#[derive(Debug)]
pub(crate) struct Humour(WordList);

impl Humour {
    pub fn new(data: &Words) -> Self {
        Self(WordList::new(data))
    }

    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        graded(self.0.find(scene), scene)
    }
}

/// Jokes, as grave as they are here; none where nobody minds.
pub(super) fn graded(hits: Vec<Hit>, scene: &Scene) -> Vec<Hit> {
    let Some(severity) = severity(scene) else {
        return Vec::new();
    };
    hits.into_iter().map(|hit| hit.graded(severity)).collect()
}

/// How much a joke hurts: most where the customer complains or is in trouble. Where the
/// customer is in a fair mood only a guide without humour minds, and that is not counted.
fn severity(scene: &Scene) -> Option<Severity> {
    let sad = scene.negative() || scene.answered.situation == Some(Situation::FactualError);
    match (scene.grave(), sad, scene.voice.guide.humour) {
        (true, _, _) => Some(Severity::Block),
        (false, true, _) => Some(Severity::Warn),
        (false, false, Wanted::None) => Some(Severity::Hint),
        (false, false, Wanted::Positive | Wanted::Light) => None,
    }
}
