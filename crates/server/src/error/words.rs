//! Which sentences an error speaks, filled in.

use super::sentences::{self as say, Sentences};
use super::{ApiError, Field, Thing};
use crate::routes::MOST_COMMANDS;
use toonvast_model::locale::Locale;

impl ApiError {
    /// A name for programs; the words may change, this does not.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.sentences().code
    }

    /// What happened, why, what to do.
    #[must_use]
    pub fn words(&self, locale: Locale) -> [String; 3] {
        let sentences = self.sentences();
        let words = match locale {
            Locale::Nl => sentences.nl,
            Locale::En => sentences.en,
        };
        words.map(|sentence| self.filled_in(sentence))
    }

    fn filled_in(&self, sentence: &str) -> String {
        match self {
            Self::BadJson { line, column } => sentence
                .replace("{line}", &line.to_string())
                .replace("{column}", &column.to_string()),
            Self::BadValue(name) => sentence.replace("{name}", name),
            Self::TooMany => sentence.replace("{most}", &MOST_COMMANDS.to_string()),
            Self::Wait { minutes } => sentence.replace("{minutes}", &minutes.to_string()),
            _ => sentence.to_owned(),
        }
    }

    const fn sentences(&self) -> &'static Sentences {
        match self {
            Self::NoRoute => &say::NO_ROUTE,
            Self::WrongMethod => &say::WRONG_METHOD,
            Self::NoSuch(Thing::Brand) => &say::NO_BRAND,
            Self::NoSuch(Thing::Case) => &say::NO_CASE,
            Self::NoSuch(Thing::Token) => &say::NO_TOKEN,
            Self::NoSuch(Thing::Person) => &say::NO_PERSON,
            Self::NotJson => &say::NOT_JSON,
            Self::BadJson { .. } => &say::BAD_JSON,
            Self::BadValue(_) => &say::BAD_VALUE,
            Self::TooLarge => &say::TOO_LARGE,
            Self::TooMany => &say::TOO_MANY,
            Self::TooSlow => &say::TOO_SLOW,
            Self::NotSignedIn => &say::NOT_SIGNED_IN,
            Self::UnknownToken => &say::UNKNOWN_TOKEN,
            Self::Expired => &say::EXPIRED,
            Self::Revoked => &say::REVOKED,
            Self::WrongPassword => &say::WRONG_PASSWORD,
            Self::NotInvited => &say::NOT_INVITED,
            Self::NameTaken => &say::NAME_TAKEN,
            Self::Unfit(Field::Name) => &say::UNFIT_NAME,
            Self::Unfit(Field::Password) => &say::UNFIT_PASSWORD,
            Self::Unfit(Field::Device) => &say::UNFIT_DEVICE,
            Self::WrongCode => &say::WRONG_CODE,
            Self::Wait { .. } => &say::WAIT,
            Self::NoOwnHeader => &say::NO_OWN_HEADER,
            Self::ForeignOrigin => &say::FOREIGN_ORIGIN,
            Self::AdminOnly => &say::ADMIN_ONLY,
            Self::Busy => &say::BUSY,
            Self::Failed => &say::FAILED,
        }
    }
}
