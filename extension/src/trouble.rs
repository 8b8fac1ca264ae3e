//! Why the server could not be reached or would not listen, and what to do.

use toonvast_model::locale::Locale;

/// What went wrong between this browser and the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing answers at the address.
    Unreachable {
        /// The address.
        address: String,
    },
    /// The token is expired or revoked.
    SignedOut {
        /// The address.
        address: String,
    },
    /// The server answered with an error.
    Answered {
        /// Status code.
        status: u16,
        /// The server's own words: what, why, what to do.
        said: String,
    },
    /// The answer is not what this version understands.
    Unreadable {
        /// The address.
        address: String,
    },
}

impl Trouble {
    /// Whether trying again by itself can help.
    #[must_use]
    pub const fn may_pass(&self) -> bool {
        match self {
            Self::Unreachable { .. } => true,
            Self::Answered { status, .. } => *status >= 500 || *status == 429,
            Self::SignedOut { .. } | Self::Unreadable { .. } => false,
        }
    }

    /// What, why and what to do, in the agent's language.
    #[must_use]
    pub fn sentence(&self, locale: Locale) -> String {
        match (self, locale) {
            (Self::Unreachable { address }, Locale::Nl) => format!(
                "De server op {address} is niet bereikbaar. Alles blijft in deze browser bewaard en wordt vanzelf verstuurd zodra hij weer antwoordt."
            ),
            (Self::Unreachable { address }, Locale::En) => format!(
                "The server at {address} cannot be reached. Everything is kept in this browser and sent by itself as soon as it answers again."
            ),
            (Self::SignedOut { address }, Locale::Nl) => format!(
                "De server op {address} kent deze browser niet meer: het token is verlopen of ingetrokken. Koppel opnieuw bij Instellingen; er gaat niets verloren."
            ),
            (Self::SignedOut { address }, Locale::En) => format!(
                "The server at {address} no longer knows this browser: the token has expired or was revoked. Pair again in Settings; nothing is lost."
            ),
            (Self::Answered { status, said }, Locale::Nl) => {
                format!("De server weigert ({status}): {said}")
            }
            (Self::Answered { status, said }, Locale::En) => {
                format!("The server refuses ({status}): {said}")
            }
            (Self::Unreadable { address }, Locale::Nl) => format!(
                "Wat {address} antwoordt is niet van een Toonvast-server van deze versie. Controleer het adres en de versie."
            ),
            (Self::Unreadable { address }, Locale::En) => format!(
                "What {address} answers is not from a Toonvast server of this version. Check the address and the version."
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Trouble;
    use toonvast_model::locale::Locale;

    #[test]
    fn only_what_may_pass_is_tried_again() {
        let address = String::from("http://127.0.0.1:7878");
        assert!(
            Trouble::Unreachable {
                address: address.clone()
            }
            .may_pass()
        );
        assert!(
            Trouble::Answered {
                status: 503,
                said: String::new()
            }
            .may_pass()
        );
        assert!(
            !Trouble::Answered {
                status: 409,
                said: String::new()
            }
            .may_pass()
        );
        assert!(!Trouble::SignedOut { address }.may_pass());
    }

    #[test]
    fn an_unreachable_server_says_what_why_and_what_to_do() {
        let trouble = Trouble::Unreachable {
            address: "http://127.0.0.1:7878".into(),
        };
        assert_eq!(
            trouble.sentence(Locale::En),
            "The server at http://127.0.0.1:7878 cannot be reached. Everything is kept in this browser and sent by itself as soon as it answers again."
        );
    }
}
