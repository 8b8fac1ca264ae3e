//! Many people writing the same within the hour (M15, M24).

use crate::lexicon::Category;
use crate::mentions::Role;
use crate::reading::Reading;
use std::collections::VecDeque;
use toonvast_model::id::PostId;
use toonvast_model::post::Site;
use toonvast_model::timestamp::Timestamp;
use toonvast_text::{Mark, WordKind};

/// What a post is about, small enough to be kept and compared; no words can be read from it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sketch {
    /// Hashes of its content words, in order, without doubles.
    words: Vec<u32>,
    topics: Vec<String>,
    /// One bit a trouble.
    troubles: u16,
}

/// Troubles that many share when something is wrong.
const TROUBLES: &[Category] = &[
    Category::Malfunction,
    Category::Outage,
    Category::Safety,
    Category::Leak,
    Category::Hazard,
    Category::Phishing,
    Category::Claim,
    Category::Waiting,
];

/// Content words a sketch keeps, and letters such a word has at least.
const WORDS: usize = 24;
const LETTERS: usize = 5;
/// Letters by which forms of one word are told to be one.
const STEM: usize = 7;
/// Evidence from which two posts are about the same.
const ALIKE: usize = 3;

impl Sketch {
    /// The sketch of a post.
    pub(crate) fn of(reading: &Reading<'_>) -> Self {
        let roles = &reading.mentions.roles;
        let mut words: Vec<u32> = reading
            .line
            .tokens()
            .iter()
            .enumerate()
            .filter(|(at, token)| {
                let named = roles.get(*at).is_some_and(|role| *role != Role::Word);
                matches!(token.mark, Mark::Word(WordKind::Word | WordKind::Hashtag)) && !named
            })
            .map(|(at, _)| reading.line.token(at))
            .filter(|word| word.chars().count() >= LETTERS)
            .map(|word| {
                let stem = word
                    .char_indices()
                    .nth(STEM)
                    .map_or(word, |(end, _)| &word[..end]);
                toonvast_learn::hash(stem)
            })
            .collect();
        words.sort_unstable();
        words.dedup();
        words.truncate(WORDS);
        let troubles = TROUBLES
            .iter()
            .enumerate()
            .filter(|(_, trouble)| reading.has(**trouble))
            .fold(0, |bits, (at, _)| bits | 1 << at);
        Self {
            words,
            topics: reading.topics.clone(),
            troubles,
        }
    }

    /// Whether two posts are about the same: topic, trouble and words together.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        let topic = self.topics.iter().any(|topic| other.topics.contains(topic));
        let troubles = (self.troubles & other.troubles).count_ones() as usize;
        let words = self
            .words
            .iter()
            .filter(|word| other.words.binary_search(word).is_ok())
            .count();
        let evidence = 2 * usize::from(topic) + 2 * troubles.min(2) + words.min(3);
        (troubles > 0 || words >= 2) && evidence >= ALIKE
    }
}

/// The posts of the last hour. A clock is the caller's.
#[derive(Debug, Clone, Default)]
pub struct Recent {
    posts: VecDeque<(Timestamp, Site, PostId, Sketch)>,
}

/// How long a post counts, in milliseconds.
const HOUR: i64 = 3_600_000;
/// Posts kept; more within an hour are a trend already.
const KEPT: usize = 1_000;

impl Recent {
    /// Notes a post met at a moment and tells how many other posts of the hour before it are
    /// like it. A post met again counts once.
    pub fn note(&mut self, now: Timestamp, site: Site, id: &PostId, sketch: Sketch) -> u32 {
        self.posts
            .retain(|(at, ..)| now.0.saturating_sub(at.0) <= HOUR && at.0 <= now.0);
        let like = self
            .posts
            .iter()
            .filter(|(_, at, other, known)| (*at, other) != (site, id) && known.is_like(&sketch));
        let count = u32::try_from(like.count()).unwrap_or(u32::MAX);
        let known = self
            .posts
            .iter()
            .any(|(_, at, other, _)| (*at, other) == (site, id));
        if !known {
            self.posts.push_back((now, site, id.clone(), sketch));
        }
        while self.posts.len() > KEPT {
            self.posts.pop_front();
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::{Recent, Sketch};
    use crate::mentions::BrandNames;
    use crate::reading::Reading;
    use crate::signal::testing::post;
    use crate::topics::Topics;
    use toonvast_brand::policy::Policy;
    use toonvast_model::id::PostId;
    use toonvast_model::post::{Context, Site};
    use toonvast_model::timestamp::Timestamp;

    fn sketch(text: &str) -> Sketch {
        let policy = Policy::named("Fietsfluit");
        let (names, topics) = (BrandNames::new(&policy), Topics::new(&policy.topics));
        let (post, context) = (post(text), Context::default());
        Sketch::of(&Reading::of(&post, &context, &names, &topics))
    }

    #[test]
    fn reports_of_one_outage_are_alike_and_others_are_not() {
        let report = sketch("De app van Fietsfluit doet het niet, ik kan niet inloggen");
        for (text, alike) in [
            ("Kan ook niet inloggen, app werkt niet meer", true),
            ("inloggen in de app lukt niet hier, storing?", true),
            ("Wat een fijne fiets heb ik gehuurd", false),
            ("Hoe laat gaat de winkel open?", false),
        ] {
            assert_eq!(report.is_like(&sketch(text)), alike, "{text}");
        }
    }

    #[test]
    fn only_the_last_hour_counts_and_each_post_once() {
        let mut recent = Recent::default();
        let mut note = |minute: i64, id: &str| {
            let sketch = sketch("De app doet het niet, ik kan niet inloggen");
            recent.note(
                Timestamp(minute * 60_000),
                Site::X,
                &PostId(id.to_owned()),
                sketch,
            )
        };
        assert_eq!(note(0, "a"), 0);
        assert_eq!(note(10, "b"), 1);
        assert_eq!(note(11, "b"), 1);
        assert_eq!(note(59, "c"), 2);
        assert_eq!(note(65, "d"), 2);
        assert_eq!(note(500, "e"), 0);
    }
}
