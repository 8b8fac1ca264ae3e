use super::offers;
use crate::sample::{NOOR, NOW, SEM, case, view};
use toonvast_model::case::{CaseState, Step, StepState};
use toonvast_model::command::Action;
use toonvast_model::triage::Priority;

#[test]
fn the_owner_of_an_open_case_gathers_and_releases_but_answers_before_closing() {
    let open = view(case(1, CaseState::Open, Priority::High, 10));
    let offers = offers(&open, NOOR, NOW);
    assert!(offers.release && offers.gather && offers.answer_first);
    assert!(!offers.close && !offers.reopen && !offers.held && offers.claim.is_none());
}

#[test]
fn an_answered_case_may_be_closed() {
    let mut answered = view(case(1, CaseState::Completed, Priority::High, 10));
    answered.case.steps[Step::Answer as usize] = StepState::Done { at: NOW, by: NOOR };
    let offers = offers(&answered, NOOR, NOW);
    assert!(offers.close && offers.reopen && !offers.answer_first);
}

#[test]
fn a_colleague_sees_whose_it_is_and_gets_no_buttons() {
    let open = view(case(1, CaseState::Open, Priority::High, 10));
    let offers = offers(&open, SEM, NOW);
    assert!(offers.held);
    assert!(!offers.release && !offers.gather && !offers.close && offers.claim.is_none());
}

#[test]
fn a_case_given_back_is_claimed_with_the_post_as_the_log_knows_it() {
    let mut free = view(case(1, CaseState::Open, Priority::High, 10));
    free.case.owner = None;
    let Some(Action::Claim {
        post,
        seen_at,
        score,
        ..
    }) = offers(&free, SEM, NOW).claim
    else {
        panic!("nobody holds it");
    };
    assert_eq!(
        (post.author.as_str(), post.text.as_str()),
        ("@els", "Mijn slot gaat niet open")
    );
    assert_eq!(
        post.permalink.as_deref(),
        Some("https://x.com/els/status/1")
    );
    assert_eq!((seen_at.0, score), (NOW.0 - 60_000, 10));
}
