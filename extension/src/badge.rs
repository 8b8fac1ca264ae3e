//! What is drawn on a post.

use crate::known::KnownPost;
use crate::words::{self, judgement as said};
use toonvast_casework::queue::Lookup;
use toonvast_model::calendar::Zone;
use toonvast_model::case::{Case, Step, StepState};
use toonvast_model::link::{
    Badge, BadgeCase, BadgeDue, BadgeReason, Judgement, Output, OutputField, OutputValue,
};
use toonvast_model::locale::Locale;
use toonvast_model::timestamp::Timestamp;
use toonvast_model::triage::{
    About, Correction, Kind, Priority, Purpose, Respond, Sentiment, Situation, Triage,
};

/// The level of a post with its reasons.
#[must_use]
pub fn level(post: &KnownPost, case: Option<BadgeCase>, locale: Locale) -> Badge {
    let reasons = post.triage.reasons.iter();
    Badge {
        post_id: post.met.post_id.clone(),
        level: post.triage.priority,
        label: post.triage.priority.word(locale).to_owned(),
        score: post.triage.score,
        reasons: reasons
            .map(|reason| BadgeReason {
                text: reason.text.clone(),
                points: reason.points,
            })
            .collect(),
        case,
        judgement: None,
    }
}

/// The case of a post as its badge shows it.
#[must_use]
pub fn case(
    case: &Case,
    mine: bool,
    pending: bool,
    names: &Lookup<'_>,
    around: &Around<'_>,
) -> BadgeCase {
    let owner = case
        .owner
        .map(|owner| names.name(owner).unwrap_or_else(|| "?".to_owned()));
    BadgeCase {
        id: case.id,
        line: words::case_line(case.state, owner.as_deref(), mine, around.locale),
        promise: promised(around),
        mine,
        pending,
    }
}

/// What is known around a judgement when it is told.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The case of the post.
    pub case: Option<&'a Case>,
    /// What the team has set right in it.
    pub set_right: &'a [Correction],
    /// The present moment.
    pub now: Timestamp,
    /// The clock on the team's wall.
    pub zone: &'a Zone,
    /// The language of the agent.
    pub locale: Locale,
}

/// What an opened badge tells.
#[must_use]
pub fn judgement(triage: &Triage, around: &Around<'_>) -> Judgement {
    let set_right = |value: &Correction| {
        let mut fields = around.set_right.iter().map(Correction::field);
        fields.any(|field| field == value.field())
    };
    let outputs = outputs(triage).map(|value| Output {
        set_right: set_right(&value),
        value,
    });
    let told = set_right(&Correction::Respond(triage.respond));
    Judgement {
        due: promised(around)
            .into_iter()
            .chain(due(triage, around))
            .collect(),
        ruling: said::ruling(triage.respond, &triage.ruling, told, around.locale),
        changes: triage
            .changes
            .iter()
            .map(|change| change.text.clone())
            .collect(),
        outputs: outputs.into(),
        alternatives: triage.alternatives.clone(),
    }
}

/// What is still awaited, the soonest first.
fn due(triage: &Triage, around: &Around<'_>) -> Vec<BadgeDue> {
    let Some(due) = triage.due else {
        return Vec::new();
    };
    let awaited = |step: Step| {
        around
            .case
            .is_none_or(|case| case.step(step) == StepState::Open)
    };
    let lines = [
        (Step::FirstResponse, due.first, said::respond_by as Line),
        (Step::Answer, due.substantive, said::answer_by),
    ];
    let lines = lines.into_iter().filter(|(step, ..)| awaited(*step));
    lines
        .map(|(_, at, line)| told(line, at, None, around))
        .collect()
}

/// What the case holds us to (M35).
fn promised(around: &Around<'_>) -> Option<BadgeDue> {
    let promise = around.case?.promise?;
    let warn_at = Some(promise.warn_at);
    Some(told(said::promised_by, promise.due, warn_at, around))
}

fn told(line: Line, at: Timestamp, warn_at: Option<Timestamp>, around: &Around<'_>) -> BadgeDue {
    let moment = said::moment(at, around.now, around.zone, around.locale);
    BadgeDue {
        text: line(&moment, at <= around.now, around.locale),
        at,
        warn_at,
    }
}

/// A line about something due: the moment, and whether it has passed.
type Line = fn(&str, bool, Locale) -> String;

/// What was judged, in the order in which it is shown.
fn outputs(triage: &Triage) -> [Correction; 10] {
    [
        Correction::About(triage.about),
        Correction::Kind(triage.kind),
        Correction::Situation(triage.situation),
        Correction::Sentiment(triage.sentiment),
        Correction::AsksHelp(triage.asks_help),
        Correction::Respond(triage.respond),
        Correction::Priority(triage.priority),
        Correction::Risk(triage.risk),
        Correction::Chance(triage.chance),
        Correction::Purpose(triage.purpose),
    ]
}

/// What can be set right on a badge, with all its values.
#[must_use]
pub fn fields(locale: Locale) -> Vec<OutputField> {
    fn all<T: Copy>(values: &[T], of: fn(T) -> Correction) -> Vec<Correction> {
        values.iter().copied().map(of).collect()
    }
    let flag = |of| all(&[true, false], of);
    let priorities: Vec<Priority> = Priority::ALL.iter().rev().copied().collect();
    let fields = [
        all(About::ALL, Correction::About),
        all(Kind::ALL, Correction::Kind),
        all(Situation::ALL, Correction::Situation),
        all(Sentiment::ALL, Correction::Sentiment),
        flag(Correction::AsksHelp),
        all(Respond::ALL, Correction::Respond),
        all(&priorities, Correction::Priority),
        flag(Correction::Risk),
        flag(Correction::Chance),
        all(Purpose::ALL, Correction::Purpose),
    ];
    fields
        .into_iter()
        .filter_map(|values| {
            Some(OutputField {
                label: values.first()?.field_word(locale).to_owned(),
                values: values
                    .into_iter()
                    .map(|correction| OutputValue {
                        label: correction.word(locale),
                        correction,
                    })
                    .collect(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests;
