//! What the timeline of a case tells.

use toonvast_model::case::Case;
use toonvast_model::event::{Event, What};

/// The events that concern a case, in the order given: its own, what was set right in its post
/// before anybody claimed it, and that this was forgotten again.
pub fn story<'e>(
    case: &Case,
    events: impl IntoIterator<Item = &'e Event>,
) -> impl Iterator<Item = &'e Event> {
    let mut set_right = false;
    events.into_iter().filter(move |event| {
        let own = event.case == case.id;
        match &event.what {
            What::Corrected { post, .. } => {
                let ours = (post.site, &post.post_id) == (case.post.site, &case.post.post_id);
                set_right |= ours;
                own || ours
            }
            What::LessonsForgotten => own || std::mem::take(&mut set_right),
            _ => own,
        }
    })
}
