//! Accounts, sessions, pairing, tokens: who gets in, and until when.

use crate::world::{PASSWORD, World, uuid};
use axum::http::StatusCode;
use serde_json::json;
use toonvast_model::timestamp::Timestamp;

#[tokio::test]
async fn a_session_is_a_cookie_scripts_cannot_read() {
    let world = World::new().await;
    let body = json!({ "name": "noor", "password": PASSWORD });
    let answer = world
        .ask("POST", "/v1/session", &[], Some(body.clone()))
        .await;
    let cookie = answer.header("set-cookie");
    assert!(
        cookie.starts_with("toonvast=")
            && cookie.ends_with("; HttpOnly; SameSite=Strict; Path=/; Max-Age=604800"),
        "{cookie}"
    );
    assert_eq!(answer.json()["name"], "Noor");
    assert_eq!(
        answer.json()["brands"],
        json!([{ "id": "fietsfluit", "name": "Fietsfluit" }])
    );
    let secure = World::at(Some("https://webcare.test")).await;
    let answer = secure
        .ask(
            "POST",
            "/v1/session",
            &["origin: https://webcare.test"],
            Some(body),
        )
        .await;
    assert!(answer.header("set-cookie").ends_with("; Secure"));
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    let world = World::new().await;
    let cookie = world.session("Noor").await;
    let out = world
        .ask("DELETE", "/v1/session", &[&cookie, "x-toonvast: 1"], None)
        .await;
    assert_eq!(out.status, StatusCode::NO_CONTENT);
    assert!(out.header("set-cookie").starts_with("toonvast=; "));
    assert_eq!(
        world.ask("GET", "/v1/me", &[&cookie], None).await.json()["error"]["code"],
        "revoked"
    );
}

#[tokio::test]
async fn sessions_end_idle_and_at_last_in_any_case() {
    let world = World::new().await;
    let cookie = world.session("Noor").await;
    world.advance(12 * 60 - 1);
    assert_eq!(
        world.ask("GET", "/v1/me", &[&cookie], None).await.status,
        StatusCode::OK
    );
    for _ in 0..13 {
        world.advance(12 * 60 - 1);
        world.ask("GET", "/v1/me", &[&cookie], None).await;
    }
    let week = world.ask("GET", "/v1/me", &[&cookie], None).await;
    assert_eq!(
        week.status,
        StatusCode::OK,
        "still within the week: {}",
        week.text()
    );
    world.advance(20);
    assert_eq!(
        world.ask("GET", "/v1/me", &[&cookie], None).await.json()["error"]["code"],
        "expired"
    );

    let cookie = world.session("Noor").await;
    world.advance(12 * 60);
    assert_eq!(
        world.ask("GET", "/v1/me", &[&cookie], None).await.json()["error"]["code"],
        "expired"
    );
}

#[tokio::test]
async fn a_device_is_paired_listed_and_revoked() {
    let world = World::new().await;
    let token = world.device("Noor").await;
    let listed = world.ask("GET", "/v1/tokens", &[&token], None).await.json();
    let kinds: Vec<_> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|token| {
            (
                token["kind"].as_str().unwrap(),
                token["current"].as_bool().unwrap(),
            )
        })
        .collect();
    assert_eq!(kinds.len(), 2);
    assert!(kinds.contains(&("device", true)) && kinds.contains(&("session", false)));
    assert!(
        !listed
            .to_string()
            .contains(token.rsplit(' ').next().unwrap()),
        "no secret is listed"
    );
    let device = listed
        .as_array()
        .unwrap()
        .iter()
        .find(|token| token["kind"] == "device")
        .unwrap();
    let address = format!("/v1/tokens/{}", device["id"].as_str().unwrap());

    let fenna = world.device("Fenna").await;
    let not_hers = world.ask("DELETE", &address, &[&fenna], None).await;
    assert_eq!(not_hers.json()["error"]["code"], "no-such-token");
    let cookie = world.session("Noor").await;
    let revoked = world
        .ask("DELETE", &address, &[&cookie, "x-toonvast: 1"], None)
        .await;
    assert_eq!(revoked.status, StatusCode::NO_CONTENT);
    assert_eq!(
        world.ask("GET", "/v1/me", &[&token], None).await.json()["error"]["code"],
        "revoked"
    );
}

#[tokio::test]
async fn a_pairing_code_opens_once_however_it_is_typed() {
    let world = World::new().await;
    let cookie = world.session("Noor").await;
    let pairing = world
        .ask("POST", "/v1/pairings", &[&cookie, "x-toonvast: 1"], None)
        .await;
    assert_eq!(pairing.status, StatusCode::CREATED);
    let code = pairing.json()["code"].as_str().unwrap().to_owned();
    assert_eq!(code.len(), 8);
    let typed = format!("{}-{}", &code[..4].to_lowercase(), &code[4..]);
    let body = json!({ "code": typed, "device": "Firefox" });
    let extension = ["origin: moz-extension://abc"];
    let paired = world
        .ask(
            "POST",
            "/v1/pairings/redeem",
            &extension,
            Some(body.clone()),
        )
        .await;
    assert_eq!(paired.json()["name"], "Noor", "{}", paired.text());
    let again = world
        .ask("POST", "/v1/pairings/redeem", &extension, Some(body))
        .await;
    assert_eq!(again.json()["error"]["code"], "wrong-code");

    let late = world
        .ask("POST", "/v1/pairings", &[&cookie, "x-toonvast: 1"], None)
        .await
        .json();
    world.advance(10);
    let body = json!({ "code": late["code"], "device": "Firefox" });
    let late = world
        .ask("POST", "/v1/pairings/redeem", &[], Some(body))
        .await;
    assert_eq!(late.json()["error"]["code"], "wrong-code");
}

#[tokio::test]
async fn guessing_ends_after_ten_tries() {
    let world = World::new().await;
    let guess = json!({ "code": "AAAAAAAA", "device": "x" });
    for _ in 0..10 {
        let answer = world
            .ask("POST", "/v1/pairings/redeem", &[], Some(guess.clone()))
            .await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let wait = world
        .ask("POST", "/v1/pairings/redeem", &[], Some(guess.clone()))
        .await;
    assert_eq!(
        (wait.status, wait.header("retry-after")),
        (StatusCode::TOO_MANY_REQUESTS, "600")
    );
    let right = json!({ "name": "Noor", "password": PASSWORD });
    let also = world
        .ask("POST", "/v1/session", &[], Some(right.clone()))
        .await;
    assert_eq!(also.status, StatusCode::TOO_MANY_REQUESTS);
    world.advance(10);
    assert_eq!(
        world
            .ask("POST", "/v1/session", &[], Some(right))
            .await
            .status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn a_token_of_one_kind_is_none_of_the_other() {
    let world = World::new().await;
    let token = world.device("Noor").await;
    let cookie = world.session("Noor").await;
    let device_as_cookie = token.replace("authorization: Bearer ", "cookie: toonvast=");
    let session_as_bearer = cookie.replace("cookie: toonvast=", "authorization: Bearer ");
    for header in [device_as_cookie, session_as_bearer] {
        let answer = world.ask("GET", "/v1/me", &[&header], None).await;
        assert_eq!(answer.json()["error"]["code"], "unknown-token");
    }
}

#[tokio::test]
async fn only_an_admin_forgets_people() {
    let world = World::new().await;
    let fenna = world.device("Fenna").await;
    let person = format!("/v1/brands/trapspeed/people/{}", uuid(1));
    assert_eq!(
        world.ask("DELETE", &person, &[&fenna], None).await.json()["error"]["code"],
        "admin-only"
    );
}

#[tokio::test]
async fn the_first_account_comes_by_its_link() {
    let world = World::empty(None).await;
    // SHA-256 of "abc".
    let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    world.store.invite_first(hash, Timestamp(0)).await.unwrap();
    let first = |code: &str, password: &str| json!({ "code": code, "name": " Noor ", "password": password });
    for (body, code) in [
        (first("abc", "kort"), "unfit-password"),
        (first("abd", PASSWORD), "not-invited"),
        (
            json!({ "code": "abc", "name": "a\nb", "password": PASSWORD }),
            "unfit-name",
        ),
    ] {
        let answer = world
            .ask("POST", "/v1/accounts/first", &[], Some(body))
            .await;
        assert_eq!(answer.json()["error"]["code"], code);
    }
    let made = world
        .ask(
            "POST",
            "/v1/accounts/first",
            &[],
            Some(first("abc", PASSWORD)),
        )
        .await;
    assert_eq!(made.json()["name"], "Noor");
    assert_eq!(made.json()["brands"].as_array().unwrap().len(), 2);
    let cookie = format!("cookie: {}", made.cookie());
    assert_eq!(
        world.ask("GET", "/v1/me", &[&cookie], None).await.status,
        StatusCode::OK
    );
    let again = world
        .ask(
            "POST",
            "/v1/accounts/first",
            &[],
            Some(first("abc", PASSWORD)),
        )
        .await;
    assert_eq!(again.json()["error"]["code"], "not-invited");
}
