//! The agent's journey on the stage, from a post on the page to a logged case: told once,
//! played by the tour and by the tests.

use crate::backend::{AGENT, Backend, BackendError, PASSWORD};
use crate::browser::{Browser, BrowserError, Key};
use serde_json::Value;

/// The stage's timeline.
pub const TIMELINE: &str = "https://x.com/home";
/// A customer stands at the station with a lock that will not open.
pub const STUCK: &str = "2100000000000000104";
/// The site's editor in the reply window.
pub const EDITOR: &str = "[role=dialog] [data-testid=tweetTextarea_0]";
/// The site's own send button in the reply window.
pub const SEND: &str = "[role=dialog] [data-testid=tweetButton]";

/// Why the journey could not go on.
#[derive(Debug, thiserror::Error)]
pub enum JourneyError {
    /// The browser did not do it.
    #[error(transparent)]
    Browser(#[from] BrowserError),
    /// The server did not do it.
    #[error(transparent)]
    Backend(#[from] BackendError),
    /// Something was not as the agent expects it.
    #[error("{0}")]
    Unexpected(String),
}

/// Opens the timeline and waits for its first badges.
///
/// # Errors
/// When none come.
pub async fn open_timeline(browser: &Browser) -> Result<usize, JourneyError> {
    browser.goto(TIMELINE).await?;
    let count = browser
        .wait_for("badges on the timeline", async || {
            let badges = browser.badges().await?;
            Ok((badges.len() >= 5).then_some(badges.len()))
        })
        .await?;
    Ok(count)
}

/// Brings a post into view and returns what its badge says, reasons opened.
///
/// # Errors
/// When the post or its badge does not come.
pub async fn look_at(browser: &Browser, post: &str) -> Result<String, JourneyError> {
    bring_into_view(browser, post).await?;
    let badge = browser.badge(post).await?;
    browser
        .driver
        .action_chain()
        .move_to_element_center(&badge)
        .perform()
        .await
        .map_err(BrowserError::from)?;
    let text = browser
        .wait_for("the reasons on the badge", async || {
            let text = browser.text_inside(&badge).await?;
            Ok(text.lines().nth(1).is_some().then_some(text))
        })
        .await?;
    Ok(text)
}

/// Scrolls until the post is on the page: the timeline keeps only a few.
async fn bring_into_view(browser: &Browser, post: &str) -> Result<(), BrowserError> {
    let body = "
        const post = document.querySelector(`article[data-testid=tweet] a[href*='/status/${arguments[0]}']`);
        if (post) { post.closest('article').scrollIntoView({ block: 'center' }); return true; }
        scrollBy(0, 500);
        return false;";
    browser
        .wait_script("the post on the timeline", body, vec![post.into()])
        .await
        .map(drop)
}

/// Presses *claim* on a post's badge and waits until it shows the case.
///
/// # Errors
/// When the badge shows no case.
pub async fn claim(browser: &Browser, post: &str) -> Result<String, JourneyError> {
    bring_into_view(browser, post).await?;
    browser
        .wait_for("a click on claim", async || {
            let badge = browser.badge(post).await?;
            browser
                .inside(&badge, "[data-act=claim]")
                .await?
                .click()
                .await?;
            Ok(Some(()))
        })
        .await?;
    case_of(browser, post).await
}

/// Waits for the case on a post's badge; returns its id.
///
/// # Errors
/// When the badge shows none.
pub async fn case_of(browser: &Browser, post: &str) -> Result<String, JourneyError> {
    let id = browser
        .wait_for("the case on the badge", async || {
            let badge = browser.badge(post).await?;
            let found = browser.all_inside(&badge, "[data-case]").await?;
            let Some(shown) = found.first() else {
                return Ok(None);
            };
            Ok(shown.attr("data-case").await?)
        })
        .await?;
    Ok(id)
}

/// Scrolls to a post, as after a reload, and waits for the case on its badge.
///
/// # Errors
/// When the badge shows none.
pub async fn case_of_in_view(browser: &Browser, post: &str) -> Result<String, JourneyError> {
    bring_into_view(browser, post).await?;
    case_of(browser, post).await
}

/// Opens the site's reply window under a post.
///
/// # Errors
/// When it does not open.
pub async fn open_reply(browser: &Browser, post: &str) -> Result<(), JourneyError> {
    bring_into_view(browser, post).await?;
    let button = format!(
        "//article[@data-testid='tweet'][.//a[contains(@href, '/status/{post}')]]//button[@data-testid='reply']"
    );
    browser
        .wait_for("the reply window", async || {
            if browser
                .driver
                .find(thirtyfour::By::Css(EDITOR))
                .await
                .is_ok()
            {
                return Ok(Some(()));
            }
            browser
                .driver
                .find(thirtyfour::By::XPath(&button))
                .await?
                .click()
                .await?;
            Ok(None)
        })
        .await?;
    Ok(())
}

/// Types into the site's editor, key by key.
///
/// # Errors
/// When there is no editor.
pub async fn type_draft(browser: &Browser, text: &str) -> Result<(), JourneyError> {
    Ok(browser.type_in(EDITOR, text).await?)
}

/// Empties the editor as a person does: all, delete.
///
/// # Errors
/// When the editor keeps something.
pub async fn clear_draft(browser: &Browser) -> Result<(), JourneyError> {
    let editor = browser.element(EDITOR).await?;
    editor
        .send_keys(Key::Control + "a")
        .await
        .map_err(BrowserError::from)?;
    editor
        .send_keys(Key::Delete + "")
        .await
        .map_err(BrowserError::from)?;
    browser
        .wait_for("an empty editor", async || {
            Ok(editor_text(browser)
                .await
                .is_ok_and(|text| text.is_empty())
                .then_some(()))
        })
        .await?;
    Ok(())
}

/// Opens the one case on a screen, in the panel or on the server's page.
///
/// # Errors
/// When there is none.
pub async fn open_case(browser: &Browser) -> Result<(), JourneyError> {
    browser.click("[data-filter=completed]").await?;
    browser.click("[data-row^=case-] .row-main").await?;
    browser.element("main[data-route=case]").await?;
    Ok(())
}

/// The rules found in the draft, in the order shown.
///
/// # Errors
/// When our layer does not come.
pub async fn findings(browser: &Browser) -> Result<Vec<String>, JourneyError> {
    let composer = browser.composer().await?;
    let mut rules = Vec::new();
    for shown in browser.all_inside(&composer, "[data-rule]").await? {
        if let Some(rule) = shown.attr("data-rule").await.map_err(BrowserError::from)?
            && !rules.contains(&rule)
        {
            rules.push(rule);
        }
    }
    Ok(rules)
}

/// Waits until a rule is among the findings.
///
/// # Errors
/// When it does not come.
pub async fn wait_for_finding(browser: &Browser, rule: &str) -> Result<Vec<String>, JourneyError> {
    let found = browser
        .wait_for(&format!("the finding {rule}"), async || {
            let found = findings(browser).await.unwrap_or_default();
            Ok(found.iter().any(|known| known == rule).then_some(found))
        })
        .await?;
    Ok(found)
}

/// What the site's editor holds in its own state.
///
/// # Errors
/// When there is no editor.
pub async fn editor_text(browser: &Browser) -> Result<String, JourneyError> {
    let text: Option<String> = browser
        .script("return window.__stage.editorText()", Vec::new())
        .await?;
    text.ok_or_else(|| JourneyError::Unexpected("there is no editor".into()))
}

/// Puts the first suggestion into the editor and returns what the editor then holds.
///
/// # Errors
/// When there is no suggestion, or the editor does not take it.
pub async fn take_suggestion(browser: &Browser) -> Result<String, JourneyError> {
    let composer = browser.composer().await?;
    let before = editor_text(browser).await?;
    browser
        .wait_for("a click on the first suggestion", async || {
            browser
                .inside(&composer, "[data-act=insert]")
                .await?
                .click()
                .await?;
            Ok(Some(()))
        })
        .await?;
    let after = browser
        .wait_for("the suggestion in the editor", async || {
            let now = editor_text(browser).await.unwrap_or_default();
            Ok((now != before && !now.trim().is_empty()).then_some(now))
        })
        .await?;
    Ok(after)
}

/// Types on at the end of the draft.
///
/// # Errors
/// When the words do not arrive in the editor's state.
pub async fn type_on(browser: &Browser, text: &str) -> Result<String, JourneyError> {
    let editor = browser.element(EDITOR).await?;
    let before = editor_text(browser).await?;
    let keys = Key::Control + Key::End;
    editor.send_keys(keys).await.map_err(BrowserError::from)?;
    editor.send_keys(text).await.map_err(BrowserError::from)?;
    let expected = format!("{before}{text}");
    let now = browser
        .wait_for("what was typed after the suggestion", async || {
            let now = editor_text(browser).await.unwrap_or_default();
            Ok((now == expected).then_some(now))
        })
        .await
        .map_err(|why| JourneyError::Unexpected(format!("{why}; expected {expected:?}")))?;
    Ok(now)
}

/// Presses the site's own button, as the agent does, and waits until the site has taken the post.
///
/// # Errors
/// When the reply window stays open.
pub async fn send(browser: &Browser) -> Result<(), JourneyError> {
    browser.click(SEND).await?;
    browser
        .wait_for("the site to take the reply", async || {
            let open = browser
                .driver
                .find(thirtyfour::By::Css(EDITOR))
                .await
                .is_ok();
            Ok((!open).then_some(()))
        })
        .await?;
    Ok(())
}

/// Waits until the server has a case with so many replies; returns the overview.
///
/// # Errors
/// When it does not come.
pub async fn logged(
    browser: &Browser,
    backend: &Backend,
    replies: usize,
) -> Result<Value, JourneyError> {
    let overview = browser
        .wait_for("the case on the server", async || {
            let path = "/v1/brands/fietsfluit/overview";
            let overview = backend
                .get(path)
                .await
                .map_err(|why| BrowserError::Waited {
                    what: why.to_string(),
                    seconds: 0,
                    last: None,
                })?;
            let count = overview["cases"][0]["case"]["replies"]
                .as_array()
                .map(Vec::len);
            Ok((count == Some(replies)).then_some(overview))
        })
        .await?;
    Ok(overview)
}

/// Signs in on the server's page, as a person does.
///
/// # Errors
/// When the queue does not come.
pub async fn sign_in(browser: &Browser, backend: &Backend) -> Result<(), JourneyError> {
    browser.goto(&format!("{}/", backend.address())).await?;
    browser.type_in("input[name=name]", AGENT).await?;
    browser.type_in("input[type=password]", PASSWORD).await?;
    browser.click("button[type=submit]").await?;
    browser
        .wait_for("the queue behind the sign-in", async || {
            let form = browser
                .driver
                .find(thirtyfour::By::Css("input[type=password]"))
                .await;
            Ok(form.is_err().then_some(()))
        })
        .await?;
    Ok(())
}
