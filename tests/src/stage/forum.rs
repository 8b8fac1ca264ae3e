//! A forum as phpBB 3.3 renders it: whole pages, a plain text area, a redirect after posting.

mod topic;

use super::{FORUM_HOST, Scene, StageError, files};
use axum::Form;
use axum::extract::{FromRequest, Request};
use axum::http::{Method, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;
use std::path::Path;
use topic::Topic;

/// The forum's texts and templates.
#[derive(Debug)]
pub(super) struct Forum {
    topic: Topic,
    templates: Templates,
}

/// The HTML of the pages, with `{{name}}` where something goes in.
#[derive(Debug)]
struct Templates {
    page: String,
    index: String,
    topic: String,
    post: String,
}

/// What the quick reply form sends.
#[derive(Deserialize)]
struct Reply {
    message: String,
    /// Only there when the button "Verzenden" was pressed.
    post: Option<String>,
}

impl Forum {
    pub(super) fn read(root: &Path) -> Result<Self, StageError> {
        let template = |name: &str| files::text(root.join("forum").join(name));
        let templates = Templates {
            page: template("page.html")?,
            index: template("index.html")?,
            topic: template("topic.html")?,
            post: template("post.html")?,
        };
        Ok(Self {
            topic: Topic::read(root)?,
            templates,
        })
    }
}

/// Answers for the forum's host.
pub(super) async fn answer(scene: &Scene, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    match (request.method().clone(), path.as_str()) {
        (Method::GET, "/viewtopic.php") => Html(topic_page(scene)).into_response(),
        (Method::GET, "/" | "/index.php" | "/viewforum.php") => {
            Html(index_page(scene)).into_response()
        }
        (Method::POST, "/posting.php") => posted(scene, request).await,
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Keeps the reply and leads to it; without a text, or by another button, the topic is shown again.
async fn posted(scene: &Scene, request: Request) -> Response {
    let Ok(Form(reply)) = Form::<Reply>::from_request(request, &()).await else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    // Browsers send line ends as CR LF.
    let text = reply.message.replace("\r\n", "\n");
    if reply.post.is_none() || text.trim().is_empty() {
        return Redirect::to(&format!("./viewtopic.php?t={}", scene.forum.topic.topic))
            .into_response();
    }
    let kept = scene
        .replies
        .keep(FORUM_HOST, text, Some(scene.forum.topic.last().to_string()));
    Redirect::to(&format!("./viewtopic.php?p={0}#p{0}", kept.id)).into_response()
}

fn topic_page(scene: &Scene) -> String {
    let Forum { topic, templates } = &scene.forum;
    let posts: Vec<topic::Post> = topic.with(&scene.replies.on(FORUM_HOST));
    let last = posts
        .last()
        .map(|post| post.id.to_string())
        .unwrap_or_default();
    let count = posts.len().to_string();
    let drawn: String = posts
        .iter()
        .enumerate()
        .map(|(n, post)| topic.draw(&templates.post, n, post))
        .collect();
    let body = fill(
        &templates.topic,
        &[
            ("posts", &drawn),
            ("topic", &topic.topic.to_string()),
            ("title", &escape(&topic.title)),
        ],
    );
    let body = fill(&body, &[("count", &count), ("last", &last)]);
    page(scene, "viewtopic", &body)
}

fn index_page(scene: &Scene) -> String {
    let Forum { topic, templates } = &scene.forum;
    let first = &topic.posts[0];
    let count = (topic.posts.len() + scene.replies.on(FORUM_HOST).len()).to_string();
    let body = fill(
        &templates.index,
        &[
            ("forum", &escape(&topic.forum)),
            ("title", &escape(&topic.title)),
            ("topic", &topic.topic.to_string()),
            ("starter", &escape(&first.by)),
            ("at", &first.at),
            ("shown", &topic::shown(&first.at)),
            ("count", &count),
        ],
    );
    page(scene, "viewforum", &body)
}

fn page(scene: &Scene, section: &str, body: &str) -> String {
    let topic = &scene.forum.topic;
    let head = [
        ("title", escape(&topic.title)),
        ("section", section.to_owned()),
        ("forum", escape(&topic.forum)),
        ("me", escape(&topic.me.name)),
        ("body", body.to_owned()),
    ];
    let values: Vec<(&str, &str)> = head
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    fill(&scene.forum.templates.page, &values)
}

/// Puts values where the template names them; what is put in is not looked at again.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        out.push_str(before);
        let Some((name, tail)) = after.split_once("}}") else {
            rest = after;
            break;
        };
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => out.push_str(value),
            // Left for the next round.
            None => out.push_str(&format!("{{{{{name}}}}}")),
        }
        rest = tail;
    }
    out + rest
}

/// Text as it stands in HTML, in attributes too.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_put_in_once() {
        assert_eq!(
            fill("<b>{{a}}</b>{{b}}", &[("a", "{{b}}"), ("b", "x")]),
            "<b>{{b}}</b>x"
        );
        assert_eq!(fill("{{unknown}} {{", &[]), "{{unknown}} ");
    }

    #[test]
    fn text_stays_text() {
        assert_eq!(
            escape("<img src=\"x\"> & co"),
            "&lt;img src=&quot;x&quot;&gt; &amp; co"
        );
    }
}
