//! A fresh database, two colleagues, and a clock that advances with every click.

use std::path::PathBuf;
use toonvast_casework::Made;
use toonvast_model::command::{Action, Command, Outcome, PostSnapshot};
use toonvast_model::draft::ReplyKind;
use toonvast_model::id::{
    AccountId, BrandId, CaseId, CommandId, ContentId, EventId, PersonId, PostId,
};
use toonvast_model::post::Site;
use toonvast_model::timestamp::Timestamp;
use toonvast_model::triage::{Correction, Kind, Priority, Situation};
use toonvast_store::Store;
use toonvast_store::accounts::{NewAccount, Role};
use toonvast_store::commands::{Arrival, Salts, Sender};
use uuid::Uuid;

pub const NOW: Timestamp = Timestamp(1_764_000_000_000);
pub const NOOR: AccountId = AccountId(Uuid::from_u128(1));
pub const FENNA: AccountId = AccountId(Uuid::from_u128(2));

pub struct World {
    pub store: Store,
    pub brand: BrandId,
    made: u128,
    folder: tempfile::TempDir,
}

impl World {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(&folder.path().join("toonvast.db"))
            .await
            .expect("opens");
        let brand = brand("fietsfluit");
        for (id, name) in [(NOOR, "Noor"), (FENNA, "Fenna")] {
            let account = NewAccount {
                id,
                name: name.into(),
                password_hash: "$argon2id$".into(),
                created_at: NOW,
            };
            store
                .add_account(&account, std::slice::from_ref(&brand), Role::Agent)
                .await
                .expect("adds");
        }
        Self {
            store,
            brand,
            made: 100,
            folder,
        }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("toonvast.db")
    }

    pub async fn reopen(&mut self) {
        self.store = Store::open(&self.path()).await.expect("opens again");
    }

    pub fn arrival(&mut self, case: u128, action: Action) -> Arrival {
        let mut next = || {
            self.made += 1;
            Uuid::from_u128(self.made)
        };
        Arrival {
            command: Command {
                id: CommandId(next()),
                brand: self.brand.clone(),
                case: CaseId(Uuid::from_u128(case)),
                at: NOW,
                action,
            },
            made: Made {
                content: ContentId(next()),
                person: PersonId(next()),
                events: [EventId(next()), EventId(next())],
            },
            salts: Salts {
                content: [1; 16],
                person: [2; 16],
                fingerprint: [3; 16],
            },
        }
    }

    pub async fn sends(&self, account: AccountId, batch: &[Arrival]) -> Vec<Outcome> {
        let sender = Sender {
            account,
            received_at: NOW,
        };
        self.store
            .carry_out(&self.brand, sender, batch)
            .await
            .expect("the database works")
    }

    pub async fn does(&mut self, account: AccountId, case: u128, action: Action) -> Outcome {
        let arrival = self.arrival(case, action);
        self.sends(account, &[arrival]).await.remove(0)
    }
}

pub fn brand(id: &str) -> BrandId {
    id.parse().expect("a brand id")
}

pub fn claim(post_id: &str, author: &str) -> Action {
    Action::Claim {
        post: snapshot(post_id, author, "Mijn accu laadt niet op, Annelies"),
        kind: Kind::Problem,
        situation: Situation::Complaint,
        priority: Priority::Normal,
        score: 40,
        seen_at: NOW,
    }
}

pub fn correct(post_id: &str, author: &str, corrections: &[Correction]) -> Action {
    Action::Correct {
        post: snapshot(post_id, author, "Mijn accu laadt niet op, Annelies"),
        corrections: corrections.to_vec(),
    }
}

pub fn reply(post_id: &str) -> Action {
    Action::LogReply {
        reply: snapshot(
            post_id,
            "FietsfluitNL",
            "Dag Annelies, we sturen een monteur ^Noor",
        ),
        kind: ReplyKind::Substantive,
        promise: None,
        faults: None,
    }
}

pub fn snapshot(post_id: &str, author: &str, text: &str) -> PostSnapshot {
    PostSnapshot {
        site: Site::X,
        post_id: PostId(post_id.into()),
        author: author.into(),
        text: text.into(),
        permalink: Some(format!("https://x.com/{author}/status/{post_id}")),
        posted_at: None,
    }
}

pub fn done(outcome: &Outcome) -> (u128, u64) {
    match outcome {
        Outcome::Done { case, seq, .. } => (case.0.as_u128(), *seq),
        Outcome::Refused { refusal, .. } => panic!("refused: {refusal}"),
    }
}

pub fn refused(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Done { case, .. } => panic!("done on {case}"),
        Outcome::Refused { refusal, .. } => refusal.to_string(),
    }
}
