//! Canned replies: found, filled in, proposed.
