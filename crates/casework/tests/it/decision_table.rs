//! Every action in every state of a case, by everybody: what happens, and the case after it.

use crate::world::Who::{self, Browser, Fenna, Noor};
use crate::world::{World, claim, claim_of, close, correct, correct_of, gather, reply, waive};
use toonvast_casework::decide;
use toonvast_model::case::{Case, CaseState, Step, StepState};
use toonvast_model::command::{Action, Refusal};
use toonvast_model::draft::ReplyKind::{Holding, Substantive};
use toonvast_model::event::What;
use toonvast_model::triage::{Correction, Kind, Priority, Sentiment, Situation};

/// Who acts on what, and what follows: names of events, or the refusal's sentence.
type Row = (&'static str, Who, Action, &'static str);

const YOURS: &str = "! this case is claimed by somebody else: ask them to release it";
const CLOSED: &str = "! this case is closed: reopen it first";
const TAKEN: &str = "! another colleague has already claimed this post";

/// A correction of the post at hand.
fn question() -> Action {
    correct(&[Correction::Kind(Kind::Question)])
}

/// What is set right is a fact: in every state, by anybody.
fn set_right() -> Vec<Row> {
    let mut rows = vec![
        (
            "none",
            Fenna,
            correct(&[]),
            "! corrections: is 0 fields: at least 1 are needed",
        ),
        (
            "open",
            Noor,
            correct_of("another", &[Correction::Risk(true)]),
            "! case: is in use for another post",
        ),
    ];
    for state in [
        "none",
        "open",
        "unowned",
        "held",
        "completed",
        "completed-unowned",
        "closed",
    ] {
        for who in [Noor, Fenna, Browser] {
            rows.push((state, who, question(), "corrected"));
            rows.push((state, who, Action::ForgetLessons, "lessons-forgotten"));
        }
    }
    rows
}

fn before_and_open() -> Vec<Row> {
    vec![
        // Nothing there yet.
        ("none", Noor, claim(), "opened claimed"),
        ("none", Noor, Action::Release, "! there is no such case"),
        (
            "none",
            Noor,
            reply("r9", Holding),
            "! there is no such case",
        ),
        ("none", Noor, gather(), "! there is no such case"),
        ("none", Noor, waive(), "! there is no such case"),
        ("none", Noor, close(), "! there is no such case"),
        ("none", Noor, Action::Reopen, "! there is no such case"),
        // Noor's, open.
        ("open", Noor, claim(), ""),
        ("open", Fenna, claim(), TAKEN),
        (
            "open",
            Noor,
            claim_of("another"),
            "! case: is in use for another post",
        ),
        ("open", Noor, Action::Release, "released"),
        ("open", Fenna, Action::Release, YOURS),
        ("open", Noor, reply("r9", Holding), "replied"),
        ("open", Fenna, reply("r9", Substantive), "replied"),
        (
            "open",
            Noor,
            reply("post", Holding),
            "! reply.post_id: is the post itself: a post is no reply to itself",
        ),
        ("open", Noor, gather(), "gathering"),
        ("open", Fenna, gather(), YOURS),
        ("open", Fenna, waive(), "overridden"),
        (
            "open",
            Noor,
            close(),
            "! this case has no substantive answer yet: answer it before closing",
        ),
        ("open", Fenna, close(), YOURS),
        ("open", Noor, Action::Reopen, "! this case is open already"),
    ]
}

fn unowned_and_held() -> Vec<Row> {
    vec![
        // Given back to the queue.
        ("unowned", Noor, claim(), "claimed"),
        ("unowned", Fenna, claim(), "claimed"),
        ("unowned", Fenna, Action::Release, ""),
        ("unowned", Fenna, reply("r9", Holding), "claimed replied"),
        ("unowned", Fenna, gather(), "claimed gathering"),
        (
            "unowned",
            Fenna,
            close(),
            "! this case has no substantive answer yet: answer it before closing",
        ),
        (
            "unowned",
            Fenna,
            Action::Reopen,
            "! this case is open already",
        ),
        // A holding reply, r1.
        ("held", Noor, reply("r1", Holding), ""),
        ("held", Noor, reply("r1", Substantive), ""),
        ("held", Noor, reply("r2", Substantive), "replied"),
        (
            "held",
            Noor,
            close(),
            "! this case has no substantive answer yet: answer it before closing",
        ),
    ]
}

fn completed() -> Vec<Row> {
    vec![
        // Answered by r2, not yet documented.
        ("completed", Noor, claim(), ""),
        ("completed", Fenna, claim(), TAKEN),
        ("completed", Noor, reply("r2", Substantive), ""),
        ("completed", Noor, reply("r9", Substantive), "replied"),
        ("completed", Noor, gather(), "gathering"),
        ("completed", Noor, Action::Release, "released"),
        ("completed", Noor, close(), "closed"),
        ("completed", Fenna, close(), YOURS),
        ("completed", Noor, Action::Reopen, "reopened"),
        ("completed", Fenna, Action::Reopen, YOURS),
        ("completed-unowned", Fenna, close(), "claimed closed"),
        (
            "completed-unowned",
            Fenna,
            Action::Reopen,
            "reopened claimed",
        ),
    ]
}

fn closed() -> Vec<Row> {
    vec![
        ("closed", Noor, claim(), ""),
        ("closed", Fenna, claim(), TAKEN),
        ("closed", Noor, Action::Release, CLOSED),
        ("closed", Fenna, reply("r9", Substantive), "replied"),
        ("closed", Noor, gather(), CLOSED),
        ("closed", Fenna, gather(), YOURS),
        ("closed", Noor, waive(), "overridden"),
        ("closed", Noor, close(), CLOSED),
        ("closed", Noor, Action::Reopen, "reopened"),
        ("closed", Fenna, Action::Reopen, "reopened claimed"),
    ]
}

fn given(name: &str, world: &mut World) -> Option<Case> {
    let steps: &[Action] = match name {
        "none" => &[],
        "open" => &[claim()],
        "unowned" => &[claim(), Action::Release],
        "held" => &[claim(), reply("r1", Holding)],
        "completed" => &[claim(), reply("r2", Substantive)],
        "completed-unowned" => &[claim(), reply("r2", Substantive), Action::Release],
        "closed" => &[claim(), reply("r2", Substantive), close()],
        other => panic!("no such state: {other}"),
    };
    for action in steps {
        world
            .does(Noor, action.clone())
            .expect("the way to the state is allowed");
    }
    world.case.clone()
}

#[test]
fn every_action_in_every_state() {
    let tables = [
        before_and_open(),
        unowned_and_held(),
        completed(),
        closed(),
        set_right(),
    ];
    for (state, who, action, expected) in tables.into_iter().flatten() {
        let mut world = World::default();
        let before = given(state, &mut world);
        let (command, made) = world.command(action);
        let got = match decide(before.as_ref(), &command, who.actor(), &made) {
            Ok(whats) => whats
                .iter()
                .map(|what| what.name())
                .collect::<Vec<_>>()
                .join(" "),
            Err(refusal) => format!("! {refusal}"),
        };
        assert_eq!(got, expected, "{state}: {who:?} {:?}", command.action);
    }
}

#[test]
fn a_refused_claim_names_the_case_that_holds_the_post() {
    let mut world = World::default();
    given("open", &mut world);
    let holds = world.case.as_ref().map(|case| case.id).expect("open");
    assert_eq!(
        world.does(Fenna, claim()),
        Err(Refusal::AlreadyClaimed { case: holds })
    );
}

#[test]
fn what_needs_no_answer_closes_without_one() {
    for (kind, closes) in [
        (Kind::Question, false),
        (Kind::Complaint, false),
        (Kind::Problem, false),
        (Kind::Compliment, true),
        (Kind::Idea, true),
        (Kind::Remark, true),
        (Kind::Spam, true),
    ] {
        let mut world = World::default();
        world
            .does(Noor, crate::world::claim_as(kind))
            .expect("claims");
        assert_eq!(world.does(Noor, close()).is_ok(), closes, "{kind:?}");
    }
}

#[test]
fn what_is_set_right_is_what_the_case_shows() {
    let mut world = World::default();
    world.does(Noor, claim()).expect("claims");
    let corrections = [
        Correction::Kind(Kind::Remark),
        Correction::Situation(Situation::Other),
        Correction::Priority(Priority::Low),
        Correction::Sentiment(Sentiment::Neutral),
    ];
    world.does(Fenna, correct(&corrections)).expect("corrects");
    let case = world.case.clone().expect("claimed");
    assert_eq!(
        (case.kind, case.situation, case.priority, case.score),
        (Kind::Remark, Situation::Other, Priority::Low, 40)
    );
    assert_eq!(
        (case.owner, case.touched_at),
        (Some(Noor.actor()), world.at(2))
    );
    assert_eq!(
        world.does(Noor, close()).map(|whats| whats.len()),
        Ok(1),
        "a remark needs no answer"
    );
}

#[test]
fn a_correction_of_a_post_nobody_claimed_makes_no_case_and_a_claim_still_does() {
    let mut world = World::default();
    world.does(Noor, question()).expect("corrects");
    world.does(Noor, Action::ForgetLessons).expect("forgets");
    assert_eq!(world.case, None);
    world.does(Fenna, claim()).expect("claims");
    let case = world.case.clone().expect("claimed");
    assert_eq!(
        (case.owner, case.kind),
        (Some(Fenna.actor()), Kind::Problem)
    );
}

#[test]
fn a_correction_on_a_case_rests_on_the_words_that_are_there() {
    let mut world = World::default();
    world.does(Noor, claim()).expect("claims");
    let whats = world.does(Fenna, question()).expect("corrects");
    let case = world.case.expect("claimed");
    assert_eq!(
        whats,
        [What::Corrected {
            post: case.post,
            corrections: vec![Correction::Kind(Kind::Question)],
        }]
    );
}

/// One letter a step: `.` open, `d` done, `s` skipped.
fn letters(case: &Case) -> String {
    let letter = |step: &StepState| match step {
        StepState::Open => '.',
        StepState::Done { .. } => 'd',
        StepState::Skipped { .. } => 's',
    };
    case.steps.iter().map(letter).collect()
}

#[test]
fn the_six_steps_along_the_journeys() {
    let journeys: [(&[Action], &str, CaseState); 9] = [
        (&[claim()], "dd....", CaseState::Open),
        (&[claim(), reply("a", Holding)], "ddd...", CaseState::Open),
        (
            &[claim(), reply("a", Holding), gather()],
            "dddd..",
            CaseState::Open,
        ),
        (
            &[
                claim(),
                reply("a", Holding),
                gather(),
                reply("b", Substantive),
            ],
            "ddddd.",
            CaseState::Completed,
        ),
        (
            &[claim(), reply("b", Substantive)],
            "dddsd.",
            CaseState::Completed,
        ),
        (
            &[claim(), reply("b", Substantive), gather()],
            "ddddd.",
            CaseState::Completed,
        ),
        (
            &[claim(), reply("b", Substantive), close()],
            "dddsdd",
            CaseState::Closed,
        ),
        (
            &[claim(), reply("b", Substantive), close(), Action::Reopen],
            "ddd...",
            CaseState::Open,
        ),
        (
            &[crate::world::claim_as(Kind::Remark), close()],
            "ddsssd",
            CaseState::Closed,
        ),
    ];
    for (actions, steps, state) in journeys {
        let mut world = World::default();
        for action in actions {
            world.does(Noor, action.clone()).expect("allowed");
        }
        let case = world.case.expect("claimed");
        assert_eq!(
            (letters(&case).as_str(), case.state),
            (steps, state),
            "{actions:?}"
        );
    }
}

#[test]
fn a_step_says_when_and_by_whom() {
    let mut world = World::default();
    world.does(Noor, claim()).expect("claims");
    world.does(Fenna, reply("a", Substantive)).expect("logs");
    let case = world.case.clone().expect("claimed");
    let by = Noor.actor();
    assert_eq!(
        case.step(Step::Monitor),
        StepState::Done {
            at: crate::world::SEEN,
            by
        }
    );
    assert_eq!(
        case.step(Step::Assess),
        StepState::Done {
            at: world.at(1),
            by
        }
    );
    let answered = StepState::Done {
        at: world.at(2),
        by: Fenna.actor(),
    };
    assert_eq!(case.step(Step::FirstResponse), answered);
    assert_eq!(
        case.step(Step::Gather),
        StepState::Skipped { at: world.at(2) }
    );
    assert_eq!(case.step(Step::Answer), answered);
    assert_eq!(case.step(Step::Document), StepState::Open);
    assert_eq!(case.touched_at, world.at(2));
    assert_eq!(
        case.owner,
        Some(by),
        "a colleague's reply does not take the case away"
    );
}

#[test]
fn words_stay_beside_the_log() {
    let mut world = World::default();
    world.does(Noor, claim()).expect("claims");
    world.does(Noor, gather()).expect("gathers");
    world.does(Noor, question()).expect("corrects");
    let log = serde_json::to_string(&world.events).expect("events are JSON");
    for word in ["Mijn accu", "jan_fietst", "werkplaats"] {
        assert!(!log.contains(word), "{word} stands in the log: {log}");
    }
    let noted: Vec<bool> = world
        .events
        .iter()
        .map(|event| event.note.is_some())
        .collect();
    assert_eq!(noted, [false, false, true, false]);
}
