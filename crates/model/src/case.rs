//! A case: everything said and done about one post, in six steps.

use crate::id::{AccountId, BrandId, CaseId, ContentId, PersonId, PostId};
use crate::post::Site;
use crate::timestamp::Timestamp;
use crate::triage::{Kind, Priority, Situation};
use serde::{Deserialize, Serialize};

/// Who acts: an account on the server, or this browser before it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "who", content = "account")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Actor {
    /// A colleague's account.
    Account(AccountId),
    /// The agent of this browser, not signed in to any server.
    ThisBrowser,
}

/// The six steps of webcare, in order (M93).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Step {
    /// 1. Found on a page.
    Monitor,
    /// 2. Judged and given a priority.
    Assess,
    /// 3. First response.
    FirstResponse,
    /// 4. Information gathered inside the organisation.
    Gather,
    /// 5. Substantive answer.
    Answer,
    /// 6. Documented and closed.
    Document,
}

impl Step {
    /// All six, in order.
    pub const ALL: [Self; 6] = [
        Self::Monitor,
        Self::Assess,
        Self::FirstResponse,
        Self::Gather,
        Self::Answer,
        Self::Document,
    ];
}

/// How far one step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum StepState {
    /// Still to do.
    Open,
    /// Done, when and by whom.
    Done {
        /// When.
        at: Timestamp,
        /// By whom.
        by: Actor,
    },
    /// Not needed, since when; as gathering when the answer was known at once (M36).
    Skipped {
        /// When that became clear.
        at: Timestamp,
    },
}

/// Open, completed and closed are three distinct states (M96).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum CaseState {
    /// The customer waits for an answer.
    Open,
    /// Answered, not yet documented.
    Completed,
    /// Documented.
    Closed,
}

/// Where a case's post stands; no text, no handle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PostRef {
    /// The site.
    pub site: Site,
    /// The post's id within the site.
    pub post_id: PostId,
    /// When it was written, if known.
    pub posted_at: Option<Timestamp>,
    /// The erasable row of its text and link.
    pub content: ContentId,
    /// The erasable row of its author.
    pub author: PersonId,
}

/// What we promised in a reply: moments, never the words (M34, M35).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
// JavaScript has a Promise of its own.
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "CasePromise"))]
pub struct Promise {
    /// When the answer is due.
    pub due: Timestamp,
    /// From when on somebody who is there must be warned, not later than `due`; reckoned with
    /// the team's hours when it was promised.
    pub warn_at: Timestamp,
}

/// How a promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// There is time.
    Ahead,
    /// Little is left of it.
    Near,
    /// It is broken.
    Late,
}

impl Promise {
    /// How it stands at this moment.
    #[must_use]
    pub fn standing(self, now: Timestamp) -> Standing {
        if now >= self.due {
            Standing::Late
        } else if now >= self.warn_at {
            Standing::Near
        } else {
            Standing::Ahead
        }
    }
}

/// One of our replies on a case; no text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReplyRef {
    /// The reply's own id within the site.
    pub post_id: PostId,
    /// When it was seen on the page.
    pub at: Timestamp,
    /// Who wrote it.
    pub by: Actor,
    /// Holding or substantive.
    pub kind: crate::draft::ReplyKind,
    /// The erasable row of its text and link.
    pub content: ContentId,
    /// What a holding reply promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promise: Option<Promise>,
}

/// A case as it follows from its events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Case {
    /// The case.
    pub id: CaseId,
    /// The brand it belongs to.
    pub brand: BrandId,
    /// The post it is about.
    pub post: PostRef,
    /// Who has claimed it; nobody after a release.
    pub owner: Option<Actor>,
    /// Open, completed or closed.
    pub state: CaseState,
    /// The six steps, in the order of [`Step::ALL`].
    pub steps: [StepState; 6],
    /// The type of message when it was claimed, or as set right since.
    pub kind: Kind,
    /// The situation when it was claimed, or as set right since.
    pub situation: Situation,
    /// The priority when it was claimed, or as set right since.
    pub priority: Priority,
    /// The score when it was claimed.
    pub score: i32,
    /// Our replies, oldest first.
    pub replies: Vec<ReplyRef>,
    /// The last promise, until it is kept by a substantive reply or the case is closed (M35).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promise: Option<Promise>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When something last happened.
    pub touched_at: Timestamp,
}

impl Case {
    /// The state of one step.
    #[must_use]
    pub const fn step(&self, step: Step) -> StepState {
        self.steps[step as usize]
    }
}
