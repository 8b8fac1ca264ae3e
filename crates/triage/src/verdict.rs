//! What a post is: every field of the label guide but priority and score, which are the
//! sum of the signals.

mod about;
mod crisis;
mod influence;
mod kind;
mod sentiment;

pub(crate) use crisis::Crisis;
pub(crate) use influence::{FOLLOWERS, SHARES, speaks_for_many};

use crate::lexicon::Category;
use crate::reading::Reading;
use toonvast_model::triage::{About, Influence, Kind, Respond, Sentiment, Situation};

/// The verdict on a post.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Verdict {
    pub(crate) about: About,
    pub(crate) kind: Kind,
    pub(crate) situation: Situation,
    pub(crate) sentiment: Sentiment,
    pub(crate) asks_help: bool,
    pub(crate) respond: Respond,
    pub(crate) influence: Influence,
    /// What makes minutes count, if anything.
    pub(crate) crisis: Option<Crisis>,
    /// Something untrue or unproven is told as a fact.
    pub(crate) claim: bool,
    /// The praise is irony.
    pub(crate) irony: bool,
    /// Displeased, and nothing is asked (M30).
    pub(crate) venting: bool,
    /// An opening (M28).
    pub(crate) chance: bool,
}

impl Verdict {
    /// Judges a post.
    pub(crate) fn of(reading: &Reading<'_>) -> Self {
        let kinds = kind::Scores::of(reading);
        let spam = kinds.is_spam();
        let about = about::judge(reading, spam);
        let ours = about != About::None;
        let claim = ours && !spam && kinds.is_claim(reading);
        let kind = match kinds.judge(claim) {
            _ if spam => Kind::Spam,
            Kind::Question => Kind::Question,
            // What blames, praises or proposes to others is to us a remark.
            _ if !ours => Kind::Remark,
            kind => kind,
        };
        let influence = influence::judge(reading);
        let crisis = if ours && !spam {
            Crisis::of(reading, kind, claim)
        } else {
            None
        };
        let kind = match crisis {
            Some(_) => kind_in_crisis(reading, kind, claim),
            None => kind,
        };
        let sentiment = sentiment::judge(reading, kind, claim, crisis.is_some(), kinds.irony);
        let wants = wants_something(reading);
        let pressing = crisis.is_some() || claim;
        let venting = ours && kind == Kind::Complaint && !wants && !pressing;
        let asks_help = match kind {
            Kind::Question | Kind::Problem => true,
            Kind::Complaint => !venting,
            _ => false,
        };
        let situation = situation(kind, sentiment, claim, crisis.is_some());
        Self {
            about: about::refine(reading, kind, about),
            kind,
            situation,
            sentiment,
            asks_help: asks_help && ours,
            respond: respond(reading, ours, kind, situation),
            influence,
            crisis,
            claim,
            irony: kinds.irony,
            venting,
            chance: ours && chance(reading, kind, sentiment),
        }
    }
}

/// Who tells of danger neither praises nor proposes.
fn kind_in_crisis(reading: &Reading<'_>, kind: Kind, claim: bool) -> Kind {
    match kind {
        Kind::Compliment | Kind::Idea | Kind::Remark if !claim => {
            let blames = reading.has(Category::Demand)
                || reading.has(Category::Outrage)
                || reading.has(Category::You);
            if blames {
                Kind::Complaint
            } else {
                Kind::Problem
            }
        }
        kind => kind,
    }
}

/// A question, demand or trouble of one's own: something is wanted, said or unsaid.
fn wants_something(reading: &Reading<'_>) -> bool {
    reading.question_marks() > 0
        || reading.has(Category::Demand)
        || reading.firm(Category::Request) > 0
        || reading.has(Category::Ignored)
        || reading.numbered(Category::Repeated)
        || reading.has(Category::Escalate)
        || (reading.has(Category::Stuck) && reading.has(Category::Me))
}

const fn situation(kind: Kind, sentiment: Sentiment, claim: bool, crisis: bool) -> Situation {
    match (kind, sentiment) {
        (Kind::Spam, _) => Situation::Other,
        _ if crisis && !claim => Situation::Crisis,
        _ if claim => Situation::FactualError,
        (Kind::Complaint, _) | (Kind::Problem, Sentiment::Negative) => Situation::Complaint,
        (Kind::Question | Kind::Problem, _) => Situation::Question,
        (Kind::Compliment, _) => Situation::Compliment,
        _ => Situation::Other,
    }
}

/// The policy of the label guide: everything that wants an answer gets one; ideas and
/// remarks if there is time; politics, spam and others' affairs none (M25).
fn respond(reading: &Reading<'_>, ours: bool, kind: Kind, situation: Situation) -> Respond {
    let opinion = kind == Kind::Remark
        && reading.count(Category::Politics) > 1
        && !reading.has(Category::You);
    if !ours || kind == Kind::Spam {
        Respond::No
    } else if matches!(situation, Situation::Crisis | Situation::FactualError) {
        Respond::Yes
    } else if opinion {
        Respond::No
    } else if matches!(kind, Kind::Idea | Kind::Remark) {
        Respond::Optional
    } else {
        Respond::Yes
    }
}

fn chance(reading: &Reading<'_>, kind: Kind, sentiment: Sentiment) -> bool {
    match kind {
        Kind::Compliment | Kind::Idea => true,
        Kind::Remark => sentiment == Sentiment::Positive,
        Kind::Question => {
            sentiment == Sentiment::Positive
                || (sentiment == Sentiment::Neutral && reading.has(Category::Prospect))
        }
        Kind::Complaint | Kind::Problem | Kind::Spam => false,
    }
}
