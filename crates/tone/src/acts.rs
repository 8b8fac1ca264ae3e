//! What each sentence of a draft does, as learnt from `corpus/acts`.
//!
//! Phrases know what was met before; blame, mockery or a matter settled in the open come in
//! words nobody listed. The reading only adds to what a rule's check finds, and only where it
//! is sure.

use crate::reading::Reading;
use std::sync::OnceLock;
use toonvast_brand::rule::SpeechAct;
use toonvast_learn::{Classifier, Features, Model};
use toonvast_model::language::Language;

/// How likely each act is for one sentence, per mille, in the order of [`SpeechAct::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Acts([u16; SpeechAct::ALL.len()]);

impl Acts {
    /// How likely the sentence does one of these, per mille.
    pub fn any(&self, acts: &[SpeechAct]) -> u16 {
        let likely = acts.iter().map(|act| self.0[*act as usize]);
        likely.sum::<u16>().min(1000)
    }
}

/// Reads the sentences of a draft, one [`Acts`] each; none for a language without a model.
pub(crate) fn acts(reading: &Reading) -> Vec<Acts> {
    let Some(classifier) = classifier(reading.language) else {
        return Vec::new();
    };
    let sentence = |span: &toonvast_model::span::Span| {
        let features = Features::of(span.of(reading.text));
        let read = classifier.classify(&features);
        let mut acts = Acts([0; SpeechAct::ALL.len()]);
        for (act, likely) in acts.0.iter_mut().zip(read.per_mille()) {
            *act = likely;
        }
        acts
    };
    reading.sentences.iter().map(sentence).collect()
}

fn classifier(language: Language) -> Option<&'static Classifier> {
    static NL: OnceLock<Option<Classifier>> = OnceLock::new();
    static EN: OnceLock<Option<Classifier>> = OnceLock::new();
    let (cell, bytes): (_, &[u8]) = match language {
        Language::Nl => (&NL, include_bytes!("../models/acts-nl.model")),
        Language::En => (&EN, include_bytes!("../models/acts-en.model")),
        _ => return None,
    };
    cell.get_or_init(|| read(bytes)).as_ref()
}

/// The shipped weights; none when they are damaged or tell other acts apart, which a test
/// rules out.
fn read(bytes: &[u8]) -> Option<Classifier> {
    let model = Model::from_bytes(bytes).ok()?;
    let known = SpeechAct::ALL.map(SpeechAct::name);
    (model.labels() == known).then(|| Classifier::new(model))
}

#[cfg(test)]
mod tests {
    use super::{acts, classifier};
    use crate::reading::Reading;
    use toonvast_brand::rule::SpeechAct;
    use toonvast_model::language::Language;

    #[test]
    fn the_shipped_weights_are_sound() {
        assert!(classifier(Language::Nl).is_some() && classifier(Language::En).is_some());
    }

    #[test]
    fn each_sentence_is_read_by_itself() {
        let reading = Reading::new(
            "Wat vervelend dat je zo lang moest wachten. Stuur je ons een privébericht? ^Noor",
        );
        let read = acts(&reading);
        assert_eq!(read.len(), 2);
        assert!(read[0].any(&[SpeechAct::Acknowledge]) > 500, "{read:?}");
        assert!(read[1].any(&[SpeechAct::AskPrivate]) > 500, "{read:?}");
    }
}
