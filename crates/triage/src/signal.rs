//! A signal: something about a post that an agent should know, and what it weighs.

use crate::reading::Reading;
use crate::verdict::Verdict;
use toonvast_brand::policy::Policy;
use toonvast_model::calendar::Calendar;
use toonvast_model::locale::Locale;

/// A signal is a value; nothing adds its points but [`crate::Triager::triage`], and only a
/// brand's policy changes them (M25, M26).
#[derive(Debug, Clone, Copy)]
pub struct Signal {
    /// Its name, as `threat-to-leave`; the key in a policy's `weights`.
    pub id: &'static str,
    /// What it looks for, in Dutch.
    pub nl: &'static str,
    /// What it looks for, in English.
    pub en: &'static str,
    /// Points by default: 25 make a post normal, 60 high, 100 urgent when an alarm fired;
    /// below -100 the post has no priority at all.
    pub points: i32,
    /// Whether it may make a post urgent.
    pub alarm: bool,
    /// Whether it is read off the post itself, which the judge has read too: then its points
    /// only divide what the judge found, and `experience` holds the rest.
    pub words: bool,
    /// The sentence the agent reads, if it fires.
    pub fires: fn(&View<'_>, Locale) -> Option<String>,
}

/// What a signal may look at: the post as it was read, what is known around it, and what
/// kind of message it was found to be.
pub struct View<'v> {
    pub(crate) reading: &'v Reading<'v>,
    pub(crate) verdict: &'v Verdict,
    pub(crate) policy: &'v Policy,
    pub(crate) calendar: &'v Calendar,
}

impl Signal {
    /// What it looks for, in the reader's language.
    #[must_use]
    pub const fn summary(&self, locale: Locale) -> &'static str {
        locale.pick(self.nl, self.en)
    }
}

/// The sentence, when `fired`.
pub(crate) fn say(fired: bool, locale: Locale, nl: &str, en: &str) -> Option<String> {
    fired.then(|| locale.pick(nl, en).to_owned())
}

#[cfg(test)]
pub(crate) mod testing {
    use super::{Signal, View};
    use crate::judge;
    use crate::mentions::BrandNames;
    use crate::reading::Reading;
    use crate::topics::Topics;
    use crate::verdict::Verdict;
    use toonvast_brand::policy::Policy;
    use toonvast_model::id::PostId;
    use toonvast_model::locale::Locale;
    use toonvast_model::post::{Author, Context, Post, Reach, Site};
    use toonvast_model::timestamp::Timestamp;

    /// A post on X that names nobody.
    pub(crate) fn post(text: &str) -> Post {
        Post {
            id: PostId("1".to_owned()),
            text: text.to_owned(),
            site: Site::X,
            brand: None,
            author: Author::default(),
            reach: Reach::default(),
            posted_at: None,
        }
    }

    /// A post in a thread with the brand.
    pub(crate) fn addressed() -> Context {
        Context {
            addressed: true,
            ..Context::default()
        }
    }

    /// A moment in the campaign and the crisis of the brand tested with.
    pub(crate) fn campaigning() -> Timestamp {
        Timestamp::parse("2026-04-01T12:00:00Z").unwrap()
    }

    fn policy() -> Policy {
        serde_json::from_value(serde_json::json!({
            "name": "Fietsfluit",
            "handles": [{ "site": "x", "name": "FietsfluitNL" }],
            "homonyms": ["fietsfluit"],
            "competitors": ["Trapspeed"],
            "products": ["Fluitslot"],
            "campaigns": [{ "name": "Fluitlente", "from": "2026-03-20", "to": "2026-04-20",
                "words": ["#fluitlente"] }],
            "crisis": { "since": "2026-03-30T08:00:00Z", "words": ["remblokken"] }
        }))
        .unwrap()
    }

    /// What the signal says of a post.
    pub(crate) fn said(signal: &Signal, post: &Post, context: &Context) -> Option<String> {
        let policy = policy();
        let (names, topics) = (BrandNames::new(&policy), Topics::new(&policy.topics));
        let reading = Reading::of(post, context, &names, &topics);
        let judged = judge::of(&reading, None);
        let verdict = Verdict::of(&reading, judged, &policy);
        let view = View {
            reading: &reading,
            verdict: &verdict,
            policy: &policy,
            calendar: &policy.calendar(),
        };
        (signal.fires)(&view, Locale::En)
    }

    /// Checks which addressed texts make a signal fire.
    pub(crate) fn check(signal: &Signal, fires: &[&str], not: &[&str]) {
        for text in fires {
            assert!(
                said(signal, &post(text), &addressed()).is_some(),
                "{} must fire on: {text}",
                signal.id
            );
        }
        for text in not {
            assert!(
                said(signal, &post(text), &addressed()).is_none(),
                "{} must not fire on: {text}",
                signal.id
            );
        }
    }
}
