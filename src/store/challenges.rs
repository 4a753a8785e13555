//! Statements about challenges.

use super::{Hashed, Reader, StoreError, Transaction, challenge_is_open, read, row, write};
use crate::{
    ids::{ChallengeId, ChangeId, UserId},
    types::{EmailAddress, Timestamp},
};

/// A challenge as stored.
#[derive(Clone, Debug)]
pub struct ChallengeRow {
    /// The challenge's id; also the salt of its codes.
    pub id: ChallengeId,
    /// The address to be proved.
    pub email: EmailAddress,
    /// When its last email ends.
    pub ends_at: Timestamp,
    /// Codes tried by the browser that asked.
    pub tries: i64,
    /// Codes tried by whoever holds a link.
    pub link_tries: i64,
    /// When it logged somebody in.
    pub used_at: Option<Timestamp>,
    /// Whether the session shall outlive the browser's window.
    pub remember: bool,
    /// The page that met the log-in wall.
    pub return_to: Option<String>,
    /// The address to change to, once the present one has been proved.
    pub goes_on_to: Option<EmailAddress>,
    /// The change of address that it confirms.
    pub change_id: Option<ChangeId>,
    /// The browser that asked, in its own words.
    pub user_agent: String,
    /// The client that asked.
    pub client: String,
    /// SHA-256 of the secret of the browser that asked.
    pub browser_hash: Hashed,
    /// How many codes in a row were wrong for its address.
    pub failures: i64,
}

row!(ChallengeRow {
    id,
    email,
    ends_at,
    tries,
    link_tries,
    used_at,
    remember,
    return_to,
    goes_on_to,
    change_id,
    user_agent,
    client,
    browser_hash,
    failures,
});

/// What shall be done once an email address has proved itself.
#[derive(Clone, Copy, Debug)]
pub struct Wishes<'a> {
    /// Whether the session shall outlive the browser's window.
    pub remember: bool,
    /// The page that met the log-in wall; `None` leaves the one that was wished before.
    pub return_to: Option<&'a str>,
}

/// What stands beside a challenge that was just stored.
#[derive(Clone, Copy, Debug)]
pub struct StoredChallenge {
    /// Other open challenges of its browser.
    pub others: i64,
    /// How many codes in a row were wrong for its address.
    pub failures: i64,
}

row!(StoredChallenge { others, failures });

/// A challenge about to be stored.
pub struct NewChallenge<'a> {
    /// The challenge's id.
    pub id: ChallengeId,
    /// SHA-256 of the browser's secret.
    pub browser_hash: Hashed,
    /// The address to be proved.
    pub email: &'a EmailAddress,
    /// Whether the session shall outlive the browser's window.
    pub remember: bool,
    /// The page that met the log-in wall.
    pub return_to: Option<&'a str>,
    /// The address to change to, once the present one has been proved.
    pub goes_on_to: Option<&'a EmailAddress>,
    /// The change of address that it confirms.
    pub change_id: Option<ChangeId>,
    /// The browser that asked.
    pub user_agent: &'a str,
    /// The client that asked.
    pub client: &'a str,
    /// Now.
    pub created_at: Timestamp,
    /// When its first email ends.
    pub ends_at: Timestamp,
}

impl Reader {
    /// The challenge with this id.
    pub async fn challenge(&mut self, id: ChallengeId) -> Result<Option<ChallengeRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT id, email, ends_at, tries, link_tries, used_at, remember, return_to, goes_on_to, change_id,
                    user_agent, client, browser_hash,
                    COALESCE((SELECT failures FROM magic_auth_failed_codes
                      WHERE magic_auth_failed_codes.email = magic_auth_challenges.email
                        AND magic_auth_failed_codes.tenant = magic_auth_challenges.tenant), 0) AS failures
             FROM magic_auth_challenges WHERE id = $1 AND magic_auth_challenges.tenant = $2",
            id; tenant
        )
    }
}

impl Transaction {
    /// Returns the challenge with this id, whose row is locked from then on.
    pub async fn lock_challenge(&mut self, id: ChallengeId) -> Result<Option<ChallengeRow>, StoreError> {
        write!(
            self,
            fetch_optional,
            "UPDATE magic_auth_challenges SET tries = tries WHERE id = $1 AND tenant = $2
             RETURNING id, email, ends_at, tries, link_tries, used_at, remember, return_to, goes_on_to, change_id,
                       user_agent, client, browser_hash,
                       COALESCE((SELECT failures FROM magic_auth_failed_codes
                         WHERE magic_auth_failed_codes.email = magic_auth_challenges.email
                           AND magic_auth_failed_codes.tenant = magic_auth_challenges.tenant), 0) AS failures",
            id; tenant
        )
    }

    /// Stores a challenge, unless its browser has an open one already by which it logs the same address in.
    pub async fn add_challenge(
        &mut self,
        new: NewChallenge<'_>,
        most_tries: i64,
    ) -> Result<Option<StoredChallenge>, StoreError> {
        write!(
            self,
            fetch_optional,
            concat!(
                "INSERT INTO magic_auth_challenges (id, tenant, browser_hash, email, created_at, ends_at, remember,
                   return_to, goes_on_to, change_id,
                                         user_agent, client)
                 SELECT $1, $13, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
                 WHERE NOT EXISTS (SELECT 1 FROM magic_auth_challenges AS same
                                   WHERE same.browser_hash = $2 AND same.tenant = $13 AND same.email = $3
                                     AND same.goes_on_to IS NULL
                                     AND same.change_id IS NULL AND ",
                challenge_is_open!("same", "$4"),
                " AND same.tries < $12)
                 RETURNING (SELECT COUNT(*) FROM magic_auth_challenges AS other
                            WHERE other.browser_hash = $2 AND other.tenant = $13 AND other.id <> $1 AND ",
                challenge_is_open!("other", "$4"),
                ") AS others,
                           COALESCE((SELECT failures FROM magic_auth_failed_codes
                             WHERE magic_auth_failed_codes.email = $3
                               AND magic_auth_failed_codes.tenant = $13), 0) AS failures"
            ),
            new.id,
            new.browser_hash,
            new.email,
            new.created_at,
            new.ends_at,
            new.remember,
            new.return_to,
            new.goes_on_to,
            new.change_id,
            new.user_agent,
            new.client,
            most_tries; tenant
        )
    }

    /// Changes what a challenge does once it has succeeded.
    pub async fn change_wishes(&mut self, id: ChallengeId, wishes: Wishes<'_>) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "UPDATE magic_auth_challenges SET remember = $2, return_to = COALESCE($3, return_to) WHERE id = $1
               AND tenant = $4",
            id,
            wishes.remember,
            wishes.return_to; tenant
        )?;
        Ok(())
    }

    /// Moves a challenge's end on, to that of its newest email. Returns how many codes in a row were wrong for its address,
    /// or `None` if it has expired already.
    pub async fn extend_challenge(
        &mut self,
        id: ChallengeId,
        ends_at: Timestamp,
        now: Timestamp,
    ) -> Result<Option<i64>, StoreError> {
        let row: Option<(i64,)> = write!(
            self,
            fetch_optional,
            concat!(
                "UPDATE magic_auth_challenges SET ends_at = $2 WHERE id = $1
                   AND magic_auth_challenges.tenant = $4 AND ",
                challenge_is_open!("$3"),
                " RETURNING COALESCE((SELECT failures FROM magic_auth_failed_codes
                   WHERE magic_auth_failed_codes.email = magic_auth_challenges.email
                     AND magic_auth_failed_codes.tenant = magic_auth_challenges.tenant), 0)"
            ),
            id,
            ends_at,
            now; tenant
        )?;
        Ok(row.map(|(failures,)| failures))
    }

    /// Ends the challenges of a user's change of address, and of those made since.
    pub async fn end_challenges_of_changes(
        &mut self,
        user: UserId,
        since: Timestamp,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            concat!(
                "UPDATE magic_auth_challenges SET ends_at = $3
                 WHERE magic_auth_challenges.tenant = $4 AND ",
                challenge_is_open!("$3"),
                " AND change_id IN (SELECT id FROM magic_auth_email_changes WHERE user_id = $1
                   AND magic_auth_email_changes.tenant = $4 AND created_at >= $2)"
            ),
            user,
            since,
            now; tenant
        )?;
        Ok(())
    }

    /// Ends the challenges by which somebody proves this email address again to change it to another.
    pub async fn end_challenges_that_go_on(&mut self, email: &EmailAddress, now: Timestamp) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            concat!(
                "UPDATE magic_auth_challenges SET ends_at = $2
                 WHERE email = $1 AND tenant = $3 AND goes_on_to IS NOT NULL AND ",
                challenge_is_open!("$2")
            ),
            email,
            now; tenant
        )
    }
}
