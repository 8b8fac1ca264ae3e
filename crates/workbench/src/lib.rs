//! The screens: queue, case, outbox.
