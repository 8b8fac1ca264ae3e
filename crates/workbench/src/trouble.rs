//! What went wrong: what, why and what to do.

use crate::home::Home;
use crate::words::{Plain, Words};
use toonvast_model::id::CaseId;

/// A failure as the agent reads it. Parts that have nothing to say are empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// What happened.
    pub what: String,
    /// Why.
    pub why: String,
    /// What to do.
    pub todo: String,
    /// The case it leads to.
    pub case: Option<CaseId>,
}

impl Trouble {
    /// Three sentences.
    pub fn new(what: impl Into<String>, why: impl Into<String>, todo: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            why: why.into(),
            todo: todo.into(),
            case: None,
        }
    }
}

impl From<Plain> for Trouble {
    fn from(plain: Plain) -> Self {
        Self::new(plain.what, plain.why, plain.todo)
    }
}

/// Why a question got no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The other side said so.
    Told(Trouble),
    /// Nobody is signed in, or no longer.
    SignIn,
    /// The other side does not answer.
    Lost,
    /// The other side answered what cannot be read.
    Garbled,
}

impl Failure {
    /// The failure in words.
    #[must_use]
    pub fn trouble(self, home: Home, words: &Words) -> Trouble {
        match (self, home) {
            (Self::Told(trouble), _) => trouble,
            (Self::Lost, Home::Extension) => words.common.lost_extension.into(),
            (Self::Lost, Home::Server) => words.common.lost_server.into(),
            (Self::Garbled, _) => words.common.garbled.into(),
            (Self::SignIn, _) => words.common.trouble_without_words.into(),
        }
    }
}
