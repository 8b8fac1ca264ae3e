//! Posts are judged with all that is known around them, and again when that changed.

use crate::compose::row_key;
use crate::database::{Batch, Store};
use crate::edge;
use crate::kept::Waiting;
use crate::known::{KnownPost, Met};
use crate::state::State;
use toonvast_model::id::PostId;
use toonvast_model::post::{Context, Site};
use toonvast_model::timestamp::Timestamp;
use toonvast_model::triage::{Respond, Triage};

/// Judges a post as things stand.
#[must_use]
pub fn judge(state: &State, met: &Met, now: Timestamp) -> Triage {
    let (site, key) = met.key();
    let earlier = state.ledger.earlier_cases(&met.snapshot.author, &key);
    let case = state.ledger.case_of(site, &key);
    let context = Context {
        now: Some(now),
        addressed: met.addressed,
        answered: case.is_some_and(|case| !case.replies.is_empty()),
        earlier_posts: u32::try_from(earlier).unwrap_or(u32::MAX),
        follow_up: met.turn.follow_up,
        under_ad: met.turn.under_ad,
        similar: met.similar,
        corrections: state.ledger.set_right().of(site, &key).to_vec(),
        ..Context::default()
    };
    let post = met.post(&state.engine.brand().id);
    state.engine.triage(&post, &context, state.locale())
}

/// The row of the panel's list; none for what wants no answer.
#[must_use]
pub fn waiting(state: &State, known: &KnownPost) -> Option<Waiting> {
    (known.triage.respond != Respond::No).then(|| Waiting {
        post: known.met.snapshot.clone(),
        seen_at: known.met.seen_at,
        kind: known.triage.kind,
        situation: known.triage.situation,
        badge: state.level(known, None),
    })
}

/// What came of judging posts again.
#[derive(Debug, Default)]
pub struct Anew {
    /// Posts of which something else is said now.
    pub changed: Vec<(Site, PostId)>,
    /// Rows of the panel's list that changed with them, to be kept.
    pub rows: Batch,
}

/// Judges posts again, those that are remembered.
pub fn again(state: &mut State, posts: &[(Site, PostId)]) -> Anew {
    let now = edge::now();
    let mut anew = Anew::default();
    for (site, key) in posts {
        let Some(known) = state.known.get(*site, key) else {
            continue;
        };
        let triage = judge(state, &known.met, now);
        if triage == known.triage {
            continue;
        }
        let met = known.met.clone();
        let known = KnownPost { met, triage };
        list(state, &known, &mut anew.rows);
        state.known.remember(known);
        anew.changed.push((*site, key.clone()));
    }
    anew
}

/// Puts a post into the panel's list, or takes it out.
fn list(state: &mut State, known: &KnownPost, rows: &mut Batch) {
    let (site, key) = known.met.key();
    let row_key = row_key(site, &key);
    match waiting(state, known) {
        Some(row) => {
            // Only a full disk can refuse the row; then the panel forgets it with the browser.
            drop(rows.put(Store::Waiting, &row_key, &row));
            state.waiting.insert((site, key), row);
        }
        None => {
            if state.waiting.remove(&(site, key)).is_some() {
                rows.delete(Store::Waiting, &row_key);
            }
        }
    }
}
