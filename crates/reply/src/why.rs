//! Why a reply is proposed, in a sentence.

use crate::bm25::Hit;
use crate::terms::{ReadWord, Reader, Term};
use std::collections::BTreeSet;
use toonvast_brand::library::CannedReply;
use toonvast_model::locale::Locale;

/// Words named at most.
const NAMED: usize = 4;

/// The sentence: the question of the library that comes closest, and the post's own words
/// the reply was found by.
pub(crate) fn why(
    reply: &CannedReply,
    hit: &Hit,
    asked: &[ReadWord],
    post: &str,
    reader: &Reader,
    locale: Locale,
) -> String {
    let mut named: Vec<String> = Vec::new();
    for word in hit.words.iter().filter_map(|place| asked.get(*place)) {
        let written = word.span.of(post).to_lowercase();
        if named.len() < NAMED && !named.contains(&written) {
            named.push(written);
        }
    }
    let words = named.join(", ");
    match closest(reply, hit, asked, reader) {
        Some(question) => match locale {
            Locale::Nl => format!("Lijkt op de vraag “{question}” door: {words}."),
            Locale::En => format!("Close to the question “{question}” by: {words}."),
        },
        None => match locale {
            Locale::Nl => format!("Het antwoord gaat over: {words}."),
            Locale::En => format!("The answer is about: {words}."),
        },
    }
}

/// The first of the questions that share the most words with the post.
fn closest<'r>(
    reply: &'r CannedReply,
    hit: &Hit,
    asked: &[ReadWord],
    reader: &Reader,
) -> Option<&'r str> {
    let wanted: Vec<&ReadWord> = hit
        .words
        .iter()
        .filter_map(|place| asked.get(*place))
        .collect();
    let mut best = (0, None);
    for question in &reply.questions {
        let read = reader.reply(question, reply.lang);
        let terms: BTreeSet<&Term> = read
            .iter()
            .flat_map(|word| &word.terms)
            .map(|(term, _)| term)
            .collect();
        let shares = |word: &&&ReadWord| word.terms.iter().any(|(term, _)| terms.contains(term));
        let shared = wanted.iter().filter(shares).count();
        if shared > best.0 {
            best = (shared, Some(question.as_str()));
        }
    }
    best.1
}
