//! What was promised stands on the case until it is kept (M35).

use crate::world::Who::Noor;
use crate::world::{SEEN, World, claim, close, reply};
use toonvast_model::case::{Promise, Standing};
use toonvast_model::command::{Action, Refusal};
use toonvast_model::draft::{Fault, ReplyKind, Severity};
use toonvast_model::event::What;
use toonvast_model::id::RuleId;
use toonvast_model::timestamp::Timestamp;

fn promise(hours: i64) -> Promise {
    let hour = 60 * 60_000;
    Promise {
        due: Timestamp(SEEN.0 + hours * hour),
        warn_at: Timestamp(SEEN.0 + (hours - 1) * hour),
    }
}

fn promising(post_id: &str, kind: ReplyKind, promised: Option<Promise>) -> Action {
    let mut action = reply(post_id, kind);
    if let Action::LogReply { promise, .. } = &mut action {
        *promise = promised;
    }
    action
}

fn held(world: &World) -> Option<Promise> {
    world.case.as_ref().and_then(|case| case.promise)
}

#[test]
fn a_promise_stands_until_an_answer_keeps_it() {
    use ReplyKind::{Holding, Substantive};
    let mut world = World::default();
    world.does(Noor, claim()).expect("claims");
    assert_eq!(held(&world), None);
    world
        .does(Noor, promising("r1", Holding, Some(promise(24))))
        .expect("logs");
    assert_eq!(held(&world), Some(promise(24)));
    // Another word in between takes nothing back; a new promise takes its place.
    world
        .does(Noor, promising("r2", Holding, None))
        .expect("logs");
    assert_eq!(held(&world), Some(promise(24)));
    world
        .does(Noor, promising("r3", Holding, Some(promise(48))))
        .expect("logs");
    assert_eq!(held(&world), Some(promise(48)));
    // What comes with an answer is no promise, and the answer keeps the one before.
    world
        .does(Noor, promising("r4", Substantive, Some(promise(72))))
        .expect("logs");
    assert_eq!(held(&world), None);
    let last = world.case.as_ref().and_then(|case| case.replies.last());
    assert_eq!(last.and_then(|reply| reply.promise), None);
}

#[test]
fn a_closed_case_promises_nothing() {
    let mut world = World::default();
    world.does(Noor, claim()).expect("claims");
    world
        .does(Noor, reply("r1", ReplyKind::Substantive))
        .expect("answers");
    world
        .does(Noor, promising("r2", ReplyKind::Holding, Some(promise(2))))
        .expect("logs");
    assert_eq!(held(&world), Some(promise(2)));
    world.does(Noor, close()).expect("closes");
    assert_eq!(held(&world), None);
    world.does(Noor, Action::Reopen).expect("opens");
    assert_eq!(held(&world), None);
}

#[test]
fn a_promise_is_ahead_then_near_then_late() {
    let promise = promise(24);
    let table = [
        (promise.warn_at.0 - 1, Standing::Ahead),
        (promise.warn_at.0, Standing::Near),
        (promise.due.0 - 1, Standing::Near),
        (promise.due.0, Standing::Late),
    ];
    for (now, standing) in table {
        assert_eq!(promise.standing(Timestamp(now)), standing, "{now}");
    }
}

#[test]
fn what_makes_no_sense_is_refused_by_name() {
    let fault = |rule: &str| Fault {
        rule: RuleId(rule.into()),
        severity: Severity::Warn,
    };
    let late = Promise {
        warn_at: Timestamp(promise(3).due.0 + 1),
        ..promise(3)
    };
    let never = Promise {
        due: Timestamp(i64::MAX),
        ..promise(3)
    };
    let table = [
        (Some(late), None, "promise.warn_at"),
        (Some(never), None, "promise.due"),
        (None, Some(vec![fault("x"); 101]), "faults"),
        (None, Some(vec![fault("")]), "faults.rule"),
        (None, Some(vec![fault(&"r".repeat(101))]), "faults.rule"),
    ];
    for (promised, found, expected) in table {
        let mut world = World::default();
        world.does(Noor, claim()).expect("claims");
        let mut action = promising("r1", ReplyKind::Holding, promised);
        if let Action::LogReply { faults, .. } = &mut action {
            *faults = found;
        }
        let refused = world.does(Noor, action).expect_err("refused");
        let named = matches!(&refused, Refusal::Invalid { field, .. } if field == expected);
        assert!(named, "{expected}: {refused}");
    }
}

#[test]
fn a_log_from_before_promises_reads_and_writes_the_same() {
    let old = r#"{"what":"replied","reply":{"post_id":"r1","at":1000,"by":{"who":"this-browser"},"kind":"holding","content":"00000000-0000-0000-0000-000000000001"}}"#;
    let what: What = serde_json::from_str(old).expect("an event of before");
    assert!(matches!(&what, What::Replied { reply, faults: None } if reply.promise.is_none()));
    assert_eq!(serde_json::to_string(&what).expect("JSON"), old);
}
