//! The engine's boundary: triage, check and suggest for one brand.
