//! Cases for the tests of the screens.

use toonvast_model::case::{Actor, Case, CaseState, PostRef, StepState};
use toonvast_model::event::{Event, What};
use toonvast_model::id::{AccountId, CaseId, CommandId, ContentId, EventId, PersonId, PostId};
use toonvast_model::link::Badge;
use toonvast_model::locale::Locale;
use toonvast_model::post::Site;
use toonvast_model::screen::{
    CaseRow, CaseView, ContentText, Contents, Outbox, Overview, PersonName, WaitingPost,
};
use toonvast_model::timestamp::Timestamp;
use toonvast_model::triage::{Kind, Priority, Situation};
use uuid::Uuid;

pub const NOW: Timestamp = Timestamp(1_790_000_000_000);
pub const NOOR: Actor = Actor::Account(AccountId(Uuid::from_u128(7)));
pub const SEM: Actor = Actor::Account(AccountId(Uuid::from_u128(8)));

pub fn case(number: u128, state: CaseState, priority: Priority, score: i32) -> Case {
    Case {
        id: CaseId(Uuid::from_u128(number)),
        brand: "fietsfluit".parse().unwrap(),
        post: PostRef {
            site: Site::X,
            post_id: PostId(number.to_string()),
            posted_at: None,
            content: ContentId(Uuid::from_u128(number)),
            author: PersonId(Uuid::from_u128(number)),
        },
        owner: Some(NOOR),
        state,
        steps: [StepState::Open; 6],
        kind: Kind::Complaint,
        situation: Situation::Complaint,
        priority,
        score,
        replies: Vec::new(),
        promise: None,
        opened_at: NOW,
        touched_at: NOW,
    }
}

pub fn row(case: Case, excerpt: &str) -> CaseRow {
    CaseRow {
        case,
        excerpt: excerpt.into(),
        author: "@jan".into(),
        owner: Some("Noor".into()),
        pending: false,
    }
}

pub fn waiting(id: &str, level: Priority, score: i32) -> WaitingPost {
    WaitingPost {
        badge: Badge {
            post_id: PostId(id.into()),
            level,
            label: String::new(),
            score,
            reasons: Vec::new(),
            case: None,
            judgement: None,
        },
        excerpt: "Mijn slot gaat niet open".into(),
        author: "@els".into(),
        permalink: None,
        site: Site::X,
        posted_at: Some(NOW),
    }
}

pub fn overview(waiting: Vec<WaitingPost>, cases: Vec<CaseRow>) -> Overview {
    Overview {
        brand: "fietsfluit".parse().unwrap(),
        brand_name: "Fietsfluit".into(),
        me: NOOR,
        locale: Locale::Nl,
        waiting,
        cases,
        outbox: Outbox::LocalOnly { kept: 0 },
        refusals: Vec::new(),
    }
}

pub fn view(case: Case) -> CaseView {
    let opened = Event {
        id: EventId(Uuid::from_u128(1)),
        brand: case.brand.clone(),
        seq: 1,
        case: case.id,
        command: CommandId(Uuid::from_u128(1)),
        at: NOW,
        actor: NOOR,
        note: None,
        what: What::Opened {
            post: case.post.clone(),
            kind: case.kind,
            situation: case.situation,
            priority: case.priority,
            score: case.score,
            seen_at: Timestamp(NOW.0 - 60_000),
        },
    };
    let contents = Contents {
        texts: vec![ContentText {
            id: case.post.content,
            text: "Mijn slot gaat niet open".into(),
            permalink: Some("https://x.com/els/status/1".into()),
        }],
        people: vec![PersonName {
            id: case.post.author,
            handle: "@els".into(),
        }],
        accounts: Vec::new(),
    };
    CaseView {
        case,
        events: vec![opened],
        contents,
        pending: false,
    }
}
