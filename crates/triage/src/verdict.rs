//! What a post is: every field of the label guide but priority and score, which are the
//! sum of the signals. The judge has learnt it; rules keep what must not depend on learning.

mod about;
mod crisis;
mod evidence;
mod influence;
mod kind;
mod purpose;

pub(crate) use about::evidence as about_evidence;
pub(crate) use crisis::Crisis;
pub(crate) use evidence::kind_evidence;
pub(crate) use influence::{judge as influence_of, many_followers, speaks_for_many, wide_reach};
pub(crate) use purpose::{facets, purpose};

use crate::judge::Judgement;
use crate::lexicon::Category;
use crate::reading::Reading;
use toonvast_brand::policy::{AnswerRule, Policy};
use toonvast_model::triage::{About, Correction, Influence, Kind, Respond, Sentiment, Situation};

/// The verdict on a post.
#[derive(Debug, Clone)]
pub(crate) struct Verdict {
    pub(crate) about: About,
    pub(crate) kind: Kind,
    pub(crate) situation: Situation,
    pub(crate) sentiment: Sentiment,
    pub(crate) asks_help: bool,
    pub(crate) respond: Respond,
    /// The rule of the policy that decided whether to respond.
    pub(crate) rule: AnswerRule,
    pub(crate) influence: Influence,
    /// What makes minutes count, if anything.
    pub(crate) crisis: Option<Crisis>,
    /// Something untrue or unproven is told as a fact.
    pub(crate) claim: bool,
    /// The praise is irony.
    pub(crate) irony: bool,
    /// Displeased, and nothing is asked (M30).
    pub(crate) venting: bool,
    /// Could it damage the brand, by the judge (M28).
    pub(crate) risk: bool,
    /// An opening (M28).
    pub(crate) chance: bool,
    /// What the judge made of it.
    pub(crate) judged: Judgement,
}

impl Verdict {
    /// The verdict, from what the judge made of a post.
    pub(crate) fn of(reading: &Reading<'_>, judged: Judgement, policy: &Policy) -> Self {
        let given = judged.given;
        let influence = influence_of(reading, policy);
        let claim = given.situation == Situation::FactualError;
        // Somebody's life is not left to what was learnt.
        let despair = reading.has(Category::SelfHarm);
        let crisis = match given.situation {
            _ if despair => Some(Crisis::SelfHarm),
            Situation::FactualError => Crisis::of(reading, given.kind, true),
            Situation::Crisis => Crisis::of(reading, given.kind, false).or(Some(Crisis::Unnamed)),
            _ => None,
        };
        let (rule, respond) = respond(reading, &judged, policy, despair);
        let asks_help = given.asks_help && given.ours;
        Self {
            about: judged.about,
            kind: given.kind,
            situation: if despair {
                Situation::Crisis
            } else {
                given.situation
            },
            sentiment: if despair {
                Sentiment::Negative
            } else {
                given.sentiment
            },
            asks_help: given.asks_help,
            respond,
            rule,
            influence,
            crisis,
            claim,
            irony: given.sentiment == Sentiment::Negative && kind::is_ironic(reading),
            venting: given.ours && given.kind == Kind::Complaint && !asks_help && crisis.is_none(),
            risk: judged.risk || despair,
            chance: judged.chance,
            judged,
        }
    }
}

/// Whether to respond: by the brand's policy for what was found (M25).
fn respond(
    reading: &Reading<'_>,
    judged: &Judgement,
    policy: &Policy,
    despair: bool,
) -> (AnswerRule, Respond) {
    let given = &judged.given;
    let corrected = reading
        .context
        .corrections
        .iter()
        .find_map(|correction| match correction {
            Correction::Respond(respond) => Some(*respond),
            _ => None,
        });
    // An opinion that wants no answer: what people gave no answer to though it is about us.
    let opinion = given.ours && given.kind == Kind::Remark && given.respond == Respond::No;
    let crisis = despair || (given.ours && given.situation == Situation::Crisis);
    let rule = match given.kind {
        _ if crisis => AnswerRule::Crisis,
        Kind::Spam => AnswerRule::Spam,
        _ if !given.ours => AnswerRule::AboutOthers,
        _ if given.situation == Situation::FactualError => AnswerRule::FactualError,
        _ if opinion => AnswerRule::Politics,
        kind => AnswerRule::from(kind),
    };
    (rule, corrected.unwrap_or_else(|| policy.answer(rule)))
}
