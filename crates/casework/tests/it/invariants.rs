//! Whatever anybody sends in whatever order: no panic, and the case stays sound.

use crate::world::{Who, World};
use proptest::prelude::*;
use std::collections::BTreeSet;
use toonvast_casework::{MOST_EVENTS, queue, replay};
use toonvast_model::case::{Case, CaseState, Step, StepState};
use toonvast_model::command::Action;
use toonvast_model::draft::ReplyKind;
use toonvast_model::event::What;
use toonvast_model::triage::{Correction, Kind, Priority};

fn action() -> impl Strategy<Value = Action> {
    let kind = prop_oneof![Just(ReplyKind::Holding), Just(ReplyKind::Substantive)];
    prop_oneof![
        3 => Just(crate::world::claim()),
        1 => Just(crate::world::claim_as(Kind::Remark)),
        1 => "[a-c]".prop_map(|id| crate::world::claim_of(&id)),
        2 => Just(Action::Release),
        4 => ("(r[1-4]|post|)", kind).prop_map(|(id, kind)| crate::world::reply(&id, kind)),
        2 => Just(crate::world::gather()),
        1 => ".{0,6}".prop_map(|reason| crate::world::waive_because(&reason)),
        3 => Just(crate::world::close()),
        2 => Just(Action::Reopen),
        2 => ("(post|a)", correction()).prop_map(|(id, said)| crate::world::correct_of(&id, &[said])),
        1 => Just(Action::ForgetLessons),
    ]
}

pub fn correction() -> impl Strategy<Value = Correction> {
    let kind = prop::sample::select(Kind::ALL).prop_map(Correction::Kind);
    let priority = prop::sample::select(Priority::ALL).prop_map(Correction::Priority);
    prop_oneof![kind, priority, any::<bool>().prop_map(Correction::Risk)]
}

pub fn who() -> impl Strategy<Value = Who> {
    prop_oneof![3 => Just(Who::Noor), 1 => Just(Who::Fenna), 1 => Just(Who::Browser)]
}

const fn rank(step: StepState) -> u8 {
    match step {
        StepState::Open => 0,
        StepState::Skipped { .. } => 1,
        StepState::Done { .. } => 2,
    }
}

fn is_sound(case: &Case) {
    let replies: BTreeSet<_> = case.replies.iter().map(|reply| &reply.post_id).collect();
    assert_eq!(replies.len(), case.replies.len(), "a reply counts once");
    assert!(!replies.contains(&case.post.post_id));
    assert_eq!(rank(case.step(Step::Monitor)), 2);
    assert_eq!(rank(case.step(Step::Assess)), 2);
    assert_eq!(
        case.state == CaseState::Closed,
        rank(case.step(Step::Document)) == 2
    );
    if case.state == CaseState::Completed {
        assert_eq!(rank(case.step(Step::Answer)), 2);
    }
    if case.state == CaseState::Closed {
        assert!(case.owner.is_some(), "who closed it is known");
        assert!(
            case.steps.iter().all(|step| rank(*step) > 0),
            "no step of a closed case is open"
        );
    }
    assert!(case.touched_at >= case.opened_at);
}

proptest! {
    #[test]
    fn any_sequence_of_commands(sequence in prop::collection::vec((who(), action()), 0..40)) {
        let mut world = World::default();
        for (who, action) in sequence {
            let before = world.case.clone();
            let happened = world.does(who, action).unwrap_or_default();
            prop_assert!(happened.len() <= MOST_EVENTS);
            let Some(case) = &world.case else { continue };
            is_sound(case);
            let reopened = happened.contains(&What::Reopened);
            if let (Some(before), false) = (before, reopened) {
                for step in Step::ALL {
                    prop_assert!(rank(before.step(step)) <= rank(case.step(step)), "{step:?} went back");
                }
            }
        }
        prop_assert_eq!(replay(&world.events), world.case);
    }

    #[test]
    fn doing_it_again_adds_nothing(id in "r[1-2]") {
        let mut world = World::default();
        for _ in 0..2 {
            world.does(Who::Noor, crate::world::claim()).expect("claims");
            world.does(Who::Noor, crate::world::reply(&id, ReplyKind::Substantive)).expect("logs");
        }
        prop_assert_eq!(world.events.len(), 3);
    }

    #[test]
    fn any_log_folds(skip in 0_usize..6, order in any::<u64>()) {
        let mut world = World::default();
        let all = [crate::world::claim(), crate::world::gather(), crate::world::reply("r", ReplyKind::Substantive), crate::world::close(), Action::Reopen];
        for action in all {
            world.does(Who::Noor, action).expect("allowed");
        }
        let mut events = world.events;
        let turn = usize::try_from(order % events.len() as u64).unwrap_or(0);
        events.rotate_left(turn);
        let shuffled = replay(events.iter().skip(skip));
        if let Some(case) = shuffled {
            prop_assert_eq!(queue::order(&case, &case), std::cmp::Ordering::Equal);
        }
    }
}
