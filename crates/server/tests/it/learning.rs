//! What agents set right, over the API.

use crate::world::{NOW, World, claim, uuid};
use axum::http::StatusCode;
use serde_json::{Value, json};
use toonvast_casework::check::CORRECTIONS_MAX;
use toonvast_model::command::Action;
use toonvast_model::event::Event;
use toonvast_model::triage::Correction;

const BRAND: &str = "/v1/brands/fietsfluit";

fn command(id: u128, case: u128, action: Value) -> Value {
    json!({ "id": uuid(id), "brand": "fietsfluit", "case": uuid(case), "at": NOW, "action": action })
}

fn correct(id: u128, case: u128, corrections: Value) -> Value {
    let post = claim(0, 0, "p1")["action"]["post"].clone();
    command(
        id,
        case,
        json!({ "do": "correct", "post": post, "corrections": corrections }),
    )
}

async fn sent(world: &World, token: &str, batch: Value) -> Value {
    let answer = world
        .ask("POST", &format!("{BRAND}/commands"), &[token], Some(batch))
        .await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    answer.json()
}

#[tokio::test]
async fn a_correction_reads_back_from_the_log_with_the_words_behind_it() {
    let world = World::new().await;
    let token = world.device("Noor").await;
    let corrections = json!([
        { "field": "kind", "value": "question" },
        { "field": "risk", "value": false },
        { "field": "topics", "value": ["accu"] },
    ]);
    let batch = json!([correct(1, 50, corrections.clone()), claim(2, 7, "p1")]);
    let outcomes = sent(&world, &token, batch.clone()).await;
    assert_eq!(
        outcomes,
        json!([
            { "outcome": "done", "command": uuid(1), "case": uuid(50), "seq": 1 },
            { "outcome": "done", "command": uuid(2), "case": uuid(7), "seq": 3 },
        ])
    );
    assert_eq!(
        sent(&world, &token, batch).await,
        outcomes,
        "sent again, done once"
    );
    let log = world
        .ask("GET", &format!("{BRAND}/events"), &[&token], None)
        .await
        .json();
    assert_eq!(log["head"], 3);
    let event = &log["events"][0];
    assert_eq!(
        (
            &event["what"],
            &event["corrections"],
            &event["post"]["post_id"]
        ),
        (&json!("corrected"), &corrections, &json!("p1"))
    );
    assert!(
        !event.to_string().contains("annelies"),
        "no words in the log: {event}"
    );
    let texts = log["contents"]["texts"].as_array().unwrap();
    assert!(
        texts
            .iter()
            .any(|row| row["id"] == event["post"]["content"])
    );
    stands_on_its_case_only(&world, &token).await;
}

/// The case claimed later tells of the correction; by itself a correction is no case.
async fn stands_on_its_case_only(world: &World, token: &str) {
    let view = world
        .ask("GET", &format!("{BRAND}/cases/{}", uuid(7)), &[token], None)
        .await
        .json();
    let told: Vec<_> = view["events"]
        .as_array()
        .expect("a list of events")
        .iter()
        .map(|event| event["what"].clone())
        .collect();
    assert_eq!(told, ["corrected", "opened", "claimed"]);
    let alone = world
        .ask(
            "GET",
            &format!("{BRAND}/cases/{}", uuid(50)),
            &[token],
            None,
        )
        .await;
    assert_eq!(
        alone.status,
        StatusCode::NOT_FOUND,
        "a correction alone is no case"
    );
}

#[tokio::test]
async fn lessons_are_forgotten_and_nonsense_is_refused() {
    let world = World::new().await;
    let token = world.device("Noor").await;
    let twice = json!([{ "field": "kind", "value": "spam" }, { "field": "kind", "value": "idea" }]);
    let outcomes = sent(
        &world,
        &token,
        json!([
            command(1, 50, json!({ "do": "forget-lessons" })),
            correct(2, 51, json!([])),
            correct(3, 52, twice),
        ]),
    )
    .await;
    assert_eq!(outcomes[0]["outcome"], "done");
    for (at, why) in [
        (1, "is 0 fields: at least 1 are needed"),
        (2, "say two things of kind"),
    ] {
        assert_eq!(
            (
                &outcomes[at]["refusal"],
                &outcomes[at]["field"],
                &outcomes[at]["why"]
            ),
            (&json!("invalid"), &json!("corrections"), &json!(why))
        );
    }
    let unknown = json!([correct(
        4,
        53,
        json!([{ "field": "mood", "value": "grumpy" }])
    )]);
    let answer = world
        .ask(
            "POST",
            &format!("{BRAND}/commands"),
            &[&token],
            Some(unknown),
        )
        .await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{}", answer.text());
}

/// Every value the description allows is one the server reads, and back.
#[test]
fn the_description_names_what_the_server_takes() {
    let openapi: Value =
        serde_json::from_str(include_str!("../../src/routes/openapi.json")).expect("JSON");
    let schemas = &openapi["components"]["schemas"];
    let actions = schemas["Action"]["oneOf"].as_array().expect("a list");
    let names: Vec<&str> = actions
        .iter()
        .filter_map(|action| action["properties"]["do"]["const"].as_str())
        .collect();
    assert!(
        names.contains(&"correct") && names.contains(&"forget-lessons"),
        "{names:?}"
    );
    let forget: Action = serde_json::from_value(json!({ "do": "forget-lessons" })).expect("reads");
    assert_eq!(forget, Action::ForgetLessons);
    let mut fields = 0;
    for one in schemas["Correction"]["oneOf"].as_array().expect("a list") {
        let field = &one["properties"]["field"]["const"];
        let value = &one["properties"]["value"];
        let values: Vec<Value> = match value["$ref"].as_str() {
            Some(path) => {
                let name = path.rsplit('/').next().expect("a name");
                schemas[name]["enum"].as_array().expect("values").clone()
            }
            None if value["type"] == "boolean" => vec![json!(true), json!(false)],
            None => vec![json!(["accu"])],
        };
        for value in values {
            let said = json!({ "field": field, "value": value });
            let read: Correction =
                serde_json::from_value(said.clone()).unwrap_or_else(|why| panic!("{said}: {why}"));
            assert_eq!(serde_json::to_value(&read).expect("JSON"), said);
        }
        fields += 1;
    }
    assert_eq!(schemas["Corrections"]["maxItems"], fields);
    assert_eq!(fields, CORRECTIONS_MAX);
    let whats = &schemas["Event"]["allOf"][0]["properties"]["what"]["enum"];
    for what in ["corrected", "lessons-forgotten"] {
        assert!(
            whats
                .as_array()
                .is_some_and(|known| known.contains(&json!(what))),
            "{whats}"
        );
    }
    let event = json!({
        "id": uuid(1), "brand": "fietsfluit", "seq": 1, "case": uuid(2), "command": uuid(3), "at": NOW,
        "actor": { "who": "this-browser" }, "what": "lessons-forgotten",
    });
    let read: Event = serde_json::from_value(event.clone()).expect("reads");
    assert_eq!(serde_json::to_value(read).expect("JSON"), event);
}
