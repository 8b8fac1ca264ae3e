//! The engine's home in the browser: one for all tabs, in the offscreen document of Chromium
//! or the event page of Firefox.
//!
//! - [`home`]: what the home's JavaScript calls
//! - [`page`], [`compose`], [`posted`], [`correct`]: what a tab says: posts, drafts, our own
//!   replies, what was judged wrongly
//! - [`grammar`]: what the English pack says of drafts
//! - [`judging`], [`badge`]: what is said of a post, and what is drawn on it
//! - [`lessons`]: what the team has set right, learnt
//! - [`overrides`]: what an agent lets stand, with the reason; [`warning`]: telling when a promise
//!   is nearly due
//! - [`replies`]: what the team replied lately, for drafts to be compared with
//! - [`spelling`]: the dictionaries, read in steps
//! - [`screen`], [`settings`]: what panel and options ask
//! - [`act`]: one click, decided, kept, shown, sent
//! - [`ledger`], [`known`], [`drafts`]: what this browser knows; pure
//! - [`database`], [`kept`]: what survives a crash
//! - [`sync`], [`server`], [`trouble`]: the outbox goes out, the log comes in

pub mod act;
pub mod badge;
pub mod compose;
pub mod conversation;
pub mod correct;
pub mod database;
pub mod drafts;
pub mod edge;
pub mod grammar;
pub mod home;
pub mod judging;
pub mod kept;
pub mod known;
pub mod ledger;
pub mod lessons;
pub mod measure;
pub mod overrides;
pub mod page;
pub mod posted;
pub mod replies;
pub mod screen;
pub mod server;
pub mod settings;
pub mod spelling;
pub mod state;
pub mod sync;
pub mod trouble;
pub mod warning;
pub mod words;
