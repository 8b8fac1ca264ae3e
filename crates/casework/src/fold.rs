//! The case that follows from its events.

use toonvast_model::case::{Case, CaseState, PostRef, ReplyRef, Step, StepState};
use toonvast_model::draft::ReplyKind;
use toonvast_model::event::{Event, What};
use toonvast_model::triage::Correction;

/// The case after one more event.
///
/// Total: an event of another case, or one before the case was opened, changes nothing.
#[must_use]
pub fn fold(case: Option<Case>, event: &Event) -> Option<Case> {
    match case {
        None => opened(event),
        Some(mut case) => {
            if case.id == event.case && case.brand == event.brand {
                apply(&mut case, event);
            }
            Some(case)
        }
    }
}

/// The case that follows from all its events, oldest first.
#[must_use]
pub fn replay<'e>(events: impl IntoIterator<Item = &'e Event>) -> Option<Case> {
    events.into_iter().fold(None, fold)
}

fn opened(event: &Event) -> Option<Case> {
    let What::Opened {
        post,
        kind,
        situation,
        priority,
        score,
        seen_at,
    } = &event.what
    else {
        return None;
    };
    let mut case = Case {
        id: event.case,
        brand: event.brand.clone(),
        post: post.clone(),
        owner: None,
        state: CaseState::Open,
        steps: [StepState::Open; 6],
        kind: *kind,
        situation: *situation,
        priority: *priority,
        score: *score,
        replies: Vec::new(),
        promise: None,
        opened_at: event.at,
        touched_at: event.at,
    };
    case.steps[Step::Monitor as usize] = StepState::Done {
        at: *seen_at,
        by: event.actor,
    };
    case.steps[Step::Assess as usize] = StepState::Done {
        at: event.at,
        by: event.actor,
    };
    Some(case)
}

fn apply(case: &mut Case, event: &Event) {
    match &event.what {
        // What is learnt or forgotten is the brand's affair, not the case's.
        What::Opened { .. } | What::LessonsForgotten => return,
        What::Claimed => case.owner = Some(event.actor),
        What::Released => case.owner = None,
        What::Replied { reply, .. } => replied(case, reply),
        What::Gathering => done(case, Step::Gather, event),
        What::Overridden { .. } => {}
        What::Closed => closed(case, event),
        What::Reopened => reopened(case),
        What::Corrected { post, corrections } => corrected(case, post, corrections),
    }
    case.touched_at = case.touched_at.max(event.at);
}

fn replied(case: &mut Case, reply: &ReplyRef) {
    if case
        .replies
        .iter()
        .any(|known| known.post_id == reply.post_id)
    {
        return;
    }
    case.replies.push(reply.clone());
    let answered = StepState::Done {
        at: reply.at,
        by: reply.by,
    };
    fill(case, Step::FirstResponse, answered);
    // Who promises anew is held to the new promise.
    case.promise = reply.promise.or(case.promise);
    if reply.kind == ReplyKind::Substantive {
        case.promise = None;
        // The answer was known without asking anybody (M36).
        fill(case, Step::Gather, StepState::Skipped { at: reply.at });
        fill(case, Step::Answer, answered);
        if case.state == CaseState::Open {
            case.state = CaseState::Completed;
        }
    }
}

fn closed(case: &mut Case, event: &Event) {
    for step in [Step::FirstResponse, Step::Gather, Step::Answer] {
        fill(case, step, StepState::Skipped { at: event.at });
    }
    done(case, Step::Document, event);
    case.promise = None;
    case.state = CaseState::Closed;
}

/// An answer is awaited again; what was done stays done, save answering and documenting.
fn reopened(case: &mut Case) {
    for step in [Step::FirstResponse, Step::Gather] {
        if matches!(case.step(step), StepState::Skipped { .. }) {
            case.steps[step as usize] = StepState::Open;
        }
    }
    for step in [Step::Answer, Step::Document] {
        case.steps[step as usize] = StepState::Open;
    }
    case.state = CaseState::Open;
}

/// What the case shows is what was last said of its post. Its score stays: it is the sum of
/// the reasons it was claimed for.
fn corrected(case: &mut Case, post: &PostRef, corrections: &[Correction]) {
    if (case.post.site, &case.post.post_id) != (post.site, &post.post_id) {
        return;
    }
    for correction in corrections {
        match correction {
            Correction::Kind(kind) => case.kind = *kind,
            Correction::Situation(situation) => case.situation = *situation,
            Correction::Priority(priority) => case.priority = *priority,
            _ => {}
        }
    }
}

fn done(case: &mut Case, step: Step, event: &Event) {
    if !matches!(case.step(step), StepState::Done { .. }) {
        case.steps[step as usize] = StepState::Done {
            at: event.at,
            by: event.actor,
        };
    }
}

fn fill(case: &mut Case, step: Step, state: StepState) {
    if case.step(step) == StepState::Open {
        case.steps[step as usize] = state;
    }
}
