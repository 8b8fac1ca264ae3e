//! Every fault of a policy's tables, with its exact words: what, why, what to do.

use toonvast_brand::{Brand, BrandFiles};

#[track_caller]
fn is(policy: &str, expected: &str) {
    let fault = match Brand::parse("fluit", &BrandFiles::from([("policy.toml", policy)])) {
        Ok(_) => "no fault".to_owned(),
        Err(error) => error.to_string(),
    };
    assert_eq!(fault, expected);
}

#[test]
fn of_the_calendar() {
    let table = [
        (
            "time_zone = \"Europe/Atlantis\"",
            "1:13: `Europe/Atlantis` is no time zone known here; write one of `Europe/Amsterdam`, `Europe/Berlin`, `Europe/Brussels`, `Europe/London`, `Europe/Luxembourg`, `Europe/Paris`, `America/Aruba`, `America/Curacao`, `America/Paramaribo`, `UTC`, or a POSIX rule as `CET-1CEST,M3.5.0,M10.5.0/3`; correct this line",
        ),
        (
            "holidays = [\"2026-12-25\", \"2026-02-30\"]",
            "1:12: `2026-02-30` is no date; write year, month and day, as `2026-12-25`; correct this line",
        ),
        (
            "hours = [{ days = \"maandag\", from = \"08:00\", to = \"21:00\" }]",
            "1:9: `maandag` are no days; write `mon-fri` or `sat`, with mon tue wed thu fri sat sun; correct this line",
        ),
        (
            "hours = [{ days = \"mon\", from = \"21:00\", to = \"08:00\" }]",
            "1:9: `21:00` is not before `08:00`; put the earlier first, and write hours past midnight as two, up to `24:00` and from `00:00`; correct this line",
        ),
        (
            "special_hours = [{ date = \"2026-12-24\", from = \"9\", to = \"12:00\" }]",
            "1:17: `9` is no time of day; write hours and minutes, as `08:00`, up to `24:00`; correct this line",
        ),
        (
            "special_hours = [{ date = \"2026-12-24\", from = \"09:00\", to = \"12:00\", why = \"\" }]",
            "1:71: unknown field `why`, expected one of `date`, `from`, `to`; correct this line",
        ),
    ];
    for (table, expected) in table {
        let text = format!("{table}\nname = \"x\"");
        is(&text, &format!("policy.toml:{expected}"));
    }
    let many = format!(
        "name = \"x\"\nholidays = [{}]",
        "\"2026-12-25\", ".repeat(201)
    );
    is(
        &many,
        "policy.toml: holidays has 201 entries, and it may have 200; take out those that no longer matter",
    );
}

#[test]
fn of_the_service_levels() {
    let table = [
        (
            "first = \"soon\", substantive = \"24h\"",
            ":1:29: `soon` is no length of time; write minutes, hours or days, as `15m`, `4h` or `2d`, up to `90d`; correct this line",
        ),
        (
            "first = \"1h\"",
            ":1:19: missing field `substantive`; correct this line",
        ),
        (
            "first = \"1h\", substantive = \"24h\", clock = \"closed\"",
            ":1:64: unknown variant `closed`, expected `open` or `always`; correct this line",
        ),
        (
            "first = \"1h\", substantive = \"24h\", site = [\"twitter\"]",
            ":1:63: `twitter` is no site; write one of `x`, `facebook`, `forum`, `review`, `news-comment`, `other`; correct this line",
        ),
        (
            "first = \"4h\", substantive = \"90m\"",
            ": service level 1 wants the answer within 90m and the first reaction within 4h; give the answer at least as long",
        ),
    ];
    for (level, expected) in table {
        let text = format!("service_levels = [{{ {level} }}]\nname = \"x\"");
        is(&text, &format!("policy.toml{expected}"));
    }
}

#[test]
fn of_the_answers_and_of_influence() {
    let table = [
        (
            "answers = { question = \"maybe\" }",
            ":1:24: unknown variant `maybe`, expected one of `yes`, `optional`, `no`; correct this line",
        ),
        (
            "answers = { factual_error = \"no\" }",
            ":1:13: unknown field `factual_error`, expected one of `reply_rate`, `crisis`, `question`, `complaint`, `problem`, `compliment`, `idea`, `remark`, `spam`, `factual-error`, `politics`, `about-others`; correct this line",
        ),
        (
            "answers = { reply_rate = \"some\" }",
            ":1:26: unknown variant `some`, expected one of `all`, `necessary`, `as-written`; correct this line",
        ),
        (
            "influence = { followers = 0 }",
            ": influence counts from 0 followers on, which is everybody; write the number from which it matters",
        ),
        (
            "influence = { views = 0 }",
            ": influence counts from 0 views on, which is everybody; write the number from which it matters",
        ),
        (
            "influence = { accounts = [\"@Bond\"], ignore = [\"bond\"] }",
            ": `@Bond` stands among the accounts of influence and among those to ignore; keep one",
        ),
        (
            "influence = { accounts = [\" \"] }",
            ": an entry in accounts of influence is empty; fill it in or take it out",
        ),
    ];
    for (table, expected) in table {
        let text = format!("{table}\nname = \"x\"");
        is(&text, &format!("policy.toml{expected}"));
    }
}

#[test]
fn of_campaigns() {
    let campaign = |from: &str, to: &str, more: &str| {
        format!("{{ name = \"lente\", from = \"{from}\", to = \"{to}\", {more} }}")
    };
    let lente = campaign("2026-03-20", "2026-04-20", "words = [\"#lente\"]");
    let many = format!("words = [{}]", "\"lente\", ".repeat(201));
    let campaigns = [
        (lente.clone(), "no fault"),
        (
            format!("{lente}, {lente}"),
            "policy.toml: the campaign `lente` stands here twice; rename or remove one",
        ),
        (
            campaign("2026-04-20", "2026-03-20", "words = [\"#lente\"]"),
            "policy.toml: campaign `lente` ends on 2026-03-20, before it begins on 2026-04-20; correct one of the dates",
        ),
        (
            campaign("2026-03-20", "2026-04-20", "words = []"),
            "policy.toml: campaign `lente` has no words; add the hashtag or words by which its posts are known",
        ),
        (
            campaign("2026-03-20", "2026-04-20", "words = [\"\"]"),
            "policy.toml: an entry in words of campaign `lente` is empty; fill it in or take it out",
        ),
        (
            campaign("2026-03-20", "2026-04-20", &many),
            "policy.toml: words of campaign `lente` has 201 entries, and it may have 200; take out those that no longer matter",
        ),
        (
            campaign("2026-03-20", "2026-04-20", "words = [\"a\"], points = 201"),
            "policy.toml: campaign `lente` has 201 points; write a number from -200 to 200",
        ),
        (
            lente.replace("\"lente\"", "\"\""),
            "policy.toml: a campaign's name is empty; fill it in or take it out",
        ),
    ];
    for (campaigns, expected) in campaigns {
        let text = format!("name = \"x\"\ncampaigns = [{campaigns}]");
        is(&text, expected);
    }
}

#[test]
fn of_crisis_and_trend() {
    let tables = [
        (
            "crisis = { since = \"gisteren\" }",
            "policy.toml:1:20: `gisteren` is no RFC 3339 time such as 2026-11-21T09:30:00Z; correct this line",
        ),
        (
            "crisis = { since = \"2026-11-21T09:30:00Z\", until = \"2026-11-21T09:30:00Z\" }",
            "policy.toml: the crisis ends at 2026-11-21T09:30:00Z and begins at 2026-11-21T09:30:00Z; let it end later",
        ),
        (
            "crisis = { points = -201 }",
            "policy.toml: the crisis has -201 points; write a number from -200 to 200",
        ),
        (
            "crisis = { words = [\"\"] }",
            "policy.toml: an entry in words of the crisis is empty; fill it in or take it out",
        ),
        (
            "trend = { similar = 1 }",
            "policy.toml: a trend of 1 is every post by itself; let `similar` be at least 2",
        ),
        (
            "trend = { similar = 20 }",
            "policy.toml: 15 similar posts are a crisis and 20 a trend; let `crisis` be at least `similar`",
        ),
    ];
    for (table, expected) in tables {
        let text = format!("{table}\nname = \"x\"");
        is(&text, expected);
    }
}
