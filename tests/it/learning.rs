//! What an agent sets right on a badge: it holds at once, here and at colleagues', and can be forgotten.

use crate::world::{World, page_is_untroubled};
use serde_json::{Value, json};
use toonvast_tests::browser::{Browser, BrowserError, Key, WebElement};
use toonvast_tests::journey;

/// Opens a post's badge and returns the control of one of its outputs.
async fn control(browser: &Browser, post: &str, field: &str) -> Result<WebElement, BrowserError> {
    let badge = browser.badge(post).await?;
    browser
        .inside(&badge, &format!("[data-field={field}]"))
        .await
}

/// The value a badge shows, as the page knows it.
async fn value(browser: &Browser, post: &str, field: &str) -> Value {
    journey::look_at(browser, post)
        .await
        .expect("the badge opens");
    let text = browser
        .wait_for("the value on the badge", async || {
            Ok(control(browser, post, field).await?.prop("value").await?)
        })
        .await
        .expect("the badge shows its value");
    serde_json::from_str::<Value>(&text).expect("a field and its value")[1].clone()
}

async fn wait_for_value(browser: &Browser, post: &str, field: &str, expected: &str) {
    let expected = json!([field, expected]).to_string();
    browser
        .wait_for(&format!("the badge to show {expected}"), async || {
            let control = control(browser, post, field).await?;
            Ok((control.prop("value").await?.as_deref() == Some(&expected)).then_some(()))
        })
        .await
        .expect("the badge shows it");
}

/// Chooses another value with the keyboard: its first letters, and Enter to mean it.
async fn choose(browser: &Browser, post: &str, field: &str, label: &str) {
    journey::look_at(browser, post)
        .await
        .expect("the badge opens");
    let control = control(browser, post, field).await.expect("the control");
    control
        .send_keys(label.to_owned() + Key::Enter)
        .await
        .expect("keys arrive");
}

/// The kinds of event in the log.
async fn kinds(world: &World) -> Vec<String> {
    world
        .log()
        .await
        .into_iter()
        .map(|(_, kind)| kind)
        .collect()
}

async fn wait_for_log(world: &World, expected: &[&str]) {
    world
        .browser
        .wait_for(&format!("the log to hold {expected:?}"), async || {
            Ok((kinds(world).await == expected).then_some(()))
        })
        .await
        .expect("the server has it");
}

/// Makes the engine's home hear the server now, as its alarm does every minute.
async fn sync(browser: &Browser) {
    let page = browser.driver.window().await.expect("a tab");
    let tab = browser
        .open_extension_page("pages/panel.html")
        .await
        .expect("a page of the extension");
    let ask = "const there = chrome.runtime.sendMessage({ to: 'background', do: 'ensure-host' });
        return there.then(() => new Promise((done) => {
            const port = chrome.runtime.connect({ name: 'screen' });
            port.onDisconnect.addListener(() => done(false));
            port.onMessage.addListener(({ seq }) => { if (seq === 7) done(true); });
            port.postMessage({ seq: 7, ask: { ask: 'sync-now' } });
        }))";
    browser
        .wait_script("a round of synchronisation", ask, Vec::new())
        .await
        .expect("the home answers");
    browser.driver.switch_to_window(tab).await.expect("its tab");
    browser.driver.close_window().await.expect("closes");
    browser.driver.switch_to_window(page).await.expect("back");
}

/// Presses *forget everything* in the settings, and once more to say it is meant.
async fn forget(browser: &Browser) -> String {
    let page = browser.driver.window().await.expect("a tab");
    let tab = browser
        .open_extension_page("pages/options.html")
        .await
        .expect("the settings");
    let learnt = browser
        .element("[data-learnt]")
        .await
        .expect("what was learnt");
    let said = learnt.text().await.expect("its words");
    browser.click("[data-act=forget]").await.expect("asks");
    browser
        .click("[data-act=forget-sure]")
        .await
        .expect("is sure");
    browser
        .wait_for("nothing learnt any more", async || {
            let left = browser
                .driver
                .find_all(toonvast_tests::browser::By::Css("[data-learnt]"));
            Ok(left.await?.is_empty().then_some(()))
        })
        .await
        .expect("forgotten");
    browser.driver.switch_to_window(tab).await.expect("its tab");
    browser.driver.close_window().await.expect("closes");
    browser.driver.switch_to_window(page).await.expect("back");
    said
}

#[tokio::test]
async fn what_one_agent_sets_right_every_colleague_sees_until_it_is_forgotten() {
    let world = World::new().await;
    let browser = &world.browser;
    journey::open_timeline(browser).await.unwrap();
    let first = value(browser, journey::STUCK, "kind").await;
    assert_ne!(first, "idea");
    choose(browser, journey::STUCK, "kind", "Idee").await;
    wait_for_value(browser, journey::STUCK, "kind", "idea").await;
    let badge = browser.badge(journey::STUCK).await.unwrap();
    browser
        .wait_for(
            "the badge to say so and to offer taking it back",
            async || {
                let told = browser.text_inside(&badge).await?;
                Ok((told.contains("rechtgezet") && told.contains("Ongedaan maken")).then_some(()))
            },
        )
        .await
        .unwrap();
    wait_for_log(&world, &["corrected"]).await;
    let payload: Value = serde_json::from_str(&world.payloads().await[0]).unwrap();
    assert_eq!(
        payload["corrections"],
        json!([{ "field": "kind", "value": "idea" }])
    );
    assert_eq!(payload["post"]["post_id"], journey::STUCK);
    assert!(!payload.to_string().contains("pieter_noord"), "{payload}");

    // After a reload, and in the browser of somebody who was not there.
    browser.driver.refresh().await.unwrap();
    assert_eq!(value(browser, journey::STUCK, "kind").await, "idea");
    let colleague = world.another_browser().await;
    sync(&colleague).await;
    journey::open_timeline(&colleague).await.unwrap();
    assert_eq!(value(&colleague, journey::STUCK, "kind").await, "idea");

    // A claim after it opens an ordinary case, of the kind that was set right.
    journey::claim(browser, journey::STUCK).await.unwrap();
    let overview = journey::logged(browser, &world.backend, 0).await.unwrap();
    assert_eq!(overview["cases"][0]["case"]["kind"], "idea");

    let said = forget(browser).await;
    assert_eq!(said, "Geleerd van 1 correctie van 1 collega.");
    journey::look_at(browser, journey::STUCK).await.unwrap();
    let first = first.as_str().unwrap();
    wait_for_value(browser, journey::STUCK, "kind", first).await;
    wait_for_log(
        &world,
        &["corrected", "opened", "claimed", "lessons-forgotten"],
    )
    .await;
    sync(&colleague).await;
    journey::look_at(&colleague, journey::STUCK).await.unwrap();
    wait_for_value(&colleague, journey::STUCK, "kind", first).await;
    page_is_untroubled(browser).await;
}

#[tokio::test]
async fn a_correction_without_a_server_is_kept_and_sent_once_and_can_be_taken_back() {
    let mut world = World::new().await;
    journey::open_timeline(&world.browser).await.unwrap();
    let before = value(&world.browser, journey::STUCK, "kind").await;
    world.backend.kill().await.unwrap();
    choose(&world.browser, journey::STUCK, "kind", "Spam").await;
    wait_for_value(&world.browser, journey::STUCK, "kind", "spam").await;
    let badge = world.browser.badge(journey::STUCK).await.unwrap();
    // The list shows the choice before the post is judged by it.
    world
        .browser
        .wait_for("the level of spam", async || {
            let level = badge.attr("level").await?;
            Ok((level.as_deref() == Some("none")).then_some(()))
        })
        .await
        .unwrap();
    let undo = world
        .browser
        .inside(&badge, "[data-act=undo]")
        .await
        .unwrap();
    undo.click().await.unwrap();
    wait_for_value(
        &world.browser,
        journey::STUCK,
        "kind",
        before.as_str().unwrap(),
    )
    .await;
    world.backend.restart().await.unwrap();
    wait_for_log(&world, &["corrected", "corrected"]).await;
}

#[tokio::test]
async fn a_badge_tells_level_first_points_on_demand_and_a_yes_or_no_turns_with_one_click() {
    let world = World::new().await;
    let browser = &world.browser;
    journey::open_timeline(browser).await.unwrap();
    value(browser, journey::STUCK, "kind").await;
    let badge = browser.badge(journey::STUCK).await.unwrap();
    let told = browser.text_inside(&badge).await.unwrap();
    for part in [
        "reageer voor ",
        "antwoord voor ",
        "Beantwoorden: ja, want ",
        "Zonder “",
    ] {
        assert!(told.contains(part), "{part} in {told}");
    }
    assert!(!told.contains('+'), "points without being asked: {told}");
    let score = browser.inside(&badge, "[data-act=score]").await.unwrap();
    score.click().await.unwrap();
    let told = browser.text_inside(&badge).await.unwrap();
    assert!(told.contains("score ") && told.contains('+'), "{told}");

    let risk = control(browser, journey::STUCK, "risk").await.unwrap();
    let before = risk.attr("aria-checked").await.unwrap();
    risk.click().await.unwrap();
    browser
        .wait_for("the flag to turn", async || {
            Ok((risk.attr("aria-checked").await? != before).then_some(()))
        })
        .await
        .unwrap();
    wait_for_log(&world, &["corrected"]).await;
    page_is_untroubled(browser).await;
}

/// Opens a post's own page and returns what the badge of a reaction on it says.
async fn told_of_reaction(browser: &Browser, page: &str, reaction: &str) -> String {
    browser.goto(page).await.expect("the post's page");
    journey::look_at(browser, reaction).await.expect("a badge")
}

#[tokio::test]
async fn who_comes_back_on_our_answer_or_reacts_to_our_post_is_told_apart() {
    let world = World::new().await;
    let browser = &world.browser;
    let page = "https://x.com/rineke_stolp/status/2100000000000000106";
    let told = told_of_reaction(browser, page, "2100000000000000205").await;
    assert!(told.contains("reageert op ons antwoord"), "{told}");

    let page = "https://x.com/FietsfluitNL/status/2100000000000000101";
    let told = told_of_reaction(browser, page, "2100000000000000206").await;
    assert!(told.contains("onder onze advertentie"), "{told}");
    page_is_untroubled(browser).await;
}

#[tokio::test]
async fn a_page_cannot_set_anything_right() {
    let world = World::new().await;
    let browser = &world.browser;
    journey::open_timeline(browser).await.unwrap();
    journey::look_at(browser, journey::STUCK).await.unwrap();
    value(browser, journey::STUCK, "kind").await;
    let badge = browser.badge(journey::STUCK).await.unwrap();
    let forge = "const root = arguments[0].shadowRoot;
        const list = root.querySelector('select[data-field=kind]');
        list.value = JSON.stringify(['kind', 'spam']);
        for (const type of ['input', 'change']) list.dispatchEvent(new Event(type, { bubbles: true }));
        for (const flag of root.querySelectorAll('button[data-act=correct]')) flag.click();
        return list.value";
    let shown: String = browser
        .script(forge, vec![badge.to_json().unwrap()])
        .await
        .unwrap();
    assert_ne!(
        shown,
        json!(["kind", "spam"]).to_string(),
        "the value that stands is shown again"
    );
    // What the agent does next arrives alone.
    choose(browser, journey::STUCK, "kind", "Idee").await;
    wait_for_log(&world, &["corrected"]).await;
    sync(browser).await;
    assert_eq!(kinds(&world).await, ["corrected"]);
}
