//! TypeScript declarations of the wire types, for the checker of the page's JavaScript.

use crate::workspace;
use anyhow::Result;
use std::any::TypeId;
use std::collections::{BTreeMap, BTreeSet};
use toonvast_model::draft::GrammarFault;
use toonvast_model::link::{HostMessage, PageMessage};
use toonvast_model::screen::{ScreenAnswer, ScreenAsk};
use ts_rs::{Config, TS, TypeVisitor};

/// Writes `target/types/wire.d.ts`: every wire type, ambient.
///
/// # Errors
/// When the file cannot be written.
pub fn write() -> Result<()> {
    let mut seen = Declarations::default();
    seen.visit::<PageMessage>();
    seen.visit::<HostMessage>();
    seen.visit::<ScreenAsk>();
    seen.visit::<ScreenAnswer>();
    seen.visit::<GrammarFault>();
    let mut text =
        String::from("// Generated from crates/model by `cargo xtask build`; do not edit.\n\n");
    for declaration in seen.texts.values() {
        text.push_str(declaration);
        text.push('\n');
    }
    let folder = workspace::target().join("types");
    super::write(&folder.join("wire.d.ts"), text)?;
    super::write(
        &folder.join("page-scripts.d.ts"),
        "export const pageScripts: string[];\n",
    )
}

#[derive(Default)]
struct Declarations {
    config: Config,
    met: BTreeSet<TypeId>,
    texts: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.met.insert(TypeId::of::<T>()) {
            return;
        }
        // Only types of ours have a file of their own; numbers and lists are spelled out.
        if T::output_path().is_some() {
            let declaration = format!("declare {}", T::decl(&self.config));
            self.texts.insert(T::ident(&self.config), declaration);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}
