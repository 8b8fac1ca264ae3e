//! A public draft in two (M48, M49).

use toonvast_brand::Brand;
use toonvast_brand::guide::FormOfAddress;
use toonvast_model::draft::{Answered, Draft, Proposal};
use toonvast_model::locale::Locale;
use toonvast_model::post::Site;
use toonvast_model::triage::{Kind, Sentiment, Situation};
use toonvast_tone::Checker;

fn checker(form: FormOfAddress) -> Checker {
    let json = r#"{"id": "fietsfluit", "policy": {"name": "Fietsfluit", "agents": ["Noor"]}}"#;
    let mut brand = Brand::from_json(json).expect("a brand");
    brand.guide.form_of_address = form;
    Checker::new(&brand)
}

fn draft(text: &str, site: Site) -> Draft {
    Draft {
        draft: text.to_owned(),
        brand: None,
        site,
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

fn parted(text: &str, site: Site, form: FormOfAddress) -> Option<Proposal> {
    let post = complaint("Alweer te veel betaald voor mijn fiets, belachelijk!");
    checker(form)
        .check(&draft(text, site), &post, Locale::Nl)
        .proposal
}

fn two(public: &str, private: &str) -> Option<Proposal> {
    Some(Proposal {
        public: public.to_owned(),
        private: private.to_owned(),
    })
}

#[test]
fn the_agents_own_words_stay_where_they_may() {
    let found = parted(
        "Wat vervelend dat er te veel is afgeschreven! Zet je klantnummer en postcode hier even onder, dan kijk ik mee. ^Noor",
        Site::X,
        FormOfAddress::Je,
    );
    let expected = two(
        "Wat vervelend dat er te veel is afgeschreven! Stuur je me een DM? Dan kijk ik daar met je mee. ^Noor",
        "Zet je klantnummer en postcode hier even onder, dan kijk ik mee. ^Noor",
    );
    assert_eq!(found, expected);
}

#[test]
fn what_is_missing_is_made_in_the_brands_form_and_the_sites_word() {
    let text = "In uw account staat een betalingsachterstand van 40 euro. ^Noor";
    let found = parted(text, Site::Facebook, FormOfAddress::U);
    let expected = two(
        "Wat vervelend voor u, ik begrijp uw reactie goed. Stuurt u mij een privébericht? Dan kijk ik daar met u mee. ^Noor",
        text,
    );
    assert_eq!(found, expected);
}

#[test]
fn who_is_addressed_by_handle_stays_so() {
    let found = parted(
        "@klant88 Je geld van bestelling 4821177 staat er over 5 werkdagen. ^Noor",
        Site::X,
        FormOfAddress::Je,
    );
    let public = found.expect("a proposal").public;
    assert!(
        public.starts_with("@klant88 ") && !public.contains("4821177"),
        "{public}"
    );
}

#[test]
fn english_customers_get_english() {
    let post = complaint("You have charged me twice for my bike, this is ridiculous!");
    let text =
        "I'm sorry about that! Could you post your customer number and postcode below? ^Noor";
    let checked = checker(FormOfAddress::Je).check(&draft(text, Site::Facebook), &post, Locale::En);
    let expected = two(
        "I'm sorry about that! Could you send me a private message? Then we can sort it out together there. ^Noor",
        "Could you post your customer number and postcode below? ^Noor",
    );
    assert_eq!(checked.proposal, expected);
}

#[test]
fn what_has_nothing_private_is_left_whole() {
    let whole =
        "Wat vervelend dat er te veel is afgeschreven! Stuur je me een DM? Dan kijk ik mee. ^Noor";
    assert_eq!(parted(whole, Site::X, FormOfAddress::Je), None);
    let mut private = draft(
        "Zet je klantnummer hier even onder, dan kijk ik mee. ^Noor",
        Site::X,
    );
    private.public = false;
    let checked =
        checker(FormOfAddress::Je).check(&private, &complaint("Te veel betaald!"), Locale::Nl);
    assert_eq!(checked.proposal, None);
}
