//! Marks stand under their words wherever these go, and only while they can be seen.

use crate::desk::{Desk, FAULTY};
use serde::Deserialize;
use serde_json::{Value, json};
use toonvast_tests::place::Place;

#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
struct Rect {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

/// Where the mark of a rule stands, and where its words do: `[[mark…], [words…]]`.
const MEASURE: &str = "const field = document.querySelector(arguments[0]);
    const [words, rule] = [arguments[1], arguments[2]];
    const plain = ({ left, top, width, height }) => ({ left, top, width, height });
    const ours = [...document.querySelectorAll('toonvast-composer')].find((it) => it.parentElement.contains(field));
    const layer = ours.shadowRoot.querySelector('.marks');
    const marks = layer.matches(':popover-open')
        ? [...layer.querySelectorAll(`[data-rule=${rule}]`)].map((it) => plain(it.getBoundingClientRect())) : [];
    const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(words);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + words.length);
        return [marks, [...range.getClientRects()].map(plain)];
    }
    return [marks, []]";

impl Desk {
    async fn measured(&self, words: &str, rule: &str) -> (Vec<Rect>, Vec<Rect>) {
        let args = vec![self.place.field().into(), words.into(), rule.into()];
        serde_json::from_value(self.script(MEASURE, args).await).expect("the browser does it")
    }

    /// Scrolls the page; the mark stands under its words three frames later, not a moment after.
    async fn scrolled(&self, words: &str, rule: &str) {
        let body = format!(
            "const args = arguments; return (async () => {{
                scrollBy(0, 11);
                for (let n = 0; n < 3; n += 1) await new Promise(requestAnimationFrame);
                return (function () {{ {MEASURE} }}).apply(null, args);
            }})()"
        );
        let args = vec![self.place.field().into(), words.into(), rule.into()];
        let found = self.script(&body, args).await;
        let (marks, wanted): (Vec<Rect>, Vec<Rect>) =
            serde_json::from_value(found).expect("the browser does it");
        let close = marks.len() == 1 && (marks[0].top - wanted[0].top).abs() <= 1.0;
        assert!(close, "{:?}: {marks:?} for {wanted:?}", self.place);
    }

    /// Waits until the mark stands under its words, within a pixel, and returns where.
    async fn wait_marked(&self, words: &str, rule: &str) -> Rect {
        self.run("if (!field.closest('#reply-control')) field.scrollIntoView({ block: 'center' })")
            .await;
        let mut last = None;
        let found = self
            .browser
            .wait_for("the mark under its words", async || {
                let (marks, wanted) = self.measured(words, rule).await;
                let close = |a: f64, b: f64| (a - b).abs() <= 1.0;
                let same = marks.len() == wanted.len()
                    && !marks.is_empty()
                    && marks.iter().zip(&wanted).all(|(mark, word)| {
                        close(mark.left, word.left)
                            && close(mark.top, word.top)
                            && close(mark.width, word.width)
                            && close(mark.height, word.height)
                    });
                last = Some((marks, wanted.clone()));
                Ok(same.then(|| wanted[0]))
            })
            .await;
        found.unwrap_or_else(|_| panic!("{:?}: {words}: {last:?}", self.place))
    }

    async fn wait_unmarked(&self, rule: &str) {
        let gone = self
            .browser
            .wait_for("no mark", async || {
                Ok(self.measured("", rule).await.0.is_empty().then_some(()))
            })
            .await;
        gone.unwrap_or_else(|why| panic!("{:?}: {why}", self.place));
    }

    async fn run(&self, body: &str) -> Value {
        let body =
            format!("const field = document.querySelector(arguments[0]); {body}; return true");
        self.script(&body, vec![self.place.field().into()]).await
    }
}

async fn marks_follow(place: Place) {
    let desk = Desk::at(place).await;
    desk.type_on(FAULTY).await;
    desk.wait_finding("grammar").await;
    let first = desk.wait_marked("Hun", "grammar").await;
    desk.run("document.body.style.minHeight = '4000px'; scrollBy(0, 37)")
        .await;
    desk.wait_marked("Hun", "grammar").await;
    desk.scrolled("Hun", "grammar").await;
    desk.browser
        .driver
        .set_window_rect(0, 0, 760, 900)
        .await
        .expect("the browser does it");
    desk.wait_marked("Hun", "grammar").await;
    // Something above grows: no event tells of it.
    desk.run("const box = document.createElement('div'); box.style.height = '23px'; field.parentElement.prepend(box)")
        .await;
    let moved = desk.wait_marked("Hun", "grammar").await;
    assert_ne!(first, moved, "{place:?}: the words did move");
    desk.run("field.style.visibility = 'hidden'").await;
    desk.wait_unmarked("grammar").await;
    desk.run("field.style.visibility = ''").await;
    desk.wait_marked("Hun", "grammar").await;
}

#[tokio::test]
async fn on_x() {
    marks_follow(Place::X).await;
}

#[tokio::test]
async fn on_facebook() {
    marks_follow(Place::Facebook).await;
}

#[tokio::test]
async fn on_discourse() {
    marks_follow(Place::Discourse).await;
}

#[tokio::test]
async fn in_a_plain_field() {
    marks_follow(Place::Article).await;
}

#[tokio::test]
async fn words_scrolled_out_of_the_editor_have_no_mark() {
    for place in [Place::Discourse, Place::Article] {
        let desk = Desk::at(place).await;
        desk.type_on(FAULTY).await;
        for _ in 0..12 {
            desk.keys("\u{e007}nog een regel").await;
        }
        desk.wait_finding("grammar").await;
        desk.wait_unmarked("grammar").await;
        desk.run("field.scrollTop = 0").await;
        desk.wait_marked("Hun", "grammar").await;
        desk.run("field.scrollTop = 3").await;
        desk.wait_marked("Hun", "grammar").await;
        desk.run("field.scrollTop = 999").await;
        desk.wait_unmarked("grammar").await;
    }
}

#[tokio::test]
async fn a_window_over_the_editor_covers_its_marks() {
    let desk = Desk::at(Place::Discourse).await;
    desk.type_on(FAULTY).await;
    desk.wait_finding("grammar").await;
    desk.wait_marked("Hun", "grammar").await;
    let cover = "const box = document.createElement('div'); box.id = 'over';
        Object.assign(box.style, { position: 'fixed', inset: '0', background: '#0008', zIndex: 99999 });
        document.body.append(box)";
    desk.run(cover).await;
    desk.wait_unmarked("grammar").await;
    desk.run("document.getElementById('over').remove()").await;
    desk.wait_marked("Hun", "grammar").await;
    desk.run("document.getElementById('reply-control').hidden = true")
        .await;
    desk.wait_unmarked("grammar").await;
}

/// A text field does not tell where its words stand, but which of them stands at a point.
const CHARACTER: &str = "const field = document.querySelector(arguments[0]);
    const ours = [...document.querySelectorAll('toonvast-composer')].find((it) => it.parentElement.contains(field));
    const layer = ours.shadowRoot.querySelector('.marks');
    const mark = layer.matches(':popover-open') && layer.querySelector('[data-rule=grammar]');
    if (!mark) return null;
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    const at = (x) => document.caretPositionFromPoint(x, (top + bottom) / 2);
    const [first, last] = [at(left + 2), at(right - 2)];
    return first?.offsetNode === field ? [first.offset, last.offset] : [String(first?.offsetNode?.outerHTML).slice(0, 200), left, top, innerHeight]";

#[tokio::test]
async fn over_a_text_area_marks_stand_at_their_characters() {
    let desk = Desk::at(Place::Forum).await;
    let long =
        "Dit is een wat langere regel, die in dit veld wordt afgebroken waar hij niet meer past. ";
    let text = format!("{long}{long}\n{FAULTY}");
    desk.keys(text.replace('\n', "\u{e007}")).await;
    desk.wait_finding("grammar").await;
    let at = text.find("Hun").expect("the browser does it");
    let wait = async |when: &str, expected: Value| {
        desk.run("field.scrollIntoView({ block: 'center' })").await;
        let mut last = Value::Null;
        let there = desk
            .browser
            .wait_for("the mark", async || {
                last = desk
                    .script(CHARACTER, vec![desk.place.field().into()])
                    .await;
                Ok((last == expected).then_some(()))
            })
            .await;
        assert!(there.is_ok(), "{when}: expected {expected}, is {last}");
    };
    wait("as typed", json!([at, at + 3])).await;
    desk.run("field.style.width = '300px'").await;
    wait("in a narrow field", json!([at, at + 3])).await;
    desk.run("field.style.fontSize = '22px'; field.style.padding = '11px'")
        .await;
    desk.run("field.scrollTop = field.scrollHeight").await;
    wait("in large letters, scrolled down", json!([at, at + 3])).await;
    desk.run("field.scrollTop = 0").await;
    wait("scrolled up", Value::Null).await;
}

#[tokio::test]
async fn while_it_is_typed_marks_go_with_their_words() {
    let desk = Desk::at(Place::Article).await;
    desk.type_on(FAULTY).await;
    desk.wait_finding("grammar").await;
    let before = desk.wait_marked("Hun", "grammar").await;
    // The engine's home never answers again: what is drawn is of the words themselves.
    desk.browser
        .script::<bool>(
            "const field = document.querySelector(arguments[0]); field.focus();
             getSelection().collapse(field.firstChild, 3); return true",
            vec![desk.place.field().into()],
        )
        .await
        .expect("the browser does it");
    desk.keys("zelf ").await;
    let after = desk.wait_marked("Hun", "grammar").await;
    assert!(after.left > before.left + 10.0);
}
