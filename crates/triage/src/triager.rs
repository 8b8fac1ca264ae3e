//! The only place where points are added up.

use crate::mentions::BrandNames;
use crate::reading::Reading;
use crate::signal::View;
use crate::signals::SIGNALS;
use crate::topics::Topics;
use crate::verdict::Verdict;
use std::borrow::Cow;
use std::collections::BTreeMap;
use toonvast_brand::Brand;
use toonvast_model::id::SignalId;
use toonvast_model::locale::Locale;
use toonvast_model::post::{Context, Post};
use toonvast_model::triage::{About, Kind, Priority, Reason, Sentiment, Situation, Triage};

/// Judges posts for one brand.
pub struct Triager {
    names: BrandNames,
    topics: Topics,
    weights: BTreeMap<String, i32>,
}

/// Points from which a post is of a priority (M26).
const NORMAL: i32 = 25;
const HIGH: i32 = 60;
const URGENT: i32 = 100;
/// Points below which a post has no priority: spam, others' affairs.
const EXCLUDED: i32 = -100;

impl Triager {
    /// A triager for a brand: its names, topics and weights.
    #[must_use]
    pub fn new(brand: &Brand) -> Self {
        Self {
            names: BrandNames::new(&brand.policy),
            topics: Topics::new(&brand.policy.topics),
            weights: brand.policy.weights.clone(),
        }
    }

    /// Judges a post, with reasons in the reader's language.
    ///
    /// The first 20,000 bytes of the text are read. The same post, context and brand give
    /// the same answer everywhere.
    #[must_use]
    pub fn triage(&self, post: &Post, context: &Context, locale: Locale) -> Triage {
        let reading = Reading::of(post, context, &self.names, &self.topics);
        let verdict = Verdict::of(&reading);
        let (reasons, alarmed) = self.reasons(
            &View {
                reading: &reading,
                verdict: &verdict,
            },
            locale,
        );
        let score = reasons
            .iter()
            .fold(0_i32, |sum, reason| sum.saturating_add(reason.points));
        let priority = priority(score, alarmed);
        let ours = verdict.about != About::None;
        Triage {
            id: post.id.clone(),
            language: reading.language,
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
            priority,
            influence: verdict.influence,
            topics: if ours {
                self.topics.find(&reading.line)
            } else {
                Vec::new()
            },
            risk: is_risk(&verdict, priority, &reasons),
            chance: verdict.chance,
            score,
            reasons,
        }
    }

    /// The reasons, largest contribution first, and whether an alarm is among them.
    fn reasons(&self, view: &View<'_>, locale: Locale) -> (Vec<Reason>, bool) {
        let mut reasons = Vec::new();
        let mut alarmed = false;
        for signal in SIGNALS {
            let points = self
                .weights
                .get(signal.id)
                .copied()
                .unwrap_or(signal.points);
            if points == 0 {
                continue;
            }
            if let Some(text) = (signal.fires)(view, locale) {
                alarmed |= signal.alarm;
                reasons.push(Reason {
                    signal: SignalId(Cow::Borrowed(signal.id)),
                    points,
                    text,
                });
            }
        }
        reasons.sort_by_key(|reason| std::cmp::Reverse(reason.points.unsigned_abs()));
        (reasons, alarmed)
    }
}

const fn priority(score: i32, alarmed: bool) -> Priority {
    match score {
        ..=EXCLUDED => Priority::None,
        URGENT.. if alarmed => Priority::Urgent,
        HIGH.. => Priority::High,
        NORMAL.. => Priority::Normal,
        _ => Priority::Low,
    }
}

/// A crisis, a claim, fraud in our name, or high priority for which we can be reproached;
/// not somebody who is merely stuck today (M24, M28).
fn is_risk(verdict: &Verdict, priority: Priority, reasons: &[Reason]) -> bool {
    const REPROACHES: &[&str] = &[
        "threat-to-leave",
        "legal-or-press-threat",
        "repeated-contact",
        "ignored",
        "influential-author",
        "wide-reach",
    ];
    let reproached = || {
        reasons
            .iter()
            .any(|reason| REPROACHES.contains(&reason.signal.0.as_ref()))
    };
    let accused = || {
        reasons
            .iter()
            .any(|reason| reason.signal.0 == "accused-staff")
    };
    let fraud = verdict.kind == Kind::Spam && verdict.about == About::Brand;
    let grave = verdict.crisis.is_some() || verdict.claim;
    fraud
        || grave
        || (verdict.sentiment == Sentiment::Negative
            && (priority >= Priority::High && reproached() || accused()))
}
