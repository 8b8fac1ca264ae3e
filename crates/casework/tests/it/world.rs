//! One case and two colleagues, with a clock that advances a minute with every click.

use toonvast_casework::{Made, decide, fold, happened};
use toonvast_model::case::{Actor, Case};
use toonvast_model::command::{Action, Command, PostSnapshot, Refusal};
use toonvast_model::draft::ReplyKind;
use toonvast_model::event::{Event, What};
use toonvast_model::id::{
    AccountId, BrandId, CaseId, CommandId, ContentId, EventId, PersonId, PostId, RuleId,
};
use toonvast_model::post::Site;
use toonvast_model::timestamp::Timestamp;
use toonvast_model::triage::{Correction, Kind, Priority, Situation};
use uuid::Uuid;

/// When the post was met on the page.
pub const SEEN: Timestamp = Timestamp(1_764_000_000_000);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Noor,
    Fenna,
    Browser,
}

impl Who {
    pub fn actor(self) -> Actor {
        match self {
            Self::Noor => Actor::Account(AccountId(Uuid::from_u128(1))),
            Self::Fenna => Actor::Account(AccountId(Uuid::from_u128(2))),
            Self::Browser => Actor::ThisBrowser,
        }
    }
}

#[derive(Default)]
pub struct World {
    pub case: Option<Case>,
    pub events: Vec<Event>,
    clicks: u32,
}

impl World {
    /// The moment of the n-th click.
    pub fn at(&self, click: u32) -> Timestamp {
        Timestamp(SEEN.0 + i64::from(click) * 60_000)
    }

    /// The next click, and the ids made for it.
    pub fn command(&mut self, action: Action) -> (Command, Made) {
        self.clicks += 1;
        let id = |what: u128| Uuid::from_u128((what << 64) + u128::from(self.clicks));
        let command = Command {
            id: CommandId(id(1)),
            brand: BrandId::try_from("fietsfluit".to_owned()).expect("a brand id"),
            case: CaseId(Uuid::from_u128(42)),
            at: self.at(self.clicks),
            action,
        };
        let made = Made {
            content: ContentId(id(2)),
            person: PersonId(id(3)),
            events: [EventId(id(4)), EventId(id(5))],
        };
        (command, made)
    }

    /// Somebody clicks; what is decided is folded into the case.
    pub fn does(&mut self, who: Who, action: Action) -> Result<Vec<What>, Refusal> {
        let (command, made) = self.command(action);
        let whats = decide(self.case.as_ref(), &command, who.actor(), &made)?;
        for event in happened(whats.clone(), &command, command.at, who.actor(), &made) {
            self.case = fold(self.case.take(), &event);
            self.events.push(event);
        }
        Ok(whats)
    }
}

pub fn claim() -> Action {
    claim_of("post")
}

pub fn claim_as(kind: Kind) -> Action {
    let mut action = claim();
    if let Action::Claim { kind: judged, .. } = &mut action {
        *judged = kind;
    }
    action
}

pub fn claim_of(post_id: &str) -> Action {
    Action::Claim {
        post: snapshot(post_id, "jan_fietst", "Mijn accu laadt niet meer op"),
        kind: Kind::Problem,
        situation: Situation::Complaint,
        priority: Priority::Normal,
        score: 40,
        seen_at: SEEN,
    }
}

pub fn reply(post_id: &str, kind: ReplyKind) -> Action {
    Action::LogReply {
        reply: snapshot(post_id, "FietsfluitNL", "We kijken het na ^Noor"),
        kind,
        promise: None,
        faults: None,
    }
}

pub fn gather() -> Action {
    Action::Gather {
        department: "werkplaats".into(),
    }
}

pub fn waive() -> Action {
    waive_because("Klant vroeg er zelf om")
}

pub fn waive_because(reason: &str) -> Action {
    Action::Override {
        rule: RuleId("private-data".into()),
        reason: reason.into(),
    }
}

pub fn correct(corrections: &[Correction]) -> Action {
    correct_of("post", corrections)
}

pub fn correct_of(post_id: &str, corrections: &[Correction]) -> Action {
    Action::Correct {
        post: snapshot(post_id, "jan_fietst", "Mijn accu laadt niet meer op"),
        corrections: corrections.to_vec(),
    }
}

pub fn close() -> Action {
    Action::Close {
        cause: String::new(),
    }
}

fn snapshot(post_id: &str, author: &str, text: &str) -> PostSnapshot {
    PostSnapshot {
        site: Site::X,
        post_id: PostId(post_id.into()),
        author: author.into(),
        text: text.into(),
        permalink: Some(format!("https://x.com/{author}/status/{post_id}")),
        posted_at: None,
    }
}
