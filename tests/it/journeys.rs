//! The agent's journeys, end to end.

use crate::world::{World, browser, extension, page_is_untroubled, stage};
use toonvast_tests::journey;

const DRAFT: &str = "Vervelend dat je zo lang moet wachten. Bel ons even op 0900-1234.";

#[tokio::test]
async fn a_post_on_the_page_becomes_a_logged_case() {
    let world = World::new().await;
    let browser = &world.browser;
    journey::open_timeline(browser).await.unwrap();
    let reasons = journey::look_at(browser, journey::STUCK).await.unwrap();
    assert!(
        reasons
            .lines()
            .filter(|line| !line.trim().is_empty())
            .count()
            >= 3,
        "{reasons}"
    );
    let case = journey::claim(browser, journey::STUCK).await.unwrap();
    journey::open_reply(browser, journey::STUCK).await.unwrap();
    journey::type_draft(browser, DRAFT).await.unwrap();
    journey::wait_for_finding(browser, "missing-signature")
        .await
        .unwrap();
    journey::clear_draft(browser).await.unwrap();
    let suggested = journey::take_suggestion(browser).await.unwrap();
    assert!(
        suggested.contains("^Noor"),
        "the agent's signature: {suggested}"
    );
    let text = journey::type_on(browser, "!").await.unwrap();
    assert_eq!(text, format!("{suggested}!"));
    journey::send(browser).await.unwrap();
    let overview = journey::logged(browser, &world.backend, 1).await.unwrap();
    let logged = &overview["cases"][0]["case"];
    assert_eq!(logged["id"], case.as_str());
    assert_eq!(logged["steps"][0]["state"], "done");
    assert_eq!(
        logged["steps"][2]["state"], "done",
        "first response: {logged}"
    );
    let posted = world.stage.posted();
    assert_eq!(
        posted.last().map(|post| post.text.trim()),
        Some(text.trim())
    );
    assert_eq!(world.one_case().await, ["opened", "claimed", "replied"]);
    page_is_untroubled(browser).await;
}

#[tokio::test]
async fn without_a_server_everything_is_kept_in_this_browser_and_says_so() {
    let stage = stage().await;
    let browser = browser(&stage, &extension("chromium-test")).await;
    journey::open_timeline(&browser).await.unwrap();
    journey::claim(&browser, journey::STUCK).await.unwrap();
    browser
        .open_extension_page("pages/panel.html")
        .await
        .unwrap();
    let row = browser.element("[data-row^=case-]").await.unwrap();
    assert!(row.text().await.unwrap().contains("pieter_noord"));
    let said = browser.element("body").await.unwrap().text().await.unwrap();
    assert!(said.contains("in deze browser"), "{said}");
}

#[tokio::test]
async fn on_the_forum_a_plain_text_area_is_checked_and_logged() {
    let world = World::new().await;
    let browser = &world.browser;
    browser
        .goto("https://forum.fietsfluit.test/viewtopic.php?t=1")
        .await
        .unwrap();
    let badge = browser.element("toonvast-badge").await.unwrap();
    let level = badge.attr("level").await.unwrap();
    assert!(level.is_some_and(|level| {
        ["urgent", "high", "normal", "low", "none"].contains(&level.as_str())
    }));
    let field = "#qr_postform textarea[name=message]";
    browser.type_in(field, "Bel ons even.").await.unwrap();
    journey::wait_for_finding(browser, "missing-signature")
        .await
        .unwrap();
    let area = browser.element(field).await.unwrap();
    area.clear().await.unwrap();
    browser
        .type_in(
            field,
            "Wat vervelend voor je! Ik zoek het vandaag voor je uit. ^Noor",
        )
        .await
        .unwrap();
    browser.composer().await.unwrap();
    browser
        .wait_for("the draft to be checked", async || {
            Ok(journey::findings(browser)
                .await
                .is_ok_and(|found| !found.contains(&"missing-signature".into()))
                .then_some(()))
        })
        .await
        .unwrap();
    browser
        .click("#qr_postform input[name=post]")
        .await
        .unwrap();
    journey::logged(browser, &world.backend, 1).await.unwrap();
    assert_eq!(world.one_case().await, ["opened", "claimed", "replied"]);
}
