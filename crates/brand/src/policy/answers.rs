//! What is answered and what is left alone.

mod rule;

pub use rule::AnswerRule;

use serde::{Deserialize, Serialize};
use toonvast_model::triage::Respond;

/// `[answers]`: whether each sort of post is answered (M25). The defaults are those of the
/// label guide: everything that wants an answer gets one, banter and others' affairs none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Answers {
    /// What becomes of posts that may be answered.
    pub reply_rate: ReplyRate,
    /// Danger, a leak, a large outage, somebody in despair.
    pub crisis: Respond,
    /// Questions.
    pub question: Respond,
    /// Complaints, venting included.
    pub complaint: Respond,
    /// Problems.
    pub problem: Respond,
    /// Compliments (M31).
    pub compliment: Respond,
    /// Ideas.
    pub idea: Respond,
    /// Remarks.
    pub remark: Respond,
    /// Advertising, fraud, noise.
    pub spam: Respond,
    /// Something untrue about the brand.
    #[serde(rename = "factual-error")]
    pub factual_error: Respond,
    /// Political opinion.
    pub politics: Respond,
    /// Posts that are not about the brand.
    #[serde(rename = "about-others")]
    pub about_others: Respond,
}

/// Answer everything, or only what needs an answer (M27).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReplyRate {
    /// What may be answered is answered.
    All,
    /// What may be answered is left alone.
    Necessary,
    /// What may be answered is answered if there is time.
    #[default]
    AsWritten,
}

impl Default for Answers {
    fn default() -> Self {
        Self {
            reply_rate: ReplyRate::default(),
            crisis: Respond::Yes,
            question: Respond::Yes,
            complaint: Respond::Yes,
            problem: Respond::Yes,
            compliment: Respond::Yes,
            idea: Respond::Optional,
            remark: Respond::Optional,
            spam: Respond::No,
            factual_error: Respond::Yes,
            politics: Respond::No,
            about_others: Respond::No,
        }
    }
}

impl Answers {
    /// What stands in the policy under this rule.
    #[must_use]
    pub const fn written(&self, rule: AnswerRule) -> Respond {
        match rule {
            AnswerRule::Crisis => self.crisis,
            AnswerRule::Question => self.question,
            AnswerRule::Complaint => self.complaint,
            AnswerRule::Problem => self.problem,
            AnswerRule::Compliment => self.compliment,
            AnswerRule::Idea => self.idea,
            AnswerRule::Remark => self.remark,
            AnswerRule::Spam => self.spam,
            AnswerRule::FactualError => self.factual_error,
            AnswerRule::Politics => self.politics,
            AnswerRule::AboutOthers => self.about_others,
        }
    }

    /// The same at the brand's reply rate.
    pub(super) const fn answer(&self, rule: AnswerRule) -> Respond {
        match (self.written(rule), self.reply_rate) {
            (Respond::Optional, ReplyRate::All) => Respond::Yes,
            (Respond::Optional, ReplyRate::Necessary) => Respond::No,
            (written, _) => written,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AnswerRule, Answers};
    use toonvast_model::locale::Locale;
    use toonvast_model::triage::Respond;

    fn answers(toml: &str) -> Answers {
        toml::from_str(toml).unwrap()
    }

    #[test]
    fn the_reply_rate_decides_what_may_be_answered() {
        use Respond::{No, Optional, Yes};
        let table = [
            ("", [Yes, Yes, Optional, No]),
            ("reply_rate = \"as-written\"", [Yes, Yes, Optional, No]),
            ("reply_rate = \"all\"", [Yes, Yes, Yes, No]),
            ("reply_rate = \"necessary\"", [Yes, Yes, No, No]),
            ("compliment = \"optional\"", [Yes, Optional, Optional, No]),
            (
                "compliment = \"optional\"\nabout-others = \"optional\"\nreply_rate = \"necessary\"",
                [Yes, No, No, No],
            ),
        ];
        let rules = [
            AnswerRule::FactualError,
            AnswerRule::Compliment,
            AnswerRule::Idea,
            AnswerRule::AboutOthers,
        ];
        for (toml, expected) in table {
            let answers = answers(toml);
            assert_eq!(rules.map(|rule| answers.answer(rule)), expected, "{toml}");
        }
    }

    #[test]
    fn every_rule_is_a_key_and_says_when_it_applies() {
        for rule in AnswerRule::ALL {
            let named = serde_json::to_value(rule).unwrap();
            assert_eq!(named, rule.name());
            for value in [Respond::Yes, Respond::Optional, Respond::No] {
                let answers = answers(&format!("{} = \"{}\"", rule.name(), value.name()));
                assert_eq!(answers.written(rule), value);
            }
            for locale in [Locale::Nl, Locale::En] {
                assert!(rule.summary(locale).ends_with('.'), "{}", rule.name());
            }
        }
    }
}
