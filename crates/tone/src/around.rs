//! What is known around a draft beside the post it answers.

use crate::recent::RecentReplies;
use toonvast_model::draft::{GrammarFault, OtherPost};
use toonvast_model::id::PostId;
use toonvast_spelling::Spelling;

/// What is known around a draft; every part may be absent, and then nothing is said of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Around<'a> {
    /// What the team replied lately.
    pub recent: Option<&'a RecentReplies>,
    /// The post the draft answers, by the id its replies have in [`Self::recent`].
    pub answers: Option<&'a PostId>,
    /// Other posts in sight.
    pub others: &'a [OtherPost],
    /// The account the agent is signed in with on this site.
    pub account: Option<&'a str>,
    /// The dictionaries, where they are loaded; the rule that asks them finds more.
    pub spelling: Option<&'a Spelling>,
    /// What a grammar check beside the engine said of [`crate::Checker::english`]. Faults
    /// elsewhere, and all faults in a draft that is not read as English, are passed over.
    pub grammar: &'a [GrammarFault],
}
