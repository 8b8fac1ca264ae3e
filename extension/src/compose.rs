//! A draft in a composer: checked, kept, given suggestions.

mod keeping;
mod told;

pub use keeping::{discard, row_key};

use crate::known::{self, KnownPost};
use crate::state::{Composer, Others, Shared, State};
use crate::{grammar, words};
use keeping::{keep, kept, row};
use std::collections::BTreeSet;
use told::{advice, meters, page_finding, page_suggestion, promised, verdict};
use toonvast_casework::check::TEXT_BYTES;
use toonvast_engine::Around;
use toonvast_model::draft::{Answered, Checked, Draft, Fault, OtherPost};
use toonvast_model::id::{PostId, RuleId};
use toonvast_model::link::{HostSays, PageFinding};
use toonvast_model::post::Site;
use toonvast_model::suggestion::Suggestion;

/// Checks a draft and keeps it until it is met on the page.
pub async fn check(
    shared: &Shared,
    port: u32,
    composer: u32,
    text: &str,
    answers: Option<&str>,
    public: bool,
) -> HostSays {
    let text = known::cut(text, TEXT_BYTES);
    let (says, batch, db) = {
        let mut state = shared.borrow_mut();
        let Some(page) = state.pages.get_mut(&port) else {
            return HostSays::Noted;
        };
        let site = page.site;
        let key = answers.and_then(|id| page.shown.get(&PostId(id.to_owned())).cloned());
        let known_composer = page.composers.entry(composer).or_default();
        if known_composer.answers != key {
            *known_composer = Composer {
                answers: key.clone(),
                ..Composer::default()
            };
        }
        let own = known_composer.wrote;
        known_composer.wrote |= !text.trim().is_empty();
        text.clone_into(&mut known_composer.draft);
        known_composer.public = public;
        state.drafted = true;
        let post = key
            .as_ref()
            .and_then(|key| state.known.get(site, key).cloned());
        note_others(&mut state, port, composer, key.as_ref());
        let written = post.as_ref().filter(|_| !text.trim().is_empty());
        if let Some(post) = written {
            keep(&mut state, site, post, text, own);
        }
        grammar::answer(&mut state, port, composer);
        let (says, faults) = checked(&state, port, composer, text, post.as_ref(), site, public);
        let batch = written
            .map(|post| row(&mut state, site, post, faults))
            .unwrap_or_default();
        (says, batch, state.db.clone())
    };
    // A draft that could not be kept is still in the editor; the check is what was asked.
    drop(db.keep(batch).await);
    says
}

/// Checks the draft in a composer again, as things stand.
#[must_use]
pub fn again(state: &State, port: u32, number: u32) -> Option<HostSays> {
    let page = state.pages.get(&port)?;
    let composer = page.composers.get(&number)?;
    let answers = composer.answers.as_ref();
    let post = answers.and_then(|key| state.known.get(page.site, key));
    let (text, public) = (composer.draft.as_str(), composer.public);
    Some(checked(state, port, number, text, post, page.site, public).0)
}

/// Checks every draft again, after something that changes findings without a keystroke, and
/// tells the pages unasked.
pub fn tell_again(state: &State) {
    for (port, page) in &state.pages {
        for number in page.composers.keys() {
            if let Some(says) = again(state, *port, *number) {
                state.to_page(*port, 0, says);
            }
        }
    }
}

/// Other posts a check looks at; the newest count.
const OTHERS: usize = 200;

/// Takes the other posts in sight, when the tab has shown more since they were last taken.
fn note_others(state: &mut State, port: u32, composer: u32, answers: Option<&PostId>) {
    let Some(page) = state.pages.get_mut(&port) else {
        return;
    };
    let (site, shown) = (page.site, page.shown.len());
    let Some(composer) = page.composers.get_mut(&composer) else {
        return;
    };
    if composer.others.of == shown {
        return;
    }
    let keys = page
        .shown
        .values()
        .rev()
        .filter(|key| Some(*key) != answers);
    let posts = keys
        .filter_map(|key| state.known.get(site, key))
        .take(OTHERS);
    let posts = posts.map(|post| OtherPost {
        author: post.met.called(),
        text: post.met.snapshot.text.clone(),
    });
    composer.others = Others {
        of: shown,
        posts: posts.collect(),
    };
}

/// What is known around a draft.
fn around<'s>(
    state: &'s State,
    port: u32,
    composer: u32,
    post: Option<&'s KnownPost>,
) -> Around<'s> {
    let page = state.pages.get(&port);
    let composer = page.and_then(|page| page.composers.get(&composer));
    Around {
        recent: Some(&state.replied.recent),
        answers: post.map(|post| &post.met.snapshot.post_id),
        others: composer.map_or(&[], |composer| composer.others.posts.as_slice()),
        account: page.and_then(|page| page.account.as_deref()),
        ..Around::default()
    }
}

fn checked(
    state: &State,
    port: u32,
    composer: u32,
    text: &str,
    post: Option<&KnownPost>,
    site: Site,
    public: bool,
) -> (HostSays, Vec<Fault>) {
    let locale = state.locale();
    let draft = Draft {
        draft: text.to_owned(),
        brand: Some(state.engine.brand().id.clone()),
        site,
        public,
        agent: state.agent().map(str::to_owned),
        post: post.map(|post| Answered {
            text: post.met.snapshot.text.clone(),
            kind: Some(post.triage.kind),
            situation: Some(post.triage.situation),
            sentiment: Some(post.triage.sentiment),
            author: Some(post.met.called()),
        }),
    };
    let outcome = if text.trim().is_empty() {
        Checked::nothing()
    } else {
        let page = state.pages.get(&port);
        let here = page.and_then(|page| page.composers.get(&composer));
        let grammar = here.map_or_else(Vec::new, |here| here.read.known(&state.engine, text));
        let around = Around {
            grammar: &grammar,
            ..around(state, port, composer, post)
        };
        state.engine.check_around(&draft, &around, locale)
    };
    let overridden = overridden(state, port, composer, post, site);
    let findings: Vec<PageFinding> = outcome
        .findings
        .iter()
        .map(|finding| page_finding(text, finding, overridden.contains(&finding.rule)))
        .collect();
    let verdict = verdict(outcome.verdict, &findings);
    let suggestions = post
        .map(|post| suggestions(state, post))
        .unwrap_or_default();
    let length = state.engine.length(site, text);
    let says = HostSays::Checked {
        composer,
        verdict,
        label: words::verdict(verdict, locale).to_owned(),
        findings,
        promise: promised(state, text),
        advice: advice(state, text, &suggestions),
        suggestions: suggestions.into_iter().map(page_suggestion).collect(),
        length: u32::try_from(length.count).unwrap_or(u32::MAX),
        limit: length.limit.and_then(|limit| u32::try_from(limit).ok()),
        answering: post.map(|post| words::answering(&post.met.snapshot.author, locale)),
        kept: post.and_then(|post| kept(state, port, composer, text, post)),
        proposal: outcome.proposal.clone().map(Box::new),
        meters: meters(&outcome, locale),
    };
    (says, outcome.faults())
}

/// The rules the agent overrode in this composer, and before a reload.
fn overridden(
    state: &State,
    port: u32,
    composer: u32,
    post: Option<&KnownPost>,
    site: Site,
) -> BTreeSet<RuleId> {
    let page = state.pages.get(&port);
    let here = page.and_then(|page| page.composers.get(&composer));
    let kept = post.and_then(|post| state.drafts.get(&(site, post.met.key().1)));
    let kept = kept.map_or(&[][..], |draft| &draft.overrides);
    let rules = kept.iter().map(|kept| &kept.rule);
    let here = here.into_iter().flat_map(|composer| &composer.overridden);
    rules.chain(here).cloned().collect()
}

fn suggestions(state: &State, post: &KnownPost) -> Vec<Suggestion> {
    let asked = post.met.post(&state.engine.brand().id);
    state.engine.suggest(&asked, state.agent(), state.locale())
}
