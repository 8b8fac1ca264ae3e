use super::*;
use toonvast_engine::{Brand, Engine};
use toonvast_model::case::{Actor, CaseState, PostRef, Promise};
use toonvast_model::id::{CaseId, ContentId, PersonId, PostId};
use toonvast_model::post::{Author, Context, Post, Reach, Site};
use uuid::Uuid;

/// Monday morning, by the clock of Amsterdam.
fn now() -> Timestamp {
    Timestamp::parse("2026-11-23T09:00:00Z").expect("a moment")
}

fn triage(text: &str, corrections: &[Correction]) -> Triage {
    let brand: Brand = serde_json::from_value(serde_json::json!({
        "id": "fietsfluit", "policy": { "name": "Fietsfluit" }, "guide": {}, "rules": [], "library": [],
    }))
    .expect("a brand");
    let post = Post {
        id: PostId("1".into()),
        text: text.into(),
        site: Site::X,
        brand: None,
        author: Author::default(),
        reach: Reach::default(),
        posted_at: Some(now()),
    };
    let context = Context {
        now: Some(now()),
        addressed: true,
        corrections: corrections.to_vec(),
        ..Context::default()
    };
    Engine::new(brand).triage(&post, &context, Locale::Nl)
}

fn told(
    triage: &Triage,
    case: Option<&Case>,
    set_right: &[Correction],
    now: Timestamp,
) -> Judgement {
    let zone = Zone::default();
    let around = Around {
        case,
        set_right,
        now,
        zone: &zone,
        locale: Locale::Nl,
    };
    judgement(triage, &around)
}

fn case_of(triage: &Triage) -> Case {
    Case {
        id: CaseId(Uuid::from_u128(1)),
        brand: "fietsfluit".parse().expect("a brand id"),
        post: PostRef {
            site: Site::X,
            post_id: triage.id.clone(),
            posted_at: None,
            content: ContentId(Uuid::from_u128(2)),
            author: PersonId(Uuid::from_u128(3)),
        },
        owner: None,
        state: CaseState::Open,
        steps: [StepState::Open; 6],
        kind: triage.kind,
        situation: triage.situation,
        priority: triage.priority,
        score: triage.score,
        replies: Vec::new(),
        promise: None,
        opened_at: now(),
        touched_at: now(),
    }
}

const QUESTION: &str = "Hoe laat gaat de winkel van Fietsfluit morgen open?";

#[test]
fn every_output_has_its_value_among_those_offered() {
    let judged = told(&triage(QUESTION, &[]), None, &[], now());
    let fields = fields(Locale::En);
    assert_eq!(judged.outputs.len(), fields.len());
    for (output, field) in judged.outputs.iter().zip(&fields) {
        let found = field
            .values
            .iter()
            .filter(|value| value.correction == output.value);
        assert_eq!(found.count(), 1, "{}", field.label);
        assert!(!output.set_right);
    }
    assert!(
        judged.ruling.starts_with("Beantwoorden: ja, want iemand"),
        "{}",
        judged.ruling
    );
}

#[test]
fn what_the_team_set_right_is_marked() {
    let set_right = [
        Correction::Kind(Kind::Complaint),
        Correction::Respond(Respond::No),
    ];
    let judged = told(&triage(QUESTION, &set_right), None, &set_right, now());
    let marked: Vec<&Correction> = judged
        .outputs
        .iter()
        .filter(|output| output.set_right)
        .map(|output| &output.value)
        .collect();
    assert_eq!(marked, set_right.iter().collect::<Vec<_>>());
    assert_eq!(
        judged.ruling,
        "Beantwoorden: nee, want het team zei dat zo."
    );
}

#[test]
fn what_is_due_is_told_until_it_is_done() {
    let triage = triage(QUESTION, &[]);
    let due = triage.due.expect("an answer is wanted");
    let lines = |case: Option<&Case>, now| -> Vec<String> {
        let due = told(&triage, case, &[], now).due;
        due.into_iter().map(|line| line.text).collect()
    };
    let early = lines(None, now());
    assert!(
        early[0].starts_with("reageer voor ") && early[1].starts_with("antwoord voor "),
        "{early:?}"
    );
    let late = lines(None, Timestamp(due.first.0 + 1));
    assert!(late[0].starts_with("reactie te laat sinds "), "{late:?}");
    let mut case = case_of(&triage);
    assert_eq!(lines(Some(&case), now()).len(), 2);
    let done = StepState::Done {
        at: now(),
        by: Actor::ThisBrowser,
    };
    case.steps[Step::FirstResponse as usize] = done;
    assert_eq!(lines(Some(&case), now()), early[1..]);
    // What was promised comes first, and says when it is broken.
    let promise = Promise {
        due: Timestamp(now().0 + 3_600_000),
        warn_at: now(),
    };
    case.promise = Some(promise);
    let promised = lines(Some(&case), now());
    assert!(promised[0].starts_with("beloofd voor "), "{promised:?}");
    assert_eq!(promised[1..], early[1..]);
    let broken = lines(Some(&case), promise.due);
    assert!(
        broken[0].starts_with("belofte verlopen sinds "),
        "{broken:?}"
    );
    case.promise = None;
    case.steps[Step::Answer as usize] = done;
    assert!(lines(Some(&case), now()).is_empty());
}
