//! Where events, texts, people and accounts are kept.
