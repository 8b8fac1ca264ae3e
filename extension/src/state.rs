//! Everything the engine's home knows.

use crate::badge::{self, Around};
use crate::conversation::Conversation;
use crate::database::Db;
use crate::edge;
use crate::grammar::Read;
use crate::kept::{KeptDraft, KeptSettings, Waiting};
use crate::known::{Known, KnownPost};
use crate::ledger::Ledger;
use crate::lessons::Learnt;
use crate::replies::Replied;
use crate::trouble::Trouble;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use toonvast_casework::queue::Lookup;
use toonvast_engine::{Engine, Recent};
use toonvast_model::draft::OtherPost;
use toonvast_model::id::{PostId, RuleId};
use toonvast_model::link::{Badge, BadgeCase, HostMessage, HostSays};
use toonvast_model::locale::Locale;
use toonvast_model::post::Site;
use toonvast_model::screen::{Contents, ScreenAnswer};
use toonvast_model::site::SitePack;
use wasm_bindgen::JsValue;

/// The state, shared by all that runs in the home; never borrowed across an `await`.
pub type Shared = Rc<RefCell<State>>;

/// A tab that is connected.
#[derive(Debug)]
pub struct Page {
    /// Its host name, from the browser, not from the page.
    pub host: String,
    /// The kind of site, from its pack.
    pub site: Site,
    /// The posts it has shown, by their id on the page.
    pub shown: BTreeMap<PostId, PostId>,
    /// Its composers.
    pub composers: BTreeMap<u32, Composer>,
    /// The conversation it shows, if it shows one.
    pub conversation: Conversation,
    /// The account the agent is signed in with, where the page shows it.
    pub account: Option<String>,
}

/// A composer in a tab.
#[derive(Debug, Default)]
pub struct Composer {
    /// The post it answers.
    pub answers: Option<PostId>,
    /// Rules the agent has overridden.
    pub overridden: BTreeSet<RuleId>,
    /// Whether it has held words of its own for that post: until then what is kept is of before.
    pub wrote: bool,
    /// The draft as it was checked last, to be checked again when there is news.
    pub draft: String,
    /// Whether it would stand in public.
    pub public: bool,
    /// Other posts in sight.
    pub others: Others,
    /// What the English pack says of it.
    pub read: Read,
}

/// Other posts in sight of a composer, taken when the tab has shown more.
#[derive(Debug, Default)]
pub struct Others {
    /// So many posts the tab had shown then.
    pub of: usize,
    /// The posts.
    pub posts: Vec<OtherPost>,
}

/// How synchronisation stands.
#[derive(Debug, Default)]
pub struct Sync {
    /// A round is running.
    pub running: bool,
    /// Somebody asked for another round meanwhile.
    pub again: bool,
    /// Why the last round failed.
    pub trouble: Option<Trouble>,
    /// Rounds that failed in a row.
    pub failures: u32,
}

/// Everything the engine's home knows.
pub struct State {
    /// The engine, for one brand.
    pub engine: Engine,
    /// How to read sites.
    pub packs: Vec<SitePack>,
    /// The build for tests: every post counts as addressed to the brand.
    pub hooks: bool,
    /// The browser's database.
    pub db: Db,
    /// Language, server, token.
    pub settings: KeptSettings,
    /// Cases and the outbox.
    pub ledger: Ledger,
    /// Posts met.
    pub known: Known,
    /// What was written within the last hour.
    pub recent: Recent,
    /// What the team replied lately.
    pub replied: Replied,
    /// What the engine has learnt from the team.
    pub learnt: Learnt,
    /// Posts of today that wait for somebody.
    pub waiting: BTreeMap<(Site, PostId), Waiting>,
    /// Drafts being written, by the post they answer.
    pub drafts: BTreeMap<(Site, PostId), KeptDraft>,
    /// Tabs.
    pub pages: BTreeMap<u32, Page>,
    /// Panels and option pages.
    pub screens: BTreeSet<u32>,
    /// Whether a draft was met, so that dictionaries are worth their memory.
    pub drafted: bool,
    /// Synchronisation.
    pub sync: Sync,
    /// The wait for the next promise that is nearly due.
    pub warning: Option<Timeout>,
    /// Sends a message to a port.
    pub send: js_sys::Function,
    /// Asks the English pack what it says of a text; `None` in a package without it.
    pub english: Option<js_sys::Function>,
}

impl State {
    /// The language of the product.
    #[must_use]
    pub const fn locale(&self) -> Locale {
        self.settings.locale
    }

    /// The first name that signs drafts, if known.
    #[must_use]
    pub fn agent(&self) -> Option<&str> {
        Some(self.settings.agent.as_str()).filter(|name| !name.is_empty())
    }

    /// All words behind ids, with our own name.
    #[must_use]
    pub fn contents(&self) -> Contents {
        self.ledger.contents()
    }

    /// The badge of a known post, as things stand.
    #[must_use]
    pub fn badge(&self, site: Site, key: &PostId, names: &Lookup<'_>) -> Option<Badge> {
        let post = self.known.get(site, key)?;
        let case = self.ledger.case_of(site, key);
        let around = Around {
            case,
            set_right: self.ledger.set_right().of(site, key),
            now: edge::now(),
            zone: &self.engine.brand().policy.time_zone,
            locale: self.locale(),
        };
        let shown = case.map(|case| {
            let mine = case.owner == Some(self.ledger.me());
            let pending = self.ledger.is_pending(case.id);
            badge::case(case, mine, pending, names, &around)
        });
        Some(Badge {
            judgement: Some(badge::judgement(&post.triage, &around)),
            ..self.level(post, shown)
        })
    }

    /// The level of a post alone, as lists show it.
    #[must_use]
    pub fn level(&self, post: &KnownPost, case: Option<BadgeCase>) -> Badge {
        badge::level(post, case, self.locale())
    }

    /// Tells every tab that shows one of these posts, and every screen.
    pub fn tell(&self, changed: &[(Site, PostId)]) {
        let contents = self.contents();
        let names = Lookup::new(&contents);
        for (port, page) in &self.pages {
            let badges: Vec<Badge> = page
                .shown
                .values()
                .filter(|key| {
                    changed
                        .iter()
                        .any(|(site, post)| *site == page.site && post == *key)
                })
                .filter_map(|key| self.badge(page.site, key, &names))
                .collect();
            if !badges.is_empty() {
                self.to_page(*port, 0, HostSays::Judged { badges });
            }
        }
        self.tell_screens();
    }

    /// Redraws everything everywhere, as after a change of language or a round of synchronisation.
    pub fn tell_all(&self) {
        self.tell(&self.in_sight());
    }

    /// The posts that tabs have shown, each once.
    #[must_use]
    pub fn in_sight(&self) -> Vec<(Site, PostId)> {
        let shown = self
            .pages
            .values()
            .flat_map(|page| page.shown.values().map(|key| (page.site, key.clone())));
        let each: BTreeSet<(Site, PostId)> = shown.collect();
        each.into_iter().collect()
    }

    /// Tells the screens to ask again.
    pub fn tell_screens(&self) {
        for port in &self.screens {
            self.to_screen(*port, 0, &ScreenAnswer::Changed);
        }
    }

    /// A message to a tab.
    pub fn to_page(&self, port: u32, seq: u32, says: HostSays) {
        self.post(port, &HostMessage { seq, says });
    }

    /// A message to a screen.
    pub fn to_screen(&self, port: u32, seq: u32, answer: &ScreenAnswer) {
        #[derive(serde::Serialize)]
        struct Message<'a> {
            seq: u32,
            answer: &'a ScreenAnswer,
        }
        self.post(port, &Message { seq, answer });
    }

    fn post<T: serde::Serialize>(&self, port: u32, message: &T) {
        if let Ok(message) = message.serialize(&serde_wasm_bindgen::Serializer::json_compatible()) {
            // A port that closed meanwhile is not an error.
            drop(
                self.send
                    .call2(&JsValue::NULL, &JsValue::from(port), &message),
            );
        }
    }
}
