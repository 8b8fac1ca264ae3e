//! Faults a grammar check beside the engine found, as findings.

use toonvast_brand::Brand;
use toonvast_model::draft::{Answered, Checked, Draft, Finding, GrammarFault, Severity, Verdict};
use toonvast_model::locale::Locale;
use toonvast_model::post::Site;
use toonvast_model::span::Span;
use toonvast_tone::{Around, Checker};

fn checker(more: &str) -> Checker {
    let policy = r#"{"name": "We Go", "agents": ["Noor"]}"#;
    let json = format!(r#"{{"id": "wego", "policy": {policy}{more}}}"#);
    Checker::new(&Brand::from_json(&json).expect("a brand"))
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

/// A fault at the last place where these words stand.
fn fault(text: &str, words: &str) -> GrammarFault {
    let start = text.rfind(words).expect("the words stand there");
    GrammarFault {
        span: Span::new(start, start + words.len()),
        why: "Harper Made".to_owned(),
        message: "Use the other form.".to_owned(),
        replacement: Some("gone".to_owned()),
    }
}

fn check(checker: &Checker, text: &str, faults: &[GrammarFault], locale: Locale) -> Checked {
    let around = Around {
        grammar: faults,
        ..Around::default()
    };
    checker.check_around(&draft(text), &Answered::default(), &around, locale)
}

fn grammar(checked: &Checked) -> Vec<&Finding> {
    let findings = checked.findings.iter();
    findings.filter(|it| it.rule.0 == "grammar").collect()
}

#[test]
fn a_fault_becomes_a_finding_that_says_who_found_it() {
    let text = "Your parcel has went to the wrong shop. We bring it back tomorrow morning. ^Noor";
    let faults = [fault(text, "went")];
    let checker = checker("");
    assert_eq!(
        check(&checker, text, &[], Locale::En).verdict,
        Verdict::Post
    );
    let english = check(&checker, text, &faults, Locale::En);
    let [finding] = grammar(&english)[..] else {
        panic!("one finding: {english:?}");
    };
    assert_eq!(
        (
            finding.quote.as_str(),
            finding.instead.as_str(),
            finding.guideline.as_str()
        ),
        (
            "went",
            "Use the other form.",
            "Tone guide: language (Harper Made)"
        )
    );
    assert_eq!(finding.replacement.as_deref(), Some("gone"));
    assert_eq!(english.verdict, Verdict::Improve);
    let dutch = check(&checker, text, &faults, Locale::Nl);
    assert_eq!(
        (
            grammar(&dutch)[0].message.as_str(),
            grammar(&dutch)[0].instead.as_str()
        ),
        ("Taalfout.", "Verbeter de zin.")
    );
}

#[test]
fn names_quotations_addresses_signatures_and_faults_known_already_are_left_alone() {
    let checker = checker("");
    for (text, words, findings) in [
        (
            "Thank you for the photo, the mechanic has went over it today. ^Noor",
            "went",
            1,
        ),
        (
            "Thank you, that is what We Go does and we are glad to hear it. ^Noor",
            "We Go",
            0,
        ),
        (
            "You wrote \"has went\" and that is how it was, we are sorry. ^Noor",
            "has went",
            0,
        ),
        (
            "Have a look at https://example.org/has-went for the details. ^Noor",
            "has-went",
            0,
        ),
        (
            "The parcel is there, and thank you for your patience. ^Noor",
            "Noor",
            0,
        ),
        // A rule of our own has said so.
        (
            "We could of told you sooner that the parcel was late. ^Noor",
            "could of",
            1,
        ),
        // In Dutch no English grammar is heard.
        (
            "Dank voor je bericht, we zoeken het vandaag voor je uit. ^Noor",
            "vandaag",
            0,
        ),
    ] {
        let checked = check(&checker, text, &[fault(text, words)], Locale::En);
        assert_eq!(grammar(&checked).len(), findings, "{text}: {checked:?}");
    }
}

#[test]
fn a_fault_off_the_text_is_passed_over() {
    let checker = checker("");
    let text = "Thank you for the photo, the café is open until six today. ^Noor";
    for span in [
        (3, 3),
        (9, 2),
        (2000, 2004),
        (text.find('é').expect("é") + 1, 40),
    ] {
        let off = GrammarFault {
            span: Span::new(span.0, span.1),
            ..fault(text, "photo")
        };
        let checked = check(&checker, text, &[off], Locale::En);
        assert_eq!(grammar(&checked), Vec::<&Finding>::new(), "{span:?}");
    }
}

#[test]
fn the_brand_retunes_and_silences_it_as_any_rule() {
    let text = "Your parcel has went to the wrong shop. We bring it back tomorrow morning. ^Noor";
    let faults = [fault(text, "went")];
    let silent = checker(r#", "guide": {"silence": ["grammar"]}"#);
    assert_eq!(
        grammar(&check(&silent, text, &faults, Locale::En)),
        Vec::<&Finding>::new()
    );
    assert_eq!(silent.english(text), None);
    let strict = checker(
        r#", "rules": [{"id": "grammar", "lang": "en", "group": "house", "severity": "block",
            "summary": "No grammar mistakes.", "why": "We teach English.", "instead": "Correct it.",
            "source": "house style", "check": {"kind": "words", "words": ["ain't"]},
            "examples": {"flags": [{"draft": "That ain't so, we have it here in the shop. ^Noor"}]}}]"#,
    );
    let checked = check(&strict, text, &faults, Locale::En);
    let [finding] = grammar(&checked)[..] else {
        panic!("one finding: {checked:?}");
    };
    assert_eq!(
        (
            finding.severity,
            finding.message.as_str(),
            finding.guideline.as_str()
        ),
        (
            Severity::Block,
            "No grammar mistakes.",
            "house style (Harper Made)"
        )
    );
    assert_eq!(checked.verdict, Verdict::Block);
}

#[test]
fn only_english_words_before_the_signature_are_read() {
    let checker = checker("");
    for (text, words) in [
        (
            "Thank you for the photo, we look into it today. ^Noor",
            Some("Thank you for the photo, we look into it today."),
        ),
        (
            "  Thank you for the photo, we look into it today!",
            Some("  Thank you for the photo, we look into it today!"),
        ),
        ("Dank voor je foto, we zoeken het vandaag uit. ^Noor", None),
        // Too little to tell the language by.
        ("Bel ons", None),
        ("Hi Sam", None),
        ("", None),
        ("^Noor", None),
        ("👍 https://example.org", None),
    ] {
        assert_eq!(checker.english(text), words, "{text}");
    }
}
