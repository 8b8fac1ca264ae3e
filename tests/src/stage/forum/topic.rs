//! The topic's posts, and how one of them is drawn.

use super::super::reply::Posted;
use super::super::{StageError, clock, files};
use super::{escape, fill};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use std::path::Path;

/// A topic with its posts, oldest first.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Topic {
    pub(super) forum: String,
    pub(super) title: String,
    pub(super) topic: u32,
    pub(super) me: Member,
    pub(super) posts: Vec<Post>,
}

/// Who is logged in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Member {
    pub(super) name: String,
    rank: String,
    posts: u32,
    joined: String,
}

/// An invented post of the forum.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Post {
    pub(super) id: u32,
    pub(super) by: String,
    rank: String,
    posts: u32,
    joined: String,
    minutes: i64,
    pub(super) at: String,
    text: String,
    quote: Option<Quoted>,
    signature: Option<String>,
}

/// What a post quotes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Quoted {
    by: String,
    text: String,
}

impl Topic {
    /// Reads `forum/topic.json`; ages count back from now.
    pub(super) fn read(root: &Path) -> Result<Self, StageError> {
        let path = root.join("forum/topic.json");
        let text = files::text(path.clone())?;
        let mut topic: Self =
            serde_json::from_str(&text).map_err(|source| StageError::Posts { path, source })?;
        let now = clock::now();
        for post in &mut topic.posts {
            let then = now
                .checked_sub(SignedDuration::from_mins(post.minutes))
                .unwrap_or(now);
            post.at = written(then);
        }
        Ok(topic)
    }

    /// The id of the last invented post.
    pub(super) fn last(&self) -> u32 {
        self.posts.last().map_or(0, |post| post.id)
    }

    /// The posts and what was posted since.
    pub(super) fn with(&self, posted: &[Posted]) -> Vec<Post> {
        let new = posted.iter().map(|reply| Post {
            id: reply.id.parse().unwrap_or_default(),
            by: self.me.name.clone(),
            rank: self.me.rank.clone(),
            posts: self.me.posts,
            joined: self.me.joined.clone(),
            at: reply.at.parse().map(written).unwrap_or_default(),
            text: reply.text.clone(),
            ..Post::default()
        });
        self.posts.iter().cloned().chain(new).collect()
    }

    /// The HTML of the `n`th post.
    pub(super) fn draw(&self, template: &str, n: usize, post: &Post) -> String {
        let quote = post.quote.as_ref().map(|quote| {
            format!(
                "<blockquote><div><cite>{} schreef:</cite>{}</div></blockquote>",
                escape(&quote.by),
                html(&quote.text)
            )
        });
        let signature = post.signature.as_ref().map(|text| {
            format!(
                r#"<div id="sig{}" class="signature">{}</div>"#,
                post.id,
                html(text)
            )
        });
        let subject = if n == 0 {
            self.title.clone()
        } else {
            format!("Re: {}", self.title)
        };
        let values = [
            ("id", post.id.to_string()),
            (
                "colour",
                if n.is_multiple_of(2) { "bg2" } else { "bg1" }.to_owned(),
            ),
            ("name", escape(&post.by)),
            (
                "team",
                if post.by == self.me.name {
                    "-coloured"
                } else {
                    ""
                }
                .to_owned(),
            ),
            ("rank", escape(&post.rank)),
            ("written", post.posts.to_string()),
            ("joined", escape(&post.joined)),
            (
                "first",
                if n == 0 { r#"class="first""# } else { "" }.to_owned(),
            ),
            ("subject", escape(&subject)),
            ("at", post.at.clone()),
            ("shown", shown(&post.at)),
            (
                "content",
                format!("{}{}", quote.unwrap_or_default(), html(&post.text)),
            ),
            ("signature", signature.unwrap_or_default()),
        ];
        fill(
            template,
            &values
                .each_ref()
                .map(|(name, value)| (*name, value.as_str())),
        )
    }
}

/// phpBB writes whole seconds and an offset.
fn written(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S+00:00").to_string()
}

/// The time as a reader sees it.
pub(super) fn shown(at: &str) -> String {
    const DAYS: [&str; 7] = ["zo", "ma", "di", "wo", "do", "vr", "za"];
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    ];
    let Ok(time) = at.parse::<Timestamp>() else {
        return String::new();
    };
    let part = |format: &str| time.strftime(format).to_string();
    let number = |format: &str| part(format).parse::<usize>().unwrap_or_default();
    let day = DAYS.get(number("%w")).copied().unwrap_or_default();
    let month = MONTHS
        .get(number("%m").saturating_sub(1))
        .copied()
        .unwrap_or_default();
    format!("{day} {} {month} {}", part("%d"), part("%Y, %H:%M"))
}

/// Plain text as phpBB renders it: line breaks, links, the two smilies people use.
fn html(text: &str) -> String {
    let word = |word: &str| {
        if word.starts_with("https://") {
            return format!(r#"<a href="{0}" class="postlink">{0}</a>"#, escape(word));
        }
        match word {
            ":)" => smiley(":)", "Smile", "1f642"),
            ";)" => smiley(";)", "Wink", "1f609"),
            other => escape(other),
        }
    };
    let line = |line: &str| line.split(' ').map(word).collect::<Vec<_>>().join(" ");
    text.split('\n')
        .map(line)
        .collect::<Vec<_>>()
        .join("<br>\n")
}

fn smiley(code: &str, title: &str, emoji: &str) -> String {
    format!(
        r#"<img class="smilies" src="/__stage/emoji/{emoji}.svg" width="17" height="17" alt="{code}" title="{title}">"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_becomes_phpbb_html_and_nothing_else() {
        let made = html("a <b>\nzie https://x.example/?a&b :)");
        let smile = r#"<img class="smilies" src="/__stage/emoji/1f642.svg" width="17" height="17" alt=":)" title="Smile">"#;
        let link = r#"<a href="https://x.example/?a&amp;b" class="postlink">https://x.example/?a&amp;b</a>"#;
        assert_eq!(made, format!("a &lt;b&gt;<br>\nzie {link} {smile}"));
    }

    #[test]
    fn a_time_is_shown_as_phpbb_does() {
        assert_eq!(shown("2026-11-21T21:05:00+00:00"), "za 21 nov 2026, 21:05");
    }
}
