//! A post becomes a logged case, over the API.

use crate::world::{NOW, World, claim, reply, uuid};
use axum::http::StatusCode;
use serde_json::json;

const BRAND: &str = "/v1/brands/fietsfluit";

#[tokio::test]
async fn from_click_to_log_once() {
    let world = World::new().await;
    let token = world.device("Noor").await;
    let batch = json!([claim(1, 7, "p1"), reply(2, 7, "r1")]);
    let commands = format!("{BRAND}/commands");
    let done = json!([
        { "outcome": "done", "command": uuid(1), "case": uuid(7), "seq": 2 },
        { "outcome": "done", "command": uuid(2), "case": uuid(7), "seq": 3 },
    ]);
    for attempt in 0..3 {
        let origin = "origin: chrome-extension://abcdefgh";
        let answer = world
            .ask("POST", &commands, &[&token, origin], Some(batch.clone()))
            .await;
        assert_eq!(
            (answer.status, answer.json()),
            (StatusCode::OK, done.clone()),
            "attempt {attempt}"
        );
    }
    let events = world
        .ask(
            "GET",
            &format!("{BRAND}/events?after=1&limit=1"),
            &[&token],
            None,
        )
        .await
        .json();
    assert_eq!(
        (&events["head"], &events["events"][0]["seq"]),
        (&json!(3), &json!(2))
    );
    assert_eq!(events["contents"]["accounts"][0]["name"], "Noor");
}

#[tokio::test]
async fn from_log_to_screen() {
    let world = World::new().await;
    let token = world.device("Noor").await;
    let batch = json!([claim(1, 7, "p1"), reply(2, 7, "r1")]);
    world
        .ask("POST", &format!("{BRAND}/commands"), &[&token], Some(batch))
        .await;
    let overview = world
        .ask(
            "GET",
            &format!("{BRAND}/overview?locale=en"),
            &[&token],
            None,
        )
        .await
        .json();
    assert_eq!(overview["brand_name"], "Fietsfluit");
    assert_eq!(overview["locale"], "en");
    assert_eq!(
        overview["outbox"],
        json!({ "outbox": "server", "last_command_at": NOW })
    );
    let row = &overview["cases"][0];
    assert_eq!(
        (&row["author"], &row["owner"]),
        (&json!("@annelies"), &json!("Noor"))
    );
    assert_eq!(
        (&row["excerpt"], &row["pending"]),
        (&json!("Mijn accu laadt niet op"), &json!(false))
    );
    assert_eq!(row["case"]["state"], "completed");

    let view = world
        .ask(
            "GET",
            &format!("{BRAND}/cases/{}", uuid(7)),
            &[&token],
            None,
        )
        .await
        .json();
    let kinds: Vec<_> = view["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["what"].clone())
        .collect();
    assert_eq!(kinds, ["opened", "claimed", "replied"]);
    assert_eq!(view["contents"]["texts"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_refusal_is_an_answer() {
    let world = World::new().await;
    let token = world.device("Noor").await;
    let batch = json!([reply(1, 7, "r1"), claim(1, 7, "p1")]);
    let answer = world
        .ask("POST", &format!("{BRAND}/commands"), &[&token], Some(batch))
        .await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(
        answer.json(),
        json!([
            { "outcome": "refused", "command": uuid(1), "refusal": "no-such-case" },
            { "outcome": "refused", "command": uuid(1), "refusal": "id-reused" },
        ])
    );
}

#[tokio::test]
async fn a_customer_is_forgotten() {
    let world = World::new().await;
    let token = world.device("Noor").await;
    world
        .ask(
            "POST",
            &format!("{BRAND}/commands"),
            &[&token],
            Some(json!([claim(1, 7, "p1")])),
        )
        .await;
    let found = world
        .ask(
            "GET",
            &format!("{BRAND}/people?handle=%40Annelies"),
            &[&token],
            None,
        )
        .await
        .json();
    assert_eq!(
        (&found[0]["handle"], &found[0]["cases"]),
        (&json!("@annelies"), &json!(1))
    );
    let person = format!("{BRAND}/people/{}", found[0]["id"].as_str().unwrap());
    let erased = world.ask("DELETE", &person, &[&token], None).await;
    assert_eq!(erased.json()["texts"], 1, "{}", erased.text());
    let overview = world
        .ask("GET", &format!("{BRAND}/overview"), &[&token], None)
        .await
        .json();
    assert_eq!(
        (
            &overview["cases"][0]["author"],
            &overview["cases"][0]["excerpt"]
        ),
        (&json!(""), &json!(""))
    );
}

#[tokio::test]
async fn a_member_of_one_brand_sees_nothing_of_another() {
    let world = World::new().await;
    let noor = world.device("Noor").await;
    let fenna = world.device("Fenna").await;
    world
        .ask(
            "POST",
            &format!("{BRAND}/commands"),
            &[&noor],
            Some(json!([claim(1, 7, "p1")])),
        )
        .await;
    let case = format!("{BRAND}/cases/{}", uuid(7));
    let person = format!("{BRAND}/people/{}", uuid(9));
    for (method, path) in [
        ("GET", BRAND),
        ("GET", &format!("{BRAND}/overview")),
        ("GET", &case),
        ("GET", &format!("{BRAND}/events")),
        ("GET", &format!("{BRAND}/people?handle=annelies")),
        ("DELETE", &person),
        ("POST", &format!("{BRAND}/commands")),
        ("GET", "/v1/brands/nobodys"),
        ("GET", "/v1/brands/No%20Brand"),
    ] {
        let body = (method == "POST").then(|| json!([claim(2, 8, "p2")]));
        let answer = world.ask(method, path, &[&fenna], body).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{method} {path}");
        assert_eq!(
            answer.json()["error"]["code"],
            "no-such-brand",
            "{method} {path}"
        );
        let without = world.ask(method, path, &[], None).await;
        assert_eq!(without.status, StatusCode::UNAUTHORIZED, "{method} {path}");
    }
    // The same case number under her own brand is no case either.
    let own = world
        .ask(
            "GET",
            &case.replace("fietsfluit", "trapspeed"),
            &[&fenna],
            None,
        )
        .await;
    assert_eq!(own.json()["error"]["code"], "no-such-case");
    let me = world.ask("GET", "/v1/me", &[&fenna], None).await.json();
    assert_eq!(
        me["brands"],
        json!([{ "id": "trapspeed", "name": "Trapspeed" }])
    );
}

#[tokio::test]
async fn a_brand_travels_as_data_and_once() {
    let world = World::new().await;
    let token = world.device("Noor").await;
    let answer = world.ask("GET", BRAND, &[&token], None).await;
    assert_eq!(answer.json()["brand"]["policy"]["name"], "Fietsfluit");
    let etag = answer.header("etag").to_owned();
    assert_eq!(
        etag.trim_matches('"'),
        answer.json()["sha256"].as_str().unwrap()
    );
    let again = world
        .ask(
            "GET",
            BRAND,
            &[&token, &format!("if-none-match: {etag}")],
            None,
        )
        .await;
    assert_eq!(
        (again.status, again.body.len()),
        (StatusCode::NOT_MODIFIED, 0)
    );
}
