//! Statements about emails that must arrive.

use super::{Reader, StoreError, Transaction, read, row, write};
use crate::{
    ids::{ChangeId, EmailId, UserId},
    types::{EmailAddress, TenantId, Timestamp},
};

/// What an email that must arrive says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutboxKind {
    /// To the old address: a change was asked for.
    ChangeAsked,
    /// To the old address: the account has the new one.
    ChangeDone,
    /// To the new address: the account has the old one again.
    ChangeUndone,
    /// Another version has stored it, and this one does not know what it says.
    Unknown,
}

impl OutboxKind {
    /// Returns the word that is stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ChangeAsked => "email_changing",
            Self::ChangeDone => "email_changed",
            Self::ChangeUndone => "email_change_undone",
            Self::Unknown => "unknown",
        }
    }

    pub(super) fn parse(word: &str) -> Self {
        let known = [Self::ChangeAsked, Self::ChangeDone, Self::ChangeUndone];
        known.into_iter().find(|kind| kind.as_str() == word).unwrap_or_else(|| {
            tracing::error!(word, "an email that must arrive is of a kind that this version does not know");
            Self::Unknown
        })
    }
}

/// An email that waits until a mail server has taken it.
#[derive(Clone, Debug)]
pub struct OutboxRow {
    /// The tenant to which the account belongs.
    pub tenant: TenantId,
    /// The email's id, also its Message-ID.
    pub id: EmailId,
    /// What it says.
    pub kind: OutboxKind,
    /// Whom it is for.
    pub email: EmailAddress,
    /// Whose account it is about.
    pub user_id: UserId,
    /// The change that it is about.
    pub change_id: ChangeId,
    /// The address that the account had.
    pub old_email: EmailAddress,
    /// The address that it was to have.
    pub new_email: EmailAddress,
    /// The browser that did it, in its own words.
    pub user_agent: String,
    /// The client that did it.
    pub client: String,
    /// When it was done.
    pub created_at: Timestamp,
    /// How often sending it was begun.
    pub attempts: i64,
    /// When it is due next.
    pub next_try_at: Timestamp,
    /// From then on nobody tries any more.
    pub gives_up_at: Timestamp,
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
    pub async fn due_emails(&mut self, now: Timestamp, most: i64) -> Result<Vec<OutboxRow>, StoreError> {
        read!(
            self,
            fetch_all,
            "SELECT id, tenant, kind, email, user_id, change_id, old_email, new_email, user_agent, client,
               created_at, attempts,
                    next_try_at, gives_up_at
             FROM magic_auth_outbox WHERE next_try_at <= $1 ORDER BY next_try_at, id LIMIT $2",
            now,
            most,
        )
    }

    /// Returns when the next email is due, or `None` if none waits.
    pub async fn next_due_at(&mut self) -> Result<Option<Timestamp>, StoreError> {
        let row: (Option<Timestamp>,) = read!(self, fetch_one, "SELECT MIN(next_try_at) FROM magic_auth_outbox")?;
        Ok(row.0)
    }
}

impl Transaction {
    /// Stores an email that must arrive.
    pub async fn add_to_outbox(&mut self, new: &OutboxRow) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "INSERT INTO magic_auth_outbox (id, tenant, kind, email, user_id, change_id, old_email, new_email,
               user_agent, client, created_at,
                                 attempts, next_try_at, gives_up_at)
             VALUES ($1, $14, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            new.id,
            new.kind,
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
            new.gives_up_at; tenant
        )?;
        Ok(())
    }

    /// Claims an email for sending, unless somebody else has claimed it since it was looked at: it is due again only at
    /// `next_try_at`, by when sending it must have ended. Answers 1 or 0.
    pub async fn claim_email(&mut self, seen: &OutboxRow, next_try_at: Timestamp) -> Result<u64, StoreError> {
        let claimed: Option<(EmailId,)> = write!(
            self,
            fetch_optional,
            "UPDATE magic_auth_outbox SET next_try_at = $3, attempts = attempts + 1
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
    pub async fn put_email_off(&mut self, claimed: &OutboxRow, next_try_at: Timestamp) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE magic_auth_outbox SET next_try_at = $3 WHERE id = $1 AND attempts = $2 + 1",
            claimed.id,
            claimed.attempts,
            next_try_at,
        )
    }

    /// Removes an email that was taken or is given up. Answers 1 or 0.
    pub async fn remove_from_outbox(&mut self, id: EmailId) -> Result<u64, StoreError> {
        write!(self, execute, "DELETE FROM magic_auth_outbox WHERE id = $1", id)
    }
}
