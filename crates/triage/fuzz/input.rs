//! Bytes as a post, its author, its reach, moments and context, and what must hold of every
//! judgement.
//!
//! The first line chooses, a letter a choice, `a` the first of its list; what is missing is
//! `a`, any other byte is counted from `a` around the list:
//!
//! ```text
//! 1 site   2 followers   3 shares   4 other reach   5 posted   6 now
//! 7 addressed +1, answered +2, follow-up +4, under an advertisement +8
//! 8 solicited +1, verified +2, English reasons +4, a crisis on and lessons taught +8
//! 9 similar   10 earlier posts   11, 12 corrections
//! ```
//!
//! The rest is the text; a JSON string is read as one.

use std::path::Path;
use toonvast_brand::folder;
use toonvast_model::id::PostId;
use toonvast_model::language::Language;
use toonvast_model::locale::Locale;
use toonvast_model::post::{Author, Context, Post, Reach, Site};
use toonvast_model::timestamp::Timestamp;
use toonvast_model::triage::{
    About, Correction, Influence, Kind, Priority, Purpose, Respond, Sentiment, Situation,
};
use toonvast_triage::{Lesson, Triager};

const SITES: [Site; 6] = [
    Site::X,
    Site::Facebook,
    Site::Forum,
    Site::Review,
    Site::NewsComment,
    Site::Other,
];
const COUNTS: [Option<u64>; 9] = [
    None,
    Some(0),
    Some(4),
    Some(30),
    Some(100),
    Some(9_999),
    Some(10_000),
    Some(1_000_000),
    Some(u64::MAX),
];
/// A moment within a campaign of the demo brand.
const NOW: i64 = 1_795_000_000_000;
const DAY: i64 = 86_400_000;
const MOMENTS: [Option<i64>; 8] = [
    None,
    Some(NOW - 180_000),
    Some(NOW - 3 * DAY),
    Some(NOW),
    Some(NOW + 400 * DAY),
    Some(0),
    Some(i64::MIN),
    Some(i64::MAX),
];
const FEW: [u32; 6] = [0, 1, 3, 10, 100, u32::MAX];

fn corrections() -> Vec<Option<Correction>> {
    let topics = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    let all = [
        Correction::About(About::None),
        Correction::About(About::Employee),
        Correction::Kind(Kind::Spam),
        Correction::Kind(Kind::Question),
        Correction::Situation(Situation::Crisis),
        Correction::Sentiment(Sentiment::Positive),
        Correction::AsksHelp(false),
        Correction::Respond(Respond::No),
        Correction::Priority(Priority::Urgent),
        Correction::Priority(Priority::None),
        Correction::Influence(Influence::High),
        Correction::Topics(topics(&[])),
        Correction::Topics(topics(&["app", "slot", "accu"])),
        Correction::Risk(true),
        Correction::Chance(true),
        Correction::Language(Language::Und),
        Correction::Purpose(Purpose::Sales),
    ];
    std::iter::once(None).chain(all.map(Some)).collect()
}

/// The demo brand as it is, and with a crisis on and some lessons taught.
pub struct Triagers {
    plain: Triager,
    taught: Triager,
}

impl Triagers {
    /// Reads the brand's folder.
    pub fn new(brand: &Path) -> Self {
        let mut brand = folder::brand(brand).expect("the demo brand is sound");
        let plain = Triager::new(&brand);
        brand.policy.crisis.since = Some(Timestamp(NOW - DAY));
        let mut taught = Triager::new(&brand);
        taught.learn(&lessons());
        Self { plain, taught }
    }

    /// Judges what bytes stand for; panics where a judgement is unsound.
    pub fn judge(&self, bytes: &[u8]) {
        let input = Input::of(bytes);
        let triager = if input.taught {
            &self.taught
        } else {
            &self.plain
        };
        let said = triager.triage(&input.post, &input.context, input.locale);
        let again = triager.triage(&input.post, &input.context, input.locale);
        assert_eq!(said, again, "the same post is judged twice the same");
        assert!(said.topics.len() <= 3, "{} topics", said.topics.len());
        assert!(!said.reasons.is_empty(), "no reasons");
        let points = said.reasons.iter().map(|reason| i64::from(reason.points));
        assert_eq!(points.sum::<i64>(), i64::from(said.score), "reasons add up");
        for behind in triager.explain(&input.post, &input.context, &said) {
            for word in behind.words {
                let there = input.post.text.get(word.span.start..word.span.end);
                assert!(there.is_some(), "{} rests on the text", behind.field);
            }
        }
        drop(triager.sketch(&input.post));
    }
}

fn lessons() -> Vec<Lesson> {
    let lesson = |text: &str, kind, priority| Lesson {
        post: post(text.to_owned()),
        corrections: vec![Correction::Kind(kind), Correction::Priority(priority)],
        teacher: 1,
    };
    vec![
        lesson("De bel doet het niet meer", Kind::Problem, Priority::Normal),
        lesson("Kan iemand mij terugbellen", Kind::Question, Priority::High),
        lesson("Lekker gefietst vandaag", Kind::Remark, Priority::Low),
    ]
}

struct Input {
    post: Post,
    context: Context,
    locale: Locale,
    taught: bool,
}

impl Input {
    fn of(bytes: &[u8]) -> Self {
        let line = bytes.iter().position(|byte| *byte == b'\n');
        let (head, text) = line.map_or((&[][..], bytes), |at| (&bytes[..at], &bytes[at + 1..]));
        let letter = |at: usize| head.get(at).map_or(0, |byte| byte.wrapping_sub(b'a'));
        let mut post = post(read(text));
        post.site = pick(&SITES, letter(0));
        post.author.followers = pick(&COUNTS, letter(1));
        post.author.verified = letter(7) & 2 != 0;
        post.reach.shares = pick(&COUNTS, letter(2));
        let other = pick(&COUNTS, letter(3));
        (post.reach.likes, post.reach.replies, post.reach.views) = (other, other, other);
        post.posted_at = pick(&MOMENTS, letter(4)).map(Timestamp);
        let corrections = corrections();
        let context = Context {
            now: pick(&MOMENTS, letter(5)).map(Timestamp),
            addressed: letter(6) & 1 != 0,
            answered: letter(6) & 2 != 0,
            follow_up: letter(6) & 4 != 0,
            under_ad: letter(6) & 8 != 0,
            solicited: letter(7) & 1 != 0,
            similar: pick(&FEW, letter(8)),
            earlier_posts: pick(&FEW, letter(9)),
            corrections: [10, 11]
                .into_iter()
                .filter_map(|at| pick(&corrections, letter(at)))
                .collect(),
        };
        Self {
            post,
            context,
            locale: if letter(7) & 4 == 0 {
                Locale::Nl
            } else {
                Locale::En
            },
            taught: letter(7) & 8 != 0,
        }
    }
}

fn pick<T: Clone>(of: &[T], letter: u8) -> T {
    of[usize::from(letter) % of.len()].clone()
}

/// Bytes that are no UTF-8 become U+FFFD, as in a browser; so do half pairs in JSON, which the
/// page's messages cannot carry either.
fn read(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let json = text.trim_end();
    serde_json::from_str(json)
        .or_else(|_| serde_json::from_str(&without_half_pairs(json)))
        .unwrap_or(text)
}

/// A JSON text whose escaped surrogates all are U+FFFD.
fn without_half_pairs(json: &str) -> String {
    let mut text = String::new();
    let mut rest = json;
    while let Some(at) = rest.find("\\u") {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let digits = rest.get(2..6).unwrap_or_default();
        let half =
            u16::from_str_radix(digits, 16).is_ok_and(|unit| (0xD800..0xE000).contains(&unit));
        text.push_str(if half { "\u{FFFD}" } else { "\\u" });
        rest = &rest[if half { 6 } else { 2 }..];
    }
    text + rest
}

fn post(text: String) -> Post {
    Post {
        id: PostId("1".to_owned()),
        text,
        site: Site::X,
        brand: None,
        author: Author {
            handle: "@FietsersVerbond".to_owned(),
            ..Author::default()
        },
        reach: Reach::default(),
        posted_at: None,
    }
}
