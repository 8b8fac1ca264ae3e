//! Triage from outside: its policy, its robustness, and its figures on shared posts.

mod measure;
mod policy;
mod robust;
mod webcare;
