//! Drafts: which words are of before, and which post on the page is a draft the agent posted with
//! the site's own button.

use crate::kept::{KeptDraft, SetAside};
use toonvast_model::link::SeenPost;
use toonvast_model::timestamp::Timestamp;

/// A draft is forgotten when it has not changed for this long: one day.
pub const FORGET_AFTER_MINUTES: u64 = 24 * 60;

/// Takes what a composer now holds. `own` says that this composer held words for the post before:
/// else what was kept is of before a crash, a reload or a visit elsewhere, and is set aside.
pub fn write(draft: &mut KeptDraft, text: &str, own: bool, now: Timestamp) {
    if !own && !draft.text.is_empty() && !holds(text, &draft.text) {
        draft.aside = Some(SetAside {
            text: std::mem::take(&mut draft.text),
            at: draft.changed_at,
        });
    }
    if draft
        .aside
        .as_ref()
        .is_some_and(|aside| holds(text, &aside.text))
    {
        draft.aside = None;
    }
    text.clone_into(&mut draft.text);
    draft.changed_at = now;
}

/// The words of before that a composer may put back, and when they last changed. Nothing when the
/// editor holds them, or when the composer's own words are all there is.
#[must_use]
pub fn offered<'a>(draft: &'a KeptDraft, text: &str, own: bool) -> Option<(&'a str, Timestamp)> {
    let (words, at) = if own {
        draft.aside.as_ref().map(|aside| (&aside.text, aside.at))?
    } else {
        (&draft.text, draft.changed_at)
    };
    let lost = !words.trim().is_empty() && !holds(text, words);
    lost.then_some((words.as_str(), at))
}

/// Whether a text holds these words, however an editor breaks its lines.
fn holds(text: &str, words: &str) -> bool {
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    flat(text).contains(&flat(words))
}

/// Words as they survive a site's own rendering: letters and digits only, lower case,
/// without the addresses that sites shorten.
fn fingerprint(text: &str) -> String {
    text.split_whitespace()
        .filter(|word| !is_address(word))
        .flat_map(str::chars)
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

fn is_address(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '[', '<', '"']);
    let lower = word.to_lowercase();
    lower.starts_with("http://")
        || lower.starts_with("https://")
        || lower.starts_with("www.")
        || (word.contains('/') && word.contains('.') && !word.contains('@'))
}

/// Whether a post on the page is this draft, posted.
///
/// The words must be the same; where the page shows only a part, that part must be the
/// draft's beginning. Drafts without a letter or digit are never recognised.
#[must_use]
pub fn is_posted(draft: &KeptDraft, seen: &SeenPost) -> bool {
    if seen.post_id == draft.answers.post_id.0 {
        return false;
    }
    let (wrote, shown) = (fingerprint(&draft.text), fingerprint(&seen.text));
    if wrote.is_empty() || shown.is_empty() {
        return false;
    }
    wrote == shown || (seen.partial && shown.chars().count() >= 20 && wrote.starts_with(&shown))
}

/// Whether a draft is too old to wait for.
#[must_use]
pub fn is_forgotten(draft: &KeptDraft, now: Timestamp) -> bool {
    now.minutes_since(draft.changed_at) > FORGET_AFTER_MINUTES
}

#[cfg(test)]
mod tests {
    use super::{is_posted, *};
    use toonvast_model::command::PostSnapshot;
    use toonvast_model::id::PostId;
    use toonvast_model::post::Site;

    fn draft(text: &str) -> KeptDraft {
        KeptDraft {
            site: Site::X,
            answers: PostSnapshot {
                site: Site::X,
                post_id: PostId("1".into()),
                author: "klant".into(),
                text: "Waar blijft mijn fiets?".into(),
                permalink: None,
                posted_at: None,
            },
            case: None,
            text: text.into(),
            faults: Vec::new(),
            overrides: Vec::new(),
            begun_at: Timestamp(0),
            changed_at: Timestamp(0),
            aside: None,
        }
    }

    fn seen(post_id: &str, text: &str, partial: bool) -> SeenPost {
        SeenPost {
            post_id: post_id.into(),
            text: text.into(),
            partial,
            ..SeenPost::default()
        }
    }

    #[test]
    fn our_reply_is_recognised_through_the_site_s_rendering() {
        let table = [
            (
                "Ik zoek het uit! ^Noor",
                seen("2", "Ik zoek het uit!  ^Noor", false),
                true,
            ),
            (
                "Kijk op https://fietsfluit.example/hulp ^Noor",
                seen("2", "Kijk op fietsfluit.example/hulp… ^Noor", false),
                true,
            ),
            (
                "Regel één\nregel twee ^Noor",
                seen("2", "Regel één regel twee ^Noor", false),
                true,
            ),
            (
                "Een lange reactie die X afkapt omdat ze te lang is ^Noor",
                seen("2", "Een lange reactie die X afkapt", true),
                true,
            ),
            (
                "Ik zoek het uit! ^Noor",
                seen("2", "Ik zoek het later uit! ^Noor", false),
                false,
            ),
            (
                "Ik zoek het uit! ^Noor",
                seen("1", "Ik zoek het uit! ^Noor", false),
                false,
            ),
            ("👍", seen("2", "👍", false), false),
        ];
        for (wrote, shown, expected) in table {
            assert_eq!(
                is_posted(&draft(wrote), &shown),
                expected,
                "{wrote} / {}",
                shown.text
            );
        }
    }

    #[test]
    fn what_a_new_composer_finds_is_offered_until_it_is_in_the_editor() {
        let mut kept = draft("Wat vervelend!\nIk zoek het uit.");
        assert_eq!(
            offered(&kept, "", false),
            Some((kept.text.as_str(), Timestamp(0)))
        );
        assert_eq!(
            offered(&kept, "Wat vervelend! Ik zoek het uit.", false),
            None
        );
        assert_eq!(offered(&kept, "", true), None, "its own words, deleted");
        write(&mut kept, "W", false, Timestamp(5));
        write(&mut kept, "We komen", true, Timestamp(6));
        assert_eq!(
            offered(&kept, "We komen", true),
            Some(("Wat vervelend!\nIk zoek het uit.", Timestamp(0)))
        );
        let both = "We komen\nWat vervelend!\n\nIk zoek het uit.";
        write(&mut kept, both, true, Timestamp(7));
        assert_eq!(offered(&kept, both, true), None);
        assert_eq!(kept.aside, None);
    }

    #[test]
    fn words_that_come_back_by_themselves_are_gone_on_with() {
        let mut kept = draft("Ik zoek het");
        write(&mut kept, "Ik zoek het uit", false, Timestamp(5));
        assert_eq!((kept.text.as_str(), kept.aside), ("Ik zoek het uit", None));
    }

    #[test]
    fn a_draft_is_forgotten_after_a_day() {
        let day = 24 * 60 * 60_000;
        assert!(!is_forgotten(&draft("x"), Timestamp(day)));
        assert!(is_forgotten(&draft("x"), Timestamp(day + 60_000)));
    }
}
