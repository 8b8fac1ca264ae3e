//! What the extension draws: badges on posts and our layer beside composers, inside their open shadow roots.

use super::{Browser, BrowserError, By, WebElement};
use serde::Deserialize;
use serde_json::json;

/// A badge as the build for tests shows it from outside.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub struct Badge {
    /// The post's id on its site.
    pub post_id: String,
    /// `urgent`, `high`, `normal`, `low` or `none`; empty while nothing has been decided.
    pub level: String,
}

const ALL: &str = "return [...document.querySelectorAll('toonvast-badge')].map((it) => ({
    post_id: it.getAttribute('post-id') ?? '', level: it.getAttribute('level') ?? '' }))";

/// The newest one that can be seen: with a reply window open, the one in the window.
const COMPOSER: &str = "return [...document.querySelectorAll('toonvast-composer')]
    .filter((it) => it.isConnected && it.getClientRects().length > 0)
    .sort((a, b) => Number(!!a.closest('[role=dialog]')) - Number(!!b.closest('[role=dialog]'))).at(-1) ?? null";

impl Browser {
    /// Every badge in the document, in its order.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn badges(&self) -> Result<Vec<Badge>, BrowserError> {
        self.script(ALL, Vec::new()).await
    }

    /// Waits for the badge of a post.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn badge(&self, post_id: &str) -> Result<WebElement, BrowserError> {
        self.element(&format!("toonvast-badge[post-id={}]", json!(post_id)))
            .await
    }

    /// Waits for our layer beside the composer that is in use.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn composer(&self) -> Result<WebElement, BrowserError> {
        self.wait_for("toonvast-composer", async || {
            let found = self.driver.execute(COMPOSER, Vec::new()).await?;
            Ok(if found.json().is_null() {
                None
            } else {
                Some(found.element()?)
            })
        })
        .await
    }

    /// Waits for an element inside the open shadow root of `host`.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn inside(&self, host: &WebElement, css: &str) -> Result<WebElement, BrowserError> {
        self.wait_for(&format!("{css} in a shadow root"), async || {
            let root = host.get_shadow_root().await?;
            Ok(Some(root.find(By::Css(css)).await?))
        })
        .await
    }

    /// Every element inside the open shadow root of `host` that matches now.
    ///
    /// # Errors
    /// When there is no shadow root.
    pub async fn all_inside(
        &self,
        host: &WebElement,
        css: &str,
    ) -> Result<Vec<WebElement>, BrowserError> {
        Ok(host.get_shadow_root().await?.find_all(By::Css(css)).await?)
    }

    /// The text inside the open shadow root of `host`, styles left out.
    ///
    /// # Errors
    /// When there is no shadow root.
    pub async fn text_inside(&self, host: &WebElement) -> Result<String, BrowserError> {
        let body =
            "return [...arguments[0].shadowRoot.children].filter((it) => it.localName !== 'style')
            .map((it) => it.innerText ?? it.textContent).join('\\n')";
        self.script(body, vec![host.to_json()?]).await
    }
}
