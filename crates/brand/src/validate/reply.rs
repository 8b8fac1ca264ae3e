//! Canned replies: the fields of an answer are those declared.

use super::{all_filled, filled};
use crate::error::{BrandError, Fault, Place};
use crate::library::{CannedReply, Piece, pieces};
use std::collections::BTreeSet;

/// One canned reply.
pub(crate) fn reply(reply: &CannedReply, place: Place) -> Result<(), BrandError> {
    let here = || place.clone();
    filled(&reply.id.0, "a reply's id", here)?;
    filled(
        &reply.answer,
        &format!("the answer of reply `{}`", reply.id),
        here,
    )?;
    all_filled(
        &reply.questions,
        &format!("a question of reply `{}`", reply.id),
        here,
    )?;
    let mut used = BTreeSet::new();
    for piece in pieces(&reply.answer) {
        match piece {
            Piece::Field(name) => _ = used.insert(name),
            Piece::Brace => return Err(place.fault(Fault::Brace(reply.id.clone()))),
            Piece::Text(_) => {}
        }
    }
    let mut declared = BTreeSet::new();
    for field in &reply.fields {
        if !declared.insert(field.name.as_str()) {
            let twice = Fault::Twice {
                what: "the field",
                name: field.name.clone(),
            };
            return Err(place.fault(twice));
        }
    }
    let pair = |field: &&str| (reply.id.clone(), (*field).to_owned());
    if let Some((reply, field)) = used.difference(&declared).next().map(pair) {
        return Err(place.fault(Fault::UndeclaredField { reply, field }));
    }
    if let Some((reply, field)) = declared.difference(&used).next().map(pair) {
        return Err(place.fault(Fault::UnusedField { reply, field }));
    }
    Ok(())
}
