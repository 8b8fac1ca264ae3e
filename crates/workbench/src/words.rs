//! Every sentence of the screens, in every language of the product.
//!
//! A sentence is a field; a language that lacks one does not compile.

mod en;
mod names;
mod nl;
mod promises;
mod quality;
mod refusal;

pub use names::{corrections, filter, kind, priority, reply_kind, site, situation, step};
pub use promises::Promises;
pub use quality::Quality;
pub use refusal::refusal;

use toonvast_model::locale::Locale;

/// What an empty list says: what it means and what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Empty {
    /// What it means.
    pub what: &'static str,
    /// What to do.
    pub todo: &'static str,
}

/// A failure in fixed words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plain {
    /// What happened.
    pub what: &'static str,
    /// Why.
    pub why: &'static str,
    /// What to do.
    pub todo: &'static str,
}

/// Common to all screens.
#[derive(Debug)]
pub struct Common {
    /// Value of `lang` on the document, also for dates.
    pub lang: &'static str,
    /// Tab and heading of the queue.
    pub queue: &'static str,
    /// Tab and heading of the settings.
    pub settings: &'static str,
    /// Name of the main navigation.
    pub navigation: &'static str,
    /// While nothing has arrived yet.
    pub loading: &'static str,
    /// Takes a message away.
    pub dismiss: &'static str,
    /// Leaves a form.
    pub cancel: &'static str,
    /// Back to the list.
    pub back: &'static str,
    /// A text or handle that was erased.
    pub erased: &'static str,
    /// The reader.
    pub you: &'static str,
    /// The agent of a browser that is not signed in.
    pub this_browser: &'static str,
    /// A colleague whose name is not known.
    pub colleague: &'static str,
    /// Link to the case a message is about.
    pub to_case: &'static str,
    /// Name of the list of messages.
    pub messages: &'static str,
    /// The host of the extension or the server does not answer.
    pub lost_extension: Plain,
    /// The server does not answer.
    pub lost_server: Plain,
    /// An answer that cannot be read.
    pub garbled: Plain,
    /// A screen met a case that is not there.
    pub trouble_without_words: Plain,
}

/// Moments.
#[derive(Debug)]
pub struct Moments {
    /// Less than a minute ago.
    pub now: &'static str,
    /// Minutes, 1 to 59.
    pub minutes: fn(u64) -> String,
    /// Hours, 1 to 23.
    pub hours: fn(u64) -> String,
    /// Days, 1 or more.
    pub days: fn(u64) -> String,
}

/// The queue.
#[derive(Debug)]
pub struct Queue {
    /// Name of the list.
    pub list: &'static str,
    /// Name and placeholder of the search box.
    pub search: &'static str,
    /// Name of the row of filters.
    pub filters: &'static str,
    /// The mark of a post nobody has claimed.
    pub waiting: &'static str,
    /// Claims.
    pub claim: &'static str,
    /// Opens the reasons.
    pub why: &'static str,
    /// Points of a reason.
    pub points: fn(i32) -> String,
    /// Link to the post.
    pub open_post: &'static str,
    /// Link to the case.
    pub open_case: &'static str,
    /// A command waits in the outbox.
    pub pending: &'static str,
    /// Long form of the same.
    pub pending_why: &'static str,
    /// Owned by a colleague.
    pub owned_by: fn(&str) -> String,
    /// Owned by the reader.
    pub mine: &'static str,
    /// Owned by nobody.
    pub free: &'static str,
    /// Shows more rows.
    pub more: fn(usize) -> String,
    /// The keys.
    pub keys: &'static str,
    /// Right-hand side while no case is open.
    pub choose: Empty,
    /// Nothing to do, in the extension.
    pub no_work: Empty,
    /// Nothing to do, on the server.
    pub no_work_server: Empty,
    /// No waiting posts.
    pub no_waiting: Empty,
    /// No open cases.
    pub no_open: Empty,
    /// No completed cases.
    pub no_completed: Empty,
    /// No closed cases.
    pub no_closed: Empty,
    /// The search found nothing.
    pub not_found: Empty,
}

/// A case.
#[derive(Debug)]
pub struct Case {
    /// Heading of the post.
    pub post: &'static str,
    /// Heading of the steps.
    pub steps: &'static str,
    /// A step still to do.
    pub step_open: &'static str,
    /// The step that is next.
    pub step_next: &'static str,
    /// A step not needed.
    pub step_skipped: &'static str,
    /// Heading of the events.
    pub events: &'static str,
    /// Heading of our replies.
    pub replies: &'static str,
    /// No reply yet.
    pub no_replies: Empty,
    /// Heading of the overrides.
    pub overrides: &'static str,
    /// Name of the row of actions.
    pub actions: &'static str,
    /// Takes on a case nobody owns.
    pub claim: &'static str,
    /// Gives it back.
    pub release: &'static str,
    /// Asks inside the organisation.
    pub gather: &'static str,
    /// Field of the department.
    pub department: &'static str,
    /// Sends the question.
    pub gather_do: &'static str,
    /// Closes.
    pub close: &'static str,
    /// Field of the cause.
    pub cause: &'static str,
    /// Hint under the cause.
    pub cause_hint: &'static str,
    /// Closes, in the form.
    pub close_do: &'static str,
    /// Opens again.
    pub reopen: &'static str,
    /// Somebody else's.
    pub not_yours: fn(&str) -> String,
    /// Why closing is not offered yet.
    pub answer_first: &'static str,
    /// An event the server has not heard of.
    pub local_event: &'static str,
    /// Number of an event in the log.
    pub event_number: fn(u64) -> String,
    /// Opened.
    pub opened: &'static str,
    /// Claimed.
    pub claimed: &'static str,
    /// Released.
    pub released: &'static str,
    /// A holding reply was logged.
    pub replied_holding: &'static str,
    /// A substantive answer was logged.
    pub replied_substantive: &'static str,
    /// Asked inside.
    pub gathering: &'static str,
    /// Overrode a rule.
    pub overridden: fn(&str) -> String,
    /// Closed.
    pub closed: &'static str,
    /// Reopened.
    pub reopened: &'static str,
    /// What was said of the post was set right; what it says now.
    pub corrected: fn(&str) -> String,
    /// What was learnt was forgotten.
    pub lessons_forgotten: &'static str,
    /// Heading of what was set right.
    pub set_right: &'static str,
    /// State open.
    pub state_open: &'static str,
    /// State completed.
    pub state_completed: &'static str,
    /// State closed.
    pub state_closed: &'static str,
}

/// The outbox line.
#[derive(Debug)]
pub struct Outbox {
    /// Everything arrived; when the server was last heard.
    pub empty: fn(&str) -> String,
    /// Everything arrived, nothing heard yet.
    pub empty_unheard: &'static str,
    /// So many wait.
    pub pending: fn(u32) -> String,
    /// Tries again.
    pub try_now: &'static str,
    /// Kept here, no server.
    pub local: fn(u32) -> String,
    /// Leads to the settings.
    pub connect: &'static str,
    /// On the server; when the last command arrived.
    pub server: fn(&str) -> String,
    /// On the server, nothing yet.
    pub server_nothing: &'static str,
}

/// The settings of the extension.
#[derive(Debug)]
pub struct Settings {
    /// Heading of language and name.
    pub you: &'static str,
    /// The language.
    pub language: &'static str,
    /// The name that signs.
    pub agent: &'static str,
    /// What it is for.
    pub agent_hint: &'static str,
    /// Saves.
    pub save: &'static str,
    /// Saved.
    pub saved: &'static str,
    /// Heading of the server.
    pub server: &'static str,
    /// What a server is for.
    pub server_hint: &'static str,
    /// Its address.
    pub address: &'static str,
    /// The code its page shows.
    pub code: &'static str,
    /// Where to find the code.
    pub code_hint: &'static str,
    /// Pairs.
    pub pair: &'static str,
    /// While pairing.
    pub pairing: &'static str,
    /// Paired with.
    pub paired: fn(&str) -> String,
    /// Signs out.
    pub sign_out: &'static str,
    /// What signing out keeps.
    pub sign_out_hint: &'static str,
    /// Heading of the paused sites.
    pub paused: &'static str,
    /// No paused sites.
    pub paused_none: &'static str,
    /// Resumes.
    pub resume: &'static str,
    /// Resumes on a site, for who cannot see the line it stands on.
    pub resume_on: fn(&str) -> String,
    /// Heading of what was learnt.
    pub lessons: &'static str,
    /// Nothing learnt yet; how to teach.
    pub lessons_none: &'static str,
    /// How many corrections were learnt, and of how many colleagues.
    pub learnt: fn(u32, u32) -> String,
    /// What is learnt, by whom, and what forgetting does.
    pub lessons_hint: &'static str,
    /// Forgets all of it.
    pub forget: &'static str,
    /// Asks whether that is meant.
    pub forget_sure: &'static str,
    /// An address that is none.
    pub bad_address: Plain,
    /// The browser's permission was not given.
    pub not_allowed: Plain,
}

/// Accounts on the server.
#[derive(Debug)]
pub struct Account {
    /// Heading of signing in.
    pub sign_in: &'static str,
    /// What the page is.
    pub sign_in_hint: &'static str,
    /// The name.
    pub name: &'static str,
    /// The password.
    pub password: &'static str,
    /// What a password must be.
    pub password_hint: &'static str,
    /// Signs in.
    pub sign_in_do: &'static str,
    /// Heading of the first account.
    pub first: &'static str,
    /// What it is.
    pub first_hint: &'static str,
    /// Makes it.
    pub first_do: &'static str,
    /// Signed in as.
    pub signed_in: fn(&str) -> String,
    /// Signs out.
    pub sign_out: &'static str,
    /// Heading of the brand.
    pub brand: &'static str,
    /// Heading of pairing.
    pub pair: &'static str,
    /// What pairing is.
    pub pair_hint: &'static str,
    /// Makes a code.
    pub pair_do: &'static str,
    /// Makes another.
    pub pair_again: &'static str,
    /// The code and what to do with it.
    pub code: &'static str,
    /// How long it is good.
    pub code_left: fn(&str) -> String,
    /// It is no longer good.
    pub code_gone: &'static str,
    /// Heading of the tokens.
    pub tokens: &'static str,
    /// Another session in a browser.
    pub token_session: &'static str,
    /// The session of this very page.
    pub token_here: &'static str,
    /// When it was made.
    pub token_made: fn(&str) -> String,
    /// When it was last used.
    pub token_used: fn(&str) -> String,
    /// Withdraws.
    pub revoke: &'static str,
}

/// All sentences of one language.
#[derive(Debug)]
pub struct Words {
    /// Common to all screens.
    pub common: Common,
    /// Moments.
    pub moments: Moments,
    /// The queue.
    pub queue: Queue,
    /// A case.
    pub case: Case,
    /// Promises.
    pub promises: Promises,
    /// How replies were.
    pub quality: Quality,
    /// The outbox line.
    pub outbox: Outbox,
    /// The settings of the extension.
    pub settings: Settings,
    /// Accounts on the server.
    pub account: Account,
}

impl Words {
    /// The sentences of a language.
    #[must_use]
    pub const fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Nl => &nl::WORDS,
            Locale::En => &en::WORDS,
        }
    }
}
