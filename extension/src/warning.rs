//! Telling tabs and screens the moment a promise is nearly due, and the moment it is broken (M35).

use crate::edge;
use crate::state::{Shared, State};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use toonvast_model::id::PostId;
use toonvast_model::post::Site;
use toonvast_model::timestamp::Timestamp;

/// The longest a timer of the browser is trusted with, in milliseconds: an hour.
const LONGEST: i64 = 60 * 60 * 1000;

/// Waits for the next promise that changes how it stands; in place of the wait before.
pub fn watch(shared: &Shared) {
    let now = edge::now();
    let next = next(&shared.borrow(), now);
    let wait = next.map(|next| {
        let wait = next.0.saturating_sub(now.0).clamp(0, LONGEST);
        let again = Rc::clone(shared);
        Timeout::new(u32::try_from(wait).unwrap_or(u32::MAX), move || {
            tell(&again, now)
        })
    });
    // A wait that is dropped is called off.
    shared.borrow_mut().warning = wait;
}

/// Draws anew what changed since, and waits for the next.
fn tell(shared: &Shared, since: Timestamp) {
    let now = edge::now();
    let changed = changed(&shared.borrow(), since, now);
    if !changed.is_empty() {
        shared.borrow().tell(&changed);
    }
    watch(shared);
}

fn moments(state: &State) -> impl Iterator<Item = (Timestamp, (Site, PostId))> {
    state.ledger.cases().flat_map(|case| {
        let post = (case.post.site, case.post.post_id.clone());
        let promise = case.promise.into_iter();
        promise
            .flat_map(|promise| [promise.warn_at, promise.due])
            .map(move |at| (at, post.clone()))
    })
}

fn next(state: &State, now: Timestamp) -> Option<Timestamp> {
    let ahead = moments(state).map(|(at, _)| at);
    ahead.filter(|at| *at > now).min()
}

fn changed(state: &State, since: Timestamp, now: Timestamp) -> Vec<(Site, PostId)> {
    let passed = moments(state).filter(|(at, _)| (since..=now).contains(at));
    passed.map(|(_, post)| post).collect()
}
