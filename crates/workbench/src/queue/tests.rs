use super::{Filter, Row, RowKey, counts, list, promises};
use crate::sample::{NOW, case, overview, row, waiting};
use toonvast_model::case::CaseState::{Closed, Completed, Open};
use toonvast_model::case::Promise;
use toonvast_model::screen::Overview;
use toonvast_model::timestamp::Timestamp;
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
    let rows = list(&day(), Filter::ToDo, "", NOW);
    assert_eq!(names(&rows), ["2", "b", "a", "1", "c"]);
}

#[test]
fn a_promise_nearly_due_or_broken_comes_before_everything() {
    let minute = |minutes: i64| Timestamp(NOW.0 + minutes * 60_000);
    let promise = |due| {
        Some(Promise {
            due: minute(due),
            warn_at: minute(due - 60),
        })
    };
    let mut day = day();
    day.cases[0].case.promise = promise(30);
    day.cases
        .push(row(case(5, Open, Low, 1), "Komt mijn fiets nog?"));
    day.cases[4].case.promise = promise(-5);
    day.cases[1].case.promise = promise(600);
    assert_eq!(
        names(&list(&day, Filter::ToDo, "", NOW)),
        ["5", "1", "2", "b", "a", "c"]
    );
    assert_eq!(promises(&day, NOW), (1, 1));
    assert_eq!(promises(&day, minute(31)), (0, 2));
}

#[test]
fn each_filter_shows_what_it_counts() {
    let overview = day();
    let shown = Filter::ALL.map(|filter| list(&overview, filter, "", NOW).len());
    assert_eq!(shown, [5, 3, 2, 1, 1]);
    assert_eq!(counts(&overview), shown);
}

#[test]
fn search_wants_every_word_in_text_author_or_owner() {
    let overview = day();
    let found = |search: &str| names(&list(&overview, Filter::ToDo, search, NOW));
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
        list(&turned, Filter::ToDo, "", NOW),
        list(&day(), Filter::ToDo, "", NOW)
    );
}
