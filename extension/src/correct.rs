//! An agent sets right what was said of a post (M20).

use crate::state::{Shared, State};
use crate::{act, page};
use toonvast_model::command::Action;
use toonvast_model::id::PostId;
use toonvast_model::link::HostSays;
use toonvast_model::triage::Correction;

/// Sets one output of a post right. The badge that comes back holds to it at once; what is
/// learnt from it for other posts follows.
pub async fn correct(
    shared: &Shared,
    port: u32,
    post: &PostId,
    correction: Correction,
) -> HostSays {
    let found = page::shown(&shared.borrow(), port, post);
    let action = found
        .as_ref()
        .and_then(|(site, key)| Some(shared.borrow().known.get(*site, key)?.met.snapshot.clone()))
        .filter(|_| is_a_value(&shared.borrow(), &correction))
        .map(|post| Action::Correct {
            post,
            corrections: vec![correction],
        });
    let Some(((site, key), action)) = found.zip(action) else {
        return page::unknown(shared);
    };
    match act::act(shared, None, action).await {
        Ok(_) => page::judged(&shared.borrow(), site, &key),
        Err(text) => HostSays::Failed { text },
    }
}

/// The page is untrusted, and topics are words: only the brand's own names get into the log.
fn is_a_value(state: &State, correction: &Correction) -> bool {
    let Correction::Topics(names) = correction else {
        return true;
    };
    let topics = &state.engine.brand().policy.topics;
    names
        .iter()
        .all(|name| topics.iter().any(|topic| topic.name == *name))
}
