//! What goes wrong, word for word.

use crate::world::{PASSWORD, World, claim};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use toonvast_server::{OPENAPI, listed};

const COMMANDS: &str = "/v1/brands/fietsfluit/commands";

async fn raw(world: &World, headers: &[&str], body: impl Into<Body>) -> Value {
    let mut request = Request::builder().method("POST").uri(COMMANDS);
    for line in headers {
        let (name, value) = line.split_once(": ").expect("name: value");
        request = request.header(name, value);
    }
    world
        .send(request.body(body.into()).expect("a request"))
        .await
        .json()
}

#[tokio::test]
async fn the_same_error_in_two_languages() {
    let world = World::new().await;
    let answer = world
        .ask(
            "GET",
            "/v1/nothing",
            &["accept-language: nl-NL,nl;q=0.9"],
            None,
        )
        .await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(answer.header("content-language"), "nl");
    assert_eq!(
        answer.json(),
        json!({ "error": {
            "code": "no-route",
            "what": "Dit adres bestaat niet.",
            "why": "De server kent geen route met dit pad.",
            "todo": "Controleer het pad; /v1/openapi.json noemt ze alle.",
        }})
    );
    let answer = world.ask("GET", "/v1/nothing", &[], None).await;
    assert_eq!(
        answer.json(),
        json!({ "error": {
            "code": "no-route",
            "what": "This address does not exist.",
            "why": "The server has no route with this path.",
            "todo": "Check the path; /v1/openapi.json lists them all.",
        }})
    );
}

#[tokio::test]
async fn a_wrong_method_names_the_right_ones() {
    let world = World::new().await;
    let answer = world.ask("PATCH", "/v1/session", &[], None).await;
    assert_eq!(
        (answer.status, answer.header("allow")),
        (StatusCode::METHOD_NOT_ALLOWED, "POST,DELETE")
    );
    assert_eq!(
        answer.json()["error"]["why"],
        "This address does not know this method."
    );
    let page = world.ask("POST", "/", &[], None).await;
    assert_eq!(
        (page.status, page.header("allow")),
        (StatusCode::METHOD_NOT_ALLOWED, "GET,HEAD")
    );
}

#[tokio::test]
async fn bodies_that_are_not_what_they_should_be() {
    let world = World::new().await;
    let token = world.device("Noor").await;
    let json_type = "content-type: application/json";
    let secret_words = r#"[{"id": "Mijn geheime klacht"}]"#;
    let many = json!(vec![claim(1, 1, "p"); 201]).to_string();
    let cases = [
        (
            vec![&token[..]],
            "[]".to_owned(),
            "Its body is not declared to be JSON.",
        ),
        (
            vec![&token, "content-type: text/plain"],
            "[]".to_owned(),
            "Its body is not declared to be JSON.",
        ),
        (
            vec![&token, json_type],
            "[{".to_owned(),
            "Its body is not the JSON expected here (line 1, column 2).",
        ),
        (
            vec![&token, json_type],
            secret_words.to_owned(),
            "Its body is not the JSON expected here (line 1, column 29).",
        ),
        (
            vec![&token, json_type],
            "\u{0}".to_owned(),
            "Its body is not the JSON expected here (line 1, column 1).",
        ),
        (
            vec![&token, json_type],
            format!("[{}]", " ".repeat(2 * 1024 * 1024)),
            "Its body is over 2 MiB.",
        ),
        (
            vec![&token, json_type],
            many,
            "It counts over 200 commands.",
        ),
        (
            vec![&token, json_type],
            "[".repeat(100_000),
            "Its body is not the JSON expected here (line 1, column 2).",
        ),
    ];
    for (headers, body, why) in cases {
        let start: String = body.chars().take(30).collect();
        let error = raw(&world, &headers, body).await;
        assert_eq!(error["error"]["why"], why, "{start}");
        assert!(!error.to_string().contains("geheime"), "{error}");
    }
}

/// Headers of a request that changes something, and the code, status and reason it gets.
type Refused<'h> = (&'h [&'h str], &'h str, u16, &'h str);

async fn refuses(world: &World, table: &[Refused<'_>]) {
    for (headers, code, status, why) in table {
        let answer = world.ask("POST", COMMANDS, headers, Some(json!([]))).await;
        let error = &answer.json()["error"];
        assert_eq!(answer.status.as_u16(), *status, "{headers:?}");
        assert_eq!(
            (&error["code"], &error["why"]),
            (&json!(code), &json!(why)),
            "{headers:?}"
        );
    }
}

#[tokio::test]
async fn nobody_gets_in_without_a_key() {
    const NEITHER: &str = "The request has neither token nor session.";
    const UNKNOWN: &str = "This server does not know this token.";
    let world = World::new().await;
    let table: [Refused<'_>; 5] = [
        (&[], "not-signed-in", 401, NEITHER),
        (
            &["authorization: Basic Tm9vcg=="],
            "not-signed-in",
            401,
            NEITHER,
        ),
        (
            &["cookie: other=1", "x-toonvast: 1"],
            "not-signed-in",
            401,
            NEITHER,
        ),
        (&["authorization: Bearer 00"], "unknown-token", 401, UNKNOWN),
        (
            &["cookie: a=b; toonvast=00", "x-toonvast: 1"],
            "unknown-token",
            401,
            UNKNOWN,
        ),
    ];
    refuses(&world, &table).await;
}

#[tokio::test]
async fn other_sites_change_nothing() {
    const FOREIGN: &str = "It comes from a page that is not this server's.";
    const NO_HEADER: &str = "The header x-toonvast: 1 is missing, which only our own screens send.";
    let world = World::new().await;
    let token = world.device("Noor").await;
    let cookie = world.session("Noor").await;
    let ours = "x-toonvast: 1";
    let table: [Refused<'_>; 5] = [
        (&[&cookie], "no-own-header", 403, NO_HEADER),
        (
            &[&cookie, ours, "origin: https://evil.test"],
            "foreign-origin",
            403,
            FOREIGN,
        ),
        (
            &[&cookie, ours, "origin: null"],
            "foreign-origin",
            403,
            FOREIGN,
        ),
        (
            &[&cookie, ours, "origin: chrome-extension://evil"],
            "foreign-origin",
            403,
            FOREIGN,
        ),
        (
            &[&token, "origin: https://evil.test"],
            "foreign-origin",
            403,
            FOREIGN,
        ),
    ];
    refuses(&world, &table).await;
    let welcome: [&[&str]; 3] = [
        &[&cookie, ours, "origin: http://localhost"],
        &[&cookie, ours],
        &[&token, "origin: chrome-extension://x"],
    ];
    for headers in welcome {
        let answer = world.ask("POST", COMMANDS, headers, Some(json!([]))).await;
        assert_eq!(answer.status, StatusCode::OK, "{headers:?}");
    }
}

#[tokio::test]
async fn ended_keys_say_so() {
    let world = World::new().await;
    let token = world.device("Noor").await;
    world.advance(90 * 24 * 60);
    let answer = world
        .ask("GET", "/v1/me", &[&token, "accept-language: nl"], None)
        .await;
    assert_eq!(
        answer.json()["error"],
        json!({
            "code": "expired",
            "what": "Je bent niet meer aangemeld.",
            "why": "De aanmelding is verlopen.",
            "todo": "Meld je opnieuw aan, of koppel de extensie opnieuw.",
        })
    );
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_name_are_told_alike() {
    let world = World::new().await;
    let mut told = BTreeSet::new();
    for (name, password) in [
        ("Noor", "verkeerd wachtwoord"),
        ("Niemand", PASSWORD),
        ("", ""),
    ] {
        let body = json!({ "name": name, "password": password });
        let answer = world.ask("POST", "/v1/session", &[], Some(body)).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        told.insert(answer.json()["error"]["why"].to_string());
    }
    assert_eq!(
        told,
        BTreeSet::from(["\"Name and password do not belong together.\"".to_owned()])
    );
}

#[tokio::test]
async fn values_in_the_address() {
    let world = World::new().await;
    let token = world.device("Noor").await;
    for (path, why) in [
        (
            "/v1/brands/fietsfluit/events?after=-1",
            "The value of `after, limit` in the address is not what belongs there.",
        ),
        (
            "/v1/brands/fietsfluit/overview?locale=xx",
            "The value of `locale` in the address is not what belongs there.",
        ),
        (
            "/v1/brands/fietsfluit/people",
            "The value of `handle` in the address is not what belongs there.",
        ),
        (
            "/v1/brands/fietsfluit/cases/7",
            "There is no case of this name or number here, or you may not see it.",
        ),
    ] {
        let answer = world.ask("GET", path, &[&token], None).await;
        assert_eq!(answer.json()["error"]["why"], why, "{path}");
    }
}

#[test]
fn the_description_names_every_route_and_no_other() {
    let description: Value = serde_json::from_str(OPENAPI).expect("JSON");
    let described: BTreeSet<(String, String)> = description["paths"]
        .as_object()
        .expect("paths")
        .iter()
        .flat_map(|(path, methods)| {
            methods
                .as_object()
                .expect("methods")
                .keys()
                .map(|method| (method.clone(), path.clone()))
        })
        .collect();
    let routed = listed()
        .into_iter()
        .map(|(method, path)| (method.to_owned(), path.to_owned()))
        .collect();
    assert_eq!(described, routed);
}

#[test]
fn every_reference_in_the_description_leads_somewhere() {
    fn references(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(map) => map
                .iter()
                .for_each(|(key, value)| match (key.as_str(), value) {
                    ("$ref", Value::String(target)) => found.push(target.clone()),
                    _ => references(value, found),
                }),
            Value::Array(items) => items.iter().for_each(|item| references(item, found)),
            _ => {}
        }
    }
    let description: Value = serde_json::from_str(OPENAPI).expect("JSON");
    let mut found = Vec::new();
    references(&description, &mut found);
    assert!(found.len() > 50);
    for target in found {
        assert!(
            description
                .pointer(target.trim_start_matches('#'))
                .is_some(),
            "{target}"
        );
    }
}
