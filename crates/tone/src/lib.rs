//! The tone guide, checked: rules as data, kinds of checks as code.
