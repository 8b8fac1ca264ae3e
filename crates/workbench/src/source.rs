//! Where the screens get what they show: the extension or the server.

mod api;
mod port;

pub use api::{Api, Brand, Me, Pairing, Token, TokenKind};
pub use port::Link;

use crate::trouble::{Failure, Trouble};
use toonvast_model::command::{Action, Outcome};
use toonvast_model::id::{CaseId, CommandId, PostId};
use toonvast_model::locale::Locale;
use toonvast_model::quality::Quality;
use toonvast_model::screen::{CaseView, Overview, ScreenAnswer, ScreenAsk, Settings};

/// Where the screens get what they show.
#[derive(Debug, Clone)]
pub enum Source {
    /// The engine's home in this browser.
    Extension(Link),
    /// The server this page came from.
    Server(Api),
}

impl Source {
    /// The first screen.
    ///
    /// # Errors
    /// When it cannot be had.
    pub async fn overview(&self, locale: Locale) -> Result<Overview, Failure> {
        match self {
            Self::Extension(link) => match link.ask(&ScreenAsk::Overview).await? {
                ScreenAnswer::Overview(overview) => Ok(*overview),
                other => Err(unexpected(other)),
            },
            Self::Server(api) => api.overview(locale).await,
        }
    }

    /// One case.
    ///
    /// # Errors
    /// When it cannot be had.
    pub async fn case(&self, case: CaseId) -> Result<CaseView, Failure> {
        match self {
            Self::Extension(link) => match link.ask(&ScreenAsk::Case { case }).await? {
                ScreenAnswer::Case(view) => Ok(*view),
                other => Err(unexpected(other)),
            },
            Self::Server(api) => api.case(case).await,
        }
    }

    /// How replies were: the team's to who leads it, one's own to everybody else.
    ///
    /// # Errors
    /// When it cannot be had.
    pub async fn quality(&self) -> Result<Quality, Failure> {
        match self {
            Self::Extension(link) => match link.ask(&ScreenAsk::Quality).await? {
                ScreenAnswer::Quality(quality) => Ok(quality),
                other => Err(unexpected(other)),
            },
            Self::Server(api) => api.quality().await,
        }
    }

    /// Does something to a case.
    ///
    /// # Errors
    /// When nobody answered; a refusal is an answer.
    pub async fn act(&self, case: CaseId, action: Action) -> Result<Outcome, Failure> {
        match self {
            Self::Extension(link) => outcome(link.ask(&ScreenAsk::Act { case, action }).await?),
            Self::Server(api) => api.act(case, action).await,
        }
    }

    /// Claims a waiting post. Only the extension knows any.
    ///
    /// # Errors
    /// When nobody answered; a refusal is an answer.
    pub async fn claim_post(&self, post_id: PostId) -> Result<Outcome, Failure> {
        outcome(self.ask(&ScreenAsk::ClaimPost { post_id }).await?)
    }

    /// Dismisses a notice. Only the extension keeps any.
    ///
    /// # Errors
    /// When nobody answered.
    pub async fn dismiss(&self, command: CommandId) -> Result<(), Failure> {
        done(self.ask(&ScreenAsk::Dismiss { command }).await?)
    }

    /// Tries to reach the server now. Only the extension has an outbox.
    ///
    /// # Errors
    /// When nobody answered, or the server did not.
    pub async fn sync_now(&self) -> Result<(), Failure> {
        done(self.ask(&ScreenAsk::SyncNow).await?)
    }

    /// The settings of the extension.
    ///
    /// # Errors
    /// When nobody answered.
    pub async fn settings(&self) -> Result<Settings, Failure> {
        match self.ask(&ScreenAsk::Settings).await? {
            ScreenAnswer::Settings(settings) => Ok(settings),
            other => Err(unexpected(other)),
        }
    }

    /// Changes the settings of the extension.
    ///
    /// # Errors
    /// When nobody answered.
    pub async fn save(&self, settings: Settings) -> Result<(), Failure> {
        done(self.ask(&ScreenAsk::SaveSettings { settings }).await?)
    }

    /// Pairs the extension with a server.
    ///
    /// # Errors
    /// When the server cannot be reached or does not know the code.
    pub async fn pair(&self, server: String, code: String) -> Result<(), Failure> {
        done(self.ask(&ScreenAsk::Pair { server, code }).await?)
    }

    /// Forgets the server.
    ///
    /// # Errors
    /// When nobody answered.
    pub async fn sign_out(&self) -> Result<(), Failure> {
        match self {
            Self::Extension(link) => done(link.ask(&ScreenAsk::SignOut).await?),
            Self::Server(api) => api.sign_out().await,
        }
    }

    /// Forgets what was learnt from corrections. Only the extension learns.
    ///
    /// # Errors
    /// When nobody answered, or the click could not be kept.
    pub async fn forget_lessons(&self) -> Result<(), Failure> {
        done(self.ask(&ScreenAsk::ForgetLessons).await?)
    }

    /// The server behind this page, where there is one.
    #[must_use]
    pub fn api(&self) -> Option<Api> {
        match self {
            Self::Extension(_) => None,
            Self::Server(api) => Some(api.clone()),
        }
    }

    async fn ask(&self, ask: &ScreenAsk) -> Result<ScreenAnswer, Failure> {
        match self {
            Self::Extension(link) => link.ask(ask).await,
            // The screens of the server never show what would ask this.
            Self::Server(_) => Err(Failure::Garbled),
        }
    }
}

fn outcome(answer: ScreenAnswer) -> Result<Outcome, Failure> {
    match answer {
        ScreenAnswer::Outcome(outcome) => Ok(outcome),
        other => Err(unexpected(other)),
    }
}

/// Settings and pairing may answer with the new settings instead of a bare `done`.
fn done(answer: ScreenAnswer) -> Result<(), Failure> {
    match answer {
        ScreenAnswer::Done | ScreenAnswer::Settings(_) => Ok(()),
        other => Err(unexpected(other)),
    }
}

fn unexpected(answer: ScreenAnswer) -> Failure {
    match answer {
        ScreenAnswer::Failed { text } => Failure::Told(Trouble::new(text, "", "")),
        _ => Failure::Garbled,
    }
}
