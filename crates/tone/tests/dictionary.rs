//! What the dictionary adds to `spelling`, and what it leaves alone.

use toonvast_brand::{Brand, folder};
use toonvast_model::draft::{Answered, Draft};
use toonvast_model::locale::Locale;
use toonvast_spelling::Spelling;
use toonvast_tone::{Around, Checker};

fn brand() -> Brand {
    let dir = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/fixtures/brands/fietsfluit"
    );
    folder::brand(dir.as_ref()).expect("the demo brand")
}

/// What `spelling` finds in a draft that answers a post: `wrong→right`.
fn found(checker: &Checker, post: &str, draft: &str, spelling: Option<&Spelling>) -> Vec<String> {
    let draft = Draft {
        draft: draft.to_owned(),
        agent: Some("Noor".to_owned()),
        ..serde_json::from_str(r#"{"draft":""}"#).expect("a draft")
    };
    let answered = Answered {
        text: post.to_owned(),
        ..Answered::default()
    };
    let around = Around {
        spelling,
        ..Around::default()
    };
    let checked = checker.check_around(&draft, &answered, &around, Locale::Nl);
    let spelling = checked.findings.iter();
    spelling
        .filter(|finding| finding.rule.0 == "spelling")
        .map(|it| format!("{}→{}", it.quote, it.replacement.as_deref().unwrap_or("?")))
        .collect()
}

#[test]
fn the_dictionary_finds_what_no_list_holds() {
    let checker = Checker::new(&brand());
    let post = "Waar blijft mijn fiets?";
    for (draft, expected) in [
        (
            "We hebben je berrigt gelezen en kijken mee. ^Noor",
            "berrigt→bericht",
        ),
        (
            "Dat is een probbleem, we kijken meteen mee. ^Noor",
            "probbleem→probleem",
        ),
        ("Volgennde week is je fiets er. ^Noor", "Volgennde→Volgende"),
        (
            "We kijken naar je vergoedign en bellen je. ^Noor",
            "vergoedign→vergoeding",
        ),
        (
            "Thanks for your mesage, we will check the stock. ^Noor",
            "mesage→message",
        ),
    ] {
        let post = if draft.starts_with("Thanks") {
            "Where is my bike?"
        } else {
            post
        };
        assert_eq!(
            found(&checker, post, draft, Spelling::embedded()),
            [expected],
            "{draft}"
        );
        assert!(found(&checker, post, draft, None).is_empty(), "{draft}");
    }
}

#[test]
fn what_is_no_error_is_left_alone() {
    let checker = Checker::new(&brand());
    for (post, draft) in [
        // The customer's own word, a handle, a tag, an address, a number.
        (
            "Mijn fietslapje is weg",
            "Je fietslapje vinden we terug, @berrigt. Zie #berrigt op fietsfluit.nl/berrigt of mail berrigt@fietsfluit.nl over 12berrigt. ^Noor",
        ),
        // Names and quotations.
        (
            "Hoi",
            "Dank je, Berrigt. Onze collega Probbleem zegt dat het 'berrigt' onderweg is. ^Noor",
        ),
        ("Hoi", "Joëlle, wat fijn om te horen. ^Noor"),
        // Compounds the dictionary does not know, stress, English verbs, drawn-out words.
        (
            "Hoi",
            "Je retourlabel en de wifiversterker liggen klaar, íemand belt je en het is gefixt. Heeeel fijn. ^Noor",
        ),
        // Half words and abbreviations.
        (
            "Hoi",
            "De bezorg- en afhaalpunten staan op bladz. 4 van de folder. ^Noor",
        ),
        // American and British.
        (
            "Hi",
            "We apologise for the colour, your programme was cancelled at the centre. ^Noor",
        ),
        // A word under the agent's fingers.
        ("Hoi", "We kijken naar je terugbetal"),
        ("Hoi", "We sturen je een berich"),
    ] {
        let found = found(&checker, post, draft, Spelling::embedded());
        assert!(found.is_empty(), "{draft}: {found:?}");
    }
}

#[test]
fn a_brands_words_are_right() {
    let mut brand = brand();
    let draft = "We hebben een berrigt voor je. ^Noor";
    let spelling = Spelling::embedded();
    assert_eq!(
        found(&Checker::new(&brand), "Hoi", draft, spelling).len(),
        1
    );
    brand.guide.plain.push("berrigt".to_owned());
    assert!(found(&Checker::new(&brand), "Hoi", draft, spelling).is_empty());
    brand.guide.plain.clear();
    brand.guide.silence.push("spelling".to_owned());
    assert!(found(&Checker::new(&brand), "Hoi", draft, spelling).is_empty());
}
