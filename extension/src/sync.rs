//! Synchronisation: the outbox goes out, the log comes in. Idempotent at every point, so
//! that a stopped worker, a killed server or a closed browser can neither lose nor double.

use crate::database::{Batch, DatabaseError, Store};
use crate::kept::ServerAccess;
use crate::server::{self, Log};
use crate::state::{Shared, State};
use crate::trouble::Trouble;
use crate::{edge, lessons, replies, settings, warning};
use std::rc::Rc;
use toonvast_model::command::Outcome;
use toonvast_model::event::Event;
use toonvast_model::screen::Contents;

/// The first retry comes after so many milliseconds, each further one after twice as many …
const FIRST_RETRY: u32 = 1_000;
/// … up to a minute.
const LAST_RETRY: u32 = 60_000;

/// Starts a round unless one is running; then another follows it.
pub fn start(shared: &Shared) {
    let shared = Rc::clone(shared);
    wasm_bindgen_futures::spawn_local(async move { now(&shared).await });
}

/// Runs rounds until nothing is left to do or something went wrong.
pub async fn now(shared: &Shared) {
    {
        let mut state = shared.borrow_mut();
        if state.sync.running {
            state.sync.again = true;
            return;
        }
        state.sync.running = true;
    }
    loop {
        shared.borrow_mut().sync.again = false;
        let access = shared.borrow().settings.server.clone();
        let outcome = match access {
            Some(access) => round(shared, &access).await,
            None => Ok(false),
        };
        let mut state = shared.borrow_mut();
        let more = outcome == Ok(true) || (outcome.is_ok() && state.sync.again);
        note(&mut state, outcome.err());
        if !more {
            state.sync.running = false;
            break;
        }
    }
    shared.borrow().tell_screens();
    retry(shared);
}

fn note(state: &mut State, trouble: Option<Trouble>) {
    state.sync.failures = match trouble {
        Some(_) => state.sync.failures.saturating_add(1),
        None => 0,
    };
    state.sync.trouble = trouble;
}

/// Comes back later by itself, when that can help.
fn retry(shared: &Shared) {
    let wait = {
        let state = shared.borrow();
        let may_pass = state.sync.trouble.as_ref().is_some_and(Trouble::may_pass);
        if !may_pass {
            return;
        }
        let doublings = state.sync.failures.saturating_sub(1).min(6);
        (FIRST_RETRY << doublings).min(LAST_RETRY)
    };
    let shared = Rc::clone(shared);
    gloo::timers::callback::Timeout::new(wait, move || start(&shared)).forget();
}

/// One round; true when more waits.
async fn round(shared: &Shared, access: &ServerAccess) -> Result<bool, Trouble> {
    let commands = shared.borrow().ledger.outgoing();
    let outcomes = if commands.is_empty() {
        Vec::new()
    } else {
        server::send(access, &commands).await?
    };
    let (mut events, mut contents) = (Vec::new(), Contents::default());
    let mut after = shared.borrow().settings.cursor;
    loop {
        let log: Log = server::log(access, after).await?;
        let last = log.events.last().map_or(after, |event| event.seq);
        events.extend(log.events);
        contents.texts.extend(log.contents.texts);
        contents.people.extend(log.contents.people);
        contents.accounts.extend(log.contents.accounts);
        if last >= log.head || last == after {
            break;
        }
        after = last;
    }
    take_in(shared, access, &outcomes, events, contents).await?;
    Ok(!outcomes.is_empty() && shared.borrow().ledger.waiting_count() > 0)
}

/// Keeps what the server said, in one step, and shows it.
async fn take_in(
    shared: &Shared,
    access: &ServerAccess,
    outcomes: &[Outcome],
    events: Vec<Event>,
    contents: Contents,
) -> Result<(), Trouble> {
    let (batch, settings, db) = {
        let mut state = shared.borrow_mut();
        let mut settings = state.settings.clone();
        settings.cursor = events.last().map_or(settings.cursor, |event| event.seq);
        settings.synced_at = Some(edge::now());
        let kept_events = events.clone();
        let settled = state.ledger.settle(outcomes, events, contents);
        let all = state.ledger.confirmed_contents().clone();
        let batch = rows(&settled, &kept_events, &all, &settings);
        (batch, settings, state.db.clone())
    };
    let kept = match batch {
        Ok(batch) => db.keep(batch).await,
        Err(why) => Err(why),
    };
    // What could not be kept is asked for again: the cursor stays where the disk has it.
    kept.map_err(|_| Trouble::Unreadable {
        address: access.address.clone(),
    })?;
    let mut state = shared.borrow_mut();
    state.settings.cursor = settings.cursor;
    state.settings.synced_at = settings.synced_at;
    state.tell_all();
    drop(state);
    lessons::start(shared);
    warning::watch(shared);
    replies::start(shared);
    Ok(())
}

fn rows(
    settled: &crate::ledger::Settled,
    events: &[Event],
    contents: &Contents,
    settings: &crate::kept::KeptSettings,
) -> Result<Batch, DatabaseError> {
    let mut batch = Batch::default();
    for queued in &settled.changed {
        batch.put(Store::Outbox, &queued.command.id.to_string(), queued)?;
    }
    for id in &settled.gone {
        batch.delete(Store::Outbox, &id.to_string());
    }
    for event in events {
        // Fixed width, so that the database's order is the log's.
        batch.put(Store::Events, &format!("{:020}", event.seq), event)?;
    }
    if !events.is_empty() {
        batch.put(Store::Contents, "contents", contents)?;
    }
    settings::put(&mut batch, settings)?;
    Ok(batch)
}
