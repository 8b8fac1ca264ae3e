//! The engines of a run: one brand, or several among which each line picks.

use std::collections::BTreeMap;
use std::path::Path;
use toonvast_brand::folder::{self, FolderError};
use toonvast_engine::Engine;

/// Engines by brand id.
#[derive(Debug)]
pub(crate) struct Brands {
    engines: BTreeMap<String, Engine>,
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

impl Brands {
    /// Reads a brand's folder, or every brand in a folder of brands.
    pub(crate) fn read(dir: &Path) -> Result<Self, FolderError> {
        let brands = folder::brands(dir)?;
        let engines = brands
            .into_iter()
            .map(|brand| (brand.id.to_string(), Engine::new(brand)));
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
