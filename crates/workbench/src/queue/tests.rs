use super::{Filter, Row, RowKey, counts, list};
use crate::sample::{case, overview, row, waiting};
use toonvast_model::case::CaseState::{Closed, Completed, Open};
use toonvast_model::screen::Overview;
use toonvast_model::triage::Priority::{High, Low, Normal, Urgent};

fn day() -> Overview {
    overview(
        vec![
            waiting("a", High, 40),
            waiting("b", Urgent, 90),
            waiting("c", Normal, 20),
        ],
        vec![
            row(case(1, Open, High, 40), "Waar blijft mijn bakfiets?"),
            row(case(2, Open, Urgent, 95), "De rem weigert"),
            row(case(3, Completed, Urgent, 99), "Accu smelt"),
            row(case(4, Closed, Low, 5), "Fijne fiets!"),
        ],
    )
}

fn names(rows: &[Row]) -> Vec<String> {
    rows.iter()
        .map(|row| match row.key() {
            RowKey::Post(_, post) => post.0,
            RowKey::Case(case) => case.0.as_u128().to_string(),
        })
        .collect()
}

#[test]
fn work_is_sorted_by_level_then_score_and_unclaimed_posts_come_first_among_equals() {
    let rows = list(&day(), Filter::ToDo, "");
    assert_eq!(names(&rows), ["2", "b", "a", "1", "c"]);
}

#[test]
fn each_filter_shows_what_it_counts() {
    let overview = day();
    let shown = Filter::ALL.map(|filter| list(&overview, filter, "").len());
    assert_eq!(shown, [5, 3, 2, 1, 1]);
    assert_eq!(counts(&overview), shown);
}

#[test]
fn search_wants_every_word_in_text_author_or_owner() {
    let overview = day();
    let found = |search: &str| names(&list(&overview, Filter::ToDo, search));
    assert_eq!(found("BAKFIETS"), ["1"]);
    assert_eq!(found("@els slot"), ["b", "a", "c"]);
    assert_eq!(found("noor rem"), ["2"]);
    assert_eq!(found("rem bakfiets"), Vec::<String>::new());
    assert_eq!(found("  ").len(), 5);
}

#[test]
fn the_order_does_not_depend_on_the_order_of_arrival() {
    let mut turned = day();
    turned.waiting.reverse();
    turned.cases.reverse();
    assert_eq!(
        list(&turned, Filter::ToDo, ""),
        list(&day(), Filter::ToDo, "")
    );
}
