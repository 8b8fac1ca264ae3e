//! What entries of a lexicon mean.

macro_rules! categories {
    ($($(#[$doc:meta])* $name:ident = $file:literal,)*) => {
        /// What an entry means; each category is a file per language.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Category {
            $($(#[$doc])* $name,)*
        }

        /// How many categories there are.
        pub(crate) const COUNT: usize = [$(Category::$name),*].len();

        /// All of them, in order.
        pub(crate) const ALL: &[Category] = &[$(Category::$name),*];

        /// The Dutch files.
        pub(crate) const DUTCH: &[(Category, &str)] = &[
            $((Category::$name, include_str!(concat!("../../lexicon/nl/", $file, ".txt"))),)*
        ];

        /// The English files.
        pub(crate) const ENGLISH: &[(Category, &str)] = &[
            $((Category::$name, include_str!(concat!("../../lexicon/en/", $file, ".txt"))),)*
        ];
    };
}

categories! {
    /// A pleasing word.
    Positive = "positive",
    /// A phrase that compliments.
    Praise = "praise",
    /// A displeasing word.
    Negative = "negative",
    /// Blame and strong words.
    Outrage = "outrage",
    /// More pleasing words, of less weight.
    MoodUp = "mood_up",
    /// More displeasing words, of less weight.
    MoodDown = "mood_down",
    /// What people who help do.
    Deed = "deed",
    /// What people tell when they were let down, without a word of blame.
    Grievance = "grievance",
    /// Turns what follows.
    Negator = "negator",
    /// Opens a question.
    Interrogative = "interrogative",
    /// Asks, with or without question mark.
    Request = "request",
    /// Wants an action.
    Demand = "demand",
    /// Something does not work.
    Malfunction = "malfunction",
    /// Proposes.
    Idea = "idea",
    /// Advertises, lures.
    Spam = "spam",
    /// Defrauds in a brand's name.
    Phishing = "phishing",
    /// Leaves or threatens to.
    Leave = "leave",
    /// Law, regulators, press, going public.
    Escalate = "escalate",
    /// Danger to life or health.
    Safety = "safety",
    /// Perhaps danger.
    Hazard = "hazard",
    /// Somebody may harm themselves.
    SelfHarm = "self_harm",
    /// Personal data in wrong hands.
    Leak = "leak",
    /// A service is down.
    Outage = "outage",
    /// Many are hit.
    Many = "many",
    /// Not the first time.
    Repeated = "repeated",
    /// Nobody answers.
    Ignored = "ignored",
    /// How long it takes.
    Waiting = "waiting",
    /// Stuck today.
    Stuck = "stuck",
    /// Somebody who works there.
    Role = "role",
    /// What somebody is accused of.
    Conduct = "conduct",
    /// Praise that may be none.
    Irony = "irony",
    /// Told as a fact, to others.
    Claim = "claim",
    /// A call to spread it.
    Share = "share",
    /// Press, politics, bodies of patients or consumers.
    Press = "press",
    /// To buy, to stay, to work together.
    Prospect = "prospect",
    /// Opinion on politics or society.
    Politics = "politics",
    /// The name, its advertising.
    Advertising = "advertising",
    /// The organisation, its policy and desks.
    Organisation = "organisation",
    /// A thing or service bought or used.
    Thing = "thing",
    /// Words people use with companies.
    Service = "service",
    /// The brand is spoken to.
    You = "you",
    /// The writer speaks of themselves.
    Me = "me",
    /// Thanks, on its own no compliment.
    Thanks = "thanks",
}

#[cfg(test)]
mod tests {
    use super::{DUTCH, ENGLISH};
    use std::collections::BTreeSet;

    #[test]
    fn no_file_is_empty_or_says_a_thing_twice() {
        for (category, list) in DUTCH.iter().chain(ENGLISH) {
            let mut seen = BTreeSet::new();
            for entry in list.lines().filter(|line| !line.starts_with('#')) {
                assert!(!entry.trim().is_empty(), "{category:?} has an empty line");
                assert!(seen.insert(entry), "{category:?} has `{entry}` twice");
            }
            assert!(!seen.is_empty(), "{category:?}");
        }
    }
}
