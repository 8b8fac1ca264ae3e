//! `wrong-post`: the reply belongs under another post (M78).

use super::greeting::{Greetings, first_name, is_mentioned};
use super::{Hit, Scene};
use crate::note::Note;
use crate::reading::Token;
use toonvast_model::draft::{OtherPost, Severity};
use toonvast_text::WordKind;

/// Digits of a number that is one customer's alone.
const REFERENCE: usize = 5;

/// Whom the draft opens with, or a number in it, when that is another post's in sight.
pub(crate) fn find(greetings: &Greetings, scene: &Scene) -> Vec<Hit> {
    let handles = handles(scene);
    let names = greeted(greetings, scene);
    let numbers = numbers(scene);
    handles.into_iter().chain(names).chain(numbers).collect()
}

/// The handles a draft opens with, when the author's is not among them.
fn handles(scene: &Scene) -> Option<Hit> {
    let author = scene.answered.author.as_ref();
    let author = author
        .map(|author| bare(&author.handle))
        .filter(|handle| !handle.is_empty())?;
    let opening = || {
        scene
            .reading
            .tokens
            .iter()
            .take_while(|token| token.kind == WordKind::Handle)
    };
    if opening().any(|token| bare(&token.folded) == author) {
        return None;
    }
    let known = |token: &&Token| {
        let handle = bare(&token.folded);
        let mentioned = scene
            .post
            .tokens
            .iter()
            .any(|said| bare(&said.folded) == handle);
        mentioned
            || scene
                .voice
                .handles
                .iter()
                .any(|own| bare(&own.name) == handle)
    };
    let stranger = opening().find(|token| !known(token))?;
    let elsewhere = other(scene, |post| {
        bare(&post.author.handle) == bare(&stranger.folded)
    });
    let severity = if elsewhere.is_some() {
        Severity::Block
    } else {
        Severity::Warn
    };
    let right = format!("@{author}");
    let hit = Hit::at(stranger.span).graded(severity).replaced_by(&right);
    Some(hit.saying(Note::Word(right)))
}

/// The name in the greeting, when another post in sight is by somebody of that name.
fn greeted(greetings: &Greetings, scene: &Scene) -> Option<Hit> {
    let (name, span) = greetings.greeted(scene.reading)?;
    let customer = greetings.customer(scene)?;
    if customer.is_like(&name) || is_mentioned(&name, scene) {
        return None;
    }
    let theirs = |post: &OtherPost| {
        first_name(&post.author).is_some_and(|first| first.folded == name.folded)
    };
    other(scene, theirs)?;
    Some(
        Hit::at(span)
            .replaced_by(&customer.written)
            .saying(Note::Word(customer.written)),
    )
}

/// Numbers that stand in another post in sight and not in the one answered.
fn numbers(scene: &Scene) -> Vec<Hit> {
    let reference =
        |token: &&Token| token.folded.bytes().filter(u8::is_ascii_digit).count() >= REFERENCE;
    let draft = scene.reading.tokens.iter().filter(reference);
    draft
        .filter(|token| token.kind == WordKind::Number || token.kind == WordKind::Word)
        .filter(|token| {
            !scene
                .answered
                .text
                .contains(token.span.of(scene.reading.text))
        })
        .filter_map(|token| {
            let number = token.span.of(scene.reading.text);
            let theirs = other(scene, |post| {
                toonvast_text::words(&post.text)
                    .iter()
                    .any(|word| word.of(&post.text) == number)
            })?;
            let hit = Hit::at(token.span);
            let handle = bare(&theirs.author.handle);
            Some(if handle.is_empty() {
                hit
            } else {
                hit.saying(Note::Word(format!("@{handle}")))
            })
        })
        .collect()
}

fn other<'s>(scene: &'s Scene, is: impl Fn(&OtherPost) -> bool) -> Option<&'s OtherPost> {
    scene.around.others.iter().find(|post| is(post))
}

/// A handle as it is compared.
fn bare(handle: &str) -> String {
    handle.trim().trim_start_matches('@').to_lowercase()
}
