//! How pleased or displeased a post sounds (M20).

use crate::lexicon::{Category, Hit};
use toonvast_text::emoji;
use toonvast_text::{Line, Mark};

/// Points of pleasure and displeasure.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Feeling {
    /// Pleasure.
    pub(crate) pleased: usize,
    /// Displeasure.
    pub(crate) displeased: usize,
    /// A negation turned a pleasing or displeasing word.
    pub(crate) turned: bool,
    /// Pleasing emoji.
    pub(crate) smiles: usize,
    /// Displeased emoji.
    pub(crate) frowns: usize,
    /// Emoji that advertise: rockets, money, pointing hands.
    pub(crate) flares: usize,
    /// Eye-rolling, clowns, sarcastic faces.
    pub(crate) smirks: usize,
}

/// Tokens before a word in which a negation turns it.
const SCOPE: usize = 3;

impl Feeling {
    /// Weighs what was found.
    pub(crate) fn of(text: &str, line: &Line, hits: &[Hit]) -> Self {
        let mut sum = Self::default();
        sum.faces(text);
        let negators: Vec<usize> = hits
            .iter()
            .filter(|hit| hit.category == Category::Negator)
            .map(|hit| hit.start)
            .collect();
        for hit in hits {
            let negated = is_negated(line, &negators, hit);
            sum.turned |=
                negated && matches!(hit.category, Category::Positive | Category::Negative);
            match (hit.category, negated) {
                (Category::MoodUp, false) | (Category::MoodDown, true) => sum.pleased += 1,
                (Category::MoodDown, false) | (Category::MoodUp, true) => sum.displeased += 1,
                (Category::Positive, false) => sum.pleased += 2,
                (Category::Positive, true) => sum.displeased += 2,
                (Category::Praise, false) => sum.pleased += 3,
                (Category::Praise, true) => sum.displeased += 1,
                (Category::Negative, false) => sum.displeased += 2,
                (Category::Negative, true) => sum.pleased += 1,
                (Category::Outrage | Category::Ignored | Category::Conduct, _) => {
                    sum.displeased += 2
                }
                (Category::Malfunction | Category::Leave, _) => sum.displeased += 1,
                (Category::Escalate, _) => sum.displeased += 1,
                _ => {}
            }
        }
        sum.pleased += 2 * sum.smiles;
        sum.displeased += 2 * sum.frowns + sum.smirks;
        sum
    }

    fn faces(&mut self, text: &str) {
        for span in emoji(text).iter().take(50) {
            let face = span.of(text);
            let is = |list: &str| face.chars().next().is_some_and(|c| list.contains(c));
            self.smiles += usize::from(is("😍❤🥰😘💚💙💛🧡💜💕👏🙌🎉👍🤩😊☺😁😄🤗💪⭐🌟🏆🥳💐🫶"));
            self.frowns += usize::from(is("😡🤬😠😤😢😭👎💩🤮🤢😞😔😩😫😖😣💔🖕😒☹🙁😱😰"));
            self.flares += usize::from(is("🚀🔥💰💸🤑👉👇✅🎁🔮💊📲📈💎🔗🛒💵"));
            self.smirks += usize::from(is("🙄🤡🤦🤷😑😏🥱🫠🙃🤨"));
        }
    }
}

fn is_negated(line: &Line, negators: &[usize], hit: &Hit) -> bool {
    let clause = (0..hit.start)
        .rev()
        .find(|&at| matches!(line.tokens()[at].mark, Mark::Start | Mark::End));
    let from = clause.unwrap_or(0).max(hit.start.saturating_sub(SCOPE));
    negators.iter().any(|&at| at >= from && at < hit.start)
}

/// Tokens the longest entry may have.
const LONGEST: usize = 16;

/// Drops a feeling that is only a part of a longer one: *goed bezig* in *goed bezig hoor*.
/// The hits must be in order.
pub(crate) fn without_contained(hits: &[Hit]) -> Vec<Hit> {
    let kept = hits
        .iter()
        .enumerate()
        .filter(|(at, hit)| !(feels(hit) && in_longer(hits, *at)));
    kept.map(|(_, hit)| *hit).collect()
}

const fn feels(hit: &Hit) -> bool {
    matches!(
        hit.category,
        Category::Positive
            | Category::Praise
            | Category::Negative
            | Category::Outrage
            | Category::Irony
    )
}

fn in_longer(hits: &[Hit], at: usize) -> bool {
    let hit = hits[at];
    let before = hits[..at]
        .iter()
        .rev()
        .take_while(|other| hit.start - other.start <= LONGEST);
    let after = hits[at..]
        .iter()
        .take_while(|other| other.start == hit.start);
    let covers = |other: &Hit| {
        feels(other) && other.end >= hit.end && other.end - other.start > hit.end - hit.start
    };
    before.chain(after).any(covers)
}
