//! A draft in a composer: checked, kept, given suggestions.

use crate::database::{Batch, Store};
use crate::kept::KeptDraft;
use crate::known::{self, KnownPost};
use crate::state::{Composer, Shared, State};
use crate::{drafts, edge, words};
use toonvast_casework::check::TEXT_BYTES;
use toonvast_model::draft::{Answered, Checked, Draft, Finding};
use toonvast_model::id::PostId;
use toonvast_model::link::{HostSays, KeptWords, PageFinding, PageSuggestion};
use toonvast_model::post::Site;

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
        let post = key
            .as_ref()
            .and_then(|key| state.known.get(site, key).cloned());
        let batch = post
            .as_ref()
            .map(|post| keep(&mut state, site, post, text, own))
            .unwrap_or_default();
        let says = checked(&state, port, composer, text, post.as_ref(), site, public);
        (says, batch, state.db.clone())
    };
    // A draft that could not be kept is still in the editor; the check is what was asked.
    drop(db.keep(batch).await);
    says
}

/// Notes the last words of the draft, so that a crash or a reload loses none.
fn keep(state: &mut State, site: Site, post: &KnownPost, text: &str, own: bool) -> Batch {
    let mut batch = Batch::default();
    if text.trim().is_empty() {
        return batch;
    }
    let now = edge::now();
    let key = post.met.key();
    let case = state.ledger.case_of(site, &key.1).map(|case| case.id);
    let draft = state
        .drafts
        .entry(key.clone())
        .or_insert_with(|| KeptDraft {
            site,
            answers: post.met.snapshot.clone(),
            case,
            text: String::new(),
            begun_at: now,
            changed_at: now,
            aside: None,
        });
    drafts::write(draft, text, own, now);
    draft.case = case;
    // Only a full disk can refuse the row, and then the draft is still in the editor.
    drop(batch.put(Store::Drafts, &row_key(site, &key.1), draft));
    batch
}

/// The agent does not want back what was kept from before: it is gone here and from the disk.
pub async fn discard(shared: &Shared, port: u32, composer: u32) -> HostSays {
    let mut batch = Batch::default();
    let db = {
        let mut state = shared.borrow_mut();
        let Some((site, key, own)) = state.pages.get(&port).and_then(|page| {
            let composer = page.composers.get(&composer)?;
            Some((page.site, composer.answers.clone()?, composer.wrote))
        }) else {
            return HostSays::Noted;
        };
        let row = row_key(site, &key);
        match state.drafts.get_mut(&(site, key.clone())) {
            Some(draft) if own => {
                draft.aside = None;
                // Only a full disk can refuse the row, and then the words are offered once more.
                drop(batch.put(Store::Drafts, &row, draft));
            }
            _ => {
                state.drafts.remove(&(site, key));
                batch.delete(Store::Drafts, &row);
            }
        }
        state.db.clone()
    };
    drop(db.keep(batch).await);
    HostSays::Noted
}

/// The key of a row about a post.
#[must_use]
pub fn row_key(site: Site, post: &PostId) -> String {
    format!("{site:?}/{post}")
}

fn checked(
    state: &State,
    port: u32,
    composer: u32,
    text: &str,
    post: Option<&KnownPost>,
    site: Site,
    public: bool,
) -> HostSays {
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
        }),
    };
    let outcome = if text.trim().is_empty() {
        empty()
    } else {
        state.engine.check(&draft, locale)
    };
    let known = state
        .pages
        .get(&port)
        .and_then(|page| page.composers.get(&composer));
    let findings = outcome
        .findings
        .iter()
        .map(|finding| {
            let overridden =
                known.is_some_and(|composer| composer.overridden.contains(&finding.rule));
            page_finding(text, finding, overridden)
        })
        .collect();
    let length = state.engine.length(site, text);
    HostSays::Checked {
        composer,
        verdict: outcome.verdict,
        label: words::verdict(outcome.verdict, locale).to_owned(),
        findings,
        suggestions: post
            .map(|post| suggestions(state, post))
            .unwrap_or_default(),
        length: u32::try_from(length.count).unwrap_or(u32::MAX),
        limit: length.limit.and_then(|limit| u32::try_from(limit).ok()),
        answering: post.map(|post| words::answering(&post.met.snapshot.author, locale)),
        kept: post.and_then(|post| {
            let draft = state.drafts.get(&post.met.key())?;
            let own = known.is_some_and(|composer| composer.wrote);
            kept_words(state, draft, text, own)
        }),
    }
}

/// What is kept from before, while the editor does not hold it.
fn kept_words(state: &State, draft: &KeptDraft, text: &str, own: bool) -> Option<KeptWords> {
    let (words, at) = drafts::offered(draft, text, own)?;
    let zone = &state.engine.brand().policy.time_zone;
    let moment = words::judgement::moment(at, edge::now(), zone, state.locale());
    Some(KeptWords {
        text: words.to_owned(),
        label: words::restore(&moment, state.locale()),
    })
}

/// Nothing written yet, nothing to find.
const fn empty() -> Checked {
    Checked {
        verdict: toonvast_model::draft::Verdict::Post,
        findings: Vec::new(),
    }
}

fn suggestions(state: &State, post: &KnownPost) -> Vec<PageSuggestion> {
    let asked = post.met.post(&state.engine.brand().id);
    state
        .engine
        .suggest(&asked, state.agent(), state.locale())
        .into_iter()
        .map(|suggestion| PageSuggestion {
            reply: suggestion.reply,
            text: suggestion.text,
            why: suggestion.why,
        })
        .collect()
}

fn page_finding(text: &str, finding: &Finding, overridden: bool) -> PageFinding {
    PageFinding {
        rule: finding.rule.clone(),
        start: utf16(text, finding.span.start),
        end: utf16(text, finding.span.end),
        severity: finding.severity,
        message: finding.message.clone(),
        instead: finding.instead.clone(),
        replacement: finding.replacement.clone(),
        guideline: finding.guideline.clone(),
        overridden,
    }
}

/// A byte position as UTF-16 units, the way JavaScript counts.
fn utf16(text: &str, byte: usize) -> u32 {
    let units = text
        .get(..byte)
        .map_or(0, |before| before.encode_utf16().count());
    u32::try_from(units).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::utf16;

    #[test]
    fn positions_are_counted_as_javascript_does() {
        let text = "a😀é";
        assert_eq!(
            (
                utf16(text, 0),
                utf16(text, 1),
                utf16(text, 5),
                utf16(text, 7)
            ),
            (0, 1, 3, 4)
        );
    }
}
