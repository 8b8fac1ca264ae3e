//! The rules of Harper that are heard, and how much of what they say.
//!
//! Chosen by evidence: every rule of Harper was run over faultless replies of our corpus and
//! some eight thousand English texts people wrote to one another; a rule stays out when it
//! objected to sound English, when it is about spelling, style, punctuation or one dialect,
//! or when it prints to standard output (`LookingForwardTo`). A rule that is right about one
//! sort of passage only is heard on that sort. Left out on purpose: *it's/its*, *your/you're*,
//! *there/their*, *to/too*, which are spelling here.

/// A rule of Harper's, and what of it is heard. An empty list asks nothing.
#[derive(Debug, Clone, Copy)]
pub struct Trusted {
    /// Its name, as Harper calls it.
    pub name: &'static str,
    /// Passages it is heard on, in lower case.
    only: &'static [&'static str],
    /// Letters that do not stand in a passage it is heard on, in lower case.
    never: &'static [&'static str],
    /// Words a passage it is heard on follows, in lower case.
    after: &'static [&'static str],
    /// Letters that do not stand earlier in the sentence, in lower case.
    unless: &'static [&'static str],
    /// Whether a plain word must follow.
    before_plain_word: bool,
}

impl Trusted {
    const fn new(name: &'static str) -> Self {
        Self {
            name,
            only: &[],
            never: &[],
            after: &[],
            unless: &[],
            before_plain_word: false,
        }
    }

    const fn only(mut self, passages: &'static [&'static str]) -> Self {
        self.only = passages;
        self
    }

    const fn never(mut self, letters: &'static [&'static str]) -> Self {
        self.never = letters;
        self
    }

    const fn after(mut self, words: &'static [&'static str]) -> Self {
        self.after = words;
        self
    }

    const fn unless(mut self, letters: &'static [&'static str]) -> Self {
        self.unless = letters;
        self
    }

    const fn before_plain_word(mut self) -> Self {
        self.before_plain_word = true;
        self
    }

    /// Whether it is heard on a passage, given what stands before and behind it.
    pub(crate) fn is_heard(&self, before: &str, passage: &str, behind: &str) -> bool {
        let passage = passage.to_lowercase();
        let sentence = before.rsplit(['.', '!', '?', '\n']).next().unwrap_or("");
        let sentence = sentence.to_lowercase();
        let word = sentence.split_whitespace().next_back().unwrap_or("");
        (self.only.is_empty() || self.only.contains(&passage.as_str()))
            && !self.never.iter().any(|letters| passage.contains(letters))
            && (self.after.is_empty() || self.after.contains(&word))
            && !self.unless.iter().any(|letters| sentence.contains(letters))
            && (!self.before_plain_word || starts_plain(behind.trim_start_matches(' ')))
    }
}

/// Whether a word of four letters and more follows that one can pronounce: no abbreviation,
/// no name, and no *h*, which people pronounce in two ways.
fn starts_plain(text: &str) -> bool {
    let length = text
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(text.len());
    let word = &text[..length];
    length >= 4
        && word.bytes().all(|letter| letter.is_ascii_lowercase())
        && !word.starts_with('h')
        && word[..3].contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// Words after which *she bring* is right.
const WISHES: &[&str] = &[
    "suggest",
    "recommend",
    "insist",
    "propos",
    "request",
    "demand",
    "prefer",
    "advis",
    "ask",
    "vital",
    "important",
    "essential",
    "rather",
];

/// Verbs whose past differs from their present: Harper takes *she clung* for a present.
const VERBS: &[&str] = &[
    "has",
    "have",
    "hasn't",
    "haven't",
    "do",
    "does",
    "don't",
    "doesn't",
    "is",
    "are",
    "isn't",
    "aren't",
    "was",
    "were",
    "go",
    "goes",
    "need",
    "needs",
    "want",
    "wants",
    "know",
    "knows",
    "get",
    "gets",
    "take",
    "takes",
    "send",
    "sends",
    "bring",
    "brings",
    "make",
    "makes",
    "say",
    "says",
    "work",
    "works",
    "call",
    "calls",
    "receive",
    "receives",
    "pay",
    "pays",
    "live",
    "lives",
    "give",
    "gives",
    "look",
    "looks",
    "think",
    "thinks",
    "see",
    "sees",
    "find",
    "finds",
    "keep",
    "keeps",
    "wait",
    "waits",
    "hope",
    "hopes",
    "understand",
    "understands",
    "check",
    "checks",
    "help",
    "helps",
    "offer",
    "offers",
    "deliver",
    "delivers",
    "arrive",
    "arrives",
    "start",
    "starts",
    "seem",
    "seems",
    "like",
    "likes",
    "love",
    "loves",
    "write",
    "writes",
    "order",
    "orders",
    "buy",
    "buys",
    "return",
    "returns",
    "expect",
    "expects",
    "believe",
    "believes",
    "reply",
    "replies",
];

/// The trusted rules, by what they are about.
pub const TRUSTED: &[Trusted] = &[
    // Subject and verb.
    Trusted::new("PronounInflectionBe"),
    // Of *you* it objects to "you guys" and "who loves you does".
    Trusted::new("PronounVerbAgreement")
        .only(VERBS)
        .after(&["i", "he", "she", "we", "they"])
        .unless(WISHES),
    // *There's people* and *there is lots to see* are how people talk.
    Trusted::new("ThereIsAgreement").never(&["'", "’", "lots", "loads", "plenty", "heaps"]),
    Trusted::new("ThisTypeOfThing"),
    // Auxiliaries and verb forms.
    Trusted::new("ModalOf"),
    Trusted::new("HadOf"),
    Trusted::new("DidPast"),
    Trusted::new("HelpedPast"),
    Trusted::new("DontCan"),
    Trusted::new("IsBeenAuxSequence"),
    Trusted::new("DoIAdjective"),
    Trusted::new("NotBeAfterNot"),
    Trusted::new("ThereMissingIsClause"),
    Trusted::new("ItTimeAuxiliary"),
    // *Will releasing it help?*
    Trusted::new("WillNonLemma").never(&["ing"]),
    // *Being broke*.
    Trusted::new("SimplePastToPastParticiple").never(&["broke"]),
    Trusted::new("RegularIrregulars"),
    Trusted::new("SupposedTo"),
    // What a verb takes.
    Trusted::new("AwaitFor"),
    Trusted::new("LetToDo"),
    Trusted::new("WorthToDo"),
    Trusted::new("AllowTo"),
    // Prepositions and particles.
    Trusted::new("AwareOf"),
    Trusted::new("ResponsibleFor"),
    Trusted::new("SimilarLike"),
    Trusted::new("DespiteOf"),
    Trusted::new("DespiteItIs"),
    Trusted::new("ExceptOf"),
    Trusted::new("InNeedOf"),
    Trusted::new("Unless"),
    Trusted::new("SinceDuration"),
    Trusted::new("FriendOfMe"),
    // Comparison.
    Trusted::new("ThenThan"),
    Trusted::new("SameAs"),
    Trusted::new("AsMuchAs"),
    Trusted::new("MoreBetter"),
    Trusted::new("AdjectiveDoubleDegree"),
    // Articles and number.
    Trusted::new("AnA").before_plain_word(),
    Trusted::new("AfterAWhile"),
    Trusted::new("InAHurry"),
    Trusted::new("TheAnother"),
    Trusted::new("AnotherOnes"),
    Trusted::new("AnotherThings"),
    // *One of the team will call.*
    Trusted::new("OneOfTheSingular")
        .after(&["the", "our", "your", "these", "those"])
        .never(&[
            "team", "staff", "crew", "family", "public", "lot", "people", "media", "data", "police",
        ]),
    Trusted::new("EverySingleOneOf"),
    Trusted::new("MostOfTheTimes"),
    // Of many other nouns it denies the plural that they have.
    Trusted::new("MassNouns").only(&[
        "advices",
        "an advice",
        "many advice",
        "many advices",
        "baggages",
        "equipments",
        "an equipment",
        "feedbacks",
        "furnitures",
        "informations",
        "an information",
        "many information",
        "luggages",
        "a luggage",
        "softwares",
        "homeworks",
        "knowledges",
    ]),
    // Those that nobody doubles for emphasis.
    Trusted::new("RepeatedWords").only(&[
        "the the",
        "a a",
        "an an",
        "of of",
        "to to",
        "and and",
        "with with",
        "for for",
        "from from",
        "at at",
        "your your",
        "our our",
        "we we",
        "i i",
        "are are",
        "be be",
        "been been",
        "have have",
        "will will",
        "can can",
        "this this",
        "as as",
        "or or",
        "but but",
        "if if",
    ]),
];
