//! Statements about challenges, their letters, and wrong codes.

use super::{Store, StoreError, Transaction, read, write};
use uuid::Uuid;

/// How far a letter has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It waits, or is being handed over.
    Pending,
    /// A mail server (or the mailbox) has it.
    Sent,
    /// Nobody took it.
    Failed,
}

impl Delivery {
    fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Sent => "sent",
            Self::Failed => "failed",
        }
    }

    fn parse(word: &str) -> Self {
        match word {
            "sent" => Self::Sent,
            "failed" => Self::Failed,
            _ => Self::Pending,
        }
    }
}

/// A challenge as stored.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct ChallengeRow {
    /// The challenge's id; also the salt of its codes.
    pub id: Uuid,
    /// The address to be proved.
    pub email: String,
    /// When its last letter ends.
    pub ends_at: i64,
    /// Codes tried by the browser that asked.
    pub tries: i64,
    /// Codes tried by whoever holds a link.
    pub link_tries: i64,
    /// When it logged somebody in.
    pub used_at: Option<i64>,
    /// Whether the session shall outlive the browser's window.
    pub keep: bool,
    /// The page that met the log-in wall.
    pub return_to: Option<String>,
    /// The browser that asked, in its own words.
    pub user_agent: String,
    /// The client that asked.
    pub client: String,
    /// SHA-256 of the secret of the browser that asked.
    pub browser_hash: Vec<u8>,
}

/// A letter as stored.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct LetterRow {
    /// The letter's id; also the salt of its code for the other-browser path.
    pub id: Uuid,
    /// Its challenge.
    pub challenge_id: Uuid,
    /// The code, keyed with the browser's secret.
    pub code_hash: Vec<u8>,
    /// The code, keyed with the link's token.
    pub link_code_hash: Vec<u8>,
    /// When it was asked for.
    pub created_at: i64,
    /// When it ends.
    pub ends_at: i64,
    /// `pending`, `sent` or `failed`.
    delivery: String,
}

impl LetterRow {
    /// How far the letter has come.
    pub fn delivery(&self) -> Delivery {
        Delivery::parse(&self.delivery)
    }
}

/// A challenge about to be stored.
pub struct NewChallenge<'a> {
    /// The challenge's id.
    pub id: Uuid,
    /// SHA-256 of the browser's secret.
    pub browser_hash: &'a [u8],
    /// The address to be proved.
    pub email: &'a str,
    /// Whether the session shall outlive the browser's window.
    pub keep: bool,
    /// The page that met the log-in wall.
    pub return_to: Option<&'a str>,
    /// The browser that asked.
    pub user_agent: &'a str,
    /// The client that asked.
    pub client: &'a str,
    /// Now.
    pub created_at: i64,
    /// When its first letter ends.
    pub ends_at: i64,
}

/// A letter about to be stored.
pub struct NewLetter<'a> {
    /// The letter's id.
    pub id: Uuid,
    /// Its challenge.
    pub challenge_id: Uuid,
    /// SHA-256 of the link's token.
    pub link_hash: &'a [u8],
    /// The code, keyed with the browser's secret.
    pub code_hash: &'a [u8],
    /// The code, keyed with the link's token.
    pub link_code_hash: &'a [u8],
    /// Now.
    pub created_at: i64,
    /// When it ends.
    pub ends_at: i64,
}

impl Store {
    /// The challenge of the browser with this secret, ended or not.
    pub async fn challenge_of_browser(&self, browser_hash: &[u8]) -> Result<Option<ChallengeRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT id, email, ends_at, tries, link_tries, used_at, keep, return_to, user_agent, client, browser_hash
             FROM challenges WHERE browser_hash = $1",
            browser_hash,
        )
    }

    /// The challenge with this id.
    pub async fn challenge(&self, id: Uuid) -> Result<Option<ChallengeRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT id, email, ends_at, tries, link_tries, used_at, keep, return_to, user_agent, client, browser_hash
             FROM challenges WHERE id = $1",
            id,
        )
    }

    /// A challenge's letters, newest first.
    pub async fn letters(&self, challenge: Uuid) -> Result<Vec<LetterRow>, StoreError> {
        read!(
            self,
            fetch_all,
            "SELECT id, challenge_id, code_hash, link_code_hash, created_at, ends_at, delivery
             FROM letters WHERE challenge_id = $1 ORDER BY id DESC",
            challenge,
        )
    }

    /// The letter with this link.
    pub async fn letter_with_link(&self, link_hash: &[u8]) -> Result<Option<LetterRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT id, challenge_id, code_hash, link_code_hash, created_at, ends_at, delivery
             FROM letters WHERE link_hash = $1",
            link_hash,
        )
    }

    /// How many codes in a row were wrong for this address.
    pub async fn failed_codes(&self, email: &str) -> Result<i64, StoreError> {
        let row: Option<(i64,)> =
            read!(self, fetch_optional, "SELECT failures FROM failed_codes WHERE email = $1", email)?;
        Ok(row.map_or(0, |(failures,)| failures))
    }
}

impl Transaction {
    /// Stores a challenge.
    pub async fn add_challenge(&mut self, new: NewChallenge<'_>) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "INSERT INTO challenges (id, browser_hash, email, created_at, ends_at, keep, return_to, user_agent, client)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            new.id,
            new.browser_hash,
            new.email,
            new.created_at,
            new.ends_at,
            new.keep,
            new.return_to,
            new.user_agent,
            new.client,
        )?;
        Ok(())
    }

    /// Changes what a challenge does once it has succeeded.
    pub async fn change_wishes(&mut self, id: Uuid, keep: bool, return_to: Option<&str>) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "UPDATE challenges SET keep = $2, return_to = COALESCE($3, return_to) WHERE id = $1", id, keep, return_to
        )?;
        Ok(())
    }

    /// Stores a letter, unless its challenge holds `most` letters that are good now and did not fail, or has a letter
    /// younger than `after` that did not fail. Answers how many were stored (0 or 1).
    pub async fn add_letter(&mut self, new: NewLetter<'_>, most: i64, after: i64) -> Result<u64, StoreError> {
        let added = write!(
            self,
            execute,
            "INSERT INTO letters (id, challenge_id, link_hash, code_hash, link_code_hash, created_at, ends_at)
             SELECT $1, $2, $3, $4, $5, $6, $7
             WHERE (SELECT COUNT(*) FROM letters
                    WHERE challenge_id = $2 AND ends_at > $6 AND delivery <> 'failed') < $8
               AND NOT EXISTS (SELECT 1 FROM letters
                               WHERE challenge_id = $2 AND created_at > $9 AND delivery <> 'failed')",
            new.id,
            new.challenge_id,
            new.link_hash,
            new.code_hash,
            new.link_code_hash,
            new.created_at,
            new.ends_at,
            most,
            after,
        )?;
        write!(
            self,
            execute,
            "UPDATE challenges SET ends_at = $2 WHERE id = $1 AND EXISTS (SELECT 1 FROM letters WHERE id = $3)",
            new.challenge_id,
            new.ends_at,
            new.id,
        )?;
        Ok(added)
    }

    /// Notes how far a letter has come.
    pub async fn letter_is(&mut self, id: Uuid, delivery: Delivery) -> Result<(), StoreError> {
        write!(self, execute, "UPDATE letters SET delivery = $2 WHERE id = $1", id, delivery.as_str())?;
        Ok(())
    }

    /// Counts a code of the browser that asked; none when the challenge has no try left or is over.
    pub async fn count_try(&mut self, challenge: Uuid, most: i64, now: i64) -> Result<Option<i64>, StoreError> {
        let row: Option<(i64,)> = write!(
            self,
            fetch_optional,
            "UPDATE challenges SET tries = tries + 1
             WHERE id = $1 AND tries < $2 AND used_at IS NULL AND ends_at > $3 RETURNING tries",
            challenge,
            most,
            now,
        )?;
        Ok(row.map(|(tries,)| tries))
    }

    /// Counts a code of whoever holds a link, likewise.
    pub async fn count_link_try(&mut self, challenge: Uuid, most: i64, now: i64) -> Result<Option<i64>, StoreError> {
        let row: Option<(i64,)> = write!(
            self,
            fetch_optional,
            "UPDATE challenges SET link_tries = link_tries + 1
             WHERE id = $1 AND link_tries < $2 AND used_at IS NULL AND ends_at > $3 RETURNING link_tries",
            challenge,
            most,
            now,
        )?;
        Ok(row.map(|(tries,)| tries))
    }

    /// Counts a code as failed for an address, until one is right; none when `most` have failed already.
    pub async fn count_failed_code(&mut self, email: &str, most: i64, now: i64) -> Result<Option<i64>, StoreError> {
        let row: Option<(i64,)> = write!(
            self,
            fetch_optional,
            "INSERT INTO failed_codes (email, failures, last_at) VALUES ($1, 1, $3)
             ON CONFLICT (email) DO UPDATE SET failures = failed_codes.failures + 1, last_at = excluded.last_at
             WHERE failed_codes.failures < $2
             RETURNING failures",
            email,
            most,
            now,
        )?;
        Ok(row.map(|(failures,)| failures))
    }

    /// Forgets the wrong codes of an address.
    pub async fn forget_failed_codes(&mut self, email: &str) -> Result<(), StoreError> {
        write!(self, execute, "DELETE FROM failed_codes WHERE email = $1", email)?;
        Ok(())
    }

    /// Uses a challenge up. Of any number of callers, one is answered 1 and all others 0.
    pub async fn use_challenge(&mut self, challenge: Uuid, now: i64) -> Result<u64, StoreError> {
        write!(self, execute, "UPDATE challenges SET used_at = $2 WHERE id = $1 AND used_at IS NULL", challenge, now,)
    }

    /// Removes challenges, with their letters, that ended before this moment.
    pub async fn prune_challenges(&mut self, before: i64) -> Result<u64, StoreError> {
        write!(self, execute, "DELETE FROM challenges WHERE ends_at < $1", before)
    }

    /// Forgets counts of wrong codes that are older than this moment and have not reached `most`.
    pub async fn prune_failed_codes(&mut self, before: i64, most: i64) -> Result<u64, StoreError> {
        write!(self, execute, "DELETE FROM failed_codes WHERE last_at < $1 AND failures < $2", before, most)
    }
}
