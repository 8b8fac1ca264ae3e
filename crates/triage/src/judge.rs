//! The learned part of triage: one head a field, and the verdict they agree on.
//!
//! The weights are learnt from the corpus beside this crate by `cargo xtask train` and from
//! nothing else (NOTICE). A head may be wrong about a field; a verdict is one that people
//! have given, so that fields never contradict each other.

mod features;
mod head;
mod verdicts;

pub(crate) use features::{by_token, features};
pub use head::Head;
pub use verdicts::Given;

use crate::mentions::Naming;
use crate::reading::Reading;
use std::sync::OnceLock;
use toonvast_learn::{Decisions, Delta, Features, Heads};
use toonvast_model::triage::{About, Correction};
use verdicts::Verdicts;

/// All heads and all verdicts, read once for every brand.
pub(crate) struct Judge {
    heads: Heads,
    verdicts: Verdicts,
}

/// What the judge makes of a post.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Judgement {
    /// The verdict.
    pub(crate) given: Given,
    /// What it is about.
    pub(crate) about: About,
    /// Could it damage the brand.
    pub(crate) risk: bool,
    /// Is it an opening.
    pub(crate) chance: bool,
    /// How likely each value of each head is.
    pub(crate) likely: Likely,
}

/// What the shared judge makes of a post, with what the brand's team has taught.
pub(crate) fn of(reading: &Reading<'_>, taught: Option<&Delta>) -> Judgement {
    let context = reading.context;
    let known = Known {
        ours: context.addressed || context.follow_up || context.under_ad || context.solicited,
        named: reading.mentions.naming >= Naming::Named && !reading.mentions.homonym,
        corrections: &context.corrections,
    };
    let wordless = reading.line.tokens().len() <= 1;
    match Judge::shared() {
        Some(judge) if !wordless => judge.judge(&judge.decide(&features(reading), taught), known),
        _ => verdicts::plain(known),
    }
}

/// Probabilities of a head's values, head by head, in the order of [`Head::ALL`].
pub(crate) type Likely = Vec<Vec<f32>>;

/// What is known of a post before it is judged.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known<'k> {
    /// It stands on our own page or answers us: it is about us.
    pub(crate) ours: bool,
    /// It names or tags us, and no phrase says that the name means something else.
    pub(crate) named: bool,
    /// What agents have set right.
    pub(crate) corrections: &'k [Correction],
}

impl Judge {
    /// The judge all brands share; none if the weights were damaged, which a test rules out.
    pub(crate) fn shared() -> Option<&'static Self> {
        static JUDGE: OnceLock<Option<Judge>> = OnceLock::new();
        JUDGE
            .get_or_init(|| {
                Some(Self {
                    heads: Heads::new(head::models()?)?,
                    verdicts: Verdicts::shipped(),
                })
            })
            .as_ref()
    }

    /// The heads' decisions, moved by what the brand's team has taught.
    pub(crate) fn decide(&self, features: &Features, taught: Option<&Delta>) -> Decisions {
        let mut decisions = self.heads.decide(features);
        if let Some(taught) = taught {
            taught.shift(features, &mut decisions);
        }
        decisions
    }

    /// The heads themselves.
    pub(crate) const fn heads(&self) -> &Heads {
        &self.heads
    }

    /// How much each token of a post speaks for a head's value.
    pub(crate) fn weigh(&self, head: Head, value: &str, reading: &Reading<'_>) -> Vec<f32> {
        let label = head::place(head, value);
        let parts = by_token(reading);
        self.heads
            .weigh(head as usize, label, &features(reading), &parts)
    }

    /// The verdict on a post.
    pub(crate) fn judge(&self, decisions: &Decisions, known: Known<'_>) -> Judgement {
        let likely: Likely = (0..Head::ALL.len())
            .map(|head| self.heads.scores(head, decisions))
            .collect();
        verdicts::agreed(&self.verdicts, likely, known)
    }
}

impl Judgement {
    /// How likely each value of a head is, 0 to 1, in the order of the field's `ALL`.
    pub(crate) fn likelihoods(&self, head: Head) -> impl Iterator<Item = f32> {
        let scores = self.likely.get(head as usize);
        head.places().iter().map(move |&place| {
            let likely = scores.and_then(|scores| scores.get(place));
            likely.copied().unwrap_or(0.0)
        })
    }
}
