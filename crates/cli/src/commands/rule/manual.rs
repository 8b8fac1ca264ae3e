//! The manual page of all built-in rules, as Markdown.

use std::collections::BTreeMap;
use std::fmt::Write;
use toonvast_brand::rule::{Example, Rule, When};
use toonvast_model::draft::Severity;
use toonvast_model::language::Language;
use toonvast_model::locale::Locale;

/// The words of the page that stand in no rule.
struct Words {
    title: &'static str,
    intro: &'static str,
    why: &'static str,
    instead: &'static str,
    flags: &'static str,
    allows: &'static str,
    only_on: &'static str,
    public: &'static str,
    private: &'static str,
    also: &'static str,
}

const EN: Words = Words {
    title: "The tone rules",
    intro: "Every rule that ships, made from the rule files by `cargo xtask rules`; do not edit it. \
A brand silences a rule by its id in `tone/guide.toml`, and replaces it by a file of the same name in `tone/`. \
*Block* findings say that the draft must not go out; the agent may still override them with a reason that is logged.",
    why: "Why",
    instead: "Instead",
    flags: "Flags",
    allows: "Leaves alone",
    only_on: "Only on",
    public: "public replies",
    private: "private replies",
    also: "Besides its list it reads what each sentence does, as learnt from `corpus/acts`",
};

const NL: Words = Words {
    title: "De toonregels",
    intro: "Elke regel die meekomt, gemaakt uit de regelbestanden door `cargo xtask rules`; wijzig hier niets. \
Een merk zet een regel uit met zijn naam in `tone/guide.toml` en vervangt hem door een bestand met die naam in `tone/`. \
Bij *blokkeren* mag het concept de deur niet uit; de medewerker kan dat opzijzetten met een reden, die wordt vastgelegd.",
    why: "Waarom",
    instead: "Liever",
    flags: "Keurt af",
    allows: "Laat staan",
    only_on: "Alleen bij",
    public: "openbare antwoorden",
    private: "besloten antwoorden",
    also: "Naast zijn lijst leest de regel wat elke zin doet, geleerd van `corpus/acts`",
};

/// The whole page: rules by group, each with what, why, instead and its examples.
pub(super) fn page(rules: &[Rule], locale: Locale) -> Result<String, std::fmt::Error> {
    let (words, own) = match locale {
        Locale::Nl => (&NL, Language::Nl),
        Locale::En => (&EN, Language::En),
    };
    let mut chosen: BTreeMap<(&str, &str), &Rule> = BTreeMap::new();
    for rule in rules {
        let known = chosen
            .entry((rule.group.name(), &rule.id.0))
            .or_insert(rule);
        if rule.lang == own {
            *known = rule;
        }
    }
    let mut page = String::new();
    writeln!(page, "# {}\n\n{}", words.title, words.intro)?;
    let mut group = "";
    for ((of, _), rule) in chosen {
        if of != group {
            writeln!(page, "\n## {of}")?;
            group = of;
        }
        entry(&mut page, rule, locale, words)?;
    }
    Ok(page)
}

fn entry(page: &mut String, rule: &Rule, locale: Locale, words: &Words) -> std::fmt::Result {
    let (summary, instead) = rule.said(locale);
    let severity = severity(rule.severity, locale);
    writeln!(page, "\n### {}\n", rule.id)?;
    writeln!(page, "{summary} *{severity}, {}*\n", rule.source)?;
    writeln!(page, "- {}: {}", words.why, rule.reason(locale))?;
    writeln!(page, "- {}: {instead}", words.instead)?;
    let conditions = conditions(&rule.when, words);
    if !conditions.is_empty() {
        writeln!(page, "- {}: {conditions}", words.only_on)?;
    }
    if rule.learnt.is_some() {
        writeln!(page, "- {}.", words.also)?;
    }
    examples(page, words.flags, &rule.examples.flags)?;
    examples(page, words.allows, &rule.examples.allows)
}

fn severity(severity: Severity, locale: Locale) -> &'static str {
    match (severity, locale) {
        (Severity::Hint, Locale::Nl) => "tip",
        (Severity::Warn, Locale::Nl) => "waarschuwen",
        (Severity::Block, Locale::Nl) => "blokkeren",
        (Severity::Hint, Locale::En) => "hint",
        (Severity::Warn, Locale::En) => "warn",
        (Severity::Block, Locale::En) => "block",
    }
}

/// When a rule applies, in the vocabulary of its file.
fn conditions(when: &When, words: &Words) -> String {
    let mut all: Vec<String> = Vec::new();
    let lists = [
        names(&when.situation),
        names(&when.kind),
        names(&when.sentiment),
        names(&when.site),
    ];
    all.extend(lists.into_iter().filter(|list| !list.is_empty()));
    if let Some(public) = when.public {
        let name = if public { words.public } else { words.private };
        all.push(name.to_owned());
    }
    all.join("; ")
}

/// Values as files write them.
fn names<T: serde::Serialize>(values: &[T]) -> String {
    let name = |value: &T| match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => format!("`{name}`"),
        _ => String::new(),
    };
    values.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn examples(page: &mut String, label: &str, examples: &[Example]) -> std::fmt::Result {
    for example in examples {
        let draft = line(&example.draft);
        if example.post.is_empty() {
            writeln!(page, "- {label}: “{draft}”")?;
        } else {
            writeln!(page, "- {label}: “{}” → “{draft}”", line(&example.post))?;
        }
    }
    Ok(())
}

/// A text on one line, with nothing Markdown would read.
fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => line.push_str(" / "),
            '*' | '_' | '`' | '[' | ']' | '<' | '#' | '|' | '\\' => line.extend(['\\', c]),
            _ => line.push(c),
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::{line, page};
    use toonvast_model::locale::Locale;

    #[test]
    fn every_rule_stands_once_in_the_page_of_either_language() {
        let rules = toonvast_tone::rules();
        for locale in [Locale::Nl, Locale::En] {
            let page = page(rules, locale).expect("a text takes everything");
            for rule in rules {
                let heading = format!("\n### {}\n", rule.id);
                assert_eq!(page.matches(&heading).count(), 1, "{heading}");
            }
        }
    }

    #[test]
    fn a_text_is_one_line_without_markup() {
        assert_eq!(line("Hoi *allen*\n[naam]"), "Hoi \\*allen\\* / \\[naam\\]");
    }
}
