//! What agents set right: what holds for a post, and what is learnt from it (M20).

use std::collections::BTreeMap;
use toonvast_model::case::Actor;
use toonvast_model::event::{Event, What};
use toonvast_model::id::{ContentId, PostId};
use toonvast_model::post::Site;
use toonvast_model::screen::Contents;
use toonvast_model::timestamp::Timestamp;
use toonvast_model::triage::Correction;

/// What was set right since lessons were last forgotten: the last word on each field of each
/// post, whoever spoke it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SetRight(BTreeMap<(Site, PostId), Vec<Correction>>);

impl SetRight {
    /// Takes in one more event.
    pub fn note(&mut self, event: &Event) {
        match &event.what {
            What::Corrected { post, corrections } => {
                let held = self.0.entry((post.site, post.post_id.clone()));
                overrule(held.or_default(), corrections);
            }
            What::LessonsForgotten => self.0.clear(),
            _ => {}
        }
    }

    /// What holds for a post.
    #[must_use]
    pub fn of(&self, site: Site, post: &PostId) -> &[Correction] {
        let held = self.0.get(&(site, post.clone()));
        held.map_or(&[], Vec::as_slice)
    }
}

impl<'e> FromIterator<&'e Event> for SetRight {
    fn from_iter<I: IntoIterator<Item = &'e Event>>(events: I) -> Self {
        let mut set_right = Self::default();
        events.into_iter().for_each(|event| set_right.note(event));
        set_right
    }
}

/// What one person taught with one post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taught {
    /// Where the post stands.
    pub site: Site,
    /// The post's id within the site.
    pub post_id: PostId,
    /// When it was written, if known.
    pub posted_at: Option<Timestamp>,
    /// Its words.
    pub text: String,
    /// What it should have been, one value a field.
    pub corrections: Vec<Correction>,
    /// Who taught it: a number from 0, the same for all that one person taught.
    pub teacher: u32,
}

/// The lessons in a log, oldest first: what was set right since lessons were last forgotten, in
/// posts whose words are not erased. What one person set right in one post, in however many
/// clicks, is one lesson: the last word on each field, as old as the last click.
#[must_use]
pub fn lessons<'e>(
    events: impl IntoIterator<Item = &'e Event>,
    contents: &Contents,
) -> Vec<Taught> {
    let texts: BTreeMap<ContentId, &str> = contents
        .texts
        .iter()
        .map(|row| (row.id, row.text.trim()))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let mut teachers: BTreeMap<Actor, u32> = BTreeMap::new();
    let mut taught: BTreeMap<(Site, PostId, u32), (usize, Taught)> = BTreeMap::new();
    for (age, event) in events.into_iter().enumerate() {
        let (post, corrections) = match &event.what {
            What::Corrected { post, corrections } => (post, corrections),
            What::LessonsForgotten => {
                taught.clear();
                teachers.clear();
                continue;
            }
            _ => continue,
        };
        let Some(text) = texts.get(&post.content) else {
            continue;
        };
        let next = u32::try_from(teachers.len()).unwrap_or(u32::MAX);
        let teacher = *teachers.entry(event.actor).or_insert(next);
        let (last, lesson) = taught
            .entry((post.site, post.post_id.clone(), teacher))
            .or_insert_with(|| {
                let (site, post_id) = (post.site, post.post_id.clone());
                let lesson = Taught {
                    site,
                    post_id,
                    posted_at: post.posted_at,
                    text: String::new(),
                    corrections: Vec::new(),
                    teacher,
                };
                (age, lesson)
            });
        *last = age;
        (*text).clone_into(&mut lesson.text);
        overrule(&mut lesson.corrections, corrections);
    }
    let mut taught: Vec<_> = taught.into_values().collect();
    taught.sort_by_key(|(age, _)| *age);
    taught.into_iter().map(|(_, lesson)| lesson).collect()
}

/// Later words on a field stand in place of earlier ones.
fn overrule(held: &mut Vec<Correction>, said: &[Correction]) {
    for correction in said {
        held.retain(|known| known.field() != correction.field());
        held.push(correction.clone());
    }
}
