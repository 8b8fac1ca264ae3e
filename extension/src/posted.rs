//! Our own post, met on the page: it goes onto the case.

use crate::compose::row_key;
use crate::database::{Batch, Store};
use crate::drafts;
use crate::kept::{KeptDraft, Waiting};
use crate::known;
use crate::page::is_ours;
use crate::replies;
use crate::state::{Shared, State};
use crate::{act, edge, overrides};
use toonvast_casework::check::FAULTS_MAX;
use toonvast_model::command::{Action, PostSnapshot};
use toonvast_model::link::SeenPost;
use toonvast_model::post::Site;

/// Remembers posts that wait for somebody, here and on the disk.
pub async fn keep_waiting(shared: &Shared, fresh: Vec<Waiting>) {
    if fresh.is_empty() {
        return;
    }
    let mut batch = Batch::default();
    let db = {
        let mut state = shared.borrow_mut();
        for waiting in fresh {
            let key = (waiting.post.site, waiting.post.post_id.clone());
            // Only a full disk can refuse the row; then the panel forgets it with the browser.
            drop(batch.put(Store::Waiting, &row_key(key.0, &key.1), &waiting));
            state.waiting.insert(key, waiting);
        }
        state.db.clone()
    };
    // The panel's list is a convenience: without room on the disk the badges still stand.
    drop(db.keep(batch).await);
    shared.borrow().tell_screens();
}

/// Looks for drafts among the posts a tab shows, and logs those that were posted.
pub async fn look(shared: &Shared, port: u32, account: Option<&str>, posts: &[SeenPost]) {
    for seen in posts {
        let found = found(&mut shared.borrow_mut(), port, account, seen);
        if let Some((draft, action)) = found {
            log(shared, draft, action).await;
        }
    }
}

/// The draft this post is, taken out of the drafts so that no second tab logs it too.
fn found(
    state: &mut State,
    port: u32,
    account: Option<&str>,
    seen: &SeenPost,
) -> Option<(KeptDraft, Action)> {
    let page = state.pages.get(&port)?;
    let (site, host) = (page.site, page.host.clone());
    let snapshot = known::snapshot(seen, site, &host);
    if !may_be_ours(state, site, account, &snapshot.author) {
        return None;
    }
    let key = state
        .drafts
        .iter()
        .find(|((of, _), draft)| {
            *of == site
                && draft.answers.post_id != snapshot.post_id
                && is_new(draft, &snapshot)
                && drafts::is_posted(draft, seen)
        })
        .map(|(key, _)| key.clone())?;
    if was_there_before(state, site, &snapshot) {
        return None;
    }
    let draft = state.drafts.remove(&key)?;
    let action = reply(state, &draft, snapshot);
    Some((draft, action))
}

/// What is logged of a reply: what it promises counts from when it was posted.
fn reply(state: &State, draft: &KeptDraft, reply: PostSnapshot) -> Action {
    let now = edge::now();
    let said_at = reply
        .posted_at
        .map_or(now, |at| at.clamp(draft.begun_at, now));
    Action::LogReply {
        kind: state.engine.reply_kind(&draft.text),
        promise: state.engine.promise(&draft.text, said_at),
        faults: Some(draft.faults.iter().take(FAULTS_MAX).cloned().collect()),
        reply,
    }
}

/// Clocks of browser and site may differ by so many milliseconds: two minutes.
const CLOCKS_DIFFER: i64 = 120_000;

/// The same words posted before the draft was begun are another reply.
fn is_new(draft: &KeptDraft, reply: &PostSnapshot) -> bool {
    reply
        .posted_at
        .is_none_or(|at| at.0 >= draft.begun_at.0 - CLOCKS_DIFFER)
}

/// The brand's own account, or the one the agent is signed in with; where the page shows
/// neither, the words decide.
fn may_be_ours(state: &State, site: Site, account: Option<&str>, author: &str) -> bool {
    let bare = |name: &str| name.trim_start_matches('@').to_lowercase();
    is_ours(state, site, author) || account.is_none_or(|account| bare(account) == bare(author))
}

/// A reply that is on a case already.
fn was_there_before(state: &State, site: Site, reply: &PostSnapshot) -> bool {
    state.ledger.cases().any(|case| {
        case.post.site == site
            && case
                .replies
                .iter()
                .any(|known| known.post_id == reply.post_id)
    })
}

async fn log(shared: &Shared, mut draft: KeptDraft, action: Action) {
    let existing = shared
        .borrow()
        .ledger
        .case_of(draft.site, &draft.answers.post_id)
        .map(|case| case.id);
    let case = match existing {
        Some(case) => Ok(case),
        // Answered without claiming: the contact is a case all the same.
        None => act::claim(shared, draft.site, &draft.answers.post_id).await,
    };
    let logged = match case {
        Ok(case) => {
            overrides::log(shared, &mut draft, case).await;
            act::act(shared, Some(case), action).await
        }
        Err(why) => Err(why),
    };
    let key = (draft.site, draft.answers.post_id.clone());
    let mut batch = Batch::default();
    if logged.is_ok() {
        replies::start(shared);
        batch.delete(Store::Drafts, &row_key(key.0, &key.1));
    } else {
        // Not kept: the draft waits, and the post is met again at the next look.
        shared.borrow_mut().drafts.entry(key).or_insert(draft);
    }
    let db = shared.borrow().db.clone();
    // A row that stays behind is recognised as logged already.
    drop(db.keep(batch).await);
}
