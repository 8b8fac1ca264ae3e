//! A brand written and read again is the same brand, and no text makes the parser panic.

use proptest::prelude::*;
use toonvast_brand::example::BrandExample;
use toonvast_brand::{Brand, BrandFiles, folder, import};

fn fluit() -> Brand {
    let files = BrandFiles::from([
        ("README.md", "not ours"),
        (
            "policy.toml",
            "name = \"Fluit \\\"&\\\" Zn.\"\nother_brands = [\"Bel\"]\nhosts = [\"fluit.nl\"]\nfacts = [\"a\\nb\"]\nweights = { rage = 0 }\ntopics = [{ name = \"app\", words = [\"de app\"] }]\nhandles = [{ site = \"x\", name = \"FluitNL\" }]\nhours = [{ days = \"mon-fri\", from = \"08:00\", to = \"24:00\" }]\n\
             time_zone = \"LHST-10:30LHDT-11,M10.1.0,M4.1.0\"\nholidays = [\"2026-12-25\"]\n\
             special_hours = [{ date = \"2026-12-24\", from = \"08:00\", to = \"12:30\" }]\n\
             service_levels = [{ priority = [\"urgent\"], kind = [\"problem\"], site = [\"news-comment\"], first = \"15m\", substantive = \"2d\", clock = \"always\" }]\n\
             answers = { reply_rate = \"necessary\", idea = \"yes\", factual-error = \"optional\" }\n\
             influence = { followers = 500, views = 9, accounts = [\"@bond\"], ignore = [\"bot\"] }\n\
             campaigns = [{ name = \"lente\", from = \"2026-03-20\", to = \"2026-04-20\", words = [\"#lente\"], points = -5 }]\n\
             crisis = { since = \"2026-11-21T09:00:00+01:00\", until = \"2026-11-22T09:00:00.5Z\", words = [\"rook\"], points = 40 }\n\
             trend = { similar = 3, crisis = 9 }",
        ),
        (
            "tone/guide.toml",
            "form_of_address = \"u\"\nsay = [{ not = \"ticket\", but = \"melding\" }]\n[emoji]\nmax = 0\n[[forbidden]]\nwords = [\"overname*\"]\nwhy = \"daarom\"",
        ),
        (
            "tone/nl/no-ticket.toml",
            "group = \"wording\"\nseverity = \"warn\"\nsummary = \"a\"\nwhy = \"b\"\ninstead = \"c\"\nsource = \"guide\"\n[check]\nkind = \"words\"\nwords = [\"ticket\"]\n[examples]\nflags = [{ draft = \"Je ticket\" }]",
        ),
        (
            "replies/a.toml",
            "[[reply]]\nid = \"a\"\nlang = \"en\"\nquestions = [\"How?\"]\nanswer = \"So, {when}.\"\nfields = [{ name = \"when\", kind = \"term\", label = \"when\" }]",
        ),
        (
            "replies/b.toml",
            "[[reply]]\nid = \"b\"\nlang = \"nl\"\nquestions = []\nanswer = \"\"\"Zo:\n'dit'\"\"\"",
        ),
        (
            "examples/post.txt",
            "post: Een\n  twee\nsite: forum\naddressed: no\nfollowers: 3\n=>\nkind: question\ntopics: app, accu\nrisk: no\nsuggests: none",
        ),
        (
            "examples/draft.txt",
            "post: Één ding\nsituation: complaint\nagent: Eva\npublic: no\n---\nHaha, één grap!\n      ^^^ humour-in-negative\n^^^^ shouting\n\nTweede regel ^Eva\n: no-empathy",
        ),
    ]);
    Brand::parse("fluit", &files).expect("a valid brand")
}

#[test]
fn through_files() {
    let brand = fluit();
    assert_eq!(brand.examples.len(), 2);
    let files = brand.to_files().unwrap();
    assert_eq!(Brand::parse("fluit", &files).unwrap(), brand);
}

#[test]
fn through_json() {
    let brand = fluit();
    let json = serde_json::to_string(&brand).unwrap();
    assert_eq!(Brand::from_json(&json).unwrap(), brand);
    let bad = json.replace("{when}", "{whom}");
    assert_eq!(
        Brand::from_json(&bad).unwrap_err().to_string(),
        "brand.json: replies: reply `a` uses the field {whom} without declaring it; add { name = \"whom\", kind = \"text\" } to its fields, or take it out of the answer; correct the JSON or export it again"
    );
    assert!(serde_json::from_str::<Brand>(&bad).is_err());
}

#[test]
fn through_a_folder_on_disk() {
    let brand = fluit();
    let dir = tempfile::tempdir().unwrap();
    let files = brand.to_files().unwrap();
    let written = folder::write(dir.path(), &brand.id, &files, false).unwrap();
    assert_eq!(folder::brand(&written).unwrap(), brand);
    assert_eq!(
        folder::brands(dir.path()).unwrap(),
        std::slice::from_ref(&brand)
    );
    let again = folder::write(dir.path(), &brand.id, &files, false)
        .unwrap_err()
        .to_string();
    assert!(again.ends_with("fluit: exists already; choose another folder, or add --force to replace the brand's files in it"), "{again}");
    folder::write(dir.path(), &brand.id, &files, true).unwrap();
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let dir = tempfile::tempdir().unwrap();
    let secret = dir.path().join("secret.toml");
    std::fs::write(&secret, "").unwrap();
    let brand = dir.path().join("fluit");
    std::fs::create_dir_all(brand.join("replies")).unwrap();
    std::fs::write(brand.join("policy.toml"), "name = \"Fluit\"").unwrap();
    std::os::unix::fs::symlink(&secret, brand.join("replies/a.toml")).unwrap();
    let fault = folder::brand(&brand).unwrap_err().to_string();
    assert!(
        fault.ends_with("replies/a.toml: leads out of the brand's folder; copy the file into it"),
        "{fault}"
    );
    std::fs::remove_file(brand.join("replies/a.toml")).unwrap();
    std::fs::write(brand.join("policy.toml"), b"name = \"\xff\"").unwrap();
    let fault = folder::brand(&brand).unwrap_err().to_string();
    assert!(
        fault.ends_with("policy.toml: not UTF-8; save the file as UTF-8"),
        "{fault}"
    );
    std::fs::write(brand.join("policy.toml"), "#".repeat((1 << 20) + 1)).unwrap();
    let fault = folder::brand(&brand).unwrap_err().to_string();
    assert!(
        fault.ends_with(
            "policy.toml: more than 1048576 bytes; split it or take out what does not belong"
        ),
        "{fault}"
    );
    let fault = folder::brands(&dir.path().join("fluit/replies"))
        .unwrap_err()
        .to_string();
    assert!(
        fault.contains("replies: no brand here; a brand's folder has a policy.toml"),
        "{fault}"
    );
}

const BRANDS: &str = r#"[{"id": "fluit", "name": "Fluit", "handles": [{"site": "x", "name": "@FluitNL"}],
  "topics": ["app", {"name": "accu", "words": ["batterij"]}], "later": true,
  "tone": {"form_of_address": "u", "emoji": {"max": 0}, "notes": "kort"}}, {"id": "bel", "name": "Bel"}]"#;

#[test]
fn imported_brands_parse_from_their_folders() {
    let library = "{\"id\":\"1\",\"brand\":\"fluit\",\"lang\":\"nl\",\"questions\":[\"Hoe?\"],\"answer\":\"Zo, {customer}, op {dag}.\"}\n\n";
    let brands = import::brands(BRANDS, Some(library)).unwrap();
    assert_eq!(brands.len(), 2);
    let fluit = &brands[0];
    assert_eq!(fluit.policy.handles[0].name, "FluitNL");
    assert!(fluit.policy.topics[0].words.is_empty());
    assert_eq!(fluit.library[0].fields.len(), 2);
    for brand in &brands {
        assert_eq!(
            Brand::parse(brand.id.as_str(), &brand.to_files().unwrap()).unwrap(),
            *brand
        );
    }
}

#[test]
fn what_cannot_be_imported_says_so() {
    let reply = "{\"id\":\"1\",\"brand\":\"none\",\"lang\":\"nl\",\"answer\":\"Zo\"}";
    let table = [
        (
            "{}",
            None,
            "brands.json:1:0: invalid type: map, expected a sequence; correct the JSON or export it again",
        ),
        (
            "[{\"id\":\"a\"}]",
            None,
            "brands.json:1:11: missing field `name`; correct the JSON or export it again",
        ),
        (
            "[{\"id\":\"a\",\"name\":\"\"}]",
            None,
            "brands.json (a, policy.toml): the brand's name is empty; fill it in or take it out",
        ),
        (
            "[{\"id\":\"a\",\"name\":\"A\"},{\"id\":\"a\",\"name\":\"A\"}]",
            None,
            "brands.json: the brand `a` stands here twice; rename or remove one",
        ),
        (
            BRANDS,
            Some(reply),
            "library.jsonl:1: the reply belongs to `none`, which brands.json does not have; add the brand or remove the reply",
        ),
        (
            BRANDS,
            Some("\n{\"id\":1}"),
            "library.jsonl:2:7: invalid type: integer `1`, expected a string; correct the JSON or export it again",
        ),
    ];
    for (brands, library, expected) in table {
        assert_eq!(
            import::brands(brands, library).unwrap_err().to_string(),
            expected
        );
    }
}

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC{0,80}", lines in "(post: |site: |[a-z]+: |=>|---|\\^\\^ [a-z]+|: [a-z]+|é|  |\n){0,20}") {
        for content in [&text, &lines] {
            for path in ["policy.toml", "tone/guide.toml", "tone/a.toml", "replies/a.toml", "examples/a.txt"] {
                let files = BrandFiles::from([("policy.toml", "name = \"a\""), (path, content)]);
                _ = Brand::parse("a", &files);
            }
            _ = Brand::from_json(content);
            _ = import::brands(content, Some(content));
        }
    }

    #[test]
    fn a_policy_that_parses_prints_and_parses_again(
        lines in prop::collection::vec(prop::sample::select(vec![
            "hours = [{ days = \"@\", from = \"0@:00\", to = \"1@:@0\" }]",
            "holidays = [\"202@-@-1@\", \"2026-12-2@\"]",
            "time_zone = \"CET-@CEST,M3.@.0,M10.5.0/@\"",
            "service_levels = [{ first = \"@m\", substantive = \"@d\", kind = [\"@\"] }]",
            "campaigns = [{ name = \"@\", from = \"2026-0@-01\", to = \"2026-0@-28\", words = [\"@\"], points = @ }]",
            "crisis = { since = \"2026-11-2@T09:00:00Z\", words = [\"@\"] }",
            "trend = { similar = @ }",
            "influence = { accounts = [\"@\"], views = @ }",
        ]), 0..5),
        filling in "[1-9]|[0-9]{1,3}|[a-z]{3}|mon-sun",
    ) {
        let text = format!("name = \"a\"\n{}", lines.join("\n").replace('@', &filling));
        if let Ok(brand) = Brand::parse("a", &BrandFiles::from([("policy.toml", text.as_str())])) {
            prop_assert_eq!(&Brand::parse("a", &brand.to_files().unwrap()).unwrap(), &brand);
            prop_assert_eq!(Brand::from_json(&serde_json::to_string(&brand).unwrap()).unwrap(), brand);
        }
    }

    #[test]
    fn an_example_that_parses_prints_and_parses_again(
        draft in "[a-zé]{1,12}( [a-z]{1,6}){0,3}",
        more in "[A-Zé !]{1,10}x",
        from in 0_usize..8,
        carets in 1_usize..4,
        post in "[a-zé]{1,9}(\n[a-z]{1,9}){0,2}",
    ) {
        let post = post.replace('\n', "\n  ");
        let indent = " ".repeat(from);
        let marks = "^".repeat(carets);
        let text = format!("post: {post}\n---\n{draft}\n{indent}{marks} shouting\n{more}\n: no-empathy\n");
        if let Ok(example) = BrandExample::parse("examples/a.txt", &text) {
            prop_assert_eq!(BrandExample::parse("examples/a.txt", &example.to_text()), Ok(example));
        }
    }
}
