//! Why a folder is no brand: where, what, and what to do about it.

use crate::files::{MAX_FILE, MAX_FOLDER, MAX_REPLIES, MAX_RULES};
use toonvast_model::id::{InvalidBrandId, ReplyId, RuleId};

/// Why a folder or a JSON text is no brand. Prints as `file:line:column: what; what to do`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {fault}")]
pub struct BrandError {
    /// Where it was found.
    pub place: Place,
    /// What is wrong.
    pub fault: Fault,
}

/// A place in a brand's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, relative to the brand's folder, with `/`.
    pub file: String,
    /// Line and column, both from 1, columns in characters; where known.
    pub at: Option<(usize, usize)>,
}

impl Place {
    /// A file as a whole.
    #[must_use]
    pub fn file(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            at: None,
        }
    }

    /// The place of a byte of `text`.
    #[must_use]
    pub fn at_byte(file: &str, text: &str, byte: usize) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        Self {
            file: file.to_owned(),
            at: Some((line, column)),
        }
    }

    /// A whole line, counted from 1.
    #[must_use]
    pub fn line(file: &str, line: usize) -> Self {
        Self {
            file: file.to_owned(),
            at: Some((line, 1)),
        }
    }

    pub(crate) const fn fault(self, fault: Fault) -> BrandError {
        BrandError { place: self, fault }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.file)?;
        match self.at {
            Some((line, column)) => write!(f, ":{line}:{column}"),
            None => Ok(()),
        }
    }
}

/// What is wrong with a brand, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// No `policy.toml`.
    #[error(
        "the file is missing, and a brand is a folder with a policy; create one with `toonvast brand new`"
    )]
    NoPolicy,
    /// The folder's name is no brand id.
    #[error("{0}; rename the folder")]
    BrandId(#[from] InvalidBrandId),
    /// TOML that is not what this file holds.
    #[error("{0}; correct this line")]
    Toml(String),
    /// JSON that is no brand.
    #[error("{0}; correct the JSON or export it again")]
    Json(String),
    /// A file too large to be a brand's.
    #[error("{0} bytes, and a file may have {max}; split it or take out what does not belong", max = MAX_FILE)]
    FileTooLarge(u64),
    /// A folder too large to be a brand's.
    #[error("the brand's files are more than {max} bytes together; take out what does not belong", max = MAX_FOLDER)]
    FolderTooLarge,
    /// Too many house rules.
    #[error("{0} house rules, and a brand may have {max}; merge word lists into fewer rules", max = MAX_RULES)]
    TooManyRules(usize),
    /// Too many canned replies.
    #[error("{0} replies, and a brand may have {max}; take out those nobody uses", max = MAX_REPLIES)]
    TooManyReplies(usize),
    /// Something that must be said is empty.
    #[error("{0} is empty; fill it in or take it out")]
    Empty(String),
    /// The same name twice.
    #[error("{what} `{name}` stands here twice; rename or remove one")]
    Twice {
        /// What kind of thing.
        what: &'static str,
        /// Its name.
        name: String,
    },
    /// An account written with its `@`.
    #[error("the handle `{0}` starts with `@`; write it without")]
    HandleWithAt(String),
    /// A host with something around it.
    #[error("`{0}` in hosts is no host; write its name alone, as fietsfluit.nl")]
    Host(String),
    /// A policy that does not hold together.
    #[error("{0}")]
    Policy(#[from] crate::policy::PolicyFault),
    /// A reply's answer uses a field it does not declare.
    #[error(
        "reply `{reply}` uses the field {{{field}}} without declaring it; add {{ name = \"{field}\", kind = \"text\" }} to its fields, or take it out of the answer"
    )]
    UndeclaredField {
        /// The reply.
        reply: ReplyId,
        /// The field.
        field: String,
    },
    /// A reply declares a field its answer does not use.
    #[error(
        "reply `{reply}` declares the field `{field}` without using it; put {{{field}}} in the answer, or take it out of the fields"
    )]
    UnusedField {
        /// The reply.
        reply: ReplyId,
        /// The field.
        field: String,
    },
    /// A brace that opens or closes no field.
    #[error(
        "reply `{0}` has a brace that is no field; a field is written {{name}} with lower-case letters, digits and hyphens"
    )]
    Brace(ReplyId),
    /// An id that is no file name.
    #[error("`{0}` is no id; use 1 to 64 lower-case letters, digits or hyphens")]
    Id(String),
    /// A rule whose own id differs from its file's name.
    #[error(
        "the rule calls itself `{0}`, and a rule is called as its file; take the id out or rename the file"
    )]
    RuleName(RuleId),
    /// A line of an example nobody understands.
    #[error("{0}")]
    Example(#[from] crate::example::ExampleFault),
}
