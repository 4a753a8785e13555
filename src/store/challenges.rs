//! Statements about challenges.

use super::{Reader, StoreError, Transaction, read, row, write};
use uuid::Uuid;

/// A challenge as stored.
#[derive(Clone, Debug)]
pub struct ChallengeRow {
    /// The challenge's id; also the salt of its codes.
    pub id: Uuid,
    /// The address to be proved.
    pub email: String,
    /// When its last email ends.
    pub ends_at: i64,
    /// Codes tried by the browser that asked.
    pub tries: i64,
    /// Codes tried by whoever holds a link.
    pub link_tries: i64,
    /// When it logged somebody in.
    pub used_at: Option<i64>,
    /// Whether the session shall outlive the browser's window.
    pub remember: bool,
    /// The page that met the log-in wall.
    pub return_to: Option<String>,
    /// The address to change to, once the present one has been proved.
    pub goes_on_to: Option<String>,
    /// The change of address that it confirms.
    pub change_id: Option<Uuid>,
    /// The browser that asked, in its own words.
    pub user_agent: String,
    /// The client that asked.
    pub client: String,
    /// SHA-256 of the secret of the browser that asked.
    pub browser_hash: Vec<u8>,
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
    pub id: Uuid,
    /// SHA-256 of the browser's secret.
    pub browser_hash: &'a [u8],
    /// The address to be proved.
    pub email: &'a str,
    /// Whether the session shall outlive the browser's window.
    pub remember: bool,
    /// The page that met the log-in wall.
    pub return_to: Option<&'a str>,
    /// The address to change to, once the present one has been proved.
    pub goes_on_to: Option<&'a str>,
    /// The change of address that it confirms.
    pub change_id: Option<Uuid>,
    /// The browser that asked.
    pub user_agent: &'a str,
    /// The client that asked.
    pub client: &'a str,
    /// Now.
    pub created_at: i64,
    /// When its first email ends.
    pub ends_at: i64,
}

impl Reader {
    /// The challenge with this id.
    pub async fn challenge(&mut self, id: Uuid) -> Result<Option<ChallengeRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT id, email, ends_at, tries, link_tries, used_at, remember, return_to, goes_on_to, change_id,
                    user_agent, client, browser_hash,
                    COALESCE((SELECT failures FROM failed_codes WHERE failed_codes.email = challenges.email AND failed_codes.tenant = challenges.tenant), 0) AS failures
             FROM challenges WHERE id = $1 AND challenges.tenant = $2",
            id,
            &*self.tenant,
        )
    }
}

impl Transaction {
    /// Stores a challenge, unless its browser has an open one already by which it logs the same address in.
    pub async fn add_challenge(
        &mut self,
        new: NewChallenge<'_>,
        most_tries: i64,
    ) -> Result<Option<StoredChallenge>, StoreError> {
        write!(
            self,
            fetch_optional,
            "INSERT INTO challenges (id, tenant, browser_hash, email, created_at, ends_at, remember, return_to, goes_on_to, change_id,
                                     user_agent, client)
             SELECT $1, $13, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
             WHERE NOT EXISTS (SELECT 1 FROM challenges AS same
                               WHERE same.browser_hash = $2 AND same.tenant = $13 AND same.email = $3 AND same.goes_on_to IS NULL
                                 AND same.change_id IS NULL AND same.used_at IS NULL AND same.ends_at > $4
                                 AND same.tries < $12)
             RETURNING (SELECT COUNT(*) FROM challenges AS other
                        WHERE other.browser_hash = $2 AND other.tenant = $13 AND other.id <> $1 AND other.used_at IS NULL
                          AND other.ends_at > $4) AS others,
                       COALESCE((SELECT failures FROM failed_codes WHERE failed_codes.email = $3 AND failed_codes.tenant = $13), 0) AS failures",
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
            most_tries,
            &*self.reader.tenant,
        )
    }

    /// Changes what a challenge does once it has succeeded.
    pub async fn change_wishes(&mut self, id: Uuid, remember: bool, return_to: Option<&str>) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "UPDATE challenges SET remember = $2, return_to = COALESCE($3, return_to) WHERE id = $1 AND tenant = $4",
            id,
            remember,
            return_to,
            &*self.reader.tenant,
        )?;
        Ok(())
    }

    /// Moves a challenge's end on, to that of its newest email. Returns how many codes in a row were wrong for its address,
    /// or `None` if it is over already.
    pub async fn extend_challenge(&mut self, id: Uuid, ends_at: i64, now: i64) -> Result<Option<i64>, StoreError> {
        let row: Option<(i64,)> = write!(
            self,
            fetch_optional,
            "UPDATE challenges SET ends_at = $2 WHERE id = $1 AND challenges.tenant = $4 AND used_at IS NULL AND ends_at > $3
             RETURNING COALESCE((SELECT failures FROM failed_codes WHERE failed_codes.email = challenges.email AND failed_codes.tenant = challenges.tenant), 0)",
            id,
            ends_at,
            now,
            &*self.reader.tenant,
        )?;
        Ok(row.map(|(failures,)| failures))
    }

    /// Ends the challenges of a user's change of address, and of those made since.
    pub async fn end_challenges_of_changes(&mut self, user: Uuid, since: i64, now: i64) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "UPDATE challenges SET ends_at = $3
             WHERE challenges.tenant = $4 AND used_at IS NULL AND ends_at > $3
               AND change_id IN (SELECT id FROM email_changes WHERE user_id = $1 AND email_changes.tenant = $4 AND created_at >= $2)",
            user,
            since,
            now,
            &*self.reader.tenant,
        )?;
        Ok(())
    }

    /// Ends the challenges by which somebody proves this email address again to change it to another.
    pub async fn end_challenges_that_go_on(&mut self, email: &str, now: i64) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE challenges SET ends_at = $2
             WHERE email = $1 AND tenant = $3 AND goes_on_to IS NOT NULL AND used_at IS NULL AND ends_at > $2",
            email,
            now,
            &*self.reader.tenant,
        )
    }
}
