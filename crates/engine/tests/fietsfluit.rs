//! The demo brand, as anybody's brand: its examples are met and its replies keep its own guide.

use std::path::Path;
use toonvast_brand::folder;
use toonvast_engine::Engine;
use toonvast_model::draft::{Draft, Severity};
use toonvast_model::id::PostId;
use toonvast_model::locale::Locale;
use toonvast_model::post::{Author, Context, Post, Reach, Site};

fn engine() -> Engine {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/brands/fietsfluit");
    Engine::new(folder::brand(&dir).expect("the demo brand"))
}

fn post(text: &str) -> Post {
    Post {
        id: PostId("p".to_owned()),
        text: text.to_owned(),
        site: Site::X,
        brand: None,
        author: Author {
            handle: "kees_op_de_fiets".to_owned(),
            ..Author::default()
        },
        reach: Reach::default(),
        posted_at: None,
    }
}

#[test]
fn its_examples_are_met() {
    let outcomes = engine().examples();
    assert!(outcomes.len() >= 15, "{} examples", outcomes.len());
    let failed: Vec<_> = outcomes
        .iter()
        .filter(|outcome| !outcome.mismatches.is_empty())
        .collect();
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn its_own_questions_find_their_reply() {
    let engine = engine();
    let mut first = 0;
    let mut all = 0;
    for reply in &engine.brand().library {
        for question in &reply.questions {
            let found = engine.suggest(&post(question), None, Locale::Nl);
            assert!(
                found.iter().any(|one| one.reply == reply.id),
                "{} misses “{question}”",
                reply.id
            );
            all += 1;
            first += usize::from(found.first().is_some_and(|one| one.reply == reply.id));
        }
    }
    assert!(
        first * 100 >= all * 95,
        "{first} of {all} questions find their own reply first"
    );
}

#[test]
fn its_replies_keep_its_guide() {
    let engine = engine();
    let brand = engine.brand();
    for reply in &brand.library {
        let draft = Draft {
            draft: format!("{} ^Noor", reply.answer.replace(['{', '}'], "")),
            brand: Some(brand.id.clone()),
            site: Site::Facebook,
            public: true,
            agent: Some("Noor".to_owned()),
            post: None,
        };
        let mut found = engine.check(&draft, Locale::Nl).findings;
        found.retain(|finding| finding.severity > Severity::Hint);
        assert!(found.is_empty(), "{}: {found:#?}", reply.id);
    }
}

#[test]
fn a_suggestion_is_filled_and_signed() {
    let found = engine().suggest(
        &post("Wat een topservice, de monteur was geweldig!"),
        Some("Sem"),
        Locale::Nl,
    );
    let best = found.first().expect("a suggestion");
    assert_eq!(best.reply.0, "compliment-monteur");
    assert!(
        best.text
            .starts_with("Wat leuk dat je dit laat weten, @kees_op_de_fiets! "),
        "{}",
        best.text
    );
    assert!(best.text.ends_with(" ^Sem"), "{}", best.text);
    assert!(best.why.starts_with("Lijkt op de vraag “"), "{}", best.why);
    let open = engine().suggest(&post("My e-bike was stolen"), None, Locale::En);
    let best = open.first().expect("a suggestion");
    assert!(
        best.text.contains("you have another one [when]"),
        "{}",
        best.text
    );
    assert!(
        best.why.starts_with("Close to the question “"),
        "{}",
        best.why
    );
}

#[test]
fn the_same_post_gets_the_same_answer() {
    let (one, other) = (engine(), engine());
    let context = Context {
        addressed: true,
        ..Context::default()
    };
    for text in [
        "Mijn accu is snel leeg en de app crasht",
        "",
        "🚲🚲",
        "My lock is stuck!!",
    ] {
        let post = post(text);
        assert_eq!(
            one.triage(&post, &context, Locale::Nl),
            other.triage(&post, &context, Locale::Nl)
        );
        assert_eq!(
            one.suggest(&post, None, Locale::En),
            other.suggest(&post, None, Locale::En)
        );
    }
}
