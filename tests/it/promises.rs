//! What is promised is kept in sight, and what is let stand is kept with its reason.

use crate::world::World;
use toonvast_tests::browser::{Browser, Key};
use toonvast_tests::journey;

const HOLDING: &str = "Wat vervelend! Ik zoek het uit en je hoort binnen 24 uur van me. ^Noor";
const ANSWER: &str = "Je fiets staat klaar in de winkel aan de Biltstraat. Fijn weekend! ^Noor";
const UNSIGNED: &str = "Wat vervelend! Je kunt hem vandaag ophalen in de winkel.";
const RULE: &str = "missing-signature";

/// Waits until the card beside the composer says this.
async fn card_says(browser: &Browser, css: &str, wanted: &str) -> String {
    let composer = browser.composer().await.expect("the page shows it");
    browser
        .wait_for(wanted, async || {
            let found = browser.all_inside(&composer, css).await?;
            let Some(line) = found.first() else {
                return Ok(None);
            };
            let text = line.text().await?;
            Ok(text.contains(wanted).then_some(text))
        })
        .await
        .expect("the page shows it")
}

async fn promise_on_badge(browser: &Browser) -> String {
    let badge = browser
        .badge(journey::STUCK)
        .await
        .expect("the page shows it");
    let line = browser
        .inside(&badge, "[data-promise]")
        .await
        .expect("the page shows it");
    line.text().await.expect("the page shows it")
}

async fn replies(browser: &Browser, text: &str) {
    journey::open_reply(browser, journey::STUCK)
        .await
        .expect("the page shows it");
    journey::type_draft(browser, text)
        .await
        .expect("the page shows it");
}

#[tokio::test]
async fn a_promise_becomes_a_deadline_until_the_answer_keeps_it() {
    let world = World::new().await;
    let browser = &world.browser;
    journey::open_timeline(browser).await.unwrap();
    journey::claim(browser, journey::STUCK).await.unwrap();
    replies(browser, HOLDING).await;
    let said = card_says(browser, ".promise", "Belofte: ").await;
    assert!(said.starts_with("Belofte: morgen "), "{said}");
    journey::send(browser).await.unwrap();

    let overview = journey::logged(browser, &world.backend, 1).await.unwrap();
    let case = &overview["cases"][0]["case"];
    let reply = &case["replies"][0];
    let (due, at) = (case["promise"]["due"].as_i64(), reply["at"].as_i64());
    let hours = due
        .zip(at)
        .map(|(due, at)| (due - at).div_euclid(3_600_000));
    assert!(matches!(hours, Some(23 | 24)), "{case}");
    assert_eq!(case["state"], "open");
    let line = promise_on_badge(browser).await;
    assert!(line.starts_with("beloofd voor morgen "), "{line}");

    replies(browser, ANSWER).await;
    journey::send(browser).await.unwrap();
    let overview = journey::logged(browser, &world.backend, 2).await.unwrap();
    let case = &overview["cases"][0]["case"];
    assert_eq!(
        (&case["state"], case.get("promise")),
        (&"completed".into(), None)
    );
    assert_eq!(promise_on_badge(browser).await, "");
    let payloads = world.payloads().await;
    let words = payloads.iter().any(|payload| payload.contains("24 uur"));
    assert!(!words, "the log holds moments, no words: {payloads:?}");
}

#[tokio::test]
async fn what_is_let_stand_before_there_is_a_case_is_logged_with_it() {
    let world = World::new().await;
    let browser = &world.browser;
    journey::open_timeline(browser).await.unwrap();
    replies(browser, UNSIGNED).await;
    journey::wait_for_finding(browser, RULE).await.unwrap();
    let composer = browser.composer().await.unwrap();
    let keep = format!("[data-act=override][data-rule={RULE}]");
    browser
        .inside(&composer, &keep)
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
    let reason = browser
        .inside(&composer, "input[name=reason]")
        .await
        .unwrap();
    let keys = "De klant kent mij al" + Key::Enter;
    reason.send_keys(keys).await.unwrap();
    let kept = format!("li.overridden[data-rule={RULE}]");
    browser.inside(&composer, &kept).await.unwrap();
    assert_eq!(world.log().await, [], "there is no case yet");

    // A reload loses the words in the site's editor, not what was decided.
    browser.driver.refresh().await.unwrap();
    replies(browser, UNSIGNED).await;
    let composer = browser.composer().await.unwrap();
    browser.inside(&composer, &kept).await.unwrap();
    journey::send(browser).await.unwrap();
    journey::logged(browser, &world.backend, 1).await.unwrap();
    assert_eq!(
        world.one_case().await,
        ["opened", "claimed", "overridden", "replied"]
    );
    let payloads = world.payloads().await;
    let replied = payloads.last().expect("a reply");
    assert!(
        replied.contains(RULE),
        "what was found is counted: {replied}"
    );
}
