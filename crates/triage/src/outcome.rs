//! What an agent is told beside the verdict: the rule, the deadline, what would change it,
//! what else it might be.

use crate::judge::Head;
use crate::reckoning::{Reckoning, band, level};
use crate::signal::View;
use crate::verdict::Verdict;
use toonvast_brand::policy::{AnswerRule, Clock};
use toonvast_model::calendar::{Calendar, Minutes};
use toonvast_model::locale::Locale;
use toonvast_model::triage::{
    About, Alternative, Change, Correction, Due, Influence, Kind, Priority, Respond, Ruling,
    Sentiment, Situation,
};

/// The rule that decided whether to respond.
pub(crate) fn ruling(rule: AnswerRule, locale: Locale) -> Ruling {
    Ruling {
        rule: format!("answers.{}", rule.name()),
        text: rule.summary(locale).to_owned(),
    }
}

/// When an answer is due: by the service level, from the moment the post was written, or
/// else was met (M33, M38).
pub(crate) fn due(view: &View<'_>, priority: Priority) -> Option<Due> {
    if view.verdict.respond == Respond::No || view.reading.context.answered {
        return None;
    }
    let post = view.reading.post;
    // A page may claim any moment; one that is still to come is none.
    let from = match (post.posted_at, view.reading.context.now) {
        (Some(posted), Some(now)) => posted.min(now),
        (Some(moment), None) | (None, Some(moment)) => moment,
        (None, None) => return None,
    };
    let promised = view
        .policy
        .service_level(priority, view.verdict.kind, post.site);
    let within = |minutes: Minutes| match promised.clock {
        Clock::Open => view.calendar.after(from, minutes.get()),
        Clock::Always => Calendar::always().after(from, minutes.get()),
    };
    Some(Due {
        first: within(promised.first),
        substantive: within(promised.substantive),
    })
}

/// Changes told.
const CHANGES: usize = 3;

/// What would give the post another priority: a reason less, or an influential author.
pub(crate) fn changes(view: &View<'_>, reckoning: &Reckoning, locale: Locale) -> Vec<Change> {
    let mut changes = Vec::new();
    for reason in &reckoning.reasons {
        let without = band(
            reckoning.score.saturating_sub(reason.points),
            reckoning.alarmed,
        );
        if reason.points > 0 && without != reckoning.priority && without != Priority::None {
            let (name, text) = (level(without, locale), reason.text.trim_end_matches('.'));
            changes.push(Change {
                text: match locale {
                    Locale::Nl => format!("Zonder “{text}” was de voorrang {name}."),
                    Locale::En => format!("Without “{text}” the priority would be {name}."),
                },
                priority: without,
            });
        }
    }
    let ours = view.verdict.about != About::None && view.verdict.kind != Kind::Spam;
    if ours && view.verdict.influence == Influence::Normal {
        let with = band(reckoning.score.saturating_add(INFLUENCE), reckoning.alarmed);
        if with > reckoning.priority {
            let (name, influence) = (level(with, locale), &view.policy.influence);
            let (followers, shares) = (influence.followers, influence.shares);
            changes.push(Change {
                text: match locale {
                    Locale::Nl => format!(
                        "Met {followers} volgers of {shares} keer gedeeld was de voorrang {name}."
                    ),
                    Locale::En => format!(
                        "With {followers} followers or {shares} shares the priority would be {name}."
                    ),
                },
                priority: with,
            });
        }
    }
    changes.truncate(CHANGES);
    changes
}

/// What an influential author adds.
const INFLUENCE: i32 = crate::signals::INFLUENCE_POINTS;

/// Alternatives told, and how likely one must be.
const ALTERNATIVES: usize = 6;
const LIKELY: f32 = 0.1;

/// Other values held possible.
pub(crate) fn alternatives(verdict: &Verdict) -> Vec<Alternative> {
    let judged = &verdict.judged;
    let given = &judged.given;
    let mut found = Vec::new();
    likely(
        judged.likelihoods(Head::Kind),
        Kind::ALL,
        given.kind,
        Correction::Kind,
        &mut found,
    );
    likely(
        judged.likelihoods(Head::Situation),
        Situation::ALL,
        given.situation,
        Correction::Situation,
        &mut found,
    );
    likely(
        judged.likelihoods(Head::Sentiment),
        Sentiment::ALL,
        given.sentiment,
        Correction::Sentiment,
        &mut found,
    );
    likely(
        judged.likelihoods(Head::About),
        About::ALL,
        verdict.about,
        Correction::About,
        &mut found,
    );
    likely(
        judged.likelihoods(Head::Priority),
        Priority::ALL,
        given.priority,
        Correction::Priority,
        &mut found,
    );
    found.sort_by_key(|alternative| std::cmp::Reverse(alternative.percent));
    found.truncate(ALTERNATIVES);
    found
}

/// Adds the values of a field that are likely, beside the one given.
fn likely<Value: Copy + PartialEq>(
    likelihoods: impl Iterator<Item = f32>,
    all: &[Value],
    given: Value,
    correction: fn(Value) -> Correction,
    found: &mut Vec<Alternative>,
) {
    for (&value, likely) in all.iter().zip(likelihoods) {
        if value != given && likely >= LIKELY {
            found.push(Alternative {
                correction: correction(value),
                percent: libm::roundf(likely * 100.0) as u8,
            });
        }
    }
}
