//! Wire types as columns and back.

use crate::StoreError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use toonvast_model::case::Actor;
use toonvast_model::id::{AccountId, BrandId};
use uuid::Uuid;

const THIS_BROWSER: &str = "this-browser";

/// An account's id, or `this-browser`.
pub(crate) fn actor(actor: Actor) -> String {
    match actor {
        Actor::Account(account) => account.to_string(),
        Actor::ThisBrowser => THIS_BROWSER.to_owned(),
    }
}

pub(crate) fn read_actor(text: &str) -> Result<Actor, StoreError> {
    if text == THIS_BROWSER {
        Ok(Actor::ThisBrowser)
    } else {
        uuid(text, "actor").map(|id| Actor::Account(AccountId(id)))
    }
}

pub(crate) fn uuid(text: &str, what: &'static str) -> Result<Uuid, StoreError> {
    text.parse().map_err(|_| StoreError::Row { what })
}

pub(crate) fn brand(text: String) -> Result<BrandId, StoreError> {
    BrandId::try_from(text).map_err(|_| StoreError::Row { what: "brand" })
}

pub(crate) fn json<T: Serialize>(value: &T, what: &'static str) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| StoreError::Row { what })
}

pub(crate) fn read_json<T: DeserializeOwned>(
    text: &str,
    what: &'static str,
) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|_| StoreError::Row { what })
}

/// The kebab-case name of a unit variant, as in the wire types.
pub(crate) fn name<T: Serialize>(value: &T) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => Ok(name),
        _ => Err(StoreError::Row { what: "name" }),
    }
}
