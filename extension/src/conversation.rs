//! How a post stands in its conversation, as far as the page shows it.

use std::collections::{BTreeMap, BTreeSet};
use toonvast_model::link::SeenPost;

/// A post's turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Turn {
    /// It stands under a post or advertisement of ours (M11).
    pub under_ad: bool,
    /// Its author wrote before, we answered, and here they are again.
    pub follow_up: bool,
}

/// What a tab has shown of the conversation it stands at. Pages show posts bit by bit and
/// some of them again: each keeps the turn it was given first.
#[derive(Debug, Default)]
pub struct Conversation {
    /// The address of the post it is about.
    url: String,
    /// Who has written since our last answer, and who wrote before it.
    asked: BTreeSet<String>,
    answered: BTreeSet<String>,
    /// By the post's id on the page.
    turns: BTreeMap<String, Turn>,
}

/// Posts remembered of a conversation; later ones of a longer one are turns of nobody.
const MOST: usize = 2_000;

impl Conversation {
    /// The turns of posts in the order of the page. `own` tells which are ours.
    ///
    /// Only a page that shows one conversation tells who answers whom: an address that names
    /// a post.
    pub fn turns(
        &mut self,
        url: &str,
        our_page: bool,
        posts: &[SeenPost],
        own: &[bool],
    ) -> Vec<Turn> {
        if !is_conversation(url) {
            return vec![Turn::default(); posts.len()];
        }
        if self.url != url {
            *self = Self {
                url: url.to_owned(),
                ..Self::default()
            };
        }
        posts
            .iter()
            .zip(own)
            .map(|(post, own)| self.turn(our_page, post, *own))
            .collect()
    }

    fn turn(&mut self, our_page: bool, post: &SeenPost, own: bool) -> Turn {
        if let Some(turn) = self.turns.get(&post.post_id) {
            return *turn;
        }
        if self.turns.len() >= MOST {
            return Turn::default();
        }
        let turn = if own {
            self.answered.append(&mut self.asked);
            Turn::default()
        } else {
            self.asked.insert(post.author.clone());
            Turn {
                under_ad: our_page,
                follow_up: self.answered.contains(&post.author),
            }
        };
        self.turns.insert(post.post_id.clone(), turn);
        turn
    }
}

/// Whether an address names one post, as `x.com/HANDLE/status/1` or `…/posts/1`.
fn is_conversation(url: &str) -> bool {
    ["/status/", "/posts/", "/permalink/"]
        .iter()
        .any(|part| url.contains(part))
}

#[cfg(test)]
mod tests {
    use super::{Conversation, Turn};
    use toonvast_model::link::SeenPost;

    /// Posts by these authors, numbered from a number on.
    fn posts(first: usize, authors: &[&str]) -> Vec<SeenPost> {
        let post = |(at, author): (usize, &&str)| SeenPost {
            post_id: (first + at).to_string(),
            author: (*author).to_owned(),
            ..SeenPost::default()
        };
        authors.iter().enumerate().map(post).collect()
    }

    /// The turns of posts among which `@us` is ours.
    fn told(
        conversation: &mut Conversation,
        url: &str,
        our_page: bool,
        posts: &[SeenPost],
    ) -> Vec<Turn> {
        let own: Vec<bool> = posts.iter().map(|post| post.author == "@us").collect();
        conversation.turns(url, our_page, posts, &own)
    }

    fn follows(turns: &[Turn]) -> Vec<bool> {
        turns.iter().map(|turn| turn.follow_up).collect()
    }

    const PAGE: &str = "https://x.com/jan/status/1";

    #[test]
    fn who_comes_back_on_our_answer_follows_up() {
        let seen = posts(1, &["@jan", "@piet", "@us", "@jan", "@els"]);
        let turns = told(&mut Conversation::default(), PAGE, false, &seen);
        assert_eq!(follows(&turns), [false, false, false, true, false]);
        let timeline = told(
            &mut Conversation::default(),
            "https://x.com/home",
            false,
            &seen,
        );
        assert!(timeline.iter().all(|turn| *turn == Turn::default()));
    }

    #[test]
    fn what_is_shown_later_follows_too_and_what_is_shown_again_stays_what_it_was() {
        let mut conversation = Conversation::default();
        let first = posts(1, &["@jan", "@us"]);
        told(&mut conversation, PAGE, false, &first);
        let later = posts(3, &["@jan"]);
        let turns = told(&mut conversation, PAGE, false, &later);
        assert_eq!(follows(&turns), [true]);
        let again = told(&mut conversation, PAGE, false, &first);
        assert_eq!(follows(&again), [false, false]);
        let elsewhere = "https://x.com/jan/status/9";
        let turns = told(&mut conversation, elsewhere, false, &later);
        assert_eq!(follows(&turns), [false], "another conversation");
    }

    #[test]
    fn reactions_to_our_own_post_stand_under_it() {
        let seen = posts(1, &["@us", "@jan"]);
        let page = "https://x.com/us/status/1";
        let turns = told(&mut Conversation::default(), page, true, &seen);
        assert_eq!([turns[0].under_ad, turns[1].under_ad], [false, true]);
    }
}
