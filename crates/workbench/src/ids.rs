//! Ids are made where the agent clicks, so that a retry is not a second click.

use crate::trouble::Failure;
use leptos::prelude::window;
use toonvast_model::id::CommandId;
use toonvast_model::timestamp::Timestamp;
use uuid::Builder;

/// A new command id (UUIDv7).
///
/// # Errors
/// In a browser without randomness.
pub fn command(at: Timestamp) -> Result<CommandId, Failure> {
    let mut random = [0; 10];
    let crypto = window().crypto().map_err(|_| Failure::Garbled)?;
    crypto
        .get_random_values_with_u8_array(&mut random)
        .map_err(|_| Failure::Garbled)?;
    let millis = u64::try_from(at.0).unwrap_or_default();
    Ok(CommandId(
        Builder::from_unix_timestamp_millis(millis, &random).into_uuid(),
    ))
}
