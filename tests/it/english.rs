//! English grammar comes from a pack of its own, loaded at the first English draft: what is
//! known without it is said at once, what it knows follows by itself.

use crate::world::{browser, copy_tree, extension, page_is_untroubled, stage, world_folder};
use std::path::Path;
use toonvast_tests::browser::Browser;
use toonvast_tests::journey;

const DUTCH: &str = "We halen je fiets vandaag nog op en maken je slot open.";
/// Typed in two parts, so that the pack is asked of the first and has to catch up.
const BEGUN: &str = "The mechanic has went to the station";
const REST: &str = " and opens your lock ASAP today.";

/// The build for tests, with a pack that leaves a database to tell that it was started, and
/// waits for the file that [`let_go_on`] lays beside it.
fn with_a_waiting_pack(copy: &Path) {
    copy_tree(&extension("chromium-test"), copy);
    let path = copy.join("english/worker.js");
    let script = std::fs::read_to_string(&path).expect("the pack's Worker");
    let (at_once, waiting) = (
        "const pack = open();",
        "indexedDB.open('english started');
         const mayGoOn = () => fetch('go').then(({ ok }) => ok, () => false);
         const pack = (async () => {
           while (!(await mayGoOn())) await new Promise((later) => setTimeout(later, 50));
           return open();
         })();",
    );
    assert_eq!(script.matches(at_once).count(), 1, "{script}");
    std::fs::write(&path, script.replace(at_once, waiting)).expect("the copy is ours");
}

fn let_go_on(copy: &Path) {
    std::fs::write(copy.join("english/go"), "").expect("the copy is ours");
}

/// Whether the pack was started since the browser was; leaves the page at hand.
async fn pack_was_started(browser: &Browser) -> bool {
    browser
        .open_extension_page("pages/options.html")
        .await
        .expect("a page of ours");
    let body = "return indexedDB.databases().then((all) => all.some(({ name }) => name === 'english started'))";
    let started = browser.script(body, Vec::new()).await;
    started.expect("a page of ours may look")
}

/// Opens the reply window of a post in Dutch.
async fn open_reply(browser: &Browser) {
    journey::open_timeline(browser).await.expect("the timeline");
    journey::open_reply(browser, journey::STUCK)
        .await
        .expect("the reply window");
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
async fn grammar_follows_when_the_pack_is_ready_and_dutch_never_loads_it() {
    let folder = world_folder();
    let copy = folder.path().join("extension");
    with_a_waiting_pack(&copy);
    let stage = stage().await;
    let browser = browser(&stage, &copy).await;
    open_reply(&browser).await;
    journey::type_draft(&browser, DUTCH).await.unwrap();
    journey::wait_for_finding(&browser, "missing-signature")
        .await
        .unwrap();
    assert!(!pack_was_started(&browser).await, "by a Dutch draft");

    open_reply(&browser).await;
    journey::type_draft(&browser, BEGUN).await.unwrap();
    journey::wait_for_finding(&browser, "wrong-language")
        .await
        .unwrap();
    journey::type_on(&browser, REST).await.unwrap();
    let meanwhile = journey::wait_for_finding(&browser, "abbreviation")
        .await
        .unwrap();
    assert!(!meanwhile.contains(&"grammar".to_owned()), "{meanwhile:?}");
    let_go_on(&copy);
    journey::wait_for_finding(&browser, "grammar")
        .await
        .unwrap();
    // A finding that followed stands where its words are.
    let fixed = format!("{}{REST}", BEGUN.replace("went", "gone"));
    take_the_fix(&browser, &fixed).await;
    page_is_untroubled(&browser).await;
    assert!(pack_was_started(&browser).await, "by an English draft");
}
