//! How replies were, over the API: the team's to its admins, everybody's own to themselves (M58).

use crate::world::{NOW, PASSWORD, World, claim, uuid};
use axum::http::StatusCode;
use serde_json::{Value, json};
use toonvast_model::id::AccountId;
use toonvast_model::timestamp::Timestamp;
use toonvast_server::Role;
use toonvast_store::accounts::NewAccount;

const BRAND: &str = "/v1/brands/fietsfluit";

/// Sem is an agent of the brand of which Noor is admin.
async fn team() -> (World, String, String) {
    let world = World::new().await;
    let noor = world.store.account_named("noor").await.expect("reads");
    let sem = NewAccount {
        id: AccountId(uuid::Uuid::from_u128(3)),
        name: "Sem".into(),
        password_hash: noor.expect("is there").password_hash,
        created_at: Timestamp(NOW),
    };
    let brands = ["fietsfluit".parse().expect("a brand id")];
    world
        .store
        .add_account(&sem, &brands, Role::Agent)
        .await
        .expect("adds");
    assert!(!PASSWORD.is_empty());
    let (noor, sem) = (world.device("Noor").await, world.device("Sem").await);
    (world, noor, sem)
}

/// A post claimed and answered, with what the check still found.
fn answered(number: u128, faults: &Value) -> Value {
    let mut reply = claim(0, 0, &format!("r{number}"))["action"]["post"].clone();
    reply["text"] = json!("We zoeken het uit ^Noor");
    let promise = json!({ "due": NOW + 3_600_000, "warn_at": NOW + 1_800_000 });
    let action = json!({ "do": "log-reply", "reply": reply, "kind": "holding", "promise": promise, "faults": faults });
    let log = json!({ "id": uuid(number + 100), "brand": "fietsfluit", "case": uuid(number), "at": NOW, "action": action });
    json!([claim(number, number, &format!("p{number}")), log])
}

async fn get(world: &World, token: &str, path: &str) -> Value {
    let answer = world
        .ask("GET", &format!("{BRAND}{path}"), &[token], None)
        .await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    answer.json()
}

async fn sends(world: &World, token: &str, batch: Value) {
    let sent = world
        .ask("POST", &format!("{BRAND}/commands"), &[token], Some(batch))
        .await;
    let outcomes = sent.json();
    let done = outcomes
        .as_array()
        .is_some_and(|all| all.iter().all(|one| one["outcome"] == "done"));
    assert!(done, "{outcomes}");
}

fn names(quality: &Value) -> Vec<&str> {
    let agents = quality["agents"].as_array().expect("agents");
    agents
        .iter()
        .filter_map(|agent| agent["name"].as_str())
        .collect()
}

#[tokio::test]
async fn an_admin_sees_the_team_and_an_agent_only_themselves() {
    let (world, noor, sem) = team().await;
    let empty = get(&world, &sem, "/quality").await;
    assert_eq!(
        (&empty["agents"], &empty["everyone"]),
        (&json!([]), &json!(false))
    );
    sends(
        &world,
        &noor,
        answered(1, &json!([{ "rule": "negative-word", "severity": "warn" }])),
    )
    .await;
    sends(&world, &sem, answered(2, &json!([]))).await;

    let all = get(&world, &noor, "/quality").await;
    assert_eq!(
        (names(&all), &all["everyone"]),
        (vec!["Noor", "Sem"], &json!(true))
    );
    assert_eq!(
        all["agents"][0]["rules"],
        json!([{ "rule": "negative-word", "replies": 1 }])
    );
    let own = get(&world, &sem, "/quality").await;
    assert_eq!(
        (names(&own), &own["everyone"]),
        (vec!["Sem"], &json!(false))
    );
    let week = &own["agents"][0]["weeks"][7];
    assert_eq!(
        (&week["replies"], &week["faultless"]),
        (&json!(1), &json!(1))
    );
}

#[tokio::test]
async fn what_was_found_in_a_reply_reaches_no_other_colleague() {
    let (world, noor, sem) = team().await;
    let faults = json!([{ "rule": "negative-word", "severity": "warn" }]);
    sends(&world, &noor, answered(1, &faults)).await;
    let found = |told: &Value| -> Vec<Value> {
        let events = told["events"].as_array().expect("events").iter();
        events
            .filter(|event| event["what"] == "replied")
            .map(|event| event["faults"].clone())
            .collect()
    };
    for path in ["/events".to_owned(), format!("/cases/{}", uuid(1))] {
        assert_eq!(
            found(&get(&world, &noor, &path).await),
            std::slice::from_ref(&faults),
            "{path}"
        );
        assert_eq!(
            found(&get(&world, &sem, &path).await),
            [Value::Null],
            "{path}"
        );
    }
    let brand = "fietsfluit".parse().expect("a brand id");
    let log = world.store.verify_chain(&brand).await.expect("reads");
    assert!(log.is_ok(), "{log:?}");
}

#[tokio::test]
async fn a_promise_stands_on_the_case_of_everybody() {
    let (world, noor, sem) = team().await;
    sends(&world, &noor, answered(1, &json!([]))).await;
    let due = json!({ "due": NOW + 3_600_000, "warn_at": NOW + 1_800_000 });
    let overview = get(&world, &sem, "/overview").await;
    assert_eq!(overview["cases"][0]["case"]["promise"], due);
    let case = get(&world, &sem, &format!("/cases/{}", uuid(1))).await;
    assert_eq!(case["case"]["promise"], due);
}
