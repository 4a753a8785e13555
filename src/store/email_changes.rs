//! Statements about changes of address.

use super::{Reader, StoreError, Transaction, UserRow, read, row, write};
use uuid::Uuid;

/// A change of address as stored.
#[derive(Clone, Debug)]
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
    /// Until when the old address can undo it.
    pub undo_ends_at: i64,
    /// When the account moved.
    pub confirmed_at: Option<i64>,
    /// When it became clear that it will not move, or moved back.
    pub cancelled_at: Option<i64>,
    /// When it was taken back.
    pub undone_at: Option<i64>,
}

row!(EmailChangeRow {
    id,
    user_id,
    old_email,
    new_email,
    created_at,
    undo_ends_at,
    confirmed_at,
    cancelled_at,
    undone_at,
});

/// Why an address cannot be somebody's new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Somebody has it.
    Had,
    /// Somebody has left it lately, and may take that back.
    Left,
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
    /// Now.
    pub created_at: i64,
    /// Until when the old address can take it back.
    pub undo_ends_at: i64,
}

impl Reader {
    /// The change with this id.
    pub async fn email_change(&mut self, id: Uuid) -> Result<Option<EmailChangeRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT id, user_id, old_email, new_email, created_at, undo_ends_at, confirmed_at, cancelled_at,
                    undone_at
             FROM email_changes WHERE id = $1 AND tenant = $2",
            id,
            &*self.tenant,
        )
    }

    /// The change that this link undoes.
    pub async fn email_change_with_undo(&mut self, token_hash: &[u8]) -> Result<Option<EmailChangeRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT id, user_id, old_email, new_email, created_at, undo_ends_at, confirmed_at, cancelled_at,
                    undone_at
             FROM email_changes JOIN undo_tokens ON undo_tokens.change_id = email_changes.id
             WHERE token_hash = $1 AND email_changes.tenant = $2",
            token_hash,
            &*self.tenant,
        )
    }

    /// The newest change by which a user has left this email address, if it can still be undone.
    pub async fn change_away_from(&mut self, email: &str, now: i64) -> Result<Option<EmailChangeRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT id, user_id, old_email, new_email, created_at, undo_ends_at, confirmed_at, cancelled_at,
                    undone_at
             FROM email_changes
             WHERE old_email = $1 AND tenant = $3 AND confirmed_at IS NOT NULL AND cancelled_at IS NULL AND undo_ends_at > $2
             ORDER BY created_at DESC, id DESC LIMIT 1",
            email,
            now,
            &*self.tenant,
        )
    }

    /// What taking this change back would take back first: the newest change of its user since, itself included, that
    /// waits or has happened. None when there is nothing, or it was taken back before.
    pub async fn undoable(&mut self, change: &EmailChangeRow) -> Result<Option<EmailChangeRow>, StoreError> {
        if change.undone_at.is_some() {
            return Ok(None);
        }
        read!(
            self,
            fetch_optional,
            "SELECT id, user_id, old_email, new_email, created_at, undo_ends_at, confirmed_at, cancelled_at,
                    undone_at
             FROM email_changes
             WHERE user_id = $1 AND tenant = $3 AND created_at >= $2 AND cancelled_at IS NULL
             ORDER BY created_at DESC, id DESC LIMIT 1",
            change.user_id,
            change.created_at,
            &*self.tenant,
        )
    }

    /// The addresses that this user may still change to: those of changes that wait for their new address, and of
    /// challenges that prove the present one first.
    pub async fn waiting_changes_of(
        &mut self,
        user: Uuid,
        email: &str,
        now: i64,
    ) -> Result<Vec<(String,)>, StoreError> {
        read!(
            self,
            fetch_all,
            "SELECT new_email FROM email_changes
             WHERE user_id = $1 AND email_changes.tenant = $4 AND confirmed_at IS NULL AND cancelled_at IS NULL
               AND EXISTS (SELECT 1 FROM challenges
                           WHERE change_id = email_changes.id AND challenges.tenant = $4 AND used_at IS NULL AND ends_at > $3)
             UNION
             SELECT goes_on_to FROM challenges
             WHERE email = $2 AND challenges.tenant = $4 AND goes_on_to IS NOT NULL AND used_at IS NULL AND ends_at > $3
             ORDER BY 1 LIMIT 5",
            user,
            email,
            now,
            &*self.tenant,
        )
    }

    /// The changes of this user that have happened and can still be undone, newest first.
    pub async fn moves_of(&mut self, user: Uuid, now: i64) -> Result<Vec<EmailChangeRow>, StoreError> {
        read!(
            self,
            fetch_all,
            "SELECT id, user_id, old_email, new_email, created_at, undo_ends_at, confirmed_at, cancelled_at,
                    undone_at
             FROM email_changes
             WHERE user_id = $1 AND tenant = $3 AND confirmed_at IS NOT NULL AND cancelled_at IS NULL AND undo_ends_at > $2
             ORDER BY created_at DESC, id DESC LIMIT 5",
            user,
            now,
            &*self.tenant,
        )
    }

    /// Whether somebody else than this user has the address, or had it so lately that they can take it back.
    pub async fn is_taken(&mut self, email: &str, user: Uuid, now: i64) -> Result<Option<Taken>, StoreError> {
        let (has, had): (i64, i64) = read!(
            self,
            fetch_one,
            "SELECT (SELECT COUNT(*) FROM users WHERE email = $1 AND tenant = $4 AND id <> $2),
                    (SELECT COUNT(*) FROM email_changes
                     WHERE old_email = $1 AND tenant = $4 AND user_id <> $2 AND confirmed_at IS NOT NULL AND cancelled_at IS NULL
                       AND undo_ends_at > $3)",
            email,
            user,
            now,
            &*self.tenant,
        )?;
        Ok(match (has, had) {
            (0, 0) => None,
            (0, _) => Some(Taken::Left),
            _ => Some(Taken::Had),
        })
    }
}

impl Reader {
    /// The user who has asked for this change.
    pub async fn user_of_change(&mut self, change: Uuid) -> Result<Option<UserRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT users.id, account, email FROM users JOIN email_changes ON users.id = user_id
             WHERE email_changes.id = $1 AND email_changes.tenant = $2",
            change,
            &*self.tenant,
        )
    }
}

impl Transaction {
    /// Stores a change.
    pub async fn add_email_change(&mut self, new: NewEmailChange<'_>) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "INSERT INTO email_changes (id, tenant, user_id, old_email, new_email, created_at, undo_ends_at)
             VALUES ($1, $7, $2, $3, $4, $5, $6)",
            new.id,
            new.user_id,
            new.old_email,
            new.new_email,
            new.created_at,
            new.undo_ends_at,
            &*self.reader.tenant,
        )?;
        Ok(())
    }

    /// Stores a link that undoes a change.
    pub async fn add_undo_token(&mut self, token_hash: &[u8], change: Uuid) -> Result<(), StoreError> {
        write!(self, execute, "INSERT INTO undo_tokens (token_hash, change_id) VALUES ($1, $2)", token_hash, change,)?;
        Ok(())
    }

    /// Notes that the account has moved, and until when that can be undone; 0 when the change was confirmed or cancelled
    /// before.
    pub async fn confirm_email_change(&mut self, id: Uuid, undo_ends_at: i64, now: i64) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE email_changes SET confirmed_at = $3, undo_ends_at = $2
             WHERE id = $1 AND tenant = $4 AND confirmed_at IS NULL AND cancelled_at IS NULL",
            id,
            undo_ends_at,
            now,
            &*self.reader.tenant,
        )
    }

    /// Notes that the account will not move by this change.
    pub async fn cancel_email_change(&mut self, id: Uuid, now: i64) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE email_changes SET cancelled_at = $2 WHERE id = $1 AND tenant = $3 AND cancelled_at IS NULL",
            id,
            now,
            &*self.reader.tenant,
        )
    }

    /// Cancels a user's changes that wait for their new address, but not one that a host has been asked for.
    pub async fn cancel_pending_email_changes(&mut self, user: Uuid, now: i64) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE email_changes SET cancelled_at = $2
             WHERE user_id = $1 AND tenant = $3 AND confirmed_at IS NULL AND cancelled_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM account_moves WHERE change_id = email_changes.id)",
            user,
            now,
            &*self.reader.tenant,
        )
    }

    /// Takes a user's changes back that were asked for at this moment or later. Answers how many of them had waited or
    /// happened; those that were off already have nothing left to be taken back either.
    pub async fn undo_email_changes_since(&mut self, user: Uuid, since: i64, now: i64) -> Result<u64, StoreError> {
        let active = write!(
            self,
            execute,
            "UPDATE email_changes SET cancelled_at = $3
             WHERE user_id = $1 AND tenant = $4 AND created_at >= $2 AND cancelled_at IS NULL",
            user,
            since,
            now,
            &*self.reader.tenant,
        )?;
        write!(
            self,
            execute,
            "UPDATE email_changes SET undone_at = $3 WHERE user_id = $1 AND tenant = $4 AND created_at >= $2 AND undone_at IS NULL",
            user,
            since,
            now,
            &*self.reader.tenant,
        )?;
        Ok(active)
    }
}
