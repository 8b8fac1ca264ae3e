//! Pairing a browser with the server, through the screens a person uses.

use crate::world::{backend, browser, extension, stage, world_folder};
use toonvast_tests::browser::Browser;
use toonvast_tests::journey;

async fn text(browser: &Browser, css: &str) -> String {
    browser
        .element(css)
        .await
        .expect("an element")
        .text()
        .await
        .expect("its text")
}

#[tokio::test]
async fn a_browser_pairs_by_the_code_on_the_server_s_page_and_what_waited_is_sent() {
    let folder = world_folder();
    let stage = stage().await;
    let backend = backend(folder.path()).await;
    let browser = browser(&stage, &extension("chromium-test")).await;
    // Before there is a server the click is kept here.
    journey::open_timeline(&browser).await.unwrap();
    let case = journey::claim(&browser, journey::STUCK).await.unwrap();
    journey::sign_in(&browser, &backend).await.unwrap();
    browser.element("main[data-route=queue]").await.unwrap();
    browser
        .goto(&format!("{}/#/settings", backend.address()))
        .await
        .unwrap();
    browser.element("main[data-route=settings]").await.unwrap();
    let ask = "const button = [...document.querySelectorAll('section.card')].map((it) => it.querySelector('.buttons button.primary'))
        .find((it) => it && !it.hasAttribute('type')); if (!button) return false; button.click(); return true";
    browser
        .wait_script("the button that makes a code", ask, Vec::new())
        .await
        .unwrap();
    let code = text(&browser, ".big-code output").await;
    assert!(code.len() >= 8, "{code}");
    browser
        .open_extension_page("pages/options.html")
        .await
        .unwrap();
    browser
        .type_in("input[name=server]", &backend.address())
        .await
        .unwrap();
    browser.type_in("input[name=code]", &code).await.unwrap();
    browser
        .click("form:has(input[name=code]) button[type=submit]")
        .await
        .unwrap();
    // A session of the tests' own reads what the server has.
    backend.pairing_code().await.unwrap();
    let overview = journey::logged(&browser, &backend, 0).await.unwrap();
    assert_eq!(overview["cases"][0]["case"]["id"], case.as_str());
}

#[tokio::test]
async fn a_wrong_code_says_what_why_and_what_to_do() {
    let folder = world_folder();
    let stage = stage().await;
    let backend = backend(folder.path()).await;
    let browser = browser(&stage, &extension("chromium-test")).await;
    browser
        .open_extension_page("pages/options.html")
        .await
        .unwrap();
    browser
        .type_in("input[name=server]", &backend.address())
        .await
        .unwrap();
    browser
        .type_in("input[name=code]", "WRNGCDE2")
        .await
        .unwrap();
    browser
        .click("form:has(input[name=code]) button[type=submit]")
        .await
        .unwrap();
    let said = browser
        .wait_for("what went wrong", async || {
            let body = browser.element("body").await?.text().await?;
            Ok(body.contains("weigert").then_some(body))
        })
        .await
        .unwrap();
    assert!(said.contains("code"), "{said}");
    // Nothing lost: what was typed is still there.
    let kept: String = browser
        .script(
            "return document.querySelector('input[name=server]').value",
            Vec::new(),
        )
        .await
        .unwrap();
    assert_eq!(kept, backend.address());
}
