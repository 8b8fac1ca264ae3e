//! What a conversation is for (M97), and what else there is to a post.

use super::{Verdict, speaks_for_many};
use crate::lexicon::Category;
use crate::mentions::Naming;
use crate::reading::Reading;
use toonvast_brand::policy::Policy;
use toonvast_model::triage::{
    About, Correction, Facet, Kind, Purpose, Respond, Sentiment, Situation,
};

/// What the conversation is for: an agent's word, else by who speaks and what is said.
pub(crate) fn purpose(reading: &Reading<'_>, verdict: &Verdict) -> Purpose {
    for correction in &reading.context.corrections {
        if let Correction::Purpose(purpose) = correction {
            return *purpose;
        }
    }
    let buys = verdict.chance && reading.has(Category::Prospect);
    match verdict.kind {
        _ if verdict.about == About::None || verdict.kind == Kind::Spam => Purpose::Signal,
        _ if verdict.claim || speaks_for_many(reading) => Purpose::Spokesmanship,
        _ if verdict.situation == Situation::Crisis => Purpose::Service,
        Kind::Question if buys => Purpose::Sales,
        Kind::Question | Kind::Complaint | Kind::Problem => Purpose::Service,
        Kind::Compliment => Purpose::Engagement,
        // What could be better goes to those who can change it (M107, M116).
        Kind::Idea => Purpose::Signal,
        Kind::Remark if verdict.about == About::Brand => Purpose::Marketing,
        Kind::Remark if verdict.respond == Respond::No => Purpose::Signal,
        Kind::Remark | Kind::Spam => Purpose::Engagement,
    }
}

/// What else there is to it.
pub(crate) fn facets(reading: &Reading<'_>, verdict: &Verdict, policy: &Policy) -> Vec<Facet> {
    let context = reading.context;
    let ours = verdict.about != About::None && verdict.kind != Kind::Spam;
    let turned_to_us = reading.mentions.naming == Naming::Tagged
        || context.addressed
        || context.follow_up
        || context.under_ad
        || context.solicited;
    let could_use_a_hand = verdict.respond != Respond::No
        && (verdict.asks_help || verdict.sentiment == Sentiment::Negative);
    let found = [
        (ours && !turned_to_us && could_use_a_hand, Facet::Proactive),
        (ours && verdict.kind == Kind::Compliment, Facet::Ambassador),
        (reading.mentions.competitors > 0, Facet::Competitor),
        (
            ours && !reading.campaigns(policy).is_empty(),
            Facet::Campaign,
        ),
        (context.under_ad, Facet::Advertisement),
        (context.solicited, Facet::Solicited),
        (context.follow_up, Facet::FollowUp),
        (verdict.venting, Facet::Venting),
        (
            ours && context.similar >= policy.trend.similar,
            Facet::Trend,
        ),
    ];
    let there = found.into_iter().filter(|(there, _)| *there);
    there.map(|(_, facet)| facet).collect()
}
