//! Statements about sessions whose token may have been lost with the answer that carried it.

use super::{Reader, StoreError, Transaction, read, write};
use uuid::Uuid;

impl Reader {
    /// Returns whether the session that this challenge began is good, is younger than `since`, and can get another token.
    pub async fn is_renewable(&mut self, challenge: Uuid, since: i64, now: i64) -> Result<bool, StoreError> {
        let row: Option<(Uuid,)> = read!(
            self,
            fetch_optional,
            "SELECT id FROM sessions
             WHERE renewable_by = $1 AND tenant = $4 AND created_at > $2 AND ended_at IS NULL AND ends_at > $3 AND idle_ends_at > $3",
            challenge,
            since,
            now,
            &*self.tenant,
        )?;
        Ok(row.is_some())
    }
}

impl Transaction {
    /// Counts a try of a challenge that was used, and returns how many there are; `None` when it has no try left, is over
    /// by its time, or its session can get no other token.
    pub async fn count_repetition(
        &mut self,
        challenge: Uuid,
        most: i64,
        since: i64,
        now: i64,
    ) -> Result<Option<i64>, StoreError> {
        let row: Option<(i64,)> = write!(
            self,
            fetch_optional,
            "UPDATE challenges SET tries = tries + 1
             WHERE id = $1 AND challenges.tenant = $5 AND tries < $2 AND used_at IS NOT NULL AND ends_at > $4
               AND EXISTS (SELECT 1 FROM sessions
                           WHERE renewable_by = $1 AND sessions.tenant = $5 AND created_at > $3
                             AND ended_at IS NULL AND ends_at > $4 AND idle_ends_at > $4)
             RETURNING tries",
            challenge,
            most,
            since,
            now,
            &*self.reader.tenant,
        )?;
        Ok(row.map(|(tries,)| tries))
    }

    /// Gives the session that this challenge began another token, in place of the one that it has, which must not be
    /// `presented`. Answers how many sessions that were (0 or 1).
    pub async fn renew_session(
        &mut self,
        challenge: Uuid,
        token_hash: &[u8],
        presented: &[u8],
        since: i64,
        now: i64,
    ) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE sessions SET token_hash = $2
             WHERE renewable_by = $1 AND tenant = $6 AND token_hash <> $3 AND created_at > $4
               AND ended_at IS NULL AND ends_at > $5 AND idle_ends_at > $5",
            challenge,
            token_hash,
            presented,
            since,
            now,
            &*self.reader.tenant,
        )
    }

    /// Notes that the token of a session has come back: the session gets no other one any more. Changes nothing where it
    /// has got another one before.
    pub async fn present_session(&mut self, id: Uuid, token_hash: &[u8]) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "UPDATE sessions SET renewable_by = NULL WHERE id = $1 AND tenant = $3 AND token_hash = $2",
            id,
            token_hash,
            &*self.reader.tenant,
        )?;
        Ok(())
    }
}
