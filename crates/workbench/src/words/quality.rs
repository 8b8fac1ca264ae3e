//! What is said of the quality of replies (M58).

use super::Empty;
use toonvast_model::quality::Trend;

/// How replies were, by colleague and week.
#[derive(Debug)]
pub struct Quality {
    /// Tab and heading.
    pub title: &'static str,
    /// What the figures are, to who leads the team.
    pub everyone: &'static str,
    /// What they are, to everybody else.
    pub own: &'static str,
    /// Heads of the columns.
    pub agent: &'static str,
    /// Replies.
    pub replies: &'static str,
    /// Replies without a fault.
    pub faultless: &'static str,
    /// Its course by week.
    pub course: &'static str,
    /// The rules that found most.
    pub rules: &'static str,
    /// Findings overridden.
    pub overrides: &'static str,
    /// Whether it gets better.
    pub trend: fn(Option<Trend>) -> &'static str,
    /// One week in full: Monday, replies, percentage faultless.
    pub week: fn(&str, u32, Option<u32>) -> String,
    /// Nothing was found.
    pub no_rules: &'static str,
    /// No reply was logged yet.
    pub nothing: Empty,
}

pub(super) const NL: Quality = Quality {
    title: "Kwaliteit",
    everyone: "De reacties van het team van deze week en de zeven daarvoor. Tips tellen niet mee. Alleen beheerders zien dit van iedereen; gebruik het om te helpen, niet om af te rekenen.",
    own: "Jouw reacties van deze week en de zeven daarvoor. Tips tellen niet mee. Behalve jij zien alleen beheerders dit.",
    agent: "Collega",
    replies: "Reacties",
    faultless: "Zonder fout",
    course: "Per week",
    rules: "Vaakst gevonden",
    overrides: "Toch zo gelaten",
    trend: |trend| match trend {
        Some(Trend::Better) => "↗ gaat beter",
        Some(Trend::Same) => "→ gelijk",
        Some(Trend::Worse) => "↘ gaat minder",
        None => "nog te weinig om te zeggen",
    },
    week: |monday, replies, percent| match (replies, percent) {
        (0, _) => format!("Week van {monday}: geen reacties"),
        (1, None) => format!("Week van {monday}: 1 reactie, niet gecheckt"),
        (replies, None) => format!("Week van {monday}: {replies} reacties, niet gecheckt"),
        (1, Some(percent)) => format!("Week van {monday}: 1 reactie, {percent}% zonder fout"),
        (replies, Some(percent)) => {
            format!("Week van {monday}: {replies} reacties, {percent}% zonder fout")
        }
    },
    no_rules: "niets",
    nothing: Empty {
        what: "Nog geen reacties",
        todo: "Zodra een geplaatste reactie op een zaak staat, telt zij hier mee.",
    },
};

pub(super) const EN: Quality = Quality {
    title: "Quality",
    everyone: "The team's replies of this week and the seven before it. Tips do not count. Only administrators see everybody's; use it to help, not to judge.",
    own: "Your replies of this week and the seven before it. Tips do not count. Besides you only administrators see this.",
    agent: "Colleague",
    replies: "Replies",
    faultless: "Faultless",
    course: "By week",
    rules: "Found most",
    overrides: "Kept as it is",
    trend: |trend| match trend {
        Some(Trend::Better) => "↗ getting better",
        Some(Trend::Same) => "→ the same",
        Some(Trend::Worse) => "↘ getting worse",
        None => "too little to tell yet",
    },
    week: |monday, replies, percent| match (replies, percent) {
        (0, _) => format!("Week of {monday}: no replies"),
        (1, None) => format!("Week of {monday}: 1 reply, not checked"),
        (replies, None) => format!("Week of {monday}: {replies} replies, not checked"),
        (1, Some(percent)) => format!("Week of {monday}: 1 reply, {percent}% faultless"),
        (replies, Some(percent)) => {
            format!("Week of {monday}: {replies} replies, {percent}% faultless")
        }
    },
    no_rules: "nothing",
    nothing: Empty {
        what: "No replies yet",
        todo: "As soon as a posted reply is on a case, it counts here.",
    },
};
