//! A public draft in two: what may stand there, and what goes to the customer alone (M48, M49).
//!
//! The agent's own words come first: the sentences before the first private one stay in public
//! (of an answer to a complaint, those before the first figure), from there on the draft is
//! private. What the public part lacks is made: an acknowledgement
//! where the customer needs one, the request to go on in private in the site's own word, the
//! signature. The checker keeps the first candidate it finds nothing in.

use crate::checks::Scene;
use crate::reading::Token;
use toonvast_brand::guide::FormOfAddress;
use toonvast_model::draft::{Finding, Proposal, Severity};
use toonvast_model::language::Language;
use toonvast_model::post::Site;
use toonvast_model::triage::{Sentiment, Situation};
use toonvast_text::WordKind;

/// Rules whose findings belong in private.
const PRIVATE: [&str; 2] = ["private-matter-in-public", "personal-data"];

/// Ways to part a draft, the one that keeps most of it first; none where nothing in it is private.
pub(crate) fn candidates(scene: &Scene, findings: &[Finding]) -> Vec<Proposal> {
    if !scene.draft.public {
        return Vec::new();
    }
    let private = findings
        .iter()
        .filter(|finding| PRIVATE.contains(&finding.rule.0.as_str()));
    let Some(first) = private.map(|finding| finding.span.start).min() else {
        return Vec::new();
    };
    let parts = Parts::new(scene, first, findings);
    let made = wordings(scene);
    let kept = parts.kept.trim();
    let mut all = Vec::new();
    let mut add = |public: &[&str], private: &str| {
        all.push(Proposal {
            public: joined(public, &parts.signature),
            private: joined(&[private], &parts.signature),
        });
    };
    let invite = if parts.invites {
        ""
    } else {
        made.invite.as_str()
    };
    if !kept.is_empty() {
        add(&[kept, invite], parts.rest);
        add(&[made.acknowledges[0], kept, invite], parts.rest);
        if parts.clean != kept && !parts.clean.is_empty() {
            add(&[parts.clean.as_str(), made.invite.as_str()], parts.rest);
        }
    }
    for acknowledgement in made.acknowledges {
        add(
            &[parts.handles, acknowledgement, made.invite.as_str()],
            parts.body,
        );
    }
    all
}

/// Whether a finding leaves a candidate as it is.
pub(crate) const fn is_clean(finding: &Finding) -> bool {
    matches!(finding.severity, Severity::Hint)
}

/// A draft, cut before its first private sentence.
struct Parts<'t> {
    /// The whole body.
    body: &'t str,
    /// The sentences before the first private one.
    kept: &'t str,
    /// Those of them in which nothing was found.
    clean: String,
    /// Everything from the first private sentence on.
    rest: &'t str,
    /// The handles it opens with.
    handles: &'t str,
    /// Whether what is kept asks for a private message already.
    invites: bool,
    signature: String,
}

impl<'t> Parts<'t> {
    fn new(scene: &Scene<'t>, first: usize, findings: &[Finding]) -> Self {
        let reading = scene.reading;
        let text = reading.text;
        let body = reading.body();
        let sentences = reading.sentences.iter();
        // In a complaint the particulars are settled in private: a figure is one.
        let settles = !matches!(mood(scene), Mood::Plain);
        let private = |number: usize| {
            let tokens = &reading.tokens[reading.sentence_tokens(number)];
            settles && tokens.iter().any(Token::is_number)
        };
        let mut numbered = sentences.clone().enumerate();
        let cut = numbered.find(|(number, sentence)| sentence.end > first || private(*number));
        let cut = cut.map_or(body.start, |(_, sentence)| sentence.start);
        let cut = cut.max(body.start);
        let before = sentences.filter(|sentence| sentence.end <= cut);
        let untouched = before.filter(|sentence| {
            findings
                .iter()
                .all(|finding| finding.span.is_empty() || !finding.span.overlaps(sentence))
        });
        let clean: Vec<&str> = untouched.map(|sentence| sentence.of(text).trim()).collect();
        let opening = reading
            .tokens
            .iter()
            .take_while(|token| token.kind == WordKind::Handle);
        let handles = opening
            .last()
            .map_or("", |last| &text[body.start..last.span.end]);
        let kept = text[body.start..cut].trim();
        // Handles alone say nothing.
        let kept = if kept.len() > handles.len() { kept } else { "" };
        let agent = scene
            .draft
            .agent
            .as_deref()
            .map(|name| name.trim().trim_start_matches('^'));
        let agent = agent
            .filter(|name| !name.is_empty())
            .map(|name| format!("^{name}"));
        let signed = reading.signature.map(|span| span.of(text).to_owned());
        Self {
            body: body.of(text),
            kept,
            clean: clean.join(" "),
            rest: text[cut..body.end].trim(),
            handles,
            invites: names_private_channel(kept),
            signature: agent.or(signed).unwrap_or_default(),
        }
    }
}

fn names_private_channel(text: &str) -> bool {
    const CHANNELS: &[&str] = &[
        "dm",
        "dm'en",
        "pm",
        "pb",
        "prive",
        "privebericht",
        "private",
    ];
    let folded = toonvast_brand::rule::phrase::fold(text);
    let mut words = folded.split(|c: char| !(c.is_alphanumeric() || c == '\''));
    words.any(|word| CHANNELS.contains(&word))
}

fn joined(parts: &[&str], signature: &str) -> String {
    let parts = parts.iter().copied().chain([signature]);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// Sentences of our own.
struct Wordings {
    /// Several, so that two replies below each other need not say the same (M68).
    acknowledges: [&'static str; 3],
    invite: String,
}

/// In the draft's language and the brand's form of address, for the situation.
fn wordings(scene: &Scene) -> Wordings {
    let reading = scene.reading;
    let english = match reading.language {
        Language::En => true,
        Language::Und => scene.post.language == Language::En,
        _ => false,
    };
    let formal = scene.voice.guide.form_of_address == FormOfAddress::U;
    let acknowledges = match (mood(scene), english, formal) {
        (Mood::Grave, true, _) => [
            "Thank you for telling us, we take this very seriously.",
            "Good that you report this, it has our full attention.",
            "We take what you write here very seriously.",
        ],
        (Mood::Grave, false, false) => [
            "Goed dat je dit meldt, we nemen het heel serieus.",
            "Dank je wel dat je dit laat weten, het heeft onze volle aandacht.",
            "Wat je hier schrijft nemen we heel serieus.",
        ],
        (Mood::Grave, false, true) => [
            "Goed dat u dit meldt, we nemen het heel serieus.",
            "Dank u wel dat u dit laat weten, het heeft onze volle aandacht.",
            "Wat u hier schrijft nemen we heel serieus.",
        ],
        (Mood::Sad, true, _) => [
            "I'm sorry about this, and I understand your frustration.",
            "Sorry that it turned out this way, I understand how you feel.",
            "I'm sorry you have had this trouble.",
        ],
        (Mood::Sad, false, false) => [
            "Wat vervelend voor je, ik snap dat je hiervan baalt.",
            "Sorry dat dit zo gelopen is, ik begrijp je reactie goed.",
            "Dat is niet wat je van ons mag verwachten, mijn excuses.",
        ],
        (Mood::Sad, false, true) => [
            "Wat vervelend voor u, ik begrijp uw reactie goed.",
            "Excuses dat dit zo gelopen is, ik begrijp uw teleurstelling.",
            "Dat is niet wat u van ons mag verwachten, mijn excuses.",
        ],
        (Mood::Plain, true, _) => [
            "Thanks for asking, I'd be glad to look at this with you.",
            "Good that you ask, I'm happy to help.",
            "Happy to help you with this.",
        ],
        (Mood::Plain, false, false) => [
            "Goed dat je het vraagt, ik help je graag.",
            "Daar kijk ik graag met je naar.",
            "Fijn dat je het hier vraagt, ik help je verder.",
        ],
        (Mood::Plain, false, true) => [
            "Goed dat u het vraagt, ik help u graag.",
            "Daar kijk ik graag met u naar.",
            "Fijn dat u het hier vraagt, ik help u verder.",
        ],
    };
    Wordings {
        acknowledges,
        invite: invite(scene.draft.site, english, formal),
    }
}

/// How the customer comes.
#[derive(Clone, Copy)]
enum Mood {
    /// Something serious is the matter.
    Grave,
    /// Displeased.
    Sad,
    /// Asking.
    Plain,
}

fn mood(scene: &Scene) -> Mood {
    match scene.answered.situation {
        Some(Situation::Crisis) => Mood::Grave,
        Some(Situation::Complaint) => Mood::Sad,
        _ if scene.answered.sentiment == Some(Sentiment::Negative) => Mood::Sad,
        _ => Mood::Plain,
    }
}

/// The request to go on in private, in the word the site's users have for it.
fn invite(site: Site, english: bool, formal: bool) -> String {
    let word = match (site, english) {
        (Site::X, _) => "DM",
        (_, true) => "private message",
        (_, false) => "privébericht",
    };
    match (english, formal) {
        (true, _) => format!("Could you send me a {word}? Then we can sort it out together there."),
        (false, false) => format!("Stuur je me een {word}? Dan kijk ik daar met je mee."),
        (false, true) => format!("Stuurt u mij een {word}? Dan kijk ik daar met u mee."),
    }
}
