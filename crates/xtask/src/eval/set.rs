//! The sets the learner is judged on, and which of their messages are held out when.

use super::shared::{Labelled, labelled};
use super::tally::Tally;
use crate::figure::Goal;
use anyhow::Result;
use serde::Serialize;

/// What a set is judged by.
#[derive(Debug, Clone, Copy)]
pub(super) enum Figure {
    MacroF1,
    Accuracy,
    AverageRecall,
}

/// Messages, each in one of five parts; what has no part is only learnt from.
#[derive(Serialize)]
pub(super) struct Set {
    /// What it is called.
    pub(super) name: &'static str,
    /// The language whose word lists may be tried on it, where it is about feelings.
    words: Option<&'static str>,
    /// The parts that are held out, one after another.
    pub(super) held_out: Vec<usize>,
    /// The messages.
    pub(super) rows: Vec<Row>,
    #[serde(skip)]
    figure: Figure,
    /// What must be reached.
    #[serde(skip)]
    pub(super) goal: Goal,
}

/// A message.
#[derive(Serialize)]
pub(super) struct Row {
    pub(super) text: String,
    pub(super) label: String,
    pub(super) part: Option<usize>,
}

const PARTS: usize = 5;
/// Of a set as large as this one part tells enough.
const LARGE: usize = 20_000;

impl Set {
    fn of(name: &'static str, messages: Vec<Labelled>, figure: Figure, goal: Goal) -> Self {
        let held_out = if messages.len() < LARGE {
            0..PARTS
        } else {
            0..1
        };
        Self {
            name,
            words: None,
            held_out: held_out.collect(),
            rows: messages.into_iter().map(row).collect(),
            figure,
            goal,
        }
    }

    const fn with_words(mut self, lang: &'static str) -> Self {
        self.words = Some(lang);
        self
    }

    /// The set's figure, in hundredths, and its name.
    pub(super) fn figure(&self, given: &[Option<String>]) -> f64 {
        let pairs = self.rows.iter().zip(given);
        let judged = pairs.filter_map(|(row, given)| Some((row.label.as_str(), given.as_deref()?)));
        let tally = Tally::of(&[], judged);
        let counts = tally.counts();
        100.0
            * match self.figure {
                Figure::MacroF1 => counts.macro_f1(),
                Figure::Accuracy => counts.accuracy(),
                Figure::AverageRecall => counts.average_recall(),
            }
    }

    /// What the figure is called.
    pub(super) const fn figure_name(&self) -> &'static str {
        match self.figure {
            Figure::MacroF1 => "macro-F1",
            Figure::Accuracy => "accuracy",
            Figure::AverageRecall => "average recall",
        }
    }
}

/// A text that occurs twice has one part, so that nothing is judged on what it learnt.
fn row(message: Labelled) -> Row {
    Row {
        part: Some(toonvast_learn::hash(&message.text) as usize % PARTS),
        text: message.text,
        label: message.label,
    }
}

/// All sets.
pub(super) fn all() -> Result<Vec<Set>> {
    use Figure::{Accuracy, AverageRecall, MacroF1};
    let goal = Goal::AtLeast;
    let mut restaurants = labelled("nl_sentiment_restaurant")?;
    restaurants.retain(|message| message.label != "mixed");
    let bol = labelled("nl_sentiment_bol")?;
    let transfer = transfer(&bol, &restaurants)?;
    let of = |name, file, figure, goal| Ok(Set::of(name, labelled(file)?, figure, goal));
    let all: Vec<Result<Set>> = vec![
        of("airline", "en_sentiment_airline", MacroF1, goal(77.0, 78.5))
            .map(|set| set.with_words("en")),
        of(
            "TweetEval",
            "en_sentiment_tweeteval",
            AverageRecall,
            goal(63.0, 65.0),
        )
        .map(|set| set.with_words("en")),
        of("complaints", "en_complaint", MacroF1, goal(81.0, 83.0)),
        Ok(Set::of(
            "restaurants, 3 classes",
            restaurants,
            MacroF1,
            goal(69.0, 71.0),
        )
        .with_words("nl")),
        Ok(Set::of("bol", bol, Accuracy, goal(92.0, 93.0)).with_words("nl")),
        of(
            "questions",
            "nl_question_nopunct_distant",
            MacroF1,
            goal(80.0, 83.0),
        ),
        Ok(transfer),
    ];
    all.into_iter().collect()
}

/// Learnt from books and subtitles, judged on restaurants, whose labels it never saw.
fn transfer(bol: &[Labelled], restaurants: &[Labelled]) -> Result<Set> {
    let judged = restaurants
        .iter()
        .filter(|message| message.label != "neutral");
    let judged = judged.cloned().map(|message| Row {
        part: Some(0),
        ..row(message)
    });
    let subtitles = labelled("nl_sentiment_xed_projected")?;
    let learnt = bol.iter().cloned().chain(subtitles).map(|message| Row {
        part: None,
        ..row(message)
    });
    Ok(Set {
        name: "bol and subtitles → restaurants",
        words: Some("nl"),
        held_out: vec![0],
        rows: learnt.chain(judged).collect(),
        figure: Figure::MacroF1,
        goal: Goal::AtLeast(83.0, 86.0),
    })
}
