//! Statements about wrong codes in a row.

use super::{StoreError, Transaction, write};
use crate::types::{EmailAddress, Timestamp};

impl Transaction {
    /// Counts a code as failed for an address, until one is right; none when `most` have failed already.
    pub async fn count_failed_code(
        &mut self,
        email: &EmailAddress,
        most: i64,
        now: Timestamp,
    ) -> Result<Option<i64>, StoreError> {
        let row: Option<(i64,)> = write!(
            self,
            fetch_optional,
            "INSERT INTO magic_auth_failed_codes (email, failures, last_at, tenant) VALUES ($1, 1, $3, $4)
             ON CONFLICT (email, tenant) DO UPDATE SET failures = magic_auth_failed_codes.failures + 1,
               last_at = excluded.last_at
             WHERE magic_auth_failed_codes.failures < $2
             RETURNING failures",
            email,
            most,
            now; tenant
        )?;
        Ok(row.map(|(failures,)| failures))
    }

    /// Forgets the wrong codes of an address, if they are fewer than `most`. Answers 1 or 0.
    pub async fn forget_failed_codes(&mut self, email: &EmailAddress, most: i64) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "DELETE FROM magic_auth_failed_codes WHERE email = $1 AND tenant = $3
          AND failures < $2",
            email,
            most; tenant
        )
    }
}
