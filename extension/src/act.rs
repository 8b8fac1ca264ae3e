//! One click of an agent: decided, kept on the disk, shown, sent.

use crate::database::{Batch, Store};
use crate::kept::Queued;
use crate::state::{Shared, State};
use crate::{edge, judging, lessons, overrides, sync, warning, words};
use toonvast_casework::Made;
use toonvast_model::command::{Action, Command};
use toonvast_model::id::{CaseId, CommandId, ContentId, EventId, PersonId, PostId};
use toonvast_model::locale::Locale;
use toonvast_model::post::Site;

/// Does something; when this returns it is on the disk and will reach the server once.
///
/// # Errors
/// The sentence the agent reads: refused, or not kept.
pub async fn act(shared: &Shared, case: Option<CaseId>, action: Action) -> Result<CaseId, String> {
    let (queued, locale, db) = {
        let mut state = shared.borrow_mut();
        let locale = state.locale();
        let queued = decide(&state, case, action, locale)?;
        // Reserved in memory before the disk is asked, so that a second click finds it done.
        state.ledger.enqueue(queued.clone());
        (queued, locale, state.db.clone())
    };
    let id = queued.command.id;
    let case = queued.command.case;
    let mut batch = Batch::default();
    let kept = match batch.put(Store::Outbox, &id.to_string(), &queued) {
        Ok(()) => db.keep(batch).await,
        Err(why) => Err(why),
    };
    if let Err(why) = kept {
        shared.borrow_mut().ledger.withdraw(id);
        return Err(words::not_kept(&why.to_string(), locale));
    }
    let rows = {
        let mut state = shared.borrow_mut();
        let posts = posts_of(&state, &queued);
        // What was done to a post bears on what is said of it.
        let anew = judging::again(&mut state, &posts);
        state.tell(&posts);
        anew.rows
    };
    // The panel's list is a convenience: without room on the disk the badges still stand.
    drop(db.keep(rows).await);
    if teaches(&queued.command.action) {
        lessons::start(shared);
    }
    warning::watch(shared);
    sync::start(shared);
    Ok(case)
}

const fn teaches(action: &Action) -> bool {
    matches!(action, Action::Correct { .. } | Action::ForgetLessons)
}

fn decide(
    state: &State,
    case: Option<CaseId>,
    action: Action,
    locale: Locale,
) -> Result<Queued, String> {
    let no_randomness = |_| words::not_kept("the browser offers no randomness", locale);
    let at = edge::now();
    let fresh = || edge::fresh_id(at).map_err(no_randomness);
    let made = Made {
        content: ContentId(fresh()?),
        person: PersonId(fresh()?),
        events: [EventId(fresh()?), EventId(fresh()?)],
    };
    let command = Command {
        id: CommandId(fresh()?),
        brand: state.engine.brand().id.clone(),
        case: match case {
            Some(case) => case,
            None => CaseId(fresh()?),
        },
        at,
        action,
    };
    state
        .ledger
        .decide(command, &made)
        .map_err(|why| words::refusal(&why, locale))
}

/// The post a command was about.
fn posts_of(state: &State, queued: &Queued) -> Vec<(Site, PostId)> {
    let post = match &queued.command.action {
        Action::Correct { post, .. } => Some((post.site, post.post_id.clone())),
        _ => {
            let case = state.ledger.case(queued.command.case);
            case.map(|case| (case.post.site, case.post.post_id.clone()))
        }
    };
    post.into_iter().collect()
}

/// Claims a post met on a page.
///
/// # Errors
/// The sentence the agent reads.
pub async fn claim(shared: &Shared, site: Site, key: &PostId) -> Result<CaseId, String> {
    let action = {
        let mut state = shared.borrow_mut();
        // Posts no tab shows any more are judged again only here, when it matters.
        judging::again(&mut state, &[(site, key.clone())]);
        claim_action(&state, site, key)
            .ok_or_else(|| words::unknown_post(state.locale()).to_owned())?
    };
    let case = act(shared, None, action).await?;
    overrides::log_kept(shared, site, key, case).await;
    Ok(case)
}

fn claim_action(state: &State, site: Site, key: &PostId) -> Option<Action> {
    if let Some(post) = state.known.get(site, key) {
        return Some(Action::Claim {
            post: post.met.snapshot.clone(),
            kind: post.triage.kind,
            situation: post.triage.situation,
            priority: post.triage.priority,
            score: post.triage.score,
            seen_at: post.met.seen_at,
        });
    }
    // Met before the home was restarted: its tab may be closed, the panel still shows it.
    let waiting = state.waiting.get(&(site, key.clone()))?;
    Some(Action::Claim {
        post: waiting.post.clone(),
        kind: waiting.kind,
        situation: waiting.situation,
        priority: waiting.badge.level,
        score: waiting.badge.score,
        seen_at: waiting.seen_at,
    })
}
