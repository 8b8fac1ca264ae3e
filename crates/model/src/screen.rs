//! What the screens show: the same shapes from the server and from the extension.

use crate::case::{Actor, Case};
use crate::command::{Action, Outcome};
use crate::event::Event;
use crate::id::{AccountId, BrandId, CaseId, ContentId, PersonId};
use crate::link::Badge;
use crate::locale::Locale;
use crate::quality::Quality;
use crate::timestamp::Timestamp;
use serde::{Deserialize, Serialize};

/// The texts behind the ids of a case; a text that was erased is absent.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Contents {
    /// Texts and links.
    pub texts: Vec<ContentText>,
    /// Handles.
    pub people: Vec<PersonName>,
    /// Colleagues.
    pub accounts: Vec<AccountName>,
}

/// One erasable text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ContentText {
    /// The row.
    pub id: ContentId,
    /// The words.
    pub text: String,
    /// The address of the post.
    pub permalink: Option<String>,
}

/// One erasable handle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PersonName {
    /// The row.
    pub id: PersonId,
    /// The handle.
    pub handle: String,
}

/// A colleague's display name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AccountName {
    /// The account.
    pub id: AccountId,
    /// First name, as it stands under replies.
    pub name: String,
}

/// A case in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CaseRow {
    /// The case.
    pub case: Case,
    /// First 140 characters of the post, if not erased.
    pub excerpt: String,
    /// The author's handle, if not erased.
    pub author: String,
    /// The owner's display name.
    pub owner: Option<String>,
    /// Whether a command about it waits in the outbox.
    pub pending: bool,
}

/// A judged post of today that is nobody's case yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WaitingPost {
    /// The badge as drawn on the page.
    pub badge: Badge,
    /// First 140 characters.
    pub excerpt: String,
    /// The author's handle.
    pub author: String,
    /// The post's address.
    pub permalink: Option<String>,
    /// The kind of site it stands on.
    #[serde(default)]
    pub site: crate::post::Site,
    /// When it was written, if the page says so exactly.
    #[serde(default)]
    pub posted_at: Option<Timestamp>,
}

/// How the outbox stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "outbox")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Outbox {
    /// Commands are kept in this browser; no server is configured.
    LocalOnly {
        /// Commands kept.
        kept: u32,
    },
    /// Everything has arrived.
    Empty {
        /// When the server was last heard.
        synced_at: Option<Timestamp>,
    },
    /// Commands wait for the server.
    Pending {
        /// How many.
        waiting: u32,
        /// Why the last attempt failed, in the agent's language.
        trouble: Option<String>,
    },
    /// These screens come from the server itself, which has no outbox.
    Server {
        /// When the last command arrived.
        last_command_at: Option<Timestamp>,
    },
}

/// The first screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Overview {
    /// The brand.
    pub brand: BrandId,
    /// The brand's name.
    pub brand_name: String,
    /// Who is looking.
    pub me: Actor,
    /// The language of the screens.
    pub locale: Locale,
    /// Posts of today that wait to be claimed, most urgent first.
    pub waiting: Vec<WaitingPost>,
    /// Cases, open ones first, most urgent first.
    pub cases: Vec<CaseRow>,
    /// The outbox.
    pub outbox: Outbox,
    /// Refusals the agent has not dismissed yet, in the agent's language.
    pub refusals: Vec<Notice>,
}

/// Something the agent must know, until dismissed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Notice {
    /// The command it is about.
    pub command: crate::id::CommandId,
    /// The sentence.
    pub text: String,
}

/// A case with all that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CaseView {
    /// The case.
    pub case: Case,
    /// Its events, oldest first.
    pub events: Vec<Event>,
    /// The texts behind the ids.
    pub contents: Contents,
    /// Whether a command about it waits in the outbox.
    pub pending: bool,
}

/// What the screens ask the extension; the server has a route for each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "ask")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum ScreenAsk {
    /// The first screen.
    Overview,
    /// One case.
    Case {
        /// Which.
        case: CaseId,
    },
    /// How the agent's own replies were.
    Quality,
    /// Do something to a case.
    Act {
        /// Which.
        case: CaseId,
        /// What.
        action: Action,
    },
    /// Claim a waiting post.
    ClaimPost {
        /// The site and post, as in the badge.
        post_id: crate::id::PostId,
    },
    /// Dismiss a notice.
    Dismiss {
        /// Which.
        command: crate::id::CommandId,
    },
    /// Try to reach the server now.
    SyncNow,
    /// Read the settings.
    Settings,
    /// Change the settings.
    SaveSettings {
        /// The new settings.
        settings: Settings,
    },
    /// Exchange a pairing code for a token kept by the extension.
    Pair {
        /// Address of the server, as `http://127.0.0.1:7878`.
        server: String,
        /// The code its page shows.
        code: String,
    },
    /// Forget server and token; cases not yet sent stay in the outbox.
    SignOut,
    /// Forget what was learnt from corrections, for the whole team.
    ForgetLessons,
}

/// The settings an agent sees. The token never leaves the engine's home.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Settings {
    /// The language of the product.
    pub locale: Locale,
    /// First name that signs drafts, as in `^Noor`; empty until known.
    pub agent: String,
    /// Address of the server; empty before one is configured.
    pub server: String,
    /// Whether a token is held for that server.
    pub signed_in: bool,
    /// Host names on which the extension pauses.
    pub paused: Vec<String>,
    /// What was learnt from corrections; shown, never saved.
    pub lessons: Lessons,
}

/// How much was learnt from corrections (M20).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Lessons {
    /// Values set right.
    pub corrections: u32,
    /// Colleagues who did so.
    pub teachers: u32,
}

/// The answer to a [`ScreenAsk`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "answer")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum ScreenAnswer {
    /// The first screen.
    Overview(Box<Overview>),
    /// One case.
    Case(Box<CaseView>),
    /// How the agent's own replies were.
    Quality(Quality),
    /// The settings.
    Settings(Settings),
    /// What became of an action; without a server it is done locally and pending.
    Outcome(Outcome),
    /// Done.
    Done,
    /// It failed: what, why and what to do, in the agent's language.
    Failed {
        /// The sentence.
        text: String,
    },
    /// Something changed; ask again. Sent without being asked.
    Changed,
}
