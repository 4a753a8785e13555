//! Statements about sessions whose token may have been lost with the answer that carried it.

use super::{Hashed, Reader, StoreError, Transaction, read, session_is_good, write};
use crate::{
    ids::{ChallengeId, SessionId},
    types::Timestamp,
};

impl Reader {
    /// Returns whether the session that this challenge began is good, is younger than `since`, and can get another token.
    pub async fn is_renewable(
        &mut self,
        challenge: ChallengeId,
        since: Timestamp,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let row: Option<(SessionId,)> = read!(
            self,
            fetch_optional,
            concat!(
                "SELECT id FROM magic_auth_sessions
                 WHERE renewable_by = $1 AND tenant = $4 AND created_at > $2 AND ",
                session_is_good!("$3")
            ),
            challenge,
            since,
            now; tenant
        )?;
        Ok(row.is_some())
    }
}

impl Transaction {
    /// Counts a try of a challenge that was used, and returns how many there are; `None` when it has no try left, has expired
    /// or its session can get no other token.
    pub async fn count_repetition(
        &mut self,
        challenge: ChallengeId,
        most: i64,
        since: Timestamp,
        now: Timestamp,
    ) -> Result<Option<i64>, StoreError> {
        let row: Option<(i64,)> = write!(
            self,
            fetch_optional,
            concat!(
                "UPDATE magic_auth_challenges SET tries = tries + 1
                 WHERE id = $1 AND magic_auth_challenges.tenant = $5 AND tries < $2 AND used_at IS NOT NULL
                   AND ends_at > $4
                   AND EXISTS (SELECT 1 FROM magic_auth_sessions
                               WHERE renewable_by = $1 AND magic_auth_sessions.tenant = $5 AND created_at > $3
                                 AND ",
                session_is_good!("$4"),
                ")
                 RETURNING tries"
            ),
            challenge,
            most,
            since,
            now; tenant
        )?;
        Ok(row.map(|(tries,)| tries))
    }

    /// Gives the session that this challenge began another token, in place of the one that it has, which must not be
    /// `presented`. Answers how many sessions that were (0 or 1).
    pub async fn renew_session(
        &mut self,
        challenge: ChallengeId,
        token_hash: Hashed,
        presented: Option<Hashed>,
        since: Timestamp,
        now: Timestamp,
    ) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            concat!(
                "UPDATE magic_auth_sessions SET token_hash = $2
                 WHERE renewable_by = $1 AND tenant = $6 AND ($3 IS NULL OR token_hash <> $3) AND created_at > $4
                   AND ",
                session_is_good!("$5")
            ),
            challenge,
            token_hash,
            presented,
            since,
            now; tenant
        )
    }

    /// Notes that the token of a session has come back: the session gets no other one any more. Changes nothing where it
    /// has got another one before.
    pub async fn present_session(&mut self, id: SessionId, token_hash: Hashed) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "UPDATE magic_auth_sessions SET renewable_by = NULL WHERE id = $1 AND tenant = $3
               AND token_hash = $2",
            id,
            token_hash; tenant
        )?;
        Ok(())
    }
}
