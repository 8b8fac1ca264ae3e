//! The keyboard reaches all of our layer, and takes nothing from the site.

use crate::desk::{Desk, FAULTY, FIXED};
use serde_json::{Value, json};
use toonvast_tests::browser::{Key, TypingData};
use toonvast_tests::place::Place;

/// Selenium types Control with a key only by itself.
fn quick() -> TypingData {
    Key::Control + "."
}

/// The keys that a site's shortcuts hear.
const HEAR: &str = "window.__heard = [];
    document.addEventListener('keydown', (e) => window.__heard.push(e.key)); return true";

async fn heard(desk: &Desk) -> Vec<String> {
    let keys = desk
        .script("return window.__heard.splice(0)", Vec::new())
        .await;
    serde_json::from_value(keys).expect("the browser does it")
}

/// Puts the caret before some words, as a click there does.
async fn caret_before(desk: &Desk, words: &str) {
    let body = "const field = document.querySelector(arguments[0]);
        if (field.value !== undefined) {
            const at = field.value.indexOf(arguments[1]);
            field.focus(); field.setSelectionRange(at, at); return true;
        }
        const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(arguments[1]);
            if (at >= 0) { field.focus(); getSelection().collapse(walker.currentNode, at); return true; }
        }
        return false";
    let done = desk
        .script(body, vec![desk.place.field().into(), words.into()])
        .await;
    assert_eq!(done, json!(true));
}

async fn a_key_applies_the_fix_at_the_caret(place: Place) {
    let desk = Desk::at(place).await;
    desk.script(HEAR, Vec::new()).await;
    desk.type_on(FAULTY).await;
    desk.wait_finding("grammar").await;
    caret_before(&desk, "wordt").await;
    heard(&desk).await;
    desk.keys(quick()).await;
    desk.wait_text(&FAULTY.replace("wordt", "word")).await;
    assert_eq!(
        heard(&desk).await,
        ["Control"],
        "{place:?}: our key is ours"
    );
    desk.wait_no_finding("spelling").await;
    // The caret stands where it was: what is typed goes in there.
    desk.wait_focus("editor").await;
    desk.keys("dus ").await;
    desk.wait_text(&FAULTY.replace("wordt", "dus word")).await;
}

#[tokio::test]
async fn on_x_the_fix_at_the_caret() {
    a_key_applies_the_fix_at_the_caret(Place::X).await;
}

#[tokio::test]
async fn on_facebook_the_fix_at_the_caret() {
    a_key_applies_the_fix_at_the_caret(Place::Facebook).await;
}

#[tokio::test]
async fn on_discourse_the_fix_at_the_caret() {
    a_key_applies_the_fix_at_the_caret(Place::Discourse).await;
}

#[tokio::test]
async fn in_a_plain_field_the_fix_at_the_caret() {
    a_key_applies_the_fix_at_the_caret(Place::Article).await;
}

#[tokio::test]
async fn on_the_forum_the_fix_at_the_caret() {
    a_key_applies_the_fix_at_the_caret(Place::Forum).await;
}

#[tokio::test]
async fn arrows_enter_and_escape_do_all_there_is() {
    let desk = Desk::at(Place::X).await;
    desk.script(HEAR, Vec::new()).await;
    let blocked = format!("{FAULTY} Mail jan@voorbeeld.nl");
    desk.type_on(&blocked).await;
    desk.wait_finding("personal-data").await;
    let order = desk.findings().await;
    assert_eq!(order[0], "personal-data", "most serious first: {order:?}");
    caret_before(&desk, "stil van").await;
    heard(&desk).await;
    desk.keys(quick()).await;
    desk.wait_focus("li personal-data").await;
    desk.keys(Key::Down + "").await;
    desk.wait_focus(&format!("li {}", order[1])).await;
    desk.keys(Key::Up + "").await;
    desk.keys(Key::End + "").await;
    desk.keys(Key::Home + "").await;
    desk.wait_focus("li personal-data").await;
    desk.keys(Key::Tab + "").await;
    desk.wait_focus("button personal-data override").await;
    // The reason of an override, begun and left.
    desk.keys(Key::Enter + "").await;
    desk.wait_focus("input personal-data").await;
    desk.keys("Omdat").await;
    desk.keys(Key::Escape + "").await;
    desk.wait_focus("li personal-data").await;
    let at = order
        .iter()
        .position(|rule| rule == "grammar")
        .expect("the browser does it");
    for _ in 0..at {
        desk.keys(Key::Down + "").await;
    }
    desk.wait_focus("li grammar").await;
    desk.keys(Key::Escape + "").await;
    desk.wait_focus("editor").await;
    assert_eq!(
        heard(&desk).await,
        ["Control"],
        "what is pressed in our layer is not the site's"
    );
    // The caret is where it was, and the window still open.
    desk.keys("heel ").await;
    desk.wait_text(&blocked.replace("stil van", "heel stil van"))
        .await;
}

#[tokio::test]
async fn enter_on_a_finding_applies_its_fix() {
    let desk = Desk::at(Place::Discourse).await;
    desk.type_on(FAULTY).await;
    desk.wait_finding("grammar").await;
    desk.keys(" ").await;
    for rule in ["spelling", "grammar"] {
        desk.keys(quick()).await;
        let order = desk.findings().await;
        desk.wait_focus(&format!("li {}", order[0])).await;
        let at = order
            .iter()
            .position(|it| it == rule)
            .expect("the browser does it");
        for _ in 0..at {
            desk.keys(Key::Down + "").await;
        }
        desk.wait_focus(&format!("li {rule}")).await;
        desk.keys(Key::Enter + "").await;
        desk.wait_no_finding(rule).await;
        desk.wait_focus("editor").await;
    }
    desk.wait_text(&format!("{FIXED} ")).await;
}

#[tokio::test]
async fn without_findings_the_key_is_the_site_s() {
    let desk = Desk::at(Place::Article).await;
    desk.script(HEAR, Vec::new()).await;
    // Before anything was said there is nothing to go to.
    let hide =
        "document.querySelectorAll('toonvast-composer').forEach((it) => it.remove()); return true";
    desk.type_on("Dag!").await;
    desk.script(hide, Vec::new()).await;
    heard(&desk).await;
    let elsewhere = "const box = document.createElement('input'); document.body.prepend(box); box.focus(); return true";
    desk.script(elsewhere, Vec::new()).await;
    desk.keys(quick()).await;
    assert_eq!(heard(&desk).await, ["Control", "."]);
}

#[tokio::test]
async fn alt_and_a_click_on_a_mark_applies_its_fix() {
    for place in [Place::X, Place::Forum] {
        let desk = Desk::at(place).await;
        desk.type_on(FAULTY).await;
        desk.wait_finding("grammar").await;
        let mark = desk.part(".marks [data-rule=grammar]").await;
        let body = "const { left, top, width, height } = arguments[0].getBoundingClientRect();
            return [left + width / 2, top + height / 2]";
        let at: Value = desk
            .script(body, vec![mark.to_json().expect("the browser does it")])
            .await;
        for kind in ["mousePressed", "mouseReleased"] {
            let params = json!({
                "type": kind, "x": at[0], "y": at[1], "button": "left", "clickCount": 1, "modifiers": 1,
            });
            desk.browser
                .devtools("Input.dispatchMouseEvent", params)
                .await
                .expect("the browser does it");
        }
        desk.wait_text(&FAULTY.replace("Hun", "Zij")).await;
    }
}

#[tokio::test]
async fn a_screen_reader_is_told_the_verdict_once_and_no_key() {
    let desk = Desk::at(Place::Forum).await;
    desk.type_on(FAULTY).await;
    desk.wait_finding("grammar").await;
    let layer = desk.layer().await.to_json().expect("the browser does it");
    let watch = "const root = arguments[0].shadowRoot; window.__told = [];
        const live = [...root.querySelectorAll('[role=status], [aria-live]')];
        for (const it of live) new MutationObserver(() => window.__told.push(it.textContent))
            .observe(it, { childList: true, subtree: true, characterData: true });
        return [live.length, root.querySelector('[role=group]').ariaLabel,
            root.querySelector('ul').ariaLabel, root.querySelector('.marks').ariaHidden]";
    let named = desk.script(watch, vec![layer]).await;
    assert_eq!(named, json!([2, "Toonvast", "Bevindingen", "true"]));
    desk.keys(" En ik wordt").await;
    desk.browser
        .wait_for("the second fault", async || {
            let found = desk.findings().await;
            Ok((found.iter().filter(|it| *it == "spelling").count() == 2).then_some(()))
        })
        .await
        .expect("the browser does it");
    let told = desk.script("return window.__told", Vec::new()).await;
    assert_eq!(told, json!([]), "the verdict did not change");
}
