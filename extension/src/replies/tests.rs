use super::lately;
use crate::ledger::Ledger;
use toonvast_casework::Made;
use toonvast_model::case::Actor;
use toonvast_model::command::{Action, Command, PostSnapshot};
use toonvast_model::draft::ReplyKind;
use toonvast_model::id::{CaseId, CommandId, ContentId, EventId, PersonId, PostId};
use toonvast_model::post::Site;
use toonvast_model::screen::Contents;
use toonvast_model::timestamp::Timestamp;
use toonvast_model::triage::{Kind, Priority, Situation};
use uuid::Uuid;

const NOON: i64 = 1_790_000_000_000;
const DAY: i64 = 24 * 60 * 60_000;

fn snapshot(post: &str, author: &str, text: &str) -> PostSnapshot {
    PostSnapshot {
        site: Site::X,
        post_id: PostId(post.into()),
        author: author.into(),
        text: text.into(),
        permalink: None,
        posted_at: None,
    }
}

/// A case per post, each with one reply, a day apart.
fn ledger(replies: u128) -> Ledger {
    let mut ledger = Ledger::new(
        Actor::ThisBrowser,
        Vec::new(),
        Contents::default(),
        Vec::new(),
    );
    for number in 1..=replies {
        let post = number.to_string();
        let at = NOON + DAY * i64::try_from(number).expect("a small number");
        let claim = Action::Claim {
            post: snapshot(&post, "klant", &format!("Vraag {post}")),
            kind: Kind::Question,
            situation: Situation::Question,
            priority: Priority::Normal,
            score: 10,
            seen_at: Timestamp(at),
        };
        let reply = Action::LogReply {
            reply: snapshot(
                &format!("r{post}"),
                "FietsfluitNL",
                &format!("Antwoord {post} ^Noor"),
            ),
            kind: ReplyKind::Substantive,
            faults: None,
            promise: None,
        };
        for (step, action) in (0..).zip([claim, reply]) {
            let id = |part: u128| Uuid::from_u128(number * 100 + step * 10 + part);
            let made = Made {
                content: ContentId(id(1)),
                person: PersonId(id(2)),
                events: [EventId(id(3)), EventId(id(4))],
            };
            let command = Command {
                id: CommandId(id(5)),
                brand: "fietsfluit".parse().expect("a brand id"),
                case: CaseId(Uuid::from_u128(number)),
                at: Timestamp(at),
                action,
            };
            let queued = ledger.decide(command, &made).expect("may be done");
            ledger.enqueue(queued);
        }
    }
    ledger
}

#[test]
fn the_newest_replies_come_first_with_the_posts_they_answered() {
    let ledger = ledger(3);
    let now = Timestamp(NOON + 4 * DAY);
    let found = lately(&ledger, &ledger.contents(), "Noor", now);
    let found: Vec<(&str, &str, &str)> = found
        .iter()
        .map(|(_, reply)| (reply.text.as_str(), reply.post.as_str(), reply.who.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            ("Antwoord 3 ^Noor", "Vraag 3", "Noor"),
            ("Antwoord 2 ^Noor", "Vraag 2", "Noor"),
            ("Antwoord 1 ^Noor", "Vraag 1", "Noor"),
        ]
    );
}

#[test]
fn what_is_old_or_erased_is_not_compared_with() {
    let ledger = ledger(3);
    let later = Timestamp(NOON + 32 * DAY + DAY / 2);
    let texts = |contents: &Contents, now| -> Vec<String> {
        let found = lately(&ledger, contents, "Noor", now);
        found.into_iter().map(|(_, reply)| reply.text).collect()
    };
    assert_eq!(texts(&ledger.contents(), later), ["Antwoord 3 ^Noor"]);
    let mut erased = ledger.contents();
    erased
        .texts
        .retain(|row| !row.text.starts_with("Antwoord 2"));
    let now = Timestamp(NOON + 4 * DAY);
    assert_eq!(
        texts(&erased, now),
        ["Antwoord 3 ^Noor", "Antwoord 1 ^Noor"]
    );
}
