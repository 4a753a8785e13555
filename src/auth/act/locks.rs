//! The locks of a unit of work, in the order in which it takes them: the account's epoch where a host has accounts of its
//! own, the user's row, challenges by their ids, limits by their keys. SQLite has one writer at a time and needs none of them.
//!
//! What has waited for a lock is judged by the time of its turn: each reads the time anew.

use super::Act;
use crate::{
    ids::{ChallengeId, ChangeId, UserId},
    store::{ChallengeRow, Hashed, ProvedUser, StoreError, UserRow},
    types::{AccountId, EmailAddress, Timestamp},
};

impl Act<'_> {
    /// Returns the user with this id, whose row is locked from then on.
    pub(in crate::auth) async fn lock_user(&mut self, id: UserId) -> Result<Option<UserRow>, StoreError> {
        let user = self.transaction.lock_user(id).await?;
        self.read_time();
        Ok(user)
    }

    /// Locks the row of the user who has asked for this change of address.
    pub(in crate::auth) async fn lock_user_of_change(&mut self, change: ChangeId) -> Result<(), StoreError> {
        self.transaction.lock_user_of_change(change).await?;
        self.read_time();
        Ok(())
    }

    /// Returns the user of this address, whose row is locked from then on; as [`user_of`](crate::store::Transaction::user_of)
    /// does.
    pub(in crate::auth) async fn user_of(
        &mut self,
        email: &EmailAddress,
        new_id: UserId,
    ) -> Result<Option<ProvedUser>, StoreError> {
        let language = self.page_language();
        let user = self.transaction.user_of(email, new_id, language.as_deref(), self.now).await?;
        self.read_time();
        Ok(user)
    }

    /// Returns the tag of the language of the page on which somebody acts.
    fn page_language(&self) -> Option<String> {
        self.client().language.as_ref().map(|language| language.tag().to_owned())
    }

    /// Returns the challenge with this id, whose row is locked from then on. After the user's row, where both are.
    pub(in crate::auth) async fn lock_challenge(
        &mut self,
        id: ChallengeId,
    ) -> Result<Option<ChallengeRow>, StoreError> {
        let challenge = self.transaction.lock_challenge(id).await?;
        self.read_time();
        Ok(challenge)
    }

    /// Keeps others from beginning a challenge of the browser with this secret until the end.
    pub(in crate::auth) async fn lock_browser(&mut self, browser_hash: Hashed) -> Result<(), StoreError> {
        self.transaction.lock_browser(browser_hash).await?;
        self.read_time();
        Ok(())
    }

    /// Returns the user of this account, whose row is locked from then on.
    pub(in crate::auth) async fn lock_account(&mut self, account: &AccountId) -> Result<Option<UserRow>, StoreError> {
        let user = self.transaction.lock_account(account).await?;
        self.read_time();
        Ok(user)
    }

    /// Returns the user of this account, as [`user_of_account`](crate::store::Transaction::user_of_account) does.
    pub(in crate::auth) async fn user_of_account(
        &mut self,
        account: &AccountId,
        email: &EmailAddress,
        new_id: UserId,
    ) -> Result<ProvedUser, StoreError> {
        let language = self.page_language();
        let user = self.transaction.user_of_account(account, email, new_id, language.as_deref(), self.now).await?;
        self.read_time();
        Ok(user)
    }

    /// Returns whether something that ends then has ended while this waited.
    pub(in crate::auth) fn is_late(&self, ends_at: Timestamp) -> bool {
        ends_at <= self.auth.inner.clock.now()
    }

    fn read_time(&mut self) {
        self.now = self.auth.inner.clock.now();
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::{
        auth::{Auth, Client, Clock, Parts, Random},
        mail::{Mailbox, Mailer},
        store::Store,
    };
    use std::sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    };

    const START: i64 = 1_795_356_300_000;
    const WAITED: i64 = 60_000;

    /// The rules with a database of their own, and what their clock shows.
    pub(in crate::auth::act) async fn auth() -> (Auth, Arc<AtomicI64>) {
        let shown = Arc::new(AtomicI64::new(START));
        let clock = shown.clone();
        let auth = Auth::new(Parts {
            store: Store::open("sqlite::memory:").await.unwrap(),
            mailer: Mailer::Mailbox(Mailbox::default()),
            rules: Default::default(),
            limits: None,
            live_pages: Default::default(),
            clock: Clock::from_fn(move || Timestamp(clock.load(Ordering::SeqCst))),
            random: Random::system(),
            paths: Default::default(),
            public_url: "http://localhost".parse().unwrap(),
            app_name: "Test".to_owned(),
            support: None,
            languages: Default::default(),
            on_event: None,
            accounts: None,
            emails: None,
        });
        (auth.unwrap(), shown)
    }

    /// Returns how much later it is for a unit of work that has taken this lock, when as much time has passed meanwhile.
    async fn read_anew(lock: impl AsyncFn(&mut Act<'_>)) -> i64 {
        let (auth, shown) = auth().await;
        let client = Client::new("192.0.2.1", "");
        let transaction = auth.inner.store.begin().await.unwrap();
        let now = auth.inner.clock.now();
        let mut act = Act { auth: &auth, client: &client, transaction, now, then: Default::default() };
        shown.fetch_add(WAITED, Ordering::SeqCst);
        lock(&mut act).await;
        act.now.0 - START
    }

    #[tokio::test]
    async fn what_has_waited_for_a_lock_is_judged_by_the_time_of_its_turn() {
        let uuid = uuid::Uuid::from_u128(7);
        let email = EmailAddress::checked("ada@example.com".to_owned());
        assert_eq!(read_anew(async |act| _ = act.lock_user(uuid.into()).await.unwrap()).await, WAITED);
        assert_eq!(read_anew(async |act| act.lock_user_of_change(uuid.into()).await.unwrap()).await, WAITED);
        assert_eq!(read_anew(async |act| _ = act.user_of(&email, uuid.into()).await.unwrap()).await, WAITED);
        assert_eq!(read_anew(async |act| _ = act.lock_challenge(uuid.into()).await.unwrap()).await, WAITED);
        assert_eq!(read_anew(async |act| act.lock_browser(Hashed::new([7; 32])).await.unwrap()).await, WAITED);
    }
}
