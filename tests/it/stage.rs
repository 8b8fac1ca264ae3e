//! The stage itself in a real browser: it must behave like the sites before anything can be said about us on it.

use serde_json::{Value, json};
use toonvast_tests::browser::{Browser, BrowserError, BrowserOptions, Key};
use toonvast_tests::place::Place;
use toonvast_tests::stage::{SavedPage, Stage};

const BRAKES: &str = "https://x.com/imke_ravenh/status/2100000000000000102";

type Outcome = Result<(), Box<dyn std::error::Error>>;

async fn opened(stage: &Stage, url: &str) -> Result<Browser, BrowserError> {
    let browser = Browser::start(BrowserOptions {
        host_rules: Some(stage.host_rules()),
        headless: true,
        ..BrowserOptions::default()
    })
    .await?;
    browser.goto(url).await?;
    Ok(browser)
}

async fn on_x(url: &str) -> Result<(Stage, Browser), Box<dyn std::error::Error>> {
    let stage = Stage::start(&Stage::folder()).await?;
    let browser = opened(&stage, url).await?;
    browser.element("article[data-testid=tweet]").await?;
    Ok((stage, browser))
}

/// Neither the page nor the browser has complained.
async fn clean(browser: &Browser) -> Outcome {
    assert_eq!(browser.violations().await?, Vec::<Value>::new());
    assert_eq!(browser.page_errors().await?, Vec::<String>::new());
    assert_eq!(browser.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn editor_text(browser: &Browser) -> Result<Value, BrowserError> {
    browser
        .script("return window.__stage.editorText()", Vec::new())
        .await
}

#[tokio::test]
async fn a_long_timeline_keeps_few_cells_and_recycles_them() -> Outcome {
    let (_stage, browser) = on_x("https://x.com/home?insert=200").await?;
    let mut seen = std::collections::BTreeSet::new();
    let mut most = 0;
    for _ in 0..12 {
        let ids: Vec<Option<String>> = browser
            .script("return window.__stage.ids()", Vec::new())
            .await?;
        most = most.max(ids.len());
        seen.extend(ids.into_iter().flatten());
        let body = "const before = scrollY; scrollBy(0, 900);
            return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY > before))))";
        let moved: bool = browser.script(body, Vec::new()).await?;
        assert!(moved);
    }
    assert!((8..=24).contains(&most), "{most} cells in the document");
    assert!(seen.len() > 40, "{} posts seen", seen.len());
    let first: bool = browser
        .script(
            "return !!document.querySelector('[data-key=\"2110000000000000001\"]')",
            Vec::new(),
        )
        .await?;
    assert!(!first, "the first cell left the document");
    clean(&browser).await
}

#[tokio::test]
async fn cells_never_overlap_while_one_grows() -> Outcome {
    let (_stage, browser) = on_x("https://x.com/home").await?;
    let body = "document.querySelectorAll('article')[1].append(Object.assign(document.createElement('div'),
        { style: 'height: 77px' })); return true";
    browser.script::<bool>(body, Vec::new()).await?;
    let settled = "const boxes = [...document.querySelectorAll('[data-testid=cellInnerDiv]')]
        .map((it) => it.getBoundingClientRect()).sort((a, b) => a.top - b.top);
        return boxes.every((box, i) => i === 0 || Math.abs(box.top - boxes[i - 1].bottom) < 1)";
    browser
        .wait_script("cells to lie edge to edge", settled, Vec::new())
        .await?;
    clean(&browser).await
}

#[tokio::test]
async fn a_reply_from_the_window_stands_below_its_post_and_after_a_reload() -> Outcome {
    let (stage, browser) = on_x("https://x.com/home").await?;
    let post = "article:has(a[href$=\"/2100000000000000102\"])";
    browser
        .click(&format!("{post} [data-testid=reply]"))
        .await?;
    let field = "[role=dialog] [data-testid=tweetTextarea_0]";
    browser.type_in(field, "Wat schrik je dan, Imke.").await?;
    browser
        .element(field)
        .await?
        .send_keys(Key::Enter + "We halen hem op. ^Sem")
        .await?;
    assert_eq!(
        editor_text(&browser).await?,
        "Wat schrik je dan, Imke.\nWe halen hem op. ^Sem"
    );
    assert_eq!(
        browser
            .script::<String>("return location.pathname", Vec::new())
            .await?,
        "/compose/post"
    );
    browser
        .click("[role=dialog] [data-testid=tweetButton]")
        .await?;
    let ours = "return [...document.querySelectorAll('article')].some((it) =>
        it.querySelector('[data-testid=tweetText]')?.textContent === 'Wat schrik je dan, Imke.\\nWe halen hem op. ^Sem'
        && it.querySelector('a[href^=\"/FietsfluitNL/status/\"]'))";
    browser.wait_script("our reply", ours, Vec::new()).await?;
    let posted = stage.posted();
    assert_eq!(posted.len(), 1);
    assert_eq!(posted[0].to.as_deref(), Some("2100000000000000102"));
    browser.goto(BRAKES).await?;
    browser
        .wait_script("our reply after a reload", ours, Vec::new())
        .await?;
    clean(&browser).await
}

#[tokio::test]
async fn the_inline_editor_empties_when_its_text_is_posted() -> Outcome {
    let (stage, browser) = on_x(BRAKES).await?;
    browser
        .type_in(
            "[data-testid=tweetTextarea_0]",
            "Dank voor je melding. ^Noor",
        )
        .await?;
    browser.click("[data-testid=tweetButtonInline]").await?;
    let empty = "return window.__stage.editorText() === '' && document.querySelector('[data-testid=toast]') !== null";
    browser
        .wait_script("an empty editor", empty, Vec::new())
        .await?;
    assert_eq!(stage.posted()[0].text, "Dank voor je melding. ^Noor");
    browser
        .type_in("[data-testid=tweetTextarea_0]", "Nog iets")
        .await?;
    assert_eq!(editor_text(&browser).await?, "Nog iets");
    clean(&browser).await
}

#[tokio::test]
async fn going_to_a_post_and_back_loads_no_page() -> Outcome {
    let (_stage, browser) = on_x("https://x.com/home").await?;
    browser
        .script::<Value>("window.__same = true; return null", Vec::new())
        .await?;
    browser
        .click("[data-key=\"2100000000000000104\"] [data-testid=tweetText] span.text")
        .await?;
    browser
        .element("article[tabindex=\"-1\"] [data-testid=tweetText]")
        .await?;
    let place: Value = browser
        .script("return [location.pathname, window.__same]", Vec::new())
        .await?;
    assert_eq!(
        place,
        json!(["/pieter_noord/status/2100000000000000104", true])
    );
    browser.click("[data-testid=app-bar-back]").await?;
    let home = "return location.pathname === '/home' && !!document.querySelector('[data-key=\"2100000000000000104\"]')";
    browser
        .wait_script("the timeline again", home, Vec::new())
        .await?;
    clean(&browser).await
}

#[tokio::test]
async fn hostile_posts_stay_text() -> Outcome {
    let (_stage, browser) = on_x("https://x.com/home").await?;
    browser
        .script::<Value>(
            "window.__stage.hostileNames(); window.__stage.hugeText(); return null",
            Vec::new(),
        )
        .await?;
    browser
        .script::<Value>("return window.__stage.removeWhileRead()", Vec::new())
        .await?;
    let harm: Value = browser
        .script(
            "return [window.__pwned ?? null, document.querySelectorAll('article script').length]",
            Vec::new(),
        )
        .await?;
    assert_eq!(harm, json!([null, 0]));
    clean(&browser).await
}

#[tokio::test]
async fn the_policy_forbids_wasm_and_strings_as_script() -> Outcome {
    let (_stage, browser) = on_x("https://x.com/home").await?;
    let body = "const tries = {
            wasm: () => new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
            html: () => { document.createElement('div').innerHTML = '<b>x</b>'; },
        };
        return Object.entries(tries).map(([name, run]) => { try { run(); return name + ' ran'; } catch (e) { return name + ' ' + e.name; } })";
    let tried: Value = browser.script(body, Vec::new()).await?;
    assert_eq!(tried, json!(["wasm CompileError", "html TypeError"]));
    browser
        .wait_script(
            "the page to notice",
            "return window.__violations.length >= 2",
            Vec::new(),
        )
        .await?;
    Ok(())
}

#[tokio::test]
async fn a_saved_page_is_shown_without_life() -> Outcome {
    let html =
        "<meta charset=utf-8><p id=p>één</p><script>document.getElementById('p').remove()</script>";
    let urls = ["https://forum.test/viewtopic.php?t=1", "http://old.test/a"];
    let pages = urls.map(|url| SavedPage::new(url, html.as_bytes().to_vec()));
    let stage = Stage::start_with(pages.to_vec()).await?;
    let browser = opened(&stage, urls[0]).await?;
    for url in urls {
        browser.goto(url).await?;
        let shown: Value = browser
            .script(
                "return [location.href, document.body.innerText.trim()]",
                Vec::new(),
            )
            .await?;
        assert_eq!(shown, json!([url, "één"]));
    }
    let elsewhere = browser.goto("https://elsewhere.test/").await.unwrap_err();
    assert!(
        elsewhere.to_string().contains("ERR_NAME_NOT_RESOLVED"),
        "{elsewhere}"
    );
    Ok(())
}

#[tokio::test]
async fn the_forum_appends_what_is_posted_and_leads_to_it() -> Outcome {
    let stage = Stage::start(&Stage::folder()).await?;
    let browser = opened(&stage, "https://forum.fietsfluit.test/").await?;
    browser.click("a.topictitle").await?;
    let posts = "return document.querySelectorAll('body#phpbb div.post[id^=p]').length";
    assert_eq!(browser.script::<Value>(posts, Vec::new()).await?, 12);
    let text = "Dag Hollandrad54, <b>excuus</b> & dank.\nJe hoort vandaag nog van me. ^Fenna";
    browser
        .type_in("#qr_postform textarea[name=message]", text)
        .await?;
    assert_eq!(editor_text(&browser).await?, text);
    browser.click("#qr_postform input[name=post]").await?;
    let new =
        "return location.hash === '#p240' && document.querySelector('#p240 .content')?.innerText";
    let shown = browser.wait_script("our post", new, Vec::new()).await?;
    assert_eq!(shown, text);
    let told: Value = browser
        .script(
            "const p = document.getElementById('p240'); return [p.querySelector('p.author .username-coloured').textContent,
             p.querySelector('.content b'), !Number.isNaN(Date.parse(p.querySelector('time').dateTime))]",
            Vec::new(),
        )
        .await?;
    assert_eq!(told, json!(["Fietsfluit_webcare", null, true]));
    assert_eq!(stage.posted()[0].to.as_deref(), Some("112"));
    clean(&browser).await
}

#[tokio::test]
async fn a_comment_on_facebook_is_sent_by_enter_and_kept() -> Outcome {
    let stage = Stage::start(&Stage::folder()).await?;
    let browser = opened(&stage, "https://www.facebook.com/groups/fietsers").await?;
    let field = "[aria-posinset='4'] [data-lexical-editor=true]";
    browser
        .type_in(field, "Hi Dario, our shop in Utrecht")
        .await?;
    let rest = Key::Shift + Key::Enter + Key::Null + "is open until six. ^Jibril";
    browser.element(field).await?.send_keys(rest).await?;
    let text = "Hi Dario, our shop in Utrecht\nis open until six. ^Jibril";
    assert_eq!(editor_text(&browser).await?, text);
    browser.press(Key::Enter).await?;
    let ours = "return [...document.querySelectorAll('[aria-posinset=\"4\"] [role=article]')].some((it) =>
        it.innerText.includes('is open until six.') && it.querySelector('a[href*=\"comment_id=\"]'))";
    browser.wait_script("our comment", ours, Vec::new()).await?;
    browser
        .wait_script(
            "an empty editor",
            "return window.__stage.editorText() === ''",
            Vec::new(),
        )
        .await?;
    assert_eq!(stage.posted()[0].text, text);
    browser.driver.refresh().await?;
    browser
        .wait_script("our comment after a reload", ours, Vec::new())
        .await?;
    clean(&browser).await
}

#[tokio::test]
async fn a_topic_and_an_article_take_what_is_written_and_show_it() -> Outcome {
    for place in [Place::Discourse, Place::Article] {
        let stage = Stage::start(&Stage::folder()).await?;
        let browser = opened(&stage, place.url()).await?;
        browser.element("article").await?;
        place.write(&browser).await?;
        browser.type_in(place.field(), "Dag <b>Tinus</b>,").await?;
        browser
            .element(place.field())
            .await?
            .send_keys(Key::Enter + "we komen vandaag. ^Noor")
            .await?;
        let text = "Dag <b>Tinus</b>,\nwe komen vandaag. ^Noor";
        assert_eq!(editor_text(&browser).await?, text, "{place:?}");
        browser.click(place.send()).await?;
        let ours = "return [...document.querySelectorAll('article')].filter((it) =>
            it.innerText.includes('we komen vandaag.')).length === 1 && !document.querySelector('article b')";
        browser.wait_script("our reply", ours, Vec::new()).await?;
        browser.driver.refresh().await?;
        browser
            .wait_script("our reply after a reload", ours, Vec::new())
            .await?;
        assert_eq!(stage.posted()[0].text, text, "{place:?}");
        clean(&browser).await?;
    }
    Ok(())
}

/// The one way in that Draft.js takes whole: focus, select, wait for the selection to be known, paste.
const PASTE: &str = "
    const field = document.querySelector('[data-testid=tweetTextarea_0]');
    field.focus();
    await new Promise(requestAnimationFrame);
    const known = new Promise((done) => document.addEventListener('selectionchange', done, { once: true }));
    getSelection().selectAllChildren(field);
    await known;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', arguments[0]);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    return true";

#[tokio::test]
async fn a_paste_replaces_the_drafts_state_and_typing_goes_on() -> Outcome {
    let (_stage, browser) = on_x("https://x.com/compose/post").await?;
    let field = "[role=dialog] [data-testid=tweetTextarea_0]";
    browser.type_in(field, "weg hiermee").await?;
    let paste = PASTE.replace(
        "document.querySelector('[",
        "document.querySelector('[role=dialog] [",
    );
    let body = format!("return (async function () {{ {paste} }}).apply(null, arguments)");
    let text = "Dag Imke 🚲,\n\nwat een schrik. @FietsfluitNL";
    browser.script::<bool>(&body, vec![json!(text)]).await?;
    assert_eq!(editor_text(&browser).await?, text);
    browser.press(Key::End).await?;
    browser
        .element(field)
        .await?
        .send_keys(" en verder ^Sem")
        .await?;
    assert_eq!(
        editor_text(&browser).await?,
        format!("{text} en verder ^Sem")
    );
    clean(&browser).await
}

#[tokio::test]
async fn followers_stand_in_the_hover_card_only() -> Outcome {
    let (_stage, browser) = on_x("https://x.com/home").await?;
    let link = browser
        .element("[data-key=\"2100000000000000102\"] [data-testid=User-Name] a")
        .await?;
    link.scroll_into_view().await?;
    browser
        .driver
        .action_chain()
        .move_to_element_center(&link)
        .perform()
        .await?;
    let card = "return document.querySelector('#layers [data-testid=HoverCard] a[href=\"/imke_ravenh/verified_followers\"]')?.textContent";
    let followers = browser
        .wait_script("the hover card", card, Vec::new())
        .await?;
    assert_eq!(followers, "2,9K volgers");
    clean(&browser).await
}
