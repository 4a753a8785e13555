//! Statements about epochs: what a host says of an account counts only while its epoch stays.

use super::{Reader, StoreError, Transaction, read, write};
use uuid::Uuid;

impl Reader {
    /// Returns the epoch of an account, or `None` where none is known.
    pub async fn epoch(&mut self, account: &str) -> Result<Option<Uuid>, StoreError> {
        let row: Option<(Uuid,)> = read!(
            self,
            fetch_optional,
            "SELECT epoch FROM epochs WHERE account = $1 AND tenant = $2",
            account,
            &*self.tenant
        )?;
        Ok(row.map(|(epoch,)| epoch))
    }
}

impl Transaction {
    /// Begins a new epoch of an account, whose row is locked from then on.
    pub async fn move_epoch(&mut self, account: &str, epoch: Uuid, now: i64) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "INSERT INTO epochs (account, epoch, moved_at, tenant) VALUES ($1, $2, $3, $4)
             ON CONFLICT (account, tenant) DO UPDATE SET epoch = excluded.epoch, moved_at = excluded.moved_at",
            account,
            epoch,
            now,
            &*self.reader.tenant,
        )?;
        Ok(())
    }

    /// Returns the epoch of an account, whose row is locked from then on: this one where there was none.
    pub async fn hold_epoch(&mut self, account: &str, epoch: Uuid, now: i64) -> Result<Uuid, StoreError> {
        let (held,): (Uuid,) = write!(
            self,
            fetch_one,
            "INSERT INTO epochs (account, epoch, moved_at, tenant) VALUES ($1, $2, $3, $4)
             ON CONFLICT (account, tenant) DO UPDATE SET epoch = epochs.epoch
             RETURNING epoch",
            account,
            epoch,
            now,
            &*self.reader.tenant,
        )?;
        Ok(held)
    }
}
