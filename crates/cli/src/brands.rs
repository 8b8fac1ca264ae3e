//! The engines of a run: one brand, or several among which each line picks.

use std::collections::BTreeMap;
use std::path::Path;
use toonvast_brand::Brand;
use toonvast_brand::folder::{self, FolderError};
use toonvast_engine::{Engine, Spelling};

/// Engines by brand id.
#[derive(Debug)]
pub(crate) struct Brands {
    engines: BTreeMap<String, Engine>,
}

/// Who answers for several brands may mistake one for another: each knows the others' names
/// and accounts.
fn know_each_other(brands: &mut [Brand]) {
    let names = |brand: &Brand| -> Vec<String> {
        let handles = brand
            .policy
            .handles
            .iter()
            .map(|handle| format!("@{}", handle.name));
        std::iter::once(brand.policy.name.clone())
            .chain(handles)
            .collect()
    };
    let all: Vec<Vec<String>> = brands.iter().map(names).collect();
    for (at, brand) in brands.iter_mut().enumerate() {
        let own = &all[at];
        let others = all
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .flat_map(|(_, names)| names);
        let known =
            others.filter(|name| !own.contains(name) && !brand.policy.other_brands.contains(name));
        let known: Vec<String> = known.cloned().collect();
        brand.policy.other_brands.extend(known);
    }
}

/// Why a line has no brand.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NoBrand {
    /// It names none, and there are several.
    #[error("no `brand`, and --brand holds several; name one of {0}")]
    Unnamed(String),
    /// It names one that is not there.
    #[error("the `brand` it names is not in --brand; name one of {0}")]
    Unknown(String),
}

/// The engine of the command line and the server: with dictionaries, read when first asked.
pub(crate) fn engine(brand: Brand) -> Engine {
    Engine::new(brand).with_dictionaries(Spelling::embedded)
}

impl Brands {
    /// Reads a brand's folder, or every brand in a folder of brands.
    pub(crate) fn read(dir: &Path) -> Result<Self, FolderError> {
        let mut brands = folder::brands(dir)?;
        know_each_other(&mut brands);
        let engines = brands
            .into_iter()
            .map(|brand| (brand.id.to_string(), engine(brand)));
        Ok(Self {
            engines: engines.collect(),
        })
    }

    /// The engine of the brand a line names; the only one there is whatever the line says.
    pub(crate) fn pick(&self, named: Option<&str>) -> Result<&Engine, NoBrand> {
        if self.engines.len() == 1
            && let Some(only) = self.engines.values().next()
        {
            return Ok(only);
        }
        let named = named.ok_or_else(|| NoBrand::Unnamed(self.names()))?;
        self.engines
            .get(named)
            .ok_or_else(|| NoBrand::Unknown(self.names()))
    }

    /// All of them, by id.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Engine> {
        self.engines.values()
    }

    fn names(&self) -> String {
        let names: Vec<String> = self.engines.keys().map(|id| format!("`{id}`")).collect();
        names.join(", ")
    }
}
