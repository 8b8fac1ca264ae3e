//! `policy.toml`: who the brand is, what it answers, how soon, and what it watches for (M25).

mod answers;
mod campaign;
mod crisis;
pub(crate) mod fault;
pub(crate) mod influence;
mod service;

pub use answers::{AnswerRule, Answers, ReplyRate};
pub use campaign::Campaign;
pub use crisis::{Crisis, Trend};
pub use fault::PolicyFault;
pub use influence::Influential;
pub use service::{Clock, ServiceLevel, ServiceLevelFor};

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use toonvast_model::calendar::{Calendar, LocalDate, Minutes, OpeningHours, SpecialHours, Zone};
use toonvast_model::post::Site;
use toonvast_model::timestamp::Timestamp;
use toonvast_model::triage::{Kind, Priority, Respond};

/// The written policy agreed with the brand: names, products, topics, and how posts are
/// weighed and answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// The brand's name as customers know it.
    pub name: String,
    /// What it does, in a few words.
    #[serde(default)]
    pub sector: String,
    /// The brand's own accounts.
    #[serde(default)]
    pub handles: Vec<Handle>,
    /// Other ways customers write the name, misspellings included.
    #[serde(default)]
    pub other_spellings: Vec<String>,
    /// Phrases in which the name means something else.
    #[serde(default)]
    pub homonyms: Vec<String>,
    /// Products and services.
    #[serde(default)]
    pub products: Vec<String>,
    /// Competitors.
    #[serde(default)]
    pub competitors: Vec<String>,
    /// Other brands the same team answers for: a reply that names one is on the wrong account.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_brands: Vec<String>,
    /// Hosts replies may link to, those below them included; any when there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<String>,
    /// Topics, each with words that point to it.
    #[serde(default)]
    pub topics: Vec<Topic>,
    /// Whose clock opening hours, holidays and campaigns go by.
    #[serde(default)]
    pub time_zone: Zone,
    /// Opening hours of the team; around the clock when there are none (M143).
    #[serde(default)]
    pub hours: Vec<OpeningHours>,
    /// Dates on which the team is not there (M143).
    #[serde(default)]
    pub holidays: Vec<LocalDate>,
    /// Dates on which it keeps other hours than its weekday's, holidays included.
    #[serde(default)]
    pub special_hours: Vec<SpecialHours>,
    /// First names of the agents, who sign with them.
    #[serde(default)]
    pub agents: Vec<String>,
    /// Short true statements about the brand.
    #[serde(default)]
    pub facts: Vec<String>,
    /// Points by signal id, where the brand weighs a signal otherwise than by default; 0 silences it.
    #[serde(default)]
    pub weights: BTreeMap<String, i32>,
    /// How soon customers are answered; the first that fits decides (M38).
    #[serde(default)]
    pub service_levels: Vec<ServiceLevelFor>,
    /// What is answered (M25, M27).
    #[serde(default)]
    pub answers: Answers,
    /// Who is influential, and which posts travel far (M22, M23).
    #[serde(default)]
    pub influence: Influential,
    /// Periods in which some posts are watched more sharply (M12).
    #[serde(default)]
    pub campaigns: Vec<Campaign>,
    /// The crisis that is on, if one is (M91).
    #[serde(default)]
    pub crisis: Crisis,
    /// How many similar posts make a trend (M15, M24).
    #[serde(default)]
    pub trend: Trend,
}

/// An account of the brand on a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handle {
    /// The site.
    pub site: Site,
    /// The account, without `@`.
    pub name: String,
}

/// A subject posts are about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its name, as `track-and-trace`.
    pub name: String,
    /// Words and phrases that point to it, beside the name itself.
    #[serde(default)]
    pub words: Vec<String>,
}

impl Policy {
    /// The policy of a brand that says nothing but its name.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            sector: String::new(),
            handles: Vec::new(),
            other_spellings: Vec::new(),
            homonyms: Vec::new(),
            products: Vec::new(),
            competitors: Vec::new(),
            other_brands: Vec::new(),
            hosts: Vec::new(),
            topics: Vec::new(),
            time_zone: Zone::default(),
            hours: Vec::new(),
            holidays: Vec::new(),
            special_hours: Vec::new(),
            agents: Vec::new(),
            facts: Vec::new(),
            weights: BTreeMap::new(),
            service_levels: Vec::new(),
            answers: Answers::default(),
            influence: Influential::default(),
            campaigns: Vec::new(),
            crisis: Crisis::default(),
            trend: Trend::default(),
        }
    }

    /// When the team is there (M143).
    #[must_use]
    pub fn calendar(&self) -> Calendar {
        Calendar::new(
            self.time_zone.clone(),
            &self.hours,
            &self.holidays,
            &self.special_hours,
        )
    }

    /// How soon such a post is answered: by the first of the brand's service levels that fits,
    /// else by the usual ones (M31, M33, M34, M38).
    #[must_use]
    pub fn service_level(&self, priority: Priority, kind: Kind, site: Site) -> ServiceLevel {
        service::find(&self.service_levels, priority, kind, site)
    }

    /// The moment by which so many minutes of this clock have passed since `from` (M33, M34).
    #[must_use]
    pub fn due(&self, clock: Clock, from: Timestamp, within: Minutes) -> Timestamp {
        let calendar = match clock {
            Clock::Open => self.calendar(),
            Clock::Always => Calendar::always(),
        };
        calendar.after(from, within.get())
    }

    /// Whether a post to which this rule applies is answered, at the brand's reply rate (M25, M27).
    #[must_use]
    pub const fn answer(&self, rule: AnswerRule) -> Respond {
        self.answers.answer(rule)
    }

    /// The campaigns that run at this moment, as they stand in the policy (M12).
    pub fn campaigns_at(&self, now: Timestamp) -> impl Iterator<Item = &Campaign> {
        let today = self.time_zone.date(now);
        self.campaigns
            .iter()
            .filter(move |campaign| today.is_some_and(|date| campaign.runs_on(date)))
    }

    /// The crisis, if it is on at this moment (M91).
    #[must_use]
    pub fn in_crisis(&self, now: Timestamp) -> Option<&Crisis> {
        Some(&self.crisis).filter(|crisis| crisis.is_on(now))
    }
}

#[cfg(test)]
mod tests {
    use super::Policy;
    use serde_json::json;
    use toonvast_model::timestamp::Timestamp;

    fn policy(tables: &str) -> Policy {
        toml::from_str(&format!("name = \"X\"\n{tables}")).unwrap()
    }

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    #[test]
    fn a_name_is_a_policy() {
        let bare: Policy = serde_json::from_value(json!({ "name": "X" })).unwrap();
        assert_eq!(bare, Policy::named("X"));
        let written = toml::to_string_pretty(&bare).unwrap();
        assert_eq!(toml::from_str::<Policy>(&written).unwrap(), bare);
    }

    #[test]
    fn the_team_is_there_by_its_own_clock() {
        let london = policy(
            "time_zone = \"Europe/London\"\nholidays = [\"2026-12-25\"]\nhours = [{ days = \"mon-fri\", from = \"09:00\", to = \"17:00\" }]\nspecial_hours = [{ date = \"2026-12-24\", from = \"09:00\", to = \"12:00\" }]",
        );
        let table = [
            ("2026-11-23T09:30:00Z", true),
            ("2026-11-23T08:30:00Z", false),
            ("2026-12-24T11:00:00Z", true),
            ("2026-12-24T13:00:00Z", false),
            ("2026-12-25T11:00:00Z", false),
        ];
        for (moment, open) in table {
            assert_eq!(london.calendar().is_open(at(moment)), open, "{moment}");
        }
        assert!(policy("").calendar().is_open(at("2026-11-22T03:00:00Z")));
    }

    #[test]
    fn a_campaign_runs_from_its_first_day_through_its_last() {
        let found = policy(
            "campaigns = [{ name = \"fluitweek\", from = \"2026-09-14\", to = \"2026-09-20\", words = [\"#fluitweek\"] }, { name = \"herfst\", from = \"2026-09-20\", to = \"2026-11-01\", words = [\"herfst\"], points = 5 }]",
        );
        let table: [(&str, &[&str]); 4] = [
            ("2026-09-13T21:59:59Z", &[]),
            ("2026-09-13T22:00:00Z", &["fluitweek"]),
            ("2026-09-20T21:59:59Z", &["fluitweek", "herfst"]),
            ("2026-09-20T22:00:00Z", &["herfst"]),
        ];
        for (moment, expected) in table {
            let running: Vec<&str> = found
                .campaigns_at(at(moment))
                .map(|campaign| campaign.name.as_str())
                .collect();
            assert_eq!(running, expected, "{moment}");
        }
        assert_eq!(found.campaigns_at(Timestamp(i64::MIN)).count(), 0);
        assert_eq!(found.campaigns[0].points, 15);
    }

    #[test]
    fn a_crisis_lasts_from_its_start_until_its_end() {
        let open = "[crisis]\nsince = \"2026-11-21T09:00:00+01:00\"\nwords = [\"terugroepactie\"]";
        let closed = format!("{open}\nuntil = \"2026-11-22T09:00:00+01:00\"");
        let table = [
            ("", "2026-11-21T08:00:00Z", false),
            (
                "[crisis]\nwords = [\"rook\"]",
                "2026-11-21T08:00:00Z",
                false,
            ),
            (open, "2026-11-21T07:59:59Z", false),
            (open, "2026-11-21T08:00:00Z", true),
            (open, "2027-11-21T08:00:00Z", true),
            (&closed, "2026-11-22T07:59:59Z", true),
            (&closed, "2026-11-22T08:00:00Z", false),
        ];
        for (tables, moment, expected) in table {
            let policy = policy(tables);
            let crisis = policy.in_crisis(at(moment));
            assert_eq!(crisis.is_some(), expected, "{tables} {moment}");
            assert!(crisis.is_none_or(|crisis| crisis.points == 30));
        }
    }
}
