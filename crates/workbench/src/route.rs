//! Which screen is shown, as it stands behind the `#` of the address.

use toonvast_model::id::CaseId;
use uuid::Uuid;

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The queue.
    Queue,
    /// A case.
    Case(CaseId),
    /// How replies were.
    Quality,
    /// Settings.
    Settings,
    /// The one-time link for the first account.
    First(String),
}

impl Route {
    /// Reads the part of the address from `#`; what is unknown is the queue.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        match path.split_once('/') {
            Some(("case", id)) => {
                Uuid::try_parse(id).map_or(Self::Queue, |id| Self::Case(CaseId(id)))
            }
            Some(("first", code)) if !code.is_empty() => Self::First(code.to_owned()),
            None if path == "quality" => Self::Quality,
            None if path == "settings" => Self::Settings,
            _ => Self::Queue,
        }
    }

    /// The part of the address from `#`.
    #[must_use]
    pub fn hash(&self) -> String {
        match self {
            Self::Queue => "#/".into(),
            Self::Case(id) => format!("#/case/{id}"),
            Self::Quality => "#/quality".into(),
            Self::Settings => "#/settings".into(),
            Self::First(code) => format!("#/first/{code}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Route;
    use toonvast_model::id::CaseId;
    use uuid::Uuid;

    #[test]
    fn every_screen_has_an_address() {
        let case = CaseId(Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0001));
        for route in [
            Route::Queue,
            Route::Case(case),
            Route::Quality,
            Route::Settings,
            Route::First("QK7M-2Z".into()),
        ] {
            assert_eq!(Route::parse(&route.hash()), route);
        }
    }

    #[test]
    fn nonsense_is_the_queue() {
        for hash in [
            "",
            "#",
            "#/case/",
            "#/case/12",
            "#/first/",
            "#/setting",
            "#/settings/x",
        ] {
            assert_eq!(Route::parse(hash), Route::Queue, "{hash}");
        }
    }
}
