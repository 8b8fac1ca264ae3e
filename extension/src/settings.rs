//! The agent's settings, and pairing with a server.

use crate::database::{Batch, Store};
use crate::home::actor;
use crate::kept::{KeptSettings, ServerAccess};
use crate::server;
use crate::state::{Shared, State};
use crate::{sync, words};
use toonvast_model::screen::{ScreenAnswer, Settings};

/// The one row of the settings store.
const ROW: &str = "settings";
/// So many hosts may be paused.
const PAUSED_HOSTS: usize = 500;

/// The settings as a screen sees them: without the token.
#[must_use]
pub fn shown(state: &State) -> Settings {
    Settings {
        locale: state.settings.locale,
        agent: state.settings.agent.clone(),
        server: state
            .settings
            .server
            .as_ref()
            .map(|server| server.address.clone())
            .unwrap_or_default(),
        signed_in: state.settings.server.is_some(),
        paused: state.settings.paused.clone(),
        lessons: state.learnt.count(),
    }
}

/// Puts the settings row into a batch.
pub fn put(
    batch: &mut Batch,
    settings: &KeptSettings,
) -> Result<(), crate::database::DatabaseError> {
    batch.put(Store::Settings, ROW, settings)
}

/// Saves language, name and pauses; server and token change by pairing only.
pub async fn save(shared: &Shared, new: &Settings) -> ScreenAnswer {
    let mut settings = shared.borrow().settings.clone();
    settings.locale = new.locale;
    settings.agent = new
        .agent
        .trim()
        .trim_start_matches('^')
        .chars()
        .take(60)
        .collect();
    settings.paused = new
        .paused
        .iter()
        .take(PAUSED_HOSTS)
        .map(|host| host.to_lowercase())
        .collect();
    match keep(shared, settings).await {
        Ok(()) => ScreenAnswer::Done,
        Err(text) => ScreenAnswer::Failed { text },
    }
}

/// Pauses or resumes on a host.
pub async fn pause(shared: &Shared, host: &str, pause: bool) {
    let mut settings = shared.borrow().settings.clone();
    let host = host.to_lowercase();
    settings.paused.retain(|known| *known != host);
    if pause && !host.is_empty() && settings.paused.len() < PAUSED_HOSTS {
        settings.paused.push(host);
    }
    // Without room on the disk the pause lasts until the browser closes.
    drop(keep(shared, settings).await);
}

/// Exchanges a pairing code for a token; what waits in the outbox is sent at once.
///
/// # Errors
/// What, why and what to do, in the agent's language.
pub async fn pair(shared: &Shared, address: &str, code: &str) -> Result<(), String> {
    let locale = shared.borrow().locale();
    let address = address.trim().trim_end_matches('/').to_owned();
    let paired = server::redeem(&address, code)
        .await
        .map_err(|trouble| trouble.sentence(locale))?;
    let brand = shared.borrow().engine.brand().id.clone();
    if !paired.brands.iter().any(|known| known.id == brand) {
        return Err(words::other_brand(&address, &brand, locale));
    }
    let access = ServerAccess {
        address,
        token: paired.token,
        account: paired.account,
        brand,
    };
    let (mut settings, waiting) = {
        let mut state = shared.borrow_mut();
        let waiting = state.ledger.sign_in(actor(Some(&access)));
        (state.settings.clone(), waiting)
    };
    if settings.agent.is_empty() {
        settings.agent = paired.name;
    }
    settings.server = Some(access);
    let mut batch = Batch::default();
    for queued in &waiting {
        batch
            .put(Store::Outbox, &queued.command.id.to_string(), queued)
            .map_err(|why| words::not_kept(&why.to_string(), locale))?;
    }
    let db = shared.borrow().db.clone();
    db.keep(batch)
        .await
        .map_err(|why| words::not_kept(&why.to_string(), locale))?;
    keep(shared, settings).await?;
    sync::start(shared);
    Ok(())
}

/// Forgets server and token. What waits stays in the outbox, and cases stay visible.
pub async fn sign_out(shared: &Shared) -> ScreenAnswer {
    let mut settings = shared.borrow().settings.clone();
    if let Some(access) = settings.server.take() {
        // The token is forgotten here even when the server cannot hear of it now.
        drop(server::revoke(&access).await);
    }
    match keep(shared, settings).await {
        Ok(()) => ScreenAnswer::Done,
        Err(text) => ScreenAnswer::Failed { text },
    }
}

async fn keep(shared: &Shared, settings: KeptSettings) -> Result<(), String> {
    let (db, locale) = {
        let state = shared.borrow();
        (state.db.clone(), settings.locale)
    };
    let not_kept = |why: crate::database::DatabaseError| words::not_kept(&why.to_string(), locale);
    let mut batch = Batch::default();
    put(&mut batch, &settings).map_err(not_kept)?;
    db.keep(batch).await.map_err(not_kept)?;
    let mut state = shared.borrow_mut();
    state.settings = settings;
    state.tell_all();
    Ok(())
}
