//! What is posted on the stage, kept in memory so that a reload shows it.

use super::{FORUM_HOST, Scene, clock};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A reply or post made with one of the stage's own buttons.
#[derive(Debug, Clone, Serialize)]
pub struct Posted {
    /// The host it was posted on.
    pub host: &'static str,
    /// The id the site gave it.
    pub id: String,
    /// The id of the post it answers.
    pub to: Option<String>,
    /// The text as the editor's state held it.
    pub text: String,
    /// When, RFC 3339.
    pub at: String,
}

/// Forums count; the invented topic ends before this.
const FIRST_ON_FORUM: i64 = 240;

/// All of them, oldest first.
#[derive(Debug, Default)]
pub(super) struct Replies(Mutex<Vec<Posted>>);

/// The body of `POST /__stage/reply`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct New {
    text: String,
    #[serde(default)]
    to: Option<String>,
}

impl Replies {
    pub(super) fn all(&self) -> Vec<Posted> {
        self.list().clone()
    }

    /// Those of one host.
    pub(super) fn on(&self, host: &str) -> Vec<Posted> {
        self.list()
            .iter()
            .filter(|it| it.host == host)
            .cloned()
            .collect()
    }

    /// Keeps a text and gives it a later id than any before it on the same host.
    pub(super) fn keep(&self, host: &'static str, text: String, to: Option<String>) -> Posted {
        let now = clock::now();
        let mut list = self.list();
        let before = list.iter().filter(|it| it.host == host);
        let last = before
            .filter_map(|it| it.id.parse().ok())
            .max()
            .unwrap_or(0);
        let first = if host == FORUM_HOST {
            FIRST_ON_FORUM
        } else {
            snowflake(now)
        };
        let id = first.max(last + 1).to_string();
        let posted = Posted {
            host,
            id,
            to,
            text,
            at: format!("{now:.3}"),
        };
        list.push(posted.clone());
        posted
    }

    fn list(&self) -> MutexGuard<'_, Vec<Posted>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes a text, as the site's own service would.
pub(super) fn post(scene: &Scene, host: &'static str, body: &[u8]) -> Response {
    let Ok(new) = serde_json::from_slice::<New>(body) else {
        return (StatusCode::BAD_REQUEST, "expected {\"text\", \"to\"}").into_response();
    };
    if new.text.trim().is_empty() {
        return (StatusCode::UNPROCESSABLE_ENTITY, "nothing to post").into_response();
    }
    (
        StatusCode::CREATED,
        axum::Json(scene.replies.keep(host, new.text, new.to)),
    )
        .into_response()
}

/// X's ids: milliseconds since 4 November 2010, 01:42:54.657 UTC, above 22 bits of machine and sequence.
fn snowflake(now: Timestamp) -> i64 {
    const EPOCH: i64 = 1_288_834_974_657;
    (now.as_millisecond() - EPOCH) << 22
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_rise_even_within_a_millisecond() {
        let replies = Replies::default();
        let ids: Vec<i64> = (0..50)
            .map(|n| {
                replies
                    .keep("x.com", n.to_string(), None)
                    .id
                    .parse()
                    .unwrap()
            })
            .collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(
            ids[0] > 2_100_000_000_000_000_000,
            "later than the invented posts"
        );
    }
}
