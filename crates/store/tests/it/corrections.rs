//! What agents set right: kept with a case or without, and forgotten with its author.

use crate::world::{FENNA, NOOR, NOW, World, claim, correct, done};
use sqlx::{Connection, SqliteConnection};
use toonvast_casework::{SetRight, lessons, replay};
use toonvast_model::command::Action;
use toonvast_model::event::Event;
use toonvast_model::id::{CaseId, PostId};
use toonvast_model::post::Site;
use toonvast_model::screen::{CaseView, Contents};
use toonvast_model::triage::{Correction, Kind, Priority};
use toonvast_store::log::Broken;
use uuid::Uuid;

const QUESTION: Correction = Correction::Kind(Kind::Question);
const LOW: Correction = Correction::Priority(Priority::Low);

async fn log(world: &World) -> (Vec<Event>, Contents) {
    let stretch = world
        .store
        .events_after(&world.brand, 0, 99)
        .await
        .expect("the log is read");
    (stretch.events, stretch.contents)
}

async fn view(world: &World, case: u128) -> Option<CaseView> {
    let case = CaseId(Uuid::from_u128(case));
    world
        .store
        .case(&world.brand, case)
        .await
        .expect("the case is read")
}

fn names(events: &[Event]) -> Vec<&str> {
    events.iter().map(|event| event.what.name()).collect()
}

#[tokio::test]
async fn without_a_case_it_is_logged_and_makes_none() {
    let mut world = World::new().await;
    let arrival = world.arrival(50, correct("p1", "@annelies", &[QUESTION]));
    for _ in 0..2 {
        let outcomes = world.sends(NOOR, std::slice::from_ref(&arrival)).await;
        assert_eq!(done(&outcomes[0]), (50, 1), "sent again, done once");
    }
    assert!(world.store.queue(&world.brand, 9).await.unwrap().is_empty());
    assert_eq!(view(&world, 50).await, None);
    let (events, contents) = log(&world).await;
    assert_eq!(names(&events), ["corrected"]);
    let taught = lessons(&events, &contents);
    assert_eq!(
        (taught[0].text.as_str(), taught[0].corrections.as_slice()),
        ("Mijn accu laadt niet op, Annelies", [QUESTION].as_slice())
    );
    assert_eq!(contents.people[0].handle, "@annelies");
    let verified = world.store.verify_chain(&world.brand).await.unwrap();
    assert_eq!(verified.expect("holds").events, 1);
}

#[tokio::test]
async fn a_later_claim_opens_a_case_that_tells_what_was_set_right_before() {
    let mut world = World::new().await;
    world
        .does(FENNA, 50, correct("p1", "@annelies", &[QUESTION]))
        .await;
    world.does(FENNA, 51, correct("p2", "@bram", &[LOW])).await;
    assert_eq!(
        done(&world.does(NOOR, 7, claim("p1", "@annelies")).await),
        (7, 4)
    );
    world.does(NOOR, 52, Action::ForgetLessons).await;
    let view = view(&world, 7).await.expect("claimed");
    assert_eq!(
        names(&view.events),
        ["corrected", "opened", "claimed", "lessons-forgotten"]
    );
    assert_eq!(replay(&view.events).as_ref(), Some(&view.case));
    let found = world
        .store
        .find_people(&world.brand, "annelies")
        .await
        .unwrap();
    assert_eq!((found.len(), found[0].cases), (1, 1), "one author, one row");
}

#[tokio::test]
async fn on_a_case_it_moves_the_case_in_the_queue_and_adds_no_words() {
    let mut world = World::new().await;
    world.does(NOOR, 7, claim("p1", "@annelies")).await;
    world.does(NOOR, 8, claim("p2", "@bram")).await;
    // The browser had not heard of the case yet and made an id of its own.
    let urgent = [Correction::Priority(Priority::Urgent), QUESTION];
    assert_eq!(
        done(&world.does(FENNA, 60, correct("p2", "@bram", &urgent)).await),
        (8, 5)
    );
    let rows = world.store.queue(&world.brand, 9).await.unwrap();
    assert_eq!(rows[0].case.id, CaseId(Uuid::from_u128(8)));
    assert_eq!(
        (rows[0].case.kind, rows[0].case.priority),
        (Kind::Question, Priority::Urgent)
    );
    let view = view(&world, 8).await.expect("claimed");
    assert_eq!(names(&view.events), ["opened", "claimed", "corrected"]);
    assert_eq!(
        (view.contents.texts.len(), view.contents.people.len()),
        (1, 1)
    );
    assert_eq!(replay(&view.events).as_ref(), Some(&view.case));
    let verified = world.store.verify_chain(&world.brand).await.unwrap();
    assert_eq!(verified.expect("holds").events, 5);
}

#[tokio::test]
async fn what_is_forgotten_teaches_no_more() {
    let mut world = World::new().await;
    world
        .does(NOOR, 50, correct("p1", "@annelies", &[QUESTION]))
        .await;
    assert_eq!(
        done(&world.does(FENNA, 51, Action::ForgetLessons).await),
        (51, 2)
    );
    let (events, contents) = log(&world).await;
    assert!(lessons(&events, &contents).is_empty());
    world
        .does(NOOR, 52, correct("p1", "@annelies", &[LOW]))
        .await;
    world.reopen().await;
    let (events, contents) = log(&world).await;
    assert_eq!(lessons(&events, &contents).len(), 1);
    let held: SetRight = events.iter().collect();
    assert_eq!(held.of(Site::X, &PostId("p1".into())), [LOW]);
}

#[tokio::test]
async fn who_is_forgotten_leaves_no_words_and_teaches_nothing() {
    let mut world = World::new().await;
    world
        .does(NOOR, 50, correct("p1", "@annelies", &[QUESTION]))
        .await;
    world
        .does(FENNA, 51, correct("p1", "@Annelies", &[LOW]))
        .await;
    world.does(NOOR, 52, correct("p2", "@bram", &[LOW])).await;
    let before = world.store.verify_chain(&world.brand).await.unwrap();
    let found = world
        .store
        .find_people(&world.brand, "annelies")
        .await
        .unwrap();
    assert_eq!((found.len(), found[0].cases), (1, 0));
    let erased = world
        .store
        .erase_person(&world.brand, found[0].id, FENNA, NOW)
        .await
        .unwrap()
        .expect("known");
    assert_eq!((erased.cases, erased.texts), (0, 2));
    assert_eq!(
        world.store.verify_chain(&world.brand).await.unwrap(),
        before
    );
    let (events, contents) = log(&world).await;
    let posts: Vec<_> = lessons(&events, &contents)
        .into_iter()
        .map(|taught| taught.post_id.0)
        .collect();
    assert_eq!(posts, ["p2"]);
    assert_eq!(contents.people.len(), 1);
    let mut connection = SqliteConnection::connect(&world.path().display().to_string())
        .await
        .unwrap();
    let (guessable,): (i64,) =
        sqlx::query_as("SELECT count(*) FROM command WHERE salt IS NOT NULL AND case_id IN (SELECT case_id FROM correction WHERE post_id = 'p1')")
            .fetch_one(&mut connection)
            .await
            .unwrap();
    assert_eq!(
        guessable, 0,
        "no fingerprint tells whether a guess is right"
    );
}

#[tokio::test]
async fn a_case_of_somebody_forgotten_gets_no_words_back() {
    let mut world = World::new().await;
    world.does(NOOR, 7, claim("p1", "@annelies")).await;
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
    world
        .does(FENNA, 60, correct("p1", "@annelies", &[QUESTION]))
        .await;
    let view = view(&world, 7).await.expect("stays");
    assert_eq!(view.case.kind, Kind::Question);
    let mut connection = SqliteConnection::connect(&world.path().display().to_string())
        .await
        .unwrap();
    let (texts, handles): (i64, i64) = sqlx::query_as(
        "SELECT (SELECT count(text) FROM content), (SELECT count(handle) FROM person)",
    )
    .fetch_one(&mut connection)
    .await
    .unwrap();
    assert_eq!((texts, handles), (0, 0), "nor into a row nobody points at");
    assert!(view.contents.texts.is_empty() && view.contents.people.is_empty());
}

#[tokio::test]
async fn tampering_with_what_was_set_right_shows() {
    for (statement, why) in [
        (
            "UPDATE content SET text = text || '!'",
            "the words behind it were changed",
        ),
        ("DELETE FROM content", "the words behind it are missing"),
        (
            "UPDATE person SET handle = 'someone'",
            "the author behind it was changed",
        ),
        (
            "DROP TRIGGER event_is_never_changed;
             UPDATE event SET payload = replace(payload, 'question', 'spam')",
            "it was changed after it was written",
        ),
    ] {
        let mut world = World::new().await;
        world
            .does(NOOR, 50, correct("p1", "@annelies", &[QUESTION]))
            .await;
        let mut connection = SqliteConnection::connect(&world.path().display().to_string())
            .await
            .unwrap();
        sqlx::raw_sql(statement)
            .execute(&mut connection)
            .await
            .unwrap();
        let verdict = world.store.verify_chain(&world.brand).await.unwrap();
        assert_eq!(verdict, Err(Broken { seq: 1, why }), "{statement}");
    }
}
