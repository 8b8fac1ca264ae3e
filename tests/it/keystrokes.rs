//! No keystroke is lost or moved: at 120 words a minute, on a machine four times slower, what was
//! typed is what the editor holds and what the site receives.

use crate::desk::Desk;
use serde_json::json;
use toonvast_tests::place::Place;

/// With faults on the way, so that findings and marks come and go while it is typed.
const TYPED: &str = "Wat vervelend! Ik wordt er ook niet blij van. Hun komen vandaag nog langs, \
    en ik bel je daarna even of alles weer rijdt. ^Noor";

async fn nothing_is_lost(place: Place) {
    let desk = Desk::at(place).await;
    let slow = json!({ "rate": 4 });
    desk.browser
        .devtools("Emulation.setCPUThrottlingRate", slow)
        .await
        .expect("the browser does it");
    desk.type_keys(TYPED).await;
    desk.wait_text(TYPED).await;
    desk.wait_finding("spelling").await;
    let seen = place
        .shown(&desk.browser)
        .await
        .expect("the browser does it");
    assert_eq!(seen.trim_end(), TYPED, "{place:?}: what is seen");
    assert_eq!(desk.send().await, TYPED, "{place:?}: what was sent");
}

#[tokio::test]
async fn on_x() {
    nothing_is_lost(Place::X).await;
}

#[tokio::test]
async fn on_facebook() {
    nothing_is_lost(Place::Facebook).await;
}

#[tokio::test]
async fn on_facebook_for_rich_text() {
    nothing_is_lost(Place::FacebookRich).await;
}

#[tokio::test]
async fn on_discourse() {
    nothing_is_lost(Place::Discourse).await;
}

#[tokio::test]
async fn in_a_plain_field() {
    nothing_is_lost(Place::Article).await;
}

#[tokio::test]
async fn on_the_forum() {
    nothing_is_lost(Place::Forum).await;
}
