//! What a post is about, and whether it is about the brand at all (M5, M7).

use crate::lexicon::Category;
use crate::mentions::Naming;
use crate::reading::Reading;
use toonvast_model::post::Site;
use toonvast_model::triage::{About, Kind};

/// Whether the post is about the brand; `Company` stands for *yes* until [`refine`].
pub(crate) fn judge(reading: &Reading<'_>, spam: bool) -> About {
    if spam {
        let fraud = reading.has(Category::Phishing)
            && reading.mentions.naming >= Naming::Perhaps
            && reading.links() > 0;
        return if fraud { About::Brand } else { About::None };
    }
    if is_ours(reading) {
        About::Company
    } else {
        About::None
    }
}

fn is_ours(reading: &Reading<'_>) -> bool {
    let mentions = &reading.mentions;
    if mentions.naming == Naming::Tagged || reading.context.addressed {
        return true;
    }
    if mentions.homonym {
        return false;
    }
    match mentions.naming {
        Naming::Named => !mentions.only_hashtag || custom(reading) > 0,
        Naming::Perhaps => custom(reading) >= 2,
        _ => mentions.competitors == 0 && custom(reading) >= threshold(reading),
    }
}

/// How much a post that names nobody must look like a customer's: less where the brand has
/// pages of its own than on a timeline.
const fn threshold(reading: &Reading<'_>) -> usize {
    match reading.post.site {
        Site::Review => 1,
        Site::Facebook | Site::Forum | Site::NewsComment => 2,
        Site::X | Site::Other => 3,
    }
}

/// How much a post looks like a customer's message.
fn custom(reading: &Reading<'_>) -> usize {
    let spoken_to = 2 * usize::from(reading.has(Category::You));
    let business = reading.count(Category::Service).min(3);
    let people = usize::from(reading.has(Category::Role)) + usize::from(reading.mentions.agent);
    let asks =
        usize::from(reading.question_marks() > 0) + usize::from(reading.has(Category::Request));
    let trouble = usize::from(reading.has(Category::Malfunction))
        + usize::from(reading.has(Category::Outrage))
        + usize::from(reading.has(Category::Ignored))
        + usize::from(reading.has(Category::Praise));
    let news = usize::from(reading.has(Category::Claim) || reading.has(Category::Share));
    let topics = 2 * usize::from(!reading.topics.is_empty());
    spoken_to + business + people + asks + trouble + news + topics
}

/// Company, brand, employee or product, for a post that is about the brand.
pub(crate) fn refine(reading: &Reading<'_>, kind: Kind, about: About) -> About {
    if about != About::Company {
        return about;
    }
    let judged = matches!(kind, Kind::Complaint | Kind::Compliment | Kind::Remark);
    let people = if judged {
        4 * reading.count(Category::Role).min(2)
            + 3 * usize::from(reading.has(Category::Conduct))
            + 2 * usize::from(reading.mentions.agent)
    } else {
        0
    };
    let product = 2 * reading.count(Category::Thing).min(3)
        + 3 * reading.mentions.products.min(2)
        + 2 * usize::from(reading.has(Category::Malfunction));
    let company = 2 * reading.count(Category::Organisation).min(3)
        + 2 * usize::from(reading.has(Category::Ignored));
    let brand = if kind == Kind::Remark || kind == Kind::Complaint {
        5 * reading.count(Category::Advertising).min(2)
    } else {
        0
    };
    let ranked = [
        (product, About::Product),
        (company, About::Company),
        (people, About::Employee),
        (brand, About::Brand),
    ];
    let best = ranked.iter().rev().max_by_key(|(score, _)| *score);
    best.filter(|(score, _)| *score > 0)
        .map_or(About::Company, |(_, about)| *about)
}
