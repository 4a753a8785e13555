//! An account's epoch, where a host has accounts of its own. What the host has said of an account counts as long as its
//! epoch is the same.

use super::{Auth, Error, act::Act};
use crate::types::AccountId;

impl Auth {
    /// Begins a new epoch of an account: whatever a host is saying of it just now counts no more. Without a host there is
    /// nothing to do.
    pub(super) async fn move_epoch(&self, act: &mut Act<'_>, account: &AccountId) -> Result<(), Error> {
        if self.inner.accounts.is_some() {
            let (epoch, now) = (self.inner.random.id(act.now), act.now);
            act.move_epoch(account, epoch, now).await?;
        }
        Ok(())
    }
}
