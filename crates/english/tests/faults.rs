//! What is heard of Harper, draft by draft.

use proptest::prelude::*;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, OnceLock};
use toonvast_english::{English, MOST_BYTES};
use toonvast_model::draft::GrammarFault;

type Question = (String, Sender<Vec<GrammarFault>>);

/// One check for all tests, in a thread of its own: making it ready takes long, and it stays
/// where it was made.
fn faults(text: &str) -> Vec<GrammarFault> {
    static READER: OnceLock<Mutex<Sender<Question>>> = OnceLock::new();
    let reader = READER.get_or_init(|| {
        let (ask, asked) = channel::<Question>();
        std::thread::spawn(move || {
            let mut english = English::new();
            for (text, answer) in asked {
                answer.send(english.faults(&text)).expect("somebody asked");
            }
        });
        Mutex::new(ask)
    });
    let (answer, answered) = channel();
    let question = (text.to_owned(), answer);
    let sent = reader.lock().expect("nobody panics with it").send(question);
    sent.expect("the reader goes on");
    answered.recv().expect("every question is answered")
}

fn quotes(text: &str) -> Vec<String> {
    let quote = |fault: &GrammarFault| fault.span.of(text).to_owned();
    faults(text).iter().map(quote).collect()
}

/// Drafts with the passage that is wrong.
const WRONG: &[(&str, &str)] = &[
    (
        "We should of called you sooner, I'm sorry about that.",
        "should of",
    ),
    ("They is on their way to you with the new saddle.", "is"),
    ("She have put your lock aside in the shop.", "have"),
    ("Did you received our message of yesterday?", "received"),
    ("We didn't got your photo, could you send it again?", "got"),
    (
        "Your bike will delivered on Thursday before noon.",
        "will delivered",
    ),
    ("The driver has went to the wrong address.", "went"),
    ("I would of liked to help you the same day.", "would of"),
    ("One of the parcel went to the wrong address.", "parcel"),
    (
        "There is parcels waiting for you in the shop.",
        "is parcels",
    ),
    ("These type of issues take us an hour at most.", "type"),
    ("You'll get it in a envelope on Friday.", "a"),
    (
        "We're awaiting for your photo of the receipt.",
        "awaiting for",
    ),
    (
        "The new frame is more stronger than the old one.",
        "more stronger",
    ),
    ("Thank you for for your patience.", "for for"),
    ("It's worth to wait for the new model.", "to wait"),
    (
        "You are suppose to get a message from the driver.",
        "suppose to",
    ),
    ("This one costs less then the other.", "then"),
    (
        "We have no more informations at the moment.",
        "informations",
    ),
    ("The repair is been done this morning.", "is been"),
];

/// Faultless drafts that look like trouble.
const RIGHT: &[&str] = &[
    "Could of course be the battery; would you try another one?",
    "What you guys did for us last week was great.",
    "He'd have told you himself, had he known that that was the plan.",
    "We so so much hope to see you again, Sam!",
    "There's people at the desk until six, so do drop in.",
    "An hour, an honest answer and a European charger: that's all we need.",
    "Will releasing the brake help? If not, a photo of it would.",
    "The programme was cancelled in the centre; your favourite colour is back in store.",
    "The program was canceled in the center; your favorite color is back in store.",
    "Thanks for your kind words, we've passed them on to the whole crew.",
    "Your refund of € 14.50 went out today; it can take up to three days.",
    "Sorry, that's on us. Could you DM us your postcode and the order number?",
    "Have a look at https://fietsfluit.nl/an-other-thing or write to us at hulp@fietsfluit.nl.",
    "A @FietsfluitNL mechanic is on her way, she'll ring the bell twice.",
    "None of them is broken, and neither of you has to pay.",
    "He put your lock aside, she read your message and they let us know at once.",
    "One of the team will call you; one of the staff is in the shop until six.",
    "We'd suggest she bring the key, and I'd recommend he take the earlier train.",
    "There is lots to see, and there's plenty of room for the whole family.",
    "Neither she nor I have seen it, and who does he think did?",
    "The mechanic and she were right; what they do when we close is up to them.",
    "If I were you I'd keep the receipt, just in case.",
    "",
    "👍",
    "^Noor",
];

#[test]
fn what_is_wrong_is_found() {
    let missed: Vec<_> = WRONG
        .iter()
        .map(|(text, passage)| (*text, *passage, quotes(text)))
        .filter(|(_, passage, found)| found != &[(*passage).to_owned()])
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn what_is_right_is_left_alone() {
    let imagined: Vec<_> = RIGHT
        .iter()
        .map(|text| (*text, faults(text)))
        .filter(|(_, found)| !found.is_empty())
        .collect();
    assert!(imagined.is_empty(), "{imagined:#?}");
}

#[test]
fn a_fault_says_who_found_it_and_what_to_write() {
    let text = "Één ding: we should of called you.";
    let [fault] = &faults(text)[..] else {
        panic!("one fault in {text}");
    };
    assert_eq!(fault.span.of(text), "should of");
    assert_eq!(fault.why, "Harper ModalOf");
    assert_eq!(fault.replacement.as_deref(), Some("should have"));
    assert!(
        !fault.message.is_empty() && !fault.message.contains('`'),
        "{fault:?}"
    );
}

#[test]
fn every_trusted_rule_is_one_of_harpers() {
    assert_eq!(English::new().unknown_rules(), Vec::<&str>::new());
}

#[test]
fn a_reading_depends_on_the_text_alone() {
    let text = "They is late. We should of called. They is late.";
    let first = faults(text);
    assert_eq!(first.len(), 3);
    faults("They is late. And so is she.");
    assert_eq!(faults(text), first);
    assert_eq!(English::new().faults(text), first);
}

#[test]
fn a_wall_of_text_is_read_up_to_a_limit() {
    let text = "They is late, é. ".repeat(1000);
    let found = faults(&text);
    assert!(!found.is_empty());
    assert!(found.iter().all(|fault| fault.span.end <= MOST_BYTES));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_can_be_read(text in "([a-zA-Z'’]{1,8}[ ,.!?\n-]|\\PC){0,30}") {
        let found = faults(&text);
        for fault in &found {
            prop_assert!(!fault.span.of(&text).is_empty());
        }
        for pair in found.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
    }
}
