//! A reply proposed to the agent.

use crate::id::ReplyId;
use serde::{Deserialize, Serialize};

/// One proposed reply and why it is proposed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Suggestion {
    /// The canned reply it comes from.
    pub reply: ReplyId,
    /// How well it fits, in thousandths of the best possible fit (0 to 1000).
    pub score: u32,
    /// The reply with its fields filled as far as known; an open field reads `[name]`.
    pub text: String,
    /// Why it is proposed, in the agent's language.
    pub why: String,
}
