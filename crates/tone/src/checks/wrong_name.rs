//! `wrong-name`: the customer is greeted by another name than their own (M78).

use super::greeting::{Greetings, first_name, is_mentioned};
use super::{Hit, Scene};
use crate::note::Note;

/// The name in the greeting, when the customer surely has another; a name that another post
/// in sight shows is `wrong-post`'s.
pub(crate) fn find(greetings: &Greetings, scene: &Scene) -> Vec<Hit> {
    let Some((greeted, span)) = greetings.greeted(scene.reading) else {
        return Vec::new();
    };
    let Some(customer) = greetings.customer(scene) else {
        return Vec::new();
    };
    let others = scene.around.others.iter();
    let elsewhere = others
        .filter_map(|other| first_name(&other.author))
        .any(|other| other.folded == greeted.folded);
    if customer.is_like(&greeted) || is_mentioned(&greeted, scene) || elsewhere {
        return Vec::new();
    }
    let hit = Hit::at(span).replaced_by(&customer.written);
    vec![hit.saying(Note::Word(customer.written))]
}
