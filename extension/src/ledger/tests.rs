use super::*;
use toonvast_model::command::PostSnapshot;
use toonvast_model::draft::ReplyKind;
use toonvast_model::event::What;
use toonvast_model::id::{AccountId, ContentId, EventId};
use toonvast_model::timestamp::Timestamp;
use toonvast_model::triage::{Correction, Kind, Priority, Situation};
use uuid::Uuid;

const NOON: Timestamp = Timestamp(1_790_000_000_000);

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn made(number: u128) -> Made {
    Made {
        content: ContentId(id(number * 10)),
        person: PersonId(id(number * 10 + 1)),
        events: [EventId(id(number * 10 + 2)), EventId(id(number * 10 + 3))],
    }
}

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

fn command(number: u128, case: u128, action: Action) -> Command {
    Command {
        id: CommandId(id(number)),
        brand: "fietsfluit".parse().expect("a brand id"),
        case: CaseId(id(case)),
        at: Timestamp(NOON.0 + i64::try_from(number).expect("a small number")),
        action,
    }
}

fn claim(post: &str) -> Action {
    Action::Claim {
        post: snapshot(post, "klant", "Mijn slot gaat niet open"),
        kind: Kind::Problem,
        situation: Situation::Question,
        priority: Priority::High,
        score: 40,
        seen_at: NOON,
    }
}

fn reply(post: &str) -> Action {
    Action::LogReply {
        reply: snapshot(post, "FietsfluitNL", "Ik kijk mee! ^Noor"),
        kind: ReplyKind::Substantive,
        promise: None,
        faults: None,
    }
}

fn ledger() -> Ledger {
    Ledger::new(
        Actor::ThisBrowser,
        Vec::new(),
        Contents::default(),
        Vec::new(),
    )
}

fn act(ledger: &mut Ledger, number: u128, case: u128, action: Action) {
    let queued = ledger
        .decide(command(number, case, action), &made(number))
        .expect("may be done");
    ledger.enqueue(queued);
}

fn post() -> PostId {
    PostId("1".into())
}

#[test]
fn a_claim_is_a_case_at_once_and_pending() {
    let mut ledger = ledger();
    act(&mut ledger, 1, 100, claim("1"));
    let case = ledger
        .case_of(Site::X, &post())
        .expect("the post has a case");
    assert_eq!(
        (case.id, case.owner),
        (CaseId(id(100)), Some(Actor::ThisBrowser))
    );
    assert!(ledger.is_pending(case.id));
    assert_eq!(ledger.contents().people[0].handle, "klant");
}

#[test]
fn a_second_click_makes_no_second_case() {
    let mut ledger = ledger();
    act(&mut ledger, 1, 100, claim("1"));
    act(&mut ledger, 2, 200, claim("1"));
    assert_eq!(ledger.cases().count(), 1);
}

#[test]
fn nothing_is_sent_with_the_claim_it_depends_on() {
    let mut ledger = ledger();
    act(&mut ledger, 1, 100, claim("1"));
    act(&mut ledger, 2, 100, reply("2"));
    assert_eq!(ledger.outgoing().len(), 1);
    let landed = Outcome::Done {
        command: CommandId(id(1)),
        case: CaseId(id(100)),
        seq: 2,
    };
    let events = ledger.events(CaseId(id(100)));
    let confirmed: Vec<Event> = numbered(events.into_iter().take(2));
    let settled = ledger.settle(&[landed], confirmed, Contents::default());
    assert_eq!(settled.gone, [CommandId(id(1))]);
    assert_eq!(ledger.outgoing().len(), 1, "now the reply goes");
    assert_eq!(ledger.cases().count(), 1);
}

fn numbered(events: impl Iterator<Item = Event>) -> Vec<Event> {
    events
        .zip(1..)
        .map(|(event, seq)| Event { seq, ..event })
        .collect()
}

#[test]
fn a_claim_that_lands_on_another_case_takes_its_reply_along() {
    let mut ledger = ledger();
    act(&mut ledger, 1, 100, claim("1"));
    act(&mut ledger, 2, 100, reply("2"));
    let landed = Outcome::Done {
        command: CommandId(id(1)),
        case: CaseId(id(900)),
        seq: 2,
    };
    let theirs = numbered(ledger.events(CaseId(id(100))).into_iter().take(2))
        .into_iter()
        .map(|event| Event {
            case: CaseId(id(900)),
            ..event
        })
        .collect();
    let settled = ledger.settle(&[landed], theirs, Contents::default());
    assert_eq!(
        settled.changed.last().map(|queued| queued.command.case),
        Some(CaseId(id(900)))
    );
    let case = ledger
        .case(CaseId(id(900)))
        .expect("the case that was there");
    assert_eq!((ledger.cases().count(), case.replies.len()), (1, 1));
}

#[test]
fn a_refused_claim_is_shown_and_its_reply_goes_to_the_colleague_s_case() {
    let mut ledger = ledger();
    act(&mut ledger, 1, 100, claim("1"));
    act(&mut ledger, 2, 100, reply("2"));
    let refusal = Refusal::AlreadyClaimed {
        case: CaseId(id(900)),
    };
    let colleague = Actor::Account(AccountId(id(7)));
    let theirs = numbered(ledger.events(CaseId(id(100))).into_iter().take(2))
        .into_iter()
        .map(|event| Event {
            case: CaseId(id(900)),
            actor: colleague,
            ..event
        })
        .collect();
    let refused = Outcome::Refused {
        command: CommandId(id(1)),
        refusal: refusal.clone(),
    };
    ledger.settle(&[refused], theirs, Contents::default());
    assert_eq!(
        ledger
            .refused()
            .map(|(_, why)| why.clone())
            .collect::<Vec<_>>(),
        [refusal]
    );
    let case = ledger
        .case_of(Site::X, &post())
        .expect("the colleague's case");
    assert_eq!(
        (case.id, case.owner, case.replies.len()),
        (CaseId(id(900)), Some(colleague), 1)
    );
    ledger.withdraw(CommandId(id(1)));
    assert_eq!((ledger.refused().count(), ledger.waiting_count()), (0, 1));
}

#[test]
fn what_waited_before_signing_in_is_the_account_s() {
    let mut ledger = ledger();
    act(&mut ledger, 1, 100, claim("1"));
    let me = Actor::Account(AccountId(id(7)));
    let rows = ledger.sign_in(me);
    assert!(
        rows.iter()
            .flat_map(|row| &row.events)
            .all(|event| event.actor == me)
    );
    assert_eq!(
        ledger.case_of(Site::X, &post()).and_then(|case| case.owner),
        Some(me)
    );
}

#[test]
fn the_outbox_survives_a_restart() {
    let mut before = ledger();
    act(&mut before, 1, 100, claim("1"));
    act(&mut before, 2, 100, reply("2"));
    let after = Ledger::new(
        Actor::ThisBrowser,
        Vec::new(),
        Contents::default(),
        before.outbox.clone(),
    );
    assert_eq!(after.case(CaseId(id(100))), before.case(CaseId(id(100))));
    let whats: Vec<_> = after
        .events(CaseId(id(100)))
        .iter()
        .map(|event| event.what.name())
        .collect();
    assert_eq!(whats, ["opened", "claimed", "replied"]);
    assert!(matches!(
        after.events(CaseId(id(100)))[0].what,
        What::Opened { .. }
    ));
}

const QUESTION: Correction = Correction::Kind(Kind::Question);
const LOW: Correction = Correction::Priority(Priority::Low);

fn correct(post: &str, correction: Correction) -> Action {
    Action::Correct {
        post: snapshot(post, "klant", "Mijn slot gaat niet open"),
        corrections: vec![correction],
    }
}

#[test]
fn what_is_set_right_holds_at_once_and_teaches_before_the_server_heard() {
    let mut ledger = ledger();
    act(&mut ledger, 1, 100, correct("1", QUESTION));
    act(&mut ledger, 2, 200, correct("1", LOW));
    assert_eq!(ledger.set_right().of(Site::X, &post()), [QUESTION, LOW]);
    assert_eq!((ledger.cases().count(), ledger.waiting_count()), (0, 2));
    let lessons = ledger.lessons();
    assert_eq!(
        (
            lessons.len(),
            lessons[0].text.as_str(),
            lessons[0].corrections.len()
        ),
        (1, "Mijn slot gaat niet open", 2)
    );
    assert_eq!(ledger.outgoing().len(), 2, "neither waits for the other");
    act(&mut ledger, 3, 300, Action::ForgetLessons);
    assert!(ledger.lessons().is_empty() && ledger.set_right().of(Site::X, &post()).is_empty());
}

#[test]
fn a_correction_of_a_claimed_post_goes_to_its_case_and_after_its_claim() {
    let mut ledger = ledger();
    act(&mut ledger, 1, 100, claim("1"));
    act(&mut ledger, 2, 200, correct("1", QUESTION));
    let case = ledger.case_of(Site::X, &post()).expect("claimed");
    assert_eq!((case.id, case.kind), (CaseId(id(100)), Kind::Question));
    assert_eq!(ledger.outgoing().len(), 1);
    assert_eq!(ledger.lessons().len(), 1);
    let told = ledger.story(case);
    let told: Vec<_> = told.iter().map(|event| event.what.name()).collect();
    assert_eq!(told, ["opened", "claimed", "corrected"]);
}

#[test]
fn a_colleague_s_correction_teaches_and_a_refused_one_does_not() {
    let mut ledger = ledger();
    act(&mut ledger, 1, 100, correct("1", QUESTION));
    let mut theirs = ledger.events(CaseId(id(100)));
    let words = ledger.contents();
    let refused = Outcome::Refused {
        command: CommandId(id(1)),
        refusal: Refusal::IdReused,
    };
    theirs[0].seq = 1;
    theirs[0].actor = Actor::Account(AccountId(id(7)));
    if let What::Corrected { corrections, .. } = &mut theirs[0].what {
        *corrections = vec![LOW];
    }
    ledger.settle(&[refused], theirs, words);
    assert_eq!(ledger.set_right().of(Site::X, &post()), [LOW]);
    let lessons = ledger.lessons();
    assert_eq!(
        (lessons.len(), &lessons[0].corrections[..]),
        (1, &[LOW][..])
    );
}
