//! Statements that count the tries of a challenge, and the one that uses it up.

use super::{ChallengeRow, StoreError, Transaction, challenge_is_open, old_email_is_kept_free, row, write};
use crate::{ids::ChallengeId, types::Timestamp};

/// Which tries a proof is counted among.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tries {
    /// Those of the browser that asked.
    Own,
    /// Those of whoever holds a link.
    Link,
    /// None: it needs no code.
    Free,
}

/// How a challenge is used up.
#[derive(Clone, Copy, Debug)]
pub struct UseChallenge {
    /// The challenge.
    pub id: ChallengeId,
    /// Among which tries the use counts.
    pub tries: Tries,
    /// Tries that a challenge has of each kind.
    pub most_tries: i64,
    /// With so many codes in a row that were wrong for its address it is not used up.
    pub most_failures: i64,
    /// Now.
    pub now: Timestamp,
}

/// A challenge that was just used up.
#[derive(Clone, Debug)]
pub struct UsedChallenge {
    /// The challenge.
    pub challenge: ChallengeRow,
    /// How many users have left its address lately, and can still come back.
    pub times_left: i64,
}

row!(UsedChallenge { times_left }, challenge);

impl Transaction {
    /// Counts a code of the browser that asked; none when the challenge has no try left or has expired.
    pub async fn count_try(
        &mut self,
        challenge: ChallengeId,
        most: i64,
        now: Timestamp,
    ) -> Result<Option<i64>, StoreError> {
        let row: Option<(i64,)> = write!(
            self,
            fetch_optional,
            concat!(
                "UPDATE magic_auth_challenges SET tries = tries + 1
                 WHERE id = $1 AND tenant = $4 AND tries < $2 AND ",
                challenge_is_open!("$3"),
                " RETURNING tries"
            ),
            challenge,
            most,
            now; tenant
        )?;
        Ok(row.map(|(tries,)| tries))
    }

    /// Counts a code of whoever holds a link, likewise.
    pub async fn count_link_try(
        &mut self,
        challenge: ChallengeId,
        most: i64,
        now: Timestamp,
    ) -> Result<Option<i64>, StoreError> {
        let row: Option<(i64,)> = write!(
            self,
            fetch_optional,
            concat!(
                "UPDATE magic_auth_challenges SET link_tries = link_tries + 1
                 WHERE id = $1 AND tenant = $4 AND link_tries < $2 AND ",
                challenge_is_open!("$3"),
                " RETURNING link_tries"
            ),
            challenge,
            most,
            now; tenant
        )?;
        Ok(row.map(|(tries,)| tries))
    }

    /// Counts a refusal of a challenge. Answers 0 when `most` are counted already, else 1.
    pub async fn count_refusal(&mut self, challenge: ChallengeId, most: i64) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE magic_auth_challenges SET refusals = refusals + 1 WHERE id = $1 AND tenant = $3
               AND refusals < $2",
            challenge,
            most; tenant
        )
    }

    /// Uses a challenge up that is open, and counts that as a try. Of any number of callers one is answered, and all others
    /// `None`. That is also the answer where no try is left, or where too many codes were wrong for its address.
    pub async fn use_challenge(&mut self, proof: UseChallenge) -> Result<Option<UsedChallenge>, StoreError> {
        let UseChallenge { id, tries, most_tries, most_failures, now } = proof;
        write!(
            self,
            fetch_optional,
            concat!(
                "UPDATE magic_auth_challenges SET used_at = $2, tries = tries + $3, link_tries = link_tries + $4
                 WHERE id = $1 AND magic_auth_challenges.tenant = $7 AND ",
                challenge_is_open!("$2"),
                " AND ($3 = 0 OR tries < $5) AND ($4 = 0 OR link_tries < $5)
                   AND COALESCE((SELECT failures FROM magic_auth_failed_codes
                     WHERE magic_auth_failed_codes.email = magic_auth_challenges.email
                       AND magic_auth_failed_codes.tenant = magic_auth_challenges.tenant), 0) < $6
                 RETURNING id, email, ends_at, tries, link_tries, used_at, remember, return_to, goes_on_to, change_id,
                           user_agent, client, browser_hash,
                           COALESCE((SELECT failures FROM magic_auth_failed_codes
                             WHERE magic_auth_failed_codes.email = magic_auth_challenges.email
                               AND magic_auth_failed_codes.tenant = magic_auth_challenges.tenant), 0)
                               AS failures,
                           (SELECT COUNT(*) FROM magic_auth_email_changes
                            WHERE old_email = magic_auth_challenges.email
                              AND magic_auth_email_changes.tenant = magic_auth_challenges.tenant AND ",
                old_email_is_kept_free!("$2"),
                ") AS times_left"
            ),
            id,
            now,
            i64::from(tries == Tries::Own),
            i64::from(tries == Tries::Link),
            most_tries,
            most_failures; tenant
        )
    }
}
