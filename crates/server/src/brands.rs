//! The brands this server works for: plain data, the same in every extension.

use serde::Serialize;
use std::collections::BTreeMap;
use toonvast_engine::Engine;
use toonvast_model::calendar::Zone;
use toonvast_model::id::BrandId;

/// A brand, ready to be sent.
#[derive(Debug)]
pub(crate) struct Ready {
    pub(crate) name: String,
    /// `{"sha256": …, "brand": …}`.
    pub(crate) body: String,
    pub(crate) sha256: String,
    /// The clock on the team's wall.
    pub(crate) zone: Zone,
}

/// The brands by id.
#[derive(Debug, Default)]
pub(crate) struct Brands(BTreeMap<BrandId, Ready>);

/// A brand as named in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Named {
    pub(crate) id: BrandId,
    pub(crate) name: String,
}

impl Brands {
    pub(crate) fn new(engines: &[Engine]) -> Result<Self, serde_json::Error> {
        let ready = |engine: &Engine| {
            let brand = engine.brand();
            let json = serde_json::to_string(brand)?;
            let sha256 = crate::secret::fingerprint(json.as_bytes());
            let body = format!(r#"{{"sha256":"{sha256}","brand":{json}}}"#);
            Ok((
                brand.id.clone(),
                Ready {
                    name: brand.policy.name.clone(),
                    body,
                    sha256,
                    zone: brand.policy.time_zone.clone(),
                },
            ))
        };
        engines
            .iter()
            .map(ready)
            .collect::<Result<_, _>>()
            .map(Self)
    }

    pub(crate) fn get(&self, id: &BrandId) -> Option<&Ready> {
        self.0.get(id)
    }

    pub(crate) fn ids(&self) -> Vec<BrandId> {
        self.0.keys().cloned().collect()
    }

    /// Those of `ids` this server has, with their names.
    pub(crate) fn named(&self, ids: impl IntoIterator<Item = BrandId>) -> Vec<Named> {
        ids.into_iter()
            .filter_map(|id| {
                self.0.get(&id).map(|brand| Named {
                    name: brand.name.clone(),
                    id,
                })
            })
            .collect()
    }
}
