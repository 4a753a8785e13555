//! Statements about emails that must arrive.

use super::{Reader, StoreError, Transaction, read, row, write};
use uuid::Uuid;

/// An email that waits until a mail server has taken it.
#[derive(Clone, Debug)]
pub struct OutboxRow {
    /// The tenant to which the account belongs.
    pub tenant: String,
    /// The email's id, also its Message-ID.
    pub id: Uuid,
    /// What it says, in a word.
    pub kind: String,
    /// Whom it is for.
    pub email: String,
    /// Whose account it is about.
    pub user_id: Uuid,
    /// The change that it is about.
    pub change_id: Uuid,
    /// The address that the account had.
    pub old_email: String,
    /// The address that it was to have.
    pub new_email: String,
    /// The browser that did it, in its own words.
    pub user_agent: String,
    /// The client that did it.
    pub client: String,
    /// When it was done.
    pub created_at: i64,
    /// How often sending it was begun.
    pub attempts: i64,
    /// When it is due next.
    pub next_try_at: i64,
    /// From then on nobody tries any more.
    pub gives_up_at: i64,
}

row!(OutboxRow {
    id,
    tenant,
    kind,
    email,
    user_id,
    change_id,
    old_email,
    new_email,
    user_agent,
    client,
    created_at,
    attempts,
    next_try_at,
    gives_up_at,
});

impl Reader {
    /// Returns the emails that are due, those first that have waited longest.
    pub async fn due_emails(&mut self, now: i64, most: i64) -> Result<Vec<OutboxRow>, StoreError> {
        read!(
            self,
            fetch_all,
            "SELECT id, tenant, kind, email, user_id, change_id, old_email, new_email, user_agent, client, created_at, attempts,
                    next_try_at, gives_up_at
             FROM outbox WHERE next_try_at <= $1 ORDER BY next_try_at, id LIMIT $2",
            now,
            most,
        )
    }

    /// Returns when the next email is due, or `None` if none waits.
    pub async fn next_due_at(&mut self) -> Result<Option<i64>, StoreError> {
        let row: (Option<i64>,) = read!(self, fetch_one, "SELECT MIN(next_try_at) FROM outbox")?;
        Ok(row.0)
    }
}

impl Transaction {
    /// Stores an email that must arrive.
    pub async fn add_to_outbox(&mut self, new: &OutboxRow) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "INSERT INTO outbox (id, tenant, kind, email, user_id, change_id, old_email, new_email, user_agent, client, created_at,
                                 attempts, next_try_at, gives_up_at)
             VALUES ($1, $14, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            new.id,
            &new.kind,
            &new.email,
            new.user_id,
            new.change_id,
            &new.old_email,
            &new.new_email,
            &new.user_agent,
            &new.client,
            new.created_at,
            new.attempts,
            new.next_try_at,
            new.gives_up_at,
            &*self.reader.tenant,
        )?;
        Ok(())
    }

    /// Claims an email for sending, unless somebody else has claimed it since it was looked at: it is due again only at
    /// `next_try_at`, by when sending it must have ended. Answers 1 or 0.
    pub async fn claim_email(&mut self, seen: &OutboxRow, next_try_at: i64) -> Result<u64, StoreError> {
        let claimed: Option<(Uuid,)> = write!(
            self,
            fetch_optional,
            "UPDATE outbox SET next_try_at = $3, attempts = attempts + 1
             WHERE id = $1 AND next_try_at = $2 AND attempts = $4 RETURNING id",
            seen.id,
            seen.next_try_at,
            next_try_at,
            seen.attempts,
        )?;
        Ok(u64::from(claimed.is_some()))
    }

    /// Notes when an email is due again whose sending has failed, unless somebody else has claimed it since. `claimed` is
    /// the row as it was before it was claimed.
    pub async fn put_email_off(&mut self, claimed: &OutboxRow, next_try_at: i64) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE outbox SET next_try_at = $3 WHERE id = $1 AND attempts = $2 + 1",
            claimed.id,
            claimed.attempts,
            next_try_at,
        )
    }

    /// Removes an email that was taken or is given up. Answers 1 or 0.
    pub async fn remove_from_outbox(&mut self, id: Uuid) -> Result<u64, StoreError> {
        write!(self, execute, "DELETE FROM outbox WHERE id = $1", id)
    }
}
