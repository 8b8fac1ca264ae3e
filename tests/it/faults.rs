//! What goes wrong in life: servers die, workers are stopped, networks end, pages are hostile.

use crate::world::{World, page_is_untroubled};
use toonvast_tests::browser::Browser;
use toonvast_tests::journey;

const REPLY: &str = "Wat een gedoe, ik kijk meteen voor je mee. ^Noor";

/// The panel's row of the one case, and whether it shows as pending.
async fn panel_says(browser: &Browser) -> String {
    let page = browser
        .driver
        .window()
        .await
        .expect("the panel shows the case");
    let tab = browser
        .open_extension_page("pages/panel.html")
        .await
        .expect("the panel shows the case");
    browser
        .element("[data-row^=case-]")
        .await
        .expect("the panel shows the case");
    let text = browser
        .element("body")
        .await
        .expect("the panel shows the case")
        .text()
        .await
        .expect("the panel shows the case");
    browser
        .driver
        .switch_to_window(tab)
        .await
        .expect("the panel shows the case");
    browser
        .driver
        .close_window()
        .await
        .expect("the panel shows the case");
    browser
        .driver
        .switch_to_window(page)
        .await
        .expect("the panel shows the case");
    text
}

#[tokio::test]
async fn a_server_killed_between_click_and_answer_loses_and_doubles_nothing() {
    let mut world = World::new().await;
    journey::open_timeline(&world.browser).await.unwrap();
    world.backend.kill().await.unwrap();
    let case = journey::claim(&world.browser, journey::STUCK)
        .await
        .unwrap();
    world.browser.driver.refresh().await.unwrap();
    assert_eq!(
        journey::case_of_in_view(&world.browser, journey::STUCK)
            .await
            .unwrap(),
        case
    );
    journey::open_reply(&world.browser, journey::STUCK)
        .await
        .unwrap();
    journey::type_draft(&world.browser, REPLY).await.unwrap();
    journey::send(&world.browser).await.unwrap();
    let said = panel_says(&world.browser).await;
    assert!(
        said.contains("niet bereikbaar"),
        "shown as pending, with the reason: {said}"
    );
    world.backend.restart().await.unwrap();
    journey::logged(&world.browser, &world.backend, 1)
        .await
        .unwrap();
    assert_eq!(world.one_case().await, ["opened", "claimed", "replied"]);
}

#[tokio::test]
async fn a_server_killed_again_and_again_still_has_every_click_once() {
    let mut world = World::new().await;
    journey::open_timeline(&world.browser).await.unwrap();
    journey::claim(&world.browser, journey::STUCK)
        .await
        .unwrap();
    for _ in 0..3 {
        world.backend.kill().await.unwrap();
        world.backend.restart().await.unwrap();
    }
    journey::open_reply(&world.browser, journey::STUCK)
        .await
        .unwrap();
    journey::type_draft(&world.browser, REPLY).await.unwrap();
    journey::send(&world.browser).await.unwrap();
    world.backend.kill().await.unwrap();
    world.backend.restart().await.unwrap();
    journey::logged(&world.browser, &world.backend, 1)
        .await
        .unwrap();
    assert_eq!(world.one_case().await, ["opened", "claimed", "replied"]);
}

#[tokio::test]
async fn a_stopped_service_worker_and_a_reloaded_tab_change_nothing() {
    let world = World::new().await;
    let browser = &world.browser;
    journey::open_timeline(browser).await.unwrap();
    let case = journey::claim(browser, journey::STUCK).await.unwrap();
    let page = browser.driver.window().await.unwrap();
    let tab = browser
        .open_extension_page("pages/options.html")
        .await
        .unwrap();
    browser.stop_service_worker().await.unwrap();
    browser.driver.switch_to_window(tab).await.unwrap();
    browser.driver.close_window().await.unwrap();
    browser.driver.switch_to_window(page).await.unwrap();
    browser.driver.refresh().await.unwrap();
    assert_eq!(
        journey::case_of_in_view(browser, journey::STUCK)
            .await
            .unwrap(),
        case
    );
    journey::open_reply(browser, journey::STUCK).await.unwrap();
    journey::type_draft(browser, REPLY).await.unwrap();
    journey::send(browser).await.unwrap();
    journey::logged(browser, &world.backend, 1).await.unwrap();
    assert_eq!(world.one_case().await, ["opened", "claimed", "replied"]);
}

#[tokio::test]
async fn a_hostile_page_gets_no_exception_and_no_html_from_us() {
    let world = World::new().await;
    let browser = &world.browser;
    journey::open_timeline(browser).await.unwrap();
    for knob in ["hugeText(3000000)", "hostileNames()", "removeWhileRead(60)"] {
        let body = format!("return window.__stage.{knob}");
        let _ids: serde_json::Value = browser.script(&body, Vec::new()).await.unwrap();
        browser
            .wait_script(
                "the page to go on",
                "return new Promise((done) => requestAnimationFrame(() => done(true)))",
                Vec::new(),
            )
            .await
            .unwrap();
    }
    browser
        .script::<()>("scrollTo(0, 0)", Vec::new())
        .await
        .unwrap();
    journey::open_timeline(browser).await.unwrap();
    let pwned: bool = browser
        .script("return window.__pwned === 1", Vec::new())
        .await
        .unwrap();
    assert!(!pwned, "a name of the page ran as HTML");
    page_is_untroubled(browser).await;
}

#[tokio::test]
async fn five_thousand_posts_are_read_without_an_exception() {
    let world = World::new().await;
    let browser = &world.browser;
    browser
        .goto("https://x.com/home?insert=5000")
        .await
        .unwrap();
    browser
        .wait_for("badges among 5,000 posts", async || {
            Ok((browser.badges().await?.len() >= 5).then_some(()))
        })
        .await
        .unwrap();
    for _ in 0..10 {
        browser
            .script::<()>("scrollBy(0, 4000)", Vec::new())
            .await
            .unwrap();
        let all = "const all = [...document.querySelectorAll('article[data-testid=tweet]')]
            .filter((it) => it.querySelector('a[href*=\"/status/\"]') && !it.innerText.includes('@FietsfluitNL\\n'));
            return all.length > 0 && all.some((it) => it.querySelector('toonvast-badge'))";
        browser
            .wait_script("badges after scrolling", all, Vec::new())
            .await
            .unwrap();
    }
    page_is_untroubled(browser).await;
}
