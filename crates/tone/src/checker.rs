//! A brand's tone guide, run over drafts.

use crate::acts::acts;
use crate::around::Around;
use crate::built_in;
use crate::checks::{Hit, Prepared, Scene};
use crate::grammar;
use crate::meters::{self, Found};
use crate::note::Note;
use crate::phrases::has_words;
use crate::proposal;
use crate::reading::{Reading, Token};
use crate::recent::RecentReplies;
use crate::voice::Voice;
use std::sync::OnceLock;
use toonvast_brand::Brand;
use toonvast_brand::rule::Rule;
use toonvast_model::draft::{
    Answered, Checked, Draft, Finding, Proposal, RecentReply, Severity, Verdict,
};
use toonvast_model::id::RuleId;
use toonvast_model::language::Language;
use toonvast_model::locale::Locale;
use toonvast_model::span::Span;
use toonvast_text::WordKind;

/// Bytes of a draft that are read. Nobody posts more; what is longer is too long anyway.
pub const MOST_BYTES: usize = 20_000;

/// With fewer words the language is a guess, and making a grammar check ready for a Dutch
/// draft that has just begun would be a waste.
const FEWEST_WORDS: usize = 4;

/// Checks drafts against the built-in rules and a brand's own. A house rule takes the place
/// of the built-in one of the same name and language.
#[derive(Debug)]
pub struct Checker {
    brand: Brand,
    ready: OnceLock<Ready>,
}

#[derive(Debug)]
struct Ready {
    voice: Voice,
    house: Vec<Prepared>,
}

impl Checker {
    /// A checker for a brand; its rules are made ready at the first check.
    #[must_use]
    pub fn new(brand: &Brand) -> Self {
        let mut brand = brand.clone();
        brand.library.clear();
        Self {
            brand,
            ready: OnceLock::new(),
        }
    }

    /// What is to be said of a draft that answers `answered`, in the agent's language.
    ///
    /// A pure function: the same arguments give the same findings everywhere.
    #[must_use]
    pub fn check(&self, draft: &Draft, answered: &Answered, locale: Locale) -> Checked {
        self.check_around(draft, answered, &Around::default(), locale)
    }

    /// The same, with what is known around the draft: recent replies, other posts, the account.
    #[must_use]
    pub fn check_around(
        &self,
        draft: &Draft,
        answered: &Answered,
        around: &Around<'_>,
        locale: Locale,
    ) -> Checked {
        let text = within(&draft.draft, MOST_BYTES);
        let reading = Reading::new(text);
        if !has_words(reading.body().of(text)) {
            return Checked::nothing();
        }
        let post = Reading::new(within(&answered.text, MOST_BYTES));
        let ready = self.ready();
        let scene = Scene {
            reading: &reading,
            draft,
            answered,
            post: &post,
            voice: &ready.voice,
            names: ready.voice.names.ranges(&reading),
            acts: acts(&reading),
            around,
        };
        let read_as = ReadAs::of(&scene);
        let found = self.found(&scene, read_as, locale);
        let language = read_as.known.then_some(read_as.language);
        let meters = meters::measure(&scene, language, &found, locale);
        let findings: Vec<Finding> = found.into_iter().map(|found| found.finding).collect();
        let proposal = self.proposal(&scene, &findings, locale);
        Checked {
            verdict: verdict(&findings),
            findings,
            proposal,
            meters: Some(Box::new(meters)),
        }
    }

    /// The first way to part a draft in whose public part nothing is found.
    fn proposal(&self, scene: &Scene, findings: &[Finding], locale: Locale) -> Option<Proposal> {
        let candidates = proposal::candidates(scene, findings);
        // Its faults stand where they stood in the draft as it was written.
        let around = Around {
            grammar: &[],
            ..*scene.around
        };
        candidates.into_iter().find(|candidate| {
            let reading = Reading::new(&candidate.public);
            let scene = Scene {
                reading: &reading,
                names: scene.voice.names.ranges(&reading),
                acts: acts(&reading),
                around: &around,
                ..*scene
            };
            let found = self.found(&scene, ReadAs::of(&scene), locale);
            found.iter().all(|found| proposal::is_clean(&found.finding))
        })
    }

    /// Makes the team's recent public replies ready to be compared with, once for many checks:
    /// the newest [`crate::MOST_REPLIES`], in any order.
    #[must_use]
    pub fn recent(&self, replies: impl IntoIterator<Item = RecentReply>) -> RecentReplies {
        self.renew(&RecentReplies::default(), replies)
    }

    /// The same, without reading again the replies that are ready in `before`; one that is not
    /// among `replies` any more is forgotten.
    #[must_use]
    pub fn renew(
        &self,
        before: &RecentReplies,
        replies: impl IntoIterator<Item = RecentReply>,
    ) -> RecentReplies {
        let knows = |language| {
            let house = self.ready().house.iter();
            let house = house.filter(move |house| house.rule.lang == language);
            let all = house.chain(built_in::prepared(language));
            all.into_iter().find_map(Prepared::answers_check)
        };
        RecentReplies::new(before, replies, &self.ready().voice.names, knows)
    }

    /// What an English grammar check is to read of a draft: its words before the signature.
    /// `None` where the draft is not in English, too short to tell, or the brand wants nothing
    /// said of grammar.
    #[must_use]
    pub fn english<'d>(&self, draft: &'d str) -> Option<&'d str> {
        let text = within(draft, MOST_BYTES);
        let reading = Reading::new(text);
        let plain = |token: &&Token| token.kind == WordKind::Word;
        let told = reading.tokens.iter().filter(plain).count() >= FEWEST_WORDS;
        let english = told && reading.language == Language::En && self.grammar_rule().is_some();
        english.then(|| &text[..reading.body_end])
    }

    /// The rule that speaks of English grammar, unless the brand silenced it.
    fn grammar_rule(&self) -> Option<&Rule> {
        let built_in = built_in::prepared(Language::En).iter();
        let rules = self.brand.rules.iter();
        let mut rules = rules.chain(built_in.map(|built_in| &built_in.rule));
        rules
            .find(|rule| rule.id.0 == grammar::RULE && rule.lang == Language::En)
            .filter(|rule| !self.brand.guide.silence.contains(&rule.id.0))
    }

    fn ready(&self) -> &Ready {
        self.ready.get_or_init(|| Ready {
            voice: Voice::new(&self.brand),
            house: self
                .brand
                .rules
                .iter()
                .cloned()
                .map(Prepared::new)
                .collect(),
        })
    }

    fn found(&self, scene: &Scene, read_as: ReadAs, locale: Locale) -> Vec<Found> {
        let ReadAs {
            language: read_as,
            known,
        } = read_as;
        let house = self.ready().house.iter();
        let house = house
            .filter(|house| matches!(house.rule.lang, Language::Und) || house.rule.lang == read_as);
        let built_in = built_in::prepared(read_as).iter();
        let replaced = |rule: &Rule| {
            self.brand
                .rules
                .iter()
                .any(|house| house.id == rule.id && house.lang == rule.lang)
        };
        let built_in = built_in
            .filter(|built_in| known || built_in.reads_any_language())
            .filter(|built_in| !replaced(&built_in.rule));
        let rules: Vec<&Prepared> = built_in
            .chain(house)
            .filter(|prepared| !self.brand.guide.silence.contains(&prepared.rule.id.0))
            .collect();
        let named = |rule: &Rule, hit| Found {
            aspect: rule.group.aspect(),
            finding: finding(rule, self.guideline(rule, locale), hit, scene, locale),
        };
        let mut found = Vec::new();
        for prepared in &rules {
            let hits = apart(prepared.find(scene)).into_iter();
            found.extend(hits.map(|hit| named(&prepared.rule, hit)));
        }
        // Words that were listed say more surely what is wrong with a sentence than its reading.
        let listed: Vec<Span> = found.iter().map(|found| found.finding.span).collect();
        for prepared in &rules {
            let hits = prepared.read(scene).into_iter();
            let fresh = hits.filter(|hit| !listed.iter().any(|span| span.overlaps(&hit.span)));
            found.extend(fresh.map(|hit| named(&prepared.rule, hit)));
        }
        // The dictionary speaks last: a word another rule has judged is not judged again.
        for prepared in &rules {
            for hit in prepared.misspelt(scene) {
                let judged = |known: &Found| known.finding.span.overlaps(&hit.span);
                if !found.iter().any(judged) {
                    found.push(named(&prepared.rule, hit));
                }
            }
        }
        if scene.reading.language == Language::En
            && let Some(rule) = self.grammar_rule()
        {
            let guideline = self.guideline(rule, locale);
            let more = grammar::findings(rule, guideline, scene, &found, locale);
            found.extend(more.into_iter().map(|finding| Found {
                aspect: rule.group.aspect(),
                finding,
            }));
        }
        found.sort_by(|a, b| place(&a.finding).cmp(&place(&b.finding)));
        found
    }

    /// The guideline agents know a rule by: the sentence of the brand's guide that names it, else
    /// what the rule says of itself (M79).
    fn guideline<'r>(&'r self, rule: &'r Rule, locale: Locale) -> &'r str {
        let sentences = &self.brand.guide.guidelines;
        let own = sentences.iter().find(|own| own.rules.contains(&rule.id));
        own.map_or_else(|| rule.guideline(locale), |own| &own.text)
    }
}

const fn place(finding: &Finding) -> (Span, &RuleId) {
    (finding.span, &finding.rule)
}

/// The language whose rules read a draft.
#[derive(Debug, Clone, Copy)]
struct ReadAs {
    language: Language,
    /// Whether the draft may be in it: rules about words are silent on a German one.
    known: bool,
}

impl ReadAs {
    fn of(scene: &Scene) -> Self {
        let spoken = scene.reading.language;
        let language = match spoken {
            Language::Nl | Language::En => spoken,
            _ if scene.post.language == Language::En => Language::En,
            _ => Language::Nl,
        };
        Self {
            language,
            known: matches!(spoken, Language::Nl | Language::En | Language::Und),
        }
    }
}

/// At most one finding of a rule per passage: the first stays.
fn apart(hits: Vec<Hit>) -> Vec<Hit> {
    let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
    for hit in hits {
        let same = |other: &Hit| other.span == hit.span || other.span.overlaps(&hit.span);
        if !kept.iter().any(same) {
            kept.push(hit);
        }
    }
    kept
}

fn finding(rule: &Rule, guideline: &str, hit: Hit, scene: &Scene, locale: Locale) -> Finding {
    let (summary, instead) = rule.said(locale);
    let zone = &scene.voice.zone;
    let message = hit.note.as_ref().map_or_else(
        || summary.to_owned(),
        |note| note.beside(summary, zone, locale),
    );
    let instead = hit.note.as_ref().and_then(Note::instead).unwrap_or(instead);
    Finding {
        rule: rule.id.clone(),
        span: hit.span,
        quote: hit.span.of(scene.reading.text).to_owned(),
        severity: hit.severity.unwrap_or(rule.severity),
        message,
        instead: instead.to_owned(),
        replacement: hit.replacement,
        guideline: guideline.to_owned(),
    }
}

fn verdict(findings: &[Finding]) -> Verdict {
    match findings.iter().map(|finding| finding.severity).max() {
        Some(Severity::Block) => Verdict::Block,
        Some(Severity::Warn) => Verdict::Improve,
        Some(Severity::Hint) | None => Verdict::Post,
    }
}

/// The beginning of a text, at most so many bytes.
pub(crate) fn within(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len()))
        .rev()
        .find(|&end| text.is_char_boundary(end));
    &text[..end.unwrap_or(0)]
}
