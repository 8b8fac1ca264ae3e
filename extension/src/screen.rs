//! What the screens ask, and what they hear.

use crate::database::{Batch, Store};
use crate::state::{Shared, State};
use crate::{act, edge, settings, sync, words};
use serde::Deserialize;
use toonvast_casework::queue::{self, Lookup};
use toonvast_casework::{Whose, quality};
use toonvast_model::command::{Action, Outcome};
use toonvast_model::id::{CaseId, CommandId, PostId};
use toonvast_model::quality::Quality;
use toonvast_model::screen::{
    CaseView, Notice, Outbox, Overview, ScreenAnswer, ScreenAsk, WaitingPost,
};

/// A numbered question; the answer carries the same number.
#[derive(Debug, Deserialize)]
pub struct ScreenMessage {
    seq: u32,
    ask: ScreenAsk,
}

/// Answers one question of a screen.
pub async fn answer(shared: &Shared, port: u32, message: ScreenMessage) {
    let answer = match message.ask {
        ScreenAsk::Overview => ScreenAnswer::Overview(Box::new(overview(&shared.borrow()))),
        ScreenAsk::Case { case } => view(&shared.borrow(), case),
        ScreenAsk::Quality => ScreenAnswer::Quality(own_quality(&shared.borrow())),
        ScreenAsk::Act { case, action } => done(shared, act::act(shared, Some(case), action).await),
        ScreenAsk::ClaimPost { post_id } => claim(shared, &post_id).await,
        ScreenAsk::Dismiss { command } => dismiss(shared, command).await,
        ScreenAsk::SyncNow => {
            sync::now(shared).await;
            ScreenAnswer::Done
        }
        ScreenAsk::Settings => ScreenAnswer::Settings(settings::shown(&shared.borrow())),
        ScreenAsk::SaveSettings { settings } => settings::save(shared, &settings).await,
        ScreenAsk::Pair { server, code } => match settings::pair(shared, &server, &code).await {
            Ok(()) => ScreenAnswer::Done,
            Err(text) => ScreenAnswer::Failed { text },
        },
        ScreenAsk::SignOut => settings::sign_out(shared).await,
        ScreenAsk::ForgetLessons => match act::act(shared, None, Action::ForgetLessons).await {
            Ok(_) => ScreenAnswer::Done,
            Err(text) => ScreenAnswer::Failed { text },
        },
    };
    shared.borrow().to_screen(port, message.seq, &answer);
}

fn overview(state: &State) -> Overview {
    let contents = state.contents();
    let names = Lookup::new(&contents);
    let mut cases: Vec<_> = state
        .ledger
        .cases()
        .map(|case| names.row(case.clone(), state.ledger.is_pending(case.id)))
        .collect();
    queue::sort(&mut cases);
    Overview {
        brand: state.engine.brand().id.clone(),
        brand_name: state.engine.brand().policy.name.clone(),
        me: state.ledger.me(),
        locale: state.locale(),
        waiting: waiting(state),
        cases,
        outbox: outbox(state),
        refusals: state
            .ledger
            .refused()
            .map(|(queued, refusal)| Notice {
                command: queued.command.id,
                text: words::refusal(refusal, state.locale()),
            })
            .collect(),
    }
}

/// Posts nobody has claimed, most urgent first, then the highest score, then the oldest.
fn waiting(state: &State) -> Vec<WaitingPost> {
    let mut rows: Vec<_> = state
        .waiting
        .iter()
        .filter(|((site, key), _)| state.ledger.case_of(*site, key).is_none())
        .map(|(_, row)| row)
        .collect();
    rows.sort_by_key(|row| {
        (
            std::cmp::Reverse((row.badge.level, row.badge.score)),
            row.seen_at,
            row.post.post_id.clone(),
        )
    });
    rows.into_iter()
        .map(|row| {
            // The panel names a post by its key, which is unique across sites.
            let mut badge = row.badge.clone();
            badge.post_id = row.post.post_id.clone();
            WaitingPost {
                badge,
                excerpt: queue::excerpt(&row.post.text),
                author: row.post.author.clone(),
                permalink: row.post.permalink.clone(),
                site: row.post.site,
                posted_at: row.post.posted_at,
            }
        })
        .collect()
}

fn outbox(state: &State) -> Outbox {
    let waiting = u32::try_from(state.ledger.waiting_count()).unwrap_or(u32::MAX);
    match (&state.settings.server, waiting) {
        (None, kept) => Outbox::LocalOnly { kept },
        (Some(_), 0) => Outbox::Empty {
            synced_at: state.settings.synced_at,
        },
        (Some(_), waiting) => Outbox::Pending {
            waiting,
            trouble: state
                .sync
                .trouble
                .as_ref()
                .map(|trouble| trouble.sentence(state.locale())),
        },
    }
}

fn view(state: &State, id: CaseId) -> ScreenAnswer {
    let Some(case) = state.ledger.case(id) else {
        let refusal = toonvast_model::command::Refusal::NoSuchCase;
        return ScreenAnswer::Failed {
            text: words::refusal(&refusal, state.locale()),
        };
    };
    let (events, mut contents) = (state.ledger.story(case), state.contents());
    let texts: Vec<_> = [case.post.content]
        .into_iter()
        .chain(case.replies.iter().map(|reply| reply.content))
        .chain(events.iter().filter_map(|event| event.note))
        .collect();
    contents.texts.retain(|row| texts.contains(&row.id));
    contents.people.retain(|row| row.id == case.post.author);
    ScreenAnswer::Case(Box::new(CaseView {
        case: case.clone(),
        events,
        contents,
        pending: state.ledger.is_pending(id),
    }))
}

/// How the agent's own replies were; the team's are shown by the server, to who leads it.
fn own_quality(state: &State) -> Quality {
    let me = state.ledger.me();
    let zone = &state.engine.brand().policy.time_zone;
    let events = state.ledger.all_events();
    quality(events, Whose::Of(me), zone, edge::now(), |_| {
        state.agent().map(str::to_owned)
    })
}

async fn claim(shared: &Shared, post: &PostId) -> ScreenAnswer {
    let site = shared
        .borrow()
        .waiting
        .keys()
        .find(|(_, key)| key == post)
        .map(|(site, _)| *site);
    match site {
        Some(site) => done(shared, act::claim(shared, site, post).await),
        None => ScreenAnswer::Failed {
            text: words::unknown_post(shared.borrow().locale()).to_owned(),
        },
    }
}

fn done(shared: &Shared, outcome: Result<CaseId, String>) -> ScreenAnswer {
    match outcome {
        Ok(case) => {
            let state = shared.borrow();
            let last = state.ledger.events(case).pop();
            let command = last
                .as_ref()
                .map_or(CommandId(uuid::Uuid::nil()), |event| event.command);
            ScreenAnswer::Outcome(Outcome::Done {
                command,
                case,
                seq: last.map_or(0, |event| event.seq),
            })
        }
        Err(text) => ScreenAnswer::Failed { text },
    }
}

async fn dismiss(shared: &Shared, command: CommandId) -> ScreenAnswer {
    let (batch, db) = {
        let mut state = shared.borrow_mut();
        if !state
            .ledger
            .refused()
            .any(|(queued, _)| queued.command.id == command)
        {
            return ScreenAnswer::Done;
        }
        state.ledger.withdraw(command);
        let mut batch = Batch::default();
        batch.delete(Store::Outbox, &command.to_string());
        (batch, state.db.clone())
    };
    // A notice that comes back after a restart is dismissed once more.
    drop(db.keep(batch).await);
    shared.borrow().tell_screens();
    ScreenAnswer::Done
}
