//! `corrections`: wrong words, and the right ones to put in their place.

use super::{Hit, Scene};
use crate::phrases::Phrases;
use toonvast_brand::rule::Corrections as Data;

#[derive(Debug)]
pub(crate) struct Corrections {
    wrong: Phrases,
    right: Vec<String>,
    except: Phrases,
}

impl Corrections {
    pub fn new(data: &Data) -> Self {
        Self {
            wrong: Phrases::new(data.replace.keys()),
            right: data.replace.values().cloned().collect(),
            except: Phrases::new(&data.except),
        }
    }

    pub fn find(&self, scene: &Scene) -> Vec<Hit> {
        let reading = scene.reading;
        let fine = self.except.find_all(reading);
        let wrong = self.wrong.find_all(reading).into_iter().filter(|found| {
            !scene.is_name_or_quotation(&found.marked)
                && !fine.iter().any(|fine| {
                    fine.tokens.start < found.tokens.end && found.tokens.start < fine.tokens.end
                })
        });
        wrong
            .map(|found| {
                let span = self.wrong.passage(&found, reading);
                let right = self.right.get(found.phrase).map_or("", String::as_str);
                Hit::at(span).replaced_by(&in_case_of(span.of(reading.text), right))
            })
            .collect()
    }
}

/// The right word, with a capital where the wrong one has it.
pub(crate) fn in_case_of(wrong: &str, right: &str) -> String {
    let mut letters = right.chars();
    match (wrong.chars().next(), letters.next()) {
        (Some(capital), Some(first)) if capital.is_uppercase() => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => right.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::in_case_of;

    #[test]
    fn a_capital_stays() {
        assert_eq!(in_case_of("Produkt", "product"), "Product");
        assert_eq!(in_case_of("produkt", "product"), "product");
        assert_eq!(in_case_of("X", ""), "");
    }
}
