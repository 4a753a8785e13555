//! The locks of a unit of work, in the order in which it takes them: the user's row, challenges by their ids, limits by
//! their keys. SQLite has one writer at a time and needs none of them.

use super::Act;
use crate::store::{ProvedUser, StoreError, UserRow};
use uuid::Uuid;

impl Act<'_> {
    /// Returns the user with this id, whose row is locked from then on.
    pub(in crate::auth) async fn lock_user(&mut self, id: Uuid) -> Result<Option<UserRow>, StoreError> {
        let user = self.transaction.lock_user(id).await?;
        self.has_waited();
        Ok(user)
    }

    /// Returns the user of this address, as [`user_of`](crate::store::Transaction::user_of) does.
    pub(in crate::auth) async fn user_of(
        &mut self,
        email: &str,
        new_id: Uuid,
        now: i64,
    ) -> Result<Option<ProvedUser>, StoreError> {
        let user = self.transaction.user_of(email, new_id, now).await?;
        self.has_waited();
        Ok(user)
    }

    /// Locks the row of the user who has asked for this change of address.
    pub(in crate::auth) async fn lock_user_of_change(&mut self, change: Uuid) -> Result<(), StoreError> {
        self.transaction.lock_user_of_change(change).await?;
        self.has_waited();
        Ok(())
    }

    /// Reads the time anew: what has waited for a lock may have ended meanwhile.
    fn has_waited(&mut self) {
        self.now = self.auth.inner.clock.now();
    }
}
