//! Every fault of a brand's files, with its exact words: what, why, what to do.

use toonvast_brand::{Brand, BrandFiles};

const POLICY: &str = "name = \"Fluit\"\n";

fn fault(id: &str, files: &BrandFiles) -> String {
    match Brand::parse(id, files) {
        Ok(_) => "no fault".to_owned(),
        Err(error) => error.to_string(),
    }
}

#[track_caller]
fn is(files: &[(&str, &str)], expected: &str) {
    let mut found = BrandFiles::default();
    if files.iter().all(|(path, _)| *path != "policy.toml") {
        found
            .files
            .insert("policy.toml".to_owned(), POLICY.to_owned());
    }
    for (path, text) in files {
        found.files.insert((*path).to_owned(), (*text).to_owned());
    }
    assert_eq!(fault("fluit", &found), expected);
}

#[test]
fn of_the_folder() {
    assert_eq!(
        fault("fluit", &BrandFiles::default()),
        "policy.toml: the file is missing, and a brand is a folder with a policy; create one with `toonvast brand new`"
    );
    assert_eq!(
        fault("De Fluit", &BrandFiles::from([("policy.toml", POLICY)])),
        "De Fluit: `De Fluit` is no brand id: use 1 to 64 lower-case letters, digits or hyphens, starting with a letter or digit; rename the folder"
    );
    let large = "#".repeat((1 << 20) + 1);
    is(
        &[("tone/guide.toml", &large)],
        "tone/guide.toml: 1048577 bytes, and a file may have 1048576; split it or take out what does not belong",
    );
    let most = "#".repeat(1 << 20);
    let paths: Vec<String> = (0..11).map(|n| format!("replies/{n}.toml")).collect();
    let many: Vec<(&str, &str)> = paths
        .iter()
        .map(|path| (path.as_str(), most.as_str()))
        .collect();
    is(
        &many,
        ".: the brand's files are more than 10485760 bytes together; take out what does not belong",
    );
}

#[test]
fn of_the_policy() {
    let table = [
        (
            "nmae = \"x\"",
            "policy.toml:1:1: unknown field `nmae`, expected one of `name`, `sector`, `handles`, `other_spellings`, `homonyms`, `products`, `competitors`, `other_brands`, `hosts`, `topics`, `time_zone`, `hours`, `holidays`, `special_hours`, `agents`, `facts`, `weights`, `service_levels`, `answers`, `influence`, `campaigns`, `crisis`, `trend`; correct this line",
        ),
        (
            "name = \"x\"\nagents = \"Noor\"",
            "policy.toml:2:10: invalid type: string \"Noor\", expected a sequence; correct this line",
        ),
        (
            "name = \"x",
            "policy.toml:1:10: invalid basic string, expected `\"`; correct this line",
        ),
        (
            "name = \" \"",
            "policy.toml: the brand's name is empty; fill it in or take it out",
        ),
        (
            "name = \"x\"\nhandles = [{ site = \"x\", name = \"@x\" }]",
            "policy.toml: the handle `@x` starts with `@`; write it without",
        ),
        (
            "name = \"x\"\nhosts = [\"https://x.nl\"]",
            "policy.toml: `https://x.nl` in hosts is no host; write its name alone, as fietsfluit.nl",
        ),
        (
            "name = \"x\"\nproducts = [\"\"]",
            "policy.toml: a name of products is empty; fill it in or take it out",
        ),
        (
            "name = \"x\"\ntopics = [{ name = \"app\" }, { name = \"app\" }]",
            "policy.toml: the topic `app` stands here twice; rename or remove one",
        ),
        (
            "name = \"x\"\ntopics = [{ name = \"app\", words = [\"\"] }]",
            "policy.toml: a word of topic `app` is empty; fill it in or take it out",
        ),
        (
            "name = \"x\"\nweights = { a-signal-of-tomorrow = 3 }",
            "no fault",
        ),
    ];
    for (policy, expected) in table {
        is(&[("policy.toml", policy)], expected);
    }
}

#[test]
fn of_the_tone() {
    is(
        &[("tone/guide.toml", "form_of_address = \"ge\"")],
        "tone/guide.toml:1:19: unknown variant `ge`, expected `je` or `u`; correct this line",
    );
    is(
        &[(
            "tone/guide.toml",
            "forbidden = [{ words = [\"overname\"], why = \"\" }]",
        )],
        "tone/guide.toml: `why` of a forbidden topic is empty; fill it in or take it out",
    );
    is(
        &[(
            "tone/guide.toml",
            "forbidden = [{ words = [], why = \"x\" }]",
        )],
        "tone/guide.toml: `words` of a forbidden topic is empty; fill it in or take it out",
    );
    is(
        &[(
            "tone/guide.toml",
            "say = [{ not = \"ticket\", but = \"\" }]",
        )],
        "tone/guide.toml: `but` of a wording in say is empty; fill it in or take it out",
    );
    let rule = |head: &str| {
        format!(
            "{head}group = \"wording\"\nseverity = \"warn\"\nsummary = \"a\"\nwhy = \"b\"\ninstead = \"c\"\nsource = \"guide\"\n[check]\nkind = \"words\"\nwords = [\"ticket\"]\n"
        )
    };
    is(&[("tone/no-ticket.toml", &rule(""))], "no fault");
    is(
        &[(
            "tone/no-ticket.toml",
            &rule("").replace("\"wording\"", "\"words\""),
        )],
        "tone/no-ticket.toml:1:9: unknown variant `words`, expected one of `blame`, `blunder`, `consistency`, `empathy`, `form`, `help`, `house`, `humour`, `language`, `personal`, `policy`, `privacy`, `promise`, `risk`, `signature`, `wording`; correct this line",
    );
    is(
        &[("tone/No_Ticket.toml", &rule(""))],
        "tone/No_Ticket.toml: `No_Ticket` is no id; use 1 to 64 lower-case letters, digits or hyphens",
    );
    is(
        &[("tone/no-ticket.toml", &rule("id = \"ticket\"\n"))],
        "tone/no-ticket.toml: the rule calls itself `ticket`, and a rule is called as its file; take the id out or rename the file",
    );
    is(
        &[("tone/no-ticket.toml", &rule("").replace("\"b\"", "\"\""))],
        "tone/no-ticket.toml: why is empty; fill it in or take it out",
    );
    let paths: Vec<String> = (0..501).map(|n| format!("tone/rule-{n}.toml")).collect();
    let text = rule("");
    let many: Vec<(&str, &str)> = paths
        .iter()
        .map(|path| (path.as_str(), text.as_str()))
        .collect();
    is(
        &many,
        "tone: 501 house rules, and a brand may have 500; merge word lists into fewer rules",
    );
}

fn reply(answer: &str, fields: &str) -> String {
    format!(
        "\n[[reply]]\nid = \"a\"\nlang = \"nl\"\nquestions = [\"Hoe?\"]\nanswer = \"{answer}\"\nfields = [{fields}]\n"
    )
}

#[test]
fn of_the_replies() {
    let naam = "{ name = \"naam\", kind = \"text\" }";
    let table = [
        (reply("Zo.", ""), "no fault"),
        (reply("Zo, {naam}.", naam), "no fault"),
        (
            reply("", ""),
            "replies/a.toml:2:1: the answer of reply `a` is empty; fill it in or take it out",
        ),
        (
            reply("Zo, {naam}.", ""),
            "replies/a.toml:2:1: reply `a` uses the field {naam} without declaring it; add { name = \"naam\", kind = \"text\" } to its fields, or take it out of the answer",
        ),
        (
            reply("Zo.", naam),
            "replies/a.toml:2:1: reply `a` declares the field `naam` without using it; put {naam} in the answer, or take it out of the fields",
        ),
        (
            reply("{naam}", &format!("{naam}, {naam}")),
            "replies/a.toml:2:1: the field `naam` stands here twice; rename or remove one",
        ),
        (
            reply("Zo, {Naam}.", ""),
            "replies/a.toml:2:1: reply `a` has a brace that is no field; a field is written {name} with lower-case letters, digits and hyphens",
        ),
        (
            reply("Zo.", "").repeat(2),
            "replies: the reply `a` stands here twice; rename or remove one",
        ),
        (
            reply("Zo.", "").replace("\"nl\"", "7"),
            "replies/a.toml:4:8: wanted string or table; correct this line",
        ),
        (
            "[[replies]]".to_owned(),
            "replies/a.toml:1:3: unknown field `replies`, expected `reply`; correct this line",
        ),
    ];
    for (text, expected) in table {
        is(&[("replies/a.toml", &text)], expected);
    }
}

#[test]
fn of_the_examples() {
    let table = [
        ("post: Hoi\n=>\nkind: question", "no fault"),
        (
            "post: Hoi\n---\nDag! ^Noor\n^^^^ humour-in-negative\n: no-empathy",
            "no fault",
        ),
        (
            "post: Hoi",
            "examples/a.txt:1:1: nothing is expected here; put `=>` and lines such as `kind: question` under the post, or `---` and a draft",
        ),
        (
            "post: Hoi\n=>\n",
            "examples/a.txt:2:1: nothing is expected here; put `=>` and lines such as `kind: question` under the post, or `---` and a draft",
        ),
        (
            "site: x\n=>\nkind: question",
            "examples/a.txt:1:1: there is no post; start with a line `post: …`",
        ),
        (
            "post: Hoi\n---\n",
            "examples/a.txt:3:1: there is no draft under `---`; write one",
        ),
        (
            "Hoi\n=>\nkind: question",
            "examples/a.txt:1:1: this line is not `key: value`; a line that goes on starts with two spaces",
        ),
        (
            "post: Hoi\nsitee: x\n=>\nkind: question",
            "examples/a.txt:2:1: `sitee` is none of `post`, `site`, `addressed`, `followers`, `shares`, `situation`, `agent`, `public`; correct or remove it",
        ),
        (
            "post: Hoi\npost: Hoi\n=>\nkind: question",
            "examples/a.txt:2:1: `post` stands here twice; remove one",
        ),
        (
            "post: Hoi\n=>\nkind: rant",
            "examples/a.txt:3:1: `kind: rant` says nothing here; write one of `question`, `complaint`, `problem`, `compliment`, `idea`, `remark`, `spam`",
        ),
        (
            "post: Hoi\nsite: twitter\n=>\nkind: question",
            "examples/a.txt:2:1: `site: twitter` says nothing here; write a name this field knows",
        ),
        (
            "post: Hoi\nfollowers: veel\n=>\nkind: question",
            "examples/a.txt:2:1: `followers: veel` says nothing here; write a whole number",
        ),
        (
            "post: Hoi\n=>\nrisk: ja",
            "examples/a.txt:3:1: `risk: ja` says nothing here; write `yes` or `no`",
        ),
        (
            "post: Hoi\n---\nDag\n  ^^ shouting",
            "examples/a.txt:4:1: the carets reach outside the line above; put them under the passage",
        ),
    ];
    for (text, expected) in table {
        is(&[("examples/a.txt", text)], expected);
    }
}
