use super::*;
use proptest::prelude::*;

fn pack() -> SitePack {
    serde_json::from_value(serde_json::json!({
        "id": "forum", "site": "forum", "hosts": ["forum.test", "*.forum.test"],
        "post": {
            "select": [".post[id]"],
            "id": [{ "attr": "id", "pattern": "^p([0-9]+)$" }],
            "text": { "select": [".content"] },
        },
        "composers": [{
            "select": "textarea[name=message]", "editor": "textarea",
            "answers": [{ "from": "url", "pattern": "[?&]p=([0-9]+)", "prefix": "p" }],
        }],
    }))
    .unwrap()
}

#[test]
fn a_pack_names_its_hosts() {
    let pack = pack();
    for (host, known) in [
        ("forum.test", true),
        ("FORUM.test.", true),
        ("www.forum.test", true),
        ("notforum.test", false),
        ("forum.test.evil.example", false),
        (".forum.test", false),
    ] {
        assert_eq!(pack.is_for(host), known, "{host}");
    }
}

#[test]
fn a_sound_pack_passes_and_travels() {
    let pack = pack();
    assert_eq!(pack.validate(), Ok(()));
    let json = serde_json::to_string(&pack).unwrap();
    assert_eq!(serde_json::from_str::<SitePack>(&json).unwrap(), pack);
}

#[test]
fn a_malformed_pack_says_what_why_and_what_to_do() {
    type Spoil = fn(&mut SitePack);
    let cases: [(Spoil, &str); 9] = [
        (
            |p| p.id = "Mijn Forum".into(),
            "site pack `Mijn Forum`: its `id` is no name; use 1 to 32 lower-case letters, digits or hyphens",
        ),
        (
            |p| p.hosts.clear(),
            "site pack `forum` applies nowhere: give `hosts`, or `detect` for software under any host",
        ),
        (
            |p| p.hosts.push("https://forum.test/".into()),
            "site pack `forum`: `https://forum.test/` is no host; write it as `x.com` or `*.x.com`, in lower case, without scheme or path",
        ),
        (
            |p| p.post.id.clear(),
            "site pack `forum`: `post.id` is empty, so no post could be read; give at least one",
        ),
        (
            |p| p.post.select.push(".post[id".into()),
            "site pack `forum`: `post.select[1]` is no selector (its brackets do not match); every page would fail on it, correct it",
        ),
        (
            |p| p.composers[0].select = "textarea[name=\"x]".into(),
            "site pack `forum`: `composers[0].select` is no selector (a quotation mark is left open); every page would fail on it, correct it",
        ),
        (
            |p| p.post.verified.push("b { color: red }".into()),
            "site pack `forum`: `post.verified[0]` is no selector (it holds a character no selector has); every page would fail on it, correct it",
        ),
        (
            |p| p.post.id[0].pattern = Some("^p[0-9]+$".into()),
            "site pack `forum`: the pattern in `post.id[0].pattern` must hold exactly one group; write one group round the value, `(?:…)` for the rest",
        ),
        (
            |p| {
                p.composers[0].answers = vec![Answers::Draft {
                    pattern: "post_id=([0-9]+".into(),
                    prefix: None,
                }];
            },
            "site pack `forum`: the pattern in `composers[0].answers` leaves a bracket open; write one group round the value, `(?:…)` for the rest",
        ),
    ];
    for (spoil, message) in cases {
        let mut pack = pack();
        spoil(&mut pack);
        assert_eq!(pack.validate().unwrap_err().to_string(), message);
    }
}

#[test]
fn every_pack_of_the_house_is_sound() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../extension/sites");
    let mut ids = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let pack: SitePack =
            toml::from_str(&text).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        assert_eq!(pack.validate(), Ok(()), "{}", path.display());
        assert_eq!(path.file_stem().unwrap().to_str(), Some(pack.id.as_str()));
        ids.push(pack.id);
    }
    assert!(
        ["x", "phpbb"]
            .iter()
            .all(|id| ids.iter().any(|known| known == id)),
        "{ids:?}"
    );
}

#[test]
fn an_unknown_key_is_refused() {
    let mut json = serde_json::to_value(pack()).unwrap();
    json["post"]["colour"] = "red".into();
    let error = serde_json::from_value::<SitePack>(json)
        .unwrap_err()
        .to_string();
    assert!(
        error.starts_with("unknown field `colour`, expected one of `select`"),
        "{error}"
    );
}

proptest! {
    #[test]
    fn no_text_makes_the_check_panic(text in any::<String>()) {
        let mut pack = pack();
        pack.post.select = vec![text.clone()];
        pack.post.id[0].pattern = Some(text.clone());
        pack.hosts = vec![text];
        let _ = pack.validate();
        let _ = pack.is_for("forum.test");
    }
}
