//! The wall clock: invented ages count back from it.

use jiff::Timestamp;
use std::time::{SystemTime, UNIX_EPOCH};

/// Now, in whole milliseconds.
pub(super) fn now() -> Timestamp {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let milliseconds = i64::try_from(since.as_millis()).unwrap_or(i64::MAX);
    Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::MAX)
}
