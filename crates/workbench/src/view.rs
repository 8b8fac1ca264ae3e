//! The screens themselves.

mod account;
mod actions;
mod case;
mod lessons;
mod level;
mod messages;
mod moment;
mod outbox;
mod pairing;
mod promise;
mod quality;
mod queue;
mod row;
mod settings;
mod steps;
mod timeline;

pub use account::{Accounts, First, SignIn};
pub use case::CaseScreen;
pub use messages::Messages;
pub use outbox::OutboxLine;
pub use quality::QualityScreen;
pub use queue::QueueScreen;
pub use settings::SettingsScreen;
