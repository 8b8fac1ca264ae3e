//! Figures, printed and not judged: these machines are noisy. Only that the work is done is asserted.

use crate::world::{World, browser, extension, stage};
use std::io::Write;
use toonvast_tests::browser::Browser;
use toonvast_tests::journey;

fn say(line: &str) {
    // Past the harness, which keeps what a passing test prints to itself.
    writeln!(std::io::stderr(), "MEASURED {line}").expect("standard error takes a line");
}

/// Inserts posts into the timeline and answers with the milliseconds until the last of them has its badge.
async fn until_badged(browser: &Browser, posts: usize) -> f64 {
    let body = "
        const { ids: all, at } = window.__stage.insert(arguments[0]);
        // The brand's own posts are not judged.
        const ids = all.filter((id) => !document.querySelector(`a[href='/FietsfluitNL/status/${id}']`));
        window.__badged = null;
        const look = () => {
            const there = new Set([...document.querySelectorAll('toonvast-badge')].map((it) => it.getAttribute('post-id')));
            if (ids.every((id) => there.has(id))) window.__badged = performance.now() - at;
            else requestAnimationFrame(look);
        };
        look();";
    let _nothing: serde_json::Value = browser
        .script(body, vec![posts.into()])
        .await
        .expect("posts are inserted");
    let time = browser
        .wait_script(
            "a badge on every post",
            "return window.__badged",
            Vec::new(),
        )
        .await;
    time.expect("every post gets its badge")
        .as_f64()
        .expect("a number")
}

#[tokio::test]
async fn from_insertion_to_badge() {
    let world = World::new().await;
    world
        .browser
        .goto("https://x.com/home?window=all")
        .await
        .unwrap();
    world
        .browser
        .wait_for("the first badges", async || {
            Ok((world.browser.badges().await?.len() >= 5).then_some(()))
        })
        .await
        .unwrap();
    for posts in [50, 500] {
        let millis = until_badged(&world.browser, posts).await;
        say(&format!(
            "insertion to badge, {posts} posts: {millis:.0} ms"
        ));
    }
}

#[tokio::test]
async fn engine_calls_a_second_in_the_browser() {
    let stage = stage().await;
    let browser = browser(&stage, &extension("chromium-test")).await;
    browser
        .open_extension_page("measure/measure.html")
        .await
        .unwrap();
    browser
        .wait_script(
            "the figures",
            "return document.title === 'measured'",
            Vec::new(),
        )
        .await
        .unwrap();
    let figures = browser.element("#out").await.unwrap().text().await.unwrap();
    let read: serde_json::Value = serde_json::from_str(&figures).unwrap();
    assert!(
        read["triage, calls a second"]
            .as_u64()
            .is_some_and(|rate| rate > 0),
        "{figures}"
    );
    say(&format!("in WebAssembly: {}", figures.replace('\n', "")));
    journey::open_timeline(&browser).await.unwrap();
}
