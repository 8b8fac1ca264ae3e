//! Fixes and suggestions in every kind of editor: they go in, typing goes on, one undo takes them
//! back, and the site receives what the agent saw.

use crate::desk::{Desk, FAULTY, FIXED};
use crate::world::page_is_untroubled;
use toonvast_tests::browser::Key;
use toonvast_tests::place::Place;

/// Lines without the empty ones between paragraphs.
fn lines(text: &str) -> Vec<&str> {
    text.lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
        .collect()
}

async fn fixes_go_in_and_typing_goes_on(place: Place) {
    let desk = Desk::at(place).await;
    desk.type_on(FAULTY).await;
    desk.wait_finding("spelling").await;
    desk.apply("spelling").await;
    desk.wait_text(&FAULTY.replace("wordt", "word")).await;
    desk.wait_no_finding("spelling").await;
    desk.apply("grammar").await;
    desk.wait_text(FIXED).await;
    desk.wait_focus("editor").await;
    desk.keys(" Tot dan!").await;
    desk.wait_text(&format!("{FIXED} Tot dan!")).await;
    let seen = place
        .shown(&desk.browser)
        .await
        .expect("the browser does it");
    let sent = desk.send().await;
    assert_eq!(lines(&sent), lines(&seen), "{place:?}");
    assert_eq!(sent, format!("{FIXED} Tot dan!"), "{place:?}");
    page_is_untroubled(&desk.browser).await;
}

async fn one_undo_takes_a_fix_back(place: Place) {
    let desk = Desk::at(place).await;
    desk.type_on(FAULTY).await;
    desk.wait_finding("grammar").await;
    desk.apply("grammar").await;
    desk.wait_text(&FAULTY.replace("Hun", "Zij")).await;
    desk.wait_focus("editor").await;
    desk.undo().await;
    desk.wait_text(FAULTY).await;
    desk.keys(Key::Control + Key::End).await;
    desk.keys("!").await;
    desk.wait_text(&format!("{FAULTY}!")).await;
}

async fn a_suggestion_goes_into_an_empty_editor(place: Place) {
    let desk = Desk::at(place).await;
    let layer = desk.layer().await;
    desk.browser
        .wait_for("a suggestion", async || {
            desk.browser
                .inside(&layer, "[data-act=insert]")
                .await?
                .click()
                .await?;
            Ok(Some(()))
        })
        .await
        .unwrap_or_else(|why| panic!("{place:?}: {why}"));
    let text = desk
        .browser
        .wait_for("the suggestion", async || {
            let text = desk.text().await;
            Ok((text.len() > 20).then_some(text))
        })
        .await
        .expect("the browser does it");
    desk.wait_focus("editor").await;
    desk.keys(" Nog iets.").await;
    desk.wait_text(&format!("{text} Nog iets.")).await;
    let seen = place
        .shown(&desk.browser)
        .await
        .expect("the browser does it");
    let sent = desk.send().await;
    assert_eq!(lines(&sent), lines(&seen), "{place:?}");
    page_is_untroubled(&desk.browser).await;
}

/// One test a place, so that a failure names it.
macro_rules! everywhere {
    ($story:ident, $($name:ident => $place:ident),+ $(,)?) => {
        mod $story {
            use super::*;
            $(#[tokio::test]
            async fn $name() {
                super::$story(Place::$place).await;
            })+
        }
    };
    ($($story:ident),+ $(,)?) => {
        $(everywhere!($story,
            x => X, facebook => Facebook, facebook_rich => FacebookRich,
            discourse => Discourse, article => Article, forum => Forum);)+
    };
}

everywhere!(
    fixes_go_in_and_typing_goes_on,
    one_undo_takes_a_fix_back,
    a_suggestion_goes_into_an_empty_editor,
);
