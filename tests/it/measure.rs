//! Figures, printed and not judged: these machines are noisy. Only that the work is done is asserted.

use crate::desk::type_keys;
use crate::world::{World, browser, extension, stage};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use toonvast_tests::browser::{Browser, BrowserOptions};
use toonvast_tests::journey;
use toonvast_tests::place::Place;

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
    let _nothing: Value = browser
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
    let read: Value = serde_json::from_str(&figures).unwrap();
    assert!(
        read["triage, calls a second"]
            .as_u64()
            .is_some_and(|rate| rate > 0),
        "{figures}"
    );
    say(&format!("in WebAssembly: {}", figures.replace('\n', "")));
    journey::open_timeline(&browser).await.unwrap();
}

/// A draft with faults, so that there is something to find and to mark.
const DRAFT: &str = "Wat vervelend! Ik wordt er ook niet blij van. Hun komen zo langs. ^Noor";

/// Milliseconds the page's main thread was busy since it was loaded.
async fn busy(browser: &Browser) -> f64 {
    let metrics = browser
        .devtools("Performance.getMetrics", json!({}))
        .await
        .expect("the browser does it");
    let tasks = metrics["metrics"].as_array().expect("the browser does it");
    let found = tasks.iter().find(|it| it["name"] == "TaskDuration");
    found.expect("the browser does it")["value"]
        .as_f64()
        .expect("the browser does it")
        * 1000.0
}

/// Types a draft six times slower than this machine can; how long the main thread was busy with it
/// for each key, in milliseconds of that slow machine.
async fn typed(browser: &Browser, place: Place) -> f64 {
    browser
        .goto(place.url())
        .await
        .expect("the browser does it");
    browser
        .element("article, .post, [aria-posinset]")
        .await
        .expect("the browser does it");
    place.write(browser).await.expect("the browser does it");
    for (method, params) in [
        ("Emulation.setCPUThrottlingRate", json!({ "rate": 6 })),
        ("Performance.enable", json!({ "timeDomain": "threadTicks" })),
    ] {
        browser
            .devtools(method, params)
            .await
            .expect("the browser does it");
    }
    // What loading the page left to do is done with the first words.
    type_keys(browser, "Hallo. ").await;
    let before = busy(browser).await;
    type_keys(browser, DRAFT).await;
    let millis = busy(browser).await - before;
    millis / DRAFT.chars().count() as f64
}

/// The share of a profile's busy time in which a function of ours was running or had called what was.
fn our_share(profile: &Value) -> f64 {
    let nodes = profile["nodes"]
        .as_array()
        .expect("a profile as V8 writes it");
    let mut ours = BTreeSet::new();
    let mut idle = BTreeSet::new();
    let mut parents = BTreeMap::new();
    for node in nodes {
        let (id, frame) = (
            node["id"].as_u64().expect("a profile as V8 writes it"),
            &node["callFrame"],
        );
        if frame["url"]
            .as_str()
            .expect("a profile as V8 writes it")
            .starts_with("chrome-extension://")
        {
            ours.insert(id);
        }
        if frame["functionName"] == "(idle)" {
            idle.insert(id);
        }
        for child in node["children"].as_array().into_iter().flatten() {
            parents.insert(child.as_u64().expect("a profile as V8 writes it"), id);
        }
    }
    let above = |id: u64| std::iter::successors(Some(id), |id| parents.get(id).copied());
    let samples = profile["samples"]
        .as_array()
        .expect("a profile as V8 writes it")
        .iter();
    let deltas = profile["timeDeltas"]
        .as_array()
        .expect("a profile as V8 writes it")
        .iter();
    let (mut all, mut own) = (0.0, 0.0);
    for (id, micros) in samples.zip(deltas) {
        let (id, micros) = (
            id.as_u64().expect("a profile as V8 writes it"),
            micros.as_f64().expect("a profile as V8 writes it"),
        );
        if !idle.contains(&id) {
            all += micros;
        }
        if above(id).any(|id| ours.contains(&id)) {
            own += micros;
        }
    }
    own / all
}

/// The same draft with the extension, profiled.
async fn profiled(browser: &Browser) -> f64 {
    for (method, params) in [
        ("Profiler.enable", json!({})),
        ("Profiler.setSamplingInterval", json!({ "interval": 250 })),
        ("Profiler.start", json!({})),
    ] {
        browser
            .devtools(method, params)
            .await
            .expect("the browser does it");
    }
    type_keys(browser, DRAFT).await;
    let stopped = browser
        .devtools("Profiler.stop", json!({}))
        .await
        .expect("the browser does it");
    our_share(&stopped["profile"])
}

#[tokio::test]
async fn our_part_of_a_keypress() {
    for place in [
        Place::X,
        Place::Facebook,
        Place::Discourse,
        Place::Article,
        Place::Forum,
    ] {
        let stage = stage().await;
        let with = browser(&stage, &extension("chromium-test")).await;
        let bare = Browser::start(BrowserOptions {
            host_rules: Some(stage.host_rules()),
            headless: true,
            ..BrowserOptions::default()
        })
        .await
        .unwrap();
        let (alone, both) = (typed(&bare, place).await, typed(&with, place).await);
        drop(bare);
        let share = profiled(&with).await;
        assert!(
            share > 0.0,
            "{place:?}: the profile shows functions of ours"
        );
        say(&format!(
            "{place:?}, a keypress at 6x throttle: {alone:.1} ms without us, {both:.1} ms with us; \
             our functions are {:.1} % of the busy time",
            share * 100.0
        ));
    }
}
