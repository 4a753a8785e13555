//! Statements about changes of address.

use super::{Store, StoreError, Transaction, read, write};
use uuid::Uuid;

/// A change of address as stored.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct EmailChangeRow {
    /// The change's id.
    pub id: Uuid,
    /// Whose it is.
    pub user_id: Uuid,
    /// The address that the user had.
    pub old_email: String,
    /// The address that the user wants.
    pub new_email: String,
    /// When it was asked for.
    pub created_at: i64,
    /// Until when the old address can take it back.
    pub undo_ends_at: i64,
    /// When the account moved.
    pub confirmed_at: Option<i64>,
    /// When it became clear that it will not move, or moved back.
    pub cancelled_at: Option<i64>,
}

/// A change of address about to be stored.
pub struct NewEmailChange<'a> {
    /// The change's id.
    pub id: Uuid,
    /// Whose it is.
    pub user_id: Uuid,
    /// The address that the user has.
    pub old_email: &'a str,
    /// The address that the user wants.
    pub new_email: &'a str,
    /// SHA-256 of what the letter to the old address carries.
    pub undo_hash: &'a [u8],
    /// Now.
    pub created_at: i64,
    /// Until when the old address can take it back.
    pub undo_ends_at: i64,
}

impl Store {
    /// The change with this id.
    pub async fn email_change(&self, id: Uuid) -> Result<Option<EmailChangeRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT id, user_id, old_email, new_email, created_at, undo_ends_at, confirmed_at, cancelled_at
             FROM email_changes WHERE id = $1",
            id,
        )
    }

    /// The change that this link takes back.
    pub async fn email_change_with_undo(&self, undo_hash: &[u8]) -> Result<Option<EmailChangeRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT id, user_id, old_email, new_email, created_at, undo_ends_at, confirmed_at, cancelled_at
             FROM email_changes WHERE undo_hash = $1",
            undo_hash,
        )
    }

    /// Whether a change can still be taken back: it waits or has happened, or a later one does that the same address
    /// would have to take back.
    pub async fn can_be_undone(&self, change: &EmailChangeRow) -> Result<bool, StoreError> {
        let (active,): (i64,) = read!(
            self,
            fetch_one,
            "SELECT COUNT(*) FROM email_changes
             WHERE user_id = $1 AND old_email = $2 AND created_at >= $3 AND cancelled_at IS NULL",
            change.user_id,
            &change.old_email,
            change.created_at,
        )?;
        Ok(active > 0)
    }

    /// Whether somebody else than this user has the address, or had it so lately that they can take it back.
    pub async fn is_taken(&self, email: &str, user: Uuid, now: i64) -> Result<bool, StoreError> {
        let (taken,): (i64,) = read!(
            self,
            fetch_one,
            "SELECT (SELECT COUNT(*) FROM users WHERE email = $1 AND id <> $2)
                  + (SELECT COUNT(*) FROM email_changes
                     WHERE old_email = $1 AND user_id <> $2 AND confirmed_at IS NOT NULL AND cancelled_at IS NULL
                       AND undo_ends_at > $3)",
            email,
            user,
            now,
        )?;
        Ok(taken > 0)
    }
}

impl Transaction {
    /// Stores a change.
    pub async fn add_email_change(&mut self, new: NewEmailChange<'_>) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "INSERT INTO email_changes (id, user_id, old_email, new_email, undo_hash, created_at, undo_ends_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            new.id,
            new.user_id,
            new.old_email,
            new.new_email,
            new.undo_hash,
            new.created_at,
            new.undo_ends_at,
        )?;
        Ok(())
    }

    /// Notes that the account has moved; 0 when the change was confirmed or cancelled before.
    pub async fn confirm_email_change(&mut self, id: Uuid, now: i64) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE email_changes SET confirmed_at = $2
             WHERE id = $1 AND confirmed_at IS NULL AND cancelled_at IS NULL",
            id,
            now,
        )
    }

    /// Notes that the account will not move by this change.
    pub async fn cancel_email_change(&mut self, id: Uuid, now: i64) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE email_changes SET cancelled_at = $2 WHERE id = $1 AND cancelled_at IS NULL", id, now,
        )
    }

    /// Cancels a user's changes that wait for their new address.
    pub async fn cancel_pending_email_changes(&mut self, user: Uuid, now: i64) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE email_changes SET cancelled_at = $2
             WHERE user_id = $1 AND confirmed_at IS NULL AND cancelled_at IS NULL",
            user,
            now,
        )
    }

    /// Cancels a user's changes asked for at this moment or later, confirmed or not.
    pub async fn cancel_email_changes_since(&mut self, user: Uuid, since: i64, now: i64) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE email_changes SET cancelled_at = $3
             WHERE user_id = $1 AND created_at >= $2 AND cancelled_at IS NULL",
            user,
            since,
            now,
        )
    }

    /// Whether the user of this address has moved away from it and can still take that back.
    pub async fn moved_away_from(&mut self, email: &str, now: i64) -> Result<bool, StoreError> {
        let row: Option<(Uuid,)> = write!(
            self,
            fetch_optional,
            "SELECT id FROM email_changes
             WHERE old_email = $1 AND confirmed_at IS NOT NULL AND cancelled_at IS NULL AND undo_ends_at > $2
             LIMIT 1",
            email,
            now,
        )?;
        Ok(row.is_some())
    }

    /// Removes changes that nobody can take back any more.
    pub async fn prune_email_changes(&mut self, before: i64) -> Result<u64, StoreError> {
        write!(self, execute, "DELETE FROM email_changes WHERE undo_ends_at < $1", before)
    }
}
