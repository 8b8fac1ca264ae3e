//! What an agent may do to a case now: asked of the very function that will decide.

use toonvast_casework::{Made, decide};
use toonvast_model::case::{Actor, Case};
use toonvast_model::command::{Action, Command, PostSnapshot, Refusal};
use toonvast_model::event::What;
use toonvast_model::id::{CommandId, ContentId, EventId, PersonId};
use toonvast_model::screen::CaseView;
use toonvast_model::timestamp::Timestamp;
use uuid::Uuid;

/// Which buttons a case has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offers {
    /// To take on a case nobody holds.
    pub claim: Option<Action>,
    /// To give it back.
    pub release: bool,
    /// To ask inside the organisation.
    pub gather: bool,
    /// To close it.
    pub close: bool,
    /// It may be closed once it has an answer.
    pub answer_first: bool,
    /// To open it again.
    pub reopen: bool,
    /// A colleague holds it.
    pub held: bool,
}

/// What `me` may do to the case at `now`.
#[must_use]
pub fn offers(view: &CaseView, me: Actor, now: Timestamp) -> Offers {
    let case = &view.case;
    let may = |action: Action| probe(case, action, me, now);
    let close = may(Action::Close {
        cause: String::new(),
    });
    Offers {
        claim: case.owner.is_none().then(|| claim(view)).flatten(),
        release: may(Action::Release) == Ok(true),
        gather: may(Action::Gather {
            department: "-".into(),
        }) == Ok(true),
        answer_first: close == Err(Refusal::NotAnswered),
        close: close == Ok(true),
        reopen: may(Action::Reopen) == Ok(true),
        held: case.owner.is_some_and(|owner| owner != me),
    }
}

/// Whether something would follow; the ids stand for nothing and are thrown away.
fn probe(case: &Case, action: Action, me: Actor, now: Timestamp) -> Result<bool, Refusal> {
    let command = Command {
        id: CommandId(Uuid::nil()),
        brand: case.brand.clone(),
        case: case.id,
        at: now,
        action,
    };
    let made = Made {
        content: ContentId(Uuid::nil()),
        person: PersonId(Uuid::nil()),
        events: [EventId(Uuid::nil()); toonvast_casework::MOST_EVENTS],
    };
    decide(Some(case), &command, me, &made).map(|whats| !whats.is_empty())
}

/// The claim of a case that was given back: its post as the log knows it. `None` where the
/// log does not start with that post.
fn claim(view: &CaseView) -> Option<Action> {
    let seen_at = view.events.iter().find_map(|event| match event.what {
        What::Opened { seen_at, .. } => Some(seen_at),
        _ => None,
    })?;
    let case = &view.case;
    let texts = &view.contents.texts;
    let text = texts.iter().find(|row| row.id == case.post.content);
    let people = &view.contents.people;
    let author = people.iter().find(|row| row.id == case.post.author);
    Some(Action::Claim {
        post: PostSnapshot {
            site: case.post.site,
            post_id: case.post.post_id.clone(),
            author: author.map(|row| row.handle.clone()).unwrap_or_default(),
            text: text.map(|row| row.text.clone()).unwrap_or_default(),
            permalink: text.and_then(|row| row.permalink.clone()),
            posted_at: case.post.posted_at,
        },
        kind: case.kind,
        situation: case.situation,
        priority: case.priority,
        score: case.score,
        seen_at,
    })
}

#[cfg(test)]
mod tests;
