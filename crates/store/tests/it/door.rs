//! Accounts, tokens, pairing codes and the one-time link.

use crate::world::{FENNA, NOOR, NOW, World, brand};
use toonvast_model::id::AccountId;
use toonvast_model::timestamp::Timestamp;
use toonvast_store::Store;
use toonvast_store::accounts::{Made, NewAccount, Role};
use toonvast_store::tokens::{NewToken, TokenKind};
use uuid::Uuid;

fn account(id: u128, name: &str) -> NewAccount {
    NewAccount {
        id: AccountId(Uuid::from_u128(id)),
        name: name.into(),
        password_hash: "$argon2id$".into(),
        created_at: NOW,
    }
}

fn token(id: u128) -> NewToken {
    NewToken {
        hash: format!("{id:064x}"),
        id: Uuid::from_u128(id),
        kind: TokenKind::Device,
        label: "Chromium".into(),
        created_at: NOW,
        expires_at: None,
    }
}

#[tokio::test]
async fn the_first_account_needs_the_link_and_uses_it_up() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("toonvast.db"))
        .await
        .unwrap();
    let brands = [brand("fietsfluit")];
    let first = async |code: &str, id, name| {
        store
            .add_first_account(code, &account(id, name), &brands)
            .await
            .unwrap()
    };
    assert_eq!(first("abc", 1, "Noor").await, Made::NotInvited);
    store.invite_first("old", NOW).await.unwrap();
    store.invite_first("abc", NOW).await.unwrap();
    assert_eq!(
        first("old", 1, "Noor").await,
        Made::NotInvited,
        "a new link replaces the old"
    );
    assert_eq!(first("abc", 1, "Noor").await, Made::Done);
    assert_eq!(first("abc", 2, "Sem").await, Made::NotInvited);
    store.invite_first("def", NOW).await.unwrap();
    assert_eq!(
        first("def", 2, "Sem").await,
        Made::NotInvited,
        "there is a first account already"
    );
    assert_eq!(store.accounts().await.unwrap(), 1);
    let memberships = store
        .memberships(AccountId(Uuid::from_u128(1)))
        .await
        .unwrap();
    assert_eq!(memberships, [(brand("fietsfluit"), Role::Admin)]);
}

#[tokio::test]
async fn names_are_unique_whatever_their_case() {
    let world = World::new().await;
    let taken = world
        .store
        .add_account(&account(9, "NOOR"), &[], Role::Agent)
        .await
        .unwrap();
    assert_eq!(taken, Made::NameTaken);
    assert_eq!(
        world
            .store
            .account_named("noor")
            .await
            .unwrap()
            .map(|found| found.id),
        Some(NOOR)
    );
    assert_eq!(world.store.account_named("Jibril").await.unwrap(), None);
}

#[tokio::test]
async fn a_brand_nobody_may_open_goes_to_the_first_account() {
    let world = World::new().await;
    let new = brand("trapspeed");
    world.store.adopt(&new).await.unwrap();
    world.store.adopt(&world.brand).await.unwrap();
    assert_eq!(
        world.store.memberships(NOOR).await.unwrap(),
        [(world.brand.clone(), Role::Agent), (new, Role::Admin)]
    );
    assert_eq!(world.store.memberships(FENNA).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_token_is_found_used_listed_and_revoked() {
    let world = World::new().await;
    let new = token(5);
    world.store.add_token(NOOR, &new).await.unwrap();
    let later = Timestamp(NOW.0 + 60_000);
    world.store.token_used(new.id, later).await.unwrap();
    let presented = world.store.token(&new.hash).await.unwrap().expect("known");
    assert_eq!((presented.account, presented.name.as_str()), (NOOR, "Noor"));
    assert_eq!(
        (presented.token.last_used_at, presented.token.revoked_at),
        (later, None)
    );
    assert!(
        !world
            .store
            .revoke_token(FENNA, new.id, later)
            .await
            .unwrap(),
        "not hers"
    );
    assert!(world.store.revoke_token(NOOR, new.id, later).await.unwrap());
    assert_eq!(
        world.store.tokens(NOOR).await.unwrap()[0].revoked_at,
        Some(later)
    );
    assert_eq!(world.store.token("0").await.unwrap(), None);
}

#[tokio::test]
async fn a_pairing_code_works_once_and_for_a_while() {
    let world = World::new().await;
    let until = Timestamp(NOW.0 + 600_000);
    world
        .store
        .add_pairing(NOOR, "code", NOW, until)
        .await
        .unwrap();
    let redeem = async |code: &str, now, id| {
        world
            .store
            .redeem_pairing(code, now, &token(id))
            .await
            .unwrap()
    };
    assert_eq!(redeem("else", NOW, 1).await, None);
    assert_eq!(redeem("code", until, 2).await, None, "too late");
    assert_eq!(redeem("code", NOW, 3).await, Some((NOOR, "Noor".into())));
    assert_eq!(redeem("code", NOW, 4).await, None, "used");
    assert_eq!(world.store.tokens(NOOR).await.unwrap().len(), 1);
}
