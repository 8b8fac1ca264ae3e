//! A post, read once: its tokens, what the lexicons find in them, and what follows.

mod counts;
mod feeling;
mod rage;

use crate::lexicon::{self, Category, Hit};
use crate::mentions::{BrandNames, Mentions};
use crate::topics::Topics;
use counts::Counts;
pub(crate) use feeling::Feeling;
pub(crate) use rage::Rage;
use toonvast_brand::policy::{Campaign, Policy};
use toonvast_model::language::Language;
use toonvast_model::post::{Context, Post};
use toonvast_text::{Line, language_of};

/// Everything the verdicts and signals look at.
pub(crate) struct Reading<'p> {
    pub(crate) post: &'p Post,
    pub(crate) context: &'p Context,
    pub(crate) language: Language,
    pub(crate) line: Line,
    pub(crate) mentions: Mentions,
    /// The brand's topics that stand in it.
    pub(crate) topics: Vec<String>,
    pub(crate) feeling: Feeling,
    pub(crate) rage: Rage,
    hits: Vec<Hit>,
    pub(crate) counts: Counts,
}

impl<'p> Reading<'p> {
    /// Reads a post.
    pub(crate) fn of(
        post: &'p Post,
        context: &'p Context,
        names: &BrandNames,
        topics: &Topics,
    ) -> Self {
        let line = Line::of(&post.text);
        let language = language_of(&post.text, &line);
        let mut hits = Vec::new();
        for lexicon in lexicon::for_language(language) {
            lexicon.find(&line, &mut hits);
        }
        hits.sort_unstable();
        hits.dedup();
        let hits = feeling::without_contained(&hits);
        let counts = Counts::of(&line, &hits);
        let mentions = names.find(&post.text, &line);
        let topics = topics.find(&line);
        let feeling = Feeling::of(&post.text, &line, &hits);
        let rage = Rage::of(&post.text);
        Self {
            post,
            context,
            language,
            line,
            mentions,
            topics,
            feeling,
            rage,
            hits,
            counts,
        }
    }

    /// How often a category was found.
    pub(crate) const fn count(&self, category: Category) -> usize {
        self.counts.of_category(category)
    }

    /// Whether a category was found.
    pub(crate) const fn has(&self, category: Category) -> bool {
        self.count(category) > 0
    }

    /// Entries found of a category.
    pub(crate) fn hits(&self, category: Category) -> impl Iterator<Item = &Hit> {
        self.hits.iter().filter(move |hit| hit.category == category)
    }

    /// Entries of a category that are longer than one word: the firm ones.
    pub(crate) const fn firm(&self, category: Category) -> usize {
        self.counts.firm(category)
    }

    /// Whether an entry of a category holds a number: *0 keer*, *0e mail*.
    pub(crate) fn numbered(&self, category: Category) -> bool {
        self.has(category)
            && self
                .hits(category)
                .any(|hit| (hit.start..hit.end).any(|at| self.line.token(at).starts_with('0')))
    }

    /// Minutes since the post was written, where both moments are known.
    pub(crate) fn minutes_waited(&self) -> Option<u64> {
        Some(self.context.now?.minutes_since(self.post.posted_at?))
    }

    /// The campaigns that run now and that the post belongs to (M12).
    pub(crate) fn campaigns<'c>(&self, policy: &'c Policy) -> Vec<&'c Campaign> {
        let Some(now) = self.context.now else {
            return Vec::new();
        };
        let running = policy.campaigns_at(now);
        running
            .filter(|campaign| self.says_any(&campaign.words))
            .collect()
    }

    /// Whether one of the words or phrases stands in the post, hashtags with or without `#`.
    pub(crate) fn says_any(&self, phrases: &[String]) -> bool {
        phrases.iter().any(|phrase| {
            let wanted = Line::of(phrase);
            let wanted = wanted.text().trim_start_matches(" | ").trim();
            !wanted.is_empty() && self.line.text().contains(&format!(" {wanted} "))
        })
    }
}
