//! What agents teach: a post, and what they set right in it.

use crate::judge::Head;
use toonvast_learn::Features;
use toonvast_model::post::Post;
use toonvast_model::triage::Correction;

/// A post and what somebody set right in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// The post.
    pub post: Post,
    /// What should have been said of it.
    pub corrections: Vec<Correction>,
    /// Who says so; one person's lessons weigh only so much together.
    pub teacher: u32,
}

impl Lesson {
    /// Its corrections as lessons for the heads; what no head learns is left out.
    pub(crate) fn taught(&self, features: &Features) -> Vec<toonvast_learn::Lesson> {
        let heads = self.corrections.iter().filter_map(|correction| {
            let (head, name) = match correction {
                Correction::About(about) => (Head::About, about.name()),
                Correction::Kind(kind) => (Head::Kind, kind.name()),
                Correction::Situation(situation) => (Head::Situation, situation.name()),
                Correction::Sentiment(sentiment) => (Head::Sentiment, sentiment.name()),
                Correction::Priority(priority) => (Head::Priority, priority.name()),
                Correction::AsksHelp(flag) => (Head::AsksHelp, name(*flag)),
                Correction::Risk(flag) => (Head::Risk, name(*flag)),
                Correction::Chance(flag) => (Head::Chance, name(*flag)),
                Correction::Respond(_)
                | Correction::Influence(_)
                | Correction::Topics(_)
                | Correction::Language(_)
                | Correction::Purpose(_) => return None,
            };
            let label = head.values().iter().position(|value| *value == name)?;
            Some((head as usize, label))
        });
        heads
            .map(|(head, label)| toonvast_learn::Lesson {
                features: features.clone(),
                head,
                label,
                teacher: self.teacher,
            })
            .collect()
    }
}

const fn name(flag: bool) -> &'static str {
    if flag { "true" } else { "false" }
}
