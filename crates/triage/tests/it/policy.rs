//! The written policy: which post comes first, who is answered, what a brand may change.

use toonvast_brand::{Brand, import};
use toonvast_model::locale::Locale;
use toonvast_model::post::{Context, Post};
use toonvast_model::triage::{About, Influence, Kind, Priority, Respond, Triage};
use toonvast_triage::Triager;

pub fn brand() -> Brand {
    let json = r#"[{
        "id": "fietsfluit", "name": "Fietsfluit",
        "handles": [{ "site": "x", "name": "FietsfluitNL" }],
        "homonyms": ["fietsfluit"], "products": ["Fluitslot"], "competitors": ["Trapspeed"],
        "topics": ["reparatie", "slot", "abonnement", "app"]
    }]"#;
    import::brands(json, None).expect("a good brand").remove(0)
}

fn post(text: &str) -> Post {
    serde_json::from_value(serde_json::json!({ "id": "1", "text": text, "site": "x" }))
        .expect("a good post")
}

fn triage(text: &str) -> Triage {
    Triager::new(&brand()).triage(&post(text), &Context::default(), Locale::Nl)
}

#[test]
fn priorities_follow_the_policy() {
    for (text, expected) in [
        (
            "@FietsfluitNL mijn accu is ontploft, er kwam rook uit en mijn zoon is gewond",
            Priority::Urgent,
        ),
        (
            "@FietsfluitNL ik zie in mijn account de gegevens van iemand anders, datalek!",
            Priority::Urgent,
        ),
        (
            "@FietsfluitNL schandalig, voor de derde keer lek en geen reactie. Ik zeg op!",
            Priority::High,
        ),
        (
            "@FietsfluitNL tot hoe laat is de winkel open?",
            Priority::Normal,
        ),
        (
            "@FietsfluitNL wat een topservice, complimenten aan de monteur!",
            Priority::Low,
        ),
        (
            "@FietsfluitNL ideetje: zet in de app een knopje voor je zadelhoogte",
            Priority::Low,
        ),
        (
            "@FietsfluitNL verdien 500 euro per dag met crypto, klik hier https://a.example",
            Priority::None,
        ),
        ("Vanavond pannenkoeken gegeten met oma", Priority::None),
    ] {
        assert_eq!(triage(text).priority, expected, "{text}");
    }
}

#[test]
fn the_two_tweets_without_a_tag_are_complaints() {
    // M29: they do not address the brand and are complaints all the same.
    for text in [
        "Helaas, Fietsfluit faalt weer, slecht geregeld",
        "Hoorde net dat Fietsfluit fietsen weggooit. Walgelijk!",
    ] {
        let triage = triage(text);
        assert_ne!(triage.about, About::None, "{text}");
        assert_eq!(triage.kind, Kind::Complaint, "{text}");
        assert_eq!(triage.respond, Respond::Yes, "{text}");
    }
}

#[test]
fn an_influential_author_is_at_least_high() {
    let mut post = post("@FietsfluitNL wat een topservice, complimenten aan de monteur!");
    post.author.followers = Some(25_000);
    let triage = Triager::new(&brand()).triage(&post, &Context::default(), Locale::En);
    assert_eq!(
        (triage.influence, triage.priority),
        (Influence::High, Priority::High)
    );
    assert_eq!(triage.reasons[0].text, "The author has 25000 followers.");
}

#[test]
fn a_spreading_claim_is_urgent_and_a_lonely_one_is_not() {
    let mut post = post("Let op: Fietsfluit is failliet, curator is benoemd. Delen aub!");
    for (shares, expected) in [
        (0, Priority::Normal),
        (29, Priority::Normal),
        (30, Priority::Urgent),
        (500, Priority::Urgent),
    ] {
        post.reach.shares = Some(shares);
        let triage = Triager::new(&brand()).triage(&post, &Context::default(), Locale::Nl);
        assert_eq!(triage.priority, expected, "{shares}");
        assert!(triage.risk);
    }
}

#[test]
fn others_affairs_are_left_alone() {
    let triage = triage("Onze hond slaapt de hele dag op de bank");
    assert_eq!((triage.about, triage.respond), (About::None, Respond::No));
    assert!(triage.topics.is_empty() && !triage.asks_help);
    assert_eq!(triage.reasons[0].signal.to_string(), "not-about-us");
}

#[test]
fn a_thread_with_the_brand_is_about_the_brand() {
    let context = Context {
        addressed: true,
        ..Context::default()
    };
    let triage = Triager::new(&brand()).triage(&post("Past ie de trap op?"), &context, Locale::Nl);
    assert_eq!(
        (triage.kind, triage.priority),
        (Kind::Question, Priority::Normal)
    );
    assert_ne!(triage.about, About::None);
}

#[test]
fn a_brand_may_reweigh_and_silence() {
    let mut brand = brand();
    let post = post("@FietsfluitNL wat een topservice, complimenten aan de monteur!");
    brand.policy.weights.insert("compliment".to_owned(), 40);
    let raised = Triager::new(&brand).triage(&post, &Context::default(), Locale::Nl);
    assert_eq!(raised.priority, Priority::Normal);
    brand.policy.weights.insert("compliment".to_owned(), 0);
    let silenced = Triager::new(&brand).triage(&post, &Context::default(), Locale::Nl);
    assert!(
        silenced
            .reasons
            .iter()
            .all(|reason| reason.signal.0 != "compliment")
    );
    assert_eq!(silenced.kind, Kind::Compliment);
}

#[test]
fn the_score_is_the_sum_of_the_reasons_largest_first() {
    let triage =
        triage("@FietsfluitNL schandalig, voor de derde keer lek en geen reactie. Ik zeg op!");
    assert_eq!(
        triage.score,
        triage
            .reasons
            .iter()
            .map(|reason| reason.points)
            .sum::<i32>()
    );
    assert!(
        triage
            .reasons
            .windows(2)
            .all(|pair| pair[0].points.abs() >= pair[1].points.abs())
    );
    assert!(
        triage
            .reasons
            .iter()
            .all(|reason| reason.text.ends_with('.'))
    );
}
