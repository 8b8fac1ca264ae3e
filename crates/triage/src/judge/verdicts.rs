//! Verdicts people have given: which values of fields go together.

use super::head::Head;
use super::{Judgement, Known, Likely};
use toonvast_model::triage::{About, Correction, Kind, Priority, Respond, Sentiment, Situation};

/// The fields that must not contradict each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Given {
    /// Whether it is about the brand at all.
    pub ours: bool,
    /// The type of message.
    pub kind: Kind,
    /// The situation.
    pub situation: Situation,
    /// The sentiment.
    pub sentiment: Sentiment,
    /// Whether something is wanted.
    pub asks_help: bool,
    /// Whether it is answered.
    pub respond: Respond,
    /// The priority.
    pub priority: Priority,
    /// Whether it could damage the brand.
    pub risk: bool,
    /// Whether it is an opening.
    pub chance: bool,
}

impl Given {
    /// One line of `models/verdicts.tsv`.
    #[must_use]
    pub fn line(&self) -> String {
        [
            self.ours.to_string(),
            self.kind.name().to_owned(),
            self.situation.name().to_owned(),
            self.sentiment.name().to_owned(),
            self.asks_help.to_string(),
            self.respond.name().to_owned(),
            self.priority.name().to_owned(),
            self.risk.to_string(),
            self.chance.to_string(),
        ]
        .join("\t")
    }

    /// Reads such a line.
    #[must_use]
    pub fn parse(line: &str) -> Option<Self> {
        let fields: Vec<&str> = line.split('\t').collect();
        let [
            ours,
            kind,
            situation,
            sentiment,
            asks,
            respond,
            priority,
            risk,
            chance,
        ] = fields[..]
        else {
            return None;
        };
        Some(Self {
            ours: ours.parse().ok()?,
            kind: Kind::named(kind)?,
            situation: Situation::named(situation)?,
            sentiment: Sentiment::named(sentiment)?,
            asks_help: asks.parse().ok()?,
            respond: Respond::named(respond)?,
            priority: Priority::named(priority)?,
            risk: risk.parse().ok()?,
            chance: chance.parse().ok()?,
        })
    }

    /// Whether an agent's correction agrees with it.
    fn agrees_with(&self, correction: &Correction) -> bool {
        match correction {
            Correction::About(about) => self.ours == (*about != About::None),
            Correction::Kind(kind) => self.kind == *kind,
            Correction::Situation(situation) => self.situation == *situation,
            Correction::Sentiment(sentiment) => self.sentiment == *sentiment,
            Correction::AsksHelp(asks) => self.asks_help == *asks,
            Correction::Respond(respond) => self.respond == *respond,
            Correction::Priority(priority) => self.priority == *priority,
            Correction::Risk(risk) => self.risk == *risk,
            Correction::Chance(chance) => self.chance == *chance,
            Correction::Influence(_)
            | Correction::Topics(_)
            | Correction::Language(_)
            | Correction::Purpose(_) => true,
        }
    }
}

/// What no verdict has is taken for: a remark about us that wants nothing.
const PLAIN: Given = Given {
    ours: true,
    kind: Kind::Remark,
    situation: Situation::Other,
    sentiment: Sentiment::Neutral,
    asks_help: false,
    respond: Respond::Optional,
    priority: Priority::Low,
    risk: false,
    chance: false,
};

/// A verdict, and where its values stand among those of the heads.
struct Row {
    given: Given,
    /// What speaks for it, as places among the voices.
    places: [usize; 7],
}

/// All verdicts.
pub(crate) struct Verdicts(Vec<Row>);

impl Verdicts {
    /// Those of the corpus.
    pub(crate) fn shipped() -> Self {
        Self::of(
            include_str!("../../models/verdicts.tsv")
                .lines()
                .filter_map(Given::parse),
        )
    }

    pub(crate) fn of(given: impl Iterator<Item = Given>) -> Self {
        let rows = given.map(|given| Row {
            given,
            places: [
                voice_of(Head::Kind, given.kind as usize),
                voice_of(Head::Situation, given.situation as usize),
                voice_of(Head::Sentiment, given.sentiment as usize),
                voice_of(Head::Priority, given.priority as usize),
                voice_of(Head::AsksHelp, usize::from(given.asks_help)),
                voice_of(Head::Risk, usize::from(given.risk)),
                voice_of(Head::Chance, usize::from(given.chance)),
            ],
        });
        Self(rows.collect())
    }
}

/// How much each head counts when they disagree. Tuned on brands held out of the corpus.
const fn voice(head: Head) -> f32 {
    match head {
        Head::Kind => 1.5,
        Head::Situation | Head::Sentiment => 1.2,
        Head::About | Head::Priority => 1.0,
        Head::AsksHelp | Head::Risk | Head::Chance => 0.8,
    }
}

/// What speaks for a post that names us being about us, beside what was learnt: to overlook
/// a customer is worse than to look at a namesake.
const NAMED: f32 = 0.7;

/// Most values a head may have; a head's voices stand together, its first at a multiple.
const WIDEST: usize = 16;
const VOICES: usize = WIDEST * Head::ALL.len();

/// Where the voice for a value of a field, counted in the field's own order, stands.
fn voice_of(head: Head, value: usize) -> usize {
    let place = head.places().get(value).copied().unwrap_or_default();
    head as usize * WIDEST + place % WIDEST
}

/// The verdict the heads agree on best, among those that what is known allows.
pub(crate) fn agreed(verdicts: &Verdicts, likely: Likely, known: Known<'_>) -> Judgement {
    let mut voices = [0.0_f32; VOICES];
    for ((head, scores), voices) in Head::ALL
        .iter()
        .zip(&likely)
        .zip(voices.chunks_exact_mut(WIDEST))
    {
        for (score, log) in scores.iter().zip(voices) {
            *log = voice(*head) * libm::logf(score.max(1e-6));
        }
    }
    let stranger = Head::About.places()[About::None as usize];
    let none = likely[Head::About as usize][stranger];
    let named = if known.named { NAMED } else { 0.0 };
    let (others, ours) = (
        libm::logf(none.max(1e-6)),
        libm::logf((1.0 - none).max(1e-6)) + named,
    );
    let allowed = |row: &&Row| {
        let spam = row.given.kind == Kind::Spam;
        (row.given.ours || spam || !known.ours)
            && known
                .corrections
                .iter()
                .all(|correction| row.given.agrees_with(correction))
    };
    let score = |row: &Row| {
        let sum: f32 = row
            .places
            .iter()
            .filter_map(|place| voices.get(*place))
            .sum();
        sum + if row.given.ours { ours } else { others }
    };
    let best = verdicts
        .0
        .iter()
        .filter(allowed)
        .map(|row| (score(row), row.given))
        .reduce(|best, next| if next.0 > best.0 { next } else { best });
    let mut given = best.map_or(PLAIN, |(_, given)| given);
    // Corrections that no verdict has together still hold, each by itself.
    for correction in known.corrections {
        set(&mut given, correction);
    }
    let about = about(&given, &likely, known.corrections);
    Judgement {
        about,
        risk: given.risk,
        chance: given.chance,
        given,
        likely,
    }
}

/// The verdict on what cannot be read.
pub(crate) fn plain(known: Known<'_>) -> Judgement {
    let mut given = PLAIN;
    for correction in known.corrections {
        set(&mut given, correction);
    }
    let likely = vec![Vec::new(); Head::ALL.len()];
    Judgement {
        about: about(&given, &likely, known.corrections),
        risk: given.risk,
        chance: given.chance,
        given,
        likely,
    }
}

fn set(given: &mut Given, correction: &Correction) {
    match correction {
        Correction::About(about) => given.ours = *about != About::None,
        Correction::Kind(kind) => given.kind = *kind,
        Correction::Situation(situation) => given.situation = *situation,
        Correction::Sentiment(sentiment) => given.sentiment = *sentiment,
        Correction::AsksHelp(asks) => given.asks_help = *asks,
        Correction::Respond(respond) => given.respond = *respond,
        Correction::Priority(priority) => given.priority = *priority,
        Correction::Risk(risk) => given.risk = *risk,
        Correction::Chance(chance) => given.chance = *chance,
        Correction::Influence(_)
        | Correction::Topics(_)
        | Correction::Language(_)
        | Correction::Purpose(_) => {}
    }
}

/// Company, brand, employee or product, the likeliest, where it is about us.
fn about(given: &Given, likely: &Likely, corrections: &[Correction]) -> About {
    for correction in corrections {
        if let Correction::About(about) = correction {
            return *about;
        }
    }
    if !given.ours {
        return About::None;
    }
    let ours = About::ALL.iter().filter(|about| **about != About::None);
    let (scores, places) = (&likely[Head::About as usize], Head::About.places());
    let score = |about: &About| {
        let score = scores.get(places[*about as usize]);
        score.copied().unwrap_or(0.0)
    };
    ours.copied()
        .reduce(|best, next| {
            if score(&next) > score(&best) {
                next
            } else {
                best
            }
        })
        .unwrap_or(About::Company)
}
