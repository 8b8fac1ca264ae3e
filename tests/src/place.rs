//! The places on the stage where an agent writes, one for every kind of editor.

use crate::browser::{Browser, BrowserError};
use crate::journey::{self, JourneyError};

/// A reply window or field of the stage, with its editor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// X's reply window: Draft.js.
    X,
    /// A comment on Facebook: Lexical for plain text.
    Facebook,
    /// The same field with Lexical for rich text.
    FacebookRich,
    /// Discourse's reply window: ProseMirror.
    Discourse,
    /// A newspaper's comments: a plain contenteditable.
    Article,
    /// A forum's quick reply: a text area.
    Forum,
}

impl Place {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::X,
        Self::Facebook,
        Self::FacebookRich,
        Self::Discourse,
        Self::Article,
        Self::Forum,
    ];

    /// The page's address.
    #[must_use]
    pub const fn url(self) -> &'static str {
        match self {
            Self::X => "https://x.com/home",
            Self::Facebook => "https://www.facebook.com/groups/fietsers",
            Self::FacebookRich => "https://www.facebook.com/groups/fietsers?rich",
            Self::Discourse => "https://praat.fietsfluit.test/t/monteur-komt-niet-opdagen/7",
            Self::Article => "https://fietsbode.test/",
            Self::Forum => "https://forum.fietsfluit.test/viewtopic.php?t=7",
        }
    }

    /// The editor itself.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::X => journey::EDITOR,
            Self::Facebook | Self::FacebookRich => "[aria-posinset='4'] [data-lexical-editor=true]",
            Self::Discourse => ".d-editor-input.ProseMirror",
            Self::Article => "#comment-501 [role=textbox]",
            Self::Forum => "#qr_postform textarea[name=message]",
        }
    }

    /// The site's own button.
    #[must_use]
    pub const fn send(self) -> &'static str {
        match self {
            Self::X => journey::SEND,
            Self::Facebook | Self::FacebookRich => "[aria-posinset='4'] .send",
            Self::Discourse => ".save-or-cancel .create",
            Self::Article => "#comment-501 button[type=submit]",
            Self::Forum => "#qr_postform input[name=post]",
        }
    }

    /// What opens the editor, where it is not open from the start.
    const fn opener(self) -> Option<&'static str> {
        match self {
            Self::Discourse => Some("article[data-post-id='502'] button.reply"),
            Self::Article => Some("#comment-501 button.answer"),
            Self::X | Self::Facebook | Self::FacebookRich | Self::Forum => None,
        }
    }

    /// Loads the page and opens the editor with our layer beside it.
    ///
    /// # Errors
    /// When the editor or our layer does not come.
    pub async fn open(self, browser: &Browser) -> Result<(), JourneyError> {
        browser.goto(self.url()).await?;
        browser.element("toonvast-badge").await?;
        self.write(browser).await
    }

    /// Opens the editor on the page that is there.
    ///
    /// # Errors
    /// When the editor does not come.
    pub async fn write(self, browser: &Browser) -> Result<(), JourneyError> {
        if self == Self::X {
            journey::open_reply(browser, journey::STUCK).await?;
        }
        if let Some(opener) = self.opener() {
            browser.click(opener).await?;
        }
        browser.click(self.field()).await?;
        Ok(())
    }

    /// What the agent sees in the editor.
    ///
    /// # Errors
    /// When there is no editor.
    pub async fn shown(self, browser: &Browser) -> Result<String, BrowserError> {
        let body = "const field = document.querySelector(arguments[0]);
            return field.value ?? field.innerText";
        browser.script(body, vec![self.field().into()]).await
    }
}
