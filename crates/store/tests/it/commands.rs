//! Commands become events, once, whatever is sent again, late, or by two at once.

use crate::world::{FENNA, NOOR, NOW, World, brand, claim, done, refused, reply, snapshot};
use toonvast_casework::replay;
use toonvast_model::case::{Actor, CaseState};
use toonvast_model::command::{Action, Outcome, Refusal};
use toonvast_model::draft::ReplyKind;
use toonvast_model::id::CaseId;
use toonvast_model::timestamp::Timestamp;
use toonvast_store::Store;
use uuid::Uuid;

#[tokio::test]
async fn a_journey_in_one_batch_reads_back() {
    let mut world = World::new().await;
    let batch = [
        world.arrival(7, claim("p1", "@annelies")),
        world.arrival(
            7,
            Action::Gather {
                department: "werkplaats".into(),
            },
        ),
        world.arrival(7, reply("r1")),
        world.arrival(
            7,
            Action::Close {
                cause: "accu".into(),
            },
        ),
    ];
    let outcomes = world.sends(NOOR, &batch).await;
    let seqs: Vec<_> = outcomes.iter().map(done).collect();
    assert_eq!(seqs, [(7, 2), (7, 3), (7, 4), (7, 5)]);

    let view = world
        .store
        .case(&world.brand, CaseId(Uuid::from_u128(7)))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(view.case.state, CaseState::Closed);
    assert_eq!(
        replay(&view.events).as_ref(),
        Some(&view.case),
        "the kept case is what its events say"
    );
    let words: Vec<_> = view
        .contents
        .texts
        .iter()
        .map(|row| row.text.as_str())
        .collect();
    assert_eq!(words.len(), 4, "{words:?}");
    assert!(words.contains(&"werkplaats") && words.contains(&"accu"));
    assert_eq!(view.contents.people[0].handle, "@annelies");
    assert_eq!(view.contents.accounts[0].name, "Noor");
}

#[tokio::test]
async fn the_log_and_the_queue_read_back() {
    let mut world = World::new().await;
    let batch = [
        world.arrival(7, claim("p1", "@annelies")),
        world.arrival(7, reply("r1")),
        world.arrival(
            7,
            Action::Close {
                cause: "accu".into(),
            },
        ),
        world.arrival(7, Action::Reopen),
    ];
    world.sends(NOOR, &batch).await;
    let stretch = world.store.events_after(&world.brand, 2, 2).await.unwrap();
    let numbers: Vec<_> = stretch.events.iter().map(|event| event.seq).collect();
    assert_eq!((numbers, stretch.head), (vec![3, 4], 5));
    assert!(
        stretch
            .events
            .iter()
            .all(|event| event.actor == Actor::Account(NOOR))
    );

    let rows = world.store.queue(&world.brand, 10).await.unwrap();
    assert_eq!(rows[0].excerpt, "Mijn accu laadt niet op, Annelies");
    assert_eq!(
        (rows[0].author.as_str(), rows[0].owner.as_deref()),
        ("@annelies", Some("Noor"))
    );
    assert_eq!(
        world.store.last_command_at(&world.brand).await.unwrap(),
        Some(NOW)
    );
}

#[tokio::test]
async fn a_batch_sent_again_changes_nothing() {
    let mut world = World::new().await;
    let batch = [
        world.arrival(7, claim("p1", "@annelies")),
        world.arrival(7, reply("r1")),
        world.arrival(8, Action::Reopen),
    ];
    let first = world.sends(NOOR, &batch).await;
    // What the edge makes is made anew for every attempt.
    let mut again = batch.clone();
    for arrival in &mut again {
        arrival.made = world.arrival(0, Action::Reopen).made;
        arrival.salts.fingerprint = [9; 16];
    }
    assert_eq!(world.sends(NOOR, &again).await, first);
    assert_eq!(refused(&first[2]), Refusal::NoSuchCase.to_string());
    assert_eq!(
        world
            .store
            .events_after(&world.brand, 0, 99)
            .await
            .unwrap()
            .head,
        3
    );
}

#[tokio::test]
async fn an_id_used_for_something_else_is_refused() {
    let mut world = World::new().await;
    let first = world.arrival(7, claim("p1", "@annelies"));
    world.sends(NOOR, std::slice::from_ref(&first)).await;
    let mut other = first.clone();
    other.command.action = claim("p2", "@annelies");
    let outcomes = world.sends(NOOR, std::slice::from_ref(&other)).await;
    assert_eq!(
        refused(&outcomes[0]),
        "this command id was used before for something else"
    );
    let outcomes = world.sends(FENNA, std::slice::from_ref(&first)).await;
    assert_eq!(
        refused(&outcomes[0]),
        "this command id was used before for something else"
    );
}

#[tokio::test]
async fn a_second_device_of_the_same_agent_lands_on_the_same_case() {
    let mut world = World::new().await;
    assert_eq!(
        done(&world.does(NOOR, 7, claim("p1", "@annelies")).await),
        (7, 2)
    );
    // The other device was offline and made a case id of its own.
    let batch = [
        world.arrival(8, claim("p1", "@annelies")),
        world.arrival(8, reply("r1")),
    ];
    let outcomes = world.sends(NOOR, &batch).await;
    assert_eq!(done(&outcomes[0]), (7, 2));
    assert_eq!(
        done(&outcomes[1]),
        (7, 3),
        "the reply follows the claim to the case that was there"
    );
    let view = world
        .store
        .case(&world.brand, CaseId(Uuid::from_u128(8)))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(view.case.id, CaseId(Uuid::from_u128(7)));
}

#[tokio::test]
async fn a_claim_never_takes_over_the_id_of_another_case() {
    let mut world = World::new().await;
    world.does(NOOR, 7, claim("p1", "@annelies")).await;
    world.does(NOOR, 8, claim("p2", "@bram")).await;
    // Case 8 named in a claim of case 7's post must not lead case 8 astray.
    assert_eq!(
        done(&world.does(NOOR, 8, claim("p1", "@annelies")).await).0,
        7
    );
    assert_eq!(done(&world.does(NOOR, 8, reply("r2")).await).0, 8);
    assert_eq!(
        refused(&world.does(NOOR, 8, claim("p3", "@carla")).await),
        "case: is in use for another post"
    );
}

#[tokio::test]
async fn a_reply_belongs_to_one_case() {
    let mut world = World::new().await;
    world.does(NOOR, 7, claim("p1", "@annelies")).await;
    world.does(NOOR, 8, claim("p2", "@bram")).await;
    assert_eq!(done(&world.does(NOOR, 7, reply("r1")).await), (7, 5));
    assert_eq!(
        done(&world.does(NOOR, 7, reply("r1")).await),
        (7, 5),
        "met again, logged once"
    );
    assert_eq!(
        refused(&world.does(NOOR, 8, reply("r1")).await),
        "reply.post_id: is logged on another case already"
    );
}

#[tokio::test]
async fn the_loser_of_a_race_is_told_and_his_reply_is_not_lost() {
    let mut world = World::new().await;
    world.does(NOOR, 7, claim("p1", "@annelies")).await;
    let lost = world.does(FENNA, 8, claim("p1", "@annelies")).await;
    let Outcome::Refused { refusal, .. } = &lost else {
        panic!("{lost:?}")
    };
    assert_eq!(
        *refusal,
        Refusal::AlreadyClaimed {
            case: CaseId(Uuid::from_u128(7))
        }
    );
    assert_eq!(done(&world.does(FENNA, 8, reply("r1")).await).0, 7);
}

#[tokio::test]
async fn two_connections_racing_for_one_post_make_one_case() {
    let mut world = World::new().await;
    let other = Store::open(&world.path()).await.expect("a second process");
    for round in 0..20_u128 {
        let post = format!("p{round}");
        let noor = [world.arrival(1000 + round, claim(&post, "@annelies"))];
        let fenna = [world.arrival(2000 + round, claim(&post, "@annelies"))];
        let sender = |account| toonvast_store::commands::Sender {
            account,
            received_at: NOW,
        };
        let (one, two) = tokio::join!(
            world.store.carry_out(&world.brand, sender(NOOR), &noor),
            other.carry_out(&world.brand, sender(FENNA), &fenna),
        );
        let outcomes = [one.expect("works").remove(0), two.expect("works").remove(0)];
        let won = outcomes
            .iter()
            .filter(|outcome| matches!(outcome, Outcome::Done { .. }))
            .count();
        assert_eq!(won, 1, "{outcomes:?}");
    }
    assert_eq!(world.store.queue(&world.brand, 99).await.unwrap().len(), 20);
    let verified = other
        .verify_chain(&world.brand)
        .await
        .unwrap()
        .expect("holds");
    assert_eq!(verified.events, 40);
}

#[tokio::test]
async fn what_was_answered_survives_dropping_the_store() {
    let mut world = World::new().await;
    let batch = [world.arrival(7, claim("p1", "@annelies"))];
    let first = world.sends(NOOR, &batch).await;
    world.reopen().await;
    assert_eq!(world.sends(NOOR, &batch).await, first);
    assert_eq!(world.store.queue(&world.brand, 9).await.unwrap().len(), 1);
}

#[tokio::test]
async fn brands_do_not_see_each_other() {
    let mut world = World::new().await;
    let arrival = world.arrival(7, claim("p1", "@annelies"));
    let sender = toonvast_store::commands::Sender {
        account: NOOR,
        received_at: NOW,
    };
    let other = brand("trapspeed");
    let outcomes = world
        .store
        .carry_out(&other, sender, std::slice::from_ref(&arrival))
        .await
        .unwrap();
    assert_eq!(
        refused(&outcomes[0]),
        "brand: is not the brand of this address"
    );
    world.sends(NOOR, &[arrival]).await;
    assert_eq!(
        world
            .store
            .case(&other, CaseId(Uuid::from_u128(7)))
            .await
            .unwrap(),
        None
    );
    assert_eq!(
        world.store.events_after(&other, 0, 9).await.unwrap().head,
        0
    );
    assert!(
        world
            .store
            .find_people(&other, "annelies")
            .await
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn nothing_happens_later_than_it_arrived() {
    let mut world = World::new().await;
    let mut arrival = world.arrival(7, claim("p1", "@annelies"));
    arrival.command.at = Timestamp(NOW.0 + 86_400_000);
    world.sends(NOOR, &[arrival]).await;
    let stretch = world.store.events_after(&world.brand, 0, 9).await.unwrap();
    assert!(stretch.events.iter().all(|event| event.at == NOW));
}

#[tokio::test]
async fn hostile_words_are_only_words() {
    let mut world = World::new().await;
    let text = "'); DROP TABLE event; -- \u{0} <img src=x onerror=alert(1)> \u{202e}";
    world.does(NOOR, 7, claim("p1", "@annelies")).await;
    let nasty = Action::LogReply {
        reply: snapshot("r'1", "x", text),
        kind: ReplyKind::Holding,
        promise: None,
        faults: None,
    };
    done(&world.does(NOOR, 7, nasty).await);
    let view = world
        .store
        .case(&world.brand, CaseId(Uuid::from_u128(7)))
        .await
        .unwrap()
        .unwrap();
    assert!(view.contents.texts.iter().any(|row| row.text == text));
}
