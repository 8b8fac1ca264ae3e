//! The heads: which field each is for, its weights, and its values.

use std::sync::OnceLock;
use toonvast_learn::Model;
use toonvast_model::triage::{About, Kind, Priority, Sentiment, Situation};

macro_rules! heads {
    ($($(#[$doc:meta])* $head:ident = $field:literal, $values:expr;)*) => {
        /// A field that is learnt; each has its weights in `models/FIELD.model`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Head {
            $($(#[$doc])* $head,)*
        }

        impl Head {
            /// All heads, in the order in which their columns stand.
            pub const ALL: &[Self] = &[$(Self::$head),*];

            /// The field's name in labelled data.
            #[must_use]
            pub const fn field(self) -> &'static str {
                match self {
                    $(Self::$head => $field,)*
                }
            }

            /// The names of its values, in the order of the model.
            #[must_use]
            pub fn values(self) -> &'static [&'static str] {
                &self.order().sorted
            }

            /// Where each value of the field, in its own order, stands in the model.
            pub(crate) fn places(self) -> &'static [usize] {
                &self.order().places
            }

            fn order(self) -> &'static Order {
                static ORDERS: OnceLock<Vec<Order>> = OnceLock::new();
                &ORDERS.get_or_init(|| vec![$(Order::of($values)),*])[self as usize]
            }

            const fn bytes(self) -> &'static [u8] {
                match self {
                    $(Self::$head => include_bytes!(concat!("../../models/", $field, ".model")),)*
                }
            }
        }
    };
}

heads! {
    /// The type of message (M18).
    Kind = "kind", Kind::ALL.iter().map(|value| value.name()).collect();
    /// The situation (M19).
    Situation = "situation", Situation::ALL.iter().map(|value| value.name()).collect();
    /// The sentiment (M20).
    Sentiment = "sentiment", Sentiment::ALL.iter().map(|value| value.name()).collect();
    /// What it is about (M7).
    About = "about", About::ALL.iter().map(|value| value.name()).collect();
    /// The priority (M26).
    Priority = "priority", Priority::ALL.iter().map(|value| value.name()).collect();
    /// Whether something is wanted (M30).
    AsksHelp = "asks_help", vec!["false", "true"];
    /// Whether it could damage the brand (M28).
    Risk = "risk", vec!["false", "true"];
    /// Whether it is an opening (M28).
    Chance = "chance", vec!["false", "true"];
}

/// A field's values as the model has them: sorted by name.
struct Order {
    sorted: Vec<&'static str>,
    places: Vec<usize>,
}

impl Order {
    fn of(values: Vec<&'static str>) -> Self {
        let mut sorted = values.clone();
        sorted.sort_unstable();
        let places = values
            .iter()
            .filter_map(|value| sorted.iter().position(|known| known == value))
            .collect();
        Self { sorted, places }
    }
}

/// The shipped weights; none when a model is damaged or tells other values apart.
pub(crate) fn models() -> Option<Vec<Model>> {
    Head::ALL
        .iter()
        .map(|head| {
            let model = Model::from_bytes(head.bytes()).ok()?;
            (model.labels() == head.values()).then_some(model)
        })
        .collect()
}

/// The place of a value among a head's values.
pub(crate) fn place(head: Head, value: &str) -> usize {
    head.values()
        .iter()
        .position(|known| *known == value)
        .unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Head, models};

    #[test]
    fn every_head_has_sound_weights_and_all_fit_two_megabytes() {
        let models = models().expect("the shipped weights are sound");
        assert_eq!(models.len(), Head::ALL.len());
        let bytes: usize = Head::ALL.iter().map(|head| head.bytes().len()).sum();
        assert!(bytes <= 2_000_000, "{bytes}");
    }
}
