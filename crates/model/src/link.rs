//! What the code inside the page says to the engine's home, and what it hears back.
//!
//! The page is untrusted: everything in a [`PageSays`] is checked and cut to size by the
//! engine's home before use; nothing in a [`HostSays`] is a secret.

use crate::draft::{Proposal, Severity, Verdict};
use crate::id::{CaseId, PostId, ReplyId, RuleId};
use crate::locale::Locale;
use crate::meters::Meter;
use crate::site::SitePack;
use crate::timestamp::Timestamp;
use crate::triage::{Alternative, Correction, Priority};
use serde::{Deserialize, Serialize};

/// A numbered message from the page; the answer carries the same number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PageMessage {
    /// Number, unique within the connection.
    pub seq: u32,
    /// What is said.
    pub says: PageSays,
}

/// A message to the page; `seq` 0 is not an answer but news.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct HostMessage {
    /// The number of the question, or 0.
    pub seq: u32,
    /// What is said.
    pub says: HostSays,
}

/// A post as the page shows it, before anybody judged it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SeenPost {
    /// The post's id within the site.
    pub post_id: String,
    /// The handle, or the name where the site has no handles.
    pub author: String,
    /// The display name, where it differs.
    pub author_name: Option<String>,
    /// Whether the site calls the author verified.
    pub verified: bool,
    /// Followers, where the page shows them.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub followers: Option<u64>,
    /// The words, as the reader sees them: line breaks kept, emoji as characters.
    pub text: String,
    /// Only part of the text is on the page.
    pub partial: bool,
    /// The `datetime` attribute, else the string shown.
    pub timestamp: Option<String>,
    /// The post's address.
    pub permalink: Option<String>,
    /// Likes.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub likes: Option<u64>,
    /// Replies.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub replies: Option<u64>,
    /// Shares or reposts.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub shares: Option<u64>,
    /// Views.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub views: Option<u64>,
    /// An advertisement.
    pub promoted: bool,
}

/// What the page says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "type")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum PageSays {
    /// First message of a connection.
    Hello {
        /// The page's address.
        url: String,
    },
    /// Posts met since the last message.
    Posts {
        /// The page's address now.
        url: String,
        /// The account the agent is signed in with on this site, where the page shows it.
        account: Option<String>,
        /// The pack that read them; `None` for the generic reader.
        #[serde(default)]
        pack: Option<String>,
        /// The posts.
        posts: Vec<SeenPost>,
    },
    /// The agent pressed *claim* on a badge.
    Claim {
        /// The post.
        post_id: String,
    },
    /// The agent set right what was said of a post (M20).
    Correct {
        /// The post.
        post_id: String,
        /// What it should have been.
        correction: Correction,
    },
    /// The draft in a composer changed.
    Draft {
        /// The composer, numbered by the page.
        composer: u32,
        /// The page's address now.
        url: String,
        /// The words so far.
        text: String,
        /// The post it answers, if the page shows which.
        answers: Option<String>,
        /// Whether the composer writes a public post.
        public: bool,
    },
    /// The agent overrides a finding with a reason.
    Override {
        /// The composer.
        composer: u32,
        /// The rule.
        rule: RuleId,
        /// Why.
        reason: String,
    },
    /// The agent does not want back what was kept from before.
    Discard {
        /// The composer.
        composer: u32,
    },
    /// The pack found no posts, or lost its composer: what its health check says.
    Health {
        /// The page's address.
        url: String,
        /// Which check failed.
        failed: Vec<String>,
    },
}

/// A badge: what is drawn on one post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Badge {
    /// The post.
    pub post_id: PostId,
    /// The level.
    pub level: Priority,
    /// The level in the agent's language.
    pub label: String,
    /// The score, shown on demand.
    pub score: i32,
    /// The reasons with their points, largest first, in the agent's language.
    pub reasons: Vec<BadgeReason>,
    /// The case, if the post has one.
    pub case: Option<BadgeCase>,
    /// What it tells when it is opened; absent where only the level is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judgement: Option<Judgement>,
}

/// What an opened badge tells beside level and reasons, in the agent's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Judgement {
    /// What is due, the soonest first; nothing where no answer is awaited.
    pub due: Vec<BadgeDue>,
    /// Whether to answer, and by which rule.
    pub ruling: String,
    /// What would give it another level, the nearest first.
    pub changes: Vec<String>,
    /// What was judged, each ready to be set right.
    pub outputs: Vec<Output>,
    /// Other values held possible, the likeliest first.
    pub alternatives: Vec<Alternative>,
}

/// A moment by which something is due (M33).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BadgeDue {
    /// The sentence, as "reageer voor 14:30".
    pub text: String,
    /// The moment: past it the page shows it as late.
    pub at: Timestamp,
    /// From when on the page warns; absent where nobody is warned.
    #[serde(default)]
    pub warn_at: Option<Timestamp>,
}

/// One output of a judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Output {
    /// Its present value, as the correction that would set it.
    pub value: Correction,
    /// Whether somebody of the team set it so.
    pub set_right: bool,
}

/// An output as the page offers it: its name and all its values, in the agent's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OutputField {
    /// The name.
    pub label: String,
    /// The values, in order; yes first where there is only yes and no.
    pub values: Vec<OutputValue>,
}

/// One value of an output.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OutputValue {
    /// The value's name.
    pub label: String,
    /// The correction that sets it.
    pub correction: Correction,
}

/// One reason on a badge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BadgeReason {
    /// The sentence.
    pub text: String,
    /// Points.
    pub points: i32,
}

/// The case of a post, as its badge shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BadgeCase {
    /// The case.
    pub id: CaseId,
    /// The line under the level, as "Geclaimd door Noor", in the agent's language.
    pub line: String,
    /// What it holds us to (M35).
    #[serde(default)]
    pub promise: Option<BadgeDue>,
    /// Whether it is the agent's own.
    pub mine: bool,
    /// Whether the server has yet to hear of it.
    pub pending: bool,
}

/// One finding as the page draws it; positions are UTF-16 units of the text checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PageFinding {
    /// The rule.
    pub rule: RuleId,
    /// First UTF-16 unit.
    pub start: u32,
    /// One past the last UTF-16 unit; equal to `start` for what is missing.
    pub end: u32,
    /// How grave.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub instead: String,
    /// A text to put in the passage's place.
    pub replacement: Option<String>,
    /// The guideline.
    pub guideline: String,
    /// The agent has overridden it.
    pub overridden: bool,
}

/// One meter as the page draws it: a chip that opens what is behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PageMeter {
    /// What is measured.
    pub meter: Meter,
    /// The chip, as "Stijl 70", in the agent's language.
    pub label: String,
    /// How it stands.
    pub standing: Standing,
    /// What is behind it, in the agent's language.
    pub lines: Vec<PageMeterLine>,
}

/// How a meter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Standing {
    /// Nothing to do.
    Good,
    /// Could be better.
    Fair,
    /// Worth a look.
    Poor,
}

/// A line behind a meter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PageMeterLine {
    /// The sentence.
    pub text: String,
    /// Words of the draft it is about.
    pub quotes: Vec<String>,
    /// Whether it says what to do.
    pub advice: bool,
}

/// One suggestion as the page draws it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PageSuggestion {
    /// The canned reply.
    pub reply: ReplyId,
    /// Its text.
    pub text: String,
    /// Why.
    pub why: String,
}

/// Words written for the same post before and gone from the editor since: after a crash, a reload,
/// or because the agent went elsewhere. The page offers them; it never puts them in unasked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct KeptWords {
    /// The words.
    pub text: String,
    /// What the button that puts them back says, in the agent's language.
    pub label: String,
}

/// What the page hears.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "type")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum HostSays {
    /// How to read this page.
    Welcome {
        /// The site's pack; `None` where no pack fits.
        pack: Option<Box<SitePack>>,
        /// Packs for software that stands under any host: where `pack` is `None` the page
        /// takes the first whose `detect` it meets, else the generic reader.
        #[serde(default)]
        candidates: Vec<SitePack>,
        /// The agent paused the extension here.
        paused: bool,
        /// The language of everything drawn.
        locale: Locale,
        /// What can be set right on a badge.
        #[serde(default)]
        fields: Vec<OutputField>,
    },
    /// Badges to draw or redraw.
    Judged {
        /// One for each post, in the order of the question.
        badges: Vec<Badge>,
    },
    /// The outcome of a check.
    Checked {
        /// The composer.
        composer: u32,
        /// The verdict.
        verdict: Verdict,
        /// The verdict in the agent's language.
        label: String,
        /// What was found, by position.
        findings: Vec<PageFinding>,
        /// What the draft promises, as it would be logged now (M35), in the agent's language.
        #[serde(default)]
        promise: Option<String>,
        /// Why none of this is needed, as where the answer is known (M36), in the agent's language.
        #[serde(default)]
        advice: Option<String>,
        /// Suggestions, best first.
        suggestions: Vec<PageSuggestion>,
        /// Length as the site counts it.
        length: u32,
        /// The site's limit, if it has one.
        limit: Option<u32>,
        /// The line that says which post is answered, in the agent's language.
        answering: Option<String>,
        /// Words from before, while they can still be put back.
        #[serde(default)]
        kept: Option<KeptWords>,
        /// How to part the draft, where some of it belongs in private (M48).
        #[serde(default)]
        proposal: Option<Box<Proposal>>,
        /// What is measured beside the findings; none of an empty draft.
        #[serde(default)]
        meters: Vec<PageMeter>,
    },
    /// Nothing to say.
    Noted,
    /// It failed: what, why and what to do, in the agent's language.
    Failed {
        /// The sentence.
        text: String,
    },
}
