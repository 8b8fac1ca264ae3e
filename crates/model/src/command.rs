//! What an agent wants done: made once, sent until the server has answered.

use crate::case::Promise;
use crate::draft::{Fault, ReplyKind};
use crate::id::{BrandId, CaseId, CommandId, PostId, RuleId};
use crate::post::Site;
use crate::timestamp::Timestamp;
use crate::triage::{Correction, Kind, Priority, Situation};
use serde::{Deserialize, Serialize};

/// A post as it stood on the page when the agent acted on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PostSnapshot {
    /// The site.
    pub site: Site,
    /// The post's id within the site.
    pub post_id: PostId,
    /// The author's handle.
    pub author: String,
    /// The words.
    pub text: String,
    /// The post's address, if it has one.
    pub permalink: Option<String>,
    /// When it was written, if known.
    pub posted_at: Option<Timestamp>,
}

/// What the agent does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "do")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Action {
    /// Takes a post on; opens the case when there is none.
    Claim {
        /// The post.
        post: PostSnapshot,
        /// The type of message it was judged to be.
        kind: Kind,
        /// The situation it was judged to be.
        situation: Situation,
        /// The priority it was given.
        priority: Priority,
        /// The score it was given.
        score: i32,
        /// When our observer first met the post.
        seen_at: Timestamp,
    },
    /// Gives a claimed case back to the queue.
    Release,
    /// Our reply was met on the page.
    LogReply {
        /// The reply as posted.
        reply: PostSnapshot,
        /// Holding or substantive.
        kind: ReplyKind,
        /// What a holding reply promises (M35).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        promise: Option<Promise>,
        /// What the check still found in it; absent where it was not checked (M58).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        faults: Option<Vec<Fault>>,
    },
    /// Asks inside the organisation.
    Gather {
        /// The department asked, a name from the brand's list or free text up to 100 characters.
        department: String,
    },
    /// Sends a draft against a finding, with a reason (M73).
    Override {
        /// The rule overridden.
        rule: RuleId,
        /// Why; at least 3 characters.
        reason: String,
    },
    /// Documents and closes the case.
    Close {
        /// Root cause (M98); may be empty.
        cause: String,
    },
    /// Opens a completed or closed case again.
    Reopen,
    /// Sets right what was said of a post, which need not have a case (M20).
    Correct {
        /// The post.
        post: PostSnapshot,
        /// What it should have been; at most one a field.
        corrections: Vec<Correction>,
    },
    /// Forgets everything that was learnt from corrections: the brand is judged for as it came.
    ForgetLessons,
}

/// One click, with the id that makes it happen once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Command {
    /// Idempotency key: the same id is never carried out twice.
    pub id: CommandId,
    /// The brand.
    pub brand: BrandId,
    /// The case; for a claim the id a new case would get, for what needs no case an id of its own.
    pub case: CaseId,
    /// When the agent clicked, by the clock of the browser.
    pub at: Timestamp,
    /// What to do.
    pub action: Action,
}

/// Why a command is refused. Nothing is lost: the refusal is shown to the agent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case", tag = "refusal")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Refusal {
    /// A colleague was first.
    #[error("another colleague has already claimed this post")]
    AlreadyClaimed {
        /// The case that holds the post.
        case: CaseId,
    },
    /// There is no such case.
    #[error("there is no such case")]
    NoSuchCase,
    /// The case is somebody else's.
    #[error("this case is claimed by somebody else: ask them to release it")]
    NotYours,
    /// The case is closed.
    #[error("this case is closed: reopen it first")]
    Closed,
    /// Nothing to reopen.
    #[error("this case is open already")]
    NotClosed,
    /// The case has no answer yet.
    #[error("this case has no substantive answer yet: answer it before closing")]
    NotAnswered,
    /// A field is missing or too long.
    #[error("{field}: {why}")]
    Invalid {
        /// The field.
        field: String,
        /// What is wrong with it.
        why: String,
    },
    /// The command id was used before with other content.
    #[error("this command id was used before for something else")]
    IdReused,
}

/// What became of a command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Outcome {
    /// Carried out, now or at an earlier attempt with the same id.
    Done {
        /// The command.
        command: CommandId,
        /// The case it ended up on; a claim of a post that already had a case of the
        /// same agent lands there.
        case: CaseId,
        /// Number of the last event it made in the brand's log.
        seq: u64,
    },
    /// Refused for good; sending it again changes nothing.
    Refused {
        /// The command.
        command: CommandId,
        /// Why.
        #[serde(flatten)]
        refusal: Refusal,
    },
}
