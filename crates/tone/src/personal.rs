//! Data that belong to one person, recognised by their shape.

mod bsn;
mod digits;
mod email;
mod iban;
mod phone;
mod plate;
mod postcode;

pub(crate) use bsn::bsn;
pub(crate) use email::email;
pub(crate) use iban::iban;
pub(crate) use phone::phone;
pub(crate) use plate::plate;
pub(crate) use postcode::postcode;
