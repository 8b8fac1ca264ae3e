//! From what was decided to lines of the log, and the words kept beside it.

use toonvast_model::case::Actor;
use toonvast_model::command::{Action, Command, PostSnapshot};
use toonvast_model::event::{Event, What};
use toonvast_model::id::{ContentId, EventId, PersonId};
use toonvast_model::timestamp::Timestamp;

/// No command makes more events than this.
pub const MOST_EVENTS: usize = 2;

/// Ids made at the edge, where randomness is: enough for whatever one command may cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    /// The row for the command's words, if it has any.
    pub content: ContentId,
    /// The row of the post's author: the one that is there already, or a new one.
    pub person: PersonId,
    /// Ids for the events, used from the first on.
    pub events: [EventId; MOST_EVENTS],
}

/// The words of a command: they go into an erasable row, never into the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words<'c> {
    /// The post a case is opened for.
    Post(&'c PostSnapshot),
    /// The post that is set right; where it has a case, the words are there already.
    Corrected(&'c PostSnapshot),
    /// Our reply to it.
    Reply(&'c PostSnapshot),
    /// A department, a reason or a cause.
    Note(&'c str),
}

/// The words of a command; `None` when it has none.
#[must_use]
pub fn words(action: &Action) -> Option<Words<'_>> {
    match action {
        Action::Claim { post, .. } => Some(Words::Post(post)),
        Action::LogReply { reply, .. } => Some(Words::Reply(reply)),
        Action::Correct { post, .. } => Some(Words::Corrected(post)),
        Action::Gather { department: note }
        | Action::Override { reason: note, .. }
        | Action::Close { cause: note } => {
            let note = note.trim();
            (!note.is_empty()).then_some(Words::Note(note))
        }
        Action::Release | Action::Reopen | Action::ForgetLessons => None,
    }
}

/// The events of a decision, `at` a moment the caller vouches for; `seq` is still 0.
///
/// The case is that of the command; the store puts the real one where a claim landed on
/// a case that was there already.
#[must_use]
pub fn happened(
    whats: Vec<What>,
    command: &Command,
    at: Timestamp,
    actor: Actor,
    made: &Made,
) -> Vec<Event> {
    let noted = matches!(words(&command.action), Some(Words::Note(_)));
    whats
        .into_iter()
        .zip(made.events)
        .map(|(what, id)| Event {
            id,
            brand: command.brand.clone(),
            seq: 0,
            case: command.case,
            command: command.id,
            at,
            actor,
            note: (noted && takes_note(&what)).then_some(made.content),
            what,
        })
        .collect()
}

const fn takes_note(what: &What) -> bool {
    matches!(
        what,
        What::Gathering | What::Overridden { .. } | What::Closed
    )
}
