//! An agent at work in one editor of the stage, with the extension and without a server.

use crate::world::{browser, extension, stage};
use serde_json::Value;
use toonvast_tests::browser::{Browser, Key, WebElement};
use toonvast_tests::journey;
use toonvast_tests::place::Place;
use toonvast_tests::stage::Stage;

/// Two faults with a fix, and the words round them.
pub const FAULTY: &str = "Ik wordt er stil van. Hun komen morgen langs. ^Noor";
/// The same with both fixes.
pub const FIXED: &str = "Ik word er stil van. Zij komen morgen langs. ^Noor";

/// Our layer beside the editor in use.
const OURS: &str = "const field = document.querySelector(arguments[0]);
    return field && [...document.querySelectorAll('toonvast-composer')]
        .find((it) => it.parentElement.contains(field)) || null";

pub struct Desk {
    pub stage: Stage,
    pub browser: Browser,
    pub place: Place,
}

impl Desk {
    /// A browser with the editor of a place open.
    pub async fn at(place: Place) -> Self {
        let stage = stage().await;
        let browser = browser(&stage, &extension("chromium-test")).await;
        let desk = Self {
            stage,
            browser,
            place,
        };
        desk.open(place).await
    }

    /// The same browser at another place.
    pub async fn open(mut self, place: Place) -> Self {
        self.place = place;
        place
            .open(&self.browser)
            .await
            .unwrap_or_else(|why| panic!("{place:?}: {why}"));
        self
    }

    pub async fn script(&self, body: &str, args: Vec<Value>) -> Value {
        self.browser
            .script(body, args)
            .await
            .unwrap_or_else(|why| panic!("{:?}: {why}", self.place))
    }

    pub async fn field(&self) -> WebElement {
        self.browser
            .element(self.place.field())
            .await
            .expect("the browser does it")
    }

    /// Types where the caret stands.
    pub async fn type_on(&self, text: &str) {
        self.field()
            .await
            .send_keys(text)
            .await
            .expect("the browser does it");
    }

    pub async fn keys(&self, keys: impl Into<toonvast_tests::browser::TypingData>) {
        self.browser
            .driver
            .active_element()
            .await
            .expect("the browser does it")
            .send_keys(keys)
            .await
            .expect("the browser does it");
    }

    /// Types ten keys a second, each pressed and released as by a hand: 120 words a minute.
    pub async fn type_keys(&self, text: &str) {
        type_keys(&self.browser, text).await;
    }

    /// What the editor's own state holds.
    pub async fn text(&self) -> String {
        journey::editor_text(&self.browser)
            .await
            .unwrap_or_default()
    }

    pub async fn wait_text(&self, expected: &str) {
        let mut last = String::new();
        let came = self
            .browser
            .wait_for("the text in the editor", async || {
                last = self.text().await;
                Ok((last == expected).then_some(()))
            })
            .await;
        assert!(
            came.is_ok(),
            "{:?}: expected {expected:?}, the editor holds {last:?}",
            self.place
        );
    }

    /// Our layer.
    pub async fn layer(&self) -> WebElement {
        let found = self
            .browser
            .wait_for("our layer", async || {
                let found = self
                    .browser
                    .driver
                    .execute(OURS, vec![self.place.field().into()])
                    .await?;
                Ok(if found.json().is_null() {
                    None
                } else {
                    Some(found.element()?)
                })
            })
            .await;
        found.unwrap_or_else(|why| panic!("{:?}: {why}", self.place))
    }

    /// An element of our layer.
    pub async fn part(&self, css: &str) -> WebElement {
        self.browser
            .inside(&self.layer().await, css)
            .await
            .unwrap_or_else(|why| panic!("{:?}: {why}", self.place))
    }

    /// The rules of the findings, as listed.
    pub async fn findings(&self) -> Vec<String> {
        let layer = self.layer().await;
        let items = self.browser.all_inside(&layer, "li[data-rule]").await;
        let mut rules = Vec::new();
        for item in items.unwrap_or_default() {
            rules.extend(item.attr("data-rule").await.ok().flatten());
        }
        rules
    }

    /// Waits until the findings are of the text that is there, told by one of them.
    pub async fn wait_finding(&self, rule: &str) {
        let came = self
            .browser
            .wait_for(rule, async || {
                Ok(self
                    .findings()
                    .await
                    .iter()
                    .any(|it| it == rule)
                    .then_some(()))
            })
            .await;
        assert!(came.is_ok(), "{:?}: no {rule}", self.place);
    }

    pub async fn wait_no_finding(&self, rule: &str) {
        let went = self
            .browser
            .wait_for(rule, async || {
                Ok(self
                    .findings()
                    .await
                    .iter()
                    .all(|it| it != rule)
                    .then_some(()))
            })
            .await;
        assert!(went.is_ok(), "{:?}: {rule} is still there", self.place);
    }

    /// Presses *apply* on a finding.
    pub async fn apply(&self, rule: &str) {
        let css = format!("[data-act=apply][data-rule={rule}]");
        let pressed = self
            .browser
            .wait_for("a click on apply", async || {
                let layer = self.layer().await;
                self.browser.inside(&layer, &css).await?.click().await?;
                Ok(Some(()))
            })
            .await;
        pressed.unwrap_or_else(|why| panic!("{:?}: {why}", self.place));
    }

    /// Presses the site's own button; what the site received.
    pub async fn send(&self) -> String {
        let before = self.stage.posted().len();
        self.browser
            .click(self.place.send())
            .await
            .expect("the browser does it");
        self.browser
            .wait_for("the site to receive it", async || {
                Ok(self
                    .stage
                    .posted()
                    .get(before)
                    .map(|post| post.text.clone()))
            })
            .await
            .unwrap_or_else(|why| panic!("{:?}: {why}", self.place))
    }

    /// What has the focus: a tag, and within our layer what that is.
    pub async fn focus(&self) -> String {
        let body = "const at = document.activeElement;
            const inner = at?.shadowRoot?.activeElement;
            if (!inner) return at?.matches(arguments[0]) ? 'editor' : at?.localName ?? '';
            return [inner.localName, inner.dataset.rule ?? inner.closest('[data-rule]')?.dataset.rule, inner.dataset.act]
                .filter(Boolean).join(' ')";
        let said = self.script(body, vec![self.place.field().into()]).await;
        said.as_str().unwrap_or_default().to_owned()
    }

    pub async fn wait_focus(&self, expected: &str) {
        let mut last = String::new();
        let came = self
            .browser
            .wait_for("the focus", async || {
                last = self.focus().await;
                Ok((last == expected).then_some(()))
            })
            .await;
        assert!(
            came.is_ok(),
            "{:?}: the focus is on {last:?}, not {expected:?}",
            self.place
        );
    }

    pub async fn undo(&self) {
        self.keys(Key::Control + "z").await;
    }
}

/// Types ten keys a second where the focus is; a key that had to wait is made up for.
pub async fn type_keys(browser: &Browser, text: &str) {
    let mut beat = tokio::time::interval(std::time::Duration::from_millis(100));
    for letter in text.chars() {
        beat.tick().await;
        let key = letter.to_string();
        let down = serde_json::json!({ "type": "keyDown", "key": key, "text": key });
        let up = serde_json::json!({ "type": "keyUp", "key": key });
        for event in [down, up] {
            browser
                .devtools("Input.dispatchKeyEvent", event)
                .await
                .expect("the browser does it");
        }
    }
}
