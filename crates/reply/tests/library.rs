//! How words meet, on a library of four replies.

use proptest::prelude::*;
use std::sync::LazyLock;
use toonvast_brand::{Brand, BrandFiles};
use toonvast_model::locale::Locale;
use toonvast_reply::{Library, MAX_SUGGESTIONS};

const REPLIES: &str = r#"
[[reply]]
id = "opzeggen"
lang = "nl"
questions = ["Hoe beëindig ik mijn abonnement?"]
answer = "Opzeggen kan elke maand in de app."

[[reply]]
id = "bezorging"
lang = "nl"
questions = ["Wanneer wordt mijn pakket bezorgd?"]
answer = "Je pakket komt binnen vijf werkdagen."

[[reply]]
id = "wachtwoord"
lang = "nl"
questions = ["Wachtwoord vergeten"]
answer = "Kies in de app een nieuw wachtwoord, {customer}."
fields = [{ name = "customer", kind = "customer" }]

[[reply]]
id = "delivery"
lang = "en"
questions = ["When will my parcel be delivered?"]
answer = "Your parcel is there within five working days."
"#;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let policy = "name = \"Bel\"\nother_spellings = [\"Belletje\"]";
    let files = BrandFiles::from([("policy.toml", policy), ("replies/a.toml", REPLIES)]);
    Library::new(&Brand::parse("bel", &files).expect("a valid brand"))
});

fn first(text: &str) -> Option<String> {
    let found = LIBRARY.suggest(text, None, None, Locale::Nl);
    found.into_iter().next().map(|one| one.reply.0)
}

#[test]
fn words_meet() {
    let table = [
        (
            "by their stem",
            "Mijn abonnementen lopen af",
            Some("opzeggen"),
        ),
        ("by their concept", "Ik wil stopzetten", Some("opzeggen")),
        (
            "across languages when no reply speaks theirs",
            "I forgot my password",
            Some("wachtwoord"),
        ),
        (
            "in the customer's language when one does",
            "Where is my parcel? I am still waiting for it",
            Some("delivery"),
        ),
        (
            "by a separable verb",
            "Ik zeg hem per direct op",
            Some("opzeggen"),
        ),
        (
            "by the parts of a compound",
            "Mijn wifiwachtwoord klopt niet",
            Some("wachtwoord"),
        ),
        ("mistyped", "Waar blijft mijn pakekt", Some("bezorging")),
        ("not by the brand's own name", "Bel of Belletje?", None),
        (
            "not by words that say nothing",
            "Hoe is het en wat wordt het dan?",
            None,
        ),
        ("not at all", "", None),
    ];
    for (how, text, expected) in table {
        assert_eq!(first(text).as_deref(), expected, "{how}: {text}");
    }
}

#[test]
fn the_reason_names_question_and_words() {
    let why = |text, locale| LIBRARY.suggest(text, None, None, locale).remove(0).why;
    assert_eq!(
        why("WACHTWOORD kwijt", Locale::Nl),
        "Lijkt op de vraag “Wachtwoord vergeten” door: wachtwoord."
    );
    assert_eq!(
        why("My parcel", Locale::En),
        "Close to the question “When will my parcel be delivered?” by: parcel."
    );
    assert_eq!(
        why("Elke maand?", Locale::Nl),
        "Het antwoord gaat over: maand."
    );
}

proptest! {
    #[test]
    fn any_post_gets_few_suggestions_best_first(text in "\\PC{0,60}|([a-zé#@]{1,14} ){0,12}") {
            let found = LIBRARY.suggest(&text, Some("Noor"), Some("@kees"), Locale::Nl);
        prop_assert!(found.len() <= MAX_SUGGESTIONS);
        prop_assert!(found.iter().all(|one| one.score <= 1000 && one.text.ends_with(" ^Noor")));
        prop_assert!(found.windows(2).all(|pair| pair[0].score >= pair[1].score));
        prop_assert_eq!(LIBRARY.suggest(&text, Some("Noor"), Some("@kees"), Locale::Nl), found);
    }
}
