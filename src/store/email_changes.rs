//! Statements about changes of address.

use super::{
    Hashed, Reader, StoreError, Transaction, UserRow, challenge_is_open, old_email_is_kept_free, read, row, write,
};
use crate::{
    ids::{ChangeId, UserId},
    types::{EmailAddress, Timestamp},
};

/// A change of address as stored.
#[derive(Clone, Debug)]
pub struct EmailChangeRow {
    /// The change's id.
    pub id: ChangeId,
    /// Whose it is.
    pub user_id: UserId,
    /// The address that the user had.
    pub old_email: EmailAddress,
    /// The address that the user wants.
    pub new_email: EmailAddress,
    /// When it was asked for.
    pub created_at: Timestamp,
    /// Until when the old address can undo it.
    pub undo_ends_at: Timestamp,
    /// When the account moved.
    pub confirmed_at: Option<Timestamp>,
    /// When it became clear that it will not move, or moved back.
    pub cancelled_at: Option<Timestamp>,
    /// When it was undone.
    pub undone_at: Option<Timestamp>,
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
    /// Somebody has left it lately, and may undo that.
    Left,
}

/// A change of address about to be stored.
pub struct NewEmailChange<'a> {
    /// The change's id.
    pub id: ChangeId,
    /// Whose it is.
    pub user_id: UserId,
    /// The address that the user has.
    pub old_email: &'a EmailAddress,
    /// The address that the user wants.
    pub new_email: &'a EmailAddress,
    /// Now.
    pub created_at: Timestamp,
    /// Until when the old address can undo it.
    pub undo_ends_at: Timestamp,
}

impl Reader {
    /// The change with this id.
    pub async fn email_change(&mut self, id: ChangeId) -> Result<Option<EmailChangeRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT id, user_id, old_email, new_email, created_at, undo_ends_at, confirmed_at, cancelled_at,
                    undone_at
             FROM email_changes WHERE id = $1",
            id,
        )
    }

    /// The change that this link undoes.
    pub async fn email_change_with_undo(&mut self, token_hash: Hashed) -> Result<Option<EmailChangeRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT id, user_id, old_email, new_email, created_at, undo_ends_at, confirmed_at, cancelled_at,
                    undone_at
             FROM email_changes JOIN undo_tokens ON undo_tokens.change_id = email_changes.id
             WHERE token_hash = $1",
            token_hash,
        )
    }

    /// The newest change by which a user has left this email address, if it can still be undone.
    pub async fn change_away_from(
        &mut self,
        email: &EmailAddress,
        now: Timestamp,
    ) -> Result<Option<EmailChangeRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            concat!(
                "SELECT id, user_id, old_email, new_email, created_at, undo_ends_at, confirmed_at, cancelled_at,
                        undone_at
                 FROM email_changes
                 WHERE old_email = $1 AND ",
                old_email_is_kept_free!("$2"),
                " ORDER BY created_at DESC, id DESC LIMIT 1"
            ),
            email,
            now,
        )
    }

    /// What undoing this change would undo first: the newest change of its user since, itself included, that
    /// waits or has happened. `None` when there is nothing, or it was undone before.
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
             WHERE user_id = $1 AND created_at >= $2 AND cancelled_at IS NULL
             ORDER BY created_at DESC, id DESC LIMIT 1",
            change.user_id,
            change.created_at,
        )
    }

    /// The addresses that this user may still change to: those of changes that wait for their new address, and of
    /// challenges that prove the present one first.
    pub async fn waiting_changes_of(
        &mut self,
        user: UserId,
        email: &EmailAddress,
        now: Timestamp,
    ) -> Result<Vec<EmailAddress>, StoreError> {
        let rows: Vec<(EmailAddress,)> = read!(
            self,
            fetch_all,
            concat!(
                "SELECT new_email FROM email_changes
                 WHERE user_id = $1 AND confirmed_at IS NULL AND cancelled_at IS NULL
                   AND EXISTS (SELECT 1 FROM challenges
                               WHERE change_id = email_changes.id AND ",
                challenge_is_open!("$3"),
                ")
                 UNION
                 SELECT goes_on_to FROM challenges
                 WHERE email = $2 AND goes_on_to IS NOT NULL AND ",
                challenge_is_open!("$3"),
                " ORDER BY 1 LIMIT 5"
            ),
            user,
            email,
            now,
        )?;
        Ok(rows.into_iter().map(|(email,)| email).collect())
    }

    /// The changes of this user that have happened and can still be undone, newest first.
    pub async fn moves_of(&mut self, user: UserId, now: Timestamp) -> Result<Vec<EmailChangeRow>, StoreError> {
        read!(
            self,
            fetch_all,
            concat!(
                "SELECT id, user_id, old_email, new_email, created_at, undo_ends_at, confirmed_at, cancelled_at,
                        undone_at
                 FROM email_changes
                 WHERE user_id = $1 AND ",
                old_email_is_kept_free!("$2"),
                " ORDER BY created_at DESC, id DESC LIMIT 5"
            ),
            user,
            now,
        )
    }

    /// Whether somebody else than this user has the address, or had it so lately that they can undo that.
    pub async fn is_taken(
        &mut self,
        email: &EmailAddress,
        user: UserId,
        now: Timestamp,
    ) -> Result<Option<Taken>, StoreError> {
        let (has, had): (i64, i64) = read!(
            self,
            fetch_one,
            concat!(
                "SELECT (SELECT COUNT(*) FROM users WHERE email = $1 AND id <> $2),
                 (SELECT COUNT(*) FROM email_changes
                  WHERE old_email = $1 AND user_id <> $2 AND ",
                old_email_is_kept_free!("$3"),
                ")"
            ),
            email,
            user,
            now,
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
    pub async fn user_of_change(&mut self, change: ChangeId) -> Result<Option<UserRow>, StoreError> {
        read!(
            self,
            fetch_optional,
            "SELECT users.id, account, email, language FROM users JOIN email_changes ON users.id = user_id
             WHERE email_changes.id = $1",
            change,
        )
    }
}

impl Transaction {
    /// Stores a change.
    pub async fn add_email_change(&mut self, new: NewEmailChange<'_>) -> Result<(), StoreError> {
        write!(
            self,
            execute,
            "INSERT INTO email_changes (id, user_id, old_email, new_email, created_at, undo_ends_at)
             VALUES ($1, $2, $3, $4, $5, $6)",
            new.id,
            new.user_id,
            new.old_email,
            new.new_email,
            new.created_at,
            new.undo_ends_at,
        )?;
        Ok(())
    }

    /// Stores a link that undoes a change.
    pub async fn add_undo_token(&mut self, token_hash: Hashed, change: ChangeId) -> Result<(), StoreError> {
        write!(self, execute, "INSERT INTO undo_tokens (token_hash, change_id) VALUES ($1, $2)", token_hash, change,)?;
        Ok(())
    }

    /// Notes that the account has moved, and until when that can be undone; 0 when the change was confirmed or cancelled
    /// before.
    pub async fn confirm_email_change(
        &mut self,
        id: ChangeId,
        undo_ends_at: Timestamp,
        now: Timestamp,
    ) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE email_changes SET confirmed_at = $3, undo_ends_at = $2
             WHERE id = $1 AND confirmed_at IS NULL AND cancelled_at IS NULL",
            id,
            undo_ends_at,
            now,
        )
    }

    /// Notes that the account will not move by this change.
    pub async fn cancel_email_change(&mut self, id: ChangeId, now: Timestamp) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE email_changes SET cancelled_at = $2 WHERE id = $1 AND cancelled_at IS NULL", id, now,
        )
    }

    /// Cancels a user's changes that wait for their new address, but not one that a host has been asked for.
    pub async fn cancel_pending_email_changes(&mut self, user: UserId, now: Timestamp) -> Result<u64, StoreError> {
        write!(
            self,
            execute,
            "UPDATE email_changes SET cancelled_at = $2
             WHERE user_id = $1 AND confirmed_at IS NULL AND cancelled_at IS NULL
               AND NOT EXISTS (SELECT 1 FROM account_moves WHERE change_id = email_changes.id)",
            user,
            now,
        )
    }

    /// Undoes a user's changes that were asked for at this moment or later. Answers how many of them had waited or
    /// happened; those that were cancelled already have nothing left to be undone either.
    pub async fn undo_email_changes_since(
        &mut self,
        user: UserId,
        since: Timestamp,
        now: Timestamp,
    ) -> Result<u64, StoreError> {
        let active = write!(
            self,
            execute,
            "UPDATE email_changes SET cancelled_at = $3
             WHERE user_id = $1 AND created_at >= $2 AND cancelled_at IS NULL",
            user,
            since,
            now,
        )?;
        write!(
            self,
            execute,
            "UPDATE email_changes SET undone_at = $3 WHERE user_id = $1 AND created_at >= $2 AND undone_at IS NULL",
            user,
            since,
            now,
        )?;
        Ok(active)
    }
}
