//! Waiting for conditions, each with a deadline.

use super::{Browser, BrowserError, By, Key, PAUSE, TypingData, WebElement};
use serde_json::Value;
use std::time::{Duration, Instant};

/// Long enough for a loaded machine; what takes longer has failed.
const DEADLINE: Duration = Duration::from_secs(30);

impl Browser {
    /// Asks again and again until there is an answer. An error on the way counts as "not yet": elements come and go.
    ///
    /// # Errors
    /// When 30 seconds have passed.
    pub async fn wait_for<T>(
        &self,
        what: &str,
        ask: impl AsyncFnMut() -> Result<Option<T>, BrowserError>,
    ) -> Result<T, BrowserError> {
        self.wait_within(DEADLINE, what, ask).await
    }

    /// The same with a deadline of the caller's.
    ///
    /// # Errors
    /// When the deadline has passed.
    pub async fn wait_within<T>(
        &self,
        deadline: Duration,
        what: &str,
        mut ask: impl AsyncFnMut() -> Result<Option<T>, BrowserError>,
    ) -> Result<T, BrowserError> {
        let start = Instant::now();
        let mut last = None;
        while start.elapsed() < deadline {
            match ask().await {
                Ok(Some(answer)) => return Ok(answer),
                Ok(None) => last = None,
                Err(error) => last = Some(short(&error)),
            }
            tokio::time::sleep(PAUSE).await;
        }
        Err(BrowserError::Waited {
            what: what.to_owned(),
            seconds: deadline.as_secs(),
            last,
        })
    }

    /// Waits until a script (a function body) returns something true, and returns it.
    ///
    /// # Errors
    /// When the deadline has passed.
    pub async fn wait_script(
        &self,
        what: &str,
        body: &str,
        args: Vec<Value>,
    ) -> Result<Value, BrowserError> {
        self.wait_for(what, async || {
            let value: Value = self.script(body, args.clone()).await?;
            let nothing =
                matches!(value, Value::Null | Value::Bool(false)) || value == 0 || value == "";
            Ok((!nothing).then_some(value))
        })
        .await
    }

    /// Waits for an element.
    ///
    /// # Errors
    /// When the deadline has passed.
    pub async fn element(&self, css: &str) -> Result<WebElement, BrowserError> {
        self.wait_for(css, async || {
            Ok(Some(self.driver.find(By::Css(css)).await?))
        })
        .await
    }

    /// Waits for an element and clicks on it, as a person does.
    ///
    /// # Errors
    /// When it does not come, or stays covered.
    pub async fn click(&self, css: &str) -> Result<(), BrowserError> {
        self.wait_for(&format!("a click on {css}"), async || {
            self.driver.find(By::Css(css)).await?.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Waits for an editor or field and types into it, key by key: a text, or `"text".to_owned() + Key::Enter`.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn type_in(
        &self,
        css: &str,
        text: impl Into<TypingData>,
    ) -> Result<(), BrowserError> {
        let field = self.element(css).await?;
        field.click().await?;
        Ok(field.send_keys(text).await?)
    }

    /// Presses a key where the focus is.
    ///
    /// # Errors
    /// When nothing has the focus.
    pub async fn press(&self, key: Key) -> Result<(), BrowserError> {
        Ok(self
            .driver
            .active_element()
            .await?
            .send_keys(key + "")
            .await?)
    }
}

/// The driver's message without its stack trace, on one line.
fn short(error: &BrowserError) -> String {
    let text = error.to_string();
    let message = text.split("Stacktrace:").next().unwrap_or_default();
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}
