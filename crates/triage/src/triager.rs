//! The only place where points are added up.

use crate::explain::{Behind, behind};
use crate::judge::{self, Judge};
use crate::lesson::Lesson;
use crate::mentions::BrandNames;
use crate::outcome::{alternatives, changes, due, ruling};
use crate::reading::Reading;
use crate::reckoning::Reckoning;
use crate::signal::View;
use crate::topics::Topics;
use crate::trend::Sketch;
use crate::verdict::{Verdict, facets, purpose};
use toonvast_brand::Brand;
use toonvast_brand::policy::Policy;
use toonvast_learn::Delta;
use toonvast_model::calendar::Calendar;
use toonvast_model::locale::Locale;
use toonvast_model::post::{Context, Post};
use toonvast_model::triage::{About, Correction, Situation, Triage};

/// Judges posts for one brand.
pub struct Triager {
    names: BrandNames,
    topics: Topics,
    policy: Policy,
    calendar: Calendar,
    /// What the brand's team has taught; none while it has taught nothing.
    taught: Option<Delta>,
}

impl Triager {
    /// A triager for a brand: its names, topics and policy.
    #[must_use]
    pub fn new(brand: &Brand) -> Self {
        Self {
            names: BrandNames::new(&brand.policy),
            topics: Topics::new(&brand.policy.topics),
            policy: brand.policy.clone(),
            calendar: brand.policy.calendar(),
            taught: None,
        }
    }

    /// Learns from what agents set right, oldest first; forgets what it learnt before.
    /// Without lessons it judges as it came.
    pub fn learn(&mut self, lessons: &[Lesson]) {
        let Some(judge) = Judge::shared() else {
            return;
        };
        let taught: Vec<toonvast_learn::Lesson> = lessons
            .iter()
            .flat_map(|lesson| {
                let context = Context::default();
                let reading = Reading::of(&lesson.post, &context, &self.names, &self.topics);
                lesson.taught(&judge::features(&reading))
            })
            .collect();
        self.teach((!taught.is_empty()).then(|| Delta::learn(judge.heads(), &taught)));
    }

    /// Takes over what was learnt elsewhere; none undoes it.
    pub fn teach(&mut self, taught: Option<Delta>) {
        self.taught = taught;
    }

    /// Judges a post, with reasons in the reader's language.
    ///
    /// The first 20,000 bytes of the text are read. The same post, context, brand and
    /// lessons give the same answer everywhere.
    #[must_use]
    pub fn triage(&self, post: &Post, context: &Context, locale: Locale) -> Triage {
        let reading = Reading::of(post, context, &self.names, &self.topics);
        let judged = judge::of(&reading, self.taught.as_ref());
        let verdict = Verdict::of(&reading, judged, &self.policy);
        let view = View {
            reading: &reading,
            verdict: &verdict,
            policy: &self.policy,
            calendar: &self.calendar,
        };
        let reckoning = Reckoning::of(&view, locale);
        let ours = verdict.about != About::None;
        Triage {
            id: post.id.clone(),
            language: corrected(context, |correction| match correction {
                Correction::Language(language) => Some(*language),
                _ => None,
            })
            .unwrap_or(reading.language),
            about: verdict.about,
            kind: verdict.kind,
            situation: if ours {
                verdict.situation
            } else {
                Situation::Other
            },
            sentiment: verdict.sentiment,
            asks_help: verdict.asks_help,
            respond: verdict.respond,
            ruling: ruling(verdict.rule, locale),
            priority: reckoning.priority,
            influence: verdict.influence,
            topics: topics(&reading, ours),
            risk: verdict.risk || reckoning.alarms(),
            chance: verdict.chance,
            score: reckoning.score,
            purpose: purpose(&reading, &verdict),
            facets: facets(&reading, &verdict, &self.policy),
            due: due(&view, reckoning.priority),
            changes: changes(&view, &reckoning, locale),
            alternatives: alternatives(&verdict),
            reasons: reckoning.reasons,
        }
    }

    /// The words behind what was said of a post.
    #[must_use]
    pub fn explain(&self, post: &Post, context: &Context, said: &Triage) -> Vec<Behind> {
        behind(&Reading::of(post, context, &self.names, &self.topics), said)
    }

    /// What a post is about, to be compared with others of the hour ([`crate::Recent`]).
    #[must_use]
    pub fn sketch(&self, post: &Post) -> Sketch {
        let context = Context::default();
        Sketch::of(&Reading::of(post, &context, &self.names, &self.topics))
    }
}

/// The topics: an agent's word, else those found, where it is about us.
fn topics(reading: &Reading<'_>, ours: bool) -> Vec<String> {
    let told = corrected(reading.context, |correction| match correction {
        Correction::Topics(topics) => Some(topics.clone()),
        _ => None,
    });
    match told {
        Some(topics) => topics,
        None if ours => reading.topics.clone(),
        None => Vec::new(),
    }
}

fn corrected<T>(context: &Context, pick: impl Fn(&Correction) -> Option<T>) -> Option<T> {
    context.corrections.iter().rev().find_map(pick)
}
