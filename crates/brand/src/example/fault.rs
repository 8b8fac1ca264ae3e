//! Why a file is no example.

/// Why a file is no example, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExampleFault {
    /// Neither `=>` nor `---`.
    #[error(
        "nothing is expected here; put `=>` and lines such as `kind: question` under the post, or `---` and a draft"
    )]
    NothingExpected,
    /// No post.
    #[error("there is no post; start with a line `post: …`")]
    NoPost,
    /// No draft.
    #[error("there is no draft under `---`; write one")]
    NoDraft,
    /// A line that is none of ours.
    #[error("this line is not `key: value`; a line that goes on starts with two spaces")]
    NoKey,
    /// An unknown key.
    #[error("`{found}` is none of {known}; correct or remove it")]
    UnknownKey {
        /// The key found.
        found: String,
        /// Those that may stand here.
        known: &'static str,
    },
    /// A key twice.
    #[error("`{0}` stands here twice; remove one")]
    Twice(String),
    /// A value that does not fit its key.
    #[error("`{key}: {found}` says nothing here; write {known}")]
    Value {
        /// The key.
        key: String,
        /// The value found.
        found: String,
        /// What may stand here.
        known: String,
    },
    /// Carets under nothing.
    #[error("the carets reach outside the line above; put them under the passage")]
    MarkOutside,
}
