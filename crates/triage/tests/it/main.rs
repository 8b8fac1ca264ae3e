//! Triage from outside: its policy, its robustness, and its figures on shared posts.

mod fuzz_seeds;
mod policy;
mod robust;
mod webcare;
