//! How much a post looks like a customer's message (M5).

use crate::lexicon::Category;
use crate::reading::Reading;

/// Evidence in points: who is spoken to, business words, people, asking, trouble.
pub(crate) fn evidence(reading: &Reading<'_>) -> usize {
    let spoken_to = 2 * usize::from(reading.has(Category::You));
    let business = reading.count(Category::Service).min(3);
    let people = usize::from(reading.has(Category::Role)) + usize::from(reading.mentions.agent);
    let asks = usize::from(reading.counts.question_marks > 0)
        + usize::from(reading.has(Category::Request));
    let trouble = usize::from(reading.has(Category::Malfunction))
        + usize::from(reading.has(Category::Outrage))
        + usize::from(reading.has(Category::Ignored))
        + usize::from(reading.has(Category::Praise));
    let news = usize::from(reading.has(Category::Claim) || reading.has(Category::Share));
    let topics = 2 * usize::from(!reading.topics.is_empty());
    spoken_to + business + people + asks + trouble + news + topics
}
