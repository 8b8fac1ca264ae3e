//! What the page and the extension complained about.

use super::{Browser, BrowserError};
use serde_json::Value;

impl Browser {
    /// The errors on the console since the last time they were asked for, with their sources.
    ///
    /// # Errors
    /// When the driver keeps no log.
    pub async fn console_errors(&self) -> Result<Vec<String>, BrowserError> {
        let entries = self.driver.browser_log().await?;
        Ok(entries
            .into_iter()
            .filter(|it| it.level == "SEVERE")
            .map(|it| it.message)
            .collect())
    }

    /// Violations of the page's content security policy, as the stage's pages collect them.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn violations(&self) -> Result<Vec<Value>, BrowserError> {
        self.script("return window.__violations ?? []", Vec::new())
            .await
    }

    /// Uncaught errors in the page's own world, as the stage's pages collect them.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn page_errors(&self) -> Result<Vec<String>, BrowserError> {
        self.script("return window.__errors ?? []", Vec::new())
            .await
    }
}
