//! A labelled draft, and the checker beside its labels.

use serde::Deserialize;
use std::collections::BTreeMap;
use toonvast_brand::import;
use toonvast_model::draft::{Answered, Draft};
use toonvast_model::id::BrandId;
use toonvast_model::locale::Locale;
use toonvast_model::post::Site;
use toonvast_spelling::Spelling;
use toonvast_tone::measure::{Labels, Measure, Part};
use toonvast_tone::{Around, Checker};

/// A line of a set.
#[derive(Deserialize)]
pub struct Line {
    pub id: String,
    pub lang: String,
    pub site: Site,
    pub brand: BrandId,
    pub public: bool,
    pub post: Answered,
    pub agent: String,
    pub draft: String,
    #[serde(flatten)]
    pub labels: Labels,
}

impl Line {
    /// The draft alone.
    pub fn to_draft(&self) -> Draft {
        Draft {
            draft: self.draft.clone(),
            brand: None,
            site: self.site,
            public: self.public,
            agent: Some(self.agent.clone()),
            post: None,
        }
    }
}

/// Reads JSON lines.
pub fn lines(text: &str) -> Vec<Line> {
    text.lines()
        .map(|line| serde_json::from_str(line).expect("a labelled draft"))
        .collect()
}

/// Checks drafts of brands given as `brand import` takes them.
pub fn measure<'l>(brands: &str, lines: impl Iterator<Item = &'l Line>) -> Measure {
    let checkers: BTreeMap<BrandId, Checker> = import::brands(brands, None)
        .expect("brands.json")
        .iter()
        .map(|brand| (brand.id.clone(), Checker::new(brand)))
        .collect();
    let around = Around {
        spelling: Spelling::embedded(),
        ..Around::default()
    };
    let mut measure = Measure::default();
    for line in lines {
        let draft = line.to_draft();
        let checked = checkers[&line.brand].check_around(&draft, &line.post, &around, Locale::En);
        measure.note(&line.id, &line.draft, &line.labels, &checked);
    }
    measure
}

/// Precision, recall and right verdicts, in hundredths.
pub fn figures(measure: &Measure) -> [f64; 3] {
    let together = measure.together();
    [together.precision(), together.recall(), measure.verdicts].map(hundredths)
}

fn hundredths(part: Part) -> f64 {
    100.0 * part.part as f64 / part.of.max(1) as f64
}
