//! English grammar comes from a pack of its own, loaded at the first English draft: what is
//! known without it is said at once, what it knows follows by itself.

use crate::world::{browser, copy_tree, extension, page_is_untroubled, stage, world_folder};
use std::path::Path;
use toonvast_tests::browser::Browser;
use toonvast_tests::journey;

const DUTCH: &str = "We halen je fiets vandaag nog op en maken je slot open.";
const ENGLISH: &str = "The mechanic has went to the station and opens your lock today.";

/// The build for tests, with a pack that waits for us.
fn with_a_waiting_pack(copy: &Path) {
    copy_tree(&extension("chromium-test"), copy);
    let path = copy.join("english/worker.js");
    let script = std::fs::read_to_string(&path).expect("the pack's Worker");
    let (at_once, waiting) = (
        "const pack = open();",
        "const pack = navigator.locks.request('english may go on', () => {}).then(open);",
    );
    assert_eq!(script.matches(at_once).count(), 1, "{script}");
    std::fs::write(&path, script.replace(at_once, waiting)).expect("the copy is ours");
}

/// Holds the pack back until `goOn` is called on the page at hand.
async fn hold_the_pack(browser: &Browser) {
    let hold = "return new Promise((held) => navigator.locks.request('english may go on', () => new Promise((go) => {
        window.goOn = go;
        held(true);
    })))";
    let held: bool = browser
        .script(hold, Vec::new())
        .await
        .expect("the lock is free");
    assert!(held);
}

/// Takes the finding's fix, and waits for the words that then stand in the editor.
async fn take_the_fix(browser: &Browser, fixed: &str) {
    let composer = browser.composer().await.expect("the composer has a card");
    browser
        .inside(&composer, "[data-act=apply][data-rule=grammar]")
        .await
        .expect("a fix is offered")
        .click()
        .await
        .expect("the fix can be pressed");
    browser
        .wait_for("the fix in the editor", async || {
            let text = journey::editor_text(browser).await.unwrap_or_default();
            Ok((text == fixed).then_some(()))
        })
        .await
        .expect("the editor takes the fix");
}

#[tokio::test]
async fn grammar_follows_when_the_pack_is_ready() {
    let folder = world_folder();
    let copy = folder.path().join("extension");
    with_a_waiting_pack(&copy);
    let stage = stage().await;
    let browser = browser(&stage, &copy).await;
    let (windows, site) = (&browser.driver, browser.driver.window().await.unwrap());
    let ours = windows.new_window().await.unwrap();
    windows.switch_to_window(ours.clone()).await.unwrap();
    browser
        .open_extension_page("pages/options.html")
        .await
        .unwrap();
    hold_the_pack(&browser).await;

    windows.switch_to_window(site.clone()).await.unwrap();
    journey::open_timeline(&browser).await.unwrap();
    journey::open_reply(&browser, journey::STUCK).await.unwrap();
    journey::type_draft(&browser, DUTCH).await.unwrap();
    journey::wait_for_finding(&browser, "missing-signature")
        .await
        .unwrap();

    windows.switch_to_window(site.clone()).await.unwrap();
    journey::clear_draft(&browser).await.unwrap();
    journey::type_draft(&browser, ENGLISH).await.unwrap();
    let meanwhile = journey::wait_for_finding(&browser, "wrong-language")
        .await
        .unwrap();
    assert!(!meanwhile.contains(&"grammar".to_owned()), "{meanwhile:?}");
    windows.switch_to_window(ours).await.unwrap();
    browser
        .script::<bool>("window.goOn(); return true", Vec::new())
        .await
        .unwrap();

    windows.switch_to_window(site).await.unwrap();
    journey::wait_for_finding(&browser, "grammar")
        .await
        .unwrap();
    // A finding that followed stands where its words are.
    take_the_fix(&browser, &ENGLISH.replace("went", "gone")).await;
    page_is_untroubled(&browser).await;
}
