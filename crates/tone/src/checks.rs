//! The kinds of check: one file each, one enum over all.

mod acknowledgement;
mod competitor;
mod corrections;
mod emoji;
mod forbidden_topic;
mod foreign_link;
mod foreign_words;
mod form_of_address;
mod generic_thanks;
mod greeting;
mod humour;
mod inconsistent;
mod jargon;
mod misspelt;
mod no_answer;
mod no_term;
mod only_redirects;
mod other_language;
mod personal_data;
mod placeholder;
mod private_matter;
mod shouting;
mod signature;
mod too_long;
mod uniform;
mod word_list;
mod wrong_brand;
mod wrong_name;
mod wrong_post;

use crate::acts::Acts;
use crate::around::Around;
use crate::note::Note;
use crate::reading::Reading;
use crate::recent::Kept;
use crate::voice::Voice;
use toonvast_brand::rule::{Check, Learnt, Rule, SpeechAct, When};
use toonvast_model::draft::{Answered, Draft, Severity};
use toonvast_model::span::Span;
use toonvast_model::triage::{Sentiment, Situation};

pub(crate) use inconsistent::Inconsistent;
pub(crate) use no_term::NoTerm;

/// All a check may look at.
pub(crate) struct Scene<'a> {
    /// The draft, read.
    pub reading: &'a Reading<'a>,
    /// The draft with what is known around it.
    pub draft: &'a Draft,
    /// The post it answers.
    pub answered: &'a Answered,
    /// That post, read.
    pub post: &'a Reading<'a>,
    /// The brand.
    pub voice: &'a Voice,
    /// Positions of tokens that name the brand, a product or an account.
    pub names: Vec<std::ops::Range<usize>>,
    /// What each sentence of the draft does.
    pub acts: Vec<Acts>,
    /// What is known around it.
    pub around: &'a Around<'a>,
}

impl Scene<'_> {
    /// Whether the customer complains or is in trouble, so that lightness hurts.
    pub fn grave(&self) -> bool {
        matches!(
            self.answered.situation,
            Some(Situation::Complaint | Situation::Crisis)
        )
    }

    /// Whether the customer is displeased.
    pub fn negative(&self) -> bool {
        self.answered.sentiment == Some(Sentiment::Negative)
    }

    /// How sure the learnt reading is that a sentence does one of these, per mille; 0 where
    /// the draft's language has none.
    pub fn does(&self, sentence: usize, acts: &[SpeechAct]) -> u16 {
        self.acts.get(sentence).map_or(0, |read| read.any(acts))
    }

    /// Whether a recent reply stands under another post than the one being answered.
    pub fn answers_another(&self, kept: &Kept) -> bool {
        self.around.answers.is_none() || kept.answers.as_ref() != self.around.answers
    }

    /// Whether these tokens are somebody else's words or a name of the brand's own.
    pub fn is_name_or_quotation(&self, tokens: &std::ops::Range<usize>) -> bool {
        self.reading.tokens[tokens.clone()]
            .iter()
            .any(|token| token.quoted)
            || self
                .names
                .iter()
                .any(|name| name.start < tokens.end && tokens.start < name.end)
    }
}

/// A passage a check objects to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hit {
    /// The passage; `0..0` for what is missing.
    pub span: Span,
    /// What to put there, where that is certain.
    pub replacement: Option<String>,
    /// Graver or milder than the rule says.
    pub severity: Option<Severity>,
    /// What there is to say beside the rule's own words.
    pub note: Option<Note>,
}

impl Hit {
    /// A passage.
    pub const fn at(span: Span) -> Self {
        Self {
            span,
            replacement: None,
            severity: None,
            note: None,
        }
    }

    /// Something missing.
    pub const fn missing() -> Self {
        Self::at(Span::MISSING)
    }

    /// With a text to put there.
    pub fn replaced_by(mut self, text: &str) -> Self {
        self.replacement = (!text.is_empty()).then(|| text.to_owned());
        self
    }

    /// With something to say beside the rule's own words.
    pub fn saying(mut self, note: Note) -> Self {
        self.note = Some(note);
        self
    }

    /// With a severity of its own.
    pub fn graded(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }
}

/// Passages of one sentence are one fault: those after the first are shown and not counted.
pub(crate) fn once_a_sentence(spans: Vec<Span>, scene: &Scene) -> Vec<Hit> {
    let sentences = &scene.reading.sentences;
    let mut before = None;
    spans
        .into_iter()
        .map(|span| {
            let here = sentences.iter().position(|it| it.overlaps(&span));
            let again = here.is_some() && here == before;
            before = here;
            if again {
                Hit::at(span).graded(Severity::Hint)
            } else {
                Hit::at(span)
            }
        })
        .collect()
}

/// A rule, ready to run.
#[derive(Debug)]
pub(crate) struct Prepared {
    /// The rule.
    pub rule: Rule,
    kind: Kind,
}

impl Prepared {
    /// Makes a rule ready.
    pub fn new(rule: Rule) -> Self {
        let kind = Kind::new(&rule.check);
        Self { rule, kind }
    }

    /// What the rule objects to; nothing where it does not apply.
    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        if applies(&self.rule.when, scene) {
            self.kind.find(scene)
        } else {
            Vec::new()
        }
    }

    /// What the learnt reading of the sentences adds; nothing where the rule does not apply.
    pub fn read(&self, scene: &Scene) -> Vec<Hit> {
        // What a sentence does is only known beside what it answers.
        let answers = !scene.answered.text.trim().is_empty();
        let hits = match &self.rule.learnt {
            Some(learnt) if answers && applies(&self.rule.when, scene) => taught(learnt, scene),
            _ => return Vec::new(),
        };
        match &self.kind {
            Kind::Words(list) => list.not_excepted(hits, scene),
            Kind::Humour(_) => humour::graded(hits, scene),
            _ => hits,
        }
    }

    /// Words the dictionary calls wrong, for the rule that asks it.
    pub fn misspelt(&self, scene: &Scene) -> Vec<Hit> {
        match &self.rule.check {
            Check::Corrections(data) if data.dictionary && applies(&self.rule.when, scene) => {
                misspelt::find(scene, self.rule.lang)
            }
            _ => Vec::new(),
        }
    }

    /// The check that knows announcements, if this rule is one.
    pub const fn announcement_check(&self) -> Option<&NoTerm> {
        match &self.kind {
            Kind::NoTerm(check) => Some(check),
            _ => None,
        }
    }

    /// The check that knows what answers say, if this rule is one.
    pub const fn answers_check(&self) -> Option<&Inconsistent> {
        match &self.kind {
            Kind::Inconsistent(check) => Some(check),
            _ => None,
        }
    }

    /// Whether the rule says something of drafts in a language it was not written for.
    pub const fn reads_any_language(&self) -> bool {
        matches!(
            self.kind,
            Kind::Unsigned(_)
                | Kind::SignedOtherwise(_)
                | Kind::Emoji
                | Kind::Placeholder
                | Kind::OtherLanguage(_)
                | Kind::PersonalData(_)
                | Kind::Uniform(_)
                | Kind::WrongBrand
                | Kind::WrongName(_)
                | Kind::WrongPost(_)
                | Kind::ForbiddenTopic
                | Kind::ForeignLink(_)
        )
    }
}

/// Fewest words of a sentence that is read: *Certainly!* is nobody's promise.
const FEWEST: usize = 3;

/// Sentences that do what the rule is about.
fn taught(learnt: &Learnt, scene: &Scene) -> Vec<Hit> {
    let reading = scene.reading;
    let sentences = reading.sentences.iter().enumerate();
    sentences
        .filter(|(number, _)| {
            let tokens = &reading.tokens[reading.sentence_tokens(*number)];
            scene.does(*number, &learnt.acts) >= learnt.sure
                && tokens.iter().filter(|token| !token.quoted).count() >= FEWEST
        })
        .map(|(_, span)| Hit::at(*span))
        .collect()
}

fn applies(when: &When, scene: &Scene) -> bool {
    fn one_of<T: PartialEq>(wanted: &[T], found: Option<&T>) -> bool {
        wanted.is_empty() || found.is_some_and(|found| wanted.contains(found))
    }
    one_of(&when.situation, scene.answered.situation.as_ref())
        && one_of(&when.kind, scene.answered.kind.as_ref())
        && one_of(&when.sentiment, scene.answered.sentiment.as_ref())
        && one_of(&when.site, Some(&scene.draft.site))
        && when
            .public
            .is_none_or(|public| public == scene.draft.public)
}

/// The data of a check, indexed.
#[derive(Debug)]
enum Kind {
    Words(word_list::WordList),
    Corrections(corrections::Corrections),
    Humour(humour::Humour),
    NoAcknowledgement(acknowledgement::Acknowledgement),
    OnlyRedirects(only_redirects::OnlyRedirects),
    NoTerm(NoTerm),
    NoAnswer(no_answer::NoAnswer),
    GenericThanks(generic_thanks::GenericThanks),
    Unsigned(signature::Closings),
    SignedOtherwise(signature::Closings),
    FormOfAddress(form_of_address::FormOfAddress),
    Shouting(shouting::Shouting),
    Emoji,
    TooLong(toonvast_brand::rule::TooLong),
    Placeholder,
    OtherLanguage(other_language::OtherLanguage),
    ForeignWords(foreign_words::ForeignWords),
    Jargon(jargon::Jargon),
    PersonalData(personal_data::PersonalData),
    PrivateMatter(private_matter::PrivateMatter),
    Competitor(competitor::Competitor),
    Uniform(toonvast_brand::rule::Uniform),
    Inconsistent(Inconsistent),
    WrongBrand,
    WrongName(greeting::Greetings),
    WrongPost(greeting::Greetings),
    ForbiddenTopic,
    ForeignLink(foreign_link::ForeignLink),
}

impl Kind {
    fn new(check: &Check) -> Self {
        match check {
            Check::Words(data) => Self::Words(word_list::WordList::new(data)),
            Check::Corrections(data) => Self::Corrections(corrections::Corrections::new(data)),
            Check::Humour(data) => Self::Humour(humour::Humour::new(data)),
            Check::NoAcknowledgement(data) => {
                Self::NoAcknowledgement(acknowledgement::Acknowledgement::new(data))
            }
            Check::OnlyRedirects(data) => {
                Self::OnlyRedirects(only_redirects::OnlyRedirects::new(data))
            }
            Check::NoTerm(data) => Self::NoTerm(NoTerm::new(data)),
            Check::NoAnswer(data) => Self::NoAnswer(no_answer::NoAnswer::new(data)),
            Check::GenericThanks(data) => {
                Self::GenericThanks(generic_thanks::GenericThanks::new(data))
            }
            Check::Unsigned(data) => Self::Unsigned(signature::Closings::new(data)),
            Check::SignedOtherwise(data) => Self::SignedOtherwise(signature::Closings::new(data)),
            Check::FormOfAddress(data) => {
                Self::FormOfAddress(form_of_address::FormOfAddress::new(data))
            }
            Check::Shouting(data) => Self::Shouting(shouting::Shouting::new(data)),
            Check::Emoji(_) => Self::Emoji,
            Check::TooLong(data) => Self::TooLong(*data),
            Check::Placeholder(_) => Self::Placeholder,
            Check::OtherLanguage(data) => {
                Self::OtherLanguage(other_language::OtherLanguage::new(data))
            }
            Check::ForeignWords(data) => Self::ForeignWords(foreign_words::ForeignWords::new(data)),
            Check::Jargon(data) => Self::Jargon(jargon::Jargon::new(data)),
            Check::PersonalData(data) => Self::PersonalData(personal_data::PersonalData::new(data)),
            Check::PrivateMatter(data) => {
                Self::PrivateMatter(private_matter::PrivateMatter::new(data))
            }
            Check::Competitor(data) => Self::Competitor(competitor::Competitor::new(data)),
            Check::Uniform(data) => Self::Uniform(*data),
            Check::Inconsistent(data) => Self::Inconsistent(Inconsistent::new(data)),
            Check::WrongBrand(_) => Self::WrongBrand,
            Check::WrongName(data) => Self::WrongName(greeting::Greetings::new(data)),
            Check::WrongPost(data) => Self::WrongPost(greeting::Greetings::new(data)),
            Check::ForbiddenTopic(_) => Self::ForbiddenTopic,
            Check::ForeignLink(data) => Self::ForeignLink(foreign_link::ForeignLink::new(data)),
        }
    }

    fn find(&self, scene: &Scene) -> Vec<Hit> {
        match self {
            Self::Words(check) => check.find(scene),
            Self::Corrections(check) => check.find(scene),
            Self::Humour(check) => check.find(scene),
            Self::NoAcknowledgement(check) => check.find(scene),
            Self::OnlyRedirects(check) => check.find(scene),
            Self::NoTerm(check) => check.find(scene),
            Self::NoAnswer(check) => check.find(scene),
            Self::GenericThanks(check) => check.find(scene),
            Self::Unsigned(closings) => signature::missing(closings, scene),
            Self::SignedOtherwise(closings) => signature::wrong(closings, scene),
            Self::FormOfAddress(check) => check.find(scene),
            Self::Shouting(check) => check.find(scene),
            Self::Emoji => emoji::find(scene),
            Self::TooLong(limits) => too_long::find(*limits, scene),
            Self::Placeholder => placeholder::find(scene),
            Self::OtherLanguage(check) => check.find(scene),
            Self::ForeignWords(check) => check.find(scene),
            Self::Jargon(check) => check.find(scene),
            Self::PersonalData(check) => check.find(scene),
            Self::PrivateMatter(check) => check.find(scene),
            Self::Competitor(check) => check.find(scene),
            Self::Uniform(data) => uniform::find(*data, scene),
            Self::Inconsistent(check) => check.find(scene),
            Self::WrongBrand => wrong_brand::find(scene),
            Self::WrongName(greetings) => wrong_name::find(greetings, scene),
            Self::WrongPost(greetings) => wrong_post::find(greetings, scene),
            Self::ForbiddenTopic => forbidden_topic::find(scene),
            Self::ForeignLink(check) => check.find(scene),
        }
    }
}
