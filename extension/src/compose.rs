//! A draft in a composer: checked, kept, given suggestions.

use crate::database::{Batch, Store};
use crate::kept::KeptDraft;
use crate::known::{self, KnownPost};
use crate::state::{Composer, Others, Shared, State};
use crate::words::judgement;
use crate::{drafts, edge, grammar, words};
use std::collections::BTreeSet;
use toonvast_casework::check::TEXT_BYTES;
use toonvast_engine::Around;
use toonvast_model::draft::{
    Answered, Checked, Draft, Fault, Finding, OtherPost, ReplyKind, Severity, Verdict,
};
use toonvast_model::id::{PostId, RuleId};
use toonvast_model::link::{HostSays, KeptWords, PageFinding, PageMeter, PageSuggestion};
use toonvast_model::locale::Locale;
use toonvast_model::post::Site;
use toonvast_model::suggestion::Suggestion;

/// A canned reply that fits the post this well, in thousandths, is taken for the answer.
const FITS_WELL: u32 = 500;

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

/// Notes the last words of the draft, so that a crash or a reload loses none.
fn keep(state: &mut State, site: Site, post: &KnownPost, text: &str, own: bool) {
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
            faults: Vec::new(),
            overrides: Vec::new(),
            begun_at: now,
            changed_at: now,
            aside: None,
        });
    drafts::write(draft, text, own, now);
    draft.case = case;
}

/// The kept draft as it goes to the disk, with what the check found in it.
fn row(state: &mut State, site: Site, post: &KnownPost, faults: Vec<Fault>) -> Batch {
    let mut batch = Batch::default();
    let key = post.met.key();
    if let Some(draft) = state.drafts.get_mut(&key) {
        draft.faults = faults;
        // Only a full disk can refuse the row, and then the draft is still in the editor.
        drop(batch.put(Store::Drafts, &row_key(site, &key.1), draft));
    }
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

/// What is measured of the draft, as the page draws it.
fn meters(outcome: &Checked, locale: Locale) -> Vec<PageMeter> {
    let meters = outcome.meters.as_deref();
    meters
        .map(|meters| words::meters::chips(meters, locale))
        .unwrap_or_default()
}

/// What is kept of this post from before this composer.
fn kept(
    state: &State,
    port: u32,
    composer: u32,
    text: &str,
    post: &KnownPost,
) -> Option<KeptWords> {
    let draft = state.drafts.get(&post.met.key())?;
    let page = state.pages.get(&port);
    let own = page
        .and_then(|page| page.composers.get(&composer))
        .is_some_and(|composer| composer.wrote);
    kept_words(state, draft, text, own)
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

/// The verdict, with what the agent lets stand left out of it.
fn verdict(of_all: Verdict, findings: &[PageFinding]) -> Verdict {
    let left = findings.iter().filter(|finding| !finding.overridden);
    if left.clone().count() == findings.len() {
        return of_all;
    }
    match left.map(|finding| finding.severity).max() {
        Some(Severity::Block) => of_all,
        Some(Severity::Warn) => of_all.min(Verdict::Improve),
        Some(Severity::Hint) | None => Verdict::Post,
    }
}

/// What the draft promises, as it would be logged now.
fn promised(state: &State, text: &str) -> Option<String> {
    let now = edge::now();
    let promise = state.engine.promise(text, now)?;
    let zone = &state.engine.brand().policy.time_zone;
    Some(judgement::promises(promise.due, now, zone, state.locale()))
}

/// Where an answer is known, a word in between is one too many (M36).
fn advice(state: &State, text: &str, suggestions: &[Suggestion]) -> Option<String> {
    let best = suggestions
        .iter()
        .map(|suggestion| suggestion.score)
        .max()?;
    let holding = !text.trim().is_empty() && state.engine.reply_kind(text) == ReplyKind::Holding;
    let known = holding && best >= FITS_WELL;
    known.then(|| words::answer_known(state.locale()).to_owned())
}

/// What is kept from before, while the editor does not hold it.
fn kept_words(state: &State, draft: &KeptDraft, text: &str, own: bool) -> Option<KeptWords> {
    let (words, at) = drafts::offered(draft, text, own)?;
    let zone = &state.engine.brand().policy.time_zone;
    let moment = judgement::moment(at, edge::now(), zone, state.locale());
    Some(KeptWords {
        text: words.to_owned(),
        label: words::restore(&moment, state.locale()),
    })
}

fn suggestions(state: &State, post: &KnownPost) -> Vec<Suggestion> {
    let asked = post.met.post(&state.engine.brand().id);
    state.engine.suggest(&asked, state.agent(), state.locale())
}

fn page_suggestion(suggestion: Suggestion) -> PageSuggestion {
    PageSuggestion {
        reply: suggestion.reply,
        text: suggestion.text,
        why: suggestion.why,
    }
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
    use super::{utf16, verdict};
    use toonvast_model::draft::{Severity, Verdict};
    use toonvast_model::id::RuleId;
    use toonvast_model::link::PageFinding;

    fn finding(severity: Severity, overridden: bool) -> PageFinding {
        PageFinding {
            rule: RuleId("rule".into()),
            start: 0,
            end: 0,
            severity,
            message: String::new(),
            instead: String::new(),
            replacement: None,
            guideline: String::new(),
            overridden,
        }
    }

    #[test]
    fn what_the_agent_lets_stand_is_left_out_of_the_verdict() {
        use Severity::{Block, Hint, Warn};
        let table = [
            (
                Verdict::Block,
                &[(Block, false), (Warn, true)][..],
                Verdict::Block,
            ),
            (
                Verdict::Block,
                &[(Block, true), (Warn, false)],
                Verdict::Improve,
            ),
            (
                Verdict::Block,
                &[(Block, true), (Hint, false)],
                Verdict::Post,
            ),
            (Verdict::Improve, &[(Warn, true)], Verdict::Post),
            (Verdict::Improve, &[(Hint, false)], Verdict::Improve),
        ];
        for (of_all, findings, expected) in table {
            let findings: Vec<PageFinding> = findings
                .iter()
                .map(|(severity, overridden)| finding(*severity, *overridden))
                .collect();
            assert_eq!(
                verdict(of_all, &findings),
                expected,
                "{of_all:?} {findings:?}"
            );
        }
    }

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
