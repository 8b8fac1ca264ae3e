//! May this be done, and what happens then: one pure function, a table in
//! `tests/decision_table.rs`.
//!
//! Who acts on a case that nobody holds takes it on with the same click. What was met on
//! a page (a reply) or has been decided by a person (an override) is a fact: it is logged
//! whoever holds the case and even when it is closed, because refusing would lose it. So is
//! what somebody sets right (M20), and that needs no case at all.

use crate::check::{self, invalid};
use crate::record::Made;
use toonvast_model::case::{Actor, Case, CaseState, PostRef, ReplyRef, Step, StepState};
use toonvast_model::command::{Action, Command, PostSnapshot, Refusal};
use toonvast_model::draft::ReplyKind;
use toonvast_model::event::What;
use toonvast_model::triage::Kind;

/// What follows from a command; no events when it was so already.
///
/// `case` is the case the command is about: for a claim or a correction the case that holds
/// the post, if there is one, otherwise the case the command names. At most
/// [`MOST_EVENTS`](crate::MOST_EVENTS) events.
///
/// # Errors
/// Why it may not be done; nothing has happened then.
pub fn decide(
    case: Option<&Case>,
    command: &Command,
    actor: Actor,
    made: &Made,
) -> Result<Vec<What>, Refusal> {
    check::command(command)?;
    match (&command.action, case) {
        (Action::Claim { post, .. }, Some(case)) => claim_again(case, post, actor),
        (
            Action::Claim {
                post,
                kind,
                situation,
                priority,
                score,
                seen_at,
            },
            None,
        ) => {
            let opened = What::Opened {
                post: post_ref(post, made),
                kind: *kind,
                situation: *situation,
                priority: *priority,
                score: *score,
                seen_at: (*seen_at).min(command.at),
            };
            Ok(vec![opened, What::Claimed])
        }
        (Action::Correct { post, corrections }, case) => {
            let post = match case {
                Some(case) => same_post(case, post).map(|()| case.post.clone())?,
                None => post_ref(post, made),
            };
            let corrections = corrections.clone();
            Ok(vec![What::Corrected { post, corrections }])
        }
        (Action::ForgetLessons, _) => Ok(vec![What::LessonsForgotten]),
        (_, None) => Err(Refusal::NoSuchCase),
        (Action::Release, Some(case)) => release(case, actor),
        (Action::LogReply { .. }, Some(case)) => log(case, command, actor, made),
        (Action::Gather { .. }, Some(case)) => gather(case, actor),
        (Action::Override { rule, .. }, Some(_)) => {
            Ok(vec![What::Overridden { rule: rule.clone() }])
        }
        (Action::Close { .. }, Some(case)) => close(case, actor),
        (Action::Reopen, Some(case)) => reopen(case, actor),
    }
}

fn post_ref(post: &PostSnapshot, made: &Made) -> PostRef {
    PostRef {
        site: post.site,
        post_id: post.post_id.clone(),
        posted_at: post.posted_at.and_then(check::plausible),
        content: made.content,
        author: made.person,
    }
}

fn same_post(case: &Case, post: &PostSnapshot) -> Result<(), Refusal> {
    if (case.post.site, &case.post.post_id) == (post.site, &post.post_id) {
        Ok(())
    } else {
        Err(invalid("case", "is in use for another post"))
    }
}

fn claim_again(case: &Case, post: &PostSnapshot, actor: Actor) -> Result<Vec<What>, Refusal> {
    same_post(case, post)?;
    match case.owner {
        Some(owner) if owner == actor => Ok(Vec::new()),
        Some(_) => Err(Refusal::AlreadyClaimed { case: case.id }),
        None => Ok(vec![What::Claimed]),
    }
}

fn release(case: &Case, actor: Actor) -> Result<Vec<What>, Refusal> {
    match (case.state, case.owner) {
        (CaseState::Closed, _) => Err(Refusal::Closed),
        (_, None) => Ok(Vec::new()),
        (_, Some(owner)) if owner == actor => Ok(vec![What::Released]),
        (_, Some(_)) => Err(Refusal::NotYours),
    }
}

fn log(case: &Case, command: &Command, actor: Actor, made: &Made) -> Result<Vec<What>, Refusal> {
    let Action::LogReply {
        reply,
        kind,
        promise,
        faults,
    } = &command.action
    else {
        return Ok(Vec::new());
    };
    if reply.site != case.post.site {
        return Err(invalid(
            "reply.site",
            "is another site than that of the case",
        ));
    }
    if reply.post_id == case.post.post_id {
        return Err(invalid(
            "reply.post_id",
            "is the post itself: a post is no reply to itself",
        ));
    }
    if case
        .replies
        .iter()
        .any(|known| known.post_id == reply.post_id)
    {
        return Ok(Vec::new());
    }
    let replied = What::Replied {
        reply: ReplyRef {
            post_id: reply.post_id.clone(),
            at: command.at,
            by: actor,
            kind: *kind,
            content: made.content,
            // An answer keeps promises and makes none.
            promise: promise.filter(|_| *kind == ReplyKind::Holding),
        },
        faults: faults.clone(),
    };
    Ok(taken_on(case, replied))
}

fn gather(case: &Case, actor: Actor) -> Result<Vec<What>, Refusal> {
    working_on(case, actor)?;
    Ok(taken_on(case, What::Gathering))
}

fn close(case: &Case, actor: Actor) -> Result<Vec<What>, Refusal> {
    working_on(case, actor)?;
    let answered = matches!(case.step(Step::Answer), StepState::Done { .. });
    if !answered && wants_answer(case.kind) {
        return Err(Refusal::NotAnswered);
    }
    Ok(taken_on(case, What::Closed))
}

fn reopen(case: &Case, actor: Actor) -> Result<Vec<What>, Refusal> {
    match (case.state, case.owner) {
        (CaseState::Open, _) => Err(Refusal::NotClosed),
        (_, Some(owner)) if owner == actor => Ok(vec![What::Reopened]),
        (CaseState::Completed, Some(_)) => Err(Refusal::NotYours),
        // Nobody works on a closed case: who opens it again takes it on.
        (CaseState::Closed | CaseState::Completed, _) => Ok(vec![What::Reopened, What::Claimed]),
    }
}

/// Whether a message of this kind may not be closed unanswered (M25).
const fn wants_answer(kind: Kind) -> bool {
    matches!(kind, Kind::Question | Kind::Complaint | Kind::Problem)
}

fn working_on(case: &Case, actor: Actor) -> Result<(), Refusal> {
    match (case.state, case.owner) {
        (_, Some(owner)) if owner != actor => Err(Refusal::NotYours),
        (CaseState::Closed, _) => Err(Refusal::Closed),
        _ => Ok(()),
    }
}

fn taken_on(case: &Case, what: What) -> Vec<What> {
    if case.owner.is_none() {
        vec![What::Claimed, what]
    } else {
        vec![what]
    }
}
