//! How a post stands in its conversation, as far as the page shows it.

use std::collections::BTreeSet;
use toonvast_model::link::SeenPost;

/// A post's turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Turn {
    /// It stands under a post or advertisement of ours (M11).
    pub under_ad: bool,
    /// Its author wrote before, we answered, and here they are again.
    pub follow_up: bool,
}

/// The turns of posts in the order of the page. `ours` tells our own posts.
///
/// Only a page that shows one conversation tells who answers whom: an address that names a post.
#[must_use]
pub fn turns(
    url: &str,
    our_page: bool,
    posts: &[SeenPost],
    ours: &dyn Fn(&SeenPost) -> bool,
) -> Vec<Turn> {
    if !is_conversation(url) {
        return vec![Turn::default(); posts.len()];
    }
    let (mut asked, mut answered) = (BTreeSet::new(), BTreeSet::new());
    posts
        .iter()
        .map(|post| {
            if ours(post) {
                answered.append(&mut asked);
                return Turn::default();
            }
            asked.insert(post.author.as_str());
            Turn {
                under_ad: our_page,
                follow_up: answered.contains(post.author.as_str()),
            }
        })
        .collect()
}

/// Whether an address names one post, as `x.com/HANDLE/status/1` or `…/posts/1`.
fn is_conversation(url: &str) -> bool {
    ["/status/", "/posts/", "/permalink/"]
        .iter()
        .any(|part| url.contains(part))
}

#[cfg(test)]
mod tests {
    use super::{Turn, turns};
    use toonvast_model::link::SeenPost;

    fn posts(authors: &[&str]) -> Vec<SeenPost> {
        let post = |author: &&str| SeenPost {
            author: (*author).to_owned(),
            ..SeenPost::default()
        };
        authors.iter().map(post).collect()
    }

    #[test]
    fn who_comes_back_on_our_answer_follows_up() {
        let posts = posts(&["@jan", "@piet", "@us", "@jan", "@els"]);
        let ours = |post: &SeenPost| post.author == "@us";
        let follows: Vec<bool> = turns("https://x.com/jan/status/1", false, &posts, &ours)
            .iter()
            .map(|turn| turn.follow_up)
            .collect();
        assert_eq!(follows, [false, false, false, true, false]);
        let timeline = turns("https://x.com/home", false, &posts, &ours);
        assert!(timeline.iter().all(|turn| *turn == Turn::default()));
    }

    #[test]
    fn reactions_to_our_own_post_stand_under_it() {
        let posts = posts(&["@us", "@jan"]);
        let ours = |post: &SeenPost| post.author == "@us";
        let turns = turns("https://x.com/us/status/1", true, &posts, &ours);
        assert_eq!([turns[0].under_ad, turns[1].under_ad], [false, true]);
    }
}
