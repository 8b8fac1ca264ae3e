//! `uniform`: nearly the words of another recent public reply (M68).

use super::{Hit, Scene};
use crate::note::Note;
use crate::recent::sketch::Sketch;
use toonvast_brand::rule::Uniform as Data;

/// The reply's body, when a recent reply under another post shares most of its runs of words.
pub(crate) fn find(data: Data, scene: &Scene) -> Vec<Hit> {
    let Some(recent) = scene.around.recent.filter(|recent| !recent.is_empty()) else {
        return Vec::new();
    };
    let sketch = Sketch::of(scene.reading, &scene.names);
    if sketch.runs < data.least {
        return Vec::new();
    }
    let nearest = recent.nearest(&sketch, |kept| {
        kept.sketch.runs >= data.least && scene.answers_another(kept)
    });
    let alike = nearest.filter(|(_, shared)| *shared >= data.shared);
    alike
        .map(|(kept, _)| Hit::at(scene.reading.body()).saying(Note::Like(kept.said.clone())))
        .into_iter()
        .collect()
}
