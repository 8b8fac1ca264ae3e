//! The rules by which a post is answered or left alone.

use serde::{Deserialize, Serialize};
use toonvast_model::locale::Locale;
use toonvast_model::triage::Kind;

/// A rule of `[answers]`: the one that decides about a post is recorded (M25).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerRule {
    /// A crisis.
    Crisis,
    /// A question.
    Question,
    /// A complaint.
    Complaint,
    /// A problem.
    Problem,
    /// A compliment.
    Compliment,
    /// An idea.
    Idea,
    /// A remark.
    Remark,
    /// Spam.
    Spam,
    /// Something untrue about the brand.
    FactualError,
    /// Political opinion.
    Politics,
    /// Not about the brand.
    AboutOthers,
}

impl AnswerRule {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Crisis,
        Self::Question,
        Self::Complaint,
        Self::Problem,
        Self::Compliment,
        Self::Idea,
        Self::Remark,
        Self::Spam,
        Self::FactualError,
        Self::Politics,
        Self::AboutOthers,
    ];

    /// Its name: the key in `[answers]`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Crisis => "crisis",
            Self::Question => "question",
            Self::Complaint => "complaint",
            Self::Problem => "problem",
            Self::Compliment => "compliment",
            Self::Idea => "idea",
            Self::Remark => "remark",
            Self::Spam => "spam",
            Self::FactualError => "factual-error",
            Self::Politics => "politics",
            Self::AboutOthers => "about-others",
        }
    }

    /// To which posts it applies, in one sentence.
    #[must_use]
    pub const fn summary(self, locale: Locale) -> &'static str {
        let (nl, en) = match self {
            Self::Crisis => (
                "Er is gevaar, een lek of een grote storing, of iemand is ten einde raad.",
                "There is danger, a leak or a large outage, or somebody is in despair.",
            ),
            Self::Question => ("Iemand stelt een vraag.", "Somebody asks a question."),
            Self::Complaint => (
                "Iemand klaagt, ook wie alleen stoom afblaast.",
                "Somebody complains, even just to let off steam.",
            ),
            Self::Problem => (
                "Iets werkt niet, zonder dat iemand de schuld krijgt.",
                "Something does not work, and nobody is blamed.",
            ),
            Self::Compliment => (
                "Iemand geeft een compliment.",
                "Somebody pays a compliment.",
            ),
            Self::Idea => ("Iemand heeft een idee.", "Somebody has an idea."),
            Self::Remark => (
                "Iemand merkt iets op zonder iets te willen.",
                "Somebody remarks on something and wants nothing.",
            ),
            Self::Spam => (
                "Het is reclame, oplichting of ruis.",
                "It is advertising, fraud or noise.",
            ),
            Self::FactualError => (
                "Er wordt iets onwaars over ons verteld.",
                "Something untrue is told about us.",
            ),
            Self::Politics => ("Het is een politieke mening.", "It is a political opinion."),
            Self::AboutOthers => ("Het gaat niet over ons.", "It is not about us."),
        };
        locale.pick(nl, en)
    }
}

impl From<Kind> for AnswerRule {
    /// The rule for a post about the brand that is neither a crisis, untrue nor political.
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Question => Self::Question,
            Kind::Complaint => Self::Complaint,
            Kind::Problem => Self::Problem,
            Kind::Compliment => Self::Compliment,
            Kind::Idea => Self::Idea,
            Kind::Remark => Self::Remark,
            Kind::Spam => Self::Spam,
        }
    }
}
