//! Lexicon entries as the shortest of posts: people of few words use them alone.

use super::Head;
use crate::judge;
use crate::lexicon::{Category, DUTCH, ENGLISH};
use crate::mentions::BrandNames;
use crate::reading::Reading;
use crate::topics::Topics;
use toonvast_brand::policy::Policy;
use toonvast_learn::{ALWAYS_SEEN, Example};
use toonvast_model::id::PostId;
use toonvast_model::post::{Author, Context, Post, Reach, Site};

/// What an entry of a category says of a post by itself, for the heads where it is plain.
const fn says(category: Category, head: Head) -> Option<&'static str> {
    use Category as C;
    match (head, category) {
        (Head::Sentiment, C::Praise | C::Positive | C::MoodUp) => Some("positive"),
        (Head::Sentiment, C::Outrage | C::Negative | C::MoodDown | C::Ignored | C::Conduct) => {
            Some("negative")
        }
        (Head::Kind | Head::Situation, C::Praise) => Some("compliment"),
        (Head::Kind | Head::Situation, C::Outrage) => Some("complaint"),
        (Head::Kind, C::Ignored | C::Conduct | C::Negative) => Some("complaint"),
        (Head::Kind, C::Malfunction) => Some("problem"),
        (Head::Kind, C::Idea) => Some("idea"),
        (Head::Kind, C::Spam | C::Phishing) => Some("spam"),
        (Head::Situation, C::Safety | C::SelfHarm | C::Leak) => Some("crisis"),
        (Head::Priority, C::Safety | C::SelfHarm | C::Leak) => Some("urgent"),
        (Head::Risk, C::Safety | C::Leak | C::Escalate) => Some("true"),
        (Head::Risk | Head::AsksHelp, C::Praise) => Some("false"),
        (Head::Chance, C::Praise | C::Idea | C::Prospect) => Some("true"),
        _ => None,
    }
}

/// The entries that speak for a head, as examples.
pub(super) fn examples(head: Head) -> Vec<Example> {
    let policy = Policy::named("-");
    let (names, topics) = (BrandNames::new(&policy), Topics::new(&policy.topics));
    let context = Context::default();
    let lists = DUTCH.iter().chain(ENGLISH);
    lists
        .filter_map(|(category, list)| Some((says(*category, head)?, list)))
        .flat_map(|(label, list)| list.lines().map(move |entry| (label, entry)))
        .filter_map(|(label, entry)| Some((label, shown(entry)?)))
        .map(|(label, text)| {
            let post = post(text);
            let reading = Reading::of(&post, &context, &names, &topics);
            Example {
                features: judge::features(&reading),
                label: label.to_owned(),
                group: Some(ALWAYS_SEEN.to_owned()),
            }
        })
        .collect()
}

/// An entry as somebody would write it, without the signs of the lexicon; none for comments
/// and for entries that begin inside a word.
fn shown(entry: &str) -> Option<String> {
    let inside = entry.split_whitespace().any(|word| word.starts_with('*'));
    if entry.starts_with('#') || inside || entry.trim().is_empty() {
        return None;
    }
    let words = entry.split_whitespace().filter_map(|word| match word {
        ".." | "|" | "@" => None,
        "0" => Some("3"),
        "0e" => Some("3e"),
        word => Some(word.trim_end_matches('*')),
    });
    Some(words.collect::<Vec<_>>().join(" "))
}

fn post(text: String) -> Post {
    Post {
        id: PostId(String::new()),
        text,
        site: Site::X,
        brand: None,
        author: Author::default(),
        reach: Reach::default(),
        posted_at: None,
    }
}
