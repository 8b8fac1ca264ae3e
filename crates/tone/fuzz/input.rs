//! Bytes as a draft and the post it answers, and what must hold of every check.
//!
//! The first line chooses, a letter a choice, `a` the first of its list; what is missing is
//! `a`, any other byte is counted from `a` around the list:
//!
//! ```text
//! 1 site   2 situation   3 sentiment   4 private +1, English findings +2, dictionaries +4, a hostile house rule +8
//! ```
//!
//! The second line is the post, the rest the draft.

use std::path::Path;
use toonvast_brand::folder;
use toonvast_brand::rule::{Check, Rule, Words};
use toonvast_model::draft::{Answered, Checked, Draft, Severity, Verdict};
use toonvast_model::locale::Locale;
use toonvast_model::post::Site;
use toonvast_model::triage::{Sentiment, Situation};
use toonvast_spelling::Spelling;
use toonvast_tone::{Around, Checker, MOST_BYTES};

const SITES: [Site; 6] = [
    Site::X,
    Site::Facebook,
    Site::Forum,
    Site::Review,
    Site::NewsComment,
    Site::Other,
];
const SITUATIONS: [Option<Situation>; 7] = [
    None,
    Some(Situation::Crisis),
    Some(Situation::Complaint),
    Some(Situation::Question),
    Some(Situation::FactualError),
    Some(Situation::Compliment),
    Some(Situation::Other),
];
const SENTIMENTS: [Option<Sentiment>; 4] = [
    None,
    Some(Sentiment::Negative),
    Some(Sentiment::Neutral),
    Some(Sentiment::Positive),
];
/// Tried in every combination, this would never end.
const HOSTILE: &str = "a ... a ... a ... a ... a ... a ... a ... b";

/// The demo brand's checker, and one whose brand means ill.
pub struct Checkers {
    demo: Checker,
    hostile: Checker,
}

impl Checkers {
    /// Checkers of the brand in this folder.
    pub fn new(brand: &Path) -> Self {
        let mut brand = folder::brand(brand).expect("the demo brand");
        let demo = Checker::new(&brand);
        let words = [HOSTILE, "(a+)+$"].map(|text| text.parse().expect("a phrase"));
        let rule = toonvast_tone::rules().first().expect("there are rules");
        brand.rules.push(Rule {
            check: Check::Words(Words {
                words: words.to_vec(),
                ..Words::default()
            }),
            ..rule.clone()
        });
        let hostile = Checker::new(&brand);
        Self { demo, hostile }
    }

    /// Checks what these bytes mean, twice, and whether all of it is sound.
    pub fn check(&self, bytes: &[u8]) {
        let text = String::from_utf8_lossy(bytes);
        let (choices, text) = text.split_once('\n').unwrap_or(("", &text));
        let (post, words) = text.split_once('\n').unwrap_or(("", text));
        let choice = |at: usize| {
            let byte = choices.as_bytes().get(at).copied().unwrap_or(b'a');
            usize::from(byte.wrapping_sub(b'a'))
        };
        let flags = choice(3);
        let draft = Draft {
            draft: words.to_owned(),
            brand: None,
            site: SITES[choice(0) % SITES.len()],
            public: flags & 1 == 0,
            agent: Some("Noor".to_owned()),
            post: None,
        };
        let answered = Answered {
            text: post.to_owned(),
            situation: SITUATIONS[choice(1) % SITUATIONS.len()],
            sentiment: SENTIMENTS[choice(2) % SENTIMENTS.len()],
            ..Answered::default()
        };
        let locale = if flags & 2 == 0 {
            Locale::Nl
        } else {
            Locale::En
        };
        let spelling = Spelling::embedded().filter(|_| flags & 4 != 0);
        let around = Around {
            spelling,
            ..Around::default()
        };
        let checker = if flags & 8 == 0 {
            &self.demo
        } else {
            &self.hostile
        };
        let checked = checker.check_around(&draft, &answered, &around, locale);
        sound(&draft, &checked);
        let again = checker.check_around(&draft, &answered, &around, locale);
        assert_eq!(checked, again, "the same draft, checked otherwise");
    }
}

fn sound(draft: &Draft, checked: &Checked) {
    let mut before = None;
    for finding in &checked.findings {
        let span = finding.span;
        assert!(span.end <= MOST_BYTES, "{span:?}");
        let passage = draft.draft.get(span.start..span.end);
        assert_eq!(passage, Some(finding.quote.as_str()), "{}", finding.rule);
        assert!(!finding.message.is_empty() && !finding.guideline.is_empty());
        let place = (span, finding.rule.clone());
        assert!(
            before.as_ref().is_none_or(|before| *before <= place),
            "out of order"
        );
        before = Some(place);
    }
    let gravest = checked
        .findings
        .iter()
        .map(|finding| finding.severity)
        .max();
    let verdict = match gravest {
        Some(Severity::Block) => Verdict::Block,
        Some(Severity::Warn) => Verdict::Improve,
        _ => Verdict::Post,
    };
    assert_eq!(checked.verdict, verdict);
}
