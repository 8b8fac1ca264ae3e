//! What only the outside world knows: the time and randomness.

use toonvast_model::timestamp::Timestamp;
use uuid::{Builder, Uuid};
use wasm_bindgen::{JsCast, JsValue};

/// The present moment by the clock of the browser.
#[must_use]
pub fn now() -> Timestamp {
    // `Date.now()` is a whole number of milliseconds far below 2^53.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "whole milliseconds fit an i64"
    )]
    Timestamp(js_sys::Date::now() as i64)
}

/// A fresh UUIDv7: sortable by the moment the agent clicked.
///
/// # Errors
/// When the browser offers no randomness.
pub fn fresh_id(now: Timestamp) -> Result<Uuid, JsValue> {
    let crypto = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("crypto"))?
        .dyn_into::<web_sys::Crypto>()?;
    let mut random = [0_u8; 10];
    crypto.get_random_values_with_u8_array(&mut random)?;
    let millis = u64::try_from(now.0).unwrap_or(0);
    Ok(Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
}
