//! Rows of the browser's database.

use serde::{Deserialize, Serialize};
use toonvast_model::command::{Command, PostSnapshot, Refusal};
use toonvast_model::draft::Fault;
use toonvast_model::event::Event;
use toonvast_model::id::{AccountId, BrandId, CaseId, RuleId};
use toonvast_model::link::Badge;
use toonvast_model::locale::Locale;
use toonvast_model::post::Site;
use toonvast_model::screen::Contents;
use toonvast_model::timestamp::Timestamp;
use toonvast_model::triage::{Kind, Situation};

/// What this browser is set to. Lives in the extension's own origin; no page can read it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptSettings {
    /// The language of the product.
    pub locale: Locale,
    /// First name that signs drafts.
    pub agent: String,
    /// The server, once one is configured.
    pub server: Option<ServerAccess>,
    /// Host names on which the extension pauses.
    pub paused: Vec<String>,
    /// Number of the last confirmed event.
    pub cursor: u64,
    /// When the server was last heard.
    pub synced_at: Option<Timestamp>,
}

/// How to reach the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServerAccess {
    /// Its address without a trailing slash.
    pub address: String,
    /// The device token.
    pub token: String,
    /// The agent's account there.
    pub account: AccountId,
    /// The brand this browser works for.
    pub brand: BrandId,
}

/// A command in the outbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queued {
    /// What the agent wants.
    pub command: Command,
    /// What it did here at once, shown as pending until the server has spoken.
    pub events: Vec<Event>,
    /// The texts behind the ids in those events.
    pub contents: Contents,
    /// Why the server refused, until the agent has seen it.
    pub refused: Option<Refusal>,
}

/// A judged post of today, shown in the panel until somebody claims it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// The post as it stood on the page.
    pub post: PostSnapshot,
    /// When our observer first met it.
    pub seen_at: Timestamp,
    /// The type of message it was judged to be.
    pub kind: Kind,
    /// The situation it was judged to be.
    pub situation: Situation,
    /// The badge as last drawn.
    pub badge: Badge,
}

/// A finding the agent lets stand, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptOverride {
    /// The rule.
    pub rule: RuleId,
    /// Why.
    pub reason: String,
    /// Whether it is on the case.
    pub logged: bool,
}

/// A draft being written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDraft {
    /// The site.
    pub site: Site,
    /// The post it answers.
    pub answers: PostSnapshot,
    /// The case of that post, if it has one.
    pub case: Option<CaseId>,
    /// The last words that were not empty.
    pub text: String,
    /// What the check found in these words.
    #[serde(default)]
    pub faults: Vec<Fault>,
    /// What the agent lets stand.
    #[serde(default)]
    pub overrides: Vec<KeptOverride>,
    /// When it was begun.
    pub begun_at: Timestamp,
    /// When it last changed.
    pub changed_at: Timestamp,
    /// Words of before that another draft took the place of, until the agent has decided on them.
    #[serde(default)]
    pub aside: Option<SetAside>,
}

/// Words that were not posted, and not discarded either.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// The words.
    pub text: String,
    /// When they last changed.
    pub at: Timestamp,
}
