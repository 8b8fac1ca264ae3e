//! The checker as a whole: locales, silence, house rules, verdicts, hostile input.

use proptest::prelude::*;
use toonvast_brand::Brand;
use toonvast_brand::guide::Guideline;
use toonvast_brand::rule::Rule;
use toonvast_model::draft::{Answered, Checked, Draft, ReplyKind, Verdict};
use toonvast_model::id::RuleId;
use toonvast_model::locale::Locale;
use toonvast_model::post::Site;
use toonvast_model::triage::{Kind, Sentiment, Situation};
use toonvast_tone::{Checker, MOST_BYTES, reply_kind, run_examples};

fn brand() -> Brand {
    let policy =
        r#"{"name": "Fietsfluit", "competitors": ["Trapspeed"], "agents": ["Noor", "Sem"]}"#;
    Brand::from_json(&format!(r#"{{"id": "fietsfluit", "policy": {policy}}}"#)).expect("a brand")
}

fn draft(text: &str) -> Draft {
    Draft {
        draft: text.to_owned(),
        brand: None,
        site: Site::X,
        public: true,
        agent: Some("Noor".to_owned()),
        post: None,
    }
}

fn complaint(text: &str) -> Answered {
    Answered {
        text: text.to_owned(),
        kind: Some(Kind::Complaint),
        situation: Some(Situation::Complaint),
        sentiment: Some(Sentiment::Negative),
        author: None,
    }
}

fn check(brand: &Brand, text: &str) -> Checked {
    Checker::new(brand).check(&draft(text), &complaint("Weer een lekke band!"), Locale::Nl)
}

fn ids(checked: &Checked) -> Vec<&str> {
    checked
        .findings
        .iter()
        .map(|finding| finding.rule.0.as_str())
        .collect()
}

fn house_rule(text: &str, severity: &str) -> Rule {
    let json = format!(
        r#"{{"id": "no-lease", "lang": "nl", "group": "house", "severity": "{severity}",
            "summary": "Geen leasefiets.", "why": "Leden rijden hun eigen fiets.",
            "instead": "Schrijf fiets.", "source": "toongids",
            "check": {{"kind": "words", "words": ["{text}"]}},
            "examples": {{"flags": [{{"draft": "Je leasefiets staat klaar in de winkel. ^Noor"}}]}}}}"#
    );
    serde_json::from_str(&json).expect("a rule")
}

#[test]
fn findings_speak_the_agents_language() {
    let checker = Checker::new(&brand());
    let (draft, post) = (
        draft("We komen z.s.m. naar je toe, sorry! ^Noor"),
        complaint("Lek!"),
    );
    for (locale, message, instead, guideline) in [
        (
            Locale::Nl,
            "Afkorting.",
            "Schrijf het woord uit.",
            "Stijlgids: vorm",
        ),
        (
            Locale::En,
            "Abbreviation.",
            "Write the word in full.",
            "Tone guide: form",
        ),
    ] {
        let checked = checker.check(&draft, &post, locale);
        let finding = checked
            .findings
            .iter()
            .find(|finding| finding.rule.0 == "abbreviation");
        let finding = finding.expect("the abbreviation");
        assert_eq!(
            (finding.message.as_str(), finding.instead.as_str()),
            (message, instead)
        );
        assert_eq!(finding.replacement.as_deref(), Some("zo snel mogelijk"));
        assert_eq!(
            (finding.quote.as_str(), finding.guideline.as_str()),
            ("z.s.m.", guideline)
        );
    }
}

#[test]
fn a_sentence_of_the_brands_guide_is_the_guideline_of_the_rules_it_names() {
    let mut brand = brand();
    brand.guide.guidelines = vec![Guideline {
        text: "Schrijf woorden uit.".to_owned(),
        rules: vec![RuleId("abbreviation".to_owned())],
    }];
    let checked = check(&brand, "We komen z.s.m. naar je toe, sorry! ^Noor");
    let guidelines: Vec<&str> = checked
        .findings
        .iter()
        .map(|finding| finding.guideline.as_str())
        .collect();
    assert!(
        guidelines.contains(&"Schrijf woorden uit."),
        "{guidelines:?}"
    );
}

#[test]
fn a_guide_can_silence_a_rule() {
    let mut brand = brand();
    let text = "Wat vervelend! Ik bel je vandaag m.b.t. de fiets. ^Noor";
    assert_eq!(ids(&check(&brand, text)), ["abbreviation"]);
    brand.guide.silence = vec!["abbreviation".to_owned()];
    let checked = check(&brand, text);
    assert_eq!((ids(&checked), checked.verdict), (vec![], Verdict::Post));
}

#[test]
fn house_rules_run_like_our_own_and_take_their_place() {
    let mut brand = brand();
    brand.rules = vec![house_rule("leasefiets", "block")];
    let checked = check(
        &brand,
        "Wat vervelend! Je leasefiets staat vandaag klaar. ^Noor",
    );
    assert_eq!(
        (ids(&checked), checked.verdict),
        (vec!["no-lease"], Verdict::Block)
    );
    assert_eq!(run_examples(&brand), []);

    brand.rules[0].id.0 = "abbreviation".to_owned();
    assert_eq!(
        ids(&check(&brand, "Sorry! Het komt z.s.m., vandaag nog. ^Noor")),
        Vec::<&str>::new()
    );
}

#[test]
fn a_house_rule_that_fails_its_example_is_named() {
    let mut brand = brand();
    brand.rules = vec![house_rule("huurfiets", "warn")];
    let failures: Vec<String> = run_examples(&brand)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        failures,
        [
            "rule no-lease (Nl), example 1 of `flags`: it is not flagged; change the rule or the example"
        ]
    );
}

#[test]
fn a_hint_never_counts() {
    let mut brand = brand();
    brand.rules = vec![house_rule("leasefiets", "hint")];
    let checked = check(
        &brand,
        "Wat vervelend! Je leasefiets staat vandaag klaar. ^Noor",
    );
    assert_eq!(
        (ids(&checked), checked.verdict),
        (vec!["no-lease"], Verdict::Post)
    );
}

#[test]
fn the_same_joke_passes_on_a_compliment_and_is_blocked_on_a_complaint() {
    let checker = Checker::new(&brand());
    let draft =
        draft("Haha, die band wil gewoon de wereld zien! Sorry, ik plak hem vandaag. ^Noor");
    let glad = Answered {
        text: "Geen lekke band meer gehad, top!".to_owned(),
        kind: Some(Kind::Compliment),
        situation: Some(Situation::Compliment),
        sentiment: Some(Sentiment::Positive),
        author: None,
    };
    assert_eq!(
        checker.check(&draft, &glad, Locale::Nl).verdict,
        Verdict::Post
    );
    let sad = complaint("Weer een lekke band!");
    assert_eq!(
        checker.check(&draft, &sad, Locale::Nl).verdict,
        Verdict::Block
    );
}

#[test]
fn an_empty_draft_is_not_judged() {
    for text in ["", " \n", "^Noor", "🙂"] {
        assert_eq!(check(&brand(), text).findings, [], "{text}");
    }
}

#[test]
fn a_holding_reply_announces_an_answer() {
    for text in [
        "Vervelend! Ik zoek het uit en kom er morgen op terug. ^Noor",
        "We kijken ernaar. ^Noor",
        "Je hoort voor 17.00 uur van ons. ^Noor",
        "Thanks for telling us, we'll look into it and let you know tomorrow. ^Noor",
        "We will get back to you within 24 hours. ^Noor",
    ] {
        assert_eq!(reply_kind(text), ReplyKind::Holding, "{text}");
    }
    for text in [
        "Je kunt opzeggen in de app, onder Abonnement. ^Noor",
        "Herstart de app. Laat je me weten of het werkt? ^Noor",
        "You can cancel in the app, under Subscription. ^Noor",
        "The shop opens at nine. Let me know if you can't find it! ^Noor",
        "",
    ] {
        assert_eq!(reply_kind(text), ReplyKind::Substantive, "{text}");
    }
}

#[test]
fn a_huge_draft_is_read_up_to_a_limit() {
    let text = "Dat is echt waar. ".repeat(MOST_BYTES / 4);
    let checked = check(&brand(), &text);
    assert!(
        checked
            .findings
            .iter()
            .any(|finding| finding.rule.0 == "too-long")
    );
    assert!(
        checked
            .findings
            .iter()
            .all(|finding| finding.span.end <= MOST_BYTES)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_gives_spans_on_character_boundaries(
        text in "[\\PC ^!?'\"{}\\[\\]<>@#.,0-9-]{0,200}",
        post in "\\PC{0,80}",
    ) {
        let checked = Checker::new(&brand()).check(&draft(&text), &complaint(&post), Locale::En);
        for finding in &checked.findings {
            prop_assert_eq!(text.get(finding.span.start..finding.span.end), Some(finding.quote.as_str()));
        }
        let sorted = checked.findings.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start);
        prop_assert!(sorted);
    }
}

/// House rules are patterns of strangers. Without a memory of what leads nowhere the second
/// would try five to the seventh power ways from every word, and this test would not end.
#[test]
fn a_house_rule_cannot_stall_the_check() {
    let gaps = "a ... a ... a ... a ... a ... a ... a ... b";
    let options = "a? a? a? a? a? a? a? a? a? a? a? a? a? a? a? b";
    let run = "a".repeat(100 * 1024);
    let words = "a ".repeat(50 * 1024);
    for pattern in ["(a+)+$", gaps, options] {
        let mut brand = brand();
        brand.rules.push(house_rule(pattern, "warn"));
        for text in [&run, &words] {
            assert!(
                !ids(&check(&brand, text)).contains(&"no-lease"),
                "{pattern}"
            );
        }
    }
    let mut brand = brand();
    brand.rules.push(house_rule(gaps, "warn"));
    let text = format!("{}b", "a x x ".repeat(7));
    assert!(ids(&check(&brand, &text)).contains(&"no-lease"));
}
