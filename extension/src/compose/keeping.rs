//! The words of a draft, kept until they are met on the page or thrown away.

use crate::database::{Batch, Store};
use crate::kept::KeptDraft;
use crate::known::KnownPost;
use crate::state::{Shared, State};
use crate::words::judgement;
use crate::{drafts, edge, words};
use toonvast_model::draft::Fault;
use toonvast_model::id::PostId;
use toonvast_model::link::{HostSays, KeptWords};
use toonvast_model::post::Site;

/// Notes the last words of the draft, so that a crash or a reload loses none.
pub(super) fn keep(state: &mut State, site: Site, post: &KnownPost, text: &str, own: bool) {
    let now = edge::now();
    let key = post.met.key();
    let case = state.ledger.case_of(site, &key.1).map(|case| case.id);
    let draft = state
        .drafts
        .entry(key.clone())
        .or_insert_with(|| KeptDraft {
            site,
            answers: post.met.snapshot.clone(),
            case,
            text: String::new(),
            faults: Vec::new(),
            overrides: Vec::new(),
            begun_at: now,
            changed_at: now,
            aside: None,
        });
    drafts::write(draft, text, own, now);
    draft.case = case;
}

/// The kept draft as it goes to the disk, with what the check found in it.
pub(super) fn row(state: &mut State, site: Site, post: &KnownPost, faults: Vec<Fault>) -> Batch {
    let mut batch = Batch::default();
    let key = post.met.key();
    if let Some(draft) = state.drafts.get_mut(&key) {
        draft.faults = faults;
        // Only a full disk can refuse the row, and then the draft is still in the editor.
        drop(batch.put(Store::Drafts, &row_key(site, &key.1), draft));
    }
    batch
}

/// The agent does not want back what was kept from before: it is gone here and from the disk.
pub async fn discard(shared: &Shared, port: u32, composer: u32) -> HostSays {
    let mut batch = Batch::default();
    let db = {
        let mut state = shared.borrow_mut();
        let Some((site, key, own)) = state.pages.get(&port).and_then(|page| {
            let composer = page.composers.get(&composer)?;
            Some((page.site, composer.answers.clone()?, composer.wrote))
        }) else {
            return HostSays::Noted;
        };
        let row = row_key(site, &key);
        match state.drafts.get_mut(&(site, key.clone())) {
            Some(draft) if own => {
                draft.aside = None;
                // Only a full disk can refuse the row, and then the words are offered once more.
                drop(batch.put(Store::Drafts, &row, draft));
            }
            _ => {
                state.drafts.remove(&(site, key));
                batch.delete(Store::Drafts, &row);
            }
        }
        state.db.clone()
    };
    drop(db.keep(batch).await);
    HostSays::Noted
}

/// The key of a row about a post.
#[must_use]
pub fn row_key(site: Site, post: &PostId) -> String {
    format!("{site:?}/{post}")
}

/// What is kept of this post from before this composer.
pub(super) fn kept(
    state: &State,
    port: u32,
    composer: u32,
    text: &str,
    post: &KnownPost,
) -> Option<KeptWords> {
    let draft = state.drafts.get(&post.met.key())?;
    let page = state.pages.get(&port);
    let own = page
        .and_then(|page| page.composers.get(&composer))
        .is_some_and(|composer| composer.wrote);
    kept_words(state, draft, text, own)
}

/// What is kept from before, while the editor does not hold it.
fn kept_words(state: &State, draft: &KeptDraft, text: &str, own: bool) -> Option<KeptWords> {
    let (words, at) = drafts::offered(draft, text, own)?;
    let zone = &state.engine.brand().policy.time_zone;
    let moment = judgement::moment(at, edge::now(), zone, state.locale());
    Some(KeptWords {
        text: words.to_owned(),
        label: words::restore(&moment, state.locale()),
    })
}
