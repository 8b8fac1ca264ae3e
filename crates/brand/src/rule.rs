//! A tone rule: data, with its doc, its examples and its tests in one file.
