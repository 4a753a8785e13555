//! Statements about wrong codes in a row.

use super::{StoreError, Transaction, write};

impl Transaction {
    /// Counts a code as failed for an address, until one is right; none when `most` have failed already.
    pub async fn count_failed_code(&mut self, email: &str, most: i64, now: i64) -> Result<Option<i64>, StoreError> {
        let row: Option<(i64,)> = write!(
            self,
            fetch_optional,
            "INSERT INTO failed_codes (email, failures, last_at, tenant) VALUES ($1, 1, $3, $4)
             ON CONFLICT (email, tenant) DO UPDATE SET failures = failed_codes.failures + 1, last_at = excluded.last_at
             WHERE failed_codes.failures < $2
             RETURNING failures",
            email,
            most,
            now,
            &*self.reader.tenant,
        )?;
        Ok(row.map(|(failures,)| failures))
    }

    /// Forgets the wrong codes of an address, if they are fewer than `most`. Answers 1 or 0.
    pub async fn forget_failed_codes(&mut self, email: &str, most: i64) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "DELETE FROM failed_codes WHERE email = $1 AND tenant = $3 AND failures < $2",
            email,
            most,
            &*self.reader.tenant
        )
    }
}
