//! How points become a priority.

use crate::judge::{Head, Judgement};
use crate::signal::{Signal, View};
use crate::signals::SIGNALS;
use crate::verdict::Crisis;
use std::borrow::Cow;
use toonvast_model::id::SignalId;
use toonvast_model::locale::Locale;
use toonvast_model::triage::{About, Correction, Kind, Priority, Reason};

/// Points from which a post is of a priority (M26).
pub(crate) const NORMAL: i32 = 25;
pub(crate) const HIGH: i32 = 60;
pub(crate) const URGENT: i32 = 100;
/// Points below which a post has no priority: spam, others' affairs.
const EXCLUDED: i32 = -100;

/// Points, why, and what they come to.
#[derive(Debug, Clone)]
pub(crate) struct Reckoning {
    /// The signals that fired, largest contribution first.
    pub(crate) reasons: Vec<Reason>,
    /// Their sum.
    pub(crate) score: i32,
    /// The priority.
    pub(crate) priority: Priority,
    /// Whether something makes minutes count.
    pub(crate) alarmed: bool,
    /// Whether an alarm came from what is known around the post.
    raised: bool,
}

impl Reckoning {
    /// Lets every signal speak and adds up.
    pub(crate) fn of(view: &View<'_>, locale: Locale) -> Self {
        let mut sum = Self {
            reasons: Vec::new(),
            score: 0,
            priority: Priority::Low,
            alarmed: judged(view) == Priority::Urgent,
            raised: false,
        };
        let mut words = 0;
        for signal in SIGNALS {
            let points = points(view, signal);
            let Some(text) = (signal.fires)(view, locale) else {
                continue;
            };
            words += if signal.words { signal.points } else { 0 };
            if points != 0 {
                sum.alarmed |= signal.alarm;
                sum.raised |= signal.alarm && !signal.words;
                sum.add(signal.id, points, text);
            }
        }
        let left_alone = view.verdict.about == About::None || view.verdict.kind == Kind::Spam;
        let silenced = view.policy.weights.get(EXPERIENCE) == Some(&0);
        if !left_alone && !silenced {
            let given = judged(view);
            let points = target(given, &view.verdict.judged) - words;
            let text = experience(given, &view.verdict.judged, locale);
            sum.add(EXPERIENCE, points, text);
        }
        sum.settle(view, locale);
        sum
    }

    fn add(&mut self, signal: &'static str, points: i32, text: String) {
        self.score = self.score.saturating_add(points);
        self.reasons.push(Reason {
            signal: SignalId(Cow::Borrowed(signal)),
            points,
            text,
        });
    }

    fn settle(&mut self, view: &View<'_>, locale: Locale) {
        self.priority = band(self.score, self.alarmed);
        for correction in &view.reading.context.corrections {
            let Correction::Priority(told) = correction else {
                continue;
            };
            self.alarmed |= *told == Priority::Urgent;
            let text = locale.pick(
                "Een collega heeft de voorrang rechtgezet.",
                "A colleague has set the priority right.",
            );
            self.add("corrected", middle(*told) - self.score, text.to_owned());
            self.priority = band(self.score, self.alarmed);
        }
        self.reasons
            .sort_by_key(|reason| std::cmp::Reverse(reason.points.unsigned_abs()));
    }

    /// Whether what is known around the post makes it a risk whatever its words.
    pub(crate) const fn alarms(&self) -> bool {
        self.raised && matches!(self.priority, Priority::Urgent)
    }
}

/// What a signal weighs for this brand: its own weight, what the policy gives a campaign or
/// crisis, else the default.
fn points(view: &View<'_>, signal: &Signal) -> i32 {
    let told = match signal.id {
        "campaign" => view
            .reading
            .campaigns(view.policy)
            .first()
            .map(|campaign| campaign.points),
        "crisis-mode" => Some(view.policy.crisis.points),
        _ => None,
    };
    let own = view.policy.weights.get(signal.id).copied();
    own.or(told).unwrap_or(signal.points)
}

const EXPERIENCE: &str = "experience";

/// The priority of a sum.
pub(crate) const fn band(score: i32, alarmed: bool) -> Priority {
    match score {
        ..=EXCLUDED => Priority::None,
        URGENT.. if alarmed => Priority::Urgent,
        HIGH.. => Priority::High,
        NORMAL.. => Priority::Normal,
        _ => Priority::Low,
    }
}

/// First and last points of a priority, as far as the judge goes.
const fn range(priority: Priority) -> (i32, i32) {
    match priority {
        Priority::None => (-220, -180),
        Priority::Low => (2, NORMAL - 3),
        Priority::Normal => (NORMAL + 3, HIGH - 4),
        Priority::High => (HIGH + 3, URGENT - 4),
        Priority::Urgent => (URGENT + 5, URGENT + 45),
    }
}

const fn middle(priority: Priority) -> i32 {
    let (first, last) = range(priority);
    i32::midpoint(first, last)
}

/// The priority judged. How urgent a false claim is follows from how far it has spread, by the
/// label guide, and is not learnt.
fn judged(view: &View<'_>) -> Priority {
    match view.verdict.crisis {
        Some(Crisis::Spreading) => Priority::Urgent,
        _ if view.verdict.claim => Priority::Normal,
        _ => view.verdict.judged.given.priority,
    }
}

/// The points the judge would give: within its priority the higher, the likelier a higher one.
fn target(given: Priority, judged: &Judgement) -> i32 {
    let likely = judged.likelihoods(Head::Priority);
    let (mut above, mut below) = (0.0_f32, 0.0_f32);
    for (priority, likely) in Priority::ALL.iter().zip(likely) {
        if *priority > given {
            above += likely;
        } else if *priority < given {
            below += likely;
        }
    }
    let share = if above + below > 0.0 {
        above / (above + below)
    } else {
        0.5
    };
    let (first, last) = range(given);
    first + libm::roundf(share * (last - first) as f32) as i32
}

/// What the judge has learnt, as one sentence.
fn experience(given: Priority, judged: &Judgement, locale: Locale) -> String {
    let mut likely = judged.likelihoods(Head::Priority);
    let likely = likely.nth(given as usize).unwrap_or(0.0);
    let percent = libm::roundf(likely * 100.0) as i32;
    let name = level(given, locale);
    match locale {
        Locale::Nl => format!("Berichten als dit krijgen voorrang {name} ({percent} % zeker)."),
        Locale::En => format!("Posts like this get priority {name} ({percent} % sure)."),
    }
}

/// A priority's name in the reader's language.
pub(crate) const fn level(priority: Priority, locale: Locale) -> &'static str {
    match (priority, locale) {
        (Priority::Urgent, Locale::Nl) => "spoed",
        (Priority::Urgent, Locale::En) => "urgent",
        (Priority::High, Locale::Nl) => "hoog",
        (Priority::High, Locale::En) => "high",
        (Priority::Normal, Locale::Nl) => "normaal",
        (Priority::Normal, Locale::En) => "normal",
        (Priority::Low, Locale::Nl) => "laag",
        (Priority::Low, Locale::En) => "low",
        (Priority::None, Locale::Nl) => "geen",
        (Priority::None, Locale::En) => "none",
    }
}
