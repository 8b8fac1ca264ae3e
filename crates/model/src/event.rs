//! The event log: what happened, for good, without anybody's words.

use crate::case::{Actor, PostRef, ReplyRef};
use crate::draft::Fault;
use crate::id::{BrandId, CaseId, CommandId, ContentId, EventId, RuleId};
use crate::timestamp::Timestamp;
use crate::triage::{Correction, Kind, Priority, Situation};
use serde::{Deserialize, Serialize};

/// What happened. Holds ids into erasable rows, never a text, a handle or a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "what")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum What {
    /// A post was found and judged, and a case opened for it (steps 1 and 2).
    Opened {
        /// The post.
        post: PostRef,
        /// The type of message.
        kind: Kind,
        /// The situation.
        situation: Situation,
        /// The priority.
        priority: Priority,
        /// The score.
        score: i32,
        /// When the post was first met on a page.
        seen_at: Timestamp,
    },
    /// Somebody took it on.
    Claimed,
    /// Somebody gave it back.
    Released,
    /// Our reply was met on the page (steps 3 and 5).
    Replied {
        /// The reply.
        reply: ReplyRef,
        /// What the check still found in it; absent where it was not checked, and where it is
        /// nobody's business (M58).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        faults: Option<Vec<Fault>>,
    },
    /// A question went into the organisation (step 4).
    Gathering,
    /// A finding was overridden.
    Overridden {
        /// The rule.
        rule: RuleId,
    },
    /// Documented and closed (step 6).
    Closed,
    /// Opened again.
    Reopened,
    /// Somebody set right what was said of a post (M20). Where nobody has claimed the post, it
    /// stands on a case id of its own and makes no case.
    Corrected {
        /// The post.
        post: PostRef,
        /// What it should have been; topics by the names the brand's policy gives them.
        corrections: Vec<Correction>,
    },
    /// What was learnt from corrections so far was forgotten.
    LessonsForgotten,
}

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
// The browser has an `Event` of its own.
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "CaseEvent"))]
pub struct Event {
    /// The event.
    pub id: EventId,
    /// The brand.
    pub brand: BrandId,
    /// Its number in the brand's log, from 1 without gaps; 0 while only this browser knows it.
    pub seq: u64,
    /// The case.
    pub case: CaseId,
    /// The command it follows from.
    pub command: CommandId,
    /// When it happened.
    pub at: Timestamp,
    /// Who did it.
    pub actor: Actor,
    /// The erasable row of the words that came with it: the department asked, the reason
    /// of an override (M73), the cause noted at closing (M98).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<ContentId>,
    /// What happened.
    #[serde(flatten)]
    pub what: What,
}

impl Event {
    /// The event as a colleague may read it: what was found in somebody's replies is for them
    /// and for who leads the team (M58).
    #[must_use]
    pub fn as_seen_by(mut self, reader: Actor) -> Self {
        if let What::Replied { faults, .. } = &mut self.what
            && self.actor != reader
        {
            *faults = None;
        }
        self
    }
}

impl What {
    /// The kind's name, as in the column `kind` of the log.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Opened { .. } => "opened",
            Self::Claimed => "claimed",
            Self::Released => "released",
            Self::Replied { .. } => "replied",
            Self::Gathering => "gathering",
            Self::Overridden { .. } => "overridden",
            Self::Closed => "closed",
            Self::Reopened => "reopened",
            Self::Corrected { .. } => "corrected",
            Self::LessonsForgotten => "lessons-forgotten",
        }
    }
}
