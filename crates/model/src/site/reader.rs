//! The parts of a site pack: how to pick a value, read a post, meet a composer.

use serde::{Deserialize, Serialize};

/// One way to get one value out of a post or page.
///
/// Without `attr` the value is the text shown. White space round it is cut; an empty value
/// yields nothing, and so does a `pattern` that does not match.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Strategy {
    /// Selector within the post (within the page for `account`); absent: the post itself.
    pub select: Option<String>,
    /// From what was selected up to the nearest ancestor that matches.
    pub closest: Option<String>,
    /// The attribute to take.
    pub attr: Option<String>,
    /// Only the last piece of text, for a date that stands bare behind a name.
    pub last: bool,
    /// A JavaScript regular expression with exactly one group: the value.
    pub pattern: Option<String>,
    /// Put before the value, for an id that other pages write in full.
    pub prefix: Option<String>,
}

/// Whether line breaks in the page's source are line breaks to its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Lines {
    /// No: blocks and `<br>` break lines, as HTML usually does.
    #[default]
    Flow,
    /// Yes: the source's own line breaks count, and a plain `<div>` breaks no line.
    Kept,
}

/// How to read a post's words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TextReader {
    /// Selectors; of the first that yields, all matches are joined.
    pub select: Vec<String>,
    /// Selectors of what is left out, such as a signature.
    pub drop: Vec<String>,
    /// A JavaScript regular expression with exactly one group: the text ends where it matches.
    pub until: Option<String>,
    /// What breaks a line.
    pub lines: Lines,
}

/// How to read a post.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PostReader {
    /// Selectors; the first that yields anything on the page holds for the whole page.
    pub select: Vec<String>,
    /// A post that matches one of these, or stands inside a match, is none.
    pub exclude: Vec<String>,
    /// Parts of a post that are somebody else's, such as a quoted post: nothing is read there.
    pub foreign: Vec<String>,
    /// Where the badge goes inside the post; nothing yields: at the post's end.
    pub badge: Vec<String>,
    /// The id; an element without one is no post.
    pub id: Vec<Strategy>,
    /// The handle, or the name where there are no handles.
    pub author: Vec<Strategy>,
    /// The display name.
    pub author_name: Vec<Strategy>,
    /// Present when the site calls the author verified.
    pub verified: Vec<String>,
    /// The words.
    pub text: TextReader,
    /// Present when only part of the words is on the page.
    pub partial: Vec<String>,
    /// The time: best a `datetime` attribute, else the string shown.
    pub time: Vec<Strategy>,
    /// The address; made absolute.
    pub permalink: Vec<Strategy>,
    /// Followers of the author; of this and the following, the first whole number counts.
    pub followers: Vec<Strategy>,
    /// Likes.
    pub likes: Vec<Strategy>,
    /// Replies.
    pub replies: Vec<Strategy>,
    /// Shares.
    pub shares: Vec<Strategy>,
    /// Views.
    pub views: Vec<Strategy>,
    /// An advertisement matches one of these or stands inside a match.
    pub promoted: Vec<String>,
}

/// The kind of editor, which decides how text gets into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Editor {
    /// A rich editor (Draft.js, Lexical, ProseMirror): a paste event.
    Paste,
    /// A `<textarea>`.
    Textarea,
}

/// Which of several posts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Order {
    /// The first.
    #[default]
    First,
    /// The last.
    Last,
}

/// One way to tell which post a composer answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Answers {
    /// The page's address names it.
    Url {
        /// A JavaScript regular expression with exactly one group: the id.
        pattern: String,
        /// Put before it.
        #[serde(default)]
        prefix: Option<String>,
    },
    /// The draft itself names it, as a forum's quote does.
    Draft {
        /// A JavaScript regular expression with exactly one group: the id.
        pattern: String,
        /// Put before it.
        #[serde(default)]
        prefix: Option<String>,
    },
    /// A link of the composer leads to it: the post on the page whose permalink that is.
    Link {
        /// The link, anywhere on the page; the first that matches.
        select: String,
    },
    /// It stands on the page.
    Post {
        /// Only where the composer stands inside a match, and then only in there: a dialog
        /// without a post answers none, whatever the page behind it shows.
        #[serde(default)]
        within: Option<String>,
        /// Only posts that match.
        #[serde(default)]
        select: Option<String>,
        /// The first or the last of those left.
        #[serde(default)]
        order: Order,
    },
}

/// How to meet a composer. We read and fill it; we never press its send button.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ComposerReader {
    /// Selector of the editor itself.
    pub select: String,
    /// The page's address must match this JavaScript regular expression.
    #[serde(default)]
    pub url: Option<String>,
    /// The kind of editor.
    pub editor: Editor,
    /// Whether what is sent can be read by anybody.
    #[serde(default = "yes")]
    pub public: bool,
    /// Nearest ancestor at whose end our findings stand; nothing yields: a corner of the window.
    #[serde(default)]
    pub beside: Vec<String>,
    /// Which post is answered.
    #[serde(default)]
    pub answers: Vec<Answers>,
    /// The site's send button, for whoever reads the pack; never pressed.
    #[serde(default)]
    pub send: Vec<String>,
}

const fn yes() -> bool {
    true
}

/// What a page must show when the pack still fits the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct HealthCheck {
    /// What is checked, in words a maintainer understands.
    pub name: String,
    /// Only on addresses that match this JavaScript regular expression.
    #[serde(default)]
    pub url: Option<String>,
    /// Selectors; one of them must be on the page.
    pub select: Vec<String>,
}
