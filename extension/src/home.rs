//! What the home's JavaScript calls.

use crate::compose::row_key;
use crate::conversation::Conversation;
use crate::database::{Batch, Db, Store};
use crate::kept::{KeptDraft, KeptSettings, Queued, ServerAccess, Waiting};
use crate::known::Known;
use crate::ledger::Ledger;
use crate::lessons::{self, Learnt};
use crate::replies::{self, Replied};
use crate::spelling::Dictionaries;
use crate::state::{Page, Shared, State, Sync};
use crate::{compose, drafts, edge, page, screen, settings, sync, warning};
use serde::Deserialize;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use toonvast_engine::{Brand, Engine};
use toonvast_model::case::Actor;
use toonvast_model::event::Event;
use toonvast_model::post::Site;
use toonvast_model::screen::Contents;
use toonvast_model::site::SitePack;
use wasm_bindgen::prelude::*;

/// A waiting post leaves the panel after so many minutes: one day.
const WAITING_MINUTES: u64 = 24 * 60;

/// What the build says of itself (`data/build.json`).
#[derive(Debug, Deserialize)]
struct Build {
    hooks: bool,
    #[serde(default)]
    setup: Option<Setup>,
}

/// A server this build was made for; with a one-time code it pairs by itself.
#[derive(Debug, Clone, Deserialize)]
struct Setup {
    server: String,
    code: String,
}

/// The engine's home.
#[wasm_bindgen]
pub struct Home {
    state: Shared,
}

#[wasm_bindgen]
impl Home {
    /// Opens the database and the engine. `send` takes a port and a message; `english`, where
    /// the package holds the English pack, takes a text and promises `GrammarFault[]`.
    ///
    /// # Errors
    /// When the bundled data or the browser's database cannot be read.
    pub async fn open(
        brand: String,
        packs: String,
        build: String,
        send: js_sys::Function,
        english: Option<js_sys::Function>,
    ) -> Result<Home, JsError> {
        console_error_panic_hook::set_once();
        let build: Build = serde_json::from_str(&build)?;
        let brand: Brand = serde_json::from_str(&brand)?;
        let packs: Vec<SitePack> = serde_json::from_str(&packs)?;
        let mut state = restore(brand, packs, build.hooks, send).await?;
        state.english = english;
        lessons::learn(&mut state);
        let state: Shared = Rc::new(RefCell::new(state));
        replies::start(&state);
        if let Some(setup) = build.setup
            && state.borrow().settings.server.is_none()
        {
            let paired = settings::pair(&state, &setup.server, &setup.code).await;
            if let Err(why) = paired {
                // Everything works without a server; the options page pairs again.
                web_sys::console::warn_2(&"Toonvast:".into(), &why.into());
            }
        }
        sync::start(&state);
        warning::watch(&state);
        Ok(Home { state })
    }

    /// A tab or a screen connected; `address` is what the browser says of it.
    pub fn connected(&self, port: u32, is_screen: bool, address: &str) {
        let mut state = self.state.borrow_mut();
        if is_screen {
            state.screens.insert(port);
        } else {
            let page = Page {
                host: page::host_of(address).to_owned(),
                site: Site::Other,
                shown: BTreeMap::new(),
                composers: BTreeMap::new(),
                conversation: Conversation::default(),
                account: None,
            };
            state.pages.insert(port, page);
        }
    }

    /// It is gone.
    pub fn disconnected(&self, port: u32) {
        let mut state = self.state.borrow_mut();
        state.pages.remove(&port);
        state.screens.remove(&port);
    }

    /// A tab says something.
    pub async fn page_says(&self, port: u32, message: JsValue) {
        if let Ok(message) = serde_wasm_bindgen::from_value(message) {
            page::answer(&self.state, port, message).await;
        }
    }

    /// A screen asks something.
    pub async fn screen_asks(&self, port: u32, message: JsValue) {
        if let Ok(message) = serde_wasm_bindgen::from_value(message) {
            screen::answer(&self.state, port, message).await;
        }
    }

    /// Whether dictionaries are of use: somebody has begun to write.
    #[must_use]
    pub fn wants_dictionaries(&self) -> bool {
        self.state.borrow().drafted
    }

    /// Takes dictionaries that are read to the end; what they find follows in every composer.
    ///
    /// # Errors
    /// When what is left of them cannot be read.
    pub fn spell(&self, dictionaries: Dictionaries) -> Result<(), JsError> {
        let spelling = dictionaries.finish()?;
        self.state.borrow_mut().engine.spell(spelling);
        compose::tell_again(&self.state.borrow());
        Ok(())
    }

    /// Tries to reach the server now.
    pub fn sync(&self) {
        sync::start(&self.state);
    }

    /// Pauses or resumes the extension on a host.
    pub async fn pause(&self, host: String, pause: bool) {
        settings::pause(&self.state, &host, pause).await;
    }
}

async fn restore(
    bundled: Brand,
    packs: Vec<SitePack>,
    hooks: bool,
    send: js_sys::Function,
) -> Result<State, crate::database::DatabaseError> {
    let db = Db::open().await?;
    let now = edge::now();
    let settings: KeptSettings = db.all(Store::Settings).await?.pop().unwrap_or_default();
    let events: Vec<Event> = db.all(Store::Events).await?;
    let contents: Contents = db.all(Store::Contents).await?.pop().unwrap_or_default();
    let outbox: Vec<Queued> = db.all(Store::Outbox).await?;
    let waiting: Vec<Waiting> = db.all(Store::Waiting).await?;
    let drafts: Vec<KeptDraft> = db.all(Store::Drafts).await?;
    let me = actor(settings.server.as_ref());
    let (waiting, old_posts): (Vec<_>, Vec<_>) = waiting
        .into_iter()
        .partition(|row| now.minutes_since(row.seen_at) <= WAITING_MINUTES);
    let (drafts, old_drafts): (Vec<_>, Vec<_>) = drafts
        .into_iter()
        .partition(|draft| !drafts::is_forgotten(draft, now));
    forget(&db, &old_posts, &old_drafts).await?;
    let waiting = waiting
        .into_iter()
        .map(|row| ((row.post.site, row.post.post_id.clone()), row))
        .collect();
    let drafts = drafts
        .into_iter()
        .map(|draft| ((draft.site, draft.answers.post_id.clone()), draft))
        .collect();
    Ok(State {
        engine: Engine::new(bundled),
        packs,
        hooks,
        db,
        settings,
        ledger: Ledger::new(me, events, contents, outbox),
        known: Known::default(),
        recent: toonvast_engine::Recent::default(),
        replied: Replied::default(),
        learnt: Learnt::default(),
        waiting,
        drafts,
        warning: None,
        pages: BTreeMap::new(),
        screens: BTreeSet::new(),
        drafted: false,
        sync: Sync::default(),
        send,
        english: None,
    })
}

/// What is a day old goes: a customer's words are kept here no longer than they are of use.
async fn forget(
    db: &Db,
    posts: &[Waiting],
    drafts: &[KeptDraft],
) -> Result<(), crate::database::DatabaseError> {
    let mut batch = Batch::default();
    for row in posts {
        batch.delete(Store::Waiting, &row_key(row.post.site, &row.post.post_id));
    }
    for draft in drafts {
        batch.delete(Store::Drafts, &row_key(draft.site, &draft.answers.post_id));
    }
    db.keep(batch).await
}

/// Who acts here: the account, or this browser before there is one.
pub fn actor(server: Option<&ServerAccess>) -> Actor {
    server.map_or(Actor::ThisBrowser, |server| Actor::Account(server.account))
}
