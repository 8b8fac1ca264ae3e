//! What the API says when it cannot: the one place that knows status codes.

mod sentences;
mod words;

use axum::Json;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use toonvast_model::locale::Locale;
use toonvast_store::StoreError;

/// Why a request got no answer. Holds no one's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApiError {
    /// No such address.
    NoRoute,
    /// The address knows other methods only.
    WrongMethod,
    /// The thing named does not exist, or is not for this account to see.
    NoSuch(Thing),
    /// The body is not declared to be JSON.
    NotJson,
    /// The body is not the JSON expected.
    BadJson {
        /// Where, from 1.
        line: usize,
        /// Where, from 1.
        column: usize,
    },
    /// A value in the address is not what is expected there.
    BadValue(&'static str),
    /// The body is over 2 MiB.
    TooLarge,
    /// More commands at once than are taken.
    TooMany,
    /// The body or the answer took too long.
    TooSlow,
    /// Neither token nor session.
    NotSignedIn,
    /// A token nobody was given.
    UnknownToken,
    /// A token or session that ended.
    Expired,
    /// A token that was revoked.
    Revoked,
    /// Name or password is wrong.
    WrongPassword,
    /// The one-time link does not open.
    NotInvited,
    /// Somebody has that name.
    NameTaken,
    /// A field of a form.
    Unfit(Field),
    /// The pairing code does not open.
    WrongCode,
    /// Too many wrong tries.
    Wait {
        /// Minutes.
        minutes: u64,
    },
    /// A page's request without the header that only our pages send.
    NoOwnHeader,
    /// A request from a page that is not ours.
    ForeignOrigin,
    /// Signed in, but not allowed to do this.
    AdminOnly,
    /// The database is held by somebody else.
    Busy,
    /// The server failed.
    Failed,
}

/// What was not found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A brand.
    Brand,
    /// A case.
    Case,
    /// A token.
    Token,
    /// A person.
    Person,
}

/// What does not fit in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The name of an account.
    Name,
    /// A password.
    Password,
    /// The name of a device.
    Device,
}

impl ApiError {
    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NoRoute | Self::NoSuch(_) => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::BadJson { .. } | Self::BadValue(_) => StatusCode::BAD_REQUEST,
            Self::TooLarge | Self::TooMany => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::NotSignedIn
            | Self::UnknownToken
            | Self::Expired
            | Self::Revoked
            | Self::WrongPassword => StatusCode::UNAUTHORIZED,
            Self::NotInvited | Self::NoOwnHeader | Self::ForeignOrigin | Self::AdminOnly => {
                StatusCode::FORBIDDEN
            }
            Self::NameTaken => StatusCode::CONFLICT,
            Self::Unfit(_) | Self::WrongCode => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Wait { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn retry_after_seconds(&self) -> Option<u64> {
        match self {
            Self::Wait { minutes } => Some(minutes * 60),
            Self::Busy => Some(5),
            _ => None,
        }
    }

    fn spoken(&self, locale: Locale) -> Response {
        let [what, why, todo] = self.words(locale);
        let error = json!({ "code": self.code(), "what": what, "why": why, "todo": todo });
        let mut response = (self.status(), Json(json!({ "error": error }))).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_LANGUAGE,
            HeaderValue::from_static(locale.pick("nl", "en")),
        );
        if let Some(seconds) = self.retry_after_seconds() {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}

impl IntoResponse for ApiError {
    /// The status, with the error along: `speak` puts it into words once the language of
    /// the request is known.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        // A store error names files, codes and kinds of rows, never a value.
        tracing::error!(%error, "the store failed");
        match error {
            StoreError::Busy => Self::Busy,
            _ => Self::Failed,
        }
    }
}

impl From<crate::password::HashFailed> for ApiError {
    fn from(error: crate::password::HashFailed) -> Self {
        tracing::error!(%error, "hashing failed");
        Self::Failed
    }
}

/// Middleware: errors speak the language of the request.
pub(crate) async fn speak(request: Request, next: Next) -> Response {
    let locale = preferred(request.headers());
    let mut response = next.run(request).await;
    match response.extensions_mut().remove::<ApiError>() {
        Some(error) => {
            let kept = response.headers().get(header::ALLOW).cloned();
            let mut spoken = error.spoken(locale);
            if let Some(allow) = kept {
                spoken.headers_mut().insert(header::ALLOW, allow);
            }
            spoken
        }
        None => response,
    }
}

/// Dutch where the request prefers it to English; English otherwise.
pub(crate) fn preferred(headers: &HeaderMap) -> Locale {
    let wishes = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|wish| wish.to_str().ok())
        .unwrap_or("");
    let mut best = (0, Locale::En);
    for wish in wishes.split(',').take(20) {
        let mut parts = wish.trim().split(';');
        let locale = match parts.next().unwrap_or("").split('-').next() {
            Some(tag) if tag.eq_ignore_ascii_case("nl") => Locale::Nl,
            Some(tag) if tag.eq_ignore_ascii_case("en") => Locale::En,
            _ => continue,
        };
        let weight = parts
            .find_map(|part| part.trim().strip_prefix("q="))
            .map_or(1000, thousandths);
        if weight > best.0 {
            best = (weight, locale);
        }
    }
    best.1
}

/// `0.8` as 800; what is no weight as 0.
fn thousandths(weight: &str) -> u32 {
    let (whole, rest) = weight.trim().split_once('.').unwrap_or((weight.trim(), ""));
    let digits: String = rest.chars().chain("000".chars()).take(3).collect();
    match (whole.parse::<u32>(), digits.parse::<u32>()) {
        (Ok(whole), Ok(part)) if whole <= 1 => (whole * 1000 + part).min(1000),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_the_one_preferred() {
        for (wish, locale) in [
            ("", Locale::En),
            ("nl", Locale::Nl),
            ("nl-BE,en;q=0.8", Locale::Nl),
            ("en-GB,nl;q=0.9", Locale::En),
            ("de, nl;q=0.5, en;q=0.4", Locale::Nl),
            ("fr", Locale::En),
            ("en;q=0.25,nl;q=0.3", Locale::Nl),
            (";;;q=,nl;q=x", Locale::En),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(
                header::ACCEPT_LANGUAGE,
                HeaderValue::from_str(wish).expect("a value"),
            );
            assert_eq!(preferred(&headers), locale, "{wish}");
        }
    }
}
