//! Making accounts: the first by its one-time link, others from the command line.

use crate::clock::Clock;
use crate::error::{ApiError, Field};
use crate::password::{LONGEST, Passwords, SHORTEST};
use crate::secret;
use crate::serve::{self, ServeError};
use std::path::Path;
use toonvast_model::id::{AccountId, BrandId};
use toonvast_model::locale::Locale;
use toonvast_model::timestamp::Timestamp;
use toonvast_store::accounts::{Made, NewAccount, Role};
use toonvast_store::{Store, StoreError};

/// Longest name of an account, in characters.
const NAME_MAX: usize = 40;

/// Why an account was not made from the command line.
#[derive(Debug, thiserror::Error)]
pub enum AddAccountError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The data folder.
    #[error(transparent)]
    Data(#[from] ServeError),
    /// The name or the password; the sentence says what and what to do.
    #[error("{0}")]
    Refused(String),
}

impl From<ApiError> for AddAccountError {
    fn from(error: ApiError) -> Self {
        Self::Refused(error.words(Locale::En).join(" "))
    }
}

/// Makes an account in the database of `data`, whether a server runs on it or not.
///
/// # Errors
/// When the database cannot be used, the name is taken, or name or password do not fit.
pub async fn add_account(
    data: &Path,
    name: &str,
    password: String,
    brands: &[BrandId],
    role: Role,
) -> Result<AccountId, AddAccountError> {
    let account = new_account(&Passwords::default(), Clock::system().now(), name, password).await?;
    serve::make_private(data)?;
    let store = Store::open(&serve::database(data)).await?;
    let made = store.add_account(&account, brands, role).await;
    store.close().await;
    match made? {
        Made::Done => Ok(account.id),
        Made::NameTaken | Made::NotInvited => Err(ApiError::NameTaken.into()),
    }
}

/// An account ready to be kept, its name and password checked.
pub(crate) async fn new_account(
    passwords: &Passwords,
    now: Timestamp,
    name: &str,
    password: String,
) -> Result<NewAccount, ApiError> {
    let name = one_line(name, NAME_MAX).ok_or(ApiError::Unfit(Field::Name))?;
    if password.chars().count() < SHORTEST || password.len() > LONGEST {
        return Err(ApiError::Unfit(Field::Password));
    }
    let password_hash = passwords.hash(password).await?;
    Ok(NewAccount {
        id: AccountId(secret::id(now)),
        name,
        password_hash,
        created_at: now,
    })
}

/// A name without surrounding blanks: 1 to `max` characters, none of them a control character.
pub(crate) fn one_line(text: &str, max: usize) -> Option<String> {
    let text = text.trim();
    let fits = (1..=max).contains(&text.chars().count()) && !text.chars().any(char::is_control);
    fits.then(|| text.to_owned())
}
