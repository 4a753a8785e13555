//! Statements about the browsers that have emails of their own.

use super::{Hashed, Reader, StoreError, Transaction, read, write};
use crate::types::{EmailAddress, Timestamp};

impl Transaction {
    /// Notes that the browser with this token has logged this address in.
    pub async fn remember_device(
        &mut self,
        token_hash: Hashed,
        email: &EmailAddress,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "INSERT INTO magic_auth_devices (token_hash, email, first_seen_at, last_seen_at, tenant) VALUES ($1, $2,
               $3, $3, $4)
             ON CONFLICT (token_hash, email, tenant) DO UPDATE SET last_seen_at = excluded.last_seen_at",
            token_hash,
            email,
            now; tenant
        )?;
        Ok(())
    }

    /// Forgets the browsers of this address, but for one.
    pub async fn forget_devices(&mut self, email: &EmailAddress, but: Option<Hashed>) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "DELETE FROM magic_auth_devices WHERE email = $1 AND tenant = $3
          AND ($2 IS NULL OR token_hash <> $2)",
            email,
            but; tenant
        )
    }
}

impl Reader {
    /// Returns when the browser with this token has first logged this address in, or `None` when it never has.
    pub async fn device_first_seen(
        &mut self,
        token_hash: Hashed,
        email: &EmailAddress,
    ) -> Result<Option<Timestamp>, StoreError> {
        let row: Option<(Timestamp,)> = read!(
            self,
            fetch_optional,
            "SELECT first_seen_at FROM magic_auth_devices WHERE token_hash = $1 AND email = $2 AND tenant = $3",
            token_hash,
            email; tenant
        )?;
        Ok(row.map(|(first_seen_at,)| first_seen_at))
    }
}
