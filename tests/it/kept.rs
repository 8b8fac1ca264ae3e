//! Drafts survive: what was written for a post is offered when the agent comes back to it, is never
//! put in unasked, and is gone once it was posted or thrown away.

use crate::desk::Desk;
use crate::world::page_is_untroubled;
use serde_json::json;
use std::time::Duration;
use toonvast_tests::browser::By;
use toonvast_tests::place::Place;

const WORDS: &str = "Wat vervelend! Ik wordt er ook stil van. ^Noor";

/// Writes a draft and waits until it was checked, and so kept.
async fn written(place: Place) -> Desk {
    let desk = Desk::at(place).await;
    desk.type_on(WORDS).await;
    desk.wait_finding("spelling").await;
    desk
}

impl Desk {
    async fn wait_offer(&self) -> String {
        self.part("[data-act=restore]")
            .await
            .text()
            .await
            .expect("the browser does it")
    }

    /// Our layer has spoken of this text, and offers nothing.
    async fn wait_no_offer(&self) {
        let gone = self
            .browser
            .wait_for("no offer", async || {
                let layer = self.layer().await;
                let said = self
                    .browser
                    .text_inside(&layer)
                    .await?
                    .contains("Antwoord aan");
                let offers = self
                    .browser
                    .all_inside(&layer, "[data-act=restore]")
                    .await?;
                Ok((said && offers.is_empty()).then_some(()))
            })
            .await;
        gone.unwrap_or_else(|why| panic!("{:?}: {why}", self.place));
    }

    async fn press(&self, act: &str) {
        self.part(&format!("[data-act={act}]"))
            .await
            .click()
            .await
            .expect("the browser does it");
    }
}

async fn offered_after_a_reload(place: Place) {
    let desk = written(place).await;
    desk.browser
        .driver
        .refresh()
        .await
        .expect("the browser does it");
    desk.browser
        .element("toonvast-badge")
        .await
        .expect("the browser does it");
    place
        .write(&desk.browser)
        .await
        .expect("the browser does it");
    let label = desk.wait_offer().await;
    assert!(label.starts_with("Concept van "), "{place:?}: {label}");
    assert_eq!(desk.text().await, "", "{place:?}: nothing unasked");
    desk.press("restore").await;
    desk.wait_text(WORDS).await;
    desk.wait_no_offer().await;
    desk.keys(" Tot straks.").await;
    desk.wait_text(&format!("{WORDS} Tot straks.")).await;
    assert_eq!(desk.send().await, format!("{WORDS} Tot straks."));
    page_is_untroubled(&desk.browser).await;
}

#[tokio::test]
async fn on_x_after_a_reload() {
    offered_after_a_reload(Place::X).await;
}

#[tokio::test]
async fn on_facebook_after_a_reload() {
    offered_after_a_reload(Place::Facebook).await;
}

#[tokio::test]
async fn on_discourse_after_a_reload() {
    offered_after_a_reload(Place::Discourse).await;
}

#[tokio::test]
async fn in_a_plain_field_after_a_reload() {
    offered_after_a_reload(Place::Article).await;
}

#[tokio::test]
async fn on_the_forum_after_a_reload() {
    offered_after_a_reload(Place::Forum).await;
}

#[tokio::test]
async fn after_the_page_crashed() {
    let desk = written(Place::X).await;
    let crashed = desk
        .browser
        .driver
        .window()
        .await
        .expect("the browser does it");
    let other = desk
        .browser
        .driver
        .new_tab()
        .await
        .expect("the browser does it");
    desk.browser
        .driver
        .switch_to_window(crashed)
        .await
        .expect("the browser does it");
    let crash = desk.browser.devtools("Page.crash", json!({}));
    // The page that should answer is dead.
    drop(tokio::time::timeout(Duration::from_secs(5), crash).await);
    let dead = desk.browser.script::<bool>("return true", Vec::new()).await;
    assert!(dead.is_err_and(|why| why.to_string().contains("crash")));
    desk.browser
        .driver
        .switch_to_window(other)
        .await
        .expect("the browser does it");
    let desk = desk.open(Place::X).await;
    assert!(desk.wait_offer().await.starts_with("Concept van "));
    desk.press("restore").await;
    desk.wait_text(WORDS).await;
}

#[tokio::test]
async fn after_going_elsewhere_and_back() {
    let desk = written(Place::X).await;
    let desk = desk.open(Place::Forum).await;
    desk.wait_no_offer().await;
    let desk = desk.open(Place::X).await;
    desk.wait_offer().await;
    assert_eq!(desk.text().await, "");
}

#[tokio::test]
async fn two_posts_do_not_mix() {
    let desk = written(Place::Discourse).await;
    let open = async |post: u32| {
        desk.browser
            .click(".save-or-cancel .cancel")
            .await
            .expect("the browser does it");
        let button = format!("article[data-post-id='{post}'] button.reply");
        desk.browser
            .click(&button)
            .await
            .expect("the browser does it");
    };
    open(504).await;
    desk.browser
        .wait_for("the other post to be answered", async || {
            let said = desk.browser.text_inside(&desk.layer().await).await?;
            Ok(said.contains("noel_b").then_some(()))
        })
        .await
        .expect("the browser does it");
    desk.wait_no_offer().await;
    desk.type_on("You can pause it in the app. ^Noor").await;
    open(502).await;
    desk.wait_offer().await;
    desk.press("restore").await;
    desk.wait_text(WORDS).await;
}

#[tokio::test]
async fn once_posted_nothing_is_offered() {
    let desk = written(Place::X).await;
    desk.send().await;
    // Recognised on the page, and logged.
    desk.browser
        .wait_for("the case on the badge", async || {
            let badge = desk.browser.badge(toonvast_tests::journey::STUCK).await?;
            let found = desk.browser.all_inside(&badge, "[data-case]").await?;
            Ok((!found.is_empty()).then_some(()))
        })
        .await
        .expect("the browser does it");
    desk.browser
        .driver
        .refresh()
        .await
        .expect("the browser does it");
    desk.browser
        .element("toonvast-badge")
        .await
        .expect("the browser does it");
    Place::X
        .write(&desk.browser)
        .await
        .expect("the browser does it");
    desk.wait_no_offer().await;
}

#[tokio::test]
async fn thrown_away_it_is_gone_unless_it_is_undone_at_once() {
    let desk = written(Place::Forum).await;
    let desk = desk.open(Place::Forum).await;
    desk.wait_offer().await;
    desk.press("discard").await;
    desk.press("undo").await;
    desk.wait_text(WORDS).await;
    let desk = desk.open(Place::Forum).await;
    desk.wait_offer().await;
    desk.press("discard").await;
    desk.part("[data-act=undo]").await;
    let desk = desk.open(Place::Forum).await;
    desk.wait_no_offer().await;
    assert_eq!(desk.text().await, "");
}

#[tokio::test]
async fn new_words_do_not_overwrite_what_was_kept() {
    let desk = written(Place::X).await;
    let desk = desk.open(Place::X).await;
    desk.type_on("Even iets anders.").await;
    desk.wait_finding("missing-signature").await;
    desk.wait_offer().await;
    desk.press("restore").await;
    desk.wait_text(&format!("Even iets anders.\n{WORDS}")).await;
    desk.wait_no_offer().await;
}

#[tokio::test]
async fn the_offer_speaks_english_too() {
    let desk = written(Place::Forum).await;
    desk.browser
        .open_extension_page("pages/options.html")
        .await
        .expect("the browser does it");
    let english = desk
        .browser
        .element("select[name=locale] option[value=en]")
        .await
        .expect("the browser does it");
    english.click().await.expect("the browser does it");
    let saved = desk
        .browser
        .driver
        .find(By::Css("button[type=submit]"))
        .await;
    if let Ok(save) = saved {
        save.click().await.expect("the browser does it");
    }
    let desk = desk.open(Place::Forum).await;
    assert!(desk.wait_offer().await.starts_with("Restore draft of "));
    assert_eq!(
        desk.part("[data-act=discard]")
            .await
            .text()
            .await
            .expect("the browser does it"),
        "Discard"
    );
}
