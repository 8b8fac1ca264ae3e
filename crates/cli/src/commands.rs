//! One file a verb.

pub(crate) mod account;
pub(crate) mod brand;
pub(crate) mod check;
pub(crate) mod classify;
pub(crate) mod eval;
pub(crate) mod rule;
pub(crate) mod serve;
pub(crate) mod suggest;
pub(crate) mod train;
pub(crate) mod triage;
