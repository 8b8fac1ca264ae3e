//! What is measured of a draft beside its findings (M64, M65, M71, M72, M76). It advises; the
//! verdict is made without it.

mod data;
mod misreading;
mod phrasing;
mod readability;
mod register;
mod scores;
mod syllables;
mod tables;
mod voice;

use crate::checks::Scene;
use toonvast_brand::rule::Aspect;
use toonvast_model::draft::Finding;
use toonvast_model::language::Language;
use toonvast_model::locale::Locale;
use toonvast_model::meters::Meters;

/// A finding, and whether its rule is about content or style.
pub(crate) struct Found {
    /// What the rule is about.
    pub aspect: Aspect,
    /// What it found.
    pub finding: Finding,
}

/// Measures a draft; `language` is the one its rules were read in, absent where there are
/// none for it.
pub(crate) fn measure(
    scene: &Scene,
    language: Option<Language>,
    found: &[Found],
    locale: Locale,
) -> Meters {
    let tables = language.map(tables::of);
    let read = tables.map(|tables| (tables, tables.lists.find(scene.reading)));
    let read = read.as_ref();
    let voice = read.map(|(tables, hits)| voice::measure(&tables.voice, hits, scene, locale));
    let readability =
        read.map(|(tables, hits)| readability::measure(tables, hits, scene, found, locale));
    let misreading = read.map_or_else(Vec::new, |(tables, hits)| {
        misreading::find(&tables.misreading, hits, scene, locale)
    });
    let (content, style) = scores::of(
        found,
        voice.as_ref(),
        readability.as_ref(),
        &misreading,
        locale,
    );
    Meters {
        content,
        style,
        voice,
        readability,
        misreading,
    }
}
