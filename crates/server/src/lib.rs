//! The HTTP API and the pages it serves.
//!
//! A route extracts, decides, keeps, answers; `extract` proves who is asking; [`ApiError`]
//! is the one place that knows status codes and what they say in Dutch and English. No
//! customer's word enters a log line or an error.
//!
//! - [`Server::start`] opens the data and the port, [`Server::run`] answers until told to stop
//! - [`router`]: the routes alone, as tests call them
//! - [`add_account`]: an account made beside a server, from the command line

mod account;
mod app;
mod brands;
mod clock;
mod error;
mod extract;
mod guard;
mod pages;
mod password;
mod routes;
mod secret;
mod serve;
mod tries;

pub use account::{AddAccountError, add_account};
pub use app::{App, router};
pub use clock::Clock;
pub use error::ApiError;
pub use routes::{OPENAPI, listed};
pub use serve::{Config, ServeError, Server};
pub use toonvast_store::accounts::Role;
