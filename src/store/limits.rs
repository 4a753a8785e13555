//! Statements about limits, and about the browsers that have their own.

use super::{Reader, StoreError, Transaction, read, write};

impl Transaction {
    /// Takes one from the bucket with this key, which holds `capacity` and gets one back every `interval`. Answers none
    /// when there was one, otherwise when there will be (milliseconds, like all of these).
    pub async fn take(&mut self, key: &str, capacity: i64, interval: i64, now: i64) -> Result<Option<i64>, StoreError> {
        let taken: Option<(i64,)> = write!(
            self,
            fetch_optional,
            "INSERT INTO limits (key, full_at) VALUES ($1, $2 + $3)
             ON CONFLICT (key) DO UPDATE
                SET full_at = CASE WHEN limits.full_at > $2 THEN limits.full_at ELSE $2 END + $3
                WHERE limits.full_at + $3 <= $2 + $4
             RETURNING full_at",
            key,
            now,
            interval,
            capacity * interval,
        )?;
        if taken.is_some() {
            return Ok(None);
        }
        let row: Option<(i64,)> = write!(self, fetch_optional, "SELECT full_at FROM limits WHERE key = $1", key)?;
        Ok(Some(row.map_or(now, |(full_at,)| full_at + interval - capacity * interval)))
    }

    /// Forgets buckets that are full again.
    pub async fn prune_limits(&mut self, now: i64) -> Result<u64, StoreError> {
        write!(self, execute, "DELETE FROM limits WHERE full_at <= $1", now)
    }

    /// Notes that the browser with this token has logged this address in.
    pub async fn remember_device(&mut self, token_hash: &[u8], email: &str, now: i64) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "INSERT INTO devices (token_hash, email, last_seen_at) VALUES ($1, $2, $3)
             ON CONFLICT (token_hash, email) DO UPDATE SET last_seen_at = excluded.last_seen_at",
            token_hash,
            email,
            now,
        )?;
        Ok(())
    }

    /// Forgets the browsers of this address, but for one.
    pub async fn forget_devices(&mut self, email: &str, but: Option<&[u8]>) -> Result<u64, StoreError> {
        write!(self, execute, "DELETE FROM devices WHERE email = $1 AND ($2 IS NULL OR token_hash <> $2)", email, but,)
    }

    /// Forgets browsers that have not logged in since this moment.
    pub async fn prune_devices(&mut self, before: i64) -> Result<u64, StoreError> {
        write!(self, execute, "DELETE FROM devices WHERE last_seen_at < $1", before)
    }
}

impl Reader {
    /// When there will be one in the bucket with this key (see [`Transaction::take`]); none when there is one now.
    pub async fn free_at(
        &mut self,
        key: &str,
        capacity: i64,
        interval: i64,
        now: i64,
    ) -> Result<Option<i64>, StoreError> {
        let row: Option<(i64,)> = read!(self, fetch_optional, "SELECT full_at FROM limits WHERE key = $1", key)?;
        Ok(row.map(|(full_at,)| full_at + interval - capacity * interval).filter(|free_at| *free_at > now))
    }

    /// Whether the browser with this token has logged this address in.
    pub async fn is_device_of(&mut self, token_hash: &[u8], email: &str) -> Result<bool, StoreError> {
        let row: Option<(i64,)> = read!(
            self,
            fetch_optional,
            "SELECT last_seen_at FROM devices WHERE token_hash = $1 AND email = $2",
            token_hash,
            email,
        )?;
        Ok(row.is_some())
    }
}
