//! Nobody changes the log unseen, and people can be forgotten all the same.

use crate::world::{FENNA, NOOR, NOW, World, claim, done, reply};
use sqlx::{Connection, SqliteConnection};
use toonvast_model::id::CaseId;
use toonvast_store::log::Broken;
use uuid::Uuid;

async fn told(world: &World, statements: &str) {
    let mut connection = raw(world).await;
    sqlx::raw_sql("DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_deleted;")
        .execute(&mut connection)
        .await
        .expect("who owns the file can drop a trigger");
    sqlx::raw_sql(statements)
        .execute(&mut connection)
        .await
        .expect("tampers");
    connection.close().await.expect("closes");
}

async fn raw(world: &World) -> SqliteConnection {
    SqliteConnection::connect(&world.path().display().to_string())
        .await
        .expect("connects")
}

async fn three_events() -> World {
    let mut world = World::new().await;
    world.does(NOOR, 7, claim("p1", "@annelies")).await;
    world.does(NOOR, 7, reply("r1")).await;
    world
}

/// What somebody does to the file, the event at which it shows, and why.
const TAMPERING: [(&str, u64, &str); 12] = [
    (
        "UPDATE event SET at = at - 1 WHERE seq = 2",
        2,
        "it was changed after it was written",
    ),
    (
        "UPDATE event SET actor = 'this-browser' WHERE seq = 3",
        3,
        "it was changed after it was written",
    ),
    (
        "UPDATE event SET payload = replace(payload, 'normal', 'low') WHERE seq = 1",
        1,
        "it was changed after it was written",
    ),
    (
        "UPDATE event SET hash = prev WHERE seq = 3",
        3,
        "it was changed after it was written",
    ),
    (
        "DELETE FROM event WHERE seq = 2",
        3,
        "an event before it is missing",
    ),
    (
        "DELETE FROM event WHERE seq = 1",
        2,
        "an event before it is missing",
    ),
    (
        "UPDATE event SET prev = hash WHERE seq = 2",
        2,
        "it does not follow the event before it",
    ),
    (
        "UPDATE content SET text = text || '!'",
        1,
        "the words behind it were changed",
    ),
    (
        "UPDATE content SET permalink = 'https://x.com'",
        1,
        "the words behind it were changed",
    ),
    (
        "UPDATE content SET text = NULL",
        1,
        "the words behind it were changed",
    ),
    ("DELETE FROM content", 1, "the words behind it are missing"),
    (
        "UPDATE person SET handle = 'someone'",
        1,
        "the author behind it was changed",
    ),
];

#[tokio::test]
async fn every_kind_of_tampering_shows() {
    for (statement, seq, why) in TAMPERING {
        let world = three_events().await;
        told(&world, statement).await;
        let verdict = world.store.verify_chain(&world.brand).await.unwrap();
        assert_eq!(verdict, Err(Broken { seq, why }), "{statement}");
    }
}

#[tokio::test]
async fn an_untouched_log_holds_and_refuses_changes() {
    let world = three_events().await;
    let verified = world
        .store
        .verify_chain(&world.brand)
        .await
        .unwrap()
        .expect("holds");
    assert_eq!((verified.events, verified.head.len()), (3, 64));
    let mut connection = raw(&world).await;
    for statement in ["UPDATE event SET at = 0", "DELETE FROM event"] {
        let error = sqlx::raw_sql(statement)
            .execute(&mut connection)
            .await
            .expect_err("refused");
        assert!(
            error.to_string().contains("the event log is append-only"),
            "{error}"
        );
    }
}

#[tokio::test]
async fn a_person_is_forgotten_and_the_chain_still_holds() {
    let mut world = three_events().await;
    world.does(NOOR, 8, claim("p2", "@bram")).await;
    let found = world
        .store
        .find_people(&world.brand, "Annelies")
        .await
        .unwrap();
    assert_eq!(
        (found.len(), found[0].cases, found[0].handle.as_str()),
        (1, 1, "@annelies")
    );
    let before = world
        .store
        .verify_chain(&world.brand)
        .await
        .unwrap()
        .expect("holds");

    let erased = world
        .store
        .erase_person(&world.brand, found[0].id, FENNA, NOW)
        .await
        .unwrap()
        .expect("known");
    assert_eq!((erased.cases, erased.texts), (1, 2));
    assert_eq!(
        world.store.verify_chain(&world.brand).await.unwrap(),
        Ok(before)
    );
    assert!(
        world
            .store
            .find_people(&world.brand, "annelies")
            .await
            .unwrap()
            .is_empty()
    );
    let view = world
        .store
        .case(&world.brand, CaseId(Uuid::from_u128(7)))
        .await
        .unwrap()
        .unwrap();
    assert!(view.contents.texts.is_empty() && view.contents.people.is_empty());
    assert_eq!(view.case.replies.len(), 1, "what happened stays countable");
    assert_eq!(world.store.queue(&world.brand, 9).await.unwrap().len(), 2);

    let mut connection = raw(&world).await;
    let audit: (String, String, String) = sqlx::query_as("SELECT actor, kind, subject FROM audit")
        .fetch_one(&mut connection)
        .await
        .unwrap();
    assert_eq!(
        audit,
        (
            FENNA.to_string(),
            "person-erased".into(),
            found[0].id.to_string()
        )
    );
}

#[tokio::test]
async fn what_is_erased_is_gone_from_the_files() {
    let mut world = three_events().await;
    world.does(NOOR, 8, claim("p2", "@bram")).await;
    let person = world
        .store
        .find_people(&world.brand, "annelies")
        .await
        .unwrap()[0]
        .id;
    world
        .store
        .erase_person(&world.brand, person, NOOR, NOW)
        .await
        .unwrap();
    world.store.close().await;
    let folder = world.path().parent().expect("a folder").to_owned();
    let mut seen_bram = false;
    for entry in std::fs::read_dir(folder).unwrap() {
        // SQLite takes its log away when the last connection ends, which may be just now.
        let Ok(bytes) = std::fs::read(entry.unwrap().path()) else {
            continue;
        };
        let holds = |needle: &str| {
            bytes
                .windows(needle.len())
                .any(|window| window == needle.as_bytes())
        };
        assert!(!holds("@annelies") && !holds("x.com/FietsfluitNL/status/r1"));
        seen_bram |= holds("@bram");
    }
    assert!(seen_bram, "the search itself works");
}

#[tokio::test]
async fn a_forgotten_person_who_writes_again_is_somebody_new() {
    let mut world = three_events().await;
    let old = world
        .store
        .find_people(&world.brand, "annelies")
        .await
        .unwrap()[0]
        .id;
    world
        .store
        .erase_person(&world.brand, old, NOOR, NOW)
        .await
        .unwrap();
    done(&world.does(NOOR, 9, claim("p9", "annelies")).await);
    let new = world
        .store
        .find_people(&world.brand, "@ANNELIES")
        .await
        .unwrap();
    assert_eq!(new.len(), 1);
    assert_ne!(new[0].id, old);
    assert!(
        world
            .store
            .verify_chain(&world.brand)
            .await
            .unwrap()
            .is_ok()
    );
}

#[tokio::test]
async fn one_row_for_one_author_but_not_for_authors_without_a_name() {
    let mut world = World::new().await;
    for (case, author) in [(1, "@Bram"), (2, "bram"), (3, ""), (4, "")] {
        done(
            &world
                .does(NOOR, case, claim(&format!("p{case}"), author))
                .await,
        );
    }
    assert_eq!(
        world.store.find_people(&world.brand, "bram").await.unwrap()[0].cases,
        2
    );
    assert_eq!(
        world
            .store
            .find_people(&world.brand, "")
            .await
            .unwrap()
            .len(),
        2
    );
    assert!(
        world
            .store
            .verify_chain(&world.brand)
            .await
            .unwrap()
            .is_ok()
    );
}
