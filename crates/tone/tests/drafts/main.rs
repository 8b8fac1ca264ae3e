//! The checker on labelled drafts: our corpus, and another author's.

mod corpus;
mod labelled;
mod webcare;
