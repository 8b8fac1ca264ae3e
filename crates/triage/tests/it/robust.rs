//! Triage meets what nobody thought of.

use crate::policy::brand;
use proptest::prelude::*;
use toonvast_model::id::PostId;
use toonvast_model::locale::Locale;
use toonvast_model::post::{Author, Context, Post, Reach, Site};
use toonvast_model::timestamp::Timestamp;
use toonvast_triage::Triager;

fn post(text: String) -> Post {
    Post {
        id: PostId("1".to_owned()),
        text,
        site: Site::X,
        brand: None,
        author: Author::default(),
        reach: Reach::default(),
        posted_at: None,
    }
}

proptest! {
    #[test]
    fn any_text_is_judged_and_twice_the_same(text in "[\\PC\\s@#.?!0-9']{0,300}") {
        let triager = Triager::new(&brand());
        let post = post(text);
        let once = triager.triage(&post, &Context::default(), Locale::Nl);
        prop_assert_eq!(&once, &Triager::new(&brand()).triage(&post, &Context::default(), Locale::Nl));
        prop_assert!(!once.reasons.is_empty());
        prop_assert!(once.topics.len() <= 3);
    }

    #[test]
    fn any_context_is_judged(now in any::<i64>(), posted in any::<i64>(), followers in any::<u64>(),
        shares in any::<u64>(), earlier in any::<u32>(), addressed in any::<bool>(), answered in any::<bool>()) {
        let mut post = post("@FietsfluitNL waar blijft mijn fiets?".to_owned());
        post.posted_at = Some(Timestamp(posted));
        post.author.followers = Some(followers);
        post.reach.shares = Some(shares);
        let context = Context { now: Some(Timestamp(now)), addressed, answered, earlier_posts: earlier,
            follow_up: answered, under_ad: addressed, solicited: answered, similar: earlier, corrections: Vec::new() };
        let triage = Triager::new(&brand()).triage(&post, &context, Locale::En);
        prop_assert!(!triage.reasons.is_empty());
    }
}

#[test]
fn beyond_the_cap_nothing_is_read() {
    let triager = Triager::new(&brand());
    for piece in [
        "niet ",
        "werkt .. niet ",
        "é!",
        "@a ",
        "waar blijft ",
        "weg.nl ",
        "a.",
        "🤡",
        "ik zeg niet op ",
    ] {
        let huge = triager.triage(
            &post(piece.repeat(200_000)),
            &Context::default(),
            Locale::Nl,
        );
        let capped = triager.triage(
            &post(piece.repeat(20_000 / piece.len() + 1)),
            &Context::default(),
            Locale::Nl,
        );
        assert_eq!(huge.reasons, capped.reasons, "{piece}");
    }
}

#[test]
fn an_empty_post_has_a_reason_too() {
    let triage =
        Triager::new(&brand()).triage(&post(String::new()), &Context::default(), Locale::Nl);
    assert!(!triage.reasons.is_empty());
}
