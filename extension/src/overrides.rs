//! What an agent lets stand against the guide, with a reason (M73): logged on the case, and until
//! there is one kept with the draft.

use crate::act;
use crate::compose::row_key;
use crate::database::{Batch, Store};
use crate::kept::{KeptDraft, KeptOverride};
use crate::state::{Shared, State};
use crate::words;
use toonvast_casework::check;
use toonvast_model::command::Action;
use toonvast_model::id::{CaseId, PostId, RuleId};
use toonvast_model::link::HostSays;
use toonvast_model::post::Site;

/// The agent overrides a finding in a composer.
pub async fn overrule(
    shared: &Shared,
    port: u32,
    composer: u32,
    rule: RuleId,
    reason: String,
) -> HostSays {
    if let Err(why) = check::override_of(&rule, &reason) {
        let text = words::refusal(&why, shared.borrow().locale());
        return HostSays::Failed { text };
    }
    let answers = answered(&shared.borrow(), port, composer);
    let case = answers.as_ref().and_then(|(site, key)| {
        let state = shared.borrow();
        state.ledger.case_of(*site, key).map(|case| case.id)
    });
    if let Some(case) = case {
        let action = Action::Override {
            rule: rule.clone(),
            reason: reason.clone(),
        };
        if let Err(text) = act::act(shared, Some(case), action).await {
            return HostSays::Failed { text };
        }
    }
    let logged = case.is_some();
    let kept = KeptOverride {
        rule,
        reason,
        logged,
    };
    keep(shared, port, composer, answers, kept).await
}

/// The post a composer answers.
fn answered(state: &State, port: u32, composer: u32) -> Option<(Site, PostId)> {
    let page = state.pages.get(&port)?;
    let key = page.composers.get(&composer)?.answers.clone()?;
    Some((page.site, key))
}

/// Keeps an override with the draft, which a reload does not lose.
async fn keep(
    shared: &Shared,
    port: u32,
    composer: u32,
    answers: Option<(Site, PostId)>,
    kept: KeptOverride,
) -> HostSays {
    let (batch, db, locale) = {
        let mut state = shared.borrow_mut();
        let mut batch = Batch::default();
        let page = state.pages.get_mut(&port);
        if let Some(composer) = page.and_then(|page| page.composers.get_mut(&composer)) {
            composer.overridden.insert(kept.rule.clone());
        }
        let draft = answers.and_then(|key| state.drafts.get_mut(&key));
        if let Some(draft) = draft {
            draft
                .overrides
                .retain(|other| other.rule != kept.rule || other.logged);
            draft.overrides.push(kept);
            // Only what cannot be written as JSON is refused here, and a draft can.
            drop(batch.put(
                Store::Drafts,
                &row_key(draft.site, &draft.answers.post_id),
                draft,
            ));
        }
        (batch, state.db.clone(), state.locale())
    };
    match db.keep(batch).await {
        Ok(()) => HostSays::Noted,
        Err(why) => HostSays::Failed {
            text: words::not_kept(&why.to_string(), locale),
        },
    }
}

/// Logs what was kept with the draft that answers a post, now that the post has a case.
pub async fn log_kept(shared: &Shared, site: Site, key: &PostId, case: CaseId) {
    let draft = shared.borrow().drafts.get(&(site, key.clone())).cloned();
    let Some(mut draft) = draft else {
        return;
    };
    if !log(shared, &mut draft, case).await {
        return;
    }
    let (batch, db) = {
        let mut state = shared.borrow_mut();
        let mut batch = Batch::default();
        // The agent may have typed on meanwhile: only what was overridden is taken over.
        if let Some(current) = state.drafts.get_mut(&(site, key.clone())) {
            current.overrides = draft.overrides;
            drop(batch.put(Store::Drafts, &row_key(site, key), current));
        }
        (batch, state.db.clone())
    };
    // A row that stays as it was would log the override once more, and lose nothing.
    drop(db.keep(batch).await);
}

/// Logs the overrides of a draft that were not logged yet; whether there were any.
pub async fn log(shared: &Shared, draft: &mut KeptDraft, case: CaseId) -> bool {
    let mut any = false;
    for kept in draft.overrides.iter_mut().filter(|kept| !kept.logged) {
        let action = Action::Override {
            rule: kept.rule.clone(),
            reason: kept.reason.clone(),
        };
        // What could not be kept on the disk is tried again when the reply is posted.
        kept.logged = act::act(shared, Some(case), action).await.is_ok();
        any |= kept.logged;
    }
    any
}
