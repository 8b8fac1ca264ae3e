//! What the team replied lately, ready to be compared with drafts (M68, M69).
//!
//! It follows from the ledger: no row of its own is kept, a text that was erased is gone from
//! here at the next change, and of the others only sketches and beginnings stay in memory.

use crate::ledger::Ledger;
use crate::state::{Shared, State};
use gloo::timers::callback::Timeout;
use std::collections::HashMap;
use std::rc::Rc;
use toonvast_engine::{MOST_REPLIES, RecentReplies};
use toonvast_model::case::{Actor, Case, ReplyRef};
use toonvast_model::draft::RecentReply;
use toonvast_model::id::ContentId;
use toonvast_model::screen::Contents;
use toonvast_model::timestamp::Timestamp;

/// A reply is recent for so many minutes: thirty days.
const RECENT_MINUTES: u64 = 30 * 24 * 60;

/// The replies compared with, and which texts they were made of.
#[derive(Debug, Default)]
pub struct Replied {
    /// Ready to be compared with.
    pub recent: RecentReplies,
    of: Vec<ContentId>,
}

/// New replies made ready before others have their turn.
const A_TURN: usize = 40;

/// Takes in replies that are new and lets go of those that are erased or old, a few in each
/// turn: no keystroke waits for it.
pub fn start(shared: &Shared) {
    let shared = Rc::clone(shared);
    Timeout::new(0, move || {
        let more = refresh(&mut shared.borrow_mut());
        if more {
            start(&shared);
        }
    })
    .forget();
}

/// One turn; true when more replies wait.
fn refresh(state: &mut State) -> bool {
    let now = crate::edge::now();
    let contents = state.contents();
    let mut replies = lately(&state.ledger, &contents, &state.settings.agent, now);
    let all = replies.len();
    let mut fresh = 0;
    replies.retain(|(id, _)| {
        let known = state.replied.of.contains(id);
        fresh += usize::from(!known);
        known || fresh <= A_TURN
    });
    let more = replies.len() < all;
    let of: Vec<ContentId> = replies.iter().map(|(id, _)| *id).collect();
    if of != state.replied.of {
        let replies = replies.into_iter().map(|(_, reply)| reply);
        let recent = state.engine.renew_replies(&state.replied.recent, replies);
        state.replied = Replied { recent, of };
    }
    more
}

/// The newest replies of the last thirty days whose words are known, newest first.
fn lately(
    ledger: &Ledger,
    contents: &Contents,
    agent: &str,
    now: Timestamp,
) -> Vec<(ContentId, RecentReply)> {
    let texts: HashMap<ContentId, &str> = contents
        .texts
        .iter()
        .map(|row| (row.id, row.text.as_str()))
        .collect();
    let mut replies: Vec<(&ReplyRef, &Case)> = ledger
        .cases()
        .flat_map(|case| case.replies.iter().map(move |reply| (reply, case)))
        .filter(|(reply, _)| now.minutes_since(reply.at) <= RECENT_MINUTES)
        .filter(|(reply, _)| texts.contains_key(&reply.content))
        .collect();
    replies.sort_by_key(|(reply, case)| (std::cmp::Reverse(reply.at), case.id));
    replies.truncate(MOST_REPLIES);
    let who = |by: Actor| match by {
        Actor::Account(id) => {
            let known = contents.accounts.iter().find(|row| row.id == id);
            known.map(|row| row.name.clone()).unwrap_or_default()
        }
        Actor::ThisBrowser => agent.to_owned(),
    };
    let text = |id: ContentId| texts.get(&id).copied().unwrap_or_default().to_owned();
    let made = replies.into_iter().map(|(reply, case)| {
        let made = RecentReply {
            id: reply.content.to_string(),
            text: text(reply.content),
            post: text(case.post.content),
            answers: Some(case.post.post_id.clone()),
            who: who(reply.by),
            at: Some(reply.at),
        };
        (reply.content, made)
    });
    made.collect()
}

#[cfg(test)]
mod tests;
