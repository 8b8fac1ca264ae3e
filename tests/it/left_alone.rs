//! What we leave alone: input methods, emoji pickers, autocorrection, paste, drag, other checkers.

use crate::desk::{Desk, FAULTY};
use serde_json::{Value, json};
use std::time::Duration;
use toonvast_tests::browser::Key;
use toonvast_tests::place::Place;

/// Counts what changes in our card from now on.
const WATCH: &str = "const field = document.querySelector(arguments[0]);
    const ours = [...document.querySelectorAll('toonvast-composer')].find((it) => it.parentElement.contains(field));
    window.__moved = { layer: 0, size: ours.getBoundingClientRect().height, ours };
    new MutationObserver((all) => { window.__moved.layer += all.length; })
        .observe(ours.shadowRoot.querySelector('.card'), { childList: true, subtree: true, characterData: true });
    return true";
const MOVED: &str = "const { layer, size, ours } = window.__moved;
    return [layer, ours.getBoundingClientRect().height - size]";

impl Desk {
    async fn input(&self, method: &str, params: Value) {
        self.browser
            .devtools(&format!("Input.{method}"), params)
            .await
            .unwrap_or_else(|why| panic!("{:?}: {method}: {why}", self.place));
    }

    /// An input method shows these words as not yet chosen.
    async fn compose(&self, text: &str) {
        let end = text.encode_utf16().count();
        let params = json!({ "text": text, "selectionStart": end, "selectionEnd": end });
        self.input("imeSetComposition", params).await;
    }

    /// Words come in whole, as from an emoji picker or autocorrection.
    async fn put(&self, text: &str) {
        self.input("insertText", json!({ "text": text })).await;
    }
}

async fn nothing_moves_while_an_input_method_is_at_work(place: Place) {
    let desk = Desk::at(place).await;
    desk.type_on(FAULTY).await;
    desk.wait_finding("spelling").await;
    // A check is on its way when the input method begins.
    desk.keys(" En ik wordt ").await;
    desk.compose("n").await;
    desk.script(WATCH, vec![place.field().into()]).await;
    let mut beat = tokio::time::interval(Duration::from_millis(100));
    for n in 0..16_usize {
        beat.tick().await;
        desk.compose(&"nihao ma"[..1 + n % 8]).await;
    }
    let moved = desk.script(MOVED, Vec::new()).await;
    assert_eq!(moved, json!([0, 0]), "{place:?}");
    desk.put("你好吗").await;
    desk.wait_text(&format!("{FAULTY} En ik wordt 你好吗"))
        .await;
    desk.browser
        .wait_for("the check that was put off", async || {
            let found = desk.findings().await;
            Ok((found.iter().filter(|it| *it == "spelling").count() == 2).then_some(()))
        })
        .await
        .unwrap_or_else(|why| panic!("{place:?}: {why}"));
    assert_eq!(desk.send().await, format!("{FAULTY} En ik wordt 你好吗"));
}

#[tokio::test]
async fn an_input_method_on_facebook() {
    nothing_moves_while_an_input_method_is_at_work(Place::Facebook).await;
}

#[tokio::test]
async fn an_input_method_on_discourse() {
    nothing_moves_while_an_input_method_is_at_work(Place::Discourse).await;
}

#[tokio::test]
async fn an_input_method_in_a_plain_field() {
    nothing_moves_while_an_input_method_is_at_work(Place::Article).await;
}

#[tokio::test]
async fn an_input_method_on_the_forum() {
    nothing_moves_while_an_input_method_is_at_work(Place::Forum).await;
}

#[tokio::test]
async fn an_input_method_on_x() {
    nothing_moves_while_an_input_method_is_at_work(Place::X).await;
}

#[tokio::test]
async fn emoji_pickers_autocorrection_and_paste_do_as_without_us() {
    let mut desk = Desk::at(Place::X).await;
    for place in Place::ALL {
        if place != Place::X {
            desk = desk.open(place).await;
        }
        desk.keys("Ik wordt ").await;
        desk.put("🚲").await;
        desk.keys(" blij").await;
        desk.wait_text("Ik wordt 🚲 blij").await;
        desk.wait_finding("spelling").await;
        // Autocorrection puts another word in the place of the one before the caret.
        desk.keys(Key::Shift + Key::Control + Key::Left).await;
        desk.put("vrolijk").await;
        desk.wait_text("Ik wordt 🚲 vrolijk").await;
        desk.keys(Key::Control + "ac").await;
        desk.keys(Key::Control + Key::End).await;
        desk.keys(". ").await;
        desk.keys(Key::Control + "v").await;
        desk.browser
            .wait_for("what was pasted", async || {
                let text = desk.text().await;
                Ok((text.matches("vrolijk").count() == 2).then_some(()))
            })
            .await
            .unwrap_or_else(|why| panic!("{place:?}: {why}"));
        desk.browser
            .wait_for("the check of it", async || {
                let found = desk.findings().await;
                Ok((found.iter().filter(|it| *it == "spelling").count() == 2).then_some(()))
            })
            .await
            .unwrap_or_else(|why| panic!("{place:?}: {why}"));
    }
}

#[tokio::test]
async fn words_dragged_elsewhere_stay_where_they_were_dropped() {
    let desk = Desk::at(Place::Article).await;
    desk.keys("een twee drie").await;
    desk.keys(Key::Shift + Key::Control + Key::Left).await;
    let points = "const field = document.querySelector(arguments[0]);
        const { left, width, top, height } = getSelection().getRangeAt(0).getBoundingClientRect();
        return [left + width / 2, top + height / 2, field.getBoundingClientRect().left + 9]";
    let at = desk.script(points, vec![desk.place.field().into()]).await;
    let (x, y, to) = (&at[0], &at[1], &at[2]);
    let steps = [
        json!({ "type": "mousePressed", "x": x, "y": y, "button": "left", "clickCount": 1 }),
        json!({ "type": "mouseMoved", "x": x.as_f64().expect("the browser does it") - 15.0, "y": y, "button": "left" }),
        json!({ "type": "mouseMoved", "x": to, "y": y, "button": "left" }),
        json!({ "type": "mouseReleased", "x": to, "y": y, "button": "left", "clickCount": 1 }),
    ];
    for step in steps {
        desk.input("dispatchMouseEvent", step).await;
    }
    let dropped = desk
        .browser
        .wait_for("the word where it was dropped", async || {
            let text = desk.text().await;
            Ok(text.starts_with("drie").then_some(text))
        })
        .await
        .expect("the browser does it");
    desk.browser
        .wait_for("its length in our layer", async || {
            let said = desk.browser.text_inside(&desk.layer().await).await?;
            Ok(said
                .contains(&dropped.chars().count().to_string())
                .then_some(()))
        })
        .await
        .expect("the browser does it");
    assert_eq!(desk.text().await, dropped);
}

/// Two checkers as they draw: one beside the editor that wants to stand last and marks the editor
/// whenever anything near it changes, one among the editor's words.
const CHECKERS: &str = "const field = document.querySelector(arguments[0]);
    const place = field.parentElement;
    window.__fight = { turns: 0, ours: 0 };
    const beside = document.createElement('grammarly-extension');
    beside.attachShadow({ mode: 'open' });
    new MutationObserver((all) => {
        for (const { addedNodes } of all)
            window.__fight.ours += [...addedNodes].filter((it) => it.localName === 'toonvast-composer').length;
        if (place.lastElementChild === beside) return;
        window.__fight.turns += 1;
        place.append(beside);
    }).observe(place, { childList: true, subtree: true });
    place.append(beside);
    let tick = 0;
    const draw = () => {
        tick += 1;
        field.setAttribute('data-gramm', tick % 2 === 0);
        beside.style.width = `${100 + tick % 7}px`;
        requestAnimationFrame(draw);
    };
    draw();
    if (arguments[1]) {
        const among = document.createElement('lt-highlighter');
        among.contentEditable = 'false';
        among.textContent = 'LanguageTool zegt: hun';
        field.prepend(among);
    }
    return true";

async fn another_checker_is_not_fought(place: Place, among: bool) {
    let desk = Desk::at(place).await;
    desk.keys("Ik wordt ").await;
    desk.script(CHECKERS, vec![place.field().into(), among.into()])
        .await;
    desk.keys(Key::Control + Key::End).await;
    desk.keys("er stil van.").await;
    desk.wait_finding("spelling").await;
    let said = desk
        .browser
        .text_inside(&desk.layer().await)
        .await
        .expect("the browser does it");
    assert!(!said.contains("LanguageTool"), "{place:?}: {said}");
    desk.apply("spelling").await;
    desk.wait_no_finding("spelling").await;
    desk.wait_focus("editor").await;
    desk.keys(" Ja.").await;
    let shown = async || {
        place
            .shown(&desk.browser)
            .await
            .expect("the browser does it")
    };
    desk.browser
        .wait_for("all that was typed", async || {
            Ok(shown()
                .await
                .contains("Ik word er stil van. Ja.")
                .then_some(()))
        })
        .await
        .unwrap_or_else(|why| panic!("{place:?}: {why}"));
    let fight = desk.script(
        "return [window.__fight.turns, window.__fight.ours]",
        Vec::new(),
    );
    assert_eq!(
        fight.await,
        json!([0, 0]),
        "{place:?}: turns taken, and by us"
    );
}

#[tokio::test]
async fn another_checker_beside_each_editor() {
    for place in [Place::X, Place::Facebook, Place::Discourse, Place::Forum] {
        another_checker_is_not_fought(place, false).await;
    }
}

#[tokio::test]
async fn another_checker_among_the_words() {
    another_checker_is_not_fought(Place::Article, true).await;
}
