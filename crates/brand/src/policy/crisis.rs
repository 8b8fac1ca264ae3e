//! Crises, and the trends that announce them.

use serde::{Deserialize, Serialize};
use toonvast_model::timestamp::Timestamp;

/// `[crisis]`: while it lasts, posts with its words come first (M91).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Crisis {
    /// When it began; without it there is no crisis, and words can stand ready.
    #[serde(with = "moment", skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// When it ends, if that is known.
    #[serde(with = "moment", skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// Words and phrases by which its posts are known.
    pub words: Vec<String>,
    /// Points such a post gets.
    pub points: i32,
}

/// `[trend]`: how many similar posts within the last hour mean something (M15, M24).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Trend {
    /// So many are a trend.
    pub similar: u32,
    /// So many may be a crisis.
    pub crisis: u32,
}

impl Default for Crisis {
    fn default() -> Self {
        Self {
            since: None,
            until: None,
            words: Vec::new(),
            points: 30,
        }
    }
}

impl Default for Trend {
    fn default() -> Self {
        Self {
            similar: 5,
            crisis: 15,
        }
    }
}

impl Crisis {
    /// Whether it is on at this moment; its end no longer belongs to it.
    #[must_use]
    pub fn is_on(&self, now: Timestamp) -> bool {
        self.since.is_some_and(|since| since <= now) && self.until.is_none_or(|until| now < until)
    }
}

/// A moment as people write it: a brand is read by people before it is read by programs.
mod moment {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};
    use toonvast_model::timestamp::Timestamp;

    pub(super) fn serialize<S: Serializer>(
        moment: &Option<Timestamp>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match moment {
            Some(moment) => serializer.collect_str(moment),
            None => serializer.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Timestamp>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| Timestamp::parse(&text).map_err(Error::custom))
            .transpose()
    }
}
