//! The product, as a page meets it: it learns nothing.

use crate::world::{copy_tree, extension, page_is_untroubled, stage, world_folder};
use toonvast_tests::browser::{Browser, BrowserError, Key};
use toonvast_tests::journey;

/// The product's own files, allowed on every page as if the agent had granted each site.
async fn product(stage: &toonvast_tests::stage::Stage, folder: &std::path::Path) -> Browser {
    let copy = folder.join("extension");
    copy_tree(&extension("chromium"), &copy);
    let path = copy.join("manifest.json");
    let text = std::fs::read_to_string(&path).expect("a manifest");
    let mut manifest: serde_json::Value = serde_json::from_str(&text).expect("a manifest is JSON");
    assert!(
        manifest.get("content_scripts").is_none() && manifest.get("host_permissions").is_none()
    );
    let list = std::fs::read_to_string(copy.join("background/page-scripts.js"))
        .expect("the list of scripts");
    let scripts: serde_json::Value = serde_json::from_str(
        list.trim_start_matches("export const pageScripts = ")
            .trim_end_matches(";\n"),
    )
    .expect("the list is JSON");
    assert!(!scripts.to_string().contains("hooks.js"));
    manifest["host_permissions"] = serde_json::json!(["*://*/*"]);
    manifest["content_scripts"] =
        serde_json::json!([{ "matches": ["https://x.com/*"], "js": scripts }]);
    std::fs::write(&path, manifest.to_string()).expect("the copy is ours");
    crate::world::browser(stage, &copy).await
}

#[tokio::test]
async fn the_page_sees_elements_without_content() {
    let folder = world_folder();
    let stage = stage().await;
    let browser = product(&stage, folder.path()).await;
    browser.goto("https://x.com/home").await.unwrap();
    browser.element("toonvast-badge").await.unwrap();
    let leaked: Vec<String> = browser
        .script(
            "return [...document.querySelectorAll('toonvast-badge, toonvast-composer')].flatMap((it) => [
                it.shadowRoot && 'an open root', it.textContent && 'text',
                it.attributes.length > 0 && it.outerHTML ]).filter(Boolean)",
            Vec::new(),
        )
        .await
        .unwrap();
    assert_eq!(leaked, Vec::<String>::new());
    let globals: Vec<String> = browser
        .script(
            "return Object.keys(window).filter((name) => /toonvast/i.test(name))",
            Vec::new(),
        )
        .await
        .unwrap();
    assert_eq!(globals, Vec::<String>::new());
    page_is_untroubled(&browser).await;
}

#[tokio::test]
async fn behind_closed_roots_the_keyboard_works_all_the_same() {
    let folder = world_folder();
    let stage = stage().await;
    let browser = product(&stage, folder.path()).await;
    browser.goto("https://x.com/home").await.unwrap();
    browser.element("toonvast-badge").await.unwrap();
    journey::open_reply(&browser, journey::STUCK).await.unwrap();
    journey::type_draft(&browser, "Hun komen zo. Ik wordt")
        .await
        .unwrap();
    let field = browser.element(journey::EDITOR).await.unwrap();
    // Until the draft was checked the key is nobody's.
    browser
        .wait_for("the fix at the caret", async || {
            field
                .send_keys(Key::Control + ".")
                .await
                .map_err(BrowserError::from)?;
            let text = journey::editor_text(&browser).await.unwrap_or_default();
            Ok((text == "Hun komen zo. Ik word").then_some(()))
        })
        .await
        .unwrap();
    let text = journey::type_on(&browser, " blij").await.unwrap();
    assert_eq!(text, "Hun komen zo. Ik word blij");
    page_is_untroubled(&browser).await;
}
