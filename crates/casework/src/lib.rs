//! The life of a case: commands become events, events fold into cases.
