//! Statements about epochs: what a host says of an account counts only while its epoch stays.

use super::{Reader, StoreError, Transaction, read, write};
use crate::{
    ids::EpochId,
    types::{AccountId, Timestamp},
};

impl Reader {
    /// Returns the epoch of an account, or `None` where none is known.
    pub async fn epoch(&mut self, account: &AccountId) -> Result<Option<EpochId>, StoreError> {
        let row: Option<(EpochId,)> = read!(
            self,
            fetch_optional,
            "SELECT epoch FROM magic_auth_epochs WHERE account = $1
              AND tenant = $2",
            account; tenant
        )?;
        Ok(row.map(|(epoch,)| epoch))
    }
}

impl Transaction {
    /// Begins a new epoch of an account, whose row is locked from then on.
    pub async fn move_epoch(&mut self, account: &AccountId, epoch: EpochId, now: Timestamp) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "INSERT INTO magic_auth_epochs (account, epoch, moved_at, tenant) VALUES ($1, $2, $3, $4)
             ON CONFLICT (account, tenant) DO UPDATE SET epoch = excluded.epoch, moved_at = excluded.moved_at",
            account,
            epoch,
            now; tenant
        )?;
        Ok(())
    }

    /// Returns the epoch of an account, whose row is locked from then on: this one where there was none.
    pub async fn hold_epoch(
        &mut self,
        account: &AccountId,
        epoch: EpochId,
        now: Timestamp,
    ) -> Result<EpochId, StoreError> {
        let (held,): (EpochId,) = write!(
            self,
            fetch_one,
            "INSERT INTO magic_auth_epochs (account, epoch, moved_at, tenant) VALUES ($1, $2, $3, $4)
             ON CONFLICT (account, tenant) DO UPDATE SET epoch = magic_auth_epochs.epoch
             RETURNING epoch",
            account,
            epoch,
            now; tenant
        )?;
        Ok(held)
    }
}
