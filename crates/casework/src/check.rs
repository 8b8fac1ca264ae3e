//! Sizes and shapes of what came from outside. A command that passed fits every row.

mod corrections;

pub use corrections::{CORRECTIONS_MAX, TOPIC_BYTES, TOPICS_MAX};

use toonvast_model::case::Promise;
use toonvast_model::command::{Action, Command, PostSnapshot, Refusal};
use toonvast_model::draft::Fault;
use toonvast_model::id::RuleId;
use toonvast_model::timestamp::Timestamp;

/// Longest text of a post or reply, in bytes (X allows 25,000 characters; more is cut at the edge).
pub const TEXT_BYTES: usize = 25_000;
/// Longest handle or name of an author, in bytes.
pub const HANDLE_BYTES: usize = 200;
/// Longest address of a post, in bytes.
pub const PERMALINK_BYTES: usize = 2_000;
/// Longest id of a post within its site, in bytes.
pub const POST_ID_BYTES: usize = 200;
/// Longest name of a rule, in bytes.
pub const RULE_BYTES: usize = 100;
/// Most findings logged with a reply.
pub const FAULTS_MAX: usize = 100;
/// Shortest reason of an override, in characters (M73).
pub const REASON_MIN: usize = 3;
/// Longest reason of an override, in characters.
pub const REASON_MAX: usize = 500;
/// Longest root cause, in characters (M98).
pub const CAUSE_MAX: usize = 500;
/// Longest name of a department, in characters.
pub const DEPARTMENT_MAX: usize = 100;

/// 2000-01-01T00:00:00Z, before which nobody did webcare.
const FIRST_MOMENT: i64 = 946_684_800_000;
/// 2100-01-01T00:00:00Z: a later moment is a broken clock.
const LAST_MOMENT: i64 = 4_102_444_800_000;

/// Checks everything a command brings along.
///
/// # Errors
/// [`Refusal::Invalid`] with the field and what is wrong with it; never the words themselves.
pub fn command(command: &Command) -> Result<(), Refusal> {
    moment("at", command.at)?;
    match &command.action {
        Action::Claim { post, seen_at, .. } => {
            moment("seen_at", *seen_at)?;
            snapshot("post", post)
        }
        Action::LogReply {
            reply,
            promise,
            faults,
            ..
        } => {
            snapshot("reply", reply)?;
            promise.as_ref().map_or(Ok(()), promised)?;
            faults.as_deref().map_or(Ok(()), found)
        }
        Action::Gather { department } => characters("department", department, 1, DEPARTMENT_MAX),
        Action::Override { rule, reason } => override_of(rule, reason),
        Action::Close { cause } => characters("cause", cause, 0, CAUSE_MAX),
        Action::Correct { post, corrections } => {
            snapshot("post", post)?;
            corrections::corrections(corrections)
        }
        Action::Release | Action::Reopen | Action::ForgetLessons => Ok(()),
    }
}

fn promised(promise: &Promise) -> Result<(), Refusal> {
    moment("promise.due", promise.due)?;
    moment("promise.warn_at", promise.warn_at)?;
    if promise.warn_at <= promise.due {
        Ok(())
    } else {
        Err(invalid(
            "promise.warn_at",
            "must not be later than what is due",
        ))
    }
}

fn found(faults: &[Fault]) -> Result<(), Refusal> {
    within("faults", faults.len(), 0, FAULTS_MAX, "findings")?;
    faults
        .iter()
        .try_for_each(|fault| bytes("faults.rule", &fault.rule.0, 1, RULE_BYTES))
}

/// Checks an override, also before there is a case to log it on (M73).
///
/// # Errors
/// [`Refusal::Invalid`] with the field and what is wrong with it.
pub fn override_of(rule: &RuleId, reason: &str) -> Result<(), Refusal> {
    bytes("rule", &rule.0, 1, RULE_BYTES)?;
    characters("reason", reason, REASON_MIN, REASON_MAX)
}

/// The moment, when it lies within the years a log can mean; a page may say anything.
#[must_use]
pub fn plausible(moment: Timestamp) -> Option<Timestamp> {
    (FIRST_MOMENT..LAST_MOMENT)
        .contains(&moment.0)
        .then_some(moment)
}

/// An [`Refusal::Invalid`].
pub(crate) fn invalid(field: impl Into<String>, why: impl Into<String>) -> Refusal {
    Refusal::Invalid {
        field: field.into(),
        why: why.into(),
    }
}

fn moment(field: &str, at: Timestamp) -> Result<(), Refusal> {
    plausible(at).map(|_| ()).ok_or_else(|| {
        invalid(
            field,
            "must lie between the years 2000 and 2100: set the clock",
        )
    })
}

fn snapshot(field: &str, post: &PostSnapshot) -> Result<(), Refusal> {
    let id = &post.post_id.0;
    bytes(&format!("{field}.post_id"), id, 1, POST_ID_BYTES)?;
    if id.chars().any(char::is_control) {
        return Err(invalid(
            format!("{field}.post_id"),
            "must have no control characters",
        ));
    }
    bytes(&format!("{field}.author"), &post.author, 0, HANDLE_BYTES)?;
    bytes(&format!("{field}.text"), &post.text, 0, TEXT_BYTES)?;
    post.permalink.as_deref().map_or(Ok(()), |link| {
        permalink(&format!("{field}.permalink"), link)
    })
}

fn permalink(field: &str, link: &str) -> Result<(), Refusal> {
    bytes(field, link, 1, PERMALINK_BYTES)?;
    let rest = ["https://", "http://"]
        .iter()
        .find_map(|scheme| strip_ignoring_case(link, scheme));
    let host_first = rest.is_some_and(|r| r.starts_with(|c: char| c.is_alphanumeric() || c == '['));
    let blank = |c: char| c.is_control() || c.is_whitespace();
    if host_first && !link.contains(blank) {
        Ok(())
    } else {
        Err(invalid(field, "must be an http or https address"))
    }
}

fn strip_ignoring_case<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix)
        .then(|| &text[prefix.len()..])
}

fn bytes(field: &str, text: &str, min: usize, max: usize) -> Result<(), Refusal> {
    within(field, text.len(), min, max, "bytes")
}

fn characters(field: &str, text: &str, min: usize, max: usize) -> Result<(), Refusal> {
    within(field, text.trim().chars().count(), min, max, "characters")
}

fn within(field: &str, size: usize, min: usize, max: usize, unit: &str) -> Result<(), Refusal> {
    if size < min {
        Err(invalid(
            field,
            format!("is {size} {unit}: at least {min} are needed"),
        ))
    } else if size > max {
        Err(invalid(
            field,
            format!("is {size} {unit}: at most {max} are allowed"),
        ))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use toonvast_model::id::PostId;
    use toonvast_model::post::Site;

    fn post() -> PostSnapshot {
        PostSnapshot {
            site: Site::X,
            post_id: PostId("1".into()),
            author: "@jan".into(),
            text: "Hoi".into(),
            permalink: Some("https://x.com/jan/status/1".into()),
            posted_at: None,
        }
    }

    #[test]
    fn an_address_is_http_or_it_is_none() {
        for good in [
            "https://x.com/a",
            "HTTP://forum.test:8443/viewtopic.php?p=1#p1",
            "https://[::1]/",
        ] {
            assert_eq!(permalink("l", good), Ok(()), "{good}");
        }
        for bad in [
            "",
            "x.com/a",
            "javascript:alert(1)",
            "https://",
            "https:///a",
            "data:text/html,x",
            "https://x.com/a b",
            "https://x.com/\nhttps://y",
            "ftp://x.com",
            "é://",
            "file:///etc/passwd",
        ] {
            assert!(permalink("l", bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn what_is_too_long_is_refused_by_name_and_without_its_words() {
        let long = |n: usize| "g".repeat(n);
        let table: [(PostSnapshot, &str); 5] = [
            (
                PostSnapshot {
                    text: long(25_001),
                    ..post()
                },
                "post.text: is 25001 bytes: at most 25000 are allowed",
            ),
            (
                PostSnapshot {
                    author: long(201),
                    ..post()
                },
                "post.author: is 201 bytes: at most 200 are allowed",
            ),
            (
                PostSnapshot {
                    permalink: Some(format!("https://x/{}", long(2_000))),
                    ..post()
                },
                "post.permalink: is 2010 bytes: at most 2000 are allowed",
            ),
            (
                PostSnapshot {
                    post_id: PostId(String::new()),
                    ..post()
                },
                "post.post_id: is 0 bytes: at least 1 are needed",
            ),
            (
                PostSnapshot {
                    post_id: PostId("a\0b".into()),
                    ..post()
                },
                "post.post_id: must have no control characters",
            ),
        ];
        for (bad, message) in table {
            assert_eq!(
                snapshot("post", &bad).map_err(|r| r.to_string()),
                Err(message.to_owned())
            );
        }
        assert_eq!(
            snapshot(
                "post",
                &PostSnapshot {
                    text: long(25_000),
                    ..post()
                }
            ),
            Ok(())
        );
    }

    #[test]
    fn characters_are_counted_not_bytes_and_blanks_do_not_count() {
        assert_eq!(
            characters("reason", "   éé   ", 3, 500).map_err(|r| r.to_string()),
            Err("reason: is 2 characters: at least 3 are needed".to_owned())
        );
        assert_eq!(characters("reason", &"é".repeat(500), 3, 500), Ok(()));
    }
}
