//! From labelled posts to the weights of triage.

mod lexicon;

use crate::judge;
use crate::mentions::BrandNames;
use crate::reading::Reading;
use crate::topics::Topics;
use serde::Deserialize;
use std::collections::BTreeMap;
use toonvast_brand::Brand;
use toonvast_learn::{Delta, Example, Features, Model, Report, Settings, TrainError};
use toonvast_model::post::{Context, Post};
use toonvast_model::triage::{About, Influence, Kind, Priority, Respond, Sentiment, Situation};

pub use crate::judge::{Given, Head};

/// What a person says of a post; the fields of the label guide.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Labels {
    /// What it is about.
    pub about: About,
    /// The type of message.
    pub kind: Kind,
    /// The situation.
    pub situation: Situation,
    /// The sentiment.
    pub sentiment: Sentiment,
    /// Whether something is wanted.
    pub asks_help: bool,
    /// Whether it is answered.
    pub respond: Respond,
    /// The priority.
    pub priority: Priority,
    /// The weight of author and reach.
    pub influence: Influence,
    /// The topics.
    pub topics: Vec<String>,
    /// Whether it could damage the brand.
    pub risk: bool,
    /// Whether it is an opening.
    pub chance: bool,
}

impl Labels {
    /// The value of the field a head learns.
    #[must_use]
    pub const fn value(&self, head: Head) -> &'static str {
        const fn flag(flag: bool) -> &'static str {
            if flag { "true" } else { "false" }
        }
        match head {
            Head::Kind => self.kind.name(),
            Head::Situation => self.situation.name(),
            Head::Sentiment => self.sentiment.name(),
            Head::About => self.about.name(),
            Head::Priority => self.priority.name(),
            Head::AsksHelp => flag(self.asks_help),
            Head::Risk => flag(self.risk),
            Head::Chance => flag(self.chance),
        }
    }

    const fn given(&self) -> Given {
        Given {
            ours: !matches!(self.about, About::None),
            kind: self.kind,
            situation: self.situation,
            sentiment: self.sentiment,
            asks_help: self.asks_help,
            respond: self.respond,
            priority: self.priority,
            risk: self.risk,
            chance: self.chance,
        }
    }
}

/// A post and what those who labelled it say.
#[derive(Debug, Clone)]
pub struct Sample {
    /// The post, read.
    pub features: Features,
    /// Its brand: a brand is held out whole.
    pub brand: String,
    /// What each labeller says, at least one.
    pub labels: Vec<Labels>,
}

/// The table's size, and how counts and rare values weigh; chosen on brands held out.
pub const SETTINGS: Settings = Settings {
    bits: 16,
    counts: 0.3,
    balance: 0.5,
    cost: Some(0.2),
};

/// A verdict given less often than this is taken for a slip.
const LEAST: usize = 2;

/// Learns one head from posts and lexicons. Where two labellers differ, both are believed half.
///
/// # Errors
/// When the head has too few values to learn from.
pub fn train(head: Head, samples: &[Sample]) -> Result<(Model, Report), TrainError> {
    let examples: Vec<Example> = samples
        .iter()
        .flat_map(|sample| sample.labels.iter().map(move |labels| (sample, labels)))
        .map(|(sample, labels)| Example {
            features: sample.features.clone(),
            label: labels.value(head).to_owned(),
            group: Some(sample.brand.clone()),
        })
        .chain(lexicon::examples(head))
        .collect();
    toonvast_learn::train(&examples, SETTINGS)
}

/// The lines of `models/verdicts.tsv`: which values people gave together.
#[must_use]
pub fn verdicts(samples: &[Sample]) -> String {
    let mut counts: BTreeMap<Given, usize> = BTreeMap::new();
    for labels in samples.iter().flat_map(|sample| &sample.labels) {
        *counts.entry(labels.given()).or_default() += 1;
    }
    let usual = counts.into_iter().filter(|(_, count)| *count >= LEAST);
    usual.map(|(given, _)| given.line() + "\n").collect()
}

/// What posts teach, as if one person had set right everything in them; none without posts.
#[must_use]
pub fn lessons(samples: &[Sample]) -> Option<Delta> {
    let judge = judge::Judge::shared()?;
    let lessons: Vec<toonvast_learn::Lesson> = samples
        .iter()
        .flat_map(|sample| sample.labels.iter().map(move |labels| (sample, labels)))
        .flat_map(|(sample, labels)| {
            Head::ALL.iter().filter_map(move |head| {
                let value = labels.value(*head);
                let label = head.values().iter().position(|known| *known == value)?;
                Some(toonvast_learn::Lesson {
                    features: sample.features.clone(),
                    head: *head as usize,
                    label,
                    teacher: 0,
                })
            })
        })
        .collect();
    (!lessons.is_empty()).then(|| Delta::learn(judge.heads(), &lessons))
}

/// Reads posts of one brand.
pub struct Reader {
    names: BrandNames,
    topics: Topics,
}

impl Reader {
    /// A reader for a brand.
    #[must_use]
    pub fn new(brand: &Brand) -> Self {
        Self {
            names: BrandNames::new(&brand.policy),
            topics: Topics::new(&brand.policy.topics),
        }
    }

    /// The features of a post.
    #[must_use]
    pub fn features(&self, post: &Post, context: &Context) -> Features {
        let reading = Reading::of(post, context, &self.names, &self.topics);
        judge::features(&reading)
    }
}
