//! Calls a second of the three things the engine does, on invented lines for the demo brand.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::path::Path;
use toonvast_brand::folder;
use toonvast_brand::rule::{Check, Rule, Words};
use toonvast_engine::{Around, Brand, Engine, MOST_REPLIES};
use toonvast_model::draft::{Answered, Draft, RecentReply};
use toonvast_model::id::PostId;
use toonvast_model::locale::Locale;
use toonvast_model::post::{Author, Context, Post, Reach, Site};

const POSTS: [&str; 8] = [
    "@FietsfluitNL mijn fluitslot gaat niet open en ik moet zo naar mijn werk, kan iemand me helpen?",
    "Wacht al drie weken op een nieuwe accu. Niemand reageert. Ik stap over naar Wielbaas!!",
    "Wat een topservice, de monteur stond er binnen een uur. Bedankt Fietsfluit 🚲",
    "Kan ik met mijn bakfiets ook de trein in naar Gent, of mag dat niet?",
    "De remmen weigeren en ik ben bijna onder een vrachtwagen gekomen met twee kinderen in de bak",
    "My e-bike was stolen last night and your app only says try again later. What do I do now?",
    "Loving the new Fietsfluit Stad. Best thing I ever subscribed to",
    "Why was I charged twice this month? I cancelled in May and nobody answers my mails",
];

const DRAFTS: [&str; 4] = [
    "Wat onhandig, zo'n dicht slot! Stuur me een privébericht, dan open ik het vanaf hier. ^Noor",
    "Helaas kunnen wij niks voor u doen. Bel even met onze klantenservice. ^Sem",
    "Haha, geduld is een schone zaak! Stuur je ordernummer 48213377 maar. ^Fenna",
    "I'm sorry you had to wait. Send me a private message and you have an answer before noon. ^Jibril",
];

fn post(text: &str) -> Post {
    Post {
        id: PostId("1".to_owned()),
        text: text.to_owned(),
        site: Site::X,
        brand: None,
        author: Author::default(),
        reach: Reach::default(),
        posted_at: None,
    }
}

fn draft(text: &str, answers: &str) -> Draft {
    Draft {
        draft: text.to_owned(),
        brand: None,
        site: Site::X,
        public: true,
        agent: None,
        post: Some(Answered {
            text: answers.to_owned(),
            ..Answered::default()
        }),
    }
}

fn engine(criterion: &mut Criterion) {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/brands/fietsfluit");
    let brand = folder::brand(&dir).expect("the demo brand");
    let engine = Engine::new(brand.clone());
    let posts = POSTS.map(post);
    let drafts: Vec<Draft> = DRAFTS
        .iter()
        .zip(POSTS)
        .map(|(text, answers)| draft(text, answers))
        .collect();
    let context = Context {
        addressed: true,
        ..Context::default()
    };
    let mut group = criterion.benchmark_group("engine");
    group.bench_function("new", |b| b.iter(|| Engine::new(black_box(brand.clone()))));
    group.throughput(Throughput::Elements(posts.len() as u64));
    group.bench_function("triage", |b| {
        b.iter(|| {
            posts
                .each_ref()
                .map(|post| engine.triage(black_box(post), &context, Locale::Nl))
        });
    });
    group.bench_function("suggest", |b| {
        b.iter(|| {
            posts
                .each_ref()
                .map(|post| engine.suggest(black_box(post), Some("Noor"), Locale::Nl))
        });
    });
    group.throughput(Throughput::Elements(drafts.len() as u64));
    group.bench_function("check", |b| {
        b.iter(|| {
            for draft in &drafts {
                black_box(engine.check(black_box(draft), Locale::Nl));
            }
        });
    });
    let replies: Vec<RecentReply> = replies(&drafts).collect();
    let recent = engine.recent_replies(replies.iter().cloned());
    let around = Around {
        recent: Some(&recent),
        ..Around::default()
    };
    group.bench_function("check-beside-500-replies", |b| {
        b.iter(|| {
            for draft in &drafts {
                black_box(engine.check_around(black_box(draft), &around, Locale::Nl));
            }
        });
    });
    group.throughput(Throughput::Elements(replies.len() as u64));
    group.bench_function("recent-replies", |b| {
        b.iter(|| engine.recent_replies(black_box(replies.iter().cloned())));
    });
    group.finish();
    hostile(criterion, &brand);
}

/// 100 KiB against house rules that mean ill.
fn hostile(criterion: &mut Criterion, brand: &Brand) {
    let mut brand = brand.clone();
    let rule = brand.rules.first().cloned();
    let rule = rule.expect("the demo brand has a house rule");
    let words = ["(a+)+$", "a ... a ... a ... a ... a ... a ... a ... b"];
    brand.rules = vec![Rule {
        check: Check::Words(Words {
            words: words.map(|text| text.parse().expect("a phrase")).to_vec(),
            ..Words::default()
        }),
        ..rule
    }];
    let engine = Engine::new(brand);
    let mut group = criterion.benchmark_group("hostile");
    for (name, text) in [
        ("100 KiB of a", "a".repeat(100 * 1024)),
        ("100 KiB of a, apart", "a ".repeat(50 * 1024)),
    ] {
        let draft = draft(&text, "");
        group.bench_function(name, |b| {
            b.iter(|| engine.check(black_box(&draft), Locale::Nl))
        });
    }
    group.finish();
}

/// As many replies as are compared with, each a draft with words of its own.
fn replies(drafts: &[Draft]) -> impl Iterator<Item = RecentReply> {
    let drafts = drafts.iter().cycle().take(MOST_REPLIES);
    drafts.enumerate().map(|(number, draft)| RecentReply {
        id: number.to_string(),
        text: format!("Antwoord van nummer{number} gaat zo: {}", draft.draft),
        post: draft
            .post
            .as_ref()
            .map(|post| post.text.clone())
            .unwrap_or_default(),
        ..RecentReply::default()
    })
}

criterion_group!(benches, engine);
criterion_main!(benches);
