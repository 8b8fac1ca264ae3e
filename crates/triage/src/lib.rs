//! Signals, and the priority that follows from them.
