//! Whether a reply settles the matter or announces that an answer follows (M34).

use crate::built_in::prepared;
use crate::checks::Prepared;
use crate::promise;
use crate::reading::Reading;
use toonvast_model::draft::ReplyKind;
use toonvast_model::language::Language;

/// Whether a reply is a holding reply: it announces that an answer or action of ours
/// follows, with or without a term, or promises one. In Dutch and English.
#[must_use]
pub fn reply_kind(text: &str) -> ReplyKind {
    let reading = Reading::new(text);
    let rules = prepared(Language::Nl).iter().chain(prepared(Language::En));
    let announced = rules
        .filter_map(Prepared::announcement_check)
        .any(|check| check.announcement(&reading).is_some());
    if announced || promise::in_reading(&reading).is_some() {
        ReplyKind::Holding
    } else {
        ReplyKind::Substantive
    }
}
