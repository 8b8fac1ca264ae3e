//! The engine's boundary: triage, check and suggest for one brand.
//!
//! The same code runs in the browser, in the server and on the command line, and says the
//! same to the byte: no IO, no clock, no randomness; where it reckons with fractions, only
//! IEEE basics and `libm`, which give the same bits everywhere.

mod example;
pub mod length;

pub use example::{ExampleOutcome, Mismatch};

pub use toonvast_brand::Brand;
pub use toonvast_spelling::{BadPack, Loader, Pack, Spelling};

use toonvast_model::case::Promise;
use toonvast_model::draft::{Answered, Checked, Draft, RecentReply, ReplyKind};
use toonvast_model::id::PostId;
use toonvast_model::locale::Locale;
use toonvast_model::post::{Author, Context, Post, Reach, Site};
use toonvast_model::suggestion::Suggestion;
use toonvast_model::timestamp::Timestamp;
use toonvast_model::triage::Triage;
use toonvast_reply::Library;
use toonvast_tone::Checker;
pub use toonvast_tone::{Around, MOST_REPLIES, RecentReplies};
use toonvast_triage::Triager;
pub use toonvast_triage::{Behind, Lesson, Recent, Sketch};

/// Everything the engine knows of one brand, ready to answer. Building one reads the brand's
/// word lists and library once; nothing it is asked afterwards can fail.
pub struct Engine {
    brand: Brand,
    triager: Triager,
    checker: Checker,
    library: Library,
    spelling: Dictionaries,
}

/// Where the dictionaries come from.
enum Dictionaries {
    /// Nowhere: drafts are checked without them.
    None,
    /// From whoever holds them, asked at each check: a program that has them inside reads them
    /// at the first.
    OnDemand(fn() -> Option<&'static Spelling>),
    /// From the engine's home, which has loaded them.
    Loaded(Box<Spelling>),
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Engine").field(&self.brand.id).finish()
    }
}

impl Engine {
    /// An engine for a brand.
    #[must_use]
    pub fn new(brand: Brand) -> Self {
        let triager = Triager::new(&brand);
        let checker = Checker::new(&brand);
        let library = Library::new(&brand);
        Self {
            brand,
            triager,
            checker,
            library,
            spelling: Dictionaries::None,
        }
    }

    /// With dictionaries that are there when a draft is checked, as [`Spelling::embedded`] has
    /// them. The engine does not name those itself, so that a home which loads its dictionaries
    /// does not carry them twice.
    #[must_use]
    pub fn with_dictionaries(mut self, on_demand: fn() -> Option<&'static Spelling>) -> Self {
        self.spelling = Dictionaries::OnDemand(on_demand);
        self
    }

    /// Checks with these dictionaries from now on.
    pub fn spell(&mut self, spelling: Spelling) {
        self.spelling = Dictionaries::Loaded(Box::new(spelling));
    }

    /// The dictionaries drafts are checked with, if any.
    #[must_use]
    pub fn spelling(&self) -> Option<&Spelling> {
        match &self.spelling {
            Dictionaries::None => None,
            Dictionaries::OnDemand(dictionaries) => dictionaries(),
            Dictionaries::Loaded(spelling) => Some(spelling),
        }
    }

    /// The brand it speaks for.
    #[must_use]
    pub const fn brand(&self) -> &Brand {
        &self.brand
    }

    /// Judges a post: type, situation, priority and the reasons for it.
    #[must_use]
    pub fn triage(&self, post: &Post, context: &Context, locale: Locale) -> Triage {
        self.triager.triage(post, context, locale)
    }

    /// Learns from what agents set right, oldest first, and forgets what it learnt before;
    /// no lessons undo it all (M20).
    pub fn learn(&mut self, lessons: &[Lesson]) {
        self.triager.learn(lessons);
    }

    /// The words behind what was said of a post.
    #[must_use]
    pub fn explain(&self, post: &Post, context: &Context, said: &Triage) -> Vec<Behind> {
        self.triager.explain(post, context, said)
    }

    /// What a post is about, to be compared with others of the hour (M15).
    #[must_use]
    pub fn sketch(&self, post: &Post) -> Sketch {
        self.triager.sketch(post)
    }

    /// Checks a draft against the tone guide. What the draft does not say of the post it
    /// answers (type, situation, sentiment) is triaged from the post's words.
    #[must_use]
    pub fn check(&self, draft: &Draft, locale: Locale) -> Checked {
        self.check_around(draft, &Around::default(), locale)
    }

    /// The same, with what is known around the draft: recent replies, other posts in sight,
    /// the account the agent is signed in with (M68, M69, M78).
    #[must_use]
    pub fn check_around(&self, draft: &Draft, around: &Around<'_>, locale: Locale) -> Checked {
        let answered = self.answered(draft);
        let around = Around {
            spelling: around.spelling.or(self.spelling()),
            ..*around
        };
        self.checker.check_around(draft, &answered, &around, locale)
    }

    /// What an English grammar check beside the engine is to read of a draft, whose faults go
    /// into [`Around::grammar`]; `None` where there is nothing for it: the draft is in another
    /// language, or the brand silenced the rule `grammar`.
    #[must_use]
    pub fn english<'d>(&self, draft: &'d str) -> Option<&'d str> {
        self.checker.english(draft)
    }

    /// Makes the team's recent public replies ready to be compared with, once for many checks;
    /// of their words only what a finding quotes is kept.
    #[must_use]
    pub fn recent_replies(&self, replies: impl IntoIterator<Item = RecentReply>) -> RecentReplies {
        self.checker.recent(replies)
    }

    /// The same, without reading again what is ready in `before`.
    #[must_use]
    pub fn renew_replies(
        &self,
        before: &RecentReplies,
        replies: impl IntoIterator<Item = RecentReply>,
    ) -> RecentReplies {
        self.checker.renew(before, replies)
    }

    /// Canned replies that fit a post, best first; none when nothing fits.
    #[must_use]
    pub fn suggest(&self, post: &Post, agent: Option<&str>, locale: Locale) -> Vec<Suggestion> {
        let customer = salutation(post);
        self.library
            .suggest(&post.text, agent, customer.as_deref(), locale)
    }

    /// Whether a reply settles the matter or announces that an answer follows (M34).
    #[must_use]
    pub fn reply_kind(&self, text: &str) -> ReplyKind {
        toonvast_tone::reply_kind(text)
    }

    /// When the answer is due that a reply promises if it is posted at this moment, by the
    /// brand's hours and holidays (M34, M35).
    #[must_use]
    pub fn promise(&self, text: &str, at: Timestamp) -> Option<Promise> {
        let said = toonvast_tone::promise(text)?;
        let calendar = self.brand.policy.calendar();
        let due = said.term.deadline(&calendar, at)?;
        let warn_at = calendar.warn_at(at, due);
        Some(Promise { due, warn_at })
    }

    /// How long a reply is, as the site where it would stand counts.
    #[must_use]
    pub fn length(&self, site: Site, text: &str) -> length::Length {
        length::length(site, text)
    }

    /// Runs the brand's examples and those of its house rules; a brand is fit for use when
    /// every outcome is met.
    #[must_use]
    pub fn examples(&self) -> Vec<ExampleOutcome> {
        example::outcomes(self)
    }

    fn answered(&self, draft: &Draft) -> Answered {
        let mut answered = draft.post.clone().unwrap_or_default();
        let known = [
            answered.kind.is_some(),
            answered.situation.is_some(),
            answered.sentiment.is_some(),
        ];
        if answered.text.trim().is_empty() || known == [true; 3] {
            return answered;
        }
        let post = Post {
            id: PostId(String::new()),
            text: answered.text.clone(),
            site: draft.site,
            brand: Some(self.brand.id.clone()),
            author: Author::default(),
            reach: Reach::default(),
            posted_at: None,
        };
        // Whoever is being answered has reached us.
        let context = Context {
            addressed: true,
            ..Context::default()
        };
        let triage = self.triage(&post, &context, Locale::default());
        answered.kind = answered.kind.or(Some(triage.kind));
        answered.situation = answered.situation.or(Some(triage.situation));
        answered.sentiment = answered.sentiment.or(Some(triage.sentiment));
        answered
    }
}

/// How a reply names the customer: by handle on X, where that also notifies, by name elsewhere.
fn salutation(post: &Post) -> Option<String> {
    let name = post.author.handle.trim().trim_start_matches('@');
    if name.is_empty() {
        return None;
    }
    Some(match post.site {
        Site::X => format!("@{name}"),
        _ => name.to_owned(),
    })
}
