//! Figures of agreement, field by field.

use serde_json::{Value, json};
use std::fmt::Write as _;
use toonvast_learn::measure::Confusion;
use toonvast_model::triage::{
    About, Influence, Kind, Priority, Respond, Sentiment, Situation, Triage,
};
use toonvast_triage::training::Labels;

/// What was labelled and what was said.
pub(super) struct Figures {
    fields: Vec<(&'static str, Vec<&'static str>, Confusion)>,
    topics: (usize, usize),
}

const FLAGS: [&str; 2] = ["false", "true"];

impl Default for Figures {
    fn default() -> Self {
        fn names<T: Copy>(all: &[T], name: impl Fn(T) -> &'static str) -> Vec<&'static str> {
            all.iter().map(|value| name(*value)).collect()
        }
        let fields = vec![
            ("about", names(About::ALL, About::name)),
            ("kind", names(Kind::ALL, Kind::name)),
            ("situation", names(Situation::ALL, Situation::name)),
            ("sentiment", names(Sentiment::ALL, Sentiment::name)),
            ("asks_help", FLAGS.to_vec()),
            ("respond", names(Respond::ALL, Respond::name)),
            ("priority", names(Priority::ALL, Priority::name)),
            ("influence", names(Influence::ALL, Influence::name)),
            ("risk", FLAGS.to_vec()),
            ("chance", FLAGS.to_vec()),
        ];
        Self {
            fields: fields
                .into_iter()
                .map(|(field, values)| {
                    let confusion = Confusion::new(values.len());
                    (field, values, confusion)
                })
                .collect(),
            topics: (0, 0),
        }
    }
}

impl Figures {
    /// Notes one post.
    pub(super) fn note(&mut self, labels: &Labels, said: &Triage) {
        let flag = |flag: bool| FLAGS[usize::from(flag)];
        let pairs = [
            (labels.about.name(), said.about.name()),
            (labels.kind.name(), said.kind.name()),
            (labels.situation.name(), said.situation.name()),
            (labels.sentiment.name(), said.sentiment.name()),
            (flag(labels.asks_help), flag(said.asks_help)),
            (labels.respond.name(), said.respond.name()),
            (labels.priority.name(), said.priority.name()),
            (labels.influence.name(), said.influence.name()),
            (flag(labels.risk), flag(said.risk)),
            (flag(labels.chance), flag(said.chance)),
        ];
        for ((_, values, confusion), (truth, given)) in self.fields.iter_mut().zip(pairs) {
            let at = |name: &str| values.iter().position(|value| *value == name);
            if let (Some(truth), Some(given)) = (at(truth), at(given)) {
                confusion.note(truth, given);
            }
        }
        let found = labels
            .topics
            .iter()
            .filter(|topic| said.topics.contains(topic));
        self.topics.0 += found.count();
        self.topics.1 += labels.topics.len();
    }

    fn field(&self, name: &str) -> Option<&(&'static str, Vec<&'static str>, Confusion)> {
        self.fields.iter().find(|(field, ..)| *field == name)
    }

    /// Precision and recall of one value.
    fn found(&self, field: &str, value: &str) -> (f64, f64) {
        let Some((_, values, confusion)) = self.field(field) else {
            return (0.0, 0.0);
        };
        let place = values.iter().position(|known| *known == value);
        let found = place
            .map(|place| confusion.found(place))
            .unwrap_or_default();
        (found.precision, found.recall)
    }

    fn macro_f1(&self, field: &str) -> f64 {
        self.field(field)
            .map_or(0.0, |(_, _, confusion)| confusion.macro_f1())
    }

    fn weighted_kappa(&self) -> f64 {
        self.field("priority")
            .map_or(0.0, |(_, _, confusion)| confusion.kappa(true))
    }

    fn topic_recall(&self) -> f64 {
        self.topics.0 as f64 / self.topics.1.max(1) as f64
    }
}

/// The figures as JSON.
pub(super) fn json(before: &Figures, after: Option<&Figures>, learnt: usize) -> Value {
    let all = |figures: &Figures| {
        let fields: serde_json::Map<String, Value> = figures
            .fields
            .iter()
            .map(|(field, _, confusion)| {
                let value = json!({
                    "macro_f1": rounded(confusion.macro_f1()),
                    "accuracy": rounded(confusion.accuracy()),
                });
                ((*field).to_owned(), value)
            })
            .collect();
        let (urgent, none) = (
            figures.found("priority", "urgent"),
            figures.found("about", "none"),
        );
        json!({
            "fields": fields,
            "priority_qwk": rounded(figures.weighted_kappa()),
            "urgent_precision": rounded(urgent.0),
            "urgent_recall": rounded(urgent.1),
            "about_none_precision": rounded(none.0),
            "about_none_recall": rounded(none.1),
            "topic_recall": rounded(figures.topic_recall()),
        })
    };
    match after {
        None => all(before),
        Some(after) => json!({
            "learnt": learnt,
            "before": rounded(before.macro_f1("kind")),
            "after": rounded(after.macro_f1("kind")),
            "gain": rounded(after.macro_f1("kind") - before.macro_f1("kind")),
            "without": all(before),
            "with": all(after),
        }),
    }
}

fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}

/// The figures as a table.
pub(super) fn table(before: &Figures, after: Option<&Figures>, learnt: usize) -> String {
    let mut text = String::new();
    // Writing into memory does not fail.
    _ = match after {
        None => writeln!(text, "{:10}  macro-F1  accuracy", "field"),
        Some(_) => writeln!(
            text,
            "{:10}  macro-F1  accuracy   after {learnt} lessons: macro-F1  accuracy    gain",
            "field"
        ),
    };
    for (at, (field, _, confusion)) in before.fields.iter().enumerate() {
        let (f1, accuracy) = (confusion.macro_f1(), confusion.accuracy());
        _ = write!(text, "{field:10}  {f1:>8.3}  {accuracy:>8.3}");
        if let Some((_, _, confusion)) = after.and_then(|after| after.fields.get(at)) {
            let gain = confusion.macro_f1() - f1;
            _ = write!(
                text,
                "  {:>28.3}  {:>8.3}  {gain:>+6.3}",
                confusion.macro_f1(),
                confusion.accuracy()
            );
        }
        text.push('\n');
    }
    for (name, figures) in [("", Some(before)), ("with the lessons: ", after)] {
        let Some(figures) = figures else { continue };
        let (urgent, none) = (
            figures.found("priority", "urgent"),
            figures.found("about", "none"),
        );
        _ = writeln!(
            text,
            "{name}priority kappa (quadratic) {:.3}; urgent found {:.3} at precision {:.3}; \
            not about us found {:.3} at precision {:.3}; topics found {:.3}",
            figures.weighted_kappa(),
            urgent.1,
            urgent.0,
            none.1,
            none.0,
            figures.topic_recall()
        );
    }
    text
}
